//! Puts a record together from what its file states.

use std::collections::HashSet;
use std::ops::Range;

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::Inlines;
use text::source::Span;
use words::date;
use words::date::Reading as DateReading;

use super::format::{self, Part, Sign};
use super::heading::chosen_id;
use super::id::Name;
use super::label::Key;
use super::record::{Origin, Record, Role, Section, Sourced};
use super::relation::{self, Relation, RelationKind, Target};
use super::state::{self, State};
use super::statement::{self, Statement};
use super::status::{OwnWords, Status};
use super::text::Line;
use super::{dates, people, unwritten};
use text::link;
use words::fold;

/// A file, or a section of one, with all that it states about itself.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document,
    pub(super) path: &'a str,
    pub(super) name: Name<'a>,
    pub(super) within: Range<usize>,
    own: &'a OwnWords,
    statements: Vec<Statement>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        document: &'a Document,
        path: &'a str,
        name: Name<'a>,
        within: Range<usize>,
        own: &'a OwnWords,
    ) -> Self {
        let statements = statement::all(document, within.clone());
        Self { document, path, name, within, own, statements }
    }

    pub(super) fn record(&self) -> Record {
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

    pub(super) fn of(&self, key: Key) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |statement| statement.key == key)
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
        let page = link::is_directory_page(self.path);
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
        let mut known = HashSet::new();
        let mut add = |found: Vec<Relation>| {
            let new = |relation: &Relation| known.insert((relation.kind, same(&relation.target)));
            relations.extend(found.into_iter().filter(new));
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
            fold::folded(label).starts_with("decisionmaker")
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

/// What references to the same record have in common: the identifier, where they show one.
fn same(target: &Target) -> Target {
    target.id().map_or_else(|| target.clone(), |id| Target::Id(id.folded()))
}
