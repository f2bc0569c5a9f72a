//! From what is written to [`Settings`]: defaults, known words, and a note of what is not known.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::loose::{Choice, Count, Name, Text};
use super::raw::{RawChangeLog, RawDocument, RawOverride, RawSettings, RawStale};
use super::{Config, ConfigError, keys};
use judge::level_settings::{LevelSettings, Override};
use judge::registry;
use readers::settings::paths::PathSet;
use readers::settings::places::{KeyPath, Places};
use readers::settings::{
    ChangeLogSettings, ChangeLogSource, DocumentSettings, GitSettings, Settings, StaleSettings,
    Unknown, What,
};
use text::word::Word;
use words::date::Period;
use words::{Language, date};

/// Gathers what is unknown while it resolves table after table.
pub(super) struct Resolver {
    pub places: Places,
    pub unknown: Vec<Unknown>,
    pub patterns: Vec<(KeyPath, PathSet)>,
    /// Those of code.
    pub code: Vec<(KeyPath, PathSet)>,
    /// The values with which the rest cannot be used.
    pub wrong: Vec<ConfigError>,
}

impl Resolver {
    pub(super) fn config(mut self, raw: RawSettings) -> Result<Config, ConfigError> {
        let defaults = Settings::default();
        let root = KeyPath::default();
        let as_of = self.date(&root.key("as-of"), raw.as_of);
        let adr = root.key("adr");
        let change_log = root.key("change-log");
        let levels = LevelSettings {
            rules: self.rules(&root.key("rules"), raw.rules),
            strict: raw.strict.is_some_and(|flag| flag.0),
            overrides: self.each(&root.key("overrides"), raw.overrides, Self::overriding),
            ..LevelSettings::default()
        };
        let settings = Settings {
            missing: self.choice(&root.key("missing"), raw.missing).unwrap_or(defaults.missing),
            unwritten: self.choice(&root.key("unwritten"), raw.unwritten),
            front_matter: self
                .choice(&root.key("front-matter"), raw.front_matter)
                .unwrap_or(defaults.front_matter),
            template_dir: raw.template_dir.map(|directory| directory.0),
            baseline: raw.baseline.map(|file| file.0),
            as_of,
            status_words: self.words(&root.key("status-words"), raw.status_words),
            resolve_includes: raw.resolve_includes.map_or(defaults.resolve_includes, |flag| flag.0),
            dates: self.choice(&root.key("dates"), raw.dates),
            language: self.language(&root.key("language"), raw.language),
            adr: self.adr(&adr, raw.adr),
            change_log: self.change_log(&change_log, raw.change_log),
            documents: self.each(&root.key("documents"), raw.documents, Self::document),
            named: Vec::new(),
            // A build is repeated with each word that its author writes, and does without.
            git: GitSettings { renames: false, ..registry::asked_of_git(&levels) },
            stale: stale(&raw.stale),
            trace: self.trace(&root.key("trace"), raw.trace),
            patterns: self.patterns,
            code: self.code,
            unknown: std::mem::take(&mut self.unknown),
            places: self.places,
        };
        match ConfigError::first_of(self.wrong) {
            Some(wrong) => Err(wrong),
            None => Ok(Config { settings, levels }),
        }
    }

    fn language(&mut self, at: &KeyPath, raw: Option<Name>) -> Option<Language> {
        let Name(tag) = raw?;
        let language = Language::from_tag(&tag);
        if language.is_none() {
            self.unknown_word(at, tag, Language::all().map(Language::tag).collect());
        }
        language
    }

    fn change_log(&mut self, at: &KeyPath, raw: RawChangeLog) -> ChangeLogSettings {
        let defaults = ChangeLogSettings::default();
        let columns = at.key("columns");
        let source = at.key("source");
        ChangeLogSettings {
            order: self.choice(&at.key("order"), raw.order).unwrap_or(defaults.order),
            limit: raw.limit.map(|limit| limit.0),
            columns: raw.columns.map_or(defaults.columns, |raw| {
                let each = |(index, choice)| self.choice(&columns.index(index), Some(choice));
                raw.into_iter().enumerate().filter_map(each).collect()
            }),
            source: raw.source.map_or(defaults.source, |raw| {
                let each = |(index, word)| self.source(&source.index(index), word);
                raw.0.into_iter().enumerate().filter_map(each).collect()
            }),
        }
    }

    fn source(&mut self, at: &KeyPath, word: String) -> Option<ChangeLogSource> {
        let source = ChangeLogSource::from_word(&word);
        if source.is_none() {
            self.unknown_word(at, word, ChangeLogSource::WORDS.to_vec());
        }
        source
    }

