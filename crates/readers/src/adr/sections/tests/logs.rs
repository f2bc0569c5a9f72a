//! Logs as teams write them: what calls them so, days and numbers of their headings, what stands beside the entries.

use crate::adr::read::{self, Aside, Reading};
use crate::adr::record::Record;
use crate::adr::status::{OwnWords, Status};
use text::markdown::Document;
use text::source::Source;

pub(super) fn records(path: &str, text: &str) -> Vec<Record> {
    super::super::records(&Document::parse(&Source::new(path, text)), path, &OwnWords::new())
}

/// What each entry is called: its number, its title, its day.
pub(super) fn told(path: &str, text: &str) -> Vec<String> {
    let one = |record: &Record| {
        let id = record.id.as_ref().map(|id| id.value.to_string());
        let title = record.title.as_ref().map(|title| title.value.clone());
        let date = record.date.as_ref().map(|date| date.value.to_string());
        [id, title, date].map(Option::unwrap_or_default).join("|")
    };
    records(path, text).iter().map(one).collect()
}

/// A log with three entries that have words alone and say what was decided.
fn of_words(title: &str, decision: &str) -> String {
    let one = |name: &str| format!("## {name}\n\n**{decision}:** We take it.\n\n");
    format!("# {title}\n\n{}{}{}", one("Queue for parcels"), one("Pumps"), one("Gates"))
}

#[test]
fn a_name_or_a_title_calls_a_text_a_log_in_any_language() {
    for (path, decision) in [
        ("DECISIONS.md", "Decision"),
        ("docs/decision-log.md", "Decision"),
        ("docs/ADR_LOG.md", "Decision"),
        ("docs/key-decisions.md", "Decision"),
        ("docs/design-decisions.md", "Decision"),
        ("docs/decisions/README.md", "Decision"),
        ("docs/decisions/index.md", "Decision"),
        ("docs/ENTSCHEIDUNGEN.md", "Entscheidung"),
        ("docs/registro-de-decisiones.md", "Decisión"),
        ("docs/journal-des-décisions.md", "Décision"),
        ("docs/技术决策.md", "决策"),
    ] {
        assert_eq!(records(path, &of_words("The yard", decision)).len(), 3, "{path}");
    }
    for title in [
        "Decision log",
        "Architecture Decision Log",
        "ADR log",
        "Key decisions",
        "Architekturentscheidungen",
    ] {
        assert_eq!(records("docs/yard.md", &of_words(title, "Decision")).len(), 3, "{title}");
    }
    for (path, title) in [
        ("docs/yard.md", "The yard"),
        ("docs/pending-decisions.md", "Pending decisions"),
        ("docs/how-we-decide.md", "How we make decisions"),
        ("docs/decisions-and-risks.md", "Decisions and risks"),
    ] {
        assert_eq!(told(path, &of_words(title, "Decision")), [""; 0], "{path} {title}");
    }
}

#[test]
fn the_page_of_a_directory_is_the_log_where_its_entries_say_something() {
    let read = |text: &str| {
        let path = "docs/decisions/README.md";
        read::read(&Document::parse(&Source::new(path, text)), path, &OwnWords::new())
    };
    assert!(
        matches!(read(&of_words("Decisions", "Decision")), Reading::Log(all) if all.len() == 3)
    );
    let index = "# Decisions\n\n## Records\n\n- [1](0001-use-a-queue.md)\n- [2](0002-use-a-log.md)\n\n## Template\n\nCopy it.\n";
    assert!(matches!(read(index), Reading::Aside(Aside::Index)));
}

#[test]
fn a_day_in_front_of_a_heading_is_the_date_and_no_number() {
    for day in [
        "2024-03-05 — ",
        "2024-03-05: ",
        "[2024-03-05] ",
        "(2024-03-05) ",
        "2024-03-05 ",
        "5. März 2024: ",
        "5 March 2024 - ",
        "March 5, 2024: ",
        "20240305 — ",
        "20240305: ",
    ] {
        let text = format!(
            "# Decision log\n\n## {day}Use a queue\n\nIt is fast.\n\n## {day}Use a log\n\nIt is slow.\n"
        );
        let wanted = ["|Use a queue|2024-03-05", "|Use a log|2024-03-05"];
        assert_eq!(told("docs/log.md", &text), wanted, "{day}");
        assert_eq!(told("docs/log.md", &text.replace("Decision log", "News")), [""; 0], "{day}");
    }
    let coded = "# Key decisions\n\n## [2024-03-05] D-001: Use a queue\n\n- Decision: yes.\n\n## [2024-03-06] D-002: Use a log\n\n- Decision: no.\n";
    let wanted = ["D-1|Use a queue|2024-03-05", "D-2|Use a log|2024-03-06"];
    assert_eq!(told("docs/log.md", coded), wanted);
}

