//! Writing to people: stderr, with colours only where a terminal shows them.

use std::io::Write;

use crate::report::human::{DEFAULT_WIDTH, Human, one_line};

/// Reports as wide as the terminal behind stderr.
pub fn human() -> Human {
    let size = terminal_size::terminal_size_of(std::io::stderr());
    Human::new(size.map_or(DEFAULT_WIDTH, |(width, _)| usize::from(width.0)))
}

/// Text from a book as one line for a terminal, which it must not be able to steer.
pub fn line(text: &str) -> String {
    one_line(text)
}

/// Writes styled text to stderr. `NO_COLOR`, `CLICOLOR` and `CLICOLOR_FORCE` are respected.
///
/// Where stderr is closed nobody reads it: that is no reason to fail.
pub fn report(styled: &str) {
    let mut stderr = anstream::AutoStream::auto(std::io::stderr()).lock();
    let _unread = stderr.write_all(styled.as_bytes()).and_then(|()| stderr.flush());
}
