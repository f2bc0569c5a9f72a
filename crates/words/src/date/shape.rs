//! The shapes of dates, tried in turn at every token that can begin one.

use super::blank::{
    MASK, begins_insertion, braced, insert_date, letters, mask, opens, partly_filled,
    partly_filled_day_first,
};
use super::fit::{Fit, separator, short, year};
use super::named::{day_and_name, is_near_a_number, name_and_day, year_and_name};
use super::signs::{era, ideographs};
use super::token::{Kind, Tokens};
use super::{Date, Found, Order, Reading, Shapes};

type Shape = fn(&Tokens<'_>, usize) -> Option<Fit>;

const FROM_NUMBER: [Shape; 10] = [
    ideographs,
    three_numbers,
    nordic,
    spaced_numbers,
    spaced_day_first,
    partly_filled,
    year_and_month,
    month_and_year,
    day_and_name,
    year_and_name,
];
const FROM_WORD: [Shape; 6] =
    [name_and_day, letters, partly_filled_day_first, mask, insert_date, era];
const FROM_MARK: [Shape; 1] = [braced];

pub(super) fn all(text: &str, shapes: Shapes) -> impl Iterator<Item = Found> + '_ {
    let (most, places) = match is_plain(text) {
        true if begins_insertion(text) => (BEGINNING, 1),
        true => (0, 0),
        false => (usize::MAX, usize::MAX),
    };
    let tokens = Tokens::beginning(text, most);
    let places = places.min(tokens.len());
    let mut next = 0;
    std::iter::from_fn(move || {
        while next < places {
            let at = next;
            let fit = at_token(&tokens, at, shapes);
            next = fit.as_ref().map_or(0, |fit| fit.end).max(at + 1);
            if let Some(Fit { end, reading, order }) = fit {
                return Some(Found { span: tokens.span(at, end), reading, order });
            }
        }
        None
    })
}

/// More tokens than a date and what must not follow it.
const BEGINNING: usize = 32;

/// The fewest digits of a date that is written with digits: `5 Mar 24`.
const FEWEST_DIGITS: usize = 3;

/// Whether all words behind the first are [of prose](is_of_prose), and the first can only [ask for a date](insert_date):
/// most headings have nothing but letters and a number before them, which their bytes tell sooner than their tokens.
fn is_plain(text: &str) -> bool {
    let may_be_of_one =
        |byte: u8| !byte.is_ascii() || matches!(byte, b'-' | b'/' | b'{' | b'<' | b'[' | b'(');
    let bytes = text.as_bytes();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    // What separates the parts of a mask has no blank behind it.
    let separates = |pair: &[u8]| pair[0] == b'.' && !pair[1].is_ascii_whitespace();
    let begins_mask = |pair: &[u8]| pair.eq_ignore_ascii_case(&MASK.as_bytes()[..2]);
    digits < FEWEST_DIGITS
        && !bytes.iter().any(|&byte| may_be_of_one(byte))
        && !bytes.windows(2).any(|pair| begins_mask(pair) || separates(pair))
}

/// The date that a text begins with.
pub(super) fn leading(text: &str) -> Option<Found> {
    let tokens = Tokens::beginning(text, BEGINNING);
    let Fit { end, reading, order } = at_token(&tokens, 0, Shapes::default())?;
    Some(Found { span: tokens.span(0, end), reading, order })
}

fn at_token(tokens: &Tokens<'_>, at: usize, shapes: Shapes) -> Option<Fit> {
    let candidates: &[Shape] = match tokens.kind(at)? {
        Kind::Number { .. } if !starts_cleanly(tokens, at) => return None,
        Kind::Number { digits: 8, .. } if shapes.compact => &[compact],
        Kind::Number { .. } => &FROM_NUMBER,
        Kind::Word if is_of_prose(tokens, at) => return None,
        Kind::Word => &FROM_WORD,
        Kind::Mark('{' | '<' | '[' | '(') => &FROM_MARK,
        Kind::Mark(_) | Kind::Space => return None,
    };
    let slip = || if shapes.dotted_slips { dotted_slip(tokens, at) } else { None };
    candidates.iter().find_map(|shape| shape(tokens, at)).or_else(slip)
}

