//! What `check --fix` mends in a chapter and its records is mended: it is not told again, and nothing goes in circles.
//!
//! The record separator (U+001E) parts the texts.
#![no_main]

use judge::level_settings::LevelSettings;
use libfuzzer_sys::fuzz_target;
use mdbook_archdoc_fuzz::{mended, texts};
use readers::settings::Settings;

fuzz_target!(|input: &str| {
    mended(texts(input), &Settings::default(), &LevelSettings::default());
});
