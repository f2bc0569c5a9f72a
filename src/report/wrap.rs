//! Breaking running text at a terminal's edge.

use unicode_width::UnicodeWidthStr;

/// Breaks each line at spaces so that it fits `width` columns. What stands in backticks stays whole,
/// since it is there to be copied.
pub(super) fn wrapped(text: &str, width: usize) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| wrapped_line(line, width)).collect();
    lines.join("\n")
}

/// At most so many characters of a text; what is cut off leaves an ellipsis.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let kept: String = text.chars().take(longest.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// The same as [`wrapped`] for lines that are indented: what goes on is indented further.
pub(crate) fn lines(text: &str, width: usize) -> String {
    const FURTHER: usize = 2;
    let line = |line: &str| {
        let words = line.trim_start_matches(' ');
        let indent = line.len() - words.len();
        let room = width.saturating_sub(indent + FURTHER).max(1);
        let gap = format!("\n{:1$}", "", indent + FURTHER);
        let fits = line.width() <= width;
        if fits {
            line.to_owned()
        } else {
            line[..indent].to_owned() + &wrapped(words, room).replace('\n', &gap)
        }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Names with what is said of each beside them, or below where there is no room.
pub(crate) fn columns(rows: &[(&str, &str)], width: usize) -> String {
    const FEWEST: usize = 16;
    const INDENT: usize = 4;
    let names = rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    let beside = names + 2 + FEWEST <= width;
    let indent = if beside { names + 2 } else { INDENT };
    let gap = format!("\n{:indent$}", "");
    let row = |(name, words): &(&str, &str)| {
        let words = wrapped(words, width.saturating_sub(indent)).replace('\n', &gap);
        let space = if beside { " ".repeat(indent - name.width()) } else { gap.clone() };
        format!("{name}{space}{words}\n")
    };
    rows.iter().map(row).collect()
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

    #[test]
    fn what_is_said_stands_beside_a_name_where_there_is_room() {
        let rows = [("check", "what is open or wrong"), ("suggest", "lines")];
        assert_eq!(columns(&rows, 80), "check    what is open or wrong\nsuggest  lines\n");
        assert_eq!(
            columns(&rows, 26),
            "check    what is open or\n         wrong\nsuggest  lines\n"
        );
        assert_eq!(
            columns(&rows, 20),
            "check\n    what is open or\n    wrong\nsuggest\n    lines\n"
        );
    }

    #[test]
    fn what_goes_on_is_indented_further() {
        let text = "found:\n  docs/adr: 12 decision records (nygard)\n";
        let expected = "found:\n  docs/adr: 12\n    decision\n    records\n    (nygard)\n";
        assert_eq!(lines(text, 16), expected);
        assert_eq!(lines(text, 60), text);
    }
}
