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
}

impl Online {
    /// The host that a book names, where we know its addresses: GitHub's and GitLab's. `root` is the book's
    /// directory below the top of the repository.
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
        let (base, branch) = top.split_once("/edit/")?;
        Some(Self { base: base.to_owned(), branch: branch.to_owned() })
    }

    fn named(url: &str) -> Option<Self> {
        let url = url.trim_end_matches('/');
        // Some lead to the book's directory instead.
        if let Some((base, rest)) = url.split_once("/tree/").or_else(|| url.split_once("/blob/")) {
            let branch = rest.split('/').next()?.to_owned();
            return Some(Self { base: base.to_owned(), branch });
        }
        let url = url.strip_suffix(".git").unwrap_or(url);
        let host = url.split("://").nth(1)?.split('/').next()?;
        let base = match host {
            host if host.contains("github") => url.to_owned(),
            host if host.contains("gitlab") => format!("{url}/-"),
            _ => return None,
        };
        Some(Self { base, branch: "HEAD".to_owned() })
    }

    /// The address of a file, by its path below the top of the repository.
    pub fn file(&self, path: &str, view: View) -> Target {
        let view = match view {
            View::Page => "blob",
            View::Raw => "raw",
            View::Directory => "tree",
        };
        let Self { base, branch } = self;
        let file = Target::written(&format!("{base}/{view}/{branch}/"));
        let file = file.followed_by(&Target::file(path).url());
        // Browsers show no SVG that is sent as text.
        let drawing = view == "raw" && path.to_ascii_lowercase().ends_with(".svg");
        if drawing { file.followed_by("?sanitize=true") } else { file }
    }
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
}
