//! `adr-broken-link`: a link of a decision record to a file or a heading that is not there.

use std::collections::HashMap;

use readers::adr::Record;
use readers::adr::id::Id;
use readers::adr::name::{self, Name};
use readers::analysis::Analysis;
use readers::dead_link::{DeadLink, Fault, Owner};
use readers::record_path;
use text::link;

use crate::evidence::dead_link::{self, Suggestion};
use crate::evidence::namesakes::Namesakes;
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};

pub static RULE: Rule = Rule {
    name: "adr-broken-link",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A link of a decision record leads nowhere.",
    page: include_str!("../../pages/adr-broken-link.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    if analysis.dead_links.is_empty() {
        return;
    }
    let names = Names::of(analysis);
    for dead in analysis.dead_links.iter().filter(|dead| dead.owner == Owner::Record) {
        let own = &dead.file;
        let meant = |file: &str| {
            let (other, by) = names.meant(file).filter(|(other, _)| other.path != *own)?;
            let (way, why) = (link::relative(link::directory(own), &other.path), by.why());
            // Elsewhere a text of another kind may be called so: `../design/009-use-x.md`.
            let beside = || link::directory(file) == link::directory(&other.path);
            let certain = by != By::Number && (by != By::Words || beside());
            Some(Suggestion { way, why, certain })
        };
        let finding = dead_link::finding(&RULE, dead, meant);
        findings.push(match names.holder(dead) {
            Some((number, holder)) => {
                finding.note(format!("{number} is `{}` today", link::file_name(&holder.path)))
            }
            None => finding,
        });
    }
}

/// What a record's file has in common with one that is not there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Name,
    Prefix,
    Words,
    Digits,
    Number,
}

impl By {
    fn why(self) -> &'static str {
        match self {
            Self::Name => "a record of this name lies elsewhere",
            Self::Prefix => "a record of this number and these words is written otherwise",
            Self::Words => "a record with these words in its name has another number",
            Self::Digits => "the record's number is written otherwise",
            Self::Number => "a record with this number has another name",
        }
    }
}

/// The records by the parts of their files' names; series and words in lower case.
#[derive(Default)]
struct Names<'a> {
    stems: HashMap<&'a str, Namesakes<'a>>,
    words: HashMap<(String, String), Namesakes<'a>>,
    /// The first that has a number, which means something in its own directory only.
    numbers: HashMap<(&'a str, String, Id), &'a Record>,
}

impl<'a> Names<'a> {
    fn of(analysis: &'a Analysis<'_>) -> Self {
        let mut names = Self::default();
        let records = analysis.records.entries.iter().map(|entry| &entry.record);
        for record in records.filter(|record| record.anchor.is_none()) {
            let stem = record_path::stem(&record.path);
            let Name { prefix, slug, id, .. } = Name::of(stem);
            let series = || series(prefix);
            names.stems.entry(stem).or_default().add(record);
            if !slug.is_empty() {
                let words = (series(), slug.to_ascii_lowercase());
                names.words.entry(words).or_default().add(record);
            }
            if let Some(id) = id {
                let here = link::directory(&record.path);
                names.numbers.entry((here, series(), id)).or_insert(record);
            }
        }
        names
    }

    /// The record that a link to a file that is not there most likely means: the words of its name
    /// count before its number, and a series is not another one.
    fn meant(&self, file: &str) -> Option<(&'a Record, By)> {
        let stem = record_path::stem(file);
        let Name { prefix, slug, .. } = Name::of(stem);
        if let Some(moved) = self.stems.get(stem).and_then(|all| distinct(all, file)) {
            return Some((moved, By::Name));
        }
        let words = (series(prefix), slug.to_ascii_lowercase());
        if let Some(other) = self.words.get(&words).and_then(|all| distinct(all, file)) {
            let same = Name::of_path(&other.path).id == Name::of(stem).id;
            return Some((other, if same { By::Prefix } else { By::Words }));
        }
        let renamed = self.numbered(file)?;
        // `adr-5.md` and `adr-05.md` have nothing but the number; `rfc-5.md` is another document.
        let own = Name::of(record_path::stem(&renamed.path));
        if slug.is_empty() && own.slug.is_empty() && prefix.eq_ignore_ascii_case(own.prefix) {
            return Some((renamed, By::Digits));
        }
        shares_a_word(slug, renamed).then_some((renamed, By::Number))
    }

    /// The record of the same directory, series and number.
    fn numbered(&self, file: &str) -> Option<&'a Record> {
        let Name { prefix, id, .. } = Name::of_path(file);
        self.numbers.get(&(link::directory(file), series(prefix), id?)).copied()
    }

    /// The number of a link that leads nowhere, with the record that has it and must not be meant.
    fn holder(&self, dead: &DeadLink) -> Option<(u64, &'a Record)> {
        let Fault::NoFile { file, .. } = &dead.fault else { return None };
        if self.meant(file).is_some() {
            return None;
        }
        let number = Name::of_path(file).id?.number()?;
        Some((number, self.numbered(file)?))
    }
}

/// Of the records with a name the one that a link to a file means: the only one, where the name says what it is about,
/// else the only one whose directory is called as the file's is. `design.md` says nothing.
fn distinct<'a>(named: &Namesakes<'a>, file: &str) -> Option<&'a Record> {
    let is_telling = || dead_link::is_telling(&format!("{}.md", record_path::stem(file)));
    named.only().filter(|_| is_telling()).or_else(|| named.beside(file))
}

/// What stands before a number, in lower case; nothing where that only says that it is a record.
fn series(prefix: &str) -> String {
    let words = prefix.split(['-', '_', ' ', '.']).filter(|word| !word.is_empty());
    if words.clone().all(name::is_type_word) { String::new() } else { prefix.to_ascii_lowercase() }
}

/// Whether the words of a name speak of the same as a record's: one that says something stands in both.
fn shares_a_word(slug: &str, record: &Record) -> bool {
    const SHORTEST: usize = 4;
    const EMPTY: [&str; 6] = ["using", "with", "from", "into", "adopt", "choose"];
    let words = |slug: &str| -> Vec<String> {
        let words = slug.split(['-', '_', ' ', '.']).map(str::to_lowercase);
        words.filter(|word| word.chars().count() >= SHORTEST && !EMPTY.contains(&&**word)).collect()
    };
    let own = words(Name::of_path(&record.path).slug);
    words(slug).iter().any(|word| own.contains(word))
}
