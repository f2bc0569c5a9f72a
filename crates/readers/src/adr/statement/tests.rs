//! What statements claim of other records.

use super::*;
use crate::adr::relation::Target;
use text::markdown;

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

#[track_caller]
fn claims(text: &str, wanted: Vec<(&'static str, &str)>) {
    let wanted: Vec<_> = wanted.into_iter().map(|(k, t)| (k, t.to_owned())).collect();
    assert_eq!(found(text), wanted, "{text}");
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
        (
            "accepted — partially-supersedes ADR-2 (the queue — `a` (b) — retired) and ADR-3 (one clause retired)",
            vec![("supersedes in part", "2"), ("supersedes in part", "3")],
        ),
        (
            "partially-superseded-by ADR-2 (the queue retired 2026-04-18), ADR-3 (retired 2026-04-18), and ADR-4",
            vec![
                ("superseded in part by", "2"),
                ("superseded in part by", "3"),
                ("superseded in part by", "4"),
            ],
        ),
        ("Extends ADR-2 (superseded in part by ADR-5)", vec![("extends", "2")]),
        ("Extends ADR-2 (which amended ADR-5)", vec![("extends", "2")]),
        (
            "Amends ADR-2 (superseded by ADR-4), supersedes ADR-3",
            vec![("amends", "2"), ("supersedes", "3")],
        ),
        (
            "Accepted, extends ADR-2 (superseded by ADR-4), superseded by ADR-3",
            vec![("extends", "2"), ("superseded by", "3")],
        ),
        (
            "Superseded by ADR-2 (accepted) and amended by ADR-3",
            vec![("superseded by", "2"), ("amended by", "3")],
        ),
        (
            "Extends ADR-2 (as amended by ADR-4) and supersedes ADR-3",
            vec![("extends", "2"), ("supersedes", "3")],
        ),
    ] {
        claims(text, wanted);
    }
}

