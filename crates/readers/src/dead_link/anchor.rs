//! What links can lead to in a text, by the names that any renderer gives.
//!
//! mdBook, GitHub, GitLab, Pandoc, kramdown and Python-Markdown keep the letters and digits of a heading and
//! differ in the rest: in punctuation, in case, in accents, in a number at the beginning.

use std::collections::{HashMap, HashSet};

use text::markdown::Document;
use text::markdown::anchor;
use text::markdown::block::{Block, BlockKind};
use unicode_normalization::UnicodeNormalization;

use crate::template::Template;

/// The names that lines with a `#` before them have for some renderer. Most links lead to one of them, and a text need
/// not be parsed to find it.
#[derive(Clone)]
pub(super) struct HeadingLines(HashSet<String>);

impl HeadingLines {
    pub(super) fn of(text: &str) -> Self {
        Self(heading_lines(text).flat_map(names).collect())
    }

    /// Whether some renderer leads to one of them, where a page shows it.
    pub(super) fn have(&self, fragment: &str) -> bool {
        self.0.contains(&letters(bare(&fragment.to_lowercase())))
    }
}

#[derive(Clone)]
pub(super) struct Anchors {
    /// How often each name is there, as [`letters`] has it.
    names: HashMap<String, usize>,
    /// The ids that mdBook gives.
    ids: Vec<String>,
}

/// What puts text into a page that is not in the file.
const FOREIGN: [&str; 8] =
    ["{{#", "{{%", "{{<", "{%", "--8<--", "{include}", ".. include", "<iframe"];

/// What renderers and hosts write before a heading's own name.
const PREFIXES: [&str; 3] = ["user-content-", "markdown-header-", "_"];

impl Anchors {
    /// None where a page has more headings than its text shows.
    pub(super) fn of(document: &Document, template: Option<&Template>) -> Option<Self> {
        let text = document.source.text();
        if FOREIGN.iter().any(|mark| text.contains(mark)) {
            return None;
        }
        let mut anchors = Self { names: HashMap::new(), ids: anchor::ids(document) };
        anchors.headings(&document.blocks);
        // Renderers disagree where code and HTML end, and with that on what is a heading.
        for name in heading_lines(text).chain(html_headings(text)).chain(given_ids(text)) {
            anchors.may_be(name);
        }
        // A section that is not there yet is shown with its heading.
        for section in template.iter().flat_map(|template| &template.sections) {
            anchors.may_be(&section.heading);
        }
        Some(anchors)
    }

    fn headings(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading(heading) => {
                    self.add(&heading.text.plain());
                    heading.id.iter().for_each(|id| self.add(id));
                }
                BlockKind::Quote(blocks) | BlockKind::Definition(blocks) => self.headings(blocks),
                BlockKind::List(list) => {
                    list.items.iter().for_each(|item| self.headings(&item.blocks));
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, name: &str) {
        self.may_be(name);
        *self.names.entry(letters(name)).or_default() += 1;
    }

    /// A name that is there for some renderers, as often as others count it.
    fn may_be(&mut self, name: &str) {
        for name in names(name) {
            self.names.entry(name).or_default();
        }
    }

    /// Whether some renderer leads somewhere for it.
    pub(super) fn has(&self, fragment: &str) -> bool {
        let lower = fragment.to_lowercase();
        let bare = bare(&lower);
        let name = letters(bare);
        name.is_empty()
            || self.names.contains_key(&name)
            || is_of_the_page(bare)
            || self.is_counted(bare)
    }

    /// Whether it is a second heading of a name: `setup-1`.
    fn is_counted(&self, fragment: &str) -> bool {
        let name = fragment.trim_end_matches(|c: char| c.is_ascii_digit());
        let several = |count: &usize| *count > 1;
        name.len() < fragment.len() && self.names.get(&letters(name)).is_some_and(several)
    }

    /// The id of the heading whose name is nearest.
    pub(super) fn nearest(&self, fragment: &str) -> Option<String> {
        let ids = self.ids.iter().map(String::as_str);
        text::wording::nearest(fragment, ids).map(str::to_owned)
    }
}

/// What renderers make themselves, and what browsers understand.
fn is_of_the_page(fragment: &str) -> bool {
    let line = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    fragment == "top"
        || fragment.starts_with(":~:")
        // A page that finds its own way.
        || fragment.starts_with(['/', '!'])
        || fragment.starts_with("fn")
        || fragment.contains("footnote")
        || fragment.strip_prefix('l').is_some_and(line)
}

/// A fragment without what renderers and hosts write before a heading's own name.
fn bare(fragment: &str) -> &str {
    PREFIXES.iter().fold(fragment, |bare, prefix| bare.strip_prefix(prefix).unwrap_or(bare))
}

/// What renderers make of a name: with the number at its beginning or without. Some leave out all letters but those of
/// English, with or without their accents.
fn names(name: &str) -> impl Iterator<Item = String> {
    let english = (!name.is_ascii()).then(|| name.chars().filter(char::is_ascii).collect());
    let spellings =
        std::iter::once(letters(name)).chain(english.map(|name: String| letters(&name)));
    spellings.flat_map(|name| {
        let unnumbered = name.trim_start_matches(|c: char| c.is_ascii_digit());
        let unnumbered = (unnumbered.len() < name.len()).then(|| unnumbered.to_owned());
        unnumbered.into_iter().chain([name])
    })
}

/// The letters and digits alone, in lower case and without accents.
fn letters(name: &str) -> String {
    if name.is_ascii() {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|letter| char::from(letter.to_ascii_lowercase())).collect();
    }
    let decomposed = name.nfkd().filter(|c| c.is_alphanumeric());
    decomposed.flat_map(char::to_lowercase).collect()
}

