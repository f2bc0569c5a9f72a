//! What a build shows: each chapter that concerns us becomes edits of the author's text.
//!
//! Nothing is judged here and nothing is re-rendered; see [`crate::edit`].

mod marker;
mod note;
mod skeleton;

use crate::analysis::Analysis;
use crate::book::Target;
use crate::changelog::show::{Shown, show};
use crate::directive::{Directive, Kind};
use crate::documents::{Annotated, BoundDocument};
use crate::edit::{Edits, TextEdit, as_block};
use crate::source::Span;

pub use marker::Style;

/// The edits of one chapter.
#[derive(Debug)]
pub struct ChapterEdits {
    /// Index into the book's chapters.
    pub chapter: usize,
    /// What changes.
    pub edits: Edits,
}

/// The edits of all chapters that change.
pub fn expand(analysis: &Analysis<'_>) -> Vec<ChapterEdits> {
    let style = Style::for_target(analysis.book.target.as_ref());
    analysis
        .annotated
        .iter()
        .map(|chapter| ChapterEdits {
            chapter: chapter.chapter,
            edits: chapter_edits(analysis, chapter, style),
        })
        .filter(|chapter| !chapter.edits.is_empty())
        .collect()
}

fn chapter_edits(analysis: &Analysis<'_>, chapter: &Annotated, style: Style) -> Edits {
    let mut edits = Edits::default();
    if let Some(bound) = &chapter.bound {
        front_matter(chapter, &mut edits);
        bind(analysis, chapter, bound, style, &mut edits);
    }
    let text = chapter.document.source.text();
    for directive in &chapter.scan.directives {
        if let Some(generated) = generated(analysis, chapter, directive) {
            let block = as_block(text, directive.span, &generated.markdown);
            edits.push(TextEdit::replace(directive.span, block));
            edits.extend(generated.hides.map(TextEdit::remove));
        }
    }
    edits
}

/// mdBook would show front matter as a rule and a heading.
fn front_matter(chapter: &Annotated, edits: &mut Edits) {
    if let Some(front) = &chapter.document.front_matter {
        edits.push(TextEdit::remove(front.span));
    }
}

/// What stands in a directive's place; none for those that are no text of their own.
fn generated(analysis: &Analysis<'_>, chapter: &Annotated, directive: &Directive) -> Option<Shown> {
    match directive.kind {
        Kind::ChangeLog => Some(show(analysis, &chapter.document, chapter.chapter, directive)),
        Kind::Template | Kind::AdrIndex | Kind::AdrGraph | Kind::Coverage => None,
    }
}

/// Shows what is missing in a bound chapter, and takes its directive away.
fn bind(
    analysis: &Analysis<'_>,
    chapter: &Annotated,
    bound: &BoundDocument,
    style: Style,
    edits: &mut Edits,
) {
    use crate::config::Missing;
    let text = chapter.document.source.text();
    let directive = bound.directive.as_ref().map(|directive| directive.span);
    let mut place = directive;
    match missing(analysis, bound) {
        Missing::Skeleton => {
            for (offset, markdown) in skeleton::blocks(bound, style) {
                // A fresh chapter's skeleton stands where its directive stood.
                let at = directive.filter(|span| span.start == offset);
                if at.is_some() {
                    place = None;
                }
                let at = at.unwrap_or(Span::at(offset));
                edits.push(TextEdit::replace(at, as_block(text, at, &markdown)));
            }
        }
        Missing::Note => {
            if let Some(markdown) = note::block(bound, style) {
                let at = directive.unwrap_or(Span::at(text.len()));
                place = None;
                edits.push(TextEdit::replace(at, as_block(text, at, &markdown)));
            }
        }
        Missing::Hide => {}
    }
    if let Some(span) = place {
        edits.push(TextEdit::remove(span));
    }
}

/// How the chapter shows missing sections: its directive decides before the configuration.
fn missing(analysis: &Analysis<'_>, bound: &BoundDocument) -> crate::config::Missing {
    use crate::config::Word;
    let own = bound.directive.as_ref().and_then(|directive| directive.get("missing"));
    own.and_then(Word::from_word).unwrap_or(analysis.settings.missing)
}

impl Style {
    /// What this build's renderer can show.
    fn for_target(target: Option<&Target>) -> Self {
        let alerts = target.is_some_and(|target| target.alerts && target.renderer == "html");
        if alerts { Self::Alert } else { Self::Quote }
    }
}
