//! Which level a rule has in a book: by its name, its group, the document's stage and its path.

use std::collections::BTreeMap;

use readers::settings::paths::PathSet;
use words::Stage;

use crate::level::{Level, StageLevels};
use crate::rule::Rule;

/// One `rules` table: levels by the name of a rule, of a group, or [`Forced::WARNINGS`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelRules(pub BTreeMap<&'static str, StageLevels>);

impl LevelRules {
    /// The level for a rule at a stage, when this table says one: the rule's name beats its group.
    fn level(&self, rule: &Rule, stage: Stage) -> Option<Level> {
        let find = |name| self.0.get(name).and_then(|levels| levels.at(stage));
        find(rule.name).or_else(|| find(rule.group.name()))
    }

    /// The level of what would be a warning and is not named.
    fn of_warnings(&self, stage: Stage) -> Option<Level> {
        self.0.get(Forced::WARNINGS).and_then(|levels| levels.at(stage))
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

    /// A level for the name of a rule, of a group, or [`Forced::WARNINGS`].
    pub const fn new(name: &'static str, level: Level) -> Self {
        Self { name, level }
    }

    /// The level of a rule that had the level `before`.
    fn apply(self, rule: &Rule, before: Level) -> Level {
        let named = self.name == rule.name || self.name == rule.group.name();
        let warned = self.name == Self::WARNINGS && before == Level::Warn;
        if named || warned { self.level } else { before }
    }
}

/// Levels for some paths.
#[derive(Clone, Debug)]
pub struct Override {
    /// Which files.
    pub paths: PathSet,
    /// Their levels.
    pub rules: LevelRules,
}

/// All that decides about levels beside the rules themselves.
#[derive(Clone, Debug, Default)]
pub struct LevelSettings {
    /// Levels by rule and by group.
    pub rules: LevelRules,
    /// Whether what a final document lacks is denied by default.
    pub strict: bool,
    /// `[[preprocessor.archdoc.overrides]]`, in order: the last one that fits a path wins.
    pub overrides: Vec<Override>,
    /// Levels from the command line, in order; they beat all others.
    pub forced: Vec<Forced>,
    /// The stage at which every document is judged, whatever it says itself.
    pub assumed_stage: Option<Stage>,
}

impl LevelSettings {
    /// Whether a rule may be reported anywhere, so that what it needs has to be read.
    pub fn may_report(&self, rule: &Rule) -> bool {
        let raises = |levels: &StageLevels| {
            [levels.draft, levels.review, levels.final_]
                .iter()
                .any(|level| *level > Some(Level::Allow))
        };
        let stages = [Stage::Draft, Stage::Review, Stage::Final];
        let named = |rules: &LevelRules| {
            [rule.name, rule.group.name()].iter().any(|name| rules.0.get(name).is_some_and(raises))
        };
        stages.iter().any(|&stage| self.level(rule, "", "", stage) > Level::Allow)
            || self.overrides.iter().any(|entry| named(&entry.rules))
    }

    /// The level of a rule for a finding in `file` (as findings name it) of a book with the source
    /// directory `src`, in a document at `stage`.
    ///
    /// Of the overrides whose paths fit, the last one that names the rule or its group decides; then
    /// the general table; then the rule's own default, and where that is a warning the level of all
    /// `warnings`. What was given on the command line is applied
    /// to that, one after the other.
    pub fn level(&self, rule: &Rule, file: &str, src: &str, stage: Stage) -> Level {
        let fitting =
            || self.overrides.iter().rev().filter(|entry| entry.paths.contains_in_book(file, src));
        let tables = || fitting().map(|entry| &entry.rules).chain([&self.rules]);
        let configured = tables().find_map(|rules| rules.level(rule, stage)).unwrap_or_else(|| {
            let level = self.default_level(rule, stage);
            let mut warned = tables().filter_map(|rules| rules.of_warnings(stage));
            if level == Level::Warn { warned.next().unwrap_or(level) } else { level }
        });
        self.forced.iter().fold(configured, |level, forced| forced.apply(rule, level))
    }

