//! Path patterns of the configuration: `*`, `?`, `**` and `{a,b}`; no regular expressions.

use std::collections::BTreeSet;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// Several patterns; a path that fits one of them belongs to the set.
#[derive(Clone, Debug, Default)]
pub struct PathSet {
    patterns: Vec<String>,
    globs: GlobSet,
}

impl PartialEq for PathSet {
    fn eq(&self, other: &Self) -> bool {
        self.patterns == other.patterns
    }
}

impl Eq for PathSet {}

impl PathSet {
    /// A set of patterns with forward slashes. A leading `./` and a trailing `/` are left out.
    pub fn new(patterns: impl IntoIterator<Item = String>) -> Self {
        let tidy = |pattern: String| {
            let pattern = pattern.replace('\\', "/");
            pattern.trim_start_matches("./").trim_end_matches('/').to_owned()
        };
        let patterns: Vec<String> = patterns.into_iter().map(tidy).collect();
        let mut globs = GlobSetBuilder::new();
        for glob in patterns.iter().filter_map(|pattern| compiled(pattern)) {
            globs.add(glob);
        }
        Self { patterns, globs: globs.build().unwrap_or_default() }
    }

    /// Whether nothing can fit.
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// The patterns, tidied.
    pub fn patterns(&self) -> &[String] {
        &self.patterns
    }

    /// Whether a file (path with forward slashes) fits a pattern, or lies below a directory that does.
    pub fn contains(&self, path: &str) -> bool {
        self.globs.is_match(path) || ancestors(path).any(|dir| self.globs.is_match(dir))
    }

    /// As [`PathSet::contains`], for a file named as in findings, below the book's root: it may also
    /// be written as in `SUMMARY.md`, below the source directory `src`.
    pub fn contains_in_book(&self, file: &str, src: &str) -> bool {
        let below_src =
            file.strip_prefix(src.trim_end_matches('/')).and_then(|rest| rest.strip_prefix('/'));
        self.contains(file) || below_src.is_some_and(|path| self.contains(path))
    }
}

/// Several sets, which are asked at once.
#[derive(Debug)]
pub struct PathSets {
    globs: GlobSet,
    /// For each pattern, the place of its set.
    owners: Vec<usize>,
}

impl PathSets {
    /// The sets, each known by its place.
    pub fn new<'s>(sets: impl IntoIterator<Item = &'s PathSet>) -> Self {
        let mut globs = GlobSetBuilder::new();
        let mut owners = Vec::new();
        for (owner, set) in sets.into_iter().enumerate() {
            for glob in set.patterns.iter().filter_map(|pattern| compiled(pattern)) {
                globs.add(glob);
                owners.push(owner);
            }
        }
        Self { globs: globs.build().unwrap_or_default(), owners }
    }

    /// The places of the sets that hold a file.
    pub fn holding(&self, path: &str) -> BTreeSet<usize> {
        let all = std::iter::once(path).chain(ancestors(path));
        all.flat_map(|path| self.globs.matches(path))
            .filter_map(|at| self.owners.get(at).copied())
            .collect()
    }
}

/// Brackets mean themselves, and so do braces that do not match; the directory itself holds everything.
fn compiled(pattern: &str) -> Option<globset::Glob> {
    let pattern = if pattern == "." { "**" } else { pattern };
    let pattern = pattern.replace('[', "[[]");
    let braceless = || pattern.replace('{', "[{]").replace('}', "[}]");
    glob(&pattern).or_else(|_| glob(&braceless())).ok()
}

/// The directories above a path, innermost first.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.char_indices().rev().filter(|&(_, character)| character == '/').map(|(at, _)| &path[..at])
}

/// `*` and `?` stay within a path segment, `**` as a whole segment crosses them, `{a,b}` is either.
fn glob(pattern: &str) -> Result<globset::Glob, globset::Error> {
    GlobBuilder::new(pattern).literal_separator(true).empty_alternates(true).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, path: &str) -> bool {
        PathSet::new([pattern.to_owned()]).globs.is_match(path)
    }

    #[test]
    fn many_braces_are_no_trap() {
        let pattern = "{0,1,2,3,4,5,6,7,8,9}".repeat(40);
        assert!(matches(&pattern, &"7".repeat(40)));
        assert!(!matches(&pattern, &"7".repeat(39)));
        assert!(matches("a/{b,{c,d}}/*.md", "a/d/e.md"));
    }

    #[test]
    fn what_is_no_pattern_means_itself() {
        assert!(matches("a[1]/{b.md", "a[1]/{b.md"));
        assert!(!matches("a[1].md", "a1.md"));
    }

    #[test]
    fn stars_stay_within_a_segment_and_double_stars_cross() {
        assert!(matches("services/*.md", "services/a.md"));
        assert!(!matches("services/*.md", "services/a/b.md"));
        assert!(matches("**/*.md", "a.md"));
        assert!(matches("**/*.md", "a/b/c.md"));
        assert!(matches("a/**/c.md", "a/c.md"));
        assert!(matches("{adr,rfc}/0??-*.md", "rfc/012-é.md"));
        assert!(!matches("a/**", "b/c"));
    }

    #[test]
    fn a_directory_holds_what_lies_below_it() {
        let set = PathSet::new(["./docs/adr/".to_owned(), "team-*".to_owned()]);
        assert!(set.contains("docs/adr/0001-a.md"));
        assert!(set.contains("docs/adr/old/0001-a.md"));
        assert!(set.contains("team-x/a.md"));
        assert!(!set.contains("docs/adrs/0001-a.md"));
        assert!(set.contains_in_book("src/docs/adr/1.md", "src"));
        assert!(!set.contains_in_book("srcdocs/adr/1.md", "src"));
        let other = PathSet::new(["**/0001-a.md".to_owned()]);
        let sets = PathSets::new([&set, &other, &PathSet::default()]);
        assert_eq!(Vec::from_iter(sets.holding("docs/adr/0001-a.md")), [0, 1]);
        assert_eq!(Vec::from_iter(sets.holding("x/0001-a.md")), [1]);
    }

    #[test]
    fn many_stars_are_no_trap() {
        let pattern = "*a".repeat(50);
        assert!(!matches(&pattern, &"a".repeat(5_000).replace("aaaa", "aab ")));
    }
}
