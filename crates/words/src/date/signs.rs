//! Dates whose numbers have signs of their own behind them.

use crate::meaning::DateWord;
use crate::vocabulary::Vocabulary;

use super::Date;
use super::fit::{Fit, short, year};
use super::token::Tokens;

/// The year before the first of each era that dates are counted in: those of Japan since 1868, and the
/// Republic of China's.
const ERAS: [(&str, i16); 6] = [
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("大正", 1911),
    ("明治", 1867),
    ("民國", 1911),
];

/// `令和6年4月1日`, `平成元年1月8日`, `民國113年5月`.
pub(super) fn era(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let rest = tokens.rest(at);
    let &(_, before) = ERAS.iter().find(|(name, _)| rest.starts_with(name))?;
    let at = tokens.skip_space(at + 2);
    // The first year has a word of its own.
    let number = match tokens.word(at) {
        Some("元") => 1,
        _ => i16::try_from(tokens.number(at).filter(|number| number.1 < 4)?.0).ok()?,
    };
    behind_year(tokens, at, before + number)
}

/// `2024年3月5日`, `2024年3月`, `2024년 3월 5일`.
pub(super) fn ideographs(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    behind_year(tokens, at, year(tokens.number(at)?)?)
}

/// Month and day behind the token of a year.
fn behind_year(tokens: &Tokens<'_>, at: usize, year: i16) -> Option<Fit> {
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
