//! How a record gets its new status, or its relation to another: an edit of its text, by the structure of
//! what states its status. Nothing is lost, and what belonged to the old status is not left with the new one.
//!
//! | the status stands | what becomes of it |
//! |---|---|
//! | alone: in a paragraph, behind a label, in a cell, in the front matter | the new one takes its place |
//! | in a paragraph with a remark | the new one becomes a paragraph below |
//! | so without a date, and the old one was still open or would be read on | the new one takes its place and tells it, or it is struck out above |
//! | in a paragraph with a day and nothing else | both are replaced as the others have it, or the new one tells the old one; below it where the others tell their history so |
//! | in a list of its section | the new one becomes the list's latest item |
//! | beside an empty place for its successor | the one says the word, the other which record it is |
//! | among the keywords of the front matter as well | the keyword is changed too |
//! | behind a label or in a cell with a day, as the others have it | both are replaced |
//! | so behind what came before it | the new one follows with its day |
//! | behind a label or in a cell with a remark | the new one comes first and tells it: `deprecated (was accepted by vote)`; struck out where the team does so |
//! | nowhere | it gets a place as those beside it have |
//!
//! What it is to another record is added where it says so of others, beside its status, or among its links.
//!
//! After each edit the record is read again: it says what was written, and else what it said before, and so do the
//! other records of a file that is a log. Where no
//! edit does that, there is none: somebody has to look at the record.

mod another;
mod former;
mod front_value;
mod gloss;
mod history;
mod label_form;
mod precedent;
mod read_back;
mod relating;
mod room;
mod sign;
mod struck;
mod unstated;
mod value;

use std::sync::Arc;

use text::edit::TextEdit;
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::source::{Source, Span};
use text::wording::uncapitalized;
use words::date::{self, Date};

use super::record::{Origin, Record, Sourced};
use super::relation::RelationKind;
use super::status::{self, OwnWords, Status};

pub use former::Former;
pub use gloss::gloss;
pub use precedent::{Item, Precedent};
use read_back::{first_that, has_one_more, has_status, known_states};
pub use relating::{Relating, relate};
pub use unstated::{Beginning, begin};
pub use value::day_behind;

/// What is to be written into a record.
#[derive(Clone, Copy, Debug)]
pub struct Succession<'a> {
    /// `Superseded by [12. Use a log](0012-use-a-log.md)`
    pub line: &'a str,
    /// The same in two, for a record that has a place of its own for its successor; none where there is none.
    pub apart: Option<Apart<'a>>,
    /// What the team sets before the word, where the old status has a sign: `⌛️`; mostly nothing.
    pub sign: &'a str,
    /// The day, for a history.
    pub date: Date,
    /// The day as most records have it behind their status: `, 2024-03-05`; empty where they have none there.
    pub behind: &'a str,
    /// Whether a paragraph gets the day too, where the one of the old status has one.
    pub dated: bool,
    /// What becomes of an old status that says more than its word.
    pub former: Former<'a>,
}

/// A status, and the successor that is named elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Apart<'a> {
    /// `Superseded`
    pub word: &'a str,
    /// The successor.
    pub by: Other<'a>,
}

/// Another record, as one names it.
#[derive(Clone, Copy, Debug)]
pub struct Other<'a> {
    /// As a link.
    pub link: &'a str,
    /// As the keys of the front matter have it: `ADR-0012`, `[ADR-0012]`.
    pub value: &'a str,
    /// The key that the front matter of most records has for such: `superseded-by`.
    pub key: Option<&'a str>,
    /// The form that most records have for such elsewhere, and the other as they name it there.
    pub like: Option<(&'a Precedent, &'a str)>,
}

/// The edits after which a record says that it is superseded, and else what it said before; none where there
/// are no such edits.
pub fn supersede(
    record: &Record,
    wording: Succession<'_>,
    own: &OwnWords,
) -> Option<Vec<TextEdit>> {
    let by = RelationKind::SupersededBy;
    let wanted =
        |new: &Record| has_status(new, Status::Superseded) && has_one_more(record, new, by);
    let apart = apart(record, wording, own);
    first_that(
        record,
        apart.into_iter().chain(statuses(record, wording, own)),
        Some(by),
        own,
        wanted,
    )
}

