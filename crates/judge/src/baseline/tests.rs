//! Counts in, counts out.

use super::*;
use crate::registry;

fn finding(path: &str, rule: &'static str, section: Option<&str>) -> Finding {
    let rule = registry::find(rule).expect("a rule");
    let mut finding = Finding::new(rule, Place::new(&Source::new(path, ""), Span::default()), "x");
    finding.section = section.map(str::to_owned);
    finding.document = Some(if section.is_some() { "atlas" } else { path }.to_owned());
    finding
}

fn baseline(findings: &[Finding]) -> Baseline {
    let source = Source::new("archdoc-baseline.toml", render(&count(findings)));
    Baseline { entries: file::entries(&source).expect("our own file"), source }
}

#[test]
fn what_is_written_is_read_again_sorted() {
    let findings = [
        finding("src/b \"x\".md", "unfilled-field", None),
        finding("src/a.md", "missing-section", Some("risks")),
        finding("src/a.md", "missing-section", Some("risks")),
    ];
    let baseline = baseline(&findings);
    let lines: Vec<&str> = baseline.source.text().lines().skip(5).collect();
    assert_eq!(
        lines,
        [
            "    { path = \"src/a.md\", document = \"atlas\", section = \"risks\", rule = \
             \"missing-section\", count = 2 },",
            "    { path = 'src/b \"x\".md', rule = \"unfilled-field\", count = 1 },",
            "]",
        ]
    );
    assert_eq!(baseline.counts(), count(&findings));
    assert_eq!(
        baseline.source.slice(baseline.entries[0].span),
        lines[0].trim().trim_end_matches(',')
    );
}

#[test]
fn known_findings_are_silent_new_ones_told_and_old_ones_stale() {
    let known = [
        finding("src/a.md", "unfilled-field", None),
        finding("src/a.md", "unfilled-field", None),
        finding("src/b.md", "unfilled-field", None),
    ];
    let baseline = baseline(&known);
    let split = baseline.apply(known.to_vec());
    assert_eq!((split.reported.len(), split.known.len()), (0, 3));

    let three = vec![known[0].clone(), known[1].clone(), known[0].clone(), known[2].clone()];
    let told = baseline.apply(three).reported;
    assert_eq!(told.len(), 1);
    assert!(told[0].notes[0].contains("knows 2 of this kind"), "{:?}", told[0].notes);

    let stale = baseline.apply(vec![known[0].clone()]).reported;
    let messages: Vec<&str> = stale.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the baseline knows 2 `unfilled-field` in `src/a.md`, and there is 1",
            "the baseline knows 1 `unfilled-field` in `src/b.md`, and there is none",
        ]
    );
}

#[test]
fn a_baseline_only_shrinks() {
    let a = finding("src/a.md", "unfilled-field", None);
    let b = finding("src/b.md", "unfilled-field", None);
    let known = count([&a, &a, &b]);
    let found = count([&a, &finding("src/c.md", "unfilled-field", None)]);
    assert_eq!(shrunk(&known, &found), count([&a]));
    assert_eq!(described(&known), "3 findings in 2 entries");
}

#[test]
fn a_damaged_file_names_its_line() {
    let entries = |text: &str| file::entries(&Source::new("b.toml", text));
    let error = entries("version = 1\nfindings = [{ path = 5 }]\n").expect_err("invalid");
    assert_eq!(error.place.start().line, 2);
    assert!(entries("version = 2\nfindings = []\n").is_err());
    assert!(entries("<<<<<<< ours\n").is_err());
}
