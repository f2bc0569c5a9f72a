//! Files that were renamed, numbered anew or removed.

use super::*;

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
