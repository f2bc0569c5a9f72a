//! One case for each shape that was met in real documents.

mod days;
mod entries;
mod grids;
mod headings;
mod languages;
mod no_log;
mod others;
mod parts;
mod places;
mod registers;

use super::{Kind, Log, read};
use text::markdown::Document;
use text::source::Source;

fn logs(text: &str) -> Vec<Log> {
    read(&Document::parse(&Source::new("a.md", text)), None)
}

/// `date | version | author | changes` of each entry.
fn entries(text: &str) -> Vec<String> {
    let value =
        |text: &Option<super::Text>| text.as_ref().map_or("-", |text| &text.text).to_owned();
    let entry = |entry: &super::Entry| {
        let date = entry.on().map_or("-".to_owned(), |date| date.to_string());
        let (version, author) = (value(&entry.version), value(&entry.author));
        format!("{date} | {version} | {author} | {}", value(&entry.changes))
    };
    logs(text).iter().flat_map(|log| &log.entries).map(entry).collect()
}
