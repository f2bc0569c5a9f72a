//! Is a section written? Its own text is what is left when the template's text, comments, bare
//! labels and placeholders are taken away; a bracket alone proves nothing.

mod answer;
mod brackets;
mod dots;
mod guidance;
mod heading;
mod help;
mod holds;
mod html;
mod instruction;
mod judge;
mod marks;
mod phrase;
mod placeholder;
mod tally;
mod template_text;
mod todo;
mod unit;

use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::document::bind::node::{Node, NodeKind, Tree};
use text::markdown::Document;
use text::source::{Place, Source};

pub use brackets::has_bracket_words;
pub use judge::Judge;
use tally::Tally;
pub use template_text::{TemplateText, TemplateTexts};
use unit::units;

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
    /// The states in which something remains to be done, the most advanced first.
    pub const OPEN: [Self; 4] = [Self::Partial, Self::Untouched, Self::Empty, Self::Missing];

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

    /// Whether nothing remains to be done.
    pub const fn is_answered(self) -> bool {
        matches!(self, Self::Written | Self::NotApplicable | Self::Waived | Self::Merged)
    }
}

impl Serialize for State {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
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
    /// An instruction to the author.
    Guidance,
    /// A row of a table without values.
    Value,
    /// A sub-heading with nothing below.
    Heading(String),
    /// A sub-heading with nothing but the template's text below.
    Part(String),
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

/// How far a piece of Markdown is that stands in no document: what is a template's is known by its
/// shape, and as a passage of the built-in templates and of what they were made from.
pub fn state_of(markdown: &str) -> State {
    let document = Arc::new(Document::parse(&Source::new("", format!("# -\n\n{markdown}\n"))));
    let tree = Tree::of(document);
    let judged = |text: &TemplateText| {
        let mut tally = Tally::default();
        for node in tree.nodes.iter().filter(|node| node.kind == NodeKind::Heading) {
            tally.body(&units(&tree, &node.body), text, &[], false);
        }
        tally.assessment().state
    };
    let own = judged(&TemplateText::default());
    let foreign = |text| judged(text) == State::Untouched;
    let is_ours = own == State::Written && TemplateText::of_built_in().iter().any(foreign);
    if is_ours { State::Untouched } else { own }
}

/// How many headings have "N/A" and nothing else below: who writes it in several places means it.
pub fn bare_answers(tree: &Tree) -> usize {
    let bare = |node: &&Node| {
        let units = units(tree, &node.body);
        let mut told = units.iter().filter(|unit| !unit.is_structure());
        let only = told.next().filter(|_| told.next().is_none());
        only.is_some_and(|unit| answer::of(&unit.shown()) == Some(answer::Answer::Bare))
    };
    tree.nodes.iter().filter(bare).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::parsed;

    #[test]
    fn dots_beside_what_is_written_say_and_so_on() {
        let table = |rows: &str| state_of(&format!("| Role | Expectation |\n|---|---|\n{rows}"));
        assert_eq!(table("| Tower | Quiet alarms |\n| … | … |\n"), State::Written);
        assert_eq!(table("| … | … |\n"), State::Untouched);
        assert_eq!(state_of("- The tower\n- ...\n- The hall\n"), State::Written);
        assert_eq!(state_of("- ...\n"), State::Untouched);
        let rows = |rest: &str| {
            let text =
                format!("# A\n\n| Role | Expectation |\n|---|---|\n| Tower | Quiet |\n{rest}");
            let tree = Tree::of(parsed(&text));
            units(&tree, &tree.nodes[0].body).len()
        };
        assert_eq!((rows(""), rows("| … | ... |\n"), rows("| ... | |\n")), (2, 2, 2));
        assert_eq!((rows("| ___ | ___ |\n"), rows("| [ ] | |\n")), (3, 3));
    }

    #[test]
    fn how_far_something_is_is_told_and_not_left_open() {
        let row = |header: &str, state: &str| {
            state_of(&format!("| Gate | {header} |\n|---|---|\n| North | {state} |\n"))
        };
        for state in ["TODO", "pending", "Under construction", "Coming soon"] {
            assert_eq!(row("Status", state), State::Written, "{state}");
        }
        assert_eq!(row("Stand", "offen"), State::Written);
        assert_eq!(row("Width", "TBD"), State::Untouched);
        assert_eq!(row("State of works", "under construction"), State::Written);
        assert_eq!(state_of("2. **North:** under construction\n"), State::Written);
        assert_eq!(state_of("**Status:** Work in progress\n"), State::Written);
        assert_eq!(state_of("*Coming soon…*\n"), State::Untouched);
        assert_eq!(state_of("(kommt noch)\n"), State::Untouched);
    }

    #[test]
    fn items_in_bold_say_what_they_say() {
        assert_eq!(state_of("- **Wagons weighed**\n- **Belts stopped**\n"), State::Written);
        assert_eq!(state_of("- **Purpose:**\n- **Interfaces:**\n"), State::Untouched);
    }

    #[test]
    fn values_in_code_are_no_placeholder() {
        let code = |text: &str| state_of(&format!("```\n{text}\n```\n"));
        assert_eq!(code("[\n  {\"id\": 1, \"title\": \"Wagon of the north\"}\n]"), State::Written);
        assert_eq!(code("[north hall, south hall, the old shed]"), State::Written);
        assert_eq!(code("[Insert the picture of the halls here]"), State::Untouched);
    }

    #[test]
    fn a_bare_answer_is_nothing_but_that() {
        let text =
            "# A\n\n## B\n\nN/A\n\n## C\n\nn/a\n\n## D\n\nN/A: one hall.\n\n## E\n\nText.\n\nN/A\n";
        assert_eq!(bare_answers(&Tree::of(parsed(text))), 2);
    }
}
