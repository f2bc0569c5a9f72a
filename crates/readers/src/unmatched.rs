//! Paths and patterns of the configuration and of directives that no file fits.
//!
//! A file that lies on disk fits although it is no chapter, and so does a chapter that lies on no disk:
//! another preprocessor may have made it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use text::link::{directory, file_name, join};
use text::wording::nearest;

use crate::book::Book;
use crate::described::code::Code;
use crate::described::{DescribedBy, Description};
use crate::directive::Ask;
use crate::document::Annotated;
use crate::files::{self, Bounds, Edge};
use crate::history::BookHistory;
use crate::settings::Settings;
use crate::settings::paths::PathSet;
use crate::settings::places::KeyPath;

/// A pattern that no file fits.
#[derive(Debug)]
pub struct Unmatched {
    /// The pattern, tidied, as it counts from the book's root or its source directory.
    pub pattern: String,
    /// Where it stands.
    pub from: From,
    /// What there is that is written nearly so.
    pub nearest: Option<String>,
    /// Whether that may be written unasked.
    pub certain: bool,
    /// What it leads out of, where there is something and it is none of the project's.
    pub outside: Option<Edge>,
}

/// Where a pattern stands.
#[derive(Clone, Debug)]
pub enum From {
    /// In the configuration.
    Setting(KeyPath),
    /// In a directive: its place among the annotated chapters, and among what is asked for there.
    Directive {
        /// Index into the annotated chapters.
        chapter: usize,
        /// Index into what its scan asks for.
        directive: usize,
    },
    /// In a text or its template, which says what it describes: its place among the descriptions.
    Description(usize),
}

/// All that no file fits, paths of texts first, and those of the configuration before others.
pub fn find(
    book: &Book<'_>,
    settings: &Settings,
    annotated: &[Annotated],
    descriptions: &[Description],
    history: Option<&BookHistory>,
) -> Vec<Unmatched> {
    let mut found = of_texts(book, settings, annotated);
    found.extend(of_code(book, settings, descriptions, history));
    found
}

/// Paths of code, which count from the top of the repository.
fn of_code(
    book: &Book<'_>,
    settings: &Settings,
    descriptions: &[Description],
    history: Option<&BookHistory>,
) -> Vec<Unmatched> {
    let configured = settings.code.iter().flat_map(|(at, paths)| {
        let patterns = paths.patterns().iter().enumerate();
        patterns.map(|(index, pattern)| (pattern, From::Setting(at.index(index))))
    });
    let said = descriptions.iter().enumerate();
    // Those of the configuration are told once, where they stand.
    let said = said.filter(|(_, one)| !matches!(one.said, DescribedBy::Settings));
    let said = said.flat_map(|(index, one)| {
        one.code.patterns().iter().map(move |pattern| (pattern, From::Description(index)))
    });
    let mut code = Code::of(book);
    let told = |(pattern, from): (&String, From)| {
        if code.fits(pattern) {
            return None;
        }
        let meant = code.meant(pattern, history);
        Some(Unmatched {
            pattern: pattern.clone(),
            from,
            certain: meant.as_ref().is_some_and(|meant| meant.certain),
            nearest: meant.map(|meant| meant.path),
            outside: None,
        })
    };
    configured.chain(said).filter_map(told).collect()
}

fn of_texts(book: &Book<'_>, settings: &Settings, annotated: &[Annotated]) -> Vec<Unmatched> {
    let configured = settings.patterns.iter().flat_map(|(at, paths)| {
        paths
            .patterns()
            .iter()
            .enumerate()
            .map(|(index, pattern)| (pattern.as_str(), From::Setting(at.index(index))))
    });
    let directives = annotated.iter().enumerate().flat_map(|(chapter, found)| {
        found.scan.asked().enumerate().flat_map(move |(directive, found)| {
            let patterns = paths(&found.asks).map(PathSet::patterns).unwrap_or_default();
            let from = From::Directive { chapter, directive };
            patterns.iter().map(move |pattern| (pattern.as_str(), from.clone()))
        })
    });
    let bounds = Bounds::around(&book.root);
    let mut unmatched =
        configured.chain(directives).filter(|(pattern, _)| !fits(book, &bounds, pattern));
    let Some(first) = unmatched.next() else { return Vec::new() };
    let names = names(book);
    let told = |(pattern, from): (&str, From)| Unmatched {
        pattern: pattern.to_owned(),
        from,
        nearest: near(pattern, &names),
        certain: true,
        outside: is_outside(book, &bounds, pattern).then(|| bounds.edge()),
    };
    std::iter::once(first).chain(unmatched).map(told).collect()
}

