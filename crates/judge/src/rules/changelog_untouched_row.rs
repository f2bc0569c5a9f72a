//! `changelog-untouched-row`: a row that is as the template had it.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::changelog::{Entry, History, Log, Text};
use words::date::{Date, Reading};

pub static RULE: Rule = Rule {
    name: "changelog-untouched-row",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "A change log still has a row as the template had it.",
    page: include_str!("../../pages/changelog-untouched-row.md"),
};

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    for span in log.untouched.iter().copied() {
        let text = history.source.slice(span);
        let line = text.lines().next().map_or(0, |line| line.trim_end().len());
        let place = history.place(text::source::Span::new(span.start, span.start + line));
        let finding = Finding::new(&RULE, place, "this row is still as the template had it")
            .label("not filled in")
            .note("it is left out of every change log that is shown")
            .help("fill the row in, or delete it");
        findings.push(finding);
    }
    let begun = log.entries.iter().filter(|entry| is_open(entry));
    for date in begun.filter_map(|entry| entry.date.as_ref()) {
        let message = format!("the date `{}` is still as the template had it", date.text);
        let finding = Finding::new(&RULE, history.place(date.span), message)
            .label("not filled in")
            .note("the rest of the row is filled in, and is shown without a date")
            .help("write the date as YYYY-MM-DD");
        findings.push(finding);
    }
}

/// Whether the date is a template's: `2024-07-XX` has the month, unless more is left open beside it.
fn is_open(entry: &Entry) -> bool {
    let Some(date) = entry.date.as_ref() else {
        return false;
    };
    let masked = |text: &Text| {
        let mut words = text.text.split(|c: char| !c.is_alphanumeric());
        words.any(|word| word.len() > 2 && word.bytes().all(|byte| byte == b'X'))
    };
    let open = date.when.is_some_and(Reading::is_placeholder);
    let begun = date.text.contains(|c: char| c.is_ascii_digit());
    open && (!begun || entry.changes.as_ref().is_some_and(masked))
}

#[cfg(test)]
mod tests {
    use text::markdown::Document;
    use text::source::Source;

    use super::*;

    #[test]
    fn a_row_of_which_only_the_date_is_open_is_shown() {
        let rows = "| Version | Date | Changes |\n|---|---|---|\n| 1.0 | (date) | The first text |\n| 1.1 | [DATE] | [TEXT] |\n\
                    | 1.2 | 2024-03-05 | More of it |\n";
        let text = format!("# Yard\n\n## Change Log\n\n{rows}");
        let history = History::of(&Document::parse(&Source::new("a.md", text)), 0, None).unwrap();
        let mut findings = Vec::new();
        check(&history, &history.logs[0], Date::from_day(2027, 1, 1).unwrap(), &mut findings);
        let said: Vec<&str> = findings.iter().map(|finding| &*finding.message).collect();
        let wanted = [
            "this row is still as the template had it",
            "the date `(date)` is still as the template had it",
        ];
        assert_eq!(said, wanted);
        assert_eq!(history.logs[0].entries.len(), 2);
    }
}
