//! A new row looks as the others do.

use super::*;

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
    let tree = tree(&["Accepted", "Accepted", "Accepted", "Umgesetzt"], &index(&[1, 2, 3]));
    run(tree.path(), &["check", "--fix"]);
    // Nobody knows what the index calls this status: its words are of another language.
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
