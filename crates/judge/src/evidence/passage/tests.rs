use super::*;

#[test]
fn numbers_are_told_from_counts() {
    let twelve = Id::Number(12);
    for text in ["see ADR 12", "ADR-012", "ADR0012", "#12", "[12](x.md)", "ADR-010/012"] {
        assert!(mentions(text, &twelve), "{text}");
    }
    for text in ["12 services", "in 2012", "ADR 1", "0120"] {
        assert!(!mentions(text, &twelve), "{text}");
    }
    for (text, wanted) in [
        ("ADR – 7b, é012 und 第100条 v2", vec![(7, "b")]),
        ("v100x1 #5—[6](x.md) adr8", vec![(100, "x1"), (5, ""), (6, ""), (8, "")]),
        ("99999999999999999999 123é #4", vec![(123, "é"), (4, "")]),
        ("words without a digit, more than are passed over at once, ADR 7", vec![(7, "")]),
    ] {
        assert_eq!(numbers(text).collect::<Vec<_>>(), wanted, "{text}");
        let last = wanted.last().copied();
        let among = numbers_among(text, |number| last.is_some_and(|last| last.0 == number));
        assert!(among.eq(last), "{text}");
    }
}

#[test]
fn verbs_of_replacing_in_any_language() {
    for text in [
        "Powered (Supersedes ADR-0137's Directional Claim)",
        "We supersede ADR 17",
        "Remplace ADR-3",
        "ersetzt ADR 5",
        "ADR-0001を廃止する",
    ] {
        assert!(replaces(text), "{text}");
    }
    for text in ["builds on ADR 17", "no supersede, no status edit"] {
        assert!(!replaces(text), "{text}");
    }
}

#[test]
fn a_short_number_is_known_by_its_series() {
    let wanted = Id::Series("AD".to_owned(), 2);
    for text in ["- Supersedes AD-2", "the renderer (ad-02) is gone", "see AD 2."] {
        assert!(mentions(text, &wanted), "{text}");
    }
    for text in ["AD-21", "BAD-2", "AD-3 and 2 more", "RAD 2", "AD-2x"] {
        assert!(!mentions(text, &wanted), "{text}");
    }
}
