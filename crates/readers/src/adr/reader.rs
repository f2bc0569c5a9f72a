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
use super::id::Name;
use super::label::Key;
use super::labelled;
use super::numbering::chosen_id;
use super::record::{Origin, Record, Role, Section, Sourced};
use super::relation::{Relation, RelationKind, Target};
use super::statement::{self, State};
use super::status::{OwnWords, Status};
use super::text::Line;
use super::value::Labelled;
use super::variant::Variant;
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
    statements: Vec<Labelled>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        document: &'a Document,
        path: &'a str,
        name: Name<'a>,
        within: Range<usize>,
        own: &'a OwnWords,
    ) -> Self {
        let statements = labelled::all(document, within.clone());
        Self { document, path, name, within, own, statements }
    }

    pub(super) fn record(&self) -> Record {
        let (heading, title, title_id) = self.title();
        let ids = self.ids(title_id);
        let states = self.states();
        let chosen = chosen_state(&states);
        let sections = self.sections();
        let titled: Vec<(&str, Option<Part>)> =
            sections.iter().map(|section| (&*section.title, section.part)).collect();
        let format = format::of(&titled, &self.signs());
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
            format,
            variant: Variant::of(link::record_stem(self.path)),
            orders: dates::orders(&self.statements),
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

    pub(super) fn of(&self, key: Key) -> impl Iterator<Item = &Labelled> {
        self.statements.iter().filter(move |statement| statement.key == key)
    }

    fn states(&self) -> Vec<Sourced<State>> {
        let mut states: Vec<Sourced<State>> = self
            .of(Key::Status)
            .filter_map(|statement| {
                let lines: Vec<Line<'_>> = statement.lines.iter().map(Line::of).collect();
                let state = statement::status(&lines, self.own)?;
                let origin = if state.implied { Origin::Implied } else { statement.origin };
                Some(Sourced { span: state.span, value: state, origin })
            })
            .collect();
        if !states.iter().any(|state| state.value.status.is_some()) {
            states.extend(self.heading_state());
            states.extend(self.tag_state());
            states.extend(self.callout_state());
            states.extend(self.logged_state());
        }
        states
    }

    /// `Use X [superseded by ADR-9]`, or a heading that speaks of the record: `This RFC was withdrawn`.
    fn heading_state(&self) -> Option<Sourced<State>> {
        self.heading_statements().iter().find_map(|statement| {
            let state = statement::status(&[Line::of(statement)], self.own)?;
            let known = state.status.is_some() && state.doubt.is_none() && !state.implied;
            known.then_some(Sourced { span: state.span, value: state, origin: Origin::Title })
        })
    }

    fn heading_statements(&self) -> Vec<Inlines> {
        let words = self.own.words();
        let outline = &self.document.outline.sections[self.within.clone()];
        let headings = outline.iter().filter_map(|section| {
            self.document.blocks[section.block].heading().map(|heading| &heading.text)
        });
        let title = headings.clone().next().and_then(|heading| {
            let line = Line::of(heading);
            let open = line.text.rfind(['[', '('])?;
            let inside = line.text[open + 1..].trim_end().strip_suffix([']', ')'])?;
            let span = line.span(open + 1..open + 1 + inside.len());
            Some(heading.clip(span))
        });
        let about = headings.filter(|heading| {
            let text = heading.plain();
            let this = words.starts(words::Clause::LeadIn, &text).map_or(0, |found| found.len);
            let rest = text[this..].trim_start();
            let record = words.starts(words::Reference::Record, rest);
            this > 0
                && record.is_some_and(|found| {
                    words.starts(words::Clause::LeadIn, rest[found.len..].trim_start()).is_some()
                })
        });
        title.into_iter().chain(about.cloned()).collect()
    }

    /// A keyword that is a status, word for word.
    fn tag_state(&self) -> Option<Sourced<State>> {
        let tag = self.listed(Key::Tags).find(|tag| {
            super::status::at_start(&tag.value, self.own)
                .is_some_and(|(_, len)| len == tag.value.len())
        })?;
        let (status, _) = super::status::at_start(&tag.value, self.own)?;
        let (raw, span) = (tag.value, tag.span);
        let state =
            State { status: Some(status), raw, span, date: None, doubt: None, implied: false };
        Some(Sourced::new(state, span, Origin::Tags))
    }

    /// `> Superseded by ...` above the first section.
    fn callout_state(&self) -> Option<Sourced<State>> {
        self.callouts().iter().find_map(|line| {
            let state = statement::status(&[Line::of(line)], self.own)?;
            let gone = matches!(state.status, Some(Status::Superseded | Status::Deprecated));
            // `Archive: old/0012-x.md` is a label.
            let end = state.span.end.max(state.span.start);
            let label = self.document.source.text()[end..].starts_with([':', '：']);
            let counts = gone && state.doubt.is_none() && !label || state.implied;
            let origin = if state.implied { Origin::Implied } else { Origin::Callout };
            counts.then_some(Sourced { span: state.span, value: state, origin })
        })
    }

    /// The status that the change log ends with.
    fn logged_state(&self) -> Option<Sourced<State>> {
        let lines: Vec<Line<'_>> =
            self.of(Key::ChangeLog).flat_map(|log| &log.lines).map(Line::of).collect();
        let state = statement::latest_entry(&lines, self.own)?;
        Some(Sourced { span: state.span, value: state, origin: Origin::ChangeLog })
    }

    /// The lines of quotes and alerts that stand above the second heading.
    fn callouts(&self) -> Vec<Inlines> {
        let outline = &self.document.outline;
        let first = outline.sections.get(self.within.start).map(|section| section.body.clone());
        let ranges = [Some(outline.preamble.clone()).filter(|_| self.within.start == 0), first];
        let blocks = ranges.into_iter().flatten().flat_map(|range| &self.document.blocks[range]);
        let quotes = blocks.filter_map(|block| match block {
            Block { kind: BlockKind::Quote(inside), .. } => {
                Some(labelled::text_lines(inside, &self.document.source))
            }
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
            let written = self.document.slice(title.span);
            let date = date::first(written)?.reading.exact()?;
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
        let source = &self.document.source;
        let with_role = |(role, key)| {
            let named = self.of(key).flat_map(|statement| people::named(statement, source));
            named.map(move |name| (role, name))
        };
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
                match statement.key {
                    Key::Relation(kind) => add(statement::value(&line, kind, self.own)),
                    Key::Status => add(statement::relations(&line, self.own)),
                    _ => {}
                }
            }
        }
        for line in self.links_section() {
            add(statement::relations(&Line::of(&line), self.own));
        }
        for statement in &self.heading_statements() {
            add(statement::relations(&Line::of(statement), self.own));
        }
        for line in &self.callouts() {
            let mut found = statement::relations(&Line::of(line), self.own);
            let passive = [RelationKind::SupersededBy, RelationKind::SupersededInPartBy];
            found.retain(|relation| passive.contains(&relation.kind));
            add(found);
        }
        relations
    }

    /// The items of the section in which MADR 2 keeps what the record is to others.
    fn links_section(&self) -> Vec<Inlines> {
        let outline = &self.document.outline.sections;
        let links = self.within.clone().find(|&index| {
            let heading = self.document.blocks[outline[index].block].heading();
            heading.is_some_and(|heading| {
                words::Vocabulary::known().is(words::Part::Links, &heading.text.plain())
            })
        });
        let body = links.map(|index| &self.document.blocks[outline[index].body.clone()]);
        let lists =
            body.into_iter().flatten().filter(|block| matches!(block.kind, BlockKind::List(_)));
        let source = &self.document.source;
        lists.flat_map(|list| labelled::text_lines(std::slice::from_ref(list), source)).collect()
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
                    unwritten: unwritten::of(bodies, &self.document.source),
                })
            })
            .collect()
    }
}

/// Being superseded beats all; then the first known status; then one that a changed part implies; then
/// the first word that is none.
fn chosen_state(states: &[Sourced<State>]) -> Option<&Sourced<State>> {
    let known = |implied: bool| {
        states.iter().filter(move |state| {
            let State { status, doubt, implied: follows, .. } = &state.value;
            status.is_some() && doubt.is_none() && *follows == implied
        })
    };
    known(false)
        .find(|state| state.value.status == Some(Status::Superseded))
        .or_else(|| known(false).next())
        .or_else(|| known(true).next())
        .or_else(|| states.iter().find(|state| state.value.status.is_some()))
        .or_else(|| states.first())
}

/// What references to the same record have in common: the identifier, where they show one.
fn same(target: &Target) -> Target {
    target.id().map_or_else(|| target.clone(), |id| Target::Id(id.folded()))
}
