//! What a record states in its sections: the heading is the label, or holds it, or labels stand below.

use std::ops::Range;

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::field;
use text::markdown::inline::{Inlines, Run};
use text::source::Span;
use words::{DateWord, Label, Status, Vocabulary, date};

use super::Collector;
use super::caption;
use super::footer::before_footer;
use super::head::names_the_form;
use super::own_verb::{self, Said};
use crate::adr::dates;
use crate::adr::field::{asks_for_a_day, field_of, is_brief, is_state};
use crate::adr::format::Part;
use crate::adr::label::LabelKind;
use crate::adr::labelled_value::Labelled;
use crate::adr::lines::text_lines;
use crate::adr::record::Origin;
use crate::adr::relation::RelationKind;
use crate::adr::table;
use crate::adr::text::Line;

impl Collector<'_> {
    pub(super) fn section(&mut self, index: usize, within: &Range<usize>) {
        let (first, end) = (within.start, within.end);
        let sections = &self.document.outline.sections;
        let section = &sections[index];
        let Some(heading) = self.document.blocks[section.block].heading() else { return };
        let mut body = &self.document.blocks[section.body.clone()];
        if first > 0 && index + 1 == sections.len() {
            body = before_footer(body);
        }
        // Deeper sections are about the subject, not about the record; a summary's are its labels.
        let titled = self.has_title;
        let of_decision =
            section.parent.is_some_and(|parent| parent > first && self.decides(parent));
        let direct = !of_decision && section.level <= sections[first].level + u8::from(titled)
            || section.parent.is_none_or(|parent| parent <= first && titled);
        if !direct && !section.parent.is_some_and(|parent| self.is_summary(parent)) {
            return;
        }
        let form = index == first + 1 && names_the_form(&section.title);
        let key =
            if form { Some(LabelKind::Metadata) } else { self.heading_key(&section.title, body) };
        if !direct && key.is_none() {
            return;
        }
        if let Some((label, span, value)) = field::split_label(&heading.text)
            && let Some(key) = LabelKind::of(&label)
            && !value.is_blank()
            && (key != LabelKind::Status || is_brief(&value))
        {
            let lines = vec![value];
            self.found.push(Labelled { key, label: span, lines, origin: Origin::Section });
            self.blocks(body);
        } else if let Some(key) = key.filter(|key| *key != LabelKind::Metadata) {
            self.keyed(key, heading.text.span, body);
        } else if index == first || key.is_some() {
            self.bare(body.first());
            self.blocks(body);
        } else {
            if index == first + 1 {
                self.below_a_bare_title(first, &heading.text, body);
                self.behind_a_notice(&heading.text, body);
                self.head_list(body);
            }
            if section.subtree == end && decides(&section.title) {
                self.closing(body);
            }
        }
    }

    /// A list of nothing but labels at the end of the first section, the status among them and two more that are known.
    fn head_list(&mut self, body: &[Block]) {
        const FEWEST: usize = 3;
        let [before @ .., Block { kind: BlockKind::List(list), .. }] = body else { return };
        // "A card of an order has:"
        let announced = before.last().and_then(Block::paragraph);
        if announced.is_some_and(|text| text.plain().trim_end().ends_with([':', '：'])) {
            return;
        }
        let fields = || list.items.iter().map(|item| field_of(item.text()?));
        let keys: Vec<LabelKind> = fields().flatten().filter_map(|(key, ..)| key).collect();
        if fields().all(|field| field.is_some())
            && keys.len() >= FEWEST
            && keys.contains(&LabelKind::Status)
        {
            self.unsure(|unsure| unsure.items(list));
        }
    }

    /// What a heading asks for. Below a word of state, `## Accepted`, a day must stand alone: else the section is about
    /// something.
    pub(super) fn heading_key(&self, title: &str, body: &[Block]) -> Option<LabelKind> {
        let dated = || {
            let lines = text_lines(body, &self.document.source);
            lines.first().is_some_and(|line| dates::stands_alone(&Line::of(line).text))
        };
        LabelKind::of(title).filter(|key| !(asks_for_a_day(*key) && is_state(title)) || dated())
    }

    /// `**Status:** Accepted` below the decision, where that is the last of a record's sections, and nothing else below
    /// it: options, tickets and pilots have states of their own.
    fn closing(&mut self, body: &[Block]) {
        // Nearly every record has one by now.
        if self.found.iter().any(|found| found.key == LabelKind::Status) {
            return;
        }
        let rules = body.iter().rev().take_while(|block| matches!(block.kind, BlockKind::Rule));
        let Some((last, _)) = body[..body.len() - rules.count()].split_last() else { return };
        let stated = last.paragraph().and_then(|text| Some((field_of(text)?, text)));
        if let Some(((Some(LabelKind::Status), label, value), text)) = stated
            && text.lines().len() == 1
            && is_state(&value.plain())
        {
            self.found.push(Labelled {
                key: LabelKind::Status,
                label,
                lines: vec![value],
                origin: Origin::Line,
            });
        }
    }

    /// A date, or a word of state with a date, that stands alone below the title, or between bars in a byline:
    /// `2024-03-05 · Jane Doe`.
    fn bare(&mut self, block: Option<&Block>) {
        let text = match block.map(|block| &block.kind) {
            Some(BlockKind::Paragraph(text)) => text,
            // `> Accepted, 2024-03-05.`
            Some(BlockKind::Quote(inside)) => match inside.as_slice() {
                [Block { kind: BlockKind::Paragraph(text), .. }] if is_dated_state(text) => text,
                _ => return,
            },
            _ => return,
        };
        // `Date: 2024-03-05` is labelled, though "date" leads to one in a sentence as well.
        if matches!(field_of(text), Some((Some(_), ..))) {
            return;
        }
        if is_dated_state(text) {
            self.unnamed(LabelKind::Status, text);
            return;
        }
        let parts = between_bars(text);
        let (states, others): (Vec<&Inlines>, Vec<&Inlines>) =
            parts.iter().partition(|part| parts.len() > 1 && is_state_or_end(&part.plain()));
        let mut dated = others.iter().filter(|part| date::first(&Line::of(part).text).is_some());
        // `Last updated · 2024-03-05`
        let labelled = || others.iter().any(|part| is_label(&part.plain()));
        // A version, a time of reading, a second day: what stands beside says of what the day is.
        let counted = |part: &Inlines| {
            let has_digit = |c: char| c.is_ascii_digit();
            let text = Line::of(part).text;
            match date::find(&text).as_slice() {
                [] => text.contains(has_digit),
                [day] => {
                    text[..day.span.start].contains(has_digit)
                        || text[day.span.end..].contains(has_digit)
                }
                _ => true,
            }
        };
        if let (Some(part), None) = (dated.next(), dated.next())
            && let Some(key) = dated_key(part)
            && !labelled()
            && !(parts.len() > 1 && others.iter().any(|part| counted(part)))
        {
            self.unnamed(key, part);
            // `2024-03-05 · Jane Doe · Accepted`
            if let (LabelKind::Date, [state]) = (key, states.as_slice()) {
                self.unnamed(LabelKind::Status, state);
            }
        }
    }

    /// A value that needs no label.
    fn unnamed(&mut self, key: LabelKind, value: &Inlines) {
        let (label, lines) = (Span::at(value.span.start), vec![value.clone()]);
        self.found.push(Labelled { key, label, lines, origin: Origin::Line });
    }

    fn decides(&self, section: usize) -> bool {
        Part::of(&self.document.outline.sections[section].title).is_some_and(Part::is_decision)
    }

    fn is_summary(&self, section: usize) -> bool {
        let title = &self.document.outline.sections[section].title;
        let known = Vocabulary::known();
        known.is(words::Part::Summary, title) || known.is(Label::Metadata, title)
    }

    /// Whether a section whose heading may also be one for the situation holds prose without a word of state.
    fn tells_the_situation(&self, heading: Span, body: &[Block]) -> bool {
        let title = self.document.slice(heading);
        let may_be = Vocabulary::known().is(words::Reference::Situation, title);
        may_be
            && body.first().and_then(Block::paragraph).is_some_and(|text| is_prose(&text.plain()))
    }

    /// A section whose heading is the label: what it says is the value, but for other labels in it.
    pub(super) fn keyed(&mut self, key: LabelKind, label: Span, body: &[Block]) {
        if key == LabelKind::Status && self.tells_the_situation(label, body) {
            return;
        }
        let mut lines = Vec::new();
        for line in caption::left_out(text_lines(body, &self.document.source)) {
            if let LabelKind::Relation(headed) = key {
                match own_verb::said(&line, headed) {
                    Said::AsHeaded => {}
                    Said::Other(kind, rest) => {
                        let (key, lines) = (LabelKind::Relation(kind), vec![rest]);
                        self.found.push(Labelled { key, label, lines, origin: Origin::Section });
                        continue;
                    }
                }
            }
            // `Accepted: tracked in #12` states the status, though "accepted" may ask for a date.
            let field = field::split_label(&line).filter(|(text, _, value)| {
                key != LabelKind::Status || !(is_state(text) || ends(text, value))
            });
            match field.and_then(|(text, _, value)| Some((LabelKind::of(&text)?, value))) {
                Some((other, value)) if other == key => lines.push(value),
                Some(_) => {}
                None => lines.push(line),
            }
        }
        if key != LabelKind::ChangeLog {
            let from = self.found.len();
            self.blocks(body);
            let others = self.found.split_off(from);
            self.found.extend(others.into_iter().filter(|other| other.key != key));
        }
        for inner in body {
            if let BlockKind::Table(table) = &inner.kind {
                lines.extend(table::lines(table, key));
            }
        }
        self.found.push(Labelled { key, label, lines, origin: Origin::Section });
    }
}

