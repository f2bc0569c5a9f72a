//! Where the links and images of a text lead, each with the bytes that say so: for a text that is shown from
//! another place than it was written for.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use crate::dialect::options;
use crate::raw_html::{Attribute, tags, unescaped};
use crate::source::Span;

/// A target as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// Its bytes, without the brackets or quotes around them.
    pub span: Span,
    /// What it means, escapes resolved.
    pub target: String,
    /// Whether an image is shown from there. A definition shows none.
    pub image: bool,
    /// How it is written.
    pub notation: Notation,
}

/// How a target is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// `[a](b.md)`
    Bare,
    /// `[a](<b c.md>)`
    Angled,
    /// `<a href="b.md">`
    Attribute,
}

/// The targets of links, images and definitions, and of `href` and `src` in HTML, from byte `from` of a text
/// on, in their order. One that is written in a way that cannot be found again is left out.
pub fn destinations(text: &str, from: usize) -> Vec<Destination> {
    let text = text.get(from..).unwrap_or_default();
    let parser = Parser::new_ext(text, options());
    let mut found: Vec<Destination> = Vec::new();
    for (_, definition) in parser.reference_definitions().iter() {
        found.extend(after(text, definition.span.clone(), "]:", &definition.dest, false));
    }
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. }) => {
                found.extend(after(text, range, "](", &dest_url, false));
            }
            Event::Start(Tag::Image { link_type: LinkType::Inline, dest_url, .. }) => {
                found.extend(after(text, range, "](", &dest_url, true));
            }
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                attributes(text, range, &mut found);
            }
            _ => {}
        }
    }
    found.sort_by_key(|destination| destination.span);
    found.dedup_by_key(|destination| destination.span);
    for destination in &mut found {
        destination.span = destination.span.shifted(from);
    }
    found
}

/// The target behind a mark of a link or a definition, where it is the one that the parser has read.
fn after(
    text: &str,
    range: Range<usize>,
    mark: &str,
    target: &str,
    image: bool,
) -> Option<Destination> {
    let link = text.get(range.clone())?;
    // A definition's label comes first, a link's words can hold links and images.
    let at = if mark == "]:" { link.find(mark)? } else { link.rfind(mark)? };
    let rest = &link[at + mark.len()..];
    let start = range.end - rest.trim_start().len();
    let rest = rest.trim_start();
    let (start, written, notation) = match rest.strip_prefix('<') {
        Some(inner) => (start + 1, &inner[..inner.find('>')?], Notation::Angled),
        None => (start, &rest[..bare(rest)], Notation::Bare),
    };
    let plain = || written.replace('\\', "").replace("&amp;", "&");
    let same = written == target || plain() == target;
    let span = Span::new(start, start + written.len());
    same.then(|| Destination { span, target: target.to_owned(), image, notation })
}

/// The length of a target without brackets: to a blank, or to the parenthesis that closes the link.
fn bare(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => depth += 1,
            ')' if depth == 0 => return at,
            ')' => depth -= 1,
            c if c.is_whitespace() => return at,
            _ => {}
        }
    }
    text.len()
}

/// The values of `href` and `src` in the tags of a piece of HTML; comments hold none.
fn attributes(text: &str, range: Range<usize>, found: &mut Vec<Destination>) {
    for tag in tags(&text[range.clone()], range.start) {
        for name in ["href", "src"] {
            if let Some(attribute) = tag.attribute(name).filter(|value| value.quoted) {
                let Attribute { value, span, .. } = attribute;
                let (image, notation) = (name == "src", Notation::Attribute);
                found.push(Destination { span, target: unescaped(value), image, notation });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each as it is written, with what it means, marked where it is an image.
    fn found(text: &str) -> Vec<String> {
        let shown = |found: Destination| {
            assert_eq!(found.target, text[found.span.range()].replace('\\', ""));
            format!("{}{}", if found.image { "!" } else { "" }, &text[found.span.range()])
        };
        destinations(text, 0).into_iter().map(shown).collect()
    }

    #[test]
    fn every_way_to_write_a_target_is_found() {
        let text = "See [a](b.md#x \"t\"), ![c](d(1).png), [![e](f.png)](<g h.md>) and [i][j].\n\n\
                    - `[k](l.md)` <a title='>' href=\"m.md\">m</a>\n\n<p>\n<img alt=\"\" src='n.png'>\n\
                    <!-- <img src=\"o.png\"> --></p>\n\n[j]: p\\_q.md 'title'\n";
        let expected = ["b.md#x", "!d(1).png", "!f.png", "g h.md", "!n.png", "p\\_q.md"];
        assert_eq!(found(text), expected);
    }

    #[test]
    fn what_stands_above_is_passed_over() {
        let text = "---\na: \"[b](c.md)\"\n---\n[d](e.md)\n";
        let found = destinations(text, text.find("[d]").unwrap());
        assert_eq!(found.len(), 1);
        assert_eq!(&text[found[0].span.range()], "e.md");
    }
}
