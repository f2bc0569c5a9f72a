//! Metadata in a code block at the head of a record, as in the preambles of
//! [CAPs](https://github.com/stellar/stellar-protocol/blob/master/cap-template.md) and other proposals.

use text::markdown::block::Code;
use text::markdown::inline::Inlines;
use text::markdown::{self, field};
use text::source::{Source, Span};

use crate::adr::label::LabelKind;

/// The fewest known labels that make a block of code metadata.
const FEWEST: usize = 3;

/// The labelled lines of a fenced block that holds nothing else.
pub(super) fn preamble(code: &Code, span: Span, source: &Source) -> Option<Vec<Inlines>> {
    let written = source.slice(span);
    let body = written.find(code.text.as_str()).filter(|_| code.fenced && !code.text.is_empty())?;
    let mut at = span.start + body;
    let mut lines = Vec::new();
    for line in code.text.split_inclusive('\n') {
        let said = line.trim();
        if !said.is_empty() {
            lines.push(markdown::inlines(said, at + line.len() - line.trim_start().len()));
        }
        at += line.len();
    }
    let labels: Vec<String> =
        lines.iter().filter_map(|line| Some(field::split_label(line)?.0)).collect();
    let known = labels.iter().filter_map(|label| LabelKind::of(label));
    let keys: Vec<LabelKind> = known.collect();
    (labels.len() == lines.len() && keys.len() >= FEWEST && keys.contains(&LabelKind::Status))
        .then_some(lines)
}
