//! A line from a record to those that came after it.

use std::ops::Range;

use readers::adr::relation::RelationKind;
use text::html::{Attribute, Attributes, Html};

use super::group::Trunk;
use super::{HEIGHT, ROW, top};

/// How far from the middle of a box lines leave it below and reach it above.
const OFF: usize = 8;
/// How round the corners are.
const BEND: usize = 4;

/// Some rows of a group as a picture of their own: what runs beside them goes on in the next one.
#[derive(Debug)]
pub(super) struct Beside<'a> {
    pub(super) rows: &'a Range<usize>,
    /// Where the line runs.
    pub(super) lane: usize,
    /// Where the boxes begin.
    pub(super) left: usize,
}

impl Beside<'_> {
    /// What of a line runs here, and a head at each box that it leads to.
    pub(super) fn line(&self, trunk: &Trunk) -> Vec<Html> {
        let Range { start, end } = *self.rows;
        let here = || trunk.newer.iter().copied().filter(|newer| self.rows.contains(newer));
        let mut path: String = here().map(|newer| self.arriving(trunk.older, newer)).collect();
        let further = trunk.newer.iter().any(|&newer| newer >= end) && trunk.older < end;
        let back = trunk.newer.iter().any(|&newer| newer < start) && trunk.older >= start;
        let edges = further.then_some(end).into_iter().chain(back.then_some(start));
        path.extend(edges.flat_map(|edge| {
            let edge = edge * ROW;
            [self.beginning(trunk.older, edge), format!("V{edge}")]
        }));
        if path.is_empty() {
            return Vec::new();
        }
        let heads: String = here().map(|newer| self.head(newer)).collect();
        let headed = trunk.kind != RelationKind::Related && !heads.is_empty();
        let heads = headed.then(|| head(trunk.kind, &heads));
        std::iter::once(stroke(trunk.kind, &path)).chain(heads).collect()
    }

    /// From the older record to a newer one.
    fn arriving(&self, older: usize, newer: usize) -> String {
        let Self { lane, left, .. } = self;
        let to = top(newer) + HEIGHT / 2 - OFF;
        let arriving = if newer > older { to - BEND } else { to + BEND };
        let bend = lane + BEND;
        format!("{}V{arriving}Q{lane} {to} {bend} {to}H{left}", self.beginning(older, to))
    }

    /// Out of the older record's box, or from where the line comes in, towards a height.
    fn beginning(&self, older: usize, to: usize) -> String {
        let Self { rows, lane, left } = self;
        if !rows.contains(&older) {
            let edge = if older < rows.start { rows.start } else { rows.end };
            return format!("M{lane} {}", edge * ROW);
        }
        let from = top(older) + HEIGHT / 2 + OFF;
        let leaving = if to > from { from + BEND } else { from - BEND };
        format!("M{left} {from}H{}Q{lane} {from} {lane} {leaving}", lane + BEND)
    }

    fn head(&self, newer: usize) -> String {
        let (left, to) = (self.left, top(newer) + HEIGHT / 2 - OFF);
        format!("M{0} {1}L{left} {to}L{0} {2}", left - 7, to - 4, to + 4)
    }
}

/// What all lines and heads of a part have in common is said once.
pub(super) fn together(lines: impl IntoIterator<Item = Html>) -> Html {
    let common: Attributes<'_> =
        &[("fill", &"none"), ("stroke", &"currentColor"), ("stroke-width", &"1.5")];
    Html::group("g", common, lines)
}

/// A line in the form of its kind.
pub(super) fn stroke(kind: RelationKind, path: &str) -> Html {
    let dashes = dashes(kind);
    let dashes: Option<Attribute<'_>> =
        dashes.as_ref().map(|dashes| ("stroke-dasharray", dashes as _));
    let attributes: Vec<Attribute<'_>> = dashes.into_iter().chain([("d", &path as _)]).collect();
    Html::leaf("path", &attributes, "")
}

/// Its head: full where the older record counts no more, open where it stays.
pub(super) fn head(kind: RelationKind, path: &str) -> Html {
    let full = matches!(kind, RelationKind::Supersedes | RelationKind::Subsumes);
    let fill: Option<Attribute<'_>> = full.then_some(("fill", &"currentColor" as _));
    let attributes: Vec<Attribute<'_>> = fill.into_iter().chain([("d", &path as _)]).collect();
    Html::leaf("path", &attributes, "")
}

const fn dashes(kind: RelationKind) -> Option<&'static str> {
    match kind {
        RelationKind::SupersedesInPart => Some("12 3 2 3"),
        RelationKind::Amends => Some("6 4"),
        RelationKind::Extends => Some("3 2"),
        RelationKind::Related => Some("1 4"),
        _ => None,
    }
}
