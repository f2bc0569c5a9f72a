//! Text with styles, on its way to people.

use std::fmt::{self, Display};

use text::printable::Printable;

/// What a terminal shows: printable text, and styles that are ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Styled(String);

impl Styled {
    /// Text without styles, whoever wrote it.
    pub(crate) fn plain(text: &str) -> Self {
        Self(Printable::of(text).into_string())
    }

    /// What was rendered from printable texts.
    pub(super) fn rendered(styled: String) -> Self {
        Self(styled)
    }

    /// This and then that.
    #[must_use]
    pub(crate) fn then(self, next: &Self) -> Self {
        Self(self.0 + &next.0)
    }

    /// This and a number of line breaks.
    #[must_use]
    pub(crate) fn breaks(self, count: usize) -> Self {
        Self(self.0 + &"\n".repeat(count))
    }

    /// The text, styles included.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Display for Styled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
