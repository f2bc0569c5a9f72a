//! Labels, and what they introduce.

use super::{Unit, UnitKind};
use text::markdown::inline::RunKind;

impl Unit<'_> {
    /// Is it a whole item of a list that ends with a colon?
    pub(in super::super) fn is_item(&self) -> bool {
        let whole = self.passage().end == self.span.end && self.passage().start == self.span.start;
        self.depth > 0 && whole && self.text.trim_end().ends_with([':', '：'])
    }

    /// Is it one of several items that say all they say in bold, and no label of one?
    pub(in super::super) fn goes_on_in_bold(&self, next: Option<&Unit<'_>>) -> bool {
        let beside = |unit: &Unit<'_>| unit.depth > 0 && unit.depth == self.depth;
        let colon = |unit: &Unit<'_>| unit.text.trim_end().ends_with([':', '：']);
        let bold = |unit: &Unit<'_>| beside(unit) && !colon(unit) && unit.empty_label().is_some();
        bold(self) && next.is_some_and(bold)
    }

    /// Whether a label has nothing to introduce because the next piece goes on with the list, in
    /// the same way or further out.
    pub(in super::super) fn is_bare_before(&self, next: &Unit<'_>) -> bool {
        let outer = next.depth < self.depth && (next.depth > 0 || self.depth > 1);
        let same = next.depth == self.depth && next.empty_label().is_some();
        next.kind == UnitKind::Text && (outer || same) && !next.is_shown_below(self)
    }

    /// Whether this begins a list of its own, or is a picture, right below the list that a label ends.
    fn is_shown_below(&self, label: &Unit<'_>) -> bool {
        let pictured = self.links().any(|link| link.image);
        self.block != label.block && (self.depth > 0 || pictured) && self.empty_label().is_none()
    }

    /// The label of a line that has nothing behind it.
    pub(in super::super) fn empty_label(&self) -> Option<String> {
        let [line] = self.inlines.as_slice() else { return None };
        if let Some((label, value)) = &self.field {
            return value.is_blank().then(|| label.clone());
        }
        // Of an item too long for a label, a colon at the end shows as much.
        let plain = self.text.trim_end();
        if self.depth > 0 && plain.ends_with([':', '：']) {
            return Some(plain.trim_end_matches([':', '：']).to_owned());
        }
        // A bold line on its own introduces what follows, with or without a colon.
        let bold = line.runs().all(|run| run.strong || run.text.trim().is_empty());
        let shown = line.runs().any(|run| run.kind == RunKind::Text);
        (bold && shown && self.kind == UnitKind::Text).then(|| self.text.to_string())
    }

    /// The label of a `Label: value` line.
    pub(in super::super) fn label(&self) -> Option<&str> {
        self.field.as_ref().map(|(label, _)| label.as_str())
    }

    /// Whether this is what a label introduces: a nested item, a table, code, or plain text.
    pub(in super::super) fn follows(&self, label: &Unit<'_>) -> bool {
        self.depth > label.depth
            || self.kind != UnitKind::Text
            || (self.depth == label.depth && label.depth == 0 && self.empty_label().is_none())
            || (label.depth == 0 && self.depth > 0)
            || self.is_shown_below(label)
    }
}

#[cfg(test)]
mod tests {
    use crate::document::written::LeftoverKind;
    use crate::testing::with_bound;

    /// The labels without a value in a chapter's section.
    fn bare(body: &str) -> Vec<String> {
        let text = format!(
            "# Yard\n\n## Overview\n\nA yard of cranes.\n\n{body}\n\n<<#archdoc template=\"standard\">>\n"
        );
        with_bound(&text, |bound| {
            let headings = bound.sections.iter().flat_map(|facts| &facts.headings);
            let leftovers = headings.flat_map(|heading| &heading.assessment.leftovers);
            let labels = leftovers.filter_map(|left| match &left.kind {
                LeftoverKind::Label(label) => Some(label.clone()),
                _ => None,
            });
            labels.collect()
        })
    }

    #[test]
    fn a_colon_introduces_what_the_next_block_shows() {
        for below in [
            "1. One\n2. Two",
            "![parts](parts.png)",
            "![](parts.png)",
            "```text\nA -> B\n```",
            "| A | B |\n|---|---|\n| 1 | 2 |",
            "<img src=\"parts.png\">",
        ] {
            for label in ["- Its parts are as follows:", "- Crane\n  - Its parts are as follows:"] {
                assert_eq!(bare(&format!("{label}\n\n{below}")), [""; 0], "{label} {below}");
            }
        }
    }

    #[test]
    fn a_label_that_the_list_goes_on_from_has_no_value() {
        assert_eq!(bare("- Crane\n  - Its owner:\n- Gate\n  - Its place: left\n"), ["Its owner"]);
        assert_eq!(bare("- Crane\n  - Its owner:\n\nThe yard is open.\n"), ["Its owner"]);
    }
}
