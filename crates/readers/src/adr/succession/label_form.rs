//! The form of the line that labels a status, for another line in it.

use text::source::Span;

use crate::adr::record::{Origin, Record};
use crate::adr::value_place::closing;

/// What stands around the label and the value of a status.
pub(super) struct LabelForm<'r> {
    /// What begins the line: `- **`.
    pub(super) before: &'r str,
    /// `Status`
    pub(super) label: &'r str,
    /// From the label to the value: `:** `.
    pub(super) between: String,
    /// The marks that close behind the value and are open before the label: `_` of `_Status: accepted_`.
    pub(super) closing: &'r str,
}

impl<'r> LabelForm<'r> {
    /// None where the status has no label on its line, or where what is open before that does not end with the value.
    pub(super) fn of(record: &'r Record) -> Option<Self> {
        let status = record.status.as_ref()?;
        let source = &record.source;
        let line = source.line_span(source.line(status.span.start));
        let before = source.slice(Span::new(line.start, status.span.start));
        let first = before.find(char::is_alphanumeric)?;
        let label_end = match status.origin {
            Origin::Table => first + before[first..].find('|')?,
            Origin::Bullet | Origin::Bold | Origin::Line => {
                first + before[first..].find([':', '：'])?
            }
            _ => return None,
        };
        let bare = |c: char| c.is_whitespace() || is_mark(c);
        let label_end = first + before[first..label_end].trim_end_matches(bare).len();
        // A sign, or the bracket of a template, is of the value: `Status: [accepted]`.
        let open = |c: char| {
            !c.is_alphanumeric() && c != '：' && (!c.is_ascii() || matches!(c, '~' | '['))
        };
        let between = before[label_end..].trim_end().trim_end_matches(open).trim_end();
        // Marks around the value are none of the label's: `Status: **accepted**`.
        let bare = between.trim_end_matches(is_mark);
        let around = bare.len() < between.len() && bare.ends_with([' ', '\t']);
        let between = if around { bare.trim_end() } else { between };
        let between = between.trim_end_matches(open).trim_end();
        // `Status: currently accepted` has a word that is none of the label's.
        let between =
            between.find(char::is_alphanumeric).map_or(between, |word| between[..word].trim_end());
        let gap = before.ends_with(' ') || between.ends_with(['|', ':']);
        let labelled = line.start + label_end + between.len();
        let closing = match status.origin {
            Origin::Table => "",
            _ => closing(source, labelled, status.span.start)?,
        };
        let between = if gap { format!("{between} ") } else { between.to_owned() };
        Some(Self { before: &before[..first], label: &before[first..label_end], between, closing })
    }
}

const fn is_mark(c: char) -> bool {
    matches!(c, '*' | '_' | '`')
}
