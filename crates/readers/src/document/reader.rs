//! Reads the chapters that concern us: their directives, their templates, how far each section is.

use std::collections::HashMap;
use std::sync::Arc;

use crate::book::{Book, Chapter};
use crate::comments;
use crate::directive::{self, Directive, Mistake, MistakeKind, Scan, comment};
use crate::document::bind::node::Tree;
use crate::document::bind::{Binding, Index};
use crate::document::written::TemplateTexts;
use crate::include::Includes;
use crate::parallel;
use crate::settings::{DocumentSettings, Settings};
use crate::template::Template;
use crate::template::catalogue::Catalogue;
use text::source::Span;
use text::wording::nearest;

use super::{Annotated, BoundDocument, gap, metadata, stage, states, swallowed, union};

/// Reads all chapters that concern us, in the book's order.
///
/// Chapters know nothing of each other here, so a large book is read by several threads.
pub fn read(book: &Book<'_>, settings: &Settings, templates: &Catalogue) -> Vec<Annotated> {
    let concerned: Vec<usize> =
        (0..book.chapters.len()).filter(|&index| concerns(book, settings, index)).collect();
    let reader = || Reader {
        book,
        settings,
        templates,
        texts: TemplateTexts::default(),
        indices: HashMap::new(),
    };
    let mut found =
        parallel::map_with(&concerned, reader, |reader, &index| reader.annotated(index));
    union::join(&mut found);
    for bound in found.iter_mut().filter_map(|chapter| chapter.bound.as_mut()) {
        bound.gaps = gap::gaps(bound);
    }
    found
}

/// Whether a chapter has a directive, or the configuration binds it.
fn concerns(book: &Book<'_>, settings: &Settings, index: usize) -> bool {
    let chapter = &book.chapters[index];
    // What most chapters lack is looked for first.
    let named = chapter.mentions(directive::near::HINT);
    let asks = || {
        chapter.mentions("#archdoc")
            || chapter.mentions(comments::MARK) && comment::may_ask(chapter.source().text())
    };
    named && asks()
        || configured(book, settings, chapter).is_some()
        || (named || chapter.mentions("<<#")) && directive::near::is_in(chapter.source().text())
}

/// The entry of the configuration that binds a chapter: the last one that fits.
fn configured<'s>(
    book: &Book<'_>,
    settings: &'s Settings,
    chapter: &Chapter<'_>,
) -> Option<&'s DocumentSettings> {
    settings
        .documents
        .iter()
        .rev()
        .find(|entry| entry.template.is_some() && chapter.is_in(&entry.paths, &book.src))
}

struct Reader<'r, 'b> {
    book: &'r Book<'b>,
    settings: &'r Settings,
    templates: &'r Catalogue,
    texts: TemplateTexts,
    /// By the templates' names.
    indices: HashMap<String, Arc<Index>>,
}

/// Who binds a chapter: its directive, before the configuration.
struct Binder<'r> {
    directive: Option<&'r Directive>,
    configured: Option<&'r DocumentSettings>,
}

impl<'r> Binder<'r> {
    fn asks(&self) -> Option<&'r directive::Template> {
        self.directive.and_then(Directive::template)
    }

    fn template(&self) -> Option<&'r str> {
        let named = self.asks().map(|asks| asks.name.as_str());
        named.or_else(|| self.configured.and_then(|entry| entry.template.as_deref()))
    }

    fn doc(&self) -> Option<&'r str> {
        let named = self.asks().and_then(|asks| asks.doc.as_deref());
        named.or_else(|| self.configured.and_then(|entry| entry.doc.as_deref()))
    }

    /// The section that the chapter is, and where that is said: at its top where the configuration does.
    fn part(&self) -> Option<(&'r str, Span)> {
        let named = self.asks().and_then(|asks| asks.part.as_ref());
        let configured = || Some((self.configured?.part.as_deref()?, Span::default()));
        named.map(|(id, span)| (id.as_str(), *span)).or_else(configured)
    }

    fn param(&self, name: &str) -> Option<&'r str> {
        let given = self.directive.and_then(|directive| directive.get(name));
        given.or_else(|| self.configured?.params.get(name).map(String::as_str))
    }
}

