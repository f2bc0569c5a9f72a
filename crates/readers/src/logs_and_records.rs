//! What is read in each text by itself, its change logs and its decision records, from one parse of it.

use crate::adr::{Collection, Gatherer, OwnWords};
use crate::book::Book;
use crate::changelog::{ChangeLogs, History};
use crate::document::Annotated;
use crate::parallel;
use crate::settings::Settings;
use words::date::Date;

/// Reads the change logs and the decision records of a book, by several threads, as of a day.
pub(crate) fn read(
    book: &Book<'_>,
    annotated: &[Annotated],
    (settings, own): (&Settings, &OwnWords),
    today: Date,
) -> (ChangeLogs, Collection) {
    let gatherer = Gatherer::new(book, settings, own);
    let logs_are_read = ChangeLogs::are_read(book, annotated);
    let looks: Vec<_> = (0..)
        .zip(gatherer.asked())
        .map(|(index, records)| (index, records, logs_are_read(index)))
        .filter(|(_, records, logs)| records.is_some() || *logs)
        .collect();
    let order = settings.dates;
    let read = parallel::map(&looks, |(index, records, logs)| {
        let document = book.chapters[*index].parsed();
        let history = logs.then(|| History::of(&document, *index, order)).flatten();
        let found = records.as_ref().and_then(|asked| gatherer.chapter(*index, asked, &document));
        (history, found)
    });
    let (histories, found): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let histories = histories.into_iter().flatten().collect();
    let logs = ChangeLogs::of_book(book, annotated, (settings, today), histories);
    (logs, gatherer.collection(found.into_iter().flatten().collect()))
}
