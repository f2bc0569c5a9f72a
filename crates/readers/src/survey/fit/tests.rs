use super::*;
use crate::settings::Settings;
use crate::testing::book;

/// The templates that are suggested for a text with these headings.
fn suggested(headings: &[&str]) -> Vec<String> {
    let sections = headings.iter().flat_map(|one| ["## ", one, "\n\nText.\n\n"]);
    let text = format!("# Yard\n\n{}", sections.collect::<String>());
    let book = book(&[("a.md", &text)]);
    let settings = Settings::default();
    let (found, _) = candidates(&Analysis::new(&book, &settings), &[0]);
    found.into_iter().flat_map(|one| one.fits).map(|fit| fit.template).collect()
}

#[test]
fn what_only_shares_general_chapters_with_a_template_gets_none() {
    let general = [
        "Overview",
        "Authentication",
        "Endpoints",
        "Data Model",
        "Error Handling",
        "Caching",
        "Rate Limiting",
        "Metrics",
        "Logging",
        "Security",
        "Deployment",
        "Testing",
        "Glossary",
    ];
    assert_eq!(suggested(&general), [""; 0]);
    let document = [
        "Overview",
        "Architecture",
        "Components",
        "Data Flow",
        "Security",
        "Deployment",
        "Monitoring",
        "Performance",
        "Scalability",
        "Design Decisions",
    ];
    assert!(!suggested(&document).is_empty());
}
