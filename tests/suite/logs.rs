//! Logs of decisions, and what commands do with them and with the records beside them.

use std::fs;

use tempfile::TempDir;

use crate::adr_life::{done, nygard, refused};
use crate::harness::files::tree_of;
use crate::harness::program::run;

/// A log of decisions in `docs/adr`, each with a code and what stands below its heading.
fn log(decisions: &[(&str, &str)]) -> String {
    let one = |(heading, body): &(&str, &str)| format!("## {heading}\n\n{body}\n\n");
    format!("# Decision log\n\n{}", decisions.iter().map(one).collect::<String>())
}

const STATED: &str = "**Status:** accepted\n\n**Decision:** We use it.";

/// Two records with files of their own beside a log.
fn beside(log: &str) -> TempDir {
    tree_of(&[
        ("docs/adr/0001-a.md".to_owned(), nygard(1, "Accepted")),
        ("docs/adr/0002-b.md".to_owned(), nygard(2, "Accepted")),
        ("docs/adr/decision-log.md".to_owned(), log.to_owned()),
    ])
}

fn read(top: &TempDir, name: &str) -> String {
    fs::read_to_string(top.path().join("docs/adr").join(name)).unwrap()
}

#[test]
fn files_beside_a_log_keep_their_numbers_words_and_names() {
    let top = beside(&log(&[("D-45: Use a queue", STATED), ("D-46: Use a pump", STATED)]));
    assert_eq!(done(&top, &["new", "Use a gate"]), "wrote docs/adr/0003-use-a-gate.md\n");
    assert!(read(&top, "0003-use-a-gate.md").contains("\nProposed\n"));
    done(&top, &["supersede", "1", "--by", "2"]);
    assert!(read(&top, "0001-a.md").contains("\nSuperseded by [2. Title 2](0002-b.md)\n"));
    assert!(read(&top, "0002-b.md").contains("\nSupersedes [1. Title 1](0001-a.md)\n"));
}

#[test]
fn a_number_is_that_of_a_record_called_so_before_one_of_a_code() {
    let top = beside(&log(&[("D-1: Use a queue", STATED), ("D-7: Use a pump", STATED)]));
    done(&top, &["status", "1", "deprecated"]);
    assert!(read(&top, "0001-a.md").contains("\nDeprecated\n"));
    done(&top, &["status", "7", "deprecated"]);
    let told = read(&top, "decision-log.md");
    assert!(told.ends_with(&format!("pump\n\n{}\n\n", STATED.replace("accepted", "deprecated"))));
    done(&top, &["status", "d-1", "deprecated"]);
    assert_eq!(read(&top, "decision-log.md").matches("deprecated").count(), 2);
}

#[test]
fn a_number_of_two_codes_is_told_with_both() {
    let files =
        [("docs/decision-log.md", "D"), ("docs/key-decisions.md", "KD")].map(|(path, code)| {
            let names = [format!("{code}-1: Use a queue"), format!("{code}-2: Use a pump")];
            (path.to_owned(), log(&[(&names[0], STATED), (&names[1], STATED)]))
        });
    let top = tree_of(&files);
    let said = refused(&top, &["status", "1", "deprecated"]);
    let both = "D-1 (`docs/decision-log.md#d-1-use-a-queue`) and KD-1 (`docs/key-decisions.md#kd-1-use-a-queue`)";
    assert!(said.contains(&format!("{both}; give the name or the path of one")), "{said}");
    done(&top, &["status", "KD-1", "deprecated"]);
}

#[test]
fn a_number_of_several_places_is_told_with_all() {
    let top = beside(&log(&[("D-7: Use a queue", STATED), ("D-8: Use a pump", STATED)]));
    let gate = top.path().join("services/gate/adr");
    fs::create_dir_all(&gate).unwrap();
    let own = log(&[("D-1: Use a queue", STATED), ("D-2: Use a pump", STATED)]);
    fs::write(gate.join("decision-log.md"), &own).unwrap();
    for words in [&["status", "2", "deprecated"][..], &["supersede", "1", "--by", "2"]] {
        let ran = run(&top.path().join("services/gate"), &[&["adr"][..], words].concat());
        let all = "(`adr/decision-log.md#d-";
        assert!(ran.stderr.contains(all) && ran.stderr.contains("give the name"), "{}", ran.stderr);
    }
    assert_eq!(read(&top, "0002-b.md"), nygard(2, "Accepted"));
    assert_eq!(fs::read_to_string(gate.join("decision-log.md")).unwrap(), own);
}

