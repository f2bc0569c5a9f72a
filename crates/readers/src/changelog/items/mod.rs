//! A log as a list: bullets, bare dated lines, or lines over the bullets that belong to them.

mod head;
mod line;

use std::ops::Range;

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, Item, List};
use text::markdown::field::split_label;
use text::markdown::inline::{Inlines, Run, RunKind};
use text::source::Span;
use words::{Label, Vocabulary, date};

use super::Kind;
use super::body;
use super::entry::{Blank, Dated, Entry, Field};
use super::found::Rows;
use super::key::{self, EntryKey, Versions};
use super::wording::cell;
use head::{key_head, starts_anew, year_head};
use line::{entry_lines, read_lines};
use text::markdown::flat::Flat;

/// Reads the entries in a section's blocks. With `evidence`, a block counts only when its rows are
/// keyed by dates or versions: then the heading alone does not make a log. Behind a rule or a caption below such entries
/// it makes none either.
pub(super) fn rows(document: &Document, blocks: &[Block], evidence: bool) -> Rows {
    let mut evidence = evidence;
    let mut rows = Rows::default();
    // A dated line that says nothing itself has its changes in the bullets below.
    let mut open = false;
    // A bold line or a link that is nothing but a version or a date is a heading of all that follows.
    let mut headed = false;
    for (at, block) in blocks.iter().enumerate() {
        let below = blocks.get(at + 1);
        if evidence && is_metadata(block) {
            (open, headed) = (false, false);
            continue;
        }
        let head = |text: &Inlines| key_head(text, below).or_else(|| year_head(text, below, &rows));
        if let Some(entry) = block.paragraph().and_then(head) {
            rows.entries.push(entry);
            (open, headed) = (true, true);
            continue;
        }
        if headed && !starts_anew(block) {
            append_body(document, block, &mut rows);
            open = false;
            continue;
        }
        headed = false;
        // Among entries without keys nobody can tell one from what follows them.
        let keyed = rows.entries.last().is_some_and(Entry::has_date_or_version);
        evidence |= keyed && sets_apart(block);
        match &block.kind {
            BlockKind::List(list) if open && !leads_with_keys(list) => {
                append_body(document, block, &mut rows);
                open = false;
            }
            BlockKind::List(list) if !evidence || leads_with_keys(list) => {
                let before = rows.entries.len() + rows.untouched.len();
                list.items.iter().for_each(|item| read_item(document, item, &mut rows));
                let read = rows.entries.len() + rows.untouched.len() - before;
                if read >= list.items.len() && is_plain(list) {
                    rows.told.push(document.source.trimmed(block.span));
                }
            }
            BlockKind::Paragraph(text) => {
                let lines = read_lines(text, evidence, &mut rows);
                if lines > 0 && is_plain_text(text) {
                    rows.told.push(document.source.trimmed(block.span));
                }
                // A line that begins with its key has the list below it for its text.
                open = lines > 0 && rows.entries.last().is_some_and(Entry::has_date_or_version);
            }
            _ => open = false,
        }
    }
    rows
}

/// Whether a block parts what follows from what stands above: a rule, or a caption such as `**See also:**`.
fn sets_apart(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Rule => true,
        BlockKind::Paragraph(text) => {
            let mut words = text.runs().filter(|run| run.text.contains(char::is_alphanumeric));
            let flat = Flat::of(text);
            let bold = words.next().is_some_and(|run| run.strong) && words.all(|run| run.strong);
            bold && !key::leads(&flat, flat.all())
        }
        _ => false,
    }
}

/// Whether a list states what the document is, each thing under a label: `Last updated`, `Owner`. Below a
/// heading that is called a log these are its entries.
fn is_metadata(block: &Block) -> bool {
    let BlockKind::List(list) = &block.kind else { return false };
    let label = |item: &Item| split_label(item.text()?).map(|(label, ..)| label);
    let Some(labels) = list.items.iter().map(label).collect::<Option<Vec<_>>>() else {
        return false;
    };
    let known = |label: &String| Vocabulary::known().glossed::<Label>(label);
    let mut known = labels.iter().filter_map(known).map(|found| found.meaning);
    let keyed = |label: &String| label.contains(|c: char| c.is_ascii_digit());
    known.any(|label| !matches!(label, Label::Date | Label::Version))
        && !labels.iter().any(|label| keyed(label) && date::first(label).is_some())
}

/// Adds a block to the entry above.
fn append_body(document: &Document, block: &Block, rows: &mut Rows) {
    let span = document.source.trimmed(block.span);
    let text = match &block.kind {
        BlockKind::List(list) => {
            if is_plain(list) {
                rows.told.push(span);
            }
            body::items(&list.items)
        }
        _ => body::block(block),
    };
    if let Some(above) = rows.entries.last_mut() {
        above.span = above.span.cover(span);
        body::append(above, &text, block.span);
    }
}

/// Whether a list holds nothing but words: what else it holds, no entry shows.
fn is_plain(list: &List) -> bool {
    list.items.iter().flat_map(|item| &item.blocks).all(|block| match &block.kind {
        BlockKind::Paragraph(text) => is_plain_text(text),
        BlockKind::List(inner) => is_plain(inner),
        _ => false,
    })
}

