//! `[preprocessor.archdoc]` as it is written.
//!
//! The comments on these fields are the reference that `docs/src/configuration.md` gives at length.
//! mdBook's own keys of the table ([`MDBOOK_KEYS`]) are not here: mdBook reads them.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use super::loose::{Choice, Count, Flag, Name, Text, Texts};
use judge::level::Level;
use readers::settings::{
    AdrChapters, ChangeLogColumn, ChangeLogOrder, FrontMatter, Missing, RecordForm, Unwritten,
};
use words::Stage;
use words::date::Order;

pub(super) use readers::settings::preprocessors::MDBOOK_KEYS;

/// `[preprocessor.archdoc]`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(default, rename_all = "kebab-case", expecting = "a table")]
pub(super) struct RawSettings {
    /// What a chapter shows where a section is missing: `skeleton` (default), `note` or `hide`.
    pub(super) missing: Option<Choice<Missing>>,
    /// What a chapter shows where a heading is there and its section is empty or as the template had it:
    /// the `mark` of missing sections, or `leave` the text as it is; default `mark`, and `leave` with
    /// `missing = "hide"`.
    pub(super) unwritten: Option<Choice<Unwritten>>,
    /// What becomes of the front matter of chapters that are neither bound to a template nor decision records:
    /// `leave` (default) it to mdBook, or `strip` it and show its title where the chapter has no heading of
    /// level one.
    pub(super) front_matter: Option<Choice<FrontMatter>>,
    /// The level of a rule or of a group of rules: `allow`, `warn`, `deny`, or a table of levels for
    /// the stages `draft`, `review` and `final`.
    pub(super) rules: BTreeMap<String, RawLevels>,
    /// Whether what a final document still lacks is denied; default `false`: it is a warning.
    pub(super) strict: Option<Flag>,
    /// The directory of your own templates, relative to the book's root.
    pub(super) template_dir: Option<Name>,
    /// The file of findings that are known already, relative to the book's root;
    /// `check --write-baseline` writes it.
    pub(super) baseline: Option<Name>,
    /// The day that counts as today, `YYYY-MM-DD`; default: `SOURCE_DATE_EPOCH`, then the clock.
    pub(super) as_of: Option<Text>,
    /// Your own words for a document's status, each with `draft`, `review` or `final`.
    pub(super) status_words: BTreeMap<String, Choice<Stage>>,
    /// Whether headings that arrive through `{{#include}}` count; default `true`.
    pub(super) resolve_includes: Option<Flag>,
    /// Which comes first in a date such as `04/09/2023` that no other date beside it settles: `day-first` or
    /// `month-first`; default: it is left open, and told.
    pub(super) dates: Option<Choice<Order>>,
    /// The language of what is put on pages, and of the headings that are shown and filled in for missing
    /// sections, where a page's own headings show none: a tag such as `de`; default: `book.language`.
    pub(super) language: Option<Name>,
    /// When a text counts as older than the code that it describes.
    pub(super) stale: RawStale,
    /// Whether items with ids must be linked: `true` for the usual links, a list of links, or a table.
    pub(super) trace: Option<RawTrace>,
    /// How decision records are found and shown.
    pub(super) adr: RawAdr,
    /// What change logs show where the directive does not say otherwise.
    pub(super) change_log: RawChangeLog,
    /// Chapters that are bound to a template without a directive.
    pub(super) documents: Vec<RawDocument>,
    /// Levels for some paths; the last entry that fits wins.
    pub(super) overrides: Vec<RawOverride>,
}

/// `[preprocessor.archdoc.stale]`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(default, rename_all = "kebab-case", expecting = "a table")]
pub(super) struct RawStale {
    /// How many days the newest change of the code must lie after the text; default `90`.
    pub(super) days: Option<Count>,
    /// How many commits must have changed the code after the text; default `5`.
    pub(super) commits: Option<Count>,
}

/// `[preprocessor.archdoc.adr]`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(default, rename_all = "kebab-case", expecting = "a table")]
pub(super) struct RawAdr {
    /// Directories or patterns of decision records; default: directories of the usual names.
    pub(super) paths: Option<Texts>,
    /// Which records become chapters: those `listed` in `SUMMARY.md`, or all, `nested` below the chapter of
    /// the index; default: `listed` in the source directory, and `nested` outside of it.
    pub(super) chapters: Option<Choice<AdrChapters>>,
    /// Whether `ADR-12` in running text becomes a link; default `false`.
    pub(super) link_references: Option<Flag>,
    /// The form of all records, with the sections it asks for (and Nygard's status): `nygard`, `madr` or
    /// `madr-minimal`.
    pub(super) form: Option<Choice<RecordForm>>,
    /// What your team asks of its records; where several fit one, the last that says something of a matter counts.
    pub(super) conventions: Vec<RawConvention>,
    /// Your own status words, each with the status it stands for.
    pub(super) statuses: BTreeMap<String, Name>,
    /// Whether a record's chapter begins with its status; default `true`.
    pub(super) banner: Option<Flag>,
    /// How many words of an accepted record may be spelt differently before `accepted-changed` tells it; default
    /// `10`.
    pub(super) typos: Option<Count>,
}

