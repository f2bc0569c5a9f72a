//! What became of the decisions since the revisions that `decisions-since` directives name.

use crate::adr::change::{self, Decision};
use crate::adr::collection::own_words;
use crate::adr::{self, Collection};
use crate::book::Book;
use crate::directive::Ask;
use crate::document::Annotated;
use crate::git::Unavailable;
use crate::git::snapshot::NoRevision;
use words::date::Date;

/// A revision that a directive names.
#[derive(Debug)]
pub struct Since {
    /// As it is written.
    pub revision: String,
    /// What has changed, or why that is not known.
    pub decisions: Result<Vec<Decision>, NoRevision>,
}

/// Looks at each revision once. Git is asked only where there is one.
pub(crate) fn find(
    book: &Book<'_>,
    annotated: &[Annotated],
    records: &Collection,
    today: Date,
) -> Vec<Since> {
    let mut found: Vec<Since> = Vec::new();
    for directive in annotated.iter().flat_map(|chapter| chapter.scan.asked()) {
        let Ask::DecisionsSince(revision) = &directive.asks else { continue };
        if found.iter().all(|since| since.revision != *revision) {
            let decisions = decisions(book, revision, records, today);
            found.push(Since { revision: revision.clone(), decisions });
        }
    }
    found
}

fn decisions(
    book: &Book<'_>,
    revision: &str,
    records: &Collection,
    today: Date,
) -> Result<Vec<Decision>, NoRevision> {
    let earlier = book.earlier.ok_or(Unavailable::NoRepository)?;
    // A book that was not there had none.
    let mut before = Collection::default();
    earlier(book, revision, &mut |book, settings| {
        before = adr::read_book(book, settings, &own_words(settings, today));
    })?;
    Ok(change::between(&before, records))
}
