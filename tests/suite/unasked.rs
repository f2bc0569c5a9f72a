//! Change logs that nobody asked for: in a plain tree only what is called one is looked at.

use crate::harness::files::tree;
use crate::harness::program::run;

/// The rules that speak of a page in a plain tree.
fn told(name: &str, text: &str) -> Vec<String> {
    let tree = tree(&[(name, text)]);
    let ran = run(tree.path(), &["check", "--format", "short"]);
    let rule =
        |line: &str| line.split_once('[')?.1.split_once(']').map(|(rule, _)| rule.to_owned());
    ran.stdout.lines().filter_map(rule).collect()
}

const ROWS: &str = "| Date | Version | Author | Changes |\n|---|---|---|---|\n\
                    | 2026-01-02 | 1.0 | Ann | The first text of all |\n\
                    | 2026-02-02 | 1.1 | | The second text of it |\n";

#[test]
fn a_title_makes_the_log() {
    let below =
        |title: &str| told("notes/a.md", &format!("# Pumps\n\nText.\n\n## {title}\n\n{ROWS}"));
    assert_eq!(below("Change log"), ["changelog-missing-field"]);
    // All columns of a log say what the word leaves open.
    assert_eq!(below("History"), ["changelog-missing-field"]);
    for title in ["Schedule", "Sign-off", "Audits of the year"] {
        assert!(below(title).is_empty(), "{title}");
    }
    let text = format!("# Pumps\n\nText.\n\n## Change log\n\n{ROWS}");
    assert!(told("notes/page-template.md", &text).is_empty());
    let asked = format!(
        "<!-- archdoc: template=\"standard\" -->\n# Pumps\n\nText.\n\n## History\n\n{ROWS}"
    );
    assert!(told("a.md", &asked).contains(&"changelog-missing-field".to_owned()));
}

#[test]
fn what_a_log_may_leave_open() {
    let log = |body: &str| told("a.md", &format!("# Pumps\n\n## Change log\n\n{body}"));
    let none = Vec::<String>::new();
    // A line over a list, a row that goes on, a month, text below the table.
    assert_eq!(log("**2026-02-11 - The port**\n\n- Added a valve\n- Added a pipe\n"), none);
    let table = ROWS.replace("| |", "| Ben |");
    let text = "**Next**: 2026-03-01 the third text of it, which nobody has written yet\n";
    assert_eq!(log(&format!("{table}| - | - | - | and a picture |\n{text}")), none);
    assert_eq!(log(&table.replace("2026-02-02", "2026-02-XX")), none);
    assert_eq!(log(&table.replace("2026-02-02", "YYYY-MM-DD")), ["changelog-untouched-row"]);
}

#[test]
fn a_day_that_a_release_tells_among_other_words_is_not_missing() {
    let log = |first: &str| {
        let entries = format!(
            "## 1.2 - 2026-02-02\n\n- Ports\n\n## 1.1\n\n{first}\n\n- Valves for 2026-03-02\n\n## 1.0 - 2026-01-02\n\n- Pumps\n"
        );
        let tree = tree(&[("CHANGELOG.md", &format!("# Changelog\n\n{entries}"))]);
        run(tree.path(), &["check", "CHANGELOG.md", "--format", "short"]).stdout
    };
    assert_eq!(log("Built after the fair of 2026-01-20."), "");
    assert!(log("Built after the fair.").contains("[changelog-missing-field]"));
}

#[test]
fn an_order_that_nobody_keeps_is_none() {
    let log = |days: &[u32]| {
        let item = |day: &u32| format!("- 2026-01-{day:02}: A pump was bought\n");
        let items: Vec<String> = days.iter().map(item).collect();
        told("a.md", &format!("# Pumps\n\n## Change log\n\n{}", items.concat()))
    };
    assert_eq!(log(&[1, 2, 9, 4, 5, 6]), ["changelog-order"]);
    assert_eq!(log(&[1, 5, 3, 7, 6, 8]), Vec::<String>::new());
}

#[test]
fn the_list_of_a_directory_says_what_check_says() {
    let table = format!("# Pumps\n\n## Change log\n\n{ROWS}");
    let releases =
        "# Changelog\n\n## 1.3.0 - 2026-02-02\n\n- Ports\n\n## 1.1.0 - 2026-01-02\n\n- Pumps\n";
    let tree = tree(&[
        ("a.md", &table),
        ("CHANGELOG.md", releases),
        ("page-template.md", &table.replace("Ann", "Ben")),
        ("notes/b.md", "# B\n\nText.\n"),
        ("notes/c.md", "# C\n\nText.\n"),
    ]);
    let rules = |args: &[&str]| {
        let found = run(tree.path(), args).stdout;
        serde_json::from_str::<serde_json::Value>(&found).unwrap().as_array().unwrap().clone()
    };
    let checked = rules(&["check", ".", "--format", "json"]);
    let listed = rules(&["changelog", "list", ".", "--format", "json"]);
    let listed: Vec<_> =
        listed.iter().flat_map(|file| file["findings"].as_array().unwrap()).cloned().collect();
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert_eq!(listed[0]["rule"], checked[0]["rule"]);
    let named = run(tree.path(), &["changelog", "list", "CHANGELOG.md"]);
    assert!(named.stderr.contains("changelog-version-jump"), "{}", named.stderr);
    // Three logs, and one line for all files that have none.
    let said = run(tree.path(), &["changelog", "list"]).stdout;
    assert_eq!(said.lines().filter(|line| line.contains("-first")).count(), 3, "{said}");
    assert!(said.ends_with("\n\nno change log in 2 files\n"), "{said}");
    let said = run(tree.path(), &["changelog", "list", "notes/b.md"]).stdout;
    assert_eq!(said, "notes/b.md: no change log\n");
}
