//! The mdBook preprocessor that makes architecture documentation complete and keeps it true.

pub mod analysis;
pub mod book;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod pipeline;
pub mod protocol;
pub mod rule;
pub mod source;
