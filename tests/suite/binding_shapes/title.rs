//! Titles and chapters.

use super::*;

#[test]
fn a_chapter_is_the_section_and_not_a_part_of_it() {
    let text = "# 9. Decisions\n\nA.\n\n# 10. Quality\n\n## 10.1 Quality Tree\n\nB.\n\n\
                ## 10.2 Quality Scenarios\n\nC.\n\n# 11. Risks and Technical Debt\n\n## 11.1 Risks\n\nD.\n";
    assert_eq!(arc42(text, "arc42.quality"), ("written", Some(5)));
    assert_eq!(arc42(text, "arc42.risks"), ("written", Some(15)));
}

#[test]
fn the_name_of_the_thing_may_stand_behind_the_title() {
    let text =
        "# Atlas\n\n## Constraints for Atlas\n\nRuns on one host.\n\n## Glossary\n\nA term.\n";
    assert_eq!(arc42(text, "arc42.constraints"), ("written", Some(3)));
}

#[test]
fn a_table_of_contents_is_not_the_documents_title() {
    let text = "# Inhaltsverzeichnis\n\n- [Glossar](#glossar)\n\n# Glossar\n\nEin Wort.\n";
    assert_eq!(arc42(text, "doc-title").1, None);
    assert_eq!(arc42(text, "arc42.glossary"), ("written", Some(5)));
}

#[test]
fn names_with_brackets_behind_and_items_that_end_with_a_colon_are_open() {
    let names = "# Atlas\n\n## Risks\n\n- `first`: [what it measures, why]\n- `second` (type) | [meaning] | [limits]\n";
    assert_eq!(arc42(names, "arc42.risks").0, "untouched");
    let items = "# Atlas\n\n## Risks\n\n- Split of the hosts (`dev/prod`):\n- Way back:\n";
    assert_eq!(arc42(items, "arc42.risks").0, "untouched");
    let written =
        "# Atlas\n\n## Risks\n\n- `first`: one value [see below](#b)\n- `second` (int): how many\n";
    assert_eq!(arc42(written, "arc42.risks").0, "written");
}

#[test]
fn many_headings_deep_nesting_and_a_long_paragraph_are_bound() {
    let many: Vec<String> = (0..10_000)
        .map(|at| format!("{} Part {at} of the securty\n\nText.\n\n", "#".repeat(1 + at % 6)))
        .collect();
    let many = many.concat();
    assert_eq!(arc42(&format!("{many}# Glossary\n\nA term.\n"), "arc42.glossary").0, "written");

    let quotes = format!("# Atlas\n\n## Glossary\n\n{}deep\n", "> ".repeat(1_000));
    assert_eq!(arc42(&quotes, "arc42.glossary").0, "written");
    let items: Vec<String> = (0..1_000).map(|at| format!("{}- item\n", "  ".repeat(at))).collect();
    let items = items.concat();
    let items = format!("# Atlas\n\n## Glossary\n\n{items}");
    assert_eq!(arc42(&items, "arc42.glossary").0, "written");

    let line = "A sentence of the authors, long enough to be one, on a line of its own.\n";
    let long = format!("# Atlas\n\n## Glossary\n\n{}", line.repeat((2 << 20) / line.len()));
    assert_eq!(arc42(&long, "arc42.glossary"), ("written", Some(3)));
}
