//! How well a text that nobody has bound fits each template.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, OnceLock};

use crate::analysis::Analysis;
use crate::book::Chapter;
use crate::document::bind::node::{NodeKind, Tree};
use crate::document::bind::{Binding, Index, Said};
use crate::include::Includes;
use crate::parallel;
use crate::pointer;
use crate::template::catalogue::Catalogue;
use crate::template::{Need, Template};
use text::link;
use text::markdown::Document;
use text::source::Source;
use words::Concept;

/// A file, or a directory whose files are the chapters of one document, with the templates that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The file or directory, as findings name it.
    pub file: String,
    /// The best first.
    pub fits: Vec<Fit>,
}

/// How well a text fits a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The template's name.
    pub template: String,
    /// The parameters that it cannot do without.
    pub params: Vec<String>,
    /// How many headings the text has, its title left out.
    pub headings: usize,
    /// How many of them are called as a section of the template is.
    pub bound: usize,
    /// How many chapters of the template they reach.
    pub chapters: usize,
    /// How many sections the template requires.
    pub required: usize,
    /// How many of those have a heading.
    pub served: usize,
    /// How many sections with a heading are about the structure of a system.
    structure: usize,
}

/// How many fits are told of each file.
const MOST: usize = 2;

/// Fewer chapters of a template than these are what any text has: an overview, a glossary, an interface.
///
/// Set by reading what public repositories would be told: their proposals, guides, readmes and change logs
/// get nothing, and of the documents written from templates those of which enough binds.
const FEWEST_CHAPTERS: usize = 5;

/// Of these so many are called word for word, be it in another language; the others may be called otherwise. No text of
/// the public repositories looked at would be told that has fewer.
const FEWEST_CALLED: usize = 3;

/// What architects alone write about: of what a system is made, and what goes on between its parts. A specification of
/// a service, a page about an API and a readme have the rest as well.
const STRUCTURE: [Concept; 19] = [
    Concept::Architecture,
    Concept::HighLevelArchitecture,
    Concept::ComponentDiagram,
    Concept::Components,
    Concept::ComponentDesign,
    Concept::Component,
    Concept::Layers,
    Concept::BuildingBlocks,
    Concept::Runtime,
    Concept::Flows,
    Concept::Flow,
    Concept::DataFlow,
    Concept::SolutionStrategy,
    Concept::Decisions,
    Concept::BusinessContext,
    Concept::TechnicalContext,
    Concept::ExternalSystems,
    Concept::Integration,
    Concept::QualityScenarios,
];

/// Where less than half of the required sections have a heading, fewer sections about structure are chance.
const FEWEST_OF_STRUCTURE: usize = 2;

/// Of the required sections more than one in so many has a heading.
const SERVED: usize = 4;

/// Where less than half of them have one, at least one heading in so many binds.
const BOUND: usize = 5;

impl Fit {
    /// Whether an architect would agree.
    fn is_telling(&self) -> bool {
        let complete = self.served * 2 >= self.required;
        let telling = self.bound * BOUND >= self.headings && self.structure >= FEWEST_OF_STRUCTURE;
        self.chapters >= FEWEST_CHAPTERS
            && self.served * SERVED > self.required
            && (complete || telling)
    }

    /// Whether most headings are the template's: of a directory, most of its files are chapters.
    pub fn is_whole(&self) -> bool {
        self.bound * 4 >= self.headings * 3
    }

    /// Whether nobody would doubt it: three of four required sections have a heading, and nothing is left
    /// to be said.
    pub fn is_unmistakable(&self) -> bool {
        self.params.is_empty()
            && self.chapters >= FEWEST_CHAPTERS
            && self.served * 4 >= self.required * 3
    }

    /// What is better comes first.
    fn sort(fits: &mut Vec<Self>) {
        fits.retain(Self::is_telling);
        fits.sort_by_key(|fit| std::cmp::Reverse((fit.bound, fit.served)));
        fits.truncate(MOST);
    }
}

/// Whether any template fits a chapter.
pub fn is_like_a_template(analysis: &Analysis<'_>, chapter: &Chapter<'_>) -> bool {
    let templates = Indices::of(&analysis.templates);
    fits(analysis, chapter, &templates).iter().any(Fit::is_telling)
}

/// The chapters of a book that fit a template, and the directories whose files are the chapters of one.
pub(super) fn candidates(
    analysis: &Analysis<'_>,
    unbound: &[usize],
) -> (Vec<Candidate>, Vec<Candidate>) {
    let templates = Indices::of(&analysis.templates);
    let mut documents = Vec::new();
    let mut directories: BTreeMap<&str, Vec<&Chapter<'_>>> = BTreeMap::new();
    let fitting = parallel::map(unbound, |&index| {
        let mut fits = fits(analysis, &analysis.book.chapters[index], &templates);
        Fit::sort(&mut fits);
        fits
    });
    for (&index, fits) in unbound.iter().zip(fitting) {
        let chapter = &analysis.book.chapters[index];
        if fits.is_empty() {
            directories.entry(link::directory(chapter.file())).or_default().push(chapter);
        } else {
            documents.push(Candidate { file: chapter.file().to_owned(), fits });
        }
    }
    let several = directories.into_iter().filter_map(|(directory, chapters)| {
        let mut fits = one_file_a_chapter(&chapters, &templates);
        Fit::sort(&mut fits);
        (!fits.is_empty()).then(|| Candidate { file: directory.to_owned(), fits })
    });
    (documents, several.collect())
}

