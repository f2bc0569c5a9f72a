//! Golden books: `tests/books/<case>/` is a book, `expected/` beside it says what comes of it.
//!
//! Each book is built by both mdBooks for each output that its `book.toml` names (`html` if none), and
//! everything that we caused is compared:
//!
//! * `<chapter>.md`: the Markdown of each chapter that is new or differs from a build without us;
//! * `<chapter>.html`: of the books that show what we put on pages, what mdBook made of it: all inside `<main>`;
//! * `stderr.txt`: what the author reads; `exit.txt`: our exit code, or mdBook's error.
//!
//! A case that holds its book in `book/` is a repository around it. The guide with its gallery is one more book: what comes
//! of it lies in `tests/gallery`, and of its long chapters and pages only the lines that we took (`-`) and put there (`+`).
//!
//! A file that is not there stands for "nothing", as does an empty one. Where another build differs from that of mdBook 0.5 for
//! the first output, a file beside it says so: `stderr.v04.txt`, `chapter.markdown.md`,
//! `chapter.markdown.v04.md`. `ARCHDOC_BLESS=1 cargo test golden` rewrites the expectations; read the
//! diff before you commit it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use crate::harness::{self, BOTH, Book, Built, Mdbook};

type Files = BTreeMap<String, Vec<u8>>;

/// Books whose pages are kept as well: with each thing that we put on one.
const PAGES: [&str; 6] = ["adr", "bound-note", "change-log", "coverage", "languages", "trace"];

/// A book and what comes of it.
struct Case {
    book: PathBuf,
    expected: PathBuf,
    has_pages: bool,
    /// Whether only the lines are kept that differ from a build without us.
    only_changes: bool,
}

impl Case {
    fn of(folder: PathBuf) -> Self {
        let has_pages = PAGES.iter().any(|name| folder.ends_with(name));
        let expected = folder.join("expected");
        Self { book: folder, expected, has_pages, only_changes: false }
    }

    fn guide() -> Self {
        let house = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (book, expected) = (house.join("docs"), house.join("tests/gallery"));
        Self { book, expected, has_pages: true, only_changes: true }
    }
}

#[test]
fn books_give_what_is_expected() {
    let cases = fs::read_dir(harness::books()).unwrap().map(|entry| entry.unwrap().path());
    let cases: Vec<_> = cases.map(Case::of).chain([Case::guide()]).collect();
    let failures: String = thread::scope(|scope| {
        let checks: Vec<_> = cases.iter().map(|case| scope.spawn(|| check(case))).collect();
        checks.into_iter().map(|check| check.join().unwrap()).collect()
    });
    assert!(failures.is_empty(), "{failures}\nARCHDOC_BLESS=1 rewrites the expectations");
}

#[test]
fn a_book_without_directives_leaves_as_the_same_bytes() {
    for case in ["no-directives", "crlf-bom-unicode"] {
        for mdbook in BOTH {
            let (message, book) = Book::of_case(case).message(mdbook);
            let answer = answer(&message);
            assert!(answer == book, "{case}, {mdbook:?}: {}", String::from_utf8_lossy(&answer));
        }
    }
}

#[test]
fn real_builds_render_pages() {
    for mdbook in BOTH {
        let main = harness::html_main("no-directives", mdbook, "README.md");
        assert!(main.contains("identical bytes"), "{main}");
        let main = harness::html_main("crlf-bom-unicode", mdbook, "größe/日本.md");
        assert!(main.contains("Größe"), "{main}");
    }
}

/// Runs our binary as mdBook does.
fn answer(message: &[u8]) -> Vec<u8> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mdbook-archdoc"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(message).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    output.stdout
}

