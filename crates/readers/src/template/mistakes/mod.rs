//! What has no effect in a template's file: a misspelt word asks for nothing, and nobody notices.

mod comment;
mod front;
mod heading;
mod inherited;
mod param;
mod sample;

use text::markdown::Document;
use text::wording::{listed, nearest};

use super::Problem;
use super::Template;

/// A template's file and what became of it.
pub(super) struct Read<'t> {
    /// The file.
    pub document: &'t Document,
    /// What the file itself says.
    pub own: &'t Template,
    /// The same joined with the template that it extends.
    pub whole: &'t Template,
    /// What it extends.
    pub parent: Parent<'t>,
}

/// What a template extends.
#[derive(Clone, Copy)]
pub(super) enum Parent<'t> {
    /// Nothing.
    None,
    /// A template that is not there.
    Unknown,
    /// This one.
    Known(&'t Template),
}

/// The mistakes of a file that [`super::read`] and [`super::inherit`] have no use for.
pub(super) fn find(read: &Read<'_>) -> Vec<Problem> {
    let mut found = front::find(read.document);
    found.extend(comment::find(read.document));
    found.extend(heading::find(read));
    found.extend(sample::find(read));
    found.extend(param::find(read));
    found.extend(inherited::find(read));
    found
}

/// What is said of a word that is none of the known ones. `mark` stands before each of them.
fn meaningless(word: &str, mark: &str, known: &[&str]) -> String {
    if let Some(near) = nearest(word, known.iter().copied()) {
        return format!("`{mark}{word}` means nothing here; did you mean `{mark}{near}`?");
    }
    let known: Vec<String> = known.iter().map(|known| format!("{mark}{known}")).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    format!("`{mark}{word}` means nothing here; known are {}", listed(&known))
}

#[cfg(test)]
mod tests;
