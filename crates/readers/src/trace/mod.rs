//! Items with ids, and what they are linked with: goals with scenarios, risks with what is done about them.
//!
//! ```text
//! | QG-1 | Fast |                       declares QG-1, in a section that a template names as the home of its kind
//! As QG-1 asks, ...                     cites it
//! ```
//!
//! An item is linked with another kind where one of that kind names it, it names one of them, or the section of that
//! kind names it. Nothing is known by likeness of names. Nothing is read where nobody asks.

mod chains;
mod cited;
mod declared;
mod faults;
mod gather;
mod homes;
mod id;
mod owned;
mod records;

use text::source::Place;

use crate::adr::Collection;
use crate::book::Book;
use crate::directive::Ask;
use crate::document::Annotated;
use crate::settings::places::KeyPath;
use crate::settings::{Chain, Chains, Settings};
use gather::Gathered;
use id::Ids;

/// What is known of the items of a book.
#[derive(Debug)]
pub struct Trace {
    /// The items, in the order of the book; decision records behind them.
    pub items: Vec<Item>,
    /// For each link that is asked for, the items that are to have it.
    pub links: Vec<Links>,
    /// Ids that stand twice where each item stands once.
    pub duplicates: Vec<Duplicate>,
    /// Ids that are cited and declared nowhere.
    pub unknown: Vec<Place>,
    /// Kinds that the configuration names and no template of a document defines, with the keys.
    pub undefined: Vec<(KeyPath, String)>,
    /// Kinds that the templates of the documents define.
    pub kinds: Vec<String>,
}

/// A goal, a scenario, a risk, a decision.
#[derive(Clone, Debug)]
pub struct Item {
    /// As it is written where it is declared; how a record is cited.
    pub id: String,
    /// What it is called; empty where nothing says so.
    pub title: String,
    /// What it is: `quality-goal`.
    pub kind: String,
    /// The document that declares it; none for a record.
    pub document: Option<String>,
    /// Where it is declared.
    pub spot: Spot,
    /// The record that it is: its place in the collection.
    pub record: Option<usize>,
}

/// A place in the book.
#[derive(Clone, Debug)]
pub struct Spot {
    /// Index into [`Book::chapters`]; none outside of the book.
    pub chapter: Option<usize>,
    /// Where in its file.
    pub place: Place,
}

/// One link that is asked for.
#[derive(Debug)]
pub struct Links {
    /// Between which kinds.
    pub chain: Chain,
    /// The items that are to have it.
    pub items: Vec<Linked>,
}

/// What an item is linked with.
#[derive(Debug)]
pub struct Linked {
    /// Index into [`Trace::items`].
    pub item: usize,
    /// All of the other kind.
    pub with: Vec<Link>,
    /// Whether it is asked for and not there.
    pub lacks: bool,
}

/// What an item is linked with.
#[derive(Clone, Debug)]
pub enum Link {
    /// An item of the other kind: index into [`Trace::items`].
    Item(usize),
    /// A place in a section of the other kind.
    Text(Spot),
}

/// An id that is given twice.
#[derive(Debug)]
pub struct Duplicate {
    /// The item's kind.
    pub kind: String,
    /// The document that it is in.
    pub document: String,
    /// The id where it stands first.
    pub first: Place,
    /// Where it stands again.
    pub again: Place,
}

/// Looks for items where somebody asks for them.
pub(crate) fn find(
    book: &Book<'_>,
    settings: &Settings,
    annotated: &[Annotated],
    records: &Collection,
) -> Option<Trace> {
    let mut directives = annotated.iter().flat_map(|chapter| chapter.scan.asked());
    let mut shown = || directives.any(|directive| matches!(directive.asks, Ask::Trace(_)));
    let asked = settings.trace.chains.as_ref();
    if asked.is_none() && !shown() {
        return None;
    }
    let chains = match asked {
        Some(Chains::Named(chains)) => chains.clone(),
        Some(Chains::Usual) | None => Chain::usual(),
    };
    let found = Gathered::of(book, settings, annotated, records);
    let always = matches!(asked, Some(Chains::Named(_)));
    let links = chains::links(&found, &chains, always);
    let ids = Ids { own: &settings.trace.ids };
    let duplicates = faults::duplicates(&found, ids);
    let unknown = faults::unknown(&found, ids, book, annotated);
    let mut undefined: Vec<(KeyPath, String)> = Vec::new();
    for (chain, kind) in chains.iter().flat_map(|one| [(one, &one.from), (one, &one.to)]) {
        let told = undefined.iter().any(|(_, known)| known == kind);
        let at = chain.at.clone().filter(|_| !told && !found.kinds.contains(kind.as_str()));
        undefined.extend(at.map(|at| (at, kind.clone())));
    }
    let kinds = found.kinds.iter().map(|&kind| kind.to_owned()).collect();
    Some(Trace { links, duplicates, unknown, undefined, kinds, items: found.items })
}

#[cfg(test)]
mod tests;
