//! Patterns of file names: `{number:4}-{slug}.md`.
//!
//! ```text
//! {number}    digits             {number:4}  four digits or more
//! {date}      2026-01-31         {slug}      words in lower case with single dashes between them
//! {title}     anything           all else    itself
//! ```

use std::fmt;

/// A pattern, and how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName {
    parts: Vec<Part>,
    written: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    /// At least so many digits.
    Number(usize),
    Date,
    Slug,
    Title,
}

/// The names that stand in braces.
pub const PLACEHOLDERS: [&str; 4] = ["number", "date", "slug", "title"];

impl FileName {
    /// Reads a pattern; an error is what stands in braces and means nothing.
    ///
    /// # Errors
    /// There is no such placeholder, or a brace is not closed.
    pub fn read(pattern: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = pattern;
        while let Some(open) = rest.find('{') {
            let (before, from) = rest.split_at(open);
            if !before.is_empty() {
                parts.push(Part::Text(before.to_owned()));
            }
            let close = from.find('}').ok_or_else(|| from.to_owned())?;
            let name = &from[..=close];
            parts.push(part(&name[1..close]).ok_or_else(|| name.to_owned())?);
            rest = &from[close + 1..];
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        Ok(Self { parts, written: pattern.to_owned() })
    }

    /// Whether a name fits.
    pub fn fits(&self, name: &str) -> bool {
        fits(&self.parts, name)
    }

    /// The pattern up to the ending, for what has none: a directory.
    #[must_use]
    pub fn without_ending(&self) -> Self {
        let bare = self.written.strip_suffix(".md").unwrap_or(&self.written);
        Self::read(bare).unwrap_or_else(|_| self.clone())
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

fn part(name: &str) -> Option<Part> {
    Some(match name.split_once(':') {
        Some(("number", digits)) => Part::Number(digits.parse().ok().filter(|&many| many > 0)?),
        Some(_) => return None,
        None => match name {
            "number" => Part::Number(1),
            "date" => Part::Date,
            "slug" => Part::Slug,
            "title" => Part::Title,
            _ => return None,
        },
    })
}

/// Names are short and patterns have few parts: each way of cutting is tried.
fn fits(parts: &[Part], name: &str) -> bool {
    let Some((first, rest)) = parts.split_first() else { return name.is_empty() };
    if let Part::Text(text) = first {
        return name.strip_prefix(text.as_str()).is_some_and(|name| fits(rest, name));
    }
    let ends = name.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.into_iter().any(|end| is(first, &name[..end]) && fits(rest, &name[end..]))
}

fn is(part: &Part, text: &str) -> bool {
    match part {
        Part::Text(own) => text == own,
        Part::Number(digits) => {
            text.len() >= *digits && text.bytes().all(|byte| byte.is_ascii_digit())
        }
        Part::Date => words::date::day(text).is_some() && text.len() == "2026-01-31".len(),
        Part::Slug => text.split('-').all(|word| {
            !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase())
        }),
        Part::Title => true,
    }
}

#[cfg(test)]
mod tests {
    use super::FileName;

    fn fits(pattern: &str, name: &str) -> bool {
        FileName::read(pattern).unwrap().fits(name)
    }

    #[test]
    fn placeholders_stand_for_what_they_say() {
        let usual = "{number:4}-{slug}.md";
        assert!(fits(usual, "0012-use-a-queue.md") && fits(usual, "00123-ü2.md"));
        for name in [
            "012-use.md",
            "0012-Use.md",
            "0012-use_x.md",
            "0012-use--x.md",
            "0012-.md",
            "0012-a.mdx",
        ] {
            assert!(!fits(usual, name), "{name}");
        }
        assert!(fits("ADR-{number} {title}.md", "ADR-7 Use X (now).md"));
        assert!(fits("{date}-{slug}.md", "2026-01-31-use-x.md"));
        assert!(!fits("{date}-{slug}.md", "2026-13-31-use-x.md"));
        assert!(FileName::read("{number:4}-{slug}.md").unwrap().without_ending().fits("0012-use"));
    }

    #[test]
    fn what_means_nothing_is_named() {
        assert_eq!(FileName::read("{numbr}.md"), Err("{numbr}".to_owned()));
        assert_eq!(FileName::read("{number:0}"), Err("{number:0}".to_owned()));
        assert_eq!(FileName::read("a{slug"), Err("{slug".to_owned()));
    }
}
