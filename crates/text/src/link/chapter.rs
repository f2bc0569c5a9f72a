//! Links that still lead to the same page when their text is shown in another chapter.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use crate::link::{directory, page, resolve};

use crate::markdown::flat::destination;

/// Markdown of one line that was written in the chapter `from`, for the chapter `to` (paths below
/// the source directory).
pub fn moved(markdown: &str, from: &str, to: &str) -> String {
    if directory(from) == directory(to) || !markdown.contains("](") {
        return markdown.to_owned();
    }
    let mut out = String::with_capacity(markdown.len());
    let mut at = 0;
    for (range, target) in destinations(markdown) {
        let Some(kept) = markdown.get(at..range.start) else { continue };
        out.push_str(kept);
        out.push_str(&destination(&target_from(&target, from, to)));
        at = range.end;
    }
    out.push_str(markdown.get(at..).unwrap_or_default());
    out
}

/// Where each link's target stands, and what it is.
fn destinations(markdown: &str) -> Vec<(Range<usize>, String)> {
    let events = Parser::new(markdown).into_offset_iter();
    let mut found: Vec<(Range<usize>, String)> = events
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let text = markdown.get(range.clone())?;
                let start = range.start + text.rfind("](")? + 2;
                Some((start..range.end.checked_sub(1)?, dest_url.into_string()))
            }
            _ => None,
        })
        .collect();
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// A target as seen from another chapter. What leads to another site or out of the book stays.
fn target_from(target: &str, from: &str, to: &str) -> String {
    let elsewhere =
        target.contains("://") || target.starts_with("mailto:") || target.starts_with('/');
    if elsewhere {
        return target.to_owned();
    }
    let (path, anchor) = target.split_at(target.find(['#', '?']).unwrap_or(target.len()));
    let file = if path.is_empty() { Some(from.to_owned()) } else { resolve(directory(from), path) };
    match file {
        Some(file) => format!("{}{anchor}", relative_to(directory(to), &file)),
        None => target.to_owned(),
    }
}

/// The way from a directory to a file, both below the same root.
pub fn relative_to(directory: &str, file: &str) -> String {
    let from: Vec<&str> = directory.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = file.split('/').collect();
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let common = common.min(to.len().saturating_sub(1));
    "../".repeat(from.len() - common) + &to[common..].join("/")
}

/// A link to a chapter by its name.
pub fn to_chapter(name: &str, from: &str, to: &str) -> String {
    let target = destination(&relative_to(directory(from), &page(to)));
    format!("[{}]({target})", crate::markdown::flat::escaped(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_seen_from_the_other_chapter() {
        let markdown = "See [a](b.md#x), `[c](d.md)`, [e](https://x.y/z) and ![f](../f.png)";
        assert_eq!(
            moved(markdown, "one/a.md", "two/b.md"),
            "See [a](../one/b.md#x), `[c](d.md)`, [e](https://x.y/z) and ![f](../f.png)"
        );
        assert_eq!(moved("[a](#here)", "one/a.md", "b.md"), "[a](one/a.md#here)");
    }
}
