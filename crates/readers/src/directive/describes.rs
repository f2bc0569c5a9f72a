//! Which code the section describes that a `describes` comment stands in.

use text::source::Span;
use words::date::{self, Date};

use super::values::{Values, list};
use crate::settings::paths::PathSet;

/// Code, and when the text was last held against it.
#[derive(Clone, Debug)]
pub struct Describes {
    /// From the top of the repository.
    pub code: PathSet,
    /// Where its paths stand.
    pub span: Span,
    /// The day on which somebody found that the text is true.
    pub reviewed: Option<Date>,
}

impl Describes {
    pub(super) fn read(values: &mut Values<'_>) -> Self {
        let (span, paths) = values
            .given("describes")
            .map_or((Span::default(), ""), |(argument, paths)| (argument.value_span, paths));
        let code = list(paths).map(|path| path.trim_start_matches('/').to_owned());
        Self { code: PathSet::new(code), span, reviewed: reviewed(values) }
    }
}

fn reviewed(values: &mut Values<'_>) -> Option<Date> {
    let (argument, value) = values.given("reviewed")?;
    let day = date::day(value);
    if day.is_none() {
        values.bad(argument, "a date such as `2026-01-31`".to_owned(), None);
    }
    day.map(Date::from)
}
