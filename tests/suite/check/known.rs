//! What is not reported: suppressions in the text, and the baseline.

use std::fs;

use serde_json::Value;

use super::{DIRECTIVE, TOML, book, bound, found};
use crate::harness::program::run;

#[test]
fn a_missing_section_is_waived_by_a_comment_anywhere_in_the_document() {
    let allow = "<!-- archdoc: allow missing-section(risks) reason=\"a library\" -->\n";
    let text = format!("# A\n\n<<>>\n\n## Goals\n\nWhy.\n\n{allow}");
    let book = bound("", &text);
    assert_eq!(found(book.path(), &[]), Vec::<String>::new());
    let ran = run(book.path(), &["coverage", "--format=json"]);
    let documents: Value = serde_json::from_str(&ran.stdout).unwrap();
    let states: Vec<&str> = documents[0]["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| section["state"].as_str().unwrap())
        .collect();
    assert_eq!(states.iter().filter(|state| **state == "waived").count(), 2, "{documents:#}");

    let one = text.replace("(risks)", "(risks.sources)");
    assert_eq!(found(bound("", &one).path(), &[]), ["missing-section(risks)"]);
    let unused = text.replace("(risks)", "(goals)");
    let rules = found(bound("", &unused).path(), &[]);
    assert!(rules.contains(&"unused-suppression".to_owned()), "{rules:?}");
    let example = text.replace(allow, &format!("```\n{allow}```\n\n`{}`\n", allow.trim()));
    assert_eq!(found(bound("", &example).path(), &[]).len(), 2);
}

#[test]
fn a_comment_reaches_a_section_a_block_or_a_line() {
    let allow = "<!-- archdoc: allow malformed-directive reason=\"shown\" -->";
    let bad = "<<#archdoc tempate=\"x\">>";
    let count = |text: String| {
        let book = book(&[("src/a.md", &text)]);
        let found = found(book.path(), &[]);
        let of = |rule: &str| found.iter().filter(|name| *name == rule).count();
        (of("malformed-directive"), of("unused-suppression"))
    };
    assert_eq!(count(format!("{bad}\n\n{bad}\n")), (2, 0));
    assert_eq!(count(format!("{allow}\n\n{bad}\n\n{bad}\n")), (1, 0));
    assert_eq!(
        count(format!("# A\n\n{allow}\n\n{bad}\n\n## B\n\n{bad}\n\n# C\n\n{bad}\n")),
        (1, 0)
    );
    assert_eq!(
        count(format!("{allow}\n\n# A\n\n{bad}\n\n## B\n\n{bad}\n\n# C\n\n{bad}\n")),
        (1, 0)
    );
    assert_eq!(count(format!("# A\n\n{bad}\n\n{allow}\n\n## B\n\nText.\n")), (1, 1));
}

#[test]
fn a_baseline_silences_what_it_knows_and_only_shrinks() {
    let text = "# A\n\n<<>>\n\n## Goals\n\nWhy.\n";
    let book = bound("", text);
    let before = found(book.path(), &[]).len();
    assert_eq!(before, 2);
    let ran = run(book.path(), &["check", "--write-baseline"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.stderr.contains("knows 2 findings in 2 entries\n"), "{}", ran.stderr);
    assert!(ran.stderr.contains("add `baseline = \"archdoc-baseline.toml\"`"), "{}", ran.stderr);
    assert_eq!(found(book.path(), &[]).len(), before, "not used yet");
    let option = ["--baseline", "archdoc-baseline.toml"];
    assert_eq!(found(book.path(), &option), Vec::<String>::new());

    let configured = format!("{TOML}baseline = \"archdoc-baseline.toml\"\n");
    fs::write(book.path().join("book.toml"), configured).unwrap();
    assert_eq!(found(book.path(), &["-D", "warnings"]), Vec::<String>::new());
    // Lines move, one finding goes, one comes.
    let changed =
        "# A\n\nNew.\n\n<<>>\n\n## Risks\n\nNone of note, we think.\n\n### Sources\n\nUs.\n";
    fs::write(book.path().join("src/a.md"), changed.replace("<<>>\n", DIRECTIVE)).unwrap();
    let mut rules = found(book.path(), &[]);
    rules.sort();
    assert_eq!(rules, ["missing-section(goals)", "stale-baseline", "stale-baseline"]);

    let ran = run(book.path(), &["check", "--write-baseline"]);
    assert!(ran.stderr.contains("0 findings in 0 entries, 2 fewer than before"), "{}", ran.stderr);
    assert_eq!(found(book.path(), &[]), ["missing-section(goals)"]);
    run(book.path(), &["check", "--write-baseline", "--accept-new"]);
    assert_eq!(found(book.path(), &[]), Vec::<String>::new());
}

#[test]
fn a_baseline_that_is_not_there_or_damaged_is_an_error() {
    let book = bound("baseline = 'known.toml'\n", "# A\n");
    let ran = run(book.path(), &["check"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.starts_with("error: the baseline `known.toml` does not exist\n"));
    assert!(ran.stderr.contains("--write-baseline"), "{}", ran.stderr);
    fs::write(book.path().join("known.toml"), "version = 1\n<<<<<<< ours\n").unwrap();
    let ran = run(book.path(), &["check"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("--> known.toml:2:9"), "{}", ran.stderr);
    let ran = run(book.path(), &["check", "--write-baseline"]);
    assert_eq!(ran.code, Some(2), "what is damaged is not written over");
}
