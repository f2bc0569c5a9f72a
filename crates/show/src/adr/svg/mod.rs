//! The graph as inline SVG that needs no script and no style sheet.
//!
//! Each record has a row, the older ones above, and those that hang together stand together. Lines run beside the rows,
//! never through a box, so that two hundred records read as well as three, and the picture is as narrow as a phone
//! needs it. What a line is, its form says, and the newer record in words.
//!
//! Paper is cut between elements, so each group is one, and a long one several that join without a seam.
//!
//! mdBook 0.5 writes attribute names in lower case, which browsers set right where they know them, as they do
//! `viewbox`; elements they do not, so there are no markers. A blank line would end the HTML block;
//! `currentColor` fits every theme.

mod group;
mod layout;
mod legend;
mod line;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use readers::adr::graph::Edge;
use readers::adr::record::Record;
use readers::adr::relation::RelationKind;
use text::compose::Target;
use text::html::{Attribute, Attributes, Html};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use words::Phrase;

use super::{Shown, badge, name, relation};
use crate::says::Says;
use layout::Layout;

/// The width of the picture: that of mdBook's column would be too small to read on a phone.
const WIDTH: usize = 520;
const HEIGHT: usize = 44;
/// From one row to the next: half of what is between two boxes is above one, half below.
const ROW: usize = HEIGHT + 8;
/// Between records that have nothing to do with each other, besides.
const APART: usize = 12;
/// How many rows paper may keep together.
const TOGETHER: usize = 8;
const MARGIN: usize = 4;
/// The width of a letter, on average and generously; those of Chinese and its neighbours have two.
const LETTER: usize = 8;

/// The picture of relations with its legend, and how many of them it has no line for; `stated` are the same as the records
/// state them.
pub(super) fn picture(edges: &[Edge], stated: &[Edge], shown: &Shown<'_>) -> (Html, usize) {
    let layout = Layout::of(edges);
    let entries = &shown.records.entries;
    let count = layout.records().count().to_string();
    let label = shown.says.with(Phrase::GraphLabel, &[&count]);
    let mut said = relations(stated, shown);
    let mut slices = Vec::new();
    for group in &layout.groups {
        for rows in slices_of(group.records.len()) {
            let first = slices.is_empty();
            let title = first.then(|| titled(&label, shown.says)).into_iter().flatten();
            let lines = group.trunks.iter().flat_map(|trunk| {
                let lane = layout.lane(trunk.lane);
                line::Beside { rows: &rows, lane, left: layout.left() }.line(trunk)
            });
            let nodes = rows.clone().map(|row| {
                let index = group.records[row];
                let entry = &entries[index];
                let said = said.remove(&index).unwrap_or_default();
                let badge = badge::word_of(&entry.record, shown.says);
                let at = (layout.left(), top(row));
                node(&entry.record, (&badge, &said), at, shown.target(entry).as_ref())
            });
            let above = if rows.start == 0 && !first { APART } else { 0 };
            let heights = (rows.start * ROW, rows.end * ROW);
            let inside: Vec<Html> = title.chain([line::together(lines)]).chain(nodes).collect();
            slices.push(part(heights, above, inside));
        }
    }
    let gone = layout.records().any(|index| badge::is_gone(&entries[index].record));
    let lines = lines(&layout.kinds().collect(), stated, shown);
    let (legend, height) = legend::of((&lines, gone), shown.says);
    slices.push(part((0, height), 0, legend));
    let attributes: Attributes<'_> = &[
        ("class", &"archdoc-adr-graph"),
        ("role", &"group"),
        ("aria-label", &label),
        ("style", &crate::style::PICTURE),
    ];
    (Html::group("div", attributes, slices), layout.left_out)
}

/// The lines that are drawn, each with what it says of the older record. What is not in force is drawn as the weakest.
fn lines<'w>(
    drawn: &BTreeSet<RelationKind>,
    stated: &[Edge],
    shown: &Shown<'_>,
) -> BTreeSet<(RelationKind, &'w str)> {
    let line = |edge: &Edge| {
        let holds = relation::holds(shown.records, edge.kind, edge.from, edge.to);
        let kind = if holds { edge.kind } else { RelationKind::Related };
        let known = (shown.records, shown.says);
        let words = relation::words(known, edge.kind.inverse(), edge.from, edge.to);
        (kind, words.trim_end_matches([' ', ':', '：']))
    };
    stated.iter().map(line).filter(|(kind, _)| drawn.contains(kind)).collect()
}

/// The title and the description.
fn titled(label: &str, says: Says) -> [Html; 2] {
    let described = says.get(Phrase::GraphDescription);
    [Html::leaf("title", &[], label), Html::leaf("desc", &[], described)]
}

/// The upper edge of a row's box.
const fn top(row: usize) -> usize {
    row * ROW + (ROW - HEIGHT) / 2
}

/// A group's rows in parts of about the same length.
fn slices_of(rows: usize) -> impl Iterator<Item = Range<usize>> {
    let parts = rows.div_ceil(TOGETHER);
    (0..parts).map(move |part| part * rows / parts..(part + 1) * rows / parts)
}

/// A part of the picture from one height to another, with so much room above it.
fn part((from, to): (usize, usize), above: usize, inside: Vec<Html>) -> Html {
    let height = to - from + above;
    // A group begins at its top, so that this room is what is above nothing.
    let from = if above > 0 { format!("-{above}") } else { from.to_string() };
    let view = format!("0 {from} {WIDTH} {height}");
    let attributes: Attributes<'_> = &[
        ("width", &WIDTH),
        ("height", &height),
        ("viewbox", &view),
        ("style", &crate::style::PART),
    ];
    Html::group("svg", attributes, inside)
}

