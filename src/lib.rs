//! The mdBook preprocessor that makes architecture documentation complete and keeps it true.

pub mod book;
pub mod diagnostic;
pub mod source;