/// The status in its place, and the successor in that which the record has for one and which says nothing yet.
fn apart(record: &Record, wording: Succession<'_>, own: &OwnWords) -> Vec<Vec<TextEdit>> {
    let Some(Apart { word, by }) = wording.apart else { return Vec::new() };
    let document = record.file();
    let kind = RelationKind::SupersededBy;
    let place = relating::own_place(&document, record, kind, by);
    let place = place.or_else(|| relating::as_others(&document, record, by));
    let Some(place) = place else { return Vec::new() };
    let is_item = matches!(by.like, Some((Precedent::Item(_), _)));
    // A list of relations stands beside a status that names the successor as well.
    let word = if is_item { wording.line } else { word };
    let statuses = statuses(record, Succession { line: word, ..wording }, own).into_iter();
    statuses.map(|edits| [edits, vec![place.clone()]].concat()).collect()
}

/// The edits after which a record has another status, in the words of `wording`, and says else what it said
/// before; none where there are no such edits.
pub fn restate(
    record: &Record,
    wording: Succession<'_>,
    status: Status,
    own: &OwnWords,
) -> Option<Vec<TextEdit>> {
    let worded = |new: &Record| {
        let word = new.status.as_ref().map(|status| new.source.slice(status.span));
        let bare =
            word.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
        status != Status::Other
            || bare.is_some_and(|word| wording.line.to_lowercase().contains(&word))
    };
    let wanted = |new: &Record| has_status(new, status) && worded(new);
    let struck = struck::out(record, wording, own);
    // What was still open is over; of what was decided the paragraph tells the history.
    let is_open = record.status.as_ref().is_some_and(|old| old.value.is_open());
    let is_above = matches!(wording.former, Former::Above(_));
    let (first, last) =
        if is_open && !is_above { (struck, Vec::new()) } else { (Vec::new(), struck) };
    let all = first.into_iter().chain(statuses(record, wording, own)).chain(last);
    first_that(record, all, None, own, wanted)
}

/// A statement in a paragraph, or an item, of its own beside the status; none where that has no section.
pub fn beside(record: &Record, line: &str) -> Option<TextEdit> {
    let status = record.status.as_ref().filter(|status| status.origin == Origin::Section)?;
    let document = record.file();
    let block = block_at(&document, status.span)?;
    Some(match &block.kind {
        BlockKind::List(list) => history::undated(&record.source, list, line)?,
        _ => below(&record.source, block, line),
    })
}

/// The sign before a record's status, if it has one. That of a word which nobody knows is read as a part of it.
pub fn sign(record: &Record) -> &str {
    let span = record.status.as_ref().map_or(Span::default(), |status| status.span);
    let text = record.source.text();
    let before = sign::sign_before(text, span.start);
    if before.is_empty() { sign::own_sign(record.source.slice(span)) } else { before }
}

/// What may become of a record's status, the best first. Where it stands in several places, all of them are
/// changed.
fn statuses(record: &Record, wording: Succession<'_>, own: &OwnWords) -> Vec<Vec<TextEdit>> {
    let Some(chosen) = &record.status else { return Vec::new() };
    // One that is stated elsewhere is the day of the record.
    let behind = if record.dates.is_empty() { wording.behind } else { "" };
    let wording = Succession { behind, ..wording };
    // The tick goes to another box, and only an author knows whether there is one.
    if is_ticked(&record.source, chosen.span) {
        return Vec::new();
    }
    let tags = tagged(record, wording, own);
    if chosen.origin == Origin::Tags {
        return vec![tags];
    }
    let others = known_states(record).filter(|&(_, span, _)| span != chosen.span);
    let places: Vec<(Span, Origin)> = others.map(|(_, span, origin)| (span, origin)).collect();
    let one = places.is_empty();
    let at = |span: Span, origin: Origin| {
        // Beside one in another language each place keeps its own.
        let word = value::as_there(wording.line, record.source.slice(span)).filter(|_| !one);
        let wording = Succession { line: word.as_deref().unwrap_or(wording.line), ..wording };
        status_at(&record.source, span, origin, wording)
    };
    let others = places.iter().map(|&(span, origin)| at(span, origin).into_iter().next());
    let Some(others) = others.collect::<Option<Vec<TextEdit>>>() else { return Vec::new() };
    let first = at(chosen.span, chosen.origin);
    first.into_iter().map(|edit| [vec![edit], others.clone(), tags.clone()].concat()).collect()
}

/// `- [x] **Accepted**`
fn is_ticked(source: &Source, span: Span) -> bool {
    let before = source.text()[..span.start].trim_end_matches(['*', '_', ' ']);
    before.ends_with("[x]") || before.ends_with("[X]")
}