/// `[[preprocessor.archdoc.adr.conventions]]`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(default, rename_all = "kebab-case", expecting = "a table")]
pub(super) struct RawConvention {
    /// The records: paths or patterns, relative to the source directory or to the book's root; default: all.
    pub(super) paths: Option<Texts>,
    /// A form with the sections it asks for (and Nygard's status): `nygard`, `madr` or `madr-minimal`. The keys
    /// below count before it, and an empty list of theirs asks for nothing.
    pub(super) form: Option<Choice<RecordForm>>,
    /// The words that a status may be.
    pub(super) allowed_statuses: Option<Texts>,
    /// The labels that a record in force must fill in, as front matter, a line, a row or a section.
    pub(super) required_fields: Option<Texts>,
    /// The columns that one of its tables must have.
    pub(super) required_columns: Option<Texts>,
    /// The headings that a decided record must have.
    pub(super) required_sections: Option<Texts>,
    /// How its file is called: `{number:4}-{slug}.md`.
    pub(super) file_name: Option<Text>,
}

/// `[preprocessor.archdoc.change-log]`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(default, rename_all = "kebab-case", expecting = "a table")]
pub(super) struct RawChangeLog {
    /// Which entry comes first: `newest` (default) or `oldest`.
    pub(super) order: Option<Choice<ChangeLogOrder>>,
    /// How many entries are shown; default: all.
    pub(super) limit: Option<Count>,
    /// The columns from left to right: `date`, `version`, `author`, `changes`.
    pub(super) columns: Option<Vec<Choice<ChangeLogColumn>>>,
    /// What entries are read from: `table` (default), `front-matter`, `git`, `file:PATH`.
    pub(super) source: Option<Texts>,
}

/// `[[preprocessor.archdoc.documents]]`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(default, rename_all = "kebab-case", expecting = "a table")]
pub(super) struct RawDocument {
    /// The chapters: paths or patterns, relative to the source directory or to the book's root.
    pub(super) paths: Option<Texts>,
    /// How often they are to be reviewed where they do not say so themselves: `6 months`, `quarterly`.
    pub(super) review_every: Option<Text>,
    /// The code that they describe: paths or patterns from the top of the repository.
    pub(super) describes: Option<Texts>,
    /// The template they are bound to.
    pub(super) template: Option<Name>,
    /// Their status where the text states none: `draft`, `review` or `final`.
    pub(super) status: Option<Choice<Stage>>,
    /// The name of the one document that all of them make up, where each chapter has its file.
    pub(super) doc: Option<Text>,
    /// The id of the template's section that the chapters are, in such a document.
    pub(super) part: Option<Text>,
    /// The template's parameters.
    pub(super) params: BTreeMap<String, Text>,
}

/// `[[preprocessor.archdoc.overrides]]`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(default, rename_all = "kebab-case", expecting = "a table")]
pub(super) struct RawOverride {
    /// The files: paths or patterns, relative to the source directory or to the book's root.
    pub(super) paths: Option<Texts>,
    /// As the general `rules`.
    pub(super) rules: BTreeMap<String, RawLevels>,
}

/// One level, or one for each stage.
#[derive(Debug)]
pub(super) enum RawLevels {
    Always(Choice<Level>),
    Stages(Box<RawStages>),
}

/// Levels by the stage of the document.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(default, expecting = "a table")]
pub(super) struct RawStages {
    /// While it is being written; also where nothing is stated.
    pub(super) draft: Option<Choice<Level>>,
    /// While it is being reviewed.
    pub(super) review: Option<Choice<Level>>,
    /// Once it counts.
    #[serde(rename = "final")]
    pub(super) final_: Option<Choice<Level>>,
}

impl<'de> Deserialize<'de> for RawLevels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LevelsVisitor)
    }
}

struct LevelsVisitor;

impl<'de> Visitor<'de> for LevelsVisitor {
    type Value = RawLevels;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a level (`allow`, `warn` or `deny`), or a table of levels by stage")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<RawLevels, E> {
        Choice::deserialize(serde::de::value::StrDeserializer::new(word)).map(RawLevels::Always)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawLevels, A::Error> {
        let stages = RawStages::deserialize(MapAccessDeserializer::new(map))?;
        Ok(RawLevels::Stages(Box::new(stages)))
    }
}

/// `true`, the links, or a table.
#[derive(Debug)]
pub(super) enum RawTrace {
    Flag(bool),
    Links(Texts),
    Table(RawTraceTable),
}

/// `[preprocessor.archdoc.trace]`.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(default, rename_all = "kebab-case", expecting = "a table")]
pub(super) struct RawTraceTable {
    /// The links that every item must have: `quality-goal -> quality-scenario`; default: the usual ones, each as soon
    /// as half of its items have it.
    pub(super) links: Option<Texts>,
    /// How you write ids, beside forms such as `QG-1`: `GOAL_{number}`, `{letters}.{number}`.
    pub(super) ids: Option<Texts>,
}

impl<'de> Deserialize<'de> for RawTrace {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TraceVisitor)
    }
}

struct TraceVisitor;

impl<'de> Visitor<'de> for TraceVisitor {
    type Value = RawTrace;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "`true` or `false`, a list of links such as `decision -> quality-goal`, or a table",
        )
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<RawTrace, E> {
        Ok(RawTrace::Flag(flag))
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<RawTrace, E> {
        match word.trim().parse() {
            Ok(flag) => Ok(RawTrace::Flag(flag)),
            Err(_) => Texts::deserialize(word.into_deserializer()).map(RawTrace::Links),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<RawTrace, A::Error> {
        Texts::deserialize(SeqAccessDeserializer::new(list)).map(RawTrace::Links)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawTrace, A::Error> {
        RawTraceTable::deserialize(MapAccessDeserializer::new(map)).map(RawTrace::Table)
    }
}
