//! What can be wrong with a directive, and where it cannot be carried out.

use text::source::Span;

use super::Kind;

/// Why a directive is not carried out; the rule words it.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// What the finding points at.
    pub span: Span,
    /// What is wrong.
    pub kind: MistakeKind,
}

/// What can be wrong with a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MistakeKind {
    /// No `>>` before the next blank line or the end of the file.
    Unclosed,
    /// A quote that is never closed.
    UnclosedQuote,
    /// Something that is no `key` or `key=value`.
    NoArgument,
    /// `key=` with nothing behind.
    NoValue {
        /// The key.
        key: String,
    },
    /// A directive that takes arguments, with a value of its own.
    OwnValue {
        /// The directive.
        kind: Kind,
    },
    /// The same key twice.
    Repeated {
        /// The key.
        key: String,
    },
    /// Nothing but `<<#archdoc>>`.
    Empty,
    /// The first key is none that begins a directive.
    UnknownKind {
        /// The key.
        key: String,
        /// The nearest known one.
        nearest: Option<&'static str>,
    },
    /// A key this directive does not take.
    UnknownArgument {
        /// The key.
        key: String,
        /// The directive.
        directive: &'static str,
        /// The nearest known one.
        nearest: Option<String>,
    },
    /// A value outside the closed list that an argument takes.
    BadValue {
        /// The key.
        key: String,
        /// What it takes, in words.
        takes: String,
        /// The nearest right value.
        nearest: Option<String>,
    },
    /// A parameter that the template demands.
    NoParameter {
        /// The parameter.
        key: String,
        /// The template.
        template: String,
    },
    /// `{{#archdoc ...}}`.
    Braces,
    /// What begins it is spelt nearly as it should be; or a comment lacks its colon.
    Misspelt {
        /// What should stand there.
        right: &'static str,
    },
    /// A comment begins a part and no other ends it.
    NotEnded,
    /// A comment ends a part that none began.
    NotBegun,
    /// It stands where it is text.
    Misplaced(Position),
    /// The chapter has a template already.
    SecondTemplate {
        /// The line of the first.
        first: usize,
    },
}

/// Where a directive is not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// In a list item.
    List,
    /// In a block quote.
    Quote,
    /// In a table cell.
    Table,
    /// In a heading.
    Heading,
    /// With other text on its line or in its paragraph.
    Paragraph,
    /// In a block of HTML.
    Html,
    /// In a footnote or definition.
    Note,
}

impl Position {
    /// In words, after "in".
    pub const fn words(self) -> &'static str {
        match self {
            Self::List => "a list item",
            Self::Quote => "a block quote",
            Self::Table => "a table cell",
            Self::Heading => "a heading",
            Self::Paragraph => "a paragraph with other text",
            Self::Html => "a block of HTML",
            Self::Note => "a footnote or definition",
        }
    }
}