impl Reader<'_, '_> {
    fn annotated(&mut self, index: usize) -> Annotated {
        let chapter = &self.book.chapters[index];
        let configured = configured(self.book, self.settings, chapter);
        let document = Arc::clone(chapter.document());
        let mut scan = directive::scan(&document, &self.settings.change_log);
        let directive = scan.directives.iter().find(|found| found.template().is_some()).cloned();
        let binder = Binder { directive: directive.as_ref(), configured };
        let template = binder.template().and_then(|name| self.templates.find(name));
        let unknown_template = match binder.template() {
            Some(name) if template.is_none() => Some((name.to_owned(), name_span(&binder))),
            _ => None,
        };
        check_arguments(&mut scan, template.as_deref());
        let bound = template
            .as_ref()
            .map(|template| self.bind(chapter, template, &binder, &mut scan.mistakes));
        scan.mistakes.sort_by_key(|mistake| mistake.span);
        Annotated { chapter: index, document, scan, unknown_template, bound }
    }

    fn bind(
        &mut self,
        chapter: &Chapter<'_>,
        template: &Arc<Template>,
        binder: &Binder<'_>,
        mistakes: &mut Vec<Mistake>,
    ) -> BoundDocument {
        let params = parameters(template, binder, mistakes);
        mistakes.extend(unknown_part(template, binder));
        let configured = binder.configured.and_then(|entry| entry.status);
        let document = chapter.document();
        let mut includes = if self.settings.resolve_includes {
            Includes::new(&self.book.root, &self.book.overlay, chapter.file())
        } else {
            Includes::none(&self.book.root)
        };
        let texts = self.texts.of(template, &params);
        let index = self.indices.entry(template.name.clone());
        let index = Arc::clone(index.or_insert_with(|| Index::of(template)));
        let tree = Tree::new(Arc::clone(document), &mut includes);
        let doc = binder.doc();
        let binding = Binding::new(&index, tree, doc.is_some());
        let swallowed = swallowed::find(document, &binding, &index);
        let statements = metadata::statements(&binding);
        let status = stage::status(document, binder.asks(), &statements, configured, self.settings);
        let (sections, unowned) = states::facts(&binding, &texts, &params);
        let name = doc.unwrap_or(chapter.file()).to_owned();
        let directive = binder.directive.cloned();
        let language = binding.language().or(self.settings.language);
        BoundDocument {
            name,
            shared: doc.is_some(),
            part: binder.part().map(|(id, _)| id.to_owned()),
            directive,
            language,
            binding,
            params,
            texts,
            status,
            statements,
            front: metadata::in_front_matter(document),
            review_every: binder.configured.and_then(|entry| entry.review_every.clone()),
            sections,
            unowned,
            swallowed,
            gaps: Vec::new(),
            first: None,
        }
    }
}

/// Where a directive names its template; the top of the chapter where the configuration does.
fn name_span(binder: &Binder<'_>) -> Span {
    binder.asks().map_or(Span::default(), |asks| asks.span)
}

/// A chapter that says it is a section that its template does not have.
fn unknown_part(template: &Template, binder: &Binder<'_>) -> Option<Mistake> {
    let (id, span) = binder.part()?;
    let ids = || template.sections.iter().map(|section| section.id.as_str());
    if ids().any(|known| known == id) {
        return None;
    }
    let takes = format!("the id of a section of `{}`", template.name);
    let nearest = nearest(id, ids()).map(str::to_owned);
    let kind = MistakeKind::BadValue { key: "part".to_owned(), takes, nearest };
    Some(Mistake { span, kind })
}

/// Arguments that mean nothing. A template that is not known may take any.
fn check_arguments(scan: &mut Scan, template: Option<&Template>) {
    let params = template.map(|template| {
        template.params.iter().map(|param| param.name.as_str()).collect::<Vec<_>>()
    });
    let asked: Vec<&Directive> = scan.asked().collect();
    let mut mistakes = Vec::new();
    for found in asked {
        let names = match (found.template(), &params) {
            (None, _) => &[][..],
            (Some(_), Some(names)) => names,
            (Some(_), None) => continue,
        };
        mistakes.extend(directive::unknown_arguments(found, names));
    }
    scan.mistakes.extend(mistakes);
}

/// The parameters' values; a required one that nobody gives is a mistake of the directive.
fn parameters(
    template: &Template,
    binder: &Binder<'_>,
    mistakes: &mut Vec<Mistake>,
) -> Vec<(String, String)> {
    let mut values = Vec::new();
    for param in &template.params {
        let given = binder.param(&param.name).map(str::to_owned);
        match (given.or_else(|| param.default.clone()), binder.directive) {
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
