//! What a record says anywhere in its text, for rules that must not accuse it of silence.
//!
//! The text is parsed again where a rule asks, which is seldom: only for a record that is about to be
//! reported.

use readers::adr::{Collection, Id, Record, Target, id};
use text::link;
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, List};
use text::markdown::field;
use text::markdown::inline::Inlines;
use words::{Clause, Concept, LogTitle, Part, Reference, Relation, Status, Vocabulary};

/// A heading, a paragraph, a table's row: what is read in one breath.
pub(super) struct Passage {
    /// The heading it stands below; its own text for a heading.
    heading: String,
    text: String,
    links: Vec<String>,
}

/// All passages of a record.
pub(super) fn passages(record: &Record) -> Vec<Passage> {
    let document = Document::parse(&record.source);
    let mut reader = Reader::default();
    let blocks = document.blocks.iter().filter(|block| record.span.contains(block.span));
    blocks.for_each(|block| reader.block(block));
    reader.passages
}

#[derive(Default)]
struct Reader {
    heading: String,
    passages: Vec<Passage>,
}

impl Reader {
    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading(heading) => {
                self.heading = heading.text.plain();
                self.say(&[&heading.text]);
            }
            BlockKind::Paragraph(text) => self.say(&[text]),
            BlockKind::List(List { items, .. }) => {
                items.iter().flat_map(|item| &item.blocks).for_each(|block| self.block(block));
            }
            BlockKind::Table(table) => {
                for row in std::iter::once(&table.header).chain(&table.rows) {
                    self.say(&row.cells.iter().collect::<Vec<_>>());
                }
            }
            BlockKind::Quote(blocks)
            | BlockKind::Footnote(blocks)
            | BlockKind::Definition(blocks) => blocks.iter().for_each(|block| self.block(block)),
            BlockKind::Code(_) | BlockKind::Html | BlockKind::Rule => {}
        }
    }

    fn say(&mut self, parts: &[&Inlines]) {
        let texts: Vec<String> = parts.iter().map(|part| part.plain()).collect();
        let links = parts.iter().flat_map(|part| &part.links).filter(|link| !link.image);
        self.passages.push(Passage {
            heading: self.heading.clone(),
            text: texts.join(" "),
            links: links.map(|link| link.target.clone()).collect(),
        });
    }
}

impl Passage {
    /// Whether a verb stands here that says of one record that it takes another's place.
    pub(super) fn tells_of_replacing(&self) -> bool {
        [&self.text, &self.heading].into_iter().any(|text| replaces(text))
    }

    /// Whether a word stands here that limits what is said to a part.
    pub(super) fn limits(&self) -> bool {
        Vocabulary::known().mentions(Clause::Part, &self.text).is_some()
    }

    /// Whether another record stands here, by a link or by its number.
    pub(super) fn names(&self, record: &Record, other: usize, records: &Collection) -> bool {
        let linked = self
            .links
            .iter()
            .any(|link| records.resolve(record, &Target::Link(link.clone())) == Some(other));
        let known = &records.entries[other].record;
        linked || known.id.as_ref().is_some_and(|id| mentions(&self.text, &id.value))
    }
}

fn replaces(text: &str) -> bool {
    let words = Vocabulary::known();
    let stated = words.relations(text).any(|stated| {
        let replaces = matches!(
            stated.relation,
            Relation::Supersedes
                | Relation::SupersededBy
                | Relation::Subsumes
                | Relation::SubsumedBy
        );
        replaces && !is_denied(&text[..stated.verb.start])
    });
    stated
        || words
            .mentions(Status::Superseded, text)
            .is_some_and(|(at, _)| !is_denied(&text[..at.start]))
}

/// Whether the last word before a verb takes it back.
fn is_denied(before: &str) -> bool {
    let last = before.split_whitespace().next_back();
    last.is_some_and(|word| Vocabulary::known().is(Clause::Negation, word))
}

