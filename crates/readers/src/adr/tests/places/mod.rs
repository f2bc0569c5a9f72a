//! The places where records state things.

use super::*;
use crate::adr::id::Id;

/// The status and the date below a title.
fn stated(text: &str) -> (Option<Status>, Option<String>) {
    let record = record(text);
    (record.status.map(|status| status.value), record.date.map(|date| date.value.to_string()))
}

#[test]
fn signs_may_lead_from_the_verb_to_the_record() {
    for text in [
        "Superseded → ADR-7",
        "Superseded (2024-03-05) → ADR-7",
        "Obsolete. Replaced by: ADR-7",
        "Заменён ADR-7",
        "Korvattu ADR-7:llä",
    ] {
        let record = record(&format!("## Status\n\n{text}"));
        let newer: Vec<_> =
            record.relations.iter().map(|one| (one.kind, one.target.id())).collect();
        let newer_id = Some(Id::Number(7));
        assert_eq!(newer, [(RelationKind::SupersededBy, newer_id)], "{text}");
        assert_eq!(record.status.map(|status| status.value), Some(Status::Superseded), "{text}");
    }
    assert_eq!(relations("## Status\n\nSuperseded. It led → ADR-7"), []);
}

#[test]
fn the_last_paragraph_may_name_the_records_that_are_replaced() {
    let replaced = |last: &str| {
        let text = format!("# 9. Use X\n\nStatus: Accepted\n\n## Context\n\nA.\n\n{last}\n");
        let record = sample::record("0009-use-x.md", &text);
        let older = record.relations.iter().filter(|one| one.kind == RelationKind::Supersedes);
        older.filter_map(|one| one.target.id()).collect::<Vec<_>>()
    };
    let both = [Id::Number(3), Id::Number(4)];
    assert_eq!(replaced("Supersedes [ADR-3](0003-a.md) and [ADR-4](0004-b.md)."), both);
    assert_eq!(replaced("Remplace [ADR-3](0003-a.md) et [ADR-4](0004-b.md)."), both);
    assert_eq!(replaced("Supersedes the mailer of [ADR-3](0003-a.md) in part."), []);
    assert_eq!(replaced("Replaces [ADR-3](0003-a.md) only where nobody looks."), []);
    assert_eq!(replaced("The yard supersedes [ADR-3](0003-a.md)."), []);
}

#[test]
fn an_admonition_s_title_is_a_label() {
    let day = || Some("2024-03-05".to_owned());
    for text in [
        "!!! info \"Status\"\n    **Accepted** • Date: 2024-03-05 • Version: 3",
        "!!! info \"Status\"\n    Accepted on 2024-03-05 by Jane",
        ":::info Status\nAccepted\n:::\n\nDate: 2024-03-05",
        "> [!info] Status\n> Accepted\n\nDate: 2024-03-05",
        "!!! note \"Status: Accepted | Date: 2024-03-05\"",
        "!!! info \"Status\"\n\n    **Accepted** (2024-03-05)",
    ] {
        assert_eq!(stated(text), (Some(Status::Accepted), day()), "{text}");
    }
    assert_eq!(stated("!!! note \"Accepted\"\n    A plan for 2024-03-05 is here."), (None, None));
}

#[test]
fn a_day_between_bars_in_a_byline_is_the_record_s() {
    for text in ["*2024-03-05 · Jane Doe · the team*", "Jane Doe | March 5, 2024 | the team"] {
        assert_eq!(stated(text).1.as_deref(), Some("2024-03-05"), "{text}");
    }
    for text in ["2024-03-05 · Jane Doe · Accepted", "Jane Doe | Accepted | March 5, 2024"] {
        assert_eq!(stated(text), (Some(Status::Accepted), Some("2024-03-05".to_owned())), "{text}");
    }
    let gone = "2024-03-05 · Jane Doe · Superseded by ADR-7";
    assert_eq!(stated(gone), (Some(Status::Superseded), Some("2024-03-05".to_owned())));
    assert_eq!(stated("2024-03-05 · Accepted · Rejected").0, None);
    for text in [
        "from 2024-03-05 · until 2024-04-05",
        "Jane | begun after 2024-03-05 | Doe",
        "*Last updated · 2024-03-05 · Jane*",
        "Next review | 2024-03-05",
        "Go 1.21 · 2024-03-05 · Google",
        "2023-03-05 to 2024-03-05 · Jane",
    ] {
        assert_eq!(stated(text).1, None, "{text}");
    }
}

