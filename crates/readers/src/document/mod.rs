//! The chapters that concern us: their directives, and the documents that are bound to a template.

pub mod bind;
pub mod coverage;
pub mod demanded;
mod drawn;
pub mod gap;
mod labelled;
pub mod leftover;
pub mod metadata;
mod reader;
pub mod review;
pub mod stage;
mod stated;
mod states;
mod swallowed;
mod union;
pub mod written;

use std::collections::HashMap;
use std::sync::Arc;

use crate::directive::{self, Directive, Scan};
use crate::document::bind::Binding;
use crate::document::bind::node::NodeKind;
use crate::document::coverage::{DocumentCoverage, Progress, SectionCoverage};
use crate::document::gap::Gap;
use crate::document::metadata::{Front, Statement};
use crate::document::written::{Leftover, State, TemplateText};
use crate::template::{Need, Template};
use text::markdown::Document;
use text::source::{Place, Span};
use words::date::{Date, Period};
use words::{Label, Language, Stage};

pub use reader::read;
pub use stage::Status;
pub use states::{Heading, SectionFacts};
pub use swallowed::Swallowed;

/// The documents by their names: the places of their first chapters among the annotated ones.
pub fn by_name(annotated: &[Annotated]) -> HashMap<String, usize> {
    let mut names = HashMap::new();
    for (place, chapter) in annotated.iter().enumerate() {
        if let Some(document) = &chapter.bound {
            names.entry(document.name.clone()).or_insert(place);
        }
    }
    names
}

/// The annotated chapter that is this one of the book.
pub fn of_chapter(annotated: &[Annotated], chapter: usize) -> Option<&Annotated> {
    // They are in the book's order.
    let place = annotated.binary_search_by_key(&chapter, |one| one.chapter).ok()?;
    annotated.get(place)
}

/// What a chapter of the book is bound to.
pub fn bound_to(annotated: &[Annotated], chapter: usize) -> Option<&BoundDocument> {
    of_chapter(annotated, chapter)?.bound.as_ref()
}

/// A chapter with directives, or one that the configuration binds.
#[derive(Debug)]
pub struct Annotated {
    /// Index into [`crate::book::Book::chapters`].
    pub chapter: usize,
    /// Its text, parsed.
    pub document: Arc<Document>,
    /// Its directives and what is wrong with them.
    pub scan: Scan,
    /// The template that it names and that is not there: its name and where it stands.
    pub unknown_template: Option<(String, Span)>,
    /// What it is bound to.
    pub bound: Option<BoundDocument>,
}

/// A chapter that is bound to a template.
#[derive(Debug)]
pub struct BoundDocument {
    /// What it is called: its `doc` argument, or its chapter's file.
    pub name: String,
    /// Whether it is one of several chapters of its document.
    pub shared: bool,
    /// The id of the section that it is in such a document.
    pub part: Option<String>,
    /// The directive that binds it; none where the configuration does.
    pub directive: Option<Directive>,
    /// Headings and sections, joined.
    pub binding: Binding,
    /// The values of the template's parameters.
    pub params: Vec<(String, String)>,
    /// The template's own words with them, section by section.
    texts: Arc<[TemplateText]>,
    /// The language to write headings in: that of its own, or the settings'.
    pub language: Option<Language>,
    /// What it says of its own stage.
    pub status: Option<Status>,
    /// What its text says of the document.
    pub statements: Vec<Statement>,
    /// What its front matter says of it.
    pub front: Front,
    /// How often it is to be reviewed where it does not say so, with the configuration's words.
    pub review_every: Option<(Period, String)>,
    /// For each section of the template, how far it is.
    pub sections: Vec<SectionFacts>,
    /// What is left open in text that no section owns.
    pub unowned: Vec<Leftover>,
    /// A block of code that its chapter's sections fell into.
    pub swallowed: Option<Swallowed>,
    /// The sections without a heading, in the template's order.
    pub gaps: Vec<Gap>,
    /// For a further chapter of a document: the place of the first among the annotated chapters.
    pub first: Option<usize>,
}

impl BoundDocument {
    /// The template.
    pub fn template(&self) -> &Template {
        &self.binding.template
    }

    /// Whether a section, or one around it, fell into a block of code.
    pub fn is_swallowed(&self, section: usize) -> bool {
        let inside = |&known: &usize| known == section || self.template().is_within(section, known);
        self.swallowed.as_ref().is_some_and(|swallowed| swallowed.sections.iter().any(inside))
    }

