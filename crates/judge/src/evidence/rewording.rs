//! Where the text of a decision record says something else than it did.
//!
//! Compared are the words of its sections. What a record says of its status, its dates and its relations may
//! change, and so may what links show, the misspelling of a word, and what is added under its own date.

use std::ops::Range;

use readers::adr::{Origin, Record};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::{Inlines, Run, RunKind};
use text::source::Span;
use text::wording::letters_apart;
use words::{Label, LogTitle, Relation, Vocabulary, date};

/// A place that says something else.
pub(crate) struct Rewording {
    /// Where, in the record as it is now: the new words, or the one behind which others are gone.
    pub(crate) span: Span,
    was: String,
}

impl Rewording {
    /// What stood there, in a few words.
    pub(crate) fn was(&self) -> String {
        if self.was.is_empty() {
            "this was not there".to_owned()
        } else {
            format!("it was: {}", self.was)
        }
    }
}

/// So many letters of a word may change.
const LETTERS: usize = 2;

/// In a word of fewer letters than these, only one may.
const LONG: usize = 8;

/// Words of more letters than these are not compared letter by letter.
const LONGEST: usize = 64;

/// As many words of what is gone are shown.
const SHOWN: usize = 6;

/// A dated note has its date among so many words.
const DATED_WITHIN: usize = 8;

/// The places in reading order; none where at most `typos` words are spelt differently and all else is allowed.
pub(crate) fn rewordings(before: &Record, now: &Record, typos: usize) -> Vec<Rewording> {
    let (old, new) = (words_of(before), words_of(now));
    let plain = |words: &[Word]| words.iter().map(|word| word.text.clone()).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Myers, &plain(&old), &plain(&new));
    let mut found = Vec::new();
    let mut misspelt = Vec::new();
    for op in ops {
        let (_, was, is) = op.as_tag_tuple();
        let place = || Rewording { span: place(&new, &is, now), was: shown(&old[was.clone()]) };
        match op {
            DiffOp::Equal { .. } => {}
            DiffOp::Insert { .. } if is_dated(&new[is.clone()]) => {}
            DiffOp::Insert { .. } if is_relation(&new[is.clone()]) => {}
            DiffOp::Replace { .. } if is_respelt(&old[was.clone()], &new[is.clone()]) => {
                misspelt.extend(is.clone().map(|_| place()));
            }
            _ => found.push(place()),
        }
    }
    if misspelt.len() > typos {
        found.extend(misspelt);
        found.sort_by_key(|rewording| rewording.span.start);
    }
    found
}

fn place(new: &[Word], is: &Range<usize>, record: &Record) -> Span {
    let near = new.get(is.clone()).filter(|words| !words.is_empty());
    let near = near.or_else(|| is.start.checked_sub(1).map(|before| &new[before..is.start]));
    match near {
        Some([first, .., last]) if first.block == last.block => first.span.cover(last.span),
        Some([first, ..]) => first.span,
        _ => record.heading,
    }
}

fn shown(words: &[Word]) -> String {
    let mut shown: Vec<&str> = words.iter().take(SHOWN).map(|word| word.text.as_str()).collect();
    if words.len() > SHOWN {
        shown.push("…");
    }
    shown.join(" ")
}

/// Whether words that are new begin with their date: `Update 2026-03-01: ...`
fn is_dated(words: &[Word]) -> bool {
    let start: Vec<&str> = words.iter().take(DATED_WITHIN).map(|word| word.raw.as_str()).collect();
    date::first(&start.join(" ")).is_some()
}

/// Whether a few new words say what another record is to this one: `Superseded in part by ADR 4`.
fn is_relation(words: &[Word]) -> bool {
    const MOST: usize = 16;
    let said: Vec<&str> = words.iter().take(MOST + 1).map(|word| word.raw.as_str()).collect();
    said.len() <= MOST && Vocabulary::known().relations(&said.join(" ")).next().is_some()
}

fn is_respelt(old: &[Word], new: &[Word]) -> bool {
    let near = |(old, new): (&Word, &Word)| {
        let figures = old.text.chars().chain(new.text.chars()).any(char::is_numeric);
        // `not` for `now`, `except` for `accept`, and `10` for `100` are no misspellings.
        let letters = old.text.chars().count().min(new.text.chars().count());
        let allowed = if letters < LONG { 1 } else { LETTERS };
        let compared = (LETTERS + 2..=LONGEST).contains(&letters)
            && old.text.len().abs_diff(new.text.len()) <= 4 * LETTERS;
        old.text.to_lowercase() == new.text.to_lowercase()
            || !figures && compared && letters_apart(&old.text, &new.text) <= allowed
    };
    old.len() == new.len() && old.iter().zip(new).all(near)
}

/// A word of a record's text.
struct Word {
    /// Without signs around it.
    text: String,
    /// With them.
    raw: String,
    span: Span,
    /// The block that it stands in, counted.
    block: usize,
}

/// The words of a record's sections, headings included, but of none that is about the record.
fn words_of(record: &Record) -> Vec<Word> {
    let document = Document::parse(&record.source);
    let mut reader = Reader { words: Vec::new(), block: 0 };
    for section in record.sections.iter().filter(|section| section.heading != record.heading) {
        let whole = section.heading.cover(section.body);
        if is_about_record(record, &section.title, whole) {
            continue;
        }
        let blocks = document.blocks.iter().filter(|block| whole.contains(block.span));
        blocks.for_each(|block| reader.block(block));
    }
    reader.words
}

