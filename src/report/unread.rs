//! What could not be read, for the formats that programs read: who looks at those alone is told all the same.

use load::LoadError;
use text::source::{Place, Source, Span};

/// What could not be read, and where it is to be told.
pub(crate) struct Unread {
    /// What is wrong.
    pub(crate) message: String,
    /// What to do.
    pub(crate) help: Option<String>,
    /// The place that leads to it, else the beginning of the file.
    pub(crate) place: Place,
}

impl Unread {
    /// The name under which formats show it that want one, where a finding has its rule's.
    pub(crate) const NAME: &str = "not-read";

    pub(crate) fn all(problems: &[LoadError]) -> Vec<Self> {
        problems.iter().map(Self::of).collect()
    }

    fn of(problem: &LoadError) -> Self {
        let file = problem.file().unwrap_or(".");
        let place = problem.place().cloned();
        Self {
            message: problem.to_string(),
            help: problem.help(),
            place: place.unwrap_or_else(|| Place::new(&Source::new(file, ""), Span::at(0))),
        }
    }

    /// The message and what to do, for formats with room for one text.
    pub(crate) fn full_text(&self) -> String {
        let help = self.help.as_ref().map(|help| format!("\n\nhelp: {help}"));
        format!("{}{}", self.message, help.unwrap_or_default())
    }
}
