//! Tables of things, decisions and signatures; logs that are about several things.

use super::super::version::Step;
use super::super::{Subject, rows, steps};
use super::{entries, logs};

const NONE: [&str; 0] = [];

fn table(title: &str, header: &str, rows: &[&str]) -> String {
    let line = "---|".repeat(header.split('|').count());
    let rows: String = rows.iter().flat_map(|row| ["| ", row, " |\n"]).collect();
    format!("# Yard\n\nText.\n\n## {title}\n\n| {header} |\n|{line}\n{rows}")
}

#[test]
fn a_list_of_things_with_their_versions_is_no_log() {
    let things = [
        "crane | 2.1.0 | 2023-08-09 | lifts",
        "gate | 1.7.3 | 2023-05-11 | opens",
        "scale | 3.0.0 | 2023-08-23 | weighs",
    ];
    let rising = [
        "crane | 1.1.0 | 2023-05-09 | lifts",
        "gate | 1.7.3 | 2023-06-11 | opens",
        "scale | 3.0.0 | 2023-08-23 | weighs",
    ];
    for title in [
        "Component versions",
        "Versions",
        "Cluster configuration versions",
        "Version information",
        "Change log of the yard",
    ] {
        for header in [
            "Component | Version | Last update | Notes",
            "Tool | Version | Date | Description",
            "Chart | Version | Date | Owner",
            "Name | Version | Date | Purpose",
            "Document | Version | Date | Author",
        ] {
            assert_eq!(entries(&table(title, header, &things)), NONE, "{title}: {header}");
            assert_eq!(entries(&table(title, header, &rising)), NONE, "{title}: {header}");
        }
    }
    let current = ["crane | 2.1.0 | Lifts all that comes", "gate | 1.7.3 | Opens for trucks alone"];
    assert_eq!(entries(&table("Change Log", "Name | Version | Description", &current)), NONE);
    assert_eq!(
        entries(&table("Change Log", "Module | Version | Owner", &["crane | 2.1.0 | Ann"])),
        NONE
    );
}

#[test]
fn a_log_whose_rows_begin_with_people_or_with_what_they_are_about_is_one() {
    let people =
        ["Ann Lee | 2024-01-05 | First text | 1.0", "Bob Ray | 2024-02-05 | Second text | 1.1"];
    for header in
        ["Name | Date | Reason for changes | Version", "Name | Date | Description | Version"]
    {
        assert_eq!(entries(&table("Revision history", header, &people)).len(), 2, "{header}");
    }
    let parts = [
        "Crane | 1.0 | 2024-01-05 | Lifts all that comes",
        "Gate | 0.1 | 2024-02-05 | Opens for trucks",
    ];
    for header in
        ["Component | Version | Date | Changes", "Component | Version | Date | Description"]
    {
        assert_eq!(entries(&table("Change log", header, &parts)).len(), 2, "{header}");
    }
}

#[test]
fn the_versions_of_different_parts_are_no_one_series() {
    let several = [
        "2023-01-09 | Crane | 1.0 | First release",
        "2023-02-09 | Gate | 1.0 | First release of the gate",
        "2023-03-09 | Crane | 1.1 | Faster",
        "2023-04-09 | Gate | 1.3 | In colour",
        "2023-05-09 | Crane | 2.0 | Anew",
        "2023-06-09 | Scale | 0.1 | Weighs",
    ];
    for header in ["Date | Component | Version | Changes", "Date | Hall | Version | Changes"] {
        let found = logs(&table("Change log", header, &several));
        let odd: Vec<_> =
            steps::odd(&found[0]).iter().map(|odd| (odd.version.text.clone(), odd.step)).collect();
        assert_eq!(odd, [("1.3".to_owned(), Step::Jump)], "{header}");
        assert!(found[0].is_of_parts(), "{header}");
    }
    let one = logs(&table("Change log", "Date | Status | Version | Changes", &several));
    assert!(!one[0].is_of_parts());
}

#[test]
fn those_who_sign_change_nothing() {
    for (title, header) in [
        ("Revision history and approvals", "Role | Name | Signature | Date"),
        ("変更履歴・承認", "役割 | 氏名 | 承認印 | 日付"),
        ("Change log", "Role | Name | Department | Date"),
        ("Document history", "Rolle | Name | Abteilung | Datum"),
    ] {
        let text = table(
            title,
            header,
            &["Architect | Ann Lee | Yard | 2024-02-06", "Owner | Bob Ray | | "],
        );
        let found = logs(&text);
        assert_eq!(found.len(), 1, "{header}");
        assert!(
            found.iter().all(|log| log.subject == Subject::Reviews && !log.certain),
            "{header}"
        );
        assert!(rows::telling(&found).is_empty(), "{header}");
    }
    let log = table(
        "Change log",
        "Date | Name | Role | Changes",
        &["2024-02-06 | Ann Lee | Architect | First text"],
    );
    assert_eq!(logs(&log)[0].subject, Subject::Changes);
}

