//! The first minutes: `init`, `suggest`, and `check` where there is nothing to check.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::cli::run;

/// A repository with these files.
fn repository(files: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::create_dir(directory.path().join(".git")).unwrap();
    for (path, text) in files {
        write(directory.path(), path, text);
    }
    directory
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn text(root: &TempDir, path: &str) -> String {
    fs::read_to_string(root.path().join(path)).unwrap()
}

/// A record with a number.
fn record(number: usize) -> String {
    format!(
        "# {number}. One log\n\nDate: 2026-03-0{number}\n\n## Status\n\nAccepted\n\n## Context\n\nScans.\n\n\
         ## Decision\n\nOne log.\n\n## Consequences\n\nAll is derived.\n"
    )
}

/// Files `DIRECTORY/0001-log.md` to `0004-log.md`.
fn records(root: &TempDir, directory: &str) {
    for number in 1..5 {
        write(root.path(), &format!("{directory}/000{number}-log.md"), &record(number));
    }
}

const ARC42: &str = "# Ferry\n\n## Introduction and Goals\n\nWhy.\n\n## Constraints\n\nRules.\n\n\
    ## Context and Scope\n\nAround it.\n\n## Solution Strategy\n\nHow.\n\n## Building Block View\n\nParts.\n\n\
    ## Deployment View\n\nWhere.\n";

const README: &str = "# Ferry\n\n## Overview\n\nIt sails.\n\n## Installation\n\nRun it.\n\n## Usage\n\nSail.\n\n\
    ## Architecture\n\nSee docs.\n\n## Testing\n\nTests.\n\n## Contributing\n\nDo.\n\n## License\n\nMIT.\n";

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

#[test]
fn init_in_a_tree_writes_only_what_must_be_said() {
    let tree = repository(&[("README.md", README)]);
    records(&tree, "docs/adr");
    let ran = run(tree.path(), &["init"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""));
    assert!(ran.stderr.contains("  docs/adr: 4 decision records (nygard)\n"), "{}", ran.stderr);
    assert!(ran.stderr.contains("nothing to set up"), "{}", ran.stderr);
    assert!(ran.stderr.contains("Next:\n  mdbook-archdoc check"), "{}", ran.stderr);
    assert!(!tree.path().join("archdoc.toml").exists());

    records(&tree, "docs/proposals");
    let ran = run(tree.path(), &["init"]);
    assert!(ran.stderr.contains("docs/proposals: 4 decision records (nygard), not found by name"));
    let config = "adr.paths = [\"docs/adr\", \"docs/proposals\"]\n";
    assert!(ran.stderr.contains(&format!("archdoc.toml: set `{}`", config.trim_end())));
    assert_eq!(text(&tree, "archdoc.toml"), config);
    let again = run(tree.path(), &["init"]);
    assert_eq!((again.code, text(&tree, "archdoc.toml")), (Some(0), config.to_owned()));
    assert!(again.stderr.contains("set up already"), "{}", again.stderr);
    let ran = run(tree.path(), &["check"]);
    assert!(ran.stderr.contains("8 decision records read"), "{}", ran.stderr);
}

#[test]
fn init_binds_what_nobody_would_take_for_anything_else() {
    let titles = [
        "Introduction and Goals",
        "Constraints",
        "Context and Scope",
        "Solution Strategy",
        "Building Block View",
        "Runtime View",
        "Deployment View",
        "Concepts",
        "Quality Requirements",
        "Risks",
        "Glossary",
    ];
    let chapter =
        |title: &str| format!("# {title}\n\nThe pumps of the mill are named after rivers.\n");
    let tree = repository(&[("docs/partly.md", ARC42), ("templates/arch/01.md", "# Goals\n")]);
    for (number, title) in titles.iter().enumerate() {
        for directory in ["docs/arch", "templates/arch", "tests/fixtures/arch"] {
            write(tree.path(), &format!("{directory}/{number:02}.md"), &chapter(title));
        }
    }
    let ran = run(tree.path(), &["init"]);
    let bound = "archdoc.toml: bound `docs/arch/*.md` to the template `arc42`\n";
    assert!(ran.stderr.contains(bound), "{}", ran.stderr);
    let config =
        "[[documents]]\npaths = [\"docs/arch/*.md\"]\ntemplate = \"arc42\"\ndoc = \"arch\"\n";
    assert_eq!(text(&tree, "archdoc.toml"), config);
    // What is not bound is still named.
    assert!(ran.stderr.contains("mdbook-archdoc suggest"), "{}", ran.stderr);
    let again = run(tree.path(), &["init"]);
    assert_eq!((again.code, text(&tree, "archdoc.toml")), (Some(0), config.to_owned()));
    let ran = run(tree.path(), &["check", "--format", "short"]);
    assert!(ran.stdout.contains("[missing-section]"), "{}", ran.stdout);

    let book = repository(&[("book.toml", "[book]\ntitle = \"A\"\n")]);
    let whole: String = titles.iter().map(|title| chapter(title).replace("# ", "## ")).collect();
    write(book.path(), "src/SUMMARY.md", "[A](a.md)\n");
    write(book.path(), "src/a.md", &format!("# Mill\n\n{whole}"));
    let ran = run(book.path(), &["init"]);
    let config =
        "[[preprocessor.archdoc.documents]]\npaths = [\"src/a.md\"]\ntemplate = \"arc42\"\n";
    assert!(
        text(&book, "book.toml").ends_with(config),
        "{}\n{}",
        ran.stderr,
        text(&book, "book.toml")
    );
    let ran = run(book.path(), &["check", "--format", "short"]);
    assert!(ran.stdout.contains("[missing-section]"), "{}", ran.stdout);
}

#[test]
fn init_in_a_book_names_the_records_that_are_not_found_by_name() {
    let toml = "# Ours\n[book]\ntitle = 'A'\n";
    let book = repository(&[
        ("book.toml", toml),
        ("src/SUMMARY.md", "- [A](a.md)\n"),
        ("src/a.md", ARC42),
    ]);
    records(&book, "src/rfcs");
    let ran = run(book.path(), &["init"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let table = "\n[preprocessor.archdoc]\nbefore = [\"links\"]\nadr.paths = [\"rfcs\"]\n";
    assert_eq!(text(&book, "book.toml"), format!("{toml}{table}"));
    for told in [
        "src/a.md: like the template `arc42`, 6 of 6 headings",
        "src/rfcs: 4 decision records (nygard), not found by name",
        "book.toml: set `adr.paths = [\"rfcs\"]`",
        "mdbook-archdoc suggest",
    ] {
        assert!(ran.stderr.contains(told), "{told}: {}", ran.stderr);
    }
    let again = run(&book.path().join("src"), &["init"]);
    assert!(again.stderr.contains("set up already, nothing to change"), "{}", again.stderr);
    assert_eq!(text(&book, "book.toml"), format!("{toml}{table}"));
    let ran = run(book.path(), &["check"]);
    assert!(ran.stderr.contains("4 decision records read"), "{}", ran.stderr);
}

#[test]
fn check_with_nothing_to_check_says_what_there_is() {
    let tree = repository(&[("docs/architecture.md", ARC42), ("README.md", README)]);
    let ran = run(tree.path(), &["check"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""));
    for told in [
        "2 Markdown files looked at",
        "docs/architecture.md: like the template",
        "mdbook-archdoc suggest",
    ] {
        assert!(ran.stderr.contains(told), "{told}: {}", ran.stderr);
    }
    let ran = run(tree.path(), &["check", "--format", "short"]);
    assert_eq!((ran.code, &*ran.stdout, &*ran.stderr), (Some(0), "", ""));
}

#[test]
fn check_beside_records_says_what_else_there_is() {
    let tree = repository(&[("docs/architecture.md", ARC42), ("README.md", README)]);
    records(&tree, "docs/adr");
    let hint = "archdoc: not checked: 1 document like a template; `mdbook-archdoc suggest`";
    let ran = run(tree.path(), &["check"]);
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    records(&tree, "docs/proposals");
    let ran = run(tree.path(), &["check"]);
    let both = "1 document like a template and 1 directory of decision records; `mdbook-archdoc";
    assert!(ran.stderr.contains(both), "{}", ran.stderr);
    let ran = run(tree.path(), &["check", "--format", "short"]);
    assert!(!ran.stderr.contains("suggest"), "{}", ran.stderr);
}

#[test]
fn what_is_not_understood_has_a_name() {
    let tree = repository(&[("README.md", README)]);
    write(tree.path(), "docs/decisions/queue.md", "We talked about a queue.\n");
    let name = "not understood: docs/decisions/queue.md: no number";
    for (arguments, named) in
        [(&["check"][..], false), (&["check", "-v"], true), (&["adr", "list"], true)]
    {
        let ran = run(tree.path(), arguments);
        assert_eq!(ran.stderr.contains(name), named, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("1 not understood"), "{arguments:?}: {}", ran.stderr);
    }
}

#[test]
fn check_above_a_book_says_where_it_is() {
    let tree = repository(&[("README.md", README)]);
    write(tree.path(), "docs/book/book.toml", "");
    write(tree.path(), "docs/book/src/SUMMARY.md", "- [A](a.md)\n");
    write(tree.path(), "docs/book/src/a.md", "# A\n");
    let ran = run(tree.path(), &["check"]);
    let told = "archdoc: `docs/book` is a book: `mdbook-archdoc check docs/book`\n";
    assert!(ran.stderr.ends_with(told), "{}", ran.stderr);
    let ran = run(tree.path(), &["init"]);
    assert!(ran.stderr.contains("mdbook-archdoc init docs/book"), "{}", ran.stderr);
}

#[test]
fn init_says_once_what_lies_beside_a_book() {
    let top = repository(&[
        ("book/book.toml", ""),
        ("book/src/SUMMARY.md", "- [A](a.md)\n"),
        ("book/src/a.md", "# A\n"),
    ]);
    records(&top, "docs/adr");
    let book = top.path().join("book");
    for (from, path, records, config, at) in [
        (top.path(), "book", "docs/adr", "book/book.toml", " book"),
        (&*book, ".", "../docs/adr", "book.toml", ""),
    ] {
        fs::write(book.join("book.toml"), "").unwrap();
        let first = run(from, &["init", path]).stderr;
        let found = format!(
            "archdoc: 1 Markdown file looked at\n  {records}: 4 decision records (nygard)\n"
        );
        assert!(first.starts_with(&found), "{first}");
        assert!(
            first.contains(&format!("\n{config}: set `adr.paths = [\"../docs/adr\"]`\n")),
            "{first}"
        );
        let next = format!("adr list {records}");
        for command in [&format!("check{at} "), &next, "templates list"] {
            assert!(first.contains(&format!("\n  mdbook-archdoc {command}")), "{command}\n{first}");
        }
        assert!(!first.contains("no decision records") && !first.contains("adr init"), "{first}");
        // The second run finds the same.
        let second = run(from, &["init", path]).stderr;
        assert!(second.starts_with(&found) && second.contains("set up already"), "{second}");
        let after = |text: &str| text.split_once("\nNext:").unwrap().1.to_owned();
        assert_eq!(after(&first), after(&second));
        let suggested = run(from, &["suggest", path]).stdout;
        assert_eq!(suggested, "../docs/adr: 4 decision records (nygard)\n");
    }
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
