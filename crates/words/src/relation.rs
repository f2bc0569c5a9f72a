//! Verbs that say what one record is to another, with the place of the other's name.

use std::cmp::Reverse;
use std::ops::Range;

use crate::form::Frame;
use crate::language::Languages;
use crate::meaning::RelationVerb;
use crate::spelling::{self, word_starts};
use crate::table::{Sense, Table};

/// Bytes between the two parts of a verb, at most: `superseded (as it was never built) by`.
const LONGEST_REMARK: usize = 100;

/// A relation as words state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// What the record that says so is to the one it names.
    pub relation: RelationVerb,
    /// The languages that have the words; none for a book's own.
    pub languages: Languages,
    /// The verb, or its first part.
    pub verb: Range<usize>,
    /// The second part, where there is one.
    pub second: Option<Range<usize>>,
    /// Where the other record's name is to be looked for.
    pub target: Place,
    /// Words between the two parts that are no name: here stands what limits the relation.
    pub remark: Option<Range<usize>>,
}

/// Where a name stands beside a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Behind the verb, up to the clause's end.
    Behind,
    /// Between its two parts.
    Inside(Range<usize>),
    /// In front of it.
    Before,
}

impl Stated {
    /// Where the words of the verb end.
    pub fn end(&self) -> usize {
        self.second.as_ref().map_or(self.verb.end, |second| second.end)
    }
}

/// The relation that stands at a place of a text: of the longest verb the frame that fits best. Of two that end
/// together the one with more words of its own says more.
pub(crate) fn at<'f>(
    table: Table<'_>,
    frame: impl Fn(Sense) -> Frame<&'f str>,
    text: &str,
    at: usize,
) -> Option<Stated> {
    let mut best = None;
    let rest = text.get(at..)?;
    table.along(rest, |hit| {
        let verb = at..at + hit.len;
        let fitting = hit.rows.iter().filter_map(|row| {
            let sense = table.sense(*row);
            let relation = RelationVerb::ALL.get(usize::from(row.meaning)).copied()?;
            let bare = Stated {
                relation,
                languages: Languages(sense.languages),
                verb: verb.clone(),
                second: None,
                target: Place::Behind,
                remark: None,
            };
            framed(bare, frame(sense), text)
        });
        // A second part says more than none, "superseded in part by X", and the nearest is the verb's own:
        // "superseded by X with regard to Y", but not that in a remark, "superseded (with thanks) by X".
        let fit = |stated: &Stated| {
            let second = stated.second.as_ref()?;
            let remark = &text[stated.verb.end..second.start];
            let closed = remark.matches('(').count() == remark.matches(')').count();
            Some((closed, Reverse(second.start), second.end))
        };
        if let Some(stated) = fitting.max_by_key(fit)
            && best.as_ref().is_none_or(|best: &Stated| stated.end() >= best.end())
        {
            best = Some(stated);
        }
    });
    best
}

/// The statement with the frame's second part and the place of the name; none where the text lacks
/// that part.
fn framed(mut stated: Stated, frame: Frame<&str>, text: &str) -> Option<Stated> {
    let end = stated.verb.end;
    match frame {
        Frame::Follows => {}
        Frame::Precedes => stated.target = Place::Before,
        Frame::Split(tail) => {
            let second = second(text, end, tail)?;
            stated.remark = Some(end..second.start);
            stated.second = Some(second);
        }
        Frame::Between(tail) => {
            let second = second(text, end, tail)?;
            stated.target = Place::Inside(end..second.start);
            stated.second = Some(second);
        }
    }
    Some(stated)
}

/// The second part of a verb, in the same sentence.
fn second(text: &str, from: usize, tail: &str) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let ends = |&(at, c): &(usize, char)| {
        // `superseded partial. by`
        let goes_on = || begins(rest[at + 1..].trim_start(), tail).is_some();
        let stop = c == '.' && rest[at + 1..].starts_with(char::is_whitespace) && !goes_on();
        stop || matches!(c, ';' | '。') || at > LONGEST_REMARK
    };
    let end = rest.char_indices().find(ends).map_or(rest.len(), |(at, _)| at);
    word_starts(&rest[..end]).filter(|&at| at > 0).find_map(|at| {
        let len = begins(&rest[at..], tail)?;
        Some(from + at..from + at + len)
    })
}

/// Bytes of the folded words that a text begins with, with or without their diacritics.
fn begins(text: &str, words: &str) -> Option<usize> {
    let mut read = String::new();
    let mut rest = text;
    let wanted = spelling::plain(words);
    while read.len() < wanted.len() {
        if let Some((letter, len)) = spelling::first_letter(rest) {
            read.push_str(letter.plain().as_str());
            rest = &rest[len..];
        } else {
            let after = rest.trim_start_matches(spelling::is_gap);
            if after.len() == rest.len() {
                return None;
            }
            read.push(' ');
            rest = after;
        }
        if !wanted.starts_with(&read) {
            return None;
        }
    }
    let last = wanted.chars().next_back()?;
    let ends = spelling::is_unspaced(last) || !rest.starts_with(spelling::is_letter);
    (read == wanted && ends).then(|| text.len() - rest.len())
}
