//! Sections.

use super::*;

#[test]
fn sections_that_a_series_of_its_own_leaves_out() {
    let mut files: Vec<(String, String)> =
        (1..=6).map(|number| (format!("docs/adr/ADR-000{number}-a.md"), plain(number))).collect();
    let principle = |number: u32, sections: &[&str]| {
        let text = record(number, "Accepted", sections, "");
        (
            format!("docs/adr/EPR-000{number}-a.md"),
            text.replace(&format!("# {number}."), &format!("# EPR-000{number}:")),
        )
    };
    let told = |files: &[(String, String)]| {
        findings_of(tree_of(files).path(), "adr-missing-section").len()
    };
    files.push(principle(1, &["Context", "Principle", "Consequences"]));
    files.push(principle(2, &["Context", "Principle", "Consequences"]));
    assert_eq!(told(&files), 0);
    files.push(principle(3, &NYGARD));
    assert_eq!(told(&files), 2);
}

#[test]
fn sections_that_the_template_leaves_out() {
    let form = ["Context", "Proposed design", "Considerations", "Decision"];
    let template = record(0, "Proposed", &form, "").replace("0. Use pump 0", "Title");
    let mut files: Vec<(String, String)> =
        (1..=6).map(|number| (format!("docs/adr/000{number}-a.md"), plain(number))).collect();
    files.push(("docs/adr/0007-a.md".to_owned(), record(7, "Accepted", &form, "")));
    let without = |files: &[(String, String)]| {
        findings_of(tree_of(files).path(), "adr-missing-section").len()
    };
    assert_eq!(without(&files), 1);
    files.push(("docs/adr/template.md".to_owned(), template));
    assert_eq!(without(&files), 0);
}

#[test]
fn a_purpose_may_be_a_phrase() {
    let text = "<!-- archdoc: template=\"formal\" -->\n# Depot\n\n## 1. Introduction\n\n### 1.1 Purpose\n\n\
                Description of the architecture and of the decisions behind it.\n\n### 1.2 Scope\n\n\
                An overview of the services that the depot team runs.\n";
    let tree = tree(&[("docs/architecture.md", text)]);
    assert_eq!(findings_of(tree.path(), "untouched-section"), Vec::<String>::new());
}

#[test]
fn what_a_short_template_of_the_team_leaves_out_is_not_asked_for() {
    let text = "# 1. Une file\n\nDate : 2026-03-02\n\nStatut : Accepté\n\n## Contexte\n\nLe stock est lent.\n\n\
                ## Décision\n\nNous prenons une file.\n";
    let template = "# [Numéro]. [Titre]\n\nDate : [YYYY-MM-DD]\n\nStatut : [Accepté | Rejeté]\n\n## Contexte\n\n\
                    Décris ici le problème.\n\n## Décision\n\nExplique ici ce que tu as décidé.\n";
    let asked =
        |files: &[(&str, &str)]| findings_of(tree(files).path(), "adr-missing-section").len();
    let record = ("docs/adr/0001-une-file.md", text);
    assert_eq!(asked(&[record]), 1);
    assert_eq!(asked(&[record, ("docs/adr/adr-template.md", template)]), 0);
    let whole = format!("{template}\n## Conséquences\n\nDécris ici ce qui en découle.\n");
    assert_eq!(asked(&[record, ("docs/adr/adr-template.md", &whole)]), 1);
}

#[test]
fn options_beside_their_heading_are_written() {
    let with = |next: &str| {
        let body = "Accepted\n\n## Context\n\nA pump is loud.\n\n## Considered Options\n\n## NEXT\n\nB.\n\n## Decision\n\nC.\n";
        let text = format!(
            "# 1. Use pump 1\n\nDate: 2026-03-02\n\n## Status\n\n{}",
            body.replace("NEXT", next)
        );
        let tree = tree(&[("docs/adr/0001-a.md", &text)]);
        findings_of(tree.path(), "adr-untouched-section").len()
    };
    assert_eq!((with("Option A"), with("Notes")), (0, 1));
}

