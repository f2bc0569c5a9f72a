//! Logs whose headings call the entries, logs of one entry, and headings that are none.

use super::logs::{records, told};
use crate::adr::read::{self, Reading};
use crate::adr::status::{OwnWords, Status};
use text::markdown::Document;
use text::source::Source;

#[test]
fn a_code_in_a_log_is_a_number_however_it_is_written() {
    let entry = |head: &str| format!("### {head}\n\n**Status:** Accepted\n\nText.\n\n");
    for (first, second, wanted) in [
        ("D001 · Use a queue", "D002 · Use a log", ["D-1|Use a queue|", "D-2|Use a log|"]),
        ("D1 — Use a queue", "D12: Use a log", ["D-1|Use a queue|", "D-12|Use a log|"]),
        ("AD1: Use a queue", "AD2: Use a log", ["AD-1|Use a queue|", "AD-2|Use a log|"]),
        (
            "D-NET-01: Use a queue",
            "D-SEC-01: Use a log",
            ["D-NET-1|Use a queue|", "D-SEC-1|Use a log|"],
        ),
        (
            "D1 (2024-03-05) — Use a queue",
            "D2: Use a log",
            ["D-1|Use a queue|2024-03-05", "D-2|Use a log|"],
        ),
    ] {
        let text =
            format!("# Decision log\n\n## Parts\n\n{}## Ways\n\n{}", entry(first), entry(second));
        assert_eq!(told("docs/log.md", &text), wanted);
        assert_eq!(told("docs/log.md", &text.replace("Decision log", "Days")), [""; 0], "{first}");
    }
    let charts = format!("# Decisions\n\n{}", entry("D3: Draw charts with it"));
    assert_eq!(told("docs/log.md", &charts), [""; 0], "one alone may be the name of a thing");
    let text = "# Decisions\n\n## D3.js: Charts\n\nStatus: Accepted\n\n## D365 for sales\n\nStatus: Accepted\n";
    assert_eq!(told("docs/log.md", text), [""; 0]);
}

#[test]
fn codes_and_the_word_for_a_decision_call_the_entries_of_a_log_so() {
    let three = |head: &str| -> String {
        let one =
            |number: usize| format!("## {}\n\nText.\n\n", head.replace('#', &number.to_string()));
        (1..=3).map(one).collect()
    };
    for head in
        ["Decision #: Use pump #", "D# — Use pump #", "D-# · Use pump #", "D-NET-#: Use pump #"]
    {
        let log = format!("# Yard: decision log\n\n{}", three(head));
        assert_eq!(records("docs/DECISION_LOG.md", &log).len(), 3, "{head}");
        assert_eq!(
            records("docs/yard.md", &log.replace("decision log", "plan")).len(),
            0,
            "{head}"
        );
        let two = &log[..log.rfind("## ").unwrap()];
        assert_eq!(records("docs/DECISION_LOG.md", two).len(), 0, "two may be options: {head}");
        let stated = log.replacen("log\n\n", "log\n\nStatus: Accepted\n\n", 1);
        assert_eq!(records("docs/DECISION_LOG.md", &stated).len(), 0, "it is one decision: {head}");
        let twice = log.replace('2', "1");
        assert_eq!(records("docs/DECISION_LOG.md", &twice).len(), 0, "{head}");
    }
    let unmarked = format!("# Decision log\n\n{}", three("D-00# pump #"));
    assert_eq!(records("docs/log.md", &unmarked).len(), 0);
}

#[test]
fn several_days_are_not_the_one() {
    let text = "# Decisions\n\n## 20240305 — Use a queue\n\nIt is fast.\n\n## 20240306-07 — Use a log\n\nSlow.\n\n## 20240308 — Use a pump\n\nWet.\n";
    let wanted = ["|Use a queue|2024-03-05", "|Use a log|", "|Use a pump|2024-03-08"];
    assert_eq!(told("docs/log.md", text), wanted);
    let numbers = text.replace("202403", "902403");
    assert_eq!(told("docs/log.md", &numbers), [""; 0], "no days");
}

#[test]
fn a_record_that_somebody_put_into_a_log_does_not_end_it() {
    let entry = |number: usize| {
        format!(
            "### D00{number} · Use pump {number}\n\n**Decision:** yes.\n\n**Status:** Active\n\n"
        )
    };
    let whole =
        "# ADR-9: Use a log\n\n## Status\n\nAccepted\n\n## Context\n\nC.\n\n## Decision\n\nD.\n\n";
    let text = format!("# Decision log\n\n## Parts\n\n{}{whole}{}{}", entry(1), entry(2), entry(3));
    let path = "docs/decision-log.md";
    let read = read::read(&Document::parse(&Source::new(path, &*text)), path, &OwnWords::new());
    let Reading::Log(all) = read else { panic!("{read:?}") };
    let ids: Vec<String> =
        all.iter().filter_map(|one| Some(one.id.as_ref()?.value.to_string())).collect();
    assert_eq!(ids, ["D-1", "D-2", "D-3"]);
    assert!(all.iter().all(|one| one.status() == Some(Status::Accepted)));
}