/// Whether a text is so long that it says more than a state.
fn is_prose(text: &str) -> bool {
    const FEWEST: usize = 6;
    text.split_whitespace().count() >= FEWEST
        && Vocabulary::known().find::<Status>(text).next().is_none()
}

/// Whether the first of these sections has the record's title. Where that stands in the front matter, the first heading
/// is a section beside the others; `# Proposal` alone is a title.
pub(super) fn has_title(document: &Document, within: &Range<usize>) -> bool {
    let [first, others @ ..] = document.outline.sections.as_slice() else { return true };
    let has_beside = others.iter().any(|other| other.level == first.level);
    within.start > 0 || !(has_beside && Part::is(&first.title))
}

/// What a line says that is a date, or a word of state with a date, and nothing else.
fn dated_key(line: &Inlines) -> Option<LabelKind> {
    const MOST_WORDS: usize = 6;
    let shown = Line::of(line);
    if shown.text.split_whitespace().count() > MOST_WORDS {
        return None;
    }
    let text = shown.text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let state = Vocabulary::known().at_start::<Status>(text).map_or(0, |found| found.len);
    let key = if state > 0 { LabelKind::Status } else { LabelKind::Date };
    dates::stands_alone(&text[state..]).then_some(key)
}

/// Whether a short text begins with a sentence that is a word of state with its day, and nothing else: `Accepted,
/// 2024-03-05. Extends ADR-5.`
fn is_dated_state(text: &Inlines) -> bool {
    const MOST_CHARS: usize = 240;
    let shown = Line::of(text);
    let said = shown.text.trim();
    if said.chars().count() > MOST_CHARS || shown.text.contains(['|', '•', '·']) {
        return false;
    }
    let state = Vocabulary::known().at_start::<Status>(said).map_or(0, |found| found.len);
    let ends = said.match_indices(['.', ';']).map(|(at, sign)| (at, at + sign.len()));
    let mut ends =
        ends.filter(|&(_, next)| !said[next..].starts_with(|c: char| !c.is_whitespace()));
    let end = ends.next().map_or(said.len(), |(at, _)| at);
    state > 0 && state <= end && dates::stands_alone(&said[state..end])
}

