//! States.

use super::*;

#[test]
fn what_goes_with_a_record_states_nothing_of_its_own() {
    let text = plain(1).replace("# 1. ", "# ");
    let notes = "# Notes on it\n\n## Context\n\nThe port of pump 2.\n";
    let names = ["pump", "valve", "pipe", "tank", "meter", "fan", "seal"];
    let paths = names.map(|name| format!("docs/adr/2026-03-02-{name}.md"));
    let mut files: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), &*text)).collect();
    files.push(("docs/adr/2026-03-02-valve-notes-on-it.md", notes));
    files.push(("docs/adr/2026-03-04-drain.md", notes));
    let tree = tree(&files);
    let lines = findings_of(tree.path(), "adr-missing-status");
    assert!(matches!(lines.as_slice(), [line] if line.contains("drain")), "{lines:?}");
}

#[test]
fn a_word_that_nobody_knows_is_told_bare_and_without_a_meaning() {
    let help = |word: &str| {
        let tree = tree(&[("docs/adr/0001-a.md", &record(1, word, &NYGARD, ""))]);
        run(tree.path(), &["check"]).stderr
    };
    let said = help("🟥 **DISCARDED**");
    assert!(said.contains("which it stands for: `adr.statuses.discarded = \"...\"`"), "{said}");
    let said = help("Discussed");
    assert!(said.contains("`adr.statuses.discussed = \"...\"`"), "no word misspelt: {said}");
}

#[test]
fn a_label_of_two_verbs_accuses_nobody() {
    let read = |first: &str| {
        let mut files: Vec<(String, String)> =
            (1..=4).map(|number| (format!("docs/adr/000{number}-a.md"), plain(number))).collect();
        files[0].1 = record(1, first, &NYGARD, "");
        let label = "Date: 2026-03-02\nSupersedes / refines: ADR-1";
        files[1].1 = plain(2).replacen("Date: 2026-03-02", label, 1);
        let tree = tree_of(&files);
        let listed = run(tree.path(), &["adr", "list", "--format", "json"]).stdout;
        let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
        let superseded = listed[1]["supersedes"][0].as_str().map(str::to_owned);
        (findings_of(tree.path(), "adr-one-way-supersession").len(), superseded)
    };
    assert_eq!(read("Accepted"), (0, None));
    assert_eq!(read("Superseded by ADR-2"), (0, Some("1".to_owned())));
}

#[test]
fn a_word_of_the_team_in_the_place_of_the_status_is_one() {
    let titled = |number: u32, end: &str| {
        format!(
            "# {number}. Use pump {number}{end}\n\n## Context\n\nLoud.\n\n## Decision\n\nYes.\n"
        )
    };
    let missing = |last: &str| {
        let files: Vec<(String, String)> = (1..=6)
            .map(|number| {
                let end = if number == 6 { last } else { " [ACCEPTED]" };
                (format!("docs/adr/000{number}-a.md"), titled(number, end))
            })
            .collect();
        findings_of(tree_of(&files).path(), "adr-missing-status").len()
    };
    assert_eq!((missing(" [PLANNED]"), missing("")), (0, 1));
}

#[test]
fn a_name_with_dots_is_no_end_of_a_status() {
    let status = "Discussed by @ann.b.lee and @bob.";
    let tree = tree(&[("docs/adr/0001-a.md", &record(1, status, &NYGARD, ""))]);
    let told = findings_of(tree.path(), "adr-unknown-status");
    assert!(told.iter().all(|line| !line.contains("@ann`")), "{told:?}");
}

#[test]
fn a_word_that_the_legend_above_a_log_defines_is_the_teams() {
    let entry = |number: u32, status: &str| {
        format!(
            "## ADR {number}: Use pump {number}\n\n| Name | Pump {number} |\n|---|---|\n| Current status | {status} |\n\
             | Problem | It is slow. |\n| Decision | A queue. |\n"
        )
    };
    let told = |legend: &str| {
        let entries = entry(1, "🟥 **DISCARDED**") + "\n" + &entry(2, "🟩 **DECIDED**");
        let text = format!("# Decisions\n\n{legend}\n{entries}");
        findings_of(tree(&[("docs/adr.md", &text)]).path(), "adr-unknown-status")
    };
    let legend = |word: &str| {
        format!(
            "| Status | Meaning |\n|---|---|\n| 🟩 **DECIDED** | It counts. |\n| 🟥 **{word}** | It is over. |\n"
        )
    };
    assert_eq!(told(&legend("DISCARDED")), Vec::<String>::new());
    let lines = told(&legend("PARKED"));
    assert!(
        matches!(&*lines, [line] if line.contains("`DISCARDED` is no known status")),
        "{lines:?}"
    );
}
