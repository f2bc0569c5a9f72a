//! The words of one comment: `<!-- archdoc: allow RULE(SECTION), RULE reason="..." -->`.

use std::sync::Arc;

use crate::comments::MARK;
use crate::directive::comment::{first_words, is_directive};
use crate::directive::near::{self, ALLOW, Meant};
use text::source::{Place, Source, Span};
use text::wording::nearest;

/// A rule that a comment allows.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) rule: String,
    /// The section's id in parentheses.
    pub(super) section: Option<String>,
    pub(super) span: Span,
}

/// What is wrong with a comment.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// Where.
    pub place: Place,
    /// What, in one line.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// The same as data: the word that belongs at the place.
    pub word: Option<&'static str>,
}

/// A comment for us: what it allows, and what is wrong with it.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) named: Vec<Named>,
    pub(super) mistakes: Vec<Mistake>,
}

const FORM: &str = "write `<!-- archdoc: allow RULE reason=\"why\" -->`";

/// The comments for us in a piece of HTML, each from `<!--` to `-->`.
pub(super) fn spans(source: &Source, html: Span) -> Vec<Span> {
    let text = source.slice(html);
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("<!--").map(|found| at + found) {
        let Some(end) = text[start..].find("-->").map(|found| start + found + "-->".len()) else {
            break;
        };
        if text[start + "<!--".len()..].trim_start().starts_with("archdoc:") {
            spans.push(Span::new(start, end).shifted(html.start));
        }
        at = end;
    }
    spans
}

/// The comments in a piece of HTML that would allow something if they had their colon.
pub(super) fn without_colon(source: &Arc<Source>, html: Span) -> Vec<Mistake> {
    let allowing = near::comments(source.slice(html)).filter(|&(_, meant)| meant == Meant::Allow);
    let mistake = |(name, _): (Span, Meant)| Mistake {
        place: Place::new(source, name.shifted(html.start)),
        message: format!("a comment for us begins with `{MARK}`"),
        help: FORM.to_owned(),
        word: Some(MARK),
    };
    allowing.map(mistake).collect()
}

/// Reads a comment for us.
pub(super) fn parse(source: &Arc<Source>, comment: Span) -> Parsed {
    let mut reader = Reader { source, comment, parsed: Parsed::default() };
    reader.read();
    reader.parsed
}

struct Reader<'a> {
    source: &'a Arc<Source>,
    comment: Span,
    parsed: Parsed,
}

impl Reader<'_> {
    fn read(&mut self) {
        let source = Arc::clone(self.source);
        let text = source.slice(self.comment);
        let words = text.find("archdoc:").map_or(0, |at| at + "archdoc:".len());
        let body = &text[words..text.len() - "-->".len()];
        let body_start = words + body.len() - body.trim_start().len();
        let body = body.trim();
        if is_directive(body) {
            return;
        }
        let ends = |c: char| c == '=' || c.is_whitespace();
        let verb = body.split(ends).next().unwrap_or_default();
        if verb != ALLOW {
            let word = nearest(verb, first_words().chain([ALLOW]));
            let span = Span::new(body_start, body_start + verb.len());
            return self.mistake(
                span,
                format!("`{verb}` is nothing that a comment can ask for"),
                FORM,
                word,
            );
        }
        let rest_start = body_start + verb.len();
        let rest = &body[verb.len()..];
        let (list, reason) =
            rest.split_once("reason=").map_or((rest, None), |(list, reason)| (list, Some(reason)));
        self.names(list, rest_start);
        if let Some((message, help)) = mistake_in_reason(reason) {
            self.mistake(Span::new(0, text.len()), message.to_owned(), help, None);
            // Without a reason it does not hold.
            self.parsed.named.clear();
        }
    }

    /// `missing-section(risks), placeholder-text`, which begins at `start` of the comment.
    fn names(&mut self, list: &str, start: usize) {
        let mut at = start;
        for part in list.split(',') {
            let begin = at + part.len() - part.trim_start().len();
            let part_text = part.trim();
            at += part.len() + 1;
            let (name, section) = match part_text.split_once('(') {
                Some((name, rest)) => (name.trim_end(), rest.strip_suffix(')')),
                None => (part_text, None),
            };
            let open = part_text.contains('(') && section.is_none();
            if name.is_empty() || open || name.contains(char::is_whitespace) {
                let message = if part_text.is_empty() {
                    "the suppression names no rule".to_owned()
                } else {
                    format!("`{part_text}` is no rule with a section in parentheses")
                };
                self.mistake(Span::new(begin, begin + part_text.len()), message, FORM, None);
                continue;
            }
            let section = section.map(|id| id.trim().trim_start_matches('#').to_owned());
            let span = Span::new(begin, begin + part_text.len()).shifted(self.comment.start);
            self.parsed.named.push(Named { rule: name.to_owned(), section, span });
        }
    }

    fn mistake(&mut self, span: Span, message: String, help: &str, word: Option<&'static str>) {
        let place = Place::new(self.source, span.shifted(self.comment.start));
        self.parsed.mistakes.push(Mistake { place, message, help: help.to_owned(), word });
    }
}

