//! The title over a log: a heading, or what stands for one.

use text::markdown::Document;
use text::markdown::block::Block;
use text::markdown::flat::{Flat, trimmed};
use text::markdown::inline::{Inlines, Run, RunKind};
use text::raw_html;
use text::source::Span;

use crate::files;

use super::Subject;
use super::entry::Text;
use super::wording::title::{self, Strength, heading};

/// A heading, or what stands for one.
#[derive(Clone)]
pub(super) struct Title {
    pub text: Text,
    pub subject: Subject,
    pub strength: Strength,
    /// Whether its words are those of a log.
    pub known: bool,
    /// Whether it is that of a log around the section.
    around: bool,
    /// What it is known by.
    words: String,
}

impl Title {
    /// The same for a section of the log, where what it holds must say itself that it is one.
    pub(super) fn around_a_part(&self) -> Self {
        Self { strength: Strength::Weak, around: true, ..self.clone() }
    }

    /// Whether its words can mean nothing but a log.
    pub(super) fn is_sure(&self) -> bool {
        !self.around && title::is_sure(&self.words)
    }

    /// Whether they ask for one version and no history: `Version`.
    pub(super) fn names_one(&self) -> bool {
        title::names_one(&self.words)
    }

    /// Whether a table of versions below it is a log of changes; a schedule has versions too.
    pub(super) fn announces_versions(&self) -> bool {
        self.announces_tables() && self.subject == Subject::Changes
    }

    /// Whether a table of dates or versions below it is a log.
    pub(super) fn announces_tables(&self) -> bool {
        self.known && self.strength != Strength::Hint
    }
}

/// What the heading of a section announces. One below the first that names a file, `### CHANGELOG.md is missing`,
/// heads what is said of that file, and no log.
pub(super) fn of_section(document: &Document, index: usize) -> Option<Title> {
    let words = words(document, index)?;
    of_words(words).filter(|_| index == 0 || !names_a_file(&words.plain()))
}

fn names_a_file(words: &str) -> bool {
    words.split_whitespace().any(files::is_markdown)
}

/// Whether the heading of a section speaks of what is still to come.
pub(super) fn looks_ahead(document: &Document, index: usize) -> bool {
    words(document, index).is_some_and(|words| title::looks_ahead(&words.plain()))
}

/// Whether the heading of a section is that of another part of a document.
pub(super) fn is_of_another(document: &Document, index: usize) -> bool {
    words(document, index).is_some_and(|words| title::is_of_another(&words.plain()))
}

fn words(document: &Document, index: usize) -> Option<&Inlines> {
    let section = document.outline.sections.get(index)?;
    Some(&document.blocks.get(section.block).and_then(Block::heading)?.text)
}

/// What the words of a heading or a caption announce.
pub(super) fn of_words(words: &Inlines) -> Option<Title> {
    let flat = Flat::of(words);
    let (subject, strength) = heading(&flat.plain)?;
    let text = without_colon(flat.text(flat.all())?);
    let words = flat.plain;
    Some(Title { text, subject, strength, known: true, around: false, words })
}

/// Whether a file is called a log: `CHANGELOG.md`.
pub(super) fn is_of_file(document: &Document) -> bool {
    strength_of_file(document) > Some(Strength::Hint)
}

/// How much the name of a file says, or the title in its front matter.
pub(super) fn strength_of_file(document: &Document) -> Option<Strength> {
    strength_of_path(document.source.path()).max(strength_of_title(document))
}

fn strength_of_title(document: &Document) -> Option<Strength> {
    let title = document.front_matter.as_ref()?.get(&["title"])?;
    let (subject, strength) = heading(title.value.as_str()?)?;
    (subject == Subject::Changes).then_some(strength)
}

/// How much the name of a file alone says: `CHANGELOG.md` more than `VERSIONING.md`.
fn strength_of_path(path: &str) -> Option<Strength> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let (subject, strength) = heading(name.split('.').next().unwrap_or_default())?;
    (subject == Subject::Changes).then_some(strength)
}

/// A paragraph that stands for a heading: bold throughout, one short line that ends with a colon, or
/// nothing but the title of a log.
pub(super) fn pseudo(block: &Block, text: &Inlines) -> Option<Title> {
    const LONGEST: usize = 60;
    // Most paragraphs are told by their length, and most of those by the letters of English.
    let shown = |run: &Run<'_>| {
        let bytes = run.text.as_bytes();
        let first = bytes.get(..2 * LONGEST).unwrap_or(bytes);
        let letters = first.iter().filter(|byte| byte.is_ascii_graphic()).count();
        if matches!(run.kind, RunKind::Text | RunKind::Code) { letters } else { 0 }
    };
    if text.runs().any(|run| shown(&run) > LONGEST) {
        return None;
    }
    let letters = text.runs().filter(|run| matches!(run.kind, RunKind::Text | RunKind::Code));
    let mut letters = letters.flat_map(|run| run.text.chars()).filter(|c| !c.is_whitespace());
    if letters.nth(LONGEST).is_some() {
        return None;
    }
    let flat = Flat::of(text);
    let line = flat.plain.trim();
    let mut words = text.runs().filter(|run| run.text.chars().any(char::is_alphanumeric));
    let bold = words.all(|run| run.strong);
    let short = line.chars().count() <= LONGEST && !line.contains('\n');
    let found = if short { heading(line) } else { None };
    let is_title = found.is_some_and(|(_, strength)| strength == Strength::Strong);
    if !short || !(bold || is_title || line.ends_with([':', '：'])) || block.span.is_empty() {
        return None;
    }
    let text = without_colon(flat.text(flat.all())?);
    let (subject, strength) = found.unwrap_or((Subject::Changes, Strength::Weak));
    let words = flat.plain;
    Some(Title { text, subject, strength, known: found.is_some(), around: false, words })
}

/// A heading, a summary or a caption in HTML.
pub(super) fn of_html(document: &Document, span: Span) -> Option<Title> {
    const LONGEST: usize = 60;
    let html = document.slice(span);
    let between = raw_html::words(html, span.start).filter(|(words, _)| !words.trim().is_empty());
    let titles = between.filter_map(|(words, place)| {
        let range = trimmed(words, 0..words.len());
        let text = words.get(range.clone()).filter(|text| text.chars().count() <= LONGEST)?;
        let (subject, strength) = heading(text)?;
        let span = Span::from(range).shifted(place.start);
        let text = without_colon(Text { text: text.to_owned(), span });
        let words = text.text.clone();
        Some(Title { text, subject, strength, known: true, around: false, words })
    });
    titles.filter(|_| !html.trim_start().starts_with("<!--")).last()
}

fn without_colon(mut text: Text) -> Text {
    let kept = text.text.trim_end_matches([':', '：', ' ']).len();
    text.text.truncate(kept);
    text
}
