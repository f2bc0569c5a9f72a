//! What is filled in, and what is emptied, in the front matter of a template.

use crate::record_path;
use text::edit::TextEdit;
use text::markdown::Document;
use text::markdown::front_matter::{Notation, ValueKind};
use text::source::Span;
use words::{date, fold};

use super::{Filling, Misfit, id, number_place};
use crate::adr::label::LabelKind;
use crate::adr::labelled_value::Labelled;
use crate::adr::name::is_type_word;
use crate::adr::record::Origin;
use crate::adr::statement;
use crate::adr::status::OwnWords;
use crate::adr::text::Line;

/// The number in the front matter behind a word for a record: `RFC: XXXX`.
pub(super) fn number(document: &Document, filling: Filling<'_>) -> Option<TextEdit> {
    let entries = &document.front_matter.as_ref()?.entries;
    let entry = entries.iter().find(|entry| is_type_word(&entry.key))?;
    let span = entry.value.span;
    let place = number_place(document.slice(span))?;
    let at = Span::new(span.start + place.start, span.start + place.end);
    Some(TextEdit::replace(at, filling.number?.trim_start_matches('0')))
}

/// What a key asks for, in the place of its value.
pub(super) fn value(
    document: &Document,
    key: LabelKind,
    place: Span,
    filling: Filling<'_>,
) -> Option<TextEdit> {
    let notation = document.front_matter.as_ref()?.notation;
    let old = document.slice(place);
    let text = match key {
        LabelKind::Status if old.contains(char::is_uppercase) => filling.status.to_owned(),
        LabelKind::Status => filling.status.to_lowercase(),
        LabelKind::Date | LabelKind::Created => filling.date.to_owned(),
        LabelKind::Title => filling.title.to_owned(),
        LabelKind::Id => id(old, filling).or_else(|| named(old, filling))?,
        _ => return None,
    };
    let new = in_type_of(notation, key, text, old);
    let before = &document.source.text()[..place.start];
    let gap = if old.is_empty() && !before.ends_with([' ', '\t']) { " " } else { "" };
    Some(TextEdit::replace(place, format!("{gap}{new}")))
}

/// The name of the file for an identifier that a template leaves open: `YYYY-MM-DD-<short-name>`.
fn named(old: &str, filling: Filling<'_>) -> Option<String> {
    let open = old.contains(['<', '{', '[']);
    (open && filling.number.is_none()).then(|| record_path::stem(filling.path).to_owned())
}

/// A value as it is written in the place of another one: a text, a number or a day where that is one.
fn in_type_of(notation: Notation, key: LabelKind, text: String, old: &str) -> String {
    let inside = old.trim_start_matches(['"', '\'']);
    let quoted = inside.len() < old.len();
    match notation {
        Notation::Toml => {
            let number = text.trim_start_matches('0');
            if !quoted && is_number(old) && is_number(number) {
                number.to_owned()
            } else if !quoted && !old.is_empty() && is_date(&text) {
                text
            } else {
                notation.quoted(&text, "")
            }
        }
        // What would need no marks has them because the team wants them; a placeholder has them for its braces.
        Notation::Yaml if inside.starts_with(char::is_alphanumeric) && quoted => {
            notation.quoted(&text, old)
        }
        Notation::Yaml if matches!(key, LabelKind::Title | LabelKind::Status) => {
            notation.scalar(&text, old)
        }
        Notation::Yaml => text,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_date(text: &str) -> bool {
    date::whole(text).and_then(date::Reading::exact).is_some_and(|date| date.to_string() == text)
}

/// Why front matter that is what it claims to be is it no longer once it is filled in.
pub(super) fn broken(template: &Document, filled: &Document) -> Option<Misfit> {
    let before = template.front_matter.as_ref().filter(|front| front.problem.is_none())?;
    if filled.front_matter.is_none() {
        let line = template.source.line(before.span.start);
        return Some(Misfit::FrontMatter { line, problem: "no block is left".to_owned() });
    }
    unread(filled)
}

/// Why the front matter of a filled form does not read.
pub fn unread(filled: &Document) -> Option<Misfit> {
    let problem = filled.front_matter.as_ref()?.problem.as_ref()?;
    let (line, problem) = (filled.source.line(problem.span.start), problem.message.clone());
    Some(Misfit::FrontMatter { line, problem })
}

/// The records that a template names in its front matter as examples: those of a new one are others.
pub(super) fn examples(
    document: &Document,
    statements: &[Labelled],
    own: &OwnWords,
) -> Vec<TextEdit> {
    let is_example = |one: &&Labelled| match one.key {
        LabelKind::Relation(kind) if one.origin == Origin::FrontMatter => {
            one.lines.iter().any(|line| {
                let line = Line::of(line);
                let open = fold::is_bracketed(line.text.trim());
                let named = statement::value(line, kind, own);
                open || named.iter().any(|relation| relation.target.id().is_some())
            })
        }
        _ => false,
    };
    let emptied = |one: &Labelled| {
        let front = document.front_matter.as_ref()?;
        let entry = front.entries.iter().find(|entry| entry.key_span == one.label)?;
        let start = entry.key_span.end;
        let behind = document.slice(Span::new(start, entry.value.span.end));
        let (sign, end) = (behind.find(front.notation.separator())? + 1, behind.trim_end().len());
        let nothing = match (front.notation, &entry.value.kind) {
            (Notation::Yaml, _) => "",
            (Notation::Toml, ValueKind::List(_)) => " []",
            (Notation::Toml, _) => " \"\"",
        };
        Some(TextEdit::replace(Span::new(start + sign, start + end), nothing))
    };
    statements.iter().filter(is_example).filter_map(emptied).collect()
}
