use std::sync::Arc;

use super::*;
use crate::document::bind::Index;
use crate::document::bind::node::Tree;
use crate::template::read;
use crate::testing::parsed;
use text::source::Source;

const TARGETS: &str = "## Targets {#targets columns=required}\n\n\
    | Metric | Target | Current |\n|--|--|--|\n| [m] | [t] | [c] |\n";
const PARTS: &str = "## Part {#part fields=required}\n\n- **Purpose:** [why]\n\
    - **Technology:** [what]\n- **Responsibilities:**\n  - [duty]\n- **Interfaces:** [how]\n";

/// The absent names, and the line that lacks them.
fn lacks(template: &str, text: &str) -> Vec<(Vec<String>, String)> {
    let (template, problems) = read("own", &Source::new("own.md", template));
    assert!(problems.is_empty(), "{problems:?}");
    let template = Arc::new(template);
    let binding = Binding::new(&Index::of(&template), Tree::of(parsed(text)), false);
    let node = binding.hits[0][0].node;
    let absent = absent(&binding, node, &Demanded::of(&template.sections[0]));
    let names = |one: &Absent| one.names.iter().map(|name| name.text.clone()).collect();
    absent.iter().map(|one| (names(one), one.place.text().to_owned())).collect()
}

fn table(columns: &str) -> String {
    let count = columns.matches('|').count() - 1;
    format!("## Targets\n\n{columns}\n|{}\n|{}\n", "--|".repeat(count), " a |".repeat(count))
}

#[test]
fn an_absent_column_is_told_at_the_table() {
    let told = lacks(TARGETS, &table("| Metric | Target |"));
    assert_eq!(told, [(vec!["Current".to_owned()], "| Metric | Target |".to_owned())]);
    let told = lacks(TARGETS, &table("| Metric |"));
    assert_eq!(told[0].0, ["Target", "Current"]);
    let told = lacks(TARGETS, &table("| Kennzahl | Sollwert |"));
    assert_eq!(told[0].0, ["Current"]);
    let told = lacks(TARGETS, &table("| Metric | Target | Owner |"));
    assert_eq!(told[0].0, ["Current"]);
}

#[test]
fn a_table_that_has_them_or_is_of_another_kind_lacks_nothing() {
    for columns in [
        "| Metric | Target | Current |",
        "| Indicator | Goal | Actual (March) |",
        "| Kennzahl | Zielwert | Ist-Wert | Quelle |",
        "| 指标 | 目标值 | 当前值 |",
        "| Métrique | Cible | Valeur actuelle |",
        "| Metric | Target and current |",
        "| Service | Port |",
        "| Metric | Team | Dashboard |",
    ] {
        assert_eq!(lacks(TARGETS, &table(columns)), [], "{columns}");
    }
    assert_eq!(lacks(TARGETS, "## Targets\n\n99 % below 300 ms, 210 ms in March.\n"), []);
}

#[test]
fn an_absent_field_is_told_where_most_are_there() {
    let told = lacks(
        PARTS,
        "## Part\n\n- **Purpose:** joins scans\n- **Technology:** Rust\n- **Duties:**\n  - joining\n",
    );
    assert_eq!(told, [(vec!["Interfaces".to_owned()], "Duties:".to_owned())]);
    let told = lacks(PARTS, "## Part\n\n**Zweck:** x\n\n**Technologie:** y\n\n**Aufgaben:** z\n");
    assert_eq!(told[0].0, ["Interfaces"]);
}

#[test]
fn fields_in_other_forms_are_there() {
    for text in [
        "## Part\n\n**Purpose**\n\nx\n\n**Technology**\n\ny\n\n**Responsibilities**\n\nz\n\n**Schnittstellen**\n\nq\n",
        "## Part\n\n### Purpose\n\nx\n\n### Technology\n\ny\n\n### Responsibilities\n\nz\n\n### Interfaces\n\nq\n",
        "## Part\n\n| Purpose | x |\n|--|--|\n| Technology | y |\n| Responsibilities | z |\n| Interfaces | q |\n",
        "## Part\n\nIt joins scans. It is written in Rust.\n",
        "## Part\n\n- **Owner:** Blue\n- **Purpose:** x\n",
    ] {
        assert_eq!(lacks(PARTS, text), [], "{text}");
    }
}

#[test]
fn a_name_that_nobody_knows_may_be_what_was_meant() {
    assert_eq!(lacks(TARGETS, &table("| Metric | Target | Grafana |")), []);
    let text =
        "## Part\n\n- **Purpose:** x\n- **Technology:** y\n- **Duties:** z\n- **Reach:** HTTP\n";
    assert_eq!(lacks(PARTS, text), []);
    for word in ["Actuals", "Measured value", "Observed", "Beobachtet", "Valeur réelle", "実測"]
    {
        assert_eq!(lacks(TARGETS, &table(&format!("| Metric | Target | {word} |"))), [], "{word}");
    }
}

const OWNER: &str =
    "## Owner {#owner fields=required}\n\n- **Owner:** [who]\n- **Team:** [which]\n";

#[test]
fn a_section_answers_by_its_own_name() {
    assert_eq!(lacks(OWNER, "## Owner\n\n- **Team:** Blue\n"), []);
    let template = OWNER.replace("## Owner", "## Facts");
    for word in ["Besitzer", "DRI", "Responsible", "Propriétaire"] {
        let text = format!("## Facts\n\n- **{word}:** Ann\n- **Team:** Blue\n");
        assert_eq!(lacks(&template, &text), [], "{word}");
    }
    let told = lacks(&template, "## Facts\n\n- **Team:** Blue\n- **Date:** 2026-03-02\n");
    assert_eq!(told[0].0, ["Owner"]);
}

#[test]
fn a_name_is_shown_in_the_language_of_the_document() {
    let shown = |name: &str, tag: &str| {
        Name::new(name).in_language(words::Language::from_tag(tag)).to_owned()
    };
    for (name, word) in [
        ("Current", "Aktueller Wert"),
        ("Purpose", "Zweck"),
        ("Decision", "Entscheidung"),
        ("Token Lifetime", "Token-Lebensdauer"),
        ("Changes", "Änderung"),
        // Already of that language, or of none.
        ("Status", "Status"),
        ("Owner", "Owner"),
        ("Zielwert", "Zielwert"),
        ("Blast radius", "Blast radius"),
    ] {
        assert_eq!(shown(name, "de"), word, "{name}");
    }
    assert_eq!((&*shown("Current", "en"), &*shown("Owner", "fr")), ("Current", "Propriétaire"));
}
