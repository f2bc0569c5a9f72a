//! What a build shows: each chapter that concerns us becomes edits of the author's text.
//!
//! Nothing is judged here and nothing is re-rendered; see [`text::edit`].

mod length;
mod mark;
mod note;
mod sample;
mod skeleton;
mod unwritten;

use std::collections::{BTreeMap, BTreeSet};

use crate::adr;
use crate::changelog::{Shown, show};
use crate::coverage;
use crate::front_matter;
use crate::missing::missing;
use crate::says::Says;
use crate::style::Medium;
use crate::trace;
use readers::analysis::Analysis;
use readers::directive::{Ask, Directive, OPENING};
use readers::document::{Annotated, BoundDocument};
use readers::settings::FrontMatter;
use readers::spoken;
use text::compose::Blocks;
use text::edit::{Edits, TextEdit, as_block};
use text::source::Span;

use skeleton::Skeletons;
use unwritten::Marks;

/// The edits of one chapter.
#[derive(Debug)]
pub struct ChapterEdits {
    /// Index into the book's chapters.
    pub chapter: usize,
    /// What changes.
    pub edits: Edits,
}

/// What a directive of a chapter shows, wherever it is put; none for one that binds.
pub fn blocks(
    analysis: &Analysis<'_>,
    chapter: &Annotated,
    directive: &Directive,
) -> Option<Blocks> {
    let tables = coverage::Tables::new(analysis);
    generated(analysis, chapter, directive, &tables).map(|shown| shown.blocks)
}

/// The edits of all chapters that change.
pub fn expand(analysis: &Analysis<'_>) -> Vec<ChapterEdits> {
    let marks = Marks::of(&analysis.book.output);
    let tables = coverage::Tables::new(analysis);
    let mut edits: BTreeMap<usize, Edits> = BTreeMap::new();
    let mut skeletons = Skeletons::default();
    for chapter in &analysis.annotated {
        let own = chapter_edits(analysis, chapter, marks, &tables, &mut skeletons);
        edits.insert(chapter.chapter, own);
    }
    records(analysis, marks.medium, &mut edits);
    stripped(analysis, &mut edits);
    relinked(analysis, &mut edits);
    edits
        .into_iter()
        .map(|(chapter, edits)| ChapterEdits { chapter, edits })
        .filter(|chapter| !chapter.edits.is_empty())
        .collect()
}

/// The front matter of bound chapters, and of all where the configuration asks for it. A record's goes with what is
/// shown below its heading.
fn stripped(analysis: &Analysis<'_>, edits: &mut BTreeMap<usize, Edits>) {
    let bound: BTreeSet<usize> = analysis.bound().map(|(chapter, _)| chapter.chapter).collect();
    let all = analysis.settings.front_matter != FrontMatter::Leave;
    let mut headed = BTreeSet::new();
    if analysis.settings.adr.banner {
        let records = analysis.records.entries.iter().filter(|entry| entry.record.anchor.is_none());
        headed.extend(records.filter_map(|entry| entry.chapter));
    }
    for (index, chapter) in analysis.book.chapters.iter().enumerate() {
        let hides = || bound.contains(&index) || all;
        let may_have = || chapter.mentions("---") || chapter.mentions("+++");
        if hides() && !headed.contains(&index) && may_have() {
            let edit = front_matter::edit(chapter.document());
            edits.entry(index).or_default().extend(edit);
        }
    }
}

/// The links of what stands elsewhere than its file. Where such a chapter is left as an include, so are the
/// includes of its file.
fn relinked(analysis: &Analysis<'_>, edits: &mut BTreeMap<usize, Edits>) {
    let links = &analysis.relinked;
    for (&chapter, links) in &links.chapters {
        edits.entry(chapter).or_default().extend(links.iter().cloned());
    }
    for (chapter, includes) in &links.includes {
        if let Some(edits) = edits.get_mut(chapter).filter(|edits| !edits.is_empty()) {
            edits.extend(includes.iter().cloned());
        }
    }
}

