//! What a record says anywhere in its text, for rules that must not accuse it of silence.
//!
//! The record's text is parsed again where a rule asks: for a record that is about to be reported, and for both sides of
//! what only one of them states.

use readers::adr::{Collection, Id, Record, Target, name};
use text::link;
use text::markdown::block::{Block, BlockKind, List};
use text::markdown::field;
use text::markdown::inline::Inlines;
use words::{ClauseRole, Languages, Reference, RelationVerb, Status, Vocabulary};

/// A heading, a paragraph, a table's row: what is read in one breath.
pub(crate) struct Passage {
    /// The heading it stands below; its own text for a heading.
    heading: String,
    /// The paragraph that leads to the list it is an item of: `This supersedes:`
    lead: String,
    text: String,
    links: Vec<String>,
}

/// All passages of a record.
pub(crate) fn passages(record: &Record) -> Vec<Passage> {
    let mut reader = Reader::default();
    record.document().blocks.iter().for_each(|block| reader.block(block));
    reader.passages
}

/// The relations that a record has a label for, with or without a value.
pub(crate) fn relation_labels(record: &Record) -> Vec<RelationVerb> {
    let document = record.document();
    let keys = document.front_matter.iter().flat_map(|front| &front.entries);
    let fields = field::fields(&document.blocks).into_iter().map(|field| field.label);
    let labels = keys.map(|entry| entry.key.clone()).chain(fields);
    let words = Vocabulary::known();
    labels.filter_map(|label| Some(words.whole::<RelationVerb>(&label)?.meaning)).collect()
}

#[derive(Default)]
struct Reader {
    heading: String,
    lead: String,
    passages: Vec<Passage>,
}

impl Reader {
    fn block(&mut self, block: &Block) {
        if !matches!(block.kind, BlockKind::List(_)) {
            self.lead.clear();
        }
        match &block.kind {
            BlockKind::Heading(heading) => {
                self.heading = heading.text.plain();
                self.say(&[&heading.text]);
            }
            BlockKind::Paragraph(text) => {
                self.say(&[text]);
                let said = text.plain();
                if said.trim_end().ends_with([':', '：']) {
                    self.lead = said;
                }
            }
            BlockKind::List(List { items, .. }) => {
                let lead = std::mem::take(&mut self.lead);
                for block in items.iter().flat_map(|item| &item.blocks) {
                    let from = self.passages.len();
                    self.block(block);
                    self.passages[from..].iter_mut().for_each(|said| said.lead.clone_from(&lead));
                }
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
            lead: String::new(),
            text: texts.join(" "),
            links: links.map(|link| link.target.clone()).collect(),
        });
    }
}

impl Passage {
    /// Whether a verb stands here that says of one record that it takes another's place.
    pub(crate) fn mentions_replacing(&self) -> bool {
        [&self.text, &self.heading, &self.lead].into_iter().any(|text| replaces(text))
            || calls_a_record_retired(&self.text)
    }

    /// Whether a verb stands here that says that something took the record's place.
    pub(crate) fn mentions_a_successor(&self) -> bool {
        let words = Vocabulary::known();
        let passive =
            |relation| matches!(relation, RelationVerb::SupersededBy | RelationVerb::SubsumedBy);
        // The word alone names nobody.
        let by_whom = |stated: &words::Stated| stated.second.is_some() || !self.links.is_empty();
        words.relations(&self.text).any(|stated| passive(stated.relation) && by_whom(&stated))
    }

    /// Whether it begins with a word that says that the record no longer counts, and then says more.
    pub(crate) fn explains_an_end(&self) -> bool {
        const FEWEST_WORDS: usize = 8;
        let said = self.text.trim_start_matches(|c: char| !c.is_alphanumeric());
        let ended = Vocabulary::known()
            .at_start::<Status>(said)
            .is_some_and(|found| matches!(found.meaning, Status::Superseded | Status::Deprecated));
        ended && said.split_whitespace().count() >= FEWEST_WORDS
    }

    /// Whether the replacing or changing is limited to a part, or is both at once:
    /// `Partial supersession: amends one clause`, `Supersedes / extends`.
    pub(crate) fn leaves_a_rest(&self) -> bool {
        let words = Vocabulary::known();
        let replaces = replaces(&self.text);
        let mut changes = words.relations(&self.text).filter(|stated| {
            matches!(stated.relation, RelationVerb::Amends | RelationVerb::Extends)
                && !is_denied(&self.text[..stated.verb.start])
        });
        let changes = changes.next().is_some();
        (replaces && changes) || (replaces || changes) && self.is_limited()
    }

    /// Whether a word for a part stands here, in a language of the verbs: "del" is one in Danish alone. Those of scripts
    /// without spaces mean the same beside English verbs.
    fn is_limited(&self) -> bool {
        let words = Vocabulary::known();
        let verbs = words.relations(&self.text).map(|stated| stated.languages);
        let states = words.find::<Status>(&self.text).map(|(_, found)| found.languages);
        let spoken = verbs.chain(states).fold(Languages::default(), Languages::or);
        words::word_starts(&self.text).any(|at| {
            let rest = &self.text[at..];
            let part = words.starts(ClauseRole::Part, rest);
            part.is_some_and(|part| {
                part.languages.is_empty()
                    || part.languages.meets(spoken)
                    || rest.starts_with(words::is_unspaced)
            })
        })
    }

