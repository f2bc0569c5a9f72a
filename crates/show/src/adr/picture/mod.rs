//! The graph as HTML with inline SVG that needs no script and no style sheet.
//!
//! Each record has a row, the older ones above, and those that hang together stand together. Rows are text, which is broken
//! where a screen is narrow and is as large on a phone as elsewhere. Lines run beside the rows, never through a box, so that
//! two hundred records read as well as three. What a line is, its form says, and the newer record in words.
//!
//! mdBook 0.5 writes attribute names in lower case, so there are none with capitals. A blank line would end the HTML block;
//! `currentColor` fits every theme.

mod group;
mod layout;
mod legend;
mod line;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use readers::adr::graph::Edge;
use readers::adr::relation::RelationKind;
use text::compose::Target;
use text::html::{Attributes, Html};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use words::Phrase;

use super::{Shown, badge, name, relation};
use crate::style;
use group::Group;
use layout::{Gutter, Layout};
use line::{Beside, Way};

/// How many rows paper may keep together.
const TOGETHER: usize = 8;
/// How many letters a row says of what its record does to others.
const ROOM: usize = 60;

/// The picture of relations with its legend, and how many of them it has no line for; `stated` are the same as the records
/// state them.
pub(super) fn of(edges: &[Edge], stated: &[Edge], shown: &Shown<'_>) -> (Html, usize) {
    let layout = Layout::of(edges);
    let entries = &shown.records.entries;
    let mut said = relations(stated, shown);
    let mut parts = Vec::new();
    for group in &layout.groups {
        let gutter = Gutter::of(group);
        let mut beside = beside(group, gutter).into_iter();
        for rows in slices_of(group.records.len()) {
            let is_apart = rows.start == 0 && !parts.is_empty();
            let rows = group.records[rows].iter().zip(&mut beside).map(|(index, beside)| {
                let said = said.remove(index).unwrap_or_default();
                let inside =
                    [beside.drawing(gutter.left()), node(*index, &listed(&said, ROOM), shown)];
                Html::joined("div", &[("style", &style::beside(gutter.left()))], inside)
            });
            let apart = if is_apart { style::PART_APART } else { style::PART };
            parts.push(Html::group("div", &[("style", &apart)], rows));
        }
    }
    let gone = layout.records().any(|index| badge::is_gone(&entries[index].record));
    let lines = lines(&layout.kinds().collect(), stated, shown);
    parts.push(legend::of(&lines, gone, shown.says));
    let count = layout.records().count().to_string();
    let label = shown.says.with(Phrase::GraphLabel, &[&count]);
    let described = shown.says.get(Phrase::GraphDescription);
    let attributes: Attributes<'_> = &[
        ("class", &"archdoc-adr-graph"),
        ("role", &"group"),
        ("aria-label", &format!("{label}. {described}")),
        ("style", &style::PICTURE),
    ];
    (Html::group("div", attributes, parts), layout.left_out)
}

/// What runs beside each row of a group.
fn beside(group: &Group, gutter: Gutter) -> Vec<Beside> {
    let mut rows = vec![Beside::default(); group.records.len()];
    for trunk in &group.trunks {
        let way = Way { lane: gutter.lane(trunk.lane), left: gutter.left() };
        for row in trunk.rows() {
            if let Some(beside) = rows.get_mut(row) {
                beside.add(trunk, row, way);
            }
        }
    }
    rows
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

/// A group's rows in parts of about the same length.
fn slices_of(rows: usize) -> impl Iterator<Item = Range<usize>> {
    let parts = rows.div_ceil(TOGETHER);
    (0..parts).map(move |part| part * rows / parts..(part + 1) * rows / parts)
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
fn node(index: usize, said: &str, shown: &Shown<'_>) -> Html {
    let entry = &shown.records.entries[index];
    let record = &entry.record;
    let (hue, sign) = badge::look(record.status());
    let number = name::number(record).map(|number| number + "  ").unwrap_or_default();
    let head = format!("{number}{sign} {}", badge::word_of(record, shown.says));
    let words = |words: &str| Html::leaf("span", &[], words);
    let said = (!said.is_empty()).then(|| words(said));
    let title = Html::joined("b", &[("style", &style::WHOLE)], name::title(record).html_words());
    let inside = [words(&head)].into_iter().chain(said).chain([title]);
    let style = style::framed(hue, badge::is_gone(record));
    match shown.target(entry).as_ref().map(Target::url) {
        Some(url) => Html::joined("a", &[("href", &url), ("style", &style)], inside),
        None => Html::joined("div", &[("style", &style)], inside),
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
