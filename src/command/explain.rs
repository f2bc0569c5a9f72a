//! `explain`: a rule's page, the one that the guide shows.

use std::process::ExitCode;

use anyhow::{Result, bail};
use judge::registry::{find, rules};
use judge::rule::Rule;
use text::wording::nearest;

use super::write_stdout;

/// Prints the page of a rule, or one line for each of them.
pub(super) fn run(name: Option<&str>) -> Result<ExitCode> {
    let Some(name) = name else {
        write_stdout(list().as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    };
    let Some(rule) = find(name) else {
        match nearest(name, rules().map(|rule| rule.name)) {
            Some(near) => bail!("there is no rule `{name}`; did you mean `{near}`?"),
            None => bail!("there is no rule `{name}`; `mdbook-archdoc explain` lists all of them"),
        }
    };
    write_stdout(rule.page.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn list() -> String {
    let widest = rules().map(|rule| rule.name.len()).max().unwrap_or(0);
    let line = |rule: &'static Rule| format!("{:widest$}  {}", rule.name, rule.summary);
    rules().map(line).collect::<Vec<_>>().join("\n") + "\n"
}
