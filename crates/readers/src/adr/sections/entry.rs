//! The heading of an entry of a log: its day, its number, its words.

use text::markdown::Document;
use words::date::{self, Date};

use super::mark::has_mark;
use crate::adr::id::Id;
use crate::adr::name::{self, Name};
use crate::adr::title::Title;

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
    /// The day that it begins with.
    pub(super) day: Option<Date>,
    pub(super) title: Title,
    pub(super) series: Series,
}

impl Heading {
    /// None where the heading is but a day or a number that is set off by nothing.
    pub(super) fn of(document: &Document, section: usize) -> Option<Self> {
        let section = &document.outline.sections[section];
        let text = document.blocks[section.block].heading()?.text.plain();
        let text = text.trim();
        let (day, rest) = dated(text);
        let title = Title::of(rest, &Name::of(""));
        let level = section.level;
        let plain = if day.is_some() { Series::Day(level) } else { Series::Words(level) };
        let numbered = title.words.is_some() && has_mark(rest);
        let series = match &title.id {
            Some(Id::Series(code, _)) if name::is_decision_code(code) => Series::Code(code.clone()),
            Some(Id::Number(_)) if numbered => {
                let is_bare = rest.starts_with(|c: char| c.is_ascii_digit());
                if is_bare { Series::Number(level) } else { Series::Word }
            }
            Some(_) => return None,
            None => {
                // `2024-03-05 (evening)` is but a day.
                let note = |words: &&str| day.is_some() && words.starts_with(['(', '（']);
                title.words.as_deref().filter(|words| !note(words))?;
                plain
            }
        };
        Some(Self { day, title, series })
    }
}

/// The day that a heading begins with, and what follows it: `2024-03-05 — Use X`, `[2024-03-05] Use X`, `5. März 2024: Use
/// X`.
fn dated(heading: &str) -> (Option<Date>, &str) {
    let open = heading.strip_prefix(['[', '(']);
    let text = open.unwrap_or(heading);
    let of_day = || {
        let found = date::at_start(text)?;
        let day = found.reading.exact().filter(|date| date.day.is_some())?;
        let rest = &text[found.span.end..];
        let rest = if open.is_some() { rest.strip_prefix([']', ')'])? } else { rest };
        Some((day, crate::adr::title::after_separator(rest)))
    };
    of_day().map_or((None, heading), |(day, rest)| (Some(day), rest))
}
