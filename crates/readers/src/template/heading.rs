//! What the heading of a template's section says: its Markdown, and whether it stands for several.

use text::markdown::Document;
use text::markdown::block::Heading;
use text::markdown::outline::Section;
use text::source::Span;

use super::key::Key;

/// The heading's Markdown, in one line where an underlined one has several. Emphasis around all of it is none of
/// its words, but an escape at its beginning is: `\<Name>` without it is a tag.
pub(super) fn markdown(document: &Document, section: &Section, heading: &Heading) -> String {
    let short = document.slice(words_of(document, section, heading));
    let raw = document.slice(section.heading);
    let from = heading.text.span.start.saturating_sub(section.heading.start);
    if !raw.get(..from).is_some_and(|before| before.contains('\\')) {
        return short.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    }
    let line = raw.lines().next().unwrap_or_default().trim_start().trim_start_matches('#');
    let attributed = heading.id.is_some() || !heading.classes.is_empty();
    let line = line.rfind('{').filter(|_| attributed).map_or(line, |at| &line[..at]);
    line.trim().to_owned()
}

/// The heading's text, with the marks at its ends unless they are around all of it.
fn words_of(document: &Document, section: &Section, heading: &Heading) -> Span {
    let words = heading.text.span;
    if heading.text.runs().all(|run| run.strong || run.emphasis || run.strike) {
        return words;
    }
    let is_mark = |c: char| matches!(c, '*' | '_' | '~');
    let before = document.slice(Span::new(section.heading.start, words.start));
    let after = document.slice(Span::new(words.end, section.heading.end));
    let marks = |left: &str, whole: &str| whole.len() - left.len();
    Span::new(
        words.start - marks(before.trim_end_matches(is_mark), before),
        words.end + marks(after.trim_start_matches(is_mark), after),
    )
}

/// `Component 1: [Name]` and `[API 1]` stand for any number of sections.
pub(super) fn is_prototype(heading: &str) -> bool {
    let whole = heading.starts_with('[') && heading.ends_with(']');
    whole
        || heading.split_once(": ").is_some_and(|(_, name)| {
            let name = name.trim_end();
            name.starts_with('[') && name.ends_with(']')
        })
}

/// The words of a prototype without its number: `Component 2: [Name]` behind `Component 1: [Name]` is the
/// same again, to show that there are several.
pub(super) fn counted(heading: &str) -> String {
    let unnumbered: String = heading.chars().filter(|c| !c.is_ascii_digit()).collect();
    Key::new(&unnumbered).text
}
