//! What can be typed after `adr`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use readers::adr::RelationKind;
use readers::settings::RecordForm;

use super::{Format, day};

/// What can be done with decision records, in a book or without one.
#[derive(Debug, Subcommand)]
pub(crate) enum AdrCommand {
    /// List the decision records that `check` reads, or those of a directory or a log
    #[command(after_help = LIST_EXAMPLES)]
    List {
        /// The directory, with the ones below it, or a file that is a log of records. Default, and for the top of a
        /// repository or a book: all records that `check` reads
        directory: Option<PathBuf>,
        /// For people or for programs
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
    },
    /// Begin: a directory with a first record
    #[command(after_help = INIT_EXAMPLES)]
    Init(AdrInit),
    /// Write the next decision record, numbered, named and styled as the ones beside it
    #[command(after_help = NEW_EXAMPLES)]
    New(AdrNew),
    /// Give a record another status
    #[command(after_help = STATUS_EXAMPLES)]
    Status(AdrStatus),
    /// Tell two records that one takes the other's place
    #[command(after_help = SUPERSEDE_EXAMPLES)]
    Supersede(AdrSupersede),
    /// Tell two records what one is to the other
    #[command(after_help = LINK_EXAMPLES)]
    Link(AdrLink),
    /// Open a record in the editor of $VISUAL or $EDITOR
    #[command(after_help = EDIT_EXAMPLES)]
    Edit(Which),
    /// Print a record
    #[command(after_help = SHOW_EXAMPLES)]
    Show {
        #[command(flatten)]
        which: Which,
        /// Print where it lies instead
        #[arg(long)]
        path: bool,
    },
}

/// One record.
#[derive(Debug, Args)]
pub(crate) struct Which {
    /// Its number, or its file
    pub(crate) record: String,
    /// The directory of the records; looked for otherwise
    #[arg(long, value_name = "DIRECTORY")]
    pub(crate) dir: Option<PathBuf>,
}

