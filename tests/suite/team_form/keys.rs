//! Keys, words and languages of the team.

use super::*;

/// Three records whose front matter has keys for what they are to others.
fn keyed(status: &str, template: bool) -> TempDir {
    let record = |number: u64, rest: &str| {
        format!(
            "---\ntitle: Title {number}\nstatus: {status}\n{rest}---\n\n# Title {number}\n\n## Context\n\nA.\n\n## Decision\n\nB.\n"
        )
    };
    let keys = if template { "" } else { "replaces:\nsuperseded-by:\n" };
    let mut files = vec![
        ("0001-a.md", record(1, keys)),
        ("0002-b.md", record(2, keys)),
        ("0003-c.md", record(3, keys)),
    ];
    if template {
        let examples = "replaces:\n  - RFC-3\nsuperseded-by:\n  - RFC-100\n";
        files.push(("0000-template.md", record(0, examples)));
    }
    records(&files)
}

#[test]
fn the_keys_of_the_front_matter_name_the_records_and_the_status_stays_a_word() {
    let directory = keyed("accepted", false);
    done(&directory, &["supersede", "1", "--by", "2"]);
    let old = text(&directory, "docs/adr/0001-a.md");
    assert!(
        old.contains("\nstatus: superseded\nreplaces:\nsuperseded-by: ADR-0002\n---\n"),
        "{old}"
    );
    let new = text(&directory, "docs/adr/0002-b.md");
    assert!(new.contains("\nreplaces: ADR-0001\nsuperseded-by:\n---\n"), "{new}");
    assert!(!new.contains("## Links"), "{new}");
    done(&directory, &["new", "Use a log", "--supersedes", "3"]);
    let new = text(&directory, "docs/adr/0004-use-a-log.md");
    assert!(new.contains("\nreplaces: ADR-0003\nsuperseded-by:\n---\n"), "{new}");
    done(&directory, &["supersede", "2", "--by", "4"]);
    let new = text(&directory, "docs/adr/0004-use-a-log.md");
    assert!(new.contains("\nreplaces: ADR-0003, ADR-0002\n"), "{new}");
}

#[test]
fn what_a_template_names_in_such_keys_shows_their_form_and_is_not_carried_on() {
    let directory = keyed("provisional", true);
    done(&directory, &["new", "Use a log"]);
    let new = text(&directory, "docs/adr/0004-use-a-log.md");
    assert!(new.contains("\nreplaces:\nsuperseded-by:\n---\n"), "{new}");
    done(&directory, &["supersede", "1", "--by", "4"]);
    let old = text(&directory, "docs/adr/0001-a.md");
    assert!(old.contains("\nstatus: replaced\nsuperseded-by: [RFC-4]\n---\n"), "{old}");
    let new = text(&directory, "docs/adr/0004-use-a-log.md");
    assert!(new.contains("\nreplaces: [RFC-1]\nsuperseded-by:\n---\n"), "{new}");
    // Nobody has such keys: the status says it.
    let directory = keyed("accepted", true);
    fs::remove_file(directory.path().join("docs/adr/0000-template.md")).unwrap();
    done(&directory, &["supersede", "1", "--by", "2"]);
    let old = text(&directory, "docs/adr/0001-a.md");
    assert!(old.contains("\nstatus: superseded by [ADR-0002](0002-b.md)\n---\n"), "{old}");
}

#[test]
fn an_empty_place_for_the_successor_gets_it() {
    let directory = headed(|_| {
        "- **Status:** Accepted\n- **Supersedes:** —\n- **Superseded by:** —".to_owned()
    });
    done(&directory, &["supersede", "1", "--by", "2"]);
    let old = text(&directory, "docs/adr/0001-a.md");
    let by = "- **Superseded by:** [ADR-0002](0002-b.md)\n";
    assert!(old.contains(&format!("- **Status:** Superseded\n- **Supersedes:** —\n{by}")), "{old}");
    let new = text(&directory, "docs/adr/0002-b.md");
    assert!(
        new.contains("- **Supersedes:** [ADR-0001](0001-a.md)\n- **Superseded by:** —\n"),
        "{new}"
    );
}

