//! A book with any `book.toml` and `archdoc.toml`: what cannot be used is told with its place, and what can is used.
//!
//! The record separator (U+001E) parts `book.toml`, `archdoc.toml`, `SUMMARY.md` and the texts that it may list.
#![no_main]

use libfuzzer_sys::fuzz_target;
use load::Reading;
use mdbook_archdoc_fuzz::{OnDisk, judged, real, texts};
use readers::analysis::Analysis;

const FILES: [&str; 5] =
    ["book.toml", "archdoc.toml", "src/SUMMARY.md", "src/a.md", "src/adr/0001-a.md"];

static DISK: OnDisk = OnDisk::new();

fuzz_target!(|input: &str| {
    let root = DISK.root(&FILES);
    let reading = Reading { overlay: DISK.overlay(&FILES, &texts(input)), ..Reading::default() };
    match load::load(root, reading) {
        Ok(loaded) => {
            loaded.problems.iter().filter_map(|problem| problem.place()).for_each(real);
            let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
            judged(&analysis, &loaded.config.levels);
        }
        Err(error) => {
            error.place().into_iter().for_each(real);
            error.others().iter().for_each(|other| real(&other.origin.place));
            assert!(!error.to_string().contains('\n'), "{error}");
        }
    }
});