/// Whether an identifier stands in a text as one writes it: `ADR 12`, `0012`, `#12`, `[12]`.
fn mentions(text: &str, wanted: &Id) -> bool {
    let (number, letter) = match wanted {
        Id::Name(name) => return text.to_lowercase().contains(&name.to_lowercase()),
        Id::Number(number) | Id::Series(_, number) => (*number, ""),
        Id::Lettered(_, letter) if letter.starts_with('-') => {
            return text.to_lowercase().contains(&wanted.to_string().to_lowercase());
        }
        Id::Lettered(number, letter) => (*number, letter.as_str()),
    };
    let mut before = "";
    let mut end = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let start = end + text[end..].find(word).unwrap_or(0);
        let marked = text[..start].ends_with(['#', '[']);
        end = start + word.len();
        let digits = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let glued = &word[..word.len() - digits.len()];
        let (digits, suffix) =
            digits.split_at(digits.bytes().take_while(u8::is_ascii_digit).count());
        let same = digits.parse() == Ok(number) && suffix.eq_ignore_ascii_case(letter);
        let typed = |word: &str| id::is_type_word(word);
        if same && (digits.len() >= 3 || marked || typed(before) || typed(glued)) {
            return true;
        }
        before = word;
    }
    false
}

/// Whether prose stands between a record's heading and its first section: the context, without a
/// heading of its own.
pub(super) fn has_lead(record: &Record) -> bool {
    const SHORTEST: usize = 8;
    let document = Document::parse(&record.source);
    let outline = &document.outline;
    let own = outline.sections.iter().find(|section| section.heading == record.heading);
    let body = own.map_or(outline.preamble.clone(), |section| section.body.clone());
    document.blocks[body].iter().any(|block| match &block.kind {
        BlockKind::Paragraph(text) => {
            field::fields(std::slice::from_ref(block)).is_empty()
                && text.plain().split_whitespace().count() >= SHORTEST
        }
        _ => false,
    })
}

/// Whether a file is none of which a date or a status can be asked: it only says where its record went,
/// or it is a template or a log by its name and states neither.
pub(super) fn owes_nothing(record: &Record) -> bool {
    let stem = link::record_stem(&record.path);
    let words = Vocabulary::known();
    let named = words.mentions(Reference::Template, stem).is_some() || names_another_kind(stem);
    (named && record.date.is_none() && record.status.is_none()) || is_stub(record)
}

/// `AGENTS`, `faq`, `change-log`, `glossary`.
pub(super) fn names_another_kind(stem: &str) -> bool {
    let words = Vocabulary::known();
    let shouted = stem.chars().any(char::is_uppercase) && !stem.chars().any(char::is_lowercase);
    (shouted && !stem.contains(|c: char| c.is_ascii_digit()))
        || words.whole::<Part>(stem).is_some()
        || words.whole::<LogTitle>(stem).is_some()
        || words.whole::<Concept>(stem).is_some()
}

/// Whether a file only says where its record went, or shows a picture: hardly a word beside a link.
pub(super) fn is_stub(record: &Record) -> bool {
    const MOST_WORDS: usize = 40;
    if !record.sections.is_empty() || record.span.len() > 1000 {
        return false;
    }
    let document = Document::parse(&record.source);
    let within = || document.blocks.iter().filter(|block| record.span.contains(block.span));
    let paragraphs = || {
        within().filter_map(|block| match &block.kind {
            BlockKind::Paragraph(text) => Some(text),
            _ => None,
        })
    };
    let others = within().any(|block| {
        !matches!(
            block.kind,
            BlockKind::Heading(_) | BlockKind::Paragraph(_) | BlockKind::Rule | BlockKind::Html
        )
    });
    let words: usize = paragraphs().map(|text| text.plain().split_whitespace().count()).sum();
    let leads_away = |text: &Inlines| !text.links.is_empty() || text.plain().contains("://");
    !others && words <= MOST_WORDS && paragraphs().any(leads_away)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_counts() {
        let twelve = Id::Number(12);
        for text in ["see ADR 12", "ADR-012", "ADR0012", "#12", "[12](x.md)", "ADR-010/012"] {
            assert!(mentions(text, &twelve), "{text}");
        }
        for text in ["12 services", "in 2012", "ADR 1", "0120"] {
            assert!(!mentions(text, &twelve), "{text}");
        }
    }

    #[test]
    fn verbs_of_replacing_in_any_language() {
        for text in [
            "Powered (Supersedes ADR-0137's Directional Claim)",
            "We supersede ADR 17",
            "Remplace ADR-3",
            "ersetzt ADR 5",
            "ADR-0001を廃止する",
        ] {
            assert!(replaces(text), "{text}");
        }
        for text in ["builds on ADR 17", "no supersede, no status edit"] {
            assert!(!replaces(text), "{text}");
        }
    }
}
