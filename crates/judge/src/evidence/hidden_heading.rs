//! Headings that stand in a code block which its writer meant to end before them.

use readers::adr::{Part, Record};
use text::markdown::block::{Block, BlockKind};
use words::fold::folded;

/// Such a heading.
pub(crate) struct Hidden {
    heading: String,
    line: usize,
    /// The line that opens the code block.
    opened: usize,
}

impl Hidden {
    pub(crate) fn note(&self) -> String {
        let Self { heading, line, opened } = self;
        format!("`{heading}` on line {line} stands in the code block that line {opened} opens")
    }
}

/// A heading for a section that a record lacks, in code that is out of balance: its block is never closed, or another is
/// opened in it. An example of a record is none.
pub(crate) fn of(record: &Record, heading: &str) -> Option<Hidden> {
    let part = Part::of(heading);
    let is_meant = |line: &str| {
        let text = line.trim_start_matches('#').trim();
        line.starts_with('#')
            && (folded(text) == folded(heading) || part.is_some() && Part::of(text) == part)
    };
    let document = record.document();
    let code = document.blocks.iter().filter(|block| is_code(block)).map(|block| block.span);
    code.filter(|span| is_out_of_balance(record.source.slice(*span))).find_map(|span| {
        let mut at = span.start;
        record.source.slice(span).split_inclusive('\n').find_map(|line| {
            let start = at;
            at += line.len();
            let heading = line.trim_end();
            is_meant(heading).then(|| Hidden {
                heading: heading.to_owned(),
                line: record.source.line(start),
                opened: record.source.line(span.start),
            })
        })
    })
}

fn is_code(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Code(code) if code.fenced)
}

/// Whether a code block is never closed, or a line within opens another.
fn is_out_of_balance(code: &str) -> bool {
    let fence = |line: &str| {
        let line = line.trim();
        let sign = line.chars().next().filter(|sign| ['`', '~'].contains(sign))?;
        let info = line.trim_start_matches(sign);
        (line.len() - info.len() >= 3).then_some(!info.is_empty())
    };
    let mut inner = code.lines().skip(1).filter_map(fence);
    let is_closed = code.trim_end().lines().skip(1).last().and_then(fence) == Some(false);
    !is_closed || inner.any(|has_info| has_info)
}
