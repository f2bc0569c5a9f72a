//! A team's own template of records, filled for a new one: by its structure, so that any placeholder will do.

mod begun;
mod choice;
mod form;
mod front_matter;
mod misfit;

use std::sync::Arc;

use crate::record_path;
use text::edit::{Edits, TextEdit};
use text::markdown::Document;
use text::markdown::block::BlockKind;
use text::markdown::outline::Section;
use text::source::{Source, Span};
use words::date;

use super::field::is_state;
use super::format::Part;
use super::label::LabelKind;
use super::labelled;
use super::labelled_value::Labelled;
use super::name::is_type_word;
use super::naming::{in_markdown, same_title};
use super::read::read;
use super::record::{Origin, Record};
use super::statement::{self, Statement};
use super::status::{OwnWords, Status};
use super::text::Line;
use super::value_place;
pub use form::is_form;
pub use front_matter::unread;
pub use misfit::Misfit;

/// What a new record says.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// Its file, as the reader names it.
    pub path: &'a str,
    /// Its number, with as many digits as the file's name has; none where records have no numbers.
    pub number: Option<&'a str>,
    /// Its title.
    pub title: &'a str,
    /// The words of its heading, where other records show how it is made of number and title.
    pub heading: Option<&'a str>,
    /// Whether the title in front matter is in the words of the heading: `ADR 7: Use a log`.
    pub is_headed_so: bool,
    /// Its status, as text has it.
    pub status: &'a str,
    /// Its date.
    pub date: &'a str,
}

/// The template with heading, status, date and title filled in, as text and as the record that it is.
///
/// # Errors
/// It does not read as that record.
pub fn fill(
    template: &Arc<Source>,
    filling: Filling<'_>,
    own: &OwnWords,
) -> Result<Record, Misfit> {
    let document = Document::parse(template);
    let statements = labelled::all(&document, 0..document.outline.sections.len());
    let blank = Blank::of(&document, &statements);
    let text = blank.edits(filling, own).apply(template.text());
    let filled = Document::parse(&Source::new(template.path(), text));
    if let Some(misfit) = front_matter::broken(&document, &filled) {
        return Err(misfit);
    }
    let record = read(&filled, filling.path, own).record().ok_or(Misfit::NoRecord)?;
    blank.misfit(&record, filling).map_or(Ok(record), Err)
}

/// The status that a template has under its label: none where it offers several, or one that is to be written.
pub fn status_of(template: &Arc<Source>, own: &OwnWords) -> Option<Status> {
    let document = Document::parse(template);
    let statements = labelled::all(&document, 0..document.outline.sections.len());
    let mut lines = statements.iter().filter(|one| one.key == LabelKind::Status);
    let (first, None) = (lines.next()?, lines.next()) else { return None };
    let read: Vec<Statement<'_>> =
        first.lines.iter().map(|line| Statement::read(Line::of(line), own)).collect();
    let state = statement::status(&read).filter(|state| state.doubt.is_none() && !state.implied)?;
    state.status
}

/// A template with what is to be filled in.
struct Blank<'t> {
    document: &'t Document,
    statements: &'t [Labelled],
    /// Those of the statements that offer states with a box each.
    to_tick: Vec<&'t Labelled>,
    /// Its title stands in the front matter alone.
    untitled: bool,
}

impl<'t> Blank<'t> {
    fn of(document: &'t Document, statements: &'t [Labelled]) -> Self {
        // The site generators that take the title from the front matter want no other heading of the first level.
        let is_title =
            |one: &Labelled| one.origin == Origin::FrontMatter && one.key == LabelKind::Title;
        let first = document.outline.sections.first();
        // `# Context` is the first of a record's parts, and no title.
        let is_part = |section: &Section| {
            let heading = document.blocks[section.block].heading();
            heading.is_some_and(|heading| Part::is(&heading.text.plain()))
        };
        let is_free = first.is_none_or(|section| section.level != 1 || is_part(section));
        let untitled = is_free && statements.iter().any(is_title);
        let to_tick =
            statements.iter().filter(|one| choice::boxes(document, one).is_some()).collect();
        Self { document, statements, to_tick, untitled }
    }

