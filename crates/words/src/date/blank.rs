//! Dates that a template left to be filled in.

use crate::meaning::DateWord;
use crate::vocabulary::Vocabulary;

use super::fit::{Fit, separator, short, year};
use super::token::Tokens;
use super::{Date, Reading};

/// `2024-07-XX`, `2024-XX-XX`, `2024-07-??`: begun, not finished.
pub(super) fn partly_filled(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let year = year(tokens.number(at)?)?;
    let mark = separator(tokens, at + 1)?;
    let month = tokens.number(at + 2).and_then(short);
    let behind = month.map(|_| at + 3).or_else(|| blank(tokens, at + 2))?;
    if separator(tokens, behind)? != mark {
        return None;
    }
    let end = blank(tokens, behind + 1)?;
    let month = month.and_then(|month| Date::from_month(year, month));
    Some(Fit::new(end, month.map_or(Reading::Placeholder, Reading::OpenDay)))
}

/// `XX.07.2024`: the same with the day first.
pub(super) fn partly_filled_day_first(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let behind = blank(tokens, at)?;
    let mark = separator(tokens, behind)?;
    let month = short(tokens.number(behind + 1)?)?;
    let last = year(tokens.number(behind + 3)?).filter(|_| tokens.ends_cleanly(behind + 4))?;
    let month =
        Date::from_month(last, month).filter(|_| separator(tokens, behind + 2) == Some(mark))?;
    Some(Fit::new(behind + 4, Reading::OpenDay(month)))
}

/// Where the letters end that stand for a day or a month: `XX`, `dd`, `??`.
fn blank(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 2;
    if tokens.word(at).is_some_and(|word| same_letter(word, "xd?mt")) {
        return Some(at + 1);
    }
    let marks = (at..at + LONGEST).take_while(|&at| matches!(tokens.mark(at), Some('?' | '_')));
    let end = at + marks.count();
    (end > at).then_some(end)
}

/// Whether a word repeats one letter out of `letters`.
fn same_letter(word: &str, letters: &str) -> bool {
    let mut lower = word.chars().map(|c| c.to_ascii_lowercase());
    lower.next().is_some_and(|first| letters.contains(first) && lower.all(|c| c == first))
}

/// The one mask that is a single word.
pub(super) const MASK: &str = "yyyymmdd";

/// `YYYY-MM-DD`, `dd/mm/yyyy`, `TT.MM.JJJJ`, `AAAA-MM-DD`, `YYYYMMDD`.
pub(super) fn letters(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let part = |at| tokens.word(at).filter(|word| same_letter(word, "ymdtjax"));
    if tokens.word(at)?.eq_ignore_ascii_case(MASK) {
        return Some(Fit::new(at + 1, Reading::Placeholder));
    }
    let mut end = at + 1;
    let mut longest = part(at)?.len();
    while separator(tokens, end).is_some() {
        let Some(word) = part(end + 1) else { break };
        longest = longest.max(word.len());
        end += 2;
    }
    (end >= at + 3 && (3..=4).contains(&longest)).then(|| Fit::new(end, Reading::Placeholder))
}

/// A mask that a language has of its own: `ДД.ММ.ГГГГ`.
pub(super) fn mask(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let separated = separator(tokens, at + 1).is_some() || !tokens.word(at)?.is_ascii();
    separated.then(|| worded(tokens, at, DateWord::Mask)).flatten()
}

/// `insert date`, `[date here]`: all that a text or a bracket says.
pub(super) fn insert_date(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    if !at.checked_sub(1).is_none_or(|before| opens(tokens, before)) {
        return None;
    }
    let fit = worded(tokens, at, DateWord::Insert)?;
    let closes = matches!(tokens.mark(fit.end), Some(']' | '}' | '>' | ')'));
    (closes || fit.end == tokens.len()).then_some(fit)
}

/// Whether a token is a bracket that opens.
pub(super) fn opens(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.mark(at), Some('[' | '{' | '<' | '('))
}

/// Whether a text may begin so.
pub(super) fn begins_insertion(text: &str) -> bool {
    Vocabulary::known().starts(DateWord::Insert, text).is_some()
}

fn worded(tokens: &Tokens<'_>, at: usize, word: DateWord) -> Option<Fit> {
    let len = Vocabulary::known().starts(word, tokens.rest(at))?.len;
    Some(Fit::new(tokens.after(at, len), Reading::Placeholder))
}

/// `{date}`, `<date>`, `[date]`.
pub(super) fn braced(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let closing = match tokens.mark(at)? {
        '{' => '}',
        '<' => '>',
        '[' => ']',
        _ => return None,
    };
    // Further braces were passed over from the first one.
    if closing == '}' && tokens.before(at) == Some('{') {
        return None;
    }
    let mut word = tokens.skip_space(at + 1);
    // A variable of a template engine has two.
    if tokens.mark(word) == Some('{') {
        word = tokens.skip_space(word + 1);
    }
    let is_date = tokens.word(word).is_some_and(|word| word.eq_ignore_ascii_case("date"));
    let end = tokens.skip_space(word + 1);
    (is_date && tokens.mark(end) == Some(closing)).then(|| Fit::new(end + 1, Reading::Placeholder))
}