/// The lines that are headings, or code with a `#` before it.
fn heading_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_start).filter(|line| line.starts_with('#'))
}

/// What stands in headings that are written in HTML.
fn html_headings(text: &str) -> impl Iterator<Item = &str> {
    // Each piece ends where the next heading begins, so that no byte is read twice.
    text.split("<h").skip(1).filter_map(|piece| {
        let (tag, inside) = piece.split_once('>')?;
        let end = inside.find("</h")?;
        tag.starts_with(['1', '2', '3', '4', '5', '6']).then(|| &inside[..end])
    })
}

/// The ids that a text gives in HTML (`id="x"`, `name="x"`), in attributes (`{#x}`, `{: .y #x}`), and as
/// `MyST` does (`(x)=`).
fn given_ids(text: &str) -> impl Iterator<Item = &str> {
    let id = |rest: &'_ str| -> usize {
        let end = |c: char| c.is_whitespace() || "\"'>}),".contains(c);
        rest.find(end).unwrap_or(rest.len())
    };
    let after = move |mark: &'static str| {
        text.match_indices(mark).map(move |(at, _)| {
            let rest = text[at + mark.len()..].trim_start_matches(['"', '\'']);
            &rest[..id(rest)]
        })
    };
    let attributes = text.split('{').skip(1).flat_map(|piece| {
        let words = piece.split(['}', '\n']).next().unwrap_or_default().split_whitespace();
        words.filter_map(|word| word.trim_start_matches(':').strip_prefix('#'))
    });
    let labels = text.lines().filter_map(|line| line.trim().strip_prefix('(')?.strip_suffix(")="));
    ["id=", "name="].into_iter().flat_map(after).chain(attributes).chain(labels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::source::Source;

    fn anchors(text: &str) -> Option<Anchors> {
        Anchors::of(&Document::parse(&Source::new("a.md", text)), None)
    }

    #[test]
    fn an_anchor_that_any_renderer_makes_is_good() {
        let text = "# 1. Über uns: `a_b` & Co\n\n## Setup\n\n## Setup\n\n<a name=\"old\"></a>\n\n## X {#why}\n\n\
                    <h2>Getting started</h2>\n\n### Y\n{: .no_toc #own}\n\n(label)=\n";
        let anchors = anchors(text).unwrap();
        let good = [
            "1-über-uns-a_b--co",
            "uber-uns-a_b-co",
            "setup",
            "setup-1",
            "setup_2",
            "old",
            "why",
            "user-content-setup",
            "L12",
            "fn1",
            "top",
            "ber-uns-ab-co",
            "getting-started",
            "own",
            "label",
            "/route",
        ];
        for fragment in good {
            assert!(anchors.has(fragment), "{fragment}");
        }
        assert!(!anchors.has("set-up-guide") && !anchors.has("x-1") && !anchors.has("y-1"));
        assert_eq!(anchors.nearest("setupp").as_deref(), Some("setup"));
    }

    #[test]
    fn a_heading_that_some_renderers_take_for_code_may_be_meant() {
        let anchors = anchors("# A\n\n```\nopen\n\n## Limits\n").unwrap();
        assert!(anchors.has("limits") && !anchors.has("open"));
    }

    #[test]
    fn what_a_line_says_is_an_anchor_of_the_whole_text() {
        let text = "# 1. Über uns\n\n## Setup\n\n```\n# a comment\n```\n";
        let (lines, anchors) = (HeadingLines::of(text), anchors(text).unwrap());
        for fragment in ["1-über-uns", "uber-uns", "ber-uns", "user-content-setup", "a-comment"] {
            assert!(lines.have(fragment) && anchors.has(fragment), "{fragment}");
        }
        assert!(!lines.have("set-up-guide") && !lines.have("top"));
    }

    #[test]
    fn a_page_that_shows_more_than_its_text_is_not_judged() {
        assert!(anchors("# A\n\n{{#include b.md}}\n").is_none());
        assert!(anchors("# A\n\n{% include x %}\n").is_none());
    }
}
