//! From what was read to findings with their levels: the one way, for builds and for `check`.

use std::collections::HashMap;

use readers::analysis::Analysis;
use readers::changelog::ChangeLogs;
use readers::parallel;
use words::Stage;

use crate::baseline::Baseline;
use crate::change::Change;
use crate::check::Check;
use crate::finding::{self, Finding};
use crate::level::Level;
use crate::level_settings::LevelSettings;
use crate::registry;
use crate::summary::Summary;
use crate::suppress;

/// What one look at a book gave.
#[derive(Debug)]
pub struct Outcome {
    /// What was found, at its level, as an author reads; allowed findings are left out.
    pub findings: Vec<Finding>,
    /// What was found and is not reported, as the baseline knows it.
    pub known: Vec<Finding>,
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
/// text, then what the baseline knows already, then levels.
pub fn judge(
    analysis: &Analysis<'_>,
    levels: &LevelSettings,
    baseline: Option<&Baseline>,
) -> Outcome {
    let findings = looked(analysis);
    let names: Vec<&str> = registry::rules().map(|rule| rule.name).collect();
    let mut findings =
        suppress::apply(analysis, findings, &names, |rule| !registry::needs_change(rule));
    set_levels(analysis, levels, &mut findings);
    let mut known = Vec::new();
    if let Some(baseline) = baseline {
        finding::sort(&mut findings);
        let split = baseline.apply(findings);
        (findings, known) = (split.reported, split.known);
        // Stale entries came last.
        set_levels(analysis, levels, &mut findings);
    }
    findings.retain(|finding| finding.level > Level::Allow);
    known.retain(|finding| finding.level > Level::Allow);
    finding::sort(&mut findings);
    // An editor keeps them.
    findings.shrink_to_fit();
    let summary = Summary { known: known.len(), ..Summary::of(analysis).count(&findings) };
    Outcome { findings, known, summary }
}

/// What all rules find, in their order.
fn looked(analysis: &Analysis<'_>) -> Vec<Finding> {
    /// Fewer texts than these are judged sooner than a thread is started.
    const MANY: usize = 200;
    let look = |check: &&Check| {
        let mut findings = Vec::new();
        check.run(analysis, &mut findings);
        findings
    };
    let checks: Vec<&Check> = registry::checks().collect();
    let found: Vec<Vec<Finding>> =
        if analysis.records.entries.len() + analysis.annotated.len() < MANY {
            checks.iter().map(look).collect()
        } else {
            parallel::map(&checks, look)
        };
    found.into_iter().flatten().collect()
}

/// What a change did, at its level. What a comment allows is left out; a baseline knows nothing of changes.
pub fn judge_change(change: &Change<'_>, levels: &LevelSettings) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in registry::checks() {
        check.run_on_change(change, &mut findings);
    }
    suppress::allow(change.now, &mut findings);
    set_levels(change.now, levels, &mut findings);
    findings.retain(|finding| finding.level > Level::Allow);
    findings
}

/// What is wrong with change logs that have no book around them, at the default levels.
pub fn judge_logs(logs: &ChangeLogs) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in registry::checks() {
        check.run_on_logs(logs, &mut findings);
    }
    let levels = LevelSettings::default();
    for finding in &mut findings {
        let path = finding.place.source.path();
        finding.level = levels.level(finding.rule, path, "", Stage::default());
    }
    findings.retain(|finding| finding.level > Level::Allow);
    finding::sort(&mut findings);
    findings
}

fn set_levels(analysis: &Analysis<'_>, levels: &LevelSettings, findings: &mut [Finding]) {
    let stages: HashMap<&str, Stage> = analysis
        .bound()
        .map(|(_, document)| (&*document.name, levels.assumed_stage.unwrap_or(document.stage())))
        .collect();
    for finding in findings {
        // What is about no document is judged as in a draft.
        let stage = finding.document.as_deref().and_then(|name| stages.get(name));
        let path = finding.place.source.path();
        let stage = stage.copied().unwrap_or_default();
        finding.level = levels.level(finding.rule, path, &analysis.book.src, stage);
    }
}