/// Whether a part of a byline is a word of state, or says what took the record's place.
fn is_state_or_end(text: &str) -> bool {
    let stated = || Vocabulary::known().relation_at_start(text.trim_start());
    is_state(text)
        || stated().is_some_and(|stated| RelationKind::from(stated.relation).is_passive())
}

fn is_label(text: &str) -> bool {
    let known = Vocabulary::known();
    known.whole::<Label>(text).is_some() || known.whole::<DateWord>(text).is_some()
}

/// The parts of a byline; a text of several lines as one.
fn between_bars(text: &Inlines) -> Vec<Inlines> {
    let mut parts = Vec::new();
    let mut start = text.span.start;
    if text.lines().len() == 1 {
        for run in text.runs().filter(Run::is_verbatim) {
            for (at, bar) in run.text.match_indices(['|', '•', '·']) {
                let at = run.span.start + at;
                parts.push(text.clip(Span::new(start, at)));
                start = at + bar.len();
            }
        }
    }
    parts.push(text.clip(Span::new(start, text.span.end.max(start))));
    parts
}

/// Whether a heading is that of what was decided, or of what follows from it.
fn decides(heading: &str) -> bool {
    Part::of(heading).is_some_and(|part| part.is_decision() || part == Part::Consequences)
}

/// Whether a label with a record behind it says that this took the place of the one that is read: below
/// "Status" that is the status.
fn ends(label: &str, value: &Inlines) -> bool {
    let named = !value.links.is_empty() || value.plain().contains(|c: char| c.is_ascii_digit());
    named && LabelKind::of(label) == Some(LabelKind::Relation(RelationKind::SupersededBy))
}

#[cfg(test)]
mod tests {
    use crate::adr::sample;
    use crate::adr::status::Status;

    #[test]
    fn a_heading_for_the_situation_that_holds_prose_is_no_status() {
        let states = |heading: &str, said: &str| {
            let text = format!("# ADR-1: A\n\n## {heading}\n\n{said}\n\n## Karar\n\nB.\n");
            sample::record("0001-a.md", &text).states
        };
        let prose = "Sistem talep formu, dosya yukleme ve raporlama isterlerini birlikte tasir.";
        assert!(states("Durum", prose).is_empty());
        assert!(!states("Statü", prose).is_empty());
        let stated = states("Durum", "Kabul edildi");
        let status = stated.first().and_then(|state| state.value.status);
        assert_eq!(status, Some(Status::Accepted));
    }
}
