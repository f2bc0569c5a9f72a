//! The files of a repository as a commit has them, or as they are staged.

use std::collections::HashMap;
use std::fmt;
use std::io::Write as _;
use std::path::Path;

use super::{NO_REASON, Unavailable, blob, command, not_started, output, refused, without_returns};

/// The files of a commit or of the index.
#[derive(Debug, Default)]
pub struct Snapshot {
    /// From the top of the repository, in git's order; directories of submodules too.
    pub files: Vec<File>,
}

/// A file, link or submodule.
#[derive(Debug)]
pub struct File {
    /// From the top of the repository, with forward slashes.
    pub path: String,
    /// The name of its content.
    pub blob: String,
    /// What it is.
    pub kind: Kind,
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    File,
    /// A symbolic link; its content is where it leads.
    Link,
    /// A submodule, which has no content here.
    Submodule,
}

/// Why there is nothing to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoRevision {
    /// Git cannot be asked.
    Git(Unavailable),
    /// No commit has this name.
    Unknown(String),
    /// The histories do not meet, or the clone ends before they do.
    Unrelated(String),
    /// The commit is there, and what it holds cannot be read: why.
    Unreadable(String),
}

impl fmt::Display for NoRevision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Git(why) => why.fmt(f),
            Self::Unknown(name) => write!(f, "there is no commit `{name}` in this clone"),
            Self::Unrelated(name) => {
                write!(f, "this clone has no commit that `{name}` and the checked out one share")
            }
            Self::Unreadable(why) => f.write_str(why),
        }
    }
}

impl NoRevision {
    /// What can be done about it.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::Git(_) | Self::Unreadable(_) => None,
            Self::Unknown(_) => Some(
                "fetch it first; in CI, check out with the whole history (`fetch-depth: 0` at GitHub, \
                 `GIT_DEPTH: 0` at GitLab), and name a remote branch as `origin/main`",
            ),
            Self::Unrelated(_) => Some(
                "fetch more of the history: `fetch-depth: 0` at GitHub, `GIT_DEPTH: 0` at GitLab",
            ),
        }
    }
}

impl From<Unavailable> for NoRevision {
    fn from(why: Unavailable) -> Self {
        Self::Git(why)
    }
}

/// The names that git may have given a file's content: as it is, and with line breaks of its own.
pub fn names(content: &[u8]) -> [String; 2] {
    [blob::name(content), blob::name(&without_returns(content))]
}

/// The merge base of the checked out commit and a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeBase {
    /// The commit that both have: what others did since then is not ours.
    pub commit: String,
    /// The commit that the revision is by now.
    pub named: String,
}

/// The merge base of the checked out commit and a revision.
///
/// # Errors
/// Git does not know the revision, or the histories have nothing in common.
pub fn merge_base(directory: &Path, revision: &str) -> Result<MergeBase, NoRevision> {
    let named = output(command::commit(directory, revision)).map_err(|why| match why {
        Unavailable::Refused(words) if words == NO_REASON => {
            NoRevision::Unknown(revision.to_owned())
        }
        why => NoRevision::Git(why),
    })?;
    let named = first_line(&named);
    let base = output(command::merge_base(directory, &named)).map_err(|why| match why {
        Unavailable::Refused(words) if words == NO_REASON => {
            NoRevision::Unrelated(revision.to_owned())
        }
        why => NoRevision::Git(why),
    })?;
    Ok(MergeBase { commit: first_line(&base), named })
}

fn first_line(output: &[u8]) -> String {
    String::from_utf8_lossy(output).lines().next().unwrap_or_default().trim().to_owned()
}

impl Snapshot {
    /// The files of a commit, which is named in full.
    ///
    /// # Errors
    /// Git cannot be asked.
    pub fn of_commit(directory: &Path, commit: &str) -> Result<Self, Unavailable> {
        let listed = output(command::files_of(directory, commit))?;
        Ok(Self { files: entries(&listed, |fields| Some((fields.next()?, fields.nth(1)?))) })
    }

    /// The files as they are staged for the next commit.
    ///
    /// # Errors
    /// Git cannot be asked.
    pub fn staged(directory: &Path) -> Result<Self, Unavailable> {
        let listed = output(command::staged(directory))?;
        Ok(Self { files: entries(&listed, |fields| Some((fields.next()?, fields.next()?))) })
    }

