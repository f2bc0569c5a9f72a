//! From a parsed file, or a section of one, to a record.

use std::ops::Range;

use crate::date::{self, Reading as DateReading};
use crate::document::Document;
use crate::document::block::{Block, BlockKind};
use crate::document::inline::Inlines;
use crate::source::Span;

use super::format::{self, Part, Sign};
use super::id::{self, Id, Name};
use super::label::Key;
use super::record::{Origin, Record, Role, Section, Sourced};
use super::relation::{self, Relation, RelationKind};
use super::state::{self, State};
use super::statement::{self, Statement};
use super::status::{OwnWords, Status};
use super::text::Line;
use super::title::Title;
use super::{dates, path, people, unwritten, words};

/// What a file turned out to be.
#[derive(Debug)]
pub enum Reading {
    /// A decision record.
    Record(Box<Record>),
    /// Not meant to be one.
    Aside(Aside),
    /// It lies where records lie, and nothing in it says what was decided.
    NotUnderstood,
}

/// Files that lie among records and are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// The page of the directory, an index.
    Index,
    /// What new records are copied from.
    Template,
}

impl Aside {
    /// As words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Index => "an index",
            Self::Template => "a template",
        }
    }
}

/// Reads a file that lies where decision records lie. `path` names it, with forward slashes.
pub fn read(document: &Document, path: &str, own: &OwnWords) -> Reading {
    let stem = path::record_stem(path);
    let name = Name::of(stem);
    if path::is_directory_page(path) && name.id.is_none() || is_index(stem) {
        return Reading::Aside(Aside::Index);
    }
    if is_template(stem) {
        return Reading::Aside(Aside::Template);
    }
    let sections = 0..document.outline.sections.len();
    let record = Reader::new(document, path, name, sections, own).record();
    if is_record(&record) { Reading::Record(Box::new(record)) } else { Reading::NotUnderstood }
}

/// Reads a section of a chapter as a record: `### ADR-001: Use X` with what stands below it.
///
/// None when its heading carries no identifier of a decision.
pub fn read_section(
    document: &Document,
    path: &str,
    section: usize,
    own: &OwnWords,
) -> Option<Record> {
    let subtree = document.outline.sections.get(section)?.subtree;
    let reader = Reader::new(document, path, Name::of(""), section..subtree, own);
    let record = reader.record();
    record.id.is_some().then_some(record)
}

/// A number, or enough of what makes a record: a known status or two of its sections.
fn is_record(record: &Record) -> bool {
    let parts = record.sections.iter().filter(|section| section.part.is_some()).count();
    let stated = record.states.iter().any(|state| state.value.doubt.is_none());
    record.id.is_some() || (record.title.is_some() && (stated || parts >= 2))
}

fn is_index(stem: &str) -> bool {
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
    NAMES.contains(&words::folded(stem).as_str())
}

/// `template`, `0000-adr-template`, `madr-template-short`: nothing but words for a template.
fn is_template(stem: &str) -> bool {
    const WORDS: [&str; 14] = [
        "template",
        "templates",
        "tmpl",
        "nygard",
        "short",
        "long",
        "full",
        "minimal",
        "bare",
        "example",
        "new",
        "the",
        "architecture",
        "md",
    ];
    let parts = || stem.split(['-', '_', ' ', '.']).filter(|part| !part.is_empty());
    let known = |part: &str| {
        let part = part.to_lowercase();
        WORDS.contains(&part.as_str())
            || id::is_type_word(&part)
            || part.chars().all(|c| c.is_ascii_digit() || matches!(c, 'x' | 'n'))
    };
    parts().any(|part| part.to_lowercase().starts_with("templ")) && parts().all(known)
}

struct Reader<'a> {
    document: &'a Document,
    path: &'a str,
    name: Name<'a>,
    within: Range<usize>,
    own: &'a OwnWords,
    statements: Vec<Statement>,
}

impl<'a> Reader<'a> {
    fn new(
        document: &'a Document,
        path: &'a str,
        name: Name<'a>,
        within: Range<usize>,
        own: &'a OwnWords,
    ) -> Self {
        let statements = statement::all(document, within.clone());
        Self { document, path, name, within, own, statements }
    }

