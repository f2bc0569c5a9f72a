//! The shapes of dates, tried in turn at every token that can begin one.

use super::blank::{braced, insert_date, letters, partly_filled};
use super::month;
use super::token::{Kind, Tokens};
use super::{Date, Found, Order, Reading, Shapes};

/// A shape that fits: the token after it, and what it says.
pub(super) struct Fit {
    end: usize,
    reading: Reading,
    order: Option<Order>,
}

impl Fit {
    pub(super) fn new(end: usize, reading: Reading) -> Self {
        Self { end, reading, order: None }
    }

    /// The date, or that there is no such date.
    fn of(end: usize, date: Option<Date>) -> Self {
        Self::new(end, date.map_or(Reading::Impossible, Reading::Exact))
    }
}

type Shape = fn(&Tokens<'_>, usize) -> Option<Fit>;

const FROM_NUMBER: [Shape; 7] = [
    ideographs,
    three_numbers,
    partly_filled,
    year_and_month,
    month_and_year,
    day_and_name,
    year_and_name,
];
const FROM_WORD: [Shape; 3] = [name_and_day, letters, insert_date];
const FROM_MARK: [Shape; 1] = [braced];

pub(super) fn all(text: &str, shapes: Shapes) -> Vec<Found> {
    let tokens = Tokens::of(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let fit = at_token(&tokens, at, shapes);
        if let Some(Fit { end, reading, order }) = fit {
            found.push(Found { span: tokens.span(at, end), reading, order });
            at = end.max(at + 1);
        } else {
            at += 1;
        }
    }
    found
}

fn at_token(tokens: &Tokens<'_>, at: usize, shapes: Shapes) -> Option<Fit> {
    let candidates: &[Shape] = match tokens.kind(at)? {
        Kind::Number { .. } if !starts_cleanly(tokens, at) => return None,
        Kind::Number { digits: 8, .. } if shapes.compact => &[compact],
        Kind::Number { .. } => &FROM_NUMBER,
        Kind::Word => &FROM_WORD,
        Kind::Mark('{' | '<' | '[' | '(') => &FROM_MARK,
        Kind::Mark(_) | Kind::Space => return None,
    };
    candidates.iter().find_map(|shape| shape(tokens, at))
}

/// Not the tail of a word (`v2`), a version (`1.2.3`) or a longer number.
fn starts_cleanly(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = |by: usize| at.checked_sub(by).and_then(|index| tokens.kind(index));
    match before(1) {
        Some(Kind::Word) => !tokens.word(at - 1).is_some_and(str::is_ascii),
        Some(Kind::Mark('-' | '.' | '/')) => !matches!(before(2), Some(Kind::Number { .. })),
        _ => true,
    }
}

/// Not the head of a word or of a longer number; a time after `T` may follow.
fn ends_cleanly(tokens: &Tokens<'_>, end: usize) -> bool {
    let number_at = |at| tokens.number(at).is_some();
    match tokens.kind(end) {
        Some(Kind::Word) => {
            let word = tokens.word(end).unwrap_or_default();
            !word.is_ascii() || (matches!(word, "T" | "t") && number_at(end + 1))
        }
        Some(Kind::Mark('.' | '/')) => !number_at(end + 1),
        Some(Kind::Number { .. }) => false,
        _ => true,
    }
}

pub(super) fn separator(tokens: &Tokens<'_>, at: usize) -> Option<char> {
    tokens.mark(at).filter(|mark| matches!(mark, '-' | '/' | '.'))
}

/// A year with its century that an author can mean.
pub(super) fn year((value, digits): (u32, usize)) -> Option<i16> {
    let plausible = digits == 4 && (1900..2200).contains(&value);
    plausible.then(|| i16::try_from(value).ok()).flatten()
}

pub(super) fn short((value, digits): (u32, usize)) -> Option<u8> {
    if (1..=2).contains(&digits) { u8::try_from(value).ok() } else { None }
}

/// `2024-03-05`, `05.03.2024`, `05/03/2024`, `3/25/21`.
fn three_numbers(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let mark = separator(tokens, at + 1)?;
    if separator(tokens, at + 3)? != mark || !ends_cleanly(tokens, at + 5) {
        return None;
    }
    let [a, b, c] = [tokens.number(at)?, tokens.number(at + 2)?, tokens.number(at + 4)?];
    let end = at + 5;
    let dotted = mark == '.';
    if let (Some(year), Some(month), Some(day)) = (year(a), short(b), short(c)) {
        let date = Date::from_day(year, month, day);
        // `2024.13.1` is a version.
        return (date.is_some() || !dotted).then(|| Fit::of(end, date));
    }
    let two_digits = |part: (u32, usize)| part.1 == 2;
    let century = match mark {
        '.' => two_digits(a) && two_digits(b) && two_digits(c),
        '/' => two_digits(c),
        _ => false,
    };
    let last = year(c).or_else(|| Some(2000 + i16::from(short(c).filter(|_| century)?)));
    if let (Some(a), Some(b), Some(year)) = (short(a), short(b), last) {
        return Some(if dotted {
            Fit::of(end, Date::from_day(year, b, a))
        } else {
            either_order(end, year, a, b)
        })
        // Three short numbers with dots are a version far more often than a wrong date.
        .filter(|fit| !century || fit.reading != Reading::Impossible);
    }
    // Written like a date, with a year at one end and a slip in the middle: `2024-023-2706`.
    let one_year = year(a).is_some() || year(c).is_some();
    let slip = !dotted && one_year && [a, b, c].iter().all(|part| part.1 <= 4);
    slip.then(|| Fit::new(end, Reading::Impossible))
}

fn either_order(end: usize, year: i16, a: u8, b: u8) -> Fit {
    let (day_first, month_first) = (Date::from_day(year, b, a), Date::from_day(year, a, b));
    match (day_first, month_first) {
        (Some(day_first), Some(month_first)) if day_first != month_first => {
            Fit::new(end, Reading::Ambiguous { day_first, month_first })
        }
        (Some(date), Some(_)) => Fit::of(end, Some(date)),
        (Some(_), None) => Fit { order: Some(Order::DayFirst), ..Fit::of(end, day_first) },
        (None, _) => {
            let order = month_first.map(|_| Order::MonthFirst);
            Fit { order, ..Fit::of(end, month_first) }
        }
    }
}

/// `2024-03`, `2024/03`.
fn year_and_month(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let year = year(tokens.number(at)?)?;
    separator(tokens, at + 1).filter(|&mark| mark != '.')?;
    let number = tokens.number(at + 2).filter(|number| number.1 == 2)?;
    let end = at + 3;
    let alone = ends_cleanly(tokens, end)
        && !(separator(tokens, end).is_some() && tokens.number(end + 1).is_some());
    let date = Date::from_month(year, short(number)?).filter(|_| alone)?;
    Some(Fit::of(end, Some(date)))
}

/// `03/2024`, `3/2024`.
fn month_and_year(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let month = short(tokens.number(at)?)?;
    separator(tokens, at + 1).filter(|&mark| mark == '/')?;
    let year = year(tokens.number(at + 2)?)?;
    let date = Date::from_month(year, month).filter(|_| ends_cleanly(tokens, at + 3))?;
    Some(Fit::of(at + 3, Some(date)))
}

/// `20240305`.
fn compact(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let (value, _) = tokens.number(at)?;
    let part = |value: u32| u8::try_from(value % 100).ok();
    let year = year((value / 10_000, 4))?;
    let date = Date::from_day(year, part(value / 100)?, part(value)?)?;
    ends_cleanly(tokens, at + 1).then(|| Fit::of(at + 1, Some(date)))
}

/// `2024年3月5日`, `2024年3月`; the same with Korean signs.
fn ideographs(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let year = year(tokens.number(at)?)?;
    let sign = |at: usize, signs: [&str; 2]| {
        let at = tokens.skip_space(at);
        tokens.word(at).filter(|word| signs.contains(word)).map(|_| at + 1)
    };
    let at = tokens.skip_space(sign(at + 1, ["年", "년"])?);
    let month = short(tokens.number(at)?)?;
    let end = sign(at + 1, ["月", "월"])?;
    let at = tokens.skip_space(end);
    let day = tokens.number(at).and_then(short).zip(sign(at + 1, ["日", "일"]));
    Some(match day {
        Some((day, end)) => Fit::of(end, Date::from_day(year, month, day)),
        None => Fit::of(end, Date::from_month(year, month)),
    })
}

const ORDINALS: [&str; 6] = ["st", "nd", "rd", "th", "er", "ª"];
const OF: [&str; 4] = ["of", "de", "del", "d"];

/// A day's number with what may follow it: `5`, `5th`, `5.`, `1er`, `5º`.
fn day(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    let day = short(tokens.number(at)?)?;
    let end = match tokens.kind(at + 1) {
        Some(Kind::Word) if tokens.word(at + 1).is_some_and(is_ordinal) => at + 2,
        Some(Kind::Mark('.' | '°' | 'º')) => at + 2,
        _ => at + 1,
    };
    Some((day, end))
}

fn is_ordinal(word: &str) -> bool {
    ORDINALS.iter().any(|ordinal| word.eq_ignore_ascii_case(ordinal)) || word == "º"
}

/// A month's name with the dot of an abbreviation.
fn name(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    let month = month::number(tokens.word(at)?)?;
    let dot = tokens.mark(at + 1) == Some('.');
    Some((month, at + 1 + usize::from(dot)))
}

/// `5 March 2024`, `5. März 2024`, `5th of March, 2024`, `5 de março de 2024`, `05-Mar-2024`.
fn day_and_name(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let (day, at) = day(tokens, at)?;
    let at = tokens.skip_word(tokens.skip_mark(at, &['-', '/']), &OF);
    let (month, at) = name(tokens, at)?;
    let at = tokens.skip_word(tokens.skip_mark(at, &[',', '-', '/']), &OF);
    let year = year(tokens.number(at)?)?;
    ends_cleanly(tokens, at + 1).then(|| Fit::of(at + 1, Date::from_day(year, month, day)))
}

/// `2024-Mar-05`, `2024 March 5`.
fn year_and_name(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let year = year(tokens.number(at)?)?;
    let (month, at) = name(tokens, tokens.skip_mark(at + 1, &['-', '/', ',']))?;
    let (day, at) = day(tokens, tokens.skip_mark(at, &['-', '/']))?;
    ends_cleanly(tokens, at).then(|| Fit::of(at, Date::from_day(year, month, day)))
}

/// `March 5th, 2024`, `March 2024`. `March , 2024`, whose day was never filled in, still says the
/// month.
fn name_and_day(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let (month, at) = name(tokens, at)?;
    let at = tokens.skip_word(tokens.skip_mark(at, &['-']), &OF);
    if let Some((day, at)) = day(tokens, at) {
        let at = tokens.skip_word(tokens.skip_mark(at, &[',', '-']), &OF);
        if let Some(year) = tokens.number(at).and_then(year) {
            return ends_cleanly(tokens, at + 1)
                .then(|| Fit::of(at + 1, Date::from_day(year, month, day)));
        }
    }
    let at = tokens.skip_word(tokens.skip_mark(at, &[',']), &OF);
    let year = year(tokens.number(at)?)?;
    ends_cleanly(tokens, at + 1).then(|| Fit::of(at + 1, Date::from_month(year, month)))
}
