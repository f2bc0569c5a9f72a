//! `unmatched-path`: the paths of a directive or of a template that no file fits.

use super::malformed_directive::suggest;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::described::DescribedBy;
use readers::directive::Ask;
use readers::document::Annotated;
use readers::unmatched::{From, Unmatched};
use text::source::Place;

pub static RULE: Rule = Rule {
    name: "unmatched-path",
    group: Group::Directives,
    levels: Levels::always(Level::Warn),
    summary: "A directive or a template names a path that no file fits.",
    page: include_str!("../../pages/unmatched-path.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, chapter: &Annotated, findings: &mut Vec<Finding>) {
    let found = analysis.unmatched.iter().filter_map(|one| finding(analysis, chapter, one));
    findings.extend(found);
    let found = analysis.unmatched.iter().filter_map(|one| of_code(analysis, chapter, one));
    findings.extend(found);
}

/// Code that is not there.
fn of_code(analysis: &Analysis<'_>, chapter: &Annotated, unmatched: &Unmatched) -> Option<Finding> {
    let From::Description(index) = unmatched.from else { return None };
    let description = &analysis.descriptions[index];
    if description.chapter != chapter.chapter {
        return None;
    }
    let message = format!("no file fits `{}`", unmatched.pattern);
    let from = "the paths of code count from the top of the repository";
    let (place, note) = match &description.said {
        DescribedBy::Text(place) => (place, from.to_owned()),
        DescribedBy::Template(name) => {
            let says = format!("the template `{name}` says that this section describes it");
            (&description.place, format!("{says}; {from}"))
        }
        DescribedBy::Settings => return None,
    };
    let finding = Finding::new(&RULE, place.clone(), message).note(note);
    Some(match &unmatched.nearest {
        // As the comment writes it, and nothing beside it.
        Some(near) if unmatched.certain && place.text() == unmatched.pattern => {
            suggest(finding, Some(near), place)
        }
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help("correct the path, or remove it"),
    })
}

fn finding(analysis: &Analysis<'_>, chapter: &Annotated, unmatched: &Unmatched) -> Option<Finding> {
    let From::Directive { chapter: place, directive } = unmatched.from else { return None };
    let here = analysis.annotated.get(place).is_some_and(|one| std::ptr::eq(one, chapter));
    let directive = chapter.scan.asked().nth(directive).filter(|_| here)?;
    let argument = directive.argument("paths")?;
    let place = Place::new(&chapter.document.source, argument.value_span);
    let message = format!("no file fits `{}`", unmatched.pattern);
    let finding = Finding::new(&RULE, place.clone(), message).note(match directive.asks {
        Ask::AdrIndex(_) | Ask::AdrGraph(_) => {
            "it takes paths of decision records, with commas between them"
        }
        _ => "it takes paths of the book's chapters, with commas between them",
    });
    let alone = argument.value.as_deref() == Some(unmatched.pattern.as_str());
    Some(match &unmatched.nearest {
        Some(near) if alone => suggest(finding, Some(near), &place),
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help("correct the path, or remove it"),
    })
}
