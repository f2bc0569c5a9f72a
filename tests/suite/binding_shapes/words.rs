//! Words that name a section only in part.

use super::*;

/// The line of a section in headings that each have a text.
fn line_of(template: &str, headings: &[&str], id: &str) -> Option<usize> {
    let body = headings.join("\n\nTrains.\n\n");
    section(&format!("{body}\n\nTrains.\n\n<<#archdoc template=\"{template}\">>\n"), id).1
}

#[test]
fn what_says_of_which_kind_the_next_ones_are_is_not_empty() {
    let view = |title: &str| {
        format!(
            "# Atlas\n\n## Building Block View\n\nTwo halls.\n\n### {title}\n\n### Loader\n\n\
             Loads.\n\n### Press\n\nPresses.\n"
        )
    };
    for title in ["Building Blocks", "Components", "Bausteine", "Composants"] {
        assert_eq!(arc42(&view(title), "arc42.building-blocks").0, "written", "{title}");
    }
    assert_eq!(arc42(&view("Motivation"), "arc42.building-blocks").0, "partial");
    let chapter = "## Components\n\n## Loader\n\nLoads.\n\n## Press\n\nPresses.";
    assert_eq!(standard(chapter, "components").0, "written");
    let section = "## Components\n\n## Security\n\nLocks.";
    assert_eq!(standard(section, "components").0, "empty");
    let last = "## Security\n\nLocks.\n\n## Components";
    assert_eq!(standard(last, "components").0, "empty");
}

#[test]
fn a_part_alone_is_no_section_that_is_called_by_its_parts() {
    let platform = |headings: &[&str], id: &str| line_of("platform", headings, id);
    for heading in ["## Goals", "## 1. Goal", "## Key objectives", "## Ziele", "## 目标"] {
        let headings = ["# Atlas", heading, "## System Overview"];
        assert_eq!(platform(&headings, "goals.goals"), Some(5), "{heading}");
        assert_eq!(platform(&headings, "goals"), None, "{heading}");
    }
    let whole = ["# Atlas", "## Goals / Non-Goals", "## System Overview"];
    assert_eq!(platform(&whole, "goals"), Some(5));
    let joined = ["# Atlas", "## Goals and Non-Goals", "## System Overview"];
    assert_eq!(platform(&joined, "goals"), Some(5));
    let over = ["# Atlas", "## Goals", "### Goals", "### Non-Goals"];
    assert_eq!(platform(&over, "goals"), Some(5));
    assert_eq!(platform(&over, "goals.non-goals"), Some(13));
}

#[test]
fn a_chapter_may_be_one_word_of_the_title() {
    let found = line_of("visual", &["# Atlas", "## Integrations", "## Rails"], "integration");
    assert_eq!(found, Some(5));
    let risks = line_of("standard", &["# Atlas", "## Risks", "## Rails"], "risks");
    assert_eq!(risks, Some(5));
    let part = ["# Atlas", "## Rails", "### Integrations"];
    assert_eq!(line_of("visual", &part, "integration"), None);
}

#[test]
fn a_section_may_be_told_of_something() {
    for (template, heading, id) in [
        ("standard", "## Data flow of one train", "data.flow"),
        ("standard", "## Datenfluss eines Zuges", "data.flow"),
        ("standard", "## Flux de données d'un train", "data.flow"),
        ("standard", "## 一列火车的完整数据流", "data.flow"),
        ("standard", "## 列車のデータフロー", "data.flow"),
        ("platform", "## Out of scope for the first year", "goals.non-goals"),
    ] {
        assert_eq!(line_of(template, &["# Atlas", heading], id), Some(5), "{heading}");
    }
    let below = ["# Atlas", "## Scope", "### In scope", "### Out of scope for the first year"];
    assert_eq!(line_of("platform", &below, "goals.non-goals"), Some(13));
}

#[test]
fn scope_may_be_told_with_what_else_introduces() {
    for heading in
        ["### Background and scope", "### Bakgrund och omfattning", "### Goals and scope"]
    {
        let headings = ["# Atlas", "## Summary", heading];
        assert_eq!(line_of("formal", &headings, "introduction.scope"), Some(9), "{heading}");
    }
    let other = ["# Atlas", "## Summary", "### Rails and scope"];
    assert_eq!(line_of("formal", &other, "introduction.scope"), None);
}

#[test]
fn how_a_subject_stands_may_be_said_behind_it() {
    for (template, heading, id) in [
        ("platform", "## Open technical decisions still remaining", "open-questions"),
        ("platform", "## Open questions remaining", "open-questions"),
        ("platform", "## Offene technische Fragen", "open-questions"),
        ("standard", "## Architecture decisions taken", "decisions"),
        ("standard", "## Conceptual data model", "data.model"),
        ("standard", "## Konceptuell datamodell", "data.model"),
        ("handbook", "## Endpoints API", "api.endpoints"),
    ] {
        let headings = ["# Atlas", "## Rails", heading];
        assert_eq!(line_of(template, &headings, id), Some(9), "{heading}");
    }
}
