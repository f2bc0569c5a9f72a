//! A status for a record that states none, where the records beside it have theirs.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use text::edit::TextEdit;
use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::markdown::front_matter::Notation;
use text::source::Span;

use crate::adr::record::{Origin, Record};
use crate::adr::relation::RelationKind;
use crate::adr::sections;
use crate::adr::stated_form::StatedForm;
use crate::adr::status::{OwnWords, Status};

use super::label_form::LabelForm;
use super::room::{end_of_text, first_block};
use super::{cased, first_that, has_one_more, has_status};

/// What is to be written into a record without a status.
#[derive(Clone, Copy, Debug)]
pub struct Beginning<'a> {
    /// `Superseded by [12. Use a log](0012-use-a-log.md)`
    pub line: &'a str,
    /// The status that the line states.
    pub status: Status,
    /// What to head a section with where no other record shows a form: `Status`.
    pub heading: &'a str,
}

/// The edits after which a record that stated no status has one, in the form that most records have beside it,
/// and says else what it said before; none where it has one, or where there are no such edits.
pub fn begin(
    record: &Record,
    wording: Beginning<'_>,
    beside: &[Record],
    own: &OwnWords,
) -> Option<Vec<TextEdit>> {
    if record.status.is_some() || !record.states.is_empty() {
        return None;
    }
    let document = record.file();
    // What a section states of itself, a line above it would say otherwise.
    let states = |section: &Record| !section.states.is_empty();
    let in_log = record.anchor.is_some();
    if !in_log && sections::records(&document, &record.path, own).iter().any(states) {
        return None;
    }
    let place = Place::of(&document, record);
    // A section of a log is short, and begun as those beside it are or not at all.
    let like = beside.iter().filter(|other| !in_log || other.path == record.path);
    let as_others = forms(like, &place).into_iter();
    let as_others = as_others.filter_map(|(form, like)| place.edit(form, like, wording.line));
    // Where the others have a key for it, another place would be a guess.
    let section = (!in_log && !place.has_key_beside(beside))
        .then(|| place.section(wording.heading, wording.line));
    let edits = as_others.chain(section).map(|edit| vec![edit]);
    let by = (wording.status == Status::Superseded).then_some(RelationKind::SupersededBy);
    let wanted = |new: &Record| {
        has_status(new, wording.status) && by.is_none_or(|by| has_one_more(record, new, by))
    };
    first_that(record, edits, by, own, wanted)
}

/// How the records state their status, the commonest form first, of equals the one of the record's own fields, each with one that has it.
fn forms<'r>(
    records: impl Iterator<Item = &'r Record>,
    place: &Place<'_>,
) -> Vec<(StatedForm<'r>, &'r Record)> {
    let mut counts: BTreeMap<StatedForm<'r>, (usize, &'r Record)> = BTreeMap::new();
    for record in records {
        if let Some(form) = StatedForm::of_status(record) {
            counts.entry(form).or_insert((0, record)).0 += 1;
        }
    }
    let mut forms: Vec<_> = counts.into_iter().collect();
    forms.sort_by_key(|&(form, (count, like))| Reverse((count, place.has_fields(form, like))));
    forms.into_iter().map(|(form, (_, record))| (form, record)).collect()
}

/// The line of another record's labelled status, with this status instead, and what begins it.
fn line_like<'r>(record: &'r Record, wording: &str) -> Option<(&'r str, String)> {
    let status = record.status.as_ref()?;
    let source = &record.source;
    let LabelForm { before, label, between, closing } = LabelForm::of(record)?;
    let wording = cased(wording, source.slice(status.span));
    let line = source.slice(source.line_span(source.line(status.span.start)));
    let broken = line.trim_end_matches(['\r', '\n']).ends_with("  ");
    let end = if broken { "  " } else { "" };
    Some((before, format!("{before}{label}{between}{wording}{closing}{end}")))
}

/// Where a record has room for its status.
struct Place<'a> {
    document: &'a Document,
    record: &'a Record,
    /// Where its first section begins, or its text ends.
    sections: usize,
    /// The signs of a heading of its sections.
    marks: String,
}

impl<'a> Place<'a> {
    fn of(document: &'a Document, record: &'a Record) -> Self {
        let inside = |start: usize| record.span.start <= start && start < record.span.end;
        let own =
            document.outline.sections.iter().find(|one| one.heading.start == record.heading.start);
        let own = own.filter(|_| record.heading.start < record.heading.end);
        let first = document.outline.sections.iter().find(|section| {
            let below = own.is_none_or(|own| section.heading.start > own.heading.start);
            below && inside(section.heading.start)
        });
        let level = first.map_or_else(|| own.map_or(2, |own| own.level + 1), |first| first.level);
        let sections = first.map_or(record.span.end, |first| first.heading.start);
        Self { document, record, sections, marks: "#".repeat(usize::from(level)) }
    }

