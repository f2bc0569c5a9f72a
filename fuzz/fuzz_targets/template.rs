//! A book's own templates of any text, and a chapter that is bound to the first of them: read, written and read again
//! a template is the same, its mistakes have places, and the chapter is filled once.
//!
//! The record separator (U+001E) parts the chapter and two templates, `t` and `u`.
#![no_main]

use judge::level_settings::LevelSettings;
use libfuzzer_sys::fuzz_target;
use mdbook_archdoc_fuzz::{OnDisk, book_at, expanded, judged, texts, within};
use readers::analysis::Analysis;
use readers::settings::Settings;
use readers::template::{TemplateSection, read, write};
use text::source::Source;

const FILES: [&str; 2] = ["templates/t.md", "templates/u.md"];

static DISK: OnDisk = OnDisk::new();

fuzz_target!(|input: &str| {
    let mut texts = texts(input);
    let templates = texts.split_off(1);
    let settings = Settings { template_dir: Some("templates".to_owned()), ..Settings::default() };
    let chapter = format!("<<#archdoc template=\"t\">>\n\n{}", texts[0]);
    let root = DISK.root(&FILES);
    let mut book = book_at(root.to_owned(), &[chapter]);
    book.overlay = DISK.overlay(&FILES, &templates);
    let analysis = Analysis::new(&book, &settings);
    judged(&analysis, &LevelSettings::default());
    // What is made of another is as good as that.
    let sound = analysis.templates.own().iter().all(|own| own.problems.is_empty());
    for own in analysis.templates.own() {
        own.problems.iter().for_each(|problem| within(&own.template.source, problem.span));
        // Hashes at its end close a heading.
        let closed = own.template.sections.iter().any(|section| section.heading.ends_with('#'));
        if sound && !closed {
            let written = write::markdown(&own.template);
            let (again, problems) =
                read(&own.template.name, &Source::new("t.md", written.as_str()));
            assert!(problems.is_empty(), "{problems:?}\n{written}");
            let facts = |section: &TemplateSection| {
                (
                    section.id.clone(),
                    section.level,
                    section.need,
                    section.min,
                    section.repeat.clone(),
                )
            };
            let sections = |all: &[TemplateSection]| all.iter().map(facts).collect::<Vec<_>>();
            assert_eq!(sections(&again.sections), sections(&own.template.sections), "{written}");
        }
    }
    expanded(&analysis, root);
});