#[test]
fn what_stands_beside_a_target_limits_or_names_it() {
    for (text, wanted) in [
        ("Superseded by ADR-2 (2025-02-11)", vec![("superseded by", "2")]),
        ("Superseded 2025-02-11 by ADR-2", vec![("superseded by", "2")]),
        ("Superseded by ADR-2/3", vec![("superseded by", "2"), ("superseded by", "3")]),
        ("Superseded in part by ADR-2", vec![("superseded in part by", "2")]),
        ("Superseded by the removal of the queue in ADR-2", vec![("superseded by", "2")]),
        ("Superseded by the removal of ADR-2", vec![]),
        ("Superseded by TIP-2", vec![("superseded by", "TIP-2")]),
        ("Superseded by UTF-8", vec![]),
        ("Ersetzt ADR-2 nicht", vec![]),
        ("Ersetzt ADR-2 vorerst nicht.", vec![]),
        ("Vervangt ADR-2 (nog) niet", vec![]),
        ("ADR-2 を置き換えない", vec![]),
        ("ADR-2을 대체하지 않음", vec![]),
        ("Supersedes no record, ADR-2 stays", vec![]),
        ("Supersedes ADR-2, not ADR-3", vec![("supersedes", "2")]),
        ("Supersedes ADR-2 without a change of the queue", vec![("supersedes", "2")]),
        ("Mostly superseded by ADR-2", vec![("superseded in part by", "2")]),
        ("Superseded by ADR-2; the rest stands", vec![("superseded in part by", "2")]),
        ("Ersetzt durch ADR-2. Der Rest gilt weiter.", vec![("superseded in part by", "2")]),
        ("Superseded by ADR-2; the REST API stands", vec![("superseded by", "2")]),
        (
            "Superseded by ADR-2. The rest of this page is kept for history.",
            vec![("superseded by", "2")],
        ),
        ("Superseded by ADR-2; the rest is withdrawn", vec![("superseded by", "2")]),
        ("Superseded by ADR-2; the rest no longer applies", vec![("superseded by", "2")]),
        ("Superseded by ADR-2 (mainly for cost)", vec![("superseded by", "2")]),
        ("Decision part: superseded by ADR-2", vec![("superseded by", "2")]),
        ("Section 3: superseded by ADR-2", vec![("superseded in part by", "2")]),
        ("Accepted (part 2: superseded by ADR-2)", vec![("superseded in part by", "2")]),
        ("D4: superseded by ADR-2", vec![("superseded in part by", "2")]),
        ("Now: superseded by ADR-2", vec![("superseded by", "2")]),
        (
            "The section \"Import, not export\" is superseded by ADR-2",
            vec![("superseded in part by", "2")],
        ),
        ("Supersedes ADR-2 (only the queue)", vec![("supersedes in part", "2")]),
        ("Superseded by ADR-2 (planned)", vec![]),
        ("Superseded by ADR-2?", vec![]),
        ("Superseded by ADR-2 (to be removed in May)", vec![("superseded by", "2")]),
        (
            "Accepted. Supersedes 2 (now deprecated), 3 (rejected), and amends 4",
            vec![("supersedes", "2"), ("supersedes", "3"), ("amends", "4")],
        ),
        (
            "Supersedes 2 and 3, amends 4",
            vec![("supersedes", "2"), ("supersedes", "3"), ("amends", "4")],
        ),
        ("Replaces 2 (of 5) servers, 3 or 4 queues", vec![]),
        ("Replaces 2, 3 or 4 queues", vec![]),
        ("Replaces 2, mostly idle, servers", vec![]),
        ("Superseded for production by ADR-2", vec![("superseded in part by", "2")]),
        ("Superseded for good by ADR-2", vec![("superseded by", "2")]),
        ("SUPERSEDED (the `x` half) by ADR-2", vec![("superseded in part by", "2")]),
        ("Superseded at the board level by ADR-2", vec![("superseded by", "2")]),
        ("Superseded at the board meeting by ADR-2", vec![("superseded by", "2")]),
        ("Superseded (half a year later) by ADR-2", vec![("superseded by", "2")]),
        ("Partially superseded — T12 / ADR-2 ships it.", vec![("superseded in part by", "2")]),
        ("Decision made, superseded by ADR-2", vec![("superseded by", "2")]),
        ("Decision made, the wiki was superseded by ADR-2", vec![]),
        ("D4-D7 superseded by ADR-2", vec![("superseded in part by", "2")]),
        ("Supersedes the retry rules of [x](2-x.md)", vec![("supersedes in part", "2-x.md")]),
        ("Supersedes the decision of ADR-2", vec![("supersedes", "2")]),
        ("Supersedes ADR-2's retry rules; the rest stands", vec![("supersedes in part", "2")]),
        ("Supersedes ADR-2’s decision", vec![("supersedes", "2")]),
        ("Superseded by ADR-2's retry rules", vec![("superseded by", "2")]),
        ("ADR 4 supersedes ADR-2's retry rules", vec![]),
        (
            "Remplace le modèle des files de [x](0012-x.md)",
            vec![("supersedes in part", "0012-x.md")],
        ),
        ("Accepted, superseded by ADR-2 in part", vec![("superseded in part by", "2")]),
        ("Superseded by [Use X with Y](0012-x.md)", vec![("superseded by", "0012-x.md")]),
        ("Superseded by [12-x-with-y](0012-x.md)", vec![("superseded by", "0012-x.md")]),
        ("[ADR-5](5-x.md), durch diese ADR ersetzt", vec![("supersedes", "5-x.md")]),
        ("[ADR-5](5-x.md) (replaced by this decision)", vec![("supersedes", "5-x.md")]),
        ("ADR-5 is superseded by this ADR", vec![("supersedes", "5")]),
        ("ADR-5 may be superseded by this decision later", vec![]),
        ("ADR-5 könnte durch diese Entscheidung ersetzt werden", vec![]),
        ("ADR-5 is not superseded by this ADR", vec![]),
        ("ADR-5 wird durch diese Entscheidung ersetzt", vec![("supersedes", "5")]),
        ("[ADR-5](5-x.md) (deprecated by this ADR)", vec![("supersedes", "5-x.md")]),
        ("Accepted — clarifies and extends [5](5-x.md)", vec![("extends", "5-x.md")]),
        ("Supersede a ADR-5", vec![("supersedes", "5")]),
        (
            "Aceptada · supersedida en parte por\n[5](5-x.md)",
            vec![("superseded in part by", "5-x.md")],
        ),
        ("Supersedes phase-1 [ADR 5](../a/5-x.md)", vec![("supersedes", "../a/5-x.md")]),
        ("Supersedes #391 (PR #392)", vec![]),
        ("Amends ADR-3 §1", vec![("amends", "3")]),
        ("Amends [3](3-x.md) and the CONTRIBUTING.md", vec![("amends", "3-x.md")]),
        ("Amends use-x.md", vec![("amends", "use-x.md")]),
        ("Supersedes ADR-3 §1", vec![("supersedes in part", "3")]),
    ] {
        claims(text, wanted);
    }
}

