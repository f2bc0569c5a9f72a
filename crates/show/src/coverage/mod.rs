//! `coverage`: the documents with what is written of them, as a table that needs neither script nor
//! style sheet.

mod places;

use std::cell::OnceCell;
use std::collections::HashMap;

use readers::analysis::Analysis;
use readers::book::Chapter;
use readers::directive::Ask;
use readers::document::coverage::{DocumentCoverage, Progress, Remains, SectionCoverage};
use readers::settings::paths::PathSet;
use text::compose::{Alignment, Blocks, Inline, Target};
use text::link;
use words::{Label, Phrase, Stage};

use crate::says::Says;
use crate::style::{self, Medium, nothing};
use places::Places;

/// How many columns a bar of signs has.
const BAR: usize = 20;

/// The tables of one book may have so many rows in all: a table in each of thousands of documents
/// would list each of them in each.
const MAX_ROWS: usize = 20_000;

/// So many open sections are named in all; where there are more, they are counted.
const MAX_NAMES: usize = 20_000;

/// A table has so many rows however many tables there are.
const MIN_ROWS: usize = 20;

/// All coverage tables of a book.
pub struct Tables<'a> {
    analysis: &'a Analysis<'a>,
    /// One for each document; all tables have the same but for their links.
    rows: OnceCell<Vec<Row<'a>>>,
    /// How many rows each table may have.
    share: usize,
    /// Whether the open sections are named.
    named: bool,
    /// Whether a document says when it is to be looked at again.
    reviewed: bool,
    medium: Medium,
}

struct Row<'a> {
    document: &'a DocumentCoverage,
    /// Its first chapter.
    chapter: Option<&'a Chapter<'a>>,
    /// The sections that are open: their words, where their pages are, and how far they are.
    open: Vec<Open<'a>>,
}

struct Open<'a> {
    section: &'a SectionCoverage,
    /// The chapter's path and the heading's id, where a page has it.
    place: Option<(&'a str, String)>,
}

impl<'a> Tables<'a> {
    /// Counts the tables; their rows are made when one is asked for.
    pub fn new(analysis: &'a Analysis<'a>) -> Self {
        let directives = analysis.annotated.iter().flat_map(|chapter| &chapter.scan.directives);
        let tables =
            directives.filter(|directive| matches!(directive.asks, Ask::Coverage(_))).count();
        let share = (MAX_ROWS / tables.max(1)).max(MIN_ROWS);
        // Counting all sections is left to books that show them.
        let reviewed =
            tables > 0 && analysis.coverage().iter().any(|document| document.next_review.is_some());
        let medium = Medium::of(&analysis.book.output);
        let names =
            || analysis.coverage().iter().map(|document| open(document).count()).sum::<usize>();
        // Elsewhere the names would be more than a cell holds.
        let named = tables > 0 && medium == Medium::Page && names() * tables <= MAX_NAMES;
        Self { analysis, rows: OnceCell::new(), share, named, reviewed, medium }
    }

    /// The table of all documents or of some; `chapter` is the index of the chapter it stands in.
    pub(crate) fn table(&self, chapter: usize, paths: Option<&PathSet>, says: Says) -> Blocks {
        let book = self.analysis.book;
        let wanted = |row: &&Row<'_>| {
            paths.is_none_or(|paths| paths.contains_in_book(&row.document.path, &book.src))
        };
        let rows = self.rows.get_or_init(|| self.rows());
        let mut rows = rows.iter().filter(wanted);
        let from = book.chapters.get(chapter);
        let shown: Vec<&Row<'_>> = rows.by_ref().take(self.share).collect();
        if shown.is_empty() {
            return nothing(says.get(Phrase::NoDocuments));
        }
        let table = match self.medium {
            Medium::Page => on_page(&shown, from, says),
            Medium::Text => in_text(&shown, from, (self.reviewed, says)),
        };
        match rows.count() {
            0 => table,
            hidden => table.then(more(hidden, says)),
        }
    }

    fn rows(&self) -> Vec<Row<'a>> {
        let book = self.analysis.book;
        let chapters: HashMap<&str, &Chapter<'_>> =
            book.chapters.iter().rev().map(|chapter| (chapter.file(), chapter)).collect();
        let mut places = Places::of(self.analysis);
        let documents = self.analysis.coverage().iter();
        documents
            .map(|document| Row {
                document,
                chapter: chapters.get(document.path.as_str()).copied(),
                open: open(document)
                    .filter(|_| self.named)
                    .map(|section| Open { section, place: places.of_section(document, section) })
                    .collect(),
            })
            .collect()
    }
}

