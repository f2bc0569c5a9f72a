//! Records are written, changed and asked for in the form that the team's other records have.

use std::fs;

use tempfile::TempDir;

use crate::adr_life::{done, nygard, refused};
use crate::cli::run;
use crate::tree::tree;
use crate::workbench::text;

/// A repository with these records in `docs/adr`.
pub(crate) fn records(files: &[(&str, String)]) -> TempDir {
    let paths: Vec<String> = files.iter().map(|(name, _)| format!("docs/adr/{name}")).collect();
    let files: Vec<(&str, &str)> =
        paths.iter().zip(files).map(|(path, (_, text))| (path.as_str(), text.as_str())).collect();
    tree(&files)
}

fn spanish(number: u64, head: &str, decision: &str) -> String {
    format!(
        "# ADR-000{number} — Título {number}\n\n- **Estado:** aceptado\n{head}\n## Contexto\n\nA.\n\n\
         ## Opciones consideradas\n\nB.\n\n## {decision}\n\nC.\n\n## Consecuencias\n\nD.\n"
    )
}

#[test]
fn most_records_decide_what_a_new_one_has_and_not_the_newest() {
    let usual = "- **Fecha:** 2026-05-30\n- **Origen:** [UC-01](../uc.md)\n";
    let newest = spanish(4, "", "Decisiones").replace("## Opciones consideradas\n\nB.\n\n", "");
    let own = spanish(2, &format!("{usual}- **Ticket:** A-1\n"), "Decisión");
    let directory = records(&[
        ("0001-a.md", spanish(1, usual, "Decisión")),
        ("0002-b.md", own),
        ("0003-c.md", spanish(3, usual, "Decisión")),
        ("0004-d.md", newest),
    ]);
    done(&directory, &["new", "Usar colas", "--date", "2026-06-01"]);
    let new = text(&directory, "docs/adr/0005-usar-colas.md");
    let head = "# ADR-0005 — Usar colas\n\n- **Estado:** propuesto\n- **Fecha:** 2026-06-01\n- **Origen:**\n\n";
    assert!(new.starts_with(head), "{new}");
    assert!(
        new.contains("\n## Opciones consideradas\n") && new.contains("\n## Decisión\n"),
        "{new}"
    );
    assert!(!new.contains("Decisiones") && !new.contains("Ticket"), "{new}");
}

#[test]
fn the_front_matter_of_a_new_record_has_its_number_and_the_first_state_of_the_team() {
    let rfc = |number: u64, status: &str| {
        format!(
            "---\nRFC: {number}\nAuthor: Ann\nStatus: {status}\nLast Modified: 2026-01-0{number}\n\
             group: API\nparent: Proposals\n---\n\n# RFC {number}: Title {number}\n\n## Table of Contents\n\n- [Abstract](#abstract)\n\n\
             ## Abstract\n\nA.\n\n## Motivation\n\nB.\n"
        )
    };
    let name = |number: u64| format!("docs/rfcs/000{number}-t.md");
    let [names, texts] =
        [name as fn(u64) -> String, |number| number.to_string()].map(|f| [1, 2, 3, 4, 5].map(f));
    let texts = texts.map(|number| {
        let number = number.parse().unwrap();
        rfc(number, if number < 3 { "Accepted" } else { "Draft" })
    });
    let files: Vec<(&str, &str)> =
        names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
    let directory = tree(&files);
    done(&directory, &["new", "Use a log", "--dir", "docs/rfcs"]);
    let new = text(&directory, "docs/rfcs/0006-use-a-log.md");
    let head = "---\nRFC: 6\nAuthor:\nStatus: Draft\nLast Modified:\ngroup: API\nparent: Proposals\n---\n\n# RFC 6: Use a log\n\n## Abstract\n";
    assert!(new.starts_with(head), "{new}");
}

#[test]
fn a_new_file_is_named_as_the_teams_files_are() {
    let named = |name: &str, words: &str| {
        let directory = records(&[(name, nygard(1, "Accepted"))]);
        done(&directory, &["new", words]).trim().replace("wrote docs/adr/", "")
    };
    for (name, next) in [
        ("001. Enregistrer l'architecture.md", "002. Utiliser l'API: v2.md"),
        ("001.Installer_le_client.md", "002.Utiliser_l_API_v2.md"),
        ("001_use_a_queue.md", "002_utiliser_l_api_v2.md"),
        ("0001-use-a-queue.md", "0002-utiliser-l-api-v2.md"),
        ("0001-queue.md", "0002-utiliser-l-api-v2.md"),
    ] {
        let next = next.replace(':', "");
        assert_eq!(named(name, "Utiliser l'API: v2"), next, "{name}");
    }
}

const TICKED: &str = "# 0000 - Tittel\n\n## Status\n\n- [ ] Foreslått (dato: YYYY-MM-DD)\n\
                      - [ ] Akseptert (dato: YYYY-MM-DD)\n- [ ] Avvist (dato: YYYY-MM-DD)\n\n\
                      ## Kontekst\n\nHvorfor?\n\n## Beslutning\n\nHva?\n";

#[test]
fn a_status_to_tick_is_ticked_with_its_day() {
    let old = TICKED.replace("0000 - Tittel", "0001 - Gammel").replace("[ ] Aks", "[x] Aks");
    let directory =
        records(&[("0001-gammel.md", old.clone()), ("0000-template.md", TICKED.to_owned())]);
    done(&directory, &["new", "Bruk logg", "--date", "2026-01-02"]);
    let new = text(&directory, "docs/adr/0002-bruk-logg.md");
    let ticked = "- [x] Foreslått (dato: 2026-01-02)\n- [ ] Akseptert (dato: YYYY-MM-DD)\n";
    assert!(new.contains(ticked), "{new}");
    // What no item states is left to the author.
    let others = TICKED.replace("- [ ] Foreslått (dato: YYYY-MM-DD)\n", "");
    fs::write(directory.path().join("docs/adr/0000-template.md"), others).unwrap();
    done(&directory, &["new", "Bruk kø"]);
    let new = text(&directory, "docs/adr/0003-bruk-kø.md");
    assert!(new.contains("- [ ] Akseptert (dato: YYYY-MM-DD)\n"), "{new}");
}

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

