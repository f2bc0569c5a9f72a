//! Where records are found and written: directories of other names, and several of them.

use tempfile::TempDir;

use crate::adr_life::{done, nygard, refused};
use crate::harness::files::tree;
use crate::harness::program::run;
use crate::workbench::text;

/// A repository with records of these paths.
fn records(paths: &[&str]) -> TempDir {
    let number = |path: &str| path.rsplit('/').next().unwrap()[..4].parse().unwrap();
    let texts: Vec<(&str, String)> =
        paths.iter().map(|path| (*path, nygard(number(path), "Accepted"))).collect();
    let files: Vec<(&str, &str)> =
        texts.iter().map(|(path, text)| (*path, text.as_str())).collect();
    tree(&files)
}

#[track_caller]
fn told(directory: &TempDir, arguments: &[&str]) -> String {
    let ran = run(directory.path(), &[&["adr"], arguments].concat());
    assert_eq!(ran.code, Some(0), "{arguments:?}: {}", ran.stderr);
    ran.stderr
}

#[test]
fn a_directory_of_another_name_is_found_by_the_next_command() {
    let usual = records(&[]);
    done(&usual, &["init", "docs/decisions"]);
    assert!(!usual.path().join("archdoc.toml").exists(), "its name says it");

    let own = records(&[]);
    let said = told(&own, &["init", "docs/choices"]);
    assert!(said.contains("archdoc.toml: set `adr.paths = [\"docs/choices\"]`"), "{said}");
    assert_eq!(done(&own, &["new", "Use a log"]), "wrote docs/choices/0002-use-a-log.md\n");
    let ran = run(own.path(), &["check", "-D", "warnings"]);
    assert!(ran.stderr.contains("2 decision records read; no findings"), "{}", ran.stderr);

    let top = records(&[]);
    let said = told(&top, &["init", "."]);
    assert!(said.contains("archdoc.toml: set `adr.paths = [\".\"]`"), "{said}");
    done(&top, &["new", "Use a log"]);
    let ran = run(top.path(), &["check", "-D", "warnings"]);
    assert!(ran.stderr.contains("2 decision records read; no findings"), "{}", ran.stderr);

    let chapters = [("src/SUMMARY.md", "# Summary\n"), ("book.toml", "[book]\n# Our book\n")];
    let book = tree(&chapters);
    done(&book, &["init", "src/choices"]);
    let table = "[preprocessor.archdoc]\nbefore = [\"links\"]\nadr.paths = [\"choices\"]\n";
    assert_eq!(text(&book, "book.toml"), format!("[book]\n# Our book\n\n{table}"));
    done(&book, &["new", "Use a log"]);
    done(&book, &["init", "src/more"]);
    assert!(text(&book, "book.toml").contains("adr.paths = [\"choices\", \"more\"]"));
}

#[test]
fn a_first_record_lies_where_the_book_is_read() {
    let chapters = [("SUMMARY.md", "- [A](a.md)\n"), ("a.md", "# A\n")];
    let flat = tree(&chapters);
    let said = done(&flat, &["init"]);
    assert!(said.contains("wrote adr/0001-"), "{said}");
    let ran = run(flat.path(), &["check"]);
    assert!(ran.stderr.contains("1 decision record read"), "{}", ran.stderr);
}

#[test]
fn a_second_directory_takes_nothing_from_the_first() {
    let directory = records(&["docs/adr/0001-a.md", "docs/adr/0002-b.md"]);
    let said = told(&directory, &["init", "other"]);
    assert!(said.contains("`docs/adr` holds 2 decision records already"), "{said}");
    assert!(said.contains("adr new --dir other"), "{said}");
    let setting = "adr.paths = [\"docs/adr\", \"other\"]\n";
    assert_eq!(text(&directory, "archdoc.toml"), setting);
    let said = refused(&directory, &["new", "Use a log"]);
    assert!(said.contains("`docs/adr` and `other`; name one of them with `--dir`"), "{said}");
    let ran = run(directory.path(), &["check"]);
    assert!(ran.stderr.contains("3 decision records read"), "{}", ran.stderr);
}

#[test]
fn the_first_record_is_in_the_language_of_the_book() {
    let german = tree(&[("src/SUMMARY.md", ""), ("book.toml", "[book]\nlanguage = \"de\"\n")]);
    done(&german, &["init", "--date", "2026-01-02"]);
    let first = text(&german, "src/adr/0001-architekturentscheidungen-festhalten.md");
    assert!(
        first.contains("Datum: 2026-01-02\n\n## Status\n\nAkzeptiert\n\n## Kontext\n"),
        "{first}"
    );
    done(&german, &["new", "Ein Log"]);
    let next = text(&german, "src/adr/0002-ein-log.md");
    assert!(next.contains("## Entscheidung\n") && next.contains("Vorgeschlagen"), "{next}");
    let korean = tree(&[("archdoc.toml", "language = \"ko\"\n")]);
    let said = done(&korean, &["init"]);
    assert!(said.contains("0001-record-architecture-decisions.md"), "no text in it: {said}");
}

