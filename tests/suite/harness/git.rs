//! Repositories for tests: with an identity of their own, and days that do not depend on the clock.

use std::path::Path;
use std::process::{Command, Stdio};

/// Whether there is a git to test with. Says so once where there is none: a test that is skipped
/// must be seen.
pub(crate) fn is_here() -> bool {
    let here = Command::new("git").arg("--version").stdout(Stdio::null()).status();
    let here = here.is_ok_and(|status| status.success());
    if !here {
        eprintln!("SKIPPED: git is not installed");
    }
    here
}

/// Runs git in a directory, as Ann on a day.
pub(crate) fn run(directory: &Path, day: &str, arguments: &[&str]) {
    let time = format!("{day}T12:00:00+00:00");
    let status = Command::new("git")
        .args(["-c", "init.defaultBranch=main", "-c", "commit.gpgSign=false"])
        .args(arguments)
        .current_dir(directory)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .envs([("GIT_AUTHOR_NAME", "Ann"), ("GIT_AUTHOR_EMAIL", "ann@example.org")])
        .envs([("GIT_COMMITTER_NAME", "Ann"), ("GIT_COMMITTER_EMAIL", "ann@example.org")])
        .envs([("GIT_AUTHOR_DATE", &time), ("GIT_COMMITTER_DATE", &time)])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .expect("git starts");
    assert!(status.success(), "git {arguments:?}");
}

/// Makes a repository of a directory where there is none, and commits all of it on a day.
pub(crate) fn commit_all(directory: &Path, day: &str, message: &str) {
    if !directory.join(".git").exists() {
        run(directory, day, &["init", "-q"]);
    }
    run(directory, day, &["add", "-A"]);
    run(directory, day, &["commit", "-q", "-m", message]);
}
