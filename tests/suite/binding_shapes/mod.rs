//! Shapes of outlines met in real documents, each with the section that a reader would name.

use readers::analysis::Analysis;
use readers::book::{Book, Chapter};
use readers::settings::Settings;

/// State and line of a section.
fn section(text: &str, id: &str) -> (&'static str, Option<usize>) {
    let chapter = Chapter::new("Chapter", "src", "a.md", text.to_owned());
    let book = Book::new("/nowhere".into(), "src".to_owned(), vec![chapter]);
    let settings = Settings::default();
    let analysis = Analysis::new(&book, &settings);
    let coverage = analysis.coverage();
    let found = coverage[0].sections.iter().find(|section| section.id == id);
    found.map(|section| (section.state.name(), section.line)).expect("a section of the template")
}

fn arc42(text: &str, id: &str) -> (&'static str, Option<usize>) {
    section(&format!("{text}\n\n<<#archdoc template=\"arc42\" project=\"P\">>\n"), id)
}

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

#[test]
fn a_title_that_says_what_kind_of_document_it_is_is_the_authors() {
    let text = "# Architecture\n\n## Overview\n\n## Glossary\n";
    assert_eq!(
        section(&format!("{text}\n\n<<#archdoc template=\"standard\">>\n"), "doc-title").0,
        "written"
    );
}

fn standard(text: &str, id: &str) -> (&'static str, Option<usize>) {
    section(&format!("# Atlas\n\n{text}\n\n<<#archdoc template=\"standard\">>\n"), id)
}

#[test]
fn an_aside_in_italics_that_instructs_is_no_text() {
    let state = |text: &str| standard(&format!("## Overview\n\n{text}"), "overview").0;
    let help = "*Give the purpose of the yard (e.g. \"It moves ...\"). This will be the basis for all else.*";
    assert_eq!(state(help), "untouched");
    assert_eq!(
        state("*This section is optional.*\n\n*List all terms. Some are known.*"),
        "untouched"
    );
    assert_eq!(state("*The yard lists its trains by hand.*"), "written");
    assert_eq!(state("Trains leave at night.\n\n*Lists hang in the hall.*"), "written");
}

#[test]
fn examples_in_brackets_are_open_in_code_too() {
    let state = |code: &str| standard(&format!("## Overview\n\n```\n{code}\n```"), "overview").0;
    assert_eq!(state("Hall:\n- Gate: [z.B. Ost, West]\n- Track: [one, two]"), "untouched");
    assert_eq!(state("[Picture or description]\n- Gates\n- Tracks of the yard"), "untouched");
    assert_eq!(state("gate: east\ntrack: [e.g. one]"), "partial");
    assert_eq!(state("gate: [east, west]\ntrack: [one]"), "written");
    assert_eq!(state("[Gate] -> [Track] -> [Hall]"), "written");
}

#[test]
fn a_part_of_nothing_but_placeholders_leaves_its_chapter_partial() {
    let text = "# Atlas\n\n## Context and Scope\n\n### Business context\n\nCarriers send scans by mail, each night, to the \
                hall in the east, and ask for them by day.\n\n### Technical context\n\n**\\<Diagram or Table\\>**\n";
    assert_eq!(arc42(text, "arc42.context").0, "partial");
}

#[test]
fn small_headings_and_badges_are_no_empty_sections() {
    let captions = "## Overview\n\nTrains.\n\n![Yard](a.png)\n\n##### Drawn by: the yard\n";
    assert_eq!(standard(captions, "overview").0, "written");
    let badges = "## Overview\n\n## ![gate](g.svg)\n\n## ![track](t.svg)\n";
    assert_eq!(standard(badges, "overview").0, "written");
}

#[test]
fn a_picture_right_below_the_chapter_is_its_diagram() {
    let state = |below: &str| {
        let text = format!("## System Architecture\n\n{below}\n\n### Components\n\nText.\n");
        standard(&text, "architecture.high-level").0
    };
    assert_eq!(state("```mermaid\ngraph TD\nA --> B\n```"), "merged");
    assert_eq!(state("![The halls](halls.png)"), "merged");
    assert_eq!(state("The halls and the yard."), "missing");
    assert_eq!(state("```bash\nmake run\n```"), "missing");
    assert_eq!(state("[![build](https://img.shields.io/b.svg)](https://ci)"), "missing");
}