/// How well the files of a directory, each by its first heading, are the chapters of each template: at
/// least every second of them.
fn one_file_a_chapter(chapters: &[&Chapter<'_>], templates: &Indices<'_>) -> Vec<Fit> {
    if chapters.len() < FEWEST_CHAPTERS {
        return Vec::new();
    }
    let titles: Vec<String> = chapters.iter().filter_map(|chapter| title(chapter)).collect();
    let text = titles.iter().fold(String::new(), |text, title| text + "## " + title + "\n\n");
    let contents = Arc::new(Document::parse(&Source::new("", text)));
    let each = templates.all().iter().map(|index| {
        let tree = Tree::of(Arc::clone(&contents));
        Fit::of(&Binding::new(index, tree, true))
    });
    each.filter(|fit| fit.bound * 2 >= chapters.len()).collect()
}

/// The first heading of a chapter as Markdown.
fn title(chapter: &Chapter<'_>) -> Option<String> {
    let heading = chapter.document().outline.sections.first()?.heading;
    let line = chapter.source().slice(heading).trim_start().lines().next()?;
    Some(line.trim_start_matches('#').trim().to_owned())
}

/// What looks headings up in each of the templates: made for the first text that has enough of them, and most books have
/// none such.
struct Indices<'a> {
    templates: &'a Catalogue,
    made: OnceLock<Vec<Arc<Index>>>,
}

impl<'a> Indices<'a> {
    const fn of(templates: &'a Catalogue) -> Self {
        Self { templates, made: OnceLock::new() }
    }

    fn all(&self) -> &[Arc<Index>] {
        self.made.get_or_init(|| {
            let names = self.templates.names().into_iter();
            let named = names.filter_map(|name| self.templates.find(name));
            let mut seen = HashSet::new();
            let named = named.filter(|template| seen.insert(template.name.clone()));
            named.map(|template| Index::of(&template)).collect()
        })
    }
}

fn fits(analysis: &Analysis<'_>, chapter: &Chapter<'_>, templates: &Indices<'_>) -> Vec<Fit> {
    if !may_fit(chapter) {
        return Vec::new();
    }
    let mut includes = if analysis.settings.resolve_includes {
        Includes::new(&analysis.book.root, &analysis.book.overlay, chapter.file())
    } else {
        Includes::none(&analysis.book.root)
    };
    let mut tree = Tree::new(Arc::clone(chapter.document()), &mut includes);
    let worth = templates.all().iter().filter(|index| is_worth_a_look(index, &tree));
    let worth: Vec<_> = worth.collect();
    if worth.is_empty() {
        return Vec::new();
    }
    let said = Said::of_all(&tree);
    let mut fits = Vec::new();
    for index in worth {
        let binding = Binding::of_said(index, tree, &said, false);
        fits.push(Fit::of(&binding));
        tree = binding.tree;
    }
    fits
}

/// Whether so many chapters of a template are called word for word that a closer look may find the rest.
fn is_worth_a_look(index: &Index, tree: &Tree) -> bool {
    let mut chapters = HashSet::new();
    index.called(tree).any(|section| {
        chapters.insert(chapter_of(&index.template, section));
        chapters.len() >= FEWEST_CALLED
    })
}

/// Whether the text can have enough headings, and is not the way to them; an include may bring them.
fn may_fit(chapter: &Chapter<'_>) -> bool {
    let document = chapter.document();
    let sections = document.outline.sections.len();
    let enough = sections >= FEWEST_CHAPTERS || chapter.mentions("{{#include");
    let moved = (0..sections).filter(|&section| pointer::link(document, section).is_some());
    enough && moved.count() * 2 < sections.max(1)
}

impl Fit {
    fn of(binding: &Binding) -> Self {
        let template = &binding.template;
        let title = binding.first(0).filter(|_| template.is_title(0)).map(|hit| hit.node);
        let is_heading =
            |node: usize| binding.tree.nodes[node].kind == NodeKind::Heading && Some(node) != title;
        let mut bound = HashSet::new();
        let mut chapters = HashSet::new();
        let mut served = HashSet::new();
        for (section, hits) in binding.hits.iter().enumerate() {
            let called = hits.iter().filter(|hit| hit.how.names_it() && is_heading(hit.node));
            for hit in called {
                bound.insert(hit.node);
                chapters.insert(chapter_of(template, section));
                served.insert(section);
            }
        }
        let required = |section: &usize| {
            let asked = &template.sections[*section];
            asked.need == Need::Required && !asked.copy && !template.is_title(*section)
        };
        let is_structure = |section: &usize| {
            template.sections[*section].concepts.iter().any(|concept| STRUCTURE.contains(concept))
        };
        Self {
            template: template.name.clone(),
            params: template
                .params
                .iter()
                .filter(|param| param.required)
                .map(|param| param.name.clone())
                .collect(),
            headings: (0..binding.tree.nodes.len()).filter(|&node| is_heading(node)).count(),
            bound: bound.len(),
            chapters: chapters.len(),
            required: (0..template.sections.len()).filter(required).count(),
            served: served.iter().filter(|section| required(section)).count(),
            structure: served.iter().filter(|section| is_structure(section)).count(),
        }
    }
}

/// The outermost section around one, the document's title left out.
fn chapter_of(template: &Template, section: usize) -> usize {
    let mut chapter = section;
    while let Some(above) = template.containing(chapter) {
        chapter = above;
    }
    chapter
}

#[cfg(test)]
mod tests;