#[test]
fn a_word_of_state_in_bold_goes_on_with_the_status() {
    let text = "## Status\n\nAccepted (D1 only). The rest is still\n**Proposed**, see below.";
    assert_eq!(
        record(text).status_raw.as_deref(),
        Some("Accepted (D1 only). The rest is still Proposed, see below.")
    );
}

#[test]
fn labels_in_italics_may_end_a_record() {
    let end = |end: &str| {
        sample::record("0009-use-x.md", &format!("# 9. Use X\n\n## Decision\n\nA.\n\n{end}\n")).date
    };
    let day = |date: &str| end(date).map(|date| date.value.to_string());
    assert_eq!(day("_Data: 2024-03-05_\n\n_Autore: Jane_").as_deref(), Some("2024-03-05"));
    for text in [
        "Date: 2024-03-05",
        "_Date: 2024-03-05_\n\nB.",
        "_Seen on 2024-03-05_",
        "*Date: the column of 2024-03-05 in figure 2*",
    ] {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn a_day_alone_behind_the_word_for_a_decision_is_that_of_it() {
    for text in
        ["- **Decision:** 2024-03-05", "Entscheidung: 05. März 2024", "- Décision: 2024-03-05"]
    {
        assert_eq!(stated(text).1.as_deref(), Some("2024-03-05"), "{text}");
    }
    for text in ["Decision: rebuild by 2024-03-05", "Decision review: 2024-03-05"] {
        assert_eq!(stated(text).1, None, "{text}");
    }
    assert_eq!(stated("- Author: Jane\n- Proposed: 2024-03-05").1.as_deref(), Some("2024-03-05"));
    assert_eq!(
        stated("- Proposed: 2024-03-05\n- Date: 2024-04-05").1.as_deref(),
        Some("2024-04-05")
    );
}

#[test]
fn a_day_that_is_not_sure_is_none() {
    for text in ["TBD (target 2024-03-05)", "not 2024-03-05 but later", "planned for 2024-03-05"] {
        assert_eq!(stated(&format!("- Date: {text}")).1, None, "{text}");
    }
    for text in [
        "Tuesday, 2024-03-05",
        "ne 5. 3. 2024",
        "ma 5 maart 2024",
        "Will Smith, 2024-03-05",
        "No. 7, 2024-03-05",
        "plan approved 2024-03-05",
    ] {
        let day = stated(&format!("- Date: {text}")).1;
        assert!(day.is_some_and(|day| day.starts_with("2024-03-0")), "{text}");
    }
}

#[test]
fn a_day_in_a_title_stands_apart_from_the_subject() {
    let day = |title: &str| {
        let record = sample::record("0009-x.md", &format!("# {title}\n\n## Decision\n\nA.\n"));
        record.date.map(|date| date.value.to_string())
    };
    for title in [
        "9. Use X (2024-03-05)",
        "2024-03-05 Use X",
        "9. 2024-03-05 Use X",
        "ADR-9: 2024-03-05 Use X",
        "9. Use X - 2024-03-05",
        "9. Use X (decided 2024-03-05)",
        "9. Use X (2024-03-05, accepted)",
    ] {
        assert_eq!(day(title).as_deref(), Some("2024-03-05"), "{title}");
    }
    for title in [
        "9. Plan of 2024-03-05",
        "9. The 2024-03-05 incident",
        "9. Freeze the API by: 2024-03-05",
        "9. Use X (valid until: 2024-03-05)",
    ] {
        assert_eq!(day(title), None, "{title}");
    }
}

#[test]
fn what_a_site_keeps_for_itself_says_nothing_against_the_page() {
    let front = |own: &str| {
        let text =
            format!("+++\n{own}[extra]\nstatus = \"draft\"\n+++\n\n# Use X\n\n## Decision\n\nA.\n");
        sample::record("0009-x.md", &text).status.map(|status| status.value)
    };
    assert_eq!(front("status = \"accepted\"\n"), Some(Status::Accepted));
    assert_eq!(front(""), Some(Status::Draft));
    let nested = "---\ndate: 2024-03-05\nsnapshot:\n  date: 2024-02-05\n  status: draft\n---\n# Use X\n\n## Decision\n\nA.\n";
    assert_eq!(sample::record("0009-x.md", nested).dates.len(), 1);
    for group in ["meta", "metadata", "info"] {
        let grouped = format!(
            "---\n{group}:\n  date: 2024-03-05\n  status: accepted\n---\n# Use X\n\n## Decision\n\nA.\n"
        );
        let record = sample::record("0009-x.md", &grouped);
        let day = record.date.as_ref().map(|date| date.value.to_string());
        assert_eq!(
            (record.status(), day.as_deref()),
            (Some(Status::Accepted), Some("2024-03-05")),
            "{group}"
        );
    }
}

#[test]
fn the_name_of_the_file_may_be_the_id() {
    let id = |id: &str| {
        let text = format!("---\nid: {id}\nstatus: accepted\n---\n# Use X\n\n## Decision\n\nA.\n");
        sample::record("DR--meta--queues.md", &text).id.map(|id| id.value.to_string())
    };
    assert_eq!(id("DR--meta--queues").as_deref(), Some("DR--meta--queues"));
    assert_eq!(id("queues"), None);
}

#[test]
fn a_block_of_code_at_the_head_may_hold_the_metadata() {
    let code =
        "CAP: 0013\nTitle: Change lines\nAuthor: Jane\nStatus: Rejected\nCreated: 2024-03-05";
    let text = format!("## Preamble\n\n```\n{code}\n```\n\n## Motivation\n\nA.\n");
    let record = sample::record("cap-0013.md", &text);
    assert_eq!(record.status.map(|status| status.value), Some(Status::Rejected));
    assert_eq!(record.id.map(|id| id.value), Some(Id::Number(13)));
    assert_eq!(record.title.map(|title| title.value).as_deref(), Some("Change lines"));
    assert_eq!(stated("```yaml\nstatus: accepted\nkind: Pod\n```"), (None, None));
    let example =
        "```\nTitle: short\nStatus: Proposed\nDate: 2024-01-01\n```\n\n## Status\n\nAccepted\n";
    let own = sample::record("0009-x.md", &format!("# 9. Use X\n\n{example}"));
    assert_eq!((own.states.len(), own.status.map(|one| one.value)), (1, Some(Status::Accepted)));
    assert_eq!(own.date.map(|date| date.value), None);
}

#[test]
fn labels_may_end_the_first_section() {
    let list = "- **Date**: 2024-03-05\n- **Status**: Accepted\n- **Deciders**: Jane";
    let text = format!("# 9. Use X\n\n## Description\n\nA.\n\n{list}\n\n## Context\n\nB.\n");
    let read = sample::record("0009-x.md", &text);
    assert_eq!(read.status.map(|status| status.value), Some(Status::Accepted));
    for about in [
        text.replace("Deciders", "Owner of the queue"),
        text.replace("A.\n\n- ", "An order has:\n\n- "),
    ] {
        assert_eq!(sample::record("0009-x.md", &about).status.map(|one| one.value), None);
    }
    let stated = format!("{text}\n## Status\n\nRejected\n");
    let read = sample::record("0009-x.md", &stated);
    assert_eq!((read.states.len(), read.status.map(|one| one.value)), (1, Some(Status::Rejected)));
}

#[test]
fn a_heading_may_say_it_in_two_scripts() {
    let text = "## 상태 Status\n\nAccepted\n\n## 배경 Context\n\nB.";
    assert_eq!(stated(text).0, Some(Status::Accepted));
}

#[test]
fn the_series_of_a_record_goes_without_saying() {
    let newer = |id: &str, path: &str| {
        let text =
            format!("---\ntip: 8\nstatus: Replaced\nsuperseded-by: {id}\n---\n\n# Summary\n\nA.\n");
        let record = sample::record(path, &text);
        record.relations.iter().filter_map(|one| one.target.id()).map(|id| id.to_string()).collect()
    };
    let found: Vec<String> = newer("TIP-29", "tip-0008.md");
    assert_eq!(found, ["29"]);
    let other: Vec<String> = newer("GPT-4", "tip-0008.md");
    assert_eq!(other, [] as [&str; 0]);
    let other: Vec<String> = newer("PAY-ADR-7", "tip-0008.md");
    assert_eq!(other, ["PAY-ADR-7"]);
    let other: Vec<String> = newer("CAP-0029", "tip-0008.md");
    assert_eq!(other, ["CAP-29"]);
}

#[test]
fn a_directory_s_number_may_be_in_the_title() {
    let record = sample::record(
        "111-use-x/vep.md",
        "# VEP 111: Use X\n\n## Context\n\nA.\n\nStatus: Accepted\n",
    );
    assert_eq!(record.id.map(|id| id.value), Some(Id::Series("VEP".to_owned(), 111)));
    assert_eq!(record.title.map(|title| title.value).as_deref(), Some("Use X"));
}

#[test]
fn a_word_of_state_over_a_section_dates_the_record_only_with_a_day_alone() {
    assert_eq!(stated("## Accepted\n\n2024-03-05").1.as_deref(), Some("2024-03-05"));
    for heading in ["Proposed", "Accepted", "Original decision"] {
        let told = format!("## {heading}\n\nMove all clients by 2024-03-05.");
        assert_eq!(stated(&told).1, None, "{heading}");
    }
    assert_eq!(stated("Original decision: 2024-03-05").1.as_deref(), Some("2024-03-05"));
    assert_eq!(stated("Original decision: ADR-3 (2024-03-05)").1, None);
}

#[test]
fn what_a_build_put_on_the_page_states_nothing() {
    let ours = "<div class=\"archdoc-record\">\n\n<div class=\"archdoc-banner\">\n\nStatus: Rejected\n\n</div>\n\n\
                <small>extends: ADR-1</small>\n\n</div>";
    let text = format!("{ours}\n\nStatus: Accepted\n\nDate: 2024-03-05");
    assert_eq!(stated(&text), (Some(Status::Accepted), Some("2024-03-05".to_owned())));
    assert_eq!(relations(&text), []);
    assert_eq!(stated(ours), (None, None));
    assert_eq!(relations("<div class=\"ours\">\n\nAmends: ADR-1\n\n</div>").len(), 1);
}

#[test]
fn the_day_of_a_history_is_that_of_the_state_which_holds() {
    for status in [
        "Submitted, 2024-01-26; Approved 2024-02-22",
        "Submitted, 2024-01-26; Approved, 2024-02-22",
        "Proposed (2024-01-26), Accepted (2024-02-22)",
        "Proposed, 2024-01-26, accepted, 2024-02-22",
        "2024-01-26: proposed, 2024-02-22: accepted",
        "Accepted, 2024-02-22; proposed, 2024-01-26",
    ] {
        let expected = (Some(Status::Accepted), Some("2024-02-22".to_owned()));
        assert_eq!(stated(&format!("**Status:** {status}")), expected, "{status}");
    }
}

#[test]
fn a_break_with_attributes_ends_a_value() {
    let text = "**Status:** Accepted<br clear=\"all\"/>**Date:** 2024-03-05";
    assert_eq!(stated(text), (Some(Status::Accepted), Some("2024-03-05".to_owned())));
}

#[test]
fn a_callout_about_something_else_states_no_status() {
    let of = |text: &str| stated(text).0;
    for text in [
        "> [!NOTE]\n> Superseded libraries are listed in ADR-1.",
        "> [!WARNING]\n> Deprecated APIs remain until 2025-01-01.",
    ] {
        assert_eq!(of(text), None, "{text}");
    }
    assert_eq!(of("> [!NOTE]\n> Superseded by ADR-1."), Some(Status::Superseded));
    assert_eq!(of("> **Deprecated** Use another one."), Some(Status::Deprecated));
}

#[test]
fn a_line_of_a_sentence_about_a_part_is_no_statement_of_its_own() {
    let text = "## Status\n\nAccepted\n\n- **Update:** section \"The queue, without a store\" is\n  \
                **superseded by [7](0007-y.md)** (the rest stands)";
    assert_eq!(relations(text), [(RelationKind::SupersededInPartBy, 7)]);
}

#[test]
fn a_page_without_a_title_is_a_record_by_its_status_and_its_decision() {
    let record =
        sample::record("use-a-queue.md", "# Decision\n\nWe use one.\n\n# Status\n\nAccepted\n");
    assert_eq!((record.title.as_ref(), &*record.shown_title()), (None, "use a queue"));
    assert_eq!(record.status(), Some(Status::Accepted));
}

#[test]
fn a_label_and_its_value_need_no_space_between_them() {
    for text in ["State:accepted", "Status:Accepted.", "- Status:accepted"] {
        assert_eq!(stated(text).0, Some(Status::Accepted), "{text}");
    }
    assert_eq!(stated("Status: Accepted\nDate:2024-03-05").1.as_deref(), Some("2024-03-05"));
    for text in [
        "Status: Proposed\nStatus:accepted",
        "Status: Proposed\n\n## Labels\n\n- status:accepted\n- kind:bug",
    ] {
        assert_eq!(record(text).states.len(), 1, "{text}");
        assert_eq!(stated(text).0, Some(Status::Proposed), "{text}");
    }
    for text in [
        "Status:tbd",
        "state:accepted::now",
        "see foo:accepted",
        "- status:accepted\n- kind:bug",
        "## Context\n\nStatus:accepted",
    ] {
        assert_eq!(stated(text).0, None, "{text}");
    }
}

#[test]
fn the_status_of_an_amendment_is_the_records_where_that_has_no_other() {
    assert_eq!(stated("**Amendment status:** Proposed").0, Some(Status::Proposed));
    assert_eq!(stated("**Änderungsstatus:** vorgeschlagen").0, Some(Status::Proposed));
    let both = "**Status:** Accepted\n**Amendment status:** Proposed";
    assert_eq!(record(both).states.len(), 1);
    assert_eq!(stated(both).0, Some(Status::Accepted));
}

#[test]
fn a_word_of_state_is_a_part_beside_a_title_of_its_own() {
    let title = |text: &str| sample::record("0009-use-x.md", text).title.map(|title| title.value);
    let sections = "# Draft\n\nS.\n\n# Definitions\n\nD.\n";
    let named = format!("---\ntitle: Keep all of X\n---\n{sections}");
    assert_eq!(title(&named).as_deref(), Some("Keep all of X"));
    assert_eq!(title(sections).as_deref(), Some("Draft"), "nothing else is the title");
    let feature = format!("- Feature Name: (fill me in, my_feature)\n\n{sections}");
    assert_eq!(title(&feature).as_deref(), Some("Draft"), "an identifier is no title");
}

#[test]
fn a_state_behind_the_title_is_none_of_its_words() {
    let with = |title: &str, head: &str| {
        let text = format!("# {title}\n\n{head}## Context\n\nC.\n\n## Decision\n\nD.\n");
        let record = sample::record("0009-use-x.md", &text);
        (record.title.unwrap().value, record.status.map(|status| status.value))
    };
    let read = |title: &str| with(title, "");
    let gone = Some(Status::Superseded);
    assert_eq!(read("Use X - SUPERSEDED"), ("Use X".to_owned(), gone));
    assert_eq!(read("9. Use X — superseded"), ("Use X".to_owned(), gone));
    assert_eq!(read("Use X - DEPRECATED"), ("Use X".to_owned(), Some(Status::Deprecated)));
    for subject in [
        "Order flow - accepted",
        "Python 2 support - deprecated",
        "API paths - REVIEW",
        "Session tokens – expired",
    ] {
        assert_eq!(read(subject), (subject.to_owned(), None));
    }
    let (title, _) = with("Use X - SUPERSEDED", "Status: Superseded\n\n");
    assert_eq!(title, "Use X");
    let (title, _) = with("Use X - DEPRECATED", "Status: Accepted\n\n");
    assert_eq!(title, "Use X - DEPRECATED", "another status is stated");
}

#[test]
fn a_sentence_on_the_record_counts_below_any_label_of_its_head() {
    let of = |text: &str| relations(&format!("- Status: Accepted\n- {text}"));
    let supersedes = vec![(RelationKind::Supersedes, 5)];
    assert_eq!(
        of("Context: the queue of ADR-3 is gone. This record supersedes ADR-5."),
        supersedes
    );
    assert_eq!(of("Hintergrund: Diese Entscheidung ersetzt ADR-5."), supersedes);
    assert_eq!(of("Context: the queue of ADR-3 supersedes ADR-5."), []);
    assert_eq!(of("Context: this record of ADR-3 supersedes nothing."), []);
}

#[test]
fn the_number_of_an_item_or_a_step_is_no_records() {
    for text in [
        "Amendment: 2026-03-03 — Decision item 1 and the note scoped",
        "Amended by: steps 1 and 2 of the plan",
        "Geändert durch: Punkt 3",
        "Amended by: steps 01 and 02",
        "Amended by: steps 001 and 002",
        "Amended by: section 4",
    ] {
        assert_eq!(
            relations(&format!("**Status:** Accepted\n**{}", text.replacen(':', ":**", 1))),
            [],
            "{text}"
        );
    }
    for text in ["section 4 of 0003", "section 4 of ADR-3", "sections 4 and 5 of 0003"] {
        let amends = relations(&format!("**Status:** Accepted\n**Amends:** {text}"));
        assert_eq!(amends, [(RelationKind::Amends, 3)], "{text}");
    }
    let amended = relations("**Status:** Accepted\n**Amended by:** ADR 7, item 2");
    assert_eq!(amended, [(RelationKind::AmendedBy, 7)]);
    let whole =
        relations("**Status:** Accepted\n**Supersedes operationally:** ADR-004 (now realised)");
    assert_eq!(whole, [(RelationKind::Supersedes, 4)]);
    let none = "**Status:** Accepted\n**Supersedes operationally:** none (complements ADR-007)";
    assert_eq!(relations(none), [(RelationKind::Extends, 7)]);
}
