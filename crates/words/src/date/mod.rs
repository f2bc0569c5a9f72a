//! Dates as people write them in Markdown: found in any text, with their spans, and never guessed.
//!
//! The shapes are those met in 1,292 decision records and several hundred change logs:
//! `2024-03-05`, `2024/3/5`, `2024.03.05`, `05.03.2024`, `05/03/2024`, `25-03-2024`, `3/25/21`,
//! `2024-03`, `March 5th, 2024`, `5 mars 2024`, `21. Januar 2026`, `5 de março de 2024`,
//! `December 2024`, `2024年3月5日`. A date that cannot exist, one that can be read in two ways and
//! a template's `YYYY-MM-DD` are told apart, because each needs another answer.

mod blank;
mod clock;
mod fit;
mod named;
mod period;
mod shape;
mod signs;
mod token;

use std::fmt;
use std::ops::Range;

use text::words;

pub use clock::time_of_day;
pub use period::Period;

/// A day, or a month where no day was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// With century.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31; none when only the month is known. A month sorts before its days.
    pub day: Option<u8>,
}

impl Date {
    /// A day; none when the calendar has no such day.
    pub fn from_day(year: i16, month: u8, day: u8) -> Option<Self> {
        let known = |part: u8| i8::try_from(part).ok();
        jiff::civil::Date::new(year, known(month)?, known(day)?).ok()?;
        Some(Self { year, month, day: Some(day) })
    }

    /// A month; none when there is no such month.
    pub fn from_month(year: i16, month: u8) -> Option<Self> {
        Self::from_day(year, month, 1).map(|date| Self { day: None, ..date })
    }

    /// The day as calendars count it; none when only the month is known.
    pub fn civil(self) -> Option<jiff::civil::Date> {
        let known = |part: u8| i8::try_from(part).ok();
        jiff::civil::Date::new(self.year, known(self.month)?, known(self.day?)?).ok()
    }

    /// About how many days lie between it and another; a month counts from its middle.
    pub fn apart_from(self, other: Self) -> i32 {
        let days = |date: Self| {
            i32::from(date.year) * 365
                + i32::from(date.month) * 30
                + i32::from(date.day.unwrap_or(15))
        };
        (days(self) - days(other)).abs()
    }

    /// Whether both may be one day: a month agrees with each of its days.
    pub fn agrees_with(self, other: Self) -> bool {
        let same_day = self.day.is_none() || other.day.is_none() || self.day == other.day;
        (self.year, self.month) == (other.year, other.month) && same_day
    }

    /// Whether it has passed; a month when it is over.
    pub fn is_past(self, today: Self) -> bool {
        match self.day {
            Some(_) => self < today,
            None => (self.year, self.month) < (today.year, today.month),
        }
    }
}

impl fmt::Display for Date {
    /// As ISO 8601: `2024-03-05` or `2024-03`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

impl From<jiff::civil::Date> for Date {
    fn from(date: jiff::civil::Date) -> Self {
        Self {
            year: date.year(),
            month: date.month().unsigned_abs(),
            day: Some(date.day().unsigned_abs()),
        }
    }
}

/// Which of two numbers before the year is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// `25/03/2024`
    DayFirst,
    /// `03/25/2024`
    MonthFirst,
}

words!(Order { "day-first" => DayFirst, "month-first" => MonthFirst });

/// What a stretch of text says as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// One date and no other.
    Exact(Date),
    /// `04/09/2023`: both readings exist, and they differ.
    Ambiguous {
        /// The day stands first.
        day_first: Date,
        /// The month stands first.
        month_first: Date,
    },
    /// Written like a date, but no calendar has it: `2023-15-12`, `30.02.2024`.
    Impossible,
    /// A day that is left open in a month that is known: `2024-07-XX`.
    OpenDay(Date),
    /// A template's words: `YYYY-MM-DD`, `{date}`, `2024-XX-XX`.
    Placeholder,
}

impl Reading {
    /// Whether something is still to be filled in.
    pub const fn is_placeholder(self) -> bool {
        matches!(self, Self::OpenDay(_) | Self::Placeholder)
    }

    /// The date, if there is exactly one.
    pub const fn exact(self) -> Option<Date> {
        match self {
            Self::Exact(date) => Some(date),
            _ => None,
        }
    }

    /// The date, once it is known in which order day and month stand.
    pub const fn ordered(self, order: Order) -> Option<Date> {
        match (self, order) {
            (Self::Exact(date), _)
            | (Self::Ambiguous { day_first: date, .. }, Order::DayFirst)
            | (Self::Ambiguous { month_first: date, .. }, Order::MonthFirst) => Some(date),
            (Self::Impossible | Self::OpenDay(_) | Self::Placeholder, _) => None,
        }
    }
}

/// A stretch of text that is written like a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the searched text.
    pub span: Range<usize>,
    /// What it says.
    pub reading: Reading,
    /// The order of day and month, where the numbers themselves prove one (`25/03/2024`). Shapes
    /// that have but one order (ISO, dotted, month names) prove nothing about others.
    pub order: Option<Order>,
}

/// Which shapes count, beyond those that are always dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shapes {
    /// `20240305`: a date in a file name, any number in prose.
    pub compact: bool,
    /// `2024.2.30`: a wrong date where a date belongs, a version elsewhere.
    pub dotted_slips: bool,
}

/// All dates in a text, from left to right.
pub fn find(text: &str) -> Vec<Found> {
    find_with(text, Shapes::default())
}

/// As [`find`], with a choice of shapes.
pub fn find_with(text: &str, shapes: Shapes) -> Vec<Found> {
    shape::all(text, shapes).collect()
}

/// The first date in a text, of whatever reading.
pub fn first(text: &str) -> Option<Found> {
    shape::all(text, Shapes::default()).next()
}

/// The date that a text begins with, of whatever reading. The rest of the text is not read.
pub fn at_start(text: &str) -> Option<Found> {
    shape::leading(text)
}

/// What a text reads as that is a date and nothing else but blanks around it.
pub fn whole(text: &str) -> Option<Reading> {
    let text = text.trim();
    let found = first(text).filter(|found| found.span == (0..text.len()))?;
    Some(found.reading)
}

/// The day that a text is and nothing else, in any usual shape; none for one that can be read in two ways.
pub fn day(text: &str) -> Option<jiff::civil::Date> {
    whole(text)?.exact()?.civil()
}

/// The one day that a date which no calendar has becomes where day and month change places: `2023-27-02`, `02.27.2023`.
///
/// ```
/// use mdbook_archdoc_words::date::swapped;
///
/// assert_eq!(swapped("2023-27-02").unwrap().to_string(), "2023-02-27");
/// assert_eq!(swapped("2023-02-30"), None);
/// ```
pub fn swapped(text: &str) -> Option<Date> {
    if whole(text) != Some(Reading::Impossible) {
        return None;
    }
    let parts: Vec<&str> = text.trim().split(|c: char| !c.is_ascii_digit()).collect();
    let [first, middle, last] = *parts.as_slice() else { return None };
    let (year, month, day) =
        if first.len() == 4 { (first, last, middle) } else { (last, first, middle) };
    Date::from_day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        .filter(|_| year.len() == 4)
}

/// The order of day and month in a list of dates that one hand wrote.
///
/// None when nothing in the list proves an order, or when two of its dates prove different ones.
pub fn resolve<'a>(list: impl IntoIterator<Item = &'a Found>) -> Option<Order> {
    let mut orders = list.into_iter().filter_map(|found| found.order);
    let first = orders.next()?;
    orders.all(|order| order == first).then_some(first)
}

#[cfg(test)]
mod tests;
