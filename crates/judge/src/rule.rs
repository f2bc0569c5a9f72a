//! What a rule is: a name, a group, default levels and a page. The rules themselves are in [`crate::rules`].

use std::fmt;

use text::link::join;

use crate::level::Levels;

/// What a rule is about; the configuration can set the level of a whole group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Sections of a document that is bound to a template.
    Sections,
    /// A document as a whole: status, metadata, encoding.
    Document,
    /// The directives themselves.
    Directives,
    /// Decision records.
    Adr,
    /// Change logs and the metadata they must agree with.
    Changelog,
    /// `book.toml`, templates, suppressions and baselines.
    Config,
}

impl Group {
    /// All groups, in the order of the guide.
    pub const ALL: [Self; 6] = [
        Self::Sections,
        Self::Document,
        Self::Directives,
        Self::Adr,
        Self::Changelog,
        Self::Config,
    ];

    /// The name in the configuration and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sections => "sections",
            Self::Document => "document",
            Self::Directives => "directives",
            Self::Adr => "adr",
            Self::Changelog => "changelog",
            Self::Config => "config",
        }
    }
}

/// A named check with its page.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case; reads as `allow NAME`.
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// The levels when nothing is configured.
    pub levels: Levels,
    /// One sentence for lists and SARIF.
    pub summary: &'static str,
    /// The page, as Markdown.
    pub page: &'static str,
}

/// The address of the program's pages; empty for a build that knows of none.
pub fn site() -> &'static str {
    env!("CARGO_PKG_HOMEPAGE").trim_end_matches('/')
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Rule {
    /// The address of the rule's page; its path in the guide, for a build that knows of no web site.
    pub fn address(&self) -> String {
        join(site(), &format!("rules/{}.html", self.name))
    }
}