#[test]
fn what_is_said_of_others_names_none() {
    for (text, wanted) in [
        ("Superseded 2026-07-14. It was removed.", vec![]),
        ("The old wiki was superseded by ADR-2", vec![]),
        ("Was superseded by ADR-2; restored in 2024", vec![]),
        ("Superseded by ADR-2 of the turnstile repository", vec![]),
    ] {
        claims(text, wanted);
    }
}

#[test]
fn a_scope_makes_a_part_of_a_supersession_and_a_reason_does_not() {
    for text in [
        "Superseded by ADR-2 for the build arrangement; the rest still stands",
        "Superseded (for mobile) by ADR-2",
        "Superseded by ADR-2 (for mobile)",
        "superseded by ADR-2 except for the caching part",
        "Superseded by ADR-2, except the cache",
        "Superseded by ADR-2 (except the cache)",
        "superseded by ADR-2 except caching",
        "Superseded by ADR-2, excluding write paths.",
        "Ersetzt durch ADR-2, außer Caching",
        "superseded by ADR-2 in production",
        "Superseded by ADR-2 for new projects",
        "Superseded by ADR-2 with regard to caching",
        "Ersetzt durch ADR-2 außer dem Cache",
        "Remplacé par ADR-2 sauf pour le cache",
        "Reemplazado por ADR-2 salvo el módulo de colas",
    ] {
        claims(text, vec![("superseded in part by", "2")]);
    }
    for text in [
        "superseded by ADR-2 for performance reasons",
        "superseded by ADR-2 because it was slow",
        "Superseded by ADR-2 for cost",
        "Superseded by ADR-2 for production reasons",
        "Superseded by ADR-2 in all environments",
        "Superseded by ADR-2 in March 2024",
        "Superseded (with thanks) by ADR-2",
        "Superseded by ADR-2 (in production since 2024-02-02)",
        "Ersetzt durch ADR-2 (in Produktion seit Mai)",
        "Sustituido por ADR-2 (en producción desde mayo)",
        "Superseded by ADR-2; with the exception of Ann everyone agreed",
        "Superseded by ADR-2 on the web at example.org",
        "Ersetzt durch ADR-2, außer Betrieb",
        "Superseded by ADR-2, except as noted there",
        "Superseded by ADR-2, save for later",
        "Superseded by ADR-2, apart from Ann everyone agreed",
    ] {
        claims(text, vec![("superseded by", "2")]);
    }
    claims("Supersedes ADR-2 except the cache", vec![("supersedes in part", "2")]);
}

