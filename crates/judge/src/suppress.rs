//! Takes out what comments in the text allow, and reports the comments that allow nothing.

use readers::analysis::Analysis;

use crate::finding::Finding;
use crate::rules::{malformed_suppression, registry, unused_suppression};

/// The findings that are not allowed, with those about the comments themselves.
pub(crate) fn apply(analysis: &Analysis<'_>, findings: Vec<Finding>) -> Vec<Finding> {
    let suppressions = &analysis.suppressions;
    if suppressions.all.is_empty() {
        return findings;
    }
    let mut used: Vec<bool> =
        (0..suppressions.all.len()).map(|index| suppressions.is_waiving(index)).collect();
    let mut rest = Vec::new();
    for finding in findings {
        match allowing(analysis, &finding) {
            Some(index) => used[index] = true,
            None => rest.push(finding),
        }
    }
    for (suppression, used) in suppressions.all.iter().zip(used) {
        match registry::find(&suppression.rule) {
            None => rest.push(malformed_suppression::unknown_rule(suppression)),
            Some(_) if !used => rest.push(unused_suppression::finding(suppression)),
            Some(_) => {}
        }
    }
    rest
}

/// The first suppression that allows a finding, as an index into all of them.
fn allowing(analysis: &Analysis<'_>, finding: &Finding) -> Option<usize> {
    let document = finding.document.as_ref().and_then(|name| {
        let mut bound = analysis.annotated.iter().filter_map(|chapter| chapter.bound.as_ref());
        bound.find(|document| document.name == *name)
    });
    let about = document.zip(finding.section.as_ref()).and_then(|(document, id)| {
        let sections = &document.template().sections;
        Some((document, sections.iter().position(|section| section.id == *id)?))
    });
    analysis.suppressions.position(finding.rule.name, &finding.place, about)
}