fn is_about_record(record: &Record, title: &str, whole: Span) -> bool {
    let words = Vocabulary::known();
    let is_label = || {
        words.whole::<Label>(title).is_some()
            || words.whole::<Relation>(title).is_some()
            || words.whole::<LogTitle>(title).is_some()
    };
    let own = |origin: Origin| matches!(origin, Origin::Section | Origin::ChangeLog);
    let states = record.states.iter().map(|state| (state.origin, state.span));
    let mut stated = states.chain(record.dates.iter().map(|date| (date.origin, date.span)));
    is_label() || stated.any(|(origin, span)| own(origin) && whole.contains(span))
}

struct Reader {
    words: Vec<Word>,
    block: usize,
}

impl Reader {
    fn block(&mut self, block: &Block) {
        self.block += 1;
        match &block.kind {
            BlockKind::Heading(heading) => self.inlines(&heading.text),
            BlockKind::Paragraph(text) => self.inlines(text),
            BlockKind::List(list) => {
                let blocks = list.items.iter().flat_map(|item| &item.blocks);
                blocks.for_each(|block| self.block(block));
            }
            BlockKind::Table(table) => {
                let rows = std::iter::once(&table.header).chain(&table.rows);
                rows.flat_map(|row| &row.cells).for_each(|cell| self.inlines(cell));
            }
            BlockKind::Code(code) => {
                let words = code.text.split_whitespace();
                words.for_each(|word| self.word(word, block.span));
            }
            BlockKind::Quote(blocks)
            | BlockKind::Footnote(blocks)
            | BlockKind::Definition(blocks) => {
                for block in blocks {
                    self.block(block);
                }
            }
            BlockKind::Html | BlockKind::Rule => {}
        }
    }

    fn inlines(&mut self, text: &Inlines) {
        let said =
            |run: &Run<'_>| run.link.is_none() && matches!(run.kind, RunKind::Text | RunKind::Code);
        for run in text.runs().filter(said) {
            for word in run.text.split_whitespace() {
                let at = word.as_ptr().addr() - run.text.as_ptr().addr();
                let start = run.span.start + at;
                let exact = Span::new(start, start + word.len());
                self.word(word, if run.is_verbatim() { exact } else { run.span });
            }
        }
    }

    fn word(&mut self, raw: &str, span: Span) {
        let sign = |c: char| !c.is_alphanumeric();
        let text = raw.trim_matches(sign);
        if !text.is_empty() {
            let span = if span.len() == raw.len() {
                let start = span.start + (raw.len() - raw.trim_start_matches(sign).len());
                Span::new(start, start + text.len())
            } else {
                span
            };
            let (text, raw, block) = (text.to_owned(), raw.to_owned(), self.block);
            self.words.push(Word { text, raw, span, block });
        }
    }
}

#[cfg(test)]
mod tests {
    use readers::adr::{OwnWords, Reading, read};
    use text::source::Source;

    use super::*;

    const RECORD: &str = "# 1. Sell parcels\n\nDate: 2024-03-05\n\n## Status\n\nAccepted\n\n## Context\n\n\
                          Riders carry parcels in bags by hand.\n\n## Decision\n\nWe sell them the bags.\n";

    fn changed(from: &str, to: &str) -> Vec<String> {
        let record = |text: &str| {
            let document = Document::parse(&Source::new("adr/0001-a.md", text.to_owned()));
            match read(&document, "adr/0001-a.md", &OwnWords::default()) {
                Reading::Record(record) => *record,
                other => panic!("no record: {other:?}"),
            }
        };
        let text = RECORD.replace(from, to);
        assert!(from.is_empty() || text != RECORD);
        let (before, now) = (record(RECORD), record(&text));
        let found = rewordings(&before, &now, 2);
        found.iter().map(|one| format!("{}|{}", now.place(one.span).text(), one.was)).collect()
    }

    #[test]
    fn what_a_record_says_of_itself_may_change() {
        assert!(changed("Accepted", "Superseded by [ADR 2](0002-b.md)").is_empty());
        assert!(changed("2024-03-05", "2024-03-06").is_empty());
        let part = "bags.\n\nSuperseded in part by [ADR 4](0004-d.md).\n";
        assert!(changed("bags.\n", part).is_empty());
        assert!(changed("parcels in bags", "parcels\nin **bags**").is_empty());
        assert!(changed("Riders carry", "Ridres cary").is_empty());
        assert!(changed("bags.\n", "bags.\n\n**Update 2026-01-02:** We rent them.\n").is_empty());
        assert!(
            changed("bags.\n", "bags.\n\n## Amendment, 3 May 2026\n\nWe rent them.\n").is_empty()
        );
    }

    #[test]
    fn what_it_decided_may_not() {
        assert_eq!(changed("We sell", "We rent"), ["rent|sell"]);
        assert_eq!(changed("by hand", "by hand and foot"), ["and foot|"]);
        assert_eq!(changed(" by hand", ""), ["bags|by hand"]);
        assert_eq!(changed("bags.\n", "bags.\n\n## Consequences\n\nMore money.\n").len(), 1);
        // Three words spelt differently are more than two.
        assert_eq!(changed("Riders carry parcels", "Ridres cary parcles").len(), 3);
    }
}
