//! A missing section, written where it belongs.

use std::collections::BTreeSet;

use judge::finding::Finding;
use judge::rules::missing_section;
use readers::document::gap::Gap;
use readers::document::{Annotated, BoundDocument};
use text::edit::TextEdit;
use text::source::Place;

use super::Offer;
use crate::edits::Change;
use crate::snapshot::Snapshot;

/// What `fill` would write: the one section, and, once, all that are missing.
pub(super) fn offers(snapshot: &Snapshot, finding: &Finding) -> Vec<Offer> {
    let Some((annotated, bound, gap)) = gap(snapshot, finding) else { return Vec::new() };
    let missing: Vec<&Gap> = show::fill::wanted(bound).collect();
    let text = annotated.document.source.text();
    if show::fill::open_block(text, missing.iter().copied()).is_some() {
        return Vec::new();
    }
    let one = Offer {
        title: format!("Add the missing section `{}` here", gap.words(bound).trim()),
        changes: changes(annotated, bound, [gap]),
        mends: missing.len() == 1,
    };
    let is_first = missing.first().is_some_and(|first| first.section == gap.section);
    let all = (is_first && missing.len() > 1).then(|| Offer {
        title: format!("Add all {} missing sections of this chapter", missing.len()),
        changes: changes(annotated, bound, missing.iter().copied()),
        mends: false,
    });
    std::iter::once(one).chain(all).collect()
}

fn gap<'s>(
    snapshot: &'s Snapshot,
    finding: &Finding,
) -> Option<(&'s Annotated, &'s BoundDocument, &'s Gap)> {
    if finding.rule.name != missing_section::RULE.name {
        return None;
    }
    let name = finding.document.as_ref()?;
    let id = finding.section.as_ref()?;
    snapshot.annotated.iter().find_map(|annotated| {
        let bound = annotated.bound.as_ref().filter(|bound| bound.name == *name)?;
        let sections = &bound.template().sections;
        let gap = bound.gaps.iter().find(|gap| sections[gap.section].id == *id)?;
        Some((annotated, bound, gap))
    })
}

fn changes<'g>(
    annotated: &Annotated,
    bound: &BoundDocument,
    gaps: impl IntoIterator<Item = &'g Gap>,
) -> Vec<Change> {
    let source = &annotated.document.source;
    let change = |edit: TextEdit| Change { place: Place::new(source, edit.span), text: edit.text };
    show::fill::edits(source.text(), bound, gaps, &BTreeSet::new())
        .into_iter()
        .map(change)
        .collect()
}
