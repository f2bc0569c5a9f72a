//! `[rules]`: which finding weighs how much at which stage of a document.

use std::collections::BTreeMap;

use super::ConfigError;
use super::loose::Choice;
use super::raw::{RawLevels, RawStages};
use super::resolve::Resolver;
use judge::level::{Level, StageLevels};
use judge::level_settings::{Forced, LevelRules};
use judge::registry;
use readers::settings::What;
use readers::settings::places::KeyPath;
use text::word::Word;
use text::wording::{listed, nearest};

/// What other tools call a level, by the word for it here.
const OTHER_LEVELS: [(&str, &[&str]); 3] = [
    ("deny", &["error", "forbid", "fail", "fatal", "failure"]),
    ("warn", &["warning", "notice"]),
    ("allow", &["off", "ignore", "none", "disable", "disabled", "skip"]),
];

impl Resolver {
    pub(super) fn rules(&mut self, at: &KeyPath, raw: BTreeMap<String, RawLevels>) -> LevelRules {
        let mut rules = LevelRules::default();
        for (name, levels) in raw {
            let at = at.key(&name);
            let names = || registry::names().chain([Forced::WARNINGS]);
            match names().find(|known| *known == name) {
                Some(known) => {
                    rules.0.insert(known, self.levels(&at, levels));
                }
                None => self.unknown_key(&at, What::Rule, names().collect()),
            }
        }
        rules
    }

    fn levels(&mut self, at: &KeyPath, raw: RawLevels) -> StageLevels {
        match raw {
            RawLevels::Always(level) => StageLevels::always(self.level(at, Some(level))),
            RawLevels::Stages(stages) => {
                let RawStages { draft, review, final_ } = *stages;
                StageLevels {
                    draft: self.level(&at.key("draft"), draft),
                    review: self.level(&at.key("review"), review),
                    final_: self.level(&at.key("final"), final_),
                }
            }
        }
    }

    /// A level; another word stops everything: whoever wrote `error` must not take a warning for it.
    fn level(&mut self, at: &KeyPath, choice: Option<Choice<Level>>) -> Option<Level> {
        let word = match choice? {
            Choice::Known(level) => return Some(level),
            Choice::Unknown(word) => word,
        };
        let lower = word.trim().to_lowercase();
        let other = OTHER_LEVELS.iter().find(|(_, others)| others.contains(&&*lower));
        let near = other.map(|(level, _)| *level).or_else(|| nearest(&lower, Level::all()));
        let problem = format!("expected {}, found the string \"{word}\"", listed(&Level::all()));
        let hint = near.map(|near| format!("write `{near}`"));
        let error = ConfigError::new(at, problem, self.places.value(at));
        self.wrong.push(ConfigError { hint, ..error });
        None
    }
}