    fn record(&self) -> Record {
        let (heading, title, title_id) = self.title();
        let ids = self.ids(title_id);
        let states = self.states();
        let chosen = chosen_state(&states);
        let sections = self.sections();
        let (date, dates) = self.date(title.as_ref(), chosen);
        Record {
            source: self.document.source.clone(),
            path: self.path.to_owned(),
            anchor: None,
            span: self.span(),
            id: chosen_id(&ids),
            ids,
            title,
            status: chosen.and_then(|state| {
                Some(Sourced::new(state.value.status?, state.span, state.origin))
            }),
            status_raw: chosen.map(|state| state.value.raw.clone()),
            date,
            dates,
            people: self.people(),
            tags: self.listed(Key::Tags).collect(),
            review_by: self.exact(Key::ReviewBy),
            relations: self.relations(),
            format: format::of(&sections, &self.signs()),
            sections,
            heading,
            states,
        }
    }

    fn span(&self) -> Span {
        let outline = &self.document.outline.sections;
        match outline.get(self.within.start) {
            Some(first) if self.within != (0..outline.len()) => {
                Span::new(first.heading.start, first.end)
            }
            _ => Span::new(0, self.document.source.text().len()),
        }
    }

    fn of(&self, key: Key) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |statement| statement.key == key)
    }

    /// The heading's span, the title and the identifier that the heading carries.
    fn title(&self) -> (Span, Option<Sourced<String>>, Option<Sourced<Id>>) {
        let heading = self.heading();
        let span = heading.as_ref().map_or(Span::default(), |(_, span)| *span);
        let from_heading =
            heading.map(|(inlines, _)| (inlines.plain(), inlines.span, Origin::Title));
        let Some((text, at, origin)) = from_heading.or_else(|| self.stated_title()) else {
            return (span, None, None);
        };
        let title = Title::of(&text, &self.name);
        let words = title.words.map(|words| Sourced::new(words, at, origin));
        (span, words, title.id.map(|id| Sourced::new(id, at, origin)))
    }

    /// The first heading, if it is of the first level or carries a number; before the first section
    /// that is known, one of the first level counts anywhere. A first line such as `#12. Use X`,
    /// which is no heading for want of a space, counts as meant.
    fn heading(&self) -> Option<(Inlines, Span)> {
        let blocks = &self.document.blocks;
        let headings = self.document.outline.sections[self.within.clone()]
            .iter()
            .filter_map(|section| Some((section, blocks[section.block].heading()?)));
        for (section, heading) in headings {
            let text = heading.text.plain();
            let numbered = || Title::of(&text, &self.name).id.is_some();
            if self.within.start > 0 || section.level == 1 && !is_label(&text) || numbered() {
                return Some((heading.text.clone(), section.heading));
            }
            if section.level > 1 {
                break;
            }
        }
        let line = blocks[self.document.outline.preamble.clone()].first()?.paragraph()?;
        let line = line.lines().into_iter().next()?;
        let meant = line.plain().strip_prefix('#').is_some_and(|rest| {
            rest.trim_start_matches('#').starts_with(|c: char| c.is_alphanumeric())
        });
        let span = line.span;
        meant.then_some((line, span))
    }

    /// The title of the front matter, or a heading that slipped into it as a comment.
    fn stated_title(&self) -> Option<(String, Span, Origin)> {
        let statement = self.of(Key::Title).next();
        let from_key = statement.and_then(|statement| {
            let line = statement.lines.first()?;
            Some((line.plain(), line.span, statement.origin))
        });
        from_key.or_else(|| self.comment_title())
    }

    /// `# Use X` with a blank line below it at the top of the YAML block.
    fn comment_title(&self) -> Option<(String, Span, Origin)> {
        let body = self.document.front_matter.as_ref()?.body;
        let text = self.document.slice(body);
        let mut lines = text.lines();
        let title = lines.next()?.strip_prefix("# ")?;
        lines.next().filter(|line| line.trim().is_empty())?;
        let span = Span::new(body.start + 2, body.start + 2 + title.len());
        Some((title.trim().to_owned(), span, Origin::FrontMatter))
    }

    /// Every identifier: of the title, the file's name, the front matter.
    fn ids(&self, title: Option<Sourced<Id>>) -> Vec<Sourced<Id>> {
        let mut ids: Vec<Sourced<Id>> = title.into_iter().collect();
        let page = path::is_directory_page(self.path);
        let origin = if page { Origin::Directory } else { Origin::FileName };
        ids.extend(self.name.id.clone().map(|id| Sourced::new(id, Span::default(), origin)));
        for statement in self.of(Key::Id) {
            let line = statement.lines.first();
            if let Some((line, id)) = line.and_then(|line| Some((line, stated_id(&line.plain())?)))
            {
                ids.push(Sourced::new(id, line.span, statement.origin));
            }
        }
        ids
    }

    fn states(&self) -> Vec<Sourced<State>> {
        let mut states: Vec<Sourced<State>> = self
            .of(Key::Status)
            .filter_map(|statement| {
                let lines: Vec<Line<'_>> = statement.lines.iter().map(Line::of).collect();
                let state = state::read(&lines, self.own)?;
                Some(Sourced { span: state.span, value: state, origin: statement.origin })
            })
            .collect();
        if !states.iter().any(|state| state.value.status.is_some()) {
            states.extend(self.tag_state());
            states.extend(self.callout_state());
            states.extend(self.logged_state());
        }
        states
    }

    /// A keyword that is a status, word for word.
    fn tag_state(&self) -> Option<Sourced<State>> {
        let tag = self.listed(Key::Tags).find(|tag| {
            super::status::at_start(&tag.value, self.own)
                .is_some_and(|(_, len)| len == tag.value.len())
        })?;
        let (status, _) = super::status::at_start(&tag.value, self.own)?;
        let (raw, span) = (tag.value, tag.span);
        let state = State { status: Some(status), raw, span, date: None, doubt: None };
        Some(Sourced::new(state, span, Origin::Tags))
    }

    /// `> Superseded by ...` above the first section.
    fn callout_state(&self) -> Option<Sourced<State>> {
        self.callouts().iter().find_map(|line| {
            let state = state::read(&[Line::of(line)], self.own)?;
            let gone = matches!(state.status, Some(Status::Superseded | Status::Deprecated));
            gone.then_some(Sourced { span: state.span, value: state, origin: Origin::Callout })
        })
    }

    /// The status that the change log ends with.
    fn logged_state(&self) -> Option<Sourced<State>> {
        let lines: Vec<Line<'_>> =
            self.of(Key::ChangeLog).flat_map(|log| &log.lines).map(Line::of).collect();
        let state = state::latest_entry(&lines, self.own)?;
        Some(Sourced { span: state.span, value: state, origin: Origin::ChangeLog })
    }

    /// The lines of quotes and alerts that stand above the second heading.
    fn callouts(&self) -> Vec<Inlines> {
        let outline = &self.document.outline;
        let first = outline.sections.get(self.within.start).map(|section| section.body.clone());
        let ranges = [Some(outline.preamble.clone()).filter(|_| self.within.start == 0), first];
        let blocks = ranges.into_iter().flatten().flat_map(|range| &self.document.blocks[range]);
        let quotes = blocks.filter_map(|block| match block {
            Block { kind: BlockKind::Quote(inside), .. } => Some(statement::text_lines(inside)),
            _ => None,
        });
        quotes.flatten().collect()
    }

    fn date(
        &self,
        title: Option<&Sourced<String>>,
        state: Option<&Sourced<State>>,
    ) -> (Option<Sourced<date::Date>>, Vec<Sourced<DateReading>>) {
        let mut stated = dates::stated(&self.statements, Key::Date);
        if stated.iter().all(|date| date.value == DateReading::Placeholder) {
            stated.extend(dates::stated(&self.statements, Key::Created));
        }
        let exact = |date: &Sourced<DateReading>| {
            Some(Sourced::new(date.value.exact()?, date.span, date.origin))
        };
        let date = stated.iter().find_map(exact);
        let open = stated.iter().any(|date| date.value != DateReading::Placeholder);
        if date.is_some() || open {
            return (date, stated);
        }
        let with_state = state.and_then(|state| {
            Some(Sourced::new(state.value.date?.exact()?, state.span, state.origin))
        });
        let in_title = title.and_then(|title| {
            let date = date::first(&title.value)?.reading.exact()?;
            Some(Sourced::new(date, title.span, Origin::Title))
        });
        let page = path::is_directory_page(self.path);
        let origin = if page { Origin::Directory } else { Origin::FileName };
        let in_name = self.name.date.map(|date| Sourced::new(date, Span::default(), origin));
        let date = with_state
            .or_else(|| dates::latest_change(&self.statements, self.document))
            .or(in_title)
            .or(in_name);
        (date, stated)
    }

    fn exact(&self, key: Key) -> Option<Sourced<date::Date>> {
        let stated = dates::stated(&self.statements, key);
        stated
            .into_iter()
            .find_map(|date| Some(Sourced::new(date.value.exact()?, date.span, date.origin)))
    }

    fn listed(&self, key: Key) -> impl Iterator<Item = Sourced<String>> {
        self.of(key).flat_map(people::listed)
    }

    fn people(&self) -> Vec<(Role, Sourced<String>)> {
        let roles = [
            (Role::Decider, Key::Deciders),
            (Role::Author, Key::Authors),
            (Role::Consulted, Key::Consulted),
            (Role::Informed, Key::Informed),
        ];
        let with_role = |(role, key)| self.listed(key).map(move |name| (role, name));
        roles.into_iter().flat_map(with_role).collect()
    }

    fn relations(&self) -> Vec<Relation> {
        let mut relations: Vec<Relation> = Vec::new();
        let mut add = |found: Vec<Relation>| {
            for relation in found {
                let known = relations.iter().any(|other: &Relation| {
                    other.kind == relation.kind && same_target(other, &relation)
                });
                if !known {
                    relations.push(relation);
                }
            }
        };
        for statement in &self.statements {
            for line in statement.lines.iter().map(Line::of) {
                match (statement.key, RelationKind::of(statement.key)) {
                    (_, Some(kind)) => add(relation::in_value(&line, kind)),
                    (Key::Status, None) => add(relation::in_text(&line)),
                    _ => {}
                }
            }
        }
        for line in &self.callouts() {
            let mut found = relation::in_text(&Line::of(line));
            found.retain(|relation| relation.kind == RelationKind::SupersededBy);
            add(found);
        }
        relations
    }

    fn signs(&self) -> Vec<Sign> {
        let from = |origin| {
            let keys = [Key::Status, Key::Date, Key::Deciders];
            self.statements.iter().any(|one| one.origin == origin && keys.contains(&one.key))
        };
        let makers = self.of(Key::Deciders).any(|statement| {
            let label = self.document.slice(statement.label);
            words::folded(label).starts_with("decisionmaker")
        });
        [
            (Sign::FrontMatter, from(Origin::FrontMatter)),
            (Sign::Bullets, from(Origin::Bullet)),
            (Sign::DecisionMakers, makers),
            (Sign::ChangeLog, self.of(Key::ChangeLog).next().is_some()),
        ]
        .into_iter()
        .filter_map(|(sign, shows)| shows.then_some(sign))
        .collect()
    }

    fn sections(&self) -> Vec<Section> {
        let outline = &self.document.outline.sections;
        let blocks = &self.document.blocks;
        let indices = self.within.clone().skip(usize::from(self.within.start > 0));
        indices
            .filter_map(|index| {
                let section = &outline[index];
                let title = blocks[section.block].heading()?.text.plain();
                let subtree = index..section.subtree;
                let bodies = subtree.flat_map(|inner| &blocks[outline[inner].body.clone()]);
                Some(Section {
                    part: Part::of(&title),
                    title,
                    level: section.level,
                    heading: section.heading,
                    body: section.body_span,
                    unwritten: unwritten::of(bodies),
                })
            })
            .collect()
    }
}