/// What each record does to others, in words, one by one: `supersedes 0002`, `0003`, `amends 0004`.
fn relations(edges: &[Edge], shown: &Shown<'_>) -> BTreeMap<usize, Vec<String>> {
    let mut said: BTreeMap<usize, BTreeMap<(RelationKind, &str), Vec<usize>>> = BTreeMap::new();
    for edge in edges {
        // Whoever came later has heard of the other.
        let (by, of) = match edge.kind {
            RelationKind::Related => (edge.from.max(edge.to), edge.from.min(edge.to)),
            _ => (edge.from, edge.to),
        };
        let words = relation::words((shown.records, shown.says), edge.kind, by, of);
        said.entry(by).or_default().entry((edge.kind, words)).or_default().push(of);
    }
    let entries = &shown.records.entries;
    let name = |other: usize| {
        let record = &entries[other].record;
        name::number(record).unwrap_or_else(|| record.shown_title())
    };
    let of_kind = |((_, words), others): ((RelationKind, &str), Vec<usize>)| {
        let mut names: Vec<String> = others.into_iter().map(name).collect();
        if let Some(first) = names.first_mut() {
            *first = format!("{words} {first}");
        }
        names
    };
    let in_words = |(index, kinds): (usize, BTreeMap<(RelationKind, &str), Vec<usize>>)| {
        (index, kinds.into_iter().flat_map(of_kind).collect())
    };
    said.into_iter().map(in_words).collect()
}

/// As many of some words as there is room for, and how many more there are: no number is cut in two.
fn listed(words: &[String], room: usize) -> String {
    let of = |count: usize| match words.len() - count {
        0 => words.join(", "),
        more => format!("{}, +{more}", words[..count].join(", ")),
    };
    let most = words.len().min(room);
    let whole = (1..=most).rev().map(of).find(|words| words.width() <= room);
    whole.unwrap_or_else(|| words.first().map_or_else(String::new, |first| shortened(first, room)))
}

/// A record's box: number and status, what it does to others, and the title.
fn node(
    record: &Record,
    (badge, said): (&str, &[String]),
    (x, y): (usize, usize),
    target: Option<&Target>,
) -> Html {
    let width = WIDTH - x - MARGIN;
    let status = record.status.as_ref().map(|status| status.value);
    let (hue, sign) = badge::look(status);
    let number = name::number(record).map(|number| number + "  ").unwrap_or_default();
    let head = format!("{number}{sign} {badge}");
    let fits = (width - 20) / LETTER;
    let text = |at: Attributes<'_>, words: &str| Html::leaf("text", at, words);
    let (left, right) = (x + 10, WIDTH - MARGIN - 10);
    let (first, second) = (y + 18, y + 36);
    let room = fits.saturating_sub(head.width() + 1);
    let told = listed(said, room);
    let stroke = hue.colour();
    let gone: Option<Attribute<'_>> =
        badge::is_gone(record).then_some(("stroke-dasharray", &"4 3"));
    let frame: [Attribute<'_>; 7] = [
        ("x", &x),
        ("y", &y),
        ("width", &width),
        ("height", &HEIGHT),
        ("rx", &4),
        ("fill", &"none"),
        ("stroke", &stroke),
    ];
    let frame: Vec<Attribute<'_>> = frame.into_iter().chain(gone).collect();
    let whole = said.join(", ");
    let title = shortened(&record.shown_title(), fits);
    let cut = if told == whole {
        title.ends_with('…').then(|| name::full(record))
    } else {
        Some(format!("{}: {whole}", name::full(record)))
    };
    let cut = cut.map(|words| Html::leaf("title", &[], &words));
    let told = (!told.is_empty())
        .then(|| text(&[("x", &right), ("y", &first), ("text-anchor", &"end")], &told));
    let inside = [
        Html::leaf("rect", &frame, ""),
        text(&[("x", &left), ("y", &first)], &head),
        text(&[("x", &left), ("y", &second), ("font-weight", &"bold")], &title),
    ];
    let inside = cut.into_iter().chain(inside).chain(told);
    match target.map(Target::url) {
        // The colour of links is too dim for small words in the dark themes of mdBook.
        Some(url) => Html::joined("a", &[("href", &url), ("style", &"color: inherit")], inside),
        None => Html::joined("g", &[], inside),
    }
}

fn shortened(text: &str, longest: usize) -> String {
    if text.width() <= longest {
        return text.to_owned();
    }
    let mut left = longest.saturating_sub(1);
    let fits = |c: &char| {
        let width = c.width().unwrap_or_default();
        let fits = width <= left;
        left = left.saturating_sub(width);
        fits
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end_matches([' ', ',']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_is_cut_in_two() {
        let words = ["related to 0001", "0002", "amends 0013"].map(str::to_owned);
        assert_eq!(listed(&words, 40), "related to 0001, 0002, amends 0013");
        assert_eq!(listed(&words, 30), "related to 0001, 0002, +1");
        assert_eq!(listed(&words, 20), "related to 0001, +2");
        assert_eq!(listed(&words[..1], 8), "related…");
        assert_eq!(listed(&[], 8), "");
    }
}
