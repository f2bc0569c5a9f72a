//! What can be typed after `check`.

use std::path::PathBuf;

use clap::{ArgMatches, Args, Command, Error, FromArgMatches, ValueEnum};
use judge::level::Level;
use judge::level_settings::Forced;
use judge::registry;
use text::word::Word;
use text::wording::nearest;
use words::Stage;

/// Arguments of `check`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct CheckArgs {
    /// Files and directories, in a book or without one; default: the book or tree that this directory
    /// is in. Behind the directory of `book.toml`: report findings in these only
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Who reads the findings
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    pub(crate) format: CheckFormat,
    #[command(flatten)]
    pub(crate) levels: LevelArgs,
    /// Judge every document as if it were at this stage
    #[arg(long, value_name = "STAGE", value_parser = ["draft", "review", "final"])]
    pub(crate) status: Option<String>,
    /// The day that counts as today: 2026-01-31, 31 January 2026
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<jiff::civil::Date>,
    /// A file of known findings, which are not reported
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Report only what is new since this commit or branch, such as origin/main: on lines that changed,
    /// and elsewhere because of them
    #[arg(long, value_name = "REVISION", conflicts_with_all = ["fix", "write_baseline"])]
    pub(crate) since: Option<String>,
    /// Read what is staged, and report only what is new since the last commit
    #[arg(long, conflicts_with_all = ["since", "fix", "write_baseline"])]
    pub(crate) staged: bool,
    /// Take what was mended out of the baseline; write one where there is none
    #[arg(long, conflicts_with = "fix")]
    pub(crate) write_baseline: bool,
    /// Take new findings into the baseline, too
    #[arg(long, requires = "write_baseline")]
    pub(crate) accept_new: bool,
    /// Show lists in full
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// Mend what can be mended without losing text
    #[arg(long)]
    pub(crate) fix: bool,
    /// Show what --fix would change first, as a diff, and change nothing
    #[arg(long, requires = "fix")]
    pub(crate) dry_run: bool,
}

impl CheckArgs {
    /// The stage that `--status` names.
    pub(crate) fn stage(&self) -> Option<Stage> {
        self.status.as_deref().and_then(Stage::from_word)
    }
}

fn day(text: &str) -> Result<jiff::civil::Date, String> {
    words::date::day(text)
        .ok_or_else(|| "that is no day, or not one alone; write 2026-01-31".to_owned())
}

/// Who reads the findings of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// People: each finding with its line, on stderr
    Human,
    /// Editors: `path:line:column: level[rule]: message`
    Short,
    /// Programs: an array of findings
    Json,
    /// GitHub Actions: annotations of a pull request
    Github,
    /// Code scanning: SARIF 2.1.0
    Sarif,
    /// GitLab: a code quality report
    Gitlab,
    #[value(help = "Build servers: JUnit XML")]
    Junit,
}

/// `-A`, `-W` and `-D`, in the order in which they were typed.
#[derive(Clone, Debug, Default)]
pub(crate) struct LevelArgs(pub(crate) Vec<Forced>);

const FLAGS: [(&str, char, Level, &str); 3] = [
    ("allow", 'A', Level::Allow, "Do not report a rule, a group of rules, or all `warnings`"),
    ("warn", 'W', Level::Warn, "Report a rule or group without failing"),
    (
        "deny",
        'D',
        Level::Deny,
        "Fail for a rule, a group, or all `warnings`; of several the last wins",
    ),
];

impl Args for LevelArgs {
    fn augment_args(command: Command) -> Command {
        FLAGS.into_iter().fold(command, |command, (name, short, _, help)| {
            let argument = clap::Arg::new(name).short(short).long(name).help(help);
            command.arg(argument.value_name("RULE").action(clap::ArgAction::Append))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for LevelArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut typed = Vec::new();
        for (name, _, level, _) in FLAGS {
            let indices = matches.indices_of(name).into_iter().flatten();
            let values = matches.get_many::<String>(name).into_iter().flatten();
            typed.extend(indices.zip(values).map(|(index, value)| (index, value, level)));
        }
        typed.sort_by_key(|&(index, ..)| index);
        let forced = typed.into_iter().map(|(_, word, level)| forced(word, level));
        Ok(Self(forced.collect::<Result<_, _>>()?))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn forced(word: &str, level: Level) -> Result<Forced, Error> {
    let known = || registry::names().chain([Forced::WARNINGS]);
    if let Some(name) = known().find(|known| *known == word) {
        return Ok(Forced::new(name, level));
    }
    let help = nearest(word, known()).map_or_else(
        || "`mdbook-archdoc explain` lists all of them".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    let message = format!("there is no rule or group `{word}`; {help}");
    Err(Error::raw(clap::error::ErrorKind::InvalidValue, message))
}