#[test]
fn a_label_says_when_before_the_heading_and_the_heading_before_the_status() {
    let text = "# Decisions\n\n## 2024-03-05: Use a queue\n\nStatus: superseded on 2025-01-02\n\n## 2024-03-06: Use a log\n\nDate: 2024-04-01\n";
    let wanted = ["|Use a queue|2024-03-05", "|Use a log|2024-04-01"];
    assert_eq!(told("docs/log.md", text), wanted);
}

#[test]
fn a_day_alone_is_no_entry_and_no_number() {
    for day in ["2024-03-05", "5 March 2024", "5. März 2024", "2024-03-05 (evening)"] {
        let text = format!(
            "# Decision log\n\n## {day}\n\n**Use a queue.** It is fast.\n\n**Use a log.** It is slow.\n\n## {day}\n\n**No pumps.**\n"
        );
        assert_eq!(told("docs/log.md", &text), [""; 0], "{day}");
    }
}

#[test]
fn numbers_that_begin_anew_are_none() {
    let one = |name: &str| format!("### {name}\n\nStatus: accepted. Replaces 1.\n\n");
    let text = |second: &str| {
        let (first, last) = (one("1. Use a queue"), one(second));
        format!("# Decisions\n\n## 2023\n\n{first}{}## 2024\n\n{last}", one("2. Use a log"))
    };
    let wanted = ["|Use a queue|", "|Use a log|", "|Use a pump|"];
    assert_eq!(told("docs/log.md", &text("1. Use a pump")), wanted);
    let wanted = ["1|Use a queue|", "2|Use a log|", "3|Use a pump|"];
    assert_eq!(told("docs/log.md", &text("3. Use a pump")), wanted, "they go on");
    let twice = format!("# Decisions\n\n{}{}", one("1. Use a queue"), one("1. Use a log"));
    assert_eq!(told("docs/log.md", &twice), ["1|Use a queue|", "1|Use a log|"], "somebody slipped");
}

#[test]
fn one_of_a_series_is_an_entry_whatever_it_says() {
    let text = "# Decisions\n\n## 1. Use a queue\n\nStatus: accepted\n\n## 2. Use a log\n\n**Decision:** yes.\n\n## 3. Paint it\n\nGreen.\n\n## 4. Open questions\n\nNone.\n";
    let all = records("docs/log.md", text);
    let statuses: Vec<Option<Status>> = all.iter().map(Record::status).collect();
    assert_eq!(statuses, [Some(Status::Accepted), None, None]);
}

#[test]
fn what_stands_beside_the_entries_neither_hides_them_nor_is_one() {
    let one = |name: &str| format!("## {name}\n\n**Decision:** yes.\n\n");
    let entries = format!("{}{}{}", one("1. Use a queue"), one("2. Use a log"), one("3. Paint it"));
    for head in ["**Status:** Active", "Status: Accepted / Proposed / Rejected", "> Status: living"]
    {
        for foot in [
            "## Template\n\n### 4. A title\n\n**Status:** proposed\n\n**Decision:** what.\n",
            "## Template for a decision\n\n**Decision:** what.\n",
            "## How to add a decision\n\n1. Copy.\n2. Write.\n",
        ] {
            let text = format!("# Decisions\n\n{head}\n\n{entries}{foot}");
            assert_eq!(records("docs/log.md", &text).len(), 3, "{text}");
        }
    }
    let engine = format!("{entries}{}", one("4. Template engine"));
    assert_eq!(records("docs/decisions.md", &engine).len(), 4, "no form to copy");
}

#[test]
fn a_chapter_of_several_decisions_is_none() {
    let one = |name: &str| format!("### {name}\n\n**Decision:** yes.\n\n");
    let text = format!(
        "# Decisions\n\n## 1. Roads\n\n{}{}## 2. Yards\n\n{}{}",
        one("Gates"),
        one("Signs"),
        one("Lamps"),
        one("Fences")
    );
    assert_eq!(told("docs/log.md", &text), ["|Gates|", "|Signs|", "|Lamps|", "|Fences|"]);
}

#[test]
fn entries_may_stand_on_the_level_of_the_title() {
    let one = |nth: u8| {
        format!(
            "# ADR-00{nth} — Use pump {nth}\n\n## Decision\n\nYes.\n\n## Reason\n\nR.\n\n## Consequences\n\nC.\n\n"
        )
    };
    let text = format!("# Decision log\n\n## Purpose\n\nP.\n\n{}{}", one(1), one(2));
    assert_eq!(records("docs/adr-log.md", &text).len(), 2);
    let path = "docs/adr/log.md";
    let document = Document::parse(&Source::new(path, text));
    let reading = read::read(&document, path, &OwnWords::new());
    assert!(matches!(reading, Reading::Log(all) if all.len() == 2));
}

