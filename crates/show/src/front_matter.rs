//! Front matter on the page: mdBook would show it as a rule and a heading.

use text::compose::{Blocks, Inline};
use text::edit::{TextEdit, as_block};
use text::markdown::Document;

/// Takes the front matter of a chapter away; its title stays as a heading where the chapter has none of its
/// own. None where there is no front matter.
pub(crate) fn edit(document: &Document) -> Option<TextEdit> {
    let span = document.front_matter.as_ref()?.span;
    let Some(title) = document.stated_title() else { return Some(TextEdit::remove(span)) };
    let heading = Blocks::default().heading(1, Inline::text(title), "").markdown();
    Some(TextEdit::replace(span, as_block(document.source.text(), span, &heading)))
}
