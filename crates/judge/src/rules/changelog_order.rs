//! `changelog-order`: an entry out of the order of its log.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::changelog::{Direction, Entry, History, Log, Subject, direction};
use words::date::{Date, Reading};

pub static RULE: Rule = Rule {
    name: "changelog-order",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "A change log has an entry that is out of the order of its dates.",
    page: include_str!("../../pages/changelog-order.md"),
};

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    // People sign as they come.
    if log.subject == Subject::Reviews {
        return;
    }
    let strays = direction::out_of_line(log);
    let neighbours = neighbours(log, &strays);
    let years: Vec<Option<Date>> = strays
        .iter()
        .map(|&stray| likely_year(log.entries[stray].on()?, neighbours[stray]))
        .collect();
    if !keeps_an_order(log, &strays, &years) {
        return;
    }
    let mut years = &years[..];
    for stretch in strays.chunk_by(|at, next| at + 1 == *next) {
        let (own, rest) = years.split_at(stretch.len());
        years = rest;
        let shift = shift(log, stretch, own);
        let more = if is_one_slip(log, stretch, own, shift) { stretch.len() - 1 } else { 0 };
        let shown = if more > 0 { 1 } else { stretch.len() };
        for (&stray, &year) in stretch.iter().zip(own).take(shown) {
            let finding = finding(history, log, stray, more, neighbours[stray]);
            findings.extend(finding.map(|finding| finding.help(help(year, more, shift))));
        }
    }
}

/// Whether entries that stand together out of order are reported at once: three or more that one year corrects, that were
/// written to the wrong end of the log, or that were moved as they are.
fn is_one_slip(log: &Log, stretch: &[usize], years: &[Option<Date>], shift: Option<Shift>) -> bool {
    let [first, _, .., last] = stretch else { return false };
    let at_an_end = *first == 0 || last + 1 == log.entries.len();
    shift.is_some() || at_an_end || years.iter().all(Option::is_none)
}

/// What mends an entry whose likely year is `year`, and the `more` entries after it.
fn help(year: Option<Date>, more: usize, shift: Option<Shift>) -> String {
    match (year, more, shift) {
        (Some(likely), 0, _) => {
            format!("if only the year is wrong, it is {likely}; else move the entry")
        }
        (None, 0, _) => "correct the date, or move the entry to where it belongs".to_owned(),
        (Some(likely), _, Some(shift)) => {
            let way = match shift {
                Shift::Later => "later",
                Shift::Earlier => "earlier",
            };
            format!(
                "if only the year is wrong, each is one year {way}, {likely} here; else move them to where they belong"
            )
        }
        _ => "move them to where they belong".to_owned(),
    }
}

/// Whether a log is kept in order but for few entries, which stand together, or whose year alone is wrong: otherwise
/// nobody means it to be. `strays` are sorted; `years` has the likely year of each.
fn keeps_an_order(log: &Log, strays: &[usize], years: &[Option<Date>]) -> bool {
    let told = |entry: &&Entry| {
        let when = entry.date.as_ref().and_then(|date| date.when);
        matches!(when, Some(Reading::Exact(_) | Reading::Ambiguous { .. }))
    };
    let dated = log.entries.iter().filter(told).count();
    let places = strays.windows(2).filter(|pair| pair[1] > pair[0] + 1).count() + 1;
    match places {
        1 if years.iter().all(Option::is_some) => strays.len() * 2 < dated,
        1 => strays.len() * 3 <= dated,
        2 => strays.len() * 5 <= dated,
        _ => false,
    }
}

/// A year more or less.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shift {
    Later,
    Earlier,
}

/// The shift of the year that mends a whole stretch, where one does. `years` has the likely year of each entry.
fn shift(log: &Log, stretch: &[usize], years: &[Option<Date>]) -> Option<Shift> {
    let years: Vec<Date> = years.iter().copied().collect::<Option<_>>()?;
    let sorted = match log.direction? {
        Direction::OldestFirst => years.is_sorted(),
        Direction::NewestFirst => years.iter().rev().is_sorted(),
        Direction::Single => false,
    };
    let ways = stretch.iter().zip(&years).map(|(&at, likely)| {
        let later = likely.year > log.entries[at].on()?.year;
        Some(if later { Shift::Later } else { Shift::Earlier })
    });
    let ways: Vec<Shift> = ways.collect::<Option<_>>()?;
    let first = ways.first().copied().filter(|_| sorted)?;
    ways.iter().all(|way| *way == first).then_some(first)
}

fn finding(
    history: &History,
    log: &Log,
    stray: usize,
    more: usize,
    (before, after): Neighbours<'_>,
) -> Option<Finding> {
    let entry = &log.entries[stray];
    // Of a day that can be read in two ways nobody knows where it belongs.
    let date = entry.date.as_ref().filter(|_| entry.on().is_some())?;
    let order = log.direction?.name();
    let message = match more {
        0 => format!("`{}` is out of order in a log that is {order}", date.text),
        more => format!(
            "`{}` and the {more} entries after it are out of order in a log that is {order}",
            date.text
        ),
    };
    let mut finding = Finding::new(&RULE, history.place(date.span), message)
        .label("out of order")
        .note("readers take the entry at the log's end for the newest state");
    for (neighbour, label) in [(before, "the entry before it in time"), (after, "the one after it")]
    {
        if let Some(date) = neighbour.and_then(|entry| entry.date.as_ref()) {
            finding = finding.related(history.place(date.span), label);
        }
    }
    Some(finding)
}

/// The entries before and after one in time.
type Neighbours<'l> = (Option<&'l Entry>, Option<&'l Entry>);

