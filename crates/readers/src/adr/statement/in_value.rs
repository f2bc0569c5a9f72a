//! What a labelled value says in words of its own, beside what its label says: `Related: ADR-3 · supersedes ADR-30`.

use text::markdown::inline::{Inlines, Run};
use text::source::Span;

use super::{Clause, Statement, related_by};
use crate::adr::relation::{Relation, RelationKind};
use crate::adr::status::OwnWords;
use crate::adr::text::Line;

/// The relations that verbs in a value claim, and not of a record that is named in front of them: `ADR-3: superseded by
/// ADR-5`. Behind another name that is only what this record does: `ADR-3, superseded by ADR-5` may be about ADR-3.
pub(in crate::adr) fn in_value(
    value: &Inlines,
    kind: RelationKind,
    own: &OwnWords,
) -> Vec<Relation> {
    let has_verb = |text: &Inlines| own.words().relations(&Line::of(text).text).next().is_some();
    // What follows a successor may tell of that.
    if kind.is_passive() || !has_verb(value) {
        return Vec::new();
    }
    let starts = starts(value);
    let ends = starts.iter().skip(1).copied().chain([value.span.end.max(value.span.start)]);
    let mut found = Vec::new();
    for (index, (&start, end)) in starts.iter().zip(ends).enumerate() {
        // What a label says of the record that follows it, it says better than any verb.
        let counts = index > 0 || kind == RelationKind::Related;
        let piece = value.clip(Span::new(start, end.max(start)));
        if !counts || !has_verb(&piece) {
            continue;
        }
        // A verb may have several names behind it, with the same signs between them.
        let rest = value.after(start);
        let statement = Statement::read(Line::of(&rest), own);
        let len = Line::of(&piece).text.len();
        let here =
            |clause: &&Clause| clause.words.start < len && !is_led_by_a_name(&statement, clause);
        // `old.md (stale: superseded by ADR-5)` speaks of what stands before the bracket.
        let remarks = |clause: &&Clause| {
            let before = &statement.line.text[..clause.words.start];
            let open = before.rfind(['(', '（']).filter(|&at| !before[at..].contains([')', '）']));
            let done = clause.relation.is_some_and(RelationKind::is_passive);
            done && open.is_some_and(|at| before[..at].contains(char::is_alphanumeric))
        };
        let own = statement.clauses.iter().filter(here).filter(|clause| !remarks(clause));
        let told = own.flat_map(related_by);
        let acts = |kind: RelationKind| kind != RelationKind::Related && !kind.is_passive();
        found.extend(told.filter(|relation| starts.len() == 1 || acts(relation.kind)));
    }
    found
}

/// Whether what may name a record stands in front of a verb whose own names follow it.
fn is_led_by_a_name(statement: &Statement<'_>, clause: &Clause) -> bool {
    let verb = clause.words.start;
    let follow = clause.targets.iter().all(|named| named.words.start > verb);
    let before = 0..verb;
    follow
        && (statement.line.text[before.clone()].contains(|c: char| c.is_ascii_digit())
            || !statement.line.links(&before).is_empty())
}

/// Where the parts of a value begin, in the file: behind signs that stand in no bracket and no link.
fn starts(value: &Inlines) -> Vec<usize> {
    let mut starts = vec![value.span.start];
    let mut depth = 0_i32;
    for run in value.runs().filter(|run| Run::is_verbatim(run) && run.link.is_none()) {
        for (at, sign) in run.text.char_indices() {
            match sign {
                '(' | '（' => depth += 1,
                ')' | '）' => depth -= 1,
                ',' | '、' | '，' | '·' | '•' | '|' | ';' | '；' if depth <= 0 => {
                    starts.push(run.span.start + at + sign.len_utf8());
                }
                _ => {}
            }
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::markdown;

    fn found(text: &str, kind: RelationKind) -> Vec<(&'static str, String)> {
        let found = in_value(&markdown::inlines(text, 0), kind, &OwnWords::new());
        let named = |one: &Relation| one.target.id().map_or(String::new(), |id| id.to_string());
        found.iter().map(|one| (one.kind.words(), named(one))).collect()
    }

    #[test]
    fn a_verb_in_a_value_says_what_the_record_is_to_those_beside_it() {
        for (text, wanted) in [
            ("[ADR-3](0003-x.md) · remplace [ADR-30](0030-y.md)", vec![("supersedes", "30")]),
            ("ADR-3, supersedes ADR-4, ADR-5", vec![("supersedes", "4"), ("supersedes", "5")]),
            ("ADR-3; amends ADR-4", vec![("amends", "4")]),
            ("[ADR-5](0005-x.md) を置換", vec![("supersedes", "5")]),
            ("[ADR-5](0005-x.md) により置換", vec![("superseded by", "5")]),
            ("ADR-3、ADR-5 を置換", vec![("supersedes", "5")]),
            ("[ADR-5](0005-x.md) — 本ADRで置換", vec![("supersedes", "5")]),
            ("[ADR-3](0003-x.md) — 본 ADR이 supersede.", vec![("supersedes", "3")]),
            ("[ADR-3](0003-x.md) — 본 ADR이 대체", vec![("supersedes", "3")]),
            ("[ADR-3](0003-x.md) — this ADR supersedes it", vec![("supersedes", "3")]),
            ("ADR-3 (replaced by this decision)", vec![("supersedes", "3")]),
        ] {
            let wanted: Vec<_> = wanted.into_iter().map(|(k, id)| (k, id.to_owned())).collect();
            assert_eq!(found(text, RelationKind::Related), wanted, "{text}");
        }
        let other = found("ADR-2 (extends ADR-1), supersedes ADR-3", RelationKind::Amends);
        assert_eq!(other, [("supersedes", "3".to_owned())]);
        assert_eq!(found("ADR-5, replaces ADR-1", RelationKind::SupersededBy), []);
    }

    #[test]
    fn what_a_value_says_of_the_records_in_it_is_not_said_of_this_one() {
        for text in [
            "ADR-3, superseded by ADR-5",
            "ADR-3: superseded by ADR-5",
            "ADR-3: supersedes ADR-2",
            "[The queue](0003-x.md) — supersedes ADR-2",
            "ADR-3 (supersedes ADR-2)",
            "ADR-3, which supersedes ADR-2",
            "ADR-3 and ADR-4; together they supersede ADR-2",
            "ADR-3 supersedes ADR-2",
            "[ADR-3](0003-x.md) — 본 ADR이 supersede 예정",
            "[ADR-3](0003-x.md) — this ADR does not supersede it",
            "[ADR-3](0003-x.md) — this ADR supersedes the old queue",
            "[ADR-3](0003-x.md) — it was accepted",
            "`old.md` (stale: superseded by ADR-5)",
            "ADR-3, ADR-4",
        ] {
            assert_eq!(found(text, RelationKind::Related), [], "{text}");
        }
    }
}
