//! A line from a record to those that came after it, row by row.
//!
//! How high a row is, nobody knows before a browser breaks its words. So all that is bent is drawn from a row's upper edge,
//! and what leads down runs far beyond the lower one, where it is cut.

use std::collections::BTreeMap;

use readers::adr::relation::RelationKind;
use text::html::{Attribute, Attributes, Html};

use super::group::Trunk;
use crate::style;

/// Where lines reach a box: at the height of its first line of words; and leave it: of its second.
const ARRIVES: usize = 17;
const LEAVES: usize = 35;
/// How round the corners are.
const BEND: usize = 4;
/// Below every row.
const BELOW: usize = 999;

/// What runs beside one row: of each kind the lines, and the heads where they lead to the row's box.
#[derive(Clone, Debug, Default)]
pub(super) struct Beside(BTreeMap<RelationKind, (String, String)>);

impl Beside {
    /// Adds what of a line runs beside the row.
    pub(super) fn add(&mut self, trunk: &Trunk, row: usize, way: Way) {
        let up = trunk.newer.first().is_some_and(|&newer| newer < row);
        let down = trunk.newer.last().is_some_and(|&newer| newer > row);
        let arrives = trunk.newer.binary_search(&row).is_ok();
        let (lines, heads) = self.0.entry(trunk.kind).or_default();
        *lines += &match row {
            _ if row == trunk.older => way.leaving(up, down),
            _ if row > trunk.older => way.passing(arrives.then_some(ARRIVES - BEND), 0, down),
            _ => way.passing(arrives.then_some(ARRIVES + BEND), BELOW, up),
        };
        if arrives && heads.is_empty() {
            *heads = tip(way.left, ARRIVES);
        }
    }

    /// The drawing, of such a width.
    pub(super) fn drawing(&self, width: usize) -> Html {
        let lines = self.0.iter().flat_map(|(&kind, (lines, heads))| drawn(kind, lines, heads));
        drawing((width, "100%"), style::LINES, lines)
    }
}

/// Where a line runs, and where the boxes begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub(super) lane: usize,
    pub(super) left: usize,
}

impl Way {
    /// Out of the older record's box.
    fn leaving(self, up: bool, down: bool) -> String {
        let Self { lane, left } = self;
        let bend = lane + BEND;
        let towards =
            |(bent, end)| format!("M{left} {LEAVES}H{bend}Q{lane} {LEAVES} {lane} {bent}V{end}");
        let ways = [up.then_some((LEAVES - BEND, 0)), down.then_some((LEAVES + BEND, BELOW))];
        ways.into_iter().flatten().map(towards).collect()
    }

    /// From the edge where it comes in to the box, where it bends at a height, and to the other edge, where it goes on.
    fn passing(self, bends: Option<usize>, edge: usize, goes_on: bool) -> String {
        let Self { lane, left } = self;
        let bend = lane + BEND;
        let whole = goes_on.then(|| format!("M{lane} 0V{BELOW}"));
        let arriving = bends.map(|height| {
            let from = if goes_on { format!("{height}") } else { format!("{edge}V{height}") };
            format!("M{lane} {from}Q{lane} {ARRIVES} {bend} {ARRIVES}H{left}")
        });
        whole.into_iter().chain(arriving).collect()
    }
}

/// A drawing of lines; what they have in common, all of the picture has.
pub(super) fn drawing(
    (width, height): (usize, &str),
    style: &str,
    lines: impl IntoIterator<Item = Html>,
) -> Html {
    let attributes: Attributes<'_> =
        &[("aria-hidden", &true), ("width", &width), ("height", &height), ("style", &style)];
    Html::joined("svg", attributes, lines)
}

/// Lines in the form of their kind with their heads: full where the older record counts no more, open where it stays, none
/// where neither comes from the other.
pub(super) fn drawn(kind: RelationKind, lines: &str, heads: &str) -> impl Iterator<Item = Html> {
    let path = |form: Option<Attribute<'_>>, path: &str| {
        let attributes: Vec<Attribute<'_>> = form.into_iter().chain([("d", &path as _)]).collect();
        Html::leaf("path", &attributes, "")
    };
    let dashes = dashes(kind);
    let strokes = path(dashes.as_ref().map(|dashes| ("stroke-dasharray", dashes as _)), lines);
    let full = matches!(kind, RelationKind::Supersedes | RelationKind::Subsumes);
    let has_heads = kind != RelationKind::Related && !heads.is_empty();
    let heads = has_heads.then(|| path(full.then_some(("fill", &"currentColor" as _)), heads));
    std::iter::once(strokes).chain(heads)
}

/// A head with its tip at a place.
pub(super) fn tip(x: usize, y: usize) -> String {
    format!("M{0} {1}L{x} {y}L{0} {2}", x - 7, y - 4, y + 4)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_leaves_one_box_passes_others_and_arrives_at_those_that_came_later() {
        let kind = RelationKind::Supersedes;
        let trunk = Trunk { older: 1, kind, newer: vec![0, 3, 4], lane: 0 };
        let beside = |row| {
            let mut beside = Beside::default();
            beside.add(&trunk, row, Way { lane: 20, left: 40 });
            beside.0.remove(&kind).unwrap()
        };
        let drawn = |lines: &str, heads: &str| (lines.to_owned(), heads.to_owned());
        let head = "M33 13L40 17L33 21";
        assert_eq!(beside(0), drawn("M20 999V21Q20 17 24 17H40", head));
        assert_eq!(beside(1), drawn("M40 35H24Q20 35 20 31V0M40 35H24Q20 35 20 39V999", ""));
        assert_eq!(beside(2), drawn("M20 0V999", ""));
        assert_eq!(beside(3), drawn("M20 0V999M20 13Q20 17 24 17H40", head));
        assert_eq!(beside(4), drawn("M20 0V13Q20 17 24 17H40", head));
    }
}