    fn edits(&self, filling: Filling<'_>, own: &OwnWords) -> Edits {
        let document = self.document;
        let mut edits = Edits::default();
        if !self.untitled {
            edits.extend(heading(document, filling));
        }
        let as_heading = self.untitled || filling.is_headed_so;
        let title = filling.heading.filter(|_| as_heading).unwrap_or(filling.title);
        let values = Filling { title, ..filling };
        edits.extend(front_matter::number(document, filling));
        edits.extend(front_matter::examples(document, self.statements, own));
        for statement in self.statements {
            // A heading "Title" is the place of one.
            let titled = statement.origin == Origin::Section
                && matches!(statement.key, LabelKind::Title | LabelKind::Id);
            if self.to_tick.iter().any(|choice| std::ptr::eq(*choice, statement)) {
                edits.extend(choice::ticked(document, statement, filling, own));
            } else if !titled && !self.is_in_choice(statement) {
                edits.extend(value(document, statement, values));
            }
            if statement.key == LabelKind::ChangeLog {
                edits.extend(begun::begun(document, statement, filling));
            }
        }
        edits
    }

    fn is_in_choice(&self, statement: &Labelled) -> bool {
        let mut lines = self.to_tick.iter().flat_map(|choice| &choice.lines);
        lines.any(|line| line.span.contains(statement.label))
    }

    /// Why a record does not say what it was filled with.
    fn misfit(&self, record: &Record, filling: Filling<'_>) -> Option<Misfit> {
        let (document, template) = (self.document, &self.document.source);
        let place = |wanted: LabelKind| {
            let stated = self.statements.iter().find(|statement| statement.key == wanted);
            stated.map_or(1, |statement| template.line(statement.label.start))
        };
        let shown =
            |read: Option<&str>| read.map_or("nothing".to_owned(), |read| format!("`{read}`"));
        let title = record.title.as_ref().map(|title| title.value.as_str());
        if title.is_none() && document.outline.sections.is_empty() && self.statements.is_empty() {
            return Some(Misfit::NoRecord);
        }
        if !title.is_some_and(|title| same_title(title, filling.title)) {
            let heading = document.outline.sections.first().filter(|_| !self.untitled);
            let at = heading.map(|section| template.line(section.heading.start));
            let line = at.unwrap_or_else(|| place(LabelKind::Title));
            return Some(Misfit::Title { line, read: shown(title) });
        }
        // Where no box is for the state, the author has to tick one.
        let is_left = record.status.is_none() && !self.to_tick.is_empty();
        let status = filling.status.to_lowercase();
        // An item to tick says more than the state: when, and what for.
        let agrees = |raw: &str| {
            let raw = raw.to_lowercase();
            status.contains(&raw) || !self.to_tick.is_empty() && raw.starts_with(&status)
        };
        let raw = record.status_raw.as_ref().filter(|raw| !is_left && !agrees(raw))?;
        Some(Misfit::Status {
            line: place(LabelKind::Status),
            wanted: filling.status.to_owned(),
            read: shown(Some(raw)),
        })
    }
}

/// The first heading: as those of other records, else with the title behind the place of the number.
fn heading(document: &Document, filling: Filling<'_>) -> Option<TextEdit> {
    let (block, text) = document.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Heading(heading) => Some((block.span, heading.text.span)),
        _ => None,
    })?;
    // `# {short title}` has attributes and no text.
    let whole = document.slice(block);
    let marks = whole.len() - whole.trim_start_matches('#').len();
    let span = if marks > 0 {
        let line = whole.lines().next().unwrap_or_default();
        let start = marks + line[marks..].len() - line[marks..].trim_start().len();
        Span::new(block.start + start, block.start + line.trim_end().len().max(start))
    } else {
        text
    };
    let written = document.slice(span);
    let numbered = || {
        let number = filling.number?;
        let place = number_place(written)?;
        let behind = &written[place.end..];
        let words = behind.find(|c: char| c.is_alphanumeric() || "[{<(".contains(c));
        let between = &behind[..words.unwrap_or(behind.len())];
        let between = if between.is_empty() { ". " } else { between };
        Some(format!("{}{number}{between}{}", &written[..place.start], in_markdown(filling.title)))
    };
    let own = filling.heading.map(str::to_owned);
    let new = own.or_else(numbered).unwrap_or_else(|| in_markdown(filling.title));
    Some(TextEdit::replace(span, new))
}

