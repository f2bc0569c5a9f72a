//! Rows and items that an index lacks.

use super::*;

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
fn what_is_done_in_part_is_written_into_no_row_as_accepted() {
    let table = "# Decisions\n\n| # | Title | Status |\n|---|---|---|\n\
                 | [0001](0001-tool-1.md) | Use tool 1 | Accepted |\n\
                 | [0002](0002-tool-2.md) | Use tool 2 | Accepted |\n\
                 | [0003](0003-tool-3.md) | Use tool 3 | Proposed |\n";
    let partly = tree(&["Accepted", "Accepted", "Partially Implemented"], table);
    let ran = run(partly.path(), &["check"]);
    let said = ran.stdout + &ran.stderr;
    assert!(said.contains("ADR 3 is `Partially Implemented` in its own file"), "{said}");
    run(partly.path(), &["check", "--fix"]);
    assert_eq!(index(&partly), table);
}

#[test]
fn a_row_below_the_heading_of_another_status_is_told() {
    let statuses = ["Accepted", "Superseded", "Accepted", "Proposed", "Superseded", "Superseded"];
    let index = |active: &[usize], old: &[usize]| {
        let rows = |numbers: &[usize]| rows("- [Use tool N](000N-tool-N.md)\n", numbers);
        format!("# ADRs\n\n## Active ADRs\n\n{}\n## Superseded\n\n{}", rows(active), rows(old))
    };
    let told = |active, old| told(tree(&statuses, &index(active, old)).path());
    let line = "docs/adr/README.md:8:3: warning[adr-index-drift]: the index of `docs/adr` contradicts \
                the records in 1 row";
    assert_eq!(told(&[1, 3, 4, 5], &[2, 6]), [line]);
    // What is active may have proposals; and where many stand elsewhere, the headings mean something else.
    assert_eq!(told(&[1, 3, 4], &[2, 5, 6]), Vec::<String>::new());
    assert_eq!(told(&[1, 2, 3, 4, 5], &[6]), Vec::<String>::new());
    // What is done may have been superseded since.
    let done = index(&[1, 3, 4, 5], &[2, 6]).replace("Active ADRs", "Done");
    assert_eq!(super::told(tree(&statuses, &done).path()), Vec::<String>::new());
}

#[test]
fn a_row_for_a_status_that_no_row_has_gets_the_records_own_word() {
    let table = |first: &str| {
        format!(
            "# Decisions\n\n| # | Title | Status |\n|---|---|---|\n\
             | [0001](0001-tool-1.md) | Use tool 1 | {first} |\n\
             | [0002](0002-tool-2.md) | Use tool 2 | {first} |\n\
             | [0003](0003-tool-3.md) | Use tool 3 | {first} |\n"
        )
    };
    // The last: a sign, and a word of another language, show no form for it.
    for (theirs, expected) in [
        ("Accepted", "Proposed"),
        ("accepted", "proposed"),
        ("✅ Accepted", ""),
        ("Angenommen", ""),
    ] {
        let table = table(theirs);
        let tree = tree(&["Accepted", "Accepted", "Accepted", "Proposed"], &table);
        run(tree.path(), &["check", "--fix"]);
        let row = format!("| [0004](0004-tool-4.md) | Use tool 4 | {expected} |\n");
        assert_eq!(index(&tree), format!("{table}{row}"), "{theirs}");
    }
}

#[test]
fn a_remark_in_another_row_is_not_copied_with_its_status() {
    for remark in [" (follow-up items remain)", ", with exceptions", " — see the minutes"] {
        let table = format!(
            "# Decisions\n\n| # | Title | Status |\n|---|---|---|\n\
             | [0001](0001-tool-1.md) | Use tool 1 | Proposed |\n\
             | [0002](0002-tool-2.md) | Use tool 2 | Accepted{remark} |\n\
             | [0003](0003-tool-3.md) | Use tool 3 | Proposed |\n"
        );
        let tree = tree(&["Accepted", "Accepted", "Proposed", "Accepted"], &table);
        run(tree.path(), &["check", "--fix"]);
        let mended = table.replace("Use tool 1 | Proposed", "Use tool 1 | Accepted");
        let row = "| [0004](0004-tool-4.md) | Use tool 4 | Accepted |\n";
        assert_eq!(index(&tree), format!("{mended}{row}"), "{remark}");
    }
}

#[test]
fn what_a_program_writes_is_left_to_it_and_a_title_makes_no_program() {
    let list = "* [1](0001-tool-1.md)\n* [2](0002-tool-2.md)\n* [3](0003-tool-3.md)\n";
    let four = ["Accepted"; 4];
    for said in [
        "*This file is autogenerated*",
        "<!-- Automatically generated by a script. -->",
        "Written by [our tool](https://example.org/tool). Do not edit.",
    ] {
        let tree = tree(&four, &format!("# Decisions\n\n{said}\n\n{list}"));
        assert_eq!(told(tree.path()), Vec::<String>::new(), "{said}");
    }
    let titled = list.replace("[3]", "[3. Use auto-generated clients]");
    let tree = tree(&four, &format!("# Decisions\n\n{titled}"));
    assert_eq!(told(tree.path()).len(), 1);
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
