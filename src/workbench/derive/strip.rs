//! The form of an author's text: labels, columns, rows of fields and choices without what was written.

use readers::document::written::{State, state_of};
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, Item, List, Row, Table};
use text::markdown::field::split_label;
use text::markdown::inline::Inlines;
use text::source::Source;
use words::{Column, Field, Label, Placeholder, Stage, Status, Vocabulary};

use super::guide::{is_directive, is_prose};

/// What stands where an author's text stood.
pub(super) const OPEN: &str = "[...]";

/// Guidance that an author left in a section, and the sample that is made of the rest.
pub(super) fn sample(text: &str) -> (Vec<String>, String) {
    let document = Document::parse(&Source::new("", text));
    let (mut prose, mut parts) = (Vec::new(), Vec::<String>::new());
    for block in &document.blocks {
        let text = document.slice(block.span).trim_end();
        if is_directive(text) {
            continue;
        }
        if is_prose(block, text) {
            prose.push(text.to_owned());
            continue;
        }
        let is_open = !matches!(block.kind, BlockKind::Rule | BlockKind::Html)
            && matches!(state_of(text), State::Untouched);
        let part = if is_open { Some(text.to_owned()) } else { stripped(block) };
        parts.extend(part.filter(|part| parts.last() != Some(part)));
    }
    (prose, parts.join("\n\n"))
}

/// A section's text without its code blocks.
pub(super) fn without_code(text: &str) -> String {
    let document = Document::parse(&Source::new("", text));
    let blocks = document.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Code(_)));
    let texts: Vec<&str> = blocks.map(|block| document.slice(block.span)).collect();
    texts.join("\n\n")
}

fn stripped(block: &Block) -> Option<String> {
    match &block.kind {
        BlockKind::Table(table) => Some(of_table(table)),
        BlockKind::List(list) => Some(of_list(list, 0).join("\n")),
        BlockKind::Html | BlockKind::Heading(_) | BlockKind::Rule => None,
        BlockKind::Paragraph(text) => Some(of_lines(text)),
        BlockKind::Code(code) => Some(format!("```{}\n{OPEN}\n```", code.info)),
        _ => Some(OPEN.to_owned()),
    }
}

/// The labels of a paragraph, each on a line of its own; an open place where it has none.
fn of_lines(text: &Inlines) -> String {
    let fields = text.lines().into_iter().filter_map(|line| split_label(&line));
    let lines: Vec<String> =
        fields.map(|(label, _, value)| format!("- **{label}:** {}", of_value(&value))).collect();
    if lines.is_empty() { OPEN.to_owned() } else { lines.join("\n") }
}

fn of_list(list: &List, depth: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (item, number) in list.items.iter().zip(list.start.unwrap_or(0)..) {
        let mark = if list.start.is_some() { format!("{number}.") } else { "-".to_owned() };
        let indent = "  ".repeat(depth);
        let mut of_item = vec![format!("{indent}{mark} {}", of_item(item))];
        for block in item.blocks.iter().skip(1) {
            if let BlockKind::List(below) = &block.kind {
                // Ordered items are indented by three.
                let below = of_list(below, 0).into_iter();
                let inner = " ".repeat(mark.len() + 1);
                of_item.extend(below.map(|line| format!("{indent}{inner}{line}")));
            }
        }
        // Numbers aside, items without labels are alike, and one shows the form.
        let bare = |lines: &[String]| {
            lines.iter().all(|line| line.ends_with(OPEN) && !line.contains("**"))
        };
        let repeats = bare(&of_item) && !lines.is_empty() && bare(&lines);
        if !repeats {
            lines.extend(of_item);
        }
    }
    lines
}

fn of_item(item: &Item) -> String {
    let text = item.text();
    let box_ = item.task.map_or("", |_| "[ ] ");
    let label = text.and_then(split_label);
    match label {
        Some((label, _, value)) if value.is_blank() => format!("{box_}**{label}:**"),
        Some((label, _, value)) => format!("{box_}**{label}:** {}", of_value(&value)),
        None => format!("{box_}{}", text.map_or_else(|| OPEN.to_owned(), of_value)),
    }
}

/// What stays of a value: a choice, or a place that is open already.
fn of_value(value: &Inlines) -> String {
    let plain = value.plain();
    let open = || matches!(state_of(&plain), State::Untouched);
    if !value.is_blank() && (is_choice(&plain) || open()) { plain } else { OPEN.to_owned() }
}

