//! What a statement says of a record: its status, and what the record is to others.
//!
//! A statement is one block: a paragraph with its soft breaks joined, a list item, a table cell, a
//! part between `<br>`. It is read into [clauses](clause); only an affirmed, present and whole clause
//! about the record sets the status.

mod around;
mod breaks;
mod choice;
mod clause;
mod history;
mod predicate;
mod read;
mod scan;
mod target;

use std::ops::Range;

use text::source::Span;
use words::{Clause as Role, date, fold};

use super::relation::{Relation, RelationKind};
use super::status::{self, OwnWords, Status};
use super::text::Line;
use choice::Choice;
use clause::{Clause, Subject, Time};
use history::Event;
use target::Style;

/// What some statements say about the status.
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
    /// The status is not stated: it follows from a part being superseded or changed, since only what
    /// counts is changed.
    pub implied: bool,
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

/// A statement that was read.
struct Reading {
    status: Option<Status>,
    doubt: Option<Doubt>,
    words: Range<usize>,
    date: Option<date::Reading>,
    implied: bool,
}

/// Bytes of the longest paragraph that is looked at for a status: nobody states one at more length.
const LONGEST: usize = 4096;

/// A statement that was taken apart, for what it says of the status and of other records.
pub(super) struct Statement<'a> {
    line: Line<'a>,
    /// Whether it is a template's words in brackets, which have no clauses.
    template: bool,
    states: Vec<(Status, Range<usize>)>,
    clauses: Vec<Clause>,
}

impl<'a> Statement<'a> {
    pub(super) fn read(line: Line<'a>, own: &OwnWords) -> Self {
        let template = is_template(&line, own);
        let mut statement = Self { line, template, states: Vec::new(), clauses: Vec::new() };
        let line = &statement.line;
        if !is_lengthy(line, own) {
            statement.states = status::find(&line.text, own);
            if !template {
                statement.clauses = read::clauses(line, &statement.states, own);
            }
        }
        statement
    }
}

