//! The command line as a person or a CI job meets it: exit codes, and what goes to which stream.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::harness::program::{Ran, archdoc, run};

const SUMMARY: &str = "- [A](a.md)\n- [B](b.md)\n";

/// A book in a directory of its own; `table` stands under `[preprocessor.archdoc]`.
fn book(table: &str) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    let root = directory.path();
    fs::create_dir(root.join("src")).unwrap();
    fs::write(root.join("book.toml"), format!("[preprocessor.archdoc]\n{table}")).unwrap();
    fs::write(root.join("src/SUMMARY.md"), SUMMARY).unwrap();
    fs::write(root.join("src/a.md"), "# A\n").unwrap();
    fs::write(root.join("src/b.md"), "# B\n").unwrap();
    directory
}

/// As mdBook does: a message on stdin.
fn send(message: &[u8]) -> Ran {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("message"), message).unwrap();
    let stdin = fs::File::open(directory.path().join("message")).unwrap();
    archdoc(directory.path(), &[]).stdin(stdin).output().unwrap().into()
}

#[test]
fn a_book_with_nothing_to_check_has_exit_code_0_and_says_so_to_people() {
    let book = book("");
    let ran = run(book.path(), &["check"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""));
    assert!(ran.stderr.starts_with("archdoc: 2 Markdown files looked at; none is written like"));
    let ran = run(book.path(), &["check", "--format", "short"]);
    assert_eq!((ran.code, &*ran.stdout, &*ran.stderr), (Some(0), "", ""));
    let ran = run(book.path(), &["check", "--format", "json"]);
    assert_eq!((ran.code, &*ran.stdout, &*ran.stderr), (Some(0), "[]\n", ""));
}

#[test]
fn a_warning_has_exit_code_0_and_a_denied_finding_1() {
    let warned = book("mising = 'note'\n");
    let ran = run(warned.path(), &["check"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""));
    assert!(ran.stderr.starts_with("warning[unknown-config]: unknown key `mising`"));
    assert!(ran.stderr.ends_with("\narchdoc: 1 warning\n"));

    let denied = book("mising = 'note'\nrules.unknown-config = 'deny'\n");
    let ran = run(denied.path(), &["check", "--format=json"]);
    assert_eq!((ran.code, &*ran.stderr), (Some(1), ""));
    let findings: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((&findings[0]["level"], &findings[0]["line"]), (&"deny".into(), &2.into()));
}

#[test]
fn the_environment_overrides_the_book_and_is_named() {
    let book = book("");
    let variable = "MDBOOK_PREPROCESSOR__ARCHDOC__MISING";
    let output = archdoc(book.path(), &["check"]).env(variable, "note").output();
    let ran = Ran::from(output.unwrap());
    assert!(ran.stderr.contains(variable), "{}", ran.stderr);

    let output = archdoc(book.path(), &["check"]).env("MDBOOK_BOOK__SRC", "elsewhere").output();
    let ran = Ran::from(output.unwrap());
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("`elsewhere/SUMMARY.md` is missing"), "{}", ran.stderr);
}

#[test]
fn a_wrong_type_is_an_error_with_its_line() {
    let book = book("adr.banner = 'perhaps'\n");
    let ran = run(book.path(), &["check"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(2), ""));
    let expected = "error: `preprocessor.archdoc.adr.banner`: expected `true` or `false`, found \
                    the string \"perhaps\"\n --> book.toml:2:14\n";
    assert!(ran.stderr.starts_with(expected), "{}", ran.stderr);
}

