//! What records are called on a page: numbers as the team writes them, titles with their code.

use readers::adr::Id;
use readers::adr::name::Name;
use readers::adr::record::{Record, Sourced};
use text::compose::Inline;

/// `ADR 0012: Use X`; the title alone for records without a number.
pub(super) fn full(record: &Record) -> Inline {
    match number(record) {
        Some(number) => Inline::text(&(cited(record, &number) + ": ")).then(title(record)),
        None => title(record),
    }
}

/// The same in words.
pub(super) fn full_words(record: &Record) -> String {
    let title = record.shown_title();
    match number(record) {
        Some(number) => format!("{}: {title}", cited(record, &number)),
        None => title,
    }
}

/// `ADR 0012`; the title in quotation marks for records without a number.
pub(super) fn short(record: &Record) -> Inline {
    Inline::text(&number(record).map_or_else(|| record.cited(), |number| cited(record, &number)))
}

fn cited(record: &Record, number: &str) -> String {
    match record.id.as_ref().map(|id| &id.value) {
        Some(Id::Series(..)) => number.to_owned(),
        _ => format!("ADR {number}"),
    }
}

/// `0012`, `0027a`, `TEAM-ADR-0012`; none for records that a name stands for.
pub(super) fn number(record: &Record) -> Option<String> {
    let Sourced { value, span, .. } = record.id.as_ref()?;
    let number = value.number()?;
    // Names of files are alike in a directory, where headings are written now so, now otherwise.
    let file = Name::of_path(&record.path);
    let in_file = record.anchor.is_none() && file.id.is_some_and(|id| id.number() == Some(number));
    let written = if in_file {
        format!("{number:0width$}", width = file.digits)
    } else {
        let runs = record.source.slice(*span).split(|c: char| !c.is_ascii_digit());
        let runs = runs.filter(|run| run.parse() == Ok(number));
        runs.max_by_key(|run| run.len()).map_or_else(|| number.to_string(), str::to_owned)
    };
    Some(match value {
        Id::Number(_) => written,
        Id::Lettered(_, letter) => written + letter,
        Id::Series(series, _) => format!("{series}-{written}"),
        Id::Name(_) => return None,
    })
}

/// The title with the code in it, where the heading has it so.
pub(super) fn title(record: &Record) -> Inline {
    let title = record.shown_title();
    let heading = record.source.slice(record.heading).lines().next().unwrap_or_default();
    if !heading.contains(['`', '<']) {
        return Inline::text(&title);
    }
    let words = heading.split(" {#").next().unwrap_or_default().trim_end_matches(['#', ' ']);
    Inline::untagged(words).ending_in(&title).unwrap_or_else(|| Inline::text(&title))
}
