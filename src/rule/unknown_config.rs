//! `unknown-config`: a key or word of the configuration that means nothing.

use super::{Group, Levels, Rule};
use crate::analysis::Analysis;
use crate::config::word::listed;
use crate::config::{Unknown, What};
use crate::diagnostic::{Finding, Level, nearest};
use crate::source::Place;

/// The rule.
pub static RULE: Rule = Rule {
    name: "unknown-config",
    group: Group::Config,
    levels: Levels::always(Level::Warn),
    summary: "A key or value of the configuration is not known and has no effect.",
    page: include_str!("../../docs/src/rules/unknown-config.md"),
    check,
};

/// More words than these are not listed in a help.
const MAX_LISTED: usize = 8;

fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    findings.extend(analysis.settings.unknown.iter().map(finding));
}

fn finding(unknown: &Unknown) -> Finding {
    let Unknown { key, word, what, candidates, origin } = unknown;
    let message = match what {
        What::Key => format!("unknown key `{key}` has no effect"),
        What::Rule => format!("unknown rule `{word}` has no effect"),
        What::Value => format!("unknown value `{word}` for `{key}` has no effect"),
        What::Absent => format!("`{key}` has no `{word}` and therefore no effect"),
    };
    let mut finding = Finding::new(RULE.name, origin.place.clone(), message);
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::config::{Environment, Places, Settings};
    use crate::source::Source;

    fn findings(toml: &str, config: &serde_json::Value, environment: Environment) -> Vec<Finding> {
        let places = Places::new(Some(Source::new("book.toml", toml)), environment);
        let settings = Settings::read(Some(config), places).expect("good settings");
        settings.unknown.iter().map(finding).collect()
    }

    #[test]
    fn a_misspelt_value_is_mended_in_its_quotes() {
        let toml = "[preprocessor.archdoc]\nmissing = 'nte'\n";
        let config = json!({"missing": "nte"});
        let found = findings(toml, &config, Environment::default());
        assert_eq!(found[0].message, "unknown value `nte` for `missing` has no effect");
        assert_eq!(found[0].help.as_deref(), Some("did you mean `note`?"));
        assert_eq!(found[0].edits[0].text, "'note'");
        assert_eq!(found[0].edits[0].place.text(), "'nte'");
    }

    #[test]
    fn a_key_from_the_environment_names_the_variable() {
        let name = "MDBOOK_PREPROCESSOR__ARCHDOC__COLOUR".to_owned();
        let environment = Environment::new([(name, "red".to_owned())]);
        let config = json!({"colour": "red"});
        let found = findings("", &config, environment);
        assert_eq!(found[0].message, "unknown key `colour` has no effect");
        assert!(found[0].notes[0].contains("MDBOOK_PREPROCESSOR__ARCHDOC__COLOUR"));
        assert!(found[0].edits.is_empty());
    }
}
