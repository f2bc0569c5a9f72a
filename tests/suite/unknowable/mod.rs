//! What cannot be known of a record is not held against it.

use std::path::Path;

use crate::cli::run;
use crate::tree::tree;

/// A record with this status, these sections and this line at its end.
fn record(number: u32, status: &str, sections: &[&str], end: &str) -> String {
    let sections: Vec<String> =
        sections.iter().map(|title| format!("## {title}\n\nA pump is loud.\n\n")).collect();
    format!(
        "# {number}. Use pump {number}\n\nDate: 2026-03-02\n\n## Status\n\n{status}\n\n{}{end}\n",
        sections.concat()
    )
}

const NYGARD: [&str; 3] = ["Context", "Decision", "Consequences"];

fn plain(number: u32) -> String {
    record(number, "Accepted", &NYGARD, "")
}

/// The files that a rule speaks of, with what it says.
fn told(directory: &Path, rule: &str) -> Vec<String> {
    let ran = run(directory, &["check", "--format", "short"]);
    let rule = format!("[{rule}]");
    ran.stdout.lines().filter(|line| line.contains(&rule)).map(str::to_owned).collect()
}

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
        let lines = told(tree.path(), "adr-broken-link");
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
fn a_day_anywhere_in_the_section_on_the_status() {
    let undated = |status: &str| record(6, status, &NYGARD, "").replace("Date: 2026-03-02\n\n", "");
    let told = |status: &str| {
        let mut files: Vec<(String, String)> =
            (1..=5).map(|number| (format!("docs/adr/000{number}-a.md"), plain(number))).collect();
        files.push(("docs/adr/0006-a.md".to_owned(), undated(status)));
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        told(tree(&files).path(), "adr-missing-date").len()
    };
    assert_eq!(told("Accepted"), 1);
    assert_eq!(told("Accepted\n\n2024-02-03 by Ann"), 0);
    assert_eq!(told("Accepted\n  \nby Ann, 3 February 2024"), 0);
}

#[test]
fn sections_that_a_series_of_its_own_leaves_out() {
    let mut files: Vec<(String, String)> =
        (1..=6).map(|number| (format!("docs/adr/ADR-000{number}-a.md"), plain(number))).collect();
    let principle = |number: u32, sections: &[&str]| {
        let text = record(number, "Accepted", sections, "");
        (
            format!("docs/adr/EPR-000{number}-a.md"),
            text.replace(&format!("# {number}."), &format!("# EPR-000{number}:")),
        )
    };
    let told = |files: &[(String, String)]| {
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        told(tree(&files).path(), "adr-missing-section").len()
    };
    files.push(principle(1, &["Context", "Principle", "Consequences"]));
    files.push(principle(2, &["Context", "Principle", "Consequences"]));
    assert_eq!(told(&files), 0);
    files.push(principle(3, &NYGARD));
    assert_eq!(told(&files), 2);
}

#[test]
fn sections_that_the_template_leaves_out() {
    let form = ["Context", "Proposed design", "Considerations", "Decision"];
    let template = record(0, "Proposed", &form, "").replace("0. Use pump 0", "Title");
    let mut files: Vec<(String, String)> =
        (1..=6).map(|number| (format!("docs/adr/000{number}-a.md"), plain(number))).collect();
    files.push(("docs/adr/0007-a.md".to_owned(), record(7, "Accepted", &form, "")));
    let without = |files: &[(String, String)]| {
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        told(tree(&files).path(), "adr-missing-section").len()
    };
    assert_eq!(without(&files), 1);
    files.push(("docs/adr/template.md".to_owned(), template));
    assert_eq!(without(&files), 0);
}

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
    let lines = told(tree.path(), "adr-missing-status");
    assert!(matches!(lines.as_slice(), [line] if line.contains("drain")), "{lines:?}");
}

