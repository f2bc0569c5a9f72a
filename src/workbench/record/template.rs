//! The forms that a new record may start from where a directory has none of its own.

use readers::adr::format::Format;
use readers::adr::{Part, Record};
use readers::template::builtin;
use words::Language;

/// What a new record starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Template {
    /// Context, decision, consequences.
    Nygard,
    /// All of MADR.
    Madr,
    /// What MADR cannot do without.
    MadrMinimal,
}

impl Template {
    /// As one asks for it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Nygard => "nygard",
            Self::Madr => "madr",
            Self::MadrMinimal => "madr-minimal",
        }
    }

    /// Its text.
    pub(super) fn text(self) -> &'static str {
        builtin::record(self.name())
    }

    /// The one that most records of a directory are written in.
    pub(super) fn usual(records: &[Record]) -> Self {
        let madr = |record: &&Record| {
            matches!(record.format, Format::Madr2 | Format::Madr3 | Format::Madr4)
        };
        if records.iter().filter(madr).count() * 2 > records.len() {
            Self::Madr
        } else {
            Self::Nygard
        }
    }

    /// What it says of a section, for whoever fills it in; nothing in other languages than English.
    pub(super) fn guidance(self, part: Part, language: Option<Language>) -> Option<String> {
        if language.is_some_and(|language| language.tag() != "en") {
            return None;
        }
        let mut lines = self.text().lines();
        lines.find(|line| {
            let title = line.trim_start_matches('#');
            title.len() < line.len() && Part::of(title.trim()) == Some(part)
        })?;
        let said = lines.find(|line| !line.is_empty())?;
        said.starts_with("<!--").then(|| said.to_owned())
    }

    /// Whether its status stands in front matter.
    pub(super) const fn is_yaml(self) -> bool {
        !matches!(self, Self::Nygard)
    }
}
