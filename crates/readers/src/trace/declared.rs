//! Items where they are declared: in a column of a table, at the start of a list's item, in a heading.

use std::collections::HashSet;

use text::markdown::Document;
use text::markdown::block::{BlockKind, Item as ListItem, List, Table};
use text::markdown::inline::Inlines;
use text::source::{Place, Span};
use words::{Label, Vocabulary};

use super::homes::Homes;
use super::id::{Id, Ids, Token};
use crate::adr::name::is_type_word;
use crate::directive::Part;
use crate::document::BoundDocument;
use crate::document::bind::node::Tree;
use crate::settings::DECISION;

/// An item, where its id and what it is stand.
pub(super) struct Declared<'d> {
    pub(super) id: Id,
    /// As it is written.
    pub(super) written: String,
    /// What it is called, in a few words.
    pub(super) title: String,
    /// None outside of any home: then it is known, and nothing is asked of it.
    pub(super) kind: Option<&'d str>,
    /// Its id.
    pub(super) place: Place,
    /// All that belongs to it: its row, its list item, its heading with what stands below.
    pub(super) own: Span,
    /// Whether it is parted from what follows: `R-1: ...`. Without that it may be a sentence's first word.
    pub(super) parted: bool,
    /// The table, the list or the siblings that it is one of, by a number.
    pub(super) group: usize,
}

/// What a chapter declares.
#[derive(Default)]
pub(super) struct Found<'d> {
    pub(super) declared: Vec<Declared<'d>>,
    /// Ids at the start of other cells in the tables of a home: they may be declared there.
    pub(super) listed: Vec<Id>,
}

/// All that a chapter declares. Rows, items and headings count where half of their table, list or siblings have ids.
pub(super) fn find<'d>(bound: &'d BoundDocument, rendered: &'d [Part], ids: Ids<'_>) -> Found<'d> {
    let Some(homes) = Homes::of(bound, rendered) else { return Found::default() };
    let tree = &bound.binding.tree;
    let found = Found::default();
    let mut reader = Reader { homes: &homes, ids, tree, found, groups: 0 };
    let items = reader.headings();
    homes.each_block(|node, document, block| {
        let inside =
            node.is_some_and(|node| items.contains(&node) || is_inside(tree, node, &items));
        let kind = |kind: Option<&'d str>| kind.filter(|_| !inside);
        match &block.kind {
            BlockKind::Table(table) => {
                let column = id_column(table, ids);
                let rows = rows(table, column);
                reader.group(document, kind(homes.kind_of_rows(node, table)), rows);
                if homes.is_in_home(node) {
                    reader.listed(table, column);
                }
            }
            BlockKind::List(list) => reader.group(document, kind(homes.kind(node)), entries(list)),
            _ => {}
        }
    });
    reader.found
}

struct Reader<'r, 'd> {
    homes: &'r Homes<'d>,
    ids: Ids<'r>,
    tree: &'d Tree,
    found: Found<'d>,
    groups: usize,
}

/// Whether a heading stands below that of an item: what belongs to an item is of another kind.
fn is_inside(tree: &Tree, node: usize, items: &HashSet<usize>) -> bool {
    tree.ancestors(node).any(|above| items.contains(&above))
}

/// What may be an item.
struct Candidate<'t> {
    text: &'t Inlines,
    own: Span,
    /// What it is called where the id stands alone.
    title: Option<String>,
}

impl<'d> Reader<'_, 'd> {
    fn group<'t>(
        &mut self,
        document: &Document,
        kind: Option<&'d str>,
        candidates: impl Iterator<Item = Candidate<'t>>,
    ) {
        let mut entries = 0;
        let mut found = Vec::new();
        for candidate in candidates {
            entries += 1;
            if let Some(token) = leading(candidate.text, self.ids) {
                let title = Some(token.title.clone()).filter(|title| !title.is_empty());
                let title = title.or(candidate.title).unwrap_or_default();
                found.push((token, title, candidate.own));
            }
        }
        if found.len() * 2 < entries {
            return;
        }
        self.groups += 1;
        let group = self.groups;
        self.found.declared.extend(found.into_iter().map(|(token, title, own)| Declared {
            kind: kind.filter(|kind| is_of(kind, &token.id)),
            id: token.id,
            written: token.written,
            title,
            place: Place::new(&document.source, token.span),
            own,
            parted: token.parted,
            group,
        }));
    }

    /// The ids of the cells that are not in a column.
    fn listed(&mut self, table: &Table, column: usize) {
        let cells = table.rows.iter().flat_map(|row| row.cells.iter().enumerate());
        let others = cells.filter(|&(index, _)| index != column);
        let ids = others.filter_map(|(_, cell)| Some(leading(cell, self.ids)?.id));
        self.found.listed.extend(ids);
    }

    /// Headings beside each other, each with all that stands below it; gives their nodes.
    fn headings(&mut self) -> HashSet<usize> {
        let mut parents: Vec<Option<usize>> = vec![None];
        parents.extend((0..self.tree.nodes.len()).map(Some));
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); parents.len()];
        for (node, heading) in self.tree.nodes.iter().enumerate() {
            if !self.homes.is_home(node) {
                children[heading.parent.map_or(0, |parent| parent + 1)].push(node);
            }
        }
        let mut nodes = HashSet::new();
        for siblings in children.iter().filter(|siblings| !siblings.is_empty()) {
            let named: Vec<_> =
                siblings.iter().filter_map(|&node| Some((node, self.heading(node)?))).collect();
            if named.len() * 2 < siblings.len() {
                continue;
            }
            self.groups += 1;
            for (node, one) in named {
                let kind = one.kind.filter(|_| !is_inside(self.tree, node, &nodes));
                // A title such as `ARC42 ...` holds the whole document.
                if one.kind.is_some() {
                    nodes.insert(node);
                }
                self.found.declared.push(Declared { kind, group: self.groups, ..one });
            }
        }
        nodes
    }

    fn heading(&self, node: usize) -> Option<Declared<'d>> {
        let tree = self.tree;
        let heading = &tree.nodes[node];
        let text = heading.text.as_str();
        let from = text.len() - text.trim_start_matches(is_number).len();
        let at = |from: usize| self.ids.at(text, from, &|_: &str| true);
        // `Scenario R-1: ...`
        let behind = || {
            let word = text[from..].find(' ').map(|len| from + len + 1)?;
            at(word).filter(|token| text[token.range.end..].starts_with([':', '.']))
        };
        let token = at(from).or_else(behind)?;
        let rest = &text[token.range.end..];
        if !token.capital || !ends(rest) {
            return None;
        }
        let written = text[token.range.clone()].to_owned();
        let document = &tree.documents[heading.document];
        let source = &document.source;
        // The plain text has lost its marks; where the id stands in the source is looked for.
        let line = source.slice(heading.span);
        let start = line.find(&written).map_or(heading.span.start, |at| heading.span.start + at);
        let place = Place::new(source, Span::new(start, start + written.len().min(line.len())));
        let next = tree.nodes.get(heading.subtree).filter(|next| next.document == heading.document);
        let end = next.map_or(source.text().len(), |next| next.span.start);
        Some(Declared {
            kind: self.homes.kind(Some(node)).filter(|kind| is_of(kind, &token.id)),
            id: token.id,
            title: title(rest),
            written,
            place,
            own: Span::new(heading.span.start, end.max(heading.span.end)),
            parted: true,
            group: 0,
        })
    }
}