#[test]
fn a_new_record_lies_where_most_of_the_others_do() {
    let core = ["docs/adr/core/0001-a.md", "docs/adr/core/0002-b.md", "docs/adr/net/0001-c.md"];
    let directory = records(&core);
    let template = "# NUMBER. TITLE\n\n## Status\n\nSTATUS\n\n## Our own heading\n\n## Decision\n";
    std::fs::write(directory.path().join("docs/adr/template.md"), template).unwrap();
    let said = told(&directory, &["new", "Use a log"]);
    assert!(said.contains("2 of the 3 records below `docs/adr` lie there"), "{said}");
    let new = text(&directory, "docs/adr/core/0003-use-a-log.md");
    assert!(new.contains("## Our own heading"), "{new}");
    let said = told(&directory, &["new", "Use a queue", "--dir", "docs/adr"]);
    assert_eq!(said, "", "who names a directory means it");
    assert!(directory.path().join("docs/adr/0001-use-a-queue.md").exists());

    let directory = records(&["docs/adr/core/0001-a.md", "docs/adr/net/0001-c.md"]);
    let said = refused(&directory, &["new", "Use a log"]);
    assert!(said.contains("lie in `docs/adr/core` and `docs/adr/net`"), "{said}");
    assert!(said.contains("`--dir`"), "{said}");
}

#[test]
fn an_odd_one_above_the_records_leads_none_of_them() {
    let paths = ["docs/decisions/adr/0001-a.md", "docs/decisions/adr/0002-b.md"];
    let register = "# Register of debts\n\n**Version:** v1 | **Updated:** 2026-03-08 | **Status:** Active\n\n- x\n";
    let unnumbered = "# Use one editor\n\n## Status\n\nActive\n\n## Decision\n\nWe use one.\n";
    for odd in [register, unnumbered] {
        let directory = records(&paths);
        std::fs::write(directory.path().join("docs/decisions/odd.md"), odd).unwrap();
        assert_eq!(done(&directory, &["status", "2", "accepted"]), "", "so it says");
        done(&directory, &["status", "2", "proposed"]);
        done(&directory, &["status", "2", "accepted"]);
        let said = text(&directory, "docs/decisions/adr/0002-b.md");
        assert!(said.contains("\nAccepted\n"), "{said}");
        let new = done(&directory, &["new", "Use a log", "--supersedes", "2"]);
        assert!(new.starts_with("wrote docs/decisions/adr/0003-use-a-log.md\n"), "{new}");
        let new = text(&directory, "docs/decisions/adr/0003-use-a-log.md");
        assert!(!new.contains("2026-03-08") && !new.contains("Active"), "{new}");
        let old = text(&directory, "docs/decisions/adr/0002-b.md");
        assert!(old.contains("(0003-use-a-log.md)"), "{old}");
    }
}

#[test]
fn a_usual_directory_without_records_is_not_where_the_next_belongs() {
    let directory = records(&["Shop.Docs/_adr/0001-a.md", "Shop.Docs/_adr/0002-b.md"]);
    std::fs::create_dir_all(directory.path().join("docs/decisions")).unwrap();
    std::fs::write(directory.path().join("docs/decisions/template.md"), "# TITLE\n").unwrap();
    let new = done(&directory, &["new", "Use a log", "--supersedes", "2"]);
    assert!(new.starts_with("wrote Shop.Docs/_adr/0003-use-a-log.md\n"), "{new}");
    let several = records(&["a/adr/0001-a.md", "b/adr/0001-b.md"]);
    std::fs::create_dir_all(several.path().join("docs/adr")).unwrap();
    let new = done(&several, &["new", "Use a log"]);
    assert_eq!(new, "wrote docs/adr/0001-use-a-log.md\n", "which of them is not known");
}

#[test]
fn which_of_two_usual_directories_a_team_still_uses_is_asked() {
    let old = ["doc/adr/0001-a.md", "doc/adr/0002-b.md", "doc/adr/0003-c.md"];
    let directory = records(&[&old[..], &["docs/decisions/0004-d.md"]].concat());
    let said = refused(&directory, &["new", "Use a log"]);
    assert!(said.contains("records in `docs/decisions` and `doc/adr`"), "{said}");
    let new = done(&directory, &["new", "Use a log", "--dir", "docs/decisions"]);
    assert_eq!(new, "wrote docs/decisions/0005-use-a-log.md\n");
    let diff = done(&directory, &["status", "4", "deprecated"]);
    assert!(diff.starts_with("--- a/docs/decisions/0004-d.md\n"), "{diff}");

    let directory = records(&old);
    std::fs::create_dir_all(directory.path().join("docs/decisions")).unwrap();
    std::fs::write(directory.path().join("docs/decisions/template.md"), "# TITLE\n").unwrap();
    let new = done(&directory, &["new", "Use a log"]);
    assert_eq!(new, "wrote doc/adr/0004-use-a-log.md\n", "the other holds none");
}