#[test]
fn one_entry_that_says_how_it_stands_is_the_log() {
    const SAID: &str = "**Status:** Accepted\n\n**Decision:** We take it.\n";
    let read = |path: &str, text: &str| match read::read(
        &Document::parse(&Source::new(path, text)),
        path,
        &OwnWords::new(),
    ) {
        Reading::Log(all) => all.iter().map(|one| (one.number(), one.status())).collect(),
        _ => Vec::new(),
    };
    for (title, head, number) in [
        ("Decisions", "ADR-7: Use a queue", Some(7)),
        ("Decision log", "D-7: Use a queue", Some(7)),
        ("Decision log", "7. Use a queue", Some(7)),
        ("Decision log", "Decision 7: Use a queue", Some(7)),
        ("Decision log", "2024-03-05 — Use a queue", None),
    ] {
        let text = format!("# {title}\n\nText.\n\n## {head}\n\n{SAID}");
        assert_eq!(read("docs/adr/log.md", &text), [(number, Some(Status::Accepted))], "{head}");
        let below =
            format!("# {title}\n\n## {head}\n\n### Status\n\nAccepted\n\n### Decision\n\nD.\n");
        assert_eq!(read("docs/adr/log.md", &below), [(number, Some(Status::Accepted))], "{head}");
        for other in [
            text.replace(SAID, "We take it.\n"),
            text.replace("Text.", "Status: Proposed"),
            text.replace("**Decision:** We take it.", "We take it."),
            text.replace("Text.", "## Context\n\nC.\n\n## Decision\n\nD.\n\n## Status\n\nAccepted"),
        ] {
            assert_eq!(read("docs/adr/log.md", &other), [], "{other}");
        }
        assert_eq!(read("docs/adr/0003-log.md", &text), [], "the file has a number: {head}");
    }
    let guide = format!("# How to write a record\n\nAs this.\n\n## ADR-12: Use a queue\n\n{SAID}");
    assert_eq!(read("docs/adr/how-to-write.md", &guide), [], "an example");
    let words = format!("# Decision log\n\n## Use a queue\n\n{SAID}");
    assert_eq!(read("docs/adr/log.md", &words), [], "nothing shows that it is the decision");
}

#[test]
fn a_log_of_records_says_by_labels_what_each_decided() {
    let entry = |number: usize| {
        format!("## ADR-00{number} -- Use pump {number}\n\n**Context:** c\n\n**Decision:** d\n\n")
    };
    let text = format!("# The yard (v0)\n\n{}{}", entry(1), entry(2));
    let read = |path: &str, text: &str| match read::read(
        &Document::parse(&Source::new(path, text)),
        path,
        &OwnWords::new(),
    ) {
        Reading::Log(all) => all.len(),
        _ => 0,
    };
    assert_eq!(read("docs/yard.md", &text), 2);
    assert_eq!(told("docs/yard.md", &text), ["1|Use pump 1|", "2|Use pump 2|"]);
    let stated = text.replace("(v0)\n", "(v0)\n\nStatus: Accepted\n");
    assert_eq!(read("docs/yard.md", &stated), 0);
    assert_eq!(read("docs/adr/0003-yard.md", &text), 0);
    let bare = text.replace("**Context:** c\n\n**Decision:** d", "Text.");
    assert_eq!(read("docs/yard.md", &bare), 0);
}

#[test]
fn headings_that_are_statuses_are_over_decisions_and_none() {
    for heads in [
        ["✅ Accepted (angenommen)", "🚧 Proposed (vorgeschlagen)", "❌ Rejected (abgelehnt)"],
        ["Status: Accepted", "Status: Proposed", "Status: Rejected"],
        ["Accepted decisions", "Proposed ADRs", "Rejected records"],
        ["1. Accepted", "2. Proposed", "3. Rejected"],
    ] {
        for said in ["**Decision:** we use it.", "- [ADR-1](0001-use-a-queue.md)", "None."] {
            let list = heads.map(|head| format!("### {head}\n\n{said}\n\n")).concat();
            let text = format!("# Architecture decisions\n\n## By status\n\n{list}");
            assert_eq!(told("docs/decisions.md", &text), [""; 0], "{heads:?} {said}");
        }
    }
    let one = |name: &str| format!("## {name}\n\n**Decision:** yes.\n\n");
    let text = ["Accepted risks", "Deprecate FTP", "Approved vendors only"].map(one).concat();
    assert_eq!(records("docs/decisions.md", &format!("# Decisions\n\n{text}")).len(), 3);
}

#[test]
fn an_entry_that_says_how_it_stands_may_be_called_as_a_state_or_a_month() {
    let log = |names: [&str; 3]| {
        let one = |name: &str| format!("## {name}\n\nStatus: Accepted\n\n**Decision:** yes.\n\n");
        format!("# Decisions\n\n{}", names.map(one).concat())
    };
    for names in [["1. Active Record", "2. May", "3. Use logs"], ["Active Record", "Pumps", "Logs"]]
    {
        assert_eq!(records("docs/decisions.md", &log(names)).len(), 3, "{names:?}");
    }
}

#[test]
fn a_few_numbers_that_two_headings_share_are_a_slip() {
    let chapter = |name: &str, numbers: &[u32]| -> String {
        let one = |number: &u32| {
            format!("### D00{number} · Use pump {number}\n\n**Status:** Accepted\n\n")
        };
        format!("## {name}\n\n{}", numbers.iter().map(one).collect::<String>())
    };
    let numbered = |first: &[u32], second: &[u32]| {
        let text =
            format!("# Decision log\n\n{}{}", chapter("Parts", first), chapter("More", second));
        records("docs/log.md", &text).iter().filter(|one| one.id.is_some()).count()
    };
    assert_eq!(numbered(&[1, 2, 3], &[3, 4, 5]), 6);
    assert_eq!(numbered(&[1, 2, 3], &[1, 2]), 0);
    assert_eq!(numbered(&[1, 2, 3], &[1]), 0);
    assert_eq!(numbered(&[1, 2, 3], &[1, 4, 5]), 0);
}
