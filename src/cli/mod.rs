//! What can be typed: types only, their comments are the help.

mod adr;
mod check;
#[cfg(test)]
mod documented;
mod workbench;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use workbench::{FILL_EXAMPLES, INIT_EXAMPLES, NEW_EXAMPLES};
pub(crate) use workbench::{FillArgs, NewArgs, TemplatesCommand};

pub(crate) use adr::{
    AdrCommand, AdrInit, AdrLink, AdrNew, AdrRelation, AdrStatus, AdrSupersede, AdrTemplate, Which,
};
pub(crate) use check::{CheckArgs, CheckFormat};

/// Makes the architecture documentation in an mdBook complete, and keeps it true.
///
/// mdBook starts this program itself, without a subcommand, when `book.toml` says so. The subcommands
/// are for people.
#[derive(Debug, Parser)]
#[command(name = "mdbook-archdoc", version, after_help = SETUP)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// One day, in any usual shape.
fn day(text: &str) -> Result<jiff::civil::Date, &'static str> {
    words::date::day(text).ok_or("that is no day, or not one alone; write 2026-01-31")
}

const SETUP: &str = "\
In book.toml:
  [preprocessor.archdoc]
  before = [\"links\"]

In a chapter, on a line of its own:
  <<#archdoc template=\"standard\" project=\"Atlas\">>

Then build the book, or look at the findings alone:
  mdbook build
  mdbook-archdoc check";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Answer mdBook's question whether a renderer is supported: all are
    #[command(hide = true)]
    Supports {
        /// The renderer's name
        renderer: String,
    },
    /// Report what a build would report, in a book or in any Markdown files
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Box<CheckArgs>),
    /// Say which templates fit, and which records and change logs are there
    #[command(after_help = SUGGEST_EXAMPLES)]
    Suggest(SuggestArgs),
    /// Show how much of each document is written
    #[command(after_help = COVERAGE_EXAMPLES)]
    Coverage(BookArgs),
    /// Tell what changed in decisions and documents since a commit: for a release note or a pull request
    #[command(after_help = CHANGES_EXAMPLES)]
    Changes(ChangesArgs),
    /// Look round, set up what was found, and say what to do next
    #[command(after_help = INIT_EXAMPLES)]
    Init {
        /// A path in the book or repository
        #[arg(default_value = ".")]
        path: PathBuf,
        /// Also write `archdoc.css`, a style sheet of your own to refine the pages of a book
        #[arg(long)]
        css: bool,
    },
    /// Templates: list, show, derive and check them
    #[command(subcommand)]
    Templates(TemplatesCommand),
    /// Begin a chapter from a template, and list it in `SUMMARY.md`
    #[command(after_help = NEW_EXAMPLES)]
    New(NewArgs),
    /// Write the missing sections into a chapter: shows what would change
    #[command(after_help = FILL_EXAMPLES)]
    Fill(FillArgs),
    /// Fill what stands between two comments in plain files: indexes, graphs, decisions, change logs, coverage, links
    #[command(after_help = RENDER_EXAMPLES)]
    Render(RenderArgs),
    /// Change logs: list their entries
    #[command(subcommand)]
    Changelog(ChangelogCommand),
    /// Explain a rule: what it checks, why, and how to configure it
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain {
        /// The name of a rule, as in a finding's brackets, or of a group; all rules are listed without it
        rule: Option<String>,
    },
    /// Serve an editor, which starts this itself: findings, mends and completion while you type
    #[command(after_help = LSP_NOTES)]
    Lsp,
    /// Print a script that completes this program's arguments in a shell
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Decision records: list them, write the next one, tell them what became of them
    #[command(subcommand)]
    Adr(AdrCommand),
}

/// What can be done with change logs, in a book or without one.
#[derive(Debug, Subcommand)]
pub(crate) enum ChangelogCommand {
    /// List the entries of the change logs in files, and what is wrong with them
    #[command(after_help = CHANGELOG_LIST_EXAMPLES)]
    List {
        /// Markdown files and directories of them; the current directory without any
        paths: Vec<PathBuf>,
        /// For people or for programs
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
    },
}

