//! When a text was last changed, as the versions of its file show: the oldest commit since which its words are
//! what they are.
//!
//! A whole file has a commit for each change; a section has none of its own. It is looked for among the sections of
//! the file's versions, from the newest on, so that it is as old as its own last change, whatever happened
//! around it, and wherever it was moved to. A section that had more words was another one: to take words out is a
//! change as well. Line breaks, blanks and comments for us are no words: to say what a
//! section describes does not make it younger.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use text::markdown::Document;
use text::source::{Source, Span};

use crate::comments::MARK;
use crate::git::Repository;
use crate::git::contents::Contents;

/// The versions of one file, read as far as somebody asks.
pub(super) struct Versions<'r> {
    file: &'r str,
    /// Commits by their indices, each with the name of a content, newest first.
    listed: Vec<(usize, &'r str)>,
    /// The texts in the first of them, each as a digest of its words; none for one that git does not give.
    read: Vec<Option<HashSet<u64>>>,
}

impl<'r> Versions<'r> {
    pub(super) fn of(repository: &'r Repository, file: &'r str) -> Self {
        Self { file, listed: repository.versions(file).collect(), read: Vec::new() }
    }

    /// The commit that made the file.
    pub(super) fn oldest(&self) -> Option<usize> {
        self.listed.last().map(|&(commit, _)| commit)
    }

    /// The commit that last changed a text of the file; none where that is not committed yet, or empty.
    pub(super) fn last_change(&mut self, text: &str, contents: &mut Contents) -> Option<usize> {
        let text = words(text);
        if text.trim().is_empty() {
            return None;
        }
        let text = digest(&text);
        let mut last = None;
        for at in 0..self.listed.len() {
            let there = self.texts(at, contents)?.contains(&text);
            match last {
                // What two branches changed is whole only in the merge of them: neither is the newest version. What
                // is no part of the checked out commit is older words that somebody took up again.
                None if !there && at == 0 && !self.is_committed(text, contents) => return None,
                None if !there => {}
                Some(_) if !there => break,
                _ => last = Some(self.listed[at].0),
            }
        }
        last
    }

    fn is_committed(&self, text: u64, contents: &mut Contents) -> bool {
        let content = contents.committed(self.file);
        content.is_some_and(|content| texts(&String::from_utf8_lossy(&content)).contains(&text))
    }

    fn texts(&mut self, at: usize, contents: &mut Contents) -> Option<&HashSet<u64>> {
        while self.read.len() <= at {
            let content = contents.get(self.listed[self.read.len()].1);
            self.read.push(content.map(|content| texts(&String::from_utf8_lossy(&content))));
        }
        self.read[at].as_ref()
    }
}

/// All that can describe code in a file: the file, what stands below its front matter, and each section with those
/// below it.
fn texts(content: &str) -> HashSet<u64> {
    let document = Document::parse(&Source::new("", content));
    let whole = [0, document.body_start()].map(|start| Span::new(start, content.len()));
    let sections = document.outline.sections.iter();
    let sections = sections.map(|section| Span::new(section.heading.start, section.end));
    let spans = whole.into_iter().chain(sections);
    spans.map(|span| digest(&words(document.slice(span)))).collect()
}

fn digest(words: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

/// The words of a text, each between two blanks, without comments for us.
fn words(text: &str) -> String {
    let mut words = String::from(" ");
    let mut rest = text;
    let mut add = |piece: &str| {
        for word in piece.split_whitespace() {
            words.push_str(word);
            words.push(' ');
        }
    };
    while let Some((start, end)) = comment(rest) {
        add(&rest[..start]);
        rest = &rest[end..];
    }
    add(rest);
    words
}

/// Where the first comment for us stands.
fn comment(text: &str) -> Option<(usize, usize)> {
    let is_ours = |at: &usize| text[at + "<!--".len()..].trim_start().starts_with(MARK);
    let start = text.match_indices("<!--").map(|(at, _)| at).find(is_ours)?;
    let end = text[start..].find("-->")? + start + "-->".len();
    Some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_comments_for_us_are_no_words() {
        let text = "## Pay\r\n<!-- archdoc: describes src/** -->\n\nIt  pays. <!-- x -->\n";
        assert_eq!(words(text), " ## Pay It pays. <!-- x --> ");
        assert_eq!(words("a <!-- archdoc: open"), " a <!-- archdoc: open ");
    }

    #[test]
    fn a_text_is_a_file_or_a_section_as_a_whole() {
        let found = texts("---\na: b\n---\n# A\n\nOne.\n\n## B\n\nTwo. Three.\n\n## C\n");
        let has = |text: &str| found.contains(&digest(&words(text)));
        assert!(has("## B\nTwo.\nThree.") && has("# A One. ## B Two. Three. ## C"));
        assert!(has("---\na: b\n---\n# A\n\nOne.\n\n## B\n\nTwo. Three.\n\n## C"));
        assert!(!has("## B\nTwo.") && !has("One.") && !has("Two. Three."));
    }
}
