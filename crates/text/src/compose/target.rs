//! Where a link leads.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What ends a path in a URL or in Markdown, or is taken for something else there.
const IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// What an author's target cannot have either; what is encoded stays so.
const IN_TARGET: &AsciiSet = &CONTROLS.add(b' ').add(b'{').add(b'}');

/// The target of a link, for a URL: what it is made of cannot change where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target(String);

impl Target {
    /// A file by the way to it, forward slashes between its parts.
    pub fn file(path: &str) -> Self {
        let encoded = utf8_percent_encode(path, IN_PATH).to_string();
        // What stands before a colon in the first part would be a scheme: `javascript:`.
        let first = encoded.split('/').next().unwrap_or_default();
        Self(if first.contains(':') { format!("./{encoded}") } else { encoded })
    }

    /// A place in the page itself, by its id.
    pub fn here(id: &str) -> Self {
        Self(String::new()).at(id)
    }

    /// A place in the page, by its id.
    #[must_use]
    pub fn at(self, id: &str) -> Self {
        Self(format!("{}#{}", self.0, utf8_percent_encode(id, IN_PATH)))
    }

    /// A file as `SUMMARY.md` names it: mdBook takes the target for the path, and knows `%20` alone.
    pub fn in_summary(path: &str) -> Self {
        Self(path.replace(' ', "%20"))
    }

    /// A target that an author wrote.
    pub fn written(target: &str) -> Self {
        Self(utf8_percent_encode(target, IN_TARGET).to_string())
    }

    /// The URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
