//! What cannot be read is told, by `check` and in a build.

use std::fs;

use crate::harness::files::RECORD;
use crate::harness::program::findings_of;
use crate::harness::program::run;
use crate::workbench::book;

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

#[test]
fn paths_that_no_file_fits_are_told_with_the_nearest() {
    let settings = "adr.paths = ['src/adrs', 'src/adr', 'generated/*']\n\
                    [[preprocessor.archdoc.documents]]\npaths = ['servces/*.md', 'notes']\n\
                    template = 'standard'\n\
                    [[preprocessor.archdoc.overrides]]\npaths = ['**/*.toml', 'archvie']\n\
                    rules.adr = 'allow'\n";
    let book = book(
        settings,
        &[
            ("src/adr/0001-one-log.md", RECORD),
            ("src/services/a.md", "# A\n"),
            ("src/notes/unlisted.md", "# N\n"),
            ("archive/b.md", "# B\n"),
        ],
    );
    let lines = findings_of(book.path(), "unknown-config");
    let message = |line: &String| line.split_once("]: ").map(|(_, message)| message.to_owned());
    let messages: Vec<String> = lines.iter().filter_map(message).collect();
    let expected = [
        "no file fits `src/adrs` in `adr.paths`, and it has no effect",
        "no file fits `generated/*` in `adr.paths`, and it has no effect",
        "no file fits `servces/*.md` in `documents[1].paths`, and it has no effect",
        "no file fits `archvie` in `overrides[1].paths`, and it has no effect",
    ];
    assert_eq!(messages, expected);
    let mended = run(book.path(), &["check", "--fix"]);
    let text = fs::read_to_string(book.path().join("book.toml")).unwrap();
    assert!(text.contains("'services/*.md'") && text.contains("'archive'"), "{}", mended.stderr);
}

#[test]
fn an_archdoc_toml_above_is_told_in_its_own_words() {
    let top = tempfile::tempdir().unwrap();
    fs::create_dir_all(top.path().join(".git")).unwrap();
    fs::create_dir_all(top.path().join("docs/book/src/services")).unwrap();
    let write = |path: &str, text: &str| fs::write(top.path().join(path), text).unwrap();
    write("archdoc.toml", "adr.paths = ['docs/adr', 'docs/book/src/service']\n");
    write("docs/book/book.toml", "[book]\ntitle = 'T'\n[preprocessor.archdoc]\n");
    write("docs/book/src/SUMMARY.md", "- [A](services/a.md)\n");
    write("docs/book/src/services/a.md", "# A\n");
    let ran = run(&top.path().join("docs/book"), &["check", "--format", "json"]);
    let expected = ["no file fits `docs/adr`", "no file fits `docs/book/src/service`"];
    assert!(expected.iter().all(|message| ran.stdout.contains(message)), "{}", ran.stdout);
    let near = "did you mean `docs/book/src/services`?";
    assert!(ran.stdout.contains(near), "{}", ran.stdout);
}

#[test]
fn records_below_the_books_directory_are_read_outside_of_its_sources() {
    let book = book("adr.paths = ['docs/adr']\n", &[("docs/adr/0001-one-log.md", RECORD)]);
    fs::write(book.path().join("src/index.md"), "# D\n\n<<#archdoc adr-index>>\n").unwrap();
    fs::write(book.path().join("src/SUMMARY.md"), "- [D](index.md)\n").unwrap();
    let ran = run(book.path(), &["check"]);
    assert!(
        ran.stderr.ends_with("archdoc: 1 decision record read; no findings\n"),
        "{}",
        ran.stderr
    );
}

