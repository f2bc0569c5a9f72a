//! `changelog-version-order`: a version that is lower than one before it.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::changelog::version::Step;
use readers::changelog::{History, Log, steps};
use words::date::Date;

pub static RULE: Rule = Rule {
    name: "changelog-version-order",
    group: Group::Changelog,
    levels: Levels::always(Level::Warn),
    summary: "In the order of time, a change log goes back to a lower version.",
    page: include_str!("../../pages/changelog-version-order.md"),
};

/// So many entries out of order behind one are one slip.
const FEWEST_MOVED: usize = 3;

pub(crate) fn check(history: &History, log: &Log, _: Date, findings: &mut Vec<Finding>) {
    let falls: Vec<_> = steps::odd(log).into_iter().filter(|odd| odd.step == Step::Fall).collect();
    let slips = falls.chunk_by(|a, b| a.before.span == b.before.span);
    let told =
        slips.flat_map(|slip| slip.chunks(if slip.len() < FEWEST_MOVED { 1 } else { slip.len() }));
    for slip in told {
        let (before, text, more) = (slip[0].before, slip[0].version, slip.len() - 1);
        let (message, help) = match more {
            0 => (
                format!("version `{}` comes after `{}`", text.text, before.text),
                "correct the version, or move the entry to where it belongs",
            ),
            more => (
                format!("version `{}` and {more} more come after `{}`", text.text, before.text),
                "move the entries to where they belong, or correct their versions",
            ),
        };
        let mut finding = Finding::new(&RULE, history.place(text.span), message)
            .label("lower than the version before it")
            .related(history.place(before.span), "the version before it");
        if let [_, .., last] = slip {
            finding = finding.related(history.place(last.version.span), "another of them");
        }
        findings.push(
            finding.note("components count as whole numbers: 1.9 comes before 1.10").help(help),
        );
    }
}
