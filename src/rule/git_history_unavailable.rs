//! `git-history-unavailable`: a change log should show what git knows, and git cannot say.

use std::fs;

use super::{Group, Levels, Rule};
use crate::analysis::Analysis;
use crate::changelog::view::{Scope, View};
use crate::config::ChangeLogSource;
use crate::diagnostic::{Finding, Level};
use crate::directive::{Directive, Kind};
use crate::documents::Annotated;
use crate::git::{Repository, Standing, Unavailable};
use crate::source::{Place, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "git-history-unavailable",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "A change log should show commits, and git's history is not there or not complete.",
    page: include_str!("../../docs/src/rules/git-history-unavailable.md"),
    check,
};

/// More files than these are counted, not named.
const MAX_NAMED: usize = 3;

fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for chapter in &analysis.annotated {
        let logs = chapter.scan.directives.iter().filter(|d| d.kind == Kind::ChangeLog);
        for directive in logs {
            let (view, _) = View::read(directive, analysis.settings);
            if view.wants_git() {
                look(analysis, chapter, directive, &view, findings);
            }
        }
    }
}

fn look(
    analysis: &Analysis<'_>,
    chapter: &Annotated,
    directive: &Directive,
    view: &View,
    findings: &mut Vec<Finding>,
) {
    let place = Place::new(&chapter.document.source, span(directive));
    let repository = match analysis.change_logs.repository(analysis.book) {
        Ok(repository) => repository,
        Err(reason) => {
            findings.push(unavailable(place, reason));
            return;
        }
    };
    let (mut untracked, mut dirty) = (Vec::new(), Vec::new());
    for (index, document) in analysis.book.chapters.iter().enumerate() {
        let chosen = match (view.scope, &view.paths) {
            (Scope::Document, _) => index == chapter.chapter,
            (Scope::Book, None) => true,
            (Scope::Book, Some(paths)) => {
                paths.contains_in_book(document.file(), &analysis.book.src)
            }
        };
        if chosen {
            match standing(analysis, repository, &document.path) {
                Standing::Committed => {}
                Standing::Dirty => dirty.push(document.file()),
                Standing::Untracked => untracked.push(document.file()),
            }
        }
    }
    if !untracked.is_empty() {
        let message = format!("git has no history of {}", named(&untracked));
        let finding = Finding::new(RULE.name, place.clone(), message);
        findings.push(finding.label("no commits").help("commit the file"));
    }
    if !dirty.is_empty() {
        let message = format!("{} changed since the last commit", named(&dirty));
        let finding = Finding::new(RULE.name, place, message)
            .label("the newest change is missing")
            .note("what is not committed has no date and no author yet");
        findings.push(finding.help("commit the change"));
    }
}

/// The argument that asks for git, else the whole directive.
fn span(directive: &Directive) -> Span {
    directive.argument("source").map_or(directive.span, |argument| argument.value_span)
}

fn unavailable(place: Place, reason: &Unavailable) -> Finding {
    let help = match reason {
        Unavailable::Shallow => {
            "fetch the whole history (`git fetch --unshallow`; in GitHub Actions, `fetch-depth: 0`)"
        }
        Unavailable::NoGit => "install git, or take `git` out of the sources",
        Unavailable::NoRepository | Unavailable::Refused(_) => {
            "take `git` out of the sources, or build in a clone"
        }
    };
    let git = ChangeLogSource::WORDS[2];
    Finding::new(RULE.name, place, format!("`{git}` gives no history: {reason}"))
        .label("no commits are shown")
        .note("dates that only seem to come from git would be wrong, so none are shown")
        .help(help)
}

/// Whether what is shown is what was committed.
fn standing(analysis: &Analysis<'_>, repository: &Repository, path: &str) -> Standing {
    let content = fs::read(analysis.book.source_dir().join(path));
    // A chapter that is on no disk was made by another preprocessor, and has no history.
    content.map_or(Standing::Untracked, |content| repository.standing(path, &content))
}

/// `a.md`, `a.md, b.md and 4 more`.
fn named(files: &[&str]) -> String {
    let names: Vec<String> = files.iter().take(MAX_NAMED).map(|file| format!("`{file}`")).collect();
    match files.len() - names.len() {
        0 => names.join(", "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}
