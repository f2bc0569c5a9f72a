//! Dates whose month is a name, in every language that has one.

use crate::meaning::{Column, Concept, DateWord, Month};
use crate::vocabulary::Vocabulary;

use super::Date;
use super::fit::{Fit, short, short_year, year};
use super::token::{Kind, Tokens};

/// `5 March 2024`, `5. März 2024`, `5th of March, 2024`, `5 de março de 2024`, `05-Mar-2024`,
/// `05-Mar-24`, `5 Mar 24`.
pub(super) fn day_and_name(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let (day, at) = day(tokens, at).filter(|&(_, end)| !counts_a_step(tokens, at, end))?;
    let joined = tokens.mark(at).is_some_and(|mark| matches!(mark, '-' | '/'));
    let at = past_joint(tokens, behind_sign(tokens, at, &['-', '/'])?);
    let (month, at) = name(tokens, at)?;
    let short_years = (joined && matches!(tokens.mark(at), Some('-' | '/'))).then_some(short_year);
    let at = past_joint(tokens, tokens.skip_mark(at, &[',', '-', '/', '\'', '’']));
    let number = tokens.number(at)?;
    // Where nothing follows, `5 Mar 24` is a year as well.
    let short_years = short_years.or_else(|| tokens.kind(at + 1).is_none().then_some(short_year));
    let year = year(number).or_else(|| short_years.and_then(|read| read(number)))?;
    tokens.ends_cleanly(at + 1).then(|| Fit::of(at + 1, Date::from_day(year, month, day)))
}

/// `2024-Mar-05`, `2024 March 5`, `2024. március 5.`
pub(super) fn year_and_name(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let year = year(tokens.number(at)?)?;
    let (month, at) = name(tokens, tokens.skip_mark(at + 1, &['-', '/', ',', '.']))?;
    let (day, at) = day(tokens, behind_sign(tokens, at, &['-', '/'])?)?;
    tokens.ends_cleanly(at).then(|| Fit::of(at, Date::from_day(year, month, day)))
}

/// `March 5th, 2024`, `Mar 5' 2024`, `March 2024`. `March , 2024`, whose day was never filled in,
/// still says the month.
pub(super) fn name_and_day(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let near = is_near_a_number(tokens, at);
    let (month, at) = near.then(|| name(tokens, at)).flatten()?;
    let day = behind_sign(tokens, at, &['-']).and_then(|at| day(tokens, past_joint(tokens, at)));
    let at = past_joint(tokens, tokens.skip_mark(at, &['-']));
    if let Some((day, at)) = day {
        let at = past_joint(tokens, tokens.skip_mark(at, &[',', '-', '\'', '’']));
        if let Some(year) = tokens.number(at).and_then(year) {
            return tokens
                .ends_cleanly(at + 1)
                .then(|| Fit::of(at + 1, Date::from_day(year, month, day)));
        }
    }
    let at = past_joint(tokens, tokens.skip_mark(at, &[',', '.']));
    let year = year(tokens.number(at)?)?;
    // In `Marta 2024-05-06` a person is named before a day.
    let part = |at| tokens.mark(at) == Some('-') && tokens.number(at + 1).is_some();
    let is_of_a_day = part(at + 1) && part(at + 3);
    let ends = !is_of_a_day && tokens.ends_cleanly(at + 1);
    ends.then(|| Fit::of(at + 1, Date::from_month(year, month)))
}

/// Whether a number may belong to the month before it: most words of a text stand before none.
pub(super) fn is_near_a_number(tokens: &Tokens<'_>, at: usize) -> bool {
    (at + 1..at + 6).any(|at| tokens.number(at).is_some())
}

/// A day's number with what may follow it: `5`, `5th`, `5.`, `1er`, `5º`.
fn day(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    let day = short(tokens.number(at)?)?;
    let end = match tokens.kind(at + 1) {
        Some(Kind::Word) if is_ordinal(tokens.word(at + 1)?) => at + 2,
        Some(Kind::Mark('.' | '°' | 'º')) => at + 2,
        // Russian writes `5-го`.
        Some(Kind::Mark('-')) if tokens.word(at + 2).is_some_and(is_ordinal) => at + 3,
        _ => at + 1,
    };
    Some((day, end))
}

/// Whether a bare number counts something that the word before it names: `Phase 8`, `Version 5`. An ordinal (`8th`,
/// `8.`) is a day all the same.
fn counts_a_step(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    let named = || {
        let before = at.checked_sub(2).filter(|_| tokens.kind(at - 1) == Some(Kind::Space))?;
        let (word, words) = (tokens.word(before)?, Vocabulary::known());
        Some(words.is(Concept::Phase, word) || words.is(Column::Version, word))
    };
    end == at + 1 && named().unwrap_or_default()
}

/// Past a sign between day and month. A dash with blanks on both sides parts what stands around it:
/// `Item 8 - January 2026`.
fn behind_sign(tokens: &Tokens<'_>, at: usize, marks: &[char]) -> Option<usize> {
    let next = tokens.skip_mark(at, marks);
    let parted = tokens.kind(at) == Some(Kind::Space)
        && tokens.mark(at + 1) == Some('-')
        && tokens.kind(at + 2) == Some(Kind::Space);
    (!parted).then_some(next)
}

fn is_ordinal(word: &str) -> bool {
    word == "º" || word == "ª" || Vocabulary::known().is(DateWord::Ordinal, word)
}

/// A month's name with the dot of an abbreviation.
fn name(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    let word = tokens.word(at).filter(|word| word.len() > 2)?;
    let month = Vocabulary::known().whole::<Month>(word)?.meaning.number();
    let dot = tokens.mark(at + 1) == Some('.');
    Some((month, at + 1 + usize::from(dot)))
}

/// Past one word that joins the parts of a date, and the white space around it: `of`, `de`, `d'`.
fn past_joint(tokens: &Tokens<'_>, at: usize) -> usize {
    let joins = |word: &&str| {
        let words = Vocabulary::known();
        words.is(DateWord::Of, word) || words.is(DateWord::Article, word)
    };
    match tokens.word(at).filter(joins) {
        Some(_) => tokens.skip_mark(at + 1, &['\'', '’']),
        None => at,
    }
}
