//! How often something is to come again: `quarterly`, `every 6 months`.

use super::Date;
use crate::meaning::{Interval, Month};
use crate::vocabulary::Vocabulary;

/// The time from one day to the one on which it is due again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// So many weeks.
    Weeks(u8),
    /// So many months.
    Months(u16),
}

impl Period {
    /// What a text states: an adverb, or a number with its unit. What follows behind a comma or a bracket may say
    /// more; none where anything else stands there.
    ///
    /// ```
    /// use mdbook_archdoc_words::date::Period;
    ///
    /// assert_eq!(Period::read("Quarterly"), Some(Period::Months(3)));
    /// assert_eq!(Period::read("alle 6 Monate"), Some(Period::Months(6)));
    /// assert_eq!(Period::read("after every quarterly release"), None);
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('.');
        let Some(start) =
            text.find(|c: char| c.is_ascii_digit()).filter(|&at| is_every(&text[..at]))
        else {
            return Self::of(unit(text)?, 1);
        };
        let counted = &text[start..];
        let end = counted.find(|c: char| !c.is_ascii_digit())?;
        Self::of(
            unit(counted[end..].trim_start_matches([' ', '-', '\u{a0}']))?,
            counted[..end].parse().ok()?,
        )
    }

    fn of(unit: Interval, count: u8) -> Option<Self> {
        let months = |each: u16| Self::Months(each * u16::from(count));
        let period = match unit {
            Interval::Week => Self::Weeks(count),
            Interval::Month => months(1),
            Interval::Quarter => months(3),
            Interval::HalfYear => months(6),
            Interval::Year => months(12),
            Interval::Every => return None,
        };
        (count > 0).then_some(period)
    }

    /// The day that is so much later; a month where only the month is known. None beyond the calendar, and for
    /// weeks after a month.
    pub fn after(self, date: Date) -> Option<Date> {
        match self {
            Self::Weeks(weeks) => {
                let days = i64::from(weeks) * 7;
                let later = date.civil()?.checked_add(jiff::Span::new().days(days)).ok()?;
                Some(Date::from(later))
            }
            Self::Months(months) => {
                let first = Date { day: Some(date.day.unwrap_or(1)), ..date }.civil()?;
                let later = first.checked_add(jiff::Span::new().months(i32::from(months))).ok()?;
                let later = Date::from(later);
                Some(Date { day: date.day.and(later.day), ..later })
            }
        }
    }
}

fn is_every(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || Vocabulary::known().is(Interval::Every, text)
}

/// The unit that a text is, or begins with before a sign and words that say nothing of time.
fn unit(text: &str) -> Option<Interval> {
    let words = Vocabulary::known();
    let found = words.at_start::<Interval>(text)?;
    let rest = text[found.len..].trim_start();
    let apart = rest.starts_with([',', ';', '(', '（', '，', '、', '–', '—']);
    let timed = || {
        rest.contains(|c: char| c.is_numeric())
            || words.find::<Interval>(rest).next().is_some()
            || words.find::<Month>(rest).next().is_some()
    };
    (rest.is_empty() || apart && !timed()).then_some(found.meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_read_in_many_words() {
        let read = Period::read;
        for (text, months) in [
            ("quarterly", 3),
            ("Semi-annually", 6),
            ("every 6 months", 6),
            ("2 years", 24),
            ("Halbjährlich", 6),
            ("tous les 3 mois", 3),
            ("Annually, or after a larger change", 12),
            ("каждые 6 месяцев", 6),
            ("每季度", 3),
            ("每6个月", 6),
        ] {
            assert_eq!(read(text), Some(Period::Months(months)), "{text}");
        }
        assert_eq!(read("weekly"), Some(Period::Weeks(1)));
        for text in [
            "",
            "as needed",
            "every release",
            "yearly planning",
            "0 months",
            "every",
            "3",
            "300 years",
            "Annually (next review: March 2027)",
            "Annually, next: 2027",
            "6月",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_ends_within_the_calendar() {
        let day = |month, day| Date::from_day(2024, month, day).unwrap();
        assert_eq!(Period::Months(1).after(day(1, 31)), Some(day(2, 29)));
        assert_eq!(Period::Weeks(2).after(day(2, 28)), Some(day(3, 13)));
        let month = Date::from_month(2024, 11).unwrap();
        assert_eq!(Period::Months(3).after(month), Date::from_month(2025, 2));
        assert_eq!(Period::Weeks(2).after(month), None);
    }
}
