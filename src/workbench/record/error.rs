//! Why no record is written or changed.

use std::path::PathBuf;

use readers::files::Edge;
use text::wording::joined;

use super::by_hand::{ByHand, told};

/// What stopped a command about records. `Display` says what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum RecordError {
    /// Nothing is left of it in a file name.
    #[error(
        "the title `{0}` has no letter and no digit, and its file is named after it; write it in words"
    )]
    Title(String),
    /// Another record has it.
    #[error(
        "`{}` has this title and counts; supersede it with `--supersedes`, choose another title, or add `--force`",
        .0.display()
    )]
    SameTitle(PathBuf),
    /// The team's template is no help.
    #[error("the template `{}` {problem}; mend it, or choose a style with `--template`", path.display())]
    Template {
        /// The template.
        path: PathBuf,
        /// What is wrong, as the sentence goes on.
        problem: String,
    },
    /// No directory of records is found.
    #[error(
        "there is no directory of decision records here; name one with `--dir`, or begin one with `mdbook-archdoc adr init`"
    )]
    NoDirectory,
    /// What was named is not there.
    #[error("there is no `{}`; `mdbook-archdoc adr list` shows where records are", .0.display())]
    NotThere(PathBuf),
    /// It is not said which.
    #[error("there are records in {}; name one of them with `--dir`", listed(.0))]
    Several(Vec<PathBuf>),
    /// A configured directory is none of the project's.
    #[error("`{}` lies outside of {}; name it in the command if you mean it", .0.display(), edge(*.1))]
    Outside(PathBuf, Edge),
    /// There is something already.
    #[error("{0}; nothing was written")]
    Begun(String),
    /// There is no such record.
    #[error(
        "there is no record {wanted} in {}; `mdbook-archdoc adr list` shows which there are",
        listed(directories)
    )]
    Unknown {
        /// What was asked for.
        wanted: String,
        /// Where it was looked for.
        directories: Vec<PathBuf>,
    },
    /// Its file cannot be read.
    #[error("record {wanted} cannot be read: `{}` {why}", path.display())]
    Unread {
        /// What was asked for.
        wanted: String,
        /// The file.
        path: PathBuf,
        /// As words that follow its name.
        why: String,
    },
    /// It is not said where a new record belongs.
    #[error(
        "the records of `{}` lie in {}, and none in it itself; name one of them with `--dir`",
        directory.display(),
        listed(below)
    )]
    Below {
        /// The directory.
        directory: PathBuf,
        /// The ones below it that hold records.
        below: Vec<PathBuf>,
    },
    /// The number says too little.
    #[error("{wanted} is the number of {} records: {}; give the {} of one", records.len(), named(records), way(records))]
    Ambiguous {
        /// The number.
        wanted: String,
        /// The records: what each is called, and where it lies.
        records: Vec<(String, PathBuf)>,
    },
    /// A file that holds several.
    #[error(
        "`{}` holds {count} records; name one by its number, or as `adr list` does: `{first}`", file.display()
    )]
    Sections {
        /// The file.
        file: PathBuf,
        /// How many.
        count: usize,
        /// One of them.
        first: String,
    },
    /// The records are sections of a file.
    #[error(
        "the records here are sections of `{}`; write {name} below the others, or give it a file of its own: \
         `--dir DIRECTORY --template nygard`",
        file.display()
    )]
    Log {
        /// The file.
        file: PathBuf,
        /// What the next is called there.
        name: String,
    },
    /// A file was named for a directory.
    #[error(
        "`{}` is a file, and a new record gets one of its own; name the directory for it with `--dir`", .0.display()
    )]
    File(PathBuf),
    /// The records are sections of several files, none of them nearer than the others.
    #[error(
        "the records here are sections of {}; write the next below those of one, or give it a file of its own: \
         `--dir DIRECTORY --template nygard`",
        listed(.0)
    )]
    Logs(Vec<PathBuf>),
    /// Another has taken its place before.
    #[error(
        "{name} is superseded already{by} (`{at}`); supersede the one that counts now, or add `--also` if it has two \
         successors"
    )]
    Superseded {
        /// The record, in words.
        name: String,
        /// `, by ADR 6`, where it is stated.
        by: String,
        /// The file and the line that say so.
        at: String,
    },
    /// What was turned down takes no place.
    #[error(
        "{name} is {status} (`{at}`) and takes no other record's place; if it counts after all, say so first: \
         `mdbook-archdoc adr status {number} accepted`"
    )]
    NoSuccessor {
        /// The record, in words.
        name: String,
        /// Its status.
        status: &'static str,
        /// The file and the line that say so.
        at: String,
        /// The record, as commands name it.
        number: String,
    },
    /// A record has one status.
    #[error(
        "{name} is superseded{by}: `{at}` says so, and another status would contradict it; delete that statement first"
    )]
    AlreadyOver {
        /// The record, in words.
        name: String,
        /// `, by ADR 6`, where it is stated.
        by: String,
        /// The file and the line that say so.
        at: String,
    },
    /// Nobody reads the word as a status.
    #[error("`{word}` is no status that is known{hint}")]
    Word {
        /// The word.
        word: String,
        /// What to do, as the sentence's end.
        hint: String,
    },
    /// A status that has a command of its own.
    #[error("say which record takes its place: `mdbook-archdoc adr supersede {0} --by {1}`")]
    Successor(String, String),
    /// One record twice.
    #[error("{0} cannot be that to itself; name another record")]
    SameRecord(String),
    /// Records would take each other's place.
    #[error(
        "{0} is superseded by {1}, at once or by way of others; they cannot take each other's place"
    )]
    Circle(String, String),
    /// Only the author can change it.
    #[error("{}nothing was changed", told(.0))]
    ByHand(Vec<ByHand>),
    /// No editor is set.
    #[error(
        "neither VISUAL nor EDITOR names an editor; `EDITOR=nano mdbook-archdoc adr edit {0}` does"
    )]
    NoEditor(String),
    /// The variable is no command.
    #[error("`{0}` in {1} is no command: a quotation mark is open, or nothing stands there")]
    Editor(String, &'static str),
    /// The editor failed.
    #[error("the editor `{0}` {1}")]
    Edited(String, String),
}

const fn edge(edge: Edge) -> &'static str {
    match edge {
        Edge::Repository => "the repository",
        Edge::Settings => "the directory of `archdoc.toml`",
        Edge::Directory => {
            "the directory of the settings, and there is no repository and no `archdoc.toml` around both"
        }
    }
}

fn listed(paths: &[PathBuf]) -> String {
    let paths: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
    joined(&paths)
}

/// The records, with what each is called where that tells them apart.
fn named(records: &[(String, PathBuf)]) -> String {
    let differ = differ(records);
    let one = |(name, path): &(String, PathBuf)| {
        if differ {
            format!("{name} (`{}`)", path.display())
        } else {
            format!("`{}`", path.display())
        }
    };
    joined(&records.iter().map(one).collect::<Vec<_>>())
}

fn way(records: &[(String, PathBuf)]) -> &'static str {
    if differ(records) { "name or the path" } else { "path" }
}

fn differ(records: &[(String, PathBuf)]) -> bool {
    let mut names: Vec<&str> = records.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names.len() == records.len()
}
