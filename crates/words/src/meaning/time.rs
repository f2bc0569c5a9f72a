//! Words of dates.

use super::meanings;

meanings! {
    /// A month, by its name or an abbreviation.
    #[allow(missing_docs, reason = "the calendar's own names")]
    Month {
        January = "january",
        February = "february",
        March = "march",
        April = "april",
        May = "may",
        June = "june",
        July = "july",
        August = "august",
        September = "september",
        October = "october",
        November = "november",
        December = "december",
    }
}

impl Month {
    /// 1 to 12.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }
}

meanings! {
    /// A day of the week.
    #[allow(missing_docs, reason = "the calendar's own names")]
    Weekday {
        Monday = "monday",
        Tuesday = "tuesday",
        Wednesday = "wednesday",
        Thursday = "thursday",
        Friday = "friday",
        Saturday = "saturday",
        Sunday = "sunday",
    }
}

meanings! {
    /// How often something comes again, and the units that are counted for it: `quarterly`, `6 months`.
    Interval {
        /// Seven days.
        Week = "week",
        /// A month.
        Month = "month",
        /// Three months.
        Quarter = "quarter",
        /// Six months.
        HalfYear = "half-year",
        /// Twelve months.
        Year = "year",
        /// Stands before a number: `every 6 months`.
        Every = "every",
    }
}

meanings! {
    /// What a word does in a date. A word may do several.
    DateWord {
        /// Follows a day's number: `5th`, `1er`.
        Ordinal = "ordinal",
        /// Joins day, month and year: `5 de março de 2024`.
        Of = "of",
        /// Stands before a day: `the 5th`.
        Article = "article",
        /// Follows a year: `2024年`.
        Year = "year",
        /// Follows a month's number: `3月`.
        Month = "month",
        /// Follows a day's number: `5日`.
        Day = "day",
        /// A mask that a template shows: `YYYY-MM-DD`.
        Mask = "mask",
        /// Asks for a date: `insert date`.
        Insert = "insert",
        /// Labels the day of a review, and does not say whether the last or the next: `Review date`.
        Review = "review",
    }
}
