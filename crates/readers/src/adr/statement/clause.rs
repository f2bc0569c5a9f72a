//! The clauses of a statement: each word of state or relation, with what its clause says of it.
//!
//! A clause speaks of the record itself only where nothing but words that change nothing stand in
//! front of it: "the old dashboards were deprecated" is about dashboards.

use std::ops::Range;

use text::markdown::inline::Link;
use words::{Answer, Clause as Role, Languages, Vocabulary, date};

use crate::adr::relation::RelationKind;
use crate::adr::status::{self, OwnWords, Status};
use crate::adr::text::Line;

use super::breaks::{Break, Kind, breaks};
use super::target::{self, Named, Style};

/// Whom a clause speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The record.
    Record,
    /// A part of it: sections, `D4-D7`.
    Part,
    /// Something else.
    Other,
}

/// When a clause holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    Now,
    /// "was", "originally"
    Past,
    /// "restored"
    Restored,
}

/// A word of state, a verb of relation, or both: `superseded by ADR-2`.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub(super) status: Option<Status>,
    /// What the record is to the targets, a part allowed for.
    pub(super) relation: Option<RelationKind>,
    pub(super) targets: Vec<Named>,
    /// Bytes of the statement.
    pub(super) words: Range<usize>,
    pub(super) subject: Subject,
    /// "not"
    pub(super) denied: bool,
    /// "may", "if", "when", "planned", "rather than"
    pub(super) uncertain: bool,
    pub(super) time: Time,
    /// In brackets, with more than the word.
    pub(super) aside: bool,
    /// The date that stands with it.
    pub(super) date: Option<date::Reading>,
}

impl Clause {
    /// Whether it is said of the record, or of a part of it, and not denied or in doubt.
    pub(super) fn is_affirmed(&self) -> bool {
        self.subject != Subject::Other && !self.denied && !self.uncertain
    }
}

/// Words of state and verbs, before their clauses are read.
struct Predicate {
    words: Range<usize>,
    status: Option<Status>,
    stated: Option<words::Stated>,
    restored: bool,
}

/// What stands between the beginning of a clause and its predicate.
#[derive(Clone, Copy, Debug, Default)]
struct Before {
    /// Words that name something.
    content: bool,
    part: bool,
    denied: bool,
    uncertain: bool,
    past: bool,
}

/// Reads the clauses of a statement, from left to right.
pub(super) fn clauses(line: &Line<'_>, own: &OwnWords) -> Vec<Clause> {
    let text = line.text.as_str();
    let reader = Reader {
        line,
        text,
        words: own.words(),
        dates: date::find(text),
        links: opaque_links(line, own),
        breaks: Vec::new(),
        languages: Languages::default(),
    };
    let hidden = reader.hidden();
    let breaks = breaks(text, &hidden, own);
    let reader = Reader { breaks, ..reader };
    let predicates = reader.predicates(own, &hidden);
    let reader = Reader { languages: languages(text, &predicates, own), ..reader };
    reader.clauses(&predicates)
}

fn languages(text: &str, predicates: &[Predicate], own: &OwnWords) -> Languages {
    let of = |predicate: &Predicate| {
        let verb = predicate.stated.as_ref().map(|stated| stated.languages);
        let state = || {
            let found = own.words().at_start::<words::Status>(&text[predicate.words.start..]);
            found.map(|found| found.languages)
        };
        verb.or_else(state).unwrap_or_default()
    };
    predicates.iter().map(of).fold(Languages::default(), Languages::or)
}

/// Links whose text is a name; a link that begins with a word of state says it.
fn opaque_links<'a>(line: &Line<'a>, own: &OwnWords) -> Vec<(Range<usize>, &'a Link)> {
    let mut links = line.links(&(0..line.text.len()));
    links.retain(|(shown, _)| {
        let text = line.text[shown.clone()].trim_start();
        status::at_start(text, own).is_none()
    });
    links
}

struct Reader<'a> {
    line: &'a Line<'a>,
    text: &'a str,
    words: &'a Vocabulary,
    dates: Vec<date::Found>,
    links: Vec<(Range<usize>, &'a Link)>,
    breaks: Vec<Break>,
    /// Those of the words of state and of the verbs.
    languages: Languages,
}