#[test]
fn entries_that_are_called_records_stand_beside_others() {
    let text = "# Decision log\n\n## 2024-03-05 — Use a queue\n\nFast.\n\n## 2024-03-06 — Use a log\n\nSlow.\n\n## ADR-001: Use a pump\n\nStatus: accepted\n";
    assert_eq!(told("docs/log.md", text).len(), 3);
}

#[test]
fn other_texts_are_no_logs() {
    let options = "# Design decisions\n\n## Considered options\n\n### Fast queue\n\nStatus: rejected\n\n### Slow queue\n\nStatus: rejected\n\n### Log\n\nStatus: accepted\n";
    let named = options.replace("## Considered options", "## Queue").replace("### ", "### Option ");
    let chapters = "# Decisions\n\n## 1. Introduction\n\nI.\n\n## 2. Goals\n\nG.\n\n## 3. The gate\n\nT.\n\n## 4. The pump\n\n**Status:** built\n";
    let open = "# Open decisions\n\n## 1. Queue?\n\nStatus: open\n\n## 2. Log?\n\nStatus: open\n";
    let glossary =
        "# Decisions\n\n## Gate\n\nA way in.\n\n## Pump\n\nIt lifts.\n\n## Log\n\nA file.\n";
    let minutes = "# Meetings\n\n## 2024-03-05 Kick-off\n\n**Decision:** a queue.\n\n## 2024-03-12 Review\n\n**Decision:** a log.\n";
    let changes = "# Changelog\n\n## 1.0.0 - 2024-03-05\n\n### Added\n\n- A queue.\n\n## 1.1.0 - 2024-03-06\n\n- A log.\n";
    let requirements =
        "# Requirements\n\n## 1. Fast\n\nStatus: accepted\n\n## 2. Small\n\nStatus: accepted\n";
    for text in [options, &named, chapters, open, glossary, minutes, changes, requirements] {
        assert_eq!(told("docs/yard.md", text), [""; 0], "{text}");
    }
}

#[test]
fn an_index_and_a_legend_are_no_logs() {
    let index = |link: &str| {
        let one = |name: &str| {
            format!("## {name}\n\n**Status:** Accepted\n\n[{name}]({link}{name}.md)\n\n")
        };
        format!("# Decisions\n\n{}{}{}", one("0001-pumps"), one("0002-gates"), one("0003-rails"))
    };
    let path = "docs/decisions/README.md";
    assert!(records(path, &index("").replace("## 000", "## The ")).is_empty());
    let cited = index("https://example.org/").replace("## 000", "## The ");
    assert_eq!(records(path, &cited).len(), 3, "sources elsewhere");
    let legend =
        |status: &str| format!("## {status}\n\n**Status:** {status} means what it says.\n\n");
    let all = ["🚧 Proposed", "Accepted (승인됨)", "Superseded", "❌ Rejected / 거부됨"]
        .map(legend)
        .concat();
    assert!(records(path, &format!("# Decisions\n\n{all}")).is_empty());
    let months = ["January", "February 2024", "März"]
        .map(|month| format!("## {month}\n\n- Decision: one pump\n- Decision: two gates\n\n"));
    assert!(records(path, &format!("# Decisions\n\n{}", months.concat())).is_empty());
    let tables = ["Pumps", "Gates", "Rails"].map(|ware| {
        format!("## {ware}\n\n| Decision | State |\n|---|---|\n| One | done |\n| Two | open |\n\n")
    });
    assert!(records(path, &format!("# Decisions\n\n{}", tables.concat())).is_empty());
    let entry = |n: u32| {
        format!(
            "## AD-{n}: Use it\n\n| Aspect | Details |\n|---|---|\n| **Decision** | We do. |\n| **Context** | Rain. |\n\n"
        )
    };
    let labelled = format!("# Decisions\n\n{}{}", entry(1), entry(2));
    assert_eq!(records("docs/decisions.md", &labelled).len(), 2, "one thing each");
    let wares =
        ["Pumps", "Gates", "Rails"].map(|ware| format!("## {ware}\n\n**Status:** works well\n\n"));
    assert!(
        records(path, &format!("# Decisions\n\n{}", wares.concat())).is_empty(),
        "of no decision"
    );
}

#[test]
fn a_decision_to_record_decisions_is_one_record() {
    let text = "# Record architecture decisions\n\n## Status\n\nAccepted\n\n## Context\n\nC.\n\n## Decision\n\nD.\n\n\
                ## History\n\n### 2024-03-05: Proposed by Ann\n\nA.\n\n### 2024-04-05: Accepted by the board\n\nB.\n";
    let path = "docs/decisions/record-architecture-decisions.md";
    let read = read::read(&Document::parse(&Source::new(path, text)), path, &OwnWords::new());
    let Reading::Record(record) = read else { panic!("no record") };
    assert_eq!(record.status.map(|status| status.value), Some(Status::Accepted));
}
