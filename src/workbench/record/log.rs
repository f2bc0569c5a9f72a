//! Records that are sections of a file, beside those with files of their own.

use std::collections::BTreeSet;

use readers::adr::name::is_type_word;
use readers::adr::{Id, Record, naming};
use readers::record_path;
use text::link;

/// The records that show how one with a file of its own is named and worded: those that have one, or all where none has.
pub(super) fn with_files(records: &[Record]) -> Vec<Record> {
    let files: Vec<Record> =
        records.iter().filter(|record| record.anchor.is_none()).cloned().collect();
    if files.is_empty() { records.to_vec() } else { files }
}

/// The records that the next file goes on counting from: the files, and sections of a series that files have. `D-47` in a
/// log is no 47th of the files that have a number alone.
pub(super) fn counted(records: &[Record]) -> Vec<Record> {
    let files = with_files(records);
    let known: BTreeSet<Option<String>> = files.iter().map(series).collect();
    let counts = |record: &&Record| record.anchor.is_none() || known.contains(&series(record));
    records.iter().filter(counts).cloned().collect()
}

/// What the series is called that a record is of; none of one with a number alone.
fn series(record: &Record) -> Option<String> {
    Some(record.id.as_ref()?.value.series()?.to_lowercase())
}

/// What the next record of a log is called: `D-019` behind `D-018`.
pub(super) fn next_in(file: &str, records: &[Record]) -> String {
    let all: Vec<&Record> = records.iter().filter(|record| record.path == file).collect();
    let Some(last) = all.last() else { return "it".to_owned() };
    let of_series: Vec<Record> =
        all.iter().filter(|record| series(record) == series(last)).copied().cloned().collect();
    let number = naming::next_number(&of_series);
    match last.written_id().or_else(|| called_by_a_word(last)) {
        Some(written) => {
            let code = written.trim_end_matches(|c: char| c.is_ascii_digit());
            let digits = &written[code.len()..];
            let width = if digits.starts_with('0') { digits.len() } else { 1 };
            format!("{code}{number:0width$}")
        }
        None => match last.id.as_ref().and_then(|id| id.value.series()) {
            Some(series) => format!("{series}-{number}"),
            None => format!("number {number}"),
        },
    }
}

/// `ADR-007` of `ADR-007: Use X`
fn called_by_a_word(record: &Record) -> Option<String> {
    let heading = record.source.slice(record.heading).trim_start_matches(['#', ' ', '[']);
    let word = heading.find(|c: char| !c.is_ascii_alphabetic())?;
    let code = heading.len() - heading[word..].trim_start_matches([' ', '-', '_', '#']).len();
    let digits = heading[code..].bytes().take_while(u8::is_ascii_digit).count();
    (is_type_word(&heading[..word]) && digits > 0).then(|| heading[..code + digits].to_owned())
}

/// The logs that lie nearest to the current directory: in it or below it, or else below the first above.
pub(super) fn nearest(records: &[Record]) -> Vec<&str> {
    let up = |path: &str| path.split('/').take_while(|part| *part == "..").count();
    let files = || records.iter().filter(|one| one.anchor.is_some()).map(|one| one.path.as_str());
    let least = files().map(up).min();
    let mut nearest: Vec<&str> = files().filter(|path| Some(up(path)) == least).collect();
    nearest.dedup();
    nearest
}

/// Of records that a word may mean those that it names: `3` is record 3 before it is a short way to write `D-3` of a log
/// beside it. Which of several places is meant, a number does not say.
pub(super) fn meant<'r>(records: Vec<&'r Record>, id: &Id) -> Vec<&'r Record> {
    let home = |record: &&'r Record| match record.anchor {
        Some(_) => link::directory(&record.path),
        None => record_path::home(&record.path),
    };
    let mut homes = records.iter().map(home);
    let first = homes.next();
    if homes.any(|home| Some(home) != first) {
        return records;
    }
    let exact = |record: &&&Record| record.id.as_ref().is_some_and(|own| own.value.is(id));
    let named: Vec<&Record> = records.iter().filter(exact).copied().collect();
    if named.is_empty() { records } else { named }
}

#[cfg(test)]
mod tests {
    use readers::adr::OwnWords;
    use readers::adr::directory::Directory;

    use super::*;

    fn next(first: &str, last: &str) -> String {
        let one = |heading: &str| {
            format!("## {heading}\n\n**Status:** Accepted\n\n**Decision:** We use it.\n\n")
        };
        let text = format!("# Decisions\n\n{}{}", one(first), one(last));
        let mut found = Directory::default();
        found.add_text("decision-log.md".to_owned(), &text, &OwnWords::new());
        next_in("decision-log.md", &found.records)
    }

    #[test]
    fn the_next_of_a_log_is_called_as_the_others_are() {
        assert_eq!(next("D-017: Use a queue", "D-018: Use a log"), "D-019");
        assert_eq!(next("AD-9: Use a queue", "AD-8: Use a log"), "AD-10");
        assert_eq!(next("ADR-001: Use a queue", "ADR-002: Use a log"), "ADR-003");
        assert_eq!(next("ADR 8: Use a queue", "ADR 9: Use a log"), "ADR 10");
    }
}
