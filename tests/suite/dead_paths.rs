//! Paths in code that lead nowhere since a change.

use std::fs;

use crate::harness::files::write;
use crate::harness::git;
use crate::since::{record, repository, told};

const BOUND: &str = "[[documents]]\ntemplate = \"standard\"\npaths = [\"docs/architecture.md\"]\n";

#[test]
fn paths_in_code_are_told_with_the_change_that_kills_them() {
    let Some(tree) = repository() else { return };
    let tree = tree.path();
    let document = |path: &str| {
        format!(
            "# Architecture\n\n**Status**: Draft\n\n## Components\n\nIn `{path}`, once `lib/gone.rs`.\n"
        )
    };
    write(tree, "archdoc.toml", BOUND);
    write(tree, "docs/architecture.md", &document("lib/a.rs"));
    write(tree, "lib/a.rs", "fn a() {}\n");
    write(tree, "lib/b.rs", "fn b() {}\n");
    let record = record(3, "Accepted", " It is in `lib/b.rs`.");
    write(tree, "docs/adr/0003-tool-3.md", &record);
    git::commit_all(tree, "2026-03-11", "Build");
    let of_rule = || {
        let found = told(tree, &["--since", "HEAD"]);
        found.into_iter().filter(|line| line.contains("dead-path")).collect::<Vec<_>>()
    };
    assert!(of_rule().is_empty());
    fs::remove_file(tree.join("lib/b.rs")).unwrap();
    assert!(of_rule().is_empty(), "a record tells of what was");
    fs::rename(tree.join("lib/a.rs"), tree.join("lib/c.rs")).unwrap();
    let at = "docs/architecture.md:7:4: warning[dead-path]";
    assert_eq!(of_rule(), [format!("{at}: `lib/a.rs` does not exist")]);
    write(tree, "lib/parts/a.rs", "fn a() {}\n");
    assert_eq!(of_rule().len(), 1, "a file that was moved is not where it was");
    write(tree, "docs/architecture.md", &document("lib/c.rs"));
    assert!(of_rule().is_empty());
    write(tree, "docs/architecture.md", &document("lib/d.rs:12"));
    assert_eq!(of_rule(), [format!("{at}: `lib/d.rs` does not exist")]);
}

#[test]
fn a_directory_that_is_taken_away_takes_the_paths_into_it_along() {
    let Some(tree) = repository() else { return };
    let tree = tree.path();
    let config = "[[documents]]\ntemplate = \"standard\"\npaths = [\"docs/*.md\"]\n";
    let document = "# Architecture\n\n**Status**: Draft\n\n## Components\n\nIn `lib/pay/a.rs`.\n";
    write(tree, "archdoc.toml", config);
    write(tree, "docs/architecture.md", document);
    write(tree, "lib/pay/a.rs", "fn a() {}\n");
    write(tree, "lib/b.rs", "fn b() {}\n");
    git::commit_all(tree, "2026-03-11", "Build");
    let of_rule = || {
        let found = told(tree, &["--since", "HEAD"]);
        found.into_iter().filter(|line| line.contains("dead-path")).count()
    };
    assert_eq!(of_rule(), 0);
    fs::remove_dir_all(tree.join("lib/pay")).unwrap();
    assert_eq!(of_rule(), 1);
    fs::remove_dir_all(tree.join("lib")).unwrap();
    assert_eq!(of_rule(), 1);
    write(tree, ".gitignore", "/lib/\n");
    assert_eq!(of_rule(), 0, "a build makes it now");
    fs::remove_file(tree.join(".gitignore")).unwrap();
    git::run(tree, "2026-03-11", &["sparse-checkout", "set", "docs"]);
    assert_eq!(of_rule(), 0, "the checkout leaves it out");
}

#[test]
fn a_path_that_may_be_elsewhere_or_was_never_there_is_not_told() {
    let Some(tree) = repository() else { return };
    let tree = tree.path();
    let document = |path: &str| {
        format!("# Architecture\n\n**Status**: Draft\n\n## Components\n\nIn `{path}`.\n")
    };
    write(tree, "archdoc.toml", BOUND);
    write(tree, "docs/architecture.md", &document("pkg/planned.rs"));
    write(tree, "parts/one/src/lib.rs", "");
    write(tree, "src/main.rs", "");
    git::commit_all(tree, "2026-03-11", "Plan");
    let of_rule = || {
        let found = told(tree, &["--since", "HEAD"]);
        found.into_iter().filter(|line| line.contains("dead-path")).count()
    };
    write(tree, "pkg/util.rs", "");
    assert_eq!(of_rule(), 0, "nobody could know of it before, either");
    write(tree, "docs/architecture.md", &document("src/lib.rs"));
    assert_eq!(of_rule(), 0, "it is that of one part");
    write(tree, "docs/architecture.md", &document("src/mian.rs"));
    assert_eq!(of_rule(), 1);
}
