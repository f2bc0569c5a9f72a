//! A line for a new chapter in `SUMMARY.md`, where a reader would look for it.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use text::compose::{Inline, Target};
use text::edit::{Edits, TextEdit};
use text::source::{Span, newline_of};

/// An entry of the table of contents.
struct Entry {
    /// The link's destination, decoded.
    path: String,
    /// The white space before the marker, and the marker.
    indent: String,
    marker: char,
    /// Where the entry ends, nested ones included: after its last line's text.
    end: usize,
}

/// The line for a chapter, without indentation: `- [Name](path.md)`.
pub fn line(marker: char, name: &str, path: &str) -> String {
    let link = Inline::text(name).link(&Target::in_summary(path));
    format!("{marker} {}", link.markdown())
}

/// The text with the chapter listed: after the last chapter of its directory, below the directory's
/// own page, or at the end of the last list. Also the line as it is written.
pub fn with_chapter(text: &str, name: &str, path: &str) -> (String, String) {
    let (new, mut lines) = with_chapters(text, &[(name.to_owned(), path.to_owned())]);
    (new, lines.pop().unwrap_or_default())
}

/// The same for several chapters (names and paths) of one directory, one below the other.
pub fn with_chapters(text: &str, chapters: &[(String, String)]) -> (String, Vec<String>) {
    let newline = newline_of(text);
    let entries = entries(text);
    let neighbour = chapters.first().and_then(|(_, path)| neighbour(&entries, path));
    let marker = neighbour.map_or('-', |(entry, _)| entry.marker);
    let lines: Vec<String> = chapters.iter().map(|(name, path)| line(marker, name, path)).collect();
    let Some((entry, nested)) = neighbour else {
        let gap = if text.trim().is_empty() { "" } else { newline };
        let body = text.trim_end();
        let break_ = if body.is_empty() { "" } else { newline };
        let new = format!("{body}{break_}{gap}{}{newline}", lines.join(newline));
        return (new, lines);
    };
    let deeper = if nested { "  " } else { "" };
    let new = lines.iter().map(|line| format!("{newline}{}{deeper}{line}", entry.indent));
    let mut edits = Edits::default();
    edits.push(TextEdit::replace(Span::at(entry.end), new.collect::<String>()));
    (edits.apply(text), lines)
}

/// The entry after which a chapter goes, and whether it goes one level deeper.
fn neighbour<'e>(entries: &'e [Entry], path: &str) -> Option<(&'e Entry, bool)> {
    let directory = directory(path);
    let near = entries.iter().rev().find(|entry| self::directory(&entry.path) == directory);
    match near {
        Some(entry) if !directory.is_empty() => {
            let file = entry.path.rsplit('/').next().unwrap_or_default();
            Some((entry, matches!(file, "README.md" | "index.md")))
        }
        _ => {
            let outermost = entries.first()?.indent.len();
            entries.iter().rev().find(|entry| entry.indent.len() <= outermost).map(|e| (e, false))
        }
    }
}

fn directory(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(directory, _)| directory)
}

/// The entries of all lists, in order.
fn entries(text: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Item) => open.push((range.start, range.end)),
            Event::End(TagEnd::Item) => _ = open.pop(),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let Some(&(start, end)) = open.last() else { continue };
                let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
                entries.push(Entry {
                    path: dest_url.replace("%20", " ").trim_start_matches("./").to_owned(),
                    indent: text[line..start].to_owned(),
                    marker: text[start..]
                        .chars()
                        .next()
                        .filter(|c| "-*+".contains(*c))
                        .unwrap_or('-'),
                    end: start + text[start..end].trim_end().len(),
                });
            }
            _ => {}
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(text: &str, path: &str) -> String {
        with_chapter(text, "New", path).0
    }

    #[test]
    fn a_chapter_goes_beside_its_neighbours() {
        let text = "# Summary\n\n[Start](README.md)\n\n- [A](a.md)\n  - [B](sub/b.md)\n    - [C](sub/deep/c.md)\n\
                    - [D](own/README.md)\n\n---\n\n[End](end.md)\n";
        let expect = |path, before: &str| {
            let new = listed(text, path);
            let (kept, rest) = new.split_once(before).expect(before);
            assert_eq!(rest.lines().next(), Some(""), "{new}");
            let line = rest.lines().nth(1).unwrap();
            assert_eq!(
                format!("{kept}{before}{}", rest.replacen(&format!("\n{line}"), "", 1)),
                text
            );
            line.to_owned()
        };
        assert_eq!(expect("sub/new.md", "sub/deep/c.md)"), "  - [New](sub/new.md)");
        assert_eq!(expect("own/new.md", "own/README.md)"), "  - [New](own/new.md)");
        assert_eq!(expect("new.md", "own/README.md)"), "- [New](new.md)");
        assert_eq!(expect("elsewhere/new.md", "own/README.md)"), "- [New](elsewhere/new.md)");
    }

    #[test]
    fn several_chapters_are_listed_as_one_after_the_other() {
        let paths = ["own/b.md", "own/a.md", "own/c/d.md"].map(|path| ("N", path));
        for text in
            ["- [D](own/README.md)\n  1. [E](own/deep/e.md)\n\n---\n[F](f.md)\n", "# S\n", ""]
        {
            let one_by_one = paths[..2]
                .iter()
                .fold(text.to_owned(), |text, (name, path)| with_chapter(&text, name, path).0);
            let chapters =
                paths[..2].iter().map(|&(name, path)| (name.to_owned(), path.to_owned()));
            assert_eq!(with_chapters(text, &chapters.collect::<Vec<_>>()).0, one_by_one);
        }
    }

    #[test]
    fn a_summary_without_lists_gets_one() {
        assert_eq!(listed("", "a.md"), "- [New](a.md)\n");
        assert_eq!(listed("# Summary\r\n", "a.md"), "# Summary\r\n\r\n- [New](a.md)\r\n");
        assert_eq!(listed("* [A](a.md)", "b.md"), "* [A](a.md)\n* [New](b.md)");
    }

    #[test]
    fn names_and_paths_are_escaped() {
        assert_eq!(line('-', "[Project] A_B", "a b.md"), "- [\\[Project\\] A_B](a%20b.md)");
        assert_eq!(line('-', "A", "a(1).md"), "- [A](a(1).md)");
    }
}