/// A heading that names a part of a record and not its subject.
fn is_label(heading: &str) -> bool {
    Key::of(heading).is_some() || Part::of(heading).is_some()
}

/// An identifier as the value of a key: `12`, `ADR-0012`; never a word or a date.
fn stated_id(text: &str) -> Option<Id> {
    id::from_reference(text).filter(|id| id.number().is_some())
}

/// The file's number, if the title has another; what both say, if they agree; else what there is.
fn chosen_id(ids: &[Sourced<Id>]) -> Option<Sourced<Id>> {
    let from = |origins: &[Origin]| {
        ids.iter().find(|id| origins.contains(&id.origin) && id.value.number().is_some())
    };
    let title = from(&[Origin::Title]);
    let name = from(&[Origin::FileName, Origin::Directory]);
    match (title, name) {
        (Some(title), Some(name)) if title.value.is(&name.value) => Some(title.clone()),
        (_, Some(name)) => Some(name.clone()),
        (Some(title), None) => Some(title.clone()),
        (None, None) => ids.iter().find(|id| id.value.number().is_some()).or(ids.first()).cloned(),
    }
}

/// Being superseded beats all; then the first known status; then the first word that is none.
fn chosen_state(states: &[Sourced<State>]) -> Option<&Sourced<State>> {
    let known = || {
        states.iter().filter(|state| state.value.status.is_some() && state.value.doubt.is_none())
    };
    known()
        .find(|state| state.value.status == Some(Status::Superseded))
        .or_else(|| known().next())
        .or_else(|| states.iter().find(|state| state.value.status.is_some()))
        .or_else(|| states.first())
}

fn same_target(a: &Relation, b: &Relation) -> bool {
    match (a.target.id(), b.target.id()) {
        (Some(a), Some(b)) => a.is(&b),
        _ => a.target == b.target,
    }
}
