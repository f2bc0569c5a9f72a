use crate::document::bind::testing::{bound, served};

/// What the last of some headings serves.
fn last(template: &str, headings: &[&str]) -> Vec<String> {
    let heading = headings.last().expect("a heading").trim_start_matches(['#', ' ']);
    served(&bound(template, headings), heading)
}

#[test]
fn one_word_needs_a_fitting_place() {
    assert_eq!(last("handbook", &["## Monitoring", "### Metrics"]), ["monitoring.metrics"]);
    assert!(last("handbook", &["## Loading", "### Metrics"]).is_empty());
    assert_eq!(last("handbook", &["## Loading", "### Data Flow"]), ["data.flow"]);
}

#[test]
fn a_compound_says_as_much_as_two_words() {
    for heading in ["## Datastromen", "## Dataflöden", "## Dataflyt"] {
        assert_eq!(last("standard", &[heading]), ["data.flow"], "{heading}");
    }
    assert!(last("handbook", &["## Loading", "### Metrieken"]).is_empty());
    assert!(last("standard", &["## Modul der Halle", "### Sicherheit"]).is_empty());
}

#[test]
fn what_is_told_beside_a_sibling_is_its_own_section() {
    let headings = ["## Future", "### Risks", "#### Technical debt we took"];
    assert_eq!(last("standard", &headings), ["debt"]);
}

#[test]
fn one_word_among_others_is_no_section_of_an_absent_chapter() {
    assert!(last("standard", &["## Project identity"]).is_empty());
    assert_eq!(last("standard", &["## JWT authentication"]), ["security.auth"]);
    assert_eq!(last("standard", &["## JWT-Authentifizierung"]), ["security.auth"]);
    assert_eq!(last("standard", &["## Security", "### User identity"]), ["security.auth"]);
}

#[test]
fn a_component_keeps_its_own_headings() {
    let below = |heading| last("standard", &["## Core Components", "### Loader", heading]);
    assert_eq!(last("standard", &["## Data flow diagram"]), ["data.flow"]);
    assert!(below("#### Data flow diagram").is_empty());
    assert!(below("#### Security").is_empty());
}

#[test]
fn a_chapter_with_the_very_title_is_not_missing() {
    let titled = |headings: &[&str]| {
        let binding = bound("formal", headings);
        let mut sections = binding.template.sections.iter();
        let section = sections.position(|one| one.id == "deployment.environments");
        let section = section.expect("the section of the environments");
        (binding.hits[section].is_empty(), binding.is_titled(section))
    };
    let diagram = ["## System overview", "### Deployment diagram", "## Environments"];
    assert_eq!(titled(&diagram), (false, false));
    assert!(!titled(&diagram[2..]).0);
    let part = ["## System overview", "### Deployment diagram", "## Halls", "### Environments"];
    assert_eq!(titled(&part), (true, false));
}

#[test]
fn deep_inside_a_chapter_of_the_authors_own_words_speak_of_that() {
    let inside = ["## Rails of the yard", "### Switches", "#### Design decisions taken"];
    assert!(last("standard", &inside).is_empty());
    assert_eq!(
        last("standard", &["## Rails of the yard", "### Design decisions taken"]),
        ["decisions"]
    );
}

#[test]
fn an_overview_may_hold_any_section() {
    let headings = ["## System Overview", "### Technologies used"];
    assert_eq!(last("standard", &headings), ["tech-stack"]);
}

#[test]
fn below_its_chapter_a_section_needs_no_more_than_a_mention() {
    let headings = ["## Observability", "### The logging pipeline in the halls"];
    assert_eq!(last("handbook", &headings), ["monitoring.logging"]);
    assert!(last("handbook", &["## Halls", headings[1]]).is_empty());
    // Two parts of the chapter are none of them.
    let both = ["## Observability", "### From logging to tracing in the halls"];
    assert!(last("handbook", &both).is_empty());
}

#[test]
fn one_word_alone_belongs_to_no_chapter_deep_inside_others() {
    assert_eq!(last("handbook", &["## Roadmap", "## Authentication"]), ["security.auth"]);
    let inside = ["## API", "### Authentication"];
    assert_eq!(last("handbook", &inside), ["api.endpoint-auth"]);
}

