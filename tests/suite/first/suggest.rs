//! `suggest`.

use super::*;

#[test]
fn suggest_names_the_template_that_fits_and_the_line_to_add() {
    let tree = repository(&[("docs/architecture.md", ARC42), ("README.md", README)]);
    let ran = run(tree.path(), &["suggest"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let fit = "docs/architecture.md\n  arc42  6 of 6 headings, 6 of 11 required sections\n  add to the file:\n    \
               <!-- archdoc: template=\"arc42\" -->\n";
    assert!(ran.stdout.starts_with(fit), "{}", ran.stdout);
    assert!(!ran.stdout.contains("README"), "{}", ran.stdout);
    assert_eq!(ran.stderr, "archdoc: 2 Markdown files looked at\n");

    // The line does what it says.
    let bound = format!("<!-- archdoc: template=\"arc42\" -->\n{ARC42}");
    write(tree.path(), "docs/architecture.md", &bound);
    let ran = run(tree.path(), &["check", "--format", "short"]);
    assert!(ran.stdout.contains("[missing-section]"), "{}", ran.stdout);
    assert_eq!(run(tree.path(), &["suggest"]).stdout, "");
}

#[test]
fn suggest_is_silent_about_what_only_resembles_a_template() {
    let guide = "# Guide\n\n## Introduction\n\nA.\n\n## Glossary\n\nB.\n\n## Deployment\n\nC.\n\n## Usage\n\nD.\n";
    let tree = repository(&[("README.md", README), ("docs/guide.md", guide)]);
    let ran = run(tree.path(), &["suggest"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""));
    assert!(ran.stderr.contains("2 Markdown files looked at; none is written like a template"));
    let ran = run(tree.path(), &["suggest", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((&found[0]["files"], &found[0]["documents"]), (&2.into(), &serde_json::json!([])));
}

#[test]
fn suggest_sees_a_document_with_one_file_a_chapter() {
    let tree = repository(&[]);
    for (number, title) in
        ["Introduction and Goals", "Constraints", "Context and Scope", "Glossary"]
            .into_iter()
            .chain(["Solution Strategy", "Building Block View", "Runtime View"])
            .enumerate()
    {
        write(tree.path(), &format!("docs/arch/{number:02}.md"), &format!("# {title}\n\nText.\n"));
    }
    let ran = run(tree.path(), &["suggest"]);
    let lines = "    [[documents]]\n    paths = [\"docs/arch/*.md\"]\n    template = \"arc42\"\n    doc = \"arch\"\n";
    assert!(ran.stdout.starts_with("docs/arch\n  arc42  7 of 7 headings"), "{}", ran.stdout);
    assert!(ran.stdout.contains(lines), "{}", ran.stdout);

    // As one document, each section is asked for once.
    write(tree.path(), "archdoc.toml", &lines.replace("    ", ""));
    let ran = run(tree.path(), &["check", "--format", "short"]);
    let missing = ran.stdout.lines().filter(|line| line.contains("Deployment View")).count();
    assert_eq!(missing, 1, "{}", ran.stdout);
    assert!(!ran.stdout.contains("unknown-config"), "{}", ran.stdout);
    let part = lines.replace("    ", "") + "part = \"nowhere\"\n";
    write(tree.path(), "archdoc.toml", &part);
    let ran = run(tree.path(), &["check", "--format", "short"]);
    assert!(ran.stdout.contains("part"), "{}", ran.stdout);
}

/// What is numbered and has a status is no record by that.
#[test]
fn papers_and_plans_are_not_proposed_as_records() {
    let tree = repository(&[]);
    for number in 1..5 {
        let paper = format!(
            "# WP-00{number}: Sampling\n\n> **Status:** Draft\n> **Date:** 2026-03-0{number}\n\n## 1. Objective\n\nX.\n\n\
             ## 2. The problem\n\nY.\n\n## 9. References\n\nZ.\n"
        );
        let story =
            format!("# Story {number}\n\nStatus: Approved\n\n## Acceptance criteria\n\nX.\n");
        write(tree.path(), &format!("docs/papers/WP-00{number}-sampling.md"), &paper);
        write(tree.path(), &format!("docs/stories/{number}.{number}.story.md"), &story);
        write(tree.path(), &format!("docs/rfcs/000{number}-x.md"), &story.replace("Story", "RFC"));
    }
    records(&tree, "docs/design");
    let ran = run(tree.path(), &["suggest", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(
        found[0]["adr_paths"],
        serde_json::json!(["docs/design", "docs/rfcs"]),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_directory_is_known_by_its_name_in_any_language() {
    for name in [
        "decisiones",
        "Entscheidungen",
        "decisions-techniques",
        "décisions d'architecture",
        "decisioni",
        "architectuurbeslissingen",
        "decyzje",
        "архитектурные-решения",
        "架构决策",
        "意思決定記録",
        "technical-decisions",
        "architecture-decision-record",
    ] {
        let tree = repository(&[("README.md", README)]);
        records(&tree, &format!("docs/{name}"));
        let ran = run(tree.path(), &["check"]);
        assert!(
            ran.stderr.contains("4 decision records read; no findings"),
            "{name}: {}",
            ran.stderr
        );
        let shown = run(tree.path(), &["adr", "show", "2", "--path"]).stdout;
        assert_eq!(shown, format!("docs/{name}/0002-log.md\n"));
    }
    let tree = repository(&[]);
    records(&tree, "docs/decision-making");
    let ran = run(tree.path(), &["check"]);
    assert!(ran.stderr.contains("not found by name"), "{}", ran.stderr);
}