    /// Whether it has front matter, as most of those beside it that state their status there.
    fn has_key_beside(&self, beside: &[Record]) -> bool {
        let origins = beside.iter().filter_map(|record| Some(record.status.as_ref()?.origin));
        let all = origins.clone().count();
        let keyed = origins.filter(|origin| *origin == Origin::FrontMatter).count();
        let has_front = self.document.front_matter.is_some() && self.record.anchor.is_none();
        has_front && keyed * 2 > all
    }

    /// Whether the record has fields as the one that states its status in this form.
    fn has_fields(&self, form: StatedForm<'_>, like: &Record) -> bool {
        matches!(form, StatedForm::Label { .. })
            && line_like(like, "").is_some_and(|(signs, _)| self.below_a_field(signs, "").is_some())
    }

    fn edit(&self, form: StatedForm<'_>, like: &Record, wording: &str) -> Option<TextEdit> {
        match form {
            StatedForm::Heading(heading) => {
                Some(self.section(heading.trim_matches(['#', ' ']), wording))
            }
            StatedForm::Label { .. } => {
                let (before, line) = line_like(like, wording)?;
                let by_field = self.below_a_field(before, &line);
                Some(
                    by_field
                        .or_else(|| self.first(before, &line, like))
                        .unwrap_or_else(|| self.block(&line)),
                )
            }
            StatedForm::Key(key) => self.key(key, like, wording),
        }
    }

    /// One more key of the front matter, in the notation that this has.
    fn key(&self, key: &str, like: &Record, wording: &str) -> Option<TextEdit> {
        let front = self.document.front_matter.as_ref().filter(|_| self.record.anchor.is_none())?;
        let key = key.trim_end_matches([':', '=']).trim_end();
        let status = like.status.as_ref()?;
        let wording = cased(wording, like.source.slice(status.span));
        let quoted = like.source.text()[..status.span.start].ends_with(['"', '\'']);
        let value = if quoted {
            front.notation.quoted(&wording, &like.source.text()[status.span.start - 1..])
        } else {
            front.notation.scalar(&wording, "")
        };
        let line = match front.notation {
            Notation::Yaml => format!("{key}: {value}{}", self.newline()),
            Notation::Toml => format!("{key} = {value}{}", self.newline()),
        };
        let place = front.end_of_keys(self.record.source.text());
        Some(TextEdit::replace(Span::at(place), line))
    }

    fn section(&self, title: &str, wording: &str) -> TextEdit {
        self.block(&format!("{} {title}{1}{1}{wording}", self.marks, self.newline()))
    }

    fn newline(&self) -> &str {
        self.record.source.newline()
    }

    /// A block of its own between what stands below the title and the first section.
    fn block(&self, text: &str) -> TextEdit {
        let (source, newline) = (self.record.source.text(), self.newline());
        let end = end_of_text(self.document, self.record, self.sections);
        let last = if end < source.len() { "" } else { newline };
        TextEdit::replace(Span::at(end), format!("{newline}{newline}{text}{last}"))
    }

    /// A line below the heading of a section of a log, as the one that another has there.
    fn first(&self, signs: &str, line: &str, like: &Record) -> Option<TextEdit> {
        let others = like.document();
        let status = like.status.as_ref().filter(|_| self.record.anchor.is_some())?.span;
        first_block(&others, like, like.span.end).filter(|first| first.span.contains(status))?;
        let source = &self.record.source;
        let below = first_block(self.document, self.record, self.sections)?;
        let at = source.line_span(source.line(below.span.start)).start;
        // One more item of its list, or a block of its own.
        let is_alike = !signs.is_empty()
            && matches!(below.kind, BlockKind::List(_))
            && source.text()[at..].starts_with(signs);
        let gap = if is_alike { "" } else { self.newline() };
        Some(TextEdit::replace(Span::at(at), format!("{line}{}{gap}", self.newline())))
    }