impl Reader<'_> {
    /// Bytes in which no words are read: dates, names in links, shortcodes of emoji.
    fn hidden(&self) -> Vec<Range<usize>> {
        let dates = self.dates.iter().map(|date| date.span.clone());
        let links = self.links.iter().map(|(shown, _)| shown.clone());
        dates.chain(links).chain(shortcodes(self.text)).collect()
    }

    fn predicates(&self, own: &OwnWords, hidden: &[Range<usize>]) -> Vec<Predicate> {
        let shown = |at: usize| !hidden.iter().any(|range| range.contains(&at));
        let mut found: Vec<Predicate> = Vec::new();
        for sentence in self.sentences() {
            let text = &self.text[sentence.clone()];
            for stated in self.words.relations(text) {
                let stated = shifted(stated, sentence.start);
                if shown(stated.verb.start) {
                    let words = stated.verb.start..stated.end();
                    found.push(Predicate {
                        words,
                        status: None,
                        stated: Some(stated),
                        restored: false,
                    });
                }
            }
        }
        for (status, at) in status::find(self.text, own) {
            let inside = found
                .iter_mut()
                .find(|known| known.words.start <= at.start && at.start < known.words.end);
            match inside {
                Some(known) => known.status = known.status.or(Some(status)),
                None if shown(at.start) && !self.is_mention(&at) => found.push(Predicate {
                    words: at,
                    status: Some(status),
                    stated: None,
                    restored: false,
                }),
                None => {}
            }
        }
        for at in words::word_starts(self.text).filter(|&at| shown(at)) {
            if let Some(len) = self.starts(Role::Restored, at) {
                let words = at..at + len;
                let status = Some(Status::Accepted);
                found.push(Predicate { words, status, stated: None, restored: true });
            }
        }
        found.sort_by_key(|predicate| predicate.words.start);
        found
    }

    /// A word in quotation marks is spoken of, where more than it stands in the text.
    fn is_mention(&self, at: &Range<usize>) -> bool {
        let quote = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '`');
        let (before, after) = (&self.text[..at.start], &self.text[at.end..]);
        let more = |text: &str| text.contains(char::is_alphanumeric);
        before.ends_with(quote) && after.starts_with(quote) && (more(before) || more(after))
    }

    /// Stretches in which a verb's parts may stand apart.
    fn sentences(&self) -> Vec<Range<usize>> {
        let ends = self.breaks.iter().filter(|stop| stop.kind == Kind::Sentence);
        let mut start = 0;
        let mut all: Vec<Range<usize>> = Vec::new();
        for stop in ends {
            all.push(start..stop.at);
            start = stop.at + stop.len;
        }
        all.push(start..self.text.len());
        all
    }

    fn clauses(&self, predicates: &[Predicate]) -> Vec<Clause> {
        let mut found: Vec<Clause> = Vec::new();
        for (index, predicate) in predicates.iter().enumerate() {
            let next = predicates.get(index + 1).map_or(self.text.len(), |next| next.words.start);
            // A verb inside another's words, or of a name that was read.
            let taken = found.iter().any(|clause| {
                let inside = |range: &Range<usize>| range.contains(&predicate.words.start);
                inside(&clause.words) || clause.targets.iter().any(|named| inside(&named.words))
            });
            if !taken {
                found.extend(self.clause(predicate, &found, next));
            }
        }
        found
    }

    fn clause(&self, predicate: &Predicate, before: &[Clause], next: usize) -> Option<Clause> {
        let start = self.start(predicate.words.start);
        let earlier = before.last().filter(|clause| clause.words.start >= start);
        let mut said = self.before(predicate.words.start, start, earlier);
        let end = self.end(predicate.words.end);
        let targets = self.targets(predicate, end.min(next.max(predicate.words.end)), end);
        let after = targets.last().map_or(predicate.words.end, |last| last.words.end);
        let after = after.max(predicate.words.end);
        if let Some(stated) = &predicate.stated {
            if targets.is_empty() && predicate.status.is_none() && !is_gone(stated) {
                return None;
            }
            let remark = stated.remark.clone().unwrap_or_default();
            said.part |= self.has(Role::Part, remark.clone());
            said.denied |= self.has(Role::Negation, remark) && targets.is_empty();
            said.part |= limits(&self.text[after..], self.words);
            said.denied |= targets.is_empty() && self.is_nothing(stated.end());
            said.uncertain |= self.has(Role::Condition, after..end.min(next.max(after)))
                || self.has(Role::Condition, after..end) && next > end;
        }
        let subject = match (said.content, said.part) {
            (false, _) => Subject::Record,
            (true, true) => Subject::Part,
            (true, false) => Subject::Other,
        };
        let part = said.part;
        let relation = predicate.stated.as_ref().map(|stated| {
            let kind = RelationKind::from(stated.relation);
            if part { kind.in_part() } else { kind }
        });
        let mut status = predicate.status.or_else(|| {
            (relation == Some(RelationKind::SupersededBy)).then_some(Status::Superseded)
        });
        // A part that no longer counts takes nothing from the rest; nor does one that was replaced.
        let ended =
            matches!(status, Some(Status::Superseded | Status::Deprecated | Status::Withdrawn));
        if part && ended || relation.is_some_and(|kind| kind == RelationKind::Supersedes) {
            status = None;
        }
        let not_yet = status == Some(Status::Rejected) && self.is_open_end(&predicate.words);
        let turned_down = matches!(status, Some(Status::Rejected | Status::Withdrawn));
        Some(Clause {
            status,
            relation: relation.filter(|kind| !(turned_down && *kind == RelationKind::SupersededBy)),
            targets,
            words: predicate.words.clone(),
            subject,
            denied: said.denied || not_yet,
            uncertain: said.uncertain,
            time: match (predicate.restored, said.past) {
                (true, _) => Time::Restored,
                (_, true) => Time::Past,
                _ => Time::Now,
            },
            aside: self.is_aside(&predicate.words, end),
            date: self.date(&predicate.words, before, next),
        })
    }

    /// Where the clause around a place begins: behind the last break that is more than a comma.
    fn start(&self, at: usize) -> usize {
        let hard = self.breaks.iter().rfind(|stop| stop.kind != Kind::Comma && stop.at < at);
        hard.map_or(0, |stop| stop.at + stop.len)
    }

    /// Where it ends; a remark in brackets is passed over.
    fn end(&self, from: usize) -> usize {
        let mut depth = 0_usize;
        for stop in self.breaks.iter().filter(|stop| stop.at >= from) {
            match stop.kind {
                Kind::Comma => {}
                Kind::Open => depth += 1,
                Kind::Close if depth > 0 => depth -= 1,
                _ if depth == 0 => return stop.at,
                _ => {}
            }
        }
        self.text.len()
    }

    /// What the words before a predicate say. Where the record was spoken of before, a comma or an
    /// "and" goes on speaking of it; where something else was, of that.
    fn before(&self, at: usize, start: usize, earlier: Option<&Clause>) -> Before {
        let from = earlier.map_or(start, |clause| {
            let last = clause.targets.last().map_or(0, |named| named.words.end);
            clause.words.end.max(last).max(start)
        });
        let mut said = Before::default();
        let mut other = earlier.is_some_and(|clause| clause.subject == Subject::Other);
        let mut next = from.min(at);
        for word in words::word_starts(self.text).filter(|&word| (from..at).contains(&word)) {
            let comma = self
                .breaks
                .iter()
                .any(|stop| stop.kind == Kind::Comma && (next..=word).contains(&stop.at));
            if word < next {
                continue;
            }
            if comma {
                other |= said.content && earlier.is_none();
                said = Before::default();
            }
            next = word + self.step(word, earlier.is_some(), &mut said);
        }
        said.content |= other;
        said
    }

    /// Reads one word, or one date or name; returns its bytes.
    fn step(&self, at: usize, told: bool, said: &mut Before) -> usize {
        if let Some(date) = self.dates.iter().find(|date| date.span.contains(&at)) {
            return date.span.end - at;
        }
        if let Some(code) = shortcodes(self.text).find(|code| code.contains(&at)) {
            return code.end - at;
        }
        if let Some((shown, _)) = self.links.iter().find(|(shown, _)| shown.contains(&at)) {
            said.content = true;
            return shown.end - at;
        }
        let rest = &self.text[at..];
        let roles = [
            (Role::NoLonger, 0),
            (Role::Negation, 0),
            (Role::Instead, 1),
            (Role::Condition, 1),
            (Role::Possibility, 1),
            (Role::Plan, 1),
            (Role::Past, 2),
            (Role::Part, 3),
            (Role::Whole, 4),
            (Role::LeadIn, 4),
            (Role::Time, 4),
            (Role::And, 5),
        ];
        let longest = roles.iter().filter_map(|&(role, does)| Some((self.starts(role, at)?, does)));
        // Of equal length the first counts: what limits a clause is heard before what does not.
        let best = longest.fold(None, |best: Option<(usize, i32)>, (len, does)| match best {
            Some((longest, _)) if longest >= len => best,
            _ => Some((len, does)),
        });
        let record = self.words.starts(words::Reference::Record, rest).map(|found| found.len);
        if best.is_none()
            && let Some(len) = record
            && !rest[len..]
                .trim_start_matches([' ', '-', '#'])
                .starts_with(|c: char| c.is_ascii_digit())
        {
            return len;
        }
        let Some((len, does)) = best else {
            let word = rest.find(|c: char| !words::is_letter(c)).unwrap_or(rest.len());
            let word = word.max(rest.chars().next().map_or(1, char::len_utf8));
            if is_code(&rest[..word]) {
                said.part = true;
            }
            let number = said.part && rest[..word].bytes().all(|byte| byte.is_ascii_digit());
            said.content |= !number;
            return word;
        };
        match does {
            0 => said.denied = true,
            1 => said.uncertain = true,
            2 => said.past = true,
            3 => said.part = true,
            5 if told => *said = Before::default(),
            _ => {}
        }
        len
    }

    fn targets(&self, predicate: &Predicate, until: usize, end: usize) -> Vec<Named> {
        let Some(stated) = &predicate.stated else { return Vec::new() };
        let within = match &stated.target {
            words::Place::Behind => self.verb_end(stated)..until.max(stated.end()),
            words::Place::Inside(inside) => inside.clone(),
            words::Place::Before => self.start(stated.verb.start)..stated.verb.start,
        };
        let named = target::named(self.line, &within, Style::Prose);
        // `Superseded by the new queue (ADR-7)` has words of a verb in its name.
        if named.is_empty() && until < end && matches!(stated.target, words::Place::Behind) {
            return Vec::new();
        }
        named
    }

    /// Where a verb ends; of `superseded by ADR` the last word belongs to the name.
    fn verb_end(&self, stated: &words::Stated) -> usize {
        let end = stated.end();
        let verb = &self.text[..end];
        let last = words::word_starts(verb).last().unwrap_or(end);
        let record = self.words.starts(words::Reference::Record, &verb[last..]);
        if record.is_some() && last > stated.verb.start { last } else { end }
    }

    /// `vote of the board on` before a date: nothing else happened then, such as a review.
    fn is_dated(&self, between: &Range<usize>) -> bool {
        let text = self.text[between.clone()].trim_end();
        let last = words::word_starts(text).last().unwrap_or(0);
        let at_a_time = self.words.starts(Role::Time, &text[last..]).is_some();
        let other = self.words.find::<words::Label>(text).next().is_some()
            || self.words.relations(text).next().is_some();
        at_a_time && !other
    }

    fn has(&self, role: Role, within: Range<usize>) -> bool {
        words::word_starts(self.text)
            .filter(|at| within.contains(at))
            .any(|at| self.starts(role, at).is_some())
    }

    /// Bytes of a word with this role, in a language of the words that state something: short words
    /// of one language mean other things in the next.
    fn starts(&self, role: Role, at: usize) -> Option<usize> {
        let found = self.words.starts(role, &self.text[at..])?;
        let spoken = self.languages.is_empty()
            || found.languages.is_empty()
            || found.languages.meets(self.languages);
        spoken.then_some(found.len)
    }

    /// `by nothing`, `by: none`, `by not yet`
    fn is_nothing(&self, at: usize) -> bool {
        let rest = self.text[at..].trim_start_matches(|c: char| !c.is_alphanumeric());
        self.words.starts(Answer::None, rest).is_some()
            || self.words.starts(Role::Negation, rest).is_some()
    }

    /// `not accepted yet`
    fn is_open_end(&self, words: &Range<usize>) -> bool {
        self.words.starts(Role::Negation, &self.text[words.clone()]).is_some()
            && self.words.starts(Answer::SoFar, self.text[words.end..].trim_start()).is_some()
    }

    /// In brackets with other words behind it, or glossing what stands before them.
    fn is_aside(&self, words: &Range<usize>, end: usize) -> bool {
        let stop = self
            .breaks
            .iter()
            .rfind(|stop| matches!(stop.kind, Kind::Open | Kind::Close) && stop.at < words.start);
        let open = stop.is_some_and(|stop| stop.kind == Kind::Open);
        open && self.text[words.end..end].contains(char::is_alphabetic)
    }

    /// The date that stands with a word of state: behind it in its clause, or alone in the next; or
    /// in front of it with nothing between.
    fn date(&self, words: &Range<usize>, before: &[Clause], next: usize) -> Option<date::Reading> {
        let last = before.last().map_or(0, |clause| clause.words.end);
        let behind = self.dates.iter().find(|date| {
            date.span.start >= words.start && date.span.start < next && {
                let between = words.end.min(date.span.start)..date.span.start;
                let stops = self.breaks.iter().filter(|stop| between.contains(&stop.at));
                let from = stops.last().map_or(words.end, |stop| stop.at + stop.len);
                let hard = from > words.end;
                let said = self.before(date.span.start, from.max(words.end), None);
                !said.uncertain
                    && !(hard && said.content && !self.is_dated(&(from..date.span.start)))
                    && !self.has(Role::Plan, between.clone())
                    && !self.has(Role::Condition, between)
            }
        });
        let ahead = || {
            self.dates.iter().rfind(|date| {
                let here = date.span.end <= words.start && date.span.start >= last;
                here && {
                    let said = self.before(words.start, date.span.end, None);
                    !said.content && !said.uncertain
                }
            })
        };
        ahead().or(behind).map(|date| date.reading)
    }
}

