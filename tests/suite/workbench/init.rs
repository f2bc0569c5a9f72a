//! `init` in a book.

use super::*;

#[test]
fn init_is_idempotent_and_says_what_it_changed() {
    let book = book("", &[("book.toml", "[book]\ntitle = 'A' # ours\n")]);
    let ran = run(book.path(), &["init"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""));
    for said in ["added `[preprocessor.archdoc]`", "added `before = [\"links\"]`"] {
        assert!(ran.stderr.contains(&format!("book.toml: {said}\n")), "{}", ran.stderr);
    }
    let toml = "[book]\ntitle = 'A' # ours\n\n[preprocessor.archdoc]\nbefore = [\"links\"]\n";
    assert_eq!(text(&book, "book.toml"), toml);
    let ran = run(&book.path().join("src"), &["init"]);
    assert!(
        ran.stderr.contains("book.toml: set up already, nothing to change\n"),
        "{}",
        ran.stderr
    );
    assert_eq!(text(&book, "book.toml"), toml);
    let ran = run(book.path(), &["init", "nowhere"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("cannot look at `nowhere`"), "{}", ran.stderr);
}

#[test]
fn init_writes_a_style_sheet_where_it_is_asked_for() {
    let book = book(
        "",
        &[("book.toml", "[book]\ntitle = 'A'\n\n[output.html]\nmathjax-support = true\n")],
    );
    let ran = run(book.path(), &["init", "--css"]);
    let named = "book.toml: added `archdoc.css` to `output.html.additional-css`\n";
    assert!(ran.stderr.contains(named), "{}", ran.stderr);
    assert!(ran.stderr.contains("archdoc.css: written; the pages are complete without it\n"));
    let toml = text(&book, "book.toml");
    assert!(
        toml.contains("mathjax-support = true\nadditional-css = [\"archdoc.css\"]\n"),
        "{toml}"
    );
    // The sheet speaks of what is on the pages.
    let sheet = text(&book, "archdoc.css");
    let classes = sheet.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let ours: BTreeSet<&str> = classes.filter(|word| word.starts_with("archdoc-")).collect();
    let known = ["adr-graph", "banner", "record", "status", "unwritten"];
    assert_eq!(
        ours,
        known.map(|name| format!("archdoc-{name}")).iter().map(String::as_str).collect()
    );

    fs::write(book.path().join("archdoc.css"), "p { color: red }\n").unwrap();
    let again = run(book.path(), &["init", "--css"]);
    assert!(again.stderr.contains("set up already"), "{}", again.stderr);
    assert_eq!(text(&book, "archdoc.css"), "p { color: red }\n");
    assert_eq!(text(&book, "book.toml"), toml);

    let epub = self::book("", &[("book.toml", "[book]\ntitle = 'A'\n\n[output.epub]\n")]);
    let ran = run(epub.path(), &["init", "--css"]);
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("only pages take a style sheet: leave `--css` out"),
        "{}",
        ran.stderr
    );
    assert!(!epub.path().join("archdoc.css").exists());
}
