//! `document-changed-without-entry`: git shows a later change than the newest entry.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::changelog::{Dated, History, Log, Subject};
use readers::git::Commit;
use words::date::Date;

pub static RULE: Rule = Rule {
    name: "document-changed-without-entry",
    group: Group::Changelog,
    levels: Levels::always(Level::Allow),
    summary: "Git shows a later change of the document than its change log does.",
    page: include_str!("../../pages/document-changed-without-entry.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let logs = &analysis.change_logs;
    let Some(git) = &analysis.history else { return };
    if let Ok(repository) = &git.repository {
        let commits = |history: &History| {
            repository.of(&git.files[history.chapter]).max_by_key(|commit| commit.date)
        };
        let look = |history| look(history, commits(history)?);
        findings.extend(logs.histories.iter().filter_map(look));
    }
}

fn look(history: &History, commit: &Commit) -> Option<Finding> {
    let log = history.logs.iter().find(|log| log.subject == Subject::Changes)?;
    let (newest, dated) = newest(log)?;
    let later = match newest.day {
        Some(_) => commit.date > newest,
        None => (commit.date.year, commit.date.month) > (newest.year, newest.month),
    };
    if !later {
        return None;
    }
    let message = format!("the document changed on {}, after the newest entry", commit.date);
    Some(
        Finding::new(&RULE, history.place(dated.span), message)
            .label("the newest entry")
            .note(format!("the commit is \"{}\" by {}", commit.subject, commit.author))
            .help("add an entry for the change"),
    )
}

fn newest(log: &Log) -> Option<(Date, &Dated)> {
    let dated = log.entries.iter().filter_map(|entry| Some((entry.on()?, entry.date.as_ref()?)));
    dated.max_by_key(|&(on, _)| on)
}
