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

#[test]
fn no_template_is_read_for_texts_without_headings() {
    let long = format!("# Yard\n\n{}", "## Area\n\nText.\n\n".repeat(FEWEST_CHAPTERS));
    let book = book(&[("a.md", "# Yard\n\n## Area\n\nText.\n"), ("b.md", &long)]);
    let settings = Settings::default();
    let analysis = Analysis::new(&book, &settings);
    let templates = Indices::of(&analysis.templates);
    let few: Vec<&Chapter<'_>> = book.chapters.iter().collect();
    assert!(fits(&analysis, &book.chapters[0], &templates).is_empty());
    assert!(one_file_a_chapter(&few, &templates).is_empty());
    assert!(templates.made.get().is_none());
    fits(&analysis, &book.chapters[1], &templates);
    assert!(templates.made.get().is_some_and(|made| !made.is_empty()));
}
