//! A whole book in memory, from reading to the edits that a build makes: the author's bytes stay, every place lies in
//! its text, and what `fill` has written is found again.
//!
//! The first character of an input chooses the template; the record separator (U+001E) parts a chapter and the
//! decision records below it.
#![no_main]

use std::collections::BTreeSet;

use judge::level_settings::LevelSettings;
use judge::pipeline;
use libfuzzer_sys::fuzz_target;
use readers::analysis::Analysis;
use readers::book::{Book, Chapter, Target};
use readers::settings::Settings;
use readers::template::builtin;
use show::expand::expand;
use show::fill;
use text::edit::Edits;

const FILES: [&str; 4] = ["a.md", "adr/0001-a.md", "adr/0002-b.md", "adr/0003-c.md"];

fn book(texts: &[String]) -> Book<'static> {
    let chapter = |(file, text): (&&str, &String)| Chapter::new("Chapter", "src", *file, text.clone());
    let chapters = FILES.iter().zip(texts).map(chapter).collect();
    let renderers = vec!["html".to_owned()];
    let target = Target { renderer: "html".to_owned(), helpers: Vec::new(), renderers };
    Book::new("/nowhere".into(), "src".to_owned(), chapters).for_target(target)
}

/// The input, put together again from the output and what the edits say they did.
fn undone(output: &str, input: &str, edits: &Edits) -> String {
    let mut rebuilt = String::new();
    let (mut from, mut read) = (0, 0);
    for edit in edits.sorted() {
        let kept = edit.span.start - from;
        rebuilt.push_str(&output[read..read + kept]);
        read += kept;
        assert!(output[read..].starts_with(&edit.text), "an insertion is where it is said to be");
        read += edit.text.len();
        rebuilt.push_str(&input[edit.span.range()]);
        from = edit.span.end;
    }
    rebuilt + &output[read..]
}

/// Fills the first chapter as the command does; what is written is found again, at the latest by its id.
fn fill(mut texts: Vec<String>, settings: &Settings) {
    let (text, mut by_id) = (texts[0].clone(), BTreeSet::new());
    let mut added = BTreeSet::new();
    loop {
        let book = book(&texts);
        let analysis = Analysis::new(&book, settings);
        let Some((_, bound)) = analysis.bound().find(|(chapter, _)| chapter.chapter == 0) else { return };
        let source = book.chapters[0].source().text();
        let missing: BTreeSet<usize> = fill::wanted(bound).map(|gap| gap.section).collect();
        if missing.is_empty() || fill::open_block(source, fill::wanted(bound)).is_some() {
            return;
        }
        let unread: BTreeSet<usize> = missing.intersection(&added).copied().collect();
        if unread.is_empty() {
            let mut edits = Edits::default();
            edits.extend(fill::edits(source, bound, fill::wanted(bound), &by_id));
            texts[0] = edits.apply(source);
            added.extend(missing);
        } else {
            assert!(!unread.is_subset(&by_id), "not even an id is read:\n{source}");
            by_id.extend(unread);
            texts[0].clone_from(&text);
            added.clear();
        }
    }
}

fuzz_target!(|input: &str| {
    let mut rest = input.chars();
    let choice = rest.next().map_or(0, |first| first as usize);
    let names: Vec<&str> = builtin::names().collect();
    let directive = names.get(choice % (names.len() + 1));
    let directive = directive.map(|name| format!("<<#archdoc template=\"{name}\">>\n\n"));
    let mut texts: Vec<String> = rest.as_str().split('\u{1e}').map(str::to_owned).collect();
    texts[0].insert_str(0, directive.as_deref().unwrap_or_default());

    let settings = Settings::default();
    let first = book(&texts);
    let analysis = Analysis::new(&first, &settings);
    for finding in pipeline::judge(&analysis, &LevelSettings::default(), None).findings {
        let place = finding.place;
        assert!(place.source.text().get(place.span.range()).is_some(), "{}", finding.rule);
    }
    for chapter in expand(&analysis) {
        let text = first.chapters[chapter.chapter].source().text();
        let output = chapter.edits.apply(text);
        assert_eq!(undone(&output, text, &chapter.edits), text);
    }
    fill(texts, &settings);
});