/// The keywords that are the record's status, in its word alone: generators of sites group records by them.
fn tagged(record: &Record, wording: Succession<'_>, own: &OwnWords) -> Vec<TextEdit> {
    let Some(now) = &record.status else { return Vec::new() };
    let word =
        status::at_start(wording.line, own).map_or(wording.line, |(_, len)| &wording.line[..len]);
    let says = |tag: &&Sourced<String>| status_of(&tag.value, own) == Some(now.value);
    let alone = |tag: &&Sourced<String>| record.source.slice(tag.span) == tag.value;
    let tags = record.tags.iter().filter(says).filter(alone);
    tags.map(|tag| TextEdit::replace(tag.span, cased(word, &tag.value))).collect()
}

/// The status that a keyword is, word for word.
fn status_of(tag: &str, own: &OwnWords) -> Option<Status> {
    status::at_start(tag, own).filter(|&(_, len)| len == tag.len()).map(|(status, _)| status)
}

/// What may become of the status at one place.
fn status_at(
    source: &Arc<Source>,
    span: Span,
    origin: Origin,
    wording: Succession<'_>,
) -> Vec<TextEdit> {
    // What stands below a heading is replaced with its marks.
    let span = if origin == Origin::Section { span } else { gloss::with_gloss(source, span) };
    let undated = Succession { behind: "", ..wording };
    let both = |edit: fn(&Source, Span, Succession<'_>) -> Option<TextEdit>| {
        let dated = if wording.behind.is_empty() { None } else { edit(source, span, wording) };
        dated.into_iter().chain(edit(source, span, undated)).collect()
    };
    match origin {
        Origin::FrontMatter => {
            value::in_front_matter(source, span, wording.line).into_iter().collect()
        }
        Origin::Table => both(value::in_cell),
        Origin::Bullet | Origin::Bold | Origin::Line => both(value::on_line),
        Origin::Section => in_section(source, span, wording),
        _ => Vec::new(),
    }
}

fn in_section(source: &Arc<Source>, status: Span, wording: Succession<'_>) -> Vec<TextEdit> {
    let document = Document::parse(source);
    let Some(block) = block_at(&document, status) else { return Vec::new() };
    let undated = Succession { behind: "", ..wording };
    match &block.kind {
        BlockKind::List(list) if list.items.len() > 1 => {
            history::dated(source, list, status, undated).into_iter().collect()
        }
        BlockKind::List(_) => value::on_line(source, status, undated).into_iter().collect(),
        BlockKind::Paragraph(_) => {
            let paragraph = source.trimmed(block.span);
            let alone = value::alone(source, paragraph, status, wording);
            let alone = alone.or_else(|| value::with_day(source, paragraph, status, wording));
            if let Some(alone) = alone {
                return vec![alone];
            }
            // `2020-03-25 accepted`: the day belongs to the form.
            let leads = date::at_start(source.slice(paragraph)).is_some();
            let like = if leads { source.slice(status) } else { wording.line };
            let line = cased(wording.line, like);
            let dated = if wording.behind.is_empty() || leads {
                history::shaped(source.slice(paragraph), &line, wording.date)
            } else {
                line + wording.behind
            };
            let plain = below(source, block, wording.line);
            let both = [below(source, block, &dated), plain.clone()];
            if wording.dated || leads { both.to_vec() } else { vec![plain] }
        }
        BlockKind::Quote(_) => vec![below(source, block, wording.line)],
        _ => Vec::new(),
    }
}

/// The outermost block that a value stands in.
fn block_at(document: &Document, span: Span) -> Option<&Block> {
    document
        .blocks
        .iter()
        .find(|block| block.span.start <= span.start && span.end <= block.span.end)
}

/// A paragraph of its own below a block.
fn below(source: &Arc<Source>, block: &Block, line: &str) -> TextEdit {
    let end = source.trimmed(block.span).end;
    TextEdit::replace(Span::at(end), format!("{0}{0}{line}", source.newline()))
}

/// The word as it is begun where it stands: in lower case beside `accepted`.
fn cased(line: &str, like: &str) -> String {
    let is_small = like.chars().next().is_some_and(char::is_lowercase);
    if is_small { uncapitalized(line) } else { line.to_owned() }
}

#[cfg(test)]
mod former_tests;
#[cfg(test)]
mod tests;
