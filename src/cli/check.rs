//! What can be typed after `check`.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{ArgMatches, Args, Command, Error, FromArgMatches, ValueEnum};
use judge::level::Level;
use judge::level_settings::Forced;
use judge::registry;
use text::word::Word;
use text::wording::nearest;
use words::Stage;

use super::day;

/// Arguments of `check`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct CheckArgs {
    /// Files and directories, in a book or without one; default: the book or tree that this directory
    /// is in. Behind the directory of a book, what is not found from here is looked for in the book: report
    /// findings in these files only
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Who reads the findings
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    pub(crate) format: CheckFormat,
    #[command(flatten)]
    pub(crate) levels: LevelArgs,
    /// Judge every document as if it were at this stage
    #[arg(long, value_name = "STAGE", value_parser = stage())]
    pub(crate) status: Option<Stage>,
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

fn stage() -> impl TypedValueParser<Value = Stage> {
    let words = Stage::WORDS.iter().map(|(word, _)| *word);
    let known = PossibleValuesParser::new(words);
    known.try_map(|word| Stage::from_word(&word).ok_or("that is no stage"))
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
            let argument = argument.value_name("RULE").value_parser(RuleName);
            command.arg(argument.hide_possible_values(true).action(clap::ArgAction::Append))
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
            let values = matches.get_many::<&'static str>(name).into_iter().flatten();
            typed.extend(indices.zip(values).map(|(index, value)| (index, *value, level)));
        }
        typed.sort_by_key(|&(index, ..)| index);
        Ok(Self(typed.into_iter().map(|(_, name, level)| Forced::new(name, level)).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The name of a rule or a group, or `warnings`: shells complete it, and a mistake is told with the nearest.
#[derive(Clone)]
struct RuleName;

impl RuleName {
    fn all() -> impl Iterator<Item = &'static str> {
        registry::names().chain([Forced::WARNINGS])
    }
}

impl TypedValueParser for RuleName {
    type Value = &'static str;

    fn parse_ref(
        &self,
        command: &Command,
        _: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Self::Value, Error> {
        let word = value.to_string_lossy();
        if let Some(name) = Self::all().find(|known| *known == word) {
            return Ok(name);
        }
        let help = nearest(&word, Self::all()).map_or_else(
            || "`mdbook-archdoc explain` lists all of them".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let message = format!("there is no rule or group `{word}`; {help}\n");
        Err(Error::raw(ErrorKind::InvalidValue, message).with_cmd(command))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Self::all().map(PossibleValue::new)))
    }
}
