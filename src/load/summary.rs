//! `SUMMARY.md`, read by mdBook's own reader; and where in it an entry stands.

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use mdbook_summary::{Link, SummaryItem, parse_summary};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{LoadError, read};
use crate::book::join;
use crate::source::{Place, Source, Span};

/// The table of contents.
pub(super) struct Summary {
    source: Arc<Source>,
    items: Vec<SummaryItem>,
    links: HashMap<String, Span>,
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
        Self::of_text(file, &text)
    }

    /// A summary from its text.
    pub(super) fn of_text(file: String, text: &str) -> Result<Self, LoadError> {
        let links = links(text).ok_or_else(|| LoadError::Summary {
            file: file.clone(),
            problem: format!("its lists nest more than {MAX_DEPTH} levels deep"),
        })?;
        let parsed = parse_summary(text).map_err(|error| {
            let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
            LoadError::Summary { file: file.clone(), problem: causes.join(": ") }
        })?;
        let parts = [parsed.prefix_chapters, parsed.numbered_chapters, parsed.suffix_chapters];
        let items = parts.into_iter().flatten().collect();
        Ok(Self { source: Source::new(file, text), items, links })
    }

    /// Whether a chapter is listed, by its path with forward slashes.
    pub(super) fn lists(&self, path: &str) -> bool {
        self.chapters().iter().any(|listed| {
            let location = listed.location.map(|path| path.to_string_lossy().replace('\\', "/"));
            location.is_some_and(|location| location.trim_start_matches("./") == path)
        })
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
        Place::new(&self.source, self.links.get(path).copied().unwrap_or_default())
    }
}

/// mdBook reads a summary by recursion and cannot send a book on that nests deeper than 41 levels.
const MAX_DEPTH: usize = 100;

/// Where each chapter's link stands, by its path; none when the lists nest too deeply.
fn links(text: &str) -> Option<HashMap<String, Span>> {
    let mut links = HashMap::new();
    let mut depth = 0;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::List(_)) => depth += 1,
            Event::End(TagEnd::List(_)) => depth -= 1,
            Event::Start(Tag::Link { dest_url, .. }) => {
                // As mdBook's reader decodes a destination.
                let path = dest_url.replace("%20", " ");
                let path = path.trim_start_matches("./").to_owned();
                links.entry(path).or_insert_with(|| Span::from(range));
            }
            _ => {}
        }
        if depth > MAX_DEPTH {
            return None;
        }
    }
    Some(links)
}
