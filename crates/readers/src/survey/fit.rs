//! How well a text that nobody has bound fits each template.

use std::collections::HashSet;
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::book::Chapter;
use crate::document::bind::node::{NodeKind, Tree};
use crate::document::bind::{Binding, Index, Match};
use crate::include::Includes;
use crate::template::catalogue::Catalogue;
use crate::template::{Need, Template};

/// A file with the templates that fit it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The file, as findings name it.
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
}

/// How many fits are told of each file.
const MOST: usize = 3;

/// A text with fewer headings is no document that a template could order.
const FEWEST_HEADINGS: usize = 5;

impl Fit {
    /// Whether an architect would agree.
    fn is_telling(&self) -> bool {
        self.bound >= 3
    }

    /// What is better comes first: sections served, then headings bound.
    fn rank(&self) -> (usize, usize, usize) {
        (self.bound, self.served, self.chapters)
    }
}

/// Those of some chapters that fit a template.
pub(super) fn candidates(
    analysis: &Analysis<'_>,
    chapters: impl Iterator<Item = usize>,
) -> Vec<Candidate> {
    let templates = Indexed::all(&analysis.templates);
    let chapters = chapters.map(|index| &analysis.book.chapters[index]);
    let each = chapters.filter_map(|chapter| {
        let mut fits: Vec<Fit> = fits(analysis, chapter, &templates);
        fits.retain(Fit::is_telling);
        fits.sort_by_key(|fit| std::cmp::Reverse(fit.rank()));
        fits.truncate(MOST);
        let file = chapter.file().to_owned();
        (!fits.is_empty()).then_some(Candidate { file, fits })
    });
    each.collect()
}

/// A template with what looks headings up in it.
struct Indexed {
    template: Arc<Template>,
    index: Index,
}

impl Indexed {
    fn all(templates: &Catalogue) -> Vec<Self> {
        let named = templates.names().into_iter().filter_map(|name| templates.find(name));
        let mut seen = HashSet::new();
        named
            .filter(|template| seen.insert(template.name.clone()))
            .map(|template| Self { index: Index::of(&template), template })
            .collect()
    }
}

fn fits(analysis: &Analysis<'_>, chapter: &Chapter<'_>, templates: &[Indexed]) -> Vec<Fit> {
    if !may_fit(chapter) {
        return Vec::new();
    }
    let mut includes = if analysis.settings.resolve_includes {
        Includes::new(&analysis.book.root, chapter.file())
    } else {
        Includes::none(&analysis.book.root)
    };
    let mut tree = Some(Tree::new(Arc::clone(chapter.document()), &mut includes));
    let mut fits = Vec::new();
    for Indexed { template, index } in templates {
        let Some(headings) = tree.take() else { break };
        let binding = Binding::new(Arc::clone(template), index, headings, false);
        fits.push(Fit::of(&binding));
        tree = Some(binding.tree);
    }
    fits
}

/// Whether the text can have enough headings; an include may bring them.
fn may_fit(chapter: &Chapter<'_>) -> bool {
    let outline = &chapter.document().outline;
    outline.sections.len() >= FEWEST_HEADINGS || chapter.mentions("{{#include")
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
            let called = hits.iter().filter(|hit| hit.how <= Match::Stem && is_heading(hit.node));
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
        }
    }
}

/// The outermost section around one, the document's title left out.
fn chapter_of(template: &Template, section: usize) -> usize {
    let mut chapter = section;
    while let Some(above) = template.sections[chapter].parent.filter(|&at| !template.is_title(at)) {
        chapter = above;
    }
    chapter
}
