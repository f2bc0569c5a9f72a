//! Takes out what comments in the text allow, and reports the comments that allow nothing.

pub mod malformed_suppression;
pub mod unused_suppression;

use readers::analysis::Analysis;
use readers::document::{self, BoundDocument};

use crate::finding::Finding;

/// The findings that are not allowed, with those about the comments themselves. `rules` are the names
/// that a comment can mean; those that have not `looked` may still have been needed.
pub(crate) fn apply(
    analysis: &Analysis<'_>,
    findings: Vec<Finding>,
    rules: &[&'static str],
    looked: impl Fn(&str) -> bool,
) -> Vec<Finding> {
    let suppressions = &analysis.suppressions;
    if suppressions.all.is_empty() {
        return findings;
    }
    let mut used: Vec<bool> =
        (0..suppressions.all.len()).map(|index| suppressions.is_waiving(index)).collect();
    let names = document::by_name(&analysis.annotated);
    let mut rest = Vec::new();
    for finding in findings {
        let place = finding.document.as_ref().and_then(|name| names.get(name));
        let document = place.and_then(|&place| analysis.annotated[place].bound.as_ref());
        match allowing(analysis, &finding, document) {
            Some(index) => used[index] = true,
            None => rest.push(finding),
        }
    }
    for (suppression, used) in suppressions.all.iter().zip(used) {
        if !rules.contains(&suppression.rule.as_str()) {
            rest.push(malformed_suppression::unknown_rule(suppression, rules));
        } else if !used && looked(&suppression.rule) {
            rest.push(unused_suppression::finding(suppression));
        }
    }
    rest
}

/// Takes out what comments allow of the findings about a change.
pub(crate) fn allow(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    findings.retain(|finding| allowing(analysis, finding, None).is_none());
}

/// The first suppression that allows a finding, as an index into all of them.
fn allowing(
    analysis: &Analysis<'_>,
    finding: &Finding,
    document: Option<&BoundDocument>,
) -> Option<usize> {
    let about = document.zip(finding.section.as_ref()).and_then(|(document, id)| {
        let sections = &document.template().sections;
        Some((document, sections.iter().position(|section| section.id == *id)?))
    });
    analysis.suppressions.position(finding.rule.name, &finding.place, about)
}