    /// Whether another record stands here, by a link, by its file's name or by its number.
    pub(crate) fn names(&self, record: &Record, other: usize, records: &Collection) -> bool {
        let linked = self
            .links
            .iter()
            .any(|link| records.resolve(record, &Target::Link(link.clone())) == Some(other));
        let known = &records.entries[other].record;
        // `see notes/use-a-queue.md`, without a link.
        let file = link::file_name(&known.path);
        let named = link::stem(file).contains(['-', '_']) && self.text.contains(file);
        linked || named || known.id.as_ref().is_some_and(|id| mentions(&self.text, &id.value))
    }
}

fn replaces(text: &str) -> bool {
    let words = Vocabulary::known();
    let stated = words.relations(text).any(|stated| {
        let replaces = matches!(
            stated.relation,
            RelationVerb::Supersedes
                | RelationVerb::SupersededBy
                | RelationVerb::Subsumes
                | RelationVerb::SubsumedBy
        );
        replaces && !is_denied(&text[..stated.verb.start])
    });
    stated
        || words
            .mentions(Status::Superseded, text)
            .is_some_and(|(at, _)| !is_denied(&text[..at.start]))
}

/// `the retired ADR 3`
fn calls_a_record_retired(text: &str) -> bool {
    let words = Vocabulary::known();
    let is_named = |rest: &str| words.starts(Reference::Record, rest.trim_start()).is_some();
    words
        .find::<Status>(text)
        .any(|(at, found)| found.meaning == Status::Deprecated && is_named(&text[at.end..]))
}

/// Whether the last word before a verb takes it back.
fn is_denied(before: &str) -> bool {
    let last = before.split_whitespace().next_back();
    last.is_some_and(|word| Vocabulary::known().is(ClauseRole::Negation, word))
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
    numbers(text).any(|(cited, suffix)| cited == number && suffix.eq_ignore_ascii_case(letter))
        || wanted.series().is_some_and(|series| names_in_series(text, series, number))
}

/// Whether the name of a series stands before a number in a text, however short that is: `AD-2`.
fn names_in_series(text: &str, series: &str, number: u64) -> bool {
    let (text, series) = (text.to_lowercase(), series.to_lowercase());
    text.match_indices(&series).any(|(at, _)| {
        let rest = text[at + series.len()..].trim_start_matches(['-', ' ', '_', '\u{2011}']);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let begins = !text[..at].ends_with(char::is_alphanumeric);
        let ends = !rest[digits..].starts_with(char::is_alphanumeric);
        begins && ends && rest[..digits].parse() == Ok(number)
    })
}

/// The numbers in a text that may be a record's, each with the letters behind it.
pub(crate) fn numbers(text: &str) -> impl Iterator<Item = (u64, &str)> {
    numbers_among(text, |_| true)
}

/// Those of them that are wanted.
///
/// Most words have no digit, and whole records are asked: only what stands around a digit is looked at, and around a
/// number that nobody asks for nothing is.
pub(crate) fn numbers_among(
    text: &str,
    wanted: impl Fn(u64) -> bool,
) -> impl Iterator<Item = (u64, &str)> {
    let is_gap = |c: char| !c.is_alphanumeric();
    let mut seen = 0;
    let words = std::iter::from_fn(move || {
        let digit = seen + first_digit(&text.as_bytes()[seen..])?;
        seen = digit + text[digit..].find(is_gap).unwrap_or(text.len() - digit);
        Some((digit, &text[digit..seen]))
    });
    words.filter_map(move |(digit, behind)| {
        let (digits, suffix) =
            behind.split_at(behind.bytes().take_while(u8::is_ascii_digit).count());
        let number = digits.parse().ok().filter(|number| wanted(*number))?;
        let start = text[..digit].trim_end_matches(char::is_alphanumeric).len();
        let glued = &text[start..digit];
        if !glued.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return None;
        }
        let marked = || text[..start].ends_with(['#', '[']);
        let before = || text[..start].trim_end_matches(is_gap).rsplit(is_gap).next();
        let typed = || name::is_type_word(glued) || before().is_some_and(name::is_type_word);
        (digits.len() >= 3 || marked() || typed()).then_some((number, suffix))
    })
}

/// Where the first digit stands. Bytes without one are passed over many at once.
fn first_digit(bytes: &[u8]) -> Option<usize> {
    const AT_ONCE: usize = 32;
    let has_none = |some: &&[u8]| !some.iter().fold(false, |any, byte| any | byte.is_ascii_digit());
    let passed = bytes.chunks_exact(AT_ONCE).take_while(has_none).count() * AT_ONCE;
    Some(passed + bytes[passed..].iter().position(u8::is_ascii_digit)?)
}

#[cfg(test)]
mod tests;