fn open(document: &DocumentCoverage) -> impl Iterator<Item = &SectionCoverage> {
    document.sections.iter().filter(|one| one.is_asked() && !one.is_done())
}

/// Two columns, which a phone shows as well: the document with what is known of it and what is open, by name; and how
/// much is written.
fn on_page(rows: &[&Row<'_>], from: Option<&Chapter<'_>>, says: Says) -> Blocks {
    let cells = |row: &&Row<'_>| {
        let progress = row.document.progress();
        let about = row.about(says).inside("small", &[]);
        let name = row.link(from).then(Inline::line_break()).then(about).then(row.open(from, says));
        vec![
            name,
            Inline::text(&done_of(progress, says))
                .then(style::bar(progress.written, progress.asked)),
        ]
    };
    let titles = [Phrase::Document, Phrase::Written].map(|title| says.get(title).into());
    style::table(Medium::Page, titles, 0, rows.iter().map(cells))
}

/// The same without names of sections, in columns.
fn in_text(
    rows: &[&Row<'_>],
    from: Option<&Chapter<'_>>,
    (reviewed, says): (bool, Says),
) -> Blocks {
    let title = |phrase| (Inline::text(says.get(phrase)), Alignment::None);
    let label = |label: Label| (Inline::text(&says.word(label)), Alignment::None);
    let written = (Inline::text(says.get(Phrase::Written)), Alignment::Right);
    let mut columns = vec![title(Phrase::Document), written, title(Phrase::Open)];
    columns.extend([title(Phrase::Progress), label(Label::Status), title(Phrase::Template)]);
    columns.extend(reviewed.then(|| label(Label::ReviewBy)));
    let cells = |row: &&Row<'_>| {
        let document = row.document;
        let progress = document.progress();
        let open = Some(remaining(document, says)).filter(|open| !open.is_empty());
        let words = [
            done_of(progress, says),
            open.unwrap_or_else(|| NOTHING.to_owned()),
            bar(progress),
            document.status.map_or(NOTHING, |status| stage(status, says)).to_owned(),
            document.template.clone(),
        ];
        let review = reviewed.then(|| row.due(says));
        let cells = words.iter().map(|words| Inline::text(words)).chain(review);
        std::iter::once(row.link(from)).chain(cells).collect()
    };
    Blocks::default().table(columns, rows.iter().map(cells))
}

/// What stands where nothing is stated.
const NOTHING: &str = "–";

/// What is said of the documents that a table leaves out.
fn more(hidden: usize, says: Says) -> Blocks {
    let phrase = Says::counted(hidden, Phrase::MoreDocumentsOne, Phrase::MoreDocuments);
    nothing(&says.with(phrase, &[&hidden.to_string(), "`paths=\"...\"`"]))
}

fn done_of(Progress { written, asked }: Progress, says: Says) -> String {
    says.with(Phrase::DoneOf, &[&written.to_string(), &asked.to_string()])
}

/// A stage in the words of a page.
fn stage(stage: Stage, says: Says) -> &'static str {
    says.get(match stage {
        Stage::Draft => Phrase::StageDraft,
        Stage::Review => Phrase::StageReview,
        Stage::Final => Phrase::StageFinal,
    })
}

