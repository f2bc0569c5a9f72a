//! Templates: plain Markdown files whose headings are the sections a document should have.
//!
//! ```text
//! ## PCI scope {#security.pci .required}
//! <!-- guide: Which parts touch card data? -->
//! <!-- aliases: Card data; PCI DSS -->
//! - **Purpose:** [why it exists]
//! ```
//!
//! `columns=required` and `fields=required` ask for the columns of the sample's table and for its labels.
//!
//! A heading that the vocabulary knows ("Data flow") is bound by its wordings in every language;
//! `concept=data-flow` says so for one that it does not know, `concept=none` that it is none.
//!
//! What stands under a heading is the sample that an author replaces. Heading attributes are
//! pulldown-cmark's own syntax, so a template previews anywhere.

pub mod builtin;
pub mod catalogue;
mod comment;
pub mod fingerprint;
mod generated_id;
mod head;
mod heading;
mod home;
pub mod inherit;
pub mod key;
mod mistakes;
mod problem;
mod read;
mod resolve;
pub mod sample;
pub mod write;

use std::sync::{Arc, OnceLock};

use serde::{Serialize, Serializer};
use text::source::{Source, Span};
use words::Concept;

use crate::settings::paths::PathSet;

use key::Key;

pub use home::Home;
pub use problem::Problem;
pub use read::read;

/// How much a section is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// May be there.
    Optional,
    /// Should be there.
    Recommended,
    /// Must be there.
    Required,
    /// Only groups its children and needs no text of its own.
    Container,
}

impl Need {
    /// The word of templates and of JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Optional => "optional",
            Self::Recommended => "recommended",
            Self::Required => "required",
            Self::Container => "container",
        }
    }

    /// Whether the template asks for it.
    pub const fn is_asked(self) -> bool {
        matches!(self, Self::Required | Self::Recommended)
    }

    /// The need of this name.
    pub fn of(name: &str) -> Option<Self> {
        [Self::Optional, Self::Recommended, Self::Required, Self::Container]
            .into_iter()
            .find(|need| need.name() == name)
    }
}

impl Serialize for Need {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A part of the sample that an author's own text must have too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// The columns of its table.
    Columns,
    /// Its labels.
    Fields,
}

impl Demand {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Columns, Self::Fields];

    /// The attribute of a heading that demands it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Columns => "columns",
            Self::Fields => "fields",
        }
    }
}

/// A value that a directive hands to its template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// The name: `{{name}}` in the template, `name="..."` in the directive.
    pub name: String,
    /// Must the directive give it?
    pub required: bool,
    /// What stands in its place otherwise.
    pub default: Option<String>,
}

/// A section of a template.
#[derive(Clone, Debug)]
pub struct TemplateSection {
    /// Stable name, unique but for copies.
    pub id: String,
    /// The heading's Markdown, without hashes and attributes; may hold `{{params}}`.
    pub heading: String,
    /// 1 to 6; a preference when binding.
    pub level: u8,
    /// Index of the section above.
    pub parent: Option<usize>,
    /// How much it is asked for.
    pub need: Need,
    /// What it repeats per (a component, an endpoint); its heading is then a prototype.
    pub repeat: Option<String>,
    /// How many instances there must be.
    pub min: usize,
    /// A further instance of the repeatable section before it, as an example: never missing.
    pub copy: bool,
    /// Its text may stay as it is and then counts as written.
    pub keep: bool,
    /// What of the sample must be there.
    pub demands: Vec<Demand>,
    /// The code that it describes, from the top of the repository; empty where nothing is said.
    pub describes: PathSet,
    /// The items that it is the home of; empty where nothing is said.
    pub defines: Vec<Home>,
    /// What to write, for people.
    pub guide: Option<String>,
    /// Other wordings and translations, as written.
    pub aliases: Vec<String>,
    /// What it is in the vocabulary: its wordings in every language bind too.
    pub concepts: Vec<Concept>,
    /// The heading's key and the aliases' keys.
    pub keys: Vec<Key>,
    /// The Markdown under the heading, comments left out.
    pub sample: String,
    /// The heading in the template's file.
    pub span: Span,
}

impl TemplateSection {
    /// Whether a concept is its first: it may stand for others as well.
    pub fn is_about(&self, concept: Concept) -> bool {
        self.concepts.first() == Some(&concept)
    }
}

/// A template.
#[derive(Clone, Debug)]
pub struct Template {
    /// What a directive calls it.
    pub name: String,
    /// Its version.
    pub version: semver::Version,
    /// One line for people.
    pub title: String,
    /// When to choose it.
    pub description: String,
    /// The values it takes.
    pub params: Vec<Param>,
    /// The sections, in order.
    pub sections: Vec<TemplateSection>,
    /// Its file.
    pub source: Arc<Source>,
    /// Whether its first section is the title: asked for often, and only once all sections are there.
    titled: OnceLock<bool>,
}

impl Template {
    /// The sections directly below one; the outermost for none.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        (0..self.sections.len()).filter(move |&index| self.sections[index].parent == parent)
    }

    /// The kinds of items that its sections are the homes of, in its order.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().flat_map(|section| &section.defines).map(|home| home.kind.as_str())
    }

    /// The section that a section is a part of; none for a chapter, be it below the document's title.
    pub fn containing(&self, section: usize) -> Option<usize> {
        self.sections[section].parent.filter(|&parent| !self.is_title(parent))
    }

    /// Whether parameters have the values that they have where nobody gives any.
    pub fn are_defaults(&self, params: &[(String, String)]) -> bool {
        let known =
            self.params.iter().filter_map(|param| Some((&param.name, param.default.as_ref()?)));
        known.eq(params.iter().map(|(name, value)| (name, value)))
    }

    /// Is `ancestor` above `section`, at any distance?
    pub fn is_within(&self, section: usize, ancestor: usize) -> bool {
        let mut above = self.sections[section].parent;
        while let Some(index) = above {
            if index == ancestor {
                return true;
            }
            above = self.sections[index].parent;
        }
        false
    }

    /// How many sections stand above this one, the document's title left out.
    pub fn depth(&self, section: usize) -> usize {
        let mut depth = 0;
        let mut above = self.sections[section].parent;
        while let Some(index) = above {
            depth += usize::from(!self.is_title(index));
            above = self.sections[index].parent;
        }
        depth
    }

    /// The document's own heading: the only section of level 1, before all others.
    pub fn is_title(&self, section: usize) -> bool {
        let title = || {
            let mut levels = self.sections.iter().map(|section| section.level);
            levels.next() == Some(1) && levels.all(|level| level > 1)
        };
        section == 0 && *self.titled.get_or_init(title)
    }
}

/// `{{name}}` replaced by its value; names without a value stay.
pub fn fill(text: &str, values: &[(String, String)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find("{{") {
        let (before, from) = rest.split_at(open);
        filled.push_str(before);
        let Some(close) = from.find("}}") else {
            rest = from;
            break;
        };
        let name = from[2..close].trim();
        match values.iter().find(|(known, _)| known == name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.push_str(&from[..close + 2]),
        }
        rest = &from[close + 2..];
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_filled_and_unknown_ones_stay() {
        let values = [("project".to_owned(), "Atlas".to_owned())];
        assert_eq!(fill("# {{project}} {{ project }} {{n}} {{", &values), "# Atlas Atlas {{n}} {{");
    }
}