const CHANGELOG_LIST_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc changelog list CHANGELOG.md
  mdbook-archdoc changelog list docs/*.md --format json | jq '.[].entries[].date'

What an entry does not state is left out. Today, for dates in the future, is SOURCE_DATE_EPOCH where
that is set.";

const CHECK_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc check                          the book in this directory
  mdbook-archdoc check docs                     the book in docs/, or its files where there is none
  mdbook-archdoc check docs/adr README.md       some files and directories only
  mdbook-archdoc check -D warnings              fail for anything that is found
  mdbook-archdoc check -D warnings -W adr       ... but for decision records
  mdbook-archdoc check --status final           what is open until the documents can be final
  mdbook-archdoc check --fix --dry-run          what can be mended, as a diff
  mdbook-archdoc check --fix                    ... and mend it
  mdbook-archdoc check --since origin/main      what this branch brought, and nothing older
  mdbook-archdoc check --staged                 ... and what the next commit would
  mdbook-archdoc check --write-baseline         know what is found now, report what comes
  mdbook-archdoc check --format json | jq length
  mdbook-archdoc check --format sarif > archdoc.sarif

Exit code: 0 nothing denied, 1 a denied finding, 2 the book or its configuration cannot be read.
Findings for people go to stderr, all other formats to stdout.";

const LSP_NOTES: &str = "\
The server of the language server protocol, over stdin and stdout. In Neovim:
  vim.lsp.start({ name = 'archdoc', cmd = { 'mdbook-archdoc', 'lsp' }, root_dir = vim.fn.getcwd() })

Exit code: 0 shut down as the protocol says, 1 otherwise.";

const SUGGEST_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc suggest                        all chapters of the book, or all Markdown files
  mdbook-archdoc suggest docs/architecture.md
  mdbook-archdoc suggest --format json | jq '.[].documents[].path'

For each directory of records that is not found by its name, the line that has it read. For each
text that is written like a template: how many of its headings are called as the template's, how
many of the sections that the template requires they are, and the line to add. Nothing is written.";

const COVERAGE_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc coverage
  mdbook-archdoc coverage docs --format json";

/// Arguments of `changes`.
#[derive(Debug, Args)]
pub(crate) struct ChangesArgs {
    /// A path in the book or repository
    #[arg(default_value = ".")]
    pub(crate) path: PathBuf,
    /// The commit, tag or branch to compare with
    #[arg(long, value_name = "REVISION")]
    pub(crate) since: String,
    /// For a page or for programs
    #[arg(long, value_enum, default_value_t = ChangesFormat::Markdown)]
    pub(crate) format: ChangesFormat,
}

/// Who reads what has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ChangesFormat {
    /// A page, a comment, a release note
    Markdown,
    /// Programs: an object
    Json,
}

const CHANGES_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc changes --since v1.2
  mdbook-archdoc changes docs --since origin/main --format json

The Markdown says nothing where nothing has changed.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc explain                        list all rules
  mdbook-archdoc explain unknown-config
  mdbook-archdoc explain adr                    list the rules of a group";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc completions bash > ~/.local/share/bash-completion/completions/mdbook-archdoc
  mdbook-archdoc completions fish > ~/.config/fish/completions/mdbook-archdoc.fish";

/// Arguments of `suggest`.
#[derive(Debug, clap::Args)]
pub(crate) struct SuggestArgs {
    /// Files and directories; default: the book or the tree that the current directory is in
    pub(crate) paths: Vec<PathBuf>,
    /// For people or for programs
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// Arguments of the commands that read a book.
#[derive(Debug, clap::Args)]
pub(crate) struct BookArgs {
    /// The book, or a path in any Markdown files
    #[arg(default_value = ".")]
    pub(crate) book: PathBuf,
    /// For people or for programs
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

/// Arguments of `render`.
#[derive(Debug, clap::Args)]
pub(crate) struct RenderArgs {
    /// Markdown files with parts to fill
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Change nothing: show as a diff what is stale, and end with code 1 when anything is
    #[arg(long)]
    pub(crate) check: bool,
}

const RENDER_EXAMPLES: &str = "\
In a Markdown file:
  <!-- archdoc: adr-index columns=\"id,title,status\" -->
  <!-- archdoc: end -->

Examples:
  mdbook-archdoc render docs/adr/README.md
  mdbook-archdoc render --check README.md docs/adr/README.md

The comments take what the directives of a book take: adr-index, adr-graph, decisions-since,
change-log, coverage, trace.
Exit code of --check: 0 nothing is stale, 1 something is, 2 a file cannot be read.";

/// Who reads the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text for a terminal
    Human,
    /// One JSON array on stdout
    Json,
}
