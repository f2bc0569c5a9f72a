//! The files of a repository at its code host, for what a book leads to and does not hold.

use text::compose::Target;

/// What `[output.html]` of `book.toml` says of the repository.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// `git-repository-url`: `https://github.com/owner/name`.
    pub repository: Option<String>,
    /// `edit-url-template`: `https://github.com/owner/name/edit/main/book/{path}`.
    pub edit: Option<String>,
}

/// How a file is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// As a page of the host.
    Page,
    /// As it is: an image.
    Raw,
    /// As the list of what a directory holds.
    Directory,
}

/// Where files are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Online {
    /// What stands before the word for the view: `https://github.com/owner/name`, with `/-` at GitLab.
    base: String,
    /// A branch, or `HEAD` for the default one.
    branch: String,
    shape: Shape,
}

/// How a host composes its addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// GitHub and GitLab: `/blob/BRANCH/FILE`, `/raw/BRANCH/FILE`, `/tree/BRANCH/DIRECTORY`.
    Blob,
    /// Gitea and Forgejo: `/src/branch/BRANCH/FILE`, `/raw/branch/BRANCH/FILE`.
    Branch,
    /// Bitbucket: `/src/BRANCH/FILE`, `/raw/BRANCH/FILE`.
    Source,
}

impl Online {
    /// The host that a book names, where we know its addresses: those of GitHub, GitLab, Gitea, Forgejo and
    /// Bitbucket. `root` is the book's directory below the top of the repository.
    pub fn of(links: &Links, root: &str) -> Option<Self> {
        let edited = || Self::edited(links.edit.as_deref()?, root);
        edited().or_else(|| Self::named(links.repository.as_deref()?))
    }

    /// The template knows the branch. It counts from the book's directory, so that it has to end there.
    fn edited(template: &str, root: &str) -> Option<Self> {
        let before = template.split_once("{path}")?.0.trim_end_matches('/');
        let top = match root {
            "" => before,
            root => before.strip_suffix(root)?.strip_suffix('/')?,
        };
        let parts = |mark, shape| {
            let (base, branch) = top.split_once(mark)?;
            Some(Self { base: base.to_owned(), branch: branch.to_owned(), shape })
        };
        let is_bitbucket = host(top).is_some_and(|host| host.contains("bitbucket"));
        parts("/edit/", Shape::Blob)
            .or_else(|| parts("/_edit/", Shape::Branch))
            .or_else(|| parts("/src/branch/", Shape::Branch))
            .or_else(|| parts("/src/", Shape::Source).filter(|_| is_bitbucket))
    }

    fn named(url: &str) -> Option<Self> {
        let url = url.trim_end_matches('/');
        let host = host(url)?;
        let is_bitbucket = host.contains("bitbucket");
        // Some lead to the book's directory instead.
        let marks = [
            ("/tree/", Shape::Blob, true),
            ("/blob/", Shape::Blob, true),
            ("/src/branch/", Shape::Branch, true),
            ("/src/", Shape::Source, is_bitbucket),
        ];
        for (mark, shape, _) in marks.into_iter().filter(|(.., is_theirs)| *is_theirs) {
            if let Some((base, rest)) = url.split_once(mark) {
                let branch = rest.split('/').next()?.to_owned();
                return Some(Self { base: base.to_owned(), branch, shape });
            }
        }
        let url = url.strip_suffix(".git").unwrap_or(url);
        let (base, shape) = match host {
            host if host.contains("github") => (url.to_owned(), Shape::Blob),
            host if host.contains("gitlab") => (format!("{url}/-"), Shape::Blob),
            _ if is_bitbucket => (url.to_owned(), Shape::Source),
            // Gitea has no word for the default branch.
            _ => return None,
        };
        Some(Self { base, branch: "HEAD".to_owned(), shape })
    }

