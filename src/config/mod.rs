//! `[preprocessor.archdoc]`: read as written, resolved into [`Settings`].

/// The configuration with every default filled in.
#[derive(Clone, Debug, Default)]
pub struct Settings {}
