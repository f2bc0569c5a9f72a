//! Books on disk, good and bad.

use std::fs;
use std::sync::Arc;

use tempfile::TempDir;

use readers::book::Chapter;
use readers::settings::env::Environment;

use super::*;

fn book(files: &[(&str, &[u8])]) -> TempDir {
    let directory = tempfile::tempdir().expect("a temporary directory");
    for (path, bytes) in files {
        let path = directory.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
        fs::write(path, bytes).expect("a file");
    }
    directory
}

fn load_book(files: &[(&str, &[u8])]) -> Result<Loaded, LoadError> {
    load(book(files).path(), Environment::default())
}

#[test]
fn chapters_come_in_reading_order_with_numbers_and_parents() {
    let loaded = load_book(&[
        ("book.toml", b"[book]\nsrc = 'text/'\n[preprocessor.archdoc]\nmissing = 'note'\n"),
        (
            "text/SUMMARY.md",
            b"[Pre](pre.md)\n\n- [A](./a.md)\n  - [Draft]()\n    - [B](sub/my%20b.md)\n- [C](c.md)\n",
        ),
        ("text/pre.md", b"\xef\xbb\xbf# Pre\n"),
        ("text/a.md", b""),
        ("text/sub/my b.md", b""),
        ("text/c.md", b""),
    ])
    .expect("a book");
    let book = loaded.book;
    let files: Vec<&str> = book.chapters.iter().map(Chapter::file).collect();
    assert_eq!(files, ["text/pre.md", "text/a.md", "text/sub/my b.md", "text/c.md"]);
    assert_eq!(book.chapters[0].source().text(), "# Pre\n");
    assert_eq!(book.chapters[2].parents, ["A", "Draft"]);
    assert_eq!(book.chapters[2].number.as_deref(), Some([1, 1, 1].as_slice()));
    assert_eq!(book.chapters[3].index, 4);
    assert_eq!(loaded.config.settings.missing, readers::settings::Missing::Note);
    assert!(loaded.problems.is_empty());
}

#[test]
fn a_book_needs_no_book_toml() {
    for summary in ["SUMMARY.md", "src/SUMMARY.md"] {
        let chapter = summary.replace("SUMMARY", "a");
        let files: [(&str, &[u8]); 2] = [(summary, b"- [A](a.md)\n"), (&chapter, b"# A\n")];
        let loaded = load_book(&files).expect("a book");
        assert_eq!(loaded.book.chapters[0].file(), chapter);
    }
}

#[test]
fn the_source_directory_is_the_same_with_the_chapters_and_without() {
    let variable = ("MDBOOK_BOOK__SRC".to_owned(), "text".to_owned());
    let moved = Environment::new([variable]);
    let same = |files: &[(&str, &[u8])], environment: &Environment, src: &str| {
        let book = book(files);
        let home = Home::Book(book.path().to_owned());
        let configured = configured(&home, environment.clone()).expect("a book");
        let loaded = load(book.path(), environment.clone()).expect("a book");
        assert_eq!((&*configured.src, &*loaded.book.src), (src, src));
    };
    let toml: &[u8] = b"[book]\nsrc = 'a\\b/'\n";
    let unset = Environment::default();
    same(&[("SUMMARY.md", b"")], &unset, "");
    same(&[("src/SUMMARY.md", b"")], &unset, "src");
    same(&[("text/SUMMARY.md", b"")], &moved, "text");
    same(&[("book.toml", toml), ("a/b/SUMMARY.md", b"")], &unset, "a/b");
    same(&[("book.toml", toml), ("text/SUMMARY.md", b"")], &moved, "text");
}

#[test]
fn what_cannot_be_read_is_a_problem_and_the_rest_is_read() {
    let loaded = load_book(&[
        ("book.toml", b""),
        (
            "src/SUMMARY.md",
            b"- [A](a.md)\n- [Gone](go%20ne.md)\n- [Out](../out.md)\n- [Bad](bad.md)\n",
        ),
        ("src/a.md", b"# A\n"),
        ("src/bad.md", b"# B\xff\n"),
        ("out.md", b""),
    ])
    .expect("a book");
    assert_eq!(loaded.book.chapters.len(), 1);
    let said: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "the chapter `src/go ne.md` is listed, but there is no such file",
            "the chapter `../out.md` lies outside the source directory of the book",
            "`src/bad.md` is not UTF-8: the byte at offset 3 is invalid",
        ]
    );
    let lines =
        loaded.problems.iter().map(|problem| problem.place().map(|place| place.start().line));
    assert_eq!(lines.collect::<Vec<_>>(), [Some(2), Some(3), None]);
}