/// `NUMBER`, `NNNN`, `XXX`, `0000`, `{number}`: where a number goes.
fn number_place(text: &str) -> Option<std::ops::Range<usize>> {
    let mut at = 0;
    for part in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        let only = |wanted: &str| word.chars().all(|c| wanted.contains(c));
        let counts = word.eq_ignore_ascii_case("number")
            || word.len() > 1 && (only("N") || only("X") || only("n") || only("x"))
            || !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        if counts {
            let before = text[..at].ends_with(['{', '[', '<']);
            let after = text[at + word.len()..].starts_with(['}', ']', '>']);
            let around = usize::from(before && after);
            return Some(at - around..at + word.len() + around);
        }
        // `adr107`
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if letters < word.len() && is_type_word(&word[..letters]) {
            return Some(at + letters..at + word.len());
        }
        at += part.len();
    }
    None
}

/// What a label asks for.
fn value(document: &Document, statement: &Labelled, filling: Filling<'_>) -> Option<TextEdit> {
    let span = value_place::of(document, statement)?;
    let old = document.slice(span);
    if statement.origin == Origin::FrontMatter {
        return front_matter::value(document, statement.key, span, filling);
    }
    let new = match statement.key {
        LabelKind::Status => filling.status.to_owned(),
        LabelKind::Date | LabelKind::Created => filling.date.to_owned(),
        LabelKind::Title => in_markdown(filling.title),
        LabelKind::Id => id(old, filling)?,
        _ => return None,
    };
    let source = &document.source;
    let before = &source.text()[..span.start];
    // What closes a mark goes with what opens it: `**Accepted** (2024-03-15)`.
    if let Some(mark) = value_place::closed_within(old) {
        let start = before.strip_suffix(mark).map(str::len);
        let new = new.strip_suffix(mark).map_or(new.clone(), |bare| format!("{mark}{bare}{mark}"));
        let new = if start.is_some() { new } else { new + mark };
        return Some(TextEdit::replace(Span::new(start.unwrap_or(span.start), span.end), new));
    }
    let mark = mark_of(old);
    let new = format!("{mark}{new}{mark}");
    Some(match (old.is_empty(), statement.origin) {
        (_, Origin::Table) => TextEdit::replace(span, format!(" {new} ")),
        (true, Origin::Section) => {
            TextEdit::replace(span, format!("{0}{0}{new}", source.newline()))
        }
        (true, _) if !before.ends_with([' ', '\t']) => TextEdit::replace(span, format!(" {new}")),
        _ => TextEdit::replace(span, new),
    })
}

/// The mark around a state or a day: such are those of the form. Around a placeholder they belong to that.
fn mark_of(old: &str) -> &str {
    let mark = value_place::around(old);
    let inside = old.trim().trim_matches(|c| mark.contains(c));
    let stated = is_state(inside) || date::whole(inside).is_some_and(|day| day.exact().is_some());
    if stated { mark } else { "" }
}

/// What becomes of the id that a template has: `0007-use-a-log` is named as the file is, else its number is another.
fn id(old: &str, filling: Filling<'_>) -> Option<String> {
    let bare = old.trim_matches(['"', '\'']);
    let place = number_place(bare)?;
    let behind = &bare[place.end..];
    // `NNNN (given by the editors)` has a remark behind the number.
    let remark = behind.find([' ', '(']).filter(|&at| behind[at..].trim_start().starts_with('('));
    let behind = &behind[..remark.unwrap_or(behind.len())];
    if behind.contains(char::is_alphabetic) {
        return Some(record_path::stem(filling.path).to_owned());
    }
    let number = filling.number?;
    // A number stands without noughts where the last one did.
    let is_short = bare[place.clone()].parse::<u64>().is_ok_and(|old| old > 0)
        && !bare[place.start..].starts_with('0');
    let number = if is_short { number.trim_start_matches('0') } else { number };
    Some(format!("{}{number}{behind}", &bare[..place.start]))
}

#[cfg(test)]
mod tests;
