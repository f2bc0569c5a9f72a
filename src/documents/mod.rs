//! The chapters that concern us: their directives, and the documents that are bound to a template.

pub mod gap;
pub mod stage;
mod states;
mod values;
pub mod words;

use std::sync::Arc;

use crate::binding::Binding;
use crate::binding::node::{NodeKind, Tree};
use crate::book::{Book, Chapter};
use crate::config::{Settings, Word};
use crate::coverage::{DocumentCoverage, SectionCoverage};
use crate::directive::{self, Directive, Kind, Mistake, MistakeKind, Scan};
use crate::document::Document;
use crate::include::Includes;
use crate::rule::levels::Stage;
use crate::source::{Place, Span};
use crate::template::catalogue::Catalogue;
use crate::template::{Need, Template};
use crate::written::{State, TemplateText, TemplateTexts};

pub use stage::Status;
pub use states::{Heading, SectionFacts};

/// A chapter with directives, or one that the configuration binds.
#[derive(Debug)]
pub struct Annotated {
    /// Index into [`Book::chapters`].
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
    /// The directive that binds it; none where the configuration does.
    pub directive: Option<Directive>,
    /// Headings and sections, joined.
    pub binding: Binding,
    /// The values of the template's parameters.
    pub params: Vec<(String, String)>,
    /// What it says of its own stage.
    pub status: Option<Status>,
    /// For each section of the template, how far it is.
    pub sections: Vec<SectionFacts>,
}

impl BoundDocument {
    /// The template.
    pub fn template(&self) -> &Template {
        &self.binding.template
    }

    /// Its stage; a draft where nothing is stated or the words are not known.
    pub fn stage(&self) -> Stage {
        self.status.as_ref().and_then(|status| status.stage).unwrap_or_default()
    }

    /// True when no section has a heading yet.
    pub fn is_fresh(&self) -> bool {
        !self.binding.tree.nodes.iter().any(|node| node.kind == NodeKind::Heading)
    }

    /// Sections that the template asks for, and how many of them are answered.
    pub fn written_of_asked(&self) -> (usize, usize) {
        let asked = self.template().sections.iter().zip(&self.sections).filter(|(section, _)| {
            matches!(section.need, Need::Required | Need::Recommended) && !section.copy
        });
        let written = asked.clone().filter(|(_, facts)| facts.state.is_answered()).count();
        (written, asked.count())
    }

