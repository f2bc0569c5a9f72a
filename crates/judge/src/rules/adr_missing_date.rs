//! `adr-missing-date`: a record without a date among records that have one.

use std::cell::OnceCell;

use crate::evidence::habit::Habits;
use crate::evidence::owes;
use crate::evidence::usual_form::{UsualForms, advice, as_others};
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::collection::Entry;
use readers::adr::record::Origin;
use readers::adr::stated_form::StatedForm;
use readers::adr::statement::State;
use readers::adr::{Record, Sourced};
use readers::analysis::Analysis;
use readers::record_path;
use text::source::Span;
use words::date::{self, Reading, Shapes};
use words::{Label, Vocabulary};

pub static RULE: Rule = Rule {
    name: "adr-missing-date",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record states no date.",
    page: include_str!("../../pages/adr-missing-date.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    let habits = Habits::measure(records, |_| Some(()), states_a_date);
    let dated = Habits::measure(records, |_| Some(()), has_its_date);
    let in_status =
        Habits::measure(records, |record| record.date.as_ref().map(|_| ()), is_in_its_status);
    let forms = OnceCell::new();
    let of_open = Habits::measure(records, |record| is_open(record).then_some(()), states_a_date);
    for Entry { record, belongs_to, .. } in &records.entries {
        let share = habits.beside(record, ());
        // What is not decided owes no day, unless the other open records here have one.
        let open = of_open.beside(record, ());
        let due = !is_open(record) || (open.shows_a_habit() && open.is_usual());
        if states_a_date(record) || !share.is_usual() || !due || owes::is_exempt(record) {
            continue;
        }
        // A day somewhere in the text is no habit of stating one.
        if !dated.beside(record, ()).is_common() {
            continue;
        }
        if belongs_to.is_some() || owes::has_dated_field(record) {
            continue;
        }
        let open = record.dates.first().map(|date| date.span);
        let message = match open.and_then(|open| left_open(record, open)) {
            Some(open) => format!("{} leaves its date open: `{open}`", record.cited()),
            None => format!("{} states no date", record.cited()),
        };
        let forms = forms.get_or_init(|| UsualForms::of(records, form));
        let help = match open {
            Some(_) => "put the day of the decision in its place: `2024-03-05`".to_owned(),
            None if in_status.beside(record, ()).is_most() => {
                "add the day of the decision to the status, as the other records do".to_owned()
            }
            None => help(record, forms),
        };
        let place = open.map_or_else(|| record.head(), |open| record.place(open));
        findings.push(
            Finding::new(&RULE, place, message)
                .note(dated.beside(record, ()).note())
                .help(help)
                .entry_of_directory("records state no date", record.cited()),
        );
    }
}

/// What stands where the date belongs, in one line: `2024-01-XX`.
fn left_open(record: &Record, open: Span) -> Option<&str> {
    let written = record.source.slice(open).trim();
    (!written.is_empty() && !written.contains(['\n', '`'])).then_some(written)
}

fn form(record: &Record) -> Option<StatedForm<'_>> {
    let date = record.date.as_ref().filter(|_| !is_in_its_status(record))?;
    StatedForm::of(record, date.origin, date.span)
}

/// Whether its day stands with the status, which is no place for a day alone.
fn is_in_its_status(record: &Record) -> bool {
    let spans = record.date.as_ref().zip(record.status.as_ref());
    spans.is_some_and(|(date, status)| date.span == status.span)
}

fn help<'a>(record: &'a Record, forms: &UsualForms<'a>) -> String {
    match forms.beside(record) {
        Some((form, others)) => format!(
            "{} with the day of the decision, {}",
            advice(form, "2024-03-05"),
            as_others(others)
        ),
        None => "add the day of the decision: `Date: 2024-03-05`".to_owned(),
    }
}

fn is_open(record: &Record) -> bool {
    record.status.as_ref().is_some_and(|status| status.value.is_open())
}

/// A date that cannot be read is another rule's.
fn has_its_date(record: &Record) -> bool {
    let written = |reading: &Reading| !reading.is_placeholder();
    record.date.is_some() || record.dates.iter().any(|date| written(&date.value))
}

/// Whether it has one, or some other day that may be it.
fn states_a_date(record: &Record) -> bool {
    has_its_date(record)
        || is_named_by_a_date(record)
        || has_a_dated_statement(record)
        || record
            .sections
            .iter()
            .any(|section| is_log(&section.title) && has_a_date(record.source.slice(section.body)))
}

/// Whether a day stands behind a state, in its paragraph or its section.
fn has_a_dated_statement(record: &Record) -> bool {
    let mut end = 0;
    record.states.iter().any(|state| {
        // What stands behind an earlier state has been looked at with it.
        let from = state.span.start;
        if from < end {
            return false;
        }
        let statement = statement(record, state);
        end = from + statement.len();
        has_a_date(statement)
    })
}

/// What goes on from a state: the rest of a section on the status, of a paragraph elsewhere.
fn statement<'r>(record: &'r Record, state: &Sourced<State>) -> &'r str {
    let from = state.span.start;
    if state.origin == Origin::Section {
        let after = record.sections.partition_point(|section| section.body.start <= from);
        let body = record.sections[..after].last().map(|section| section.body);
        if let Some(body) = body.filter(|body| from < body.end) {
            return record.source.slice(Span::new(from, body.end));
        }
    }
    let rest = record.source.slice(Span::new(from, record.span.end.max(from)));
    let ends = |line: &&str| line.trim().is_empty() || line.starts_with('#');
    let len = rest.split_inclusive('\n').take_while(|line| !ends(line)).map(str::len).sum();
    &rest[..len]
}

/// A day, though it may be that of another event, or readable in two ways.
fn has_a_date(text: &str) -> bool {
    date::find(text).iter().any(|found| !found.reading.is_placeholder())
}

fn is_log(heading: &str) -> bool {
    let found = Vocabulary::known().glossed::<Label>(heading);
    found.is_some_and(|found| found.meaning == Label::ChangeLog)
}

/// `ADR-20240305-use-x.md`; `# Use X (January 2026)`, which may be when it was decided.
fn is_named_by_a_date(record: &Record) -> bool {
    let dates = date::find_with(
        record_path::stem(&record.path),
        Shapes { compact: true, ..Shapes::default() },
    );
    dates.iter().any(|date| date.reading.exact().is_some())
        || record.title.as_ref().is_some_and(|title| has_a_date(&title.value))
}
