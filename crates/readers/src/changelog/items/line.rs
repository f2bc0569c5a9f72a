//! The lines of a text that are entries.

use std::ops::Range;

use text::markdown::flat::{Flat, trimmed};
use text::markdown::inline::Inlines;
use words::{Label, Vocabulary, date};

use super::{entry, is_template};
use crate::changelog::found::Rows;
use crate::changelog::key::{self, Versions};
use crate::changelog::wording::cell;
use crate::changelog::wording::column::column;

/// Reads the bare lines of a paragraph; how many entries they gave.
pub(super) fn read_lines(text: &Inlines, evidence: bool, rows: &mut Rows) -> usize {
    let flat = Flat::of(text);
    if is_remark(&flat.plain) || is_labelled(&flat.plain) {
        return 0;
    }
    if is_template(&flat, flat.all()) {
        rows.untouched.push(text.span);
        return 0;
    }
    // Of a single sentence nobody can tell whether it is an entry.
    let dated = all_dated(&flat).filter(|lines| !evidence || lines.len() > 1);
    let lines = dated.unwrap_or_else(|| entry_lines(&flat, flat.all(), false));
    let found = lines.len();
    for line in lines {
        rows.entries.push(entry(&flat, line.clone(), flat.span(line)));
    }
    found
}

/// `Last updated: 2024-03-05`, `Kept by the team. Last updated: 2024-03-05`, `Nothing has changed since 2024`: of the log,
/// not in it.
pub(super) fn is_remark(text: &str) -> bool {
    let is_label = |label: &str| Vocabulary::known().is(Label::Updated, label);
    let dated = |part: &str| {
        let (label, value) = part.split_once([':', '：'])?;
        (is_label(label) && date::at_start(value.trim_start()).is_some()).then_some(())
    };
    let first = text.split([':', '：']).next().unwrap_or_default();
    let last = || {
        text.rsplit(['.', '|', '·', '•', ';', '。', '\n'])
            .find(|part| part.contains(char::is_alphanumeric))
    };
    let ends_dated =
        || date::at_start(text.trim_start()).is_none() && last().and_then(dated).is_some();
    cell::is_no_change(text) || is_label(first) || ends_dated()
}

/// `Version: 2.0`, `Date: 2024-03-05`, a label a line: of the document, no entries of a log. Lines that ask for other
/// things than a log tells may stand among them.
fn is_labelled(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let label = |line: &str| {
        let label = line.split([':', '：']).next().filter(|label| label.len() < line.len())?;
        (!label.contains(|c: char| c.is_ascii_digit())).then(|| label.trim().to_lowercase())
    };
    let Some(labels) = lines.map(label).collect::<Option<Vec<String>>>() else { return false };
    labels.iter().any(|label| column(label).is_some())
        && labels.iter().any(|label| *label != labels[0])
}

/// The stretches of a text that are entries. In an item the first line is one whatever it says;
/// every other line only when it begins with a key.
pub(super) fn entry_lines(flat: &Flat<'_>, range: Range<usize>, item: bool) -> Vec<Range<usize>> {
    let starts = flat.line_starts(range.clone());
    let ends = starts.iter().skip(1).copied().chain([range.end]);
    let mut entries: Vec<Range<usize>> = Vec::new();
    for (index, (start, end)) in starts.iter().copied().zip(ends).enumerate() {
        let line = trimmed(&flat.plain, start..end);
        let begins = if index == 0 {
            item || key::leads(flat, line.clone())
        } else {
            key::begins_entry(flat, line.clone())
        };
        match entries.last_mut() {
            _ if begins => entries.push(line),
            Some(above) => above.end = line.end.max(above.end),
            None => {}
        }
    }
    entries
}

/// The lines of a text each of which ends with its date, `Draft merged on 2024-03-05`, or begins with it.
fn all_dated(flat: &Flat<'_>) -> Option<Vec<Range<usize>>> {
    const LONGEST: usize = 160;
    let starts = flat.line_starts(flat.all());
    let ends = starts.iter().skip(1).copied().chain([flat.plain.len()]);
    let lines = starts.iter().copied().zip(ends).map(|(a, b)| trimmed(&flat.plain, a..b));
    let lines: Vec<Range<usize>> = lines.collect();
    let dated = |line: &Range<usize>| {
        let key = key::read(flat, line.clone(), Versions::Separated);
        let at_edge = |date: date::Found| {
            line.end - date.span.end <= 2 || key.leads && date.span.start == line.start
        };
        line.len() <= LONGEST && key.date.is_some_and(at_edge)
    };
    lines.iter().all(dated).then_some(lines)
}
