//! What a statement says of a record: its status, and what the record is to others.
//!
//! A statement is one block: a paragraph with its soft breaks joined, a list item, a table cell, a
//! part between `<br>`. It is read into clauses; only an affirmed, present and whole clause
//! about the record sets the status.

mod around;
mod attribute;
mod breaks;
mod choice;
mod clause;
mod hidden;
mod history;
mod names;
mod one_state;
mod part;
mod predicate;
mod qualified;
mod read;
mod reading;
mod scan;
mod state;
mod target;
mod unknown;
mod value;

use std::ops::Range;

use words::fold;

use super::relation::Relation;
use super::status::{self, OwnWords, Status};
use super::text::Line;
use clause::{Clause, Subject, Time};

pub(super) use attribute::is_attribute;
pub use reading::Doubt;
pub use state::State;
pub(super) use state::{latest_entry, status};
pub(super) use value::value;

/// Bytes of the longest paragraph that is looked at for a status: nobody states one at more length.
const LONGEST: usize = 4096;

/// A statement that was taken apart, for what it says of the status and of other records.
pub(super) struct Statement<'a> {
    line: Line<'a>,
    /// Whether it is a template's words in brackets, which have no clauses.
    template: bool,
    states: Vec<(Status, Range<usize>)>,
    clauses: Vec<Clause>,
}

impl<'a> Statement<'a> {
    pub(super) fn read(line: Line<'a>, own: &OwnWords) -> Self {
        let template = is_template(&line, own);
        let mut statement = Self { line, template, states: Vec::new(), clauses: Vec::new() };
        let line = &statement.line;
        if !is_lengthy(line, own) {
            statement.states = status::find(&line.text, own);
            if !template {
                statement.clauses = read::clauses(line, &statement.states, own);
            }
        }
        statement
    }
}

/// Whether a paragraph is too long for a statement: a long one names records from its first word on.
fn is_lengthy(line: &Line<'_>, own: &OwnWords) -> bool {
    line.text.len() > LONGEST && own.words().relation_at_start(&line.text).is_none()
}

/// Relations that a statement claims with a verb: `Superseded by [x](0012-x.md)`.
pub(super) fn relations(statement: &Statement<'_>) -> Vec<Relation> {
    let clauses = &statement.clauses;
    let undone = |clause: &Clause| {
        clause.time == Time::Past
            && clauses.iter().any(|later| {
                let after = later.words.start > clause.words.start && later.status.is_some();
                after && later.time != Time::Past && later.subject == Subject::Record
            })
    };
    let restored = clauses.iter().any(|clause| clause.time == Time::Restored);
    let claims = clauses.iter().filter(|clause| clause.is_affirmed() && !undone(clause));
    let named = claims.flat_map(|clause| {
        let kind = clause.relation.filter(|kind| !(restored && kind.is_passive()));
        let relation = move |named: &target::Named| {
            Some(Relation { kind: kind?, target: named.target.clone(), span: named.span })
        };
        clause.targets.iter().filter_map(relation)
    });
    named.collect()
}

