//! A line from a record to those that came after it.

use std::fmt::Write as _;

use readers::adr::relation::RelationKind;
use text::html::{Attribute, Html};

use super::HEIGHT;
use super::layout::{Layout, Trunk};

/// How far from the middle of a box lines leave it below and reach it above.
const OFF: usize = 8;
/// How round the corners are.
const BEND: usize = 4;

/// The line, and a head at each box that it leads to.
pub(super) fn drawn(trunk: &Trunk, layout: &Layout) -> Vec<Html> {
    let row = |index: &usize| layout.rows.get(index).copied();
    let Some(top) = row(&trunk.older) else { return Vec::new() };
    let (box_, lane) = (layout.left(), layout.lane(trunk));
    let from = top + HEIGHT / 2 + OFF;
    let newer: Vec<usize> = trunk.newer.iter().filter_map(row).collect();
    let (mut path, mut heads) = (String::new(), String::new());
    for newer in newer {
        let to = newer + HEIGHT / 2 - OFF;
        let (leaving, arriving) =
            if to > from { (from + BEND, to - BEND) } else { (from - BEND, to + BEND) };
        // Writing to a string cannot fail.
        let _infallible = write!(
            path,
            "M{box_} {from}H{}Q{lane} {from} {lane} {leaving}V{arriving}Q{lane} {to} {} {to}H{box_}",
            lane + BEND,
            lane + BEND,
        );
        let _infallible = write!(heads, "M{} {}L{box_} {to}L{0} {}", box_ - 7, to - 4, to + 4);
    }
    let mut lines = vec![stroke(trunk.kind, &path)];
    if trunk.kind != RelationKind::Related {
        lines.push(head(trunk.kind, &heads));
    }
    lines
}

/// A line in the form of its kind.
pub(super) fn stroke(kind: RelationKind, path: &str) -> Html {
    let mut attributes: Vec<Attribute<'_>> =
        vec![("fill", &"none"), ("stroke", &"currentColor"), ("stroke-width", &"1.5")];
    let dashes = dashes(kind);
    if let Some(dashes) = &dashes {
        attributes.push(("stroke-dasharray", dashes));
    }
    attributes.push(("d", &path));
    Html::leaf("path", &attributes, "")
}

/// Its head: full where the older record counts no more, open where it stays.
pub(super) fn head(kind: RelationKind, path: &str) -> Html {
    let full = matches!(kind, RelationKind::Supersedes | RelationKind::Subsumes);
    let fill = if full { "currentColor" } else { "none" };
    Html::leaf("path", &[("fill", &fill), ("stroke", &"currentColor"), ("d", &path)], "")
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
