//! Is a section written? Its own text is what is left when the template's text, comments, bare
//! labels and placeholders are taken away; a bracket alone proves nothing.

mod answer;
pub mod placeholder;
mod template_text;
mod unit;

use std::sync::Arc;

use crate::document::bind::Binding;
use crate::document::bind::node::{NodeKind, Part};
use crate::template::fill;
use crate::template::key::Key;
use text::source::{Place, Span};

use answer::Answer;
use placeholder::Doubt;
pub use template_text::{TemplateText, TemplateTexts};
use unit::{Unit, UnitKind, units};

/// How far a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// No heading.
    Missing,
    /// A heading and nothing below.
    Empty,
    /// Only the template's text, labels without values, or placeholders.
    Untouched,
    /// Written, with something left open.
    Partial,
    /// Written.
    Written,
    /// "None", or "Not applicable" with a reason.
    NotApplicable,
    /// Not asked for here, by a suppression with a reason.
    Waived,
    /// No heading of its own: its written parent, which has no sub-sections, answers for it.
    Merged,
}

impl State {
    /// The word of JSON and of tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Empty => "empty",
            Self::Untouched => "untouched",
            Self::Partial => "partial",
            Self::Written => "written",
            Self::NotApplicable => "not-applicable",
            Self::Waived => "waived",
            Self::Merged => "merged",
        }
    }

    /// Whether nothing more is asked for.
    pub const fn is_answered(self) -> bool {
        matches!(self, Self::Written | Self::NotApplicable | Self::Waived | Self::Merged)
    }
}

/// Something left open in a section.
#[derive(Clone, Debug)]
pub struct Leftover {
    /// Where.
    pub place: Place,
    /// What it is.
    pub kind: LeftoverKind,
}

/// What can be left open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftoverKind {
    /// Words in brackets and the like.
    Placeholder,
    /// TODO, TBD.
    Todo,
    /// One of the template's labels with nothing behind.
    Label(String),
    /// One of the template's labels with the template's sample value behind.
    Sample(String),
}

/// How far one heading's section is.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// How far.
    pub state: State,
    /// What is open, in order.
    pub leftovers: Vec<Leftover>,
    /// A bare "N/A" stands there: an answer without a reason.
    pub bare: bool,
}

/// Judges sections of one bound chapter.
#[derive(Debug)]
pub struct Judge<'b> {
    binding: &'b Binding,
    texts: Arc<[TemplateText]>,
    params: &'b [(String, String)],
    /// For each node that serves a section: how far its first one is.
    known: Vec<Option<Assessment>>,
    /// For each node: how far the sections nested in it are, together.
    below: Vec<Option<State>>,
}

impl<'b> Judge<'b> {
    /// `params` are the values that the directive handed to the template, `texts` the template's
    /// own words with them.
    pub fn new(
        binding: &'b Binding,
        texts: Arc<[TemplateText]>,
        params: &'b [(String, String)],
    ) -> Self {
        let nodes = &binding.tree.nodes;
        let (known, below) = (vec![None; nodes.len()], vec![None; nodes.len()]);
        let mut judge = Self { binding, texts, params, known, below };
        // What is nested comes after what it is nested in, so each node is judged once, from the end.
        for node in (0..nodes.len()).rev() {
            let first = binding.served(node).first();
            judge.known[node] = first.map(|&section| judge.judged(section, node));
            let own = judge.known[node].as_ref().map(|known| known.state);
            if let Some(above) = nodes[node].parent {
                let nested = together(own, judge.below[node]);
                judge.below[above] = together(judge.below[above], nested);
            }
        }
        judge
    }

    /// How far the section is that this node serves.
    pub fn assess(&self, section: usize, node: usize) -> Assessment {
        match &self.known[node] {
            Some(known) if self.binding.served(node).first() == Some(&section) => known.clone(),
            _ => self.judged(section, node),
        }
    }

    /// The same from the text, once all that is nested in the node is known.
    fn judged(&self, section: usize, node: usize) -> Assessment {
        if self.binding.template.is_title(section) {
            return self.title(node);
        }
        if self.binding.template.sections[section].keep {
            return Assessment { state: State::Written, leftovers: Vec::new(), bare: false };
        }
        let mut tally = Tally::default();
        self.count(section, node, &mut tally);
        let mut assessment = tally.assessment();
        assessment.state = match (assessment.state, self.below[node]) {
            (State::Empty | State::Untouched, Some(below)) => below,
            (State::Partial, Some(State::Written)) if assessment.leftovers.is_empty() => {
                State::Written
            }
            (own, _) => own,
        };
        assessment
    }

    /// The document's own heading: open as long as it is the template's placeholder.
    fn title(&self, node: usize) -> Assessment {
        let heading = &self.binding.tree.nodes[node].text;
        let section = &self.binding.template.sections[0];
        let lower = heading.to_lowercase();
        let sample = heading.contains('[') && placeholder::has_bracket_words(heading);
        let is_template = lower.ends_with("template") || lower.contains("template document");
        let filled = fill(&section.heading, self.params);
        let open = sample
            || is_template
            || (filled.contains('[') && Key::new(&filled) == Key::new(heading));
        let mut tally = Tally::default();
        self.parts(0, &self.binding.tree.nodes[node].body, &mut tally);
        let state = if open { State::Untouched } else { State::Written };
        // Only the template's own fields count here; what else stands below the title is prose.
        tally
            .leftovers
            .retain(|left| matches!(left.kind, LeftoverKind::Label(_) | LeftoverKind::Sample(_)));
        Assessment { state, leftovers: tally.leftovers, bare: false }
    }

