//! How much of each document is written.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use serde::{Serialize, Serializer};
use text::word::Word;
use words::Stage;

use crate::document::written::State;
use crate::template::{Need, Template};

/// One document that is bound to a template.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentCoverage {
    /// The document's name: its `doc` argument, or the path of its chapter.
    pub document: String,
    /// Its first chapter, relative to the book's root.
    pub path: String,
    /// The template's name.
    pub template: String,
    /// Its stage; null where nothing is stated.
    #[serde(serialize_with = "as_word")]
    pub status: Option<Stage>,
    /// When it is to be looked at again: a day, `2026-03-31`, or a month; null where nothing says so.
    pub next_review: Option<String>,
    /// Whether that has passed, which readers of the data know themselves.
    #[serde(skip)]
    pub is_overdue: bool,
    /// The template's sections, in its order.
    pub sections: Vec<SectionCoverage>,
}

/// One section of a document.
#[derive(Clone, Debug, Serialize)]
pub struct SectionCoverage {
    /// The section's id in the template.
    pub id: String,
    /// The heading in the document; where it is missing, what it would be there, in the document's language.
    pub heading: String,
    /// How much the template asks for it.
    pub need: Need,
    /// How far it is.
    pub state: State,
    /// The file it stands in, relative to the book's root; null where neither a heading nor the
    /// label of a paragraph has a place.
    pub path: Option<String>,
    /// The line of its heading, from 1; without one that of the label in its chapter's text that answers for it.
    pub line: Option<usize>,
}

/// How many of the sections that a template asks for are written, or answered otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// The sections for which nothing remains to be done.
    pub written: usize,
    /// All of them.
    pub asked: usize,
}

impl Progress {
    /// Counts sections that are asked for, by whether they are written.
    pub(crate) fn of(asked: impl IntoIterator<Item = bool>) -> Self {
        let mut progress = Self::default();
        for written in asked {
            progress += Self { written: usize::from(written), asked: 1 };
        }
        progress
    }
}

impl AddAssign for Progress {
    fn add_assign(&mut self, other: Self) {
        self.written += other.written;
        self.asked += other.asked;
    }
}

/// How many sections in one state are to be done.
#[derive(Clone, Copy, Debug)]
pub struct Remains {
    /// What they are.
    pub state: State,
    /// The sections that the template requires.
    pub required: usize,
    /// The sections that it recommends.
    pub recommended: usize,
}

impl SectionCoverage {
    /// Whether nothing remains to be done.
    pub fn is_done(&self) -> bool {
        self.state.is_answered()
    }

    /// Whether the template asks for it.
    pub fn is_asked(&self) -> bool {
        self.need.is_asked()
    }
}

impl DocumentCoverage {
    /// How far it is. A section with several headings is one, and done when all of them are.
    pub fn progress(&self) -> Progress {
        let mut asked: BTreeMap<&str, bool> = BTreeMap::new();
        for section in self.sections.iter().filter(|section| section.is_asked()) {
            *asked.entry(&section.id).or_insert(true) &= section.is_done();
        }
        Progress::of(asked.into_values())
    }

    /// Takes in what another chapter of the same document has, in the template's order.
    pub fn join(&mut self, other: Self, template: &Template) {
        let ids = template.sections.iter().enumerate().rev();
        let order: BTreeMap<&str, usize> =
            ids.map(|(index, section)| (section.id.as_str(), index)).collect();
        // The part that is due first is the one to look at.
        let due =
            |one: &Self| (one.next_review.is_none(), !one.is_overdue, one.next_review.clone());
        if due(&other) < due(self) {
            (self.next_review, self.is_overdue) = (other.next_review, other.is_overdue);
        }
        self.sections.extend(other.sections);
        self.sections.sort_by_key(|section| order.get(section.id.as_str()).copied());
    }

    /// What remains, by state. What is only recommended is counted apart, since no rule asks for it.
    pub fn remains(&self) -> Vec<Remains> {
        let count = |need: Need, state: State| {
            let asked = self.sections.iter().filter(|section| section.need == need);
            asked.filter(|section| section.state == state).count()
        };
        let counted = State::OPEN.into_iter().map(|state| Remains {
            state,
            required: count(Need::Required, state),
            recommended: count(Need::Recommended, state),
        });
        counted.filter(|one| one.required + one.recommended > 0).collect()
    }
}

/// The word of JSON for a stage.
#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "what serde calls")]
fn as_word<S: Serializer>(stage: &Option<Stage>, serializer: S) -> Result<S::Ok, S::Error> {
    stage.map(Stage::word).serialize(serializer)
}
