//! What a record's statements say: how far the decision is, and what the record is to others.

use std::collections::HashSet;
use std::ops::Range;

use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::markdown::inline::Inlines;
use text::markdown::outline::Section;
use text::source::{Source, Span};
use words::Vocabulary;

use super::above;
use super::label::LabelKind;
use super::labelled_value::Labelled;
use super::lines;
use super::people;
use super::record::{Origin, Sourced};
use super::relation::{Relation, RelationKind, Target};
use super::remarks;
use super::statement::{self, State, Statement};
use super::status::{self, OwnWords, Status};
use super::text::Line;
use super::title::state;

/// The statements that stand under no label.
pub(super) struct Unlabelled {
    headings: Vec<Inlines>,
    callouts: Vec<Inlines>,
    links: Vec<Inlines>,
    /// Values of labels that are not known, where the record states things about itself.
    remarks: Vec<Inlines>,
    /// Lines above the first section.
    alone: Vec<Inlines>,
}

impl Unlabelled {
    /// Those of the sections `within`, indices into the outline.
    pub(super) fn of(document: &Document, within: &Range<usize>, own: &OwnWords) -> Self {
        Self {
            headings: headings(document, within, own),
            callouts: above::callouts(document, within),
            links: links_section(document, within, own.words()),
            remarks: remarks::of(document, within),
            alone: above::lines(document, within),
        }
    }
}

/// The statements, taken apart once for states and relations.
pub(super) struct Statements<'a> {
    source: &'a Source,
    own: &'a OwnWords,
    /// Each label with its statements; none where it is not a status.
    labelled: Vec<(&'a Labelled, Vec<Statement<'a>>)>,
    headings: Vec<Statement<'a>>,
    callouts: Vec<Statement<'a>>,
    links: Vec<Statement<'a>>,
    remarks: Vec<Statement<'a>>,
    alone: Vec<Statement<'a>>,
}

impl<'a> Statements<'a> {
    pub(super) fn read(
        source: &'a Source,
        labelled: &'a [Labelled],
        unlabelled: &'a Unlabelled,
        own: &'a OwnWords,
    ) -> Self {
        let all = |lines: &'a [Inlines]| -> Vec<Statement<'a>> {
            lines.iter().map(|line| Statement::read(Line::of(line), own)).collect()
        };
        let labelled = labelled.iter().map(|labelled| match labelled.key {
            LabelKind::Status => (labelled, all(&labelled.lines)),
            _ => (labelled, Vec::new()),
        });
        Self {
            source,
            own,
            labelled: labelled.collect(),
            headings: all(&unlabelled.headings),
            callouts: all(&unlabelled.callouts),
            links: all(&unlabelled.links),
            remarks: all(&unlabelled.remarks),
            alone: all(&unlabelled.alone),
        }
    }

