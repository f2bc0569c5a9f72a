//! Brackets, badges, pictures.

use super::*;

#[test]
fn a_title_that_says_what_kind_of_document_it_is_is_the_authors() {
    let text = "# Architecture\n\n## Overview\n\n## Glossary\n";
    assert_eq!(
        section(&format!("{text}\n\n<<#archdoc template=\"standard\">>\n"), "doc-title").0,
        "written"
    );
}

#[test]
fn an_aside_in_italics_that_instructs_is_no_text() {
    let state = |text: &str| standard(&format!("## Overview\n\n{text}"), "overview").0;
    let help = "*Give the purpose of the yard (e.g. \"It moves ...\"). This will be the basis for all else.*";
    assert_eq!(state(help), "untouched");
    assert_eq!(
        state("*This section is optional.*\n\n*List all terms. Some are known.*"),
        "untouched"
    );
    assert_eq!(state("*The yard lists its trains by hand.*"), "written");
    assert_eq!(state("Trains leave at night.\n\n*Lists hang in the hall.*"), "written");
}

#[test]
fn examples_in_brackets_are_open_in_code_too() {
    let state = |code: &str| standard(&format!("## Overview\n\n```\n{code}\n```"), "overview").0;
    assert_eq!(state("Hall:\n- Gate: [z.B. Ost, West]\n- Track: [one, two]"), "untouched");
    assert_eq!(state("[Picture or description]\n- Gates\n- Tracks of the yard"), "untouched");
    assert_eq!(state("gate: east\ntrack: [e.g. one]"), "partial");
    assert_eq!(state("gate: [east, west]\ntrack: [one]"), "written");
    assert_eq!(state("[Gate] -> [Track] -> [Hall]"), "written");
}

#[test]
fn a_part_of_nothing_but_placeholders_leaves_its_chapter_partial() {
    let text = "# Atlas\n\n## Context and Scope\n\n### Business context\n\nCarriers send scans by mail, each night, to the \
                hall in the east, and ask for them by day.\n\n### Technical context\n\n**\\<Diagram or Table\\>**\n";
    assert_eq!(arc42(text, "arc42.context").0, "partial");
}

#[test]
fn small_headings_and_badges_are_no_empty_sections() {
    let captions = "## Overview\n\nTrains.\n\n![Yard](a.png)\n\n##### Drawn by: the yard\n";
    assert_eq!(standard(captions, "overview").0, "written");
    let badges = "## Overview\n\n## ![gate](g.svg)\n\n## ![track](t.svg)\n";
    assert_eq!(standard(badges, "overview").0, "written");
}

#[test]
fn a_picture_right_below_the_chapter_is_its_diagram() {
    let state = |below: &str| {
        let text = format!("## System Architecture\n\n{below}\n\n### Components\n\nText.\n");
        standard(&text, "architecture.high-level").0
    };
    assert_eq!(state("```mermaid\ngraph TD\nA --> B\n```"), "merged");
    assert_eq!(state("![The halls](halls.png)"), "merged");
    assert_eq!(state("The halls and the yard."), "missing");
    assert_eq!(state("```bash\nmake run\n```"), "missing");
    assert_eq!(state("[![build](https://img.shields.io/b.svg)](https://ci)"), "missing");
}

#[test]
fn a_picture_in_the_overview_is_the_one_of_the_whole() {
    let state = |below: &str| {
        let text = format!(
            "## System Overview\n\nThe yard.\n\n{below}\n\n## System Architecture\n\n### Components\n\n#### Hall\n\nText.\n"
        );
        standard(&text, "architecture.high-level").0
    };
    assert_eq!(state("```mermaid\ngraph TD\nA --> B\n```"), "merged");
    assert_eq!(state("```text\nScale → Ledger\n```"), "merged");
    assert_eq!(state("![Diagram of the yard](yard.png)"), "merged");
    assert_eq!(state("```rust\nfn main() {}\n```"), "missing");
    assert_eq!(state("```\nnpm install yard\n```"), "missing");
    assert_eq!(state("![logo](logo.png)"), "missing");
}
