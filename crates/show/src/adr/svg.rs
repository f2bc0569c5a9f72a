//! The graph as inline SVG that needs no script and no style sheet.
//!
//! mdBook 0.5 writes attribute names in lower case, which browsers set right where they know them, as they do
//! `viewbox`; elements they do not, so there are no markers. A blank line would end the HTML block;
//! `currentColor` fits every theme.

use std::collections::BTreeMap;

use readers::adr::collection::Collection;
use readers::adr::graph::Edge;
use readers::adr::record::Record;
use readers::adr::relation::RelationKind;
use readers::adr::status::Status;
use text::compose::Target;
use text::html::{Attribute, Attributes, Html};

use super::{Shown, full_name};

/// Three of them and what is between fit into mdBook's column of 750.
const WIDTH: usize = 200;
const HEIGHT: usize = 46;
const GAP_X: usize = 56;
const GAP_Y: usize = 24;
const MARGIN: usize = 16;
/// What fits into a box at the size of the text.
const LONGEST: usize = 26;
/// A wider picture is scrolled and not made smaller: nobody could read it.
const WIDEST_SHRUNK: usize = 1_000;

/// The picture, older records to the left.
pub(super) fn picture(edges: &[Edge], shown: &Shown<'_>) -> Html {
    let places = places(edges);
    let columns = places.values().map(|place| place.column).max().unwrap_or(0) + 1;
    let rows = places.values().map(|place| place.row).max().unwrap_or(0) + 1;
    let width = columns * (WIDTH + GAP_X) - GAP_X + 2 * MARGIN;
    let height = rows * (HEIGHT + GAP_Y) - GAP_Y + 2 * MARGIN;
    let label = format!("How {} decision records relate; listed below", places.len());
    let arrows = edges.iter().filter_map(|edge| {
        Some(arrow(*places.get(&edge.to)?, *places.get(&edge.from)?, edge.kind))
    });
    let nodes = places.iter().map(|(&index, &place)| {
        let entry = &shown.records.entries[index];
        node(&entry.record, place, shown.target(entry).as_ref())
    });
    let view = format!("0 0 {width} {height}");
    let mut attributes: Vec<Attribute<'_>> = vec![
        ("role", &"group"),
        ("aria-label", &label),
        ("width", &width),
        ("height", &height),
        ("viewbox", &view),
        ("font-size", &13),
        ("fill", &"none"),
        ("stroke", &"currentColor"),
    ];
    if width <= WIDEST_SHRUNK {
        attributes.push(("style", &"max-width: 100%; height: auto"));
    }
    let svg = Html::group("svg", &attributes, arrows.flatten().chain(nodes));
    let scrolled = [("class", "archdoc-adr-graph"), ("style", "overflow-x: auto")];
    Html::group("div", &scrolled.each_ref().map(|(name, value)| (*name, value as _)), [svg])
}

/// What the signs mean that a picture has.
pub(super) fn legend(edges: &[Edge], records: &Collection) -> String {
    let has = |wanted: fn(RelationKind) -> bool| edges.iter().any(|edge| wanted(edge.kind));
    let both = edges.iter().flat_map(|edge| [edge.from, edge.to]);
    let pale = both.into_iter().any(|index| is_gone(&records.entries[index].record));
    let parts = [
        (has(|kind| kind == RelationKind::Supersedes), "a line leads to what supersedes"),
        (has(|kind| kind == RelationKind::Amends), "dashes to what amends"),
        (has(|kind| dashes(kind) == Some(DOTS)), "dots stand for other relations"),
        (pale, "what is pale counts no more"),
    ];
    let said: Vec<&str> = parts.iter().filter(|(there, _)| *there).map(|(_, said)| *said).collect();
    let said = said.join(", ");
    let first = said.chars().next().map(char::to_uppercase);
    first.into_iter().flatten().chain(said.chars().skip(1)).chain(['.']).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    column: usize,
    row: usize,
}

impl Place {
    const fn x(self) -> usize {
        MARGIN + self.column * (WIDTH + GAP_X)
    }

    const fn y(self) -> usize {
        MARGIN + self.row * (HEIGHT + GAP_Y)
    }
}

/// Each group of connected records below the one before it; inside a group, a record stands one
/// column to the right of the rightmost it supersedes or amends.
fn places(edges: &[Edge]) -> BTreeMap<usize, Place> {
    let columns = columns(edges);
    let mut places = BTreeMap::new();
    let mut below = 0;
    for group in groups(edges) {
        let mut filled: BTreeMap<usize, usize> = BTreeMap::new();
        for &index in &group {
            let column = columns.get(&index).copied().unwrap_or(0);
            let row = filled.entry(column).or_insert(below);
            places.insert(index, Place { column, row: *row });
            *row += 1;
        }
        below = filled.values().copied().max().unwrap_or(below);
    }
    places
}

/// The column of each record. A circle has no first record; its records keep the column they have
/// when every other one is placed.
fn columns(edges: &[Edge]) -> BTreeMap<usize, usize> {
    let directed: Vec<&Edge> =
        edges.iter().filter(|edge| edge.kind != RelationKind::Related).collect();
    let mut columns: BTreeMap<usize, usize> =
        edges.iter().flat_map(|edge| [(edge.from, 0), (edge.to, 0)]).collect();
    let mut waiting: BTreeMap<usize, usize> = BTreeMap::new();
    for edge in &directed {
        *waiting.entry(edge.from).or_default() += 1;
    }
    let mut newer: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for edge in &directed {
        newer.entry(edge.to).or_default().push(edge.from);
    }
    let mut ready: Vec<usize> =
        columns.keys().copied().filter(|index| !waiting.contains_key(index)).collect();
    while let Some(index) = ready.pop() {
        let next = columns.get(&index).copied().unwrap_or(0) + 1;
        for &other in newer.get(&index).into_iter().flatten() {
            if let Some(column) = columns.get_mut(&other) {
                *column = next.max(*column);
            }
            if let Some(left) = waiting.get_mut(&other) {
                *left -= 1;
                if *left == 0 {
                    ready.push(other);
                }
            }
        }
    }
    columns
}