/// What is wrong with the text behind `reason=`, and what to do about it.
fn mistake_in_reason(reason: Option<&str>) -> Option<(&'static str, &'static str)> {
    let Some(reason) = reason else {
        return Some(("a suppression needs a reason", "add `reason=\"why\"`"));
    };
    match quoted(reason) {
        None => Some(("the reason is not quoted, or something follows it", FORM)),
        Some(reason) if reason.trim().is_empty() => {
            Some(("the reason is empty", "say why it does not apply here"))
        }
        Some(_) => None,
    }
}

/// The text between quotes, where nothing follows them.
fn quoted(text: &str) -> Option<&str> {
    let text = text.trim();
    let quote = text.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    let inner = text[1..].strip_suffix(quote)?;
    (!inner.contains(quote)).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Allowed = Vec<(String, Option<String>)>;

    /// What is allowed; and each mistake's place with its message.
    fn parsed(text: &str) -> (Allowed, Vec<(String, String)>) {
        let source = Source::new("src/a.md", text);
        let spans = spans(&source, Span::new(0, text.len()));
        let parsed = parse(&source, spans[0]);
        let named = parsed.named.into_iter().map(|named| (named.rule, named.section)).collect();
        let mistakes = parsed.mistakes.into_iter();
        (
            named,
            mistakes.map(|mistake| (mistake.place.text().to_owned(), mistake.message)).collect(),
        )
    }

    #[test]
    fn rules_have_sections_and_a_reason() {
        let text = "x <!-- archdoc: allow missing-section(security.risks), placeholder-text\n\
                    reason=\"it's a library, not a service\" --> y";
        let named = [
            ("missing-section".to_owned(), Some("security.risks".to_owned())),
            ("placeholder-text".to_owned(), None),
        ];
        assert_eq!(parsed(text), (named.into(), Vec::new()));
    }

    #[test]
    fn what_is_wrong_is_named_at_its_place() {
        let wrong = |text: &str| {
            let (named, mistakes) = parsed(text);
            assert!(named.is_empty(), "{named:?}");
            mistakes.into_iter().next().expect("a mistake")
        };
        let (place, message) = wrong("<!-- archdoc: allow placeholder-text -->");
        assert_eq!(message, "a suppression needs a reason");
        assert!(place.starts_with("<!--") && place.ends_with("-->"));
        let (place, message) = wrong("<!--archdoc:alow placeholder-text reason='x'-->");
        assert_eq!((&*place, &*message), ("alow", "`alow` is nothing that a comment can ask for"));
        let (_, message) = wrong("<!-- archdoc: allow placeholder-text reason=\" \" -->");
        assert_eq!(message, "the reason is empty");
        let (_, message) = wrong("<!-- archdoc: allow reason=\"x\" -->");
        assert_eq!(message, "the suppression names no rule");
        let (_, message) = wrong("<!-- archdoc: allow missing-section(a reason=\"x\" -->");
        assert_eq!(message, "`missing-section(a` is no rule with a section in parentheses");
    }
}
