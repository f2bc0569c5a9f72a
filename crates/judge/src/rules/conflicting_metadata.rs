//! `conflicting-metadata`: the top and the end of a document say different things of it.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::changelog::version::Version;
use readers::document::metadata::Statement;
use readers::document::stage::stage_of;
use readers::document::{Annotated, BoundDocument};
use readers::settings::Settings;
use words::Label;
use words::date::{self, Reading};

pub static RULE: Rule = Rule {
    name: "conflicting-metadata",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "A document states two values of its status, its version or its last change.",
    page: include_str!("../../pages/conflicting-metadata.md"),
};

pub(crate) fn check(
    analysis: &Analysis<'_>,
    _: &Annotated,
    document: &BoundDocument,
    findings: &mut Vec<Finding>,
) {
    look(analysis.settings, document, findings);
}

fn look(settings: &Settings, document: &BoundDocument, findings: &mut Vec<Finding>) {
    for label in [Label::Status, Label::Version, Label::Updated, Label::Date] {
        let stated = document.statements.iter().filter(|one| one.label == label);
        let mut known = stated.filter_map(|one| Some((one, Value::of(one, settings)?)));
        let Some((first, value)) = known.next() else { continue };
        let other = known.find(|(one, other)| {
            // A date answers its label's words: "last updated" is not "last reviewed".
            let same = one.name.to_lowercase() == first.name.to_lowercase();
            (same || !matches!(value, Value::Date(_))) && !value.same(other)
        });
        if let Some((other, _)) = other {
            findings.push(finding(document, first, other));
        }
    }
}

fn finding(document: &BoundDocument, first: &Statement, other: &Statement) -> Finding {
    let message =
        format!("`{}` is `{}` here and `{}` further up", other.name, other.words, first.words);
    Finding::new(&RULE, other.place.clone(), message)
        .document(&document.name)
        .label("one of the two is not true")
        .related(first.place.clone(), "stated first")
        .note("readers believe whichever they meet")
        .help("write one value, or state it once")
}

/// What a statement comes to.
enum Value {
    Stage(words::Stage),
    Version(Version),
    Date(date::Date),
}

impl Value {
    /// None for a placeholder, and for words that are not understood.
    fn of(statement: &Statement, settings: &Settings) -> Option<Self> {
        let words = &statement.words;
        match statement.label {
            Label::Status => stage_of(words, settings).map(Self::Stage),
            Label::Version => Version::read(words).map(Self::Version),
            _ => match date::first(words)?.reading {
                Reading::Exact(date) => Some(Self::Date(date)),
                _ => None,
            },
        }
    }

    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Stage(one), Self::Stage(other)) => one == other,
            (Self::Version(one), Self::Version(other)) => one.same(other),
            (Self::Date(one), Self::Date(other)) => one == other,
            _ => true,
        }
    }
}
