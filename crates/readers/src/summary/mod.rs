//! `SUMMARY.md`, read by mdBook's own reader; and where in it an entry stands.

pub mod insert;

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use mdbook_summary::{Link, SummaryItem, parse_summary};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use text::source::{Place, Source, Span};

/// Why a summary cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SummaryError {
    /// A list within a list within a list, more often than mdBook can send on.
    #[error("its lists nest more than {MAX_DEPTH} levels deep")]
    TooDeep,
    /// mdBook's own reader refuses it.
    #[error("{problem}")]
    Invalid {
        /// In that reader's words.
        problem: String,
        /// The second link to a file that is linked twice.
        twice: Option<Place>,
        /// What it links all the same.
        links: Box<Summary>,
    },
}

/// The table of contents.
#[derive(Debug)]
pub struct Summary {
    source: Arc<Source>,
    items: Vec<SummaryItem>,
    links: HashMap<String, Span>,
}

/// A chapter as it is listed.
#[derive(Debug)]
pub struct Listed<'a> {
    /// The name, as it is listed.
    pub name: &'a str,
    /// Relative to the source directory; none for a draft.
    pub location: Option<&'a Path>,
    /// The section number; none before and after the numbered part.
    pub number: Option<Vec<u32>>,
    /// Names of the chapters it is nested in, outermost first.
    pub parents: Vec<String>,
    /// Place in reading order, drafts counted.
    pub index: usize,
}

impl Summary {
    /// A summary from its text.
    pub fn of_text(file: String, text: &str) -> Result<Self, SummaryError> {
        let links = links(text).ok_or(SummaryError::TooDeep)?;
        let source = Source::new(file, text);
        match parse_summary(text) {
            Ok(parsed) => {
                let parts =
                    [parsed.prefix_chapters, parsed.numbered_chapters, parsed.suffix_chapters];
                let items = parts.into_iter().flatten().collect();
                Ok(Self { source, items, links: places(links).0 })
            }
            Err(error) => {
                let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
                Err(Self::refused(causes.join(": "), source, links))
            }
        }
    }

    /// A summary that mdBook's reader refuses, with what it links: each file once, without numbers.
    fn refused(problem: String, source: Arc<Source>, links: Vec<Linked>) -> SummaryError {
        let mut known: HashSet<&str> = HashSet::new();
        let first = links.iter().filter(|link| !link.path.is_empty() && known.insert(&link.path));
        let items = first.map(|link| SummaryItem::Link(Link::new(&*link.name, &link.path)));
        let items = items.collect();
        let (links, twice) = places(links);
        // Another mistake may have stopped the reader.
        let twice = twice.filter(|(path, _)| problem.contains(&format!("{path}\"")));
        let twice = twice.map(|(_, span)| Place::new(&source, span));
        SummaryError::Invalid { problem, twice, links: Box::new(Self { source, items, links }) }
    }

    /// Whether all of some chapters are listed, by their paths with forward slashes.
    pub fn list<'p>(&self, paths: impl IntoIterator<Item = &'p str>) -> bool {
        let listed = self.chapters();
        let locations = listed.iter().filter_map(|listed| {
            let location = listed.location?.to_string_lossy().replace('\\', "/");
            Some(location.trim_start_matches("./").to_owned())
        });
        let locations: HashSet<String> = locations.collect();
        paths.into_iter().all(|path| locations.contains(path))
    }

    /// All chapters, each before those nested in it.
    pub fn chapters(&self) -> Vec<Listed<'_>> {
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
    pub fn entry(&self, path: &str) -> Place {
        Place::new(&self.source, self.links.get(path).copied().unwrap_or_default())
    }
}

/// mdBook reads a summary by recursion and cannot send a book on that nests deeper than 41 levels.
const MAX_DEPTH: usize = 100;

/// Whether a `SUMMARY.md` with this text would be read, and would list some chapters.
pub fn would_list<'p>(text: &str, paths: impl IntoIterator<Item = &'p str>) -> bool {
    Summary::of_text("SUMMARY.md".to_owned(), text).is_ok_and(|summary| summary.list(paths))
}

/// A link of the summary.
struct Linked {
    path: String,
    name: String,
    span: Span,
}

/// Where each chapter's link stands, by its path; and the first file that is linked twice, with its second link.
fn places(links: Vec<Linked>) -> (HashMap<String, Span>, Option<(String, Span)>) {
    let mut places = HashMap::new();
    let mut twice = None;
    for Linked { path, span, .. } in links {
        match places.entry(path) {
            Entry::Vacant(entry) => {
                entry.insert(span);
            }
            // Drafts have no path.
            Entry::Occupied(entry) if entry.key().is_empty() => {}
            Entry::Occupied(entry) if twice.is_none() => {
                twice = Some((entry.key().clone(), span));
            }
            Entry::Occupied(_) => {}
        }
    }
    (places, twice)
}

/// The links in their order; none when the lists nest too deeply.
fn links(text: &str) -> Option<Vec<Linked>> {
    let mut links: Vec<Linked> = Vec::new();
    let mut depth = 0;
    let mut is_open = false;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::List(_)) => depth += 1,
            Event::End(TagEnd::List(_)) => depth -= 1,
            Event::Start(Tag::Link { dest_url, .. }) => {
                // As mdBook's reader decodes a destination.
                let path = dest_url.replace("%20", " ");
                let path = path.trim_start_matches("./").to_owned();
                links.push(Linked { path, name: String::new(), span: Span::from(range) });
                is_open = true;
            }
            Event::End(TagEnd::Link) => is_open = false,
            Event::Text(text) | Event::Code(text) if is_open => {
                links.last_mut()?.name.push_str(&text);
            }
            _ => {}
        }
        if depth > MAX_DEPTH {
            return None;
        }
    }
    Some(links)
}
