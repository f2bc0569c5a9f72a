//! The no-op preprocessor as mdBook's guide shows it:
//! <https://rust-lang.github.io/mdBook/for_developers/preprocessors.html>.

use std::error::Error;
use std::io;

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let (_context, book) = mdbook_preprocessor::parse_input(io::stdin())?;
    serde_json::to_writer(io::stdout(), &book)?;
    Ok(())
}
