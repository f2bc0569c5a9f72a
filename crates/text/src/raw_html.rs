//! Raw HTML that authors write: words and tags in turn.
//!
//! A tag ends at the first `>`, also of one within quotation marks. Comments and declarations are left out, and
//! so is what has no end.

use crate::source::Span;

/// A stretch of raw HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// What stands between tags.
    Words(&'a str, Span),
    /// A tag.
    Tag(Tag<'a>),
}

/// `<a href="b.md">` or `</a>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// As it is written, in upper or lower case.
    pub name: &'a str,
    /// Whether it ends an element.
    pub closes: bool,
    /// Its place, with the brackets.
    pub span: Span,
    /// All of it.
    text: &'a str,
}

/// The value of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// As it is written, entities and all.
    pub value: &'a str,
    /// Its place, without quotation marks.
    pub span: Span,
    /// Whether quotation marks stand around it.
    pub quoted: bool,
}

impl<'a> Tag<'a> {
    /// Whether it is one of elements of this name.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Whether it begins an element of this name.
    pub fn opens(&self, name: &str) -> bool {
        !self.closes && self.is(name)
    }

    /// Whether it ends an element of this name.
    pub fn ends(&self, name: &str) -> bool {
        self.closes && self.is(name)
    }

    /// The value of an attribute; none of one that has no value.
    pub fn attribute(&self, name: &str) -> Option<Attribute<'a>> {
        let inside = self.text.trim_end_matches(['>', '/']);
        let mut rest = inside.trim_start_matches(['<', '/']).strip_prefix(self.name)?;
        loop {
            rest = rest
                .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '"' | '\''));
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '/'));
            let (found, after) = rest.split_at(end.unwrap_or(rest.len()));
            let Some(value) = after.trim_start().strip_prefix('=').map(str::trim_start) else {
                if found.is_empty() || found == name {
                    return None;
                }
                rest = after;
                continue;
            };
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let value = if quote.is_some() { &value[1..] } else { value };
            let end = match quote {
                Some(quote) => value.find(quote)?,
                None => value.find(char::is_whitespace).unwrap_or(value.len()),
            };
            rest = &value[end..];
            if found == name {
                let start = self.span.start + inside.len() - value.len();
                let span = Span::new(start, start + end);
                let empty = quote.is_none() && end == 0;
                let attribute = Attribute { value: &value[..end], span, quoted: quote.is_some() };
                return (!empty).then_some(attribute);
            }
        }
    }
}

/// The words and tags of a text that stands `offset` bytes into its file.
pub fn pieces(html: &str, offset: usize) -> impl Iterator<Item = Piece<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = html.get(at..).filter(|rest| !rest.is_empty())?;
            let start = at;
            let span = |len: usize| Span::new(offset + start, offset + start + len);
            if !opens_markup(rest) {
                let len = next_markup(rest);
                at += len;
                return Some(Piece::Words(&rest[..len], span(len)));
            }
            let close = if rest.starts_with("<!--") { "-->" } else { ">" };
            let len = rest.find(close).map_or(rest.len(), |end| end + close.len());
            at += len;
            if !rest.starts_with("<!") && rest[..len].ends_with('>') {
                return Some(Piece::Tag(tag(&rest[..len], span(len))));
            }
        }
    })
}

/// The tags of a text that stands `offset` bytes into its file.
pub fn tags(html: &str, offset: usize) -> impl Iterator<Item = Tag<'_>> {
    pieces(html, offset).filter_map(|piece| match piece {
        Piece::Tag(tag) => Some(tag),
        Piece::Words(..) => None,
    })
}

/// The stretches between the tags of a text that stands `offset` bytes into its file.
pub fn words(html: &str, offset: usize) -> impl Iterator<Item = (&str, Span)> {
    pieces(html, offset).filter_map(|piece| match piece {
        Piece::Words(words, span) => Some((words, span)),
        Piece::Tag(_) => None,
    })
}

/// Whether a tag breaks the line. A browser breaks it at `</br>` as well
/// (<https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody>).
pub fn is_break(html: &str) -> bool {
    tags(html, 0).next().is_some_and(|tag| tag.is("br"))
}

/// With the signs that HTML needs for itself, and spaces that break no line, in place of their entities.
pub fn unescaped(text: &str) -> String {
    let text = text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&quot;", "\"").replace("&amp;", "&")
}

/// The length of the words before the next tag or comment; at least one byte.
fn next_markup(text: &str) -> usize {
    let signs = text.match_indices('<').map(|(at, _)| at);
    signs.filter(|&at| at > 0).find(|&at| opens_markup(&text[at..])).unwrap_or(text.len())
}

/// Whether a tag or a comment begins here. `x < y` has none
/// (<https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state>).
fn opens_markup(text: &str) -> bool {
    let next = text.strip_prefix('<').and_then(|rest| rest.chars().next());
    next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

fn tag(text: &str, span: Span) -> Tag<'_> {
    let inside = text.trim_start_matches('<');
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let end =
        name.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).unwrap_or(name.len());
    Tag { name: &name[..end], closes: name.len() < inside.len(), span, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_tags_take_turns() {
        let html = "a <!-- <b>x</b> --><IMG alt=\"c\"/> < d</p\n>e<f";
        let found: Vec<String> = pieces(html, 0)
            .map(|piece| match piece {
                Piece::Words(words, span) => {
                    assert_eq!(words, &html[span.range()]);
                    words.to_owned()
                }
                Piece::Tag(tag) => format!("<{}{}>", if tag.closes { "/" } else { "" }, tag.name),
            })
            .collect();
        assert_eq!(found, ["a ", "<IMG>", " < d", "</p>", "e"]);
    }

    #[test]
    fn attributes_are_told_from_the_ends_of_others() {
        let html = "- <a data-href='x' href = \"b.md\" title=c/>";
        let tag = tags(&html[2..], 2).next().unwrap();
        let href = tag.attribute("href").unwrap();
        assert_eq!((href.value, &html[href.span.range()], href.quoted), ("b.md", "b.md", true));
        let title = tag.attribute("title").unwrap();
        assert_eq!((title.value, &html[title.span.range()], title.quoted), ("c", "c", false));
        assert_eq!(tag.attribute("alt"), None);
    }

    #[test]
    fn attributes_are_read_one_after_the_other() {
        for html in [
            "<a title=\"see href\" href=\"b.md\">",
            "<a title='see href=\"c.md\"' href=\"b.md\">",
            "<a hidden href=\"b.md\" title=\"see href\">",
            "<a title=\"c\"href=\"b.md\"/>",
            "<a\nhreflang=en\n  href = 'b.md'>",
            "<href href=b.md>",
        ] {
            let tag = tags(html, 0).next().unwrap();
            let href = tag.attribute("href").map(|href| (href.value, &html[href.span.range()]));
            assert_eq!(href, Some(("b.md", "b.md")), "{html}");
        }
        for html in [
            "<a href>",
            "<a href title=x>",
            "<a title='href=b.md'>",
            "<a href=",
            "<a =",
            "<href>",
            "</a>",
        ] {
            let found = tags(html, 0).next().and_then(|tag| tag.attribute("href"));
            assert_eq!(found, None, "{html}");
        }
    }

    #[test]
    fn a_break_is_one_however_it_is_written() {
        for tag in ["<br>", "<br/>", "<BR />", "</br>", "<br clear=\"all\"/>", "<br\nclass=x>"] {
            assert!(is_break(tag), "{tag}");
        }
        for tag in ["<brand>", "<b>", "<!-- br -->", ""] {
            assert!(!is_break(tag), "{tag}");
        }
    }
}
