mod alone;
mod choices;
mod languages;
mod names;
mod pieces;
mod places;
mod running;
mod tables;
mod telling;
mod things;

use text::markdown::Document;
use text::source::Source;

use crate::adr::read::{self, Aside, Reading};
use crate::adr::record::Record;
use crate::adr::relation::{RelationKind, Target};
use crate::adr::sample;
use crate::adr::status::{OwnWords, Status};

/// A record numbered 9 with these words below its title.
fn record(text: &str) -> Record {
    sample::record("0009-use-x.md", &format!("# 9. Use X\n\n{text}\n\n## Context\n\nC.\n"))
}

fn status(text: &str) -> Option<Status> {
    record(&format!("## Status\n\n{text}")).status.map(|status| status.value)
}

/// Kinds and numbers of what is related.
fn relations(text: &str) -> Vec<(RelationKind, u64)> {
    let number = |target: &Target| target.id().and_then(|id| id.number()).unwrap_or(0);
    let relations = record(text).relations;
    relations.iter().map(|one| (one.kind, number(&one.target))).collect()
}

#[test]
fn a_remark_in_brackets_interrupts_a_clause_and_does_not_begin_one() {
    for text in [
        "Accepted; the back-link (point 1) was superseded by the render seam.",
        "Accepted. Section 1 (names) and section 3 (the tiers) are superseded by ADR-7.",
        "Accepted. The old queue (in two parts) is superseded by ADR-7.",
    ] {
        assert_eq!(status(text), Some(Status::Accepted), "{text}");
    }
    assert_eq!(
        status("Accepted (2024-05-01, by vote) superseded by ADR-7"),
        Some(Status::Superseded)
    );
    let in_part = "Status: Accepted\n\n> Section 3 (the translation) is superseded by ADR-7.";
    assert_eq!(relations(in_part), [(RelationKind::SupersededInPartBy, 7)]);
}

#[test]
fn a_remark_behind_another_record_is_about_that_one() {
    for text in [
        "## Links\n\n- [ADR-5: Y](0005-y.md) (superseded by ADR-7)",
        "## Links\n\n- ADR-5: use Y everywhere (must be kept; superseded as a reason by ADR-7)",
        "## Links\n\n- [ADR-5](0005-y.md) - the placement (superseding ADR-7) is a layer",
        "## References\n\n- [ADR-5](0005-y.md) — superseded-by 0007 (the queue)",
        "## References\n\n- **[ADR-5](0005-y.md)**: amends ADR-7",
        "## References\n\n- `docs/extending/7-roadmap.md` for the plan",
    ] {
        assert_eq!(relations(text), [], "{text}");
    }
    for text in [
        "Status: Accepted (superseded by ADR-7)",
        "## Links\n\n- [Superseded by ADR-7](0007-y.md) - since May",
        "## Links\n\n- [Superseded by ADR-7](0007-y.md): the new queue",
    ] {
        assert_eq!(relations(text), [(RelationKind::SupersededBy, 7)], "{text}");
    }
}

#[test]
fn a_day_in_a_remark_on_the_status_is_not_the_record_s() {
    let days = |text: &str| {
        let record = record(text);
        let dates = record.dates.iter().map(|date| date.value);
        (record.date.map(|date| date.value.to_string()), dates.count())
    };
    for status in ["accepted (amended 2024-05-04)", "accepted (amended 2024-05-04 — see below)"] {
        let dated = format!("## Status\n\n{status}\n\n## Date\n\n2024-04-15");
        assert_eq!(days(&dated), (Some("2024-04-15".to_owned()), 1), "{status}");
    }
}

