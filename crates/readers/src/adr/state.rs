//! From the words of a status to the status: qualifiers, histories, choices, guidance.

use std::ops::Range;

use text::source::Span;
use words::date;

use super::status::{self, OwnWords, Status};
use super::text::Line;
use words::fold;

/// What some lines say about the status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The status; none when nothing was decided (a choice left open, a template's words).
    pub status: Option<Status>,
    /// The words that state it, as written.
    pub raw: String,
    /// Where they stand.
    pub span: Span,
    /// The date that stands with it.
    pub date: Option<date::Reading>,
    /// Why no status could be read, or why it is [`Status::Other`].
    pub doubt: Option<Doubt>,
}

/// What keeps words from being a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// `proposed | accepted | rejected` with none of them marked.
    Choice,
    /// A template's words in brackets, or "TBD".
    Placeholder,
    /// Words that are in no vocabulary.
    Unknown,
    /// A sentence in which no status was recognised.
    Prose,
}

/// One line that may state a status.
struct Reading {
    status: Option<Status>,
    doubt: Option<Doubt>,
    words: Range<usize>,
    date: Option<date::Reading>,
}

/// Reads the lines of a status, in order. None when they say nothing at all.
pub(super) fn read(lines: &[Line<'_>], own: &OwnWords) -> Option<State> {
    let readings: Vec<(&Line<'_>, Reading)> = lines
        .iter()
        .filter(|line| !line.text.trim().is_empty())
        .map(|line| (line, reading(line, own)))
        .collect();
    let (line, reading) = decisive(&readings).or_else(|| {
        // No line has a status: the first that is no choice says why.
        let open = readings.iter().find(|(_, reading)| reading.doubt != Some(Doubt::Choice));
        open.or(readings.first())
    })?;
    Some(State {
        status: reading.status,
        raw: raw(&readings, line),
        span: line.span(reading.words.clone()),
        date: reading.date,
        doubt: reading.doubt,
    })
}

/// The latest entry of a change log that is a status and hardly anything else: `Approved (2024-03-05)`.
pub(super) fn latest_entry(lines: &[Line<'_>], own: &OwnWords) -> Option<State> {
    const MOST_WORDS: usize = 4;
    let entries = lines.iter().filter_map(|line| {
        let dates = date::find(&line.text);
        let day = dates.first()?.reading.exact()?;
        let (status, words) = lead(&line.text, &dates, &occurrences(&line.text, own))?;
        let brief = line.text.split_whitespace().count() <= MOST_WORDS;
        let raw = line.text[words.clone()].to_owned();
        let date = dates.first().map(|found| found.reading);
        let state = State { status: Some(status), raw, span: line.span(words), date, doubt: None };
        brief.then_some((day, state))
    });
    entries.max_by_key(|&(day, _)| day).map(|(_, state)| state)
}

/// The line that decides: being superseded beats all, then the latest date, then what came last
/// after a proposal, then the first.
fn decisive<'a, 'b>(
    readings: &'a [(&'b Line<'b>, Reading)],
) -> Option<&'a (&'b Line<'b>, Reading)> {
    let known = || {
        readings.iter().filter(|(_, reading)| reading.status.is_some() && reading.doubt.is_none())
    };
    if let Some(superseded) = known().find(|(_, r)| r.status == Some(Status::Superseded)) {
        return Some(superseded);
    }
    let dated = known().filter_map(|line| Some((line.1.date?.exact()?, line)));
    if known().count() > 1 && dated.clone().count() == known().count() {
        return dated.max_by_key(|&(date, _)| date).map(|(_, line)| line);
    }
    let first = known().next();
    if let Some((_, Reading { status: Some(Status::Draft | Status::Proposed), .. })) = first {
        let settled = known().rfind(|(_, r)| !r.status.is_some_and(Status::is_open));
        return settled.or(first);
    }
    // A word that nobody knows counts only where it stands first.
    let opening = readings.iter().find(|(_, reading)| reading.doubt != Some(Doubt::Choice));
    first.or(opening.filter(|(_, reading)| reading.status.is_some()))
}

/// The words of all lines that have a status, for people to read.
fn raw(readings: &[(&Line<'_>, Reading)], decisive: &Line<'_>) -> String {
    let stated = readings.iter().filter(|(line, reading)| {
        std::ptr::eq(*line, decisive) || (reading.status.is_some() && reading.doubt.is_none())
    });
    let lines: Vec<&str> = stated.map(|(line, _)| &line.text[fold::trimmed(&line.text)]).collect();
    lines.join(" / ")
}

fn reading(line: &Line<'_>, own: &OwnWords) -> Reading {
    let text = line.text.as_str();
    let all = occurrences(text, own);
    let dates = date::find(text);
    let date = dates.first().map(|found| found.reading);
    let whole = fold::trimmed(text);
    if let Some(choice) = choice(text, &all) {
        let mut marked = choice.iter().filter(|(_, range)| line.stands_out(range));
        return match (marked.next(), marked.next()) {
            (Some((status, range)), None) => {
                Reading { status: Some(*status), doubt: None, words: range.clone(), date }
            }
            _ => Reading { status: None, doubt: Some(Doubt::Choice), words: whole, date: None },
        };
    }
    if let Some(lead) = lead(text, &dates, &all) {
        let replaced = all.iter().find(|(status, range)| {
            *status == Status::Superseded && range.start > lead.1.start && is_clause(text, range)
        });
        // `Proposed 2024-01-02, accepted 2024-02-03` and `Proposed → accepted`: the last one counts.
        let history = all.len() > 1
            && (dates.len() >= all.len() || text.contains('→') || text.contains("->"));
        let last = all.last().filter(|_| history);
        let (status, words) = replaced.or(last).cloned().unwrap_or(lead);
        return Reading { status: Some(status), doubt: None, words, date };
    }
    doubtful(text, &all, whole)
}

/// Whether a later "superseded" is said of this record: `accepted, superseded by ADR 5`.
fn is_clause(text: &str, word: &Range<usize>) -> bool {
    const BY: [&str; 6] = ["by", "with", "durch", "von", "par", "por"];
    let after = text[word.end..].trim_start();
    let before = text[..word.start].trim_end();
    BY.iter().any(|by| fold::at_start(after, by).is_some())
        || before.ends_with([',', ';', '.', '(', '/', '&', '—', '–', '-'])
}

fn doubtful(text: &str, all: &[(Status, Range<usize>)], whole: Range<usize>) -> Reading {
    let none =
        |doubt| Reading { status: None, doubt: Some(doubt), words: whole.clone(), date: None };
    let said = &text[whole.clone()];
    if fold::is_nothing(said) || fold::is_bracketed(said) {
        return none(Doubt::Placeholder);
    }
    if all.len() > 1 {
        return none(Doubt::Choice);
    }
    let clause =
        said.find([',', ';', '(', ':', '—', '–', '.', '。']).map_or(said, |at| &said[..at]);
    let short = clause.split_whitespace().count() <= 3 && clause.chars().count() <= 40;
    if !short || clause.trim().is_empty() || !clause.contains(char::is_alphabetic) {
        return none(Doubt::Prose);
    }
    let words = whole.start..whole.start + clause.trim_end().len();
    Reading { status: Some(Status::Other), doubt: Some(Doubt::Unknown), words, date: None }
}

/// All status words of a text, with their places.
fn occurrences(text: &str, own: &OwnWords) -> Vec<(Status, Range<usize>)> {
    const LOOKED_AT: usize = 60;
    let mut found: Vec<(Status, Range<usize>)> = Vec::new();
    for at in fold::starts(text).take(LOOKED_AT) {
        if found.last().is_some_and(|(_, last)| at < last.end) {
            continue;
        }
        if let Some((status, len)) = status::at_start(&text[at..], own) {
            found.push((status, at..at + len));
        }
    }
    found
}

/// Status words one after the other with nothing but separators between them: a template's line.
fn choice<'a>(
    text: &str,
    all: &'a [(Status, Range<usize>)],
) -> Option<&'a [(Status, Range<usize>)]> {
    let mut start = 0;
    let mut bars = false;
    for index in 1..=all.len() {
        let between = all.get(index).map(|next| &text[all[index - 1].1.end..next.1.start]);
        let separator = between.and_then(separator);
        if let Some(bar) = separator {
            bars |= bar;
            continue;
        }
        let run = &all[start..index];
        let mut kinds: Vec<Status> = run.iter().map(|(status, _)| *status).collect();
        kinds.sort_unstable();
        kinds.dedup();
        // `Accepted/Implemented` is both.
        let both = kinds == [Status::Accepted, Status::Implemented];
        if kinds.len() > 2 || (kinds.len() == 2 && bars && !both) {
            return Some(all);
        }
        (start, bars) = (index, false);
    }
    None
}

/// Whether the text between two status words separates choices; true for an unmistakable sign.
fn separator(between: &str) -> Option<bool> {
    let sign = between.trim_matches(|c: char| c.is_whitespace() || "\"'`*_{}[]<>“”".contains(c));
    match sign.to_lowercase().as_str() {
        "|" | "/" | "or" | "oder" | "ou" | "o" | "｜" | "／" => Some(true),
        "," | "、" | "，" | ", or" | ", oder" => Some(false),
        _ => None,
    }
}

/// Words that may stand before a status without changing it.
const LEAD_INS: [&str; 33] = [
    "this",
    "adr",
    "decision",
    "record",
    "rfc",
    "is",
    "was",
    "has",
    "have",
    "been",
    "the",
    "it",
    "currently",
    "now",
    "partially",
    "partly",
    "fully",
    "mostly",
    "conditionally",
    "provisionally",
    "status",
    "still",
    "on",
    "as",
    "of",
    "at",
    "in",
    "am",
    "teilweise",
    "wurde",
    "est",
    "foi",
    "le",
];

/// Words that turn a status into something else.
const NEGATIONS: [&str; 8] = ["not", "non", "un", "nicht", "noch", "pas", "no", "não"];

/// The status word a text begins with, after dates, signs and words that change nothing.
fn lead(
    text: &str,
    dates: &[date::Found],
    all: &[(Status, Range<usize>)],
) -> Option<(Status, Range<usize>)> {
    let mut after = 0;
    for at in fold::starts(text) {
        if at < after {
            continue;
        }
        if let Some(date) = dates.iter().find(|date| date.span.contains(&at)) {
            after = date.span.end;
            continue;
        }
        if let Some(found) = all.iter().find(|(_, range)| range.start == at) {
            return Some(found.clone());
        }
        let word = text[at..].split(|c| !fold::is_letter(c)).next().unwrap_or_default();
        let lower = word.to_lowercase();
        if NEGATIONS.contains(&lower.as_str()) || !LEAD_INS.contains(&lower.as_str()) {
            return None;
        }
        after = at + word.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::markdown;

    fn state(text: &str) -> State {
        let lines: Vec<_> = text.lines().map(|line| markdown::inlines(line, 0)).collect();
        let lines: Vec<Line<'_>> = lines.iter().map(Line::of).collect();
        read(&lines, &OwnWords::new()).expect("a state")
    }

    #[test]
    fn remarks_do_not_change_a_status() {
        for (text, status) in [
            ("Accepted (lazy consensus) & implemented", Status::Accepted),
            ("**Accepted**", Status::Accepted),
            ("✅ Accepted", Status::Accepted),
            ("This decision was accepted on 2024-03-05", Status::Accepted),
            ("accepted; supersedes ADR-0045", Status::Accepted),
            ("Accepted/Implemented", Status::Accepted),
            ("採用 (accepted)", Status::Accepted),
            ("Implemented. See the list of proposed changes", Status::Implemented),
            ("Partially implemented", Status::Implemented),
            ("Accepted, superseded by ADR 5", Status::Superseded),
            ("Superseded (as never built) by [ADR 32](/adr/32)", Status::Superseded),
            ("~~Proposed~~ Accepted", Status::Accepted),
            ("Proposed → accepted", Status::Accepted),
        ] {
            let state = state(text);
            assert_eq!((state.status, state.doubt), (Some(status), None), "{text}");
        }
    }

    #[test]
    fn histories_end_with_their_last_line() {
        let text = "列表：提议/通过/完成/已弃用\n2017-11-22 提议\n2017/11/24 完成\n2017-11-23 通过";
        assert_eq!(state(text).status, Some(Status::Implemented));
        assert_eq!(state("Proposed\nAccepted").status, Some(Status::Accepted));
        assert_eq!(state("Accepted\nNot implemented yet").status, Some(Status::Accepted));
        assert_eq!(state("Accepted\nSuperceded by ADR 7").status, Some(Status::Superseded));
    }

    #[test]
    fn choices_need_a_mark() {
        let marked = state("vorgeschlagen | **akzeptiert** | abgelehnt");
        assert_eq!(marked.status, Some(Status::Accepted));
        for text in ["{Deprecated|Proposed|Accepted}", "Draft/Rejected", "proposed, accepted, done"]
        {
            let open = state(text);
            assert_eq!((open.status, open.doubt), (None, Some(Doubt::Choice)), "{text}");
        }
        let guided = "A decision may be \"proposed\" at first, or \"accepted\" later.\nRejected";
        assert_eq!(state(guided).status, Some(Status::Rejected));
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        let doubt = |text| (state(text).status, state(text).doubt);
        assert_eq!(doubt("Experimental"), (Some(Status::Other), Some(Doubt::Unknown)));
        assert_eq!(doubt("depreciated"), (Some(Status::Other), Some(Doubt::Unknown)));
        assert_eq!(doubt("Not-implemented"), (Some(Status::Other), Some(Doubt::Unknown)));
        assert_eq!(doubt("{status}"), (None, Some(Doubt::Placeholder)));
        assert_eq!(doubt("Conditions of the API are similar to these"), (None, Some(Doubt::Prose)));
    }
}
