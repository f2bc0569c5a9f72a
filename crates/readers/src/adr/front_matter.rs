//! What the YAML block states: strings, comma strings, lists, maps, and a template's braces.

use text::markdown;
use text::markdown::front_matter::{Entry, FrontMatter, Value, ValueKind};
use text::markdown::inline::Inlines;
use text::source::{Source, Span};

use super::label::LabelKind;
use super::labelled_value::Labelled;
use super::name::{ADR, is_type_word};
use super::record::Origin;
use super::status_history::Last;
use words::Vocabulary;

/// Adds what the block states.
pub(super) fn stated(front: &FrontMatter, source: &Source, found: &mut Vec<Labelled>) {
    entries(&front.entries, source, 0, found);
}

/// Keys that mean nothing here, or only that such follow, may hold those that do: `adr: { status: accepted }`,
/// `meta: { date: 2024-03-05 }`.
fn entries(entries: &[Entry], source: &Source, depth: usize, found: &mut Vec<Labelled>) {
    const DEEPEST: usize = 2;
    let own: Vec<LabelKind> =
        entries.iter().filter_map(|entry| LabelKind::of(&entry.key)).collect();
    let of_record = entries.iter().position(states_of_record);
    for (index, entry) in entries.iter().enumerate() {
        let is_own = of_record == Some(index);
        let key = if is_own { Some(LabelKind::Status) } else { LabelKind::of(&entry.key) };
        // Beside `adr_status`, `status` is how far the page is.
        if of_record.is_some() && !is_own && key == Some(LabelKind::Status) {
            continue;
        }
        if let Some(last) = history(entry, key, &own) {
            let dates = last.date.filter(|_| !own.contains(&LabelKind::Date));
            for (key, entry) in [(LabelKind::Status, Some(last.status)), (LabelKind::Date, dates)] {
                found.extend(entry.map(|entry| labelled(key, entry, Origin::ChangeLog, source)));
            }
            continue;
        }
        match (&entry.value.kind, key) {
            (ValueKind::List(values), _) if values.iter().any(|value| typed(value).is_some()) => {
                for (key, label, target) in values.iter().filter_map(typed) {
                    let mut lines = Vec::new();
                    pieces(target, source, &mut lines);
                    found.push(Labelled { key, label, lines, origin: Origin::FrontMatter });
                }
            }
            (ValueKind::Map(inner), Some(LabelKind::Relation(_)))
                if inner.iter().any(|entry| relation(&entry.key).is_some()) =>
            {
                self::entries(inner, source, DEEPEST, found);
            }
            (ValueKind::Map(inner), None | Some(LabelKind::Id | LabelKind::Metadata))
                if depth < DEEPEST =>
            {
                let mut more = Vec::new();
                self::entries(inner, source, depth + 1, &mut more);
                // What is told of something else says nothing against the page's own keys.
                if !is_type_word(&entry.key) {
                    more.retain(|more| !own.contains(&more.key));
                }
                found.extend(more);
            }
            (_, Some(key)) if is_template(&entry.value, source) => {
                let span = entry.value.span;
                let lines = vec![inlines(source.slice(span), span, source)];
                found.push(Labelled {
                    key,
                    label: entry.key_span,
                    lines,
                    origin: Origin::FrontMatter,
                });
            }
            (_, Some(key)) => {
                found.push(labelled(key, entry, Origin::FrontMatter, source));
            }
            _ => {}
        }
    }
}

/// Whether a value is a template's words in braces, which YAML reads as a map: `{proposed | accepted}`. `{accepted}` has
/// been filled in.
fn is_template(value: &Value, source: &Source) -> bool {
    const MOST_WORDS: usize = 2;
    let ValueKind::Map(entries) = &value.kind else { return false };
    let written = source.slice(value.span).trim();
    let bare = entries.iter().all(|entry| matches!(entry.value.kind, ValueKind::Null));
    let inside = written.strip_prefix('{').and_then(|inside| inside.strip_suffix('}'));
    bare && inside.is_some_and(|inside| {
        let asks = inside.trim_start().starts_with(char::is_lowercase)
            && inside.split_whitespace().count() > MOST_WORDS;
        inside.contains('|') || asks && entries.len() == 1
    })
}

/// Whether a key names the record and states how far that is: `adr_status: Proposed`.
fn states_of_record(entry: &Entry) -> bool {
    let is_named = entry.key.split_once(['_', '-']).is_some_and(|(word, label)| {
        word.eq_ignore_ascii_case(ADR) && LabelKind::of(label) == Some(LabelKind::Status)
    });
    let known = |value: &str| Vocabulary::known().at_start::<words::Status>(value.trim()).is_some();
    is_named && entry.value.as_str().is_some_and(known)
}

