//! Links that still lead to the same page when their text is shown in another chapter.

use crate::compose::{Inline, Target};
use crate::link::{directory, page, relative, resolve};

/// A line that was written in the chapter `from`, for the chapter `to` (paths below the source
/// directory).
pub fn moved(line: Inline, from: &str, to: &str) -> Inline {
    if directory(from) == directory(to) {
        return line;
    }
    line.with_targets(|target| target_from(target, from, to))
}

/// A target as seen from another chapter. What leads to another site or out of the book stays.
fn target_from(target: &str, from: &str, to: &str) -> String {
    let elsewhere =
        target.contains("://") || target.starts_with("mailto:") || target.starts_with('/');
    if elsewhere {
        return target.to_owned();
    }
    let (path, anchor) = target.split_at(target.find(['#', '?']).unwrap_or(target.len()));
    let file = if path.is_empty() { Some(from.to_owned()) } else { resolve(directory(from), path) };
    match file {
        Some(file) => format!("{}{anchor}", relative(directory(to), &file)),
        None => target.to_owned(),
    }
}

/// A link to a chapter by its name.
pub fn to_chapter(name: &str, from: &str, to: &str) -> Inline {
    Inline::text(name).link(&Target::file(&relative(directory(from), &page(to))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_seen_from_the_other_chapter() {
        let markdown = "See [a](b.md#x), `[c](d.md)`, [e](https://x.y/z) and ![f](../f.png)";
        let moved = |line, from, to| moved(Inline::parsed(line), from, to).markdown();
        assert_eq!(
            moved(markdown, "one/a.md", "two/b.md"),
            "See [a](../one/b.md#x), `[c](d.md)`, [e](https://x.y/z) and ![f](../f.png)"
        );
        assert_eq!(moved("[a](#here)", "one/a.md", "b.md"), "[a](one/a.md#here)");
    }
}
