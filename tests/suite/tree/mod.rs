//! Markdown without a book: directories and files anywhere, `archdoc.toml`, comments that bind.

mod configured;
mod found;
mod reviews;

use crate::harness::files::{RECORD, tree};
use crate::harness::program::run;
use std::fs;
use std::path::Path;

fn short(directory: &Path, paths: &[&str]) -> String {
    let arguments = [&["check", "--format", "short"], paths].concat();
    run(directory, &arguments).stdout
}