/// What decision records show of themselves, and links to them.
fn records(analysis: &Analysis<'_>, medium: Medium, edits: &mut BTreeMap<usize, Edits>) {
    let records = &analysis.records;
    if analysis.settings.adr.banner {
        let heads = adr::Heads::new(analysis, medium);
        for (index, entry) in records.entries.iter().enumerate() {
            if let Some(chapter) = entry.chapter {
                edits.entry(chapter).or_default().extend(heads.edits(index));
            }
        }
    }
    if analysis.settings.adr.link_references && !records.entries.is_empty() {
        for (index, chapter) in analysis.book.chapters.iter().enumerate() {
            let links = adr::reference_edits(records, chapter);
            edits.entry(index).or_default().extend(links);
        }
    }
}

fn chapter_edits(
    analysis: &Analysis<'_>,
    chapter: &Annotated,
    marks: Marks<'_>,
    tables: &coverage::Tables<'_>,
    skeletons: &mut Skeletons,
) -> Edits {
    let mut edits = Edits::default();
    if let Some(bound) = &chapter.bound {
        let marks = marks.of_document(bound);
        if is_marked(analysis, bound) {
            mark::edits(bound, marks, &mut edits);
        }
        bind(analysis, chapter, bound, (marks, skeletons), &mut edits);
    }
    let text = chapter.document.source.text();
    // Several directives can stand in for one table.
    let mut hidden = BTreeSet::new();
    for directive in &chapter.scan.directives {
        if let Some(Shown { blocks, hides }) = generated(analysis, chapter, directive, tables) {
            let block = as_block(text, directive.span, &blocks.markdown());
            edits.push(TextEdit::replace(directive.span, block));
            let fresh = hides.into_iter().filter(|&span| hidden.insert(span));
            edits.extend(fresh.map(TextEdit::remove));
        } else if matches!(directive.asks, Ask::Describes(_))
            && text[directive.span.range()].starts_with(OPENING)
        {
            edits.push(TextEdit::remove(directive.span));
        }
    }
    edits
}

/// What stands in a directive's place; none for those that are no text of their own.
fn generated(
    analysis: &Analysis<'_>,
    chapter: &Annotated,
    directive: &Directive,
    tables: &coverage::Tables<'_>,
) -> Option<Shown> {
    let (at, says) = (chapter.chapter, Says::of(spoken::of_chapter(analysis, chapter)));
    let blocks = match &directive.asks {
        Ask::Template(_) | Ask::Describes(_) => return None,
        Ask::ChangeLog(view) => {
            return Some(show(analysis, &chapter.document, at, (directive.span, says), view));
        }
        Ask::AdrIndex(index) => adr::index(analysis, at, index, says),
        Ask::AdrGraph(graph) => adr::graph(analysis, at, graph, says),
        Ask::DecisionsSince(revision) => adr::since(analysis, at, revision, says),
        Ask::Trace(of) => trace::tables(analysis, at, of.as_deref(), says),
        Ask::Coverage(paths) => tables.table(at, paths.as_ref(), says),
    };
    Some(Shown { blocks, hides: Vec::new() })
}

/// Shows what is missing in a bound chapter, and takes its directive away.
fn bind(
    analysis: &Analysis<'_>,
    chapter: &Annotated,
    bound: &BoundDocument,
    (marks, skeletons): (Marks<'_>, &mut Skeletons),
    edits: &mut Edits,
) {
    use readers::settings::Missing;
    let text = chapter.document.source.text();
    let directive = bound.directive.as_ref().map(|directive| directive.span);
    let mut place = directive;
    match missing(analysis, bound) {
        Missing::Skeleton => {
            for (offset, markdown) in skeletons.of(bound, marks) {
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
            if let Some(blocks) = note::block(bound, marks) {
                // What is there is read first.
                let fresh = directive.filter(|_| bound.is_fresh());
                let at = fresh.unwrap_or(Span::at(text.len()));
                if fresh.is_some() {
                    place = None;
                }
                edits.push(TextEdit::replace(at, as_block(text, at, &blocks.markdown())));
            }
        }
        Missing::Hide => {}
    }
    if let Some(span) = place {
        edits.push(TextEdit::remove(span));
    }
}

/// Whether headings without text of their own are marked: what nobody wants to see of missing sections,
/// nobody wants to see of these, unless the configuration says so.
fn is_marked(analysis: &Analysis<'_>, bound: &BoundDocument) -> bool {
    use readers::settings::{Missing, Unwritten};
    match analysis.settings.unwritten {
        Some(unwritten) => unwritten == Unwritten::Mark,
        None => missing(analysis, bound) != Missing::Hide,
    }
}
