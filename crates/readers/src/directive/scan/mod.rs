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
    let comments = OnceCell::new();
    let mut scanner = Scanner { document, defaults, comments: &comments, scan: Scan::default() };
    scanner.directives();
    scanner.in_braces();
    scanner.in_comments();
    scanner.misspelt();
    let mut scan = scanner.scan;
    second_templates(document, &mut scan);
    scan
}

/// A file on the way to what it asks for.
struct Scanner<'a> {
    document: &'a Document,
    defaults: &'a ChangeLogSettings,
    comments: &'a Comments,
    scan: Scan,
}

impl<'a> Scanner<'a> {
    fn text(&self) -> &'a str {
        self.document.source.text()
    }

    fn comments(&self) -> &'a [Span] {
        self.comments.get_or_init(|| surroundings::comments(self.document))
    }

    fn surroundings(&self, offset: usize) -> Surroundings {
        surroundings(self.document, offset, self.comments)
    }

    fn mistake(&mut self, span: Span, kind: MistakeKind) {
        self.scan.mistakes.push(Mistake { span, kind });
    }

    /// What begins with `<<#archdoc`.
    fn directives(&mut self) {
        let text = self.text();
        let mut at = self.document.body_start();
        while let Some(found) = text[at..].find(OPENING) {
            let start = at + found;
            at = self.candidate(start).unwrap_or(start + OPENING.len());
        }
    }

    /// One `<<#archdoc`; returns where the search goes on, if not behind it.
    fn candidate(&mut self, start: usize) -> Option<usize> {
        let (document, text) = (self.document, self.text());
        let after = start + OPENING.len();
        let named = text[after..].chars().next().is_none_or(|c| c.is_whitespace() || c == '>');
        if !named || text[..start].ends_with('\\') {
            return None;
        }
        let position = match self.surroundings(start) {
            Surroundings::Silent(end) => return Some(end.max(after)),
            Surroundings::Plain(position) => position,
        };
        let end = match arguments::end(text, after) {
            Ok(end) => end,
            Err(kind) => {
                let line_end = text[start..].find('\n').map_or(text.len(), |len| start + len);
                let line = Span::new(start, start + text[start..line_end].trim_end().len());
                self.mistake(line, kind);
                // Up to the blank line that ended the search, all belongs to this one.
                return Some(
                    text[line.end..].find("\n\n").map_or(text.len(), |len| line.end + len),
                );
            }
        };
        let span = Span::new(start, end);
        if let Some(position) = position.or_else(|| alone(document, span)) {
            self.mistake(span, MistakeKind::Misplaced(position));
            return Some(end);
        }
        match arguments::read(text, span, Span::new(after, end - 2)) {
            Ok((kind, arguments)) => {
                let (asks, mistakes) = Ask::read(kind, &arguments, self.defaults);
                self.scan.directives.push(Directive { span, asks, arguments });
                self.scan.mistakes.extend(mistakes);
            }
            Err(mistake) => self.scan.mistakes.push(mistake),
        }
        Some(end)
    }

    /// Directives in mdBook's braces. An open one reaches to the end of its line, and what begins within
    /// one is part of it.
    fn in_braces(&mut self) {
        let text = self.text();
        let mut at = 0;
        while let Some(found) = text[at..].find(BRACES) {
            let start = at + found;
            at = match self.surroundings(start) {
                Surroundings::Silent(end) => end.max(start + BRACES.len()),
                Surroundings::Plain(_) => {
                    let line_end = text[start..].find('\n').map_or(text.len(), |len| start + len);
                    let end =
                        text[start..line_end].find("}}").map_or(line_end, |len| start + len + 2);
                    self.mistake(Span::new(start, end), MistakeKind::Braces);
                    end
                }
            };
        }
    }

    /// Comments for us, those within lines of text too: they are no place for several lines.
    fn in_comments(&mut self) {
        let text = self.text();
        if !text.contains(comments::MARK) {
            return;
        }
        let known = self.comments();
        // A comment in the argument of a directive of several lines is a part of that.
        let directives: Vec<Span> = self.scan.directives.iter().map(|one| one.span).collect();
        let apart = |comment: &&Span| around(&directives, |span| *span, comment.start).is_none();
        let own: Vec<Span> = known.iter().filter(apart).copied().collect();
        comment::read(self.document, &own, self.defaults, &mut self.scan);
        for span in comments::enclosed(text) {
            let is_known = around(known, |comment| *comment, span.start).is_some();
            if !is_known
                && comment::words(self.document, span).is_some()
                && let Some(position) = surroundings::within_line(self.document, span.start)
            {
                self.mistake(span, MistakeKind::Misplaced(position));
            }
        }
    }

    /// What is nearly a directive, and nearly a comment for us.
    fn misspelt(&mut self) {
        let text = self.text();
        for (span, _) in near::openings(text) {
            let plain = || matches!(self.surroundings(span.start), Surroundings::Plain(_));
            if span.start >= self.document.body_start() && plain() {
                self.mistake(span, MistakeKind::Misspelt { right: OPENING });
            }
        }
        for (span, meant) in near::comments(text) {
            let whole = || around(self.comments(), |comment| *comment, span.start).is_some();
            if meant == Meant::Directive && whole() {
                self.mistake(span, MistakeKind::Misspelt { right: comments::MARK });
            }
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
mod tests;
