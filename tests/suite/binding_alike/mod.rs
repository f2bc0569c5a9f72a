//! Headings that look like a section's and are none, beside those that a reader takes for it at once.

use readers::analysis::Analysis;
use readers::book::{Book, Chapter};
use readers::settings::Settings;

/// The sections that each heading of an outline serves, in its order; each has a text.
fn served(template: &str, headings: &[&str]) -> Vec<Vec<String>> {
    let mut text = String::from("# Atlas\n\n");
    let mut lines = Vec::new();
    for heading in headings {
        lines.push(text.lines().count() + 1);
        text.extend([heading, "\n\nThe yard has its own rails.\n\n"]);
    }
    text.extend(["<<#archdoc template=\"", template, "\">>\n"]);
    let chapter = Chapter::new("Chapter", "src", "a.md", text);
    let book = Book::new("/nowhere".into(), "src".to_owned(), vec![chapter]);
    let settings = Settings::default();
    let analysis = Analysis::new(&book, &settings);
    let coverage = analysis.coverage();
    let at = |line: usize| {
        let sections = coverage[0].sections.iter().filter(move |one| one.line == Some(line));
        sections.map(|section| section.id.clone()).collect()
    };
    lines.into_iter().map(at).collect()
}

/// The sections that the last heading of an outline serves.
fn last(template: &str, headings: &[&str]) -> Vec<String> {
    served(template, headings).pop().unwrap_or_default()
}

fn is_none(template: &str, headings: &[&str]) {
    let found = last(template, headings);
    assert!(found.is_empty(), "{template}: {headings:?} serves {found:?}");
}

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

#[test]
fn of_two_that_are_called_alike_the_chapter_is_the_section() {
    let headings = [
        "## System Scope and Context",
        "## Building Block View",
        "### Scope and Context",
        "### Level 1",
    ];
    let found = served("arc42", &headings);
    assert_eq!(found[0], ["arc42.context"]);
    assert!(found[2].is_empty());
}

#[test]
fn a_chapter_joined_with_its_part_is_the_chapter() {
    let headings = [
        "## Good habits",
        "### Observability",
        "### Security",
        "## Monitoring & Metrics",
        "### Key metrics",
    ];
    let found = served("standard", &headings);
    assert!(found[1].is_empty());
    assert_eq!(found[3], ["monitoring"]);
    assert_eq!(found[4], ["monitoring.metrics"]);
}

#[test]
fn a_joined_heading_leaves_its_part_to_the_heading_below_that_is_called_so() {
    let headings = [
        "## Security Architecture",
        "### Authentication & Authorization",
        "#### Role-Based Access Control",
    ];
    let found = served("visual", &headings);
    assert_eq!(found[1], ["security.authn"]);
    assert_eq!(found[2], ["security.authz"]);
    // A chapter stays whole, whatever its parts are called.
    let chapter = ["## Performance & Scalability", "### Scaling Strategy"];
    assert_eq!(served("standard", &chapter)[0], ["performance", "scalability"]);
}

#[test]
fn what_holds_a_chapter_is_no_part_of_it() {
    let headings = ["## Yard and objectives", "### Vision", "### Key objectives"];
    assert!(!served("platform", &headings)[0].contains(&"goals.goals".to_owned()));
    let components = ["## Core Components", "### Microservices Architecture", "### Loader"];
    assert_eq!(served("standard", &components)[0], ["components"]);
}

#[test]
fn a_roadmap_is_the_outlook_and_its_plan() {
    for heading in ["## Future Roadmap", "## Implementation Phases", "## Migration Plan"] {
        assert_eq!(last("standard", &["## Rails", heading]), ["future", "roadmap"], "{heading}");
    }
    assert_eq!(last("standard", &["## Rails", "## Outlook"]), ["future"]);
}

#[test]
fn things_that_are_listed_below_a_heading_for_them_are_the_things() {
    let headings = [
        "## Data and State Model",
        "### Rails of state",
        "### Key Data Models",
        "#### Wagon Model",
        "#### Train Model",
    ];
    let headings = headings.map(str::to_owned);
    let text = headings.join("\n\nThe yard has its rails.\n\n");
    // Without a text of its own the heading only groups.
    let text =
        text.replace("### Key Data Models\n\nThe yard has its rails.", "### Key Data Models");
    let headings: Vec<&str> = text.split("\n\n").filter(|line| line.starts_with('#')).collect();
    assert_eq!(headings.len(), 5);
    let found = grouped("platform", &text);
    assert!(!found.contains(&"Key Data Models".to_owned()), "{found:?}");
    assert!(found.contains(&"Wagon Model".to_owned()), "{found:?}");
}

/// The headings of a text that are entities.
fn grouped(template: &str, text: &str) -> Vec<String> {
    let text = format!("# Atlas\n\n{text}\n\nText.\n\n<<#archdoc template=\"{template}\">>\n");
    let lines: Vec<&str> = text.lines().collect();
    let chapter = Chapter::new("Chapter", "src", "a.md", text.clone());
    let book = Book::new("/nowhere".into(), "src".to_owned(), vec![chapter]);
    let settings = Settings::default();
    let analysis = Analysis::new(&book, &settings);
    let coverage = analysis.coverage();
    let entities = coverage[0].sections.iter().filter(|section| section.id == "data.entity");
    let title = |line: usize| lines[line - 1].trim_start_matches(['#', ' ']).to_owned();
    entities.filter_map(|section| section.line).map(title).collect()
}

#[test]
fn a_chapter_of_the_number_comes_before_a_part_of_another() {
    let headings = [
        "## 1. Introduction and Goals",
        "## 2. Constraints",
        "### 2.3 Building Blocks of the law",
        "## 3. Context and Scope",
        "## 4. Solution Strategy",
        "## 5. Blocks of the yard",
        "## 7. Deployment View",
    ];
    let found = served("arc42", &headings);
    assert_eq!(found[5], ["arc42.building-blocks"]);
    assert!(found[2].is_empty());
    // The very title stays, whatever the numbers are.
    let titled = headings.map(|heading| match heading {
        "### 2.3 Building Blocks of the law" => "### Building Block View",
        heading => heading,
    });
    assert_eq!(served("arc42", &titled)[2], ["arc42.building-blocks"]);
}

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
