//! Texts that lie outside of a book's source directory, and of its repository.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::harness::files::{RECORD, tree, tree_of, write};
use crate::harness::program::run;

/// A repository with a book in `book/`; paths count from its top.
fn repository(settings: &str, summary: &str, files: &[(&str, &str)]) -> TempDir {
    let top = tempfile::tempdir().unwrap();
    fs::create_dir(top.path().join(".git")).unwrap();
    let book_toml = format!("[preprocessor.archdoc]\nbefore = ['links']\n{settings}");
    let own = [("book/book.toml", &*book_toml), ("book/src/SUMMARY.md", summary)];
    for (path, text) in own.iter().chain(files) {
        write(top.path(), path, text);
    }
    top
}

/// The lines of `check --format short`.
fn told(directory: &Path) -> Vec<String> {
    let ran = run(directory, &["check", "--format", "short"]);
    ran.stdout.lines().map(str::to_owned).collect()
}

#[test]
fn a_chapter_of_one_include_is_its_file_from_wherever_it_is_looked_at() {
    let design = "# Atlas\n\n<<#archdoc template=\"standrd\">>\n";
    let files = [
        ("book/src/design.md", "{{#include ../../docs/design.md}}\n"),
        ("docs/design.md", design),
        ("book/src/part.md", "{{#include ../../docs/design.md:3:}}\n"),
        ("book/src/beside.md", "# Beside\n\n{{#include ../../docs/design.md}}\n"),
    ];
    let summary = "- [Design](design.md)\n- [Part](part.md)\n- [Beside](beside.md)\n";
    let top = repository("", summary, &files);
    let book = top.path().join("book");
    let lines = told(&book);
    assert_eq!(lines.len(), 2, "{lines:?}");
    let misplaced =
        "../docs/design.md:3:1: warning[misplaced-directive]: a directive in a file that";
    assert!(lines[0].starts_with(misplaced), "{}", lines[0]);
    let unknown = "../docs/design.md:3:21: error[unknown-template]: there is no template `standrd`";
    assert!(lines[1].starts_with(unknown), "{}", lines[1]);
    // Seen from above, and as code hosts name it.
    let above = run(top.path(), &["check", "book", "--format", "short"]);
    assert!(above.stdout.contains("\ndocs/design.md:3:21: error"), "{}", above.stdout);
    let github = run(&book, &["check", "--format", "github"]);
    assert!(github.stdout.contains("file=docs/design.md,line=3,"), "{}", github.stdout);
}

#[test]
fn included_records_are_written_and_listed_once() {
    let files = [
        ("book/src/adr/README.md", "# Decisions\n\n<<#archdoc adr-index>>\n"),
        ("book/src/adr/1.md", "{{#include ../../../docs/adr/0001-one-log.md}}\n"),
        ("book/src/again.md", "{{#include ../../docs/adr/0001-one-log.md}}\n"),
        ("docs/adr/0001-one-log.md", RECORD),
        ("docs/adr/0002-unasked.md", RECORD),
    ];
    let summary = "- [Decisions](adr/README.md)\n- [1](adr/1.md)\n- [Again](again.md)\n";
    let top = repository("", summary, &files);
    let ran = run(&top.path().join("book"), &["check"]);
    assert!(ran.stderr.contains("1 decision record read; no findings"), "{}", ran.stderr);
}

