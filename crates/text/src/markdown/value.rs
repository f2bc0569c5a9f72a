//! Keys and values of front matter, whatever it is written in.

use crate::source::Span;

/// Why a block is not the YAML mapping it should be.
#[derive(Debug)]
pub struct Problem {
    /// Where the YAML reader gave up.
    pub span: Span,
    /// Its words.
    pub message: String,
}

/// `key: value`.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key as written, without quotes.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Value,
}

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Value {
    /// Without surrounding white space and comments.
    pub span: Span,
    /// What it is.
    pub kind: ValueKind,
}

/// What a value is. Scalars stay text: a date or a number is read by whoever asks for one.
#[derive(Clone, Debug)]
pub enum ValueKind {
    /// Nothing, `~` or `null`.
    Null,
    /// Text, with quotes and folding resolved.
    Scalar(String),
    /// `[a, b]` or a list of dashes.
    List(Vec<Value>),
    /// `{a: b}` or nested keys; `{Accepted}` is a map from `Accepted` to nothing.
    Map(Vec<Entry>),
}

impl Value {
    /// The text of a scalar; none for nothing, lists and maps.
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            ValueKind::Scalar(text) => Some(text),
            _ => None,
        }
    }
}
