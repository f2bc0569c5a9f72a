//! Texts that say the same twice, in two languages.

use crate::meaning::Meaning;
use crate::vocabulary::{Found, Vocabulary};

/// What parts a word from the same one in another language: `Status / 状态`.
const BETWEEN: [char; 4] = ['/', '|', '／', '｜'];

impl Vocabulary {
    /// What a whole text stands for that may say it twice: `状态 (Status)`, `Status / 状态`, `상태 Status`.
    ///
    /// None where its parts say different things. A remark in brackets need not be known.
    pub fn glossed<M: Meaning>(&self, text: &str) -> Option<Found<M>> {
        if let Some(found) = self.whole(text) {
            return Some(found);
        }
        if text.bytes().all(|byte| byte.is_ascii() && !matches!(byte, b'(' | b'/' | b'|')) {
            return None;
        }
        if let Some((before, inside)) = text.split_once(['(', '（']) {
            let inside = inside.trim_end().trim_end_matches([')', '）', ':', '：']);
            return self.glossed(before).or_else(|| self.whole(inside));
        }
        if !text.contains(BETWEEN) {
            return self.in_two_scripts(text);
        }
        let mut parts = text.split(BETWEEN).map(|part| self.whole::<M>(part));
        let first = parts.next().flatten()?;
        parts.all(|part| part.is_some_and(|part| part.meaning == first.meaning)).then_some(first)
    }

    /// `상태 Status`, of a text that may be a heading.
    fn in_two_scripts<M: Meaning>(&self, text: &str) -> Option<Found<M>> {
        const LONGEST_HEADING: usize = 120;
        let latin = |text: &str| text.contains(|c: char| c.is_ascii_alphabetic());
        let other = |text: &str| text.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
        if text.is_ascii() || text.len() > LONGEST_HEADING || !latin(text) {
            return None;
        }
        text.match_indices(' ').find_map(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + 1..]);
            let parts = latin(before) != latin(after) && other(before) != other(after);
            let found = parts.then(|| self.whole::<M>(before)).flatten()?;
            self.whole::<M>(after).filter(|same| same.meaning == found.meaning)
        })
    }
}
