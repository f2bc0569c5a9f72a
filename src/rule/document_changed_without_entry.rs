//! `document-changed-without-entry`: git shows a later change than the newest entry.

use super::levels::Stage;
use super::{Group, Levels, Rule};
use crate::analysis::Analysis;
use crate::changelog::{Dated, History, Log, Subject};
use crate::date::Date;
use crate::diagnostic::{Finding, Level};
use crate::git::Repository;

/// The rule.
pub static RULE: Rule = Rule {
    name: "document-changed-without-entry",
    group: Group::Changelog,
    levels: Levels::always(Level::Allow),
    summary: "Git shows a later change of the document than its change log does.",
    page: include_str!("../../docs/src/rules/document-changed-without-entry.md"),
    check,
};

fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    // Git is started only where somebody wants to know.
    let asked: Vec<&History> = analysis
        .change_logs
        .histories
        .iter()
        .filter(|history| is_asked(analysis, history))
        .collect();
    if asked.is_empty() {
        return;
    }
    if let Ok(repository) = analysis.change_logs.repository(analysis.book) {
        findings
            .extend(asked.into_iter().filter_map(|history| look(analysis, history, repository)));
    }
}

fn is_asked(analysis: &Analysis<'_>, history: &History) -> bool {
    let file = analysis.book.chapters[history.chapter].file();
    [Stage::Draft, Stage::Review, Stage::Final]
        .into_iter()
        .any(|stage| analysis.settings.level(&RULE, file, &analysis.book.src, stage) > Level::Allow)
}

fn look(analysis: &Analysis<'_>, history: &History, repository: &Repository) -> Option<Finding> {
    let log = history.logs.iter().find(|log| log.subject == Subject::Changes)?;
    let (newest, dated) = newest(log)?;
    let chapter = &analysis.book.chapters[history.chapter];
    let commit = repository.of(&chapter.path).max_by_key(|commit| commit.date)?;
    let later = match newest.day {
        Some(_) => commit.date > newest,
        None => (commit.date.year, commit.date.month) > (newest.year, newest.month),
    };
    if !later {
        return None;
    }
    let message = format!("the document changed on {}, after the newest entry", commit.date);
    Some(
        Finding::new(RULE.name, history.place(dated.span), message)
            .label("the newest entry")
            .note(format!("the commit is \"{}\" by {}", commit.subject, commit.author))
            .help("add an entry for the change"),
    )
}

fn newest(log: &Log) -> Option<(Date, &Dated)> {
    let dated = log.entries.iter().filter_map(|entry| Some((entry.on()?, entry.date.as_ref()?)));
    dated.max_by_key(|&(on, _)| on)
}
