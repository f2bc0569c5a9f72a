//! Writing to people: stderr, with colours only where a terminal shows them.

use std::io::Write;

use crate::report::human::{DEFAULT_WIDTH, Human};
use crate::report::styled::Styled;
use crate::report::wrap::lines;

/// Reports as wide as the terminal behind stderr.
pub(crate) fn human() -> Human {
    Human::new(width().unwrap_or(DEFAULT_WIDTH))
}

/// The columns of the terminal behind stderr, if there is one.
pub(crate) fn width() -> Option<usize> {
    let size = terminal_size::terminal_size_of(std::io::stderr());
    size.map(|(width, _)| usize::from(width.0))
}

/// The columns of the terminal behind stdout; without one there is no edge.
pub(crate) fn stdout_width() -> usize {
    let size = terminal_size::terminal_size_of(std::io::stdout());
    size.map_or(usize::MAX, |(width, _)| usize::from(width.0))
}

/// Tells people something, with the line breaks it has.
pub(crate) fn stderr_text(text: &str) {
    stderr_styled(&Styled::plain(text));
}

/// Tells people something in lines, which break at the terminal's edge and go on indented.
pub(crate) fn stderr_wrapped(text: &str) {
    match width() {
        Some(width) => stderr_text(&lines(text, width)),
        None => stderr_text(text),
    }
}

/// Writes styled text to stderr. `NO_COLOR`, `CLICOLOR` and `CLICOLOR_FORCE` are respected.
///
/// Where stderr is closed nobody reads it: that is no reason to fail.
pub(crate) fn stderr_styled(styled: &Styled) {
    let mut stderr = anstream::AutoStream::auto(std::io::stderr()).lock();
    let _unread = stderr.write_all(styled.as_str().as_bytes()).and_then(|()| stderr.flush());
}
