//! `SUMMARY.md`, read by mdBook's own reader; and where in it an entry stands.

use std::io;
use std::path::Path;
use std::sync::Arc;

use mdbook_summary::{Link, SummaryItem, parse_summary};
use pulldown_cmark::{Event, Parser, Tag};

use super::{LoadError, read};
use crate::book::join;
use crate::source::{Place, Source, Span};

/// The table of contents.
pub(super) struct Summary {
    source: Arc<Source>,
    items: Vec<SummaryItem>,
}

/// A chapter as it is listed.
pub(super) struct Listed<'a> {
    pub(super) name: &'a str,
    /// Relative to the source directory; none for a draft.
    pub(super) location: Option<&'a Path>,
    pub(super) number: Option<Vec<u32>>,
    pub(super) parents: Vec<String>,
    /// Place in reading order, drafts counted.
    pub(super) index: usize,
}

impl Summary {
    /// Reads the `SUMMARY.md` of a source directory.
    pub(super) fn read(root: &Path, src: &str) -> Result<Self, LoadError> {
        let file = join(src, "SUMMARY.md");
        let text = read(&root.join(&file), &file).map_err(|error| match error {
            LoadError::Io { source, .. } if source.kind() == io::ErrorKind::NotFound => {
                LoadError::NoSummary { file: file.clone(), src: src.to_owned() }
            }
            other => other,
        })?;
        let parsed = parse_summary(&text).map_err(|error| {
            let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
            LoadError::Summary { file: file.clone(), problem: causes.join(": ") }
        })?;
        let parts = [parsed.prefix_chapters, parsed.numbered_chapters, parsed.suffix_chapters];
        Ok(Self { source: Source::new(file, text), items: parts.into_iter().flatten().collect() })
    }

    /// All chapters, each before those nested in it.
    pub(super) fn chapters(&self) -> Vec<Listed<'_>> {
        let mut listed = Vec::new();
        // A stack and no recursion: how deep a summary nests is the author's choice.
        let mut open: Vec<(&SummaryItem, Vec<String>)> =
            self.items.iter().rev().map(|item| (item, Vec::new())).collect();
        while let Some((item, parents)) = open.pop() {
            let SummaryItem::Link(Link { name, location, number, nested_items, .. }) = item else {
                continue;
            };
            let mut inner = parents.clone();
            inner.push(name.clone());
            open.extend(nested_items.iter().rev().map(|item| (item, inner.clone())));
            listed.push(Listed {
                name,
                location: location.as_deref(),
                number: number.as_ref().map(|number| number.to_vec()),
                parents,
                index: listed.len(),
            });
        }
        listed
    }

    /// The link to a chapter's file; the start of the summary if it is not found again.
    pub(super) fn entry(&self, path: &str) -> Place {
        let mut events = Parser::new(self.source.text()).into_offset_iter();
        let span = events.find_map(|(event, range)| match event {
            // As mdBook's reader decodes a destination.
            Event::Start(Tag::Link { dest_url, .. })
                if dest_url.replace("%20", " ").trim_start_matches("./") == path =>
            {
                Some(Span::from(range))
            }
            _ => None,
        });
        Place::new(&self.source, span.unwrap_or_default())
    }
}
