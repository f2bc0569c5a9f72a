//! archdoc as a library inside mdBook (feature `mdbook`) against archdoc as mdBook's command.

use std::cell::RefCell;

use mdbook_archdoc::Archdoc;
use mdbook_driver::MDBook;
use mdbook_driver::book::Book;
use mdbook_driver::errors::Result;
use mdbook_renderer::{RenderContext, Renderer};

use crate::harness::{self, Mdbook};

/// Keeps what a renderer gets.
#[derive(Default)]
struct Keep(RefCell<Option<Book>>);

impl Renderer for Keep {
    fn name(&self) -> &'static str {
        "html"
    }

    fn render(&self, context: &RenderContext) -> Result<()> {
        self.0.replace(Some(context.book.clone()));
        Ok(())
    }
}

#[test]
fn embedded_and_spawned_give_the_same_chapters() {
    for case in std::fs::read_dir(harness::books()).unwrap() {
        let copy = harness::Book::copy_of(&case.unwrap().path());
        let spawned = copy.markdown(Mdbook::V05, "html");

        let mut book = MDBook::load(copy.root()).unwrap();
        let keep = Keep::default();
        let built = book.with_preprocessor(Archdoc).execute_build_process(&keep);
        assert_eq!(built.is_err(), spawned.failure.is_some(), "{built:?}");
        for chapter in keep.0.take().unwrap_or_default().chapters() {
            // A text outside of the source directory has its page under another name.
            let names = [&chapter.source_path, &chapter.path].into_iter().flatten();
            let names = names.map(|path| path.to_str().unwrap().replace('\\', "/"));
            let shown = names.clone().find_map(|name| spawned.files.get(&name));
            assert_eq!(shown.unwrap(), chapter.content.as_bytes(), "{names:?}");
        }
    }
}
