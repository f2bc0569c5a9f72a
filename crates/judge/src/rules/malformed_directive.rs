//! `malformed-directive`: a directive cannot be read.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::directive::{Ask, Directive, Kind, MistakeKind, OPENING};
use readers::document::Annotated;
use readers::settings::{DECISION, is_kind};
use text::source::{Place, Span};
use text::wording::{listed, nearest};

pub static RULE: Rule = Rule {
    name: "malformed-directive",
    group: Group::Directives,
    levels: Levels::always(Level::Deny),
    summary: "A directive cannot be read.",
    page: include_str!("../../pages/malformed-directive.md"),
};

const QUOTES: [char; 2] = ['"', '\''];

pub(crate) fn check(analysis: &Analysis<'_>, chapter: &Annotated, findings: &mut Vec<Finding>) {
    for mistake in &chapter.scan.mistakes {
        let place = Place::new(&chapter.document.source, mistake.span);
        findings.extend(finding(&mistake.kind, &place));
    }
    findings.extend(chapter.scan.asked().filter_map(|found| unreadable(analysis, chapter, found)));
    findings.extend(chapter.scan.asked().filter_map(|found| kindless(analysis, chapter, found)));
}

/// A table of items of a kind that no template of the book, and none of ours, defines.
fn kindless(
    analysis: &Analysis<'_>,
    chapter: &Annotated,
    directive: &Directive,
) -> Option<Finding> {
    let Ask::Trace(Some(of)) = &directive.asks else { return None };
    let argument = directive.argument("of")?;
    let mut kinds = analysis.templates.kinds();
    kinds.insert(DECISION.to_owned());
    // A value that is no kind at all was told where it was read.
    if kinds.contains(of) || !is_kind(of) {
        return None;
    }
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let near = nearest(of, kinds.iter().copied()).map(str::to_owned);
    let kind =
        MistakeKind::BadValue { key: argument.key.clone(), takes: listed(&kinds), nearest: near };
    finding(&kind, &Place::new(&chapter.document.source, argument.value_span))
}

/// A change log that is to be read from a file that is not there or not in the book.
fn unreadable(
    analysis: &Analysis<'_>,
    chapter: &Annotated,
    directive: &Directive,
) -> Option<Finding> {
    let mut files = directive.change_log()?.files();
    let argument = directive.argument("source")?;
    files.find(|path| analysis.change_logs.of_file(path).is_none())?;
    let takes = "`file:` and the path of a readable file below the book's directory".to_owned();
    let kind = MistakeKind::BadValue { key: argument.key.clone(), takes, nearest: None };
    finding(&kind, &Place::new(&chapter.document.source, argument.value_span))
}

fn finding(kind: &MistakeKind, place: &Place) -> Option<Finding> {
    of_marks(kind, place).or_else(|| of_arguments(kind, place))
}

/// What begins and ends a directive.
fn of_marks(kind: &MistakeKind, place: &Place) -> Option<Finding> {
    let new = |message: String| Finding::new(&RULE, place.clone(), message);
    let finding = match kind {
        MistakeKind::Unclosed => new("a directive is not closed".to_owned())
            .label("begins here")
            .help("write `>>` at its end; a blank line ends the search for it"),
        MistakeKind::UnclosedQuote => new("a quote in a directive is not closed".to_owned())
            .label("the directive begins here")
            .help("close the quote; inside quotes write `\\\"` for a quote"),
        MistakeKind::Misspelt { right } => {
            let note = match *right {
                OPENING => "it is shown to readers as it is written here",
                _ => "the comment does nothing as it stands",
            };
            new(format!("`{}` begins no directive", place.text()))
                .note(note)
                .help(format!("did you mean `{right}`?"))
                .edit(place.clone(), *right)
        }
        MistakeKind::NotEnded => new("nothing ends the part that begins here".to_owned())
            .note("`mdbook-archdoc render` fills what stands between two comments")
            .help("write `<!-- archdoc: end -->` where the part ends"),
        MistakeKind::NotBegun => new("nothing begins the part that ends here".to_owned())
            .help("write `<!-- archdoc: adr-index -->` or the like above, or remove this comment"),
        MistakeKind::Braces => {
            let finding = new("a directive is written with `<<` and `>>`".to_owned())
                .note("mdBook would try to expand what stands in double braces itself")
                .help("write `<<#archdoc ...>>`");
            match braces(place) {
                Some([open, close]) => finding.edit(open, "<<").edit(close, ">>"),
                None => finding,
            }
        }
        _ => return None,
    };
    Some(finding)
}

