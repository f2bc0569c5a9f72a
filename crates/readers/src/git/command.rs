//! How git is started: so that a repository's configuration cannot make it start anything else.

use std::path::Path;
use std::process::{Command, Stdio};

/// Settings that could name a program, or change what the output means; each is overruled.
const OVERRULED: &[&str] = &[
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.editor=true",
    "core.sshCommand=false",
    "core.gitProxy=false",
    "core.askPass=false",
    "core.alternateRefsCommand=false",
    "credential.helper=",
    "protocol.allow=never",
    "diff.external=",
    "diff.orderFile=/dev/null",
    "diff.renames=true",
    "diff.ignoreSubmodules=all",
    "log.showSignature=false",
    "log.showRoot=true",
    "log.follow=false",
    "log.mailmap=true",
    "gpg.program=false",
    "gpg.ssh.program=false",
    "gpg.x509.program=false",
    "i18n.logOutputEncoding=UTF-8",
];

/// Variables that would point git at another repository or write to our streams.
const REMOVED: &[&str] = &[
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_GRAFT_FILE",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS",
    "GIT_PAGER",
    "GIT_TRACE",
    "GIT_TRACE2",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
];

/// Fields of a commit, each ended by a NUL: name, author's day, author, subject, co-authors (one a
/// line).
const FORMAT: &str =
    "--format=%H%x00%as%x00%aN%x00%s%x00%(trailers:key=Co-authored-by,valueonly,unfold)";

/// `git log` over the files below a directory. Every argument is fixed.
pub(super) fn log(directory: &Path) -> Command {
    let mut git = bare(directory);
    git.args(["log", "-z", FORMAT, "--no-merges", "--use-mailmap", "--raw", "--no-abbrev", "-M"]);
    git.args(["--relative", "--no-color", "--no-decorate", "--no-notes", "--no-show-signature"]);
    git.args(["--no-ext-diff", "--no-textconv", "--encoding=UTF-8", "--end-of-options", "HEAD"]);
    git.args(["--", "."]);
    git
}

/// The commit that a revision and the checked out one have in common; the revision is never an option.
pub(super) fn merge_base(directory: &Path, revision: &str) -> Command {
    let mut git = bare(directory);
    git.args(["merge-base", "--end-of-options", revision, "HEAD"]);
    git
}

/// The commit that a revision names.
pub(super) fn commit(directory: &Path, revision: &str) -> Command {
    let mut git = bare(directory);
    git.args(["rev-parse", "--quiet", "--verify", "--end-of-options"]);
    git.arg(format!("{revision}^{{commit}}"));
    git
}

/// The files of a commit, from the top of the repository.
pub(super) fn files_of(directory: &Path, commit: &str) -> Command {
    let mut git = bare(directory);
    git.args(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit]);
    git
}

/// The files that are staged, from the directory on.
pub(super) fn staged(directory: &Path) -> Command {
    let mut git = bare(directory);
    // `git commit -a` and `git commit PATH` have hooks look at an index of their own.
    let index = std::env::var_os("GIT_INDEX_FILE").and_then(|file| std::path::absolute(file).ok());
    git.envs(index.map(|file| ("GIT_INDEX_FILE", file)));
    git.args(["ls-files", "-s", "-z", "--full-name"]);
    git
}

/// Contents by their names, which come in at stdin. No filter of the repository is asked for.
pub(super) fn contents(directory: &Path) -> Command {
    let mut git = bare(directory);
    git.args(["cat-file", "--batch", "--buffer"]);
    git.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    git
}

/// The same, each answered before the next is asked for.
pub(super) fn contents_in_turn(directory: &Path) -> Command {
    let mut git = bare(directory);
    git.args(["cat-file", "--batch"]);
    git.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    git
}

/// Git, so that it starts nothing else and asks nobody.
fn bare(directory: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("--no-pager").arg("--no-optional-locks").arg("--literal-pathspecs");
    for setting in OVERRULED {
        git.args(["-c", setting]);
    }
    git.current_dir(directory);
    for name in REMOVED {
        git.env_remove(name);
    }
    git.env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("LC_ALL", "C");
    git.stdin(Stdio::null());
    git
}
