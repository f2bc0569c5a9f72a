//! The configuration as the rest of the program uses it: every default filled in, every word known.

mod adr;
mod change_log;
mod convention;
pub mod env;
mod file_name;
mod id_form;
pub mod paths;
pub mod places;
pub mod preprocessors;
mod today;
mod trace;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::settings::paths::PathSet;
use crate::settings::places::{KeyPath, Places};
use text::words;
use words::date::{Order, Period};
use words::{Language, Stage};

pub use adr::{
    ADR_DIRECTORIES, ADR_STATUSES, AdrChapters, AdrSettings, adr_directory_of, is_adr_directory,
};
pub use change_log::{ChangeLogColumn, ChangeLogOrder, ChangeLogSettings, ChangeLogSource};
pub use convention::{Asked, Convention, RecordForm};
pub use file_name::{FileName, PLACEHOLDERS};
pub use id_form::{Fit, ID_PARTS, IdForm};
pub use today::today;
pub use trace::{Chain, Chains, DECISION, TraceSettings, is_kind};

/// `[preprocessor.archdoc]` with every default filled in.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What a chapter shows where a section is missing.
    pub missing: Missing,
    /// What a chapter shows where a heading is there and its section is not written; none where that
    /// follows from `missing`.
    pub unwritten: Option<Unwritten>,
    /// What becomes of the front matter of chapters that are bound to nothing.
    pub front_matter: FrontMatter,
    /// The directory of the book's own templates, relative to the book's root.
    pub template_dir: Option<String>,
    /// The file of findings that are known already, relative to the book's root.
    pub baseline: Option<String>,
    /// The day that counts as today, for builds that can be repeated.
    pub as_of: Option<Date>,
    /// Own words for a document's stage, in lower case.
    pub status_words: BTreeMap<String, Stage>,
    /// The files that somebody named on the command line, as findings name them: their logs are looked at
    /// though nothing in them asks for it.
    pub named: Vec<String>,
    /// What rules want to know of git's history.
    pub git: GitSettings,
    /// When a text counts as older than the code that it describes.
    pub stale: StaleSettings,
    /// What is asked of items with ids.
    pub trace: TraceSettings,
    /// Whether `{{#include}}` is followed when looking for sections.
    pub resolve_includes: bool,
    /// Which comes first in a date that can be read in two ways and that no other beside it settles.
    pub dates: Option<Order>,
    /// The language of headings that are written where the document's own headings show none.
    pub language: Option<Language>,
    /// `[preprocessor.archdoc.adr]`.
    pub adr: AdrSettings,
    /// `[preprocessor.archdoc.change-log]`.
    pub change_log: ChangeLogSettings,
    /// `[[preprocessor.archdoc.documents]]`, in order.
    pub documents: Vec<DocumentSettings>,
    /// Every list of paths of texts in the table, with the key that holds it.
    pub patterns: Vec<(KeyPath, PathSet)>,
    /// Every list of paths of code, with the key that holds it.
    pub code: Vec<(KeyPath, PathSet)>,
    /// What was not understood; the rule `unknown-config` words it.
    pub unknown: Vec<Unknown>,
    /// Where each key stands, for findings about a setting.
    pub places: Places,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            missing: Missing::Skeleton,
            unwritten: None,
            front_matter: FrontMatter::Leave,
            template_dir: None,
            baseline: None,
            as_of: None,
            status_words: BTreeMap::new(),
            named: Vec::new(),
            git: GitSettings::default(),
            stale: StaleSettings::default(),
            trace: TraceSettings::default(),
            resolve_includes: true,
            dates: None,
            language: None,
            adr: AdrSettings::default(),
            change_log: ChangeLogSettings::default(),
            documents: Vec::new(),
            patterns: Vec::new(),
            code: Vec::new(),
            unknown: Vec::new(),
            places: Places::default(),
        }
    }
}

/// What a chapter shows where a section of its template is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The heading at its place with its guidance, marked as unwritten.
    Skeleton,
    /// One compact note for all of them.
    Note,
    /// Nothing; findings only.
    Hide,
}

/// What a chapter shows where a heading is there and its section is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritten {
    /// The mark of missing sections, with what the template left inside it.
    Mark,
    /// The text as it is.
    Leave,
}

/// What becomes of front matter that nobody else hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrontMatter {
    /// mdBook shows it, as a rule and a heading.
    Leave,
    /// It is no part of the page; its title is shown where the chapter has no other.
    Strip,
}

words!(FrontMatter { "leave" => Leave, "strip" => Strip });

words!(Unwritten { "mark" => Mark, "leave" => Leave });

words!(Missing { "skeleton" => Skeleton, "note" => Note, "hide" => Hide });

/// Chapters that are bound to a template without a directive.
#[derive(Clone, Debug)]
pub struct DocumentSettings {
    /// Which chapters.
    pub paths: PathSet,
    /// The template's name.
    pub template: Option<String>,
    /// Their stage, where the text does not state one.
    pub status: Option<Stage>,
    /// The name of the one document that they make up together.
    pub doc: Option<String>,
    /// The id of the template's section that they are in it.
    pub part: Option<String>,
    /// The template's parameters.
    pub params: BTreeMap<String, String>,
    /// How often they are to be reviewed where they do not say so themselves, with the words for it.
    pub review_every: Option<(Period, String)>,
    /// The code that they describe, from the top of the repository; empty where nothing is said.
    pub describes: PathSet,
}

/// What rules want to know of git's history, beside what directives show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GitSettings {
    /// When chapters changed.
    pub chapters: bool,
    /// When the code changed that a text describes.
    pub code: bool,
    /// What files are called now to which links lead.
    pub renames: bool,
}

/// When a text counts as older than the code that it describes: both must be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaleSettings {
    /// Days from the text's last change to the newest change of the code.
    pub days: i32,
    /// Commits that changed the code after the text.
    pub commits: usize,
}

impl Default for StaleSettings {
    fn default() -> Self {
        Self { days: 90, commits: 5 }
    }
}

/// A key, word or entry of the configuration that means nothing.
#[derive(Clone, Debug)]
pub struct Unknown {
    /// The key as it is written, below `preprocessor.archdoc`: `adr.banner`.
    pub key: String,
    /// The word that is not known: the key's last part, or its value.
    pub word: String,
    /// What it was taken for.
    pub what: What,
    /// What could have stood there.
    pub candidates: Vec<&'static str>,
    /// Where it stands.
    pub origin: crate::settings::places::Origin,
}

/// What an unknown word was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The name of a setting.
    Key,
    /// The name of a rule or a group.
    Rule,
    /// A value.
    Value,
    /// Not a word but its absence: the entry `key` needs the key `word`.
    Absent,
    /// A path without a letter, in the list `key`.
    Empty,
    /// A path that counts from the machine's root, in the list `key`.
    Elsewhere,
}
