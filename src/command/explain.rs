//! `explain`: a rule's page, the one that the guide shows.

use judge::registry::{self, find, rules};
use judge::rule::{Group, Rule};
use text::wording::{nearest, plural};

use super::error::{Result, refused};
use super::exit::Exit;
use super::stdout_bytes;
use crate::report::wrap::columns;
use crate::terminal;

/// Prints the page of a rule, or one line for each: of a group, or of all.
pub(super) fn run(name: Option<&str>) -> Result<Exit> {
    let Some(name) = name else {
        stdout_bytes(list().as_bytes())?;
        return Ok(Exit::Clean);
    };
    if let Some(group) = Group::ALL.into_iter().find(|group| group.name() == name) {
        stdout_bytes(of_group(group).as_bytes())?;
        return Ok(Exit::Clean);
    }
    let Some(rule) = find(name) else {
        let help = match nearest(name, registry::names()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`mdbook-archdoc explain` lists all of them".to_owned(),
        };
        return Err(refused(format!("there is no rule or group `{name}`; {help}")));
    };
    stdout_bytes(rule.page.as_bytes())?;
    Ok(Exit::Clean)
}

/// The rules of a group, with the lines that set its level.
fn of_group(group: Group) -> String {
    let name = group.name();
    let all: Vec<&Rule> = rules().filter(|rule| rule.group == group).collect();
    let rules = lines(&all);
    let level = format!("rules.{name} = \"warn\"");
    format!(
        "The group `{name}`, of {}:\n\n{rules}\nA level for all of them: `{level}`, or `check -W {name}`.\n",
        plural(all.len(), "rule", "rules")
    )
}

fn list() -> String {
    lines(&rules().collect::<Vec<_>>())
}

/// A line for each.
fn lines(rules: &[&Rule]) -> String {
    let rows: Vec<(&str, &str)> = rules.iter().map(|rule| (rule.name, rule.summary)).collect();
    columns(&rows, terminal::stdout_width())
}
