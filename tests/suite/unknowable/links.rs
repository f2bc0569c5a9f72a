//! Links and numbers of records.

use super::*;

#[test]
fn links_into_what_is_not_here() {
    let end = "[notes](../notes/2026-01-02-pumps.md) and [a file](../plans/2026-01-02-pumps.md)\n\n\
               See [the manual](https://example.org/manual/config.html), drafted [here](config.md#pump), \
               and [more](limits.md).\n";
    let files = [
        ("docs/adr/0001-a.md", record(1, "Accepted", &NYGARD, end)),
        ("docs/plans/x.md", "# X\n".to_owned()),
    ];
    let tree = tree(&files.each_ref().map(|(path, text)| (*path, text.as_str())));
    let names = || {
        let lines = findings_of(tree.path(), "adr-broken-link");
        let name = |line: &String| line.split('`').nth(1).unwrap_or_default().to_owned();
        lines.iter().map(name).collect::<Vec<_>>()
    };
    let gone = ["../notes/2026-01-02-pumps.md", "../plans/2026-01-02-pumps.md", "limits.md"];
    assert_eq!(names(), gone);
    // Without a repository around, the tree may be a part of a larger one.
    std::fs::remove_dir(tree.path().join(".git")).unwrap();
    assert_eq!(names(), gone[1..]);
}

#[test]
fn numbers_that_an_index_lists_were_records() {
    let mut files: Vec<(String, String)> =
        (1..=5).map(|number| (format!("docs/adr/000{number}-a.md"), plain(number))).collect();
    files[4].1.push_str("\n## Links\n\n* Related to ADR-9\n");
    let unknown =
        |files: &[(String, String)]| findings_of(tree_of(files).path(), "adr-unknown-target").len();
    assert_eq!(unknown(&files), 1);
    let index =
        "# Decisions\n\n| Number | Title |\n|---|---|\n| ADR-9 | Use a siphon (retired) |\n";
    files.push(("docs/adr/README.md".to_owned(), index.to_owned()));
    assert_eq!(unknown(&files), 0);
}

#[test]
fn a_record_that_supersedes_itself_is_told_at_its_statement() {
    let own = record(1, "Accepted\n\nSuperseded by ADR-1", &NYGARD, "");
    let tree = tree(&[("docs/adr/0001-a.md", &own), ("docs/adr/0002-b.md", &plain(2))]);
    let told = findings_of(tree.path(), "adr-supersession-cycle");
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("docs/adr/0001-a.md:9:"), "{told:?}");
}
