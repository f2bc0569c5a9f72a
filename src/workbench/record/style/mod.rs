//! How the records of a directory say things: which word, which sign, which language, one side or both.

mod beside;
mod status;

use std::cell::OnceCell;

use readers::adr::naming::Naming;
use readers::adr::succession::Precedent;
use readers::adr::{Id, Origin, Record, RelationKeys, RelationKind, Status, spoken};
use text::compose;
use text::compose::Inline;
use text::link::{directory, relative};
use text::tally;
use words::date::Date;
use words::{Label, Language, Part, RelationVerb, wording_or_english};

use super::RecordError;
use super::day::Shape;
use super::reference::Reference;
use super::relates::{already_states, names};

/// Another record, as it is named where it is told of.
pub(super) struct Named<'n> {
    /// In Markdown.
    pub(super) link: String,
    pub(super) number: Option<u64>,
    pub(super) path: &'n str,
}

/// The habits of a directory's records.
#[derive(Debug)]
pub(super) struct Style<'a> {
    records: &'a [Record],
    /// The team's template, read as a record: an example of the form.
    template: Option<Record>,
    /// The status that the template has.
    first_status: Option<Status>,
    naming: Naming,
    /// Read when one is first asked for.
    keys: OnceCell<RelationKeys>,
    language: Option<Language>,
    /// That of the words for a status.
    status_language: Option<Language>,
}

impl<'a> Style<'a> {
    /// The habits of the records in a directory of this name, whose template reads so.
    pub(super) fn of(
        records: &'a [Record],
        directory: &str,
        (template, first_status): (Option<Record>, Option<Status>),
    ) -> Self {
        let naming = Naming::of(records, directory);
        let language = spoken::language(records);
        let status_language = spoken::language_of_statuses(records, language);
        Self {
            records,
            template,
            first_status,
            naming,
            keys: OnceCell::new(),
            language,
            status_language,
        }
    }

    /// The language of most records.
    pub(super) const fn language(&self) -> Option<Language> {
        self.language
    }

    /// A record as the front matter of others names it; `link` is how their text does.
    pub(super) fn value(
        &self,
        kind: RelationKind,
        number: Option<u64>,
        path: &str,
        link: &str,
    ) -> String {
        let all = self.records.iter().chain(&self.template);
        let forms = all.flat_map(|record| Reference::of_record(record, self.records));
        let of_example = || {
            let key = self.key(kind)?;
            let mut lines = self.template.as_ref()?.source.text().lines();
            Reference::of_example(lines.find_map(|line| line.strip_prefix(&*key))?)
        };
        let usual = || Reference::usual(self.naming.word(), self.naming.digits());
        let form = commonest(forms).or_else(of_example);
        form.unwrap_or_else(usual).write(number, path, link)
    }

    /// Whether the status of most superseded records names the successor in front matter, and without a link.
    pub(super) fn names_plainly(&self) -> bool {
        let named = self.records.iter().filter_map(|record| {
            let status = record.status.as_ref()?;
            let line = record.source.line_span(record.source.line(status.span.start));
            let behind = record.source.text().get(status.span.end..line.end)?;
            let counts = status.value == Status::Superseded && status.origin == Origin::FrontMatter;
            let names = counts && behind.contains(|c: char| c.is_ascii_digit());
            names.then(|| !behind.contains("]("))
        });
        let named: Vec<bool> = named.collect();
        named.iter().filter(|plain| **plain).count() * 2 > named.len()
    }

    /// The key of the front matter that names records of a kind, where the team has one.
    pub(super) fn key(&self, kind: RelationKind) -> Option<String> {
        let keys = || RelationKeys::of(self.records, self.template.as_ref());
        self.keys.get_or_init(keys).get(kind).map(str::to_owned)
    }

    /// The form that most records of a kind have for it, where that is no key of the front matter and no list of links.
    pub(super) fn precedent(&self, kind: RelationKind) -> Option<Precedent> {
        Precedent::of(self.records, kind)
    }

    /// A record as others name it on a line that is there for records of the kind; `link` where they show no other form.
    pub(super) fn value_on_line(
        &self,
        kind: RelationKind,
        number: Option<u64>,
        path: &str,
        link: &str,
    ) -> String {
        let on_lines = self.records.iter().flat_map(|record| {
            let relations = record.related(kind).filter(|relation| {
                matches!(Precedent::of_relation(record, relation), Some(Precedent::Line { .. }))
            });
            relations.filter_map(|relation| Reference::on_line(record, relation, self.records))
        });
        commonest(on_lines).map_or_else(|| link.to_owned(), |form| form.in_text(number, path, link))
    }

    /// A day in the shape that most records have for theirs; as ISO has it where that does not show which
    /// part is the day.
    pub(super) fn date(&self, day: Date) -> String {
        let shapes = self.records.iter().filter_map(|record| Shape::of(record, self.language));
        commonest(shapes).map_or_else(|| day.to_string(), |shape| shape.write(day))
    }

    /// A relation in the words of a record's language; what becomes its status, and the other side of that, in the
    /// language of the status: a pair that is told in two would read as two things.
    pub(super) fn relation(&self, kind: RelationKind, record: &Record) -> String {
        let meaning = RelationVerb::ALL.iter().find(|one| RelationKind::from(**one) == kind);
        let of_status = matches!(kind, RelationKind::SupersededBy | RelationKind::Supersedes);
        let spoken = || if of_status { self.states_in(record) } else { self.spoken_by(record) };
        meaning.map_or_else(
            || kind.words().to_owned(),
            |meaning| wording_or_english(*meaning, spoken()).into_owned(),
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

    /// The language of a record's word for its status, or of the one that it is to get.
    fn states_in(&self, record: &Record) -> Option<Language> {
        let text = self.spoken_by(record);
        if record.status.is_none() && text == self.language {
            return self.status_language;
        }
        spoken::language_of_status(record, text, self.status_language)
    }

    /// The records whose habits these are.
    pub(super) const fn records(&self) -> &'a [Record] {
        self.records
    }

    /// A link from one record to another, named as its heading is.
    pub(super) fn named<'n>(&self, from: &Record, to: &'n Record) -> Named<'n> {
        let number = to.number();
        Named { link: self.link(from, to), number, path: &to.path }
    }

    fn link(&self, from: &Record, to: &Record) -> String {
        let number = to.id.as_ref().and_then(|id| match id.value {
            Id::Number(number) => Some(number),
            _ => None,
        });
        let name = match number {
            Some(number) => self.naming.reference(number, &to.shown_title()),
            None => to.written_id().unwrap_or_else(|| to.name()),
        };
        link(&name, &from.path, to)
    }

    /// Whether another has taken a record's place, or that of one which has, and so on.
    pub(super) fn is_succeeded_by(&self, record: &Record, other: &Record) -> bool {
        let succeeds = |newer: &Record, older: &Record| {
            already_states(older, RelationKind::SupersededBy, newer)
                || already_states(newer, RelationKind::Supersedes, older)
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
                told.1 += usize::from(already_states(target, kind.inverse(), record));
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

/// Of several the last in the alphabet, so that the order of files does not matter.
fn commonest<T: Ord>(all: impl Iterator<Item = T>) -> Option<T> {
    tally::commonest(all).map(|(one, _)| one)
}