#[test]
fn a_picture_in_the_overview_is_the_one_of_the_whole() {
    let state = |below: &str| {
        let text = format!(
            "## System Overview\n\nThe yard.\n\n{below}\n\n## System Architecture\n\n### Components\n\n#### Hall\n\nText.\n"
        );
        standard(&text, "architecture.high-level").0
    };
    assert_eq!(state("```mermaid\ngraph TD\nA --> B\n```"), "merged");
    assert_eq!(state("```text\nScale → Ledger\n```"), "merged");
    assert_eq!(state("![Diagram of the yard](yard.png)"), "merged");
    assert_eq!(state("```rust\nfn main() {}\n```"), "missing");
    assert_eq!(state("```\nnpm install yard\n```"), "missing");
    assert_eq!(state("![logo](logo.png)"), "missing");
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
        let tree = crate::tree::tree(&[(
            "a.md",
            &format!("{text}\n<!-- archdoc: template=\"arc42\" -->\n"),
        )]);
        let ran = crate::cli::run(tree.path(), &["check", "--format", "short"]);
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

/// The line of a section in headings that each have a text.
fn line_of(template: &str, headings: &[&str], id: &str) -> Option<usize> {
    let body = headings.join("\n\nTrains.\n\n");
    section(&format!("{body}\n\nTrains.\n\n<<#archdoc template=\"{template}\">>\n"), id).1
}

#[test]
fn what_says_of_which_kind_the_next_ones_are_is_not_empty() {
    let view = |title: &str| {
        format!(
            "# Atlas\n\n## Building Block View\n\nTwo halls.\n\n### {title}\n\n### Loader\n\n\
             Loads.\n\n### Press\n\nPresses.\n"
        )
    };
    for title in ["Building Blocks", "Components", "Bausteine", "Composants"] {
        assert_eq!(arc42(&view(title), "arc42.building-blocks").0, "written", "{title}");
    }
    assert_eq!(arc42(&view("Motivation"), "arc42.building-blocks").0, "partial");
    let chapter = "## Components\n\n## Loader\n\nLoads.\n\n## Press\n\nPresses.";
    assert_eq!(standard(chapter, "components").0, "written");
    let section = "## Components\n\n## Security\n\nLocks.";
    assert_eq!(standard(section, "components").0, "empty");
    let last = "## Security\n\nLocks.\n\n## Components";
    assert_eq!(standard(last, "components").0, "empty");
}

#[test]
fn a_part_alone_is_no_section_that_is_called_by_its_parts() {
    let platform = |headings: &[&str], id: &str| line_of("platform", headings, id);
    for heading in ["## Goals", "## 1. Goal", "## Key objectives", "## Ziele", "## 目标"] {
        let headings = ["# Atlas", heading, "## System Overview"];
        assert_eq!(platform(&headings, "goals.goals"), Some(5), "{heading}");
        assert_eq!(platform(&headings, "goals"), None, "{heading}");
    }
    let whole = ["# Atlas", "## Goals / Non-Goals", "## System Overview"];
    assert_eq!(platform(&whole, "goals"), Some(5));
    let joined = ["# Atlas", "## Goals and Non-Goals", "## System Overview"];
    assert_eq!(platform(&joined, "goals"), Some(5));
    let over = ["# Atlas", "## Goals", "### Goals", "### Non-Goals"];
    assert_eq!(platform(&over, "goals"), Some(5));
    assert_eq!(platform(&over, "goals.non-goals"), Some(13));
}

#[test]
fn a_chapter_may_be_one_word_of_the_title() {
    let found = line_of("visual", &["# Atlas", "## Integrations", "## Rails"], "integration");
    assert_eq!(found, Some(5));
    let risks = line_of("standard", &["# Atlas", "## Risks", "## Rails"], "risks");
    assert_eq!(risks, Some(5));
    let part = ["# Atlas", "## Rails", "### Integrations"];
    assert_eq!(line_of("visual", &part, "integration"), None);
}

#[test]
fn a_section_may_be_told_of_something() {
    for (template, heading, id) in [
        ("standard", "## Data flow of one train", "data.flow"),
        ("standard", "## Datenfluss eines Zuges", "data.flow"),
        ("standard", "## Flux de données d'un train", "data.flow"),
        ("standard", "## 一列火车的完整数据流", "data.flow"),
        ("standard", "## 列車のデータフロー", "data.flow"),
        ("platform", "## Out of scope for the first year", "goals.non-goals"),
    ] {
        assert_eq!(line_of(template, &["# Atlas", heading], id), Some(5), "{heading}");
    }
    let below = ["# Atlas", "## Scope", "### In scope", "### Out of scope for the first year"];
    assert_eq!(line_of("platform", &below, "goals.non-goals"), Some(13));
}

#[test]
fn scope_may_be_told_with_what_else_introduces() {
    for heading in
        ["### Background and scope", "### Bakgrund och omfattning", "### Goals and scope"]
    {
        let headings = ["# Atlas", "## Summary", heading];
        assert_eq!(line_of("formal", &headings, "introduction.scope"), Some(9), "{heading}");
    }
    let other = ["# Atlas", "## Summary", "### Rails and scope"];
    assert_eq!(line_of("formal", &other, "introduction.scope"), None);
}

#[test]
fn how_a_subject_stands_may_be_said_behind_it() {
    for (template, heading, id) in [
        ("platform", "## Open technical decisions still remaining", "open-questions"),
        ("platform", "## Open questions remaining", "open-questions"),
        ("platform", "## Offene technische Fragen", "open-questions"),
        ("standard", "## Architecture decisions taken", "decisions"),
        ("standard", "## Conceptual data model", "data.model"),
        ("standard", "## Konceptuell datamodell", "data.model"),
        ("handbook", "## Endpoints API", "api.endpoints"),
    ] {
        let headings = ["# Atlas", "## Rails", heading];
        assert_eq!(line_of(template, &headings, id), Some(9), "{heading}");
    }
}
