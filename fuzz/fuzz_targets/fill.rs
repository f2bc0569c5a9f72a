//! What `fill` writes into a chapter of a built-in template is found again, and filling twice is filling once. The
//! first character chooses the template.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use mdbook_archdoc_fuzz::{bound, filled};
use readers::settings::Settings;

fuzz_target!(|input: &str| {
    filled(Path::new("/nowhere"), vec![bound(input)], &Settings::default());
});
