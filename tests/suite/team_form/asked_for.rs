//! What other records and indexes are asked for.

use super::*;

/// Four records of one form, and a fifth that states no status.
fn five(record: impl Fn(u64) -> String, lacks: &str) -> TempDir {
    let names = ["0001-a.md", "0002-b.md", "0003-c.md", "0004-d.md"];
    let mut files: Vec<(&str, String)> = names.into_iter().zip((1..).map(&record)).collect();
    files.push(("0005-e.md", record(5).replace(lacks, "")));
    records(&files)
}

/// A form of records: a name, a record, and what of it states the status.
type SampleForm = (&'static str, fn(u64) -> String, &'static str);

fn forms() -> Vec<SampleForm> {
    fn french(number: u64) -> String {
        nygard(number, "Accepté")
            .replace("## Status", "## État")
            .replace("## Context", "## Contexte")
            .replace("## Decision", "## Décision")
            .replace("## Consequences", "## Conséquences")
    }
    fn fields(number: u64) -> String {
        french(number).replace(
            "Date: 2026-01-05\n\n## État\n\nAccepté\n",
            "**Date :** 2026-01-05\n**Statut :** Accepté\n",
        )
    }
    fn bullets(number: u64) -> String {
        nygard(number, "").replace(
            "Date: 2026-01-05\n\n## Status\n\n\n",
            "* Status: accepted\n* Date: 2026-01-05\n",
        )
    }
    fn front(number: u64) -> String {
        let body = nygard(number, "").replace("Date: 2026-01-05\n\n## Status\n\n\n\n", "");
        format!("---\nstatus: accepted\ndate: 2026-01-05\n---\n\n{body}")
    }
    vec![
        ("`## État`", french, "## État\n\nAccepté\n\n"),
        ("`**Statut :** ...`", fields, "**Statut :** Accepté\n"),
        ("`* Status: ...`", bullets, "* Status: accepted\n"),
        ("`status: ...` to the front matter", front, "status: accepted\n"),
    ]
}

#[test]
fn a_missing_status_is_asked_for_in_the_form_of_the_others() {
    for (form, record, lacks) in forms() {
        let directory = five(record, lacks);
        let ran = run(directory.path(), &["check"]);
        assert!(ran.stderr.contains("ADR 5 states no status"), "{form}: {}", ran.stderr);
        assert!(ran.stderr.contains(&format!("{form}, as the other records do")), "{}", ran.stderr);
    }
}

#[test]
fn a_record_without_a_status_is_superseded_in_the_form_of_the_others() {
    for (form, record, lacks) in forms() {
        let directory = five(record, lacks);
        done(&directory, &["supersede", "5", "--by", "1"]);
        let listed = done(&directory, &["list"]);
        let line = listed.lines().find(|line| line.starts_with("5 ")).unwrap_or_default();
        let new = text(&directory, "docs/adr/0005-e.md");
        assert!(line.contains("superseded"), "{form}: {listed}\n{new}");
        let label = lacks.trim_start_matches('#').split([':', '\n']).next().unwrap();
        assert!(new.contains(label), "{form}: {new}");
        // The rest of it is as it was.
        let old = record(5).replace(lacks, "");
        assert!(old.lines().all(|line| new.lines().any(|other| other == line)), "{new}");
    }
    // A status that is there and open is its author's to choose.
    let open = nygard(1, "[Proposed | Accepted]");
    let directory = records(&[("0001-a.md", open), ("0002-b.md", nygard(2, "Accepted"))]);
    refused(&directory, &["supersede", "1", "--by", "2"]);
}

#[test]
fn a_record_is_told_in_its_own_language_and_called_as_the_team_calls_it() {
    let french = (forms()[1].1)(4);
    let mut files: Vec<(&str, String)> = ["0001-a.md", "0002-b.md", "0003-c.md"]
        .into_iter()
        .zip((1..).map(|number| nygard(number, "Accepted")))
        .collect();
    files.push(("0004-d.md", french));
    let directory = records(&files);
    done(&directory, &["supersede", "1", "--by", "4"]);
    let new = text(&directory, "docs/adr/0004-d.md");
    assert!(!new.contains("Supersedes") && new.contains("**Remplace :** ["), "{new}");
    let rfc = |number: u64| {
        format!(
            "---\nstatus: accepted\n---\n\n# Title {number}\n\n## Decision\n\nX\n\n## Context\n\nY\n"
        )
    };
    let [one, two] = [1, 2].map(rfc);
    let rfcs = tree(&[("rfcs/0001-a.md", &one), ("rfcs/0002-b.md", &two)]);
    done(&rfcs, &["supersede", "1", "--by", "2", "--dir", "rfcs"]);
    let old = text(&rfcs, "rfcs/0001-a.md");
    assert!(old.contains("[RFC-0002](0002-b.md)"), "{old}");
}

#[test]
fn an_index_that_lacks_the_new_record_is_told_at_once_and_by_check() {
    let row = |n: u64| format!("| [000{n}](000{n}-a.md) | Title {n} | Accepted |\n");
    let index = |name: &str, rows: &str| {
        format!("# {name}\n\n| # | Title | Status |\n|---|---|---|\n{rows}")
    };
    let rows = [1, 2, 3].map(row).concat();
    let names = ["0001-a.md", "0002-a.md", "0003-a.md"];
    let mut files: Vec<(&str, String)> =
        names.into_iter().zip((1..).map(|number| nygard(number, "Accepted"))).collect();
    files.push(("README.md", index("Decisions", &rows)));
    let directory = records(&files);
    let ran = run(directory.path(), &["adr", "new", "Use a log"]);
    assert!(ran.stderr.contains("`docs/adr/README.md` lists the other records"), "{}", ran.stderr);
    let ran = run(directory.path(), &["check"]);
    assert!(ran.stderr.contains("the index of `docs/adr` lacks 1 record"), "{}", ran.stderr);
    // Without a column for it, an index of what holds leaves a proposal out.
    let bare = index("Decisions", &rows)
        .replace(" Accepted |", "")
        .replace(" Status |", "")
        .replace("|---|---|---|", "|---|---|");
    fs::write(directory.path().join("docs/adr/README.md"), bare).unwrap();
    let ran = run(directory.path(), &["check"]);
    assert!(!ran.stderr.contains("adr-index-drift"), "{}", ran.stderr);
}

#[test]
fn records_that_no_name_shows_are_told_by_list_as_by_check() {
    let [one, two, three] = [1, 2, 3].map(|number| nygard(number, "Accepted"));
    let files =
        [("rules/0001-a.md", &*one), ("rules/0002-b.md", &two), ("rules/0003-c.md", &three)];
    let directory = tree(&files);
    let ran = run(directory.path(), &["adr", "list"]);
    let told = "rules: 3 decision records (nygard), not found by name\n`mdbook-archdoc init` has them read";
    assert!(
        ran.stderr.contains("no decision records found") && ran.stderr.contains(told),
        "{}",
        ran.stderr
    );
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""));
}

#[test]
fn change_logs_are_listed_without_a_path_as_records_are() {
    let log = "# Changelog\n\n## [1.0.0] - 2026-01-05\n\n### Added\n\n- A log.\n";
    let directory = tree(&[("CHANGELOG.md", log), ("docs/a.md", "# A\n\nB.\n")]);
    let ran = run(directory.path(), &["changelog", "list"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.contains("CHANGELOG.md") && ran.stdout.contains("1.0.0"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("./CHANGELOG.md"), "{}", ran.stdout);
}
