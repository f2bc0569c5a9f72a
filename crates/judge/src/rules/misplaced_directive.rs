//! `misplaced-directive`: a directive stands where it is only text.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::directive::MistakeKind;
use readers::document::Annotated;
use text::source::Place;

pub static RULE: Rule = Rule {
    name: "misplaced-directive",
    group: Group::Directives,
    levels: Levels::always(Level::Warn),
    summary: "A directive stands where it is only text.",
    page: include_str!("../../pages/misplaced-directive.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    analysis.annotated.iter().for_each(|chapter| in_chapter(chapter, findings));
    findings.extend(analysis.included.iter().map(|place| {
        Finding::new(&RULE, place.clone(), "a directive in a file that a chapter includes")
            .label("not carried out")
            .note("mdBook puts the file into the page after us: readers see what is written here")
            .help("move it into the chapter itself")
    }));
}

fn in_chapter(chapter: &Annotated, findings: &mut Vec<Finding>) {
    let source = &chapter.document.source;
    for mistake in &chapter.scan.mistakes {
        let place = Place::new(source, mistake.span);
        match &mistake.kind {
            MistakeKind::Misplaced(position) if place.text().starts_with("<!--") => findings.push(
                Finding::new(&RULE, place, format!("a directive in {}", position.words()))
                    .label("not carried out")
                    .note("what is put behind it would not fit in there")
                    .help("put each comment on a line of its own that begins the line"),
            ),
            MistakeKind::Misplaced(position) => findings.push(
                Finding::new(&RULE, place, format!("a directive in {}", position.words()))
                    .label("not carried out")
                    .note("it is shown to readers as it is written here")
                    .help(
                        "put it on a line of its own with a blank line on either side; to show \
                         it as an example, write it as code",
                    ),
            ),
            MistakeKind::SecondTemplate { first } => findings.push(
                Finding::new(&RULE, place, "this chapter is bound to a template already")
                    .label("not carried out")
                    .note(format!("the directive on line {first} binds the whole chapter"))
                    .help("remove one of them, or put the text into a chapter of its own"),
            ),
            _ => {}
        }
    }
}
