//! What mdbook-archdoc says in an editor: a server of the
//! [language server protocol](https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/).
//!
//! This crate is internal to mdbook-archdoc. It knows which texts an editor has open, when a book is looked at
//! again, and how findings become diagnostics. It must not judge, not read a book in a way of its own, and not
//! write files: an editor makes the changes that it offers.

mod actions;
mod address;
mod buffer;
mod capabilities;
mod client;
mod comment;
mod completion;
mod definition;
mod diagnostics;
mod edits;
mod hover;
mod index;
mod lens;
mod places;
mod position;
mod project;
mod publisher;
mod references;
mod requests;
mod server;
mod session;
mod shift;
mod snapshot;
mod symbols;
mod target;
mod transport;
mod worker;
mod workspace;

pub use server::{Ending, serve};
pub use session::SETTLED;
pub use transport::{Writer, stdio};
pub use worker::PAUSE;

#[cfg(test)]
mod tests;
