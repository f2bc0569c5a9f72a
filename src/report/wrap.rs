//! Breaking running text at a terminal's edge.

use unicode_width::UnicodeWidthStr;

/// Breaks each line at spaces so that it fits `width` columns. What stands in backticks stays whole,
/// since it is there to be copied.
pub(super) fn wrapped(text: &str, width: usize) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| wrapped_line(line, width)).collect();
    lines.join("\n")
}

fn wrapped_line(line: &str, width: usize) -> String {
    if line.width() <= width {
        return line.to_owned();
    }
    let mut out = String::new();
    let mut column = 0;
    for word in words(line) {
        if column > 0 && column + 1 + word.width() > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += word.width();
    }
    out
}

/// The parts between spaces that are not inside backticks.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    line.split(move |character| {
        quoted ^= character == '`';
        character == ' ' && !quoted
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_outside_backticks() {
        let text = "write `mdbook-archdoc check` or\nlook at 設計 設計";
        let expected = "write\n`mdbook-archdoc check`\nor\nlook at\n設計 設計";
        assert_eq!(wrapped(text, 10), expected);
        assert_eq!(wrapped(text, 80), text);
    }
}
