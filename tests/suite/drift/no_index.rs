//! What is left alone.

use super::*;

#[test]
fn a_day_that_the_record_tells_somewhere_else_is_no_fault() {
    let head = "# Decisions\n\n| # | Title | Date |\n|---|---|---|\n";
    let rows = rows("| [000N](000N-tool-N.md) | Use tool N | 2026-03-0N |\n", &[1, 2, 3, 4]);
    let index = format!("{head}{rows}").replace("2026-03-02", "2026-03-20");
    let changed = "Accepted\n\nThe second supplier joined on 2026-03-20.";
    let tree = tree(&["Accepted", changed, "Accepted", "Accepted"], &index);
    assert_eq!(told(tree.path()), Vec::<String>::new());
}

#[test]
fn a_remark_behind_a_link_is_no_title() {
    let rows = rows("- [ADR-000N Use a/b in tool N](000N-tool-N.md)\n", &[1, 2, 3, 4]);
    for title in ["Use a/b in tool 4", "CI/CD"] {
        let row = format!("{title}](0004-tool-4.md) *(for now)*");
        let rows = rows.replace("Use a/b in tool 4](0004-tool-4.md)", &row);
        let tree = tree(&["Accepted"; 4], &format!("# Decisions\n\n{rows}"));
        for number in 1..=4 {
            let file = tree.path().join(format!("docs/adr/000{number}-tool-{number}.md"));
            let text = fs::read_to_string(&file).unwrap().replace("Use tool 4", title);
            fs::write(file, text.replace("Use tool", "Use a/b in tool")).unwrap();
        }
        assert_eq!(told(tree.path()), Vec::<String>::new(), "{title}");
    }
}

#[test]
fn a_title_beside_its_link_is_held_against_the_record() {
    let rows = |row: fn(u32, &str) -> String, third: &str| -> String {
        (1..=5)
            .map(|n| row(n, &if n == 3 { third.to_owned() } else { format!("Use tool {n}") }))
            .collect()
    };
    let column = |n: u32, title: &str| format!("| [{n}](000{n}-tool-{n}.md) | {title} | Ann |\n");
    let item = |n: u32, title: &str| format!("- [ADR {n}](000{n}-tool-{n}.md) - {title}\n");
    let head = "# Decisions\n\n| # | What | Who |\n|---|---|---|\n".to_owned();
    let index = |table: bool, third: &str| {
        if table { head.clone() + &rows(column, third) } else { rows(item, third) }
    };
    let told = |table: bool, third: &str| {
        told(tree(&["Accepted"; 5], &format!("# ADRs\n\n{}", index(table, third))).path()).len()
    };
    for table in [true, false] {
        assert_eq!(told(table, "Buy a railway"), 1, "table: {table}");
        assert_eq!(told(table, "Use tool 3"), 0);
        assert_eq!(told(table, "Use tool 3 (for now)"), 0);
        assert_eq!(told(table, ""), 0);
    }
}

#[test]
fn what_is_no_index_is_left_alone() {
    let rows = "- [Use tool 1](0001-tool-1.md)\n- [Use tool 2](0002-tool-2.md)\n- [Use tool 3](0003-tool-3.md)\n";
    // Only what counts is listed.
    let accepted = ["Accepted", "Accepted", "Accepted", "Superseded", "Proposed"];
    assert_eq!(told(tree(&accepted, rows).path()), Vec::<String>::new());
    // Sentences that name records.
    let prose = "- The log follows [1](0001-tool-1.md)\n- Caches, see [2](0002-tool-2.md)\n\
                 - The lock of [3](0003-tool-3.md)\n";
    assert_eq!(told(tree(&["Accepted"; 5], prose).path()), Vec::<String>::new());
    // Fewer than half.
    assert_eq!(told(tree(&["Accepted"; 7], rows).path()), Vec::<String>::new());
    // What `render` keeps.
    let kept = format!("<!-- archdoc: adr-index -->\n{rows}<!-- archdoc: end -->\n");
    assert_eq!(told(tree(&["Accepted"; 5], &kept).path()), Vec::<String>::new());
}

#[test]
fn what_only_a_person_can_mend_is_left() {
    let head = "# Decisions\n\n| # | Title | Status | Date |\n|---|---|---|---|\n";
    let row = |n: usize, link: &str, status: &str, date: &str| {
        format!("| [{link}](000{n}-tool-{n}.md) | Use tool {n} | {status} | {date} |\n")
    };
    let good = |n| row(n, &format!("000{n}"), "Accepted", &format!("2026-03-0{n}"));
    let three = format!("{head}{}{}{}", good(1), good(2), good(3));
    for last in [
        // More than a status, and a status that knows of later days.
        row(4, "0004", "**Rejected** by the board, see [minutes](m.md)", "2026-03-04"),
        row(4, "0004", "Superseded by [3](0003-tool-3.md)", "2026-03-04"),
        row(4, "0004", "Proposed, to be decided by Anna", "2026-03-04"),
        // Another shape of day, and the wrong link in a row.
        row(4, "0004", "Accepted", "[2026-03-09](m.md)"),
        "| [0004](0003-tool-3.md) | Use tool 4 | Accepted | 2026-03-04 |\n".to_owned(),
    ] {
        let index = format!("{three}{last}");
        assert_eq!(mended(4, &index), index);
    }
    // Links whose words are the row's own, days in another shape.
    let named: String = (1..=4).map(|n| row(n, "here", "Accepted", "2026-03-01")).collect();
    assert_eq!(mended(5, &format!("{head}{named}")), format!("{head}{named}"));
    let german: String =
        (1..=4).map(|n| row(n, &format!("000{n}"), "Accepted", &format!("0{n}.03.2026"))).collect();
    assert_eq!(mended(5, &format!("{head}{german}")), format!("{head}{german}"));
}

#[test]
fn links_are_found_however_they_are_written() {
    let list = "- [Use tool 1](0001-tool-1.md)\n- [Use tool 2](<0002-tool-2.md>)\n\
                - [Use tool 3](./0003-tool-3.md#status)\n- <a href=\"0004-tool-4.md\">Use tool 4</a>\n";
    assert_eq!(told(tree(&["Accepted"; 4], list).path()), Vec::<String>::new());
}

#[test]
fn a_list_in_minutes_is_no_index() {
    let tree = tree(&["Accepted"; 5], "# Decisions\n");
    let rows = (1..=4).map(|n| format!("- [Tool {n}](adr/000{n}-tool-{n}.md)"));
    let rows = rows.collect::<Vec<_>>().join("\n");
    let minutes = |heading: &str| {
        fs::write(tree.path().join("docs/notes.md"), format!("# {heading}\n\n{rows}\n")).unwrap();
        told(tree.path()).len()
    };
    assert_eq!(minutes("Meeting of Tuesday"), 0);
    assert_eq!(minutes("Architecture decision records"), 1);
}
