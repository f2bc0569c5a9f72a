//! The day that counts as today.

use words::date::Date;

use super::Settings;

/// `as-of`, then [`SOURCE_DATE_EPOCH`](https://reproducible-builds.org/specs/source-date-epoch/), then the clock.
pub fn today(settings: &Settings) -> Date {
    let epoch = || {
        let seconds = std::env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok()?;
        let instant = jiff::Timestamp::from_second(seconds).ok()?;
        Some(instant.to_zoned(jiff::tz::TimeZone::UTC).date())
    };
    let day = settings.as_of.or_else(epoch);
    Date::from(day.unwrap_or_else(|| jiff::Zoned::now().date()))
}
