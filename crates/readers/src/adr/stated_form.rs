//! In which form a record states a value, so that others can be asked for it, or given it, in theirs.

use text::markdown::front_matter;
use text::source::{Source, Span};

use super::record::{Origin, Record};
use super::value_place::closing;

/// Where a record states a value, as it is written there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatedForm<'a> {
    /// Below a heading: `## État`.
    Heading(&'a str),
    /// Behind a label on a line: `- **Estado:**`.
    Label {
        /// What stands before the value.
        label: &'a str,
        /// The mark behind the value that closes what is open before the label: `_` of `_Status: accepted_`.
        closing: &'a str,
    },
    /// Behind a key of the front matter: `status:`, in TOML `status =`.
    Key(&'a str),
}

impl<'a> StatedForm<'a> {
    /// That of the value at `span`; none for a place that no other record can have.
    pub fn of(record: &'a Record, origin: Origin, span: Span) -> Option<Self> {
        match origin {
            Origin::FrontMatter => key(record, span).map(Self::Key),
            Origin::Bullet | Origin::Bold | Origin::Line => label(record, span),
            Origin::Section => {
                let mut above = record.sections.iter().filter(|one| one.body.contains(span));
                let heading = record.source.slice(above.next()?.heading).lines().next()?.trim();
                heading.starts_with('#').then_some(Self::Heading(heading))
            }
            _ => None,
        }
    }

    /// That of a record's status.
    pub fn of_status(record: &'a Record) -> Option<Self> {
        let status = record.status.as_ref()?;
        Self::of(record, status.origin, status.span)
    }
}

/// What stands before a value on its line.
fn before(source: &Source, value: Span) -> &str {
    let line = source.line_around(value.start);
    source.slice(Span::new(line.start, value.start))
}

fn label(record: &Record, value: Span) -> Option<StatedForm<'_>> {
    let source = &record.source;
    let before = before(source, value);
    // A sign, an escape, a quotation mark are the value's.
    let label = before.trim_end_matches(|c: char| !matches!(c, ':' | '：' | '*' | '_'));
    let bare = label.trim_end_matches(['*', '_']);
    // Marks that stand apart from the label are around the value: `Status: **accepted**`.
    let label = if bare.ends_with([' ', '\t']) { bare.trim_end() } else { label };
    let ends = bare.trim_end().ends_with([':', '：']);
    let one = label.matches([':', '：']).count() == 1 && !label.contains('`');
    if !ends || !one {
        return None;
    }
    let labelled = value.start - before.len() + label.len();
    let closing = closing(source, labelled, value.start)?;
    Some(StatedForm::Label { label: label.trim_start(), closing })
}

/// A key of the top level with its separator, where a value of one word or text stands behind it.
fn key(record: &Record, value: Span) -> Option<&str> {
    let text = record.source.text();
    let front = front_matter::read(text)?;
    let before = before(&record.source, value);
    let is_top = value.start < front.end_of_keys(text) && !before.starts_with([' ', '\t', '-']);
    let (key, behind) = before.split_at(before.find(front.notation.separator())? + 1);
    let is_listed = behind.trim_start().starts_with(['[', '{']);
    (is_top && !is_listed).then_some(key)
}
