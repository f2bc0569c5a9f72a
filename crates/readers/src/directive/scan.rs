//! Finds directives in a parsed file and says why some are not carried out.

use std::cell::OnceCell;

use text::markdown::Document;
use text::source::Span;

use super::near::{self, Meant};
use super::surroundings::{self, Comments, Surroundings, alone, around, surroundings};
use super::{Ask, Directive, Mistake, MistakeKind, Scan, arguments, comment};
use crate::comments;
use crate::settings::ChangeLogSettings;

/// What begins every directive.
pub const OPENING: &str = "<<#archdoc";
const BRACES: &str = "{{#archdoc";

/// Finds and reads all directives of a file; `defaults` are what a change log shows where its directive
/// does not say.
pub fn scan(document: &Document, defaults: &ChangeLogSettings) -> Scan {
    let text = document.source.text();
    let mut scan = Scan::default();
    let comments = OnceCell::new();
    let mut at = document.body_start();
    while let Some(found) = text[at..].find(OPENING) {
        let start = at + found;
        at = start + OPENING.len();
        if let Some(end) = candidate(document, start, &comments, defaults, &mut scan) {
            at = end;
        }
    }
    in_braces(document, &comments, &mut scan);
    if text.contains(comments::MARK) {
        let comments = comments.get_or_init(|| surroundings::comments(document));
        comment::read(document, comments, defaults, &mut scan);
        within_lines(document, comments, &mut scan);
    }
    misspelt(document, &comments, &mut scan);
    second_templates(document, &mut scan);
    scan
}

/// What is nearly a directive, and nearly a comment for us.
fn misspelt(document: &Document, comments: &Comments, scan: &mut Scan) {
    let text = document.source.text();
    let mut add = |span, right| {
        scan.mistakes.push(Mistake { span, kind: MistakeKind::Misspelt { right } });
    };
    for (span, _) in near::openings(text) {
        let plain =
            || matches!(surroundings(document, span.start, comments), Surroundings::Plain(_));
        if span.start >= document.body_start() && plain() {
            add(span, OPENING);
        }
    }
    for (span, meant) in near::comments(text) {
        let comments = comments.get_or_init(|| surroundings::comments(document));
        let whole = around(comments, |comment| *comment, span.start).is_some();
        if meant == Meant::Directive && whole {
            add(span, comments::MARK);
        }
    }
}

/// Directives in mdBook's braces. An open one reaches to the end of its line, and what begins within
/// one is part of it.
fn in_braces(document: &Document, comments: &Comments, scan: &mut Scan) {
    let text = document.source.text();
    let mut at = 0;
    while let Some(found) = text[at..].find(BRACES) {
        let start = at + found;
        at = match surroundings(document, start, comments) {
            Surroundings::Silent(end) => end.max(start + BRACES.len()),
            Surroundings::Plain(_) => {
                let line_end = text[start..].find('\n').map_or(text.len(), |len| start + len);
                let end = text[start..line_end].find("}}").map_or(line_end, |len| start + len + 2);
                let span = Span::new(start, end);
                scan.mistakes.push(Mistake { span, kind: MistakeKind::Braces });
                end
            }
        };
    }
}

/// One `<<#archdoc`; returns where the search goes on.
fn candidate(
    document: &Document,
    start: usize,
    comments: &Comments,
    defaults: &ChangeLogSettings,
    scan: &mut Scan,
) -> Option<usize> {
    let text = document.source.text();
    let after = start + OPENING.len();
    let named = text[after..].chars().next().is_none_or(|c| c.is_whitespace() || c == '>');
    if !named || text[..start].ends_with('\\') {
        return None;
    }
    let position = match surroundings(document, start, comments) {
        Surroundings::Silent(end) => return Some(end.max(after)),
        Surroundings::Plain(position) => position,
    };
    let end = match arguments::end(text, after) {
        Ok(end) => end,
        Err(kind) => {
            let line_end = text[start..].find('\n').map_or(text.len(), |len| start + len);
            let line = Span::new(start, start + text[start..line_end].trim_end().len());
            scan.mistakes.push(Mistake { span: line, kind });
            // Up to the blank line that ended the search, all belongs to this one.
            return Some(text[line.end..].find("\n\n").map_or(text.len(), |len| line.end + len));
        }
    };
    let span = Span::new(start, end);
    if let Some(position) = position.or_else(|| alone(document, span)) {
        scan.mistakes.push(Mistake { span, kind: MistakeKind::Misplaced(position) });
        return Some(end);
    }
    match arguments::read(text, span, Span::new(after, end - 2)) {
        Ok((kind, arguments)) => {
            let (asks, mistakes) = Ask::read(kind, &arguments, defaults);
            scan.directives.push(Directive { span, asks, arguments });
            scan.mistakes.extend(mistakes);
        }
        Err(mistake) => scan.mistakes.push(mistake),
    }
    Some(end)
}

