//! In which form a record states a value, so that others can be asked for it, or given it, in theirs.

use text::source::Span;

use super::record::{Origin, Record};

/// Where a record states a value, as it is written there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatedForm<'a> {
    /// Below a heading: `## État`.
    Heading(&'a str),
    /// Behind a label on a line: `- **Estado:**`.
    Label(&'a str),
    /// Behind a key of the front matter: `status:`.
    Key(&'a str),
}

impl<'a> StatedForm<'a> {
    /// That of the value at `span`; none for a place that no other record can have.
    pub fn of(record: &'a Record, origin: Origin, span: Span) -> Option<Self> {
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
            Origin::FrontMatter => before().map(Self::Key),
            Origin::Bullet | Origin::Bold | Origin::Line => before().map(Self::Label),
            Origin::Section => {
                let mut above = record.sections.iter().filter(|one| one.body.contains(span));
                let heading = source.slice(above.next()?.heading).lines().next()?.trim();
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