    /// The contents of some of its files, by their names.
    ///
    /// # Errors
    /// Git cannot be asked.
    pub fn contents(
        &self,
        directory: &Path,
        wanted: impl Fn(&File) -> bool,
    ) -> Result<HashMap<String, Vec<u8>>, Unavailable> {
        let names = self.files.iter().filter(|file| wanted(file)).map(|file| &*file.blob);
        let asked: String = names.flat_map(|name| [name, "\n"]).collect();
        let mut git = command::contents(directory).spawn().map_err(|error| not_started(&error))?;
        let mut stdin = git.stdin.take();
        let output = std::thread::scope(|scope| {
            // Git writes while it reads, so somebody else has to ask.
            scope.spawn(move || stdin.as_mut().map(|stdin| stdin.write_all(asked.as_bytes())));
            git.wait_with_output()
        });
        let output = output.map_err(|error| not_started(&error))?;
        if !output.status.success() {
            return Err(refused(&output.stderr));
        }
        Ok(batch(&output.stdout))
    }
}

/// Reads lines of fields, a tab and a path, each ended by a NUL:
/// [`git ls-tree -z`](https://git-scm.com/docs/git-ls-tree#_output_format) (mode, type, name) and
/// [`git ls-files -s -z`](https://git-scm.com/docs/git-ls-files#_output) (mode, name, stage).
fn entries<'o>(
    output: &'o [u8],
    mode_and_name: impl Fn(&mut std::str::SplitWhitespace<'o>) -> Option<(&'o str, &'o str)>,
) -> Vec<File> {
    let entry = |line: &'o [u8]| {
        let line = std::str::from_utf8(line).ok()?;
        let (fields, path) = line.split_once('\t')?;
        let (mode, blob) = mode_and_name(&mut fields.split_whitespace())?;
        let kind = match mode {
            "120000" => Kind::Link,
            "160000" => Kind::Submodule,
            _ => Kind::File,
        };
        Some(File { path: path.to_owned(), blob: blob.to_owned(), kind })
    };
    output.split(|&byte| byte == 0).filter_map(entry).collect()
}

/// Reads what [`git cat-file --batch`](https://git-scm.com/docs/git-cat-file#_batch_output) prints: for each
/// a line of name, type and size, the content, and a line break. What is not there is left out.
fn batch(output: &[u8]) -> HashMap<String, Vec<u8>> {
    let mut contents = HashMap::new();
    let mut rest = output;
    while let Some(end) = rest.iter().position(|&byte| byte == b'\n') {
        let head = String::from_utf8_lossy(&rest[..end]).into_owned();
        rest = &rest[end + 1..];
        let mut fields = head.split(' ');
        let (Some(name), Some(_), Some(size)) = (fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        let Some(content) = size.parse().ok().and_then(|size: usize| rest.get(..size)) else {
            break;
        };
        contents.insert(name.to_owned(), content.to_vec());
        rest = rest.get(content.len() + 1..).unwrap_or_default();
    }
    contents
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "1111111111111111111111111111111111111111";

    #[test]
    fn files_links_and_submodules_are_told_apart() {
        let listed = format!(
            "100644 blob {A}\ta b.md\x00120000 blob {A}\tc.md\x00160000 commit {A}\tsub\x00"
        );
        let files = entries(listed.as_bytes(), |fields| Some((fields.next()?, fields.nth(1)?)));
        let read: Vec<_> = files.iter().map(|file| (&*file.path, file.kind)).collect();
        assert_eq!(read, [("a b.md", Kind::File), ("c.md", Kind::Link), ("sub", Kind::Submodule)]);
        assert!(files.iter().all(|file| file.blob == A));
        let staged = format!("100755 {A} 0\ta.md\x00");
        let files = entries(staged.as_bytes(), |fields| Some((fields.next()?, fields.next()?)));
        assert_eq!((&*files[0].path, &*files[0].blob), ("a.md", A));
    }

    #[test]
    fn contents_are_read_by_their_sizes() {
        let printed = format!("{A} blob 6\na\nb\nc\n\nffff missing\neeee blob 0\n\n");
        let contents = batch(printed.as_bytes());
        assert_eq!(contents[A], b"a\nb\nc\n");
        assert_eq!((contents["eeee"].len(), contents.len()), (0, 2));
        assert!(batch(b"dddd blob 99\nshort").is_empty());
    }
}