#[test]
fn a_chapter_that_git_ignores_is_made_by_another_step() {
    let files: [(&str, &[u8]); 4] = [
        (".gitignore", b"book/src/adr/\n"),
        (".git/HEAD", b""),
        ("book/src/SUMMARY.md", b"- [A](a.md)\n- [One](adr/1.md)\n- [Gone](gone.md)\n"),
        ("book/src/a.md", b"# A\n"),
    ];
    let directory = book(&files);
    let loaded = load(&directory.path().join("book"), Environment::default()).expect("a book");
    let files = |of: &[LoadError]| -> Vec<String> {
        of.iter().filter_map(|problem| problem.file().map(str::to_owned)).collect()
    };
    assert_eq!(files(&loaded.problems), ["src/gone.md"]);
    assert_eq!(files(&loaded.passed_over), ["src/adr/1.md"]);
}

#[test]
fn a_chapter_that_git_ignores_is_an_error_where_no_step_makes_it() {
    let listed: (&str, &[u8]) = ("src/SUMMARY.md", b"- [A](a.md)\n- [One](gen/1.md)\n");
    let a: (&str, &[u8]) = ("src/a.md", b"# A\n");
    let git: (&str, &[u8]) = (".git/HEAD", b"");
    let ignored: (&str, &[u8]) = (".gitignore", b"gen/\n");
    let allowed: (&str, &[u8]) = (".gitignore", b"*\n!a.md\n!SUMMARY.md\n!src/\n");
    let beside: (&str, &[u8]) = ("src/gen/2.md", b"# 2\n");
    let picture: (&str, &[u8]) = ("src/gen/2.png", b"");
    let misspelt: (&str, &[u8]) = ("src/SUMMARY.md", b"- [A](a.md)\n- [B](b.md)\n");
    for (files, passed_over) in [
        (vec![git, ignored, listed, a], 1),
        (vec![git, ignored, listed, a, picture], 1),
        // Without a repository, nobody says that a step makes anything.
        (vec![ignored, listed, a], 0),
        // The step has run.
        (vec![git, ignored, listed, a, beside], 0),
        (vec![git, allowed, misspelt, a], 0),
    ] {
        let loaded = load_book(&files).expect("a book");
        assert_eq!(loaded.passed_over.len(), passed_over, "{files:?}");
        assert_eq!(loaded.problems.len(), 1 - passed_over, "{files:?}");
    }
}

#[test]
fn a_directory_without_a_book_leads_to_the_one_above() {
    let directory = book(&[("book.toml", b""), ("src/deep/a.md", b"")]);
    let error = load(&directory.path().join("src/deep"), Environment::default());
    let help = error.expect_err("no book").help().unwrap_or_default();
    assert!(help.ends_with("src/deep/../..`"), "{help}");

    let inside = book(&[("book.toml", b""), ("src/SUMMARY.md", b"")]);
    let error = load(&inside.path().join("src"), Environment::default());
    assert!(
        error.expect_err("the source directory").help().is_some_and(|help| help.contains(".."))
    );

    let error = load(&directory.path().join("book.toml"), Environment::default());
    assert!(error.expect_err("a file").help().is_some_and(|help| help.contains("its directory")));
}

#[test]
fn bad_toml_and_a_missing_or_bad_summary_are_errors() {
    let error = load_book(&[("book.toml", b"[book]\nsrc = \n")]).expect_err("bad TOML");
    assert_eq!(error.place().map(|place| place.start().line), Some(2));
    let error = load_book(&[("book.toml", b"[book]\nsrc = 'x'\n")]).expect_err("no summary");
    assert!(error.to_string().starts_with("`x/SUMMARY.md` is missing"));
    assert!(load_book(&[("book.toml", b"\xff")]).is_err());

    let deep = |level: usize| format!("{}- [A](a{level}.md)\n", "  ".repeat(level));
    let summary: String = (0..500).map(deep).collect();
    let error = load_book(&[("book.toml", b""), ("src/SUMMARY.md", summary.as_bytes())]);
    assert!(error.expect_err("deep").to_string().contains("levels deep"));
}

