//! All or nothing, and nothing lost.

use std::fs;
use std::sync::Arc;

use tempfile::TempDir;

use super::super::Problem;
use super::*;
use judge::finding::Finding;
use judge::fix::Written;
use judge::rules::missing_section::RULE;
use text::source::{Place, Source, Span};

fn files(files: &[(&str, &str)]) -> (TempDir, Vec<Arc<Source>>) {
    let directory = tempfile::tempdir().expect("a directory");
    let write = |(name, text): &(&str, &str)| {
        fs::write(directory.path().join(name), text).expect("written");
        Source::new(*name, text.trim_start_matches('\u{feff}'))
    };
    let sources = files.iter().map(write).collect();
    (directory, sources)
}

fn finding(edits: &[(&Arc<Source>, usize, usize, &str)]) -> Finding {
    let place = |source: &Arc<Source>, start, end| Place::new(source, Span::new(start, end));
    let (source, start, end, _) = edits[0];
    let first = Finding::new(&RULE, place(source, start, end), "x");
    edits.iter().fold(first, |finding, &(source, start, end, text)| {
        finding.edit(place(source, start, end), text)
    })
}

fn read(directory: &TempDir, name: &str) -> String {
    fs::read_to_string(directory.path().join(name)).expect("read")
}

#[test]
fn edits_are_made_together_and_those_that_touch_wait() {
    let (directory, sources) = files(&[("a.md", "\u{feff}one two\r\n"), ("b.md", "three\n")]);
    let (a, b) = (&sources[0], &sources[1]);
    let findings = [
        finding(&[(a, 0, 3, "1")]),
        finding(&[(a, 4, 7, "2"), (b, 0, 5, "3")]),
        finding(&[(b, 5, 5, "!"), (a, 8, 8, "?")]),
    ];
    let mut written = Written::default();
    let plan = Plan::new(&findings, |file| inside(directory.path(), file), &written);
    assert_eq!(plan.mended.len(), 2);
    let diff = "--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-one two\r\n+1 2\r\n\
                --- a/b.md\n+++ b/b.md\n@@ -1 +1 @@\n-three\n+3\n";
    assert_eq!(
        plan.diff(|file| file.file_name().unwrap_or_default().to_string_lossy().into_owned()),
        diff
    );
    write(&plan).expect("written");
    written.add(&plan);
    assert_eq!(read(&directory, "a.md"), "\u{feff}1 2\r\n");
    assert_eq!(read(&directory, "b.md"), "3\n");
    assert_eq!(
        Plan::new(&findings[..2], |file| inside(directory.path(), file), &written).mended.len(),
        0
    );
}

#[test]
fn a_file_that_changed_keeps_all_files_as_they_are() {
    let (directory, sources) = files(&[("a.md", "one\n"), ("b.md", "two\n")]);
    let findings = [finding(&[(&sources[0], 0, 3, "1")]), finding(&[(&sources[1], 0, 3, "2")])];
    let plan = Plan::new(&findings, |file| inside(directory.path(), file), &Written::default());
    fs::write(directory.path().join("b.md"), "two!\n").expect("written");
    let error = write(&plan).expect_err("changed");
    assert!(matches!(error.problem, Problem::Changed) && error.file == "b.md");
    assert_eq!(read(&directory, "a.md"), "one\n");
    assert_eq!(fs::read_dir(directory.path()).expect("read").count(), 2);
}

#[test]
fn files_outside_of_the_book_are_named_and_left_alone() {
    let (directory, sources) = files(&[("a.md", "one\n")]);
    let book = directory.path().join("book");
    fs::create_dir(&book).expect("made");
    let outside = Source::new("../a.md", sources[0].text());
    let findings = [finding(&[(&outside, 0, 3, "1")])];
    let plan = Plan::new(&findings, |file| inside(&book, file), &Written::default());
    assert!(plan.is_empty());
    assert_eq!(plan.outside, ["../a.md"]);
}

#[test]
fn an_edit_off_the_text_is_left_out() {
    let (directory, sources) = files(&[("a.md", "é\n")]);
    let findings = [finding(&[(&sources[0], 1, 2, "x")]), finding(&[(&sources[0], 7, 9, "x")])];
    assert!(
        Plan::new(&findings, |file| inside(directory.path(), file), &Written::default()).is_empty()
    );
}

#[test]
fn of_many_edits_those_wait_that_touch_one() {
    let text = "x".repeat(4_000);
    let (directory, sources) = files(&[("a.md", &text)]);
    let spans: Vec<(usize, usize)> =
        (0..1_000).map(|at| (at * 7 % 3_989, at * 7 % 3_989 + at % 11)).collect();
    let findings: Vec<Finding> =
        spans.iter().map(|&(start, end)| finding(&[(&sources[0], start, end, "y")])).collect();
    let plan = Plan::new(&findings, |file| inside(directory.path(), file), &Written::default());
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for &(start, end) in &spans {
        if taken.iter().all(|&(from, to)| end < from || to < start) {
            taken.push((start, end));
        }
    }
    let mended = plan.mended.iter().map(|finding| finding.place.span);
    assert_eq!(mended.map(|span| (span.start, span.end)).collect::<Vec<_>>(), taken);
}
