//! `init`.

use super::*;

#[test]
fn init_in_a_tree_writes_only_what_must_be_said() {
    let tree = repository(&[("README.md", README)]);
    records(&tree, "docs/adr");
    let ran = run(tree.path(), &["init"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""));
    assert!(ran.stderr.contains("  docs/adr: 4 decision records (nygard)\n"), "{}", ran.stderr);
    assert!(ran.stderr.contains("nothing to set up"), "{}", ran.stderr);
    assert!(ran.stderr.contains("Next:\n  mdbook-archdoc check"), "{}", ran.stderr);
    assert!(!tree.path().join("archdoc.toml").exists());

    records(&tree, "docs/proposals");
    let ran = run(tree.path(), &["init"]);
    assert!(ran.stderr.contains("docs/proposals: 4 decision records (nygard), not found by name"));
    let config = "adr.paths = [\"docs/adr\", \"docs/proposals\"]\n";
    assert!(ran.stderr.contains(&format!("archdoc.toml: set `{}`", config.trim_end())));
    assert_eq!(text(&tree, "archdoc.toml"), config);
    let again = run(tree.path(), &["init"]);
    assert_eq!((again.code, text(&tree, "archdoc.toml")), (Some(0), config.to_owned()));
    assert!(again.stderr.contains("set up already"), "{}", again.stderr);
    let ran = run(tree.path(), &["check"]);
    assert!(ran.stderr.contains("8 decision records read"), "{}", ran.stderr);
}

#[test]
fn init_binds_what_nobody_would_take_for_anything_else() {
    let titles = [
        "Introduction and Goals",
        "Constraints",
        "Context and Scope",
        "Solution Strategy",
        "Building Block View",
        "Runtime View",
        "Deployment View",
        "Concepts",
        "Quality Requirements",
        "Risks",
        "Glossary",
    ];
    let chapter =
        |title: &str| format!("# {title}\n\nThe pumps of the mill are named after rivers.\n");
    let tree = repository(&[("docs/partly.md", ARC42), ("templates/arch/01.md", "# Goals\n")]);
    for (number, title) in titles.iter().enumerate() {
        for directory in ["docs/arch", "templates/arch", "tests/fixtures/arch"] {
            write(tree.path(), &format!("{directory}/{number:02}.md"), &chapter(title));
        }
    }
    let ran = run(tree.path(), &["init"]);
    let bound = "archdoc.toml: bound `docs/arch/*.md` to the template `arc42`\n";
    assert!(ran.stderr.contains(bound), "{}", ran.stderr);
    let config =
        "[[documents]]\npaths = [\"docs/arch/*.md\"]\ntemplate = \"arc42\"\ndoc = \"arch\"\n";
    assert_eq!(text(&tree, "archdoc.toml"), config);
    // What is not bound is still named.
    assert!(ran.stderr.contains("mdbook-archdoc suggest"), "{}", ran.stderr);
    let again = run(tree.path(), &["init"]);
    assert_eq!((again.code, text(&tree, "archdoc.toml")), (Some(0), config.to_owned()));
    let ran = run(tree.path(), &["check", "--format", "short"]);
    assert!(ran.stdout.contains("[missing-section]"), "{}", ran.stdout);

    let book = repository(&[("book.toml", "[book]\ntitle = \"A\"\n")]);
    let whole: String = titles.iter().map(|title| chapter(title).replace("# ", "## ")).collect();
    write(book.path(), "src/SUMMARY.md", "[A](a.md)\n");
    write(book.path(), "src/a.md", &format!("# Mill\n\n{whole}"));
    let ran = run(book.path(), &["init"]);
    let config =
        "[[preprocessor.archdoc.documents]]\npaths = [\"src/a.md\"]\ntemplate = \"arc42\"\n";
    assert!(
        text(&book, "book.toml").ends_with(config),
        "{}\n{}",
        ran.stderr,
        text(&book, "book.toml")
    );
    let ran = run(book.path(), &["check", "--format", "short"]);
    assert!(ran.stdout.contains("[missing-section]"), "{}", ran.stdout);
}

#[test]
fn init_in_a_book_names_the_records_that_are_not_found_by_name() {
    let toml = "# Ours\n[book]\ntitle = 'A'\n";
    let book = repository(&[
        ("book.toml", toml),
        ("src/SUMMARY.md", "- [A](a.md)\n"),
        ("src/a.md", ARC42),
    ]);
    records(&book, "src/rfcs");
    let ran = run(book.path(), &["init"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let table = "\n[preprocessor.archdoc]\nbefore = [\"links\"]\nadr.paths = [\"rfcs\"]\n";
    assert_eq!(text(&book, "book.toml"), format!("{toml}{table}"));
    for told in [
        "src/a.md: like the template `arc42`, 6 of 6 headings",
        "src/rfcs: 4 decision records (nygard), not found by name",
        "book.toml: set `adr.paths = [\"rfcs\"]`",
        "mdbook-archdoc suggest",
    ] {
        assert!(ran.stderr.contains(told), "{told}: {}", ran.stderr);
    }
    let again = run(&book.path().join("src"), &["init"]);
    assert!(again.stderr.contains("set up already, nothing to change"), "{}", again.stderr);
    assert_eq!(text(&book, "book.toml"), format!("{toml}{table}"));
    let ran = run(book.path(), &["check"]);
    assert!(ran.stderr.contains("4 decision records read"), "{}", ran.stderr);
}

#[test]
fn init_says_once_what_lies_beside_a_book() {
    let top = repository(&[
        ("book/book.toml", ""),
        ("book/src/SUMMARY.md", "- [A](a.md)\n"),
        ("book/src/a.md", "# A\n"),
    ]);
    records(&top, "docs/adr");
    let book = top.path().join("book");
    for (from, path, records, config, at) in [
        (top.path(), "book", "docs/adr", "book/book.toml", " book"),
        (&*book, ".", "../docs/adr", "book.toml", ""),
    ] {
        fs::write(book.join("book.toml"), "").unwrap();
        let first = run(from, &["init", path]).stderr;
        let found = format!(
            "archdoc: 1 Markdown file looked at\n  {records}: 4 decision records (nygard)\n"
        );
        assert!(first.starts_with(&found), "{first}");
        assert!(
            first.contains(&format!("\n{config}: set `adr.paths = [\"../docs/adr\"]`\n")),
            "{first}"
        );
        let next = format!("adr list {records}");
        for command in [&format!("check{at} "), &next, "templates list"] {
            assert!(first.contains(&format!("\n  mdbook-archdoc {command}")), "{command}\n{first}");
        }
        assert!(!first.contains("no decision records") && !first.contains("adr init"), "{first}");
        // The second run finds the same.
        let second = run(from, &["init", path]).stderr;
        assert!(second.starts_with(&found) && second.contains("set up already"), "{second}");
        let after = |text: &str| text.split_once("\nNext:").unwrap().1.to_owned();
        assert_eq!(after(&first), after(&second));
        let suggested = run(from, &["suggest", path]).stdout;
        assert_eq!(suggested, "../docs/adr: 4 decision records (nygard)\n");
    }
}
