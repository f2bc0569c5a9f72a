//! The labels in the lines of a paragraph, and what goes on with the value before.

use text::markdown::inline::{Inlines, RunKind};
use text::source::Span;
use words::{ClauseRole, Label, Reference, Status, Vocabulary};

use super::super::badge::{self, Badge};
use super::super::field::{field_of, is_state, pieces, tight_field};
use super::super::label::LabelKind;
use super::super::labelled_value::Labelled;
use super::super::record::Origin;
use super::super::statement;
use super::super::text::{self as line, Line};
use super::Collector;

/// What stands before a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Break {
    /// Nothing: it begins what is said.
    Start,
    /// The line before it, in the same sentence.
    Soft,
}

impl Collector<'_> {
    /// Reads the lines of a paragraph; true where it is nothing but a label.
    pub(super) fn paragraph(&mut self, text: &Inlines, bullet: bool) -> bool {
        let start = self.found.len();
        self.badges(text);
        let mut current = None;
        for part in line::parts(text) {
            let lines = part.lines();
            for (index, line) in lines.iter().enumerate() {
                let before = index.checked_sub(1).and_then(|before| lines.get(before));
                if current.is_none() && before.is_some_and(|before| goes_on(before, line)) {
                    continue;
                }
                let before = if index > 0 { Break::Soft } else { Break::Start };
                for piece in pieces(line) {
                    current = self.piece(&piece, origin(&piece, bullet), current, before);
                }
            }
        }
        let single = self.found.len() == start + 1;
        single && self.is_open()
    }

    /// A labelled value, or what goes on with the one before; returns the index of the latter.
    fn piece(
        &mut self,
        piece: &Inlines,
        origin: Origin,
        current: Option<usize>,
        before: Break,
    ) -> Option<usize> {
        // `Accepted on 2024-03-05` below a label of its own is the status, and no label of the day.
        if let Some(at) = current.filter(|&at| self.waits_for_a_state(at))
            && begins_with_a_state(piece)
        {
            self.found[at].lines.push(piece.clone());
            return Some(at);
        }
        match field_of(piece) {
            Some((Some(key), label, value)) => self.labelled(piece, key, label, &value, origin),
            Some((None, _, value)) => {
                self.found.extend(said_of_the_record(&value, origin));
                None
            }
            None => {
                if let Some((key, label, value)) = tight_field(piece) {
                    // `status:open` in a list is a ticket's.
                    let small = || piece.clip(label).plain().starts_with(char::is_lowercase);
                    if origin != Origin::Bullet || !small() {
                        self.tight.push(Labelled { key, label, lines: vec![value], origin });
                    }
                    return None;
                }
                go_on(&mut self.found[current?], piece, before);
                current
            }
        }
    }

    /// A value behind its label.
    fn labelled(
        &mut self,
        piece: &Inlines,
        key: LabelKind,
        label: Span,
        value: &Inlines,
        origin: Origin,
    ) -> Option<usize> {
        let lines = if value.is_blank() { Vec::new() } else { line::parts(value) };
        // Beside a status of its own, that of an amendment is another's.
        if Vocabulary::known().is(Label::AmendmentStatus, &piece.clip(label).plain()) {
            self.unsure.push(Labelled { key, label, lines, origin });
            return None;
        }
        self.found.push(Labelled { key, label, lines, origin });
        Some(self.found.len() - 1)
    }

    fn waits_for_a_state(&self, at: usize) -> bool {
        self.found[at].key == LabelKind::Status && self.found[at].lines.is_empty()
    }

    /// Badges that show a label and its value.
    fn badges(&mut self, text: &Inlines) {
        for link in text.links.iter().filter(|link| link.image) {
            let Some(badge) = badge::of(&link.target) else { continue };
            let Some(key) = badge_key(&badge) else { continue };
            let lines = vec![Inlines::literal(&badge.message, link.span).collapsed(link.span)];
            self.found.push(Labelled { key, label: link.span, lines, origin: Origin::Line });
        }
    }
}

