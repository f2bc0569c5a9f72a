//! What a document says of itself, and where such words may stand: in its front matter, at its top, in a
//! section about the document, behind its last rule. What stands in another section, or in a decision record
//! inside the document, is about something else.

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::field::fields;
use text::markdown::front_matter::{Entry, Value, ValueKind};
use text::source::Place;
use words::{Concept, Label, Vocabulary};

use super::bind::Binding;
use super::bind::node::{NodeKind, Part};

/// A labelled value.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What its label asks for.
    pub label: Label,
    /// The label as written.
    pub name: String,
    /// The value as written.
    pub words: String,
    /// Where the value stands.
    pub place: Place,
}

/// What the front matter says.
#[derive(Clone, Debug, Default)]
pub struct Front {
    /// Its labelled values.
    pub statements: Vec<Statement>,
    /// The values of other keys, as written: a day among them may be a newer one.
    pub others: Vec<String>,
}

/// The most blocks of a footer.
const MAX_FOOTER: usize = 12;

/// All statements of a bound chapter's text, in order.
pub(super) fn statements(binding: &Binding) -> Vec<Statement> {
    let tree = &binding.tree;
    let mut found: Vec<Statement> = Vec::new();
    let mut parts: Vec<&Part> = tree.preamble.iter().collect();
    parts.extend(about(binding).flat_map(|node| &tree.nodes[node].body));
    let above = parts.into_iter().flat_map(|part| tree.blocks(std::slice::from_ref(part)));
    let chapter = tree.chapter();
    let below = footer(&chapter.blocks).iter().map(|block| (chapter, block));
    for (document, block) in above.chain(below) {
        for statement in read(document, block) {
            // A short chapter's footer is its top as well.
            let known = |known: &Statement| known.place.span == statement.place.span;
            if !found.iter().any(known) {
                found.push(statement);
            }
        }
    }
    found
}

/// The headings below which the document speaks of itself: its title, with a subtitle, and sections
/// that are named so.
fn about(binding: &Binding) -> impl Iterator<Item = usize> {
    let nodes = &binding.tree.nodes;
    let headings = (0..nodes.len()).filter(|&node| nodes[node].kind == NodeKind::Heading);
    let named = headings.filter(move |&node| {
        let words = Vocabulary::known();
        let title = &nodes[node].text;
        words.is(Label::Metadata, title) || words.is(Concept::DocumentInformation, title)
    });
    let top = top(binding);
    let further = named.filter({
        let top = top.clone();
        move |node| !top.contains(node)
    });
    top.into_iter().chain(further)
}

/// The heading that is the document's title, with a subtitle right below it.
pub(super) fn top(binding: &Binding) -> Vec<usize> {
    let nodes = &binding.tree.nodes;
    let is_section =
        |node: usize| binding.served(node).iter().any(|&one| !binding.template.is_title(one));
    let mut headings = (0..nodes.len()).filter(|&node| nodes[node].kind == NodeKind::Heading);
    let title = headings.next().filter(|&node| !is_section(node));
    let bare = title.is_some_and(|title| nodes[title].body.is_empty());
    let subtitle = headings.next().filter(|&node| bare && !is_section(node));
    title.into_iter().chain(subtitle).collect()
}

/// What stands behind the last rule, when no heading does.
fn footer(blocks: &[Block]) -> &[Block] {
    let rule = blocks.iter().rposition(|block| matches!(block.kind, BlockKind::Rule));
    let footer = rule.map_or(&[][..], |rule| &blocks[rule + 1..]);
    let plain = footer.iter().all(|block| block.heading().is_none());
    if plain && footer.len() <= MAX_FOOTER { footer } else { &[] }
}

fn read<'b>(document: &'b Document, block: &'b Block) -> impl Iterator<Item = Statement> + 'b {
    fields(std::slice::from_ref(block)).into_iter().filter_map(|field| {
        let label = Vocabulary::known().glossed::<Label>(&field.label)?.meaning;
        let words = field.value.plain();
        let place = Place::new(&document.source, field.value.span);
        (!words.is_empty()).then_some(Statement { label, name: field.label, words, place })
    })
}

/// What the front matter says. Keys without a meaning may hold others, as `extra` does.
pub(super) fn in_front_matter(document: &Document) -> Front {
    let mut found = Front::default();
    if let Some(front) = &document.front_matter {
        entries(document, &front.entries, 0, &mut found);
    }
    found
}

fn entries(document: &Document, all: &[Entry], depth: usize, found: &mut Front) {
    const DEEPEST: usize = 2;
    let label = |key: &str| Some(Vocabulary::known().glossed::<Label>(&spaced(key))?.meaning);
    for Entry { key, value, .. } in all.iter().filter(|entry| !leaves_the_site(&entry.key)) {
        match (&value.kind, label(key)) {
            (ValueKind::Scalar(_), Some(label)) => {
                found.statements.extend(statement(document, label, key, value));
            }
            // `last_update: { date: 2024-03-05, author: Ann }`
            (ValueKind::Map(inner), Some(outer)) => {
                for entry in inner {
                    if label(&entry.key) == Some(Label::Date) {
                        found.statements.extend(statement(document, outer, key, &entry.value));
                    } else {
                        others(&entry.value, &mut found.others);
                    }
                }
            }
            (ValueKind::Map(inner), None) if depth < DEEPEST => {
                entries(document, inner, depth + 1, found);
            }
            _ => others(value, &mut found.others),
        }
    }
}

fn statement(document: &Document, label: Label, key: &str, value: &Value) -> Option<Statement> {
    let words = value.as_str()?.trim();
    let place = Place::new(&document.source, value.span);
    let (name, words) = (key.to_owned(), words.to_owned());
    (!words.is_empty()).then_some(Statement { label, name, words, place })
}

fn others(value: &Value, found: &mut Vec<String>) {
    match &value.kind {
        ValueKind::Null => {}
        ValueKind::Scalar(words) => found.push(words.clone()),
        ValueKind::List(values) => values.iter().for_each(|value| others(value, found)),
        ValueKind::Map(inner) => inner.iter().for_each(|entry| others(&entry.value, found)),
    }
}

/// Whether a generator of sites reads from this key when it drops the page: `expiryDate`, `expires`. Nobody is
/// asked to review it then.
fn leaves_the_site(key: &str) -> bool {
    const BEGINNING: &str = "expir";
    key.get(..BEGINNING.len()).is_some_and(|start| start.eq_ignore_ascii_case(BEGINNING))
}

/// `lastReviewed` as `last Reviewed`.
pub(super) fn spaced(key: &str) -> String {
    let mut words = String::with_capacity(key.len() + 2);
    for c in key.chars() {
        if c.is_uppercase() && words.ends_with(char::is_lowercase) {
            words.push(' ');
        }
        words.push(c);
    }
    words
}
