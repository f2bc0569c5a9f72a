//! `check` where there is nothing to check.

use super::*;

#[test]
fn check_with_nothing_to_check_says_what_there_is() {
    let tree = repository(&[("docs/architecture.md", ARC42), ("README.md", README)]);
    let ran = run(tree.path(), &["check"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""));
    for told in [
        "2 Markdown files looked at",
        "docs/architecture.md: like the template",
        "mdbook-archdoc suggest",
    ] {
        assert!(ran.stderr.contains(told), "{told}: {}", ran.stderr);
    }
    let ran = run(tree.path(), &["check", "--format", "short"]);
    assert_eq!((ran.code, &*ran.stdout, &*ran.stderr), (Some(0), "", ""));
}

#[test]
fn check_beside_records_says_what_else_there_is() {
    let tree = repository(&[("docs/architecture.md", ARC42), ("README.md", README)]);
    records(&tree, "docs/adr");
    let hint = "archdoc: not checked: 1 document like a template; `mdbook-archdoc suggest`";
    let ran = run(tree.path(), &["check"]);
    assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    records(&tree, "docs/proposals");
    let ran = run(tree.path(), &["check"]);
    let both = "1 document like a template and 1 directory of decision records; `mdbook-archdoc";
    assert!(ran.stderr.contains(both), "{}", ran.stderr);
    let ran = run(tree.path(), &["check", "--format", "short"]);
    assert!(!ran.stderr.contains("suggest"), "{}", ran.stderr);
}

#[test]
fn what_is_not_understood_has_a_name() {
    let tree = repository(&[("README.md", README)]);
    write(tree.path(), "docs/decisions/queue.md", "We talked about a queue.\n");
    let name = "not understood: docs/decisions/queue.md: no number";
    for (arguments, named) in
        [(&["check"][..], false), (&["check", "-v"], true), (&["adr", "list"], true)]
    {
        let ran = run(tree.path(), arguments);
        assert_eq!(ran.stderr.contains(name), named, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("1 not understood"), "{arguments:?}: {}", ran.stderr);
    }
}

#[test]
fn check_above_a_book_says_where_it_is() {
    let tree = repository(&[("README.md", README)]);
    write(tree.path(), "docs/book/book.toml", "");
    write(tree.path(), "docs/book/src/SUMMARY.md", "- [A](a.md)\n");
    write(tree.path(), "docs/book/src/a.md", "# A\n");
    let ran = run(tree.path(), &["check"]);
    let told = "archdoc: `docs/book` is a book: `mdbook-archdoc check docs/book`\n";
    assert!(ran.stderr.ends_with(told), "{}", ran.stderr);
    let ran = run(tree.path(), &["init"]);
    assert!(ran.stderr.contains("mdbook-archdoc init docs/book"), "{}", ran.stderr);
}
