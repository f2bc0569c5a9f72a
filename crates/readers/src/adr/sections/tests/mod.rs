//! Logs whose decisions have a code or a number alone, or neither.

mod heads;
mod logs;

use crate::adr::read::{Aside, Reading};
use crate::adr::record::Record;
use crate::adr::status::{OwnWords, Status};
use text::markdown::Document;
use text::source::Source;

/// Identifier, title and status of each record in a text.
fn read(path: &str, text: &str) -> Vec<(String, String, Option<Status>)> {
    let document = Document::parse(&Source::new(path, text));
    let records = super::records(&document, path, &OwnWords::new());
    let told = |record: &Record| {
        let id = record.id.as_ref().map(|id| id.value.to_string());
        let title = record.title.as_ref().map(|title| title.value.clone());
        let status = record.status.as_ref().map(|status| status.value);
        (id.unwrap_or_default(), title.unwrap_or_default(), status)
    };
    records.iter().map(told).collect()
}

fn one(id: &str, title: &str, status: Option<Status>) -> (String, String, Option<Status>) {
    (id.to_owned(), title.to_owned(), status)
}

#[test]
fn a_code_calls_a_decision_below_a_heading_that_names_them() {
    for code in ["AD", "D", "DD", "DEC"] {
        let text = format!(
            "# Gateway\n\n## 9. Architectural decisions\n\n### {code}-1: Use a queue\n\n**Status:** \
             Superseded by {code}-3\n\n### {code}-2 — Use a log\n\nNobody said.\n\n### {code}-3: Use \
             both\n\n**Status:** Accepted\n"
        );
        let wanted = [
            one(&format!("{code}-1"), "Use a queue", Some(Status::Superseded)),
            one(&format!("{code}-2"), "Use a log", None),
            one(&format!("{code}-3"), "Use both", Some(Status::Accepted)),
        ];
        assert_eq!(read("docs/gateway.md", &text), wanted);
        let document = Document::parse(&Source::new("docs/gateway.md", text.as_str()));
        let first = &super::records(&document, "docs/gateway.md", &OwnWords::new())[0];
        let id = first.relations[0].target.id().map(|id| id.to_string());
        assert_eq!(id, Some(format!("{code}-3")), "{text}");
    }
}

#[test]
fn what_was_decided_makes_a_decision_of_what_has_a_code() {
    for said in [
        "**Decision**: One worker.\n\n**Rationale**: Simple.",
        "Date: 2026-06-05\n\nDecision: One worker.",
        "- **Fecha:** 2026-08-05.\n- **Decisión:** uno.",
        "#### Context\n\nC.\n\n#### Decision\n\nOne worker.",
    ] {
        let text = format!(
            "# Decisions\n\n### DEC-011 · Workers\n\n{said}\n\n### DEC-012: Failures\n\n{said}\n"
        );
        let titles: Vec<_> = read("docs/log.md", &text).into_iter().map(|one| one.1).collect();
        assert_eq!(titles, ["Workers", "Failures"], "{said}");
    }
}

#[test]
fn a_code_is_enough_on_whatever_level_and_with_whatever_behind_it() {
    let said = "- Status: accepted\n- Decision: this.\n\n";
    let text = format!(
        "# Decision log\n\n## Decisions\n\n### D-0002 Use a queue\n\n{said}### D-0001\n\n{said}## D-0003 \
         (2026-08-13) — Use a log\n\n{said}## D-0004 · 2026-08-14 · Use both\n\n{said}## D-0005：Use none\n\n{said}"
    );
    let accepted = Some(Status::Accepted);
    let wanted = [
        one("D-2", "Use a queue", accepted),
        one("D-1", "", accepted),
        one("D-3", "Use a log", accepted),
        one("D-4", "Use both", accepted),
        one("D-5", "Use none", accepted),
    ];
    assert_eq!(read("docs/log.md", &text), wanted);
    let document = Document::parse(&Source::new("docs/log.md", text.as_str()));
    let records = super::records(&document, "docs/log.md", &OwnWords::new());
    let dates: Vec<Option<String>> = records
        .iter()
        .map(|record| record.date.as_ref().map(|date| date.value.to_string()))
        .collect();
    assert_eq!(dates[2..4], [Some("2026-08-13".to_owned()), Some("2026-08-14".to_owned())]);
}

