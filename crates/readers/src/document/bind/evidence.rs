//! What the passes that bind headings look at beside the binding itself.

use super::index::{Candidate, Index};
use super::said::Said;

/// What is known of a chapter's headings by their words.
pub(super) struct Evidence<'e> {
    /// The template's words.
    pub(super) index: &'e Index,
    /// Which sections the headings outside tables of contents may serve by their words, by node.
    pub(super) candidates: &'e [Candidate],
    /// What each heading says by itself.
    pub(super) said: &'e [Said],
    /// The document has further chapters, in other files.
    pub(super) one_of_several: bool,
}
