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
    /// What it says; only [`Reading::Exact`] is a date, the others are findings. None where something else stands:
    /// `2021`, `Q3`, `soon`.
    pub when: Option<Reading>,
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
    /// The part of the whole that it is about, where the log has a column for that. The versions of different parts are
    /// no one series.
    pub part: Option<String>,
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
            part: None,
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
    pub(super) const fn has_date_or_version(&self) -> bool {
        self.date.is_some() || self.version.is_some()
    }

    /// The day or month, where the text gives exactly one.
    pub fn on(&self) -> Option<Date> {
        self.date.as_ref()?.when?.exact()
    }
}

impl From<Text> for Dated {
    /// A date of which nothing is understood yet.
    fn from(text: Text) -> Self {
        Self { text: text.text, span: text.span, when: None }
    }
}
