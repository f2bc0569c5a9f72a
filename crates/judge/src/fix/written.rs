//! What earlier rounds wrote: a rule that is told again of what it has written does not know better.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use text::edit::TextEdit;
use text::source::Span;

use super::Plan;

/// The edits of earlier rounds, at the places they have by now.
#[derive(Debug, Default)]
pub struct Written {
    by_file: HashMap<PathBuf, Vec<Change>>,
}

/// What a rule has written.
#[derive(Debug)]
struct Change {
    rule: &'static str,
    /// Where it stands in the text that the last round left behind.
    span: Span,
    text: String,
}

impl Written {
    /// Takes note of a round whose files were written.
    pub fn add(&mut self, plan: &Plan<'_>) {
        for file in &plan.files {
            let mut edits: Vec<&(&'static str, TextEdit)> = file.edits.iter().collect();
            edits.sort_by_key(|(_, edit)| (edit.span.start, edit.span.end));
            let changes = self.by_file.entry(file.path.clone()).or_default();
            for change in changes.iter_mut() {
                change.span = moved(change.span, edits.iter().map(|(_, edit)| edit));
            }
            let mut shift = Shift::default();
            changes.extend(edits.into_iter().map(|(rule, edit)| {
                let start = shift.apply(edit.span.start);
                shift.pass(edit);
                let span = Span::new(start, start + edit.text.len());
                Change { rule, span, text: edit.text.clone() }
            }));
        }
    }

    /// Whether a rule would change what it has written, or write the same beside it. The second of two mistakes of
    /// the same words stands elsewhere.
    pub(super) fn repeats(&self, rule: &str, path: &Path, span: Span, text: &str) -> bool {
        let changes = self.by_file.get(path).into_iter().flatten();
        changes.filter(|change| change.rule == rule && touch(change.span, span)).any(|change| {
            let inside = change.span.start < span.end && span.start < change.span.end;
            inside || change.text == text
        })
    }
}

fn touch(a: Span, b: Span) -> bool {
    a.start <= b.end && b.start <= a.end
}

/// Where a span stands after edits in the text's order, with what they wrote at its ends.
fn moved<'e>(span: Span, edits: impl Iterator<Item = &'e TextEdit>) -> Span {
    let (mut covered, mut to_start, mut to_end) = (span, Shift::default(), Shift::default());
    for edit in edits {
        if touch(covered, edit.span) {
            covered = covered.cover(edit.span);
            to_end.pass(edit);
        } else if edit.span.end < covered.start {
            to_start.pass(edit);
            to_end.pass(edit);
        }
    }
    Span::new(to_start.apply(covered.start), to_end.apply(covered.end))
}

/// How far edits push what stands behind them.
#[derive(Default)]
struct Shift {
    added: usize,
    removed: usize,
}

impl Shift {
    fn pass(&mut self, edit: &TextEdit) {
        self.added += edit.text.len();
        self.removed += edit.span.len();
    }

    fn apply(&self, offset: usize) -> usize {
        offset + self.added - self.removed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_moves_with_the_text_around_it() {
        let insert = |at, text: &str| TextEdit::replace(Span::at(at), text);
        let remove = |start, end| TextEdit::remove(Span::new(start, end));
        let cases = [
            (Span::new(5, 7), vec![insert(0, "abc")], Span::new(8, 10)),
            (Span::new(5, 7), vec![remove(0, 4)], Span::new(1, 3)),
            (Span::new(5, 7), vec![insert(9, "abc")], Span::new(5, 7)),
            (Span::new(5, 7), vec![insert(0, "a"), insert(7, "bc")], Span::new(6, 10)),
            (Span::new(5, 7), vec![remove(4, 6)], Span::new(4, 5)),
            (Span::new(5, 7), vec![remove(2, 5), insert(6, "abc")], Span::new(2, 7)),
        ];
        for (span, edits, right) in cases {
            assert_eq!(moved(span, edits.iter()), right, "{span:?} {edits:?}");
        }
    }

    #[test]
    fn a_rule_changes_nothing_that_it_has_written_and_writes_nothing_twice() {
        let change = Change { rule: "a", span: Span::new(5, 8), text: "new".to_owned() };
        let by_file = HashMap::from([(PathBuf::from("x.md"), vec![change])]);
        let written = Written { by_file };
        let repeats = |rule, start, end, text| {
            written.repeats(rule, Path::new("x.md"), Span::new(start, end), text)
        };
        assert!(repeats("a", 5, 8, "old") && repeats("a", 4, 6, "") && repeats("a", 8, 8, "new"));
        assert!(!repeats("b", 5, 8, "old") && !repeats("a", 8, 8, "next"));
        assert!(!repeats("a", 9, 12, "new"), "the same mistake elsewhere");
    }
}