#[test]
fn a_form_of_one_side() {
    let older = record(1, "Superseded by [2](0002-b.md)", &NYGARD, "");
    let newer = plain(2);
    let form = newer.replace("Date:", "Superseded by:\nDate:");
    let asked = |newer: &str| {
        let tree = tree(&[("docs/adr/0001-a.md", &*older), ("docs/adr/0002-b.md", newer)]);
        told(tree.path(), "adr-one-way-supersession").len()
    };
    assert_eq!(asked(&newer), 1);
    assert_eq!(asked(&form), 0);
    assert_eq!(asked(&form.replace("Date:", "Supersedes:\nDate:")), 1);
}

#[test]
fn a_directory_that_mostly_states_one_side() {
    let asked = |both: u32, one_sided: u32| {
        let pair = |number: u32, end: &str| {
            let by = format!("Superseded by [ADR {0}](00{0}-a.md)", number + 40);
            let newer = record(number + 40, "Accepted", &NYGARD, end);
            [
                (format!("docs/adr/00{number}-a.md"), record(number, &by, &NYGARD, "")),
                (format!("docs/adr/00{}-a.md", number + 40), newer),
            ]
        };
        let stated = (10..10 + both).map(|number| (number, format!("Supersedes ADR-{number}")));
        let silent = (30..30 + one_sided).map(|number| (number, String::new()));
        let files: Vec<(String, String)> =
            stated.chain(silent).flat_map(|(number, end)| pair(number, &end)).collect();
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        told(tree(&files).path(), "adr-one-way-supersession").len()
    };
    assert_eq!(asked(1, 3), 0, "most state one side");
    assert_eq!(asked(2, 1), 1, "one pair is no habit");
    assert_eq!(asked(3, 3), 3, "as many state both");
}

#[test]
fn the_log_of_a_decision_goes_on_beyond_its_day() {
    let told_of = |path: &str, label: &str| {
        let text = format!(
            "# 1. Use a pump\n\n**Version**: 1.1\n**Status**: Accepted\n**{label}**: 2026-01-02\n\n## Context\n\nX.\n\n\
             ## Decision\n\nY.\n\n## Changelog\n\n- 1.1 (2026-03-04) Y was told apart.\n- 1.0 (2026-01-02) Begun.\n"
        );
        told(tree(&[(path, &text)]).path(), "metadata-date-mismatch").len()
    };
    assert_eq!(told_of("docs/adr/0001-use-a-pump.md", "Date"), 0);
    assert_eq!(told_of("docs/adr/0001-use-a-pump.md", "Last updated"), 1);
}

