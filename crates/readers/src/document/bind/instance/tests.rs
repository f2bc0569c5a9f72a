use crate::document::bind::testing::{bound, bound_text, served};

#[test]
fn anything_is_a_components_name() {
    let binding = bound("standard", &["## Core Components", "### Loader", "### The yard"]);
    assert_eq!(served(&binding, "Loader"), ["components.component"]);
    assert_eq!(served(&binding, "The yard"), ["components.component"]);
}

#[test]
fn several_that_say_what_they_are_need_no_chapter() {
    let headings = ["## Overview", "## Component 1: Loader", "## Component 2: The yard"];
    let binding = bound("platform", &headings);
    assert_eq!(served(&binding, "Component 1: Loader"), ["components.component"]);
    assert_eq!(served(&binding, "Component 2: The yard"), ["components.component"]);
    let modules = bound("platform", &["## Módulo: Trilhos", "## Módulo: Rodas"]);
    assert_eq!(served(&modules, "Módulo: Rodas"), ["components.component"]);
    // One alone may be an example, and what stands in another section is a part of it.
    let one = bound("platform", &["## Overview", "## Component 1: Loader"]);
    assert!(served(&one, "Component 1: Loader").is_empty());
    for chapter in ["## Security", "## Removed in 2.0"] {
        let inside = [chapter, "### Component 1: Loader", "### Component 2: Yard"];
        assert!(served(&bound("platform", &inside), "Component 2: Yard").is_empty(), "{chapter}");
    }
}

#[test]
fn the_word_for_one_of_them_may_be_of_any_language() {
    let headings = ["## Pesa", "### Decisão: **Trilhos**", "## Casa", "### Decisão: Rodas"];
    let binding = bound("standard", &headings);
    assert_eq!(served(&binding, "Decisão: Rodas"), ["decisions.adr"]);
    let remark = bound("standard", &["## Yard", "### Way back – the plan (Decision)"]);
    assert!(served(&remark, "Way back – the plan (Decision)").is_empty());
}

#[test]
fn services_below_the_components_are_components() {
    let headings = ["## Core Components", "### Service Loader", "### Service Yard"];
    let binding = bound("handbook", &headings);
    assert_eq!(served(&binding, "Service Loader"), ["components.component"]);
}

#[test]
fn services_may_be_gathered_below_a_heading_of_their_own() {
    let text = "# Atlas\n\n## Core Components\n\n### How they talk\n\nA.\n\n### Services\n\n\
                #### 1. Loader\n\nB.\n\n#### 2. Yard\n\nC.\n";
    let binding = bound_text("handbook", text);
    assert_eq!(served(&binding, "1. Loader"), ["components.component"]);
    assert!(served(&binding, "Services").is_empty());
}

#[test]
fn a_chapters_number_is_no_time() {
    let binding = bound("handbook", &["## 9. Roadmap", "### 9.1 Trains", "### 9.2 Q3"]);
    assert!(served(&binding, "9.1 Trains").is_empty());
    assert_eq!(served(&binding, "9.2 Q3"), ["roadmap.phase"]);
}

#[test]
fn phases_may_stand_below_another_heading() {
    let headings = ["## Roadmap", "### The way there", "#### Phase 1: Rails", "#### Phase 2"];
    let binding = bound("handbook", &headings);
    assert_eq!(served(&binding, "Phase 1: Rails"), ["roadmap.phase"]);
    assert_eq!(served(&binding, "Phase 2"), ["roadmap.phase"]);
}

#[test]
fn a_phase_says_when() {
    let binding = bound("handbook", &["## Roadmap", "### Sprint two", "### Q3", "### Trains"]);
    assert_eq!(served(&binding, "Sprint two"), ["roadmap.phase"]);
    assert_eq!(served(&binding, "Q3"), ["roadmap.phase"]);
    assert!(served(&binding, "Trains").is_empty());
}
