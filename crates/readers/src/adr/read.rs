//! From a parsed file, or a section of one, to a record.

use std::collections::BTreeSet;

use crate::record_path;
use text::link;
use text::markdown::Document;
use text::source::{Source, Span};

use super::assemble::Reader;
use super::format::Part;
use super::id::Id;
use super::links::links;
use super::name::{Name, is_type_word};
use super::no_record;
use super::proposal;
use super::record::{Origin, Record};
use super::sections;
use super::status::OwnWords;
use super::template_file::{self, Named};
use super::variant;
use crate::settings::is_adr_directory;
use words::{Reference, Vocabulary, fold};

/// What a file turned out to be.
#[derive(Debug)]
pub enum Reading {
    /// A decision record.
    Record(Box<Record>),
    /// A log: several records, each a section with all that a record has.
    Log(Vec<Record>),
    /// Not meant to be one.
    Aside(Aside),
    /// It lies where records lie, and nothing in it says what was decided.
    NotUnderstood,
}

impl Reading {
    /// The record, where the file is one.
    pub fn record(self) -> Option<Record> {
        match self {
            Self::Record(record) => Some(*record),
            Self::Log(_) | Self::Aside(_) | Self::NotUnderstood => None,
        }
    }
}

/// Why a file could not be understood.
pub const NOT_UNDERSTOOD: &str = "no number, no status and no section of a decision";

/// Files that lie among records and are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// The page of the directory, an index.
    Index,
    /// A page that a program writes, as a copy of what it has elsewhere.
    Generated,
    /// A pointer to where a record has moved.
    Moved,
    /// What new records are copied from.
    Template,
    /// It lies beside records and is none: it speaks of them, or of anything else.
    Attached,
    /// A backup, a frozen version or an input of tests, by its path.
    Copy,
    /// Several decisions, none with a number that it is cited by.
    Log,
    /// It has nothing of a decision, and lies in a directory of documents.
    Document,
}

impl Aside {
    /// As words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Index => "an index",
            Self::Generated => "a page that a program writes, and none of the records",
            Self::Moved => "a pointer to where the record has moved",
            Self::Template => "a template",
            Self::Attached => "a page beside the records, and none of them",
            Self::Copy => "a backup, a frozen version or an input of tests, by its path",
            Self::Log => "a log of several decisions, which have no numbers",
            Self::Document => NOT_UNDERSTOOD,
        }
    }
}

/// Reads a file that lies where decision records lie. `path` names it, with forward slashes.
pub fn read(document: &Document, path: &str, own: &OwnWords) -> Reading {
    let stem = record_path::stem(path);
    let name = Name::of(stem);
    let named = template_file::named(&name, stem);
    if named == Some(Named::Surely) || template_file::lies_among_others(path) {
        return Reading::Aside(Aside::Template);
    }
    let index = link::is_directory_page(path) && name.id.is_none() || is_index(stem);
    let sections = 0..document.outline.sections.len();
    let record = Reader::new(document, path, name, sections, own).record();
    if let Some(records) = logged(document, &record, own) {
        return Reading::Log(records);
    }
    if record.id.is_none() && known_parts(&record, 2) < 2 && sections::is_unnumbered_log(document) {
        return Reading::Aside(Aside::Log);
    }
    let own = || {
        let page = link::is_directory_page(path);
        is_whole(document, &record, path)
            || is_proposal(document, path)
            || !page && is_decided(&record) && !lists(document, path)
    };
    if (index || no_record::is_index(document, &record)) && !own() || is_for_agents(stem) {
        return Reading::Aside(Aside::Index);
    }
    if no_record::is_generated(document, &record) && !own() {
        return Reading::Aside(Aside::Generated);
    }
    if template_file::is_one(&record, stem, named) {
        return Reading::Aside(Aside::Template);
    }
    if no_record::is_pointer(document, &record, path) {
        return Reading::Aside(Aside::Moved);
    }
    if is_record(&record) { Reading::Record(Box::new(record)) } else { Reading::NotUnderstood }
}