#[test]
fn records_are_named_before_and_behind_verbs_in_other_words() {
    for (text, wanted) in [
        ("Its decision is superseded by ADR-9", vec![("superseded by", "9")]),
        ("Amends ADR-2. Its decision is superseded by ADR-9", vec![("amends", "2")]),
        ("Its queue is superseded by ADR-9", vec![]),
        (
            "ADR-3 and ADR-4 together supersede this",
            vec![("superseded by", "3"), ("superseded by", "4")],
        ),
        ("ADR-7 supersedes this record.", vec![("superseded by", "7")]),
        ("ADR-7 supersedes this record's cache", vec![("superseded in part by", "7")]),
        ("ADR-7 ersetzt diese Entscheidung", vec![("superseded by", "7")]),
        ("ADR-7 supersedes this queue", vec![]),
        ("ADR-7 may supersede this record", vec![]),
        ("ADR-7 will supersede this record", vec![]),
        ("Accepted until ADR-7 supersedes this", vec![]),
        ("Supersedes our earlier ADR ADR-3", vec![("supersedes", "3")]),
        ("Supersedes our ADR-3", vec![("supersedes", "3")]),
        ("ADR-2 の決定を置き換える", vec![("supersedes", "2")]),
        ("承認済み。ADR-2 の決定を置き換える", vec![("supersedes", "2")]),
        ("ADR-2の決定を置き換える", vec![("supersedes", "2")]),
        ("ADR-2 のキャッシュを置き換える", vec![("supersedes in part", "2")]),
        ("ADR-2를 대체", vec![("supersedes", "2")]),
        ("ADR-2의 결정을 대체", vec![("supersedes", "2")]),
        ("승인됨. ADR-2의 캐시를 대체", vec![("supersedes in part", "2")]),
    ] {
        claims(text, wanted);
    }
}

#[test]
fn what_stands_between_a_name_and_its_verb_counts() {
    for (text, wanted) in [
        ("ADR-7 now fully supersedes this.", vec![("superseded by", "7")]),
        ("ADR-7 (2024-03-05) supersedes this.", vec![("superseded by", "7")]),
        ("ADR-7 partially supersedes this", vec![("superseded in part by", "7")]),
        ("Accepted. ADR-7 partially replaces this decision.", vec![("superseded in part by", "7")]),
        ("ADR-7 in part supersedes this", vec![("superseded in part by", "7")]),
        ("ADR-7 mostly supersedes this", vec![("superseded in part by", "7")]),
        ("ADR-5 is partially superseded by this ADR", vec![("supersedes in part", "5")]),
        ("ADR-7 proposes to supersede this.", vec![]),
        ("ADR-7 was meant to supersede this.", vec![]),
        ("ADR-7 (proposed) supersedes this.", vec![]),
    ] {
        claims(text, wanted);
    }
}

#[test]
fn a_verb_of_another_language_stands_in_a_sentence() {
    for text in [
        "accepted — 本决策 supersede ADR-1",
        "Accepted. 本ADR supersedes ADR-1",
        "Accepted. 본 결정은 supersedes ADR-1",
    ] {
        claims(text, vec![("supersedes", "1")]);
    }
    // The other record does it to this one.
    claims("[ADR-5](0005-x.md) - この決定を上書き", vec![]);
    claims("[ADR-5](0005-x.md) - 古い決定を上書き", vec![]);
    claims("accepted — 本决策不 supersede ADR-1", vec![]);
    claims("accepted — 旧系统 supersede ADR-1", vec![]);
    claims("ADR-3 and ADR-4; together they supersede ADR-1", vec![]);
    claims("ADR-3 and ADR-4; together they supersede the old store", vec![]);
}

#[test]
fn a_line_that_is_a_verb_and_names_says_so_alone() {
    let found = |text: &str| {
        let inlines = markdown::inlines(text, 0);
        let statement = Statement::read(Line::of(&inlines), &OwnWords::new());
        said_alone(&statement).iter().map(|one| one.kind.words()).collect::<Vec<_>>()
    };
    for text in [
        "Supersedes [4](0004-x.md).",
        "Supersedes ADR 4",
        "Supersede a [4](0004-x.md)",
        "**Supersedes** ADR-4 (2024-03-05)",
    ] {
        assert_eq!(found(text), ["supersedes"], "{text}");
    }
    assert_eq!(found("Supersède [9](0009-x.md) et [10](0010-y.md)."), ["supersedes"; 2]);
    for text in [
        "Supersedes [4](0004-x.md), since it was slow.",
        "The cache supersedes [4](0004-x.md).",
        "It supersedes [4](0004-x.md).",
        "Supersedes the wiki, see [4](0004-x.md).",
        "May supersede [4](0004-x.md)",
        "Superseded by [4](0004-x.md)",
        "See [4](0004-x.md)",
        "Updates [the manual](../manual.md)",
    ] {
        assert!(found(text).is_empty(), "{text}");
    }
}