    fn document(&mut self, at: &KeyPath, raw: RawDocument) -> DocumentSettings {
        let says = raw.template.is_some() || raw.status.is_some() || raw.doc.is_some();
        if !says && raw.part.is_none() && raw.describes.is_none() {
            self.absent(at, "template");
        }
        DocumentSettings {
            paths: self.paths(at, raw.paths),
            template: raw.template.map(|template| template.0),
            status: self.choice(&at.key("status"), raw.status),
            doc: raw.doc.map(|doc| doc.0),
            part: raw.part.map(|part| part.0),
            params: raw.params.into_iter().map(|(name, value)| (name, value.0)).collect(),
            review_every: self.period(&at.key("review-every"), raw.review_every),
            describes: self.code(&at.key("describes"), raw.describes),
        }
    }

    fn period(&mut self, at: &KeyPath, raw: Option<Text>) -> Option<(Period, String)> {
        let Text(words) = raw?;
        let period = Period::read(&words);
        if period.is_none() {
            let problem =
                format!("expected a time such as `6 months` or `quarterly`, found `{words}`");
            let error = ConfigError::new(at, problem, self.places.value(at));
            self.wrong.push(error);
        }
        Some((period?, words))
    }

    fn overriding(&mut self, at: &KeyPath, raw: RawOverride) -> Override {
        Override {
            paths: self.paths(at, raw.paths),
            rules: self.rules(&at.key("rules"), raw.rules),
        }
    }

    pub(super) fn each<R, T>(
        &mut self,
        at: &KeyPath,
        raw: Vec<R>,
        resolve: impl Fn(&mut Self, &KeyPath, R) -> T,
    ) -> Vec<T> {
        let entries = raw.into_iter().enumerate();
        entries.map(|(index, entry)| resolve(self, &at.index(index), entry)).collect()
    }

    fn words<T: Word>(
        &mut self,
        at: &KeyPath,
        raw: BTreeMap<String, Choice<T>>,
    ) -> BTreeMap<String, T> {
        raw.into_iter()
            .filter_map(|(own, choice)| {
                let known = self.choice(&at.key(&own), Some(choice))?;
                Some((own.to_lowercase(), known))
            })
            .collect()
    }

    pub(super) fn choice<T: Word>(&mut self, at: &KeyPath, choice: Option<Choice<T>>) -> Option<T> {
        match choice? {
            Choice::Known(value) => Some(value),
            Choice::Unknown(word) => {
                self.unknown_word(at, word, T::all());
                None
            }
        }
    }

    fn date(&mut self, at: &KeyPath, raw: Option<Text>) -> Option<Date> {
        let Text(text) = raw?;
        let date = date::day(&text);
        if date.is_none() {
            let problem = format!("expected a date such as `2026-01-31`, found `{text}`");
            self.wrong.push(ConfigError::new(at, problem, self.places.value(at)));
        }
        date
    }

    /// Notes a key that its table does not have.
    pub(super) fn unknown_key(&mut self, at: &KeyPath, what: What, candidates: Vec<&'static str>) {
        let origin = self.places.key(at);
        self.unknown.push(Unknown {
            key: at.to_string(),
            word: at.last().to_owned(),
            what,
            candidates,
            origin,
        });
    }

    pub(super) fn absent(&mut self, at: &KeyPath, key: &'static str) {
        self.unknown.push(Unknown {
            key: at.to_string(),
            word: key.to_owned(),
            what: What::Absent,
            candidates: Vec::new(),
            origin: self.places.key(at),
        });
    }

    pub(super) fn unknown_word(
        &mut self,
        at: &KeyPath,
        word: String,
        candidates: Vec<&'static str>,
    ) {
        let origin = self.places.value(at);
        self.unknown.push(Unknown {
            key: at.to_string(),
            word,
            what: What::Value,
            candidates,
            origin,
        });
    }
}

fn stale(raw: &RawStale) -> StaleSettings {
    let defaults = StaleSettings::default();
    StaleSettings {
        days: raw.days.map_or(defaults.days, |Count(days)| days.try_into().unwrap_or(i32::MAX)),
        commits: raw.commits.map_or(defaults.commits, |Count(commits)| commits),
    }
}

/// The keys that were passed over, as far as they are not mdBook's.
pub(super) fn note_ignored(resolver: &mut Resolver, ignored: Vec<KeyPath>) {
    for path in ignored {
        let candidates = keys::siblings(&path);
        resolver.unknown_key(&path, What::Key, candidates);
    }
}
