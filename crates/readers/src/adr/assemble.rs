//! Puts a record together from what its file states.

use std::ops::Range;

use crate::record_path;
use text::markdown::Document;
use text::source::Span;
use words::date;
use words::date::Reading as DateReading;
use words::{DateWord, Status, Vocabulary};

use super::format::{self, Part, Sign};
use super::label::LabelKind;
use super::labelled;
use super::labelled_value::Labelled;
use super::name::{Name, is_decision_code, is_type_word};
use super::numbering::chosen_id;
use super::record::{Origin, Record, Role, Section, Sourced};
use super::relation::Target;
use super::said::{Statements, Unlabelled, chosen_state};
use super::statement::State;
use super::status::OwnWords;
use super::title::state::{self, TitleState};
use super::variant::Variant;
use super::{conflict, dates, own_series, people, unwritten};
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
        let id = chosen_id(&ids);
        let unlabelled = Unlabelled::of(self.document, &self.within, self.own);
        let said = Statements::read(&self.document.source, &self.statements, &unlabelled, self.own);
        let states = conflict::without_sides(self.document, self.span(), said.states());
        let chosen = chosen_state(&states);
        let sections = self.sections();
        let titled: Vec<(&str, Option<Part>)> =
            sections.iter().map(|section| (&*section.title, section.part)).collect();
        let format = format::of(&titled, &self.signs());
        let title = title.map(|title| without_state(title, &states));
        let (date, dates) = self.date(title.as_ref(), chosen);
        let mut relations =
            own_series::unnamed(said.relations(), &ids, self.name.prefix, self.document);
        // A section of the text is a record only in a file of several.
        let whole = self.within == (0..self.document.outline.sections.len());
        let is_own =
            |target: &Target| matches!(target, Target::Link(link) if link.starts_with('#'));
        relations.retain(|relation| !(whole && is_own(&relation.target)));
        let own = id.as_ref().and_then(|id| id.value.number());
        relations.retain(|relation| {
            !own_series::is_own_draft(relation, own, self.name.prefix, self.document)
        });
        Record {
            source: self.document.source.clone(),
            path: self.path.to_owned(),
            anchor: None,
            span: self.span(),
            ids,
            title,
            status: chosen.and_then(|state| {
                Some(Sourced::new(state.value.status?, state.span, state.origin))
            }),
            status_raw: chosen.map(|state| state.value.raw.clone()),
            date,
            dates,
            people: self.people(),
            tags: self.listed(LabelKind::Tags).collect(),
            review_by: self.review(false),
            review: self.review(true),
            relations,
            id,
            format,
            variant: Variant::of(record_path::stem(self.path)),
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

    pub(super) fn of(&self, key: LabelKind) -> impl Iterator<Item = &Labelled> {
        self.statements.iter().filter(move |statement| statement.key == key)
    }

    fn date(
        &self,
        title: Option<&Sourced<String>>,
        state: Option<&Sourced<State>>,
    ) -> (Option<Sourced<date::Date>>, Vec<Sourced<DateReading>>) {
        let mut stated = dates::stated(self.of(LabelKind::Date));
        if stated.iter().all(|date| date.value.is_placeholder()) {
            stated.extend(dates::stated(self.of(LabelKind::Created)));
        }
        let exact = |date: &Sourced<DateReading>| {
            Some(Sourced::new(date.value.exact()?, date.span, date.origin))
        };
        let date = stated.iter().find_map(exact);
        let open = stated.iter().any(|date| !date.value.is_placeholder());
        if date.is_some() || open {
            return (date, stated);
        }
        let with_state = state.and_then(|state| {
            Some(Sourced::new(state.value.date?.exact()?, state.span, state.origin))
        });
        let in_title = title.and_then(|title| {
            let written = self.document.slice(title.span);
            let found = date::first(written).filter(|found| is_apart(written, &found.span))?;
            // A month belongs to what the title speaks of: `The stack (January 2026)`.
            let date = found.reading.exact().filter(|date| date.day.is_some())?;
            Some(Sourced::new(date, title.span, Origin::Title))
        });
        let page = record_path::has_own_directory(self.path);
        let origin = if page { Origin::Directory } else { Origin::FileName };
        let in_name = self.name.date.map(|date| Sourced::new(date, Span::default(), origin));
        let date = with_state
            .or_else(|| dates::latest_change(&self.statements, self.document))
            .or(in_title)
            .or(in_name);
        (date, stated)
    }

    /// The first day of a review, under labels that do not say whether it was the last, or under those that
    /// name the next.
    fn review(&self, bare: bool) -> Option<Sourced<date::Date>> {
        let labels = |statement: &&Labelled| {
            let label = self.document.slice(statement.label);
            let word = Vocabulary::known().glossed::<DateWord>(label);
            word.is_some_and(|word| word.meaning == DateWord::Review) == bare
        };
        let stated = dates::stated(self.of(LabelKind::ReviewBy).filter(labels));
        stated
            .into_iter()
            .find_map(|date| Some(Sourced::new(date.value.exact()?, date.span, date.origin)))
    }

    fn listed(&self, key: LabelKind) -> impl Iterator<Item = Sourced<String>> {
        self.of(key).flat_map(people::listed)
    }

    fn people(&self) -> Vec<(Role, Sourced<String>)> {
        let roles = [
            (Role::Decider, LabelKind::Deciders),
            (Role::Author, LabelKind::Authors),
            (Role::Consulted, LabelKind::Consulted),
            (Role::Informed, LabelKind::Informed),
        ];
        let source = &self.document.source;
        let with_role = |(role, key)| {
            let named = self.of(key).flat_map(|statement| people::named(statement, source));
            named.map(move |name| (role, name))
        };
        roles.into_iter().flat_map(with_role).collect()
    }

    fn signs(&self) -> Vec<Sign> {
        let from = |origin| {
            let keys = [LabelKind::Status, LabelKind::Date, LabelKind::Deciders];
            self.statements.iter().any(|one| one.origin == origin && keys.contains(&one.key))
        };
        let makers = self.of(LabelKind::Deciders).any(|statement| {
            let label = self.document.slice(statement.label);
            fold::folded(label).starts_with("decisionmaker")
        });
        [
            (Sign::FrontMatter, from(Origin::FrontMatter)),
            (Sign::Bullets, from(Origin::Bullet)),
            (Sign::DecisionMakers, makers),
            (Sign::ChangeLog, self.of(LabelKind::ChangeLog).next().is_some()),
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
            .map(|index| {
                let section = &outline[index];
                let subtree = index..section.subtree;
                let bodies = subtree.flat_map(|inner| &blocks[outline[inner].body.clone()]);
                Section {
                    part: Part::of(&section.title),
                    title: section.title.clone(),
                    level: section.level,
                    heading: section.heading,
                    body: section.body_span,
                    unwritten: unwritten::of(bodies, &self.document.source),
                }
            })
            .collect()
    }
}

/// A title without the state behind it, where that is what the record states.
fn without_state(mut title: Sourced<String>, states: &[Sourced<State>]) -> Sourced<String> {
    if let Some(TitleState { words, status, .. }) = state::behind_a_dash(&title.value) {
        let mut stated = states.iter().filter_map(|state| state.value.status).peekable();
        if stated.peek().is_some() && stated.all(|stated| stated == status) {
            title.value = words.to_owned();
        }
    }
    title
}

/// Whether a date in a title stands at its beginning, or at its end in brackets or behind a dash: `Use X (2024-03-05)`,
/// `Use X (decided 2024-03-05)`. Among words it is a part of the subject: `Plan of 2024-03-05`.
fn is_apart(title: &str, date: &Range<usize>) -> bool {
    let known = Vocabulary::known();
    let letters = |text: &str| text.contains(char::is_alphanumeric);
    let (before, after) = (&title[..date.start], &title[date.end..]);
    let is_number = |word: &str| {
        // `AD-7`, `AD7`
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        letters.is_empty() || is_type_word(word) || is_decision_code(letters)
    };
    if before.split(|c: char| !c.is_alphanumeric()).all(is_number) {
        return true;
    }
    // What is said beside it in brackets is its word of state.
    let stated = |text: &str| {
        let text = text.trim_matches(|c: char| !c.is_alphanumeric());
        text.is_empty() || known.whole::<Status>(text).is_some()
    };
    match before.rfind(['(', '[', '（']) {
        Some(open) if !before[open..].contains([')', ']', '）']) => {
            let close = after.find([')', ']', '）']).unwrap_or(after.len());
            stated(&before[open..]) && stated(&after[..close]) && !letters(&after[close..])
        }
        _ => before.trim_end().ends_with(['-', '–', '—', ',', '|', '·']) && !letters(after),
    }
}