/// Whether what follows a name limits what was said of it: `in part`, `(sections 2 to 4)`.
pub(super) fn limits(behind: &str, words: &Vocabulary) -> bool {
    let rest = behind.trim_start_matches([' ', '(', '（', '\n', ']', ')']);
    let article =
        words.starts(Role::LeadIn, rest).filter(|_| words.starts(Role::Part, rest).is_none());
    let rest = article.map_or(rest, |found| rest[found.len..].trim_start());
    words.starts(Role::Part, rest).is_some()
}

fn shifted(mut stated: words::Stated, by: usize) -> words::Stated {
    let moved = |range: Range<usize>| range.start + by..range.end + by;
    stated.verb = moved(stated.verb);
    stated.second = stated.second.map(moved);
    stated.remark = stated.remark.map(moved);
    if let words::Place::Inside(inside) = stated.target {
        stated.target = words::Place::Inside(moved(inside));
    }
    stated
}

/// Verbs that say something of this record even without the other's name.
fn is_gone(stated: &words::Stated) -> bool {
    stated.relation == words::Relation::SupersededBy && stated.second.is_some()
}

/// `D4`, `§3`: what parts of a decision are called.
fn is_code(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = &word[letters..];
    (1..=2).contains(&letters)
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// `:white_check_mark:`
fn shortcodes(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let open = from + text[from..].find(':')?;
            let inside = &text[open + 1..];
            let len = inside
                .find(|c: char| {
                    !(c.is_ascii_lowercase() || c.is_ascii_digit() || "_+-".contains(c))
                })
                .unwrap_or(inside.len());
            from = open + 1 + len;
            if len > 0 && text[from..].starts_with(':') {
                from += 1;
                return Some(open..from);
            }
        }
    })
}