#[test]
fn a_purpose_may_be_a_phrase() {
    let text = "<!-- archdoc: template=\"formal\" -->\n# Depot\n\n## 1. Introduction\n\n### 1.1 Purpose\n\n\
                Description of the architecture and of the decisions behind it.\n\n### 1.2 Scope\n\n\
                An overview of the services that the depot team runs.\n";
    let tree = tree(&[("docs/architecture.md", text)]);
    assert_eq!(told(tree.path(), "untouched-section"), Vec::<String>::new());
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
fn what_a_short_template_of_the_team_leaves_out_is_not_asked_for() {
    let text = "# 1. Une file\n\nDate : 2026-03-02\n\nStatut : Accepté\n\n## Contexte\n\nLe stock est lent.\n\n\
                ## Décision\n\nNous prenons une file.\n";
    let template = "# [Numéro]. [Titre]\n\nDate : [YYYY-MM-DD]\n\nStatut : [Accepté | Rejeté]\n\n## Contexte\n\n\
                    Décris ici le problème.\n\n## Décision\n\nExplique ici ce que tu as décidé.\n";
    let asked = |files: &[(&str, &str)]| told(tree(files).path(), "adr-missing-section").len();
    let record = ("docs/adr/0001-une-file.md", text);
    assert_eq!(asked(&[record]), 1);
    assert_eq!(asked(&[record, ("docs/adr/adr-template.md", template)]), 0);
    let whole = format!("{template}\n## Conséquences\n\nDécris ici ce qui en découle.\n");
    assert_eq!(asked(&[record, ("docs/adr/adr-template.md", &whole)]), 1);
}

#[test]
fn records_that_inform() {
    let told_of = |word: &str| {
        let tree = tree(&[("docs/adr/0001-a.md", &record(1, word, &NYGARD, ""))]);
        told(tree.path(), "adr-unknown-status").len()
    };
    assert_eq!(["Informational", "Informativ", "Informally"].map(told_of), [0, 0, 1]);
}

#[test]
fn what_only_speaks_of_a_record_is_none() {
    let chapter = "# Parts\n\n## ADR-7: Use pump 7\n\nStatus: Accepted\n\n## ADR-7 Rollout\n\nStatus: Half done\n\n\
                   ## RFC 9457 fields\n\n| status | not shown |\n|---|---|\n| title | shown |\n";
    let plan = "# Plan for the pump\n\n**ADR:** [ADR-1](0001-a.md)\n\n## Status\n\nAccepted\n\n## Decision\n\nOne.\n";
    let parts = "## 1. Parts\n\nStatus: Accepted\n\n## 2. Decision\n\nOne.\n";
    let tree = tree(&[
        ("docs/parts.md", chapter),
        ("docs/adr/0001-a.md", &plain(1)),
        ("docs/adr/plan-for-the-pump.md", plan),
        ("docs/adr/0004-parts.md", parts),
    ]);
    for rule in ["adr-duplicate-id", "adr-unknown-status", "adr-number-mismatch"] {
        assert_eq!(told(tree.path(), rule), Vec::<String>::new());
    }
}

#[test]
fn numbers_that_an_index_lists_were_records() {
    let mut files: Vec<(String, String)> =
        (1..=5).map(|number| (format!("docs/adr/000{number}-a.md"), plain(number))).collect();
    files[4].1.push_str("\n## Links\n\n* Related to ADR-9\n");
    let unknown = |files: &[(String, String)]| {
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        told(tree(&files).path(), "adr-unknown-target").len()
    };
    assert_eq!(unknown(&files), 1);
    let index =
        "# Decisions\n\n| Number | Title |\n|---|---|\n| ADR-9 | Use a siphon (retired) |\n";
    files.push(("docs/adr/README.md".to_owned(), index.to_owned()));
    assert_eq!(unknown(&files), 0);
}

#[test]
fn options_beside_their_heading_are_written() {
    let with = |next: &str| {
        let body = "Accepted\n\n## Context\n\nA pump is loud.\n\n## Considered Options\n\n## NEXT\n\nB.\n\n## Decision\n\nC.\n";
        let text = format!(
            "# 1. Use pump 1\n\nDate: 2026-03-02\n\n## Status\n\n{}",
            body.replace("NEXT", next)
        );
        let tree = tree(&[("docs/adr/0001-a.md", &text)]);
        told(tree.path(), "adr-untouched-section").len()
    };
    assert_eq!((with("Option A"), with("Notes")), (0, 1));
}

#[test]
fn a_number_of_another_series_is_no_record() {
    let ends = "\n## Links\n\n* Related to RFC 3 and RFC 9110, 7519\n* Related to KEP-1234\n\
                * Related to ADR-2\n";
    let (there, gone) = ("Superseded by RFC 4", "Superseded by RFC 024");
    let read = |called: &str| {
        let mut files: Vec<(String, String)> =
            (1..=4).map(|number| (format!("docs/adr/000{number}-a.md"), plain(number))).collect();
        files[0].1 = record(1, there, &NYGARD, ends);
        files[1].1 = record(2, gone, &NYGARD, "");
        for (_, text) in &mut files {
            *text = text.replacen("# ", called, 1);
        }
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let tree = tree(&files);
        let listed = run(tree.path(), &["adr", "list", "--format", "json"]).stdout;
        let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
        let successor = listed[0]["superseded_by"][0].as_str().map(str::to_owned);
        (told(tree.path(), "adr-unknown-target").len(), successor)
    };
    assert_eq!(read("# "), (0, None));
    assert_eq!(read("# RFC "), (2, Some("4".to_owned())));
}

#[test]
fn a_label_of_two_verbs_accuses_nobody() {
    let read = |first: &str| {
        let mut files: Vec<(String, String)> =
            (1..=4).map(|number| (format!("docs/adr/000{number}-a.md"), plain(number))).collect();
        files[0].1 = record(1, first, &NYGARD, "");
        let label = "Date: 2026-03-02\nSupersedes / refines: ADR-1";
        files[1].1 = plain(2).replacen("Date: 2026-03-02", label, 1);
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let tree = tree(&files);
        let listed = run(tree.path(), &["adr", "list", "--format", "json"]).stdout;
        let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
        let superseded = listed[1]["supersedes"][0].as_str().map(str::to_owned);
        (told(tree.path(), "adr-one-way-supersession").len(), superseded)
    };
    assert_eq!(read("Accepted"), (0, None));
    assert_eq!(read("Superseded by ADR-2"), (0, Some("1".to_owned())));
}

#[test]
fn a_section_is_asked_for_in_the_language_of_the_record() {
    let asked = |sections: &[&str]| {
        let tree = tree(&[("docs/adr/0001-a.md", &record(1, "Accepted", sections, ""))]);
        run(tree.path(), &["check", "--format", "json"]).stdout
    };
    for (sections, heading) in [
        (["Kontext", "Rozhodnutí"], "## Důsledky"),
        (["背景", "决策"], "## 后果"),
        (["Contexto", "Decisión"], "## Consecuencias"),
        (["Context", "Decision"], "## Consequences"),
    ] {
        let said = asked(&sections);
        assert!(said.contains(&format!("add `{heading}`")), "{heading}: {said}");
        assert!(said.contains(&format!("\\\"{}\\\" and", sections[0])), "{heading}: {said}");
    }
    for trade_offs in ["Trade-offy", "Dopady", "Kompromisy"] {
        assert!(!asked(&["Kontext", "Rozhodnutí", trade_offs]).contains("adr-missing-section"));
    }
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
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        told(tree(&files).path(), "adr-missing-status").len()
    };
    assert_eq!((missing(" [PLANNED]"), missing("")), (0, 1));
}

