//! Indexes that people keep by hand, held against the records and mended.

use std::fs;
use std::path::Path;

use crate::cli::run;
use tempfile::TempDir;

/// A plain tree with records of these statuses, counted from 1, and an index beside them.
fn tree(statuses: &[&str], index: &str) -> TempDir {
    let tree = tempfile::tempdir().unwrap();
    let records = tree.path().join("docs/adr");
    fs::create_dir_all(&records).unwrap();
    fs::create_dir(tree.path().join(".git")).unwrap();
    for (number, status) in (1..).zip(statuses) {
        let text = format!(
            "# {number}. Use tool {number}\n\nDate: 2026-03-0{number}\n\n## Status\n\n{status}\n\n\
             ## Context\n\nIt is slow.\n\n## Decision\n\nA tool.\n\n## Consequences\n\nOne more.\n"
        );
        fs::write(records.join(format!("000{number}-tool-{number}.md")), text).unwrap();
    }
    fs::write(records.join("README.md"), index).unwrap();
    tree
}

fn index(tree: &TempDir) -> String {
    fs::read_to_string(tree.path().join("docs/adr/README.md")).unwrap()
}

fn told(tree: &Path) -> Vec<String> {
    let ran = run(tree, &["check", "--format", "short"]);
    let lines = ran.stdout.lines().filter(|line| line.contains("[adr-index-drift]"));
    lines.map(str::to_owned).collect()
}

#[test]
fn a_table_gets_its_rows_and_its_statuses() {
    let table = "# Decisions\r\n\r\n| # | Title | Status | Date | Owner |\r\n|---|---|---|---|---|\r\n\
                 | [0001](0001-tool-1.md) | Use tool 1 | Accepted | 2026-03-01 | Ann |\r\n\
                 | [0002](0002-tool-2.md) | Use tool 2 | Proposed | 2026-03-02 | Ben |\r\n\
                 | [0003](0003-tool-3.md) | Use tool 3 | Proposed | 2026-03-03 | Cem |\r\n";
    let tree = tree(&["Accepted", "Accepted", "Proposed", "Proposed", "Accepted"], table);
    let line = "docs/adr/README.md:6:41: warning[adr-index-drift]: the index of `docs/adr` lacks 2 \
                records and contradicts the records in 1 row";
    assert_eq!(told(tree.path()), [line]);
    assert_eq!(run(tree.path(), &["check", "--fix"]).code, Some(0));
    let mended = table.replace("Use tool 2 | Proposed", "Use tool 2 | Accepted");
    let added = "| [0004](0004-tool-4.md) | Use tool 4 | Proposed | 2026-03-04 |  |\r\n\
                 | [0005](0005-tool-5.md) | Use tool 5 | Accepted | 2026-03-05 |  |\r\n";
    assert_eq!(index(&tree), format!("{mended}{added}"));
    assert_eq!(told(tree.path()), Vec::<String>::new());
    run(tree.path(), &["check", "--fix"]);
    assert_eq!(index(&tree), format!("{mended}{added}"), "twice is once");
}

#[test]
fn a_list_gets_its_item_in_its_place() {
    let list = "# Decisions\n\n* [ADR-0001](0001-tool-1.md) - Use tool 1\n\
                * [ADR-0003](0003-tool-3.md) - Use tool 3\n\
                * [ADR-0004](0004-tool-4.md) - Use tool 4";
    let tree = tree(&["Accepted"; 5], list);
    run(tree.path(), &["check", "--fix"]);
    let all = (1..=5).map(|n| format!("* [ADR-000{n}](000{n}-tool-{n}.md) - Use tool {n}"));
    let all = all.collect::<Vec<_>>().join("\n");
    assert_eq!(index(&tree), format!("# Decisions\n\n{all}"));
}