    fn default_level(&self, rule: &Rule, stage: Stage) -> Level {
        match stage {
            Stage::Final if self.strict => rule.levels.strict,
            _ => rule.levels.stages.at(stage),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::level::Levels;
    use crate::rule::Group;
    use readers::settings::paths::PathSet;

    const RULE: Rule = Rule {
        name: "missing-section",
        group: Group::Sections,
        levels: Levels::always(Level::Warn),
        summary: "",
        page: "",
    };

    fn table<const N: usize>(entries: [(&'static str, StageLevels); N]) -> LevelRules {
        LevelRules(entries.into())
    }

    #[test]
    fn the_name_beats_the_group_and_the_group_the_default() {
        let mut settings = LevelSettings::default();
        let level =
            |settings: &LevelSettings, stage| settings.level(&RULE, "src/a.md", "src", stage);
        assert_eq!(level(&settings, Stage::Draft), Level::Warn);

        let draft_only = StageLevels { draft: Some(Level::Allow), ..StageLevels::default() };
        settings.rules = table([
            ("sections", StageLevels::always(Some(Level::Deny))),
            ("missing-section", draft_only),
        ]);
        assert_eq!(level(&settings, Stage::Draft), Level::Allow);
        assert_eq!(level(&settings, Stage::Final), Level::Deny);
    }

    #[test]
    fn all_warnings_are_what_nobody_names() {
        let mut settings = LevelSettings {
            rules: table([("warnings", StageLevels::always(Some(Level::Deny)))]),
            ..LevelSettings::default()
        };
        let level = |settings: &LevelSettings, rule| settings.level(rule, "a.md", "", Stage::Draft);
        let allowed = Rule { levels: Levels::always(Level::Allow), ..RULE };
        assert_eq!(level(&settings, &RULE), Level::Deny);
        assert_eq!(level(&settings, &allowed), Level::Allow);
        settings.rules.0.insert("sections", StageLevels::always(Some(Level::Warn)));
        assert_eq!(level(&settings, &RULE), Level::Warn);
    }

    #[test]
    fn a_strict_book_denies_what_a_final_document_owes() {
        let owed = Rule { levels: Levels::owed(Level::Warn, Level::Warn), ..RULE };
        let strict = LevelSettings { strict: true, ..LevelSettings::default() };
        let level = |settings: &LevelSettings, rule, stage| settings.level(rule, "a.md", "", stage);
        assert_eq!(level(&LevelSettings::default(), &owed, Stage::Final), Level::Warn);
        assert_eq!(level(&strict, &owed, Stage::Review), Level::Warn);
        assert_eq!(level(&strict, &owed, Stage::Final), Level::Deny);
        assert_eq!(level(&strict, &RULE, Stage::Final), Level::Warn);
    }

    #[test]
    fn the_command_line_comes_last_and_its_last_word_wins() {
        let level = |forced: &[(&'static str, Level)]| {
            let forced = forced.iter().map(|&(name, level)| Forced { name, level });
            let settings = LevelSettings { forced: forced.collect(), ..LevelSettings::default() };
            settings.level(&RULE, "src/a.md", "src", Stage::Draft)
        };
        assert_eq!(level(&[("warnings", Level::Deny)]), Level::Deny);
        assert_eq!(level(&[("warnings", Level::Deny), ("sections", Level::Warn)]), Level::Warn);
        assert_eq!(level(&[("sections", Level::Allow), ("warnings", Level::Deny)]), Level::Allow);
        assert_eq!(level(&[("adr", Level::Deny)]), Level::Warn);
    }

    #[test]
    fn the_last_override_that_fits_wins() {
        let overriding = |path: &str, level| Override {
            paths: PathSet::new([path.to_owned()]),
            rules: table([("sections", StageLevels::always(Some(level)))]),
        };
        let settings = LevelSettings {
            overrides: vec![
                overriding("**/*.md", Level::Deny),
                overriding("services", Level::Allow),
            ],
            ..LevelSettings::default()
        };
        let level = |file| settings.level(&RULE, file, "src", Stage::Draft);
        assert_eq!(level("src/services/a.md"), Level::Allow);
        assert_eq!(level("src/a.md"), Level::Deny);
        assert_eq!(level("book.toml"), Level::Warn);
    }
}
