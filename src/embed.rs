//! archdoc inside a program that drives mdBook as a library (feature `mdbook`).
//!
//! ```no_run
//! # use crate::embed::Archdoc;
//! # use mdbook_preprocessor::{Preprocessor, PreprocessorContext, book::Book, config::Config};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // mdbook_driver: `MDBook::load("book")?.with_preprocessor(Archdoc)`; or by hand:
//! let context = PreprocessorContext::new("book".into(), Config::default(), "html".into());
//! let book = Archdoc.run(&context, Book::new())?;
//! # Ok(())
//! # }
//! ```

use mdbook_preprocessor::book::Book;
use mdbook_preprocessor::errors::Result;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

/// The preprocessor, for `mdbook_driver::MDBook::with_preprocessor`.
///
/// It sends the book through the very function that the program runs on stdin, so both do the same by
/// construction. That costs one trip through JSON, which is what running the program would cost too.
/// Findings go to stderr.
#[derive(Debug, Clone, Copy, Default)]
pub struct Archdoc;

impl Preprocessor for Archdoc {
    fn name(&self) -> &'static str {
        "archdoc"
    }

    fn run(&self, context: &PreprocessorContext, book: Book) -> Result<Book> {
        let message = serde_json::to_vec(&(context, &book))?;
        let answer = crate::preprocess(&message)?;
        Ok(serde_json::from_slice(&answer)?)
    }
}

#[cfg(test)]
mod tests {
    use mdbook_preprocessor::book::{BookItem, Chapter};
    use mdbook_preprocessor::config::Config;

    use super::*;

    #[test]
    fn a_book_without_directives_comes_back_the_same() {
        let mut chapter = Chapter::new("A", "a\r\n\"b\"".to_owned(), "a.md", Vec::new());
        chapter.sub_items.push(BookItem::PartTitle("Part".to_owned()));
        chapter.sub_items.push(Chapter::new_draft("Draft", vec!["A".to_owned()]).into());
        let book = Book::new_with_items(vec![BookItem::Separator, chapter.into()]);
        let context = PreprocessorContext::new("book".into(), Config::default(), "html".into());
        assert_eq!(Archdoc.run(&context, book.clone()).unwrap(), book);
        assert!(Archdoc.supports_renderer("anything").unwrap());
    }
}
