//! HTML and SVG that we write: elements of our own with text and attributes of anybody's.

use std::fmt::{self, Display, Write as _};

/// A piece of HTML. Text gets into it by being escaped and in no other way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Html(String);

/// An attribute's name and value.
pub type Attribute<'a> = (&'static str, &'a dyn Display);

/// An element's attributes, in their order.
pub type Attributes<'a> = &'a [Attribute<'a>];

impl Html {
    /// An element with text in it.
    pub fn leaf(name: &'static str, attributes: Attributes<'_>, text: &str) -> Self {
        let mut html = opened(name, attributes);
        Escaping(&mut html).push(text);
        Self(html + "</" + name + ">")
    }

    /// Text alone.
    pub(crate) fn text(text: &str) -> Self {
        let mut html = String::new();
        Escaping(&mut html).push(text);
        Self(html)
    }

    /// An element with elements in it, each in lines of its own.
    pub fn group(
        name: &'static str,
        attributes: Attributes<'_>,
        inside: impl IntoIterator<Item = Self>,
    ) -> Self {
        let mut html = opened(name, attributes) + "\n";
        for Self(element) in inside {
            html += &element;
            html.push('\n');
        }
        Self(html + "</" + name + ">")
    }

    /// The half of an element before what stands in it.
    pub(crate) fn opening(name: &'static str, attributes: Attributes<'_>) -> Self {
        Self(opened(name, attributes))
    }

    /// An element with elements in it, all in one line.
    pub fn joined(
        name: &'static str,
        attributes: Attributes<'_>,
        inside: impl IntoIterator<Item = Self>,
    ) -> Self {
        let inside: String = inside.into_iter().map(Self::into_string).collect();
        Self(opened(name, attributes) + &inside + "</" + name + ">")
    }

    /// This and then that.
    pub(crate) fn and(self, Self(next): Self) -> Self {
        Self(self.0 + "\n" + &next)
    }

    /// The half behind it.
    pub(crate) fn closing(name: &'static str) -> Self {
        Self(format!("</{name}>"))
    }

    /// The HTML.
    pub fn into_string(self) -> String {
        self.0
    }
}

fn opened(name: &'static str, attributes: Attributes<'_>) -> String {
    let mut html = format!("<{name}");
    for (attribute, value) in attributes {
        let _infallible = write!(html, " {attribute}=\"");
        let _infallible = write!(Escaping(&mut html), "{value}");
        html.push('"');
    }
    html + ">"
}

/// Text for elements and attributes.
struct Escaping<'a>(&'a mut String);

impl Escaping<'_> {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // mdBook expands double braces after us.
                '{' => self.0.push_str("&#123;"),
                // A blank line would end the block.
                c if c.is_control() => self.0.push(' '),
                c => self.0.push(c),
            }
        }
    }
}

impl fmt::Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn text_stays_text() {
        let html =
            Html::leaf("a", &[("href", &"x\"y"), ("width", &12)], "<b> & {{#include x}}\n\n");
        let expected =
            "<a href=\"x&quot;y\" width=\"12\">&lt;b&gt; &amp; &#123;&#123;#include x}}  </a>";
        assert_eq!(html.clone().into_string(), expected);
        let group = Html::group("g", &[], [html]).into_string();
        assert_eq!(group, format!("<g>\n{expected}\n</g>"));
    }
}
