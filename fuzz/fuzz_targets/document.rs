//! A chapter that is bound to a built-in template, as a build shows it. The first character chooses the template.
#![no_main]

use std::path::Path;

use judge::level_settings::LevelSettings;
use libfuzzer_sys::fuzz_target;
use mdbook_archdoc_fuzz::{book, bound, expanded, judged};
use readers::analysis::Analysis;
use readers::settings::Settings;

fuzz_target!(|input: &str| {
    let settings = Settings::default();
    let book = book(&[bound(input)]);
    let analysis = Analysis::new(&book, &settings);
    judged(&analysis, &LevelSettings::default());
    expanded(&analysis, Path::new("/nowhere"));
});
