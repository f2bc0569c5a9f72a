//! What hostile names and words become on the page, and what expanding twice does.

mod languages;
mod pages;
mod tables;

use readers::analysis::Analysis;
use readers::book::{Book, Chapter, Output};
use readers::settings::{AdrChapters, Settings};

use crate::adr::nested_chapters;
use crate::expand::expand;

fn book(chapters: &[(&str, &str)]) -> Book<'static> {
    book_for("html", &[], chapters)
}

/// A book for a renderer, with other preprocessors beside us.
fn book_for(renderer: &str, helpers: &[&str], chapters: &[(&str, &str)]) -> Book<'static> {
    let chapter = |(path, text): &(&str, &str)| Chapter::new("A", "src", path, (*text).to_owned());
    let chapters = chapters.iter().map(chapter).collect();
    Book::new("/nowhere".into(), "src".to_owned(), chapters).for_output(Output::Rendered {
        renderer: renderer.to_owned(),
        helpers: helpers.iter().map(|&helper| helper.to_owned()).collect(),
    })
}

/// The chapters' texts as a build shows them.
fn shown(chapters: &[(&str, &str)], settings: &Settings) -> Vec<String> {
    shown_in(&book(chapters), settings)
}

fn shown_in(book: &Book<'_>, settings: &Settings) -> Vec<String> {
    let mut texts: Vec<String> =
        book.chapters.iter().map(|chapter| chapter.source().text().to_owned()).collect();
    for changed in expand(&Analysis::new(book, settings)) {
        texts[changed.chapter] = changed.edits.apply(&texts[changed.chapter]);
    }
    texts
}

const OLD: &str = "# 1. Use a table\n\n## Status\n\nSuperseded by [2](0002-use-a-log.md)\n\n## Context\n\nx\n\n## Decision\n\ny\n";
const NEW: &str = "# 2. Use a log\n\n## Status\n\nAccepted\n\nSupersedes [1](0001-use-a-table.md)\n\n## Context\n\nx\n\n## Decision\n\ny\n";

#[test]
fn a_banner_is_shown_once_however_often_it_is_expanded() {
    let front =
        "---\nstatus: superseded\n---\n# 1. Use a table\n\n## Context\n\nx\n\n## Decision\n\ny\n";
    for old in [OLD.to_owned(), OLD.replace('\n', "\r\n"), front.to_owned()] {
        let chapters = [("adr/0001-use-a-table.md", old.as_str()), ("adr/0002-use-a-log.md", NEW)];
        let once = shown(&chapters, &Settings::default());
        assert!(
            once[0].contains("This decision is **superseded** by [ADR 0002: Use a log]"),
            "{}",
            once[0]
        );
        let chapters = [(chapters[0].0, once[0].as_str()), (chapters[1].0, once[1].as_str())];
        let twice = shown(&chapters, &Settings::default());
        assert_eq!(twice, once);
    }
}

#[test]
fn the_front_matter_of_a_record_that_a_template_binds_goes_once() {
    let text = "---\nstatus: accepted\n---\n\n<<#archdoc template=\"formal\">>\n\n# 1. Use X\n";
    let book = book(&[("adr/0001-use-x.md", text)]);
    let settings = Settings::default();
    let analysis = Analysis::new(&book, &settings);
    assert_eq!(analysis.records.entries.len(), 1);
    let edits = &expand(&analysis)[0].edits;
    let from_top = edits.sorted().iter().filter(|edit| edit.span.start == 0).count();
    assert_eq!(from_top, 1, "{edits:?}");
    assert!(!edits.apply(text).contains("status: accepted\n"));
}

#[test]
fn names_of_records_lead_to_their_pages_and_nowhere_else() {
    let name = "adr/javascript:alert(9);#a?b%41{{#include x}}.md";
    let index = ("adr/README.md", "<<#archdoc adr-index>>\n\n<<#archdoc adr-graph>>\n");
    let old =
        OLD.replace("0002-use-a-log.md", "<javascript:alert(9);%23a%3Fb%2541{{%23include x}}.md>");
    let old = ("adr/0001-use-a-table.md", old.as_str());
    let page = &shown(&[index, old, (name, NEW)], &Settings::default())[0];
    let target = "./javascript:alert(9);%23a%3Fb%2541%7B%7B%23include x%7D%7D.md";
    assert!(page.contains(&format!("[Use a log](<{target}>)")), "{page}");
    assert!(
        !page.contains("{{") && !page.contains("(javascript:") && !page.contains("\"javascript:"),
        "{page}"
    );
}

#[test]
fn a_nested_record_has_a_page_that_mdbook_takes() {
    let index = ("adr/README.md", "<<#archdoc adr-index>>\n");
    let mut settings = Settings::default();
    settings.adr.chapters = Some(AdrChapters::Nested);
    let book = book(&[index, ("adr/0002-use-a-log.md", NEW)]);
    let mut analysis = Analysis::new(&book, &settings);
    // As if it had been found on disk.
    for entry in &mut analysis.records.entries {
        entry.chapter = None;
        entry.page = None;
        entry.record.path = "adr/..\\..\\0002-use-a-log.md".to_owned();
    }
    let Analysis { annotated, records, .. } = &mut analysis;
    analysis.nesting = readers::nesting::Nesting::of(&book, &settings, annotated, records);
    let new = nested_chapters(&analysis);
    assert_eq!(new[0].path, "adr/.._.._0002-use-a-log.md");
    let page = expand(&analysis)[0].edits.apply(book.chapters[0].source().text());
    assert!(page.contains("(.._.._0002-use-a-log.md)"), "{page}");
}

