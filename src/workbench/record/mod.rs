//! The next record of a directory: its number, its name, its text, and the other side of what it
//! supersedes. Nothing is written in this file.

mod write;

pub(crate) use write::write;

use text::compose::{Inline, Target};
use text::edit::Edits;
use words::date::Date;

use readers::adr::directory::Directory;
use readers::adr::format::Format;
use readers::adr::id::{Id, Name};
use readers::adr::naming::{self, Naming};
use readers::adr::succession::{self, Succession, supersede};
use readers::adr::{OwnWords, Record, RelationKind, Sourced, Status};
use readers::template::builtin;

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
    fn text(self) -> &'static str {
        let name = match self {
            Self::Nygard => "nygard",
            Self::Madr => "madr",
            Self::MadrMinimal => "madr-minimal",
        };
        builtin::record(name)
    }

    /// The one that most records of a directory are written in.
    fn usual(records: &[Record]) -> Self {
        let madr = |record: &&Record| {
            matches!(record.format, Format::Madr2 | Format::Madr3 | Format::Madr4)
        };
        if records.iter().filter(madr).count() * 2 > records.len() {
            Self::Madr
        } else {
            Self::Nygard
        }
    }

    /// Whether its status stands in front matter.
    const fn is_yaml(self) -> bool {
        !matches!(self, Self::Nygard)
    }
}

/// What somebody asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Request<'a> {
    /// The words of the heading.
    pub title: &'a str,
    /// The style; that of most records otherwise.
    pub template: Option<Template>,
    /// The numbers of the records that it takes the place of.
    pub supersedes: &'a [String],
    /// The day of the decision.
    pub date: Date,
}

/// What is to be written.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// The new record's number; where records have none, what it would be.
    pub number: u64,
    /// The new file, relative to the directory.
    pub path: String,
    /// Its text.
    pub text: String,
    /// The changes of records that are superseded.
    pub changes: Vec<Change>,
    /// Records that are superseded and that only their authors can tell so: their path, and the line to add.
    pub by_hand: Vec<(String, String)>,
}

/// A change of an existing file.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// The file, relative to the directory.
    pub path: String,
    /// The whole text, as it was read.
    pub old: String,
    /// What is replaced, as it stands there; nothing where something is added.
    pub before: String,
    /// What stands there afterwards.
    pub after: String,
    /// The whole new text.
    pub text: String,
}

/// Why no record can be planned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NewError {
    /// Nothing is left of it in a file name.
    #[error("the title `{0}` has no letter and no digit")]
    Title(String),
    /// There is nothing to supersede.
    #[error("there is no record {0} to supersede")]
    Unknown(String),
    /// The number says too little.
    #[error("{0} is the number of {1} records: supersede one by hand")]
    Ambiguous(String, usize),
    /// Another has taken its place before.
    #[error(
        "{name} is superseded already{by}; supersede the one that counts now, or mend the status of {name} first"
    )]
    Superseded {
        /// The record, in words.
        name: String,
        /// `, by ADR 6`, where it is stated.
        by: String,
    },
}

/// Plans a record; its number is `least` or a larger one.
///
/// Number, name, heading and style follow the records of the directory itself (not of the ones
/// below it): what most of them do.
///
/// # Errors
/// The title is empty, or a record to supersede is not there or not unique.
pub(crate) fn plan(
    directory: &Directory,
    request: &Request<'_>,
    least: u64,
) -> Result<Plan, NewError> {
    let &Request { template, supersedes, date, .. } = request;
    let title = request.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let slug = naming::slug(&title);
    if slug.is_empty() {
        return Err(NewError::Title(title));
    }
    let here: Vec<Record> =
        directory.records.iter().filter(|record| naming::is_direct(record)).cloned().collect();
    let naming = Naming::of(&here);
    let number = naming::next_number(&here).max(least);
    let path = naming.path(number, &slug, date);
    let template = template.unwrap_or_else(|| Template::usual(&here));
    let reference = naming.reference(number, &title);
    let (changes, by_hand) = (Vec::new(), Vec::new());
    let mut plan = Plan { number, path, text: String::new(), changes, by_hand };
    let sign = usual_sign(&here);
    let mut older = Vec::new();
    for wanted in supersedes {
        let record = find(&here, wanted)?;
        let line = format!("Superseded by {}", link(&reference, &record.path, &plan.path));
        let told = Succession { line: &line, sign: &sign, date };
        match change(record, told)? {
            Some(change) => plan.changes.push(change),
            None => plan.by_hand.push((record.path.clone(), line)),
        }
        older.push(link(&record.name(), &plan.path, &record.path));
    }
    let heading = naming.heading(number, &title);
    plan.text = text(template, &heading, date, &older);
    Ok(plan)
}

