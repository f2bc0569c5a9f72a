//! `git-history-unavailable`: a change log should show what git knows, decisions are to be compared with those of a
//! revision, or a text is to be held against its code, and git cannot say.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::described::{DescribedBy, Description};
use readers::directive::change_log::{Scope, View};
use readers::directive::{Ask, Directive};
use readers::document::Annotated;
use readers::git::snapshot::NoRevision;
use readers::git::{Standing, Unavailable};
use readers::history::BookHistory;
use readers::settings::ChangeLogSource;
use text::source::{Place, Span};

pub static RULE: Rule = Rule {
    name: "git-history-unavailable",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "Git's history is asked for, and is not there or not complete.",
    page: include_str!("../../pages/git-history-unavailable.md"),
};

/// More files than these are counted, not named.
const MAX_NAMED: usize = 3;

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    decisions(analysis, findings);
    let Some(history) = &analysis.history else { return };
    for chapter in &analysis.annotated {
        for directive in &chapter.scan.directives {
            if let Some(view) = directive.change_log().filter(|view| view.wants_git()) {
                look(analysis, history, (chapter, directive, view), findings);
            }
        }
    }
    // One reason holds for all of them.
    let description = analysis.descriptions.first().filter(|_| analysis.settings.git.code);
    if let (Err(reason), Some(description)) = (&history.repository, description) {
        findings.push(no_comparison(description, reason));
    }
}

/// The directives that show what became of the decisions since a revision.
fn decisions(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for chapter in &analysis.annotated {
        for directive in chapter.scan.asked() {
            let Ask::DecisionsSince(revision) = &directive.asks else { continue };
            let since = analysis.decisions_since(revision);
            let Some(Err(reason)) = since.map(|since| &since.decisions) else { continue };
            let argument = directive.argument(directive.asks.kind().key());
            let span = argument.map_or(directive.span, |argument| argument.value_span);
            let place = Place::new(&chapter.document.source, span);
            let message = format!("the decisions cannot be compared: {reason}");
            let finding = Finding::new(&RULE, place, message).label("no decisions are shown");
            findings.push(match help(reason) {
                Some(help) => finding.help(help),
                None => finding,
            });
        }
    }
}

fn help(reason: &NoRevision) -> Option<&'static str> {
    match reason {
        NoRevision::Git(Unavailable::Shallow) => Some(FETCH),
        NoRevision::Git(Unavailable::NoGit) => Some("install git, or remove the directive"),
        NoRevision::Git(_) => Some("build in a clone, or remove the directive"),
        reason => reason.help(),
    }
}

fn look(
    analysis: &Analysis<'_>,
    history: &BookHistory,
    (chapter, directive, view): (&Annotated, &Directive, &View),
    findings: &mut Vec<Finding>,
) {
    let place = Place::new(&chapter.document.source, span(directive));
    if let Err(reason) = &history.repository {
        findings.push(unavailable(place, reason));
        return;
    }
    let Some(standing) = &history.standing else { return };
    let (mut untracked, mut dirty) = (Vec::new(), Vec::new());
    for ((index, document), standing) in analysis.book.chapters.iter().enumerate().zip(standing) {
        let chosen = match (view.scope, &view.paths) {
            (Scope::Document, _) => index == chapter.chapter,
            (Scope::Book, None) => true,
            (Scope::Book, Some(paths)) => document.is_in(paths, &analysis.book.src),
        };
        if chosen {
            match standing {
                Standing::Committed => {}
                Standing::Dirty => dirty.push(document.file()),
                Standing::Untracked => untracked.push(document.file()),
            }
        }
    }
    if !untracked.is_empty() {
        let message = format!("git has no history of {}", named(&untracked));
        let finding = Finding::new(&RULE, place.clone(), message);
        findings.push(finding.label("no commits").help("commit the file"));
    }
    if !dirty.is_empty() {
        let message = format!("{} changed since the last commit", named(&dirty));
        let finding = Finding::new(&RULE, place, message)
            .label("the newest change is missing")
            .note("what is not committed has no date and no author yet");
        findings.push(finding.help("commit the change"));
    }
}

/// The argument that asks for git, else the whole directive.
fn span(directive: &Directive) -> Span {
    directive.argument("source").map_or(directive.span, |argument| argument.value_span)
}

/// A text that cannot be held against its code.
fn no_comparison(description: &Description, reason: &Unavailable) -> Finding {
    let place = match &description.said {
        DescribedBy::Text(place) => place.clone(),
        DescribedBy::Template(_) | DescribedBy::Settings => description.place.clone(),
    };
    let help = match reason {
        Unavailable::Shallow => FETCH,
        Unavailable::NoGit => "install git, or allow `stale-section`",
        Unavailable::NoRepository | Unavailable::Bare | Unavailable::Refused(_) => {
            "check it in a clone, or allow `stale-section`"
        }
    };
    Finding::new(&RULE, place, format!("texts cannot be held against their code: {reason}"))
        .label("describes code")
        .note("whether the code changed after the text is known by its commits alone")
        .help(help)
}

const FETCH: &str =
    "fetch the whole history (`git fetch --unshallow`; in GitHub Actions, `fetch-depth: 0`)";

fn unavailable(place: Place, reason: &Unavailable) -> Finding {
    let help = match reason {
        Unavailable::Shallow => FETCH,
        Unavailable::NoGit => "install git, or take `git` out of the sources",
        Unavailable::NoRepository | Unavailable::Bare | Unavailable::Refused(_) => {
            "take `git` out of the sources, or build in a clone"
        }
    };
    let git = ChangeLogSource::WORDS[2];
    Finding::new(&RULE, place, format!("`{git}` gives no history: {reason}"))
        .label("no commits are shown")
        .note("dates that only seem to come from git would be wrong, so none are shown")
        .help(help)
}

/// `a.md`, `a.md, b.md and 4 more`.
fn named(files: &[&str]) -> String {
    let names: Vec<String> = files.iter().take(MAX_NAMED).map(|file| format!("`{file}`")).collect();
    match files.len() - names.len() {
        0 => names.join(", "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}
