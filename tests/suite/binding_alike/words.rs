//! Words that only resemble those of a section.

use super::*;

#[test]
fn what_depends_on_what_inside_and_how_it_is_designed_are_neither_libraries_nor_decisions() {
    is_none("standard", &["## Rails of the yard", "### Module dependencies"]);
    is_none("standard", &["## 轨道", "### 模块依赖关系"]);
    is_none("standard", &["## 線路", "### 設計方針"]);
    assert_eq!(last("arc42", &["## Rails", "## 設計方針"]), ["arc42.strategy"]);
    assert_eq!(last("standard", &["## Rails", "## Choix des technologies"]), ["tech-stack"]);
}

#[test]
fn words_for_how_much_of_a_subject_are_no_other_subject() {
    let qualified = [
        ("handbook", "## Core Technology Stack", "tech-stack"),
        ("standard", "## Current Technology Stack", "tech-stack"),
        ("visual", "### Övergripande dataflöde", "data.flow"),
        ("standard", "## 完整技术栈", "tech-stack"),
        ("standard", "## Stack technique actuelle", "tech-stack"),
    ];
    for (template, heading, section) in qualified {
        assert_eq!(last(template, &["## Rails", heading]), [section], "{heading}");
    }
    // What stands before or behind is another thing, or one word is left.
    for (template, heading) in [
        ("standard", "### External Technology Stack of the rails"),
        ("standard", "### Key Storage"),
        ("standard", "### Metrics system"),
        ("handbook", "### Current Tools"),
    ] {
        is_none(template, &["## Rails of the yard", heading]);
    }
}

#[test]
fn what_treats_a_section_counts_below_another_chapter_where_its_own_says_nothing_of_it() {
    let headings = [
        "## Performance Considerations",
        "## Deployment Architecture",
        "### Scalability Considerations",
    ];
    assert_eq!(last("formal", &headings), ["performance.scalability"]);
    is_none("formal", &["## Performance Considerations", "## Rails", "### Scalability of rails"]);
    let twice = [
        "## Performance Considerations",
        "## Rails",
        "### Scalability Considerations",
        "## Halls",
        "### Scalability Considerations",
    ];
    is_none("formal", &twice);
}

#[test]
fn a_general_word_with_any_other_is_not_the_section() {
    for (template, heading) in [
        ("handbook", "## Real-time Features"),
        ("handbook", "## Yard Capabilities"),
        ("handbook", "## Funcionalidades del patio"),
        ("handbook", "## Yard Overview"),
        ("arc42", "## Switch Patterns"),
        ("platform", "## Wagon Migration"),
        ("platform", "## Track Phases"),
        ("platform", "## Wagon Issues"),
        ("handbook", "## Rail Sources"),
        ("standard", "## Wagon Notes"),
    ] {
        is_none(template, &["## Rails of the yard", heading]);
    }
    // With what says only how much of it, and below its chapter, it is.
    assert_eq!(last("handbook", &["## Key Features"]), ["requirements.functional"]);
    let below = ["## Requirements", "### Real-time Features"];
    assert_eq!(last("handbook", &below), ["requirements.functional"]);
    assert_eq!(last("platform", &["## Rails", "## Migration Plan"]), ["roadmap"]);
}

#[test]
fn notes_are_no_notes_on_the_implementation() {
    for heading in ["## Notes", "## Additional Notes", "## Hinweise", "## Remarques", "## Notas"] {
        is_none("visual", &["## Rails of the yard", heading]);
    }
    let named = last("visual", &["## Rails of the yard", "## Implementation Notes"]);
    assert_eq!(named, ["authoring-notes"]);
}

#[test]
fn a_general_word_beside_what_nobody_knows_is_no_subject_of_two() {
    for heading in ["## Parting the yard and terms", "## Gleise und Begriffe", "## Voies et termes"]
    {
        is_none("arc42", &["## Rails of the yard", heading]);
    }
    let joined = last("arc42", &["## Rails", "## Glossary and rails"]);
    assert_eq!(joined, ["arc42.glossary"]);
    let modules = last("standard", &["## Rails", "## Modules and rails"]);
    assert_eq!(modules, ["components"]);
}

#[test]
fn whose_a_part_is_keeps_it_from_being_the_documents() {
    for (template, headings) in [
        ("standard", ["## Switches", "### Hall one", "#### Data flow of the rails"]),
        ("standard", ["## Components", "### Loader", "#### Data flow of the loader"]),
        ("platform", ["## Components", "### Loader", "#### Out of scope for the loader"]),
        ("standard", ["## 轨道", "### 道岔", "#### 东边那些新道岔的数据流"]),
    ] {
        is_none(template, &headings);
    }
    // What English calls by one word, any part may have.
    is_none("standard", &["## 轨道", "### 道岔的安全"]);
    is_none("standard", &["## Gleise", "## Abhängigkeiten zu den anderen Höfen der Stadt"]);
    // What the last word is, the whole is.
    is_none("standard", &["## 轨道", "## 数据流的颜色"]);
}