fn text(template: Template, heading: &str, date: Date, older: &[String]) -> String {
    let status = match (older.is_empty(), template.is_yaml()) {
        (true, true) => "proposed".to_owned(),
        (true, false) => "Proposed".to_owned(),
        (false, true) => format!("\"accepted; supersedes {}\"", older.join(", ")),
        (false, false) => {
            let lines = older.iter().map(|older| format!("\n\nSupersedes {older}"));
            format!("Accepted{}", lines.collect::<String>())
        }
    };
    // The title comes last: it may hold anything.
    template
        .text()
        .replace("{{date}}", &date.to_string())
        .replace("{{status}}", &status)
        .replace("{{heading}}", heading)
}

fn find<'a>(records: &'a [Record], wanted: &str) -> Result<&'a Record, NewError> {
    let id = readers::adr::id::from_reference(wanted)
        .or_else(|| Name::of(wanted).id)
        .ok_or_else(|| NewError::Unknown(wanted.to_owned()))?;
    let fits = |record: &&Record| {
        let own = record.id.as_ref().map(|id| &id.value);
        own.is_some_and(|own| match &id {
            Id::Number(number) => own.number() == Some(*number),
            id => own.is(id),
        })
    };
    let mut found = records.iter().filter(fits);
    let first = found.next().ok_or_else(|| NewError::Unknown(wanted.to_owned()))?;
    match found.count() {
        0 => Ok(first),
        more => Err(NewError::Ambiguous(wanted.to_owned(), more + 1)),
    }
}

/// The older record's side; none where it has to be left to its author.
fn change(record: &Record, told: Succession<'_>) -> Result<Option<Change>, NewError> {
    let superseded = |status: &Sourced<Status>| status.value == Status::Superseded;
    let mut by =
        record.related(RelationKind::SupersededBy).map(|relation| match relation.target.id() {
            Some(Id::Number(number)) => format!("ADR {number}"),
            Some(id) => id.to_string(),
            None => "another".to_owned(),
        });
    let first = by.next();
    if first.is_some() || record.status.as_ref().is_some_and(superseded) {
        let by = first.map(|first| format!(", by {first}")).unwrap_or_default();
        return Err(NewError::Superseded { name: record.name(), by });
    }
    let Some(edit) = supersede(record, told, &OwnWords::new()) else { return Ok(None) };
    let (before, after) = (record.source.slice(edit.span).to_owned(), edit.text.trim().to_owned());
    let old = record.source.text().to_owned();
    let mut edits = Edits::default();
    edits.push(edit);
    let text = edits.apply(&old);
    Ok(Some(Change { path: record.path.clone(), old, before, after, text }))
}

/// What most of the superseded records have before that word.
fn usual_sign(records: &[Record]) -> String {
    let superseded = |record: &&Record| {
        record.status.as_ref().is_some_and(|status| status.value == Status::Superseded)
    };
    let signs: Vec<&str> = records.iter().filter(superseded).map(succession::sign).collect();
    let count = |sign: &str| signs.iter().filter(|other| **other == sign).count();
    signs.iter().max_by_key(|sign| count(sign)).map(|sign| (*sign).to_owned()).unwrap_or_default()
}

