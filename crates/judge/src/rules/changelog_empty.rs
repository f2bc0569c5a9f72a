//! `changelog-empty`: a log without entries, or a directive that finds no log.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::changelog::{History, Log};
use readers::directive::change_log::{Scope, View};
use readers::settings::ChangeLogSource;
use text::source::Place;
use words::date::Date;

pub static RULE: Rule = Rule {
    name: "changelog-empty",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "A change log has no entry, or a directive finds none to show.",
    page: include_str!("../../pages/changelog-empty.md"),
};

/// Directives that show nothing.
pub(crate) fn check_directives(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for chapter in &analysis.annotated {
        for directive in &chapter.scan.directives {
            let view = directive.change_log();
            if view.is_some_and(|view| shows_nothing(analysis, chapter.chapter, view)) {
                let place = Place::new(&chapter.document.source, directive.span);
                findings.push(without_log(place));
            }
        }
    }
}

/// Whether a directive looks for a log in documents alone, and none has one. An empty one is reported where
/// it stands.
fn shows_nothing(analysis: &Analysis<'_>, chapter: usize, view: &View) -> bool {
    let written = |source: &ChangeLogSource| {
        matches!(source, ChangeLogSource::Table | ChangeLogSource::FrontMatter)
    };
    let mut seen = analysis.change_logs.histories.iter().filter(|history| match view.scope {
        Scope::Document => history.chapter == chapter,
        Scope::Book => true,
    });
    let has_anything =
        |log: &Log| log.empty || !log.entries.is_empty() || !log.untouched.is_empty();
    view.sources.iter().all(written) && !seen.any(|history| history.logs.iter().any(has_anything))
}

fn without_log(place: Place) -> Finding {
    Finding::new(&RULE, place, "no change log is found to show here")
        .label("shows nothing")
        .note(
            "looked for a section called `Change Log`, `Revision History` or the like, a table with \
             versions and dates, headings that are releases, and `history` in the front matter",
        )
        .help("write the first entry, name another `source`, or remove the directive")
}

/// Logs without entries.
pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    // A document may have its log elsewhere, as in its front matter.
    if !log.empty || history.logs.iter().any(|other| !other.entries.is_empty()) {
        return;
    }
    let (place, name) = match &log.heading {
        Some(heading) => (history.place(heading.span), format!("`{}`", heading.text)),
        None => (history.place(log.body), "this change log".to_owned()),
    };
    let finding = Finding::new(&RULE, place, format!("{name} has no entry"))
        .label("nothing below")
        .note("readers cannot tell whether nothing has changed or nobody wrote it down")
        .help("add the first entry, or remove the section");
    findings.push(finding);
}