#[test]
fn a_new_row_has_the_words_that_most_rows_have_for_its_status() {
    let row = |number: usize, status: &str| {
        format!("| [000{number}](000{number}-tool-{number}.md) | Use tool {number} | {status} |\n")
    };
    let listed = [(1, "In discussion"), (2, "Proposed"), (3, "Accepted"), (4, "Proposed")];
    let rows: String = listed.iter().map(|&(number, status)| row(number, status)).collect();
    let table = format!("# Decisions\n\n| # | Title | Status |\n|---|---|---|\n{rows}");
    for own in ["Proposed", "In discussion"] {
        let tree = tree(&["In discussion", "Proposed", "Accepted", "Proposed", own], &table);
        run(tree.path(), &["check", "--fix"]);
        assert_eq!(index(&tree), format!("{table}{}", row(5, "Proposed")), "{own}");
    }
}

#[test]
fn a_row_beside_one_with_other_words_is_made_as_the_rest() {
    let list = "# Decisions\n\n- [Use tool 1](./0001-tool-1.md)\n- [Use tool 2](./0002-tool-2.md)\n\
                - [Use tool 3](./0003-tool-3.md)\n- [The fourth, in short](./0004-tool-4.md)\n";
    let tree = tree(&["Accepted"; 5], list);
    let [old, new] =
        ["0005-tool-5.md", "0005_tool_5.md"].map(|name| tree.path().join("docs/adr").join(name));
    fs::rename(old, new).unwrap();
    run(tree.path(), &["check", "--fix"]);
    assert_eq!(index(&tree), format!("{list}- [Use tool 5](./0005_tool_5.md)\n"));
}

#[test]
fn a_renamed_file_and_a_second_row_are_told() {
    let list = "# Decisions\n\n1. [Use tool 1](0001-tool-1.md)\n2. [Use tool 2](0002-old-name.md)\n\
                3. [Use tool 3](0003-tool-3.md)\n4. [Use tool 4](0003-tool-3.md)\n\
                5. [Use tool 5](0004-tool-4.md)\n";
    let tree = tree(&["Accepted"; 4], list);
    let line = "docs/adr/README.md:4:4: warning[adr-index-drift]: the index of `docs/adr` links 1 \
                file that is gone and has 1 record twice";
    assert_eq!(told(tree.path()), [line]);
    run(tree.path(), &["check", "--fix"]);
    assert_eq!(index(&tree), list.replace("0002-old-name.md", "0002-tool-2.md"));
}

#[test]
fn records_that_were_numbered_anew_keep_the_rows_with_their_words() {
    let row = |number: &str, name: &str, title: &str| {
        format!("| [ADR-{number}]({number}-{name}.md) | {title} | Accepted |\n")
    };
    let head = "# Decisions\n\n| # | Title | Status |\n|---|---|---|\n";
    let known = [("0001", "tool-1", "Use tool 1"), ("0002", "tool-2", "Use tool 2")];
    let known: String =
        known.iter().map(|(number, name, title)| row(number, name, title)).collect();
    let stale = row("0004", "tool-3", "Use tool 3") + &row("0005", "tool-4", "Use tool 4");
    let tree = tree(&["Accepted"; 5], &format!("{head}{known}{stale}"));
    let told = told(tree.path());
    let said = "links 2 files that are gone";
    assert!(told.len() == 1 && told[0].contains(said), "{told:?}");
    run(tree.path(), &["check", "--fix"]);
    let mended = row("0003", "tool-3", "Use tool 3") + &row("0004", "tool-4", "Use tool 4");
    let added = row("0005", "tool-5", "Use tool 5");
    assert_eq!(index(&tree), format!("{head}{known}{mended}{added}"));
}

