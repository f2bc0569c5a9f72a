//! Writes the pages of the manual, one for each command, into a directory; a release has them:
//!
//! ```text
//! cargo run --example man -- DIRECTORY
//! ```

use std::fs;
use std::path::PathBuf;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::args_os().nth(1).ok_or("which directory?")?;
    let directory = PathBuf::from(directory);
    fs::create_dir_all(&directory)
        .and_then(|()| clap_mangen::generate_to(mdbook_archdoc::command_line(), &directory))
        .map_err(|error| format!("{}: {error}", directory.display()).into())
}
