//! Markdown that we write: built as the parser's events and written by `pulldown-cmark-to-cmark`, so
//! that words can never become marks. Authors' Markdown goes in as it is, by [`Blocks::author`].

mod beyond;
mod inline;
mod target;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};
use pulldown_cmark_to_cmark::{Options, State};

use crate::dialect;
use crate::html::{Attributes, Html};

pub use inline::Inline;
pub use pulldown_cmark::Alignment;
pub use target::Target;

/// Blocks, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Blocks {
    events: Vec<Event<'static>>,
    /// The authors' pieces, in the order of their places.
    splices: VecDeque<String>,
}

impl Blocks {
    /// A paragraph alone.
    pub fn of_paragraph(text: Inline) -> Self {
        Self::default().paragraph(text)
    }

    /// A paragraph.
    #[must_use]
    pub fn paragraph(self, text: Inline) -> Self {
        self.block(Tag::Paragraph, text.0)
    }

    /// A heading of level 1 to 6, with its id.
    #[must_use]
    pub fn heading(self, level: u8, text: Inline, id: &str) -> Self {
        let level = HeadingLevel::try_from(usize::from(level)).unwrap_or(HeadingLevel::H6);
        let id = id.chars().filter(|c| !c.is_whitespace() && !"{}".contains(*c));
        let id = Some(id.collect::<String>().into())
            .filter(|id: &pulldown_cmark::CowStr<'_>| !id.is_empty());
        let tag = Tag::Heading { level, id, classes: Vec::new(), attrs: Vec::new() };
        self.block(tag, text.spelt(beyond::heading_text).0)
    }

    /// A table: its columns' titles and alignments, and its rows.
    #[must_use]
    pub fn table(
        mut self,
        columns: impl IntoIterator<Item = (Inline, Alignment)>,
        rows: impl IntoIterator<Item = Vec<Inline>>,
    ) -> Self {
        let (heads, alignments): (Vec<Inline>, Vec<Alignment>) = columns.into_iter().unzip();
        let table = Tag::Table(alignments);
        let end = table.to_end();
        self.events.push(Event::Start(table));
        self = self.row(Tag::TableHead, heads);
        for row in rows {
            self = self.row(Tag::TableRow, row);
        }
        self.events.push(Event::End(end));
        self
    }

    fn row(mut self, row: Tag<'static>, cells: Vec<Inline>) -> Self {
        let end = row.to_end();
        self.events.push(Event::Start(row));
        for cell in cells {
            self = self.block(Tag::TableCell, cell.spelt(beyond::cell_text).0);
        }
        self.events.push(Event::End(end));
        self
    }

    /// A list with bullets, each item a line.
    #[must_use]
    pub fn list(mut self, items: impl IntoIterator<Item = Inline>) -> Self {
        self.events.push(Event::Start(Tag::List(None)));
        for item in items {
            self = self.block(Tag::Item, item.0);
        }
        self.events.push(Event::End(TagEnd::List(false)));
        self
    }

    /// A quote.
    #[must_use]
    pub fn quote(mut self, inside: Self) -> Self {
        self.splices.extend(inside.splices);
        self.block(Tag::BlockQuote(None), inside.events)
    }

    /// A fenced block of code.
    #[must_use]
    pub fn code(self, language: &'static str, code: &str) -> Self {
        let text = Event::Text(format!("{}\n", code.trim_end()).into());
        self.block(Tag::CodeBlock(CodeBlockKind::Fenced(language.into())), vec![text])
    }

    /// A block of HTML.
    #[must_use]
    pub fn html(self, html: Html) -> Self {
        let html = Event::Html((html.into_string() + "\n").into());
        self.block(Tag::HtmlBlock, vec![html])
    }

    /// Blocks inside an element of HTML.
    #[must_use]
    pub fn within(self, name: &'static str, attributes: Attributes<'_>, inside: Self) -> Self {
        self.html(Html::opening(name, attributes)).then(inside).html(Html::closing(name))
    }

    /// Blocks that a page of HTML shows when it is asked to, below words that say what they are.
    #[must_use]
    pub fn folded(self, summary: &str, inside: Self) -> Self {
        let opening = Html::opening("details", &[]).and(Html::leaf("summary", &[], summary));
        self.html(opening).then(inside).html(Html::closing("details"))
    }

    /// An author's Markdown, as it is; nothing where there is none.
    #[must_use]
    pub fn author(mut self, markdown: &str) -> Self {
        if markdown.trim().is_empty() {
            return self;
        }
        self.splices.push_back(markdown.trim_matches('\n').to_owned());
        let place = beyond::SPLICE.to_string();
        self.block(Tag::Paragraph, vec![Event::Text(place.into())])
    }

    /// These and then those.
    #[must_use]
    pub fn then(mut self, next: Self) -> Self {
        self.events.extend(next.events);
        self.splices.extend(next.splices);
        self
    }

    /// As Markdown, without a line break at its end.
    pub fn markdown(self) -> String {
        write(&self.events, self.splices)
    }

    fn block(mut self, tag: Tag<'static>, inside: Vec<Event<'static>>) -> Self {
        let end = tag.to_end();
        self.events.push(Event::Start(tag));
        self.events.extend(inside);
        self.events.push(Event::End(end));
        self
    }
}

/// The events as Markdown; words are escaped only where they would mean something else.
fn write(events: &[Event<'static>], splices: VecDeque<String>) -> String {
    let written = written(events).unwrap_or_else(|_| {
        // Marks that no Markdown can have where they stand: the words count.
        let plain: Vec<Event<'static>> =
            events.iter().filter(|event| !is_mark(event)).cloned().collect();
        written(&plain).unwrap_or_default()
    });
    beyond::spelt_out(written.trim_matches('\n'), splices)
}

fn is_mark(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Start(Tag::Strong | Tag::Emphasis | Tag::Strikethrough)
            | Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough)
    )
}

fn written(events: &[Event<'static>]) -> Result<String, pulldown_cmark_to_cmark::Error> {
    let options = Options { list_token: '-', code_block_token_count: 3, ..Options::default() };
    // The words' own spelling: the writer keeps it where it reads back as the same events.
    let mut spelling = String::new();
    let mut ranged: Vec<(&Event<'static>, Option<Range<usize>>)> = Vec::with_capacity(events.len());
    // The parser gives no empty text, and the writer compares.
    let is_empty = |event: &&Event<'_>| matches!(event, Event::Text(text) if text.is_empty());
    for event in events.iter().filter(|event| !is_empty(event)) {
        let start = spelling.len();
        if let Event::Text(text) = event {
            spelling.push_str(text);
        }
        // What stands in brackets could be defined as a link elsewhere in the page.
        let own = matches!(event, Event::Text(text) if !text.contains(['[', ']']));
        let range = own.then_some(start..spelling.len());
        ranged.push((event, range));
    }
    let mut out = String::new();
    let mut state = State::new(dialect::options(), options);
    state.process_with_source_range(ranged, &spelling, &mut out)?;
    state.finish(&mut out)?;
    Ok(out)
}