    /// The address of a file, by its path below the top of the repository.
    pub fn file(&self, path: &str, view: View) -> Target {
        let Self { base, branch, shape } = self;
        let before = match (shape, view) {
            (Shape::Blob, View::Page) => "blob",
            (Shape::Blob, View::Directory) => "tree",
            (Shape::Blob | Shape::Source, View::Raw) => "raw",
            (Shape::Branch, View::Raw) => "raw/branch",
            (Shape::Branch, _) => "src/branch",
            (Shape::Source, _) => "src",
        };
        let file = Target::written(&format!("{base}/{before}/{branch}/"));
        let file = file.followed_by(&Target::file(path).url());
        // Browsers show no SVG that is sent as text.
        let is_text = *shape == Shape::Blob && view == View::Raw;
        let drawing = is_text && path.to_ascii_lowercase().ends_with(".svg");
        if drawing { file.followed_by("?sanitize=true") } else { file }
    }
}

/// `git.example.org` of `https://git.example.org/o/n`.
fn host(url: &str) -> Option<&str> {
    url.split("://").nth(1)?.split('/').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(repository: &str, edit: &str, root: &str) -> Option<String> {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let links = Links { repository: some(repository), edit: some(edit) };
        Some(Online::of(&links, root)?.file("docs/a b.png", View::Raw).url())
    }

    #[test]
    fn hosts_are_known_by_what_the_book_says_of_them() {
        let github = of("https://github.com/o/n.git", "", "book");
        assert_eq!(github.as_deref(), Some("https://github.com/o/n/raw/HEAD/docs/a%20b.png"));
        let gitlab = of("https://gitlab.example.org/o/n/", "", "");
        let expected = "https://gitlab.example.org/o/n/-/raw/HEAD/docs/a%20b.png";
        assert_eq!(gitlab.as_deref(), Some(expected));
        let tree = of("https://github.com/o/n/tree/next/book", "", "book");
        assert_eq!(tree.as_deref(), Some("https://github.com/o/n/raw/next/docs/a%20b.png"));
        let edit = "https://git.example.org/o/n/-/edit/feature/x/book/{path}";
        let expected = "https://git.example.org/o/n/-/raw/feature/x/docs/a%20b.png";
        assert_eq!(of("", edit, "book").as_deref(), Some(expected));
        assert_eq!(of("", edit, "docs"), None, "it does not lead to this book");
        assert_eq!(of("https://example.org/o/n", "", ""), None);
    }

    #[test]
    fn gitea_and_bitbucket_have_shapes_of_their_own() {
        let cloud = of("https://bitbucket.org/o/n", "", "book");
        assert_eq!(cloud.as_deref(), Some("https://bitbucket.org/o/n/raw/HEAD/docs/a%20b.png"));
        let edit = "https://bitbucket.org/o/n/src/main/book/{path}?mode=edit";
        let expected = "https://bitbucket.org/o/n/raw/main/docs/a%20b.png";
        assert_eq!(of("", edit, "book").as_deref(), Some(expected));
        let expected = "https://codeberg.org/o/n/raw/branch/main/docs/a%20b.png";
        for (repository, edit) in [
            ("", "https://codeberg.org/o/n/_edit/main/book/{path}"),
            ("https://codeberg.org/o/n/src/branch/main/book", ""),
        ] {
            assert_eq!(of(repository, edit, "book").as_deref(), Some(expected));
        }
        let online = |url: &str| {
            let links = Links { repository: Some(url.to_owned()), edit: None };
            Online::of(&links, "").map(|online| online.file("docs", View::Directory).url())
        };
        let directory = online("https://codeberg.org/o/n/src/branch/main").unwrap();
        assert_eq!(directory, "https://codeberg.org/o/n/src/branch/main/docs");
        assert_eq!(
            online("https://bitbucket.org/o/n").unwrap(),
            "https://bitbucket.org/o/n/src/HEAD/docs"
        );
        // Which branch is the default one, only the host knows.
        assert_eq!(online("https://codeberg.org/o/n"), None);
    }
}
