//! Everything that was understood of a book: rules look at this, and at what a change did to it.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::adr::collection::own_words;
use crate::adr::listing::{self, Listing};
use crate::adr::{Collection, OwnWords};
use crate::book::Book;
use crate::changelog::ChangeLogs;
use crate::dead_link::{self, DeadLink, renamed};
use crate::described::stale::Stale;
use crate::described::{self, Description, stale};
use crate::directive::Directive;
use crate::directive::change_log::View;
use crate::document;
use crate::document::coverage::DocumentCoverage;
use crate::document::review;
use crate::document::{Annotated, BoundDocument};
use crate::history::{BookHistory, Reach};
use crate::included;
use crate::logs_and_records;
use crate::nesting::Nesting;
use crate::relink::Relinked;
use crate::settings::{self, Settings};
use crate::since::{self, Since};
use crate::suppression::Suppressions;
use crate::template::catalogue::Catalogue;
use crate::trace::{self, Trace};
use crate::unmatched::{self, Unmatched};
use text::source::{Place, Source};
use words::date::Date;

/// The book, its configuration, and what was read in it.
#[derive(Debug)]
pub struct Analysis<'b> {
    /// The chapters as they came.
    pub book: &'b Book<'b>,
    /// The configuration.
    pub settings: &'b Settings,
    /// The day that counts as today.
    pub today: Date,
    /// The book's own words for statuses, beside those that everybody knows.
    pub own: OwnWords,
    /// The templates that the book can name.
    pub templates: Catalogue,
    /// The chapters with directives and those bound by the configuration.
    pub annotated: Vec<Annotated>,
    /// The change logs of its documents.
    pub change_logs: ChangeLogs,
    /// The decision records.
    pub records: Collection,
    /// The indexes of them that people keep by hand.
    pub listings: Vec<Listing>,
    /// The links of records and bound documents that lead nowhere.
    pub dead_links: Vec<DeadLink>,
    /// What git knows; none where nobody asks for it.
    pub history: Option<BookHistory>,
    /// What became of the decisions, for each revision that a directive names.
    pub since: Vec<Since>,
    /// The texts that say which code they describe.
    pub descriptions: Vec<Description>,
    /// Those of them that are older than their code.
    pub stale: Vec<Stale>,
    /// The items with ids and their links; none where nobody asks for them.
    pub trace: Option<Trace>,
    /// Which unlisted records become chapters.
    pub nesting: Nesting,
    /// The links that lead elsewhere in the book than in their files.
    pub relinked: Relinked,
    /// The comments that allow findings.
    pub suppressions: Suppressions,
    /// `SUMMARY.md` as it is on disk, where it lacks a record.
    pub summary: Option<Arc<Source>>,
    /// The paths and patterns that no file fits.
    pub unmatched: Vec<Unmatched>,
    /// Directives in files that chapters include.
    pub included: Vec<Place>,
    /// Counted when it is asked for first.
    coverage: OnceLock<Vec<DocumentCoverage>>,
}