/// Where a piece of a line stands.
fn origin(piece: &Inlines, bullet: bool) -> Origin {
    let first = piece.runs().find(|run| !run.text.trim().is_empty());
    match first.is_some_and(|run| run.strong) {
        _ if bullet => Origin::Bullet,
        true => Origin::Bold,
        false => Origin::Line,
    }
}

/// Gives a value what goes on with it.
fn go_on(value: &mut Labelled, piece: &Inlines, before: Break) {
    let Labelled { key, lines, .. } = value;
    let listed = || lines.last().is_some_and(|line| line.plain().ends_with(','));
    let goes_on = matches!(key, LabelKind::Status | LabelKind::Relation(_)) || listed();
    if lines.is_empty() || goes_on && before == Break::Start {
        lines.push(piece.clone());
    } else if goes_on {
        let last = lines.pop().unwrap_or_default();
        lines.push(last.joined(piece, RunKind::SoftBreak));
    }
}

/// Whether a line goes on with the sentence of the one before: in words that are begun small and stand behind no colon,
/// below a line that ends with one. What is said of another thing there may begin in bold: `the section "Cache" is` /
/// `**superseded by [ADR-5](…)**`.
fn goes_on(before: &Inlines, line: &Inlines) -> bool {
    let is_end = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '*' | '_');
    let open = before.plain().trim_end().ends_with(|c: char| c.is_alphabetic() && !is_end(c));
    let said = line.plain();
    let said = said.trim_start();
    let label = said.split(|c: char| c.is_ascii_digit() || matches!(c, '[' | '(')).next();
    open && said.starts_with(char::is_lowercase)
        && label.is_some_and(|label| !label.contains([':', '：']))
}

/// What a sentence below a label that is not known says of the record: `Context: … This record supersedes ADR-5.`
fn said_of_the_record(value: &Inlines, origin: Origin) -> Option<Labelled> {
    let line = Line::of(value);
    let starts = line.text.match_indices(['.', '!']).map(|(at, sign)| at + sign.len());
    std::iter::once(0).chain(starts).find_map(|start| {
        let said = &line.text[start..];
        let said = said.trim_start();
        let start = line.text.len() - said.len();
        let len = leads_to_the_verb(said)?;
        let stated = Vocabulary::known().relation_at_start(&said[len..])?;
        // `supersedes ADR` is a verb as well, and its last word one of the name.
        let verb = &said[len..len + stated.end()];
        let (_, last) = verb.rsplit_once(' ').unwrap_or_default();
        let is_name = Vocabulary::known().is(Reference::Record, last);
        let names = start + len + verb.len() - if is_name { last.len() } else { 0 };
        let kind = statement::kind(said, len, &stated);
        let end = line.text[names..].find(". ").map_or(line.text.len(), |end| names + end);
        Some(Labelled {
            key: LabelKind::Relation(kind),
            label: line.span(start + len..names),
            lines: vec![value.clip(line.span(names..end)).trimmed()],
            origin,
        })
    })
}

/// The length of "This record" or "This ADR is" before a verb.
fn leads_to_the_verb(text: &str) -> Option<usize> {
    let words = Vocabulary::known();
    let lead = |at: usize| {
        let space = text[at..].len() - text[at..].trim_start().len();
        Some((at + space, words.starts(ClauseRole::LeadIn, &text[at + space..])?.len))
    };
    let (_, this) = lead(0)?;
    let space = text[this..].len() - text[this..].trim_start().len();
    let kind = words.starts(Reference::Record, &text[this + space..])?.len;
    let at = this + space + kind;
    let at = lead(at).map_or(at, |(start, len)| start + len);
    Some(at + text[at..].len() - text[at..].trim_start().len())
}

fn begins_with_a_state(text: &Inlines) -> bool {
    let text = text.plain();
    let words = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    Vocabulary::known().at_start::<Status>(words).is_some()
}

/// What a badge says; one of a record with a word of state says that: `ADR | approved`.
fn badge_key(badge: &Badge) -> Option<LabelKind> {
    let record = Vocabulary::known().is(words::Reference::Record, &badge.label);
    if record && is_state(&badge.message) {
        Some(LabelKind::Status)
    } else {
        LabelKind::of(&badge.label)
    }
}
