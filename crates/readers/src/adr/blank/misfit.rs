//! What keeps a team's template from being a record once it is filled in.

/// Why a template is no help, as words that follow its name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// Nothing in it is known.
    #[error(
        "does not read as a record once it is filled in: no heading and no label in it is one of a record"
    )]
    NoRecord,
    /// The title is not where it was written.
    #[error(
        "has its title in line {line}, and the title that is written there reads back as {read}"
    )]
    Title {
        /// The line of the template.
        line: usize,
        /// What is read.
        read: String,
    },
    /// The same of the status.
    #[error(
        "has its status in line {line}, and `{wanted}` that is written there reads back as {read}"
    )]
    Status {
        /// The line of the template.
        line: usize,
        /// What was written.
        wanted: String,
        /// What is read.
        read: String,
    },
    /// The front matter was what it claims to be, and is it no longer.
    #[error("has front matter that no longer reads once it is filled in: line {line}, {problem}")]
    FrontMatter {
        /// The line of the filled text.
        line: usize,
        /// Why it does not read.
        problem: String,
    },
}