#[test]
fn the_next_decision_belongs_to_the_nearest_log() {
    let two = |code: &str| {
        let names = [format!("{code}1: Use a queue"), format!("{code}2: Use a pump")];
        log(&[(&names[0], STATED), (&names[1], STATED)])
    };
    let top = tree_of(&[
        ("docs/decision-log.md".to_owned(), two("D-")),
        ("gate/docs/decision-log.md".to_owned(), two("ADR-00")),
    ]);
    let said = |at: &str| run(&top.path().join(at), &["adr", "new", "Use a hall"]).stderr;
    let gate = said("gate");
    assert!(gate.contains("sections of `docs/decision-log.md`; write ADR-003 below"), "{gate}");
    let all = said("");
    assert!(all.contains("`docs/decision-log.md` and `gate/docs/decision-log.md`; write"), "{all}");
}

#[test]
fn a_status_has_the_form_of_the_fields_that_a_decision_has() {
    let dated = "- **Date:** 2024-03-05\n\nWe use it.";
    let all = log(&[
        ("D-1: Use a queue", dated),
        ("D-2: Use a pump", "### Status\n\nAccepted\n\n### Decision\n\nWe use it."),
        ("D-3: Use a gate", "- **Date:** 2024-03-06\n- **Status:** Accepted\n\nWe use it."),
    ]);
    let top = tree_of(&[("docs/decision-log.md".to_owned(), all.clone())]);
    done(&top, &["status", "D-1", "deprecated"]);
    let text = fs::read_to_string(top.path().join("docs/decision-log.md")).unwrap();
    let new = dated.replace("05\n", "05\n- **Status:** Deprecated\n");
    assert_eq!(text, all.replacen(dated, &new, 1));
}

#[test]
fn a_decision_of_a_log_without_statuses_gets_no_chapter_for_one() {
    let body = "**Date:** 2024-03-05\n\n**Decision:** We use it.";
    let all = [("D-017: Use a queue", body), ("D-018: Use a pump", body)];
    let top = tree_of(&[("docs/decision-log.md".to_owned(), log(&all))]);
    let said = refused(&top, &["status", "D-17", "deprecated"]);
    assert!(said.contains("no decision beside `docs/decision-log.md:3` states a status"), "{said}");
    assert!(said.contains("yourself: `**Status:** Deprecated`"), "{said}");
    let said = refused(&top, &["new", "Use a gate"]);
    assert!(said.contains("`docs/decision-log.md`; write D-019 below the others"), "{said}");
    // In the form of another, where one shows it.
    let half = [("D-017: Use a queue", body), ("D-018: Use a pump", STATED)];
    let top = tree_of(&[("docs/decision-log.md".to_owned(), log(&half))]);
    done(&top, &["status", "D-17", "deprecated"]);
    let text = fs::read_to_string(top.path().join("docs/decision-log.md")).unwrap();
    let first = text.split("## D-018").next().unwrap();
    assert!(first.contains("\n**Status:** deprecated\n") && !text.contains("# Status"), "{text}");
}

#[test]
fn a_file_that_holds_several_decisions_gets_no_status_as_one() {
    let file = "docs/adr/decision-log.md";
    let text = log(&[("Decision 7: Use a queue", STATED), ("Decision 8: Use a pump", STATED)]);
    let top = tree_of(&[(file.to_owned(), text)]);
    let ran = run(top.path(), &["adr", "status", "7", "deprecated"]);
    let after = fs::read_to_string(top.path().join(file)).unwrap();
    assert!(!after.contains("## Status"), "{after}{}", ran.stderr);
    assert!(after.contains("queue\n\n**Status:** deprecated\n"), "{after}{}", ran.stderr);
}

#[test]
fn a_log_that_is_not_listed_is_one_chapter() {
    let names: Vec<String> = (1..=7).map(|nth| format!("D-{nth}: Use pump {nth}")).collect();
    let decisions: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), STATED)).collect();
    let summary = "- [Decisions](adr/README.md)\n  - [Title 1](adr/0001-a.md)\n";
    let files = [
        ("book.toml", "[preprocessor.archdoc]\n"),
        ("src/SUMMARY.md", summary),
        ("src/adr/README.md", "# Decisions\n\n<<#archdoc adr-index>>\n"),
        ("src/adr/0001-a.md", &nygard(1, "Accepted")),
        ("src/adr/decision-log.md", &log(&decisions)),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let top = tree_of(&files);
    let said = run(top.path(), &["check", "--format", "short"]).stdout;
    let one = "src/adr/decision-log.md:1:1: warning[adr-not-in-summary]: `decision-log.md` is not in SUMMARY.md";
    assert_eq!(said.matches("adr-not-in-summary").count(), 1, "{said}");
    assert!(said.contains(one), "{said}");
    run(top.path(), &["check", "--fix"]);
    let now = |path: &str| fs::read_to_string(top.path().join(path)).unwrap();
    assert_eq!(now("book.toml"), "[preprocessor.archdoc]\n");
    assert_eq!(
        now("src/SUMMARY.md"),
        format!("{summary}  - [Decision log](adr/decision-log.md)\n")
    );
}