    /// A line below the last field above the sections that these signs begin as well.
    fn below_a_field(&self, signs: &str, line: &str) -> Option<TextEdit> {
        let source = &self.record.source;
        let dates = self.record.dates.iter().map(|date| date.span.start);
        let people = self.record.people.iter().map(|(_, name)| name.span.start);
        let shaped = |at: &usize| {
            let line = source.slice(source.line_span(source.line(*at)));
            let own = line.find(char::is_alphanumeric).map(|start| &line[..start]);
            own == Some(signs) && line.contains([':', '：'])
        };
        let inside = |at: &usize| self.record.span.start <= *at && *at < self.sections;
        let last = dates.chain(people).filter(inside).filter(shaped).max()?;
        let field = source.line_span(source.line(last));
        let end = field.start + source.slice(field).trim_end_matches(['\r', '\n']).len();
        Some(TextEdit::replace(Span::at(end), format!("{}{line}", self.newline())))
    }
}

#[cfg(test)]
mod tests {
    use text::edit::Edits;
    use text::source::Source;

    use super::*;

    /// A file whose first section has got a status, or none.
    fn begun(text: &str) -> Option<String> {
        let own = OwnWords::new();
        let source = Source::new("decision-log.md", text);
        let records = sections::records(&Document::parse(&source), "decision-log.md", &own);
        let wording =
            Beginning { line: "Deprecated", status: Status::Deprecated, heading: "Status" };
        let mut edits = Edits::default();
        edits.extend(begin(&records[0], wording, &records, &own)?);
        Some(edits.apply(text))
    }

    #[test]
    fn a_section_of_a_log_gets_its_status_where_another_has_it() {
        let log = |first: &str, second: &str| {
            format!(
                "# Decision log\n\n## D-1: Use a queue\n\n{first}## D-2: Use a pump\n\n{second}\n"
            )
        };
        let first = "**Status:** Accepted\n\n**Decision:** We use it.";
        for (old, new) in [
            (
                "**Decision:** We use it.\n\n---\n\n",
                "**Status:** Deprecated\n\n**Decision:** We use it.\n\n---\n\n",
            ),
            (
                "<a id=\"q\"></a>\n\n**Decision:** We do.\n\n",
                "**Status:** Deprecated\n\n<a id=\"q\"></a>\n\n**Decision:** We do.\n\n",
            ),
        ] {
            assert_eq!(begun(&log(old, first)), Some(log(new, first)), "{old}");
        }
        let last = "**Decision:** We use it.\n\n**Status:** Accepted";
        for end in [
            "",
            "---\n\n",
            "[↑ Top](#log)\n\n---\n\n",
            "<!-- end -->\n\n***\n\n",
            "[plan]: https://example.org\n\n",
            "[^1]: A note.\n\n",
        ] {
            let old = format!("**Decision:** We use it, see [it][plan].[^1]\n\n{end}");
            let new = format!(
                "**Decision:** We use it, see [it][plan].[^1]\n\n**Status:** Deprecated\n\n{end}"
            );
            assert_eq!(begun(&log(&old, last)), Some(log(&new, last)), "{end}");
        }
        // What is folded ends with its last tag.
        let old = "**Decision:** We use it.\n\n<details>\n\nLong notes.\n\n</details>\n\n";
        let new = format!("{old}**Status:** Deprecated\n\n");
        assert_eq!(begun(&log(old, last)), Some(log(&new, last)));
        // A sentence with a link is the record's own.
        let old = "**Decision:** We use it.\n\nSee [D-2](#d-2-use-a-pump).\n\n";
        let new = format!("{old}**Status:** Deprecated\n\n");
        assert_eq!(begun(&log(old, last)), Some(log(&new, last)));
        let items = "- Status: Accepted\n- Decision: We use it.";
        let new = "- Status: Deprecated\n- Decision: We do.\n\n";
        assert_eq!(begun(&log("- Decision: We do.\n\n", items)), Some(log(new, items)));
    }

    #[test]
    fn a_file_gets_no_status_above_a_section_that_states_its_own() {
        let own = OwnWords::new();
        let wording =
            Beginning { line: "Deprecated", status: Status::Deprecated, heading: "Status" };
        let edits = |text: &str| {
            let path = "docs/adr/0007-use-a-queue.md";
            let document = Document::parse(&Source::new(path, text));
            let record = crate::adr::read(&document, path, &own).record().unwrap();
            begin(&record, wording, &[], &own)
        };
        let text = |status: &str| {
            format!(
                "# Use a pump\n\n## ADR-0007: Use a queue\n\n{status}### Context\n\nLate.\n\n### Decision\n\nWe use it.\n"
            )
        };
        assert_eq!(edits(&text("### Status\n\nAccepted\n\n")), None);
        assert!(edits("# Use a queue\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n").is_some());
    }
}
