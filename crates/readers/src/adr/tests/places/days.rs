//! Days.

use super::*;

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
        "9. Use X (planned 2024-03-05)",
        "9. Use X (planned, 2024-03-05)",
        "9. Use X (Python 2, 2024-03-05)",
    ] {
        assert_eq!(day(title), None, "{title}");
    }
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