/// `2024.2.30`, `2024.13.1`: years that begin a date with dots, and no calendar has it.
fn dotted_slip(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let dotted = tokens.mark(at + 1)? == '.' && tokens.mark(at + 3)? == '.';
    year(tokens.number(at)?)?;
    let parts = short(tokens.number(at + 2)?).zip(short(tokens.number(at + 4)?));
    (dotted && parts.is_some() && tokens.ends_cleanly(at + 5))
        .then(|| Fit::new(at + 5, Reading::Impossible))
}

/// Whether a word stands as no date's first word does. Most words of a text do, and a look at the tokens beside it
/// tells: no number is near, no bracket opens before it, no separator of a mask follows.
fn is_of_prose(tokens: &Tokens<'_>, at: usize) -> bool {
    let plain = tokens.word(at).is_some_and(|word| word.is_ascii() && word.len() != MASK.len());
    let inside = at.checked_sub(1).is_some_and(|before| !opens(tokens, before));
    plain && inside && separator(tokens, at + 1).is_none() && !is_near_a_number(tokens, at)
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

/// `2024-03-05`, `05.03.2024`, `05/03/2024`, `3/25/21`.
fn three_numbers(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let mark = separator(tokens, at + 1)?;
    if separator(tokens, at + 3)? != mark || !tokens.ends_cleanly(at + 5) {
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
    // `016-08-2018`: the slip is in the day.
    let day_first = (13..=31).contains(&a.0) && (1..=12).contains(&b.0) && year(c).is_some();
    let order = day_first.then_some(Order::DayFirst);
    slip.then(|| Fit { order, ..Fit::new(end, Reading::Impossible) })
}

/// `5/3-2024`, as in the north of Europe.
fn nordic(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let marks = (tokens.mark(at + 1)?, tokens.mark(at + 3)?);
    let (day, month) = (short(tokens.number(at)?)?, short(tokens.number(at + 2)?)?);
    let year = year(tokens.number(at + 4)?)?;
    let date = Date::from_day(year, month, day)?;
    (marks == ('/', '-') && tokens.ends_cleanly(at + 5)).then(|| Fit::of(at + 5, Some(date)))
}

/// `2024. 3. 5.`, as in Hungary and Korea.
fn spaced_numbers(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let year = year(tokens.number(at)?)?;
    let (month, end) = behind_dot(tokens, at + 1)?;
    let (day, end) = behind_dot(tokens, end)?;
    Some(Fit::of(end, Some(Date::from_day(year, short(month)?, short(day)?)?)))
}

/// `5. 3. 2024`, as in Czechia and Slovenia.
fn spaced_day_first(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let day = short(tokens.number(at)?)?;
    let (month, end) = behind_dot(tokens, at + 1)?;
    let (last, end) = behind_dot(tokens, end)?;
    let date = Date::from_day(year(last)?, short(month)?, day)?;
    tokens.ends_cleanly(end).then(|| Fit::of(end, Some(date)))
}

/// The number behind a dot and a space, and the token after it.
fn behind_dot(tokens: &Tokens<'_>, at: usize) -> Option<((u32, usize), usize)> {
    let number = tokens.skip_space(at + 1);
    let spaced = tokens.mark(at) == Some('.') && number > at + 1;
    spaced.then(|| Some((tokens.number(number)?, number + 1))).flatten()
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
    let alone = tokens.ends_cleanly(end)
        && !(separator(tokens, end).is_some() && tokens.number(end + 1).is_some());
    let date = Date::from_month(year, short(number)?).filter(|_| alone)?;
    Some(Fit::of(end, Some(date)))
}

/// `03/2024`, `3/2024`.
fn month_and_year(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let month = short(tokens.number(at)?)?;
    separator(tokens, at + 1).filter(|&mark| mark == '/')?;
    let year = year(tokens.number(at + 2)?)?;
    let date = Date::from_month(year, month).filter(|_| tokens.ends_cleanly(at + 3))?;
    Some(Fit::of(at + 3, Some(date)))
}

/// `20240305`.
fn compact(tokens: &Tokens<'_>, at: usize) -> Option<Fit> {
    let (value, _) = tokens.number(at)?;
    let part = |value: u32| u8::try_from(value % 100).ok();
    let year = year((value / 10_000, 4))?;
    let date = Date::from_day(year, part(value / 100)?, part(value)?)?;
    tokens.ends_cleanly(at + 1).then(|| Fit::of(at + 1, Some(date)))
}