/// What it asks for, and with which arguments.
fn of_arguments(kind: &MistakeKind, place: &Place) -> Option<Finding> {
    let new = |message: String| Finding::new(&RULE, place.clone(), message);
    let finding = match kind {
        MistakeKind::NoArgument => new(format!("`{}` is no argument", place.text()))
            .help("write `key=\"value\"` or a key alone, with a space before it"),
        MistakeKind::NoValue { key } => {
            new(format!("`{key}` has no value")).help(format!("write `{key}=\"...\"`"))
        }
        MistakeKind::OwnValue { kind } => {
            let [key, arguments @ ..] = kind.arguments() else { return None };
            let help = format!("write `{key}` alone, or with {}", listed(arguments));
            new(format!("`{key}` takes no value")).help(help)
        }
        MistakeKind::Repeated { key } => {
            new(format!("`{key}` is given twice")).help("remove one of them")
        }
        MistakeKind::Empty => new("a directive that asks for nothing".to_owned())
            .help(format!("write one of {}", listed(&kinds()))),
        MistakeKind::UnknownKind { key, nearest } => suggest(
            new(format!("there is no directive `{key}`"))
                .note(format!("known are {}", listed(&kinds()))),
            *nearest,
            place,
        ),
        MistakeKind::UnknownArgument { key, directive, nearest } => suggest(
            new(format!("`{directive}` takes no argument `{key}`")),
            nearest.as_deref(),
            place,
        ),
        MistakeKind::BadValue { key, takes, nearest } => suggest(
            new(format!("`{}` is no value of `{key}`", place.text().trim_matches(QUOTES)))
                .note(format!("it takes {takes}")),
            nearest.as_deref(),
            place,
        ),
        MistakeKind::NoParameter { key, template } => {
            new(format!("the template `{template}` needs the parameter `{key}`"))
                .help(format!("add `{key}=\"...\"`"))
        }
        MistakeKind::Misplaced(_)
        | MistakeKind::SecondTemplate { .. }
        | MistakeKind::Unclosed
        | MistakeKind::UnclosedQuote
        | MistakeKind::Misspelt { .. }
        | MistakeKind::NotEnded
        | MistakeKind::NotBegun
        | MistakeKind::Braces => return None,
    };
    Some(finding)
}

fn kinds() -> Vec<&'static str> {
    Kind::ALL.iter().map(|&(key, _)| key).collect()
}

pub(super) fn suggest(finding: Finding, nearest: Option<&str>, place: &Place) -> Finding {
    match nearest {
        Some(near) => {
            // A value keeps its quotes.
            let quote = place.text().chars().next().filter(|c| QUOTES.contains(c));
            let quote = quote.map(String::from).unwrap_or_default();
            finding
                .help(format!("did you mean `{near}`?"))
                .edit(place.clone(), format!("{quote}{near}{quote}"))
        }
        None => finding,
    }
}

/// The braces at both ends; none where they do not close there. What stands between them is left, since it may have a mistake
/// of its own to be mended.
fn braces(place: &Place) -> Option<[Place; 2]> {
    let text = place.text();
    let inside = text.strip_prefix("{{")?.strip_suffix("}}")?;
    let part = |from, to| {
        Place::new(&place.source, Span::new(place.span.start + from, place.span.start + to))
    };
    let close = "{{".len() + inside.len();
    (!inside.contains(['{', '}'])).then(|| [part(0, "{{".len()), part(close, text.len())])
}