/// Records and change logs do not depend on how a summary is written.
#[test]
fn what_a_refused_summary_links_is_read_all_the_same() {
    for (summary, chapters, line) in [
        (
            "- [A](a.md)\n- [Draft]()\n- [`B` of all](./b.md)\n- [Again](a.md)\n",
            &["A", "B of all"][..],
            Some(4),
        ),
        (
            "[A](a.md)\n\n- [B](b.md)\n\n[Last](last.md)\n\n- [C](c.md)\n",
            &["A", "B", "Last", "C"],
            None,
        ),
        (
            "- [A](a.md)\n\n[Last](last.md)\n\n- [C](c.md)\n- [Again](c.md)\n",
            &["A", "Last", "C"],
            None,
        ),
    ] {
        let mut files: Vec<(&str, &[u8])> =
            vec![("book.toml", b""), ("src/SUMMARY.md", summary.as_bytes())];
        let texts = ["src/a.md", "src/b.md", "src/c.md", "src/last.md"];
        files.extend(texts.map(|file| (file, b"# A chapter\n" as &[u8])));
        let loaded = load_book(&files).expect("a book");
        let names: Vec<&str> = loaded.book.chapters.iter().map(|chapter| &*chapter.name).collect();
        assert_eq!(names, chapters);
        let [problem] = &loaded.problems[..] else { panic!("{:?}", loaded.problems) };
        assert!(problem.to_string().starts_with("`src/SUMMARY.md` cannot be read as a summary"));
        assert_eq!(problem.place().map(|place| place.start().line), line, "{problem}");
    }
}

/// mdBook builds such a book, so it must not be refused here.
#[cfg(unix)]
#[test]
fn a_symbolic_link_is_followed_and_one_to_nothing_is_an_absent_chapter() {
    let files: [(&str, &[u8]); 2] =
        [("src/SUMMARY.md", b"- [A](README.md)\n- [B](b.md)\n"), ("README.md", b"# Out\n")];
    let directory = book(&files);
    let link = |to: &str, name: &str| {
        std::os::unix::fs::symlink(to, directory.path().join("src").join(name)).expect("a link");
    };
    link("../README.md", "README.md");
    link("nowhere.md", "b.md");
    let loaded = load(directory.path(), Environment::default()).expect("a book");
    assert_eq!(loaded.book.chapters[0].source().text(), "# Out\n");
    assert!(matches!(loaded.problems[..], [LoadError::Absent { .. }]));
}

#[test]
fn what_has_not_changed_since_the_look_before_is_shared_with_it() {
    let files: [(&str, &[u8]); 6] = [
        ("src/SUMMARY.md", b"- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n"),
        ("src/a.md", b"# A\n"),
        ("src/b.md", b"# B\n"),
        ("src/c.md", b"{{#include ../docs/c.md}}\n"),
        ("docs/c.md", b"\xef\xbb\xbf# C\n"),
        (".git/HEAD", b"ref: refs/heads/main\n"),
    ];
    let directory = book(&files);
    let read = |before| {
        let reading = Reading { before, ..Reading::default() };
        let [book, tree] =
            [load(directory.path(), reading.clone()), tree(directory.path(), &[], reading)];
        [book, tree].map(|loaded| Arc::new(loaded.expect("files").book))
    };
    let [book, tree] = read(None);
    let parsed = Arc::clone(book.chapters[2].document());
    fs::write(directory.path().join("src/b.md"), "# Other\n").expect("a file");
    let [again, _] = read(Some(Arc::clone(&book)));
    let shared = |before: &Book<'_>, now: &Book<'_>| -> Vec<bool> {
        let both = before.chapters.iter().zip(&now.chapters);
        both.map(|(a, b)| Arc::ptr_eq(a.source(), b.source())).collect()
    };
    assert_eq!(shared(&book, &again), [true, false, true]);
    assert!(Arc::ptr_eq(&parsed, again.chapters[2].document()));
    assert_eq!(again.chapters[1].source().text(), "# Other\n");
    let [_, again] = read(Some(Arc::clone(&tree)));
    let changed = again.chapters.iter().position(|chapter| chapter.file() == "src/b.md");
    let shared = shared(&tree, &again);
    assert_eq!(shared.iter().position(|shared| !shared), changed);
    assert_eq!(shared.iter().filter(|shared| !**shared).count(), 1);
}