#[test]
fn one_word_among_others_needs_its_chapter() {
    assert!(last("standard", &["## Layer tools – the pattern"]).is_empty());
    assert_eq!(last("handbook", &["## Logging strategy"]), ["monitoring.logging"]);
    assert_eq!(last("formal", &["## Main layers"]), ["overview.layers"]);
}

#[test]
fn what_stands_below_the_whole_is_no_part_of_one_section() {
    let headings = ["### Layers", "### Compiling the context in phases"];
    assert!(last("formal", &headings).is_empty());
}

#[test]
fn what_is_joined_with_its_chapter_is_told_by_it() {
    let headings = ["## Server side", "### Auth & Security — `core/security.py`"];
    let binding = bound("handbook", &headings);
    let served = served(&binding, "Auth & Security — core/security.py");
    assert!(served.contains(&"security.auth".to_owned()), "{served:?}");
}

#[test]
fn a_word_with_hyphens_before_a_wording_only_describes_it() {
    for heading in ["## Event-to-incident data flow", "## Event-driven data flow"] {
        assert_eq!(last("standard", &[heading]), ["data.flow"], "{heading}");
    }
}

#[test]
fn a_purpose_below_the_first_chapter_is_the_document_s() {
    let first = ["## Architecture overview", "### Purpose"];
    assert_eq!(last("formal", &first), ["introduction.purpose"]);
    let later = ["## Halls", "## Architecture overview", "### Purpose"];
    assert_eq!(last("formal", &later), Vec::<String>::new());
}

#[test]
fn a_plan_of_something_is_no_roadmap() {
    assert_eq!(last("handbook", &["## Plan"]), ["roadmap"]);
    assert!(!last("handbook", &["## Plan de Reprise"]).contains(&"roadmap".to_owned()));
}

#[test]
fn the_goals_of_arc42_stand_for_its_introduction() {
    assert_eq!(last("arc42", &["## 1. Ziel und Scope"]), ["arc42.introduction"]);
    assert!(last("arc42", &["## Introduction and Goals", "## 2. Context", "### Goals"]).is_empty());
}

#[test]
fn what_speaks_of_authentication_is_of_the_security_before_an_endpoint() {
    let headings =
        ["## Security Design", "### Authorization of users", "## Authentication Architecture"];
    assert!(last("handbook", &headings).is_empty());
    assert_eq!(last("handbook", &headings[2..]), ["security.auth"]);
}

#[test]
fn a_line_of_another_part_comes_after_a_heading_of_the_chapter() {
    let headings = [
        "## Security Architecture",
        "### Current Security Measures",
        "### Future Ideas",
        "**API Security:**",
    ];
    let binding = bound("handbook", &headings);
    assert_eq!(served(&binding, "Current Security Measures"), ["security.measures"]);
}

#[test]
fn a_bold_line_is_the_documents_log_at_its_end_alone() {
    let log = "**Change Log**\n\n| Date | Change |\n|---|---|\n| 2026-03-02 | First |";
    let bound_with = |headings: &[&str]| bound("handbook", headings);
    let end = bound_with(&["## Security", "## Notes", log]);
    assert_eq!(served(&end, "Change Log"), ["changelog"]);
    let inside = bound_with(&["## Components", "### Loader", log, "### Scale"]);
    assert!(served(&inside, "Change Log").is_empty());
}

#[test]
fn one_word_as_a_chapter_is_a_form_of_the_usual_title() {
    let binding = bound("visual", &["## Интеграции", "### External API Integration"]);
    assert_eq!(served(&binding, "Интеграции"), ["integration"]);
    for heading in ["## Releases", "## Packages"] {
        assert!(served(&bound("standard", &[heading]), &heading[3..]).is_empty(), "{heading}");
    }
}

#[test]
fn a_chapter_below_one_of_the_authors_own_says_another_subject() {
    let own = bound("standard", &["## Cross-cutting", "### Security concept of the platform"]);
    assert_eq!(served(&own, "Security concept of the platform"), ["security"]);
    let part = bound("handbook", &["## 2. Service Layer", "### 2.1 Service Design Principles"]);
    assert!(served(&part, "2.1 Service Design Principles").is_empty());
}