    /// Counts the text of a node and of all headings below it that serve no section themselves.
    fn count(&self, section: usize, node: usize, tally: &mut Tally) {
        let tree = &self.binding.tree;
        self.parts(section, &tree.nodes[node].body, tally);
        let mut child = node + 1;
        while child < tree.nodes[node].subtree {
            let below = &tree.nodes[child];
            if below.kind == NodeKind::Heading && !self.binding.served(child).is_empty() {
                child = below.subtree;
                continue;
            }
            if below.kind == NodeKind::Heading {
                self.parts(section, &below.body, tally);
            }
            child += 1;
        }
    }

    fn parts(&self, section: usize, parts: &[Part], tally: &mut Tally) {
        let units = units(&self.binding.tree, parts);
        let text = &self.texts[section];
        let mut instructed = false;
        let mut passage: Option<(Span, bool)> = None;
        for (index, unit) in units.iter().enumerate() {
            let helps = match passage {
                // The whole passage was judged with its first line.
                Some((span, known)) if span == unit.passage() => {
                    known || text.has_passage(&unit.shown())
                }
                _ => text.has_passage(&unit.passage_text()) || text.has_passage(&unit.shown()),
            };
            passage = Some((unit.passage(), helps));
            if helps && !unit.is_structure() {
                tally.foreign += 1;
                tally.help += 1;
                continue;
            }
            // The list below "[Describe these:]" belongs to the instruction.
            if instructed && unit.is_listed() {
                tally.foreign += 1;
                continue;
            }
            instructed = placeholder::introduces(unit);
            let next = units.get(index + 1);
            tally.add(unit, next, text);
        }
    }
}

/// The state that sub-sections give a heading without text of its own.
fn together(one: Option<State>, other: Option<State>) -> Option<State> {
    let answered = one.into_iter().chain(other).any(State::is_answered);
    if answered { Some(State::Written) } else { one.max(other) }
}

/// Fewer own words than these, amid help text, are a note to oneself.
const NOTE_WORDS: usize = 12;

#[derive(Default)]
struct Tally {
    /// Pieces that the author wrote.
    own: usize,
    /// Pieces of the template, placeholders, bare labels.
    foreign: usize,
    /// Pieces of the help that comes with the template elsewhere.
    help: usize,
    /// Words of the author's.
    own_words: usize,
    leftovers: Vec<Leftover>,
    answer: Option<Answer>,
}

impl Tally {
    fn add(&mut self, unit: &Unit<'_>, next: Option<&Unit<'_>>, template: &TemplateText) {
        let place = || unit.place();
        if unit.is_structure() {
            return;
        }
        if let (Some(label), true) = (unit.empty_label(), unit.kind == UnitKind::Text) {
            self.foreign += 1;
            let followed = next.is_some_and(|next| next.follows(unit));
            if !followed && template.has_label(&label) {
                self.leftovers.push(Leftover { place: place(), kind: LeftoverKind::Label(label) });
            }
            return;
        }
        if template.has_line(&unit.text()) {
            self.foreign += 1;
            if let Some(label) = unit.label().filter(|label| template.is_field(label)) {
                self.leftovers.push(Leftover { place: place(), kind: LeftoverKind::Sample(label) });
            }
            return;
        }
        match placeholder::judge(unit) {
            Doubt::All(kind) => {
                self.foreign += 1;
                self.leftovers.push(Leftover { place: place(), kind });
            }
            Doubt::Some(kind, span) => {
                self.own += 1;
                let place = Place::new(unit.source(), span);
                self.leftovers.push(Leftover { place, kind });
            }
            Doubt::None => {
                self.own += 1;
                self.own_words += unit.text().split_whitespace().count();
                if self.own == 1 {
                    self.answer = answer::of(&unit.text());
                }
            }
        }
    }

    fn assessment(self) -> Assessment {
        let Self { own, foreign, help, own_words, leftovers, answer } = self;
        let alone = own == 1 && foreign == 0;
        let state = match answer {
            Some(Answer::None | Answer::Reasoned) if own <= 2 => State::NotApplicable,
            Some(Answer::Bare) if alone => State::Empty,
            _ if own > 0 && leftovers.iter().any(|left| left.kind.is_text()) => State::Partial,
            // Notes that an author dropped into the help are no text yet.
            _ if own > 0 && help > 0 && own_words < NOTE_WORDS => State::Partial,
            _ if own > 0 => State::Written,
            _ if foreign > 0 => State::Untouched,
            _ => State::Empty,
        };
        let bare = alone && answer == Some(Answer::Bare);
        Assessment { state, leftovers, bare }
    }
}

impl LeftoverKind {
    /// Placeholders and TODOs, not fields.
    const fn is_text(&self) -> bool {
        matches!(self, Self::Placeholder | Self::Todo)
    }
}