#[test]
fn decisions_that_are_called_so_and_numbered_are_a_log() {
    let text = "# Locked decisions\n\nStatus: locked\n\n## Decision 1 — Own it\n\n**Locked:** yes.\n\n## Decision 2 \
                — Then run it\n\n**Status:** accepted\n\n## Decision 3 — Keep it\n\n**Decision:** no proxies.\n";
    assert_eq!(read("DECISIONS.md", text).len(), 3);
    let document = Document::parse(&Source::new("DECISIONS.md", text));
    let reading = crate::adr::read::read(&document, "DECISIONS.md", &OwnWords::new());
    assert!(matches!(reading, Reading::Log(records) if records.len() == 3), "as a file of its own");
}

#[test]
fn what_one_record_decides_is_no_log() {
    let text = "# 7. Queues\n\nStatus: accepted\n\n## Design decisions\n\n### D-1: One queue\n\nDecision: one.\n\n### \
                D-2: No retries\n\nDecision: none.\n";
    let document = Document::parse(&Source::new("docs/adr/0007-queues.md", text));
    let reading = crate::adr::read::read(&document, "docs/adr/0007-queues.md", &OwnWords::new());
    assert!(reading.record().is_some_and(|record| record.status.is_some()));
}

#[test]
fn a_record_that_says_how_it_stands_is_no_log() {
    let sections =
        "## D-1: Use Postgres\n\n**Decision:** p.\n\n## D-2: Use a queue\n\n**Decision:** q.\n\n";
    let phases = "## One\n\nStatus: done\n\n## Two\n\nStatus: open\n\n## Three\n\nStatus: open\n\n";
    for head in [
        "---\nstatus: accepted\n---\n\n# Decisions",
        "# Decisions\n\n- Status: accepted",
        "# Decisions\n\n2024-03-05 · Accepted",
        "# Decisions\n\n## Status\n\nAccepted",
    ] {
        for (path, sections) in
            [("docs/adr/0004-decisions.md", sections), ("docs/adr/decisions-of-may.md", phases)]
        {
            let text = format!("{head}\n\n{sections}");
            let document = Document::parse(&Source::new(path, text.as_str()));
            let reading = crate::adr::read::read(&document, path, &OwnWords::new());
            assert!(reading.record().is_some(), "{path} {head}");
            assert_eq!(read(path, &text), [], "as a chapter: {path} {head}");
        }
    }
}

#[test]
fn a_legend_of_statuses_is_none_of_the_log() {
    for legend in ["**Status:** ✅ Decided · ⏳ Proposed · ❌ Rejected", "Status: living document"]
    {
        let text = format!(
            "# Decisions\n\n{legend}\n\n## D-1: Use a queue\n\nDate: 2026-03-05\n\n## D-2: Use a log\n\nDate: \
             2026-03-06\n"
        );
        assert_eq!(read("docs/decisions.md", &text).len(), 2, "{legend}");
    }
}

#[test]
fn what_is_more_than_decisions_or_no_decision_yet_names_none() {
    let debts = |heading: &str| {
        format!(
            "# Design\n\n## {heading}\n\n### D-1: No retries\n\nStatus: open\n\n### D-2: No queue\n\nStatus: accepted\n"
        )
    };
    for heading in [
        "Architecture decisions and debt",
        "Decisions we need from the board",
        "Pending decisions",
        "Roadmap and decisions",
    ] {
        assert_eq!(read("docs/design.md", &debts(heading)), [], "{heading}");
    }
    for heading in
        ["Key design decisions", "Decision log", "9. Architectural decisions", "Decisions (so far)"]
    {
        assert_eq!(read("docs/design.md", &debts(heading)).len(), 2, "{heading}");
    }
    let undecided = debts("Design decisions").replace("Status: ", "Decision: ");
    assert_eq!(read("docs/design.md", &undecided), [], "a design tells its own decisions");
}

