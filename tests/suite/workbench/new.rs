//! `new`: chapters from templates.

use super::*;

#[test]
fn a_new_chapter_is_whole_and_untouched_for_every_template() {
    for template in builtin::names() {
        let book = book("", &[]);
        let ran = run(book.path(), &["new", template, "src/with space/new.md", "--title", "New"]);
        assert_eq!((ran.code, &*ran.stdout), (Some(0), ""), "{template}: {}", ran.stderr);
        let line = "- [New](with%20space/new.md)\n";
        assert_eq!(text(&book, "src/SUMMARY.md"), format!("# Summary\n\n- [A](a.md)\n{line}"));
        let kept = kept(template);
        let open: Vec<_> = states(&book, "src/with space/new.md")
            .into_iter()
            .filter(|(id, state)| !matches!(&**state, "untouched" | "empty") && id != "doc-title")
            .filter(|(id, _)| !kept.contains(id))
            .collect();
        assert!(open.is_empty(), "{template}: {open:?}");
        let checked = run(book.path(), &["check"]);
        assert_eq!(checked.code, Some(0), "{}", checked.stderr);
        let filled = run(book.path(), &["fill", "src/with space/new.md"]);
        assert_eq!((filled.code, &*filled.stdout), (Some(0), ""), "{template}: {}", filled.stderr);
    }
}

#[test]
fn new_says_which_command_writes_a_record() {
    let book = book("", &[]);
    for (name, path, command) in [
        (
            "nygard",
            "src/adr/0007-use-rust.md",
            "adr new \"use rust\" --dir src/adr --template nygard",
        ),
        ("MADR", "use-rust.md", "adr new \"use rust\" --template madr"),
        ("adr", "src/adr/use-rust.md", "adr new \"use rust\" --dir src/adr`"),
    ] {
        let ran = run(book.path(), &["new", name, path]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.stderr.contains(command), "{}", ran.stderr);
    }
    let nowhere = tempfile::tempdir().unwrap();
    let ran = run(nowhere.path(), &["new", "nygard", "docs/adr/x.md"]);
    assert!(
        ran.stderr.contains("adr new \"x\" --dir docs/adr --template nygard"),
        "{}",
        ran.stderr
    );
}

#[test]
fn new_fills_parameters_in_and_puts_them_into_the_directive() {
    let book = book("", &[]);
    let ran = run(
        book.path(),
        &["new", "standard", "src/atlas.md", "--param", "project=At\"las", "--title", "[Atlas]"],
    );
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let new = text(&book, "src/atlas.md");
    let top =
        "<<#archdoc template=\"standard\" project=\"At\\\"las\">>\n\n# [Atlas]\n\n<!-- guide: ";
    assert!(new.starts_with(top), "{new}");
    assert!(new.contains("\nAt\"las is [what kind of system]"), "{new}");
    assert!(text(&book, "src/SUMMARY.md").ends_with("- [\\[Atlas\\]](atlas.md)\n"));
}

#[test]
fn new_loses_nothing() {
    let book = book("", &[]);
    let before = text(&book, "src/SUMMARY.md");
    let cases: [(&[&str], &str); 8] = [
        (
            &["new", "standard", "src/a.md"],
            "`src/a.md` was not written, and nothing else was changed: it exists",
        ),
        (&["new", "standrad", "src/b.md"], "did you mean `standard`?"),
        (&["new", "standard", "b.md"], "not below the source directory"),
        (&["new", "standard", "src/../../b.md"], "not below the source directory"),
        (&["new", "standard", "src/b.txt"], "does not end in `.md`"),
        (
            &["new", "standard", "src/b.md", "--param", "x=1"],
            "no parameter `x`; it takes `project`",
        ),
        (&["new", "standard", "src/b.md", "--param", "x"], "key=value"),
        (&["new", "standard", "src/b.md", "--book", "nowhere"], "`nowhere` is not a directory"),
    ];
    for (arguments, said) in cases {
        let ran = run(book.path(), arguments);
        assert_eq!((ran.code, &*ran.stdout), (Some(2), ""), "{arguments:?}");
        assert!(ran.stderr.contains(said), "{arguments:?}: {}", ran.stderr);
    }
    assert_eq!(text(&book, "src/a.md"), "# A\n");
    assert_eq!(text(&book, "src/SUMMARY.md"), before);
    assert!(!book.path().join("src/b.md").exists());

    read_only(&book.path().join("src/SUMMARY.md"));
    let ran = run(book.path(), &["new", "standard", "src/b.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr
            .contains("SUMMARY.md` was not written, and nothing else was changed: it is read-only"),
        "{}",
        ran.stderr
    );
    assert!(!book.path().join("src/b.md").exists(), "half of it would be in nobody's way");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_book_leads_nowhere() {
    let elsewhere = tempfile::tempdir().unwrap();
    let book = book("", &[]);
    std::os::unix::fs::symlink(elsewhere.path(), book.path().join("src/out")).unwrap();
    let ran = run(book.path(), &["new", "standard", "src/out/b.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("not below the source directory"), "{}", ran.stderr);
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}