#[test]
fn a_remark_in_a_long_paragraph_below_the_status_is_none() {
    let note = "This record adds a source of measurements to the guard and changes none of its decisions: the \
                limit stays as it was written (superseded on 2024-08-01 by the amendment below, which lowers it), \
                and the window stays a member of the backend.";
    assert_eq!(status(&format!("Accepted\n\n{note}")), Some(Status::Accepted));
    let whole = "This decision was deprecated when the last of the readers went: what they showed is shown by the new \
                 pages now, and nobody has asked for the old ones since the second month of that year.";
    assert_eq!(status(whole), Some(Status::Deprecated));
    let told = "Proposed 2024-02-01 by the platform team, discussed in three meetings of the board with everyone from \
                operations and the two vendors who took part in the trial, rejected 2024-05-01.";
    assert_eq!(status(told), Some(Status::Rejected));
    let beside = "Accepted — the foundation was built by the first of the month and all of its tests are there now; two of \
                  the three rules are on by default (the third was rejected by the team of the pages in May)";
    assert_eq!(status(beside), Some(Status::Accepted));
    assert_eq!(status("Accepted (superseded by ADR-7)"), Some(Status::Superseded));
    assert_eq!(status("Accepted\n\nSuperseded by ADR-7."), Some(Status::Superseded));
}

#[test]
fn of_several_ticks_the_last_is_the_status() {
    let ticks = "- [x] Foreslått (dato: 2024-06-02)\n- [x] Akseptert (dato: 2024-06-10)\n\
                 - [ ] Avvist (dato: ÅÅÅÅ-MM-DD)";
    assert_eq!(status(ticks), Some(Status::Accepted));
    let record = record(&format!("## Status\n\n{ticks}"));
    assert_eq!(record.date.map(|date| date.value.to_string()), Some("2024-06-10".to_owned()));
    assert_eq!(status("- [x] Proposed\n- [ ] Accepted"), Some(Status::Proposed));
    // What follows behind a blank line belongs to the list.
    let loose =
        "- [x] Proposed\n- [ ] Accepted\n- [ ] Superseded by ADR-N\n\n- **Date:** 2026-05-23";
    assert_eq!(status(loose), Some(Status::Proposed));
}

#[test]
fn a_status_may_close_the_record() {
    let last = |text: &str| {
        let text = format!("# 9. Use X\n\n## Context\n\nC.\n\n## Decision\n\nD.\n{text}");
        sample::record("0009-use-x.md", &text).status.map(|status| status.value)
    };
    assert_eq!(last("\n**Status:** Accepted\n"), Some(Status::Accepted));
    assert_eq!(last("\n**Status:** Accepted\n\n---\n"), Some(Status::Accepted));
    // Of an option, a ticket, a pilot.
    assert_eq!(last("\n## Option 2: NATS\n\nSlow.\n\nStatus: rejected\n"), None);
    assert_eq!(last("\n## Related tickets\n\nABC-1\n\nStatus: Open\n"), None);
    assert_eq!(last("\n## Alternatives\n\nNATS.\n\n**Status:** rejected\n"), None);
    // Of a section that is not the last, or of something that is told there.
    assert_eq!(last("\n**Status:** Accepted\n\n## Plan\n\nP.\n"), None);
    assert_eq!(last("\n### Step 1\n\n**Status:** Rejected\n"), None);
    assert_eq!(last("\n**Status:** of the rollout: accepted\n"), None);
}

#[test]
fn a_value_that_begins_with_another_verb_says_that() {
    assert_eq!(relations("- Supersedes: refines ADR-7"), [(RelationKind::Amends, 7)]);
    assert_eq!(relations("- Supersedes: ADR-7"), [(RelationKind::Supersedes, 7)]);
}

#[test]
fn a_count_is_no_number_of_a_record() {
    assert_eq!(relations("> **Superseded:** the n=15 was too small."), []);
    assert_eq!(relations("- Amendment: #15 / PR #16 - a nullable column"), []);
    assert_eq!(relations("- Superseded by: #15 (see PR #16)"), [(RelationKind::SupersededBy, 15)]);
}