#[test]
fn a_nested_log_is_one_page_that_its_records_lead_into() {
    let index = ("adr/README.md", "<<#archdoc adr-index>>\n");
    let log = "# Decision log\n\n## ADR-1: Use a queue\n\nStatus: Accepted\n\n## ADR-2: Use a log\n\nStatus: Accepted\n";
    let mut settings = Settings::default();
    settings.adr.chapters = Some(AdrChapters::Nested);
    let book = book(&[index, ("adr/all.md", log)]);
    let mut analysis = Analysis::new(&book, &settings);
    assert_eq!(analysis.records.entries.len(), 2);
    for path in ["adr/log.md", "../adr/log.md"] {
        for entry in &mut analysis.records.entries {
            entry.chapter = None;
            entry.page = None;
            entry.record.path = path.to_owned();
        }
        let Analysis { annotated, records, .. } = &mut analysis;
        analysis.nesting = readers::nesting::Nesting::of(&book, &settings, annotated, records);
        let new = nested_chapters(&analysis);
        let names: Vec<(&str, &str)> = new.iter().map(|one| (&*one.name, &*one.path)).collect();
        assert_eq!(names, [("Decision log", "adr/log.md")]);
        let page = expand(&analysis)[0].edits.apply(book.chapters[0].source().text());
        for anchor in ["adr-1-use-a-queue", "adr-2-use-a-log"] {
            assert!(page.contains(&format!("(log.md#{anchor})")), "{page}");
        }
    }
}

#[test]
fn the_front_matter_of_a_nested_log_is_its_name_and_no_part_of_its_page() {
    let index = ("adr/README.md", "<<#archdoc adr-index>>\n");
    let front = "---\ntitle: Decisions of the yard\nowner: Ann\n---\n\n";
    let all =
        "## ADR-1: Use a queue\n\nStatus: Accepted\n\n## ADR-2: Use a log\n\nStatus: Accepted\n";
    let mut settings = Settings::default();
    settings.adr.chapters = Some(AdrChapters::Nested);
    for (text, page) in [
        (format!("{front}{all}"), format!("# Decisions of the yard\n\n{all}")),
        (format!("{front}# Yard\n\n{all}"), format!("# Yard\n\n{all}")),
    ] {
        let book = book(&[index, ("adr/all.md", &text)]);
        let mut analysis = Analysis::new(&book, &settings);
        for entry in &mut analysis.records.entries {
            entry.chapter = None;
            entry.page = None;
            entry.record.path = "adr/log.md".to_owned();
        }
        let Analysis { annotated, records, .. } = &mut analysis;
        analysis.nesting = readers::nesting::Nesting::of(&book, &settings, annotated, records);
        let new = nested_chapters(&analysis);
        assert_eq!(new.len(), 1);
        assert_eq!(new[0].content.trim_start(), page);
        assert!(page.starts_with(&format!("# {}", new[0].name)), "{}", new[0].name);
    }
}

#[test]
fn what_a_directive_says_is_no_html() {
    let text = "<<#archdoc template=\"formal\" project=\"<b>x</b> {{#include y}} [z](w) *v*\">>\n";
    for missing in ["skeleton", "note"] {
        let text = text.replace(">>", &format!(" missing=\"{missing}\">>"));
        let page = &shown(&[("a.md", &text)], &Settings::default())[0];
        let tag = page.matches("<b>").count() > page.matches("\\<b>").count();
        assert!(!tag && !page.contains("{{") && !page.contains("[z](w)"), "{page}");
    }
}

#[test]
fn two_change_logs_hide_a_table_once() {
    let text = "# A\n\n## Change Log\n\n<<#archdoc change-log>>\n\n<<#archdoc change-log limit=1>>\n\n\
                | Version | Date | Author | Changes |\n|---|---|---|---|\n| 1.0 | 2024-01-02 | Ann | x \\| `y` |\n";
    let book = book(&[("a.md", text)]);
    let changed = expand(&Analysis::new(&book, &Settings::default()));
    let removed = changed[0].edits.sorted().iter().filter(|edit| edit.text.is_empty()).count();
    assert_eq!(removed, 1);
    let page = changed[0].edits.apply(text);
    assert_eq!(
        page.matches(">2024-01-02</span><br/>1.0|x \\| `y`<br/><small>Ann</small>|").count(),
        2,
        "{page}"
    );
}

#[test]
fn items_are_shown_whether_or_not_a_link_begins_with_their_kind() {
    let template = |text: &str| {
        format!("<<#archdoc template=\"arc42\">>\n\n# A\n\n## 2. Constraints\n\n{text}")
    };
    let (a, b) = (
        template("- TC-1: one\n- TC-2: two\n\n## 4. Solution Strategy\n\n- TC-1: obeyed\n"),
        template("- TC-1: three\n"),
    );
    let links = "# Links\n\n<<#archdoc trace of=\"constraint\">>\n";
    let links = format!("{links}\n<<#archdoc trace of=\"strategy\">>\n");
    let chapters = [("a.md", a.as_str()), ("b.md", &b), ("links.md", &links)];
    let page = shown(&chapters, &Settings::default()).remove(2);
    for part in ["[TC-1](a.md#2-constraints)</span> (src/a.md)", "[TC-2](a.md", "(src/b.md) three"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("obeyed"), "what begins with an item's id is no second one: {page}");
}
