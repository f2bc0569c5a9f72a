//! `check --fix`: what it mends, and what it leaves alone.

use std::fs;

use super::{book, bound, found};
use crate::harness::files::RECORD;
use crate::harness::program::run;

#[test]
fn stale_entries_are_mended_too() {
    let line = "    { path = \"src/a.md\", rule = \"placeholder-text\", count = 1 },\n";
    let known = format!("version = 1\n\nfindings = [\n{line}]\n");
    let book = bound("baseline = 'known.toml'\n", "# A\n");
    fs::write(book.path().join("known.toml"), known).unwrap();
    let ran = run(book.path(), &["check", "--fix"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let known = fs::read_to_string(book.path().join("known.toml")).unwrap();
    assert_eq!(known, "version = 1\n\nfindings = [\n]\n");
}

#[test]
fn unlisted_records_are_listed_and_headings_and_directives_respelt() {
    let text = "# A\r\n\r\n<<#archdoc template=\"doc\" missing=\"hide\">>\r\n\r\n## Goals\r\n\r\nWhy.\r\n\r\n\
                ## Risks\r\n\r\nNone, for it is a library.\r\n\r\n### Souces\r\n\r\nUs.\r\n\r\n<<#archdoc adr-indx>>\r\n";
    let book = bound("", text);
    let adr = book.path().join("src/adr");
    fs::create_dir(&adr).unwrap();
    fs::write(adr.join("0001-one-log.md"), RECORD).unwrap();
    let two = RECORD.replace("# 1. One", "# 2. Two");
    fs::write(adr.join("0002-two logs.md"), two).unwrap();
    let summary = "# Summary\n\n- [A](a.md)\n- [One](adr/0001-one-log.md)\n\n[End](a.md)\n";
    fs::write(book.path().join("src/SUMMARY.md"), summary.replace("\n[End](a.md)\n", "")).unwrap();
    let ran = run(book.path(), &["check", "--fix"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let read = |file: &str| fs::read_to_string(book.path().join(file)).unwrap();
    let listed = "- [One](adr/0001-one-log.md)\n- [Two log](adr/0002-two%20logs.md)\n";
    assert!(read("src/SUMMARY.md").ends_with(listed), "{}", read("src/SUMMARY.md"));
    let mended = text.replace("Souces", "Sources").replace("adr-indx", "adr-index");
    assert_eq!(read("src/a.md"), mended, "{}", ran.stderr);
    assert_eq!(found(book.path(), &[]), Vec::<String>::new());
}

#[test]
fn a_record_is_listed_as_those_beside_it_are() {
    for (listed, line) in [
        ("1. One log", "- [2. Two log](adr/0002-two.md)\n"),
        ("One log", "- [Two log](adr/0002-two.md)\n"),
    ] {
        let book = bound("", "# A\n");
        fs::create_dir(book.path().join("src/adr")).unwrap();
        fs::write(book.path().join("src/adr/0001-one.md"), RECORD).unwrap();
        let two = RECORD.replace("# 1. One", "# 2. Two");
        fs::write(book.path().join("src/adr/0002-two.md"), two).unwrap();
        let summary = format!("# Summary\n\n- [A](a.md)\n- [{listed}](adr/0001-one.md)\n");
        fs::write(book.path().join("src/SUMMARY.md"), &summary).unwrap();
        let told = run(book.path(), &["check"]);
        assert!(told.stderr.contains(line.trim_end()), "{}", told.stderr);
        run(book.path(), &["check", "--fix"]);
        let new = fs::read_to_string(book.path().join("src/SUMMARY.md")).unwrap();
        assert_eq!(new, summary + line);
    }
}

#[test]
fn many_unlisted_records_become_chapters_by_one_setting() {
    let chapter = "# A\n\n<<#archdoc adr-index>>\n";
    for (toml, nests) in [
        ("[preprocessor.archdoc]\n", true),
        ("[preprocessor.archdoc]\n\n[preprocessor.archdoc.adr]\nbanner = false\n", true),
        ("[preprocessor.archdoc]\nadr.banner = false\n", true),
        ("[preprocessor.archdoc]\nadr.chapters = \"listed\"\n", false),
        ("[preprocessor.archdoc]\nadr = { banner = false }\n", false),
    ] {
        let book = book(&[("book.toml", toml), ("src/a.md", chapter)]);
        fs::create_dir(book.path().join("src/adr")).unwrap();
        for number in 1..=6 {
            let text = RECORD.replace("# 1. One", &format!("# {number}. Number {number}"));
            fs::write(book.path().join(format!("src/adr/000{number}-a.md")), text).unwrap();
        }
        let ran = run(book.path(), &["check", "--fix"]);
        assert!(ran.stderr.contains("no findings"), "{}", ran.stderr);
        let read = |file: &str| fs::read_to_string(book.path().join(file)).unwrap();
        let nested = read("book.toml").contains("chapters = \"nested\"");
        assert_eq!(nested, nests, "{}", read("book.toml"));
        assert_eq!(read("src/SUMMARY.md").contains("adr/0001-a.md"), !nested);
    }
}

const TYPOS: &str = "[preprocessor.archdoc]\nmising = \"nte\"\nunwritten = \"leeve\"\nrules.unknown-confg = \"warn\"\n";

#[test]
fn fix_goes_on_until_nothing_is_left() {
    let book = book(&[("book.toml", TYPOS), ("src/a.md", "# A\n")]);
    let dry = run(book.path(), &["check", "--fix", "--dry-run"]);
    assert!(dry.stdout.contains("-mising = \"nte\"\n"), "{}", dry.stdout);
    assert!(dry.stderr.contains("nothing was changed"), "{}", dry.stderr);
    let read = || fs::read_to_string(book.path().join("book.toml")).unwrap();
    assert_eq!(read(), TYPOS);

    let ran = run(book.path(), &["check", "--fix"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""), "{}", ran.stderr);
    let expected = "[preprocessor.archdoc]\nmissing = \"note\"\nunwritten = \"leave\"\nrules.unknown-config = \"warn\"\n";
    assert_eq!(read(), expected);
    assert!(ran.stderr.starts_with("mended book.toml:2:1: [unknown-config] unknown key"));
    assert!(ran.stderr.contains("archdoc: 4 findings mended in 1 file\n"), "{}", ran.stderr);
    let again = run(book.path(), &["check", "--fix"]);
    assert_eq!((&*again.stdout, again.stderr.contains("mended")), ("", false));
}

#[test]
fn a_read_only_file_is_an_error_and_nothing_is_lost() {
    let book = book(&[("book.toml", TYPOS), ("src/a.md", "# A\n")]);
    let file = book.path().join("book.toml");
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    let ran = run(book.path(), &["check", "--fix"]);
    assert_eq!(ran.code, Some(2));
    let expected =
        "error: `book.toml` was not written, and nothing else was changed: it is read-only\n";
    assert!(ran.stderr.starts_with(expected), "{}", ran.stderr);
    assert_eq!(fs::read_to_string(&file).unwrap(), TYPOS);
    assert_eq!(fs::read_dir(book.path()).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_book_is_read_and_never_written() {
    let book = book(&[("src/a.md", "# A\n"), ("src/SUMMARY.md", "- [A](a.md)\n- [B](b.md)\n")]);
    let elsewhere = tempfile::tempdir().unwrap();
    let text = "<!-- archdoc: allow placeholder-txt reason=\"x\" -->\n";
    fs::write(elsewhere.path().join("b.md"), text).unwrap();
    let link = book.path().join("src/b.md");
    std::os::unix::fs::symlink(elsewhere.path().join("b.md"), link).unwrap();
    let ran = run(book.path(), &["check", "--fix"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.contains("`src/b.md` lies outside of the repository"), "{}", ran.stderr);
    assert_eq!(fs::read_to_string(elsewhere.path().join("b.md")).unwrap(), text);
}

#[test]
fn a_second_mistake_of_the_same_words_is_mended_in_the_same_run() {
    let text = "# Decisions\n\n<<#archdo cadr-index>>\n\nText.\n\n<<#archdoc cadr-index>>\n";
    let book = book(&[("book.toml", "[preprocessor.archdoc]\n"), ("src/a.md", text)]);
    let ran = run(book.path(), &["check", "--fix"]);
    assert!(ran.stderr.contains("3 findings mended in 1 file"), "{}", ran.stderr);
    let mended = fs::read_to_string(book.path().join("src/a.md")).unwrap();
    let index = "<<#archdoc adr-index>>";
    assert_eq!(mended, format!("# Decisions\n\n{index}\n\nText.\n\n{index}\n"));
}

#[test]
fn what_stands_between_braces_is_mended_in_the_same_run() {
    let text = "# Parts\n\n{{#archdoc tmplate=\"standrd\"}}\n";
    let book = book(&[("book.toml", "[preprocessor.archdoc]\n"), ("src/a.md", text)]);
    let ran = run(book.path(), &["check", "--fix"]);
    assert!(ran.stderr.contains("3 findings mended in 1 file"), "{}", ran.stderr);
    let mended = fs::read_to_string(book.path().join("src/a.md")).unwrap();
    assert_eq!(mended, "# Parts\n\n<<#archdoc template=\"standard\">>\n");
}

#[test]
fn braces_that_close_elsewhere_are_left() {
    let text = "# Parts\n\n{{#archdoc\n  adr-index}}\n\n{{#archdoc template=\"{{x}}\"}}\n";
    let book = book(&[("book.toml", "[preprocessor.archdoc]\n"), ("src/a.md", text)]);
    run(book.path(), &["check", "--fix"]);
    assert_eq!(fs::read_to_string(book.path().join("src/a.md")).unwrap(), text);
}