#[test]
fn labels_at_the_end_of_a_file_are_read() {
    let text = "Status: Accepted\n\n## Decision\n\nD.\n\n## Approval\n\n\
                - **Decision Date**: 2024-03-05\n- **Approved By**: Ann";
    let source = Source::new("0009-use-x.md", format!("# 9. Use X\n\n{text}\n"));
    let own = OwnWords::new();
    let Reading::Record(record) = read::read(&Document::parse(&source), "0009-use-x.md", &own)
    else {
        panic!("no record");
    };
    assert_eq!(record.date.map(|date| date.value.to_string()), Some("2024-03-05".to_owned()));
}

#[test]
fn a_successor_below_the_status_is_the_status() {
    let status = |said: &str| {
        let text =
            format!("# 1. X\n\n## Status\n\n{said}\n\n## Context\n\na\n\n## Decision\n\nb\n");
        let record = record(&text);
        record.status.map(|status| status.value)
    };
    assert_eq!(status("Superseded by: ADR-4"), Some(Status::Superseded));
    assert_eq!(status("Superseded by: [4](0004-x.md)"), Some(Status::Superseded));
    for nobody in ["-", "none", "N/A", ""] {
        assert_eq!(status(&format!("Accepted\n\nSuperseded by: {nobody}")), Some(Status::Accepted));
    }
}

/// A file with this name, read as a record.
fn file(path: &str, text: &str) -> Reading {
    read::read(&Document::parse(&Source::new(path, text)), path, &OwnWords::new())
}

#[test]
fn a_title_in_front_matter_stands_over_parts_of_the_first_level() {
    let front = "---\nadr: 7\ntitle: Streams\nstatus: Draft\ndate: 2024-03-05\n---\n\n";
    let parts = "# Abstract\n\nA.\n\n# Introduction\n\nB.\n\n# Proposal\n\nC.\n";
    let record = sample::record("adr-7-streams.md", &format!("{front}{parts}"));
    assert_eq!(record.title.map(|title| title.value), Some("Streams".to_owned()));
    let headed = sample::record(
        "adr-7-streams.md",
        &format!("{front}# Streams of data\n\n## Context\n\nA.\n"),
    );
    assert_eq!(headed.title.map(|title| title.value), Some("Streams of data".to_owned()));
    let numbered = format!("{front}# Abstract\n\nA.\n\n# ADR-7: Streams of data\n\nB.\n");
    let numbered = sample::record("adr-7-streams.md", &numbered);
    assert_eq!(numbered.title.map(|title| title.value), Some("Streams of data".to_owned()));
}

#[test]
fn a_title_that_is_a_word_for_a_part_stands_over_the_record() {
    for title in ["Decision Record", "Proposal", "Decision"] {
        let parts = "## Status\n\nAccepted\n\n## Date\n\n2024-03-05\n\n## Context\n\nA.\n";
        let record = sample::record("0007-x.md", &format!("# {title}\n\n{parts}"));
        assert_eq!(record.status.map(|status| status.value), Some(Status::Accepted), "{title}");
        assert_eq!(record.dates.len(), 1, "{title}");
    }
}

#[test]
fn a_date_deep_in_the_body_is_not_the_record_s() {
    let text = "---\nadr: 7\ntitle: Streams\ndate: 2024-03-05\n---\n\n## Context\n\nA.\n\n\
                ## Decision\n\nB.\n\n### Date: 2024-09-12 (in force)\n\nC.\n";
    assert_eq!(sample::record("adr-7-streams.md", text).dates.len(), 1);
}

#[test]
fn the_number_of_an_issue_is_not_the_record_s() {
    let record =
        record("Status: Accepted\n\n## References\n\n- Ref: https://example.org/issues/4982");
    assert_eq!(record.ids.len(), 2);
    assert!(record.ids.iter().all(|id| id.value.number() == Some(9)));
}

#[test]
fn the_directory_s_number_is_that_of_the_page_it_is_called_after() {
    let record = sample::record("12-use-x/use-x.md", "# Use X\n\n## Decision\n\nA.\n");
    assert_eq!(record.id.and_then(|id| id.value.number()), Some(12));
    let notes = sample::record("12-use-x/0003-y.md", "# Use Y\n\n## Decision\n\nA.\n");
    assert_eq!(notes.id.and_then(|id| id.value.number()), Some(3));
}

