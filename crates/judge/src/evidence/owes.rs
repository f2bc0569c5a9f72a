//! Files beside records of which nothing can be asked, and values that a record gives elsewhere.

use readers::adr::Record;
use readers::adr::name::Name;
use readers::record_path;
use text::markdown::block::{Block, BlockKind, Item};
use text::markdown::field;
use text::markdown::inline::Inlines;
use words::{Concept, Label, LogTitle, Part, Reference, RelationVerb, Vocabulary, date};

/// Whether prose stands between a record's heading and its first section: the context, without a
/// heading of its own.
pub(crate) fn has_lead(record: &Record) -> bool {
    let document = record.document();
    let outline = &document.outline;
    let mut headed = outline.sections.iter().filter(|_| !record.heading.is_empty());
    let own = headed.find(|section| section.heading.start == record.heading.start);
    let body = own.map_or(outline.preamble.clone(), |section| section.body.clone());
    document.blocks[body].iter().any(is_prose)
}

/// A paragraph of some length that is more than labelled values: one label with a sentence behind it, such
/// as `Premise: …`, is prose as long as it is no label of records.
fn is_prose(block: &Block) -> bool {
    const SHORTEST: usize = 8;
    let words = Vocabulary::known();
    match &block.kind {
        BlockKind::Quote(inside) => inside.iter().any(is_prose),
        BlockKind::Paragraph(text) => {
            let text = text.plain();
            let fields = field::fields(std::slice::from_ref(block));
            let labelled = match fields.as_slice() {
                [] => false,
                [one] => {
                    let sentence = text.trim_end().ends_with(['.', '!', '?', '。']);
                    let known = words.glossed::<Label>(&one.label).is_some()
                        || words.whole::<RelationVerb>(&one.label).is_some();
                    known || !sentence
                }
                _ => true,
            };
            !labelled && text.split_whitespace().count() >= SHORTEST
        }
        _ => false,
    }
}

/// Whether a day stands anywhere behind a label that asks for one, `Original decision date: …` at the
/// record's end, or what somebody took for one: `Date: 08-04-25`, `Date: sprint 12`.
pub(crate) fn has_dated_field(record: &Record) -> bool {
    let words = Vocabulary::known();
    let dated = |label: Label| {
        matches!(
            label,
            Label::Date | Label::Decided | Label::Created | Label::Updated | Label::Reviewed
        )
    };
    let document = record.document();
    let blocks = document.blocks.iter();
    blocks.flat_map(|block| field::fields(std::slice::from_ref(block))).any(|field| {
        let asks = words.find::<Label>(&field.label).any(|(_, found)| dated(found.meaning));
        let value = || field.value.plain();
        let written = |value: &str| {
            let found = date::find(value);
            found.iter().any(|found| !found.reading.is_placeholder())
                || found.is_empty() && value.contains(|c: char| c.is_ascii_digit())
        };
        asks && written(&value())
    })
}

/// Whether a file is none of which a date or a status can be asked: it only says where its record went,
/// or it is a template, a log or the record that a template's authors ship with it, by its name, and
/// states neither.
pub(crate) fn is_exempt(record: &Record) -> bool {
    // <https://github.com/adr/madr/tree/develop/docs/decisions>, copied with the template.
    const SHIPPED: [&str; 3] = [
        "use-markdown-any-decision-records",
        "use-markdown-architectural-decision-records",
        "use-markdown-architecture-decision-records",
    ];
    let named = || {
        let stem = record_path::stem(&record.path);
        Vocabulary::known().mentions(Reference::Template, stem).is_some()
            || names_another_kind(stem)
            || SHIPPED.contains(&Name::of(stem).slug)
    };
    let says_nothing = record.date.is_none() && record.status.is_none();
    is_bare_entry(record) || says_nothing && named() || is_stub(record)
}

/// Whether a record is an entry of a log that nobody has written a status or a day into, whatever its heading says: it may
/// be older than the habit.
fn is_bare_entry(record: &Record) -> bool {
    record.anchor.is_some() && record.states.is_empty() && record.dates.is_empty()
}

/// `AGENTS`, `faq`, `change-log`, `glossary`.
pub(crate) fn names_another_kind(stem: &str) -> bool {
    let words = Vocabulary::known();
    let shouted = stem.chars().any(char::is_uppercase) && !stem.chars().any(char::is_lowercase);
    (shouted && !stem.contains(|c: char| c.is_ascii_digit()))
        || words.whole::<Part>(stem).is_some()
        || words.whole::<LogTitle>(stem).is_some()
        || words.whole::<Concept>(stem).is_some()
}

/// Whether a file only says where its record went, or shows a picture: hardly a word beside a link.
pub(crate) fn is_stub(record: &Record) -> bool {
    const MOST_WORDS: usize = 40;
    let parts = record.sections.iter().any(|section| section.heading != record.heading);
    if parts || record.span.len() > 1000 {
        return false;
    }
    let document = record.document();
    let paragraphs = || {
        document.blocks.iter().flat_map(|block| match &block.kind {
            BlockKind::Paragraph(text) => vec![text],
            BlockKind::List(list) => list.items.iter().filter_map(Item::text).collect(),
            _ => Vec::new(),
        })
    };
    let others = document.blocks.iter().any(|block| {
        !matches!(
            block.kind,
            BlockKind::Heading(_)
                | BlockKind::Paragraph(_)
                | BlockKind::List(_)
                | BlockKind::Rule
                | BlockKind::Html
        )
    });
    let words: usize = paragraphs().map(|text| text.plain().split_whitespace().count()).sum();
    let leads_away = |text: &Inlines| {
        let plain = text.plain();
        !text.links.is_empty() || plain.contains("://") || plain.contains(".md")
    };
    !others && words <= MOST_WORDS && paragraphs().any(leads_away)
}