/// `yes / no`, `Draft/Final`, `High | Low`: words to choose from. Two names beside each other are none, nor is
/// `TCP/IP`: with a slash all words must be known, or written small as no name is. A bar is the sign of a choice.
fn is_choice(text: &str) -> bool {
    let known = |part: &str| {
        let words = Vocabulary::known();
        words.whole::<Stage>(part).is_some()
            || words.whole::<Status>(part).is_some()
            || words.whole::<Placeholder>(part).is_some()
    };
    let short = |part: &str| {
        let is_small = part.chars().next().is_some_and(char::is_lowercase);
        (is_small || known(part)) && (1..=2).contains(&part.split_whitespace().count())
    };
    let spaced = |mark: &str| text.split(mark).map(str::trim).collect::<Vec<_>>();
    let several = |parts: &[&str]| parts.len() > 1;
    let (slashes, bars) = (spaced(" / "), spaced(" | "));
    let word =
        |part: &str| part.split_whitespace().count() == 1 && part.chars().all(char::is_alphabetic);
    several(&bars) && bars.iter().all(|part| word(part))
        || [slashes, bars]
            .iter()
            .any(|parts| several(parts) && parts.iter().all(|part| short(part)))
        || [spaced("/"), spaced("|")]
            .iter()
            .any(|parts| several(parts) && parts.iter().all(|part| known(part)))
}

/// The columns, and the rows that name fields; of data one row shows the form.
fn of_table(table: &Table) -> String {
    // A border in a cell is spelt as one. Composed anew, `[...]` would be spelt `\[...\]`, which nobody fills in.
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        format!("| {} |", cells.join(" | "))
    };
    let count = table.header.cells.len();
    let rule = line(&vec!["---".to_owned(); count]);
    if names_fields(table) {
        let rows = table.rows.iter().map(|row| line(&of_row(row)));
        return [line(&head_of_fields(table)), rule]
            .into_iter()
            .chain(rows)
            .collect::<Vec<_>>()
            .join("\n");
    }
    let head: Vec<String> = table.header.cells.iter().map(Inlines::plain).collect();
    [line(&head), rule, line(&vec![OPEN.to_owned(); count])].join("\n")
}

/// Whether the rows' first cells are labels: most are bold, or words that we know as labels. In two columns
/// without a title, or with one that says so, they are in any case.
fn names_fields(table: &Table) -> bool {
    let two = table.header.cells.len() == 2;
    let labels = table.rows.iter().filter(|row| row.cells.first().is_some_and(is_label)).count();
    let untitled = two && table.header.cells.iter().all(Inlines::is_blank);
    let titled = two && is_title_of_fields(&table.header.cells);
    untitled || titled || labels > 0 && 2 * labels >= table.rows.len()
}

fn is_label(cell: &Inlines) -> bool {
    let (plain, words) = (cell.plain(), Vocabulary::known());
    cell.runs().next().is_some_and(|run| run.strong)
        || words.whole::<Label>(&plain).is_some()
        || words.whole::<Field>(&plain).is_some()
}

/// `Field | Value`: columns for whatever there is to be said.
fn is_title_of_fields(header: &[Inlines]) -> bool {
    let is_value = |cell: &Inlines| {
        let found = Vocabulary::known().whole::<Field>(&cell.plain());
        found.is_some_and(|found| found.meaning == Field::Value)
    };
    header.get(1).is_some_and(is_value)
}

/// The first row of a table of fields: titles of the columns, or a field as all others are.
fn head_of_fields(table: &Table) -> Vec<String> {
    let cells = &table.header.cells;
    let is_title = |cell: &Inlines| {
        let (plain, words) = (cell.plain(), Vocabulary::known());
        cell.is_blank() || is_label(cell) || words.whole::<Column>(&plain).is_some()
    };
    let is_row = cells.len() == 2 && !is_title(&cells[1]);
    if is_row { of_row(&table.header) } else { cells.iter().map(Inlines::plain).collect() }
}

fn of_row(row: &Row) -> Vec<String> {
    let mut cells = row.cells.iter();
    let label = cells.next().map(|cell| {
        let bold = cell.runs().next().is_some_and(|run| run.strong);
        let plain = cell.plain();
        if bold { format!("**{plain}**") } else { plain }
    });
    let values = cells.map(of_value);
    label.into_iter().chain(values).collect()
}
