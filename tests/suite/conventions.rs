//! What teams ask of their own records.

use std::fs;
use std::path::Path;

use crate::harness::program::run;
use tempfile::TempDir;

/// A plain tree with its settings and some files.
fn tree(settings: &str, files: &[(&str, &str)]) -> TempDir {
    crate::harness::files::tree(&[&[("archdoc.toml", settings)], files].concat())
}

/// The findings of the rules that hold records against what a team asks.
fn told(tree: &Path) -> Vec<String> {
    let ran = run(tree, &["check", "--format", "short"]);
    let ours = [
        "forbidden-status",
        "missing-field",
        "file-name",
        "missing-section",
        "unknown-status",
        "number-gap",
    ];
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
    let settings = "[[adr.conventions]]\nallowed-statuses = [\"accepted\", \"superseded\"]\n\
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

#[test]
fn an_empty_list_lifts_what_was_asked_before() {
    let settings = "[[adr.conventions]]\nallowed-statuses = [\"accepted\"]\nrequired-fields = [\"Ticket\"]\n\
        required-columns = [\"Cost\"]\nrequired-sections = [\"Compliance\"]\n\
        [[adr.conventions]]\npaths = [\"team\"]\nallowed-statuses = []\nrequired-fields = []\n\
        required-columns = []\nrequired-sections = []\n";
    let tree = tree(settings, &[(FIRST, &record(1, "Approved")), (SECOND, &record(2, "Approved"))]);
    let told = told(tree.path());
    assert!(told.len() == 4 && told.iter().all(|line| line.starts_with(FIRST)), "{told:#?}");
}

#[test]
fn an_empty_word_is_no_convention() {
    let settings = "[[adr.conventions]]\nallowed-statuses = [\"accepted\", \"\"]\n";
    let tree = tree(settings, &[(FIRST, &record(1, "Accepted"))]);
    let ran = run(tree.path(), &["check"]);
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
    assert!(ran.stderr.contains("expected a word, found an empty string"), "{}", ran.stderr);
}

#[test]
fn a_word_of_the_team_may_be_written_for_the_allowed_one_that_it_stands_for() {
    let settings = "adr.statuses = { done = \"accepted\", parked = \"on-hold\" }\n\
        [[adr.conventions]]\nallowed-statuses = [\"accepted\", \"İncelendi\", \"on-trial\"]\n";
    let files = [
        (FIRST, record(1, "Done")),
        ("docs/adr/0002-b.md", record(2, "İncelendi")),
        ("docs/adr/0003-c.md", record(3, "On Trial")),
        ("docs/adr/0004-d.md", record(4, "Parked")),
    ];
    let files = files.each_ref().map(|(path, text)| (*path, text.as_str()));
    let tree = tree(settings, &files);
    let expected = ["docs/adr/0004-d.md:7:1:[adr-forbidden-status]: `Parked` is no status here"];
    assert_eq!(told(tree.path()), expected);
}

#[test]
fn a_form_asks_for_what_its_source_does_and_leaves_the_rest_open() {
    let madr = |status: &str| {
        format!(
            "{status}# Use a queue\n\n## Context and Problem Statement\n\nIt is slow.\n\n## Considered Options\n\n\
             * a\n* b\n\n## Decision Outcome\n\nChosen option: \"a\", because it is fast.\n"
        )
    };
    let form = "adr.form = \"nygard\"\n[[adr.conventions]]\npaths = [\"team\"]\nform = \"madr\"\n";
    let in_force = madr("---\nstatus: implemented\n---\n");
    let files = [
        (FIRST, record(1, "Draft")),
        ("team/adr/0001-a.md", in_force.replace("Considered Options", "Links")),
        ("team/adr/0002-b.md", madr("")),
        ("docs/adr/0003-c.md", record(3, "Approved").replace("## Status\n\nApproved\n\n", "")),
    ];
    let files = files.each_ref().map(|(path, text)| (*path, text.as_str()));
    let tree = tree(form, &files);
    let expected = [
        "docs/adr/0003-c.md:1:1:[adr-missing-field]: ADR 3 does not state `status`",
        "team/adr/0001-a.md:4:1:[adr-missing-section]: ADR 1 has no section \"Considered Options\"",
    ];
    assert_eq!(told(tree.path()), expected);
}

#[test]
fn a_translation_is_not_held_against_the_words_of_its_record() {
    let settings = "[[adr.conventions]]\nallowed-statuses = [\"accepted\"]\n";
    let files = [
        ("docs/adr/0001-use-a-queue.md", record(1, "Accepted")),
        ("docs/adr/0001-use-a-queue.de.md", record(1, "Akzeptiert")),
    ];
    let files = files.each_ref().map(|(path, text)| (*path, text.as_str()));
    assert_eq!(told(tree(settings, &files).path()), [""; 0]);
}

#[test]
fn fields_and_columns_are_found_wherever_they_stand() {
    let settings = "[[adr.conventions]]\nrequired-fields = [\"Ticket\"]\nrequired-columns = [\"Option\", \"Cost\"]\n";
    let with = |number: u32, ticket: &str, table: &str| {
        record(number, "Accepted").replace("## Context", &format!("{ticket}\n\n## Context")) + table
    };
    let files = [
        (
            FIRST,
            with(
                1,
                "- Links\n  - Ticket: X-1",
                "\n- These:\n\n  | Option | Cost |\n  |--|--|\n  | a | 1 |\n",
            ),
        ),
        (
            "docs/adr/0002-b.md",
            with(
                2,
                "> Ticket (of ours): X-1",
                "\n> | Option (short) | **Cost** [EUR] |\n> |--|--|\n> | a | 1 |\n",
            ),
        ),
        (
            "docs/adr/0003-c.md",
            with(3, "<table>\n<tr><td>Ticket</td><td>X-1</td></tr>\n</table>", ""),
        ),
        ("docs/adr/0004-d.md", with(4, "", "\n| Option | Costs |\n|--|--|\n| a | 1 |\n")),
    ];
    let files = files.each_ref().map(|(path, text)| (*path, text.as_str()));
    let at = "docs/adr/0004-d.md:1:1:[adr-missing-field]: ADR 4";
    let expected = [
        format!("{at} does not state `Ticket`"),
        format!("{at} has no table with `Option` and `Cost`"),
    ];
    assert_eq!(told(tree(settings, &files).path()), expected);
}

#[test]
fn a_number_is_looked_for_in_the_whole_tree_before_it_is_missed() {
    let one = record(1, "Accepted");
    let three = record(3, "Accepted");
    let six = record(6, "Accepted");
    let files = [
        ("docs/adr/accepted/0001-a.md", one.as_str()),
        ("docs/adr/accepted/0003-c.md", &three),
        ("docs/adr/rejected/0002-b.md", &record(2, "Rejected")),
        ("x/adr/0001-a.md", &one),
        ("x/adr/0003-c.md", &three),
        ("y/adr/0003-c.md", &three),
        ("y/adr/0006-f.md", &six),
    ];
    let tree = tree("[rules]\nadr-number-gap = \"warn\"\n", &files);
    fs::write(tree.path().join("x/adr/0002-b.md"), b"caf\xe9\n").unwrap();
    let expected = ["y/adr/0006-f.md:1:1:[adr-number-gap]: no record has the numbers 4 to 5"];
    assert_eq!(told(tree.path()), expected);
}

#[test]
fn boxes_that_nobody_asks_for_are_not_open() {
    let settings = "[[documents]]\ntemplate = \"handbook\"\npaths = [\"*.md\"]\n";
    let document = |boxes: &str| {
        format!(
            "# Tracker\n\n## System Overview\n\nA shop.\n\n## Review Checklist\n\n- [x] Security\n{boxes}\n\
             ---\n\n**Document Status**: Approved\n"
        )
    };
    let struck = document("- [ ] ~~Operations~~ not applicable\n");
    let nested = document("\n### For each later release\n\n- [ ] Load test\n");
    let open = document("- [ ] ~~Operations~~\n- [ ] Load ~~and backup~~ test\n");
    let tree = tree(settings, &[("a.md", &struck), ("b.md", &nested), ("c.md", &open)]);
    let ran = run(tree.path(), &["check", "--format", "short"]);
    let told: Vec<&str> =
        ran.stdout.lines().filter(|line| line.contains("open-checklist")).collect();
    assert_eq!(
        told,
        [
            "c.md:7:1: warning[open-checklist]: the document is final, and 1 of 2 boxes in `Review Checklist` is open"
        ]
    );
}
