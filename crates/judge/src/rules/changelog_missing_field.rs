//! `changelog-missing-field`: an entry that leaves a field open.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::changelog::{Blank, Entry, Field, History, Kind, Log, Release, Subject};
use text::source::Span;
use words::date::{self, Date};
use words::{LogWord, Vocabulary};

pub static RULE: Rule = Rule {
    name: "changelog-missing-field",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "An entry of a change log lacks its date, version, author or description.",
    page: include_str!("../../pages/changelog-missing-field.md"),
};

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    // Outside of a table nothing but the others says that a date belongs there; one line of a list may only tell of
    // a day.
    let dated = log.entries.iter().filter(|entry| entry.date.is_some()).count();
    let usual = dated > 1 || log.kind != Kind::List;
    let dated = usual && dated * 2 > log.entries.len().saturating_sub(1);
    let unused = unused(log);
    let mut begun = false;
    for entry in &log.entries {
        // Who signs need not say anything; when is what counts.
        let counts = |blank: &&Blank| log.subject != Subject::Reviews || blank.field == Field::Date;
        let used = |blank: &&Blank| !unused.contains(&blank.field);
        let ahead = is_unreleased(entry);
        let waits = |blank: &&Blank| !(ahead && blank.field == Field::Date);
        let open = entry.blanks.iter().filter(counts).filter(used).filter(waits);
        let mut open: Vec<Blank> = open.copied().collect();
        // What has no key of its own goes on from the dated entry above.
        let continues = begun && entry.version.is_none();
        begun |= entry.date.is_some();
        let undated = dated && entry.date.is_none() && !continues && !opens_with_a_day(entry);
        let listed = log.kind != Kind::Table && entry.release == Release::Out;
        if undated && listed && open.iter().all(|blank| blank.field != Field::Date) {
            open.push(Blank { field: Field::Date, span: entry.span });
        }
        findings.extend(finding(history, entry, &open));
    }
}

/// Whether a release is still to come, so that nobody knows its day; in a table its name says so.
fn is_unreleased(entry: &Entry) -> bool {
    let name = entry.version.as_ref().map_or("", |version| &version.text);
    entry.release == Release::Unreleased || Vocabulary::known().is(LogWord::Unreleased, name)
}

/// The columns that no entry of a table fills in: nobody means to, unless they are to say when.
fn unused(log: &Log) -> Vec<Field> {
    const FEWEST: usize = 2;
    let fields = [Field::Date, Field::Version, Field::Author, Field::Changes];
    let fills = |entry: &Entry, field: Field| match field {
        Field::Date => entry.date.is_some() || entry.release == Release::Unreleased,
        Field::Version => entry.version.is_some(),
        Field::Author => entry.author.is_some(),
        Field::Changes => entry.changes.is_some(),
    };
    let is_unused = |field: &Field| !log.entries.iter().any(|entry| fills(entry, *field));
    let kept = log.kind == Kind::Table && log.entries.len() >= FEWEST;
    let means_to = |field: &Field| *field == Field::Date && is_without_days(log);
    fields.into_iter().filter(is_unused).filter(|_| kept).filter(|field| !means_to(field)).collect()
}

/// Whether no row of a log of versions has a day: nothing else says when they were made.
fn is_without_days(log: &Log) -> bool {
    let open = |entry: &Entry| {
        entry.version.is_some() && entry.blanks.iter().any(|blank| blank.field == Field::Date)
    };
    log.subject.versioned() && log.entries.iter().all(open)
}

/// Only the first line: an entry may be long.
fn first_line(history: &History, span: Span) -> Span {
    let text = history.source.slice(span);
    let line = text.lines().next().map_or(0, |line| line.trim_end().len());
    Span::new(span.start, span.start + line)
}

/// Whether the first line of an entry's text holds a date: whose it is, only its author knows.
fn opens_with_a_day(entry: &Entry) -> bool {
    let changes = entry.changes.as_ref().map_or("", |changes| &changes.text);
    let first = changes.split("<br>").next().unwrap_or_default();
    date::first(first).is_some()
}

/// One for each entry, whatever it lacks.
fn finding(history: &History, entry: &Entry, open: &[Blank]) -> Option<Finding> {
    let blank = open.first()?;
    let fields: Vec<&str> = open.iter().map(|blank| blank.field.name()).collect();
    let field = fields.join(" and no ");
    let keyed = open.iter().all(|blank| blank.field != Field::Version);
    let version = entry.version.as_ref().filter(|_| keyed);
    let message = match version {
        Some(version) => format!("the entry for version `{}` has no {field}", version.text),
        None => format!("this entry has no {field}"),
    };
    let dated = entry.date.as_ref().map(|date| date.text.as_str());
    let name = version.map(|version| version.text.as_str()).or(dated).unwrap_or("an entry");
    let span = first_line(history, blank.span);
    let fill = fields.join(" and the ");
    Some(
        Finding::new(&RULE, history.place(span), message)
            .label(format!("no {field}"))
            .note("the log has a place for it, and nothing else in the text says it")
            .help(format!("fill in the {fill}"))
            .entry(format!("entries have no {field}"), name, 0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    fn messages(rows: &str) -> Vec<String> {
        let head = "| Version | Date | Author | Changes |\n|---|---|---|---|\n";
        let text = format!("# A\n\n## Change Log\n\n{head}{rows}");
        let findings = testing::findings(check, &text);
        findings.into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn what_says_that_there_is_nothing_lacks_nothing() {
        let signs = ["\\-", "–", "—", "n/a", "N/A", "./.", "-/-"];
        let rows =
            signs.map(|sign| format!("| {sign} | 2024-03-05 | {sign} | {sign} |\n")).concat();
        assert_eq!(messages(&rows), [""; 0]);
    }

    #[test]
    fn a_column_of_days_that_nobody_fills_in_is_told_of_each_version() {
        let rows = "| 1.0 | | Ann | One |\n| 1.1 | | Bob | Two |\n";
        let wanted =
            ["the entry for version `1.0` has no date", "the entry for version `1.1` has no date"];
        assert_eq!(messages(rows), wanted);
        let ahead = format!("| Unreleased | | Ann | Next |\n{rows}");
        assert_eq!(messages(&ahead), wanted);
        let answered = "| 1.0 | - | Ann | One |\n| 1.1 | - | Bob | Two |\n";
        assert_eq!(messages(answered), [""; 0]);
    }

    #[test]
    fn a_column_that_nobody_fills_in_lacks_nothing() {
        let rows = "| 1.0 | 2024-03-05 | | One |\n| 1.1 | 2024-03-06 | | Two |\n";
        assert_eq!(messages(rows), [""; 0]);
        let rows = format!("{rows}| 1.2 | 2024-03-07 | Ann | |\n");
        let wanted = [
            "the entry for version `1.0` has no author",
            "the entry for version `1.1` has no author",
            "the entry for version `1.2` has no changes",
        ];
        assert_eq!(messages(&rows), wanted);
    }
}
