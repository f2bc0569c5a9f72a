//! Directives: `<<#archdoc template="formal" project="Atlas">>` on lines of their own.
//!
//! ```text
//! directive = "<<#archdoc" { space argument } [space] ">>"
//! argument  = key [ "=" value ]          key   = letter { letter | digit | "-" | "_" | "." }
//! value     = "..." | '...' | bare       \" and \\ inside quotes; ">>" allowed inside quotes
//! ```
//!
//! The first key says what the directive is. It may run over several lines up to a blank one. `describes` takes
//! bare paths too, and `decisions-since` a bare revision: `describes src/payments/** src/fees.rs`,
//! `decisions-since "v1.2"`.

pub mod adr;
mod arguments;
pub mod change_log;
pub(crate) mod comment;
pub mod describes;
mod mistake;
pub(crate) mod near;
mod scan;
mod surroundings;
mod template;
mod value_kind;
mod values;

use crate::settings::ChangeLogSettings;
use crate::settings::paths::PathSet;
use describes::Describes;
use text::source::Span;
use text::wording::nearest;
use values::Values;

pub use comment::Part;
pub use mistake::{Mistake, MistakeKind, Position};
pub use scan::{OPENING, scan};
pub use template::Template;
pub use value_kind::ValueKind;

/// What begins a directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `template="..."`: binds the chapter.
    Template,
    /// `adr-index`: a table of decision records.
    AdrIndex,
    /// `adr-graph`: how the records relate.
    AdrGraph,
    /// `decisions-since`: what became of the records since a revision.
    DecisionsSince,
    /// `change-log`: the history as a table.
    ChangeLog,
    /// `coverage`: what is written and what is not.
    Coverage,
    /// `trace`: which items are linked with which.
    Trace,
    /// `describes`: the code that the section is about.
    Describes,
}

impl Kind {
    /// All of them, with the key that begins the directive.
    pub const ALL: [(&'static str, Self); 8] = [
        ("template", Self::Template),
        ("adr-index", Self::AdrIndex),
        ("adr-graph", Self::AdrGraph),
        ("decisions-since", Self::DecisionsSince),
        ("change-log", Self::ChangeLog),
        ("coverage", Self::Coverage),
        ("trace", Self::Trace),
        ("describes", Self::Describes),
    ];

    /// The key that begins the directive.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(key, _)| key)
    }

    /// The directive that a key begins.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == key).map(|&(_, kind)| kind)
    }

    /// Whether it says something of the text that it stands in, and shows nothing: it ends where it ends.
    pub(crate) const fn is_statement(self) -> bool {
        matches!(self, Self::Template | Self::Describes)
    }

    /// Whether the key that begins it says nothing without a value.
    pub const fn needs_value(self) -> bool {
        self.is_statement() || matches!(self, Self::DecisionsSince)
    }

    /// The arguments it takes. A template takes its own parameters as well.
    pub fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Template => &["template", "missing", "status", "doc", "part"],
            Self::AdrIndex => &[
                "adr-index",
                "columns",
                "status",
                "tags",
                "paths",
                "sort",
                "group-by",
                "format",
                "limit",
            ],
            Self::AdrGraph => &["adr-graph", "status", "tags", "paths", "format"],
            Self::DecisionsSince => &["decisions-since"],
            Self::ChangeLog => &[
                "change-log",
                "source",
                "scope",
                "order",
                "limit",
                "columns",
                "since",
                "paths",
                "group-by",
            ],
            Self::Coverage => &["coverage", "paths"],
            Self::Trace => &["trace", "of"],
            Self::Describes => &["describes", "reviewed"],
        }
    }
}

/// `key` or `key=value`.
#[derive(Clone, Debug)]
pub struct Argument {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value without quotes; none for a bare key.
    pub value: Option<String>,
    /// Where the value stands, quotes included; the key's span where there is none.
    pub value_span: Span,
}

/// A directive that stands where it may and can be read.
#[derive(Clone, Debug)]
pub struct Directive {
    /// From `<<` to `>>`.
    pub span: Span,
    /// What it asks for.
    pub asks: Ask,
    /// The arguments, the first included.
    pub arguments: Vec<Argument>,
}