/// The neighbours of each entry, as the log has them, `strays` (sorted) left out.
fn neighbours<'l>(log: &'l Log, strays: &[usize]) -> Vec<Neighbours<'l>> {
    let entries = log.chronological();
    let mut found: Vec<Neighbours<'_>> = vec![(None, None); entries.len()];
    let in_line =
        |index: usize, entry: &Entry| entry.on().is_some() && strays.binary_search(&index).is_err();
    let mut before = None;
    for &(index, entry) in &entries {
        found[index].0 = before;
        before = if in_line(index, entry) { Some(entry) } else { before };
    }
    let mut after = None;
    for &(index, entry) in entries.iter().rev() {
        found[index].1 = after;
        after = if in_line(index, entry) { Some(entry) } else { after };
    }
    found
}

/// The same day in the one year that fits between the neighbours. With one neighbour alone nearly each year
/// fits: then it must come nearer to that one than the written day is.
fn likely_year(date: Date, (before, after): Neighbours<'_>) -> Option<Date> {
    let early = before.and_then(Entry::on);
    let late = after.and_then(Entry::on);
    let mut fitting = [-1, 1].into_iter().filter_map(|by| {
        let moved = Date { year: date.year.checked_add(by)?, ..date };
        // The 29th of February does not move.
        moved
            .day
            .is_none_or(|day| Date::from_day(moved.year, moved.month, day).is_some())
            .then_some(moved)
    });
    let fits = |moved: &Date| {
        let between =
            early.is_none_or(|early| early <= *moved) && late.is_none_or(|late| *moved <= late);
        let near = match (early, late) {
            (Some(_), Some(_)) => true,
            (Some(one), None) | (None, Some(one)) => moved.apart_from(one) < date.apart_from(one),
            (None, None) => false,
        };
        between && near
    };
    let year = fitting.find(fits)?;
    fitting.find(fits).is_none().then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    fn findings(text: &str) -> Vec<Finding> {
        testing::findings(check, text)
    }

    fn of_days(days: &[&str]) -> Vec<Finding> {
        findings(&format!(
            "# A\n\n## Change Log\n\n- {}: A change.\n",
            days.join(": A change.\n- ")
        ))
    }

    #[test]
    fn a_year_is_offered_only_where_it_mends_the_order() {
        let help = |days: [&str; 4]| {
            let rows = days.map(|day| format!("| {day} | A change. |\n")).concat();
            let text = format!("# A\n\n## Change Log\n\n| Date | Changes |\n|---|---|\n{rows}");
            let findings = findings(&text);
            assert_eq!(findings.len(), 1, "{days:?}");
            findings[0].help.clone().unwrap()
        };
        let between = help(["2024-11-05", "2024-12-20", "2024-01-05", "2025-02-01"]);
        assert!(between.contains("it is 2025-01-05"), "{between}");
        let last = help(["2024-10-05", "2024-11-05", "2024-12-20", "2024-01-05"]);
        assert!(last.contains("it is 2025-01-05"), "{last}");
        let moved = help(["2026-08-03", "2026-07-05", "2026-07-16", "2026-07-20"]);
        assert!(!moved.contains("year"), "{moved}");
    }

    #[test]
    fn what_was_written_to_the_other_end_is_one_slip() {
        let newest = (1..=9).rev().map(|day| format!("- 2026-03-0{day}: A change.\n"));
        let appended = (1..=4).map(|day| format!("- 2026-04-0{day}: A change.\n"));
        let rows: String = newest.chain(appended).collect();
        let found = findings(&format!("# A\n\n## Change Log\n\n{rows}"));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].message.contains("and the 3 entries after it"), "{}", found[0].message);
    }

    #[test]
    fn a_january_with_the_years_of_the_last_is_one_slip_of_the_year() {
        let before = ["2023-08-01", "2023-09-01", "2023-10-01", "2023-11-01", "2023-12-01"];
        let january = ["2023-01-05", "2023-01-08", "2023-01-09"];
        let last = of_days(&[&before[..], &january[..]].concat());
        let between = of_days(&[&before[..], &january[..], &["2024-02-01", "2024-03-01"]].concat());
        for found in [last, between] {
            assert_eq!(found.len(), 1, "{found:?}");
            let help = found[0].help.as_deref().unwrap();
            assert!(help.contains("each is one year later, 2024-01-05 here"), "{help}");
        }
    }

    #[test]
    fn entries_in_the_middle_are_told_one_by_one_where_a_year_mends_some_of_them() {
        let days = [
            "2023-06-01",
            "2023-07-01",
            "2023-08-01",
            "2023-09-01",
            "2023-10-01",
            "2023-11-01",
            "2023-12-01",
            "2023-01-05",
            "2021-05-08",
            "2023-01-09",
            "2024-02-01",
            "2024-03-01",
        ];
        let found = of_days(&days);
        let help: Vec<&str> = found.iter().filter_map(|found| found.help.as_deref()).collect();
        assert_eq!(help.len(), 3, "{found:?}");
        assert!(help[0].contains("it is 2024-01-05") && help[2].contains("it is 2024-01-09"));
        assert!(!help[1].contains("year"), "{}", help[1]);
    }

    #[test]
    fn a_log_that_turns_round_has_no_order() {
        let rising = (1..=9).map(|day| format!("- 2026-03-0{day}: A change.\n"));
        let falling = (1..=7).rev().map(|day| format!("- 2026-02-0{day}: A change.\n"));
        let rows: String = rising.chain(falling).collect();
        assert!(findings(&format!("# A\n\n## Change Log\n\n{rows}")).is_empty());
    }
}
