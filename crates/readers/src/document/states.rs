//! How far each section of a bound document is, headings and all.

use std::collections::HashMap;
use std::sync::Arc;

use crate::document::bind::{Binding, Match};
use crate::document::demanded::{self, Absent};
use crate::document::drawn;
use crate::document::labelled::{self, Labelled};
use crate::document::stated;
use crate::document::written::{Assessment, Judge, Leftover, State, TemplateText};
use crate::template::key::Key;
use crate::template::{Need, TemplateSection};
use text::source::Place;
use words::Concept;

/// One heading that serves a section.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The node in the document's tree.
    pub node: usize,
    /// Why it was taken for the section.
    pub how: Match,
    /// How far its text is.
    pub assessment: Assessment,
    /// What the template demands and a written text does not have.
    pub absent: Vec<Absent>,
}

/// A section of the template in this document.
#[derive(Clone, Debug)]
pub struct SectionFacts {
    /// How far it is, all its headings together.
    pub state: State,
    /// Its headings, in reading order.
    pub headings: Vec<Heading>,
    /// Where a label below its chapter's heading answers for it, if it has no heading and the label more than a line.
    pub label: Option<Place>,
    /// Another chapter of the same document answers for it.
    pub elsewhere: bool,
}

/// The facts of all sections, in the template's order, and what is left open outside them.
pub(super) fn facts(
    binding: &Binding,
    texts: &Arc<[TemplateText]>,
    params: &[(String, String)],
) -> (Vec<SectionFacts>, Vec<Leftover>) {
    let judge = Judge::new(binding, Arc::clone(texts), params);
    let mut facts = judged(binding, &judge);
    if binding.template.sections.iter().any(|section| !section.demands.is_empty()) {
        note_absent(binding, texts, &mut facts);
    }
    if !judge.is_begun() {
        untouched_title(binding, &mut facts);
    }
    stated_title(binding, &mut facts);
    (facts, judge.unowned())
}

fn judged(binding: &Binding, judge: &Judge<'_>) -> Vec<SectionFacts> {
    let mut facts: Vec<SectionFacts> = (0..binding.template.sections.len())
        .map(|section| {
            let headings: Vec<Heading> = binding.hits[section]
                .iter()
                .map(|hit| Heading {
                    node: hit.node,
                    how: hit.how,
                    assessment: judge.assess(section, hit.node),
                    absent: Vec::new(),
                })
                .collect();
            SectionFacts { state: together(&headings), headings, label: None, elsewhere: false }
        })
        .collect();
    let mut labels = HashMap::new();
    let is_about_itself = |section: usize| {
        let concept = binding.template.sections[section].concepts.first();
        concept == Some(&Concept::DocumentInformation)
    };
    for section in (0..facts.len()).rev() {
        if facts[section].headings.is_empty() {
            let state = without_heading(binding, &facts, section);
            let open = matches!(state, State::Missing | State::Merged);
            let label = open.then(|| label(binding, &facts, section, &mut labels)).flatten();
            let merged = label.is_some();
            let place = label.and_then(|label| label.place);
            let asked = state == State::Missing && is_about_itself(section);
            let stated = || asked.then(|| stated::information(binding)).flatten();
            let place = place.or_else(stated);
            facts[section].state = if merged || place.is_some() { State::Merged } else { state };
            facts[section].label = place;
        }
    }
    facts
}

/// What is demanded and absent in sections that are at least begun.
fn note_absent(binding: &Binding, texts: &[TemplateText], facts: &mut [SectionFacts]) {
    for (facts, text) in facts.iter_mut().zip(texts) {
        let begun = facts
            .headings
            .iter_mut()
            .filter(|heading| matches!(heading.assessment.state, State::Written | State::Partial));
        for heading in begun {
            heading.absent = demanded::absent(binding, heading.node, text.demanded());
        }
    }
}

/// A title in the front matter is the document's, where no heading is: the page shows it as one.
fn stated_title(binding: &Binding, facts: &mut [SectionFacts]) {
    let tree = &binding.tree;
    let has_own = || tree.nodes.iter().any(|node| node.level == 1);
    let title = facts.first_mut().filter(|_| binding.template.is_title(0));
    if let Some(title) = title.filter(|title| title.headings.is_empty())
        && tree.chapter().stated_title().is_some()
        && !has_own()
    {
        title.state = State::Written;
    }
}