/// What a directive asks for. A value that means nothing is a mistake, and the default counts.
#[derive(Clone, Debug)]
pub enum Ask {
    /// The chapter is bound.
    Template(Template),
    /// A table of decision records.
    AdrIndex(adr::Index),
    /// How decision records relate.
    AdrGraph(adr::Graph),
    /// What became of decision records since this revision.
    DecisionsSince(String),
    /// A history.
    ChangeLog(change_log::View),
    /// How much is written: of all documents, or of these.
    Coverage(Option<PathSet>),
    /// Which items are linked with which: those of all kinds, or of this one.
    Trace(Option<String>),
    /// The section is about some code.
    Describes(Describes),
}

impl Ask {
    fn read(
        kind: Kind,
        arguments: &[Argument],
        defaults: &ChangeLogSettings,
    ) -> (Self, Vec<Mistake>) {
        let mut values = Values::of(arguments);
        let asks = match kind {
            Kind::Template => Self::Template(Template::read(&mut values)),
            Kind::AdrIndex => Self::AdrIndex(adr::Index::read(&mut values)),
            Kind::AdrGraph => Self::AdrGraph(adr::Graph::read(&mut values)),
            Kind::DecisionsSince => Self::DecisionsSince(values.text("decisions-since")),
            Kind::ChangeLog => Self::ChangeLog(change_log::View::read(&mut values, defaults)),
            Kind::Coverage => Self::Coverage(values.paths()),
            Kind::Trace => Self::Trace(values.kind("of")),
            Kind::Describes => Self::Describes(Describes::read(&mut values)),
        };
        (asks, values.mistakes)
    }

    /// What begins it.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Template(_) => Kind::Template,
            Self::AdrIndex(_) => Kind::AdrIndex,
            Self::AdrGraph(_) => Kind::AdrGraph,
            Self::DecisionsSince(_) => Kind::DecisionsSince,
            Self::ChangeLog(_) => Kind::ChangeLog,
            Self::Coverage(_) => Kind::Coverage,
            Self::Trace(_) => Kind::Trace,
            Self::Describes(_) => Kind::Describes,
        }
    }
}

impl Directive {
    /// The value of an argument: a parameter of a template.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.argument(key)?.value.as_deref()
    }

    /// What it binds the chapter to, if it does.
    pub const fn template(&self) -> Option<&Template> {
        match &self.asks {
            Ask::Template(template) => Some(template),
            _ => None,
        }
    }

    /// The change log that it shows, if it does.
    pub const fn change_log(&self) -> Option<&change_log::View> {
        match &self.asks {
            Ask::ChangeLog(view) => Some(view),
            _ => None,
        }
    }

    /// An argument with its place.
    pub fn argument(&self, key: &str) -> Option<&Argument> {
        self.arguments.iter().find(|argument| argument.key == key)
    }
}

/// What was found in one file.
#[derive(Debug, Default)]
pub struct Scan {
    /// The directives to carry out, in order.
    pub directives: Vec<Directive>,
    /// The parts that `render` fills, in order.
    pub parts: Vec<Part>,
    /// What cannot be carried out.
    pub mistakes: Vec<Mistake>,
}

impl Scan {
    /// All that is to be shown somewhere: in a directive's place, or in a part of the file.
    pub fn asked(&self) -> impl Iterator<Item = &Directive> {
        self.directives.iter().chain(self.parts.iter().map(|part| &part.directive))
    }
}

/// Complains about arguments that a directive does not take; `parameters` are its template's.
pub(crate) fn unknown_arguments(directive: &Directive, parameters: &[&str]) -> Vec<Mistake> {
    let kind = directive.asks.kind();
    let known: Vec<&str> = kind.arguments().iter().chain(parameters).copied().collect();
    directive
        .arguments
        .iter()
        .filter(|argument| !known.contains(&argument.key.as_str()))
        .map(|argument| Mistake {
            span: argument.key_span,
            kind: MistakeKind::UnknownArgument {
                key: argument.key.clone(),
                directive: kind.key(),
                nearest: nearest(&argument.key, known.iter().copied()).map(str::to_owned),
            },
        })
        .collect()
}
