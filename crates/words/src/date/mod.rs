//! Dates as people write them in Markdown: found in any text, with their spans, and never guessed.
//!
//! The shapes are those met in 1,292 decision records and several hundred change logs:
//! `2024-03-05`, `2024/3/5`, `2024.03.05`, `05.03.2024`, `05/03/2024`, `25-03-2024`, `3/25/21`,
//! `2024-03`, `March 5th, 2024`, `5 mars 2024`, `21. Januar 2026`, `5 de março de 2024`,
//! `December 2024`, `2024年3月5日`. A date that cannot exist, one that can be read in two ways and
//! a template's `YYYY-MM-DD` are told apart, because each needs another answer.

mod blank;
mod month;
mod shape;
mod token;

use std::fmt;
use std::ops::Range;

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

/// How exact a [`Date`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A day.
    Day,
    /// A month.
    Month,
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

    /// Day or month.
    pub const fn precision(self) -> Precision {
        if self.day.is_some() { Precision::Day } else { Precision::Month }
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
    /// A template's words: `YYYY-MM-DD`, `{date}`, `2024-07-XX`.
    Placeholder,
}

impl Reading {
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
            (Self::Impossible | Self::Placeholder, _) => None,
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
}

/// All dates in a text, from left to right.
pub fn find(text: &str) -> Vec<Found> {
    find_with(text, Shapes::default())
}

/// As [`find`], with a choice of shapes.
pub fn find_with(text: &str, shapes: Shapes) -> Vec<Found> {
    shape::all(text, shapes)
}

/// The first date in a text, of whatever reading.
pub fn first(text: &str) -> Option<Found> {
    find(text).into_iter().next()
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
mod tests {
    use super::*;

    fn readings(text: &str) -> Vec<String> {
        let word = |found: Found| match found.reading {
            Reading::Exact(date) => date.to_string(),
            Reading::Ambiguous { day_first, month_first } => format!("{day_first}|{month_first}"),
            Reading::Impossible => "impossible".to_owned(),
            Reading::Placeholder => "placeholder".to_owned(),
        };
        find(text).into_iter().map(word).collect()
    }

    #[test]
    fn every_shape_that_was_met() {
        for text in [
            "2024-03-05",
            "2024-3-5",
            "2024/03/05",
            "2024.03.05",
            "2024‑03‑05",
            "2024-03-05T10:00:00Z",
            "2024-03-05 10:00",
            "<2024-03-05",
            "(2024-03-05)",
            "2024-03-05提议",
            "05.03.2024",
            "5.3.2024",
            "05.03.24",
            "March 5, 2024",
            "Mar 5th, 2024",
            "Mar. 5 2024",
            "Tuesday, 5th of March 2024",
            "5 March, 2024",
            "05-Mar-2024",
            "2024-Mar-05",
            "2024 March 5",
            "5. März 2024",
            "5 mars 2024",
            "5 de março de 2024",
            "5 de marzo del 2024",
            "2024年3月5日",
            "2024 年 3 月 5 日",
        ] {
            assert_eq!(readings(text), ["2024-03-05"], "{text}");
        }
        assert_eq!(readings("28 septembre 2025"), ["2025-09-28"]);
        assert_eq!(readings("1er février 2025"), ["2025-02-01"]);
        assert_eq!(readings("21. Januar 2026"), ["2026-01-21"]);
        assert_eq!(readings("Sep 13th, 2024"), ["2024-09-13"]);
        for text in [
            "2024-12",
            "December 2024",
            "Dec, 2024",
            "dezembro de 2024",
            "December , 2024",
            "12/2024",
        ] {
            assert_eq!(readings(text), ["2024-12"], "{text}");
        }
        assert_eq!(readings("7/2019"), ["2019-07"]);
    }

    #[test]
    fn day_and_month_are_never_guessed() {
        assert_eq!(readings("04/09/2023"), ["2023-09-04|2023-04-09"]);
        assert_eq!(readings("04-09-2023"), ["2023-09-04|2023-04-09"]);
        assert_eq!(
            readings("3/25/21, 25/3/2021, 03/03/2021"),
            ["2021-03-25", "2021-03-25", "2021-03-03"]
        );
        let list = find("04/09/2023 and 23/09/2023");
        assert_eq!(resolve(&list), Some(Order::DayFirst));
        assert_eq!(list[0].reading.ordered(Order::DayFirst), Date::from_day(2023, 9, 4));
        assert_eq!(resolve(&find("04/09/2023 and 2023-09-23")), None);
        assert_eq!(resolve(&find("23/09/2023 and 09/23/2023")), None);
    }

    #[test]
    fn what_no_calendar_has_is_impossible() {
        for text in ["2023-15-12", "016-08-2018", "30.02.2024", "2024-023-2706", "31 June 2020"] {
            assert_eq!(readings(text), ["impossible"], "{text}");
        }
    }

    #[test]
    fn template_words_are_placeholders() {
        for text in [
            "YYYY-MM-DD",
            "[YYY-MM-DD - date of the decision]",
            "{YYYY-MM-DD when the decision was last updated}",
            "dd/mm/YYYY",
            "TT.MM.JJJJ",
            "yyyymmdd",
            "2024-07-XX",
            "2024-XX-XX",
            "{date}",
            "insert date",
            "<insert date>",
        ] {
            assert_eq!(readings(text), ["placeholder"], "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_dates() {
        for text in [
            "v1.2.3",
            "1.2.3",
            "10.0.12.1",
            "2020-2021",
            "pages 12-13",
            "20240305",
            "192.168.1.10",
            "3/4",
            "ADR-0012",
            "may 5 people",
            "date",
            "2024",
            "version 2024",
            "2024.1",
            "12:30",
        ] {
            assert_eq!(readings(text), Vec::<String>::new(), "{text}");
        }
        let compact = find_with("20240305-slug", Shapes { compact: true });
        assert_eq!(compact[0].reading.exact(), Date::from_day(2024, 3, 5));
    }

    #[test]
    fn spans_cover_the_date_and_nothing_else() {
        let text = "seit März: am 5. März 2024, später";
        let found = first(text).unwrap();
        assert_eq!(&text[found.span], "5. März 2024");
    }
}