    fn of(&self, key: LabelKind) -> impl Iterator<Item = &'a Labelled> {
        let all = self.labelled.iter().map(|&(labelled, _)| labelled);
        all.filter(move |labelled| labelled.key == key)
    }

    pub(super) fn states(&self) -> Vec<Sourced<State>> {
        let mut states: Vec<Sourced<State>> = self
            .labelled
            .iter()
            .filter_map(|(labelled, read)| {
                let state = statement::status(read)?;
                let origin = if state.implied { Origin::Implied } else { labelled.origin };
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
        self.headings.iter().find_map(|heading| {
            let state = statement::status(std::slice::from_ref(heading))?;
            let known = state.status.is_some() && state.doubt.is_none() && !state.implied;
            known.then_some(Sourced { span: state.span, value: state, origin: Origin::Title })
        })
    }

    /// A keyword that is a status, word for word.
    fn tag_state(&self) -> Option<Sourced<State>> {
        let whole = |tag: &str| {
            let (status, len) = status::at_start(tag, self.own)?;
            (len == tag.len()).then_some(status)
        };
        let mut tags = self.of(LabelKind::Tags).flat_map(people::listed);
        let (status, tag) = tags.find_map(|tag| Some((whole(&tag.value)?, tag)))?;
        let (raw, span) = (tag.value, tag.span);
        let state =
            State { status: Some(status), raw, span, date: None, doubt: None, implied: false };
        Some(Sourced::new(state, span, Origin::Tags))
    }

    /// `> Superseded by ...` above the first section.
    fn callout_state(&self) -> Option<Sourced<State>> {
        self.callouts.iter().find_map(|callout| {
            let state = statement::status(std::slice::from_ref(callout))?;
            let gone = matches!(state.status, Some(Status::Superseded | Status::Deprecated));
            // `Archive: old/0012-x.md` is a label.
            let end = state.span.end.max(state.span.start);
            let behind = &self.source.text()[end..];
            let label = behind.starts_with([':', '：']);
            let said = self.source.slice(state.span);
            let other = label || statement::is_attribute(said, behind, self.own.words());
            let counts = gone && state.doubt.is_none() && !other || state.implied;
            let origin = if state.implied { Origin::Implied } else { Origin::Callout };
            counts.then_some(Sourced { span: state.span, value: state, origin })
        })
    }

    /// The status that the change log ends with.
    fn logged_state(&self) -> Option<Sourced<State>> {
        let lines = self.of(LabelKind::ChangeLog).flat_map(|log| &log.lines).map(Line::of);
        let state = statement::latest_entry(lines, self.own)?;
        Some(Sourced { span: state.span, value: state, origin: Origin::ChangeLog })
    }

    /// Whether what stands below a bare word, `## Superseded`, is what this record took the place of, as its line on
    /// that says as well.
    fn is_reversed(&self, labelled: &Labelled) -> bool {
        let label = self.source.slice(labelled.label);
        let bare = labelled.key == LabelKind::Relation(RelationKind::SupersededBy)
            && self.own.words().whole::<words::Status>(label).is_some();
        let old = [RelationKind::Supersedes, RelationKind::SupersedesInPart];
        bare && {
            let here = named(labelled, self.own);
            let old = old.into_iter().flat_map(|kind| self.of(LabelKind::Relation(kind)));
            old.flat_map(|one| named(one, self.own)).any(|one| here.contains(&one))
        }
    }

    pub(super) fn relations(&self) -> Vec<Relation> {
        let mut relations: Vec<Relation> = Vec::new();
        let mut known = HashSet::new();
        let mut add = |found: Vec<Relation>| {
            let new = |relation: &Relation| known.insert((relation.kind, same(&relation.target)));
            relations.extend(found.into_iter().filter(new));
        };
        for (labelled, read) in &self.labelled {
            if let LabelKind::Relation(kind) = labelled.key
                && !self.is_reversed(labelled)
            {
                for line in &labelled.lines {
                    add(statement::value(Line::of(line), kind, self.own));
                    add(statement::in_value(line, kind, self.own));
                }
            }
            read.iter().map(statement::relations).for_each(&mut add);
        }
        self.links.iter().chain(&self.headings).map(statement::relations).for_each(&mut add);
        self.callouts.iter().map(statement::told_in_a_callout).for_each(&mut add);
        self.remarks.iter().map(statement::done_by_others).for_each(&mut add);
        self.alone.iter().map(statement::said_alone).for_each(&mut add);
        // A line that is read by itself lacks the words that limit its sentence.
        let limited: Vec<(RelationKind, Span)> =
            relations.iter().map(|relation| (relation.kind, relation.span)).collect();
        relations.retain(|relation| {
            let part = relation.kind.in_part();
            part == relation.kind || !limited.contains(&(part, relation.span))
        });
        // `Related: ADR-3, supersedes ADR-5`: a verb says more than such a label.
        let told: HashSet<Span> = limited
            .iter()
            .filter(|(kind, _)| *kind != RelationKind::Related)
            .map(|(_, span)| *span)
            .collect();
        relations.retain(|relation| {
            relation.kind != RelationKind::Related || !told.contains(&relation.span)
        });
        relations
    }
}

/// The records that a labelled value names for what its label says.
fn named(labelled: &Labelled, own: &OwnWords) -> Vec<Target> {
    let LabelKind::Relation(kind) = labelled.key else { return Vec::new() };
    let values = labelled.lines.iter().flat_map(|line| statement::value(Line::of(line), kind, own));
    values.map(|relation| same(&relation.target)).collect()
}

/// What a title says in brackets or behind a dash at its end, and headings that speak of the record.
fn headings(document: &Document, within: &Range<usize>, own: &OwnWords) -> Vec<Inlines> {
    let words = own.words();
    let outline = &document.outline.sections[within.clone()];
    let heading = |section: &Section| Some(&document.blocks[section.block].heading()?.text);
    let title = outline.first().and_then(heading).and_then(|heading| {
        let line = Line::of(heading);
        let in_brackets = || {
            let open = line.text.rfind(['[', '('])?;
            let inside = line.text[open + 1..].trim_end().strip_suffix([']', ')'])?;
            Some(open + 1..open + 1 + inside.len())
        };
        let behind_a_dash = || Some(state::behind_a_dash(&line.text)?.at..line.text.len());
        let said = in_brackets().or_else(behind_a_dash)?;
        Some(heading.clip(line.span(said)))
    });
    let about = outline.iter().filter(|section| {
        let text = &section.title;
        let Some(this) = words.starts(words::ClauseRole::LeadIn, text) else { return false };
        let rest = text[this.len..].trim_start();
        words.starts(words::Reference::Record, rest).is_some_and(|found| {
            words.starts(words::ClauseRole::LeadIn, rest[found.len..].trim_start()).is_some()
        })
    });
    title.into_iter().chain(about.filter_map(heading).cloned()).collect()
}

/// The items of the sections in which MADR 2, and later ones, keep what the record is to others.
fn links_section(document: &Document, within: &Range<usize>, words: &Vocabulary) -> Vec<Inlines> {
    const NAMED: [words::Part; 2] = [words::Part::Links, words::Part::MoreInformation];
    let outline = &document.outline.sections;
    let is_named = |index: &usize| words.is_any_of(&NAMED, &outline[*index].title);
    let named: Vec<usize> = within.clone().filter(is_named).collect();
    let of = |part| named.iter().copied().find(|index| words.is(part, &outline[*index].title));
    let sections = NAMED.into_iter().filter_map(of);
    let blocks = sections.flat_map(|index| &document.blocks[outline[index].body.clone()]);
    let lists = blocks.filter(|block| matches!(block.kind, BlockKind::List(_)));
    let source = &document.source;
    let lines = lists.flat_map(|list| lines::text_lines(std::slice::from_ref(list), source));
    lines.filter(|line| !remarks_on_a_link(line, words)).collect()
}

/// `[ADR-2](0002-x.md) — superseded by ADR-5`: about the record behind the link, unless the link says itself what
/// it is to this one: `[Superseded by ADR-2](0002-x.md) - since May`.
fn remarks_on_a_link(line: &Inlines, words: &Vocabulary) -> bool {
    let Some(link) = line.links.first() else { return false };
    let before = Span::new(line.span.start, link.span.start.max(line.span.start));
    let behind = line.after(link.span.end).plain();
    let says = line.clip(link.span).plain();
    line.clip(before).is_blank()
        && words.relations(&says).next().is_none()
        && behind.trim_start_matches(['*', '_', ' ']).starts_with(['-', '–', '—', ':', '：'])
}

/// Being superseded beats all; then the first known status; then one that a changed part implies; then
/// the first word that is none.
pub(super) fn chosen_state(states: &[Sourced<State>]) -> Option<&Sourced<State>> {
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