/// A template's words in brackets; a name in brackets may be a link's.
fn is_template(line: &Line<'_>, own: &OwnWords) -> bool {
    let said = &line.text[fold::trimmed(&line.text)];
    let known = || {
        let inside = said.trim_matches(['[', ']', '{', '}', '<', '>']);
        own.words().whole::<words::Status>(inside).is_some()
    };
    fold::is_bracketed(said) && !known()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::relation::Target;
    use text::markdown;

    fn found(text: &str) -> Vec<(&'static str, String)> {
        let inlines = markdown::inlines(text, 0);
        let named = |relation: Relation| {
            assert!(text.get(relation.span.range()).is_some());
            let target = match relation.target {
                Target::Link(target) | Target::Wiki(target) => target,
                Target::Id(id) => id.to_string(),
            };
            (relation.kind.words(), target)
        };
        let statement = Statement::read(Line::of(&inlines), &OwnWords::new());
        relations(&statement).into_iter().map(named).collect()
    }

    #[track_caller]
    fn claims(text: &str, wanted: Vec<(&'static str, &str)>) {
        let wanted: Vec<_> = wanted.into_iter().map(|(k, t)| (k, t.to_owned())).collect();
        assert_eq!(found(text), wanted, "{text}");
    }

    #[test]
    fn verbs_lead_to_their_targets() {
        for (text, wanted) in [
            ("Superseded by [x](0012-x.md)", vec![("superseded by", "0012-x.md")]),
            ("superceded by ADR-0012.", vec![("superseded by", "12")]),
            ("Superseded (never built) by [ADR 32](/adr/32)", vec![("superseded by", "/adr/32")]),
            (
                "Superseded by ADR 23 and 26; see PR 7",
                vec![("superseded by", "23"), ("superseded by", "26")],
            ),
            ("superseded by 0021-use-x", vec![("superseded by", "21")]),
            ("superseded by [[2024-05-31-use-x]]", vec![("superseded by", "2024-05-31-use-x")]),
            (
                "accepted; supersedes ADR-0045, amends ADR 3",
                vec![("supersedes", "45"), ("amends", "3")],
            ),
            ("已被 ADR 5 取代", vec![("superseded by", "5")]),
            ("superseded by PR #851", vec![]),
            ("replaces the old pipeline of 2019", vec![]),
            ("Accepted", vec![]),
            (
                "accepted — partially-supersedes ADR-2 (the queue — `a` (b) — retired) and ADR-3 (one clause retired)",
                vec![("supersedes in part", "2"), ("supersedes in part", "3")],
            ),
            (
                "partially-superseded-by ADR-2 (the queue retired 2026-04-18), ADR-3 (retired 2026-04-18), and ADR-4",
                vec![
                    ("superseded in part by", "2"),
                    ("superseded in part by", "3"),
                    ("superseded in part by", "4"),
                ],
            ),
            ("Extends ADR-2 (superseded in part by ADR-5)", vec![("extends", "2")]),
            ("Extends ADR-2 (which amended ADR-5)", vec![("extends", "2")]),
            (
                "Amends ADR-2 (superseded by ADR-4), supersedes ADR-3",
                vec![("amends", "2"), ("supersedes", "3")],
            ),
            (
                "Accepted, extends ADR-2 (superseded by ADR-4), superseded by ADR-3",
                vec![("extends", "2"), ("superseded by", "3")],
            ),
            (
                "Superseded by ADR-2 (accepted) and amended by ADR-3",
                vec![("superseded by", "2"), ("amended by", "3")],
            ),
            (
                "Extends ADR-2 (as amended by ADR-4) and supersedes ADR-3",
                vec![("extends", "2"), ("supersedes", "3")],
            ),
        ] {
            claims(text, wanted);
        }
    }

    #[test]
    fn what_stands_beside_a_target_limits_or_names_it() {
        for (text, wanted) in [
            ("Superseded by ADR-2 (2025-02-11)", vec![("superseded by", "2")]),
            ("Superseded 2025-02-11 by ADR-2", vec![("superseded by", "2")]),
            ("Superseded by ADR-2/3", vec![("superseded by", "2"), ("superseded by", "3")]),
            ("Superseded in part by ADR-2", vec![("superseded in part by", "2")]),
            ("Superseded by the removal of the queue in ADR-2", vec![("superseded by", "2")]),
            ("Superseded by the removal of ADR-2", vec![]),
            ("Superseded by TIP-2", vec![("superseded by", "TIP-2")]),
            ("Superseded by UTF-8", vec![]),
            ("Ersetzt ADR-2 nicht", vec![]),
            ("Ersetzt ADR-2 vorerst nicht.", vec![]),
            ("Vervangt ADR-2 (nog) niet", vec![]),
            ("ADR-2 を置き換えない", vec![]),
            ("ADR-2을 대체하지 않음", vec![]),
            ("Supersedes no record, ADR-2 stays", vec![]),
            ("Supersedes ADR-2, not ADR-3", vec![("supersedes", "2")]),
            ("Supersedes ADR-2 without a change of the queue", vec![("supersedes", "2")]),
            ("Mostly superseded by ADR-2", vec![("superseded in part by", "2")]),
            ("Superseded by ADR-2; the rest stands", vec![("superseded in part by", "2")]),
            ("Ersetzt durch ADR-2. Der Rest gilt weiter.", vec![("superseded in part by", "2")]),
            ("Superseded by ADR-2; the REST API stands", vec![("superseded by", "2")]),
            (
                "Superseded by ADR-2. The rest of this page is kept for history.",
                vec![("superseded by", "2")],
            ),
            ("Superseded by ADR-2; the rest is withdrawn", vec![("superseded by", "2")]),
            ("Superseded by ADR-2; the rest no longer applies", vec![("superseded by", "2")]),
            ("Superseded by ADR-2 (mainly for cost)", vec![("superseded by", "2")]),
            ("Decision part: superseded by ADR-2", vec![("superseded by", "2")]),
            ("Section 3: superseded by ADR-2", vec![("superseded in part by", "2")]),
            ("Accepted (part 2: superseded by ADR-2)", vec![("superseded in part by", "2")]),
            ("D4: superseded by ADR-2", vec![("superseded in part by", "2")]),
            ("Now: superseded by ADR-2", vec![("superseded by", "2")]),
            (
                "The section \"Import, not export\" is superseded by ADR-2",
                vec![("superseded in part by", "2")],
            ),
            ("Supersedes ADR-2 (only the queue)", vec![("supersedes in part", "2")]),
            ("Superseded by ADR-2 (planned)", vec![]),
            ("Superseded by ADR-2?", vec![]),
            ("Superseded by ADR-2 (to be removed in May)", vec![("superseded by", "2")]),
            (
                "Accepted. Supersedes 2 (now deprecated), 3 (rejected), and amends 4",
                vec![("supersedes", "2"), ("supersedes", "3"), ("amends", "4")],
            ),
            (
                "Supersedes 2 and 3, amends 4",
                vec![("supersedes", "2"), ("supersedes", "3"), ("amends", "4")],
            ),
            ("Replaces 2 (of 5) servers, 3 or 4 queues", vec![]),
            ("Replaces 2, 3 or 4 queues", vec![]),
            ("Replaces 2, mostly idle, servers", vec![]),
            ("Superseded for production by ADR-2", vec![("superseded in part by", "2")]),
            ("Superseded for good by ADR-2", vec![("superseded by", "2")]),
            ("Decision made, superseded by ADR-2", vec![("superseded by", "2")]),
            ("Decision made, the wiki was superseded by ADR-2", vec![]),
            ("D4-D7 superseded by ADR-2", vec![("superseded in part by", "2")]),
            ("Supersedes the retry rules of [x](2-x.md)", vec![("supersedes in part", "2-x.md")]),
            ("Supersedes the decision of ADR-2", vec![("supersedes", "2")]),
            ("Supersedes ADR-2's retry rules; the rest stands", vec![("supersedes in part", "2")]),
            ("Supersedes ADR-2’s decision", vec![("supersedes", "2")]),
            ("Superseded by ADR-2's retry rules", vec![("superseded by", "2")]),
            ("ADR 4 supersedes ADR-2's retry rules", vec![]),
            (
                "Remplace le modèle des files de [x](0012-x.md)",
                vec![("supersedes in part", "0012-x.md")],
            ),
            ("Accepted, superseded by ADR-2 in part", vec![("superseded in part by", "2")]),
            ("Superseded by [Use X with Y](0012-x.md)", vec![("superseded by", "0012-x.md")]),
            ("Superseded by [12-x-with-y](0012-x.md)", vec![("superseded by", "0012-x.md")]),
            ("[ADR-5](5-x.md), durch diese ADR ersetzt", vec![("supersedes", "5-x.md")]),
            ("[ADR-5](5-x.md) (replaced by this decision)", vec![("supersedes", "5-x.md")]),
            ("ADR-5 is superseded by this ADR", vec![("supersedes", "5")]),
            ("ADR-5 may be superseded by this decision later", vec![]),
            ("ADR-5 könnte durch diese Entscheidung ersetzt werden", vec![]),
            ("ADR-5 is not superseded by this ADR", vec![]),
            ("ADR-5 wird durch diese Entscheidung ersetzt", vec![("supersedes", "5")]),
            ("[ADR-5](5-x.md) (deprecated by this ADR)", vec![("supersedes", "5-x.md")]),
            ("Accepted — clarifies and extends [5](5-x.md)", vec![("extends", "5-x.md")]),
            ("Supersede a ADR-5", vec![("supersedes", "5")]),
            (
                "Aceptada · supersedida en parte por\n[5](5-x.md)",
                vec![("superseded in part by", "5-x.md")],
            ),
            ("Supersedes phase-1 [ADR 5](../a/5-x.md)", vec![("supersedes", "../a/5-x.md")]),
            ("Supersedes #391 (PR #392)", vec![]),
            ("Amends ADR-3 §1", vec![("amends", "3")]),
            ("Amends [3](3-x.md) and the CONTRIBUTING.md", vec![("amends", "3-x.md")]),
            ("Amends use-x.md", vec![("amends", "use-x.md")]),
            ("Supersedes ADR-3 §1", vec![("supersedes in part", "3")]),
            ("Superseded 2026-07-14. It was removed.", vec![]),
            ("The old wiki was superseded by ADR-2", vec![]),
            ("Was superseded by ADR-2; restored in 2024", vec![]),
            ("Superseded by ADR-2 of the turnstile repository", vec![]),
        ] {
            claims(text, wanted);
        }
    }
}
