//! What a link's target means, and how certain that is.

use text::link::{self, decoded};

/// A file of the repository, or a heading in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LinkTarget {
    /// The path as it is written, decoded; empty for a place in the text itself.
    pub(super) path: String,
    /// What follows `#`, decoded.
    pub(super) fragment: Option<String>,
}

/// What a site makes of other files, and no book of Markdown: its routes are not those of the repository.
const PAGES: [&str; 6] = ["xhtml", "php", "aspx", "asp", "jsp", "cgi"];

/// The ends of hosts' names, which look like a file's.
const HOSTS: [&str; 10] = ["com", "org", "net", "io", "dev", "app", "ai", "eu", "cloud", "info"];

/// Directories of files that a build makes.
const MADE: [&str; 10] = [
    "node_modules",
    "target",
    "build",
    "dist",
    "out",
    "generated",
    "gen",
    "_build",
    "_site",
    "vendor",
];

impl LinkTarget {
    /// None for an address, and for a route of a site.
    pub(super) fn of(target: &str) -> Option<Self> {
        let target = target.trim();
        let (path, fragment) = match target.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment)),
            None => (target, None),
        };
        let path = path.split('?').next().unwrap_or_default();
        let fragment = fragment.filter(|fragment| !fragment.is_empty()).map(decoded);
        let is_goal = if path.is_empty() { fragment.is_some() } else { is_file(path) };
        is_goal.then(|| Self { path: decoded(path), fragment })
    }

    /// Whether a goal that is not there was meant to be: it is nothing that a program fills in or a build
    /// makes, no host, and no example.
    pub(super) fn is_certain(&self) -> bool {
        let filled_in = |text: &str| {
            text.contains(|c: char| "{}$<>*|\\^`".contains(c) || c.is_control())
                || text.contains("...")
                || text.contains('…')
        };
        let made = || self.path.split('/').any(|part| MADE.contains(&part));
        let unsure = filled_in(&self.path) || self.fragment.as_deref().is_some_and(filled_in);
        !(unsure || is_host(&self.path) || made() || is_example(&self.path))
    }
}

fn is_file(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    if first.contains(':') || path.starts_with("//") || path.ends_with('/') {
        return false;
    }
    let Some((stem, extension)) = link::file_name(path).rsplit_once('.') else { return false };
    let is_page = PAGES.iter().any(|page| extension.eq_ignore_ascii_case(page));
    is_extension(extension) && !stem.trim_matches('.').is_empty() && !is_page
}

/// Whether a path begins with a host's name, or is one: its scheme was forgotten.
fn is_host(path: &str) -> bool {
    if let Some((first, _)) = path.split_once('/') {
        return first.trim_matches('.').contains('.');
    }
    // A mail's address may stand without its scheme.
    let end = path.rsplit('.').next().unwrap_or_default();
    path.contains('@') || HOSTS.iter().any(|host| end.eq_ignore_ascii_case(host))
}

fn is_extension(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.len() <= 10
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether a path stands for any path: `path/to/file.md`, `NNNN-title.md`, `0005-xxx.md`.
fn is_example(path: &str) -> bool {
    let letters = |word: &str| {
        let first = word.chars().next().map(|c| c.to_ascii_lowercase());
        word.len() >= 2
            && first.is_some_and(|first| "nxyz".contains(first))
            && word.chars().all(|c| Some(c.to_ascii_lowercase()) == first)
    };
    let words = || path.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    path.contains("path/to/") || words().any(letters)
}

#[cfg(test)]
mod tests {
    use super::LinkTarget;

    #[test]
    fn a_file_is_told_from_what_only_looks_like_one() {
        let goal = |target: &str| {
            let certain = LinkTarget::of(target).filter(LinkTarget::is_certain);
            certain.map(|goal| (goal.path, goal.fragment))
        };
        let file = |path: &str| Some((path.to_owned(), None));
        assert_eq!(goal("../a%20b.md"), file("../a b.md"));
        assert_eq!(goal("src/main.rs?raw=true"), file("src/main.rs"));
        assert_eq!(goal("a.md#x%C3%A9"), Some(("a.md".to_owned(), Some("xé".to_owned()))));
        assert_eq!(goal("#x"), Some((String::new(), Some("x".to_owned()))));
        let others = [
            "https://example.org/a.md",
            "mailto:a@b.md",
            "//host/a.md",
            "guide/",
            "guide",
            "a.php#x",
            "#",
            "example.com",
            "ann@example.de",
            "github.com/o/r/blob/main/a.md",
            "v1.2",
            "{{ page }}.md",
            "<name>.md",
            "a/*.md",
            "path/to/file.md",
            "NNNN-title.md",
            "0005-xxx.md",
            "target/doc/a.md",
            ".gitignore",
            "..",
            "a/.../b.md",
        ];
        for target in others {
            assert_eq!(goal(target), None, "{target}");
        }
    }
}