fn paths(asks: &Ask) -> Option<&PathSet> {
    match asks {
        Ask::Coverage(paths) => paths.as_ref(),
        Ask::ChangeLog(view) => view.paths.as_ref(),
        Ask::AdrIndex(index) => index.filter.paths(),
        Ask::AdrGraph(graph) => graph.filter.paths(),
        Ask::Template(_) | Ask::Describes(_) | Ask::DecisionsSince(_) | Ask::Trace(_) => None,
    }
}

/// Where a pattern leads without its signs, from the book's root and from its source directory.
fn bases(book: &Book<'_>, pattern: &str) -> [PathBuf; 2] {
    let fixed = &pattern[..pattern.find(['*', '?', '{']).unwrap_or(pattern.len())];
    let base = if fixed == pattern { pattern } else { directory(fixed) };
    [book.root.clone(), book.source_dir()]
        .map(|top| if base.is_empty() { top } else { top.join(base) })
}

/// Whether what a pattern names is there and lies outside of the project.
fn is_outside(book: &Book<'_>, bounds: &Bounds, pattern: &str) -> bool {
    bases(book, pattern).iter().any(|base| bounds.refuse(base).is_some())
}

/// Whether any file of the repository fits, or may: what cannot be looked through to its end may hold one.
fn fits(book: &Book<'_>, bounds: &Bounds, pattern: &str) -> bool {
    let set = PathSet::new([pattern.to_owned()]);
    if book.chapters.iter().any(|chapter| chapter.is_in(&set, &book.src)) {
        return true;
    }
    let fixed = &pattern[..pattern.find(['*', '?', '{']).unwrap_or(pattern.len())];
    let base = if fixed == pattern { pattern } else { directory(fixed) };
    bases(book, pattern).iter().filter(|below| bounds.refuse(below).is_none()).any(|below| {
        if fixed == pattern {
            return below.exists();
        }
        files::any_below(below, |name| set.contains(&join(base, name)))
    })
}

/// The chapters, the directories they lie in, and those of the book's root, as the configuration may name
/// them.
fn names(book: &Book<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for chapter in &book.chapters {
        for path in [chapter.path.as_str(), chapter.file()] {
            let above = std::iter::successors(Some(path), |path| Some(directory(path)));
            names.extend(above.take_while(|path| !path.is_empty()).map(str::to_owned));
        }
    }
    for (top, name) in [(book.root.clone(), ""), (book.source_dir(), book.src.as_str())] {
        let directories = files::directories_below(&top);
        names.extend(directories.iter().cloned());
        names.extend(directories.iter().map(|directory| join(name, directory)));
    }
    names
}

/// A pattern with the directory, or the file, that was meant.
fn near(pattern: &str, names: &BTreeSet<String>) -> Option<String> {
    let fixed = &pattern[..pattern.find(['*', '?', '{']).unwrap_or(pattern.len())];
    let whole = fixed == pattern;
    let base = if whole { pattern } else { directory(fixed) };
    let rest = &pattern[base.len()..];
    let same_place = || {
        // The one of its name that lies elsewhere.
        let mut others = names.iter().filter(|name| file_name(name) == file_name(base));
        let first = others.next().filter(|_| !base.is_empty())?;
        others.next().is_none().then_some(first.as_str())
    };
    let found = nearest(base, names.iter().map(String::as_str)).filter(|found| *found != base);
    found.or_else(same_place).map(|found| format!("{found}{rest}"))
}
