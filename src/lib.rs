//! The mdBook preprocessor that makes architecture documentation complete and keeps it true.

pub mod analysis;
pub mod book;
pub mod config;
pub mod date;
pub mod diagnostic;
pub mod directive;
pub mod document;
#[cfg(feature = "mdbook")]
pub mod embed;
pub mod error;
pub mod load;
pub mod pipeline;
pub mod protocol;
pub mod rule;
pub mod source;
pub mod template;

use std::borrow::Cow;

/// Answers one message of mdBook: `[context, book]` in, the book out.
///
/// This is the seam between the protocol and the pipeline: the binary, the `mdbook` feature and the
/// example all go through it.
pub fn preprocess(message: &[u8]) -> Result<Cow<'_, [u8]>, protocol::ProtocolError> {
    let input = protocol::Input::parse(message)?;
    input.write(&protocol::Changes::default())
}
