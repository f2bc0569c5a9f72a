//! Words with their marks: what stands in a paragraph, a cell or a line of a list.

use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd, TextMergeStream};

use crate::dialect::options;

use crate::html::{Attributes, Html};
use crate::raw_html::is_break;

use super::beyond;
use super::target::Target;

/// Inline Markdown of one line, as events. Words go in as they are read, not as they are escaped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inline(pub(super) Vec<Event<'static>>);

impl Inline {
    /// Text that means itself.
    pub fn text(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        Self(vec![Event::Text(beyond::text(text).into())])
    }

    /// `` `code` ``
    pub fn code(code: &str) -> Self {
        if code.trim().is_empty() {
            return Self::default();
        }
        if code.contains("{{") {
            // In a code span nothing can be escaped.
            let tag = |tag: &'static str| Self(vec![Event::InlineHtml(tag.into())]);
            return tag("<code>").then(Self::text(code)).then(tag("</code>"));
        }
        Self(vec![Event::Code(code.replace(char::is_control, " ").into())])
    }

    /// The line break that a cell can hold, as XHTML has it as well.
    pub fn line_break() -> Self {
        Self(vec![Event::InlineHtml("<br/>".into())])
    }

    /// HTML.
    pub fn html(html: Html) -> Self {
        Self(vec![Event::InlineHtml(html.into_string().into())])
    }

    /// Inside an element of HTML.
    #[must_use]
    pub fn inside(self, name: &'static str, attributes: Attributes<'_>) -> Self {
        let opening = Self::html(Html::opening(name, attributes));
        opening.then(self).then(Self::html(Html::closing(name)))
    }

    /// The words at the end, with the code among them: as many as these, where they are these.
    #[must_use]
    pub fn ending_in(&self, words: &str) -> Option<Self> {
        let mut end = Vec::new();
        let mut left = words;
        for event in self.0.iter().rev() {
            let (Event::Text(text) | Event::Code(text)) = event else { continue };
            let cut = matches!(event, Event::Text(_)) && text.ends_with(left);
            if let Some(rest) = left.strip_suffix(&**text) {
                left = rest;
                end.push(event.clone());
            } else if cut {
                end.push(Event::Text(left.to_owned().into()));
                left = "";
            } else {
                return None;
            }
            if left.is_empty() {
                end.reverse();
                return Some(Self(end));
            }
        }
        None
    }

    /// `**strong**`
    #[must_use]
    pub fn strong(self) -> Self {
        self.within(Tag::Strong)
    }

    /// `*emphasis*`
    #[must_use]
    pub fn emphasis(self) -> Self {
        self.within(Tag::Emphasis)
    }

    /// `~~struck~~`
    #[must_use]
    pub fn strike(self) -> Self {
        self.within(Tag::Strikethrough)
    }

    /// `[words](target)`
    #[must_use]
    pub fn link(self, target: &Target) -> Self {
        let (dest_url, title, id) = (target.as_str().to_owned().into(), "".into(), "".into());
        self.within(Tag::Link { link_type: LinkType::Inline, dest_url, title, id })
    }

    /// `![words](target)`
    #[must_use]
    pub fn image(self, target: &Target) -> Self {
        let (dest_url, title, id) = (target.as_str().to_owned().into(), "".into(), "".into());
        self.within(Tag::Image { link_type: LinkType::Inline, dest_url, title, id })
    }

    /// This and then that.
    #[must_use]
    pub fn then(mut self, next: Self) -> Self {
        self.0.extend(next.0);
        self
    }

    /// This and then words.
    #[must_use]
    pub fn and(self, text: &str) -> Self {
        self.then(Self::text(text))
    }

    /// All parts, with words between them.
    pub fn joined(parts: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut all = Self::default();
        for (index, part) in parts.into_iter().enumerate() {
            all = if index > 0 { all.and(between) } else { all }.then(part);
        }
        all
    }

    /// Markdown of one line, whatever it begins with: there are no blocks inside a line.
    ///
    /// Tags mean themselves, so that none leaks into the page; `<br>` stays.
    pub fn parsed(markdown: &str) -> Self {
        if means_itself(markdown) {
            return Self::text(markdown);
        }
        let mut inline = Self::default();
        each_event(markdown, |event| inline.0.extend(Self::of_event(event).0));
        inline.with_targets(str::to_owned)
    }

