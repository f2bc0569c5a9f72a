//! Where the text of a decision record says something else than it did.
//!
//! Compared are the words that people agreed to. The misspelling of one may change, and what is added under its
//! own date.

use std::ops::Range;

use readers::adr::Record;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use text::source::Span;
use text::wording::letters_apart;
use words::{Vocabulary, date};

use super::agreed_words::{Word, agreed_words};

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

/// The most letters of a word that may change.
const LETTERS: usize = 2;

/// In a word of fewer letters than these, only one may.
const LONG: usize = 8;

/// Words of more letters than these are not compared letter by letter.
const LONGEST: usize = 64;

/// The most words shown of what is gone.
const SHOWN: usize = 6;

/// A dated note has its date among so many words.
const DATED_WITHIN: usize = 8;

/// The places in reading order; none where at most `typos` words are spelt differently and all else is allowed.
pub(crate) fn rewordings(before: &Record, now: &Record, typos: usize) -> Vec<Rewording> {
    let (old, new) = (agreed_words(before), agreed_words(now));
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

#[cfg(test)]
mod tests {
    use readers::adr::{OwnWords, read};
    use readers::analysis::Analysis;
    use readers::book::{Book, Chapter};
    use readers::settings::Settings;
    use text::markdown::Document;
    use text::source::Source;

    use super::*;

    const RECORD: &str = "# 1. Sell parcels\n\nDate: 2024-03-05\n\n## Status\n\nAccepted\n\n## Context\n\n\
                          Riders carry parcels in bags by hand.\n\n## Decision\n\nWe sell them the bags.\n";

    fn changed(from: &str, to: &str) -> Vec<String> {
        let record = |text: &str| {
            let document = Document::parse(&Source::new("adr/0001-a.md", text.to_owned()));
            read(&document, "adr/0001-a.md", &OwnWords::default()).record().expect("a record")
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

    /// The first record of a log.
    fn entry(text: &str) -> Record {
        let log = Chapter::of_text("Log", "src", "log.md", text.to_owned());
        let book = Book::new("/nowhere".into(), "src".to_owned(), vec![log]);
        Analysis::new(&book, &Settings::default()).records.entries.remove(0).record
    }

    #[test]
    fn an_entry_of_a_log_is_compared_alone_and_as_it_stands_in_the_log() {
        let log = |first: &str, second: &str| {
            let entries = format!(
                "## ADR-1: Use bags\n\nStatus: Accepted\n\n{first}\n\n## ADR-2: Use a cart\n\nStatus: Accepted\n\n{second}"
            );
            entry(&format!("# Decisions\n\n{entries}\n\n[bag]: bag.md\n\n[^1]: By vote.\n"))
        };
        let before = log("We sell them the [big bag](bag.md).", "We buy one.");
        let found = |now: &Record| rewordings(&before, now, 2).len();
        assert_eq!(found(&log("We sell them the [big bag][bag].", "We rent two.")), 0);
        assert_eq!(found(&log("We sell them[^1] the [big bag](bag.md).[^1]", "We buy one.")), 0);
        assert_eq!(found(&log("We rent them the [big bag](bag.md).", "We buy one.")), 1);
    }

    #[test]
    fn where_else_to_read_may_be_added() {
        for title in ["Links", "References", "More information", "Referenzen"] {
            let links = "- [MADR](https://adr.github.io/madr/)\n- <https://example.org>\n- https://example.com/a\n";
            let added = format!("bags.\n\n## {title}\n\n{links}");
            assert_eq!(changed("bags.\n", &added), [""; 0], "{title}");
        }
        let told =
            "bags.\n\n## Links\n\n- [MADR](https://adr.github.io/madr/), the form of this record\n";
        assert_eq!(changed("bags.\n", told), [""; 0]);
        let more = "bags.\n\n## More information\n\nWe rent half of them.\n";
        assert_eq!(changed("bags.\n", more), ["We rent half of them|"]);
    }

    #[test]
    fn what_stands_below_the_title_was_agreed_to_but_for_what_is_about_the_record() {
        let title = "# 1. Sell parcels\n";
        let summary = format!("{title}\nParcels are sold in two sizes.\n");
        assert_eq!(changed(title, &summary), ["Parcels are sold in two sizes|"]);
        for about in [
            "Deciders: Ann, Ben",
            "**Ticket**: SHOP-12",
            "- Reviewed by: Ann\n- Ticket: SHOP-12",
            "| Owner | Ticket |\n|---|---|\n| Ann | SHOP-12 |",
            "> Superseded by [ADR 4](0004-d.md)",
            "[back](README.md)",
            "![status](https://img.shields.io/badge/status-accepted.svg)",
        ] {
            assert_eq!(changed(title, &format!("{title}\n{about}\n")), [""; 0], "{about}");
        }
        let footer = "bags.\n\n---\n\n**Last Updated**: 2026-05-01\n";
        assert_eq!(changed("bags.\n", footer), [""; 0]);
        let labelled = format!("{title}\n**Decision:** We sell large parcels only.\n");
        assert_eq!(changed(title, &labelled).len(), 1);
    }

    #[test]
    fn what_it_decided_may_not() {
        assert_eq!(changed("We sell", "We rent"), ["rent|sell"]);
        assert_eq!(changed("by hand", "by hand and foot"), ["and foot|"]);
        assert_eq!(changed("sell them", "sell them (see ADR 3)").len(), 1);
        assert_eq!(changed(" by hand", ""), ["bags|by hand"]);
        assert_eq!(changed("bags.\n", "bags.\n\n## Consequences\n\nMore money.\n").len(), 1);
        // Three words spelt differently are more than two.
        assert_eq!(changed("Riders carry parcels", "Ridres cary parcles").len(), 3);
    }
}