#[test]
fn a_word_for_a_template_beside_others_may_mean_something_else() {
    let decided = "# Sessions\n\nStatus: Accepted\n\n## Context\n\nA.\n\n## Decision\n\nB.\n";
    for path in ["ADR-v0.4-002-session-model.md", "adr-email-template.md"] {
        assert!(matches!(file(path, decided), Reading::Record(_)), "{path}");
        assert!(!crate::adr::is_template_file(path), "{path}");
    }
    let titled = "# 21. One model [ACCEPTED]\n\n## Context\n\nA.\n\n## Decision\n\nB.\n";
    assert!(matches!(file("021-work-center-model.md", titled), Reading::Record(_)));
    let choice =
        "# DEC-NNN: Title\n\n**Status:** proposed | approved | superseded\n\n## Context\n\nA.\n";
    assert!(matches!(file("DEC-template.md", choice), Reading::Aside(Aside::Template)));
    let blank = "# Short title\n\nStatus: Proposed\n\n## Context\n\n## Decision\n";
    for path in ["adr-short-template.md", "adr-template-short.md", "NNNN-adr-template.md"] {
        assert!(matches!(file(path, blank), Reading::Aside(Aside::Template)), "{path}");
    }
}

#[test]
fn a_day_in_the_name_of_a_thing_that_is_called_like_a_template_is_that_of_a_record() {
    let decided = "# Model of a tyre\n\n## Context\n\nIt rolls.\n\n## Decision\n\nWe take that of the shop.\n";
    for path in [
        "20211031-tyre-model-of-cars.md",
        "2021-10-31-email-templates-for-orders.md",
        "20211031-muster-erkennung-der-waagen.md",
        "0004-data-model.md",
    ] {
        assert!(matches!(file(path, decided), Reading::Record(_)), "{path}");
    }
    // It is called so, and nothing else; or it says itself that it is to be filled in.
    for path in [
        "20211031-adr-template.md",
        "20211031-nygard-template.md",
        "20211031-template-short.md",
        "0000-template.md",
        "adr-template.md",
    ] {
        assert!(matches!(file(path, decided), Reading::Aside(Aside::Template)), "{path}");
    }
    let open = decided.replace("It rolls.", "{Describe the context}");
    let titled = decided.replace("Model of a tyre", "[Short title]");
    let choice = decided.replace("## Context", "Status: proposed | accepted\n\n## Context");
    for text in [open, titled, choice] {
        let read = file("20211031-short-template.md", &text);
        assert!(matches!(read, Reading::Aside(Aside::Template)), "{text}");
    }
}

#[test]
fn a_numbered_template_without_a_title_is_no_record() {
    let empty = "# 1.\n\nDate:\n\n## Status\n\n## Context\n\n## Decision\n";
    assert!(matches!(file("999_template.md", empty), Reading::Aside(Aside::Template)));
    for written in [
        "# 57.\n\n## Context\n\nPages differ.\n\n## Decision\n\nOne form for all.\n",
        "# 57.\n\nDate: 2024-03-05\n\n## Context\n",
    ] {
        assert!(matches!(file("0057-page_template.md", written), Reading::Record(_)), "{written}");
    }
    let decided = "# 57. Use a template\n\nStatus: Accepted\n\n## Context\n\nA.\n";
    assert!(matches!(file("0057-adr-template.md", decided), Reading::Record(_)));
}

#[test]
fn the_latest_change_is_known_by_every_title_of_a_log() {
    let text = "# ADR 9: X\n\n## 变更日志\n\n* 2020年9月30日：初稿\n\n## 状态\n\n提议中\n";
    let date = sample::record("adr-009-x.md", text).date;
    assert_eq!(date.map(|date| date.value.to_string()), Some("2020-09-30".to_owned()));
}

