//! `stale-section`: the code that a text describes has changed long after the text.

use readers::analysis::Analysis;
use readers::described::stale::Stale;
use readers::described::{DescribedBy, Description};
use readers::git::Commit;
use readers::history::BookHistory;
use text::wording::{joined, plural};

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "stale-section",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "The code that a text describes has changed long after the text.",
    page: include_str!("../../pages/stale-section.md"),
};

/// More commits than these are counted, not named.
const MAX_NAMED: usize = 3;

/// The digits that identify a commit.
const SHORT: usize = 10;

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let history = analysis.history.as_ref();
    let Some(repository) = history.and_then(BookHistory::known) else { return };
    for stale in &analysis.stale {
        let commits = stale.commits.iter().filter_map(|&index| repository.commits.get(index));
        findings.push(finding(analysis, stale, &commits.collect::<Vec<_>>()));
    }
}

fn finding(analysis: &Analysis<'_>, stale: &Stale, commits: &[&Commit]) -> Finding {
    let description = &analysis.descriptions[stale.description];
    let what = match &description.title {
        Some(title) => format!("`{title}`"),
        None => "this text".to_owned(),
    };
    let reviewed = description.reviewed == Some(stale.since);
    let verb = if reviewed { "reviewed" } else { "last changed" };
    let note = format!(
        "since then {} changed {}, up to {} later; the newest: {}",
        plural(commits.len(), "commit", "commits"),
        code(description.code.patterns()),
        plural(stale.days.unsigned_abs() as usize, "day", "days"),
        named(commits),
    );
    let message = format!("{what} is older than the code that it describes");
    let finding = Finding::new(&RULE, description.place.clone(), message)
        .label(format!("{verb} on {}", stale.since))
        .note(note)
        .help(help(description));
    let finding = match &description.said {
        DescribedBy::Text(place) => finding.related(place.clone(), "describes this"),
        DescribedBy::Template(_) | DescribedBy::Settings => finding,
    };
    match &description.document {
        Some(name) => finding.document(name),
        None => finding,
    }
}

/// `` `src/payments/**` and `src/fees.rs` ``
fn code(patterns: &[String]) -> String {
    let names: Vec<String> = patterns.iter().map(|pattern| format!("`{pattern}`")).collect();
    joined(&names)
}

fn named(commits: &[&Commit]) -> String {
    let name = |commit: &&Commit| {
        let id = commit.id.get(..SHORT).unwrap_or(&commit.id);
        format!("{} {id} \"{}\" by {}", commit.date, commit.subject, commit.author)
    };
    let names: Vec<String> = commits.iter().take(MAX_NAMED).map(name).collect();
    match commits.len() - names.len() {
        0 => names.join("; "),
        more => format!("{}; and {more} more", names.join("; ")),
    }
}

fn help(description: &Description) -> String {
    let paths = description.code.patterns().join(" ");
    format!(
        "bring it up to date; or, if it still holds, say when you looked: \
         `<!-- archdoc: describes {paths} reviewed=YYYY-MM-DD -->`"
    )
}
