//! The state of a record at the end of its title.

use words::{Status, Vocabulary};

/// A heading that ends with its record's state behind a dash, `Use X - SUPERSEDED`: the words before it, and where the
/// state begins. One that still counts is only shouted: `Order flow - accepted` is about a state of orders.
pub(super) fn behind_a_dash(heading: &str) -> Option<(&str, usize)> {
    let (at, dash) = [" - ", " – ", " — "]
        .into_iter()
        .filter_map(|dash| Some((heading.rfind(dash)?, dash)))
        .max()?;
    let state = heading[at + dash.len()..].trim();
    let meant = Vocabulary::known().whole::<Status>(state)?.meaning;
    let shouted = !state.contains(char::is_lowercase) && state.contains(char::is_uppercase);
    let gone = matches!(meant, Status::Superseded | Status::Deprecated);
    let words = heading[..at].trim_end();
    let named = words.contains(char::is_alphabetic);
    (named && (shouted || gone)).then_some((words, at + dash.len()))
}
