//! What is still open, and what answers for a section.

use super::*;

#[test]
fn a_document_that_calls_itself_a_template_names_what_belongs_in_it() {
    let text = "# Module Documentation Template\n\n## Glossary\n\n- Terms of the business\n\n\
                ## Risks\n\n- Known risks\n- The press broke on 3 May 2024\n";
    assert_eq!(arc42(text, "arc42.glossary").0, "untouched");
    assert_eq!(arc42(text, "arc42.risks").0, "written");
    let own = text.replace(" Template", "");
    assert_eq!(arc42(&own, "arc42.glossary").0, "written");
}

#[test]
fn an_address_and_a_link_to_be_filled_in_are_open() {
    let text = |line: &str| format!("# Atlas\n\n## Risks\n\nThe press is old.\n\n{line}\n");
    let state = |line: &str| arc42(&text(line), "arc42.risks").0;
    assert_eq!(state("Shown at https://<your-host>/risks."), "partial");
    assert_eq!(state("- [\\<Name of the risk\\>](risks/0001.md)"), "partial");
    assert_eq!(state("Shown at <https://example.com/risks>."), "written");
    assert_eq!(state("- [The press](risks/0001.md)"), "written");
}

/// A built-in template's own text is no author's, under its name and as a team's own template.
#[test]
fn a_copied_template_is_untouched() {
    for name in readers::template::builtin::names() {
        let text = readers::template::builtin::text(name).unwrap();
        let body = text.splitn(3, "---\n").nth(2).unwrap_or(text);
        let text = format!("{body}\n\n<<#archdoc template=\"{name}\">>\n");
        let chapter = Chapter::new("Chapter", "src", "a.md", text);
        let root = "/nowhere".into();
        let book = Book::new(root, "src".to_owned(), vec![chapter]);
        let settings = Settings::default();
        let analysis = Analysis::new(&book, &settings);
        let coverage = analysis.coverage();
        let begun = |state: &str| !matches!(state, "untouched" | "empty");
        let begun: Vec<_> =
            coverage[0].sections.iter().filter(|one| begun(one.state.name())).collect();
        assert!(
            begun.is_empty(),
            "{name}: {:?}",
            begun.iter().map(|one| &one.id).collect::<Vec<_>>()
        );
    }
}

#[test]
fn slots_in_capitals_are_unwritten() {
    let state = |text: &str| standard(&format!("## Overview\n\n{text}"), "overview").0;
    assert_eq!(state("{SYSTEM_OVERVIEW}"), "untouched");
    assert_eq!(state("{toc} lists what stands below."), "written");
    assert_eq!(state("The mailer fills in:\n\n- {CUSTOMER_NAME}\n- {ORDER_ID}"), "written");
}

#[test]
fn an_item_with_a_sections_title_answers_for_it() {
    let text = "## Monitoring\n\n### Watch of the yard\n\n- **Metrics:** trains an hour\n- **Colours:** red\n";
    assert_eq!(standard(text, "monitoring.metrics").0, "merged");
    let bare = text.replace(" trains an hour", "");
    assert_eq!(standard(&bare, "monitoring.metrics").0, "missing");
    let numbered =
        "## Scalability\n\n### Strategies\n\n1. **Horizontal Scaling**\n   - more halls\n";
    assert_eq!(standard(numbered, "scalability.horizontal"), ("merged", Some(7)));
    let told = "## Monitoring\n\nAll of it is watched.\n\n**Metrics:** trains an hour\n";
    assert_eq!(standard(told, "monitoring.metrics"), ("merged", Some(7)));
}

#[test]
fn where_no_heading_is_one_bold_lines_are_the_chapters() {
    let formal = |text: &str, id: &str| {
        section(&format!("{text}\n\n<<#archdoc template=\"formal\">>\n"), id)
    };
    let plain = "# Software Architecture Document\n\n**Introduction**\n\n**Purpose**\n\nFor the yard.\n\n\
                 **Scope**\n\nThe yard.\n\n**Security**\n\nLocks.\n";
    assert_eq!(formal(plain, "introduction.purpose"), ("written", Some(5)));
    assert_eq!(formal(plain, "security"), ("written", Some(13)));
    let numbered = "# Software Architecture Document\n\n## Yard 1.0\n\n### Table of Contents\n\n\
                    **1.** **INTRODUCTION** **........ 4**\n\n**7.** **DEPLOYMENT VIEW ....... 14**\n\n\
                    **1.** **Introduction**\n\nWords.\n\n**1.1** **Purpose**\n\nFor the yard.\n\n\
                    **3.** **Goals**\n\n**3.3** **Security**\n\nLocks.\n\n**7.** **Deployment View**\n\nTwo halls.\n";
    assert_eq!(formal(numbered, "introduction"), ("written", Some(11)));
    assert_eq!(formal(numbered, "introduction.purpose"), ("written", Some(15)));
    assert_eq!(formal(numbered, "deployment"), ("written", Some(25)));
}

#[test]
fn one_file_a_chapter_may_be_known_by_its_number() {
    let titles = [
        "1. Introduction and Goals",
        "2. Constraints",
        "3. Context and Scope",
        "4. Solution Strategy",
        "5. Qvb zrtlk",
        "6. Runtime View",
    ];
    let chapters = titles.iter().enumerate().map(|(at, title)| {
        let text =
            format!("# {title}\n\nTwo halls.\n\n<<#archdoc template=\"arc42\" doc=\"atlas\">>\n");
        Chapter::new("Chapter", "src", &format!("{at}.md"), text)
    });
    let book = Book::new("/nowhere".into(), "src".to_owned(), chapters.collect());
    let settings = Settings::default();
    let analysis = Analysis::new(&book, &settings);
    let coverage = analysis.coverage();
    let state = |id: &str| {
        let sections = coverage.iter().flat_map(|document| &document.sections);
        let mut of =
            sections.filter(|section| section.id == id).map(|section| section.state.name());
        (of.next(), of.next())
    };
    assert_eq!(state("arc42.building-blocks"), (Some("written"), None));
    assert_eq!(state("arc42.deployment"), (Some("missing"), None));
}

#[test]
fn the_answer_that_there_is_nothing_is_an_answer() {
    let answers = [
        ("N/A, because the yard has one hall.", "not-applicable"),
        ("N/A: one hall.", "not-applicable"),
        ("Not applicable: nothing is stored.", "not-applicable"),
        ("None.", "not-applicable"),
        ("Keine.", "not-applicable"),
    ];
    for (answer, state) in answers {
        let text = format!(
            "# Atlas\n\n## Risks and Technical Debt\n\n{answer}\n\n## Glossary\n\nA term.\n"
        );
        assert_eq!(arc42(&text, "arc42.risks"), (state, Some(3)), "{answer}");
        let tree = crate::harness::files::tree(&[(
            "a.md",
            &format!("{text}\n<!-- archdoc: template=\"arc42\" -->\n"),
        )]);
        let ran = crate::harness::program::run(tree.path(), &["check", "--format", "short"]);
        let told = |line: &&str| {
            line.contains("`Risks") || line.contains("a.md:3:") || line.contains("a.md:5:")
        };
        assert_eq!(ran.stdout.lines().find(told), None, "{answer}");
    }
}

#[test]
fn what_states_who_and_when_may_be_open_in_code() {
    let text = |line: &str| format!("# Atlas\n\n## Glossary\n\n{line}\n");
    assert_eq!(arc42(&text("**Author:** `<Author>`"), "arc42.glossary").0, "untouched");
    assert_eq!(arc42(&text("**Branch:** `<name>`"), "arc42.glossary").0, "written");
}
