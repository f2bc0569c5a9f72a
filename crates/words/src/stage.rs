//! The words of the configuration for a document's stage.

use text::words;

use crate::Stage;

words!(Stage { "draft" => Draft, "review" => Review, "final" => Final });

/// A document that states nothing is being written.
impl Default for Stage {
    fn default() -> Self {
        Self::Draft
    }
}
