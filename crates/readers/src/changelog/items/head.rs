//! Lines that head what stands below them without being headings: a version in bold or as a link, a bare year.

use text::markdown::block::{Block, BlockKind};
use text::markdown::flat::{Flat, trimmed};
use text::markdown::inline::Inlines;

use super::line::is_remark;
use super::{fill, is_template, leads_with_keys};
use crate::changelog::Kind;
use crate::changelog::entry::{Dated, Entry};
use crate::changelog::found::Rows;
use crate::changelog::key::{self, Versions};

/// A line that is set off as a whole and keys what follows: in bold, `**Version 1.2.0**`, with words of its own those of
/// the list `below`, `**2024-03-05 - Refunds**`; or as a link over a list, `[1.0.1](../tag/1.0.1)`.
pub(super) fn key_head(text: &Inlines, below: Option<&Block>) -> Option<Entry> {
    let words = || text.runs().filter(|run| run.text.contains(char::is_alphanumeric));
    let bold = words().all(|run| run.strong);
    let link = words().next().and_then(|first| first.link);
    let linked = || link.is_some() && words().all(|run| run.link == link);
    if text.lines().len() > 1 || !(bold || linked()) {
        return None;
    }
    let flat = Flat::of(text);
    let key = key::read(&flat, flat.all(), Versions::Heading);
    let bare = flat.plain.get(key.changes.clone()).is_none_or(|rest| rest.trim().is_empty());
    let listed = matches!(below.map(|below| &below.kind), Some(BlockKind::List(list)) if !leads_with_keys(list));
    let heads = if bold { bare || listed } else { bare && listed };
    if !(key.leads && heads) || is_template(&flat, flat.all()) {
        return None;
    }
    let mut entry = Entry::new(text.span, Kind::List);
    fill(&mut entry, &flat, &key);
    Some(entry)
}

/// `2024`, `2024 年` over a list among dated lines: what nobody knows the day of any more.
pub(super) fn year_head(text: &Inlines, below: Option<&Block>, rows: &Rows) -> Option<Entry> {
    // In which a text may have changed: `8080` and `1024` are something else.
    const YEARS: std::ops::RangeInclusive<u16> = 1900..=2099;
    let flat = Flat::of(text);
    let line = flat.plain.trim();
    let year = line.trim_end_matches(['年', '년']).trim_end();
    let counts = year.len() == 4 && year.parse().is_ok_and(|year: u16| YEARS.contains(&year));
    let listed = matches!(below.map(|below| &below.kind), Some(BlockKind::List(list)) if !leads_with_keys(list));
    let dated = rows.entries.last().is_some_and(|above| above.date.is_some());
    if !(counts && listed && dated) {
        return None;
    }
    let mut entry = Entry::new(text.span, Kind::List);
    entry.date = flat.text(trimmed(&flat.plain, flat.all())).map(Dated::from);
    Some(entry)
}

/// Whether a block below such a line is no part of what it heads: it has keys of its own.
pub(super) fn starts_anew(block: &Block) -> bool {
    match &block.kind {
        BlockKind::List(list) => leads_with_keys(list),
        BlockKind::Paragraph(text) => {
            let flat = Flat::of(text);
            is_remark(&flat.plain) || key::leads(&flat, flat.all())
        }
        BlockKind::Rule => true,
        _ => false,
    }
}
