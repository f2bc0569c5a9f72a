//! Writes the pages of the manual, one for each command, into a directory; a release has them:
//!
//! ```text
//! cargo run --example man -- DIRECTORY
//! ```

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let directory = std::env::args_os().nth(1).context("which directory?")?;
    let directory = PathBuf::from(directory);
    fs::create_dir_all(&directory).with_context(|| format!("{}", directory.display()))?;
    clap_mangen::generate_to(mdbook_archdoc::command_line(), &directory)
        .with_context(|| format!("{}", directory.display()))
}