    /// What its directive says, where one binds it.
    pub fn asks(&self) -> Option<&directive::Template> {
        self.directive.as_ref()?.template()
    }

    /// Whether a section that groups others has text of its own, which is the template's, and none of
    /// those others is there: it is reported itself, and they are not.
    pub fn is_open_group(&self, section: usize) -> bool {
        let template = self.template();
        let has_text = |heading: &Heading| !self.binding.tree.nodes[heading.node].body.is_empty();
        let facts = &self.sections[section];
        template.sections[section].need == Need::Container
            && facts.state == State::Untouched
            && facts.headings.iter().any(has_text)
            && !template.children(Some(section)).any(|child| self.binding.reached(child))
    }

    /// Whether a section that is missing wants a file of its own: a chapter, where each chapter of the document has one.
    pub fn wants_a_file(&self, gap: &Gap) -> bool {
        let template = self.template();
        let is_chapter =
            |section: usize| !template.is_title(section) && template.containing(section).is_none();
        self.shared && is_chapter(gap.section) && {
            let tree = &self.binding.tree;
            let headings = tree.nodes.iter().enumerate();
            let mut headings = headings.filter(|(_, node)| node.kind == NodeKind::Heading);
            headings.next().is_some_and(|(first, node)| {
                // It heads the whole file.
                (node.level, node.subtree) == (1, tree.nodes.len())
                    && self.binding.served(first).iter().any(|&section| is_chapter(section))
            })
        }
    }

    /// Its stage; a draft where nothing is stated or the words are not known.
    pub fn stage(&self) -> Stage {
        self.status.as_ref().and_then(|status| status.stage).unwrap_or_default()
    }

    /// Whether it says when, or how often, it is to be reviewed.
    pub(crate) fn states_review(&self) -> bool {
        let reviews = [Label::ReviewBy, Label::ReviewSchedule];
        self.stated().any(|one| reviews.contains(&one.label))
    }

    /// What its front matter and its text say of it.
    pub(crate) fn stated(&self) -> impl Iterator<Item = &Statement> {
        self.front.statements.iter().chain(&self.statements)
    }

    /// True when no section has a heading yet.
    pub fn is_fresh(&self) -> bool {
        !self.binding.tree.nodes.iter().any(|node| node.kind == NodeKind::Heading)
    }

    /// How far it is, where it is all of its document.
    pub fn progress(&self) -> Progress {
        let sections = self.template().sections.iter().zip(&self.sections);
        let asked = sections.filter(|(section, _)| section.need.is_asked() && !section.copy);
        Progress::of(asked.map(|(_, facts)| facts.state.is_answered()))
    }

    /// The document's coverage, as JSON shows it; `path` is that of its first chapter.
    pub fn coverage(&self, path: &str, next_review: Option<Date>, today: Date) -> DocumentCoverage {
        let mut sections = Vec::new();
        let gaps: HashMap<usize, &Gap> = self.gaps.iter().map(|gap| (gap.section, gap)).collect();
        for (index, section) in self.template().sections.iter().enumerate() {
            let facts = &self.sections[index];
            let row = |heading: String, state: State, place: Option<Place>| SectionCoverage {
                id: section.id.clone(),
                heading,
                need: section.need,
                state,
                path: place.as_ref().map(|place| place.source.path().to_owned()),
                line: place.as_ref().map(|place| place.start().line),
            };
            if section.copy || facts.elsewhere {
                continue;
            }
            if facts.headings.is_empty() {
                let words = || gaps.get(&index).map(|gap| gap.words(self));
                let title = words().unwrap_or_else(|| self.title_of(index));
                sections.push(row(title, facts.state, facts.label.clone()));
            }
            for heading in &facts.headings {
                let node = &self.binding.tree.nodes[heading.node];
                let place = self.binding.tree.place(heading.node);
                sections.push(row(node.text.clone(), heading.assessment.state, Some(place)));
            }
        }
        DocumentCoverage {
            document: self.name.clone(),
            path: path.to_owned(),
            template: self.template().name.clone(),
            status: self.status.as_ref().and_then(|status| status.stage),
            next_review: next_review.map(|due| due.to_string()),
            is_overdue: next_review.is_some_and(|due| due.is_past(today)),
            sections,
        }
    }

    /// A section's heading in the template, parameters filled in, as plain text.
    pub fn title_of(&self, section: usize) -> String {
        crate::template::fill(&self.template().sections[section].heading, &self.params)
    }
}