/// The connected records, in their order.
fn groups(edges: &[Edge]) -> Vec<Vec<usize>> {
    let mut group_of: BTreeMap<usize, usize> = BTreeMap::new();
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for edge in edges {
        let [mut a, mut b] = [edge.from, edge.to].map(|index| {
            *group_of.entry(index).or_insert_with(|| {
                groups.insert(index, vec![index]);
                index
            })
        });
        if a == b {
            continue;
        }
        // The smaller group moves: each record moves a few times at most.
        if groups.get(&a).map(Vec::len) > groups.get(&b).map(Vec::len) {
            (a, b) = (b, a);
        }
        for index in groups.remove(&a).unwrap_or_default() {
            group_of.insert(index, b);
            groups.entry(b).or_default().push(index);
        }
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// A curve from the older record to the newer one, with a head unless it has no direction.
fn arrow(older: Place, newer: Place, kind: RelationKind) -> Vec<Html> {
    let dashes = dashes(kind);
    let (x1, y1) = (older.x() + WIDTH, older.y() + HEIGHT / 2);
    let bend = GAP_X / 2;
    let y2 = newer.y() + HEIGHT / 2;
    // In one column the curve goes from side to side and not through the boxes.
    let beside = older.column >= newer.column;
    let x2 = if beside { newer.x() + WIDTH } else { newer.x() };
    let (c1, c2) = (x1 + bend, if beside { x2 + bend } else { x2.saturating_sub(bend) });
    // Below the boxes between them.
    let dip = if older.row == newer.row && newer.column > older.column + 1 { HEIGHT } else { 0 };
    let line = format!("M {x1} {y1} C {c1} {} {c2} {} {x2} {y2}", y1 + dip, y2 + dip);
    let mut attributes = dashed(dashes.as_ref());
    attributes.push(("d", &line));
    let mut paths = vec![Html::leaf("path", &attributes, "")];
    if kind != RelationKind::Related {
        let left = if beside { x2 + 8 } else { x2.saturating_sub(8) };
        let (top, bottom) = (y2.saturating_sub(4), y2 + 4);
        let head = format!("M {left} {top} L {x2} {y2} L {left} {bottom} Z");
        paths.push(Html::leaf("path", &[("fill", &"currentColor"), ("d", &head)], ""));
    }
    paths
}

const DOTS: &str = "1 4";

fn dashes(kind: RelationKind) -> Option<&'static str> {
    match kind {
        RelationKind::Supersedes => None,
        RelationKind::Amends => Some("6 3"),
        _ => Some(DOTS),
    }
}

/// Whether a record counts no more.
fn is_gone(record: &Record) -> bool {
    let status = record.status.as_ref().map(|status| status.value);
    matches!(status, Some(Status::Superseded | Status::Deprecated | Status::Rejected))
}

fn dashed<'a>(dashes: Option<&'a &'static str>) -> Vec<Attribute<'a>> {
    dashes.map(|dashes| ("stroke-dasharray", dashes as _)).into_iter().collect()
}

fn node(record: &Record, place: Place, target: Option<&Target>) -> Html {
    let (x, y) = (place.x(), place.y());
    let status = record.status.as_ref().map(|status| status.value);
    let status = status.map_or("unknown", Status::name);
    let line = |line: usize, words: &str| {
        let (x, y) = (x + 10, y + 19 + line * 17);
        let at: Attributes<'_> =
            &[("x", &x), ("y", &y), ("fill", &"currentColor"), ("stroke", &"none")];
        Html::leaf("text", at, &shortened(words))
    };
    let frame: Attributes<'_> =
        &[("x", &x), ("y", &y), ("width", &WIDTH), ("height", &HEIGHT), ("rx", &4)];
    let inside = [
        Html::leaf("title", &[], &full_name(record)),
        Html::leaf("rect", frame, ""),
        line(0, &format!("{} · {status}", record.name())),
        line(1, &record.shown_title()),
    ];
    let pale: Option<Attribute<'_>> = is_gone(record).then_some(("opacity", &"0.6"));
    let url = target.map(Target::url);
    let href = url.as_ref().map(|url| ("href", url as _));
    // The colour of links is too dim for small words in the dark themes of mdBook; that of text is in `--fg`.
    let colour: Option<Attribute<'_>> = url.as_ref().map(|_| ("style", &"color: var(--fg)" as _));
    let attributes: Vec<Attribute<'_>> = href.into_iter().chain(colour).chain(pale).collect();
    Html::group(if url.is_some() { "a" } else { "g" }, &attributes, inside)
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let kept: String = text.chars().take(LONGEST - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_records_stand_to_the_right() {
        let edge = |from, to, kind| Edge { from, to, kind, forward: None, backward: None };
        let places = places(&[
            edge(2, 1, RelationKind::Supersedes),
            edge(3, 2, RelationKind::Amends),
            edge(5, 4, RelationKind::Supersedes),
            edge(4, 5, RelationKind::Supersedes),
        ]);
        let at = |column, row| Place { column, row };
        assert_eq!(places[&1], at(0, 0));
        assert_eq!(places[&2], at(1, 0));
        assert_eq!(places[&3], at(2, 0));
        assert_eq!((places[&4].row, places[&5].row), (1, 2));
    }
}