/// Three records with these lines below their titles.
fn headed(lines: impl Fn(u64) -> String) -> TempDir {
    let record = |number: u64| {
        format!("# Title {number}\n\n{}\n\n## Context\n\nA.\n\n## Decision\n\nB.\n", lines(number))
    };
    records(&[("0001-a.md", record(1)), ("0002-b.md", record(2)), ("0003-c.md", record(3))])
}

#[test]
fn marks_around_a_status_are_closed_in_a_new_record() {
    let directory = headed(|day| format!("* Status: **accepted** \n* Date: 2026-01-0{day}"));
    done(&directory, &["new", "Use a log", "--date", "2026-02-03"]);
    let new = text(&directory, "docs/adr/0004-use-a-log.md");
    assert!(new.contains("\n* Status: **proposed** \n* Date: 2026-02-03\n"), "{new}");
}

#[test]
fn a_line_in_italics_is_closed_in_other_records_and_in_what_they_are_asked_for() {
    let italic = |day| format!("_Status: Accepted_  \n_Date: 2026-01-0{day}_");
    let directory = headed(italic);
    let bare = "# Title 4\n\n## Context\n\nA.\n\n## Decision\n\nB.\n";
    fs::write(directory.path().join("docs/adr/0004-d.md"), bare).unwrap();
    let said = run(directory.path(), &["check"]).stderr;
    assert!(said.contains("`_Date: 2024-03-05_`") && said.contains("`_Status: ..._`"), "{said}");
    done(&directory, &["status", "4", "accepted"]);
    let old = text(&directory, "docs/adr/0004-d.md");
    assert!(old.starts_with("# Title 4\n\n_Status: Accepted_  \n\n## Context\n"), "{old}");
    done(&directory, &["new", "Use a log", "--date", "2026-02-03", "--supersedes", "1"]);
    let new = text(&directory, "docs/adr/0005-use-a-log.md");
    let by = "_Supersedes: [ADR-0001](0001-a.md)_";
    let head = format!("\n_Status: Accepted_  \n{by}  \n_Date: 2026-02-03_\n");
    assert!(new.contains(&head), "{new}");
    let old = text(&directory, "docs/adr/0001-a.md");
    let by = "_Status: Superseded by [ADR-0005](0005-use-a-log.md)_  \n_Date: 2026-01-01_\n";
    assert!(old.contains(by), "{old}");
}

#[test]
fn marks_that_end_before_the_line_does_are_in_no_line_of_another_record() {
    let directory = headed(|day| format!("**Status: accepted** by all\n\nDate: 2026-01-0{day}"));
    let bare = "# Title 4\n\n## Context\n\nA.\n\n## Decision\n\nB.\n";
    fs::write(directory.path().join("docs/adr/0004-d.md"), bare).unwrap();
    done(&directory, &["status", "4", "accepted"]);
    let old = text(&directory, "docs/adr/0004-d.md");
    assert!(old.contains("## Status\n\n") && !old.contains("**"), "{old}");
}

#[test]
fn what_stands_behind_a_status_on_its_line_is_kept_and_the_status_is_changed() {
    let line = |day| format!("**Status:** accepted · **Owner:** Ann · **Date:** 2026-01-0{day}");
    let directory = headed(line);
    done(&directory, &["status", "2", "deprecated"]);
    let old = text(&directory, "docs/adr/0002-b.md");
    assert!(
        old.contains("**Status:** deprecated · **Owner:** Ann · **Date:** 2026-01-02\n"),
        "{old}"
    );
    done(&directory, &["new", "Use a log", "--date", "2026-02-03", "--supersedes", "1"]);
    let old = text(&directory, "docs/adr/0001-a.md");
    let by = "superseded by [ADR-0004](0004-use-a-log.md)";
    assert!(old.contains(&format!("**Status:** {by} · **Owner:** Ann · **Date:**")), "{old}");
    let new = text(&directory, "docs/adr/0004-use-a-log.md");
    let head = "**Status:** accepted · **Owner:** · **Date:** 2026-02-03 · **Supersedes:** [";
    assert!(new.contains(head), "{new}");
}

#[test]
fn nothing_is_written_where_the_older_record_cannot_be_told() {
    let directory = headed(|_| "* Status: accepted | until May".to_owned());
    let said = refused(&directory, &["new", "Use a log", "--supersedes", "1"]);
    assert!(said.contains("0001-a.md:3") && said.contains("nothing was changed"), "{said}");
    assert!(!directory.path().join("docs/adr/0004-use-a-log.md").exists());
}

#[test]
fn a_ticked_box_is_left_to_the_author() {
    let boxes = "## Status\n\n- [ ] Proposed\n- [x] **Accepted**\n\n- **Date:** 2024-03-05\n";
    let record = format!("# 1. Use a queue\n\n{boxes}\n## Context\n\nA.\n\n## Decision\n\nB.\n");
    let directory = records(&[("0001-use-a-queue.md", record.clone())]);
    for asked in [&["status", "1", "deprecated"][..], &["new", "Use a log", "--supersedes", "1"]] {
        let said = refused(&directory, asked);
        assert!(said.contains("nothing was changed"), "{said}");
        assert_eq!(text(&directory, "docs/adr/0001-use-a-queue.md"), record);
    }
}

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