/// What the statements about a status say together, in order. None when they say nothing at all.
pub(super) fn status(statements: &[Statement<'_>]) -> Option<State> {
    let readings: Vec<(&Line<'_>, Reading)> = statements
        .iter()
        .filter(|said| !said.line.text.trim().is_empty() && said.line.text.len() <= LONGEST)
        .map(|said| (&said.line, reading(said)))
        .collect();
    let (line, reading) = &readings[decisive(&readings)?];
    Some(State {
        status: reading.status,
        raw: raw(&readings, line),
        span: line.span(reading.words.clone()),
        date: reading.date,
        doubt: reading.doubt,
        implied: reading.implied,
    })
}

/// Whether a paragraph is too long for a statement: a long one names records from its first word on.
fn is_lengthy(line: &Line<'_>, own: &OwnWords) -> bool {
    line.text.len() > LONGEST && own.words().relation_at_start(&line.text).is_none()
}

/// Relations that a statement claims with a verb: `Superseded by [x](0012-x.md)`.
pub(super) fn relations(statement: &Statement<'_>) -> Vec<Relation> {
    let clauses = &statement.clauses;
    let undone = |clause: &Clause| {
        clause.time == Time::Past
            && clauses.iter().any(|later| {
                let after = later.words.start > clause.words.start && later.status.is_some();
                after && later.time != Time::Past && later.subject == Subject::Record
            })
    };
    let restored = clauses.iter().any(|clause| clause.time == Time::Restored);
    let claims = clauses.iter().filter(|clause| clause.is_affirmed() && !undone(clause));
    let named = claims.flat_map(|clause| {
        let kind = clause.relation.filter(|kind| !(restored && kind.is_passive()));
        let relation = move |named: &target::Named| {
            Some(Relation { kind: kind?, target: named.target.clone(), span: named.span })
        };
        clause.targets.iter().filter_map(relation)
    });
    named.collect()
}

/// Relations of a labelled value: `Supersedes: 12, 13`. A value that begins otherwise than with a
/// record may state others in words: `nothing; amends ADR-1`.
pub(super) fn value(line: Line<'_>, kind: RelationKind, own: &OwnWords) -> Vec<Relation> {
    let text = line.text.as_str();
    let words = own.words();
    let lead = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—'));
    let dash = lead.len() < text.trim_start().len();
    let first = text.len() - lead.len();
    let starts = |role| words.starts(role, lead).is_some();
    // `Supersedes: refines ADR-3`
    let verb = words.relation_at_start(lead).is_some();
    let otherwise = dash
        || verb
        || fold::is_nothing(lead)
        || fold::is_bracketed(lead) && !lead.contains("](")
        || starts(Role::Negation)
        || words.starts(words::Answer::None, lead).is_some()
        || words.starts(words::Answer::NotApplicable, lead).is_some();
    if otherwise {
        return relations(&Statement::read(line, own));
    }
    let end = text.find([';', '；']).unwrap_or(text.len());
    let part = |within: &Range<usize>| {
        let text = &text[within.clone()];
        let plain = text.split(['[', '|']).next().unwrap_or(text);
        words.mentions(Role::Part, plain).is_some()
    };
    let doubtful = [Role::Condition, Role::Possibility, Role::Plan].into_iter().any(|role| {
        words.mentions(role, &text[..end]).is_some_and(|(at, _)| at.start <= first + 1)
    });
    let named = target::named(&line, &(first..text.len()), Style::Value);
    if doubtful {
        return Vec::new();
    }
    let limits: Vec<usize> = named.iter().skip(1).map(|named| named.words.start).collect();
    let limits = limits.into_iter().chain([text.len()]);
    let limited = named.iter().zip(limits).enumerate().map(|(index, (named, until))| {
        let behind = text.get(named.words.end..until).unwrap_or_default();
        let ahead = index == 0 && part(&(first..named.words.start.max(first)));
        let after = around::limits(behind, words);
        let kind = if ahead || after { kind.in_part() } else { kind };
        Relation { kind, target: named.target.clone(), span: named.span }
    });
    limited.collect()
}

/// The latest entry of a change log that is a status and hardly anything else: `Approved (2024-03-05)`.
pub(super) fn latest_entry<'a>(
    lines: impl Iterator<Item = Line<'a>>,
    own: &OwnWords,
) -> Option<State> {
    const MOST_WORDS: usize = 4;
    let brief = |line: &Line<'_>| {
        let dated = status::at_start(&line.text, own).is_some_and(|(_, len)| {
            let rest = line.text[len..].trim_start_matches(|c: char| !c.is_alphanumeric());
            date::at_start(rest).is_some()
        });
        dated || line.text.split_whitespace().count() <= MOST_WORDS
    };
    let entries = lines.filter(brief).filter_map(|line| {
        let state = status(&[Statement::read(line, own)])?;
        let day = state.date?.exact()?;
        (state.doubt.is_none() && state.status.is_some()).then_some((day, state))
    });
    entries.max_by_key(|&(day, _)| day).map(|(_, state)| state)
}