impl<'b> Analysis<'b> {
    /// Reads what the book holds.
    pub fn new(book: &'b Book<'b>, settings: &'b Settings) -> Self {
        let today = settings::today(settings);
        let own = own_words(settings, today);
        let templates = Catalogue::new(&book.root, settings.template_dir.as_deref(), &book.overlay);
        let mut annotated = document::read(book, settings, &templates);
        let (mut change_logs, mut records) =
            logs_and_records::read(book, &annotated, (settings, &own), today);
        change_logs.leave_out(&records.asides);
        change_logs.decided(records.entries.iter().map(|entry| entry.record.source.path()));
        let listings = listing::find(book, &records, &own);
        let mut dead_links = dead_link::find(book, &records, &annotated);
        let descriptions = described::find(book, settings, &annotated);
        let renames = settings.git.renames && renamed::is_asked_for(&dead_links);
        let code = settings.git.code && !descriptions.is_empty();
        let history = history(book, settings, &annotated, renames || code);
        let repository = history.as_ref().filter(|_| renames).and_then(BookHistory::known);
        if let Some(repository) = repository {
            renamed::follow(book, repository, &mut dead_links);
        }
        let since = since::find(book, &annotated, &records, today);
        let of_code = history.as_ref().filter(|_| settings.git.code);
        let stale =
            of_code.map(|history| stale::find(book, &descriptions, history, settings.stale));
        let summary = summary(book, &records);
        let nesting = Nesting::of(book, settings, &annotated, &mut records);
        let relinked = Relinked::of(book, &records, &nesting);
        let mut suppressions = Suppressions::read(book, &annotated, &records);
        suppressions.waive(&mut annotated);
        let trace = trace::find(book, settings, &annotated, &records);
        let included = included::directives(book, settings, &annotated);
        let unmatched =
            unmatched::find(book, settings, &annotated, &descriptions, history.as_ref());
        Self {
            book,
            settings,
            today,
            own,
            templates,
            annotated,
            change_logs,
            records,
            listings,
            dead_links,
            history,
            since,
            descriptions,
            stale: stale.unwrap_or_default(),
            trace,
            nesting,
            relinked,
            suppressions,
            summary,
            unmatched,
            included,
            coverage: OnceLock::new(),
        }
    }

    /// The bound documents with their chapters.
    pub fn bound(&self) -> impl Iterator<Item = (&Annotated, &BoundDocument)> {
        self.annotated.iter().filter_map(|chapter| Some((chapter, chapter.bound.as_ref()?)))
    }

    /// The items with ids and their links, where the configuration has them looked after.
    pub fn asked_trace(&self) -> Option<&Trace> {
        self.trace.as_ref().filter(|_| self.settings.trace.chains.is_some())
    }

    /// What became of the decisions since a revision that a directive names.
    pub fn decisions_since(&self, revision: &str) -> Option<&Since> {
        self.since.iter().find(|since| since.revision == revision)
    }

    /// How much of each document is written.
    pub fn coverage(&self) -> &[DocumentCoverage] {
        self.coverage.get_or_init(|| self.counted())
    }

    fn counted(&self) -> Vec<DocumentCoverage> {
        let mut documents: Vec<DocumentCoverage> = Vec::new();
        // The places of the documents' first chapters among the annotated ones.
        let mut firsts: BTreeMap<usize, usize> = BTreeMap::new();
        for (index, chapter) in self.annotated.iter().enumerate() {
            let Some(bound) = &chapter.bound else { continue };
            let newest = || self.change_logs.newest_in(chapter.chapter);
            let review =
                review::next(bound, self.settings, self.today, newest).map(|review| review.due);
            let file = self.book.chapters[chapter.chapter].file();
            let coverage = bound.coverage(file, review, self.today);
            if let Some(&document) = bound.first.and_then(|first| firsts.get(&first)) {
                documents[document].join(coverage, bound.template());
            } else {
                firsts.insert(index, documents.len());
                documents.push(coverage);
            }
        }
        documents
    }
}

/// `SUMMARY.md` as it is on disk, where a record is in none of its chapters.
fn summary(book: &Book<'_>, records: &Collection) -> Option<Arc<Source>> {
    let lacks_records = records.entries.iter().any(|entry| entry.chapter.is_none());
    (book.listed && lacks_records).then(|| book.summary()).flatten()
}

/// What git knows, as far as a directive shows it or a rule asks for it.
fn history(
    book: &Book<'_>,
    settings: &Settings,
    annotated: &[Annotated],
    of_all: bool,
) -> Option<BookHistory> {
    let directives = annotated.iter().flat_map(|chapter| chapter.scan.asked());
    let shown = directives.filter_map(Directive::change_log).any(View::wants_git);
    let reach = match (of_all, settings.git.chapters || shown) {
        (true, _) => Reach::Repository,
        (false, true) => Reach::Chapters,
        (false, false) => return None,
    };
    Some(BookHistory::read(book, reach, shown))
}