fn is_plain_text(text: &Inlines) -> bool {
    let shown = |run: Run<'_>| !matches!(run.kind, RunKind::Html | RunKind::Footnote);
    text.links.iter().all(|link| !link.image) && text.runs().all(shown)
}

/// Whether at least half of a list's items begin with a date or a version.
pub(super) fn leads_with_keys(list: &List) -> bool {
    let keyed = list.items.iter().filter_map(Item::text).filter(|text| {
        let flat = Flat::of(text);
        key::leads(&flat, flat.all())
    });
    keyed.count() * 2 >= list.items.len().max(1)
}

fn read_item(document: &Document, item: &Item, rows: &mut Rows) {
    let Some(text) = item.text() else {
        if item.blocks.is_empty() {
            rows.untouched.push(document.source.trimmed(item.span));
        }
        return;
    };
    let flat = Flat::of(text);
    if is_template(&flat, flat.all()) {
        rows.untouched.push(document.source.trimmed(item.span));
        return;
    }
    if cell::is_no_change(&flat.plain) {
        return;
    }
    // A line without its bullet is part of the item above, as Markdown sees it.
    let mut lines = entry_lines(&flat, flat.all(), true);
    join_indented(document, item, &flat, &mut lines);
    let (first, more) = lines.split_first().map_or((flat.all(), &[][..]), |(a, b)| (a.clone(), b));
    let span =
        if more.is_empty() { document.source.trimmed(item.span) } else { flat.span(first.clone()) };
    let span = Span::new(item.span.start, span.end.max(item.span.start));
    rows.entries.push(entry(&flat, first, span));
    for line in more {
        rows.entries.push(entry(&flat, line.clone(), flat.span(line.clone())));
    }
    if let (Some(last), [_, below @ ..]) = (rows.entries.last_mut(), item.blocks.as_slice()) {
        for block in below {
            body::append(last, &body::block(block), block.span);
        }
    }
}

/// Joins the lines that are indented as the item's text is with the one above: nobody began them as an item. Where the one
/// above ends with a break, or a mark stands behind the line's day, somebody did.
fn join_indented(document: &Document, item: &Item, flat: &Flat<'_>, lines: &mut Vec<Range<usize>>) {
    let begun = |at: usize| {
        let before = document.slice(Span::new(0, at));
        let (above, line) = before.rsplit_once('\n').unwrap_or(("", before));
        let broken = above.ends_with("  ") || above.trim_end().ends_with(['\\', '>']);
        (line.len() - line.trim_start_matches([' ', '\t']).len(), broken)
    };
    let (marker, _) = begun(item.span.start);
    let is_keyed = |line: &Range<usize>| {
        let text = &flat.plain[line.clone()];
        let behind = date::first(text).map_or("", |found| &text[found.span.end..]);
        behind.trim_start_matches(['*', ')', ']', ' ']).starts_with([':', '：', '-', '–', '—', '|'])
    };
    let goes_on = |line: &Range<usize>| {
        let (indent, broken) = begun(flat.span(line.clone()).start);
        indent > marker && !broken && !is_keyed(line)
    };
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(lines.len());
    for line in lines.drain(..) {
        match joined.last_mut() {
            Some(above) if goes_on(&line) => above.end = line.end,
            _ => joined.push(line),
        }
    }
    *lines = joined;
}

/// `{date}: {changelog}`, `MM/DD/YYYY: ...`: nothing of it is filled in.
fn is_template(flat: &Flat<'_>, range: Range<usize>) -> bool {
    let text = &flat.plain[range];
    let Some(found) = date::first(text).filter(|found| found.reading == date::Reading::Placeholder)
    else {
        return text.trim().is_empty() || is_braced(text);
    };
    let before = &text[..found.span.start];
    !text[found.span.clone()].contains(|c: char| c.is_ascii_digit())
        && !before.contains(char::is_alphanumeric)
}

/// `{change}`, `[description of the change]`: one placeholder and nothing else. `{% for release in releases %}` makes the
/// log when the page is built.
fn is_braced(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(['{', '<']) && cell::is_placeholder(text) && !cell::is_tag(text)
}

fn entry(flat: &Flat<'_>, range: Range<usize>, span: Span) -> Entry {
    let key = key::read(flat, range, Versions::Separated);
    let mut entry = Entry::new(span, Kind::List);
    fill(&mut entry, flat, &key);
    entry
}

/// Takes the values of a key.
pub(super) fn fill(entry: &mut Entry, flat: &Flat<'_>, key: &EntryKey) {
    entry.date = key.date.as_ref().and_then(|found| {
        let text = flat.text(found.span.clone())?;
        Some(Dated { when: Some(found.reading), ..Dated::from(text) })
    });
    let version = key.version.clone().and_then(|range| flat.text(range));
    entry.take_version(version, flat.links());
    entry.author = key.author.clone().and_then(|range| flat.text(range));
    entry.changes = flat.markdown(key.changes.clone());
    if let Some(open) = &key.open {
        entry.blanks.push(Blank { field: Field::Date, span: flat.span(open.clone()) });
    }
}
