//! Which level a rule has: by its name, its group, the document's stage and its path.

use std::collections::BTreeMap;

use super::{Group, Levels, Rule, registry};
use crate::config::Settings;
use crate::diagnostic::Level;

/// How far a document is. What a draft may lack, a final document may not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Being written; also where nothing is stated.
    #[default]
    Draft,
    /// Being reviewed.
    Review,
    /// It counts.
    Final,
}

impl Levels {
    /// The level at one stage.
    pub const fn at(self, stage: Stage) -> Level {
        match stage {
            Stage::Draft => self.draft,
            Stage::Review => self.review,
            Stage::Final => self.final_,
        }
    }
}

/// Levels as configured: a stage that is not named keeps what it had.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StageLevels {
    /// For drafts.
    pub draft: Option<Level>,
    /// For documents under review.
    pub review: Option<Level>,
    /// For final documents.
    pub final_: Option<Level>,
}

impl StageLevels {
    /// The same level at every stage.
    pub const fn always(level: Level) -> Self {
        Self { draft: Some(level), review: Some(level), final_: Some(level) }
    }

    const fn at(self, stage: Stage) -> Option<Level> {
        match stage {
            Stage::Draft => self.draft,
            Stage::Review => self.review,
            Stage::Final => self.final_,
        }
    }
}

/// One `rules` table: levels by the name of a rule or of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelRules(pub BTreeMap<&'static str, StageLevels>);

impl LevelRules {
    /// The level for a rule at a stage, when this table says one: the rule's name beats its group.
    fn level(&self, rule: &Rule, stage: Stage) -> Option<Level> {
        let find = |name| self.0.get(name).and_then(|levels| levels.at(stage));
        find(rule.name).or_else(|| find(rule.group.name()))
    }
}

/// A level from the command line, which beats every configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forced {
    /// A rule, a group, or [`Forced::WARNINGS`].
    name: &'static str,
    level: Level,
}

impl Forced {
    /// Everything that would be a warning.
    pub const WARNINGS: &'static str = "warnings";

    /// All words that can be given a level.
    pub fn words() -> impl Iterator<Item = &'static str> {
        let rules = registry::RULES.iter().map(|rule| rule.name);
        let groups = Group::ALL.iter().map(|group| group.name());
        rules.chain(groups).chain([Self::WARNINGS])
    }

    /// A level for a word; none for a word that is not known.
    pub fn new(word: &str, level: Level) -> Option<Self> {
        let name = Self::words().find(|known| *known == word)?;
        Some(Self { name, level })
    }

    /// The level of a rule that had the level `before`.
    fn apply(self, rule: &Rule, before: Level) -> Level {
        let named = self.name == rule.name || self.name == rule.group.name();
        let warned = self.name == Self::WARNINGS && before == Level::Warn;
        if named || warned { self.level } else { before }
    }
}

impl Settings {
    /// The level of a rule for a finding in `file` (as findings name it) of a book with the source
    /// directory `src`, in a document at `stage`.
    ///
    /// Of the overrides whose paths fit, the last one that names the rule or its group decides; then
    /// the general table; then the rule's own default. What was given on the command line is applied
    /// to that, one after the other.
    pub fn level(&self, rule: &Rule, file: &str, src: &str, stage: Stage) -> Level {
        let configured = self
            .overrides
            .iter()
            .rev()
            .filter(|entry| entry.paths.contains_in_book(file, src))
            .find_map(|entry| entry.rules.level(rule, stage))
            .or_else(|| self.rules.level(rule, stage))
            .unwrap_or_else(|| rule.levels.at(stage));
        self.forced.iter().fold(configured, |level, forced| forced.apply(rule, level))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Override, PathSet};
    use crate::rule::Group;

    const RULE: Rule = Rule {
        name: "missing-section",
        group: Group::Sections,
        levels: Levels::always(Level::Warn),
        summary: "",
        page: "",
        check: |_, _| {},
    };

    fn table<const N: usize>(entries: [(&'static str, StageLevels); N]) -> LevelRules {
        LevelRules(entries.into())
    }

    #[test]
    fn the_name_beats_the_group_and_the_group_the_default() {
        let mut settings = Settings::default();
        let level = |settings: &Settings, stage| settings.level(&RULE, "src/a.md", "src", stage);
        assert_eq!(level(&settings, Stage::Draft), Level::Warn);

        let draft_only = StageLevels { draft: Some(Level::Allow), ..StageLevels::default() };
        settings.rules = table([
            ("sections", StageLevels::always(Level::Deny)),
            ("missing-section", draft_only),
        ]);
        assert_eq!(level(&settings, Stage::Draft), Level::Allow);
        assert_eq!(level(&settings, Stage::Final), Level::Deny);
    }

    #[test]
    fn the_command_line_comes_last_and_its_last_word_wins() {
        let level = |forced: &[(&'static str, Level)]| {
            let forced = forced.iter().map(|&(name, level)| Forced { name, level });
            let settings = Settings { forced: forced.collect(), ..Settings::default() };
            settings.level(&RULE, "src/a.md", "src", Stage::Draft)
        };
        assert_eq!(level(&[("warnings", Level::Deny)]), Level::Deny);
        assert_eq!(level(&[("warnings", Level::Deny), ("sections", Level::Warn)]), Level::Warn);
        assert_eq!(level(&[("sections", Level::Allow), ("warnings", Level::Deny)]), Level::Allow);
        assert_eq!(level(&[("adr", Level::Deny)]), Level::Warn);
        assert!(Forced::new("warnings", Level::Deny).is_some());
        assert!(Forced::new("missing", Level::Deny).is_none());
    }

    #[test]
    fn the_last_override_that_fits_wins() {
        let overriding = |path: &str, level| Override {
            paths: PathSet::new([path.to_owned()]),
            rules: table([("sections", StageLevels::always(level))]),
        };
        let settings = Settings {
            overrides: vec![
                overriding("**/*.md", Level::Deny),
                overriding("services", Level::Allow),
            ],
            ..Settings::default()
        };
        let level = |file| settings.level(&RULE, file, "src", Stage::Draft);
        assert_eq!(level("src/services/a.md"), Level::Allow);
        assert_eq!(level("src/a.md"), Level::Deny);
        assert_eq!(level("book.toml"), Level::Warn);
    }
}
