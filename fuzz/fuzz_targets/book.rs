//! A whole book in memory, from reading to the edits that a build makes: the author's bytes stay, every place lies in
//! its text, and a second build changes nothing.
//!
//! The record separator (U+001E) parts a chapter and the decision records below it.
#![no_main]

use std::path::Path;

use judge::level_settings::LevelSettings;
use libfuzzer_sys::fuzz_target;
use mdbook_archdoc_fuzz::{book, expanded, judged, texts};
use readers::analysis::Analysis;
use readers::settings::Settings;

fuzz_target!(|input: &str| {
    let settings = Settings::default();
    let book = book(&texts(input));
    let analysis = Analysis::new(&book, &settings);
    judged(&analysis, &LevelSettings::default());
    expanded(&analysis, Path::new("/nowhere"));
});
