//! `archdoc.toml` and comments.

use super::*;

#[test]
fn a_comment_binds_a_file() {
    let text =
        "<!-- archdoc: template=\"standard\" project=\"Atlas\" -->\n# Atlas\n\n## Goals\n\nFast.\n";
    let bound = tree(&[("ARCHITECTURE.md", text)]);
    let out = short(bound.path(), &[]);
    assert!(out.starts_with("ARCHITECTURE.md:2:1: warning[missing-section]"), "{out}");
    let unknown = tree(&[("a.md", "<!-- archdoc: template=\"standrd\" -->\n# Atlas\n")]);
    let out = short(unknown.path(), &[]);
    assert!(out.contains("warning[unknown-template]") || out.contains("error[unknown-template]"));
}

#[test]
fn archdoc_toml_configures_a_tree_and_shares_with_books() {
    let misspelt = RECORD.replace("Accepted", "Acepted");
    let config = "rules.adr-unknown-status = 'deny'\nadr.paths = ['decided']\nmising = 'x'\n";
    let tree = tree(&[("archdoc.toml", config), ("decided/1-one-log.md", &misspelt)]);
    let ran = run(tree.path(), &["check", "--format", "short"]);
    assert_eq!(ran.code, Some(1), "{}", ran.stderr);
    assert!(ran.stdout.contains("archdoc.toml:3:1: warning[unknown-config]"), "{}", ran.stdout);
    assert!(ran.stdout.contains("decided/1-one-log.md:7:1: error[adr-unknown-status]"));

    // A book below it has the last word on what both say.
    let book = tree.path().join("book");
    fs::create_dir_all(book.join("src/adr")).unwrap();
    fs::write(book.join("src/SUMMARY.md"), "- [A](a.md)\n- [1](adr/0001-one-log.md)\n").unwrap();
    fs::write(book.join("src/a.md"), "# A\n").unwrap();
    fs::write(book.join("src/adr/0001-one-log.md"), &misspelt).unwrap();
    let settings = "[preprocessor.archdoc]\nadr.paths = ['adr']\n";
    fs::write(book.join("book.toml"), settings).unwrap();
    let ran = run(&book, &["check", "--format", "short"]);
    assert!(ran.stdout.contains("error[adr-unknown-status]"), "{}", ran.stdout);
    assert!(ran.stdout.contains("../archdoc.toml:3:1: warning[unknown-config]"), "{}", ran.stdout);
    fs::write(
        book.join("book.toml"),
        settings.to_owned() + "rules.adr = 'allow'\nrules.adr-unknown-status = 'allow'\n",
    )
    .unwrap();
    let ran = run(&book, &["check", "--format", "short"]);
    assert!(!ran.stdout.contains("adr-unknown-status"), "{}", ran.stdout);
}

#[test]
fn in_a_book_the_paths_are_the_books() {
    let summary = "- [A](a.md)\n";
    let bound = "# A\n\n<<#archdoc template=\"standard\" project=\"A\">>\n";
    let files = [("book.toml", ""), ("src/SUMMARY.md", summary), ("src/a.md", bound)];
    let tree = tree(&files);
    assert!(short(tree.path(), &["src/a.md"]).contains("src/a.md:"));
    assert!(short(&tree.path().join("src"), &[]).contains("src/a.md:"));
    // What is no part of the book is a tree of its own.
    fs::write(tree.path().join("README.md"), "# Readme\n").unwrap();
    let out = short(tree.path(), &["README.md", "src/a.md"]);
    assert!(out.contains("src/a.md:") && !out.contains("README.md:"), "{out}");
}

#[test]
fn a_baseline_and_fixes_work_without_a_book() {
    let record = RECORD.replace("Accepted", "Acepted");
    let tree = tree(&[("docs/adr/0001-one-log.md", &record)]);
    let ran = run(tree.path(), &["check", "--write-baseline"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    fs::write(tree.path().join("archdoc.toml"), "baseline = 'archdoc-baseline.toml'\n").unwrap();
    assert_eq!(short(tree.path(), &[]), "");
    let narrow = run(tree.path(), &["check", "docs", "--write-baseline"]);
    assert_eq!(narrow.code, Some(2));
    let bound = "<!-- archdoc: template=\"standard\" project=\"A\" -->\n# A\n\n## Scalabilty\n\nOne machine.\n";
    fs::write(tree.path().join("a.md"), bound).unwrap();
    let ran = run(tree.path(), &["check", "--fix"]);
    let fixed = fs::read_to_string(tree.path().join("a.md")).unwrap();
    assert_eq!(fixed, bound.replace("Scalabilty", "Scalability"), "{}", ran.stderr);
}

#[test]
fn a_file_is_begun_and_filled_without_a_book() {
    let tree = tempfile::tempdir().unwrap();
    fs::create_dir(tree.path().join(".git")).unwrap();
    let ran = run(tree.path(), &["new", "standard", "docs/atlas.md", "--title", "Atlas"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("`mdbook-archdoc check docs/atlas.md` checks it"),
        "{}",
        ran.stderr
    );
    let file = tree.path().join("docs/atlas.md");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("<!-- archdoc: template=\"standard\" -->\n\n# Atlas\n"), "{text}");
    let ran = run(tree.path(), &["fill", "docs/atlas.md"]);
    assert!(ran.stderr.ends_with("no section is missing\n"), "{}", ran.stderr);
    // What is gone comes back.
    let at = text.rfind("\n## ").unwrap();
    fs::write(&file, &text[..=at]).unwrap();
    let ran = run(tree.path(), &["fill", "docs/atlas.md", "--write"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(fs::read_to_string(&file).unwrap().len() > at + 5);
    // A file that nothing binds is told with the line that does.
    fs::write(&file, "# Atlas\n").unwrap();
    let ran = run(tree.path(), &["fill", "docs/atlas.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("<!-- archdoc: template="), "{}", ran.stderr);
    assert_eq!(run(tree.path(), &["new", "standrd", "docs/b.md"]).code, Some(2));
    assert!(!tree.path().join("docs/b.md").exists());
}