    /// The document's coverage, as JSON shows it.
    pub fn coverage(&self, path: &str) -> DocumentCoverage {
        let mut sections = Vec::new();
        for (index, section) in self.template().sections.iter().enumerate() {
            let facts = &self.sections[index];
            let row = |heading: String, state: State, place: Option<Place>| SectionCoverage {
                id: section.id.clone(),
                heading,
                need: section.need.name(),
                state: state.name(),
                path: place.as_ref().map(|place| place.source.path().to_owned()),
                line: place.as_ref().map(|place| place.start().line),
            };
            if section.copy {
                continue;
            }
            if facts.headings.is_empty() {
                sections.push(row(self.title_of(index), facts.state, None));
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
            status: self.status.as_ref().and_then(|status| status.stage).map(Stage::word),
            sections,
        }
    }

    /// A section's heading in the template, parameters filled in, as plain text.
    pub fn title_of(&self, section: usize) -> String {
        crate::template::fill(&self.template().sections[section].heading, &self.params)
    }
}

/// Reads all chapters that concern us, in the book's order.
pub fn read(book: &Book<'_>, settings: &Settings, templates: &Catalogue) -> Vec<Annotated> {
    let mut texts = TemplateTexts::default();
    let mut found = Vec::new();
    for (index, chapter) in book.chapters.iter().enumerate() {
        found.extend(annotated(book, settings, templates, &mut texts, index, chapter));
    }
    found
}

fn annotated(
    book: &Book<'_>,
    settings: &Settings,
    templates: &Catalogue,
    texts: &mut TemplateTexts,
    index: usize,
    chapter: &Chapter<'_>,
) -> Option<Annotated> {
    let configured = settings.documents.iter().rev().find(|entry| {
        entry.template.is_some() && entry.paths.contains_in_book(chapter.file(), &book.src)
    });
    if configured.is_none() && !chapter.mentions("#archdoc") {
        return None;
    }
    let document = Arc::clone(chapter.document());
    let mut scan = directive::scan(&document);
    let mut unknown_template = None;
    let directive = scan.directives.iter().find(|found| found.kind == Kind::Template).cloned();
    let name = directive
        .as_ref()
        .and_then(|found| found.get("template"))
        .or_else(|| configured.and_then(|entry| entry.template.as_deref()));
    let template = name.and_then(|name| {
        let found = templates.find(name);
        if found.is_none() {
            let argument = directive.as_ref().and_then(|found| found.argument("template"));
            let span = argument.map_or(Span::default(), |argument| argument.value_span);
            unknown_template = Some((name.to_owned(), span));
        }
        found
    });
    for found in &scan.directives {
        let names: Vec<&str> = match &template {
            Some(template) if found.kind == Kind::Template => {
                template.params.iter().map(|param| param.name.as_str()).collect()
            }
            _ => Vec::new(),
        };
        // Without its template, nobody knows which parameters are right.
        if found.kind != Kind::Template || template.is_some() {
            scan.mistakes.extend(directive::unknown_arguments(found, &names));
        }
        scan.mistakes.extend(values::mistakes(book, settings, found));
    }
    let bound = template.map(|template| {
        let given = |name: &str| {
            let directive = directive.as_ref().and_then(|found| found.get(name));
            directive.or_else(|| configured?.params.get(name).map(String::as_str))
        };
        let params = parameters(&template, given, directive.as_ref(), &mut scan.mistakes);
        let status = stage::status(
            &document,
            directive.as_ref(),
            configured.and_then(|entry| entry.status),
            settings,
        );
        let texts = texts.of(&template, &params);
        bind(book, settings, chapter, template, texts, directive.clone(), params, status)
    });
    scan.mistakes.sort_by_key(|mistake| mistake.span);
    Some(Annotated { chapter: index, document, scan, unknown_template, bound })
}

/// The parameters' values; a required one that nobody gives is a mistake of the directive.
fn parameters<'v>(
    template: &Template,
    given: impl Fn(&str) -> Option<&'v str>,
    directive: Option<&Directive>,
    mistakes: &mut Vec<Mistake>,
) -> Vec<(String, String)> {
    let mut values = Vec::new();
    for param in &template.params {
        let value = given(&param.name).map(str::to_owned).or_else(|| param.default.clone());
        match (value, directive) {
            (Some(value), _) => values.push((param.name.clone(), value)),
            (None, Some(directive)) if param.required => {
                let key = param.name.clone();
                let template = template.name.clone();
                let kind = MistakeKind::NoParameter { key, template };
                mistakes.push(Mistake { span: directive.span, kind });
            }
            (None, _) => {}
        }
    }
    values
}

fn bind(
    book: &Book<'_>,
    settings: &Settings,
    chapter: &Chapter<'_>,
    template: Arc<Template>,
    texts: Arc<[TemplateText]>,
    directive: Option<Directive>,
    params: Vec<(String, String)>,
    status: Option<Status>,
) -> BoundDocument {
    let mut includes = if settings.resolve_includes {
        Includes::new(&book.root, chapter.file())
    } else {
        Includes::none(&book.root)
    };
    let tree = Tree::new(Arc::clone(chapter.document()), &mut includes);
    let binding = Binding::new(template, tree);
    let sections = states::facts(&binding, texts, &params);
    let doc = directive.as_ref().and_then(|found| found.get("doc"));
    let name = doc.unwrap_or(chapter.file()).to_owned();
    BoundDocument { name, directive, binding, params, status, sections }
}