#[test]
fn a_row_with_another_decisions_words_never_leads_to_the_one_with_its_number() {
    let row = |target: &str, title: &str| format!("- [{title}]({target}.md)\n");
    let known = [1, 2].map(|n| row(&format!("000{n}-tool-{n}"), &format!("Use tool {n}"))).concat();
    let list = |row: &str| format!("# Decisions\n\n{known}{row}");
    // Neither its title nor its file is called so.
    let other = list(&row("0003-choose-queue", "Choose a queue"));
    let tree = tree(&["Accepted"; 3], &other);
    let ran = run(tree.path(), &["check"]);
    let said = "`docs/adr/0003-choose-queue.md` does not exist; ADR 3 has other words: \
                `docs/adr/0003-tool-3.md`";
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
    run(tree.path(), &["check", "--fix"]);
    assert_eq!(index(&tree), other);
    // Its words are those of a record that has a row.
    let doubled = list(&row("0003-tool-2", "Use tool 2"));
    fs::write(tree.path().join("docs/adr/README.md"), &doubled).unwrap();
    run(tree.path(), &["check", "--fix"]);
    assert!(index(&tree).contains("- [Use tool 2](0003-tool-2.md)\n"), "{}", index(&tree));
}

#[test]
fn rows_whose_files_are_gone_are_rows() {
    let rows = rows("- [Use tool N](000N-tool-N.md)\n", &[1, 2, 3, 4, 5]);
    let list = format!("# Decisions\n\n{rows}");
    let told = |statuses: &[&str], list: &str| {
        told(tree(statuses, list).path())
            .iter()
            .map(|line| line[line.find("the index").unwrap()..].to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told(&["Accepted"; 2], &list),
        ["the index of `docs/adr` links 3 files that are gone"]
    );
    assert_eq!(
        told(&["Accepted"; 1], &list),
        ["the index of `docs/adr` links 4 files that are gone"]
    );
    // Renamed, all but two.
    let renamed = ["1", "3", "5"].into_iter().fold(list.clone(), |list, n| {
        list.replace(&format!("000{n}-tool"), &format!("000{n}-old"))
    });
    assert_eq!(
        told(&["Accepted"; 5], &renamed),
        ["the index of `docs/adr` links 3 files that are gone"]
    );
    // None of the directory's records is there: another one may be meant.
    let others = list.replace("](", "](../rfc/");
    assert_eq!(told(&["Accepted"; 5], &others), Vec::<String>::new());
}

#[test]
fn one_row_of_four_is_a_fault() {
    let head = "# Decisions\n\n| # | Title | Date |\n|---|---|---|\n";
    let rows = rows("| [000N](000N-tool-N.md) | Use tool N | 2026-03-0N |\n", &[1, 2, 3, 4]);
    let index = format!("{head}{rows}").replace("2026-03-02", "2026-03-20");
    let tree = tree(&["Accepted"; 4], &index);
    assert_eq!(told(tree.path()).len(), 1);
    run(tree.path(), &["check", "--fix"]);
    assert_eq!(self::index(&tree), format!("{head}{rows}"));
}

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

/// What `check --fix`, run twice, makes of an index of accepted records.
fn mended(records: usize, index: &str) -> String {
    let tree = tree(&vec!["Accepted"; records], index);
    run(tree.path(), &["check", "--fix"]);
    run(tree.path(), &["check", "--fix"]);
    self::index(&tree)
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

/// The rows of an index for some records, each made by a pattern: `N` is the number, `K` its place.
fn rows(pattern: &str, numbers: &[usize]) -> String {
    let row = |(place, number): (usize, &usize)| {
        pattern.replace('N', &number.to_string()).replace('K', &place.to_string())
    };
    numbers.iter().enumerate().map(|(at, number)| row((at + 1, number))).collect()
}

#[test]
fn a_new_row_keeps_the_style_of_the_others() {
    let head = "# Decisions\n\n";
    for (above, pattern) in [
        // The way to the file, and a section or the title of it.
        ("", "- [Use tool N](./000N-tool-N.md)\n"),
        ("", "- [Use tool N](../adr/000N-tool-N.md)\n"),
        ("", "- [Use tool N](000N-tool-N.md#status)\n"),
        ("", "- [Use tool N](./000N-tool-N.md#N-use-tool-N)\n"),
        // Tables without outer bars, with an indent, set in columns.
        ("No | Title\n---|---\n", "[N](000N-tool-N.md) | Use tool N\n"),
        ("  | # | Title |\n  |---|---|\n", "  | [N](000N-tool-N.md) | Use tool N |\n"),
        ("|#|Title|\n|-|-|\n", "|[N](000N-tool-N.md)|Use tool N|\n"),
        // Numbers of the record, everywhere the same, counted.
        ("", "N. [Use tool N](000N-tool-N.md)\n"),
        ("", "1. [Use tool N](000N-tool-N.md)\n"),
        ("", "K) [Use tool N](000N-tool-N.md)\n"),
        // A loose list.
        ("", "* [Use tool N](000N-tool-N.md)\n\n"),
    ] {
        let index = |numbers: &[usize]| format!("{head}{above}{}", rows(pattern, numbers));
        assert_eq!(mended(5, &index(&[1, 2, 3])), index(&[1, 2, 3, 4, 5]), "{pattern}");
    }
}

#[test]
fn the_newest_comes_first_where_it_does() {
    let head = "# Decisions\n\n| # | Title | Status |\n|---|---|---|\n";
    let row = "| [N](./000N-tool-N.md) | Use tool N | Accepted |\n";
    let index = |numbers: &[usize]| format!("{head}{}", rows(row, numbers));
    assert_eq!(mended(6, &index(&[4, 3, 2])), index(&[6, 5, 4, 3, 2, 1]));
    assert_eq!(mended(6, &index(&[6, 5, 2])), index(&[6, 5, 4, 3, 2, 1]));
    assert_eq!(mended(6, &index(&[3, 4, 6])), index(&[1, 2, 3, 4, 5, 6]));
    // No order to be seen.
    assert_eq!(mended(6, &index(&[2, 4, 3])), index(&[2, 4, 3]));
}

#[test]
fn what_would_be_guessed_is_left() {
    for (pattern, numbers) in [
        // What follows would be counted anew.
        ("K. [Use tool N](000N-tool-N.md)\n", [1, 2, 4]),
        ("K. [Use tool N](000N-tool-N.md)\n", [3, 2, 1]),
        // It was ticked for one record.
        ("- [x] [Use tool N](000N-tool-N.md)\n", [1, 2, 3]),
        // What belongs to an item would be torn from it.
        ("- [Use tool N](000N-tool-N.md)\n  - by Ann\n", [1, 2, 3]),
        // The others have no such section.
        ("- [Use tool N](000N-tool-N.md#costs-of-N)\n", [1, 2, 3]),
        // The cell before it would be none.
        ("Ann | [Use tool N](000N-tool-N.md)\n", [1, 2, 3]),
    ] {
        let table = if pattern.contains('|') { "Who | Title\n--- | ---\n" } else { "" };
        let index = format!("# Decisions\n\n{table}{}", rows(pattern, &numbers));
        assert_eq!(mended(4, &index), index);
    }
}

#[test]
fn columns_stay_below_each_other() {
    let head = "# Decisions\n\n| #                       | Title      | Status   |\n\
                |-------------------------|------------|----------|\n";
    let row = "| [000N](000N-tool-N.md)  | Use tool N | Accepted |\n";
    let index = |numbers: &[usize]| format!("{head}{}", rows(row, numbers));
    let tree = tree(&["Accepted", "Accepted", "Accepted", "Implemented"], &index(&[1, 2, 3]));
    run(tree.path(), &["check", "--fix"]);
    // Nobody knows what the index calls this status.
    let open = rows(row, &[4]).replace("Accepted", "        ");
    assert_eq!(self::index(&tree), format!("{}{open}", index(&[1, 2, 3])));
}

#[test]
fn one_base_for_all_paths_of_a_finding() {
    let list = "# Decisions\n\n- [Use tool 1](0001-tool-1.md)\n- [Use tool 2](./0002-old.md)\n\
                - [Use tool 3](0003-tool-3.md)\n- [Use tool 4](0004-tool-4.md)\n\
                - [Use tool 9](0009-tool-9.md)\n";
    let tree = tree(&["Accepted"; 5], list);
    let book = tree.path().join("book");
    fs::create_dir_all(&book).unwrap();
    fs::rename(tree.path().join("docs"), book.join("src")).unwrap();
    fs::write(book.join("book.toml"), "[preprocessor.archdoc]\nbefore = [\"links\"]\n").unwrap();
    fs::write(book.join("src/SUMMARY.md"), "# Summary\n").unwrap();
    let ran = run(&book, &["check"]);
    for said in [
        "the index of `src/adr` ",
        "ADR 2 is in `src/adr/0002-tool-2.md`",
        "ADR 5 is not listed: src/adr/0005-tool-5.md",
        "`src/adr/0009-tool-9.md` does not exist",
        " --> src/adr/README.md",
    ] {
        assert!(ran.stderr.contains(said), "{said}\n{}", ran.stderr);
    }
    run(&book, &["check", "--fix"]);
    let mended = fs::read_to_string(book.join("src/adr/README.md")).unwrap();
    assert!(mended.contains("[Use tool 2](./0002-tool-2.md)"), "{mended}");
}

#[test]
fn a_guide_that_has_the_records_below_its_topics_is_no_index() {
    let tree = tree(&["Accepted"; 7], "# Decisions\n");
    let item = |number: usize| format!("- [Use tool {number}](adr/000{number}-tool-{number}.md)\n");
    let guide = |groups: &[&[usize]]| {
        let topic = |(at, numbers): (usize, &&[usize])| {
            let items: String = numbers.iter().copied().map(item).collect();
            format!("## Topic {at}\n\n- [Notes](notes-{at}.md)\n{items}\n")
        };
        format!("# Guide\n\n{}", groups.iter().enumerate().map(topic).collect::<String>())
    };
    let told_of = |text: String| {
        fs::write(tree.path().join("docs/README.md"), text).unwrap();
        told(tree.path()).iter().filter(|line| line.starts_with("docs/README.md")).count()
    };
    assert_eq!(told_of(guide(&[&[1, 2], &[3, 4], &[5]])), 0);
    assert_eq!(told_of(guide(&[&[1, 2, 3, 4, 5]])), 1, "in one list they are an index");
}

#[test]
fn a_list_elsewhere_that_leads_to_the_index_need_not_have_all() {
    let tree = tree(&["Accepted"; 7], "# Decisions\n");
    let told_of_in = |file: &str, before: &str| {
        let item = |at: u8| format!("- [Tool {at}](../adr/000{at}-tool-{at}.md)\n");
        let items: String = (1..7).map(item).collect();
        let text = format!("# Guide\n\n## Decisions\n\n{before}\n{items}");
        fs::create_dir_all(tree.path().join("docs/guide")).unwrap();
        fs::write(tree.path().join(file), text).unwrap();
        let count = told(tree.path()).iter().filter(|line| line.starts_with(file)).count();
        fs::remove_file(tree.path().join(file)).unwrap();
        count
    };
    let told_of = |before: &str| told_of_in("docs/guide/start.md", before);
    assert_eq!(told_of("Ours:\n"), 1);
    assert_eq!(told_of("- [Index](../adr/README.md)"), 0);
    assert_eq!(told_of("All of them are [here](../adr/).\n"), 0);
    let index = "- [Index](../adr/README.md)";
    assert_eq!(told_of_in("docs/guide/SUMMARY.md", index), 1, "it is the book");
    assert_eq!(told_of_in("docs/guide/summary.md", index), 0, "it is a chapter");
}
