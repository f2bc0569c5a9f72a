//! Where a reader of the guide types: beside a clone of this repository, with the program and mdBook on the path.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::fences;
use crate::harness;

/// What may say no with code 1, and has done its work.
const MAY_SAY_NO: [&str; 3] =
    ["mdbook-archdoc check", "mdbook-archdoc render --check", "mdbook-archdoc templates check"];

pub(super) struct Desk {
    /// Removes it all in the end.
    root: TempDir,
    /// The directory of the shell.
    directory: PathBuf,
}

impl Desk {
    /// With nothing on it.
    pub(super) fn empty() -> Self {
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

    /// Where the page about commands begins: in a copy of `examples/atlas`.
    pub(super) fn atlas() -> Self {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/src/commands/index.md");
        let page = fs::read_to_string(page).unwrap();
        let (_, console) = page.split_once("```console\n").unwrap();
        let (console, _) = console.split_once("```\n").unwrap();
        let mut desk = Self::empty();
        for (command, _) in fences::commands(console) {
            desk.run(command);
        }
        desk
    }

    /// What a command prints.
    pub(super) fn run(&mut self, command: &str) -> String {
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
            .envs(["GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"].map(|date| (date, "2026-03-09T12:00Z")))
            .env_remove("CLICOLOR_FORCE")
            .env_remove("COLUMNS") // the width of help
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        let no =
            output.status.code() == Some(1) && MAY_SAY_NO.iter().any(|it| command.contains(it));
        assert!(output.status.success() || no, "{command}\n{printed}");
        printed
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        let file = self.directory.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// The lines with `-` become those with `+`.
    pub(super) fn change(&self, path: &str, diff: &str) {
        let lines = |sign: char| -> String {
            let lines = diff.lines().filter_map(|line| line.strip_prefix(sign));
            lines.fold(String::new(), |all, line| all + line + "\n")
        };
        let text = fs::read_to_string(self.directory.join(path)).unwrap();
        assert_eq!(text.matches(&lines('-')).count(), 1, "{path}: {}", lines('-'));
        self.write(path, &text.replace(&lines('-'), &lines('+')));
    }
}
