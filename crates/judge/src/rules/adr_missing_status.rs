//! `adr-missing-status`: a record without a status among records that have one.

use std::cell::OnceCell;

use crate::evidence::habit::{Habits, Share};
use crate::evidence::owes;
use crate::evidence::usual_form::{UsualForms, advice, as_others};
use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::adr::stated_form::StatedForm;
use readers::adr::statement::{Doubt, State};
use readers::adr::{Origin, Record, Sourced};
use readers::analysis::Analysis;
use words::{Status, Vocabulary};

pub static RULE: Rule = Rule {
    name: "adr-missing-status",
    group: Group::Adr,
    levels: Levels::always(Level::Warn),
    summary: "A decision record states no status.",
    page: include_str!("../../pages/adr-missing-status.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let records = &analysis.records;
    let habits = Habits::measure(records, |_| Some(()), |record| record.status.is_some());
    let in_titles = Habits::measure(records, |_| Some(()), says_in_title);
    let forms = OnceCell::new();
    for entry in &records.entries {
        let record = &entry.record;
        let stated =
            record.states.iter().find(|state| state.value.doubt != Some(Doubt::Placeholder));
        if let Some(state) = stated {
            match state.value.doubt {
                Some(Doubt::Choice) if record.status.is_none() => {
                    findings.push(undecided(record, state));
                }
                Some(Doubt::Conflict) => findings.push(unmerged(record, state)),
                _ => {}
            }
        } else {
            let share = habits.beside(record, ());
            // `Use X [PLANNED]`, where others have a word that is known in that place.
            let unknown = || ends_in_brackets(record) && in_titles.beside(record, ()).is_common();
            let owes = entry.belongs_to.is_none() && !owes::is_exempt(record);
            if share.is_usual() && owes && !unknown() {
                let forms = forms.get_or_init(|| UsualForms::of(records, StatedForm::of_status));
                findings.push(missing(record, share, forms));
            }
        }
    }
}

fn says_in_title(record: &Record) -> bool {
    record.status.as_ref().is_some_and(|status| status.origin == Origin::Title)
}

fn ends_in_brackets(record: &Record) -> bool {
    let title = record.title.as_ref().map(|title| title.value.trim_end());
    title.is_some_and(|title| title.ends_with([']', ')']))
}

fn undecided(record: &Record, state: &Sourced<State>) -> Finding {
    if explains(&state.value.raw) {
        return Finding::new(
            &RULE,
            record.place(state.span),
            format!("{} states no status", record.cited()),
        )
        .label("this says how to state one")
        .help("write the status in its place");
    }
    let message =
        format!("{} lists several statuses and does not say which one holds", record.cited());
    Finding::new(&RULE, record.place(state.span), message)
        .label("one of these is meant")
        .help("keep the one that holds, and delete the others")
}

fn unmerged(record: &Record, state: &Sourced<State>) -> Finding {
    let message = format!("the status of {} stands in a merge that is not settled", record.cited());
    Finding::new(&RULE, record.place(state.span), message)
        .label("git left both sides from here on")
        .help("keep the side that holds, and delete the markers")
}

/// Whether words around the statuses say what they are for: `A decision may be "proposed" at first, or ...`
fn explains(choice: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let statuses = Vocabulary::known().find::<Status>(choice);
    let named: usize = statuses.map(|(at, _)| letters(&choice[at])).sum();
    named * 2 < letters(choice)
}

fn missing<'a>(record: &'a Record, share: Share, forms: &UsualForms<'a>) -> Finding {
    let help = match forms.beside(record) {
        Some((form, others)) => format!("{}, {}", advice(form, "..."), as_others(others)),
        None => "add its status where the other records have theirs".to_owned(),
    };
    Finding::new(&RULE, record.head(), format!("{} states no status", record.cited()))
        .note("a reader cannot tell whether this was decided")
        .note(share.note())
        .help(help)
        .entry_of_directory("records state no status", record.cited())
}