    /// The same without its tags: what stands between those of code is code.
    pub fn untagged(markdown: &str) -> Self {
        let mut inline = Self::default();
        let mut in_code = false;
        each_event(markdown, |event| match event {
            Event::InlineHtml(tag) => {
                in_code = tag.get(..5).is_some_and(|tag| tag.eq_ignore_ascii_case("<code"));
            }
            Event::Text(text) if in_code => inline.0.extend(Self::code(&text).0),
            event => inline.0.extend(Self::of_event(event).0),
        });
        inline.with_targets(str::to_owned)
    }

    fn of_event(event: Event<'_>) -> Self {
        match event {
            Event::Text(text) => Self::text(&text),
            Event::Code(code) => Self::code(&code),
            Event::InlineHtml(tag) if is_break(&tag) => Self::line_break(),
            Event::InlineHtml(tag) => Self::text(&tag),
            event => Self(vec![event.into_static()]),
        }
    }

    /// With each link's target as another one.
    #[must_use]
    pub(crate) fn with_targets(mut self, of: impl Fn(&str) -> String) -> Self {
        for event in &mut self.0 {
            if let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event {
                *dest_url = CowStr::from(Target::written(&of(dest_url)).as_str().to_owned());
            }
        }
        self
    }

    /// True when it shows nothing.
    pub fn is_blank(&self) -> bool {
        self.plain().trim().is_empty()
            && !self.0.iter().any(|event| matches!(event, Event::Start(Tag::Image { .. })))
    }

    /// The words alone.
    pub fn plain(&self) -> String {
        let words = self.0.iter().map(|event| match event {
            Event::Text(text) | Event::Code(text) => text,
            Event::InlineHtml(_) | Event::SoftBreak | Event::HardBreak => " ",
            _ => "",
        });
        words.collect()
    }

    /// How many letters the longest word has of those that a line does not break; marks inside a word end it.
    pub fn longest_word(&self) -> usize {
        let words = self.0.iter().flat_map(|event| match event {
            Event::Text(text) | Event::Code(text) => text.split([' ', '-']),
            _ => "".split([' ', '-']),
        });
        words.map(|word| word.chars().count()).max().unwrap_or(0)
    }

    /// As HTML: words and code, without other marks.
    pub fn html_words(&self) -> Vec<Html> {
        let words = self.0.iter().filter_map(|event| match event {
            Event::Text(text) => Some(Html::text(text)),
            Event::Code(code) => Some(Html::leaf("code", &[], code)),
            _ => None,
        });
        words.collect()
    }

    /// As Markdown.
    pub fn markdown(&self) -> String {
        if let [Event::Text(words)] = self.0.as_slice()
            && means_itself(words)
        {
            return words.to_string();
        }
        super::Blocks::of_paragraph(self.clone()).markdown()
    }

    fn within(self, tag: Tag<'static>) -> Self {
        let end = tag.to_end();
        let mut events = vec![Event::Start(tag)];
        events.extend(self.0);
        events.push(Event::End(end));
        Self(events)
    }

    /// With its words spelt as a place asks for.
    pub(super) fn spelt(mut self, spelling: impl Fn(&str) -> String) -> Self {
        for event in &mut self.0 {
            if let Event::Text(text) = event {
                *text = spelling(text).into();
            }
        }
        self
    }
}

/// Whether words have nothing but letters, digits, single blanks and commas, which mean themselves wherever they stand in
/// a line: most of what people write in a cell, and it need not be read back.
fn means_itself(words: &str) -> bool {
    words.starts_with(char::is_alphabetic)
        && !words.ends_with(' ')
        && !words.contains("  ")
        && words.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ','))
}

/// What stands in one line of Markdown.
fn each_event(markdown: &str, mut found: impl FnMut(Event<'_>)) {
    let line = format!("x {}", markdown.trim().replace(['\n', '\r'], " "));
    for (index, event) in TextMergeStream::new(Parser::new_ext(&line, options())).enumerate() {
        match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            // The first word is the paragraph's second event.
            Event::Text(text) if index == 1 => {
                found(Event::Text(text.strip_prefix('x').unwrap_or(&text).trim_start().into()));
            }
            event => found(event),
        }
    }
}
