//! The state of a record at the end of its title.

use words::Vocabulary;

use crate::adr::status::Status;

/// What a heading ends with behind a dash.
pub(in crate::adr) struct TitleState<'h> {
    /// What stands before the dash.
    pub(in crate::adr) words: &'h str,
    /// Where the state begins.
    pub(in crate::adr) at: usize,
    pub(in crate::adr) status: Status,
}

/// A heading that ends with its record's state behind a dash: `Use X - SUPERSEDED`. Other words than "superseded" say what
/// the subject is, as in `Python 2 support - deprecated`, but for a shouted `DEPRECATED`.
pub(in crate::adr) fn behind_a_dash(heading: &str) -> Option<TitleState<'_>> {
    let (at, dash) = [" - ", " – ", " — "]
        .into_iter()
        .filter_map(|dash| Some((heading.rfind(dash)?, dash)))
        .max()?;
    let state = heading[at + dash.len()..].trim();
    let shouted = !state.contains(char::is_lowercase) && state.contains(char::is_uppercase);
    let status = match Vocabulary::known().whole::<words::Status>(state)?.meaning {
        words::Status::Superseded => Status::Superseded,
        words::Status::Deprecated if shouted => Status::Deprecated,
        _ => return None,
    };
    let words = heading[..at].trim_end();
    let named = words.contains(char::is_alphabetic);
    named.then_some(TitleState { words, at: at + dash.len(), status })
}
