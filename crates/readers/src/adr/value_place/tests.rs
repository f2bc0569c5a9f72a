//! Where values stand, and the marks around them.

use super::*;
use crate::adr::labelled;

/// The values that the labels of a line have, as somebody would replace them.
fn values(line: &str) -> Vec<String> {
    let document = Document::parse(&Source::new("a.md", format!("# A\n\n{line}\n")));
    let all = labelled::all(&document, 0..1);
    all.iter().filter_map(|one| Some(document.slice(of(&document, one)?).to_owned())).collect()
}

#[test]
fn marks_around_a_value_go_with_it_and_those_around_the_label_stay() {
    for (before, after, expected) in [
        ("* Owner: ", "", "* Owner:"),
        ("* Owner: **", "**", "* Owner:"),
        ("**Owner: ", "**  ", "**Owner:**  "),
        ("**Owner:** ", " · **Date:** x", "**Owner:** · **Date:** x"),
    ] {
        assert_eq!(emptied(before, after), expected);
    }
}

#[test]
fn the_value_of_a_label_ends_before_the_next_one_and_before_marks_that_it_does_not_open() {
    for (line, expected) in [
        ("Status: accepted", &["accepted"][..]),
        ("* Status: **accepted** ", &["accepted"]),
        ("**Status: accepted**", &["accepted"]),
        ("- Status: `accepted`", &["accepted"]),
        ("**Status:** _accepted_  ", &["accepted"]),
        ("**Status:** accepted, see **7**", &["accepted, see **7**"]),
        ("Status: accepted in snake_case", &["accepted in snake_case"]),
        ("**Status:** accepted · **Date:** 2026-08-14", &["accepted", "2026-08-14"]),
        ("- **Status**: **accepted** | **Date**: 2026-08-14", &["accepted", "2026-08-14"]),
        ("> Status: accepted; Date: 2026-08-14", &["accepted", "2026-08-14"]),
        ("**Status:** accepted<br>**Date:** 2026-08-14<br/>", &["accepted", "2026-08-14"]),
        ("Status: accepted · since May", &["accepted · since May"]),
    ] {
        assert_eq!(values(line), expected, "{line}");
    }
}

#[test]
fn a_mark_around_a_value_is_around_all_of_it() {
    assert_eq!(around(" **Accepted** "), "**");
    assert_eq!(around("`Accepted`"), "`");
    for text in ["Accepted", "**Accepted** (by **Ann**)", "**Accepted** by Ann", "", "*"] {
        assert_eq!(around(text), "", "{text}");
    }
}

#[test]
fn a_cell_ends_at_a_bar_without_a_backslash() {
    let rows = "| Key | Value |\n|---|---|\n| Status | Proposed \\| Accepted |";
    assert_eq!(values(rows), [" Proposed \\| Accepted "]);
}

#[test]
fn the_value_of_a_key_ends_before_a_comment_and_has_its_quotation_marks() {
    let yaml = |value: &str| format!("---\nstatus: {value}\n---\n\n# A\n");
    let toml = |value: &str| format!("+++\nstatus = {value}\n+++\n\n# A\n");
    for (text, expected) in [
        (yaml("\"\""), "\"\""),
        (yaml("'' # a day"), "''"),
        (yaml("\"accepted\""), "\"accepted\""),
        (yaml("\"as # 7 says\" # not yet"), "\"as # 7 says\""),
        (yaml("# none"), ""),
        (yaml("{a} or {b} # one of them"), "{a} or {b}"),
        (yaml("\n  - accepted"), "- accepted"),
        (yaml("|\n  accepted"), "|\n  accepted"),
        (yaml(">-"), ">-"),
        (toml("\"as # 7 says\" # not yet"), "\"as # 7 says\""),
        (toml("\"\""), "\"\""),
        (toml("2026-01-02# the day"), "2026-01-02"),
    ] {
        let document = Document::parse(&Source::new("a.md", text.as_str()));
        let all = labelled::all(&document, 0..1);
        let span = of(&document, &all[0]).unwrap();
        assert_eq!(document.slice(span), expected, "{text}");
    }
}
