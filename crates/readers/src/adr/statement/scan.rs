//! A statement with its dates, links and signs found, before its words are read.

use std::ops::Range;

use text::markdown::inline::Link;
use words::{ClauseRole, Languages, Vocabulary, date};

use crate::adr::status::{self, OwnWords};
use crate::adr::text::Line;

use super::breaks::Break;

/// A statement with its signs and names found.
pub(super) struct Scan<'a> {
    pub(super) line: &'a Line<'a>,
    pub(super) text: &'a str,
    pub(super) words: &'a Vocabulary,
    pub(super) dates: Vec<date::Found>,
    pub(super) links: Vec<(Range<usize>, &'a Link)>,
    /// Bytes of the mark that a box begins with: `[!NOTE]`.
    pub(super) opening: usize,
    /// What stands in quotation marks.
    pub(super) quotes: Vec<Range<usize>>,
    pub(super) breaks: Vec<Break>,
    /// Those of the words of state and of the verbs.
    pub(super) languages: Languages,
    /// Whether one of those is written in a script without spaces.
    pub(super) unspaced: bool,
}

impl Scan<'_> {
    /// Whether a stretch has a word with this role.
    pub(super) fn has(&self, role: ClauseRole, within: Range<usize>) -> bool {
        let Some(inside) = self.text.get(within.clone()) else { return false };
        let cut = self.text[..within.start].ends_with(words::is_letter);
        words::word_starts(inside)
            .filter(|&at| at > 0 || !cut)
            .any(|at| self.starts(role, within.start + at).is_some())
    }

    /// Bytes of a word with this role, in a language of the words that state something: short words
    /// of one language mean other things in the next. Those of another script mean the same everywhere: an English verb
    /// may stand in a Chinese sentence.
    pub(super) fn starts(&self, role: ClauseRole, at: usize) -> Option<usize> {
        let found = self.words.starts(role, &self.text[at..])?;
        let spoken = self.languages.is_empty()
            || found.languages.is_empty()
            || found.languages.meets(self.languages)
            || !self.unspaced && self.text[at..].starts_with(words::is_unspaced);
        spoken.then_some(found.len)
    }
}

/// Links whose text is a name; a link that begins with a word of state says it.
pub(super) fn opaque_links<'a>(line: &Line<'a>, own: &OwnWords) -> Vec<(Range<usize>, &'a Link)> {
    let mut links = line.links(&(0..line.text.len()));
    links.retain(|(shown, _)| {
        let text = line.text[shown.clone()].trim_start();
        status::at_start(text, own).is_none()
    });
    links
}

/// `:white_check_mark:`
pub(super) fn shortcodes(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let open = from + text[from..].find(':')?;
            let inside = &text[open + 1..];
            let len = inside
                .find(|c: char| {
                    !(c.is_ascii_lowercase() || c.is_ascii_digit() || "_+-".contains(c))
                })
                .unwrap_or(inside.len());
            from = open + 1 + len;
            if len > 0 && text[from..].starts_with(':') {
                from += 1;
                return Some(open..from);
            }
        }
    })
}
