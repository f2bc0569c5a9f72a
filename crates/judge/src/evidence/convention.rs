//! What a team asks of a record of its own.

use readers::adr::Record;
use readers::analysis::Analysis;
use readers::settings::{Asked, Convention};

/// What the last convention asks that fits a record and says something of the matter.
pub(crate) fn asked<'s, T>(
    analysis: &Analysis<'s>,
    record: &Record,
    matter: impl Fn(&'s Convention) -> Option<&'s Asked<T>>,
) -> Option<&'s Asked<T>> {
    let (file, src) = (record.source.path(), &analysis.book.src);
    let fits = |one: &&Convention| {
        one.paths.as_ref().is_none_or(|paths| paths.contains_in_book(file, src))
    };
    analysis.settings.adr.conventions.iter().rev().filter(fits).find_map(matter)
}

/// The words that the last such convention lists; an empty list asks for nothing.
pub(crate) fn listed<'s>(
    analysis: &Analysis<'s>,
    record: &Record,
    matter: impl Fn(&'s Convention) -> Option<&'s Asked<Vec<String>>>,
) -> Option<&'s Asked<Vec<String>>> {
    asked(analysis, record, matter).filter(|asked| !asked.value.is_empty())
}