/// What stands in a line of text is no place for several lines.
fn within_lines(document: &Document, comments: &[Span], scan: &mut Scan) {
    for span in comments::enclosed(document.source.text()) {
        let is_known = around(comments, |comment| *comment, span.start).is_some();
        if !is_known
            && comment::words(document, span).is_some()
            && let Some(position) = surroundings::within_line(document, span.start)
        {
            scan.mistakes.push(Mistake { span, kind: MistakeKind::Misplaced(position) });
        }
    }
}

/// Keeps the first template directive and complains about the others.
fn second_templates(document: &Document, scan: &mut Scan) {
    let is_template = |directive: &Directive| directive.template().is_some();
    let Some(first) = scan.directives.iter().find(|d| is_template(d)).map(|d| d.span.start) else {
        return;
    };
    let line = document.source.line(first);
    let mistakes = &mut scan.mistakes;
    scan.directives.retain(|directive| {
        let second = is_template(directive) && directive.span.start != first;
        if second {
            let kind = MistakeKind::SecondTemplate { first: line };
            mistakes.push(Mistake { span: directive.span, kind });
        }
        !second
    });
    mistakes.sort_by_key(|mistake| mistake.span);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directive::Kind;
    use crate::directive::Position;
    use text::source::Source;

    fn scanned(text: &str) -> (Vec<String>, Vec<MistakeKind>) {
        let source = Source::new("a.md", text);
        let scan = scan(&Document::parse(&source), &ChangeLogSettings::default());
        let spans = scan.directives.iter().map(|d| source.slice(d.span).to_owned()).collect();
        (spans, scan.mistakes.into_iter().map(|mistake| mistake.kind).collect())
    }

    #[track_caller]
    fn found(text: &str) {
        let (directives, mistakes) = scanned(text);
        assert_eq!(mistakes, [], "{text}");
        assert_eq!(directives.len(), 1, "{text}");
    }

    #[track_caller]
    fn silent(text: &str) {
        assert_eq!(scanned(text), (vec![], vec![]), "{text}");
    }

    #[track_caller]
    fn misplaced(text: &str, position: Position) {
        let (directives, mistakes) = scanned(text);
        assert_eq!(directives, Vec::<String>::new(), "{text}");
        assert_eq!(mistakes, [MistakeKind::Misplaced(position)], "{text}");
    }

    #[test]
    fn alone_on_its_lines() {
        found("<<#archdoc adr-index>>");
        found("# T\n<<#archdoc adr-index>>\n# U\n");
        found("# T\r\n\r\n<<#archdoc adr-index>>\r\n\r\nText\r\n");
        found("text\n\n<<#archdoc\n  template=\"formal\"\n  project=\"a >> b\"\n>>\n\nmore\n");
        found("<<#archdoc adr-index>>\n---\n\ntext\n");
        found("---\nstatus: draft\n---\n<<#archdoc adr-index>>\n");
        found("```\ncode\n```\n<<#archdoc adr-index>>\n");
    }

    #[test]
    fn two_on_neighbouring_lines() {
        let (directives, mistakes) = scanned("<<#archdoc adr-index>>\n<<#archdoc adr-graph>>\n");
        assert_eq!(mistakes.len() + directives.len(), 2);
    }

    #[test]
    fn in_code_and_comments_it_is_an_example() {
        silent("```\n<<#archdoc adr-index>>\n```\n");
        silent("    <<#archdoc adr-index>>\n");
        silent("Write `<<#archdoc adr-index>>` here\n");
        silent("<!-- <<#archdoc adr-index>> -->\n");
        silent("<!--\n\n<<#archdoc adr-index>>\n\n-->\n");
        silent("\\<<#archdoc adr-index>>\n");
        silent("- a\n\n  ```\n  <<#archdoc adr-index>>\n  ```\n");
        silent("<<#archdocs x>>\n");
    }

    #[test]
    fn elsewhere_it_is_text() {
        misplaced("- <<#archdoc adr-index>>\n", Position::List);
        misplaced("> <<#archdoc adr-index>>\n", Position::Quote);
        misplaced("# <<#archdoc adr-index>>\n", Position::Heading);
        misplaced("| a |\n|---|\n| <<#archdoc adr-index>> |\n", Position::Table);
        misplaced("text <<#archdoc adr-index>> text\n", Position::Paragraph);
        misplaced("text\n<<#archdoc adr-index>>\n", Position::Paragraph);
        misplaced("<<#archdoc adr-index>>\ntext\n", Position::Paragraph);
        misplaced("<div>\n<<#archdoc adr-index>>\n</div>\n", Position::Html);
        misplaced("<div><!-- a -->\n<<#archdoc adr-index>>\n<!-- b --></div>\n", Position::Html);
    }

    #[test]
    fn braces_that_are_not_closed_reach_to_the_end_of_the_line() {
        let text = "{{#archdoc ".repeat(1_000) + "\n\n{{#archdoc a}} {{#archdoc b}}\n";
        assert_eq!(scanned(&text).1, vec![MistakeKind::Braces; 3]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let kind = |text| scanned(text).1.remove(0);
        assert_eq!(kind("<<#archdoc template=\"a\n\n"), MistakeKind::UnclosedQuote);
        assert_eq!(kind("<<#archdoc template=a\n\n>>"), MistakeKind::Unclosed);
        assert_eq!(kind("<<#archdoc>>"), MistakeKind::Empty);
        assert_eq!(kind("{{#archdoc template=a}}"), MistakeKind::Braces);
        assert_eq!(
            kind("<<#archdoc template= >>"),
            MistakeKind::NoValue { key: "template".into() }
        );
        let own_value = |kind| MistakeKind::OwnValue { kind };
        assert_eq!(kind("<<#archdoc trace=\"risk\">>"), own_value(Kind::Trace));
        assert_eq!(kind("<<#archdoc coverage=a.md>>"), own_value(Kind::Coverage));
        let no_value = |key: &str| MistakeKind::NoValue { key: key.into() };
        assert_eq!(kind("<<#archdoc trace of>>"), no_value("of"));
        assert_eq!(kind("<<#archdoc change-log order>>"), no_value("order"));
        assert_eq!(
            kind("<<#archdoc templte=\"a\">>"),
            MistakeKind::UnknownKind { key: "templte".into(), nearest: Some("template") }
        );
        assert_eq!(
            kind("<<#archdoc template=a>>\n\n<<#archdoc template=b>>"),
            MistakeKind::SecondTemplate { first: 1 }
        );
        assert_eq!(
            kind("<<#archdoc template=a x=1 x=2>>"),
            MistakeKind::Repeated { key: "x".into() }
        );
    }

    #[test]
    fn values_lose_their_quotes_and_escapes() {
        let source = Source::new("a.md", r#"<<#archdoc template='a b' p="say \"hi\" \\ \n" q=1>>"#);
        let scan = scan(&Document::parse(&source), &ChangeLogSettings::default());
        let directive = &scan.directives[0];
        assert_eq!(directive.get("template"), Some("a b"));
        assert_eq!(directive.get("p"), Some(r#"say "hi" \ \n"#));
        assert_eq!(directive.get("q"), Some("1"));
    }

    #[test]
    fn a_revision_stands_with_an_equals_sign_or_without() {
        let found = |text: &str| {
            let scan =
                scan(&Document::parse(&Source::new("a.md", text)), &ChangeLogSettings::default());
            let value = scan.directives.first().and_then(|found| found.get("decisions-since"));
            (value.map(str::to_owned), scan.mistakes.len())
        };
        for text in ["decisions-since \"v1 >\"", "decisions-since='v1 >'"] {
            assert_eq!(found(&format!("<<#archdoc {text}>>")), (Some("v1 >".to_owned()), 0));
        }
        assert_eq!(found("<<#archdoc decisions-since v1 >>"), (Some("v1".to_owned()), 0));
        assert_eq!(found("<<#archdoc decisions-since>>"), (None, 1));
        assert_eq!(found("<<#archdoc decisions-since paths=a>>"), (None, 1));
    }
}