#[test]
fn nearly_spelt_directives_and_comments_are_told_and_mended() {
    let text = "# A\n\n<<# archdoc adr-index>>\n\n<!-- archdoc template=\"standard\" -->\n\n\
                <!-- archdoc allow empty-section reason=\"x\" -->\n\n<!-- archdoc allow mojibake -->\n\nThe stereotype <<archdoc>>.\n\n\
                `<<archdoc coverage>>`\n";
    let book = book("", &[("src/a.md", text)]);
    let malformed = findings_of(book.path(), "malformed-directive");
    assert!(
        malformed[0].starts_with("src/a.md:3:1: error") && malformed.len() == 2,
        "{malformed:?}"
    );
    assert!(malformed[1].starts_with("src/a.md:5:6: error"), "{malformed:?}");
    let suppression = findings_of(book.path(), "malformed-suppression");
    assert!(suppression[0].starts_with("src/a.md:7:6: warning"), "{suppression:?}");
    assert!(suppression[1].starts_with("src/a.md:9:6: warning"), "{suppression:?}");
    run(book.path(), &["check", "--fix"]);
    let mended = fs::read_to_string(book.path().join("src/a.md")).unwrap();
    let right = ["<<#archdoc adr-index>>", "<!-- archdoc: template=", "<!-- archdoc: allow "];
    assert!(right.iter().all(|words| mended.contains(words)), "{mended}");
}

#[test]
fn a_directive_in_an_included_file_is_told_there() {
    let part = "Before.\n\n<<#archdoc coverage>>\n\n    <<#archdoc adr-index>>\n";
    let chapter = "# A\n\n{{#include part.txt}}\n\n{{#include part.txt:1}}\n";
    let included = book("", &[("src/a.md", chapter), ("src/part.txt", part)]);
    let lines = findings_of(included.path(), "misplaced-directive");
    assert!(lines[0].starts_with("src/part.txt:3:1: warning") && lines.len() == 1, "{lines:?}");
    let later = book("after = ['links']\n", &[("src/a.md", chapter), ("src/part.txt", part)]);
    assert!(findings_of(later.path(), "misplaced-directive").is_empty());
}

#[test]
fn a_book_that_does_not_run_us_is_told_and_settings_under_another_name() {
    let book = book("", &[("src/a.md", "# A\n\n<<#archdoc coverage>>\n")]);
    let with = |text: &str| fs::write(book.path().join("book.toml"), text).unwrap();
    with("[book]\ntitle = 'T'\n");
    let lines = findings_of(book.path(), "missing-preprocessor");
    assert!(lines[0].starts_with("book.toml:2:12: warning"), "{lines:?}");
    with("[preprocessor.docs]\ncommand = 'bin/mdbook-archdoc'\nbefore = ['links']\n");
    assert!(findings_of(book.path(), "missing-preprocessor").is_empty());
    assert!(findings_of(book.path(), "unknown-config").is_empty());
    with("[preprocessor.docs]\ncommand = 'mdbook-archdoc'\nmissing = 'note'\n");
    let lines = findings_of(book.path(), "unknown-config");
    assert!(lines[0].starts_with("book.toml:1:15: warning"), "{lines:?}");
}

#[test]
fn a_baseline_says_how_much_it_hides() {
    let chapter = "<<#archdoc template=\"standard\">>\n\n# A\n\n## Introduction\n\nAsk [name].\n";
    let book = book("baseline = 'known.toml'\n", &[("src/a.md", chapter)]);
    run(book.path(), &["check", "--write-baseline"]);
    let ran = run(book.path(), &["check"]);
    assert!(ran.stderr.contains("no findings; "), "{}", ran.stderr);
    assert!(ran.stderr.ends_with(" known findings are not shown\n"), "{}", ran.stderr);
    let narrow = run(book.path(), &["check", ".", "book.toml"]);
    assert!(!narrow.stderr.contains("known"), "{}", narrow.stderr);
}

#[test]
fn a_baseline_outside_of_the_repository_is_never_written() {
    let book = book("baseline = '../known.toml'\n", &[]);
    let known = book.path().parent().unwrap().join("known.toml");
    assert!(!known.exists());
    for arguments in [&["check", "--write-baseline"][..], &["check"]] {
        let ran = run(book.path(), arguments);
        assert_eq!(ran.code, Some(2), "{}", ran.stderr);
        assert!(ran.stderr.contains("lies outside of the repository"), "{}", ran.stderr);
        assert!(
            ran.stderr.contains("book.toml:3:12") && ran.stderr.contains("help: "),
            "{}",
            ran.stderr
        );
    }
    assert!(!known.exists());
}

