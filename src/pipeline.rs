//! From a book to its findings and its new text: the one way, for builds and for `check`.

use crate::analysis::Analysis;
use crate::book::Book;
use crate::config::Settings;
use crate::diagnostic::summary::Summary;
use crate::diagnostic::{Finding, Level};
use crate::rule::{registry, unused_suppression};

/// What one look at a book gave.
#[derive(Debug)]
pub struct Outcome {
    /// What was found, at its level, as an author reads; allowed findings are left out.
    pub findings: Vec<Finding>,
    /// What was counted.
    pub summary: Summary,
}

impl Outcome {
    /// Whether a finding fails the build.
    pub fn denied(&self) -> bool {
        self.summary.errors > 0
    }
}

/// Lets every rule look at the book, and weighs what they found: first what the author allowed in the
/// text, then levels, then what the baseline knows already.
pub fn judge(analysis: &Analysis<'_>) -> Outcome {
    let findings = found(analysis);
    let findings = match &analysis.baseline {
        Ok(Some(baseline)) => {
            let mut findings = baseline.apply(findings);
            // Stale entries came last.
            set_levels(analysis, &mut findings);
            findings
        }
        Ok(None) | Err(_) => findings,
    };
    outcome(analysis, findings)
}

/// The same as if there were no baseline: what a new one has to hold.
pub fn judge_without_baseline(analysis: &Analysis<'_>) -> Outcome {
    outcome(analysis, found(analysis))
}

/// All findings with their levels, those at `allow` too.
fn found(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in registry::RULES {
        (rule.check)(analysis, &mut findings);
    }
    let (mut findings, used) = analysis.suppressions.apply(findings, &analysis.annotated);
    unused_suppression::report(&analysis.suppressions, &used, &mut findings);
    set_levels(analysis, &mut findings);
    findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    findings
}

fn outcome(analysis: &Analysis<'_>, mut findings: Vec<Finding>) -> Outcome {
    findings.retain(|finding| finding.level > Level::Allow);
    findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    let summary = analysis.summary().count(&findings);
    Outcome { findings, summary }
}

fn set_levels(analysis: &Analysis<'_>, findings: &mut [Finding]) {
    for finding in findings {
        finding.level = level(analysis, finding);
    }
}

/// The level of a finding, by its rule, its file and the stage of its document.
fn level(analysis: &Analysis<'_>, finding: &Finding) -> Level {
    let Analysis { book, settings, .. } = analysis;
    let stage = analysis.stage(finding);
    registry::find(finding.rule).map_or(finding.level, |rule| {
        settings.level(rule, finding.place.source.path(), &book.src, stage)
    })
}

/// Reads a book and judges it.
pub fn run(book: &Book<'_>, settings: &Settings) -> Outcome {
    judge(&Analysis::new(book, settings))
}
