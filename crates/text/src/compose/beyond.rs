//! What the writer of Markdown cannot spell: characters that stand for a spelling while it writes,
//! and are replaced in what it wrote.
//!
//! Unicode's noncharacters (U+FDD0 to U+FDEF, "intended for process-internal uses") cannot come from
//! an author: [`text`] takes them out. To the writer, and to the parser with which it tests what it
//! wrote, they are letters.

use std::collections::VecDeque;

/// Author's Markdown that stands here as it is.
pub(super) const SPLICE: char = '\u{fdd0}';
/// `{` that must not meet another one: mdBook expands `{{...}}` after us.
const BRACE: char = '\u{fdd1}';
/// `\` before a cell's border, which it would take for its own.
const BACKSLASH: char = '\u{fdd2}';

/// Text of one line that means itself, wherever it stands.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' if chars.peek() == Some(&'{') || out.ends_with(BRACE) => out.push(BRACE),
            '\u{fdd0}'..='\u{fdef}' => out.push(char::REPLACEMENT_CHARACTER),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Text for a heading, where braces at the end would be attributes.
pub(super) fn heading_text(text: &str) -> String {
    text.replace('{', BRACE.encode_utf8(&mut [0; 4]))
}

/// Text for a cell, where a backslash could take the border away.
pub(super) fn cell_text(text: &str) -> String {
    text.replace('\\', BACKSLASH.encode_utf8(&mut [0; 4]))
}

/// What was written, with the spellings in their places and each splice in its own.
///
/// The further lines of a splice get what stands before its first one: the marks of quotes as they
/// are, of lists as an indent.
pub(super) fn spelt_out(written: &str, mut splices: VecDeque<String>) -> String {
    let mut out = String::with_capacity(written.len());
    for (index, line) in written.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        // The writer indents quotes by a space, and leaves one after a mark that stands alone.
        let line = if line.starts_with(" >") { line[1..].trim_end() } else { line };
        let start = out.len();
        let mut rest = line;
        while let Some(at) = rest.find([BRACE, BACKSLASH, SPLICE]) {
            out.push_str(&rest[..at]);
            let mut behind = rest[at..].chars();
            match behind.next() {
                Some(BRACE) => out.push_str("&#123;"),
                Some(BACKSLASH) => out.push_str("&#92;"),
                _ => {
                    let before = out[start..].chars().map(|c| if c == '>' { c } else { ' ' });
                    let before: String = before.collect();
                    splice(&mut out, &before, &splices.pop_front().unwrap_or_default());
                }
            }
            rest = behind.as_str();
        }
        out.push_str(rest);
    }
    out
}

fn splice(out: &mut String, before: &str, markdown: &str) {
    for (index, line) in markdown.lines().enumerate() {
        if index > 0 {
            out.push('\n');
            out.push_str(if line.is_empty() { before.trim_end() } else { before });
        }
        out.push_str(line);
    }
}
