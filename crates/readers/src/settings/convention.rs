//! What a team asks of its own decision records, beside what is asked of everybody's.

use super::file_name::FileName;
use super::paths::PathSet;
use text::words;

/// What is asked of some records. Where several fit, the last that says something of a matter has the word, also
/// that it asks for nothing: an empty list.
#[derive(Clone, Debug, Default)]
pub struct Convention {
    /// Which records; none for all.
    pub paths: Option<PathSet>,
    /// The words that a status may be.
    pub statuses: Option<Asked<Vec<String>>>,
    /// The labels that a record in force must fill in.
    pub fields: Option<Asked<Vec<String>>>,
    /// The columns that one of its tables must have.
    pub columns: Option<Asked<Vec<String>>>,
    /// The headings that a decided record must have.
    pub sections: Option<Asked<Vec<String>>>,
    /// How its file is called.
    pub file_name: Option<Asked<FileName>>,
}

/// What is asked, and the setting that asks.
#[derive(Clone, Debug)]
pub struct Asked<T> {
    /// What.
    pub value: T,
    /// The setting, as people write it: `adr.form = "madr"`.
    pub by: String,
}

/// A form of records that many teams know, as a convention.
///
/// It asks for what its source says that every record has. The words for a status are examples in all of them,
/// and MADR calls its metadata optional.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordForm {
    /// <https://cognitect.com/blog/2011/11/15/documenting-architecture-decisions>, as
    /// [adr-tools](https://github.com/npryce/adr-tools) writes it: title, context, decision, status, consequences.
    Nygard,
    /// <https://github.com/adr/madr/blob/develop/template/adr-template.md>
    Madr,
    /// <https://github.com/adr/madr/blob/develop/template/adr-template-minimal.md>
    MadrMinimal,
}

words!(RecordForm { "nygard" => Nygard, "madr" => Madr, "madr-minimal" => MadrMinimal });

impl RecordForm {
    /// The labels that must be filled in.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Nygard => &["status"],
            Self::Madr | Self::MadrMinimal => &[],
        }
    }

    /// The headings that must be there.
    pub const fn sections(self) -> &'static [&'static str] {
        match self {
            Self::Nygard => &["Context", "Decision", "Consequences"],
            Self::Madr | Self::MadrMinimal => {
                &["Context and Problem Statement", "Considered Options", "Decision Outcome"]
            }
        }
    }
}
