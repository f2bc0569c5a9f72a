//! `adr-forbidden-status`: a status in a word that the team does not use.

use readers::adr::collection::Entry;
use readers::adr::{Origin, Record, Status, status};
use readers::analysis::Analysis;
use text::source::{Place, Span};
use text::wording;
use words::fold;

use crate::evidence::convention::listed;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "adr-forbidden-status",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record states its status in a word that its team does not use.",
    page: include_str!("../../pages/adr-forbidden-status.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, entry: &Entry, findings: &mut Vec<Finding>) {
    let record = &entry.record;
    // What is translated has its words in another language.
    if entry.belongs_to.is_some() {
        return;
    }
    let Some(allowed) = listed(analysis, record, |one| one.statuses.as_ref()) else { return };
    let Some((status, place)) = stated(record) else { return };
    let words = place.text();
    let names: Vec<&str> = allowed.value.iter().map(String::as_str).collect();
    let own = &analysis.own;
    let known = status::at_start(words, own);
    let means =
        |name: &str, status| status::at_start(name, own).is_some_and(|(known, _)| known == status);
    // A word of the team's own may be written for the allowed one that it stands for.
    let of_team = || analysis.settings.adr.statuses.keys().any(|word| begins(words, word));
    let stands_for_one = known.is_some_and(|(meant, _)| {
        meant != Status::Other && of_team() && names.iter().any(|name| means(name, meant))
    });
    if stands_for_one || names.iter().any(|name| begins(words, name)) {
        return;
    }
    let word = known.map_or(words, |(_, len)| &words[..len]);
    let finding = Finding::new(&RULE, place.clone(), format!("`{word}` is no status here"))
        .note(format!("{} allows {}", allowed.by, wording::listed(&names)));
    let mut same = names.iter().filter(|name| means(name, status));
    findings.push(match (same.next(), same.next(), known) {
        (Some(one), None, Some((_, len))) => {
            let span = Span::new(place.span.start, place.span.start + len);
            let text = like(word, one);
            finding.help(format!("write `{text}`")).edit(record.place(span), text)
        }
        _ => finding.help("write one of these"),
    });
}

/// The status that a record states in words of its own, from its first letter on.
fn stated(record: &Record) -> Option<(Status, Place)> {
    let status = record.status.as_ref()?;
    let said = !matches!(
        status.origin,
        Origin::Implied | Origin::ChangeLog | Origin::Title | Origin::FileName | Origin::Directory
    );
    let words = record.source.slice(status.span);
    let start = words.find(char::is_alphanumeric).filter(|_| said)?;
    let words = words[start..].trim_end();
    let from = status.span.start + start;
    Some((status.value, record.place(Span::new(from, from + words.len()))))
}

fn begins(words: &str, word: &str) -> bool {
    fold::at_start(words, &fold::phrase(word)).is_some()
}

/// A word with the first letter's case of another.
fn like(written: &str, word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if written.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => word.to_owned(),
    }
}