#[test]
fn entries_without_numbers_are_called_by_their_titles() {
    let body = "**Decision:** We use it.";
    let dated = [("2024-03-05 — Use a queue", STATED), ("2024-04-06 — Use a pump", body)];
    let top = tree_of(&[("docs/decision-log.md".to_owned(), log(&dated))]);
    let listed = run(top.path(), &["adr", "list"]).stdout;
    assert!(listed.contains("accepted  2024-03-05  Use a queue"), "{listed}");
    assert!(listed.contains("unknown   2024-04-06  Use a pump"), "{listed}");
    let queue = "docs/decision-log.md#2024-03-05--use-a-queue";
    done(&top, &["status", queue, "deprecated"]);
    let text = fs::read_to_string(top.path().join("docs/decision-log.md")).unwrap();
    assert!(text.contains("Use a queue\n\n**Status:** deprecated\n"), "{text}");
    let said = refused(&top, &["new", "Use a gate"]);
    assert!(said.contains("write it below the others"), "{said}");
}

#[test]
fn numbers_that_begin_anew_collide_with_nothing() {
    let of_year = |year: u16, name: &str| {
        let one = |nth: u8| format!("### {nth}. Use {name} {nth}\n\n{STATED}\n\n");
        format!("## {year}\n\n{}{}", one(1), one(2))
    };
    let text = format!("# Decision log\n\n{}{}", of_year(2023, "pump"), of_year(2024, "gate"));
    let top = tree_of(&[("docs/decision-log.md".to_owned(), text)]);
    let said = run(top.path(), &["check", "--format", "short"]);
    assert_eq!(said.stdout, "", "{}", said.stderr);
    assert!(said.stderr.contains("4 decision records read"), "{}", said.stderr);
}

#[test]
fn entries_that_say_nothing_are_not_accused() {
    let mut all: Vec<(String, &str)> =
        (1..=9).map(|nth| (format!("{nth}. Use pump {nth}"), STATED)).collect();
    all.push(("10. Paint them".to_owned(), "Green."));
    all.push(("2024-03-05 — Oil them".to_owned(), "Often."));
    all.push(("2024-03-06 — Clean them".to_owned(), "Seldom."));
    let all: Vec<(&str, &str)> = all.iter().map(|(name, body)| (&**name, *body)).collect();
    let top = tree_of(&[("docs/decision-log.md".to_owned(), log(&all))]);
    let said = run(top.path(), &["check", "--format", "short"]);
    assert_eq!(said.stdout, "", "{}", said.stderr);
    assert!(said.stderr.contains("12 decision records read"), "{}", said.stderr);
}

#[test]
fn a_chapter_that_tells_records_with_files_again_doubles_none() {
    let told = [("ADR-1: Title 1", STATED), ("ADR-2: Title 2", "In short.")];
    for file in ["docs/decisions.md", "docs/architecture.md"] {
        let top = tree_of(&[
            ("docs/adr/0001-a.md".to_owned(), nygard(1, "Accepted")),
            ("docs/adr/0002-b.md".to_owned(), nygard(2, "Accepted")),
            (file.to_owned(), log(&told)),
        ]);
        let said = run(top.path(), &["check", "--format", "short"]);
        assert!(!said.stdout.contains("adr-duplicate-id"), "{file} {}", said.stdout);
        assert!(said.stderr.contains("2 decision records read"), "{file} {}", said.stderr);
    }
}

#[test]
fn a_log_is_named_by_suggest_and_init() {
    let all = [("D-1: Use a queue", STATED), ("D-2: Use a pump", STATED)];
    let top = tree_of(&[("docs/decision-log.md".to_owned(), log(&all))]);
    let line = "docs/decision-log.md: a log of 2 decision records";
    for command in ["suggest", "init"] {
        let said = run(top.path(), &[command]);
        assert!(said.stdout.contains(line) || said.stderr.contains(line), "{command}");
    }
    let said = run(top.path(), &["suggest", "--format", "json"]).stdout;
    assert!(
        said.contains("\"decision_logs\": [\n      {\n        \"path\": \"docs/decision-log.md\""),
        "{said}"
    );
}
