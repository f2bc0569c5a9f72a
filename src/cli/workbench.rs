//! The commands that write, and those about templates.

use std::path::PathBuf;

use clap::Subcommand;

pub(super) const INIT_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc init                     the book or the repository that this directory is in
  mdbook-archdoc init docs/book           the book in docs/book
  mdbook-archdoc init --css               with a style sheet to refine the pages

A book gets its table in book.toml. Without a book, archdoc.toml is written only where decision
records are not found by name, or a document is beyond doubt written from a template. Everything
else in the file stays as it is; a second run changes nothing.";

pub(super) const NEW_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc new standard src/architecture.md
  mdbook-archdoc new formal src/atlas.md --title Atlas --param project=Atlas

A file that exists is never written over. The book is the one that PATH is in.";

pub(super) const FILL_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc fill src/architecture.md            show what would change
  mdbook-archdoc fill src/architecture.md --write    change it

Nothing that you have written is changed: only headings that are missing are added.";

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
pub(crate) struct NewArgs {
    /// The template's name
    pub(crate) template: String,
    /// The chapter's file, below the book's source directory
    pub(crate) path: PathBuf,
    /// A value for one of the template's parameters
    #[arg(long = "param", value_name = "KEY=VALUE", value_parser = key_value)]
    pub(crate) params: Vec<(String, String)>,
    /// The chapter's title
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// The directory of `book.toml`; looked for upwards from PATH otherwise
    #[arg(long, value_name = "DIR")]
    pub(crate) book: Option<PathBuf>,
}

/// Arguments of `fill`.
#[derive(Debug, clap::Args)]
pub(crate) struct FillArgs {
    /// The chapter's file
    pub(crate) path: PathBuf,
    /// Change the file instead of showing what would change
    #[arg(long)]
    pub(crate) write: bool,
    /// The directory of `book.toml`; looked for upwards from PATH otherwise
    #[arg(long, value_name = "DIR")]
    pub(crate) book: Option<PathBuf>,
}

fn key_value(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').filter(|(key, _)| !key.is_empty());
    pair.map(|(key, value)| (key.to_owned(), value.to_owned()))
        .ok_or_else(|| "it needs the form key=value".to_owned())
}

const TEMPLATES_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc templates show standard
  mdbook-archdoc templates derive old-design.md > templates/design.md
  mdbook-archdoc templates check";

/// What can be done with templates.
#[derive(Debug, Subcommand)]
#[command(after_help = TEMPLATES_EXAMPLES)]
pub(crate) enum TemplatesCommand {
    /// List all templates, the book's own first
    List {
        /// The directory of `book.toml`
        #[arg(default_value = ".")]
        book: PathBuf,
    },
    /// Show a template as Markdown; an own one with what it gets from those it extends
    Show {
        /// The template's name
        name: String,
        /// The directory of `book.toml`
        #[arg(long, value_name = "DIR", default_value = ".")]
        book: PathBuf,
    },
    /// Make a template from a document: its headings with ids, its text as `[...]`
    Derive {
        /// A Markdown file
        file: PathBuf,
    },
    /// Report the mistakes of a directory's templates; exit code 1 when there are any
    Check {
        /// The directory; that of `template-dir` otherwise
        directory: Option<PathBuf>,
    },
}
