//! What became of decisions and documents between two states of a repository.

use std::collections::{HashMap, HashSet};

use judge::finding::Finding;
use readers::adr::Collection;
use readers::adr::change::{self, Decision};
use readers::analysis::Analysis;
use readers::document::coverage::{DocumentCoverage, Progress};
use serde::Serialize;
use text::compose::{Alignment, Blocks, Inline, Target};

/// Everything that is told.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Changes {
    decisions: Vec<Decision>,
    documents: Vec<DocumentChange>,
    reviews_overdue: Vec<Overdue>,
}

/// A bound document that is new, gone, or written further.
#[derive(Debug, Serialize)]
struct DocumentChange {
    document: String,
    path: String,
    /// Sections that are written, of those that its template asks for; null where it was not there.
    before: Option<Progress>,
    /// The same; null where it is there no more.
    now: Option<Progress>,
    /// Headings that are written now and were not.
    written: Vec<String>,
    /// Headings that were written and are not now.
    emptied: Vec<String>,
}

/// A review whose day has passed.
#[derive(Debug, Serialize)]
struct Overdue {
    path: String,
    line: usize,
    message: String,
}

impl Changes {
    /// Compares two readings; without an older one everything is new.
    pub(crate) fn between(before: Option<&Analysis<'_>>, now: &Analysis<'_>) -> Self {
        let no_records = Collection::default();
        let records = before.map_or(&no_records, |before| &before.records);
        let coverage = before.map(Analysis::coverage).unwrap_or_default();
        Self {
            decisions: change::between(records, &now.records),
            documents: documents(coverage, now.coverage()),
            reviews_overdue: Vec::new(),
        }
    }

    /// Takes the reviews that are due.
    pub(crate) fn overdue<'f>(&mut self, findings: impl Iterator<Item = &'f Finding>) {
        self.reviews_overdue.extend(findings.map(|finding| Overdue {
            path: finding.place.source.path().to_owned(),
            line: finding.place.start().line,
            message: finding.message.clone(),
        }));
    }

    /// The JSON object, with a line break at its end.
    pub(crate) fn json(&self, since: &str, commit: &str) -> String {
        let value = serde_json::json!({ "since": since, "commit": commit, "changes": self });
        // Strings and numbers alone cannot fail to serialise.
        serde_json::to_string_pretty(&value).unwrap_or_default() + "\n"
    }

    /// A page; empty where nothing has changed.
    pub(crate) fn markdown(&self) -> String {
        let mut page = Blocks::default();
        if !self.decisions.is_empty() {
            page = page.heading(2, Inline::text("Decisions"), "");
            page = page.list(self.decisions.iter().map(line));
        }
        if !self.documents.is_empty() {
            let columns = ["Document", "Written before", "Now", "Newly written", "Emptied"];
            let columns = columns.map(|title| (Inline::text(title), Alignment::None));
            page = page.heading(2, Inline::text("Documents"), "");
            page = page.table(columns, self.documents.iter().map(DocumentChange::row));
        }
        if !self.reviews_overdue.is_empty() {
            page = page.heading(2, Inline::text("Reviews overdue"), "");
            page = page.list(self.reviews_overdue.iter().map(Overdue::line));
        }
        let page = page.markdown();
        if page.is_empty() { page } else { page + "\n" }
    }
}

/// One record.
fn line(decision: &Decision) -> Inline {
    let named = Inline::text(&decision.named());
    let shown = match decision.entry {
        Some(_) => named.link(&Target::file(&decision.path)),
        None => named,
    };
    let successors = decision.superseded_by.iter().map(|name| Inline::text(name));
    show::adr::change_line(decision, shown, successors)
}

fn documents(before: &[DocumentCoverage], now: &[DocumentCoverage]) -> Vec<DocumentChange> {
    let old: HashMap<&str, &DocumentCoverage> =
        before.iter().map(|document| (document.document.as_str(), document)).collect();
    let names: HashSet<&str> = now.iter().map(|document| document.document.as_str()).collect();
    let here = now.iter().map(|document| (old.get(&*document.document).copied(), Some(document)));
    let gone = before.iter().filter(|document| !names.contains(&*document.document));
    let all = here.chain(gone.map(|document| (Some(document), None)));
    all.filter_map(|(before, now)| DocumentChange::of(before, now)).collect()
}

/// The ids of the sections that are done.
fn done(document: Option<&DocumentCoverage>) -> HashSet<&str> {
    let sections = document.into_iter().flat_map(|document| &document.sections);
    sections.filter(|section| section.is_done()).map(|section| &*section.id).collect()
}

impl DocumentChange {
    /// None where nothing has changed.
    fn of(before: Option<&DocumentCoverage>, now: Option<&DocumentCoverage>) -> Option<Self> {
        let named = now.or(before)?;
        let (old, new) = (done(before), done(now));
        let only = |document: Option<&DocumentCoverage>, other: &HashSet<&str>| -> Vec<String> {
            let sections = document.iter().flat_map(|document| &document.sections);
            let own = sections.filter(|one| one.is_done() && !other.contains(&*one.id));
            own.map(|section| section.heading.clone()).collect()
        };
        let document = Self {
            document: named.document.clone(),
            path: named.path.clone(),
            before: before.map(DocumentCoverage::progress),
            now: now.map(DocumentCoverage::progress),
            written: only(now, &old),
            emptied: only(before, &new),
        };
        let same = document.before == document.now
            && document.written.is_empty()
            && document.emptied.is_empty();
        (!same).then_some(document)
    }

    fn row(&self) -> Vec<Inline> {
        let written = |state: Option<Progress>| match state {
            Some(Progress { written, asked }) => Inline::text(&format!("{written} of {asked}")),
            None => Inline::text("not there"),
        };
        let name = Inline::text(&self.document);
        let name = if self.now.is_some() { name.link(&Target::file(&self.path)) } else { name };
        let headings = |headings: &[String]| Inline::text(&headings.join(", "));
        let (before, now) = (written(self.before), written(self.now));
        vec![name, before, now, headings(&self.written), headings(&self.emptied)]
    }
}

impl Overdue {
    fn line(&self) -> Inline {
        let place = format!("{}:{}", self.path, self.line);
        Inline::text(&place).link(&Target::file(&self.path)).and(&format!(": {}", self.message))
    }
}
