//! Links to records as an index writes them: with or without `./`, an extension, an anchor.

use crate::record_path;
use text::markdown::anchor;

use crate::adr::listing::Listing;
use crate::adr::record::Record;

/// The target of a link to `new`, written as `target` is, which leads to the file `old`; `model` is the
/// record in that file, where it is there. None where that cannot be known.
pub fn retargeted(
    listing: &Listing,
    target: &str,
    old: &str,
    model: Option<&Record>,
    new: &Record,
) -> Option<String> {
    let (path, fragment) = target.split_once('#').map_or((target, None), |(a, b)| (a, Some(b)));
    let ([old_name, old_tail], [new_name, new_tail]) =
        (parts(listing, old)?, parts(listing, &new.path)?);
    let at = path.rfind(old_name)?;
    let (before, behind) = (&path[..at], &path[at + old_name.len()..]);
    let behind =
        if behind == old_tail { new_tail } else { (old_tail == new_tail).then_some(behind)? };
    let anchor = match fragment {
        None => String::new(),
        Some(fragment) => format!("#{}", anchored(fragment, model, new)?),
    };
    let file = format!("{before}{new_name}{behind}");
    is_plain(&file).then(|| file + &anchor)
}

/// The part of the name in which records of a directory differ, and what follows it: `0001-a` and `.md`, or
/// `/README.md`.
fn parts<'p>(listing: &Listing, path: &'p str) -> Option<[&'p str; 2]> {
    let below = match &*listing.directory {
        "" => path,
        directory => path.strip_prefix(directory)?.strip_prefix('/')?,
    };
    let name = record_path::stem(below);
    below.strip_prefix(name).map(|tail| [name, tail])
}

/// An anchor in a new record: its own title where the other's is meant, else the section of the same name.
fn anchored(fragment: &str, model: Option<&Record>, new: &Record) -> Option<String> {
    let ids = |record: &Record| anchor::ids(&record.file());
    let own = ids(new);
    let is_title = model.is_some_and(|model| ids(model).first().is_some_and(|id| id == fragment));
    if is_title { own.into_iter().next() } else { own.into_iter().find(|id| id == fragment) }
}

/// Whether a word means itself wherever it stands in Markdown, also as a link's target.
pub(super) fn is_plain(word: &str) -> bool {
    let inside = |at: usize| {
        let (before, after) = (&word[..at], &word[at + 1..]);
        before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
    };
    !word.contains(|c: char| "|<>[]()*`\\#?% ".contains(c))
        && word.match_indices('_').all(|(at, _)| inside(at))
}
