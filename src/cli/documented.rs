//! What the documentation tells people to type can be typed.

use std::fs;
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use clap::error::ErrorKind;

use super::Cli;

const PROGRAM: &str = "mdbook-archdoc";

/// The files below a directory that people copy commands from.
fn texts(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        let shows = ["md", "yml", "yaml", "json"].map(Some);
        if path.is_dir() {
            texts(&path, found);
        } else if shows.contains(&path.extension().and_then(|extension| extension.to_str())) {
            found.push(path);
        }
    }
}

/// The command of ours that a line of a shell or of a CI file runs.
fn command(line: &str) -> Option<&str> {
    const BEFORE: [&str; 7] = ["$ ", "- ", "run: ", "script: ", "entry: ", "if ! ", "RUN "];
    let mut line = line.trim_start();
    while let Some(rest) = BEFORE.iter().find_map(|before| line.strip_prefix(before)) {
        line = rest;
    }
    let ours = line == PROGRAM || line.starts_with(&format!("{PROGRAM} "));
    let end =
        [" > ", " | ", " || ", "; ", " && ", "  "].iter().filter_map(|end| line.find(end)).min();
    ours.then(|| &line[..end.unwrap_or(line.len())])
}

/// The lines of a text that are a console's or a program's.
fn lines(text: &str, fenced: bool) -> impl Iterator<Item = (usize, &str)> {
    const CONSOLES: [&str; 5] = ["console", "sh", "bash", "yaml", "dockerfile"];
    let mut inside = !fenced;
    (1..).zip(text.lines()).filter(move |(_, line)| match line.trim_start().strip_prefix("```") {
        Some(info) if fenced => {
            let kind = info.trim_start_matches('`').split(' ').next().unwrap_or_default();
            inside = CONSOLES.contains(&kind);
            false
        }
        _ => inside,
    })
}

#[test]
fn every_command_that_the_documentation_shows_is_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = ["README.md", "CONTRIBUTING.md", "action.yml", ".pre-commit-hooks.yaml"];
    let mut files: Vec<_> = names.into_iter().map(|name| root.join(name)).collect();
    texts(&root.join("docs/src"), &mut files);
    texts(&root.join("crates/judge/pages"), &mut files);
    let (mut seen, mut wrong) = (0, Vec::new());
    for file in files.iter().filter(|file| file.exists()) {
        let text = fs::read_to_string(file).unwrap();
        let fenced = file.extension().is_some_and(|extension| extension == "md");
        for (number, line) in lines(&text, fenced) {
            let Some(command) = command(line) else { continue };
            seen += 1;
            let words = shlex::split(command).unwrap_or_default();
            // What a hook runs gets its files from its `args`.
            let ends_later = line.trim_start().starts_with("entry: ");
            if let Err(error) = Cli::command().try_get_matches_from(&words)
                && error.use_stderr()
                && !(ends_later && error.kind() == ErrorKind::MissingRequiredArgument)
            {
                wrong.push(format!("{}:{number}: {command}\n{error}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 40, "only {seen} commands were found");
}

/// Beyond this clap breaks a line, wherever it is.
const WIDTH: usize = 100;

fn too_wide(command: &clap::Command, found: &mut Vec<String>) {
    let text = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    found.extend(text.lines().filter(|line| line.chars().count() > WIDTH).map(str::to_owned));
    command.get_subcommands().for_each(|inner| too_wide(inner, found));
}

#[test]
fn what_help_says_below_the_options_is_broken_nowhere() {
    let mut found = Vec::new();
    too_wide(&Cli::command(), &mut found);
    assert!(found.is_empty(), "{found:#?}");
}
