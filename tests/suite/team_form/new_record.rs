//! What a new record takes over.

use super::*;

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

#[test]
fn a_template_has_the_first_status_and_a_translation_is_no_example() {
    let record = |number: u64, status: &str| {
        format!(
            "# RFC 000{number}: Title {number}\n\n- **Status:** {status}\n\n## Summary\n\nA.\n\n## Motivation\n\nB.\n"
        )
    };
    let template =
        record(0, "Draft").replace("Title 0", "[Title]").replace("A.", "[One paragraph]");
    let files = [
        ("0000-template.md", template),
        ("0001-a.md", record(1, "Implemented")),
        ("0002-b.md", record(2, "Draft")),
    ];
    let directory = records(&files);
    done(&directory, &["new", "Use a log"]);
    let new = text(&directory, "docs/adr/0003-use-a-log.md");
    assert!(new.contains("- **Status:** Draft\n") && new.contains("[One paragraph]"), "{new}");
    let german = "# 1. Ein Protokoll\n\n* **Status**: Akzeptiert\n\n## Kontext\n\nA.\n\n## Entscheidung\n\nB.\n";
    let files = [("0001-use-x.md", nygard(1, "Accepted")), ("0001-use-x.de.md", german.to_owned())];
    let directory = records(&files);
    done(&directory, &["new", "Use a log"]);
    let new = text(&directory, "docs/adr/0002-use-a-log.md");
    assert!(new.contains("## Decision\n") && !new.contains("Kontext"), "{new}");
}

#[test]
fn a_page_of_rules_is_not_copied_into_a_record() {
    let rules = "# ADR template\n\nThe rules.\n\n## Naming\n\n`NNNN-title.md`\n\n## Who may change one\n\nAll.\n";
    let directory =
        records(&[("0001-a.md", nygard(1, "Accepted")), ("template.md", rules.to_owned())]);
    done(&directory, &["new", "Use a log"]);
    let new = text(&directory, "docs/adr/0002-use-a-log.md");
    assert!(new.contains("## Decision\n") && !new.contains("Naming"), "{new}");
}

#[test]
fn a_word_of_a_part_is_no_word_of_the_team() {
    let part = "## DEC-001 — Two hooks\n\n> **Superseded in part by DEC-002** (2026-08-02): a third one.\n\n- **Impact.** Small.\n";
    let open =
        |number: u64| format!("## DEC-00{number} — Hooks {number}\n\n- **Impact.** Small.\n");
    let files = [("DEC-001.md", part.to_owned()), ("DEC-002.md", open(2)), ("DEC-003.md", open(3))];
    let directory = records(&files);
    done(&directory, &["status", "DEC-003", "accepted"]);
    let new = text(&directory, "docs/adr/DEC-003.md");
    assert!(new.ends_with("### Status\n\nAccepted\n"), "{new}");
}