#[test]
fn the_wrong_directory_says_where_the_book_is() {
    let book = book("");
    let ran = run(book.path(), &["new", "standard", "c.md", "--book", "src"]);
    assert_eq!(ran.code, Some(2));
    let help = "help: the book is further up: name its directory, `src/..`\n";
    assert!(ran.stderr.ends_with(help), "{}", ran.stderr);
    // What only looks finds the book from inside.
    assert_eq!(run(&book.path().join("src"), &["coverage"]).code, Some(0));
    assert_eq!(run(book.path(), &["templates", "list", "src"]).code, Some(0));

    let nowhere = tempfile::tempdir().unwrap();
    let ran = run(nowhere.path(), &["new", "standard", "a.md", "--book", "."]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.starts_with("error: no book in `.`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("help: run this in the directory that holds `book.toml`"));
}

#[test]
fn a_listed_chapter_without_a_file_is_an_error_and_the_rest_is_checked() {
    let book = book("mising = 'note'\n");
    fs::remove_file(book.path().join("src/b.md")).unwrap();
    let ran = run(book.path(), &["check"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("unknown key `mising`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("--> src/SUMMARY.md:2:3"), "{}", ran.stderr);
    assert!(ran.stderr.ends_with("archdoc: 1 file not read; 1 warning\n"), "{}", ran.stderr);
}

#[test]
fn help_teaches_and_usage_errors_have_exit_code_2() {
    let here = Path::new(".");
    let ran = run(here, &["--help"]);
    assert_eq!((ran.code, &*ran.stderr), (Some(0), ""));
    for taught in ["<<#archdoc template=", "[preprocessor.archdoc]", "mdbook-archdoc check"] {
        assert!(ran.stdout.contains(taught), "{}", ran.stdout);
    }
    assert!(run(here, &["check", "--help"]).stdout.contains("Exit code"));
    for wrong in [["chekc", "."], ["check", "--frmat"], ["check", "--format=yaml"]] {
        let ran = run(here, &wrong);
        assert_eq!((ran.code, &*ran.stdout), (Some(2), ""), "{wrong:?}");
        assert!(ran.stderr.contains("error:"));
    }
}

#[test]
fn names_of_rules_are_completed_and_mistakes_told_with_the_nearest() {
    let here = Path::new(".");
    for (typed, told) in [
        ("adr-index-drit", "did you mean `adr-index-drift`?"),
        ("nosuch", "`mdbook-archdoc explain` lists all of them"),
    ] {
        let ran = run(here, &["check", "-D", typed]);
        assert_eq!((ran.code, &*ran.stdout), (Some(2), ""), "{typed}");
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
    }
    for shell in ["bash", "zsh", "fish"] {
        let script = run(here, &["completions", shell]).stdout;
        assert!(script.contains("adr-index-drift") && script.contains("warnings"), "{shell}");
    }
    let help = run(here, &["check", "--help"]).stdout;
    assert!(!help.contains("adr-index-drift"), "seventy names are no help: {help}");
}

#[test]
fn explain_prints_the_page_or_the_nearest_name() {
    let here = Path::new(".");
    let ran = run(here, &["explain", "unknown-config"]);
    assert!(ran.stdout.starts_with("# unknown-config\n"));
    let ran = run(here, &["explain", "unknown-confg"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(2), ""));
    assert!(ran.stderr.contains("did you mean `unknown-config`?"), "{}", ran.stderr);
    assert!(run(here, &["explain"]).stdout.contains("unknown-config  "));
}

#[test]
fn every_renderer_is_supported() {
    let ran = run(Path::new("."), &["supports", "anything"]);
    assert_eq!((ran.code, &*ran.stdout, &*ran.stderr), (Some(0), "", ""));
}

#[test]
fn a_bad_message_is_an_error_and_nothing_is_answered() {
    for message in [b"".as_slice(), b"[1", b"\xff", b"{}", b"[{},{}]", b"nonsense"] {
        let ran = send(message);
        assert_eq!((ran.code, &*ran.stdout), (Some(2), ""), "{message:?}");
        assert!(ran.stderr.starts_with("error: "), "{}", ran.stderr);
    }
}

#[test]
fn a_denied_finding_fails_the_build_after_the_report() {
    let config = r#"{"preprocessor":{"archdoc":{"mising":1,"rules":{"config":"deny"}}}}"#;
    let message = format!(r#"[{{"root":".","renderer":"html","config":{config}}},{{"items":[]}}]"#);
    let ran = send(message.as_bytes());
    assert_eq!((ran.code, &*ran.stdout), (Some(1), ""));
    assert!(ran.stderr.starts_with("error[unknown-config]"), "{}", ran.stderr);
    assert!(ran.stderr.ends_with("archdoc: 1 error\n"), "{}", ran.stderr);
}

#[test]
fn colours_are_for_terminals_unless_forced() {
    let book = book("mising = 'note'\n");
    let coloured = |variables: &[(&str, &str)]| {
        let mut command = archdoc(book.path(), &["check"]);
        let output = command.envs(variables.iter().copied()).output().unwrap();
        Ran::from(output).stderr.contains('\u{1b}')
    };
    assert!(!coloured(&[]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("NO_COLOR", "1")]));
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_gone_is_no_panic() {
    let book = book("mising = 'note'\n");
    for streams in ["--format json | true", "--format json >&-", "2>&-", "2>&1 | true"] {
        let script = format!("'{}' check {streams}", env!("CARGO_BIN_EXE_mdbook-archdoc"));
        let mut shell = Command::new("sh");
        let output = shell.args(["-c", &script]).current_dir(book.path()).output().unwrap();
        let ran = Ran::from(output);
        assert!(!ran.stderr.contains("panicked"), "{streams}: {}", ran.stderr);
        assert_eq!(ran.code, Some(0), "{streams}");
    }
}
