//! How the records of a directory say things: which word, which sign, which language, one side or both.

use std::collections::BTreeMap;

use readers::adr::naming::Naming;
use readers::adr::status::{self, at_start};
use readers::adr::succession::sign;
use readers::adr::{Id, OwnWords, Record, RelationKind, Status, Target, relation_key, spoken};
use text::compose;
use text::compose::Inline;
use text::link::{decoded, directory, relative, resolve};
use text::wording::{capitalized, uncapitalized};
use words::date::{self, Date};
use words::{Label, Language, Part, Relation, Vocabulary, wording_or_english};

use super::RecordError;
use super::day::Shape;
use super::reference::Reference;

/// The habits of a directory's records.
#[derive(Debug)]
pub(super) struct Style<'a> {
    records: &'a [Record],
    /// The team's template, read as a record: an example of the form.
    template: Option<Record>,
    naming: Naming,
    language: Option<Language>,
}

impl<'a> Style<'a> {
    /// The habits of the records in a directory of this name, whose template reads so.
    pub(super) fn of(records: &'a [Record], directory: &str, template: Option<Record>) -> Self {
        let naming = Naming::of(records, directory);
        Self { records, template, naming, language: spoken::language(records) }
    }

    /// The language of most records.
    pub(super) const fn language(&self) -> Option<Language> {
        self.language
    }

    /// A word as most records write it where they have it: the same word otherwise spelt, or their own for a
    /// status with its usual name or a word of another language. What nobody reads as a status is none.
    pub(super) fn status(
        &self,
        wanted: &str,
        own: &OwnWords,
    ) -> Result<(String, Status), RecordError> {
        let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
        let wanted = wanted.trim();
        let known = at_start(wanted, own).filter(|&(_, len)| len == wanted.len());
        let spelt = self.usual(|_, word| same(word, wanted));
        let Some((status, _)) = known else {
            // A word that the team uses and that means nothing to us.
            let used = |word: &String| (word.clone(), Status::Other);
            return spelt.as_ref().map(used).ok_or_else(|| unknown(wanted));
        };
        if let Some(spelt) = spelt {
            return Ok((spelt, status));
        }
        let is_name = same(wanted, status.name()) || same(wanted, &status.name().replace('-', " "));
        let is_foreign = self.is_foreign(wanted);
        let theirs = self.usual(|other, word| other == status && !self.is_foreign(word));
        let theirs = theirs.filter(|_| is_name || is_foreign);
        let translated = || {
            let meaning = words::Status::ALL.iter().find(|one| Status::from(**one) == status);
            let other = self.language.filter(|language| is_foreign || language.tag() != "en");
            let other = other.filter(|_| !self.has_foreign_words());
            let word = Vocabulary::wording(*meaning.filter(|_| is_name || is_foreign)?, other?)?;
            Some(word.to_owned())
        };
        if let Some(theirs) = theirs {
            return Ok((theirs, status));
        }
        Ok((self.cased(&translated().unwrap_or_else(|| wanted.to_owned())), status))
    }

    /// The word alone for a record that another took the place of.
    pub(super) fn superseded(&self, own: &OwnWords) -> String {
        // A closed list: <https://github.com/kubernetes/enhancements/tree/master/keps>.
        const OF_KEPS: [&str; 2] = ["provisional", "implementable"];
        let is_kep =
            |_: Status, word: &str| OF_KEPS.iter().any(|known| word.eq_ignore_ascii_case(known));
        let name = if self.usual(is_kep).is_some() { "replaced" } else { "superseded" };
        let known = self.status(name, own);
        known.map_or_else(|_| capitalized(name), |(word, _)| word)
    }

    /// A record as the front matter of others names it; `link` is how their text does.
    pub(super) fn value(&self, number: Option<u64>, path: &str, link: &str) -> String {
        let all = self.records.iter().chain(&self.template);
        let forms = all.flat_map(|record| Reference::of_record(record, self.records));
        let usual = || Reference::usual(self.naming.word(), self.naming.digits().unwrap_or(1));
        commonest(forms).unwrap_or_else(usual).write(number, path, link)
    }

    /// The key of the front matter that names records of a kind, where the team has one.
    pub(super) fn key(&self, kind: RelationKind) -> Option<String> {
        relation_key(self.records, self.template.as_ref(), kind)
    }

    /// Whether a word is known, and no word of the directory's language.
    fn is_foreign(&self, word: &str) -> bool {
        let known = Vocabulary::known().whole::<words::Status>(word);
        known.zip(self.language).is_some_and(|(known, own)| !known.languages.contains(own))
    }

