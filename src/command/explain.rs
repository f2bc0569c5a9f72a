//! `explain`: a rule's page, the one that the guide shows.

use std::process::ExitCode;

use anyhow::{Result, bail};
use mdbook_archdoc::diagnostic::nearest;
use mdbook_archdoc::rule::Rule;
use mdbook_archdoc::rule::registry::{RULES, find};

use super::write_stdout;

/// Prints the page of a rule, or one line for each of them.
pub(super) fn run(name: Option<&str>) -> Result<ExitCode> {
    let Some(name) = name else {
        write_stdout(list().as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    };
    let Some(rule) = find(name) else {
        match nearest(name, RULES.iter().map(|rule| rule.name)) {
            Some(near) => bail!("there is no rule `{name}`; did you mean `{near}`?"),
            None => bail!("there is no rule `{name}`; `mdbook-archdoc explain` lists all of them"),
        }
    };
    write_stdout(rule.page.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn list() -> String {
    let widest = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let line = |rule: &&Rule| format!("{:widest$}  {}", rule.name, rule.summary);
    RULES.iter().map(line).collect::<Vec<_>>().join("\n") + "\n"
}