/// A record as it is in another text of its file; none where that does not have it.
pub fn reread(record: &Record, text: &str, own: &OwnWords) -> Option<Record> {
    let document = Document::parse(&Source::new(record.source.path(), text));
    if record.anchor.is_some() {
        let records = sections::records(&document, &record.path, own);
        return records.into_iter().find(|new| new.is(record));
    }
    read(&document, &record.path, own).record()
}

/// The records of a file that is a log of them: sections with numbers, of which at least two state a status or
/// have parts of their own, under a heading that has no such parts itself.
fn logged(document: &Document, file: &Record, own: &OwnWords) -> Option<Vec<Record>> {
    const FEWEST: usize = 2;
    let has_parts = known_parts(file, 2) >= FEWEST;
    // `Decision 1: Use X` is called as a part of a record is, so the name of a log says more where the file has no
    // number. Any other record may number what it decides: `D-1`.
    let titled = document.outline.sections.first().is_some_and(|one| one.heading == file.heading);
    let is_numbered = Name::of_path(&file.path).id.is_some() || titled && file.id.is_some();
    // One that says how it stands and has the parts of a record is one: "Record architecture decisions".
    let is_one = has_parts && (is_numbered || sections::states_itself(document));
    let may_be_log = sections::is_called_a_log(document, file) && !is_one;
    if let Some(log) = may_be_log.then(|| sections::log(document, &file.path, own)).flatten() {
        return Some(log);
    }
    // Where entries are titles, each has those parts itself.
    if has_parts && !sections::has_several_titles(document, &file.path) {
        return None;
    }
    let found = sections::named_with_parts(document, &file.path, own);
    // What has a number and a status of its own is told of nowhere else.
    let says_nothing = file.status.is_none() && Name::of_path(&file.path).id.is_none();
    let whole = |(record, parts): &&(Record, usize)| {
        let has_parts = says_nothing && *parts >= FEWEST;
        record.status.is_some() || known_parts(record, u8::MAX) >= FEWEST || has_parts
    };
    let ids = found.iter().filter(whole).filter_map(|(record, _)| record.folded_id());
    let is_log = ids.collect::<BTreeSet<Id>>().len() >= FEWEST;
    // A guide has an example of one.
    let is_only = || match &found[..] {
        [(record, parts)] => {
            let called_so = sections::is_called_a_log(document, file);
            says_nothing && called_so && *parts > 0 && is_stated(record)
        }
        _ => false,
    };
    (is_log || is_only()).then(|| found.into_iter().map(|(record, _)| record).collect())
}

/// How many of a record's sections, down to a level, are parts that records have.
fn known_parts(record: &Record, deepest: u8) -> usize {
    let known = record.sections.iter().filter(|section| section.part.is_some());
    known.filter(|section| section.level <= deepest).count()
}

/// Whether the page of a directory is a record itself, and no index: it has a status under a label, the context and
/// what was decided, or the parts of a proposal.
fn is_whole(document: &Document, record: &Record, path: &str) -> bool {
    let has = |part| record.sections.iter().any(|section| section.part == Some(part));
    let labelled = record
        .states
        .iter()
        .any(|state| state.value.doubt.is_none() && state.origin != Origin::Section);
    link::is_directory_page(path)
        && !is_adr_directory(link::file_name(link::directory(path)))
        && labelled
        && (has(Part::Context) && (has(Part::Decision) || has(Part::Outcome))
            || has(Part::Motivation) && has(Part::Proposal))
        && !lists(document, path)
}

/// Whether a page has a status that is known and a section for what was decided, whatever it is called.
fn is_decided(record: &Record) -> bool {
    is_stated(record)
        && record.sections.iter().any(|section| section.part.is_some_and(Part::is_decision))
}