/// `10.2.1 `, `1) `
fn is_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ')' | ' ')
}

/// Whether an id can be that of an item of a kind: `ADR-7` in a table of risks says where one is answered.
fn is_of(kind: &str, id: &Id) -> bool {
    kind == DECISION || !is_type_word(id.prefix.trim_end_matches('-'))
}

/// The column that declares items: the first, or the second where that is called so, has what they are called behind it
/// and repeats nothing, and the first has no ids: `| Prio | ID | Goal |`.
fn id_column(table: &Table, ids: Ids<'_>) -> usize {
    let column = |index: usize| table.rows.iter().filter_map(move |row| row.cells.get(index));
    let [_, second, _, ..] = table.header.cells.as_slice() else { return 0 };
    let is_called = Vocabulary::known().is::<Label>(Label::Id, &second.plain());
    let mut known = HashSet::new();
    let declares = is_called
        && column(0).all(|cell| leading(cell, ids).is_none())
        && column(1).filter_map(|cell| leading(cell, ids)).all(|one| known.insert(one.id));
    usize::from(declares)
}

fn rows(table: &Table, column: usize) -> impl Iterator<Item = Candidate<'_>> {
    table.rows.iter().filter_map(move |row| {
        let text = row.cells.get(column)?;
        let title = row.cells.get(column + 1).map(|cell| title(&cell.plain()));
        Some(Candidate { text, own: row.span, title })
    })
}

fn entries(list: &List) -> impl Iterator<Item = Candidate<'_>> {
    list.items.iter().filter_map(|item: &ListItem| {
        Some(Candidate { text: item.text()?, own: item.span, title: None })
    })
}

/// An id at the start of a text.
struct Leading {
    id: Id,
    written: String,
    span: Span,
    title: String,
    parted: bool,
}

/// The id that a cell or an item begins with, and nothing else: `QG-1`, `**R-3:** ...`, `[TC-1] ...`.
fn leading(text: &Inlines, ids: Ids<'_>) -> Option<Leading> {
    let plain = text.plain();
    let bare = plain.trim_start_matches(['[', '(', ' ']);
    let from = plain.len() - bare.len();
    let Token { id, range, capital } = ids.at(&plain, from, &|_: &str| true)?;
    let rest = &plain[range.end..];
    if !capital || !ends(rest) {
        return None;
    }
    let written = plain[range].to_owned();
    let run = text.runs().find(|run| run.text.contains(&written))?;
    let start = run.text.find(&written).filter(|_| run.is_verbatim());
    let span = start
        .map_or(run.span, |at| Span::new(run.span.start + at, run.span.start + at + written.len()));
    let parted = rest.trim_start().chars().next().is_none_or(|c| !c.is_alphanumeric());
    Some(Leading { id, written, span, title: title(rest), parted })
}

/// Whether an id is over where a text goes on like this. A number behind it makes it another name: `Q1 2025`.
fn ends(rest: &str) -> bool {
    let word = rest.trim_start();
    let follows =
        rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric() && !"_-/".contains(c));
    follows && !word.starts_with(|c: char| c.is_ascii_digit())
}

/// The first words of what follows an id.
fn title(rest: &str) -> String {
    const LONGEST: usize = 60;
    let mark = |c: char| c.is_whitespace() || ":–—-.)]|*~".contains(c);
    let rest = rest.trim_start_matches(mark).trim_end();
    let Some((end, _)) = rest.char_indices().nth(LONGEST) else { return rest.to_owned() };
    let cut = rest[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", rest[..cut].trim_end_matches(|c: char| !c.is_alphanumeric()))
}