    /// A word with capitals as most records have them in theirs.
    fn cased(&self, word: &str) -> String {
        let words: Vec<&str> = self.words().collect();
        let most =
            |has: fn(&str) -> bool| words.iter().filter(|word| has(word)).count() * 2 > words.len();
        let is_upper = |word: &str| word.len() > 1 && !word.contains(char::is_lowercase);
        if most(is_upper) {
            word.to_uppercase()
        } else if most(|word| word.starts_with(char::is_lowercase)) {
            uncapitalized(word)
        } else {
            capitalized(word)
        }
    }

    /// The words that the records have for their status.
    fn words(&self) -> impl Iterator<Item = &'a str> {
        let word = |record: &'a Record| {
            let status = record.status.as_ref()?;
            Some(record.source.slice(status.span)).filter(|word| !word.is_empty())
        };
        self.records.iter().filter_map(word)
    }

    /// Whether most records have their status in words of another language than their text.
    fn has_foreign_words(&self) -> bool {
        let foreign = self.words().filter(|word| self.is_foreign(word)).count();
        foreign * 2 > self.words().count()
    }

    /// The status of a new record, with the team's sign for it.
    pub(super) fn new_status(&self, name: &str, own: &OwnWords) -> String {
        let is_proposed = name == Status::Proposed.name();
        let name = if is_proposed && self.begins_as_draft() { Status::Draft.name() } else { name };
        let known = self.status(name, own);
        let (word, status) = known.unwrap_or_else(|_| (capitalized(name), Status::Proposed));
        let sign = self.sign(status);
        if sign.is_empty() { word } else { format!("{sign} {word}") }
    }

    /// A day before a status, where most records have one there: `2024-03-15 `.
    pub(super) fn before_status(&self, day: Date) -> String {
        let dated = |record: &&Record| {
            let Some(status) = &record.status else { return false };
            let line = record.source.line_span(record.source.line(status.span.start));
            let before = &record.source.text()[line.start..status.span.start];
            let date = date::whole(before.trim()).and_then(date::Reading::exact);
            date.is_some_and(|date| before == format!("{date} "))
        };
        let count = self.records.iter().filter(dated).count();
        if count * 2 > self.records.len() { format!("{day} ") } else { String::new() }
    }

    /// Whether the records that nobody has decided on are drafts, and not proposals.
    fn begins_as_draft(&self) -> bool {
        const SHOWN_BY: usize = 2;
        let count = |wanted: Status| {
            let is_it = |record: &&Record| {
                record.status.as_ref().is_some_and(|status| status.value == wanted)
            };
            self.records.iter().filter(is_it).count()
        };
        let drafts = count(Status::Draft);
        let shown = drafts >= SHOWN_BY || drafts * 2 > self.records.len();
        shown && drafts > count(Status::Proposed)
    }

    /// A day in the shape that most records have for theirs; as ISO has it where that does not show which
    /// part is the day.
    pub(super) fn date(&self, day: Date) -> String {
        let shapes = self.records.iter().filter_map(|record| Shape::of(record, self.language));
        commonest(shapes).map_or_else(|| day.to_string(), |shape| shape.write(day))
    }

    /// The commonest of the words that records have for their status.
    fn usual(&self, wanted: impl Fn(Status, &str) -> bool) -> Option<String> {
        let words = self.records.iter().filter_map(|record| {
            let status = record.status.as_ref()?;
            let word = match status.value {
                Status::Other => record.status_raw.as_deref()?,
                _ => record.source.slice(status.span),
            };
            wanted(status.value, word).then_some(word)
        });
        commonest(words).map(str::to_owned)
    }

    /// What most of the records with a status have before that word.
    pub(super) fn sign(&self, wanted: Status) -> String {
        let has =
            |record: &&Record| record.status.as_ref().is_some_and(|status| status.value == wanted);
        commonest(self.records.iter().filter(has).map(sign)).unwrap_or_default().to_owned()
    }

    /// A relation in the words of a record's language.
    pub(super) fn relation(&self, kind: RelationKind, record: &Record) -> String {
        let meaning = Relation::ALL.iter().find(|one| RelationKind::from(**one) == kind);
        meaning.map_or_else(
            || kind.words().to_owned(),
            |meaning| wording_or_english(*meaning, self.spoken_by(record)).into_owned(),
        )
    }

    /// The heading of a section of links.
    pub(super) fn links(&self, record: &Record) -> String {
        wording_or_english(Part::Links, self.spoken_by(record)).into_owned()
    }

    /// The heading of a section for the status.
    pub(super) fn status_heading(&self, record: &Record) -> String {
        wording_or_english(Label::Status, self.spoken_by(record)).into_owned()
    }

    /// The language of a record, which may be another one than that of most.
    pub(super) fn spoken_by(&self, record: &Record) -> Option<Language> {
        spoken::language_of(record, self.language)
    }

    /// The records whose habits these are.
    pub(super) const fn records(&self) -> &'a [Record] {
        self.records
    }

    /// A link from one record to another, named as its heading is.
    pub(super) fn link(&self, from: &Record, to: &Record) -> String {
        let number = to.id.as_ref().and_then(|id| match id.value {
            Id::Number(number) => Some(number),
            _ => None,
        });
        let name = match number {
            Some(number) => self.naming.reference(number, &to.shown_title()),
            None => to.name(),
        };
        link(&name, &from.path, to)
    }

    /// Whether another has taken a record's place, or that of one which has, and so on.
    pub(super) fn is_succeeded_by(&self, record: &Record, other: &Record) -> bool {
        let succeeds = |newer: &Record, older: &Record| {
            states(older, RelationKind::SupersededBy, newer)
                || states(newer, RelationKind::Supersedes, older)
        };
        let mut seen = vec![record];
        let mut at = 0;
        while let Some(&older) = seen.get(at) {
            if succeeds(other, older) {
                return true;
            }
            let new =
                |newer: &&Record| succeeds(newer, older) && !seen.iter().any(|seen| seen.is(newer));
            let next: Vec<&Record> = self.records.iter().filter(new).collect();
            seen.extend(next);
            at += 1;
        }
        false
    }

    /// Whether what an active record says of a passive one is said by that one as well: what most do, and
    /// both where there is none to look at.
    pub(super) fn tells_both(&self) -> bool {
        let mut told = (0, 0);
        for record in self.records {
            for relation in &record.relations {
                let kind = relation.kind;
                if kind.is_passive() || kind == RelationKind::Supersedes {
                    continue;
                }
                let target =
                    self.records.iter().find(|other| names(record, &relation.target, other));
                let Some(target) = target else { continue };
                told.0 += 1;
                told.1 += usize::from(states(target, kind.inverse(), record));
            }
        }
        told.1 * 2 >= told.0
    }
}

