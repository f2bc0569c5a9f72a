//! Dates whose numbers have signs of their own behind them.

use crate::meaning::DateWord;
use crate::vocabulary::Vocabulary;

use super::Date;
use super::fit::{Fit, short, year};
use super::token::Tokens;

/// `2024年3月5日`, `2024年3月`, `2024년 3월 5일`.
pub(super) fn ideographs(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let year = year(tokens.number(at)?)?;
    let at = tokens.skip_space(sign(tokens, at + 1, DateWord::Year)?);
    let month = short(tokens.number(at)?)?;
    let end = sign(tokens, at + 1, DateWord::Month)?;
    let at = tokens.skip_space(end);
    let day = tokens.number(at).and_then(short).zip(sign(tokens, at + 1, DateWord::Day));
    Some(match day {
        Some((day, end)) => Fit::of(end, Date::from_day(year, month, day)),
        None => Fit::of(end, Date::from_month(year, month)),
    })
}

/// The token behind a sign of this meaning. Words that need a space before a number, as `year` does,
/// are none.
fn sign(tokens: &Tokens<'_>, at: usize, meaning: DateWord) -> Option<usize> {
    let at = tokens.skip_space(at);
    let word = tokens.word(at).filter(|word| !word.is_ascii())?;
    Vocabulary::known().is(meaning, word).then_some(at + 1)
}
