//! The guide's gallery: a finished document for each built-in template, of which the program has nothing to say.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use judge::pipeline;
use load::{Loaded, load};
use readers::analysis::Analysis;
use readers::document::written::State;
use readers::settings::env::Environment;
use readers::template::{Need, builtin};
use words::Stage;

/// The guide, under its own settings.
fn guide() -> Loaded {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let guide = load(&root, Environment::default()).unwrap();
    assert!(guide.problems.is_empty(), "{:?}", guide.problems);
    guide
}

fn example(template: &str) -> String {
    format!("src/examples/{template}.md")
}

#[test]
fn each_built_in_template_has_one_example_and_the_guide_leads_to_it() {
    let guide = guide();
    let analysis = Analysis::new(&guide.book, &guide.config.settings);
    let bound = analysis.coverage().iter();
    let bound: Vec<_> = bound.map(|one| (one.template.clone(), one.path.clone())).collect();
    let mut names: Vec<&str> = builtin::names().collect();
    names.sort_unstable();
    let wanted: Vec<_> = names.iter().map(|name| ((*name).to_owned(), example(name))).collect();
    assert_eq!(bound, wanted);

    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/src");
    for (chapter, directory) in [("templates.md", "examples/"), ("examples/index.md", "")] {
        let text = fs::read_to_string(docs.join(chapter)).unwrap();
        for name in &names {
            assert!(text.contains(&format!("]({directory}{name}.md)")), "{chapter} lacks {name}");
        }
    }
}

#[test]
fn every_section_that_a_template_asks_for_is_written_under_its_own_heading() {
    let guide = guide();
    let analysis = Analysis::new(&guide.book, &guide.config.settings);
    for document in analysis.coverage() {
        assert_eq!(document.status, Some(Stage::Final), "{}", document.path);
        let open = document.sections.iter().find(|one| one.state != State::Written);
        assert!(open.is_none(), "{}: {open:?}", document.path);
        let here: BTreeSet<&str> = document.sections.iter().map(|one| one.id.as_str()).collect();
        let template = builtin::find(&document.template).unwrap();
        let mut asked = template.sections.iter().filter(|one| one.need >= Need::Recommended);
        let lacking = asked.find(|one| !here.contains(one.id.as_str()));
        assert!(lacking.is_none(), "{}: {lacking:?}", document.path);
    }
}

#[test]
fn there_is_nothing_to_find_in_the_guide() {
    let guide = guide();
    let analysis = Analysis::new(&guide.book, &guide.config.settings);
    let outcome = pipeline::judge(&analysis, &guide.config.levels, None);
    let found = outcome.findings.iter();
    let found: Vec<_> = found.map(|one| (one.rule.name, &one.message)).collect();
    assert!(found.is_empty(), "{found:#?}");
}
