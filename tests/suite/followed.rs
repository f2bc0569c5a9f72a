//! The tutorial and the recipes are true: their commands are run in their order, and what they show is what is printed.
//! Each recipe begins at an empty desk.
//!
//! In a `console` fence each line with `$ ` is run by a shell, and what follows up to the next is all that it prints. A fence with `path=` is written to that file; in a `diff` the lines with `-` become
//! those with `+`. `ARCHDOC_BLESS=1 cargo test followed` rewrites what commands print.
#![cfg(unix)]

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::harness::{self, git};

/// Where a reader types: beside a clone of this repository, with the program and mdBook on the path.
struct Desk {
    /// Removes it all in the end.
    root: TempDir,
    /// The directory of the shell.
    directory: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let directory = root.path().join("desk");
        let tools = root.path().join("tools");
        fs::create_dir(&directory).unwrap();
        fs::create_dir(&tools).unwrap();
        symlink(env!("CARGO_MANIFEST_DIR"), directory.join("mdbook-archdoc")).unwrap();
        symlink(env!("CARGO_BIN_EXE_mdbook-archdoc"), tools.join("mdbook-archdoc")).unwrap();
        fs::write(tools.join("mdbook"), harness::mdbook_script()).unwrap();
        fs::set_permissions(tools.join("mdbook"), fs::Permissions::from_mode(0o755)).unwrap();
        Self { root, directory }
    }

    /// What a command prints. Only a check may end with findings that are denied.
    fn run(&mut self, command: &str) -> String {
        if let Some(directory) = command.strip_prefix("cd ") {
            self.directory.push(directory);
            return String::new();
        }
        let path = std::env::var("PATH").unwrap();
        let tools = self.root.path().join("tools");
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1\n{command}")])
            .current_dir(&self.directory)
            .env("PATH", format!("{}:{path}", tools.display()))
            .env("HOME", self.root.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .envs([("GIT_AUTHOR_NAME", "Ann"), ("GIT_AUTHOR_EMAIL", "ann@example.org")])
            .envs([("GIT_COMMITTER_NAME", "Ann"), ("GIT_COMMITTER_EMAIL", "ann@example.org")])
            .env_remove("CLICOLOR_FORCE")
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        let denied = output.status.code() == Some(1) && command.contains("mdbook-archdoc check");
        assert!(output.status.success() || denied, "{command}\n{printed}");
        printed
    }

    fn write(&self, path: &str, text: &str) {
        let file = self.directory.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn change(&self, path: &str, diff: &str) {
        let lines = |sign: char| -> String {
            let lines = diff.lines().filter_map(|line| line.strip_prefix(sign));
            lines.fold(String::new(), |all, line| all + line + "\n")
        };
        let text = fs::read_to_string(self.directory.join(path)).unwrap();
        assert_eq!(text.matches(&lines('-')).count(), 1, "{path}: {}", lines('-'));
        self.write(path, &text.replace(&lines('-'), &lines('+')));
    }
}

/// A console as it is, for the one that is shown.
fn replay(desk: &mut Desk, shown: &str) -> String {
    let mut played = String::new();
    for block in format!("\n{shown}").split("\n$ ").skip(1) {
        let command = block.lines().next().unwrap_or_default();
        let _ = write!(played, "$ {command}\n{}", desk.run(command));
    }
    played
}

/// Follows a page to its end, at a new desk below each heading where `anew` says so; the page as it ought to be.
fn follow(page: &str, anew: bool) -> String {
    let mut desk = Desk::new();
    let mut followed = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("```") {
        if anew && before.contains("\n## ") {
            desk = Desk::new();
        }
        let (info, after) = after.split_once('\n').unwrap();
        let (text, after) = after.split_once("```\n").unwrap();
        let path = info.split_once(" path=").map(|(_, path)| path);
        let text = match (info, path) {
            ("console", _) => replay(&mut desk, text),
            (_, Some(path)) if info.starts_with("diff ") => {
                desk.change(path, text);
                text.to_owned()
            }
            (_, Some(path)) => {
                desk.write(path, text);
                text.to_owned()
            }
            _ => text.to_owned(),
        };
        let _ = write!(followed, "{before}```{info}\n{text}```\n");
        rest = after;
    }
    followed + rest
}

/// Holds a page against what following it shows.
fn hold(name: &str, anew: bool) {
    if !git::is_here() {
        return;
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/src").join(name);
    let page = fs::read_to_string(&file).unwrap();
    let followed = follow(&page, anew);
    if std::env::var_os("ARCHDOC_BLESS").is_some_and(|value| value == "1") {
        fs::write(file, followed).unwrap();
        return;
    }
    assert!(page == followed, "ARCHDOC_BLESS=1 cargo test followed rewrites {name}:\n{followed}");
}

#[test]
fn the_tutorial_prints_what_it_shows() {
    hold("tutorial.md", false);
}

#[test]
fn each_recipe_prints_what_it_shows() {
    hold("recipes.md", true);
}
