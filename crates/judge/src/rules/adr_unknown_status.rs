//! `adr-unknown-status`: a status in no known word.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::adr::statement::{Doubt, State};
use readers::adr::{Record, Sourced, status};
use readers::analysis::Analysis;

pub static RULE: Rule = Rule {
    name: "adr-unknown-status",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record states a status in a word that is not known.",
    page: include_str!("../../pages/adr-unknown-status.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    for entry in &analysis.records.entries {
        let record = &entry.record;
        let chosen = record.status.as_ref().map(|status| status.span);
        let doubtful = record.states.iter().find(|state| {
            let doubt = matches!(state.value.doubt, Some(Doubt::Unknown | Doubt::Prose));
            doubt && chosen.is_none_or(|span| span == state.span)
        });
        findings.extend(doubtful.map(|state| unknown(record, state)));
    }
}

fn unknown(record: &Record, state: &Sourced<State>) -> Finding {
    let word = record.source.slice(state.span).trim();
    if state.value.doubt == Some(Doubt::Prose) {
        let message = format!("no status in what {} says of it", record.name());
        return Finding::new(&RULE, record.place(state.span), message)
            .help("begin with the status, in one word, and put the remarks behind it");
    }
    let finding =
        Finding::new(&RULE, record.place(state.span), format!("`{word}` is no known status"));
    match status::nearest(word) {
        Some((near, _)) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help(format!(
            "write a known one, or say what it stands for: `adr.statuses.{} = \"accepted\"`",
            key(word)
        )),
    }
}

/// A word as a key of TOML.
fn key(word: &str) -> String {
    let bare = word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if bare { word.to_lowercase() } else { format!("{:?}", word.to_lowercase()) }
}
