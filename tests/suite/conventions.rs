//! What teams ask of their own records.

use std::fs;
use std::path::Path;

use crate::cli::run;
use tempfile::TempDir;

/// A plain tree with its settings and some files.
fn tree(settings: &str, files: &[(&str, &str)]) -> TempDir {
    let tree = tempfile::tempdir().unwrap();
    for (path, text) in files.iter().chain(&[("archdoc.toml", settings)]) {
        let file = tree.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    tree
}

/// The findings of the rules that hold records against what a team asks.
fn told(tree: &Path) -> Vec<String> {
    let ran = run(tree, &["check", "--format", "short"]);
    let ours =
        ["forbidden-status", "missing-field", "file-name", "missing-section", "unknown-status"];
    let lines = ran.stdout.lines().filter(|line| ours.iter().any(|rule| line.contains(rule)));
    lines
        .map(|line| line.split_once(": warning").unwrap())
        .map(|(at, what)| format!("{at}:{what}"))
        .collect()
}

fn record(number: u32, status: &str) -> String {
    format!(
        "# {number}. Use a queue\n\nDate: 2026-03-01\n\n## Status\n\n{status}\n\n## Context\n\nIt is slow.\n\n\
         ## Decision\n\nA queue.\n\n## Consequences\n\nFast.\n"
    )
}

const FIRST: &str = "docs/adr/0001-a.md";
const SECOND: &str = "team/adr/0002-b.md";

#[test]
fn nothing_is_asked_where_nothing_is_configured() {
    let tree =
        tree("", &[(FIRST, &record(1, "Approved")), ("docs/adr/2_B.md", &record(2, "Accepted"))]);
    assert_eq!(told(tree.path()), [""; 0]);
}

#[test]
fn the_last_convention_that_fits_and_says_something_counts() {
    let settings = "adr.form = \"nygard\"\n\
        [[adr.conventions]]\npaths = [\"team\"]\nallowed-statuses = [\"Done\", \"approved\"]\n\
        [[adr.conventions]]\npaths = [\"team/adr/**\"]\nfile-name = \"ADR-{number}-{title}\"\n";
    let files = [
        (FIRST, record(1, "**Approved** by Ann\n\nAccepted in May")),
        ("docs/adr/0003-c.md", record(3, "Superseded by [4](0004-d.md)")),
        ("docs/adr/0004-d.md", record(4, "Accepted")),
        (SECOND, record(2, "Done")),
        ("team/adr/ADR-5-e.md", record(5, "Accepted")),
    ];
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let tree = tree(settings, &files);
    let expected = [
        format!("{FIRST}:7:3:[adr-forbidden-status]: `Approved` is no status here"),
        format!(
            "{SECOND}:1:1:[adr-file-name]: `0002-b.md` is not called `ADR-{{number}}-{{title}}`"
        ),
        "team/adr/ADR-5-e.md:7:1:[adr-forbidden-status]: `Accepted` is no status here".to_owned(),
    ];
    assert_eq!(told(tree.path()), expected);
    // One word means the same in each list, and stands in place of the other.
    run(tree.path(), &["check", "--fix"]);
    let text = |path: &str| fs::read_to_string(tree.path().join(path)).unwrap();
    assert!(text(FIRST).contains("**Accepted** by Ann\n"), "{}", text(FIRST));
    assert!(text("team/adr/ADR-5-e.md").contains("\nApproved\n"));
}

#[test]
fn fields_are_found_by_any_of_their_names_and_only_where_they_have_a_value() {
    let settings = "[[adr.conventions]]\nrequired-fields = [\"status\", \"decision-makers\", \"Ticket\"]\n\
                    required-columns = [\"Option\", \"Cost\"]\n";
    let table = "\n| Cost | Option | Note |\n|--|--|--|\n| 3 | a | |\n";
    let full = record(1, "Accepted")
        .replace("Date:", "- **Ticket:** X-1\n- **Decided by**: Ann\n\nDate:")
        + table;
    let front = format!("---\ndeciders: [Ann]\nticket: X-2\n---\n{}{table}", record(2, "Accepted"));
    let bare = record(3, "Accepted").replace("Date:", "Ticket:\n\nDate:");
    let old = record(4, "Rejected");
    let files = [
        ("docs/adr/0001-a.md", full.as_str()),
        ("docs/adr/0002-b.md", &front),
        ("docs/adr/0003-c.md", &bare),
        ("docs/adr/0004-d.md", &old),
    ];
    let tree = tree(settings, &files);
    let at = "docs/adr/0003-c.md:1:1:[adr-missing-field]: ADR 3";
    let expected = [
        format!("{at} does not state `decision-makers` and `Ticket`"),
        format!("{at} has no table with `Option` and `Cost`"),
    ];
    assert_eq!(told(tree.path()), expected);
}

#[test]
fn sections_that_a_team_names_need_no_habit() {
    let settings = "[[adr.conventions]]\nrequired-sections = [\"Context\", \"Compliance\"]\n";
    let german = record(1, "Akzeptiert").replace("## Context", "## Kontext")
        + "\n## Compliance\n\nA test.\n";
    let open = record(3, "Proposed");
    let files = [
        (FIRST, german.as_str()),
        ("docs/adr/0002-b.md", &record(2, "Accepted")),
        ("docs/adr/0003-c.md", &open),
    ];
    let tree = tree(settings, &files);
    let expected =
        ["docs/adr/0002-b.md:1:1:[adr-missing-section]: ADR 2 has no section \"Compliance\""];
    assert_eq!(told(tree.path()), expected);
}

#[test]
fn what_a_setting_cannot_mean_is_told_where_it_stands() {
    let named = tree(
        "[[adr.conventions]]\nfile-name = \"{numbr}.md\"\n",
        &[(FIRST, &record(1, "Accepted"))],
    );
    let ran = run(named.path(), &["check"]);
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
    assert!(ran.stderr.contains("`{numbr}` stands for nothing in a file's name"), "{}", ran.stderr);
    let form = tree(
        "adr.form = \"mader\"\n[[adr.conventions]]\nallowed-status = []\n",
        &[(FIRST, &record(1, "Accepted"))],
    );
    let ran = run(form.path(), &["check", "--format", "short"]);
    assert!(
        ran.stdout.contains("`mader`") && ran.stdout.contains("allowed-status"),
        "{}",
        ran.stdout
    );
}