#[test]
fn a_section_is_asked_for_in_the_language_of_the_record() {
    let asked = |sections: &[&str]| {
        let tree = tree(&[("docs/adr/0001-a.md", &record(1, "Accepted", sections, ""))]);
        run(tree.path(), &["check", "--format", "json"]).stdout
    };
    for (sections, heading) in [
        (["Kontext", "Rozhodnutí"], "## Důsledky"),
        (["背景", "决策"], "## 后果"),
        (["Contexto", "Decisión"], "## Consecuencias"),
        (["Context", "Decision"], "## Consequences"),
    ] {
        let said = asked(&sections);
        assert!(said.contains(&format!("add `{heading}`")), "{heading}: {said}");
        assert!(said.contains(&format!("\\\"{}\\\" and", sections[0])), "{heading}: {said}");
    }
    for trade_offs in ["Trade-offy", "Dopady", "Kompromisy"] {
        assert!(!asked(&["Kontext", "Rozhodnutí", trade_offs]).contains("adr-missing-section"));
    }
}

#[test]
fn what_half_of_a_few_records_leave_out_is_not_asked_for() {
    let asked = |lacking: u32, all: u32| {
        let files: Vec<(String, String)> = (1..=all)
            .map(|number| {
                let sections = if number <= lacking { &NYGARD[..2] } else { &NYGARD[..] };
                (format!("docs/adr/000{number}-a.md"), record(number, "Accepted", sections, ""))
            })
            .collect();
        findings_of(tree_of(&files).path(), "adr-missing-section").len()
    };
    assert_eq!((asked(2, 4), asked(1, 4), asked(1, 2)), (0, 1, 1));
}

#[test]
fn decisions_with_codes_of_their_own_are_the_decision() {
    let text = |head: &str| {
        format!(
            "# ADR-7 — Use pumps\n\nDate: 2026-03-02\n\nStatus: Accepted\n\n## 1. Context\n\nIt rains.\n\n## 2. {head}\n\nYes.\n\n## 3. Consequences\n\nNoise.\n"
        )
    };
    let told = |head: &str| {
        let text = text(head);
        findings_of(tree(&[("docs/adr/ADR-7-pumps.md", &*text)]).path(), "adr-missing-section")
            .len()
    };
    for head in ["D1 — Two pumps", "D-1: Two pumps", "AD2 · Two pumps"] {
        assert_eq!(told(head), 0, "{head}");
    }
    for head in ["D3 charts", "Pump D1", "W1 — Two pumps"] {
        assert_eq!(told(head), 1, "{head}");
    }
}

#[test]
fn a_section_in_a_code_block_that_is_out_of_balance_is_told_of() {
    let text = |code: &str| {
        format!(
            "# 7. Use pumps\n\nDate: 2026-03-02\n\nStatus: Accepted\n\n## Context\n\nIt rains.\n\n## Decision\n\nTwo.\n\n{code}"
        )
    };
    let told = |code: &str| {
        let text = text(code);
        let tree = tree(&[("docs/adr/0007-pumps.md", &*text)]);
        let ran = run(tree.path(), &["check"]);
        ran.stdout + &ran.stderr
    };
    let section = "## Consequences\n\nNoise.\n";
    for (code, hidden) in [
        (format!("x\n\n```\nrun\n\n{section}"), (20, 17)),
        (format!("```markdown\nrun\n```bash\n\n{section}\n```\n"), (19, 15)),
    ] {
        let (line, opened) = hidden;
        let note = format!(
            "`## Consequences` on line {line} stands in the code block that line {opened} opens"
        );
        assert!(told(&code).contains(&note), "{}", told(&code));
    }
    let example = format!("```markdown\n## Context\n\n{section}```\n");
    let shorter = format!("````\nrun\n```bash\n\n{section}\n````\n");
    let other = format!("```\nrun\n~~~bash\n\n{section}\n```\n");
    for code in [example, shorter, other, "```\nrun\n```\n".to_owned(), "```\nrun\n".to_owned()] {
        let told = told(&code);
        assert!(told.contains("adr-missing-section") && !told.contains("code block"), "{told}");
    }
}

#[test]
fn a_part_on_a_line_of_the_head_is_there() {
    let files: Vec<(String, String)> = (1..=6)
        .map(|number| {
            let (head, sections) = match number {
                6 => ("**Context**: It rains.\n", &NYGARD[1..]),
                _ => ("", &NYGARD[..]),
            };
            let date = "Date: 2026-03-02\n";
            let text = record(number, "Accepted", sections, "");
            let text = text.replacen(date, &format!("{date}{head}"), 1);
            (format!("docs/adr/000{number}-a.md"), text)
        })
        .collect();
    assert_eq!(
        findings_of(tree_of(&files).path(), "adr-missing-section").len(),
        0,
        "{}",
        files[5].1
    );
}
