//! States.

use super::*;

#[test]
fn a_word_of_state_in_bold_goes_on_with_the_status() {
    let text = "## Status\n\nAccepted (D1 only). The rest is still\n**Proposed**, see below.";
    assert_eq!(
        record(text).status_raw.as_deref(),
        Some("Accepted (D1 only). The rest is still Proposed, see below.")
    );
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
fn neither_a_word_of_state_nor_what_follows_a_part_of_the_text_is_the_title() {
    let title = |text: &str| sample::record("0009-use-x.md", text).title.map(|title| title.value);
    let sections = "# Draft\n\nS.\n\n# Summary\n\nM.\n\n# Definitions\n\nD.\n";
    let named = format!("---\ntitle: Keep all of X\n---\n{sections}");
    assert_eq!(title(&named).as_deref(), Some("Keep all of X"));
    assert_eq!(title(sections), None);
    let feature = format!("- Feature Name: (fill me in, my_feature)\n\n{sections}");
    assert_eq!(title(&feature), None, "an identifier is no title");
    assert_eq!(title("# Draft\n\n# Keep X\n\nD.\n").as_deref(), Some("Keep X"));
    assert_eq!(title("# Status\n\nDraft\n\n# Keep X\n\nD.\n").as_deref(), Some("Keep X"));
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
