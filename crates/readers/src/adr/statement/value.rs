//! The relations that a labelled value states: `Supersedes: 12, 13`.

use std::ops::Range;

use words::{ClauseRole, fold};

use super::target::{self, Named, Style};
use super::{Statement, limits, relations};
use crate::adr::relation::{Relation, RelationKind};
use crate::adr::status::OwnWords;
use crate::adr::text::Line;

/// Relations of a labelled value: `Supersedes: 12, 13`. A value that begins otherwise than with a
/// record may state others in words: `nothing; amends ADR-1`.
pub(in crate::adr) fn value(line: Line<'_>, kind: RelationKind, own: &OwnWords) -> Vec<Relation> {
    let text = line.text.as_str();
    let words = own.words();
    let lead = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—'));
    let dash = lead.len() < text.trim_start().len();
    let first = text.len() - lead.len();
    let starts = |role| words.starts(role, lead).is_some();
    // `Supersedes: refines ADR-3`, `supersedes: partially supersedes ADR-3`
    let limit = words.starts(ClauseRole::Part, lead).map_or(0, |found| found.len);
    let verb = words.relation_at_start(lead[limit..].trim_start()).is_some();
    // Catalan says "cap" for none.
    let none = || {
        starts(ClauseRole::Negation)
            || words.starts(words::Answer::None, lead).is_some()
            || words.starts(words::Answer::NotApplicable, lead).is_some()
    };
    let otherwise = dash
        || verb
        || fold::is_nothing(lead)
        || fold::is_bracketed(lead) && !lead.contains("](")
        || !is_code(lead) && none();
    if otherwise {
        return relations(&Statement::read(line, own));
    }
    let end = text.find([';', '；']).unwrap_or(text.len());
    let part = |within: &Range<usize>| {
        let text = &text[within.clone()];
        let plain = text.split(['[', '|']).next().unwrap_or(text);
        words.mentions(ClauseRole::Part, plain).is_some()
    };
    let doubtful =
        [ClauseRole::Condition, ClauseRole::Possibility, ClauseRole::Plan].into_iter().any(
            |role| words.mentions(role, &text[..end]).is_some_and(|(at, _)| at.start <= first + 1),
        );
    if doubtful {
        return Vec::new();
    }
    let mut named = target::named(&line, &(first..text.len()), style(kind));
    let in_part = named.first().is_some_and(|named| {
        let before = first..named.words.start.max(first);
        part(&before) || kind == RelationKind::Supersedes && target::is_a_thing_in(&text[before])
    });
    if in_part {
        drop_parts(text, &mut named);
    }
    let limits: Vec<usize> = named.iter().skip(1).map(|named| named.words.start).collect();
    let limits = limits.into_iter().chain([text.len()]);
    let limited = named.iter().zip(limits).filter_map(|(named, until)| {
        let behind = text.get(named.words.end..until).unwrap_or_default();
        if limits::doubts(behind, words) {
            return None;
        }
        // `Superseded by: ADR-3's event bus`: a part of the other takes the place of all of this one.
        let part_of_other = || !kind.is_passive() && limits::is_something_of_it(behind, words);
        let after = limits::limits(behind, kind, words) || part_of_other();
        // Whether "parts of" is of the first or of all, only its author knows: the others are not said to be gone.
        let kind = if in_part || after { kind.in_part() } else { kind };
        Some(Relation { kind, target: named.target.clone(), span: named.span })
    });
    limited.collect()
}

/// How records are named: what this one does may be done to a thing that the other has.
const fn style(kind: RelationKind) -> Style {
    match kind {
        RelationKind::Supersedes | RelationKind::SupersedesInPart => Style::Thing,
        _ => Style::Value,
    }
}