/// What is wrong with a case, ready to print; empty if nothing is.
fn check(case: &Case) -> String {
    let expected = &case.expected;
    let wanted = expectations(case);
    let found = harness::files_below(expected);
    if std::env::var_os("ARCHDOC_BLESS").is_some_and(|value| value == "1") {
        for name in found.keys().filter(|name| !wanted.contains_key(*name)) {
            fs::remove_file(expected.join(name)).unwrap();
        }
        for (name, bytes) in wanted.iter().filter(|(name, bytes)| found.get(*name) != Some(bytes)) {
            let path = expected.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        return String::new();
    }
    let names: BTreeSet<&String> = wanted.keys().chain(found.keys()).collect();
    names.into_iter().fold(String::new(), |mut report, name| {
        let (wanted, found) = (wanted.get(name), found.get(name));
        if wanted != found {
            let _ = writeln!(report, "\n== {}", expected.join(name).display());
            difference(&mut report, found, wanted);
        }
        report
    })
}

/// Line ends are shown, since a lost `\r` is what some of these books are about.
fn difference(report: &mut String, expected: Option<&Vec<u8>>, actual: Option<&Vec<u8>>) {
    let text = |bytes: Option<&Vec<u8>>| {
        let text = String::from_utf8_lossy(bytes.map_or(b"".as_slice(), Vec::as_slice));
        snapbox::Data::text(text.replace('\r', "␍"))
    };
    let _ = snapbox::report::write_diff(
        report,
        &text(expected),
        &text(actual),
        Some(&if expected.is_some() { "expected" } else { "no such file expected" }),
        Some(&if actual.is_some() { "actual" } else { "nothing of the kind" }),
        snapbox::report::Palette::plain(),
    );
}

/// The files that `expected/` should hold, going by what the builds give now.
fn expectations(case: &Case) -> Files {
    let book = Book::copy_of(&case.book);
    let mut wanted = Files::new();
    let mut names = BTreeSet::new();
    for (nth, output) in outputs(book.root()).iter().enumerate() {
        // The names that stand for one build, from its own to those that it falls back to.
        let output_infix = if nth == 0 { String::new() } else { format!(".{output}") };
        for mdbook in BOTH {
            let mut infixes = vec![output_infix.clone(), String::new()];
            if mdbook == Mdbook::V04 {
                let own = [format!("{output_infix}.v04"), output_infix.clone(), ".v04".to_owned()];
                infixes.splice(0..1, own);
            }
            let mut effects = effects(case, &book, mdbook, output);
            names.extend(effects.keys().cloned());
            for name in &names {
                let bytes = effects.remove(name).unwrap_or_default();
                let known = infixes.iter().find_map(|infix| wanted.get(&with_infix(name, infix)));
                if known.map_or(b"".as_slice(), Vec::as_slice) != bytes {
                    wanted.insert(with_infix(name, &infixes[0]), bytes);
                }
            }
        }
    }
    if case.has_pages {
        let pages = pages(case, &book, wanted.keys());
        wanted.extend(pages);
    }
    wanted
}

/// All that we did to one build; nothing is an empty file here.
fn effects(case: &Case, book: &Book, mdbook: Mdbook, output: &str) -> Files {
    let Built { mut files, stderr, failure } = book.markdown(mdbook, output);
    let without_us = book.markdown_without_us(mdbook, output);
    assert_eq!(without_us.failure, None, "the book does not even build without us");
    assert!(!without_us.files.is_empty(), "the book has no chapters");
    files.retain(|path, content| without_us.files.get(path) != Some(content));
    if case.only_changes {
        for (path, content) in &mut files {
            *content = changes(without_us.files.get(path).map_or(&[], Vec::as_slice), content);
        }
    }
    files.insert("stderr.txt".to_owned(), stderr.into_bytes());
    files.insert("exit.txt".to_owned(), failure.unwrap_or_default().into_bytes());
    files
}

/// What stands inside `<main>` on the pages of these chapters, once where both mdBooks write the same.
fn pages<'a>(case: &Case, book: &Book, chapters: impl Iterator<Item = &'a String>) -> Files {
    let [v05, v04] = BOTH.map(|mdbook| {
        let without_us = case.only_changes.then(|| book.build_without_us(mdbook));
        (book.build(mdbook), without_us)
    });
    let page = |(built, without_us): &(Built, Option<Built>), chapter| {
        let main = built.main_of(chapter)? + "\n";
        let Some(without_us) = without_us else { return Some(main.into_bytes()) };
        let before = without_us.main_of(chapter).unwrap_or_default();
        Some(changes(before.as_bytes(), main.as_bytes()))
    };
    let mut pages = Files::new();
    for chapter in chapters {
        let Some(stem) = chapter.strip_suffix(".md") else { continue };
        let name = format!("{stem}.html");
        let (page, old) = (page(&v05, chapter), page(&v04, chapter));
        if let Some(old) = old.filter(|old| page.as_ref() != Some(old)) {
            pages.insert(with_infix(&name, ".v04"), old);
        }
        pages.extend(page.map(|page| (name, page)));
    }
    pages
}

/// The lines that went, and those that came, each in its place among the others.
fn changes(before: &[u8], after: &[u8]) -> Vec<u8> {
    let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
    let diff = similar::TextDiff::from_lines(&before, &after);
    let changed = diff.iter_all_changes().filter(|line| line.tag() != similar::ChangeTag::Equal);
    let lines =
        changed.map(|line| format!("{} {}\n", line.tag(), line.value().trim_end_matches('\n')));
    lines.collect::<String>().into_bytes()
}

/// `a/b.md` with `.v04`: `a/b.v04.md`.
fn with_infix(name: &str, infix: &str) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "txt"));
    format!("{stem}{infix}.{extension}")
}

fn outputs(root: &Path) -> Vec<String> {
    let text = fs::read_to_string(root.join("book.toml")).unwrap();
    let config: toml::Table = text.parse().unwrap();
    let outputs = config.get("output").and_then(toml::Value::as_table);
    outputs.map_or_else(|| vec!["html".to_owned()], |table| table.keys().cloned().collect())
}
