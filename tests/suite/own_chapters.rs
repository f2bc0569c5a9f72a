//! A document that has a file for each chapter: a chapter that is missing is written into no other.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::harness::program::archdoc;

/// Chapters of arc42 in a plain tree, one a file.
fn tree() -> TempDir {
    let tree = tempfile::tempdir().unwrap();
    let root = tree.path();
    fs::create_dir_all(root.join("docs")).unwrap();
    fs::create_dir(root.join(".git")).unwrap();
    let config = "[[documents]]\npaths = [\"docs/*.md\"]\ntemplate = \"arc42\"\ndoc = \"yard\"\n";
    fs::write(root.join("archdoc.toml"), config).unwrap();
    for (file, heading) in [
        ("01_goals.md", "# 1. Introduction and Goals\n\n## Requirements Overview"),
        ("02_constraints.md", "# 2. Architecture Constraints"),
        ("12_glossary.md", "# 12. Glossary"),
    ] {
        fs::write(root.join("docs").join(file), format!("{heading}\n\nOur own words on it.\n"))
            .unwrap();
    }
    tree
}

fn said(tree: &Path, arguments: &[&str]) -> (String, String) {
    let output = archdoc(tree, arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr))
}

#[test]
fn a_missing_chapter_is_asked_for_in_a_file_of_its_own() {
    let tree = tree();
    let (json, _) = said(tree.path(), &["check", "--format", "json"]);
    assert!(json.contains("in a file of its own that begins with `# "), "{json}");
    assert!(!json.contains("below line"), "{json}");
}

#[test]
fn the_first_chapter_is_asked_for_before_the_others() {
    let tree = tree();
    let docs = tree.path().join("docs");
    let others = [
        "3. Context and Scope",
        "4. Solution Strategy",
        "5. Building Block View",
        "6. Runtime View",
        "7. Deployment View",
        "8. Cross-cutting Concepts",
        "9. Architecture Decisions",
        "10. Quality Requirements",
        "11. Risks and Technical Debt",
    ];
    for (at, heading) in others.into_iter().enumerate() {
        let text = format!("# {heading}\n\nOur own words on it.\n");
        fs::write(docs.join(format!("{:02}_chapter.md", at + 3)), text).unwrap();
    }
    fs::remove_file(docs.join("01_goals.md")).unwrap();
    let (_, told) = said(tree.path(), &["check"]);
    assert!(told.contains("its chapter would come before this one"), "{told}");
}

#[test]
fn fill_writes_no_chapter_into_another_s_file() {
    let tree = tree();
    let (diff, told) = said(tree.path(), &["fill", "docs/01_goals.md"]);
    assert!(diff.is_empty(), "{diff}");
    assert!(told.contains("no section of this file is missing"), "{told}");
    assert!(told.contains("chapters that want files of their own: `"), "{told}");
    assert!(told.contains("Quality Requirements"), "{told}");
    // In one file they are written below each other.
    let whole = "# Yard\n\n## 1. Introduction and Goals\n\nOur own words on it.\n";
    fs::remove_file(tree.path().join("docs/02_constraints.md")).unwrap();
    fs::remove_file(tree.path().join("docs/12_glossary.md")).unwrap();
    fs::write(tree.path().join("docs/01_goals.md"), whole).unwrap();
    let (diff, _) = said(tree.path(), &["fill", "docs/01_goals.md"]);
    assert!(diff.contains("Solution Strategy"), "{diff}");
}
