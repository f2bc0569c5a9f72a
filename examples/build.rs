//! Builds a book with the real mdBook and archdoc, neither of which has to be installed:
//!
//! ```text
//! cargo run --example build -- example-book
//! ```
//!
//! It prints what archdoc finds, and at the end where the pages lie. It is also the shortest program that
//! embeds archdoc; with the feature `mdbook`, `mdbook_archdoc::Archdoc` replaces the type below.

use std::error::Error;
use std::path::PathBuf;

use mdbook_driver::MDBook;
use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::errors::Result;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let root = std::env::args_os().nth(1).ok_or("usage: build BOOK")?;
    let root = PathBuf::from(root);
    let mut book = MDBook::load(&root)?;
    // It takes the place of the command that the book's `[preprocessor.archdoc]` names.
    book.with_preprocessor(Archdoc).build()?;
    println!("built {}", book.build_dir_for("html").join("index.html").display());
    Ok(())
}

struct Archdoc;

impl Preprocessor for Archdoc {
    fn name(&self) -> &'static str {
        "archdoc"
    }

    fn run(&self, context: &PreprocessorContext, book: Book) -> Result<Book> {
        let message = serde_json::to_vec(&(context, &book))?;
        let answer = mdbook_archdoc::preprocess(&message)?;
        Ok(serde_json::from_slice(&answer)?)
    }
}
