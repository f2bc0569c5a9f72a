//! One entry of a change log, the same whatever it was read from.

use text::source::Span;
use words::date::{Date, Reading};

use text::markdown::inline::Link;

pub use text::markdown::flat::Text;

use super::Kind;

/// When an entry says that the change was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// As written.
    pub text: String,
    /// Where.
    pub span: Span,
    /// What it means.
    pub when: When,
}

/// What a date means. Only [`When::On`] is one; the others are findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A day, or a month where the text gives no day: `2021-08`.
    On(Date),
    /// Day and month can be told apart neither by themselves nor by the log's other dates.
    Ambiguous {
        /// The reading with the day first.
        day_first: Date,
        /// The reading with the month first.
        month_first: Date,
    },
    /// No calendar has it: `2023-15-12`; or its year is missing.
    Impossible,
    /// Some day of a month: `2021-08-XX`. It is in no order with the others.
    OpenDay(Date),
    /// `YYYY-MM-DD`, `{date}`, `2021-XX-XX`.
    Placeholder,
    /// Something else stands where a date should: `2021`, `Q3`, `soon`.
    Other,
}

/// A field of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// When.
    Date,
    /// Which version.
    Version,
    /// Who.
    Author,
    /// What.
    Changes,
}

impl Field {
    /// The word in findings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Version => "version",
            Self::Author => "author",
            Self::Changes => "changes",
        }
    }
}

/// A field that has its place in the text and is left open there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blank {
    /// Which.
    pub field: Field,
    /// The cell, or the `TBD`; the whole row where the cell is empty.
    pub span: Span,
}

/// What became of a release.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Release {
    /// It is out; also every entry that is no release.
    #[default]
    Out,
    /// Still to come.
    Unreleased,
    /// Withdrawn.
    Yanked,
}

/// One entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The row, the item, the line or the heading.
    pub span: Span,
    /// When.
    pub date: Option<Dated>,
    /// Which version, as written.
    pub version: Option<Text>,
    /// Who, as written, without brackets.
    pub author: Option<Text>,
    /// What, as Markdown that stands on its own: reference links are resolved.
    pub changes: Option<Text>,
    /// Fields that are left open.
    pub blanks: Vec<Blank>,
    /// Whether a release is out.
    pub release: Release,
    /// Where its version or a commit leads.
    pub link: Option<String>,
    /// What it was read from.
    pub source: Kind,
}

impl Entry {
    /// An entry that says nothing yet.
    pub(super) const fn new(span: Span, source: Kind) -> Self {
        Self {
            span,
            date: None,
            version: None,
            author: None,
            changes: None,
            blanks: Vec::new(),
            release: Release::Out,
            link: None,
            source,
        }
    }

    /// Takes the version, with where it leads.
    pub(super) fn take_version(&mut self, version: Option<Text>, links: &[Link]) {
        let leads = |version: &Text| {
            let link = links.iter().find(|link| !link.image && link.span.contains(version.span))?;
            Some(link.target.clone())
        };
        self.link = version.as_ref().and_then(leads);
        self.version = version;
    }

    /// Whether it says when or which version.
    pub(super) const fn is_keyed(&self) -> bool {
        self.date.is_some() || self.version.is_some()
    }

    /// The day or month, where the text gives exactly one.
    pub fn on(&self) -> Option<Date> {
        match self.date.as_ref()?.when {
            When::On(date) => Some(date),
            _ => None,
        }
    }
}

impl When {
    /// What a reading means before the log's other dates are asked.
    pub(super) const fn of(reading: Reading) -> Self {
        match reading {
            Reading::Exact(date) => Self::On(date),
            Reading::Ambiguous { day_first, month_first } => {
                Self::Ambiguous { day_first, month_first }
            }
            Reading::Impossible => Self::Impossible,
            Reading::OpenDay(month) => Self::OpenDay(month),
            Reading::Placeholder => Self::Placeholder,
        }
    }
}

impl From<Text> for Dated {
    /// A date of which nothing is understood yet.
    fn from(text: Text) -> Self {
        Self { text: text.text, span: text.span, when: When::Other }
    }
}