/// The statement that decides; where none has a status, the first that is no choice says why.
fn decisive(readings: &[(&Line<'_>, Reading)]) -> Option<usize> {
    let stated = |implied: bool| -> Vec<Event<usize>> {
        let known = readings.iter().enumerate().filter_map(|(of, (_, reading))| {
            let known = reading.doubt.is_none() && reading.implied == implied;
            let date = reading.date.and_then(date::Reading::exact);
            Some(Event { status: reading.status.filter(|_| known)?, date, of })
        });
        known.collect()
    };
    let opening = readings.iter().position(|(_, reading)| reading.doubt != Some(Doubt::Choice));
    // A word that nobody knows counts only where it stands first.
    let unknown = opening.filter(|&at| readings[at].1.status.is_some());
    history::of_several(&stated(false))
        .or_else(|| history::of_several(&stated(true)))
        .or(unknown)
        .or(opening)
        .or_else(|| (!readings.is_empty()).then_some(0))
}

/// The words of all statements that have a status, for people to read.
fn raw(readings: &[(&Line<'_>, Reading)], decisive: &Line<'_>) -> String {
    let stated = readings.iter().filter(|(line, reading)| {
        std::ptr::eq(*line, decisive) || (reading.status.is_some() && reading.doubt.is_none())
    });
    let lines: Vec<String> =
        stated.map(|(line, _)| line.text[fold::trimmed(&line.text)].replace('\n', " ")).collect();
    lines.join(" / ")
}

fn reading(statement: &Statement<'_>) -> Reading {
    let Statement { line, template, states, clauses } = statement;
    let text = line.text.as_str();
    let whole = fold::trimmed(text);
    let date = || date::first(text).map(|found| found.reading);
    let none = |doubt| Reading {
        status: None,
        doubt: Some(doubt),
        words: whole.clone(),
        date: None,
        implied: false,
    };
    if *template || fold::is_nothing(&text[whole.clone()]) {
        let choice = choice::of(line, states).is_some();
        return none(if choice { Doubt::Choice } else { Doubt::Placeholder });
    }
    match choice::of(line, states) {
        Some(Choice::Made((status, words))) => {
            let (status, words) = (Some(*status), words.clone());
            return Reading { status, doubt: None, words, date: date(), implied: false };
        }
        Some(Choice::Open) => return none(Doubt::Choice),
        None => {}
    }
    let affirmed = || clauses.iter().filter(|clause| clause.is_affirmed());
    let told: Vec<Event<&Clause>> = affirmed()
        .filter(|clause| clause.subject == Subject::Record)
        .filter_map(Event::of_clause)
        .collect();
    if let Some(clause) = history::of_statement(&told, has_arrow(text)) {
        let (status, words) = (clause.status, clause.words.clone());
        return Reading { status, doubt: None, words, date: clause.date, implied: false };
    }
    let standing = affirmed().find(|clause| {
        let kind = clause.relation.filter(|_| clause.time != Time::Past);
        kind.is_some_and(RelationKind::leaves_it_standing)
    });
    if standing.is_some() {
        let status = Some(Status::Accepted);
        return Reading { status, doubt: None, words: whole, date: None, implied: true };
    }
    let relates = clauses.first().is_some_and(|clause| clause.relation.is_some());
    if relates { none(Doubt::Prose) } else { unknown(text, &whole).unwrap_or(none(Doubt::Prose)) }
}

/// A template's words in brackets; a name in brackets may be a link's.
fn is_template(line: &Line<'_>, own: &OwnWords) -> bool {
    let said = &line.text[fold::trimmed(&line.text)];
    let known = || {
        let inside = said.trim_matches(['[', ']', '{', '}', '<', '>']);
        own.words().whole::<words::Status>(inside).is_some()
    };
    fold::is_bracketed(said) && !known()
}

/// A short clause of words that nobody knows, and the date beside it.
fn unknown(text: &str, whole: &Range<usize>) -> Option<Reading> {
    const MOST_WORDS: usize = 3;
    const MOST_CHARS: usize = 40;
    let dates = date::find(text);
    let first =
        dates.first().map_or(whole.end, |date| date.span.start.clamp(whole.start, whole.end));
    let said = &text[whole.start..first];
    let sign = |c: char| matches!(c, ',' | ';' | '(' | ':' | '—' | '–' | '.' | '。' | '（' | '，');
    let clause = said.split(sign).next()?.trim_end().trim_end_matches(" -");
    let short =
        clause.split_whitespace().count() <= MOST_WORDS && clause.chars().count() <= MOST_CHARS;
    let near = dates.first().filter(|date| {
        let between =
            &text[whole.start + clause.len()..date.span.start.max(whole.start + clause.len())];
        !between.contains(char::is_alphabetic)
    });
    (short && clause.contains(char::is_alphabetic)).then(|| Reading {
        status: Some(Status::Other),
        doubt: Some(Doubt::Unknown),
        words: whole.start..whole.start + clause.len(),
        date: near.map(|date| date.reading),
        implied: false,
    })
}

fn has_arrow(text: &str) -> bool {
    ["→", "->", "=>", "⇒"].iter().any(|arrow| text.contains(arrow))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::relation::Target;
    use text::markdown;

    fn state(text: &str) -> State {
        let lines: Vec<_> = text.lines().map(|line| markdown::inlines(line, 0)).collect();
        let own = OwnWords::new();
        let read = lines.iter().map(|line| Statement::read(Line::of(line), &own));
        status(&read.collect::<Vec<_>>()).expect("a state")
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

    fn found(text: &str) -> Vec<(&'static str, String)> {
        let inlines = markdown::inlines(text, 0);
        let named = |relation: Relation| {
            assert!(text.get(relation.span.range()).is_some());
            let target = match relation.target {
                Target::Link(target) | Target::Wiki(target) => target,
                Target::Id(id) => id.to_string(),
            };
            (relation.kind.words(), target)
        };
        let statement = Statement::read(Line::of(&inlines), &OwnWords::new());
        relations(&statement).into_iter().map(named).collect()
    }

    #[test]
    fn verbs_lead_to_their_targets() {
        for (text, wanted) in [
            ("Superseded by [x](0012-x.md)", vec![("superseded by", "0012-x.md")]),
            ("superceded by ADR-0012.", vec![("superseded by", "12")]),
            ("Superseded (never built) by [ADR 32](/adr/32)", vec![("superseded by", "/adr/32")]),
            (
                "Superseded by ADR 23 and 26; see PR 7",
                vec![("superseded by", "23"), ("superseded by", "26")],
            ),
            ("superseded by 0021-use-x", vec![("superseded by", "21")]),
            ("superseded by [[2024-05-31-use-x]]", vec![("superseded by", "2024-05-31-use-x")]),
            (
                "accepted; supersedes ADR-0045, amends ADR 3",
                vec![("supersedes", "45"), ("amends", "3")],
            ),
            ("已被 ADR 5 取代", vec![("superseded by", "5")]),
            ("superseded by PR #851", vec![]),
            ("replaces the old pipeline of 2019", vec![]),
            ("Accepted", vec![]),
            ("Superseded by ADR-2 (2025-02-11)", vec![("superseded by", "2")]),
            ("Superseded 2025-02-11 by ADR-2", vec![("superseded by", "2")]),
            ("Superseded by ADR-2/3", vec![("superseded by", "2"), ("superseded by", "3")]),
            ("Superseded in part by ADR-2", vec![("superseded in part by", "2")]),
            ("D4-D7 superseded by ADR-2", vec![("superseded in part by", "2")]),
            ("Accepted, superseded by ADR-2 in part", vec![("superseded in part by", "2")]),
            ("The old wiki was superseded by ADR-2", vec![]),
            ("Was superseded by ADR-2; restored in 2024", vec![]),
            ("Superseded by ADR-2 of the turnstile repository", vec![]),
        ] {
            let wanted: Vec<_> = wanted.into_iter().map(|(k, t)| (k, t.to_owned())).collect();
            assert_eq!(found(text), wanted, "{text}");
        }
    }

    #[test]
    fn labelled_values_may_be_bare_numbers() {
        let values = |text| {
            let inlines = markdown::inlines(text, 0);
            let found = value(Line::of(&inlines), RelationKind::Supersedes, &OwnWords::new());
            let kept = found.into_iter().filter(|one| one.kind == RelationKind::Supersedes);
            kept.filter_map(|one| one.target.id()).map(|id| id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(values("12, 13"), ["12", "13"]);
        assert_eq!(values("ADR-7"), ["7"]);
        assert_eq!(values("ADR-7（全面）を発展"), ["7"]);
        for text in [
            "N/A",
            "none",
            "nothing; amends ADR-1",
            "— (related: ADR-1)",
            "ADR-1 in part",
            "not yet; ADR-2 is a candidate",
            "the rules for 1 of the gates",
            "cloud ADR-2",
        ] {
            assert!(values(text).is_empty(), "{text}");
        }
    }
}
