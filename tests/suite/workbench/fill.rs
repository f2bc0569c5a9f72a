//! `fill`: missing sections.

use super::*;

const PARTLY: &str = "\u{feff}# Atlas\r\n\r\n<<#archdoc template=\"formal\">>\r\n\r\n\
    ## 1. Introduction\r\n\r\n### 1.2 Scope\r\n\r\nAll of it.\r\n\r\n## 10. Glossary\r\n\r\nWords.";

#[test]
fn fill_shows_then_writes_and_keeps_every_byte_of_the_author() {
    let book = book("", &[("src/a.md", PARTLY)]);
    let ran = run(book.path(), &["fill", "src/a.md"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.starts_with("--- a/src/a.md\n+++ b/src/a.md\n@@ "), "{}", ran.stdout);
    assert!(!ran.stdout.lines().any(|line| line.starts_with('-') && !line.starts_with("---")));
    assert_eq!(text(&book, "src/a.md"), PARTLY, "only shown");

    let ran = run(book.path(), &["fill", "src/a.md", "--write"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""));
    let new = text(&book, "src/a.md");
    let mut kept = new.lines();
    assert!(PARTLY.lines().all(|line| kept.any(|other| other == line)), "{new}");
    assert!(!new.replace("\r\n", "").contains('\n'), "the file's own line ends");
    let checked = run(book.path(), &["check"]);
    assert!(!checked.stderr.contains("missing-section"), "{}", checked.stderr);
    let ran = run(book.path(), &["fill", "src/a.md", "--write"]);
    assert_eq!(ran.stderr, "src/a.md: no section is missing\n");
    assert_eq!(text(&book, "src/a.md"), new);
}

#[test]
fn filling_twice_is_filling_once() {
    for template in ["formal", "visual", "platform", "handbook", "standard", "arc42"] {
        for text in [
            "## Purpose\n\nText.\n",
            "## Purpose\n",
            "Text.\n",
            "# A\n\n### Goals\n",
            "- a\n  ```\n  x\n",
        ] {
            let directive = format!("<<#archdoc template=\"{template}\" project=\"A\">>\n\n");
            let book = book("", &[("src/a.md", &format!("{directive}# Atlas\n\n{text}"))]);
            let fill = || run(book.path(), &["fill", "src/a.md", "--write"]);
            assert_eq!(fill().code, Some(0));
            let once = self::text(&book, "src/a.md");
            assert_eq!(fill().stderr, "src/a.md: no section is missing\n", "{template} {text:?}");
            assert_eq!(self::text(&book, "src/a.md"), once);
        }
    }
}

#[test]
fn a_section_whose_heading_is_read_as_another_is_written_with_its_id() {
    let whole = "<<#archdoc template=\"handbook\">>\n\n# Atlas\n\n## API Layer\n\n### Authentication\n\nTokens.\n";
    let book = book("", &[("src/a.md", whole)]);
    let fill = || run(book.path(), &["fill", "src/a.md", "--write"]);
    let ran = fill();
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let once = text(&book, "src/a.md");
    let by_id: Vec<_> = once.lines().filter(|line| line.contains(" {#")).collect();
    // On the level of the section beside it.
    assert_eq!(by_id, ["### Resources {#api.endpoint-resource}"]);
    assert_eq!(fill().stderr, "src/a.md: no section is missing\n");
    assert_eq!(text(&book, "src/a.md"), once);
}

#[test]
fn fill_writes_nothing_into_code_or_comments_that_are_open() {
    let directive = "<<#archdoc template=\"formal\">>\n\n# Atlas\n\nText.\n\n";
    let (code, html) =
        ("close the block of code that begins on line 7", "close the code or HTML that is open");
    let ends = [
        ("```\ncode\n", Some(code)),
        ("```", Some(code)),
        ("~~~\n```\n", Some(code)),
        ("````md\n```\ncode\n```\n", Some(code)),
        ("```\ncode\n```\n", None),
        ("```mermaid\ngraph TD\n", Some(code)),
        ("<!-- open\n\nmore\n", Some(html)),
        ("<!-- closed -->\n", None),
        ("<!draft\n\n# more\n", Some(html)),
        ("<?open\n", Some(html)),
        ("<PRE>\n\nmore\n", Some(html)),
        ("<pre>closed</pre>\n", None),
        ("<div>\n", None),
    ];
    for (end, told) in ends {
        let whole = format!("{directive}{end}");
        let book = book("", &[("src/a.md", &whole)]);
        let ran = run(book.path(), &["fill", "src/a.md", "--write"]);
        assert_eq!(ran.code, Some(if told.is_some() { 2 } else { 0 }), "{end:?}: {}", ran.stderr);
        if let Some(told) = told {
            assert!(ran.stderr.contains(told), "{}", ran.stderr);
            assert_eq!(text(&book, "src/a.md"), whole);
        }
    }
    // A sample with a fence of its own would close the block.
    let whole = "<<#archdoc template=\"arc42\">>\n\n# Atlas\n\n## Introduction and Goals\n\n```mermaid\ngraph TD\n";
    let book = book("", &[("src/a.md", whole)]);
    assert_eq!(run(book.path(), &["fill", "src/a.md", "--write"]).code, Some(2));
    assert_eq!(text(&book, "src/a.md"), whole);
}

#[test]
fn fill_changes_no_chapter_that_it_may_not() {
    let book = book("", &[("src/a.md", "# A\n"), ("src/free.md", PARTLY)]);
    for (path, said) in [
        ("src/a.md", "is not bound to a template"),
        ("src/free.md", "`SUMMARY.md` does not list it"),
        ("src/none.md", "cannot be read"),
    ] {
        let ran = run(book.path(), &["fill", path, "--write"]);
        assert_eq!((ran.code, &*ran.stdout), (Some(2), ""), "{path}");
        assert!(ran.stderr.contains(said), "{path}: {}", ran.stderr);
        assert!(ran.stderr.matches("No such file").count() < 2, "said once: {}", ran.stderr);
    }
    fs::write(book.path().join("src/a.md"), PARTLY).unwrap();
    read_only(&book.path().join("src/a.md"));
    let ran = run(book.path(), &["fill", "src/a.md", "--write"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr
            .contains("`src/a.md` was not written, and nothing else was changed: it is read-only"),
        "{}",
        ran.stderr
    );
    assert_eq!(text(&book, "src/a.md"), PARTLY);
}
