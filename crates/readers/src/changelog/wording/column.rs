//! What the header of a column holds; the keys of front matter are headers too.

use words::{Label, Vocabulary};

use super::super::Field;
use super::without_remark;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Column {
    /// A field of an entry.
    Field(Field),
    /// Who signed.
    Reviewer,
}

/// What the header of a column announces, if anything: a word of logs, else a label as documents
/// have it.
pub(in super::super) fn column(text: &str) -> Option<Column> {
    let words = Vocabulary::known();
    let text = without_remark(text);
    let log = words.glossed::<words::Column>(text).map(|found| match found.meaning {
        words::Column::Date => Column::Field(Field::Date),
        words::Column::Version => Column::Field(Field::Version),
        words::Column::Author => Column::Field(Field::Author),
        words::Column::Changes => Column::Field(Field::Changes),
        words::Column::Reviewer => Column::Reviewer,
    });
    log.or_else(|| match words.glossed::<Label>(text)?.meaning {
        Label::Date | Label::Decided | Label::Created | Label::Updated => {
            Some(Column::Field(Field::Date))
        }
        Label::Version => Some(Column::Field(Field::Version)),
        Label::Authors => Some(Column::Field(Field::Author)),
        Label::Approvers | Label::Reviewers => Some(Column::Reviewer),
        _ => None,
    })
}