#[test]
fn chapters_with_numbers_are_no_decisions_where_few_say_how_they_stand() {
    let chapter = |name: &str, said: &str| format!("## {name}\n\n{said}\n\n");
    let stated = "Status: accepted\n\nDecision: this.";
    let text = |third: &str| {
        [
            "# Decisions of the day\n\n".to_owned(),
            chapter("1. One", stated),
            chapter("2. Two", stated),
            chapter("3. Three", third),
            chapter("4. Four", "Words."),
            chapter("5. Five", "Words."),
        ]
        .concat()
    };
    assert_eq!(read("docs/decisions.md", &text("Words.")), []);
    assert_eq!(read("docs/decisions.md", &text(stated)).len(), 3, "three of five");
}

#[test]
fn decisions_without_numbers_are_a_log_and_no_record() {
    let log = |title: &str, path: &str| {
        let one = |name: &str| format!("## {name}\n\n- Date: 2026-08-13\n- Status: accepted\n\n");
        let text = format!(
            "# {title}\n\nAll of them.\n\n{}{}{}",
            one("WYRB - Use a queue"),
            one("PCOO - Use a log"),
            one("Lorries")
        );
        let document = Document::parse(&Source::new(path, text.as_str()));
        crate::adr::read::read(&document, path, &OwnWords::new())
    };
    let reading = log("Decision log", "docs/decision-log.md");
    assert!(matches!(reading, Reading::Log(records) if records.iter().all(|one| one.id.is_none())));
    assert!(matches!(log("The yard", "docs/adr/yard.md"), Reading::Aside(Aside::Log)));
    let history = "# Use a queue\n\nStatus: accepted\n\n## May\n\nStatus: proposed\n\n## June\n\nStatus: proposed\n\n## July\n\nStatus: accepted\n";
    let document = Document::parse(&Source::new("docs/adr/queue.md", history));
    let reading = crate::adr::read::read(&document, "docs/adr/queue.md", &OwnWords::new());
    assert!(reading.record().is_some(), "one decision with its history");
}

#[test]
fn a_number_calls_a_decision_where_each_says_how_it_stands() {
    let text = "# The gateway\n\n## 1. Use a queue\n\n- Status: accepted\n\n### Context\n\nC.\n\n## 2. \
                Use a log\n\n- Status: proposed\n- Date: 2026-03-05\n\n## 3. Open questions\n\nNone.\n";
    let wanted = [
        one("1", "Use a queue", Some(Status::Accepted)),
        one("2", "Use a log", Some(Status::Proposed)),
    ];
    assert_eq!(read("docs/technical-decisions.md", text), wanted);
    assert_eq!(read("docs/entscheidungen.md", text), wanted);
    assert_eq!(read("docs/gateway.md", text), [], "nothing says that these are decisions");
}

#[test]
fn what_is_numbered_below_one_record_or_alone_is_none() {
    let options = "# Decision record: queues\n\n## Options\n\n### 1. A queue\n\nFast.\n\n### 2. A \
                   log\n\nStatus: rejected\n";
    assert_eq!(read("docs/queues.md", options), []);
    let stories = "# Decisions\n\n## D-1: Use a queue\n\nFast.\n\n## D-2: Use a log\n\nSlow.\n";
    assert_eq!(read("docs/decisions.md", stories), [], "nothing says what was decided");
    let defects =
        "# Defects\n\n## D-1: Crash\n\nStatus: accepted\n\n## D-2: Hang\n\nStatus: rejected\n";
    assert_eq!(read("docs/defects.md", defects), []);
}
