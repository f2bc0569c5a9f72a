//! `unknown-template`: a directive or the configuration names a template that is not there.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::document::Annotated;
use text::source::Place;
use text::wording::listed;

pub static RULE: Rule = Rule {
    name: "unknown-template",
    group: Group::Directives,
    levels: Levels::always(Level::Deny),
    summary: "A directive or the configuration names a template that is not there.",
    page: include_str!("../../pages/unknown-template.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, chapter: &Annotated, findings: &mut Vec<Finding>) {
    let Some((name, span)) = &chapter.unknown_template else { return };
    let place = Place::new(&chapter.document.source, *span);
    let names = analysis.templates.names();
    let finding = Finding::new(&RULE, place.clone(), format!("there is no template `{name}`"))
        .note(format!("known are {}", listed(&names)));
    findings.push(match analysis.templates.nearest(name) {
        Some(near) => {
            finding.help(format!("did you mean `{near}`?")).edit(place, format!("\"{near}\""))
        }
        None => finding.help(
            "name one of these, or put a Markdown file of this name into the directory that \
             `template-dir` names",
        ),
    });
}
