//! The words that headings, columns and blank cells of change logs use, in the languages met.

mod columns;
mod headings;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Field, Subject};

/// How much a heading alone says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// The section may be a log: its rows must say so themselves.
    Weak,
    /// The section is a log, whatever stands in it.
    Strong,
}

/// What a heading announces, if anything.
pub(super) fn heading(text: &str) -> Option<(Subject, Strength)> {
    segments(text)
        .into_iter()
        .filter_map(|segment| HEADINGS.get(segment.as_str()).copied())
        .max_by_key(|found| found.1)
}

/// Every name of a section, with what it announces.
static HEADINGS: LazyLock<HashMap<&str, (Subject, Strength)>> = LazyLock::new(|| {
    let lists = [
        (headings::WEAK, Subject::Changes, Strength::Weak),
        (headings::REVIEWS, Subject::Reviews, Strength::Weak),
        (headings::PLANS, Subject::Milestones, Strength::Weak),
        (headings::MILESTONES, Subject::Milestones, Strength::Strong),
        (headings::STRONG, Subject::Changes, Strength::Strong),
    ];
    let names = |(names, subject, strength): (&'static str, _, _)| {
        names.split("; ").map(move |name| (name, (subject, strength)))
    };
    lists.into_iter().flat_map(names).collect()
});

/// Every name of a column, with what it holds.
static COLUMNS: LazyLock<HashMap<&str, Column>> = LazyLock::new(|| {
    let lists = [
        (columns::CHANGES, Column::Field(Field::Changes)),
        (columns::AUTHOR, Column::Field(Field::Author)),
        (columns::REVIEWER, Column::Reviewer),
        (columns::VERSION, Column::Field(Field::Version)),
        (columns::DATE, Column::Field(Field::Date)),
    ];
    let names =
        |(names, column): (&'static str, _)| names.split("; ").map(move |name| (name, column));
    lists.into_iter().flat_map(names).collect()
});

/// The parts of a heading that may be its name: `Appendix B: Change Log` is called "change log".
fn segments(text: &str) -> Vec<String> {
    // What stands in brackets is a remark.
    let text = text.split(['(', '[', '（']).next().unwrap_or_default();
    let cuts = |c: char| matches!(c, ':' | '/' | '|' | '–' | '—' | '.' | '：');
    let spaced = text.replace(" - ", " – ").replace(" & ", "/").replace(" and ", "/");
    std::iter::once(folded(text))
        .chain(spaced.split(cuts).map(folded))
        .filter(|segment| !segment.is_empty())
        .collect()
}

/// Lower case, letters only: numbers, marks and emoji at the ends go, hyphens become spaces.
pub(super) fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|word| !word.is_empty())
        .skip_while(|word| word.chars().all(|c| c.is_ascii_digit()))
        .collect::<Vec<_>>();
    words.join(" ")
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// A field of an entry.
    Field(Field),
    /// Who signed.
    Reviewer,
}

/// What the header of a column announces, if anything.
pub(super) fn column(text: &str) -> Option<Column> {
    let bare = text.split(['(', '[', '（']).next().unwrap_or_default();
    COLUMNS.get(folded(bare).as_str()).copied()
}

/// A release that is still to come.
pub(super) fn is_unreleased(text: &str) -> bool {
    matches!(
        folded(text).as_str(),
        "unreleased"
            | "unveröffentlicht"
            | "non publié"
            | "sin publicar"
            | "não publicado"
            | "next"
            | "upcoming"
            | "head"
            | "main"
            | "master"
            | "未发布"
            | "未リリース"
            | "미출시"
    )
}

/// A row that says it goes on with the one above.
pub(super) fn is_continued(text: &str) -> bool {
    matches!(
        folded(text).as_str(),
        "cont" | "cont'd" | "contd" | "continued" | "fortsetzung" | "forts" | "suite"
    )
}

/// What stands in a cell that was left open: nothing, `-`, `TBD`, `n/a`.
pub(super) fn is_blank(text: &str) -> bool {
    let text = text.trim();
    let marks = text.chars().all(|c| !c.is_alphanumeric() && !matches!(c, '{' | '<' | '['));
    marks
        || matches!(
            text.trim_matches(['(', ')', '.', ':', '*']).to_lowercase().as_str(),
            "tbd" | "tba" | "tbc" | "n/a" | "na" | "none" | "todo" | "offen" | "k.a" | "xx" | "xxx"
        )
}

/// What a template left to be replaced: `[NAME]`, `{author}`, `<date>`, `{{ meta.author }}`, `TODO`,
/// or the name of the field itself.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim().trim_matches('*').trim();
    let pairs = [("[", "]"), ("{", "}"), ("<", ">"), ("&lt;", "&gt;"), ("$", "$")];
    let fenced = pairs.iter().any(|(open, close)| {
        text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).is_some_and(|inner| {
            !inner.is_empty() && !inner.contains(close) && !inner.starts_with(['@', '#'])
        })
    });
    let variable =
        text.starts_with("{{") && text.ends_with("}}") && text.matches("{{").count() == 1;
    let word = text.to_lowercase();
    fenced
        || variable
        || word.is_empty()
        || is_blank(text)
        || matches!(
            word.as_str(),
            "name"
                | "names"
                | "date"
                | "author"
                | "your name"
                | "author name"
                | "version"
                | "description"
                | "changes"
                | "datum"
                | "autor"
                | "beschreibung"
                | "…"
                | "..."
                | "x.y"
                | "x.y.z"
                | "x.x"
                | "x.x.x"
                | "vx.y"
                | "vx.y.z"
        )
}
