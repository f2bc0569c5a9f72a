//! What cannot be read is told, by `check` and in a build.

use std::fs;

use crate::cli::run;
use crate::workbench::book;

const RECORD: &str = "# 1. One log\n\nDate: 2026-03-02\n\n## Status\n\nAccepted\n\n## Context\n\nScans.\n\n\
                      ## Decision\n\nOne log.\n\n## Consequences\n\nAll is derived.\n";

#[test]
fn a_record_that_is_not_utf_8_is_told_at_its_line() {
    let book = book("", &[("src/adr/0001-one-log.md", RECORD)]);
    let latin = b"# 2. Gr\xfc\xdfe\n\n## Status\n\nAccepted\n";
    fs::write(book.path().join("src/adr/0002-gruesse.md"), latin).unwrap();
    let ran = run(book.path(), &["check", "--format", "short"]);
    let told = "src/adr/0002-gruesse.md:1:8: warning[adr-not-understood]: decision records are read here, but this is not UTF-8";
    assert!(ran.stdout.lines().any(|line| line.starts_with(told)), "{}", ran.stdout);
    let human = run(book.path(), &["check"]);
    assert!(human.stderr.contains("is not UTF-8"), "{}", human.stderr);
    let listed = run(book.path(), &["adr", "list", "src/adr"]);
    assert!(listed.stderr.contains("0002-gruesse.md: is not UTF-8"), "{}", listed.stderr);
}

#[test]
fn templates_that_are_not_there_are_told_where_they_are_named() {
    let absent = book("template-dir = 'templatez'\n", &[]);
    let ran = run(absent.path(), &["check", "--format", "short"]);
    let told = "book.toml:3:16: warning[unknown-config]: there is no directory `templatez`";
    assert!(ran.stdout.starts_with(told), "{}", ran.stdout);

    let latin = book("template-dir = 'own'\n", &[("own/a.md", "")]);
    fs::write(latin.path().join("own/a.md"), b"## Gr\xfc\xdfe {#a}\n").unwrap();
    let ran = run(latin.path(), &["check", "--format", "short"]);
    let told = "own/a.md:1:6: error[invalid-template]: this template is not UTF-8";
    assert!(ran.stdout.starts_with(told), "{}", ran.stdout);
    let checked = run(latin.path(), &["templates", "check"]);
    assert_eq!(checked.code, Some(1), "{}", checked.stderr);
}
