//! Our binary as a person or a CI job runs it.

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Our binary, with nothing in the environment that the test did not put there.
pub(crate) fn archdoc(directory: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mdbook-archdoc"));
    command.args(arguments).current_dir(directory).stdin(Stdio::null());
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"] {
        command.env_remove(variable);
    }
    command
}

/// What it printed, and how it ended.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

pub(crate) fn run(directory: &Path, arguments: &[&str]) -> Ran {
    archdoc(directory, arguments).output().unwrap().into()
}

/// The findings of a rule, a line each.
pub(crate) fn findings_of(directory: &Path, rule: &str) -> Vec<String> {
    let ran = run(directory, &["check", "--format", "short"]);
    let rule = format!("[{rule}]");
    ran.stdout.lines().filter(|line| line.contains(&rule)).map(str::to_owned).collect()
}
