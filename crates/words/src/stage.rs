//! How far a document is.

use text::words;

/// How far a document is. What a draft may lack, a final document may not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Being written; also where nothing is stated.
    #[default]
    Draft,
    /// Being reviewed.
    Review,
    /// It counts.
    Final,
}

words!(Stage { "draft" => Draft, "review" => Review, "final" => Final });
