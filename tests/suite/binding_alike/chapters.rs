//! A chapter and its parts.

use super::*;

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
