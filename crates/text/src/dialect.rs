//! The Markdown that mdBook reads: the same for reading and for writing.

use pulldown_cmark::Options;

/// mdBook 0.5's own options, less smart punctuation, which changes characters but no structure.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}
