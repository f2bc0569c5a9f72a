//! An expansion, taken back.

use text::edit::Edits;

/// The input, put together again from the output and what the edits say they did.
pub(crate) fn undone(output: &str, input: &str, edits: &Edits) -> String {
    let mut rebuilt = String::new();
    let (mut from, mut read) = (0, 0);
    for edit in edits.sorted() {
        let kept = edit.span.start - from;
        rebuilt.push_str(&output[read..read + kept]);
        read += kept;
        assert!(output[read..].starts_with(&edit.text), "an insertion is where it is said to be");
        read += edit.text.len();
        rebuilt.push_str(&input[edit.span.range()]);
        from = edit.span.end;
    }
    rebuilt + &output[read..]
}
