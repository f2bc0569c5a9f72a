//! Directives in comments, where a visible one would disturb: `<!-- archdoc: template="standard" -->` binds
//! the file, `<!-- archdoc: describes src/** -->` is about the section, and the other kinds begin a part that `render` fills, up to `<!-- archdoc: end -->`.

use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::source::Span;

use super::{Ask, Directive, Kind, Mistake, MistakeKind, Position, Scan, arguments};
use crate::comments::{END, MARK};
use crate::settings::ChangeLogSettings;

/// A part of a file that `render` fills.
#[derive(Clone, Debug)]
pub struct Part {
    /// What is asked for; its span is the comment's.
    pub directive: Directive,
    /// Between the two comments.
    pub inside: Span,
}

/// Whether a comment's first word is that of a directive, or closes one.
pub(crate) fn is_directive(words: &str) -> bool {
    let key = words.split(|c: char| c == '=' || c.is_whitespace()).next().unwrap_or_default();
    key == END || Kind::of(key).is_some()
}

/// The first words that a directive in a comment can have.
pub(crate) fn first_words() -> impl Iterator<Item = &'static str> {
    Kind::ALL.iter().map(|&(key, _)| key).chain([END])
}

/// Whether a text holds a comment with a directive; false alarms are possible, misses are not.
pub(crate) fn may_ask(text: &str) -> bool {
    let mut marks = text.match_indices(MARK);
    marks.any(|(at, _)| is_directive(text[at + MARK.len()..].trim_start()))
}

/// Reads the comments of a file, in their order.
pub(super) fn read(
    document: &Document,
    comments: &[Span],
    defaults: &ChangeLogSettings,
    scan: &mut Scan,
) {
    let mut open: Option<Directive> = None;
    for &span in comments {
        let Some(inside) = words(document, span) else { continue };
        if let Some(position) = position(document, span) {
            scan.mistakes.push(Mistake { span, kind: MistakeKind::Misplaced(position) });
            continue;
        }
        if document.slice(inside).trim() == END {
            match open.take() {
                Some(directive) => {
                    let inside = Span::new(directive.span.end, span.start);
                    scan.parts.push(Part { directive, inside });
                }
                None => scan.mistakes.push(Mistake { span, kind: MistakeKind::NotBegun }),
            }
            continue;
        }
        let (kind, arguments) = match arguments::read(document.source.text(), span, inside) {
            Ok(read) => read,
            Err(mistake) => {
                scan.mistakes.push(mistake);
                continue;
            }
        };
        let (asks, mistakes) = Ask::read(kind, &arguments, defaults);
        scan.mistakes.extend(mistakes);
        let directive = Directive { span, asks, arguments };
        if kind.is_statement() {
            scan.directives.push(directive);
        } else if let Some(before) = open.replace(directive) {
            scan.mistakes.push(Mistake { span: before.span, kind: MistakeKind::NotEnded });
        }
    }
    if let Some(before) = open {
        scan.mistakes.push(Mistake { span: before.span, kind: MistakeKind::NotEnded });
    }
    scan.directives.sort_by_key(|directive| directive.span);
}

/// The list or quote that a comment stands in, where what is put behind it would need marks.
fn position(document: &Document, comment: Span) -> Option<Position> {
    let before = document.blocks.partition_point(|block| block.span.start <= comment.start);
    match document.blocks[..before].last()?.kind {
        BlockKind::Html => None,
        BlockKind::List(_) => Some(Position::List),
        BlockKind::Quote(_) => Some(Position::Quote),
        _ => Some(Position::Note),
    }
}

/// The words of a comment for us.
pub(super) fn words(document: &Document, comment: Span) -> Option<Span> {
    let text = document.slice(comment);
    let words = text.strip_prefix("<!--")?.strip_suffix("-->")?;
    let rest = words.trim_start().strip_prefix(MARK)?;
    if !is_directive(rest.trim_start()) {
        return None;
    }
    let end = comment.end - "-->".len();
    Some(Span::new(end - rest.len(), end))
}

#[cfg(test)]
mod tests {
    use super::super::scan;
    use super::*;
    use text::source::Source;

    fn scanned(text: &str) -> Scan {
        scan(&Document::parse(&Source::new("a.md", text)), &ChangeLogSettings::default())
    }

    #[test]
    fn a_comment_binds_and_others_begin_parts() {
        let text = "<!-- archdoc: template=\"standard\" project='A' -->\n# A\n\n\
                    <!-- archdoc: adr-index columns=\"id,title\" -->\nold\n<!-- archdoc: end -->\n\n\
                    <!-- archdoc: allow empty-section reason=\"x\" -->\n";
        let scan = scanned(text);
        assert!(scan.mistakes.is_empty(), "{:?}", scan.mistakes);
        assert_eq!(scan.directives[0].template().unwrap().name, "standard");
        assert_eq!(&text[scan.parts[0].inside.range()], "\nold\n");
    }

    #[test]
    fn a_part_has_two_ends() {
        let kinds = |text: &str| -> Vec<MistakeKind> {
            scanned(text).mistakes.into_iter().map(|mistake| mistake.kind).collect()
        };
        assert_eq!(kinds("<!-- archdoc: end -->\n"), [MistakeKind::NotBegun]);
        assert_eq!(kinds("<!-- archdoc: coverage -->\n"), [MistakeKind::NotEnded]);
        let twice =
            "<!-- archdoc: coverage -->\n\n<!-- archdoc: adr-index -->\n\n<!-- archdoc: end -->\n";
        assert_eq!(kinds(twice), [MistakeKind::NotEnded]);
        assert_eq!(kinds("```\n<!-- archdoc: end -->\n```\n"), []);
        assert_eq!(kinds("`<!-- archdoc: end -->`\n"), []);
        for (text, position) in [
            ("> <!-- archdoc: end -->\n", Position::Quote),
            ("- a\n  <!-- archdoc: coverage -->\n", Position::List),
            ("Here: <!-- archdoc: coverage -->\n", Position::Paragraph),
        ] {
            assert_eq!(kinds(text), [MistakeKind::Misplaced(position)], "{text}");
        }
    }

    #[test]
    fn a_suppression_is_no_directive() {
        assert!(may_ask("x <!--archdoc:\n template='a'-->"));
        assert!(!may_ask("<!-- archdoc: allow x reason='template' -->"));
    }
}
