//! `adr-unknown-status`: a status in no known word.

use crate::evidence::convention::listed;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::collection::{Collection, Entry};
use readers::adr::statement::{Doubt, State};
use readers::adr::{Origin, Record, Sourced, status};
use readers::analysis::Analysis;
use text::tally::tally;
use words::{Reference, Vocabulary};

pub static RULE: Rule = Rule {
    name: "adr-unknown-status",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record states a status in a word that is not known.",
    page: include_str!("../../pages/adr-unknown-status.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    let uses = doubtful(records).map(|(record, state)| (record.shelf(), word(record, state)));
    let uses = tally(uses);
    let sizes = tally(records.entries.iter().map(|entry| entry.record.shelf()));
    for (record, state) in doubtful(records) {
        // Where the team lists its words, that is held against the list.
        let listed = || listed(analysis, record, |one| one.statuses.as_ref());
        if record.status.is_some() && listed().is_some() {
            continue;
        }
        let word = word(record, state);
        let own = match state.value.doubt {
            Some(Doubt::Unknown) => {
                let informs = || Vocabulary::known().is(Reference::Informational, &word);
                records.defines(record, bare(&word)) || informs()
            }
            // A sentence with a word of state says something, whatever the reader made of it.
            _ => Vocabulary::known().find::<words::Status>(&word).next().is_some(),
        };
        let home = record.shelf();
        let in_use = |uses: usize| {
            uses >= IN_USE || uses > 1 && uses * 4 >= sizes.get(home).copied().unwrap_or_default()
        };
        if !own && !uses.get(&(home, word)).copied().is_some_and(in_use) {
            findings.push(unknown(record, state));
        }
    }
}

/// A word that so many records of a directory use is the team's own.
const IN_USE: usize = 3;

/// The states that count and were not understood. The word of a history's entry may be that of an event.
fn doubtful(records: &Collection) -> impl Iterator<Item = (&Record, &Sourced<State>)> {
    // A paper on a record says what it is itself; a translation says what its record does.
    let own = |entry: &&Entry| entry.belongs_to.is_none() || entry.record.variant.is_some();
    records.entries.iter().filter(own).filter_map(|Entry { record, .. }| {
        let chosen = record.status.as_ref().map(|status| status.span);
        let state = record.states.iter().find(|state| {
            let doubt = matches!(state.value.doubt, Some(Doubt::Unknown | Doubt::Prose));
            let stated = state.origin != Origin::ChangeLog;
            doubt && stated && chosen.is_none_or(|span| span == state.span)
        })?;
        Some((record, state))
    })
}

fn word(record: &Record, state: &Sourced<State>) -> String {
    record.source.slice(state.span).trim().to_lowercase()
}

fn unknown(record: &Record, state: &Sourced<State>) -> Finding {
    let word = record.source.slice(state.span).trim();
    if state.value.doubt == Some(Doubt::Prose) {
        let message = format!("no status in what {} says of it", record.cited());
        return Finding::new(&RULE, record.place(state.span), message)
            .help("begin with the status, in one word, and put the remarks behind it");
    }
    let message = format!("`{}` is no known status", bare(word));
    let finding = Finding::new(&RULE, record.place(state.span), message);
    match status::nearest(bare(word)) {
        Some((near, _)) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help(format!(
            "write a known one, or say which it stands for: `adr.statuses.{} = \"...\"`",
            key(bare(word))
        )),
    }
}

/// A word without the signs and marks around it: `🟥 **DISCARDED`.
fn bare(word: &str) -> &str {
    let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    bare.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | ']'))
}

/// A word as a key of TOML.
fn key(word: &str) -> String {
    let bare = word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if bare { word.to_lowercase() } else { format!("{:?}", word.to_lowercase()) }
}