#[test]
fn both_statuses_of_a_record_are_filled_in_and_changed() {
    let form = |status: &str, date: &str| {
        format!(
            "## Architecture Decision Record\n\n**Status**: {status}  \n**Date**: {date}\n\n## Context\n\nA.\n\n\
             ## Decision\n\nB.\n\n---\n\n**Created**: {date}  \n**Status**: {status}\n"
        )
    };
    let record =
        |number: u64| format!("# ADR-000{number}: Title\n\n{}", form("Accepted", "2026-01-01"));
    let template = format!("# ADR-0000: Title\n\n{}", form("[Proposed | Accepted]", "YYYY-MM-DD"));
    let directory = records(&[
        ("0001-a.md", record(1)),
        ("0002-b.md", record(2)),
        ("0000-template.md", template),
    ]);
    done(&directory, &["supersede", "1", "--by", "2"]);
    let old = text(&directory, "docs/adr/0001-a.md");
    assert_eq!(old.matches("**Status**: Superseded by [").count(), 2, "{old}");
    for named in ["template", "none"] {
        if named == "none" {
            fs::remove_file(directory.path().join("docs/adr/0000-template.md")).unwrap();
        }
        done(&directory, &["new", "Use a log", named, "--date", "2026-02-03"]);
    }
    let new = text(&directory, "docs/adr/0003-use-a-log-template.md");
    assert_eq!(new.matches("**Status**: Proposed").count(), 2, "{new}");
    assert_eq!(new.matches(": 2026-02-03").count(), 2, "{new}");
    let new = text(&directory, "docs/adr/0004-use-a-log-none.md");
    let head = "## Architecture Decision Record\n\n**Status**: Proposed  \n**Date**: 2026-02-03\n";
    assert!(new.contains(head) && !new.contains("Accepted"), "{new}");
}

#[test]
fn a_new_record_has_the_day_and_the_prefix_that_the_others_have() {
    let record = |number: u64| {
        format!(
            "# {number}. Title {number}\n\n## Status\n\n2026-01-0{number} accepted\n\n## Context\n\nA.\n\n\
             ## Decision\n\nB.\n"
        )
    };
    let directory = records(&[
        ("shop-back-001-a.md", record(1)),
        ("shop-back-002-b.md", record(2)),
        ("shop-back-003-c.md", record(3)),
    ]);
    done(&directory, &["new", "Use a log", "--date", "2026-02-03"]);
    let new = text(&directory, "docs/adr/shop-back-004-use-a-log.md");
    assert!(new.starts_with("# 4. Use a log\n\n## Status\n\n2026-02-03 proposed\n"), "{new}");
}

#[test]
fn an_english_word_in_capitals_stays_one_in_a_german_directory() {
    let record = |number: u64| {
        format!(
            "---\nstatus: ACCEPTED\n---\n\n# ADR-000{number}: Titel\n\n## Kontext\n\nA.\n\n## Entscheidung\n\nB.\n\n\
             ## Konsequenzen\n\nC.\n"
        )
    };
    let directory =
        records(&[("0001-a.md", record(1)), ("0002-b.md", record(2)), ("0003-c.md", record(3))]);
    done(&directory, &["status", "1", "deprecated"]);
    assert!(text(&directory, "docs/adr/0001-a.md").contains("\nstatus: DEPRECATED\n"));
}

#[test]
fn each_place_of_a_status_keeps_its_language() {
    let record = |number: u64| {
        format!(
            "---\nstatus: ACTIVE\n---\n\n# ADR-000{number}: Titel\n\n## Status\n\nAngenommen\n\n## Kontext\n\nA.\n\n\
             ## Entscheidung\n\nB.\n\n## Konsequenzen\n\nC.\n"
        )
    };
    let directory = records(&[("0001-a.md", record(1)), ("0002-b.md", record(2))]);
    done(&directory, &["status", "1", "deprecated"]);
    let old = text(&directory, "docs/adr/0001-a.md");
    assert!(old.contains("\nstatus: DEPRECATED\n") && old.contains("\n\nVeraltet\n"), "{old}");
}