#[test]
fn fill_writes_where_the_text_stands() {
    let files = [
        ("book/src/design.md", "{{#include ../../docs/design.md}}\n"),
        ("docs/design.md", "<<#archdoc template=\"arc42\">>\n"),
    ];
    let top = repository("", "- [Design](design.md)\n", &files);
    let ran = run(&top.path().join("book"), &["fill", "src/design.md", "--write"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let read = |path: &str| fs::read_to_string(top.path().join(path)).unwrap();
    assert_eq!(read("book/src/design.md"), files[0].1);
    assert!(read("docs/design.md").contains("Introduction and Goals"));
}

#[test]
fn records_beside_a_book_are_checked_and_mended_there() {
    let broken = RECORD.replace("Scans.", "Scans, see [2](0002-none.md) and [the log](log.csv).");
    let files = [
        ("book/src/decisions.md", "# Decisions\n\n<<#archdoc adr-index>>\n"),
        ("docs/adr/0001-one-log.md", &*broken),
        ("docs/adr/log.csv", "1\n"),
    ];
    let settings = "adr.paths = ['../docs/adr']\n";
    let top = repository(settings, "- [Decisions](decisions.md)\n", &files);
    let lines = told(&top.path().join("book"));
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].starts_with("../docs/adr/0001-one-log.md:11:12: warning[adr-broken-link]"));
    assert!(lines[1].contains("warning[link-outside-book]: `log.csv` leads out of the book"));
    // An author who wants none of them as chapters has no such links either.
    let settings = format!("{settings}adr.chapters = 'listed'\n");
    let top = repository(&settings, "- [Decisions](decisions.md)\n", &files);
    assert_eq!(told(&top.path().join("book")).len(), 1);
}

#[test]
fn a_directory_outside_is_the_same_by_every_way_to_it() {
    let files = [
        ("book/src/decisions.md", "# Decisions\n\n<<#archdoc adr-index>>\n"),
        ("book/adr/0001-one-log.md", RECORD),
    ];
    for way in ["adr", "./adr/", "../book/adr", "../adr", "../../book/adr", "../book/a*"] {
        let settings = format!("adr.paths = ['{way}']\n");
        let top = repository(&settings, "- [Decisions](decisions.md)\n", &files);
        let ran = run(&top.path().join("book"), &["check"]);
        assert!(
            ran.stderr.contains("1 decision record read; no findings"),
            "{way}: {}",
            ran.stderr
        );
    }
}

