//! What a shape found, and the parts that shapes share.

use super::token::Tokens;
use super::{Date, Order, Reading};

/// A shape that fits: the token after it, and what it says.
pub(super) struct Fit {
    pub(super) end: usize,
    pub(super) reading: Reading,
    pub(super) order: Option<Order>,
}

impl Fit {
    pub(super) fn new(end: usize, reading: Reading) -> Self {
        Self { end, reading, order: None }
    }

    /// The date, or that there is no such date.
    pub(super) fn of(end: usize, date: Option<Date>) -> Self {
        Self::new(end, date.map_or(Reading::Impossible, Reading::Exact))
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

/// A day or a month.
pub(super) fn short((value, digits): (u32, usize)) -> Option<u8> {
    if (1..=2).contains(&digits) { u8::try_from(value).ok() } else { None }
}

/// A year without its century: `05-Mar-24`.
pub(super) fn short_year((value, digits): (u32, usize)) -> Option<i16> {
    (digits == 2).then(|| i16::try_from(value).ok().map(|value| 2000 + value)).flatten()
}