/// Whether a value begins with the identifier of a series: `CAP-29`.
fn is_code(value: &str) -> bool {
    let letters = value.bytes().take_while(u8::is_ascii_uppercase).count();
    let number = value[letters..].strip_prefix('-');
    letters > 1 && number.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Takes out the numbers of parts before the record that has them: `sections 3 and 4 of ADR-1`.
fn drop_parts(text: &str, named: &mut Vec<Named>) {
    let is_number =
        |named: &Named| text[named.words.start..].starts_with(|c: char| c.is_ascii_digit());
    if let Some(record) = named.iter().position(|named| !is_number(named)) {
        named.drain(..record);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adr::id::Id;
    use text::markdown;

    #[test]
    fn a_parts_number_is_no_record() {
        for text in ["section 3 of ADR-1", "sections 3 and 4 of ADR-1"] {
            let inlines = markdown::inlines(text, 0);
            let found = value(Line::of(&inlines), RelationKind::Supersedes, &OwnWords::new());
            let found: Vec<_> = found.iter().map(|one| (one.kind, one.target.id())).collect();
            let one = (RelationKind::SupersedesInPart, Some(Id::Number(1)));
            assert_eq!(found, [one], "{text}");
        }
    }

    #[test]
    fn parts_of_several_records_leave_all_of_them() {
        for text in ["Parts of ADR-1 and ADR-2", "Portions of ADR-1 (the gates), ADR-2 (the rails)"]
        {
            let inlines = markdown::inlines(text, 0);
            let found = value(Line::of(&inlines), RelationKind::Supersedes, &OwnWords::new());
            let kinds: Vec<_> = found.iter().map(|one| one.kind).collect();
            assert_eq!(kinds, [RelationKind::SupersedesInPart; 2], "{text}");
        }
    }

    #[test]
    fn a_thing_in_a_record_is_a_part_of_it() {
        for (text, wanted) in [
            ("the gate criterion in ADR 11 and ADR 12", vec![11, 12]),
            ("the gate criterion in ADR-11", vec![11]),
            ("the retry rules of ADR-11", vec![11]),
            ("the retry rules of [x](0011-x.md)", vec![11]),
            ("ausschließlich den Absatz zur Wand in ADR-11; alles andere bleibt", vec![11]),
            ("partially supersedes ADR-11, ADR-12", vec![11, 12]),
        ] {
            let inlines = markdown::inlines(text, 0);
            let found = value(Line::of(&inlines), RelationKind::Supersedes, &OwnWords::new());
            let found: Vec<_> = found
                .iter()
                .map(|one| (one.kind, one.target.id().and_then(|id| id.number())))
                .collect();
            let wanted: Vec<_> =
                wanted.iter().map(|id| (RelationKind::SupersedesInPart, Some(*id))).collect();
            assert_eq!(found, wanted, "{text}");
        }
        for text in ["the approach in ADR-11", "a habit, documented in ADR-11", "nothing in ADR-11"]
        {
            let inlines = markdown::inlines(text, 0);
            let found = value(Line::of(&inlines), RelationKind::Supersedes, &OwnWords::new());
            assert!(found.is_empty(), "{text}");
        }
        for text in [
            "the decision in ADR-11",
            "the record of [x](0011-x.md)",
            "the whole of [x](0011-x.md)",
            "Removal of [x](0011-x.md)",
            "ADR-11 in May",
        ] {
            let inlines = markdown::inlines(text, 0);
            let found = value(Line::of(&inlines), RelationKind::Supersedes, &OwnWords::new());
            let kinds: Vec<_> = found.iter().map(|one| one.kind).collect();
            assert_eq!(kinds, [RelationKind::Supersedes], "{text}");
        }
    }

    #[test]
    fn a_thing_of_the_successor_leaves_nothing_of_this_record() {
        let kind = |text, kind| {
            let inlines = markdown::inlines(text, 0);
            let found = value(Line::of(&inlines), kind, &OwnWords::new());
            found.first().map(|one| one.kind)
        };
        let (by, old) = (RelationKind::SupersededBy, RelationKind::Supersedes);
        for text in ["ADR-3's event bus", "[ADR-3](0003-x.md)’s gateway"] {
            assert_eq!(kind(text, by), Some(by), "{text}");
            assert_eq!(kind(text, old), Some(RelationKind::SupersedesInPart), "{text}");
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
        assert_eq!(values("ADR-1?, ADR-2"), ["2"]);
        assert_eq!(values("ADR-1 (the queue)"), ["1"]);
        for text in [
            "N/A",
            "none",
            "nothing; amends ADR-1",
            "— (related: ADR-1)",
            "ADR-1 in part",
            "not yet; ADR-2 is a candidate",
            "the rules for 1 of the gates",
            "cloud ADR-2",
            "ADR-1 (only the cache)",
            "ADR-1 (solo la caché)",
            "ADR-1 (nur der Cache)",
            "ADR-1 (seulement le cache)",
            "ADR-1 (when accepted)",
            "ADR-1 when accepted",
            "ADR-1 (planned)",
            "ADR-1 (planned for 2027)",
            "ADR-1?",
            "[ADR-1](0001-x.md)?",
            "ADR-1 (?)",
        ] {
            assert!(values(text).is_empty(), "{text}");
        }
    }
}
