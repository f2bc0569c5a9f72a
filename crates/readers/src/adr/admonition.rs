//! The titles of admonitions, which Markdown leaves in the text.
//!
//! Formats: Material for `MkDocs` (`!!! info "Status"`, `??? note "Status"`,
//! <https://squidfunk.github.io/mkdocs-material/reference/admonitions/>), Docusaurus (`:::info Status`,
//! `:::info[Status]`, <https://docusaurus.io/docs/markdown-features/admonitions>), Obsidian (`[!info] Status` in a
//! quote, <https://help.obsidian.md/callouts>).

use text::markdown::inline::Inlines;

use super::text::Line;

/// The title in a line that begins an admonition; none where it has no title.
pub(super) fn title(line: &Inlines) -> Option<Inlines> {
    let first = line.runs().find(|run| !run.text.trim().is_empty())?;
    first.text.trim_start().starts_with(['!', '?', ':', '[']).then_some(())?;
    let shown = Line::of(line);
    let text: &str = &shown.text;
    let words = inside(marked(text)?)?;
    let start = text.rfind(words)?;
    Some(line.clip(shown.span(start..start + words.len())))
}

/// The words of a title: between quotation marks, behind words for the place of the box (`inline end`), in brackets, or
/// as they are.
fn inside(rest: &str) -> Option<&str> {
    let between = |open: char, close: char| {
        let (_, behind) = rest.split_once(open)?;
        behind.rsplit_once(close).map(|(inside, _)| inside)
    };
    let quoted = between('"', '"').or_else(|| between('“', '”'));
    let bracketed = || rest.starts_with('[').then(|| between('[', ']')).flatten();
    let inside = quoted.or_else(bracketed).unwrap_or(rest).trim();
    (!inside.is_empty()).then_some(inside)
}

/// The bytes of the mark and the kind that a text begins with: `[!NOTE]`, `!!! warning`; 0 where it begins with none.
pub(super) fn mark(text: &str) -> usize {
    marked(text).map_or(0, |rest| text.len() - rest.len())
}

/// What follows an admonition's mark and its kind.
fn marked(text: &str) -> Option<&str> {
    if let Some(callout) = text.strip_prefix("[!") {
        let (kind, rest) = callout.split_once(']')?;
        return is_kind(kind).then(|| rest.trim_start_matches(['+', '-']));
    }
    let mark = ["!!!", "???", ":::"].into_iter().find(|mark| text.starts_with(mark))?;
    let after = text[mark.len()..].trim_start_matches(['+', ':']).trim_start();
    let len = after.find(|c: char| !is_part_of_kind(c)).unwrap_or(after.len());
    is_kind(&after[..len]).then(|| &after[len..])
}

fn is_kind(word: &str) -> bool {
    !word.is_empty() && word.chars().all(is_part_of_kind)
}

fn is_part_of_kind(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}

#[cfg(test)]
mod tests {
    use text::markdown;

    use super::*;

    #[test]
    fn a_title_stands_behind_the_kind() {
        for line in [
            "!!! info \"Status\"",
            "??? note \"Status\"",
            "???+ note \"Status\"",
            ":::info Status",
            ":::info[Status]",
            ":::: info Status",
            "[!info] Status",
            "[!NOTE]- Status",
            "!!! info inline end \"Status\"",
        ] {
            let found = title(&markdown::inlines(line, 0)).map(|title| title.plain());
            assert_eq!(found.as_deref(), Some("Status"), "{line}");
        }
        let numbered = title(&markdown::inlines(":::info Status (draft 1)", 0));
        assert_eq!(numbered.map(|title| title.plain()).as_deref(), Some("Status (draft 1)"));
        for line in ["!!! note", ":::", "[!NOTE]", "!!!", "Status", "[Status]", "What?!! Status"] {
            assert!(title(&markdown::inlines(line, 0)).is_none(), "{line}");
        }
    }
}
