//! Path patterns of the configuration: `*`, `?`, `**` and `{a,b}`; no regular expressions.

/// Several patterns; a path that fits one of them belongs to the set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathSet {
    patterns: Vec<String>,
}

impl PathSet {
    /// A set of patterns with forward slashes. A leading `./` and a trailing `/` are left out.
    pub fn new(patterns: impl IntoIterator<Item = String>) -> Self {
        let tidy = |pattern: String| {
            let pattern = pattern.replace('\\', "/");
            pattern.trim_start_matches("./").trim_end_matches('/').to_owned()
        };
        Self { patterns: patterns.into_iter().map(tidy).collect() }
    }

    /// The patterns, tidied.
    pub fn patterns(&self) -> &[String] {
        &self.patterns
    }

    /// Whether a file (path with forward slashes) fits a pattern, or lies below a directory that does.
    pub fn contains(&self, path: &str) -> bool {
        self.patterns.iter().any(|pattern| {
            matches(pattern, path) || ancestors(path).any(|dir| matches(pattern, dir))
        })
    }

    /// As [`PathSet::contains`], for a file named as in findings, below the book's root: it may also
    /// be written as in `SUMMARY.md`, below the source directory `src`.
    pub fn contains_in_book(&self, file: &str, src: &str) -> bool {
        let below_src =
            file.strip_prefix(src.trim_end_matches('/')).and_then(|rest| rest.strip_prefix('/'));
        self.contains(file) || below_src.is_some_and(|path| self.contains(path))
    }
}

/// The directories above a path, innermost first.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.char_indices().rev().filter(|&(_, character)| character == '/').map(|(at, _)| &path[..at])
}

/// Whether a whole path fits one pattern.
///
/// `*` and `?` stay within a path segment, `**` as a whole segment crosses them, `{a,b}` is either.
pub fn matches(pattern: &str, path: &str) -> bool {
    alternatives(pattern, 0).iter().any(|pattern| {
        let pattern: Vec<&str> = pattern.split('/').collect();
        let path: Vec<&str> = path.split('/').collect();
        segments(&pattern, &path)
    })
}

/// At most this many braces are looked into, so that no pattern can grow without bound.
const MAX_BRACES: usize = 6;

/// The pattern with its braces written out.
fn alternatives(pattern: &str, depth: usize) -> Vec<String> {
    let braces = pattern.find('{').and_then(|open| {
        let close = pattern[open..].find('}')? + open;
        Some((open, close))
    });
    let Some((open, close)) = braces.filter(|_| depth < MAX_BRACES) else {
        return vec![pattern.to_owned()];
    };
    pattern[open + 1..close]
        .split(',')
        .flat_map(|choice| {
            let one = format!("{}{choice}{}", &pattern[..open], &pattern[close + 1..]);
            alternatives(&one, depth + 1)
        })
        .collect()
}

/// Greedy with one point to return to, so a pattern costs at most its length times the path's.
fn segments(pattern: &[&str], path: &[&str]) -> bool {
    wildcard(
        pattern,
        path,
        |segment| *segment == "**",
        |segment, name| {
            let (segment, name): (Vec<char>, Vec<char>) =
                (segment.chars().collect(), name.chars().collect());
            wildcard(&segment, &name, |&c| c == '*', |&c, &d| c == '?' || c == d)
        },
    )
}

/// Matches items against a pattern in which a star stands for any number of items.
fn wildcard<P, T>(
    pattern: &[P],
    items: &[T],
    is_star: impl Fn(&P) -> bool,
    fits: impl Fn(&P, &T) -> bool,
) -> bool {
    let (mut p, mut i) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while i < items.len() {
        match pattern.get(p) {
            Some(star) if is_star(star) => {
                retry = Some((p + 1, i));
                p += 1;
            }
            Some(one) if fits(one, &items[i]) => {
                p += 1;
                i += 1;
            }
            _ => {
                let Some((after, at)) = retry else {
                    return false;
                };
                retry = Some((after, at + 1));
                (p, i) = (after, at + 1);
            }
        }
    }
    pattern[p..].iter().all(is_star)
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }

    #[test]
    fn many_stars_are_no_trap() {
        let pattern = "*a".repeat(50);
        assert!(!matches(&pattern, &"a".repeat(5_000).replace("aaaa", "aab ")));
    }
}