/// A title that equals the template's may be the author's own, but not over the template's text.
fn untouched_title(binding: &Binding, facts: &mut [SectionFacts]) {
    let template = &binding.template;
    if !facts.iter().any(|facts| facts.state == State::Untouched) {
        return;
    }
    let Some(title) = facts.first_mut().filter(|_| template.is_title(0)) else { return };
    let same = |heading: &Heading| {
        let key = Key::new(&binding.tree.nodes[heading.node].text);
        template.sections[0].keys.first() == Some(&key)
    };
    if title.headings.iter().all(same) && template.sections.len() > 1 {
        for heading in &mut title.headings {
            heading.assessment.state = State::Untouched;
        }
        title.state = together(&title.headings);
    }
}

/// Several headings of one section: written when all are, missing when there is none.
fn together(headings: &[Heading]) -> State {
    let mut states = headings.iter().map(|heading| heading.assessment.state);
    let Some(first) = states.next() else { return State::Missing };
    states.fold(first, |all, state| match (all, state) {
        (a, b) if a == b => a,
        (a, b) if a.is_answered() && b.is_answered() => State::Written,
        (a, b) if a.is_answered() || b.is_answered() => State::Partial,
        (a, b) => a.max(b),
    })
}

/// A container takes its children's state; a section may be merged into its written parent.
fn without_heading(binding: &Binding, facts: &[SectionFacts], section: usize) -> State {
    let template = &binding.template;
    if template.sections[section].need == Need::Container {
        let below = template.children(Some(section)).map(|child| facts[child].state);
        let found: Vec<State> = below.filter(|&state| state != State::Missing).collect();
        if !found.is_empty() {
            let answered = found.iter().any(|state| state.is_answered());
            return if answered { State::Written } else { State::Untouched };
        }
    }
    let answered = is_merged(binding, facts, section) || is_drawn(binding, facts, section);
    if answered { State::Merged } else { State::Missing }
}

/// The item or the paragraph below the heading of its chapter that answers for a section. `labels` are those below
/// each chapter, as far as they were asked for.
fn label(
    binding: &Binding,
    facts: &[SectionFacts],
    section: usize,
    labels: &mut HashMap<usize, Vec<Labelled>>,
) -> Option<Labelled> {
    let asked = &binding.template.sections[section];
    let chapter = binding.template.containing(section)?;
    if facts[chapter].headings.is_empty() || asked.repeat.is_some() {
        return None;
    }
    let below = labels.entry(chapter).or_insert_with(|| {
        let headings = facts[chapter].headings.iter();
        headings.flat_map(|heading| labelled::labels(binding, heading.node)).collect()
    });
    let named = |one: &&Labelled| {
        let concepts = || one.key.concepts().0.iter().map(|found| found.meaning);
        asked.keys.first() == Some(&one.key) || concepts().any(|one| asked.is_about(one))
    };
    below.iter().find(named).cloned()
}

/// Whether a written heading above, which has no sub-sections or the diagram that the section asks for, answers for
/// this section.
fn is_merged(binding: &Binding, facts: &[SectionFacts], section: usize) -> bool {
    let template = &binding.template;
    let drawn = |node: usize| {
        is_diagram(&template.sections[section]) && drawn::has_picture(&binding.tree, node)
    };
    let mut above = template.sections[section].parent;
    while let Some(parent) = above {
        if template.is_title(parent) {
            return false;
        }
        let headings = &facts[parent].headings;
        if !headings.is_empty() {
            return headings.iter().any(|heading| {
                heading.assessment.state.is_answered()
                    && (binding.tree.child_headings(heading.node).next().is_none()
                        || drawn(heading.node))
            });
        }
        above = template.sections[parent].parent;
    }
    false
}

/// Whether the picture of the whole stands in the overview: "System overview", with a diagram right below.
fn is_drawn(binding: &Binding, facts: &[SectionFacts], section: usize) -> bool {
    let sections = &binding.template.sections;
    let wanted = sections[section].is_about(Concept::HighLevelArchitecture);
    let tells = |at: &usize| {
        let first = sections[*at].concepts.first();
        matches!(first, Some(Concept::Overview | Concept::Summary | Concept::Architecture))
    };
    let mut overviews = (0..sections.len()).filter(tells).flat_map(|at| &facts[at].headings);
    let draws = |one: &Heading| {
        one.assessment.state.is_answered() && drawn::shows_parts(&binding.tree, one.node)
    };
    wanted && overviews.any(draws)
}

fn is_diagram(section: &TemplateSection) -> bool {
    let diagrams = [Concept::HighLevelArchitecture, Concept::ComponentDiagram];
    section.concepts.first().is_some_and(|concept| diagrams.contains(concept))
}
