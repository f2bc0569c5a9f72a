//! Ranges of records: `ADR-3 to ADR-5`, `ADR 3-5`.

use text::source::Span;
use words::{ClauseRole, Language, Reference, Vocabulary};

use super::{Named, Reader, typed};
use crate::adr::id::Id;
use crate::adr::relation::Target;

/// The most records that a range names: who means more counts other things.
const MOST: u64 = 10;

impl Reader<'_> {
    /// Where a range ends whose first record was just named: ` to ADR-5`.
    pub(super) fn range(&mut self, at: usize) -> Option<usize> {
        let last = self.found.last()?;
        let text = &self.line.text;
        let first = number(&last.target)?;
        let from = last.words.end;
        let rest = text.get(from..self.within.end).filter(|_| at == from)?;
        let len = joint(rest).filter(|_| self.is_bare_of_things(last.words.start))?;
        let next = from + len;
        // `Changes ADR-3 to 5`
        let counted = rest.starts_with(' ') && !is_of_several(&text[last.words.clone()]);
        let behind = &text[next..self.within.end];
        let link = self.links.iter().find(|(shown, _)| shown.start == next);
        let (target, span, end) = if let Some((shown, link)) = link {
            (Target::Link(link.target.clone()), link.span, shown.end)
        } else {
            let (id, len) = typed(behind).or_else(|| bare(behind).filter(|_| !counted))?;
            (Target::Id(id), self.line.span(next..next + len), next + len)
        };
        let to = number(&target).filter(|&to| first < to && to - first < MOST)?;
        if link.is_none() && !is_end(&text[end..self.within.end]) {
            return None;
        }
        let between = self.line.span(from..next);
        self.name_between(first, to, between, next);
        self.name(target, span, next..end);
        Some(end)
    }

    /// Whether no thing stands before the first name, and no word that leads from it: `the move from ADR-3 to ADR-5`.
    fn is_bare_of_things(&self, first: usize) -> bool {
        const GLUE: [ClauseRole; 6] = [
            ClauseRole::And,
            ClauseRole::Or,
            ClauseRole::Whole,
            ClauseRole::LeadIn,
            ClauseRole::Agent,
            ClauseRole::Earlier,
        ];
        let words = Vocabulary::known();
        let before = self.found.iter().rev().nth(1).map_or(self.within.start, |one| one.words.end);
        let Some(lead) = self.line.text.get(before..first) else { return false };
        words::word_starts(lead).all(|at| {
            let rest = &lead[at..];
            let glue = || GLUE.into_iter().any(|role| words.starts(role, rest).is_some());
            let kind = || words.starts(Reference::Record, rest).is_some();
            words.starts(ClauseRole::Time, rest).is_none() && (kind() || glue())
        })
    }

    /// `3-5` behind "ADR", `0003-0005`: the hyphen belongs to no name.
    pub(super) fn tied_range(&mut self, at: usize) -> Option<usize> {
        if self.before.foreign || self.before.words > 0 {
            return None;
        }
        let rest = self.line.text.get(at..self.within.end)?;
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let glued = typed(rest).filter(|_| rest.starts_with(char::is_alphabetic));
        let len = glued.as_ref().map_or_else(|| digits(rest), |(_, len)| *len);
        let first_digits = digits(&rest[rest[..len].find(|c: char| c.is_ascii_digit())?..len]);
        let padded = first_digits > 2 && rest[len - first_digits..].starts_with('0');
        let counts = rest.starts_with(char::is_alphabetic) || self.before.kind.is_some() || padded;
        let behind = &rest[len..];
        // `ADR-10-12` may be a name of its own.
        let tied = glued.is_some_and(|_| rest[..len].contains('-')) && behind.starts_with('-');
        let hyphen = behind.chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '‑'))?;
        let last = &behind[hyphen.len_utf8()..];
        let end = digits(last);
        let first: u64 = rest[len - first_digits..len].parse().ok()?;
        let to: u64 = last[..end].parse().ok()?;
        if !counts
            || tied && !padded
            || !is_end(&last[end..])
            || first >= to
            || to - first >= MOST
            || padded && end < first_digits
        {
            return None;
        }
        let words = self.before.kind.unwrap_or(at)..at + len;
        let next = at + len + hyphen.len_utf8();
        self.name(Target::Id(Id::Number(first)), self.line.span(words.clone()), words);
        self.name_between(first, to, self.line.span(at + len..next), next);
        self.name(Target::Id(Id::Number(to)), self.line.span(next..next + end), next..next + end);
        Some(next + end)
    }

    /// The records between the first and the last: nobody wrote their numbers, so their place is the sign for them.
    fn name_between(&mut self, first: u64, last: u64, span: Span, at: usize) {
        for number in first + 1..last {
            let target = Target::Id(Id::Number(number));
            self.found.push(Named { target, span, words: at..at });
        }
    }
}

fn number(target: &Target) -> Option<u64> {
    match target.id()? {
        Id::Number(number) => Some(number),
        _ => None,
    }
}

/// The bytes of the sign or the word between the first and the last. A dash with spaces around it parts what it stands
/// between.
fn joint(rest: &str) -> Option<usize> {
    const SIGNS: [&str; 4] = ["–", "—", "‑", "-"];
    if let Some(sign) = SIGNS.into_iter().find(|sign| rest.starts_with(sign)) {
        return (!rest[sign.len()..].starts_with(' ')).then_some(sign.len());
    }
    let said = rest.trim_start_matches(' ');
    let gap = |text: &str| text.starts_with(' ');
    let fits = |word: &&&str| {
        let unspaced = word.starts_with(words::is_unspaced);
        let behind = said.strip_prefix(**word);
        behind.is_some_and(|behind| unspaced || gap(rest) && gap(behind))
    };
    let mut all = Language::all().flat_map(|language| language.grammar().ranges);
    let behind = said[all.find(fits)?.len()..].trim_start_matches(' ');
    Some(rest.len() - behind.len())
}

/// A number that ends a range, `0005`, with nothing behind it that it may count.
fn bare(text: &str) -> Option<(Id, usize)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let id = text[..len].parse().ok().map(Id::Number)?;
    is_end(&text[len..]).then_some((id, len))
}

/// Whether nothing follows that the last name may belong to, or that it counts: `ADR 3–5 days`.
fn is_end(after: &str) -> bool {
    after.is_empty()
        || after.starts_with([')', ']'])
        || is_stop(after)
        || after.starts_with(' ') && super::joins(after.trim_start())
}

/// `ADRs 3`, `0003`: the number of one of several, or one that counts nothing.
fn is_of_several(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let kind = words.next().unwrap_or_default();
    words.next().is_some() && kind.ends_with('s') || kind.starts_with('0')
}

/// A sign that ends a clause.
fn is_stop(text: &str) -> bool {
    let mut chars = text.chars();
    let sign = chars.next().is_some_and(|c| matches!(c, '.' | ',' | ';' | '\n'));
    sign && chars.next().is_none_or(char::is_whitespace)
}
