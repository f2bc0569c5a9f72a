//! What belongs to one part of a system.

use super::*;

#[test]
fn use_cases_and_layers_deep_inside_a_part_are_that_parts() {
    for heading in ["#### Use Cases", "#### Key Features", "#### Features"] {
        is_none("handbook", &["## Rails of the yard", "### Switches", heading]);
    }
    is_none("formal", &["## Rails of the yard", "### Switches", "#### Application Layer"]);
    is_none("visual", &["## Rails of the yard", "### Switches", "#### Improvements"]);
    let title = ["## Rails of the yard", "### Switches", "#### Functional Requirements"];
    assert_eq!(last("handbook", &title), ["requirements.functional"]);
}

#[test]
fn a_pipeline_of_anything_is_no_way_to_deploy() {
    for heading in ["### Pipeline Overview", "### Pipeline Design", "### Pipeline"] {
        is_none("platform", &["## Weighing of trains", heading]);
    }
    is_none("handbook", &["## Rails", "### Pipeline Details"]);
    assert_eq!(last("handbook", &["## Rails", "### CI/CD Pipeline"]), ["deployment.pipeline"]);
}

#[test]
fn a_hyphen_between_letters_parts_no_name_from_its_kind() {
    let headings = [
        "## Service-Level Targets",
        "## Service-Oriented Yard",
        "### Service-to-Service Calls",
        "## Component-Level Styles",
    ];
    for heading in headings {
        is_none("handbook", &["## Rails of the yard", heading]);
    }
    let named = ["## External Services", "#### Service 1 - Scales"];
    assert_eq!(last("handbook", &named), ["integration.service"]);
    let numbered = ["## Design Decisions", "### ADR-001 Rails"];
    assert_eq!(last("standard", &numbered), ["decisions.adr"]);
}

#[test]
fn one_word_with_a_remark_says_no_more_than_the_word() {
    for heading in [
        "#### Models (`yard/models/`)",
        "#### Metrics (yard.metrics)",
        "#### Events (`events.rs`)",
        "#### Storage (Yard.Storage)",
    ] {
        is_none("standard", &["## Rails of the yard", "### Switches", heading]);
    }
    is_none("standard", &["## Layers of the yard", "### Infrastructure (Yard.Infrastructure)"]);
    assert_eq!(last("visual", &["## Rails", "## Scaling (planned)"]), ["performance.scalability"]);
    let below = ["## Monitoring & Observability", "### Metrics (`yard/metrics`)"];
    assert_eq!(last("standard", &below), ["monitoring.metrics"]);
}

#[test]
fn folders_of_the_code_are_no_architecture() {
    for (template, heading) in [
        ("standard", "## Project Structure"),
        ("standard", "## Projektstruktur"),
        ("handbook", "## Structure du projet"),
        ("visual", "## Estructura del proyecto"),
        ("standard", "### Projectstructuur"),
    ] {
        is_none(template, &["## Rails of the yard", heading]);
    }
}

#[test]
fn versions_of_anything_are_no_versions_of_an_api() {
    for heading in [
        "## Database Versioning Strategy",
        "### Template Versioning Strategy",
        "## Estratégia de Versionamento do Banco",
        "### Backward Compatibility of the rails",
    ] {
        is_none("handbook", &["## Rails of the yard", heading]);
    }
    assert_eq!(last("handbook", &["## API Versioning"]), ["api.versioning"]);
    let below = ["## API Documentation", "### Versioning Strategy"];
    assert_eq!(last("handbook", &below), ["api.versioning"]);
}

#[test]
fn what_a_technology_is_used_for_is_a_part_of_their_list() {
    let below = |heading| last("handbook", &["## Technology Stack", "### Backend", heading]);
    assert_eq!(below("### Monitoring & Observability"), ["tech-stack.monitoring"]);
    assert_eq!(below("### Databases & Storage"), ["tech-stack.database"]);
    assert_eq!(below("### Infrastructure"), ["tech-stack.infrastructure"]);
    assert!(below("### Development Tools").is_empty());
    assert!(below("### Libraries & Tools").is_empty());
    // Where there is no such list, it tells of something else.
    is_none("handbook", &["## Rails of the yard", "### Server side"]);
    is_none("handbook", &["## Network Topology"]);
    let watched = ["## Observability", "### Performance Monitoring"];
    assert_eq!(last("handbook", &watched), ["monitoring.metrics"]);
    let tables = last("handbook", &["## Tables of the yard", "### Database tables"]);
    assert_eq!(tables, ["data.database"]);
}

#[test]
fn a_technology_makes_no_chapter_of_its_list() {
    let headings =
        ["## Technology Stack", "### Database", "### Monitoring", "## Data Architecture"];
    assert_eq!(last("platform", &headings), ["data"]);
}

#[test]
fn bold_lines_deep_inside_are_no_chapters() {
    let cloud = [
        "## Rails",
        "### Provider of the yard",
        "**Database:**",
        "**Storage:**",
        "**Monitoring:**",
        "**Security:**",
    ];
    for sections in served("standard", &cloud) {
        assert!(sections.is_empty(), "{sections:?}");
    }
}

#[test]
fn a_word_that_is_completed_by_the_next_is_not_that_word() {
    let flow = last("standard", &["## Daten- und Kontrollfluss"]);
    assert_eq!(flow, ["data.flow"]);
    is_none("standard", &["## Sicherheits- und Rangierregeln"]);
    is_none("handbook", &["## Daten- und Papierkorb"]);
}
