//! `unknown-config`: a key or word of the configuration that means nothing.

use crate::finding::Finding;
use crate::level::Level;
use crate::level::Levels;
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;
use readers::settings::places::KeyPath;
use readers::settings::{Unknown, What};
use text::source::Place;
use text::wording::listed;
use text::wording::nearest;

pub static RULE: Rule = Rule {
    name: "unknown-config",
    group: Group::Config,
    levels: Levels::always(Level::Warn),
    summary: "A key or value of the configuration is not known and has no effect.",
    page: include_str!("../../pages/unknown-config.md"),
};

/// More words than these are not listed in a help.
const MAX_LISTED: usize = 8;

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    findings.extend(analysis.settings.unknown.iter().map(finding));
    if analysis.templates.is_absent() {
        findings.push(no_templates(analysis));
    }
}

fn no_templates(analysis: &Analysis<'_>) -> Finding {
    let settings = analysis.settings;
    let origin = settings.places.value(&KeyPath::from(["template-dir"]));
    let directory = settings.template_dir.as_deref().unwrap_or_default();
    let message = format!("there is no directory `{directory}`, and `template-dir` has no effect");
    let finding = Finding::new(&RULE, origin.place, message)
        .help("name a directory relative to that of `book.toml`, or remove the key");
    match origin.variable {
        Some(variable) => finding.label("not here: set in the environment").note(format!(
            "the environment variable `{variable}` sets `preprocessor.archdoc.template-dir`"
        )),
        None => finding,
    }
}

/// What is said of one of them.
pub fn finding(unknown: &Unknown) -> Finding {
    let Unknown { key, word, what, candidates, origin } = unknown;
    let message = match what {
        What::Key => format!("unknown key `{key}` has no effect"),
        What::Rule => format!("unknown rule `{word}` has no effect"),
        What::Value => format!("unknown value `{word}` for `{key}` has no effect"),
        What::Absent => format!("`{key}` has no `{word}` and therefore no effect"),
    };
    let mut finding = Finding::new(&RULE, origin.place.clone(), message);
    let near = nearest(word, candidates.iter().copied());
    if let Some(near) = near {
        finding = finding.help(format!("did you mean `{near}`?"));
    } else if (1..=MAX_LISTED).contains(&candidates.len()) {
        finding = finding.help(format!("write {}", listed(candidates)));
    }
    match (&origin.variable, near) {
        (Some(variable), _) => finding.label("not here: set in the environment").note(format!(
            "the environment variable `{variable}` sets `preprocessor.archdoc.{key}`"
        )),
        (None, Some(near)) => finding.edit(origin.place.clone(), respelt(&origin.place, near)),
        (None, None) => finding,
    }
}

/// The right word in the quotes that the wrong one has.
fn respelt(place: &Place, word: &str) -> String {
    match place.text().chars().next() {
        Some(quote @ ('"' | '\'')) => format!("{quote}{word}{quote}"),
        _ => word.to_owned(),
    }
}