/// What a first record is made of.
#[derive(Debug, Args)]
pub(crate) struct AdrInit {
    /// The directory; default: the configured one, else `adr` below `src`, `docs` or `doc`
    pub(crate) directory: Option<PathBuf>,
    /// The style; default: nygard
    #[arg(long, value_enum)]
    pub(crate) template: Option<AdrTemplate>,
    /// The day of the decision; default: `SOURCE_DATE_EPOCH`, then today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) date: Option<jiff::civil::Date>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// What a new decision record is made of.
#[derive(Debug, Args)]
pub(crate) struct AdrNew {
    /// The title: what is decided, in a few words
    #[arg(required = true, value_name = "TITLE")]
    pub(crate) title: Vec<String>,
    /// The number of a record that it takes the place of; its status is changed
    #[arg(long, value_name = "NUMBER")]
    pub(crate) supersedes: Vec<String>,
    /// Take the place of a record together with the one that did so before
    #[arg(long, requires = "supersedes")]
    pub(crate) also: bool,
    /// The style; default: the directory's own template, else that of most records in it
    #[arg(long, value_enum)]
    pub(crate) template: Option<AdrTemplate>,
    /// The directory of the records; looked for otherwise
    #[arg(long, value_name = "DIRECTORY")]
    pub(crate) dir: Option<PathBuf>,
    /// The day of the decision; default: `SOURCE_DATE_EPOCH`, then today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) date: Option<jiff::civil::Date>,
    /// Write it even if a record that counts has the same title
    #[arg(long)]
    pub(crate) force: bool,
    /// Show what would be written, and write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// A record and its new status.
#[derive(Debug, Args)]
pub(crate) struct AdrStatus {
    #[command(flatten)]
    pub(crate) which: Which,
    /// A status: a usual word, or one of the team's own
    #[arg(required = true, value_name = "STATUS")]
    pub(crate) status: Vec<String>,
    /// The day, for a record that keeps a history; default: `SOURCE_DATE_EPOCH`, then today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) date: Option<jiff::civil::Date>,
    /// Show what would change, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// A record and its successor.
#[derive(Debug, Args)]
pub(crate) struct AdrSupersede {
    #[command(flatten)]
    pub(crate) which: Which,
    /// The record that takes its place: its number, or its file
    #[arg(long, value_name = "RECORD")]
    pub(crate) by: String,
    /// It has a successor already: this one is another
    #[arg(long)]
    pub(crate) also: bool,
    /// The day, for a record that keeps a history; default: `SOURCE_DATE_EPOCH`, then today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) date: Option<jiff::civil::Date>,
    /// Show what would change, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// Two records and what one is to the other.
#[derive(Debug, Args)]
pub(crate) struct AdrLink {
    /// A record: its number, or its file
    pub(crate) record: String,
    /// What it is to the other one
    #[arg(value_enum)]
    pub(crate) relation: AdrRelation,
    /// The other record: its number, or its file
    pub(crate) other: String,
    /// The directory of the records; looked for otherwise
    #[arg(long, value_name = "DIRECTORY")]
    pub(crate) dir: Option<PathBuf>,
    /// Show what would change, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// What one record is to another, in the words of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AdrRelation {
    /// It changes the other, which stays
    #[value(alias = "updates", alias = "refines", alias = "clarifies")]
    Amends,
    /// The other changes it
    AmendedBy,
    /// It adds to the other, which stays
    Extends,
    /// The other adds to it
    ExtendedBy,
    /// It takes in what the other decided
    Subsumes,
    /// The other took in what it decided
    SubsumedBy,
    /// They belong together
    #[value(alias = "related-to")]
    RelatesTo,
    /// It needs the other
    DependsOn,
}

impl AdrRelation {
    /// As records state it.
    pub(crate) const fn kind(self) -> RelationKind {
        match self {
            Self::Amends => RelationKind::Amends,
            Self::AmendedBy => RelationKind::AmendedBy,
            Self::Extends => RelationKind::Extends,
            Self::ExtendedBy => RelationKind::ExtendedBy,
            Self::Subsumes => RelationKind::Subsumes,
            Self::SubsumedBy => RelationKind::SubsumedBy,
            Self::RelatesTo | Self::DependsOn => RelationKind::Related,
        }
    }
}

/// The styles of a new record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AdrTemplate {
    /// Context, decision, consequences
    Nygard,
    /// All sections of MADR
    Madr,
    /// The sections MADR cannot do without
    MadrMinimal,
}

impl AdrTemplate {
    /// As a configuration names it.
    pub(crate) const fn form(self) -> RecordForm {
        match self {
            Self::Nygard => RecordForm::Nygard,
            Self::Madr => RecordForm::Madr,
            Self::MadrMinimal => RecordForm::MadrMinimal,
        }
    }
}

const LIST_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc adr list
  mdbook-archdoc adr list docs/adr --format json | jq '.[] | select(.status == \"unknown\")'

What a record does not state is shown as unknown. Files that were left out are named on stderr.";

const INIT_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc adr init
  mdbook-archdoc adr init docs/decisions --template madr-minimal

The first record says that decisions are recorded. A directory that is not found by its name is
added to `adr.paths` in book.toml or archdoc.toml. Where that directory holds records already, or,
where none is named, another one that is found, nothing is written.";

const NEW_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc adr new Use PostgreSQL
  mdbook-archdoc adr new Use a log --supersedes 7 --template madr --dir docs/adr
  mdbook-archdoc adr new Use a log --dry-run

A new record is proposed; one that supersedes another is accepted. No file is ever overwritten.
Where all records lie below the directory, it is written beside most of them.

The directory is that of `adr.paths` in archdoc.toml or book.toml, else that of `.adr-dir`, else
one with a usual name, here or further up, else the one from which `check` reads records. Where
several with usual names hold records, --dir says which. One that is named by it is made where it is
not there; `adr.paths` stays as it is.";

const STATUS_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc adr status 7 accepted
  mdbook-archdoc adr status 7 on hold --dry-run
  mdbook-archdoc adr status docs/adr/0007-use-a-queue.md rejected

The word is written as the other records write it. A history gets one more item with its day; a
day behind the word becomes the new one where most records have theirs there. What else was said
beside the old status stays. For `superseded` there is `adr supersede`.";

const SUPERSEDE_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc adr supersede 7 --by 12
  mdbook-archdoc adr supersede 7 --by 13 --also       it has two successors

Both records are changed, or none. `adr new TITLE --supersedes 7` writes the successor as well.";

const LINK_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc adr link 12 amends 7
  mdbook-archdoc adr link 12 relates-to 9 --dry-run

The other record is told too, unless those of the directory do not do so.";

const EDIT_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc adr edit 7
  EDITOR='code --wait' mdbook-archdoc adr edit 7

The variable is split into words as a shell does it; nothing else of a shell happens.";

const SHOW_EXAMPLES: &str = "\
Examples:
  mdbook-archdoc adr show 7
  git log -p $(mdbook-archdoc adr show 7 --path)";