/// Three records below these headings, in German, with this status.
fn german(headings: [&str; 4], status: &str) -> TempDir {
    let [date, context, decision, consequences] = headings;
    let record = |number: u64| {
        format!(
            "# {number}. Titel {number}\n\n{date}: 2026-01-05\n\n## Status\n\n{status}\n\n## {context}\n\nA.\n\n\
             ## {decision}\n\nB.\n\n## {consequences}\n\nC.\n"
        )
    };
    records(&[("0001-a.md", record(1)), ("0002-b.md", record(2)), ("0003-c.md", record(3))])
}

const ENGLISH_HEADINGS: [&str; 4] = ["Date", "Context", "Decision", "Consequences"];

const GERMAN_HEADINGS: [&str; 4] = ["Datum", "Kontext", "Entscheidung", "Konsequenzen"];

#[test]
fn the_words_for_a_status_are_the_teams_where_its_headings_are_in_another_language() {
    for (headings, stated, accepted, deprecated, superseded) in [
        (ENGLISH_HEADINGS, "Akzeptiert", "Akzeptiert", "Veraltet", "Ersetzt durch"),
        (ENGLISH_HEADINGS, "beschlossen", "beschlossen", "veraltet", "ersetzt durch"),
        (ENGLISH_HEADINGS, "Vorgeschlagen", "Akzeptiert", "Veraltet", "Ersetzt durch"),
        (GERMAN_HEADINGS, "Accepted", "Accepted", "Deprecated", "Superseded by"),
        (GERMAN_HEADINGS, "Angenommen", "Angenommen", "Veraltet", "Ersetzt durch"),
    ] {
        let directory = german(headings, stated);
        done(&directory, &["new", "Neu", "--supersedes", "1"]);
        let new = text(&directory, "docs/adr/0004-neu.md");
        assert!(new.contains(&format!("## Status\n\n{accepted}\n\n")), "{stated}: {new}");
        let old = text(&directory, "docs/adr/0001-a.md");
        let link = "[4. Neu](0004-neu.md)";
        assert!(old.contains(&format!("## Status\n\n{superseded} {link}\n")), "{stated}: {old}");
        done(&directory, &["status", "2", "deprecated"]);
        let old = text(&directory, "docs/adr/0002-b.md");
        assert!(old.contains(&format!("## Status\n\n{deprecated}\n")), "{stated}: {old}");
    }
}

#[test]
fn a_built_in_form_has_the_teams_word_for_the_status() {
    let listed = |template: &str, supersedes: &[&str]| {
        let directory = german(GERMAN_HEADINGS, "Angenommen");
        let asked = [&["new", "Neu", "--template", template][..], supersedes].concat();
        done(&directory, &asked);
        let listed = done(&directory, &["list"]);
        let line = listed.lines().find(|line| line.starts_with("4 ")).unwrap_or_default();
        (text(&directory, "docs/adr/0004-neu.md"), line.to_owned())
    };
    for (template, stated) in [
        ("nygard", "## Status\n\nAngenommen\n\nErsetzt [ADR 1](0001-a.md)\n"),
        ("madr", "status: \"angenommen; ersetzt [ADR 1](0001-a.md)\"\n"),
        ("madr-minimal", "status: \"angenommen; ersetzt [ADR 1](0001-a.md)\"\n"),
    ] {
        let (new, line) = listed(template, &["--supersedes", "1"]);
        assert!(new.contains(stated) && line.contains("accepted"), "{template}: {line}\n{new}");
        let (new, line) = listed(template, &[]);
        assert!(new.to_lowercase().contains("vorgeschlagen\n"), "{template}: {new}");
        assert!(line.contains("proposed"), "{template}: {line}");
    }
}
