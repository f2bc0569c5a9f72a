//! A line that has a label: which key it is, and what stands behind it.

use std::borrow::Cow;

use text::markdown::field;
use text::markdown::inline::{Inlines, Run, RunKind};
use text::source::Span;
use words::{Status, Vocabulary, date};

use super::admonition;
use super::dates;
use super::format::Part;
use super::label::LabelKind;
use super::text::{self as line, Line};

/// The key, where it is known, the label and the value of a line that has a label: `Label: value`,
/// `**Label** value`, `Label – value`, `Date 09/04/2018`, or `**Label**` alone.
pub(super) fn field_of(line: &Inlines) -> Option<(Option<LabelKind>, Span, Inlines)> {
    let shown = line::without_html(line);
    let title = admonition::title(&shown);
    if let Some(title) = &title
        && let Some(key) = LabelKind::of(&title.plain()).filter(|_| !is_state(&title.plain()))
    {
        return Some((Some(key), title.span, shown.after(shown.span.end)));
    }
    let shown = title.map_or(shown, Cow::Owned);
    if let Some((label, span, value)) = field::split_label(&shown) {
        let dated = || date::first(&value.plain()).is_some();
        let key = LabelKind::of(&label)
            .filter(|key| !asks_for_a_day(*key) || !is_state(&label) || dated());
        return Some((key.or_else(|| decided_on(&label, &value)), span, value));
    }
    let first = shown.runs().find(|run| !run.text.trim().is_empty())?;
    if first.strong && first.kind == RunKind::Text && shown.lines().len() == 1 {
        let key = LabelKind::of(first.text);
        let key = key.filter(|key| !asks_for_a_day(*key) || !is_state(first.text));
        if key.is_some() {
            return Some((key, first.span, shown.after(first.span.end)));
        }
    }
    let head = beginning(&shown, shown.span);
    let text = Line::of(&head);
    let dash = [" – ", " — ", " - "].iter().filter_map(|dash| text.text.find(dash)).min();
    let dated = date::first(&text.text).map(|date| date.span.start);
    let cut = match (dash, dated) {
        (Some(dash), Some(date)) => dash.min(date),
        (cut, other) => cut.or(other)?,
    };
    let label = &text.text[..cut];
    // `accepted (amended 2024-03-05)`
    if label.rfind(['(', '（']).is_some_and(|open| !label[open..].contains([')', '）'])) {
        return None;
    }
    let key = LabelKind::of(label).filter(|key| matches!(key, LabelKind::Status | LabelKind::Date));
    let key = key.filter(|_| !is_state(label))?;
    let label = text.span(0..cut);
    let value = shown.after(text.span(cut..text.text.len()).start);
    Some((Some(key), label, value))
}

/// `Status:accepted`, `Date:2024-03-05`: a label without a space behind its colon, and what can only be its value.
pub(super) fn tight_field(line: &Inlines) -> Option<(LabelKind, Span, Inlines)> {
    let (label, span, value) = field::split_tight_label(&line::without_html(line))?;
    let key = LabelKind::of(&label).filter(|_| !is_state(&label))?;
    let said = value.plain();
    let meant = match key {
        LabelKind::Status => is_state(said.trim_end_matches('.')),
        key => asks_for_a_day(key) && dates::stands_alone(&said),
    };
    meant.then_some((key, span, value))
}

/// Whether a word of state may be the label: `Accepted: 2024-03-05`, `Proposed: 2024-03-05`.
pub(super) const fn asks_for_a_day(key: LabelKind) -> bool {
    matches!(key, LabelKind::Date | LabelKind::Created)
}

/// `Decision: 2024-03-05`: below such a heading stands what was decided, and in front of a day alone, when.
fn decided_on(label: &str, value: &Inlines) -> Option<LabelKind> {
    let dated = || dates::stands_alone(Line::of(value).text.trim());
    (Part::of(label).is_some_and(Part::is_decision) && dated()).then_some(LabelKind::Date)
}

