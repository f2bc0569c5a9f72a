//! The lines around a block of code, as <https://spec.commonmark.org/0.31.2/#fenced-code-blocks> has them.

/// The marks that open a fenced block, whose lines these are.
pub fn marks(lines: &str) -> Option<&str> {
    let lines = lines.trim_start();
    let mark = lines.chars().next().filter(|mark| ['`', '~'].contains(mark))?;
    let end = lines.find(|c| c != mark).unwrap_or(lines.len());
    Some(&lines[..end])
}

/// Whether the last of its lines closes the block that `marks` opened: has as many of them and nothing else.
pub fn is_closed(lines: &str, marks: &str) -> bool {
    let (_, below) = lines.trim_end().split_once('\n').unwrap_or_default();
    let last = below.lines().next_back().unwrap_or_default().trim();
    last.len() >= marks.len() && marks.starts_with(|mark| last.chars().all(|c| c == mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_closed_by_as_many_of_its_own_marks() {
        let closed = |lines: &str| marks(lines).map(|marks| is_closed(lines, marks));
        assert_eq!(closed("```sh\nls\n```\n"), Some(true));
        assert_eq!(closed("```sh\nls\n`````\n\n"), Some(true));
        assert_eq!(closed("````md\n```\nls\n```\n"), Some(false));
        assert_eq!(closed("~~~\n```\n"), Some(false));
        assert_eq!(closed("```"), Some(false));
        assert_eq!(closed("    ls\n"), None);
    }
}