#[test]
fn all_warnings_can_be_denied_in_the_configuration() {
    let denied = book("mising = 'note'\nrules.warnings = 'deny'\n", &[]);
    let ran = run(denied.path(), &["check"]);
    assert_eq!(ran.code, Some(1), "{}", ran.stderr);
    assert!(ran.stderr.contains("error[unknown-config]"), "{}", ran.stderr);
    let named = book("mising = 'note'\nrules = { warnings = 'deny', config = 'warn' }\n", &[]);
    assert_eq!(run(named.path(), &["check"]).code, Some(0));
}

#[test]
fn a_value_of_the_wrong_type_stops_with_exit_code_2() {
    for setting in [
        "missing = 3",
        "template-dir = true",
        "baseline = 1",
        "language = 1",
        "as-of = []",
        "strict = 'often'",
        "adr.paths = [3]",
        "adr.chapters = false",
        "adr.statuses = { agreed = 1 }",
        "change-log.columns = [1]",
        "change-log.limit = 'many'",
        "rules.sections = 1",
        "rules.sections = { draft = 1 }",
        "status-words = { a = 1 }",
        "[[preprocessor.archdoc.documents]]\npaths = 3",
    ] {
        let book = book(&format!("{setting}\n"), &[]);
        let ran = run(book.path(), &["check"]);
        assert_eq!(ran.code, Some(2), "{setting}: {}", ran.stderr);
        assert!(ran.stderr.contains("expected "), "{setting}: {}", ran.stderr);
    }
}

#[test]
fn all_values_of_the_wrong_type_are_told_at_once() {
    let settings =
        "missing = 3\nlanguage = 5\nas-of = 'soon'\nadr.paths = [1, 2]\nrules.sections = 'error'\n";
    let book = book(settings, &[]);
    let ran = run(book.path(), &["check"]);
    assert_eq!(ran.code, Some(2));
    let told: Vec<&str> = ran.stderr.lines().filter(|line| line.starts_with("error: ")).collect();
    let keys = ["missing", "language", "as-of", "adr.paths[1]", "rules.sections"];
    assert_eq!(told.len(), keys.len(), "{}", ran.stderr);
    for (line, key) in told.iter().zip(keys) {
        assert!(line.contains(&format!("`preprocessor.archdoc.{key}`: expected ")), "{line}");
    }
}

#[test]
fn a_preview_of_mends_is_a_diff_and_nothing_else() {
    let book = book("mising = 'note'\nbaselin = 'a'\nzzz = 1\n", &[]);
    let ran = run(book.path(), &["check", "--fix", "--dry-run"]);
    assert!(ran.stdout.starts_with("--- a/book.toml\n+++ b/book.toml\n"), "{}", ran.stdout);
    assert_eq!(ran.stderr, "archdoc: 2 findings would be mended; nothing was changed\n");
}

#[test]
fn today_is_written_in_any_usual_shape() {
    let book = book("", &[]);
    for day in ["2026-01-31", "31 January 2026", "31.01.2026", "January 31, 2026"] {
        let ran = run(book.path(), &["check", "--as-of", day]);
        assert_eq!(ran.code, Some(0), "{day}: {}", ran.stderr);
    }
    for day in ["01/02/2026", "2026-02-30", "2026-01", "soon"] {
        let ran = run(book.path(), &["check", "--as-of", day]);
        assert_eq!(ran.code, Some(2), "{day}: {}", ran.stderr);
    }
}

#[test]
fn long_lists_are_cut_and_shown_in_full_when_asked() {
    let records: Vec<(String, String)> = (1..=9)
        .map(|number| {
            (format!("src/adr/000{number}-a.md"), RECORD.replace("# 1.", &format!("# {number}.")))
        })
        .collect();
    let files: Vec<(&str, &str)> =
        records.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let book = book("", &files);
    let ran = run(book.path(), &["check"]);
    assert!(ran.stderr.contains("and 5 more (`check -v` lists them)"), "{}", ran.stderr);
    assert!(ran.stderr.contains("help: `mdbook-archdoc check --fix` lists them"), "{}", ran.stderr);
    let ran = run(book.path(), &["check", "-v"]);
    assert!(ran.stderr.contains("src/adr/0009-a.md:1\n"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("more ("), "{}", ran.stderr);
}
