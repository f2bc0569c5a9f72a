//! What a release states beneath its heading and before its changes: when it came out, and who made it.

use text::markdown::Document;
use text::markdown::block::{Block, BlockKind, Item, List};
use text::markdown::field::split_label;
use text::markdown::flat::Flat;
use text::markdown::inline::Inlines;
use words::{ClauseRole, Label, Reference, Stage, Vocabulary, date};

use super::entry::{Dated, Entry, Field, Release};
use super::front_matter;
use super::html_words;
use super::key::{self, Versions};
use super::wording::column::{Column, column};

/// How much of a block states nothing but such values, and is no change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// None of it, though a date may stand among other words.
    Nothing,
    /// The first item of a list.
    Item,
    /// All of it.
    Block,
}

/// Takes the values that the first block below a release states.
pub(super) fn take(document: &Document, block: &Block, entry: &mut Entry) -> Taken {
    match &block.kind {
        BlockKind::Paragraph(text) => take_lines(text, entry),
        BlockKind::List(list) => take_item(list, entry),
        BlockKind::Html if lacks_day(entry) => {
            let Some(date) = day_in_html(document, block) else { return Taken::Nothing };
            entry.date = Some(date);
            Taken::Block
        }
        _ => Taken::Nothing,
    }
}

/// Whether a block shows nothing, so that what follows it stands first: a rule, an anchor, a comment.
pub(super) fn is_silent(document: &Document, block: &Block) -> bool {
    match &block.kind {
        BlockKind::Rule => true,
        BlockKind::Paragraph(text) => text.is_blank() && text.links.is_empty(),
        BlockKind::Html => html_words::of(document, block.span).next().is_none(),
        _ => false,
    }
}

/// Whether a block is a day and nothing else.
pub(super) fn is_day(document: &Document, block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph(text) => {
            text.lines().len() == 1 && day(text).is_some_and(|(_, alone)| alone)
        }
        BlockKind::Html => day_in_html(document, block).is_some(),
        _ => false,
    }
}

/// `<p>2024-03-05</p>`, `<p>Released on 2024-03-05</p>`
fn day_in_html(document: &Document, block: &Block) -> Option<Dated> {
    let mut words = html_words::of(document, block.span);
    let (span, text) = words.next().filter(|_| words.next().is_none())?;
    let (date, alone) = day(&Inlines::literal(text, span))?;
    alone.then_some(date)
}

/// The values of a paragraph that says nothing else: `Date: 2024-03-05`, `2024-03-05`.
fn take_lines(text: &Inlines, entry: &mut Entry) -> Taken {
    let lines = text.lines();
    let fields: Vec<(Field, Inlines)> = lines
        .iter()
        .filter_map(|line| {
            let (label, _, value) = split_label(line)?;
            match column(&label)? {
                Column::Field(field @ (Field::Date | Field::Author)) => Some((field, value)),
                _ => None,
            }
        })
        .collect();
    if fields.len() < lines.len() {
        let line = lines.first().filter(|_| lines.len() == 1 && lacks_day(entry));
        let Some((date, alone)) = line.and_then(day) else { return Taken::Nothing };
        entry.date = Some(date);
        return if alone { Taken::Block } else { Taken::Nothing };
    }
    for (field, value) in &fields {
        let flat = Flat::of(value);
        let text = flat.text(flat.all());
        match field {
            Field::Date if entry.date.is_none() => {
                let told = day(value).map(|(date, _)| date);
                entry.date = told.or_else(|| text.map(front_matter::dated));
            }
            Field::Author if entry.author.is_none() => entry.author = text,
            _ => {}
        }
    }
    Taken::Block
}

/// The day that is the first item of a list, over changes that have none: `* 30/09/2020`.
fn take_item(list: &List, entry: &mut Entry) -> Taken {
    let Some((first, others)) = list.items.split_first() else { return Taken::Nothing };
    let text = first.text().filter(|text| first.blocks.len() == 1 && text.lines().len() == 1);
    let begins = |item: &Item| {
        item.text().is_some_and(|text| date::at_start(Flat::of(text).plain.trim_start()).is_some())
    };
    if !lacks_day(entry) || others.iter().any(begins) {
        return Taken::Nothing;
    }
    let Some((date, alone)) = text.and_then(day) else { return Taken::Nothing };
    entry.date = Some(date);
    match (alone, others.is_empty()) {
        (false, _) => Taken::Nothing,
        (true, false) => Taken::Item,
        (true, true) => Taken::Block,
    }
}

/// Whether a day below it can be the one on which it came out.
fn lacks_day(entry: &Entry) -> bool {
    entry.date.is_none() && entry.release != Release::Unreleased
}

/// The day that a line tells, and whether it says nothing else: `2024-03-05`, `Released on 2024-03-05.`;
/// `2024-03-05 (stable)`, and of `2024-03-01 – 2024-03-05` the day on which it was done.
fn day(line: &Inlines) -> Option<(Dated, bool)> {
    let flat = Flat::of(line);
    let key = key::read(&flat, flat.all(), Versions::Heading);
    let alone = key.version.is_none() && key.author.is_none() && key.changes.is_empty();
    if let Some(found) = key.date.filter(|_| alone && key.leads) {
        return Some((dated(&flat, &found)?, true));
    }
    let dates = date::find(&flat.plain);
    let (first, last) = match dates.as_slice() {
        [only] => (only, only),
        [first, last] if is_range(&flat.plain, first, last) => (first, last),
        _ => return None,
    };
    let before = flat.plain[..first.span.start].trim();
    let behind = &flat.plain[last.span.end..];
    let behind = behind[date::time_of_day(behind)..].trim_matches(['.', ' ']);
    let whole = behind.is_empty() || says_it_is_out(behind);
    let alone = dates.len() == 1 && behind.is_empty();
    (whole && (before.is_empty() || is_out(before))).then_some((dated(&flat, last)?, alone))
}

fn dated(flat: &Flat<'_>, found: &date::Found) -> Option<Dated> {
    let text = flat.text(found.span.clone())?;
    Some(Dated { when: Some(found.reading), ..text.into() })
}

/// `2024-03-01 – 2024-03-05`: two days, a dash between them.
fn is_range(text: &str, first: &date::Found, last: &date::Found) -> bool {
    let between = text.get(first.span.end..last.span.start).unwrap_or_default().trim();
    let dash = !between.is_empty() && between.trim_matches(['-', '–', '—']).is_empty();
    let days = first.reading.exact().zip(last.reading.exact());
    dash && days.is_some_and(|(first, last)| first <= last)
}

/// `(stable)`; `(planned)` and `(end of life)` are about other days.
fn says_it_is_out(remark: &str) -> bool {
    let inside = remark.strip_prefix(['(', '[']).and_then(|text| text.strip_suffix([')', ']']));
    inside.is_some_and(|inside| Vocabulary::known().is(Stage::Final, inside))
}

/// `Released on`, `vom`
pub(super) fn is_out(words: &str) -> bool {
    let known = Vocabulary::known();
    let joins = |word: &str| known.is(ClauseRole::Time, word) || known.is(Reference::For, word);
    let word = words.rsplit_once(' ').filter(|(_, time)| joins(time));
    known.is(Label::Date, words)
        || joins(words)
        || word.is_some_and(|(word, _)| known.is(Label::Date, word))
}