/// `3 partial, 12 missing (2 recommended)`
fn remaining(document: &DocumentCoverage, says: Says) -> String {
    let said = document.remains().into_iter().map(|Remains { state, required, recommended }| {
        let all = (required + recommended).to_string();
        let counted = says.with(Phrase::CountOfState, &[&all, says.named(state.name())]);
        match (required, recommended) {
            (_, 0) => counted,
            (0, 1) => says.with(Phrase::MarkedRecommended, &[&counted]),
            (_, more) => says.with(Phrase::OfThemRecommended, &[&counted, &more.to_string()]),
        }
    });
    said.collect::<Vec<_>>().join(", ")
}

impl Row<'_> {
    /// The document's name, as a link from a chapter.
    fn link(&self, from: Option<&Chapter<'_>>) -> Inline {
        let DocumentCoverage { document, path, .. } = self.document;
        let (Some(target), Some(from)) = (self.chapter, from) else {
            return Inline::text(document);
        };
        let name = if document == path { &target.name } else { document };
        link::chapter::to_chapter(name, &from.path, &target.path)
    }

    /// `formal, review, review by 2026-03-31`
    fn about(&self, says: Says) -> Inline {
        let DocumentCoverage { template, status, next_review, is_overdue, .. } = self.document;
        let status = status.map(|status| Inline::text(stage(status, says)));
        let review = next_review.as_ref();
        let phrase = if *is_overdue { Phrase::ReviewWasDue } else { Phrase::ReviewBy };
        let review = review.map(|due| says.inline(phrase, &[Inline::text(due)]));
        Inline::joined([Inline::code(template)].into_iter().chain(status).chain(review), " · ")
    }

    /// When it is to be looked at again, in a column that says so.
    fn due(&self, says: Says) -> Inline {
        match self.document.next_review.as_deref() {
            Some(due) if self.document.is_overdue => {
                says.inline(Phrase::ReviewWasDue, &[Inline::text(due)])
            }
            due => Inline::text(due.unwrap_or(NOTHING)),
        }
    }

    /// What is open, by name and folded; counted where it is not named.
    fn open(&self, from: Option<&Chapter<'_>>, says: Says) -> Inline {
        let count = Inline::text(&remaining(self.document, says));
        if self.open.is_empty() {
            let is_done = self.document.remains().is_empty();
            let counted = Inline::line_break().then(count.inside("small", &[]));
            return if is_done { Inline::default() } else { counted };
        }
        let line = |open: &Open<'_>| {
            let SectionCoverage { heading, need, state, .. } = open.section;
            let words = Inline::parsed(heading);
            let words = match (&open.place, from) {
                (Some((page, id)), Some(from)) => {
                    let way = link::relative(link::directory(&from.path), &link::page(page));
                    words.link(&Target::file(&way).at(id))
                }
                _ => words,
            };
            let said = format!("{}, {}", says.named(need.name()), says.named(state.name()));
            let said = Inline::text(&said).inside("small", &[]);
            words.and(" ").then(said)
        };
        let lines = self.open.iter().map(line);
        let lines = lines.reduce(|all, line| all.then(Inline::line_break()).then(line));
        let unfolded = count.inside("summary", &[]).then(lines.unwrap_or_default());
        unfolded.inside("details", &[])
    }
}

/// Full only when all is done, and not empty when anything is.
fn bar(Progress { written, asked }: Progress) -> String {
    let full = (written * BAR).checked_div(asked).unwrap_or(BAR).max(usize::from(written > 0));
    "█".repeat(full) + &"░".repeat(BAR - full)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_only_when_all_is_done() {
        assert_eq!(bar(Progress { written: 0, asked: 40 }), "░".repeat(20));
        assert_eq!(bar(Progress { written: 1, asked: 40 }), format!("█{}", "░".repeat(19)));
        assert_eq!(bar(Progress { written: 39, asked: 40 }), format!("{}░", "█".repeat(19)));
        assert_eq!(
            bar(Progress { written: 20, asked: 20 }),
            bar(Progress { written: 0, asked: 0 })
        );
        assert_ne!(
            bar(Progress { written: 1, asked: 19 }),
            bar(Progress { written: 3, asked: 23 })
        );
    }
}