#[test]
fn two_days_of_one_front_matter_are_of_two_events() {
    let conflicts = |front: &str, body: &str| {
        let text = format!(
            "---\nstatus: accepted\n{front}---\n# 1. Use a pump\n\n{body}## Context\n\nLoud.\n\n## Decision\n\nYes.\n"
        );
        told(tree(&[("docs/adr/0001-a.md", &*text)]).path(), "adr-conflicting-metadata").len()
    };
    let both = "date: 2026-03-02\naccepted: 2026-03-05\n";
    assert_eq!(conflicts(both, ""), 0);
    assert_eq!(conflicts("date: 2026-03-02\n", "Date: 2026-03-05\n\n"), 1);
    assert_eq!(conflicts("date: 2026-03-02\nsnapshot:\n  date: 2026-02-02\n", ""), 0);
}

#[test]
fn a_decision_index_is_no_record() {
    let index = "# Index of decisions\n\nStatus: living\n\n| ADR | Status | Date |\n|---|---|---|\n\
                 | [1](0001-a.md) | Accepted | 2026-03-02 |\n";
    let tree = tree(&[("docs/adr/0001-a.md", &*plain(1)), ("docs/adr/DECISION-INDEX.md", index)]);
    let ran = run(tree.path(), &["adr", "list"]);
    assert!(!ran.stdout.contains("DECISION-INDEX"), "{}", ran.stdout);
    assert!(told(tree.path(), "adr-unknown-status").is_empty());
}

#[test]
fn a_name_with_dots_is_no_end_of_a_status() {
    let status = "Discussed by @ann.b.lee and @bob.";
    let tree = tree(&[("docs/adr/0001-a.md", &record(1, status, &NYGARD, ""))]);
    let told = told(tree.path(), "adr-unknown-status");
    assert!(told.iter().all(|line| !line.contains("@ann`")), "{told:?}");
}

#[test]
fn a_record_that_supersedes_itself_is_told_at_its_statement() {
    let own = record(1, "Accepted\n\nSuperseded by ADR-1", &NYGARD, "");
    let tree = tree(&[("docs/adr/0001-a.md", &own), ("docs/adr/0002-b.md", &plain(2))]);
    let told = told(tree.path(), "adr-supersession-cycle");
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("docs/adr/0001-a.md:9:"), "{told:?}");
}