fn labelled(key: LabelKind, entry: &Entry, origin: Origin, source: &Source) -> Labelled {
    let mut lines = Vec::new();
    pieces(&entry.value, source, &mut lines);
    Labelled { key, label: entry.key_span, lines, origin }
}

/// What the history of a status came to, where no other key of the page states one.
fn history<'e>(entry: &'e Entry, key: Option<LabelKind>, own: &[LabelKind]) -> Option<Last<'e>> {
    let ValueKind::List(values) = &entry.value.kind else { return None };
    let others = own.iter().filter(|&&own| own == LabelKind::Status).count();
    let is_history = match key {
        None | Some(LabelKind::ChangeLog) => others == 0,
        Some(LabelKind::Status) => others == 1,
        Some(_) => false,
    };
    Last::of(values).filter(|_| is_history)
}

/// The relation and the record of `{ type: supersedes, target: ADR-12 }`.
fn typed(value: &Value) -> Option<(LabelKind, Span, &Value)> {
    // Keys of programs' schemas, and no words of a language.
    const KIND_KEYS: [&str; 4] = ["type", "kind", "relation", "rel"];
    const TARGET_KEYS: [&str; 6] = ["target", "to", "ref", "id", "adr", "record"];
    let ValueKind::Map(entries) = &value.kind else { return None };
    let of = |names: &[&str]| {
        entries.iter().find(|entry| names.iter().any(|name| entry.key.eq_ignore_ascii_case(name)))
    };
    let (kind, target) = (of(&KIND_KEYS)?, of(&TARGET_KEYS)?);
    Some((relation(kind.value.as_str()?)?, kind.value.span, &target.value))
}

fn relation(word: &str) -> Option<LabelKind> {
    LabelKind::of(word).filter(|key| matches!(key, LabelKind::Relation(_)))
}

/// A value as pieces of text: the items of a list, the words in a template's braces.
fn pieces(value: &Value, source: &Source, lines: &mut Vec<Inlines>) {
    match &value.kind {
        ValueKind::Null => {}
        ValueKind::Scalar(text) => lines.push(inlines(text, value.span, source)),
        ValueKind::List(values) => values.iter().for_each(|value| pieces(value, source, lines)),
        ValueKind::Map(entries) => {
            for entry in entries {
                lines.push(inlines(&entry.key, entry.key_span, source));
                pieces(&entry.value, source, lines);
            }
        }
    }
}

/// Markdown inside of YAML. Spans are exact where the text stands in the file as it is.
fn inlines(text: &str, span: Span, source: &Source) -> Inlines {
    let written = source.slice(span);
    match written.find(text.trim()).filter(|_| !text.trim().is_empty()) {
        Some(at) => markdown::inlines(text.trim(), span.start + at),
        None => markdown::inlines(text, span.start).collapsed(span),
    }
}

#[cfg(test)]
mod tests {
    use crate::adr::sample;
    use crate::adr::status::Status;

    #[test]
    fn a_key_that_names_the_record_is_its_own_beside_that_of_the_page() {
        let read = |keys: &str| {
            let body = "# 1. A\n\n## Context\n\nC.\n\n## Decision\n\nD.\n";
            let record = sample::record("0001-a.md", &format!("---\n{keys}\n---\n\n{body}"));
            let told = record.states.len();
            (record.status.map(|status| status.value), told)
        };
        let proposed = (Some(Status::Proposed), 1);
        assert_eq!(read("status: active\nadr_status: Proposed"), proposed);
        assert_eq!(read("adr-status: Proposed\nstatus: final"), proposed);
        assert_eq!(read("status: Proposed\nadr_number: 1"), proposed);
        assert_eq!(read("status: Proposed\nadr_status: ''"), proposed);
        assert_eq!(read("status: Proposed\nadr_status: TBD").0, proposed.0);
    }

    #[test]
    fn a_templates_words_in_braces_give_nothing() {
        let text = "---\nstatus: {proposed | accepted | superseded by ADR-5}\ndate: {YYYY-MM-DD}\n\
                    deciders: {list everyone involved in it}\n---\n\n# A\n\n## Context\n\nC.\n\n## Decision\n\nD.\n";
        let record = sample::record("0001-a.md", text);
        assert!(record.status.is_none() && record.date.is_none());
        assert!(record.people.is_empty() && record.relations.is_empty());
        let named = sample::record(
            "0001-a.md",
            &text.replace("{list everyone involved in it}", "{Ann Lee, Bo}"),
        );
        let people: Vec<&str> = named.people.iter().map(|(_, name)| &*name.value).collect();
        assert_eq!(people, ["Ann Lee", "Bo"]);
        let choice = "{proposed | accepted | superseded by ADR-5}";
        let filled = sample::record("0001-a.md", &text.replace(choice, "{accepted}"));
        assert_eq!(filled.status.map(|status| status.value), Some(Status::Accepted));
    }
}