#[test]
fn what_is_superseded_for_something_counts_elsewhere() {
    let part = [(RelationKind::SupersededInPartBy, 7)];
    for said in ["superseded for production by ADR-7", "superseded by ADR-7 as regards queues"] {
        let text = format!("## Status\n\nAccepted; {said}");
        assert_eq!(relations(&text), part, "{said}");
        assert_eq!(status(&format!("Accepted; {said}")), Some(Status::Accepted), "{said}");
    }
    let alone = "## Status\n\nSuperseded for production by ADR-7";
    assert_eq!(relations(alone), part);
    assert_eq!(status("Superseded for production by ADR-7"), Some(Status::Accepted));
    for said in [
        "Superseded for good on 2024-03-05 by ADR-7",
        "Superseded for reasons of cost by ADR-7",
        "Superseded for now by ADR-7",
        "Decision made, superseded by ADR-7",
        "Accepted. Superseded for reasons of cost by ADR-7",
    ] {
        assert_eq!(status(said), Some(Status::Superseded), "{said}");
    }
}

#[test]
fn a_decision_that_is_made_counts() {
    for said in [
        "Decision made",
        "Decision made on 2024-03-01",
        "Decision made by the board",
        "Decision made; see minutes",
    ] {
        assert_eq!(status(said), Some(Status::Accepted), "{said}");
    }
    assert_ne!(status("Decision made: no"), Some(Status::Accepted));
    assert_ne!(status("No decision made yet"), Some(Status::Accepted));
    assert_eq!(status("Draft; decision made by the board in May"), Some(Status::Draft));
}

#[test]
fn the_page_of_a_directory_is_a_record_where_it_is_whole() {
    let parts = "## Context\n\nA.\n\n## Decision Outcome\n\nB.\n";
    let text = format!("# Lint\n\n**Status**: proposed\n\n**Date**: 2025-03-25\n\n{parts}");
    assert_eq!(
        sample::record("decisions/lint/index.md", &text).title.map(|title| title.value),
        Some("Lint".to_owned())
    );
    for (path, text) in [
        ("docs/adr/README.md", text.as_str()),
        ("decisions/lint/index.md", "# Lint\n\n**Status**: proposed\n\n## Records\n\n- A\n"),
        (
            "decisions/lint/index.md",
            &format!("# Decisions\n\n## Status\n\nProposed or accepted\n\n{parts}"),
        ),
        ("choices/index.md", &format!("{text}\n- [1](0001-a.md)\n- [2](0002-b/README.md)\n")),
    ] {
        assert!(matches!(file(path, text), Reading::Aside(Aside::Index)), "{path}");
    }
}

#[test]
fn a_bare_review_may_be_the_last_and_is_not_the_next() {
    let days = |text: &str| {
        let record = sample::record("0001-x.md", text);
        [record.review_by, record.review].map(|day| day.map(|day| day.value.to_string()))
    };
    let day = |day: &str| Some(day.to_owned());
    for text in [
        "# 1. X\n\nReview: 2024-03-05\n",
        "# 1. X\n\n- **Review date**: 2024-03-05\n",
        "# 1. X\n\n| Status | Review date |\n|---|---|\n| Accepted | 2024-03-05 |\n",
        "# 1. X\n\n## Review date\n\n2024-03-05\n",
        "---\nreview: 2024-03-05\n---\n# 1. X\n",
        "---\nreviewDate: 2024-03-05\n---\n# 1. X\n",
        "# 1. X\n\nÜberprüfungsdatum: 2024-03-05\n",
    ] {
        assert_eq!(days(text), [None, day("2024-03-05")], "{text}");
    }
    let both = "# 1. X\n\n- Review: 2024-03-05\n- Next review: 2025-03-05\n";
    assert_eq!(days(both), [day("2025-03-05"), day("2024-03-05")]);
    for label in
        ["Review by", "Review on", "Review due", "Next review date", "Valid until", "Revisit after"]
    {
        let text = format!("# 1. X\n\n- {label}: 2024-03-05\n");
        assert_eq!(days(&text), [day("2024-03-05"), None], "{label}");
    }
}
