//! In which form the records of a directory state a value, so that a missing one is asked for in their form.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::evidence::habit::home;
use readers::adr::Collection;
use readers::adr::record::{Origin, Record};
use text::source::Span;

/// Where a record states a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form<'a> {
    /// Below a heading: `## État`.
    Heading(&'a str),
    /// Behind a label on a line: `- **Estado:**`.
    Label(&'a str),
    /// Behind a key of the front matter: `status:`.
    Key(&'a str),
}

impl Form<'_> {
    /// What to do, with a sample of the value.
    pub(crate) fn advice(&self, sample: &str) -> String {
        match self {
            Self::Heading(heading) => format!("add a section `{heading}`"),
            Self::Label(label) => format!("add a line `{label} {sample}`"),
            Self::Key(key) => format!("add `{key} {sample}` to the front matter"),
        }
    }
}

/// How often the records of each directory have each form.
#[derive(Debug)]
pub(crate) struct UsualForms<'a>(HashMap<&'a str, BTreeMap<Form<'a>, usize>>);

impl<'a> UsualForms<'a> {
    /// Of a value that stands at `place`, for those that state it.
    pub(crate) fn of(
        records: &'a Collection,
        place: impl Fn(&Record) -> Option<(Origin, Span)>,
    ) -> Self {
        let mut counts: HashMap<&str, BTreeMap<Form<'_>, usize>> = HashMap::new();
        for record in records.entries.iter().map(|entry| &entry.record) {
            if let Some(form) = place(record).and_then(|(origin, span)| form(record, origin, span))
            {
                *counts.entry(home(record)).or_default().entry(form).or_default() += 1;
            }
        }
        Self(counts)
    }

    /// The form of most records beside one, and how many of them state the value in any.
    pub(crate) fn beside(&self, record: &'a Record) -> Option<(&Form<'a>, usize)> {
        let forms = self.0.get(home(record))?;
        let (form, _) = forms.iter().max_by_key(|&(form, count)| (*count, Reverse(form)))?;
        Some((form, forms.values().sum()))
    }
}

/// `as the other record does`
pub(crate) fn as_others(count: usize) -> &'static str {
    if count == 1 { "as the other record does" } else { "as the other records do" }
}

fn form(record: &Record, origin: Origin, span: Span) -> Option<Form<'_>> {
    let source = &record.source;
    let line = source.line_span(source.line(span.start));
    let before = || {
        let before = source.slice(Span::new(line.start, span.start));
        // A sign, an escape, a quotation mark are the value's.
        let label = before.trim_end_matches(|c: char| !matches!(c, ':' | '：' | '*' | '_'));
        let ends = label.trim_end_matches(['*', '_']).trim_end().ends_with([':', '：']);
        let one = label.matches([':', '：']).count() == 1 && !label.contains('`');
        Some(label.trim_start()).filter(|_| ends && one)
    };
    match origin {
        Origin::FrontMatter => before().map(Form::Key),
        Origin::Bullet | Origin::Bold | Origin::Line => before().map(Form::Label),
        Origin::Section => {
            let mut above = record.sections.iter().filter(|one| one.body.contains(span));
            let heading = source.slice(above.next()?.heading).lines().next()?.trim();
            heading.starts_with('#').then_some(Form::Heading(heading))
        }
        _ => None,
    }
}
