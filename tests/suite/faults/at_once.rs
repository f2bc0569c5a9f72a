//! Many at once: fifty in the long form.

use std::collections::BTreeSet;
use std::process::{Child, Stdio};

use super::{Case, SHORT, commands, rounds};
use crate::harness::files_below;
use crate::harness::program::archdoc;

/// In the short form fewer: each of them reads what all others write.
fn many() -> usize {
    if rounds() > SHORT { 50 } else { 16 }
}

fn start(tree: &std::path::Path, arguments: &[&str]) -> Child {
    let mut command = archdoc(tree, arguments);
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

/// A tree with two records.
fn records() -> &'static Case {
    &commands::ALL[0]
}

#[test]
fn each_of_many_new_records_gets_its_own_number() {
    let tree = records().tree();
    let titles: Vec<String> = (0..many()).map(|n| format!("Number {n}")).collect();
    let all: Vec<Child> =
        titles.iter().map(|title| start(tree.path(), &["adr", "new", title])).collect();
    for child in all {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let names: Vec<String> = files_below(&tree.path().join("docs/adr")).into_keys().collect();
    let numbers: BTreeSet<&str> = names.iter().map(|name| &name[..4]).collect();
    let all = many() + 2;
    assert_eq!((names.len(), numbers.len()), (all, all), "{names:?}");
}

#[test]
fn of_many_changes_of_one_record_each_is_made_or_refused() {
    let tree = records().tree();
    let all: Vec<(String, Child)> = (0..many())
        .map(|n| {
            let title = format!("Number {n}");
            let child = start(tree.path(), &["adr", "new", &title, "--supersedes", "1", "--also"]);
            (title, child)
        })
        .collect();
    let mut made = Vec::new();
    for (title, child) in all {
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        if output.status.success() {
            made.push(title);
        } else {
            // Of two that take one number the second may find it in the record already.
            let refused = ["changed by somebody else", "nothing was changed"];
            assert!(refused.iter().any(|words| said.contains(words)), "{said}");
        }
    }
    let files = files_below(&tree.path().join("docs/adr"));
    let old = String::from_utf8_lossy(&files["0001-one.md"]);
    for title in &made {
        assert!(old.contains(&format!(". {title}](")), "{title} is not in\n{old}");
    }
    assert_eq!((files.len(), made.is_empty()), (made.len() + 2, false), "{:?}", files.keys());
}