fn link(words: &str, from: &str, to: &str) -> String {
    let to = text::link::relative(text::link::directory(from), to);
    Inline::text(words).link(&Target::file(&to)).markdown()
}

#[cfg(test)]
mod tests {
    use super::*;
    use readers::adr::status::OwnWords;

    fn directory(files: &[(&str, &str)]) -> Directory {
        let mut directory = Directory::default();
        for (name, text) in files {
            directory.add_text((*name).to_owned(), text, &OwnWords::new());
        }
        directory
    }

    fn planned(files: &Directory, title: &str, supersedes: &[&str]) -> Result<Plan, NewError> {
        let supersedes: Vec<String> = supersedes.iter().map(|&one| one.to_owned()).collect();
        let date = Date::from_day(2026, 1, 2).unwrap();
        plan(files, &Request { title, template: None, supersedes: &supersedes, date }, 0)
    }

    #[test]
    fn the_first_record_of_all() {
        let plan = planned(&directory(&[]), " Use  X & Y! ", &[]).unwrap();
        assert_eq!(plan.path, "0001-use-x-y.md");
        assert!(plan.text.starts_with("# 1. Use X & Y!\n\nDate: 2026-01-02\n"), "{}", plan.text);
    }

    #[test]
    fn both_sides_of_a_supersession() {
        let old = "# ADR-007: Old\n\n* Status: Accepted (by vote)\n\n## Context\n\n## Decision\n";
        let files = directory(&[("adr-007-old.md", old), ("sub/adr-100-x.md", "# ADR-100: X\n")]);
        let plan = planned(&files, "New", &["7"]).unwrap();
        assert_eq!(plan.path, "adr-008-new.md");
        assert!(plan.text.starts_with("# ADR-008: New\n"), "{}", plan.text);
        assert!(plan.text.contains("Supersedes [ADR 7](adr-007-old.md)"), "{}", plan.text);
        let change = &plan.changes[0];
        let line = "Superseded by [ADR-008: New](adr-008-new.md)";
        let struck = format!("~~Accepted (by vote)~~ {line}");
        assert_eq!((&*change.before, &*change.after), ("Accepted (by vote)", &*struck));
        assert!(change.text.contains(&format!("* Status: {struck}\n")), "{}", change.text);
    }

    #[test]
    fn a_superseded_record_is_not_superseded_again() {
        let old = "# 7. Old\n\n## Status\n\nSuperseded by [6. Other](0006-other.md)\n\n## Decision\n\nX\n";
        let error = planned(&directory(&[("0007-old.md", old)]), "New", &["7"]).unwrap_err();
        let said = "ADR 7 is superseded already, by ADR 6; supersede the one that counts now";
        assert!(error.to_string().starts_with(said), "{error}");
    }

    #[test]
    fn styles_are_followed() {
        let madr = "---\nstatus: accepted\n---\n# Old\n\n## Context and Problem Statement\n\nA\n\n\
                    ## Considered Options\n\nB\n\n## Decision Outcome\n\nC\n";
        let files = directory(&[("0009-old.md", madr)]);
        let made = planned(&files, "New", &["0009"]).unwrap();
        assert_eq!(made.path, "0010-new.md");
        assert!(made.text.contains("\n# New\n") && made.text.contains("## Considered Options"));
        assert!(
            made.changes[0]
                .text
                .starts_with("---\nstatus: superseded by [ADR-0010](0010-new.md)\n")
        );
        let dated =
            directory(&[("2024-05-06-old/README.md", "# Old\n## Decision\n## Rationale\n")]);
        let made = planned(&dated, "New", &[]).unwrap();
        assert_eq!(made.path, "2026-01-02-new/README.md");
        let unknown = planned(&dated, "New", &["5"]);
        assert_eq!(unknown.unwrap_err(), NewError::Unknown("5".to_owned()));
    }
}