#[test]
fn a_path_out_of_the_repository_is_told_and_not_read() {
    let above = tempfile::tempdir().unwrap();
    fs::create_dir_all(above.path().join("adr")).unwrap();
    fs::write(above.path().join("adr/0001-one-log.md"), RECORD).unwrap();
    fs::create_dir_all(above.path().join("r/book/src")).unwrap();
    fs::create_dir(above.path().join("r/.git")).unwrap();
    let write = |path: &str, text: &str| fs::write(above.path().join("r/book").join(path), text);
    write("book.toml", "[preprocessor.archdoc]\nadr.paths = ['../../adr']\n").unwrap();
    write("src/SUMMARY.md", "- [A](a.md)\n- [B](b.md)\n").unwrap();
    write("src/a.md", "# A\n\n<<#archdoc adr-index>>\n").unwrap();
    write("src/b.md", "{{#include ../../../adr/0001-one-log.md}}\n").unwrap();
    let lines = told(&above.path().join("r/book"));
    let refused = |line: &String| line.contains("leads out of the repository and is not read");
    assert!(lines.iter().any(refused), "{lines:?}");
    let ran = run(&above.path().join("r/book"), &["check"]);
    assert!(!ran.stderr.contains("decision record read"), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_repository_is_left_out_by_every_command_that_looks_round() {
    let above = tempfile::tempdir().unwrap();
    let adr = above.path().join("r/docs/adr");
    fs::create_dir_all(&adr).unwrap();
    fs::create_dir(above.path().join("r/.git")).unwrap();
    fs::write(above.path().join("secret.md"), RECORD.replace("Date", "## Changelog\n\nDate"))
        .unwrap();
    fs::write(adr.join("0001-one-log.md"), RECORD).unwrap();
    std::os::unix::fs::symlink(above.path().join("secret.md"), adr.join("0002-secret.md")).unwrap();
    let directory = above.path().join("r");
    let help = "put the file itself there in place of the link";
    for command in [&["check"][..], &["adr", "list"], &["changelog", "list", "docs"]] {
        let ran = run(&directory, command);
        assert_eq!(ran.code, Some(2), "{command:?}: {}", ran.stderr);
        assert!(
            ran.stderr.contains("leads out of the repository and is not read"),
            "{}",
            ran.stderr
        );
        assert!(ran.stderr.contains(help), "{command:?}: {}", ran.stderr);
        assert!(!ran.stdout.contains("secret"), "{}", ran.stdout);
    }
    assert!(run(&directory, &["check"]).stderr.contains("1 decision record read"));
}

#[test]
fn init_takes_the_records_beside_the_book_in() {
    let files = [
        ("book/src/decisions.md", "# Decisions\n\n<<#archdoc adr-index>>\n"),
        ("docs/adr/0001-one-log.md", RECORD),
    ];
    let top = repository("", "- [Decisions](decisions.md)\n", &files);
    let book = top.path().join("book");
    let ran = run(&book, &["init"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.contains("../docs/adr: 1 decision record (nygard)"), "{}", ran.stderr);
    let written = fs::read_to_string(book.join("book.toml")).unwrap();
    let expected =
        "adr.paths = [\"../docs/adr\"]\n\n[build]\nextra-watch-dirs = [\"../docs/adr\"]\n";
    assert!(written.ends_with(expected), "{written}");
    assert!(run(&book, &["check"]).stderr.contains("1 decision record read; no findings"));
    run(&book, &["init"]);
    assert_eq!(fs::read_to_string(book.join("book.toml")).unwrap(), written, "twice is once");
    // Which of two the book is about, nobody knows.
    let several = [files[0], files[1], ("doc/decisions/0001-one-log.md", RECORD)];
    let top = repository("", "- [Decisions](decisions.md)\n", &several);
    run(&top.path().join("book"), &["init"]);
    let written = fs::read_to_string(top.path().join("book/book.toml")).unwrap();
    assert!(!written.contains("adr.paths"), "{written}");
}

#[test]
fn records_beside_a_book_without_an_index_are_told() {
    let files = [("book/src/a.md", "# A\n"), ("docs/adr/0001-one-log.md", RECORD)];
    let lines = |settings: &str| {
        let top = repository(settings, "- [A](a.md)\n", &files);
        told(&top.path().join("book"))
    };
    let settings = "adr.paths = ['../docs/adr']\n";
    let told = lines(settings);
    assert!(told.iter().any(|line| line.contains("ADR 1 is in no chapter")), "{told:?}");
    assert_eq!(lines(&format!("{settings}adr.chapters = 'listed'\n")), Vec::<String>::new());
}

#[test]
fn without_a_repository_an_archdoc_toml_says_what_the_project_is() {
    let summary = "- [All](all.md)\n";
    let files = [
        ("book/src/all.md", "# All\n\n<<#archdoc adr-index>>\n"),
        ("docs/adr/0001-log.md", RECORD),
    ];
    let top = repository("adr.paths = ['../docs/adr']\n", summary, &files);
    fs::remove_dir(top.path().join(".git")).unwrap();
    let book = top.path().join("book");

    // Nobody says that the two belong together.
    let ran = run(&book, &["check"]);
    for said in [
        "`../docs/adr` in `adr.paths` leads out of this directory and is not read",
        "there is no repository around it, such as `.git` shows",
        "put an `archdoc.toml`, which may be empty, into the directory that holds both",
    ] {
        assert!(ran.stderr.contains(said), "{said}\n{}", ran.stderr);
    }
    let ran = run(&book, &["adr", "list"]);
    let said = "`../docs/adr` lies outside of the directory of the settings, and there is no repository and";
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.replace("\n         ", " ").contains(said), "{}", ran.stderr);
    // Not every command has an option for it.
    assert!(!ran.stderr.contains("--dir"), "{}", ran.stderr);

    // The mend, in the place that the help names.
    fs::write(top.path().join("archdoc.toml"), "").unwrap();
    assert_eq!(told(&book), [""; 0]);
    let ran = run(&book, &["adr", "list"]);
    assert!(ran.stdout.contains("../docs/adr/0001-log.md"), "{}", ran.stdout);

    // Its directory is the edge then.
    let beyond = top.path().join("book/archdoc.toml");
    fs::rename(top.path().join("archdoc.toml"), beyond).unwrap();
    let ran = run(&book, &["check"]);
    assert!(ran.stderr.contains("leads out of the directory of `archdoc.toml`"), "{}", ran.stderr);
}

fn numbered(number: u32, title: &str) -> String {
    format!(
        "# {number}. {title}\n\nStatus: Accepted\n\n## Context\n\nIt is slow.\n\n## Decision\n\n{title}.\n\n\
         ## Consequences\n\nFast.\n"
    )
}

#[test]
fn records_beside_a_book_are_told_of() {
    let files = [
        ("book.toml", "[book]\nsrc = \"docs/src\"\n"),
        ("docs/src/SUMMARY.md", "- [A](a.md)\n"),
        ("docs/src/a.md", "# A\n"),
        ("docs/src/adr/index.md", "# Decisions\n"),
        ("docs/adr/0001-use-x.md", &numbered(1, "Use X")),
        ("docs/adr/0002-use-y.md", &numbered(2, "Use Y")),
    ];
    let tree = tree(&files);
    for arguments in [&["check"][..], &["adr", "list"]] {
        let ran = run(tree.path(), arguments);
        let told = "2 decision records lie beside the book in docs/adr";
        let words = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(told), "{arguments:?}: {}", ran.stderr);
    }
    fs::create_dir(tree.path().join("the docs")).unwrap();
    fs::rename(tree.path().join("docs/adr"), tree.path().join("the docs/adr")).unwrap();
    let told = run(tree.path(), &["check"]).stderr;
    let words = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("`mdbook-archdoc check 'the docs/adr'`"), "{told}");
}