/// A link from a file to a record of the same directory, or of the same file.
pub(super) fn link(words: &str, from: &str, to: &Record) -> String {
    let target = match &to.anchor {
        Some(anchor) if to.path == from => compose::Target::here(anchor),
        Some(anchor) => file(from, &to.path).at(anchor),
        None => file(from, &to.path),
    };
    Inline::text(words).link(&target).markdown()
}

/// A link from one file of a directory to another.
pub(super) fn link_to_file(words: &str, from: &str, to: &str) -> String {
    Inline::text(words).link(&file(from, to)).markdown()
}

fn file(from: &str, to: &str) -> compose::Target {
    compose::Target::file(&relative(directory(from), to))
}

/// Whether a record states a relation to another.
pub(super) fn states(record: &Record, kind: RelationKind, other: &Record) -> bool {
    record.related(kind).any(|relation| names(record, &relation.target, other))
}

/// Whether a reference of a record means another.
pub(super) fn names(record: &Record, target: &Target, other: &Record) -> bool {
    if let Target::Link(link) = target
        && leads_to(record, &decoded(link), other)
    {
        return true;
    }
    let own = other.id.as_ref().map(|id| &id.value);
    target.id().is_some_and(|id| own.is_some_and(|own| own.is(&id)))
}

/// Whether a link of a record leads to another.
fn leads_to(record: &Record, link: &str, other: &Record) -> bool {
    let (path, anchor) = link.split_once('#').map_or((link, None), |(path, at)| (path, Some(at)));
    let path = match path {
        "" => Some(record.path.clone()).filter(|_| other.anchor.is_some()),
        path => resolve(directory(&record.path), path),
    };
    path.as_ref() == Some(&other.path)
        && (other.anchor.is_none() || other.anchor.as_deref() == anchor)
}

fn unknown(word: &str) -> RecordError {
    let near =
        status::nearest(word).map(|(near, _)| format!(": do you mean `{}`?", near.to_lowercase()));
    let own = || {
        format!(
            "; if it is one of your own, say in archdoc.toml or book.toml what it means: `adr.statuses.\"{}\" = \"accepted\"`",
            word.to_lowercase()
        )
    };
    RecordError::Word { word: word.to_owned(), hint: near.unwrap_or_else(own) }
}

/// Of several the last in the alphabet, so that the order of files does not matter.
fn commonest<T: Ord>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    all.for_each(|one| *counts.entry(one).or_default() += 1);
    counts.into_iter().max_by_key(|&(_, count)| count).map(|(one, _)| one)
}
