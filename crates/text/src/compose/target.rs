//! Where a link leads.

use percent_encoding::percent_encode_byte;

use crate::destination::Notation;

/// The target of a link: what it is made of cannot change where it leads.
///
/// mdBook compares targets with the paths of its chapters as they are, so that no more is encoded than
/// would mean something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target(String);

impl Target {
    /// A file by the way to it, forward slashes between its parts.
    pub fn file(path: &str) -> Self {
        let path = encoded(path);
        // What stands before a colon in the first part would be a scheme: `javascript:`.
        let first = path.split('/').next().unwrap_or_default();
        Self(if first.contains(':') { format!("./{path}") } else { path })
    }

    /// A place in the page itself, by its id.
    pub fn here(id: &str) -> Self {
        Self(String::new()).at(id)
    }

    /// A place in the page, by its id.
    #[must_use]
    pub fn at(self, id: &str) -> Self {
        Self(format!("{}#{}", self.0, encoded(id)))
    }

    /// A file as `SUMMARY.md` names it: mdBook takes the target for the path, and knows `%20` alone.
    pub fn in_summary(path: &str) -> Self {
        Self(path.replace(' ', "%20"))
    }

    /// A target that an author wrote; mdBook would expand double braces in it.
    pub fn written(target: &str) -> Self {
        Self(target.replace(char::is_control, "").replace("{{", "%7B%7B"))
    }

    /// Followed by an anchor or a query as an author wrote it, with its sign.
    #[must_use]
    pub fn followed_by(self, rest: &str) -> Self {
        Self(self.0 + &Self::written(rest).0)
    }

    /// As it stands in the place of a target that is written in some way.
    pub fn in_place_of(&self, notation: Notation) -> String {
        let angled = || self.0.replace('<', "%3C").replace('>', "%3E");
        match notation {
            Notation::Bare if self.0.contains([' ', '(', ')', '<', '>']) => {
                format!("<{}>", angled())
            }
            Notation::Bare => self.0.clone(),
            Notation::Angled => angled(),
            Notation::Attribute => {
                self.url().replace('&', "&amp;").replace('"', "&quot;").replace('\'', "&#39;")
            }
        }
    }

    /// As Markdown takes it.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// As an attribute takes it.
    pub fn url(&self) -> String {
        self.0.replace(' ', "%20")
    }
}

/// What would end a path, or be read as a separator, an encoding or a directive.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii_control() || b"#%?\\{}".contains(&byte) => {
                out.push_str(percent_encode_byte(byte));
            }
            _ => out.push(c),
        }
    }
    out
}
