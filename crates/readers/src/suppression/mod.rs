//! Findings that a comment in the text allows, for a reason:
//! `<!-- archdoc: allow missing-section(security.risks) reason="..." -->`.

mod comment;
mod cover;
mod reach;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use cover::Cover;

use crate::adr::Collection;
use crate::book::Book;
use crate::directive::near::HINT;
use crate::document::gap;
use crate::document::gap::gaps;
use crate::document::written::State;
use crate::document::{Annotated, BoundDocument, bound_to};
use crate::template::Need;
use text::markdown::Document;
use text::source::{Place, Span};

pub use crate::directive::near::ALLOW;
pub use comment::Mistake;

/// One rule that one comment allows.
#[derive(Debug)]
pub struct Suppression {
    /// The rule's name, as it stands in the comment.
    pub rule: String,
    /// The section's id, where it names one: the section and all within it, wherever the comment
    /// stands in the document.
    pub section: Option<String>,
    /// The words of the comment.
    pub place: Place,
    /// The bytes of the file for which it holds where it names no section.
    reach: Span,
    /// The document it stands in.
    document: Option<String>,
}

/// All of a book.
#[derive(Debug, Default)]
pub struct Suppressions {
    /// In the order of the files.
    pub all: Vec<Suppression>,
    /// What is wrong with them.
    pub mistakes: Vec<Mistake>,
    /// By index into `all`: those that stand for a missing section.
    waiving: HashSet<usize>,
    /// Those of a rule in a file that name no section.
    by_file: HashMap<(String, String), Cover>,
    /// Those of a rule in a document that name a section.
    by_document: HashMap<(String, String), Vec<usize>>,
}

/// The rule whose suppression says that a section is missing on purpose.
pub(crate) const WAIVING: &str = "missing-section";

impl Suppressions {
    /// Reads the comments of all chapters, of what they include, and of unlisted decision records.
    pub fn read(book: &Book<'_>, annotated: &[Annotated], records: &Collection) -> Self {
        let mut found = Self::default();
        for (index, chapter) in book.chapters.iter().enumerate() {
            if !chapter.mentions(HINT) {
                continue;
            }
            let name = bound_to(annotated, index).map(|document| &document.name);
            found.document(chapter.document(), name);
        }
        let bound = annotated.iter().filter_map(|chapter| chapter.bound.as_ref());
        for document in bound {
            for included in document.binding.tree.documents.iter().skip(1) {
                found.document(included, Some(&document.name));
            }
        }
        let mut unlisted = HashSet::new();
        for entry in records.entries.iter().filter(|entry| entry.chapter.is_none()) {
            let source = &entry.record.source;
            if unlisted.insert(source.path()) && holds_comment(source.text()) {
                found.document(&Document::parse(source), None);
            }
        }
        found.index();
        found
    }

    /// Reads the comments of one text; `name` is that of the document that it is a chapter of.
    pub fn of_text(document: &Document, name: Option<&String>) -> Self {
        let mut found = Self::default();
        found.document(document, name);
        found.index();
        found
    }

    fn index(&mut self) {
        let mut by_file: HashMap<_, Vec<(Span, usize)>> = HashMap::new();
        for (index, Suppression { rule, section, place, reach, document }) in
            self.all.iter().enumerate()
        {
            match (section, document) {
                (Some(_), Some(document)) => {
                    let key = (rule.clone(), document.clone());
                    self.by_document.entry(key).or_default().push(index);
                }
                // Nothing is a section there.
                (Some(_), None) => {}
                (None, _) => {
                    let key = (rule.clone(), place.source.path().to_owned());
                    by_file.entry(key).or_default().push((*reach, index));
                }
            }
        }
        let covers = by_file.into_iter().map(|(key, reaches)| (key, Cover::of(&reaches)));
        self.by_file = covers.collect();
    }

    fn document(&mut self, document: &Document, name: Option<&String>) {
        if !holds_comment(document.source.text()) {
            return;
        }
        for html in reach::html(document) {
            self.mistakes.extend(comment::without_colon(&document.source, html.html));
            for comment in comment::spans(&document.source, html.html) {
                let parsed = comment::parse(&document.source, comment);
                self.mistakes.extend(parsed.mistakes);
                self.all.extend(parsed.named.into_iter().map(|named| Suppression {
                    rule: named.rule,
                    section: named.section,
                    place: Place::new(&document.source, named.span),
                    reach: html.reach,
                    document: name.cloned(),
                }));
            }
        }
    }

    /// Marks the missing sections that are allowed to be missing as waived.
    pub(crate) fn waive(&mut self, annotated: &mut [Annotated]) {
        if !self.all.iter().any(|suppression| suppression.rule == WAIVING) {
            return;
        }
        for chapter in annotated {
            let Some(document) = &chapter.bound else { continue };
            let mut waived = Vec::new();
            for gap in &document.gaps {
                let place = gap::place(chapter, document, gap);
                let at = self.position(WAIVING, &place, Some((document, gap.section)));
                if let Some(at) = at {
                    self.waiving.insert(at);
                    waived.push(gap.section);
                }
            }
            if let Some(document) = chapter.bound.as_mut().filter(|_| !waived.is_empty()) {
                mark(document, &waived);
                document.gaps = gaps(document);
            }
        }
    }

    /// Whether a suppression, by its index into [`Self::all`], stands for a missing section.
    pub fn is_waiving(&self, index: usize) -> bool {
        self.waiving.contains(&index)
    }

    /// The first suppression of a rule at a place, or for a section.
    pub fn position(
        &self,
        rule: &str,
        place: &Place,
        about: Option<(&BoundDocument, usize)>,
    ) -> Option<usize> {
        let file = self.by_file.get(&(rule.to_owned(), place.source.path().to_owned()));
        let here = file.and_then(|found| found.first_at(place.span.start));
        let named = about.and_then(|(document, section)| {
            let found = self.by_document.get(&(rule.to_owned(), document.name.clone()))?;
            let is_about = |&index: &usize| {
                let id = self.all[index].section.as_ref();
                id.is_some_and(|id| is_within(document, section, id))
            };
            found.iter().copied().find(is_about)
        });
        here.into_iter().chain(named).min()
    }
}

/// Whether a text may hold a comment for us, or nearly one.
fn holds_comment(text: &str) -> bool {
    text.contains(HINT) && text.contains("<!--")
}

/// Whether a section is the one of this id, or lies in it.
fn is_within(document: &BoundDocument, section: usize, id: &str) -> bool {
    let template = document.template();
    let named = template.sections.iter().position(|section| section.id == id);
    named.is_some_and(|named| section == named || template.is_within(section, named))
}

/// Sets the state of sections; a container of which nothing else is left is waived with them.
fn mark(document: &mut BoundDocument, waived: &[usize]) {
    for &section in waived {
        document.sections[section].state = State::Waived;
    }
    let template = Arc::clone(&document.binding.template);
    for section in (0..template.sections.len()).rev() {
        let mut below = template.children(Some(section)).peekable();
        let container = template.sections[section].need == Need::Container;
        if container
            && document.sections[section].state == State::Missing
            && below.peek().is_some()
            && below.all(|child| document.sections[child].state == State::Waived)
        {
            document.sections[section].state = State::Waived;
        }
    }
}