/// Whether the page of a directory is a proposal by its front matter, and no index of others.
fn is_proposal(document: &Document, path: &str) -> bool {
    link::is_directory_page(path)
        && document.front_matter.as_ref().is_some_and(proposal::is_stated)
        && !is_adr_directory(link::file_name(link::directory(path)))
        && !lists(document, path)
}

/// Whether the page of a directory leads to numbered files in it: an index of them, whatever it says itself.
fn lists(document: &Document, path: &str) -> bool {
    const FEWEST: usize = 2;
    let home = link::directory(path);
    let all = links(document, Span::new(0, document.source.text().len()));
    let files = all.iter().filter_map(|link| link::resolve(home, &link.target));
    let numbered = files.filter(|file| {
        let number = || Name::of_path(file).id?.number();
        record_path::home(file) == home && file != path && number().is_some()
    });
    numbered.collect::<BTreeSet<String>>().len() >= FEWEST
}

/// Whether a file's name says that it is a decision record, or the template of them, wherever it lies:
/// `adr-012-use-a-log.md`, `adr-template.md`.
pub fn is_named_record(path: &str) -> bool {
    let stem = record_path::stem(path);
    let rest = stem.get(..3).filter(|word| word.eq_ignore_ascii_case("adr")).map(|_| &stem[3..]);
    let Some(rest) = rest else { return false };
    let number = rest.trim_start_matches(['-', '_', ' ', '.']);
    number.starts_with(|c: char| c.is_ascii_digit()) && !names_several(number)
        || number.len() < rest.len() && template_file::named(&Name::of(stem), stem).is_some()
}

/// Whether a name goes on with another number that has noughts as the first has: `0048-0138-gaps`.
fn names_several(number: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(number);
    let second = number[first..].strip_prefix(['-', '_']).unwrap_or_default();
    let is_padded = number.starts_with('0') && second.starts_with('0');
    first > 3 && is_padded && digits(second) == first && second[..first] > number[..first]
}

/// Whether a file is a decision record by its name or its directory's, whatever stands in it.
pub fn is_meant(file: &str) -> bool {
    file.split('/').any(is_adr_directory) || is_named_record(file)
}

/// A number, or enough of what makes a record: a known status or two of its sections; without a title both a status and
/// a section for the decision.
fn is_record(record: &Record) -> bool {
    let parts = record.sections.iter().filter(|section| section.part.is_some()).count();
    let stated = is_stated(record);
    record.id.is_some() || record.title.is_some() && (stated || parts >= 2) || is_decided(record)
}

/// Whether it states a status that is known.
fn is_stated(record: &Record) -> bool {
    record.states.iter().any(|state| state.value.doubt.is_none())
}

/// `index`, `adr-list`, `overview`.
///
/// In another language as well: `README.ja`, `README-pt_BR`.
pub(super) fn is_index(stem: &str) -> bool {
    const NAMES: [&str; 9] = [
        "readme",
        "index",
        "summary",
        "toc",
        "changelog",
        "contributing",
        "adrindex",
        "overview",
        "adrlist",
    ];
    let known = Vocabulary::known();
    // A name that begins with a number says more than its word.
    let in_words =
        |name: &str| name.starts_with(char::is_alphabetic) && known.is(Reference::Index, name);
    let is_one = |name: &str| fold::is_one_of(name, &NAMES) || in_words(name);
    // `00_ADR_INDEX` stands before the first.
    let name = stem.trim_start_matches(['0', '-', '_', ' ', '.']);
    // `DECISION-INDEX`
    if name.rsplit_once(['-', '_']).is_some_and(|(of, last)| is_type_word(of) && is_one(last)) {
        return true;
    }
    let mut ends = name.match_indices(['.', '-', '_']);
    is_one(name) || ends.any(|(at, _)| is_one(&name[..at]) && variant::is_language(&name[at + 1..]))
}

/// Instructions for programs that write in a directory (<https://agents.md>).
pub(crate) fn is_for_agents(stem: &str) -> bool {
    ["AGENTS", "CLAUDE", "GEMINI"].contains(&stem)
}
