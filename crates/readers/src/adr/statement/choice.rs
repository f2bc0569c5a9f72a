//! A template's line of choices, and the one that was ticked.

use std::ops::Range;

use words::{ClauseRole, Vocabulary};

use crate::adr::status::Status;
use crate::adr::text::Line;

/// What a text with several statuses leaves to choose.
pub(super) enum Choice<'a> {
    /// One of them is marked.
    Made(&'a (Status, Range<usize>)),
    /// None is, or several are.
    Open,
}

/// Whether the statuses of a text are a choice: marked boxes, or words with nothing but separators
/// between them.
pub(super) fn of<'a>(line: &Line<'_>, all: &'a [(Status, Range<usize>)]) -> Option<Choice<'a>> {
    let text = line.text.as_str();
    let marks = marks(text, all);
    if marks.contains(&Some(false)) {
        let ticked = all.iter().zip(&marks).filter(|(_, mark)| **mark == Some(true));
        return Some(decided(ticked.map(|(one, _)| one).collect()));
    }
    is_listed(text, all).then(|| single(all.iter().filter(|(_, at)| line.stands_out(at))))
}

fn single<'a>(mut marked: impl Iterator<Item = &'a (Status, Range<usize>)>) -> Choice<'a> {
    match (marked.next(), marked.next()) {
        (Some(one), None) => Choice::Made(one),
        _ => Choice::Open,
    }
}

/// The one that was ticked, or of a list of steps the last that was taken: `[x] Proposed [x] Accepted`. Two that were
/// decided contradict each other, unless one is done with the other.
fn decided(ticked: Vec<&(Status, Range<usize>)>) -> Choice<'_> {
    let settled: Vec<_> = ticked.iter().copied().filter(|(status, _)| !status.is_open()).collect();
    let mut ended = settled.iter().filter(|(status, _)| !status.is_in_force());
    match settled.as_slice() {
        [] => single(ticked.into_iter()),
        [.., last] if settled.len() == 1 || ended.next().is_none() => Choice::Made(last),
        _ => Choice::Open,
    }
}

const TICKED: [&str; 21] = [
    "[x]",
    "[X]",
    "[*]",
    "[✓]",
    "[✔]",
    "(x)",
    "(X)",
    "(*)",
    "(•)",
    "(✓)",
    "(✔)",
    "☑",
    "☒",
    "✅",
    "✔",
    "✓",
    "🗹",
    "🔘",
    "◉",
    "●",
    ":white_check_mark:",
];
const BLANK: [&str; 14] = [
    "[ ]",
    "[]",
    "[_]",
    "( )",
    "()",
    "(_)",
    "☐",
    "⬜",
    "◻",
    "□",
    "▢",
    "○",
    "◯",
    ":white_large_square:",
];

/// The boxes of all words: each stands before its word, or each behind it.
fn marks(text: &str, all: &[(Status, Range<usize>)]) -> Vec<Option<bool>> {
    let before = || all.iter().map(|(_, at)| mark(&text[..at.start]));
    let behind = all.iter().map(|(_, at)| mark_behind(&text[at.end..]));
    let first = all.first().and_then(|(_, at)| mark(&text[..at.start]));
    if all.len() > 1 && first.is_none() && behind.clone().all(|mark| mark.is_some()) {
        return behind.collect();
    }
    before().collect()
}

/// The box before a word: ticked or not.
pub(super) fn mark(before: &str) -> Option<bool> {
    let before = before
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '\u{fe0f}' | '*' | '_' | '-'));
    let ends = |marks: &[&str]| marks.iter().any(|mark| before.ends_with(mark));
    if ends(&TICKED) {
        return Some(true);
    }
    ends(&BLANK).then_some(false)
}

fn mark_behind(behind: &str) -> Option<bool> {
    let behind = behind.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    let starts = |marks: &[&str]| marks.iter().any(|mark| behind.starts_with(mark));
    if starts(&TICKED) {
        return Some(true);
    }
    starts(&BLANK).then_some(false)
}

/// Status words one after the other with nothing but separators between them.
fn is_listed(text: &str, all: &[(Status, Range<usize>)]) -> bool {
    let mut start = 0;
    let mut bars = false;
    for index in 1..=all.len() {
        let pair = all.get(index).map(|next| (&all[index - 1], next));
        let between = pair.map(|(last, next)| {
            let between = &text[last.1.end..next.1.start];
            // `제안됨(Proposed)` is one of them, said twice.
            let gloss = last.0 == next.0 && matches!(between.trim(), "(" | "（");
            (between, gloss)
        });
        if let Some((_, true)) = between {
            continue;
        }
        if let Some(bar) = between.and_then(|(between, _)| separator(between)) {
            bars |= bar;
            continue;
        }
        let mut kinds: Vec<Status> = all[start..index].iter().map(|(status, _)| *status).collect();
        kinds.sort_unstable();
        kinds.dedup();
        // `Accepted/Implemented` is both.
        let both = kinds == [Status::Accepted, Status::Implemented];
        if kinds.len() > 2 || (kinds.len() == 2 && bars && !both) {
            return true;
        }
        (start, bars) = (index, false);
    }
    false
}

/// Whether the text between two status words separates choices; true for an unmistakable sign.
fn separator(between: &str) -> Option<bool> {
    let edge = |c: char| c.is_whitespace() || "\"'`*_{}[]<>“”()（）".contains(c);
    let sign = between.trim_matches(edge);
    if matches!(sign, "|" | "/" | "｜" | "／") {
        return Some(true);
    }
    let sign = sign.trim_start_matches([',', '、', '，']).trim_start();
    let or = Vocabulary::known().starts(ClauseRole::Or, sign);
    match (sign, or) {
        ("", _) if between.contains([',', '、', '，']) => Some(false),
        (_, Some(or)) if or.len == sign.len() => Some(true),
        _ => None,
    }
}
