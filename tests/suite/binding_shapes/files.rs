//! Documents in several files.

use super::*;

/// States and lines of a section in a document of several chapters; lines count from the chapter's.
fn in_chapters(template: &str, chapters: &[(&str, &str)], id: &str) -> Vec<(String, &'static str)> {
    let chapter = |(file, text): &(&str, &str)| {
        let text = format!("{text}\n\n<<#archdoc template=\"{template}\" doc=\"d\">>\n");
        Chapter::new("Chapter", "src", file, text)
    };
    let chapters = chapters.iter().map(chapter).collect();
    let book = Book::new("/nowhere".into(), "src".to_owned(), chapters);
    let settings = Settings::default();
    let analysis = Analysis::new(&book, &settings);
    let coverage = analysis.coverage();
    let sections = coverage[0].sections.iter().filter(|section| section.id == id);
    let place = |path: &Option<String>| path.clone().unwrap_or_default();
    sections.map(|section| (place(&section.path), section.state.name())).collect()
}

#[test]
fn where_a_file_is_about_a_chapter_a_part_of_another_is_not() {
    let chapters = [
        ("02.md", "# 2. Constraints\n\nA.\n\n## 2.4 Quality Requirements of the law\n\nB."),
        ("10.md", "# 10. Quality Requirements\n\nC."),
    ];
    let quality = in_chapters("arc42", &chapters, "arc42.quality");
    assert_eq!(quality, [("src/10.md".to_owned(), "written")]);
    let alone = in_chapters("arc42", &chapters[..1], "arc42.constraints");
    assert_eq!(alone, [("src/02.md".to_owned(), "written")]);
}

#[test]
fn rows_of_dots_are_no_text() {
    let text = "# Atlas\n\n## Risks\n\n| Risk | Measure |\n|---|---|\n| ... | ... |\n";
    assert_eq!(arc42(text, "arc42.risks").0, "untouched");
}

#[test]
fn of_several_files_the_index_page_has_the_title() {
    let chapters = [
        ("api.md", "# Calls\n\nBy mail only."),
        ("index.md", "# The system architecture of the yard\n\nSee the pages."),
        ("outlook.md", "# Last words\n\nNone."),
    ];
    let found = in_chapters("standard", &chapters, "doc-title");
    assert_eq!(found, [("src/index.md".to_owned(), "written")]);
}

#[test]
fn a_file_of_one_chapter_holds_its_sections_and_no_other_chapter() {
    let chapters = [("monitoring.md", "# 监控设计\n\n## 日志配置\n\nA.\n\n### 日志配置文件\n\nB.")];
    let found = in_chapters("handbook", &chapters, "monitoring.logging");
    assert_eq!(found, [("src/monitoring.md".to_owned(), "written")]);
    let chapters = [("04.md", "# Solution strategy\n\n## Best practices\n\nA.")];
    assert_eq!(in_chapters("arc42", &chapters, "arc42.concepts"), [(String::new(), "missing")]);
}
