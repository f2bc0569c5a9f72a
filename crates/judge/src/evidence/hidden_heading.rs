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

/// Whether a code block is never closed, or a line within opens another by the same signs.
fn is_out_of_balance(code: &str) -> bool {
    let fence = |line: &str| {
        let line = line.trim();
        let sign = line.chars().next().filter(|sign| ['`', '~'].contains(sign))?;
        let info = line.trim_start_matches(sign);
        let len = line.len() - info.len();
        (len >= 3).then_some((sign, len, !info.is_empty()))
    };
    let Some((outer, long, _)) = code.lines().next().and_then(fence) else { return false };
    let like_it = |&(sign, len, _): &(char, usize, bool)| sign == outer && len >= long;
    let fences = || code.trim_end().lines().skip(1);
    let last = fences().last().and_then(fence).filter(like_it);
    let is_closed = last.is_some_and(|(.., has_info)| !has_info);
    !is_closed || fences().filter_map(fence).filter(like_it).any(|(.., has_info)| has_info)
}
