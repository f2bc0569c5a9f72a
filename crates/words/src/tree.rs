//! Sorted keys as a tree of letters.
//!
//! Rows that begin with the same bytes stand side by side, so what is left of them after a byte is a
//! range. Where rows are many, a node for each byte says which; few are looked through.

use std::ops::Range;

/// One key and what it stands for. Rows are sorted by key; of one key, by meaning and sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The first byte of its key in the tree's text.
    pub(crate) at: u32,
    /// The bytes of its key.
    pub(crate) len: u8,
    /// The meaning's position in its category.
    pub(crate) meaning: u8,
    /// The position of its sense in the table's senses.
    pub(crate) sense: u16,
}

/// The rows that begin with the same bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Node {
    /// The last of these bytes.
    pub(crate) byte: u8,
    /// How many nodes are below it: one for each byte that its rows go on with, or none if they are few.
    pub(crate) children: u8,
    /// The first of them; the others follow it, sorted by byte.
    pub(crate) child: u32,
    /// The first of its rows.
    pub(crate) row: u32,
    /// How many rows it has.
    pub(crate) rows: u32,
}

/// Most rows that are sooner looked through than found by a node.
const FEW: usize = 8;

/// The sorted rows of a category, with the nodes that lead to them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tree<'a> {
    /// All keys, in one text.
    pub(crate) text: &'a str,
    /// The sorted rows.
    pub(crate) rows: &'a [Row],
    /// The nodes; the first stands for all rows.
    pub(crate) nodes: &'a [Node],
}

/// The rows that begin with what was read; small, since one is made for each letter.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reach {
    /// The nodes that lead on; none where the rows are few.
    child: u32,
    /// The first of its rows.
    row: u32,
    rows: u32,
    /// Bytes that were read.
    depth: u16,
    children: u8,
}

impl Reach {
    fn of(node: &Node, depth: u16) -> Self {
        let &Node { child, children, row, rows, .. } = node;
        Self { child, row, rows, depth, children }
    }

    /// Whether no key begins so.
    pub(crate) fn is_empty(self) -> bool {
        self.rows == 0
    }
}

impl<'a> Tree<'a> {
    /// All rows.
    pub(crate) fn start(self) -> Reach {
        self.nodes.first().map_or(Reach::default(), |root| Reach::of(root, 0))
    }

    /// The rows that go on with some bytes.
    pub(crate) fn on(self, reach: Reach, bytes: &[u8]) -> Reach {
        bytes.iter().fold(reach, |reach, &byte| self.with(reach, byte))
    }

    /// The rows that go on with a space, between the letters of a key. It sorts before any letter, so
    /// mostly one look shows that there are none.
    pub(crate) fn spaced(self, reach: Reach) -> Reach {
        let first = match self.below(reach).first() {
            Some(node) => node.byte,
            None => self.open(reach).first().map_or(0, |row| self.byte(*row, reach.depth)),
        };
        if first == b' ' && reach.depth > 0 { self.with(reach, b' ') } else { Reach::default() }
    }

    /// The rows whose keys were read to their end: they stand first.
    pub(crate) fn ended(self, reach: Reach) -> &'a [Row] {
        let rows = self.rows_of(reach);
        &rows[..ended(rows, reach.depth)]
    }

    /// The others.
    fn open(self, reach: Reach) -> &'a [Row] {
        let rows = self.rows_of(reach);
        &rows[ended(rows, reach.depth)..]
    }

    fn with(self, reach: Reach, byte: u8) -> Reach {
        if reach.children == 0 {
            return self.going_on(reach, byte);
        }
        let below = self.below(reach);
        let found = below.binary_search_by_key(&byte, |node| node.byte);
        let node = found.ok().and_then(|found| below.get(found));
        node.map_or(Reach::default(), |node| Reach::of(node, reach.depth + 1))
    }

    /// Those of few rows that go on with a byte.
    fn going_on(self, reach: Reach, byte: u8) -> Reach {
        let with = |row: &Row| self.byte(*row, reach.depth) == byte;
        let mut row = reach.row;
        let mut rows = 0;
        for other in self.rows_of(reach) {
            match (with(other), rows) {
                (true, _) => rows += 1,
                (false, 0) => row += 1,
                // Sorted rows that go on alike stand side by side.
                (false, _) => break,
            }
        }
        Reach { row, rows, depth: reach.depth + 1, ..Reach::default() }
    }

    fn rows_of(self, reach: Reach) -> &'a [Row] {
        self.rows.get(range(reach.row, reach.rows)).unwrap_or_default()
    }

    fn below(self, reach: Reach) -> &'a [Node] {
        self.nodes.get(range(reach.child, reach.children.into())).unwrap_or_default()
    }

    /// A byte of a key; 0, which no key has and which sorts first, behind its end.
    fn byte(self, row: Row, depth: u16) -> u8 {
        if depth >= u16::from(row.len) {
            return 0;
        }
        self.text.as_bytes().get(row.at as usize + usize::from(depth)).copied().unwrap_or(0)
    }
}

fn range(from: u32, len: u32) -> Range<usize> {
    from as usize..from as usize + len as usize
}

/// How many rows have keys of at most so many bytes.
fn ended(rows: &[Row], depth: u16) -> usize {
    rows.iter().take_while(|row| u16::from(row.len) <= depth).count()
}

/// The nodes for sorted rows.
pub(crate) fn grown(text: &str, rows: &[Row]) -> Vec<Node> {
    let number = |len: usize| u32::try_from(len).unwrap_or(0);
    let tree = Tree { text, rows, nodes: &[] };
    let mut nodes = vec![Node { rows: number(rows.len()), ..Node::default() }];
    // How deep each node lies.
    let mut depths = vec![0_u16];
    let mut next = 0;
    // Level by level, so that the nodes below one stand side by side.
    while let (Some(&node), Some(&depth)) = (nodes.get(next), depths.get(next)) {
        let Range { start, end } = range(node.row, node.rows);
        let mut from = start + ended(&rows[start..end], depth);
        if end - from > FEW {
            nodes[next].child = number(nodes.len());
        } else {
            from = end;
        }
        while from < end {
            let byte = tree.byte(rows[from], depth);
            let alike = rows[from..end].partition_point(|row| tree.byte(*row, depth) == byte);
            let (row, rows) = (number(from), number(alike));
            nodes.push(Node { byte, row, rows, ..Node::default() });
            depths.push(depth + 1);
            nodes[next].children += 1;
            from += alike;
        }
        next += 1;
    }
    nodes
}
