//! The heading of an entry of a log: its day, its number, its words.

use text::markdown::Document;
use words::date::{self, Date, Shapes};
use words::fold::is_bracketed;

use super::mark::has_mark;
use crate::adr::id::Id;
use crate::adr::name::{self, Name};
use crate::adr::title::{Title, after_separator, behind_a_day};

/// What the headings of one series have in common.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Series {
    /// `AD-1`: the code says that it is a decision, on whatever level.
    Code(String),
    /// `Decision 1: Use X`
    Word,
    /// `2024-03-05 — Use X`, on one level.
    Day(u8),
    /// `1. Use X`, on one level: any chapter may be called so.
    Number(u8),
    /// `Use X`, on one level: nothing but what it states shows what it is.
    Words(u8),
}

/// A heading, taken apart.
pub(super) struct Heading {
    /// The day that it begins with; of several days none is the one.
    pub(super) day: Option<Date>,
    pub(super) title: Title,
    pub(super) series: Series,
    /// Whether its title and its number are other than those of a heading anywhere else.
    pub(super) is_own: bool,
    /// Whether a mark stands between the number and the words.
    pub(super) is_marked: bool,
}

impl Heading {
    /// None where the heading is but a day or a number that is set off by nothing.
    pub(super) fn of(document: &Document, section: usize) -> Option<Self> {
        let section = &document.outline.sections[section];
        let text = document.blocks[section.block].heading()?.text.plain();
        let text = text.trim();
        let Dated { day, rest } = dated(text);
        let is_dated = rest.len() < text.len();
        let level = section.level;
        if let Some(title) = coded(rest) {
            let code = title.id.as_ref().and_then(Id::series)?.split('-').next()?.to_owned();
            let series = Series::Code(code);
            return Some(Self { day, title, series, is_own: true, is_marked: true });
        }
        let title = Title::of(rest, &Name::of(""));
        let plain = if is_dated { Series::Day(level) } else { Series::Words(level) };
        let is_marked = has_mark(rest);
        let numbered = title.words.is_some() && is_marked;
        let series = match &title.id {
            Some(Id::Series(code, _)) if name::is_decision_code(code) => Series::Code(code.clone()),
            Some(Id::Number(_)) if numbered => {
                let is_bare = rest.starts_with(|c: char| c.is_ascii_digit());
                if is_bare { Series::Number(level) } else { Series::Word }
            }
            Some(_) => return None,
            None => {
                // `2024-03-05 (evening)` is but a day.
                let note = |words: &&str| is_dated && words.starts_with(['(', '（']);
                title.words.as_deref().filter(|words| !note(words))?;
                plain
            }
        };
        Some(Self { day, title, series, is_own: is_dated, is_marked })
    }
}

/// `D7: Use X`, `D007 · Use X`, `D-NET-07 — Use X`: codes of decisions that only in a log of them are numbers.
fn coded(heading: &str) -> Option<Title> {
    const LONGEST: usize = 5;
    let word = heading.split(|c: char| c.is_whitespace() || c == '：').next()?;
    let bare = word.trim_end_matches([':', '.', ')']);
    let letters = bare.bytes().take_while(u8::is_ascii_uppercase).count();
    let (code, rest) = bare.split_at(letters);
    let (group, digits) = match rest.strip_prefix('-') {
        Some(rest) => rest.split_once('-').map(|(group, digits)| (Some(group), digits))?,
        None => (None, rest),
    };
    let is_group = |group: &str| {
        (2..=LONGEST).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_uppercase())
    };
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if !name::is_decision_code(code) || !is_number || !group.is_none_or(is_group) {
        return None;
    }
    let after = &heading[bare.len()..];
    let words = behind_a_day(after_separator(after));
    let is_titled = words.len() < after.trim_start().len() && !words.is_empty();
    let series = group.map_or_else(|| code.to_owned(), |group| format!("{code}-{group}"));
    let id = Id::Series(series, digits.parse().ok().filter(|_| is_titled && !is_bracketed(words))?);
    Some(Title { id: Some(id), words: Some(words.to_owned()) })
}

/// The day that a heading begins with, and what follows it.
struct Dated<'a> {
    /// None where it begins with several days, or with none.
    day: Option<Date>,
    rest: &'a str,
}

/// `2024-03-05 — Use X`, `[2024-03-05] Use X`, `5. März 2024: Use X`, `20240305 - Use X`.
fn dated(heading: &str) -> Dated<'_> {
    let open = heading.strip_prefix(['[', '(']);
    let text = open.unwrap_or(heading);
    let of_day = || {
        let found = date::at_start(text)?;
        let day = found.reading.exact().filter(|date| date.day.is_some())?;
        let rest = &text[found.span.end..];
        let rest = if open.is_some() { rest.strip_prefix([']', ')'])? } else { rest };
        Some(Dated { day: Some(day), rest: after_separator(rest) })
    };
    of_day().or_else(|| run_together(text)).unwrap_or(Dated { day: None, rest: heading })
}

/// `20240305 — Use X`, `20240305-07 — Use X`
fn run_together(heading: &str) -> Option<Dated<'_>> {
    const DIGITS: usize = 8;
    let is_digit = |c: char| c.is_ascii_digit();
    let rest = heading.trim_start_matches(is_digit);
    let (number, _) =
        heading.split_at_checked(DIGITS).filter(|_| heading.len() - rest.len() == DIGITS)?;
    let shapes = Shapes { compact: true, ..Shapes::default() };
    let found = date::find_with(number, shapes).into_iter().next()?;
    let day = found.reading.exact().filter(|date| date.day.is_some())?;
    let until = rest.strip_prefix(['-', '–']).map(|rest| rest.trim_start_matches(is_digit));
    let until = until
        .filter(|behind| matches!(rest.len() - behind.len(), 2..) && behind.len() + 1 < rest.len());
    let rest = until.unwrap_or(rest);
    let words = after_separator(rest);
    let is_apart = words.len() < rest.trim_start().len() && !words.is_empty();
    is_apart.then_some(Dated { day: Some(day).filter(|_| until.is_none()), rest: words })
}