#[test]
fn the_next_number_is_told_where_it_is_plain() {
    let told = |numbers: &[(&str, u32)]| {
        let name = |(at, (directory, number)): (usize, &(&str, u32))| {
            (
                format!("{directory}/{number:04}-use-x{at}.md"),
                numbered(*number, &format!("Use {at}")),
            )
        };
        let files: Vec<(String, String)> = numbers.iter().enumerate().map(name).collect();
        let tree = tree_of(&files);
        run(tree.path(), &["check"]).stderr
    };
    let adr = |number| ("docs/adr", number);
    assert!(told(&[adr(1), adr(2), adr(3), adr(3)]).contains("the next free number is 4"));
    for numbers in [
        &[adr(1), adr(2), adr(10), adr(20), adr(20)][..],
        &[adr(1), adr(2), adr(2), ("docs/decisions", 3), ("docs/decisions", 4)],
    ] {
        let told = told(numbers);
        assert!(told.contains("is taken"), "{told}");
        assert!(!told.contains("the next free number"), "{told}");
    }
}

#[test]
fn init_writes_a_path_that_leads_to_the_records_that_it_names() {
    let files = [
        ("docs/book.toml", "[book]\n"),
        ("docs/src/SUMMARY.md", "- [A](a.md)\n- [Decisions](adr/index.md)\n"),
        ("docs/src/a.md", "# A\n"),
        ("docs/src/adr/index.md", "# Decisions\n"),
        ("docs/adr/0001-use-x.md", &numbered(1, "Use X")),
        ("docs/adr/0002-use-y.md", &numbered(2, "Use Y")),
    ];
    let tree = tree(&files);
    let ran = run(tree.path(), &["init", "docs"]);
    assert!(ran.stderr.contains("docs/adr: 2 decision records"), "{}", ran.stderr);
    let book = fs::read_to_string(tree.path().join("docs/book.toml")).unwrap();
    assert!(book.contains("paths = [\"../adr\"]"), "{book}");
    assert!(book.contains("extra-watch-dirs = [\"adr\"]"), "{book}");
    let ran = run(tree.path(), &["adr", "list", "docs"]);
    assert_eq!(ran.stdout.lines().count(), 2, "{}{}", ran.stdout, ran.stderr);
}