#[test]
fn what_was_decided_is_no_change_of_a_document() {
    let numbered =
        ["D-11 | 2024-01-05 | A queue it is | Ann", "D-12 | 2024-02-05 | A store it is | Bob"];
    let called = [
        "Decision #001 | 2024-01-05 | A queue it is | Ann",
        "Decision #002 | 2024-02-05 | A store it is | Bob",
    ];
    for title in ["Decision log", "Decision Log (yard)", "Updates", "Log"] {
        assert_eq!(
            entries(&table(title, "ID | Date | Decision | Owner", &numbered)),
            NONE,
            "{title}"
        );
        assert_eq!(
            entries(&table(title, "Version | Date | Decision | Author", &numbered)),
            NONE,
            "{title}"
        );
        assert_eq!(
            entries(&table(title, "Nr | Date | Description | By", &called)),
            NONE,
            "{title}"
        );
    }
    for text in [
        "# Decision log\n\n## Decision 1.1 (2024-01-05)\n\nA queue.\n\n## Decision 1.2 (2024-02-05)\n\nA store.\n",
        "# Decision log\n\n## Decision #001 — 2024-01-05\n\nA queue.\n\n## D-12: 2024-02-05\n\nA store.\n",
    ] {
        assert_eq!(entries(text), NONE, "{text}");
    }
}

#[test]
fn a_wrong_day_with_dots_is_no_version_in_a_column_of_dates() {
    let rows = ["2024.2.30 | 2024-03-01 | One", "2024.3.1 | 2024.2.30 | Two"];
    let found = logs(&table("Change log", "Version | Date | Changes", &rows));
    let entries = &found[0].entries;
    let versions: Vec<&str> =
        entries.iter().map(|entry| &*entry.version.as_ref().unwrap().text).collect();
    assert_eq!(versions, ["2024.2.30", "2024.3.1"]);
    let when = entries[1].date.as_ref().and_then(|date| date.when);
    assert_eq!(when, Some(words::date::Reading::Impossible));
    let heads = "# Changelog\n\n## 2024.4.31\n\n- Two.\n\n## 2024.2.30\n\n- One.\n";
    assert_eq!(super::entries(heads), ["- | 2024.4.31 | - | Two.", "- | 2024.2.30 | - | One."]);
}

#[test]
fn a_table_that_is_drawn_has_the_lines_of_its_rows_and_is_read_once() {
    let drawn = "+-----+------------+---------+\n| Rev | Date       | Changes |\n+=====+============+=========+\n\
                 | 1.0 | 2024-01-05 | First   |\n|     |            | part    |\n+-----+------------+---------+\n\
                 | 1.1 | 2024-02-05 | Second  |\n+-----+------------+---------+\n";
    for above in
        ["## Revision history\n\n", "Document history:\n\n", "## Revision history\n\nAs follows:\n"]
    {
        let found = logs(&format!("# Yard\n\n{above}{drawn}"));
        let first = 3 + above.lines().count();
        let lines: Vec<usize> = found
            .iter()
            .flat_map(|log| &log.entries)
            .map(|entry| {
                let text = format!("# Yard\n\n{above}{drawn}");
                text[..entry.span.start].lines().count() + 1
            })
            .collect();
        assert_eq!(lines, [first + 3, first + 6], "{above}");
    }
}

#[test]
fn documents_that_are_to_be_reviewed_are_no_entries() {
    let row = |day: &str, name: &str| {
        format!("| {day} | {name} | 1.0.0 | Docs-Writer | ✅ Validado | 17/07/2025 |\n")
    };
    let rows = [row("17/04/2025", "a.md"), row("16/04/2025", "b.md"), row("16/04/2025", "a.md")];
    let header = "| Data | Documento | Versão | Responsável | Status | Próxima Revisão |\n|---|---|---|---|---|---|\n";
    let text = |title: &str| format!("# Estado\n\n## {title}\n\n{header}{}", rows.concat());
    for title in ["Documentos", "Documentos Criados/Atualizados"] {
        assert_eq!(entries(&text(title)), [""; 0], "{title}");
    }
    let log = "## Change log\n\n| Version | Date | Author | Changes | Next review |\n|---|---|---|---|---|\n\
               | 1.0 | 2025-01-02 | Ann | First text | 2026-01-02 |\n| 1.1 | 2025-02-02 | Ann | More of it | 2026-02-02 |\n";
    assert_eq!(entries(log).len(), 2);

    let header = "Document | Version | Date | Author | Review date";
    let row =
        |name: &str, day: &str| format!("{name} | 1.{day} | 2024-01-0{day} | Ann | 2025-01-02");
    let one = [row("Yard", "1"), row("Yard", "2"), row("Yard", "3")];
    let several = [row("Yard", "1"), row("Gate", "2"), row("Yard", "3")];
    for (title, rows, wanted) in [
        ("Revision history", &one, 3),
        ("Revision history", &several, 3),
        ("Documents", &several, 0),
        ("Documents", &one, 3),
    ] {
        let rows: Vec<&str> = rows.iter().map(|row| &**row).collect();
        assert_eq!(entries(&table(title, header, &rows)).len(), wanted, "{title}: {rows:?}");
    }
}
