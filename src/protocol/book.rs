//! A received book as the readers see it.

use super::Input;
use readers::book::{Book, Chapter, Output};

impl<'a> Input<'a> {
    /// The received book as every command sees one: all chapters but drafts.
    ///
    /// A chapter that another preprocessor made has no file; it goes by the path of its page.
    /// [`Chapter::index`] leads back to [`Input::chapters`] and [`Changes`](super::Changes).
    pub(crate) fn to_book(&self) -> Book<'a> {
        let src = load::source_dir(self.context.src());
        let chapter = |(index, received): (usize, &super::Chapter<'a>)| {
            let file = received.source_path.as_ref().or(received.path.as_ref())?;
            let mut chapter = Chapter::new(&received.name, &src, file, received.content);
            chapter.index = index;
            chapter.number.clone_from(&received.number);
            chapter.parents = received.parent_names.iter().map(ToString::to_string).collect();
            Some(chapter)
        };
        let chapters = self.chapters.iter().enumerate().filter_map(chapter).collect();
        let output = Output::Rendered {
            renderer: self.context.renderer.clone(),
            helpers: self.context.helpers(),
        };
        let mut book = Book::new(self.context.root.clone(), src, chapters).for_output(output);
        book.links = self.context.links();
        book
    }
}