/// Whether a heading's value may be a status: `Current status of the port: half done` is a topic.
pub(super) fn is_brief(value: &Inlines) -> bool {
    const MOST_WORDS: usize = 2;
    let text = value.plain();
    text.split_whitespace().count() <= MOST_WORDS
        || Vocabulary::known()
            .at_start::<Status>(text.trim_start_matches(|c: char| !c.is_alphanumeric()))
            .is_some()
}

/// Whether a label is a word of state: its value, if it has one, is a date.
pub(super) fn is_state(label: &str) -> bool {
    Vocabulary::known().whole::<Status>(label).is_some()
}

/// What may stand between two labels of one line.
pub(super) const BETWEEN_LABELS: [char; 8] = ['|', '•', '·', '.', ';', ',', '–', '—'];

/// The bytes in which a label is looked for: more than the longest has, with its marks.
const REACH: usize = 512;

/// `**Status:** x | **Date:** y`, `Date: x. Status: y`, `**Date:** x — **Status:** y` as two; a line without such signs
/// as one.
pub(super) fn pieces(line: &Inlines) -> Vec<Inlines> {
    let has_colon = |run: &Run<'_>| run.text.contains([':', '：']);
    let Some(last) = line.runs().rfind(has_colon).map(|run| run.span.end) else {
        return vec![line.clone()];
    };
    let mut strong = false;
    let verbatim = line.runs().filter(Run::is_verbatim);
    let signs = verbatim.flat_map(|run| {
        let signs = run.text.match_indices(BETWEEN_LABELS);
        let begins = run.strong && !strong;
        strong = run.strong;
        let bold = begins.then_some((run.span.start, ""));
        bold.into_iter().chain(signs.map(move |(at, sign)| (run.span.start + at, sign)))
    });
    let mut pieces = Vec::new();
    let mut start = line.span.start;
    for (at, sign) in signs.take_while(|(at, _)| *at < last) {
        let next = at + sign.len();
        let rest = beginning(line, Span::new(next, line.span.end.max(next)));
        let Some((label, ..)) = field::split_label(&line::without_html(&rest)) else { continue };
        let bar = matches!(sign, "|" | "•" | "·");
        let before = field_of(&beginning(line, Span::new(start, at))).map(|(key, ..)| key);
        let labelled = || before.is_some();
        let next_key = LabelKind::of(&label);
        let known = next_key.is_some();
        // `Supersedes: ADR-3 — Status: rejected` may say how the other stands.
        let of_another = next_key == Some(LabelKind::Status)
            && matches!(before, Some(Some(LabelKind::Relation(_))));
        let splits = match sign {
            "–" | "—" | "" if of_another => false,
            // `**Status:** accepted **Date:** 2024-03-05`
            "" => known && begins_in_bold(&beginning(line, Span::new(start, at))),
            // Two signs of three: below a heading a value begins, `Accepted • Date: 2024-03-05`.
            _ if bar => known || labelled(),
            _ => known && labelled(),
        };
        if splits {
            pieces.push(line.clip(Span::new(start, at)));
            start = next;
        }
    }
    pieces.push(line.clip(Span::new(start, line.span.end.max(start))));
    pieces
}

/// Whether a text begins with a known label in bold, and its value has no mark of that.
fn begins_in_bold(text: &Inlines) -> bool {
    let mut runs = text.runs().filter(|run| !run.text.trim().is_empty());
    let bold = runs.next().is_some_and(|run| run.strong);
    bold && matches!(field_of(text), Some((Some(_), ..)))
}

/// The part of a line inside `span`, as far as a label can reach.
fn beginning(line: &Inlines, span: Span) -> Inlines {
    let mut end = span.end.min(span.start + REACH);
    // A run is not cut inside a character.
    let cut = line.runs_from(end).next();
    if let Some(run) = cut.filter(|run| run.text.len() == run.span.len()) {
        while end > run.span.start && !run.text.is_char_boundary(end - run.span.start) {
            end -= 1;
        }
    }
    line.clip(Span::new(span.start, end))
}
