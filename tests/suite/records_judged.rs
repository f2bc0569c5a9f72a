//! What rules say of records that are dated in their status, renumbered, or superseded in prose.

use crate::harness::files::tree_of;
use crate::harness::program::{findings_of, run};

/// What a rule says of these files.
fn told(files: &[(String, String)], rule: &str) -> Vec<String> {
    findings_of(tree_of(files).path(), rule)
}

/// All that is said of these files.
fn report(files: &[(String, String)]) -> String {
    run(tree_of(files).path(), &["check", "--format", "json"]).stdout
}

/// Records with these heads, numbered from 1 on.
fn records(heads: &[&str]) -> Vec<(String, String)> {
    let one = |(index, head): (usize, &&str)| {
        let number = index + 1;
        let text =
            format!("# {number}. Use pump {number}\n\n{head}\n\n## Context\n\nA pump is loud.\n");
        (format!("docs/adr/000{number}-a.md"), text)
    };
    heads.iter().enumerate().map(one).collect()
}

#[test]
fn a_day_that_others_have_in_their_status_is_asked_for_there() {
    let inside = "* Status: Accepted (2026-03-02)";
    let undated = "* Status: Accepted";
    let asked = report(&records(&[inside, inside, inside, inside, inside, undated]));
    assert!(asked.contains("to the status"), "{asked}");
    assert!(!asked.contains("Status: 2024"), "it would take the status away: {asked}");
    let below = "## Status\n\nAccepted 2026-03-02";
    let asked = report(&records(&[below, below, below, below, below, "## Status\n\nAccepted"]));
    assert!(asked.contains("to the status") && !asked.contains("add a section"), "{asked}");
    let apart = "* Status: Accepted\n* Date: 2026-03-02";
    let asked = report(&records(&[apart, apart, apart, apart, inside, undated]));
    assert!(asked.contains("`* Date: 2024-03-05`"), "{asked}");
    let front = "* Status: Accepted\n* Decided: 2026-03-02 by Ann";
    let asked = report(&records(&[front, front, front, front, front, undated]));
    assert!(asked.contains("`* Decided: 2024-03-05`"), "{asked}");
}

#[test]
fn what_most_records_lack_is_asked_of_none() {
    // A day in a remark is none of the decision's.
    let remark = "* Status: Accepted, amended 2026-03-02";
    let dated = "* Status: Accepted\n* Date: 2026-03-02";
    let undated = "* Status: Accepted";
    let rule = "adr-missing-date";
    assert_eq!(
        told(&records(&[dated, dated, remark, remark, remark, remark, undated]), rule),
        [""; 0]
    );
    assert_eq!(told(&records(&[dated, dated, dated, dated, remark, undated]), rule).len(), 1);
}

#[test]
fn a_number_may_go_from_a_superseded_record_to_its_successor() {
    let both = |older: &str| {
        let newer = "# 1. A new pump\n\nStatus: Accepted\n\n## Context\n\nC.\n".to_owned();
        let older = format!("# 1. An old pump\n\nStatus: {older}\n\n## Context\n\nC.\n");
        let two = "# 2. A tank\n\nStatus: Accepted\n\n## Context\n\nC.\n".to_owned();
        let files = [
            ("docs/adr/0001-new-pump.md".to_owned(), newer),
            ("docs/adr/0001-old-pump.md".to_owned(), older),
            ("docs/adr/0002-tank.md".to_owned(), two),
        ];
        told(&files, "adr-duplicate-id").len()
    };
    assert_eq!(both("Superseded — see [ADR-0001: A new pump](./0001-new-pump.md)"), 0);
    assert_eq!(both("Superseded by ADR-1"), 0);
    assert_eq!(both("Superseded by ADR-2"), 1);
    assert_eq!(both("Superseded"), 1);
    assert_eq!(both("Accepted, see [ADR-0001](./0001-new-pump.md)"), 1);
    let gone =
        |title: &str| format!("# 1. {title}\n\nStatus: Superseded by ADR-1\n\n## Context\n\nC.\n");
    let files = [
        ("docs/adr/0001-old-pump.md".to_owned(), gone("An old pump")),
        ("docs/adr/0001-older-pump.md".to_owned(), gone("An older pump")),
    ];
    assert_eq!(told(&files, "adr-duplicate-id").len(), 1, "none of them has the number now");
}

#[test]
fn a_word_for_a_part_in_another_language_limits_nothing() {
    let one_way = |text: &str| {
        let older =
            "# 1. Usar una bomba\n\n- **Estado:** Aceptada\n\n## Contexto\n\nC.\n".to_owned();
        let newer = format!(
            "# 2. Usar dos\n\n- **Estado:** Aceptada\n- **Sustituye a:** {text}\n\n## Contexto\n\nC.\n"
        );
        let files = [
            ("docs/adr/0001-una.md".to_owned(), older),
            ("docs/adr/0002-dos.md".to_owned(), newer),
        ];
        told(&files, "adr-one-way-supersession").len()
    };
    assert_eq!(one_way("[0001](0001-una.md). La bomba del puerto deja de ser la meta"), 1);
    assert_eq!(one_way("[0001](0001-una.md)"), 1);
    assert_eq!(one_way("[0001](0001-una.md). Una parte de la bomba queda"), 0);
    assert_eq!(one_way("[0001](0001-una.md), en parte"), 0);
}

#[test]
fn papers_on_one_record_are_none() {
    let paper = |word: &str| {
        let text = format!("# ADR-000 {word}\n\n> **Status**: Draft\n\n## Overview\n\nO.\n");
        (format!("docs/archive/adr-000/adr-000.{}.md", word.to_lowercase()), text)
    };
    let whole = ("docs/adr/0001-a.md".to_owned(), records(&["Status: Accepted"])[0].1.clone());
    let count = |files: &[(String, String)]| told(files, "adr-duplicate-id").len();
    assert_eq!(count(&[whole.clone(), paper("Plan"), paper("Design"), paper("Report")]), 0);
    let beside = |name: &str, title: &str| {
        (
            format!("docs/adr/{name}"),
            format!("# ADR-2: {title}\n\nStatus: Accepted\n\n## Context\n\nC.\n"),
        )
    };
    assert_eq!(count(&[beside("0002-pump.md", "Pump"), beside("0002-tank.md", "Tank")]), 1);
    assert_eq!(count(&[beside("0002.pump.md", "Pump"), beside("0002.tank.md", "Tank")]), 1);
}
