//! Faults on purpose, under each command that writes: killed, no room, no rights, streams closed, an editor beside
//! it, many at once. Whatever happens, each file is its old text or its new one, and nothing lies beside it for good.
//!
//! `ARCHDOC_FAULTS=1000 cargo test --release --test suite faults -- --nocapture` does it a thousand times for each
//! command, with figures.

mod at_once;
#[cfg(unix)]
mod beside;
mod commands;
mod killed;
#[cfg(unix)]
mod refused;
#[cfg(unix)]
mod streams;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::harness::files_below;
use crate::harness::program::archdoc;

/// Texts by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// A command that writes, and a tree in which it does.
struct Case {
    arguments: &'static [&'static str],
    files: &'static [(&'static str, &'static str)],
}

impl Case {
    /// The tree as it is before.
    fn tree(&self) -> TempDir {
        let tree = tempfile::tempdir().unwrap();
        fs::create_dir(tree.path().join(".git")).unwrap();
        self.restore(tree.path());
        tree
    }

    /// Makes the tree what it was before, but for files of ours on their way to their places.
    fn restore(&self, tree: &Path) {
        for path in files_below(tree).into_keys().filter(|path| !is_passing(path)) {
            fs::remove_file(tree.join(path)).unwrap();
        }
        for (path, text) in self.files {
            let path = tree.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }

    fn before(&self) -> Files {
        let bytes = |&(path, text): &(&str, &str)| (path.to_owned(), text.as_bytes().to_vec());
        self.files.iter().map(bytes).collect()
    }

    /// What becomes of it where nothing disturbs the command.
    fn after(&self) -> Files {
        let tree = self.tree();
        let output = self.command(tree.path()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{self}: {said}");
        let after = files_below(tree.path());
        assert_ne!(after, self.before(), "{self} writes nothing: {said}");
        after
    }

    fn command(&self, tree: &Path) -> Command {
        let mut command = archdoc(tree, self.arguments);
        command.env("SOURCE_DATE_EPOCH", "1767225600");
        command
    }

    /// The command in a shell that does something before: `$0` is our binary, `$@` its arguments.
    #[cfg(unix)]
    fn in_shell(&self, tree: &Path, script: &str) -> Command {
        let plain = self.command(tree);
        let mut command = Command::new("sh");
        command.args(["-c", script]).arg(plain.get_program()).args(plain.get_args());
        command.current_dir(tree).stdin(Stdio::null()).env("SOURCE_DATE_EPOCH", "1767225600");
        command
    }

    fn start(&self, tree: &Path) -> Child {
        self.command(tree).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }
}

impl std::fmt::Display for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.arguments.join(" "))
    }
}

/// Whether a file is one of ours on its way to its place.
fn is_passing(path: &str) -> bool {
    path.rsplit('/').next().unwrap_or_default().starts_with(".archdoc-")
}

/// Each file is old or new, and none is new that tells of a file which is not there yet.
#[track_caller]
fn whole(case: &Case, now: &Files, (before, after): (&Files, &Files)) {
    for (path, text) in now.iter().filter(|(path, _)| !is_passing(path)) {
        let known = [before, after].into_iter().any(|files| files.get(path) == Some(text));
        assert!(known, "{case}: {path} is {:?}", String::from_utf8_lossy(text));
    }
    assert!(before.keys().all(|path| now.contains_key(path)), "{case}: {:?}", now.keys());
    let is_told = before.keys().any(|path| now[path] != before[path]);
    assert!(
        !is_told || after.keys().all(|path| now.contains_key(path)),
        "{case}: {:?}",
        now.keys()
    );
}

/// How often each command meets a fault of chance, unless `ARCHDOC_FAULTS` says it.
const SHORT: u64 = 2;

fn rounds() -> u64 {
    let asked = std::env::var("ARCHDOC_FAULTS").ok().and_then(|count| count.parse().ok());
    asked.unwrap_or(SHORT)
}

/// A number below `limit` that looks like chance and is the same in each run.
fn chance(round: u64, limit: u64) -> u64 {
    let mixed = (round + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) % limit.max(1)
}