#[test]
fn a_word_that_wants_a_successor_is_not_borrowed() {
    let directory = records(&["docs/adr/0001-a.md", "docs/adr/0002-b.md", "docs/adr/0003-c.md"]);
    for file in ["docs/adr/0001-a.md", "docs/adr/0002-b.md"] {
        let retired = text(&directory, file).replace("Accepted", "Retired by ADR 0003");
        std::fs::write(directory.path().join(file), retired).unwrap();
    }
    done(&directory, &["status", "3", "deprecated"]);
    assert!(text(&directory, "docs/adr/0003-c.md").contains("\nDeprecated\n"));
}

#[test]
fn a_directory_is_named_as_on_windows_too() {
    let directory = records(&["records/of/yard/0001-a.md"]);
    std::fs::write(directory.path().join(".adr-dir"), "records\\of\\yard\r\n").unwrap();
    let new = done(&directory, &["new", "Use a log"]);
    assert_eq!(new, "wrote records/of/yard/0002-use-a-log.md\n");
}

#[test]
fn a_number_that_two_records_have_means_neither() {
    for other in ["docs/adr/net/0001-c.md", "docs/adr/0001-c.md"] {
        let directory = records(&["docs/adr/core/0001-a.md", other]);
        let said = refused(&directory, &["show", "1"]);
        assert!(said.contains("`docs/adr/core/0001-a.md`") && said.contains(other), "{said}");
        assert!(done(&directory, &["show", other]).starts_with("# 1. "));
    }
}

#[test]
fn what_cannot_be_read_is_told_with_exit_code_2() {
    let directory = records(&["docs/adr/0001-a.md"]);
    std::fs::write(directory.path().join("docs/adr/0002-b.md"), b"# 2. \xff\n").unwrap();
    let ran = run(directory.path(), &["adr", "list"]);
    assert!(ran.stdout.starts_with("1  accepted") && ran.code == Some(2), "{}", ran.stdout);
    assert!(ran.stderr.contains("not read: docs/adr/0002-b.md: is not UTF-8"), "{}", ran.stderr);
    let ran = run(directory.path(), &["adr", "show", "2"]);
    let said = "record 2 cannot be read: `docs/adr/0002-b.md` is not UTF-8";
    assert!(ran.code == Some(2) && ran.stderr.contains(said), "{}", ran.stderr);
    assert_eq!(done(&directory, &["new", "Use a log"]), "wrote docs/adr/0003-use-a-log.md\n");
    let ran = run(directory.path(), &["init"]);
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
    assert!(ran.stderr.contains("docs/adr/0002-b.md"), "{}", ran.stderr);
}

#[test]
fn a_new_record_has_the_labels_and_dates_of_the_others() {
    let text_of = |date: &str| nygard(1, "Accepted").replace("2026-01-05", date);
    for (theirs, next) in [
        ("2026-01-05", "Date: 2026-11-02\n"),
        ("January 5, 2026", "Date: November 2, 2026\n"),
        ("5 Jan 2026", "Date: 2 Nov 2026\n"),
    ] {
        let directory = tree(&[("docs/adr/0001-a.md", &text_of(theirs))]);
        done(&directory, &["new", "Use a log", "--date", "2026-11-02"]);
        let new = text(&directory, "docs/adr/0002-use-a-log.md");
        assert!(new.contains(next), "{theirs}: {new}");
    }
}

#[test]
fn a_title_may_be_long_and_may_hold_angle_brackets() {
    let directory = records(&["docs/adr/0001-a.md"]);
    let long = "x".repeat(400);
    let wrote = done(&directory, &["new", &long]);
    assert_eq!(wrote, format!("wrote docs/adr/0002-{}.md\n", "x".repeat(80)));
    let longer = format!("{long} {long}");
    done(&directory, &["new", &format!("{} a", "word ".repeat(40))]);
    done(&directory, &["new", &format!("{} b", "word ".repeat(40))]);
    done(&directory, &["new", &longer]);
    done(&directory, &["new", "Use <b>bold</b> and `Vec<u8>`"]);
    let ran = run(directory.path(), &["adr", "list"]);
    assert!(ran.stdout.contains("Use <b>bold</b> and Vec<u8>"), "{}", ran.stdout);
}
