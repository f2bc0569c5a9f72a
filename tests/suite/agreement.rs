//! A build and `check` say the same: on every golden book, for both mdBooks.

use std::fs::{self, File};
use std::process::{Command, Output, Stdio};
use std::thread;

use crate::harness::{self, BOTH, Book};

#[test]
fn check_reports_what_a_build_reports() {
    let cases = fs::read_dir(harness::books()).unwrap().map(|entry| entry.unwrap().path());
    thread::scope(|scope| {
        for case in cases {
            scope.spawn(move || {
                let book = Book::copy_of(&case);
                let checked = run(&book, &["check"], Stdio::null());
                for mdbook in BOTH {
                    let built = run(&book, &[], message(&book, mdbook).into());
                    let case = case.display();
                    if text(&built).is_empty() {
                        // A build has nothing to say then; `check` says what it looked at.
                        assert!(text(&checked).contains(" looked at"), "{case}, {mdbook:?}");
                    } else {
                        assert_eq!(text(&built), text(&checked), "{case}, {mdbook:?}");
                    }
                    assert_eq!(built.status.code(), checked.status.code(), "{case}, {mdbook:?}");
                }
            });
        }
    });
}

/// What this mdBook sends, for a renderer that is no output of the book: findings are told in full.
fn message(book: &Book, mdbook: harness::Mdbook) -> File {
    let (message, _) = book.first_message(mdbook);
    let message = String::from_utf8(message).unwrap();
    let message = message.replacen(r#""renderer":"html""#, r#""renderer":"test""#, 1);
    let path = book.root().with_file_name("message.json");
    fs::write(&path, message).unwrap();
    File::open(path).unwrap()
}

fn run(book: &Book, arguments: &[&str], stdin: Stdio) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mdbook-archdoc"));
    command.args(arguments).current_dir(book.root()).stdin(stdin);
    command.output().unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}
