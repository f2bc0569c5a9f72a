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
    log.or_else(|| label(text)).or_else(|| last_word(text))
}

/// A label as documents have it.
fn label(text: &str) -> Option<Column> {
    match Vocabulary::known().glossed::<Label>(text)?.meaning {
        Label::Date | Label::Decided | Label::Created | Label::Updated => {
            Some(Column::Field(Field::Date))
        }
        Label::Version => Some(Column::Field(Field::Version)),
        Label::Authors => Some(Column::Field(Field::Author)),
        Label::Approvers | Label::Reviewers => Some(Column::Reviewer),
        _ => None,
    }
}

/// `Type of version`: a few words of which the last says it.
fn last_word(text: &str) -> Option<Column> {
    const MOST_WORDS: usize = 4;
    let text = text.trim();
    let mut found = Vocabulary::known().find::<words::Column>(text);
    let (range, last) = found.by_ref().last()?;
    let ends = range.end == text.len() && text.split_whitespace().count() <= MOST_WORDS;
    match last.meaning {
        words::Column::Date if ends => Some(Column::Field(Field::Date)),
        words::Column::Version if ends => Some(Column::Field(Field::Version)),
        _ => None,
    }
}
