//! Records as JSON, for other programs.

use serde::Serialize;

use readers::adr::record::{Origin, Record, Role, Sourced};
use readers::adr::relation::{RelationKind, Target};

/// One record. Absent values are `null`, never made up; `status` is `unknown` where none is known.
#[derive(Debug, Serialize)]
pub struct JsonRecord<'a> {
    /// The file, relative to the directory that was asked for; with `#anchor` for a section.
    pub path: String,
    /// The number or name it is cited by.
    pub id: Option<String>,
    /// The title, without number and type.
    pub title: Option<&'a str>,
    /// One of the canonical statuses, or `unknown`.
    pub status: &'static str,
    /// The words that state it.
    pub status_raw: Option<&'a str>,
    /// `YYYY-MM-DD` or `YYYY-MM`.
    pub date: Option<String>,
    /// Who decided.
    pub deciders: Vec<&'a str>,
    /// What it takes the place of: identifiers, else paths as written.
    pub supersedes: Vec<String>,
    /// What took its place.
    pub superseded_by: Vec<String>,
    /// What it takes the place of in part.
    pub supersedes_in_part: Vec<String>,
    /// What took its place in part; the record stands.
    pub superseded_in_part_by: Vec<String>,
    /// What it changes.
    pub amends: Vec<String>,
    /// What changes it.
    pub amended_by: Vec<String>,
    /// What it adds to.
    pub extends: Vec<String>,
    /// What adds to it.
    pub extended_by: Vec<String>,
    /// What it takes in.
    pub subsumes: Vec<String>,
    /// What took it in.
    pub subsumed_by: Vec<String>,
    /// The style it is written in.
    pub format: &'static str,
    /// Where each value was read.
    pub sources: Sources,
}

/// Kinds of places; see [`Origin::name`].
#[derive(Debug, Serialize)]
pub struct Sources {
    /// Of the identifier.
    pub id: Option<&'static str>,
    /// Of the title.
    pub title: Option<&'static str>,
    /// Of the status.
    pub status: Option<&'static str>,
    /// Of the date.
    pub date: Option<&'static str>,
}

impl<'a> From<&'a Record> for JsonRecord<'a> {
    fn from(record: &'a Record) -> Self {
        let related = |kind| record.related(kind).map(|one| target(&one.target)).collect();
        let anchor = record.anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
        Self {
            path: record.path.clone() + &anchor,
            id: record.id.as_ref().map(|id| id.value.to_string()),
            title: record.title.as_ref().map(|title| title.value.as_str()),
            status: record.status.as_ref().map_or("unknown", |status| status.value.name()),
            status_raw: record.status_raw.as_deref(),
            date: record.date.as_ref().map(|date| date.value.to_string()),
            deciders: record.people(Role::Decider).collect(),
            supersedes: related(RelationKind::Supersedes),
            superseded_by: related(RelationKind::SupersededBy),
            supersedes_in_part: related(RelationKind::SupersedesInPart),
            superseded_in_part_by: related(RelationKind::SupersededInPartBy),
            amends: related(RelationKind::Amends),
            amended_by: related(RelationKind::AmendedBy),
            extends: related(RelationKind::Extends),
            extended_by: related(RelationKind::ExtendedBy),
            subsumes: related(RelationKind::Subsumes),
            subsumed_by: related(RelationKind::SubsumedBy),
            format: record.format.name(),
            sources: Sources {
                id: origin(record.id.as_ref()),
                title: origin(record.title.as_ref()),
                status: origin(record.status.as_ref()),
                date: origin(record.date.as_ref()),
            },
        }
    }
}

fn origin<T>(value: Option<&Sourced<T>>) -> Option<&'static str> {
    value.map(|value| Origin::name(value.origin))
}

/// The identifier where the reference shows one, else what was written.
fn target(target: &Target) -> String {
    target.id().map_or_else(
        || match target {
            Target::Link(text) | Target::Wiki(text) => text.clone(),
            Target::Id(id) => id.to_string(),
        },
        |id| id.to_string(),
    )
}
