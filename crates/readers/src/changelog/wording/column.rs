//! What the header of a column holds; the keys of front matter are headers too.

use words::{ClauseRole, Concept, Label, LogWord, Vocabulary};

use super::super::Field;
use super::without_remark;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Column {
    /// A field of an entry.
    Field(Field),
    /// Who signed.
    Reviewer,
    /// Why, of what kind, or a remark.
    Remark,
    /// Which part of the whole: a component, a service.
    Part,
    /// Which office a person has.
    Role,
    /// Something else that logs tell.
    Other,
}

/// What the header of a column announces, if anything: a word of logs, a label as documents have it,
/// or what its grammar says.
pub(in super::super) fn column(text: &str) -> Option<Column> {
    let text = without_remark(text).trim();
    known(text).or_else(|| joined(text)).or_else(|| by_someone(text)).or_else(|| last_word(text))
}

fn known(text: &str) -> Option<Column> {
    let log = Vocabulary::known().glossed::<words::Column>(text).map(|found| match found.meaning {
        words::Column::Date => Column::Field(Field::Date),
        words::Column::Version => Column::Field(Field::Version),
        words::Column::Author => Column::Field(Field::Author),
        words::Column::Changes => Column::Field(Field::Changes),
        words::Column::Reviewer => Column::Reviewer,
        words::Column::Remark => Column::Remark,
        words::Column::Role => Column::Role,
        words::Column::Other => Column::Other,
    });
    log.or_else(|| label(text)).or_else(|| part(text))
}

/// A word for the parts that systems have.
fn part(text: &str) -> Option<Column> {
    let words = Vocabulary::known();
    let concept = words.glossed::<Concept>(text).map(|found| found.meaning);
    let is_part = matches!(concept, Some(Concept::Component | Concept::Service));
    (is_part || words.is(words::Field::Technology, text)).then_some(Column::Part)
}

/// A label as documents have it.
fn label(text: &str) -> Option<Column> {
    match Vocabulary::known().glossed::<Label>(text)?.meaning {
        Label::Date | Label::Decided | Label::Created | Label::Updated | Label::Reviewed => {
            Some(Column::Field(Field::Date))
        }
        Label::Version => Some(Column::Field(Field::Version)),
        Label::Authors => Some(Column::Field(Field::Author)),
        Label::Approvers | Label::Reviewers => Some(Column::Reviewer),
        _ => None,
    }
}

/// `Change/addition`, `Author & approver`, `Reason, description`: the first part that is a field of
/// an entry; a part that is not known says nothing.
fn joined(text: &str) -> Option<Column> {
    let spaced = text.replace(" - ", "/");
    let parts = spaced.split(['/', '&', '+', ',', ';', '|', '・', '／', '、']);
    let parts: Vec<Column> = parts.filter_map(|part| known(part.trim())).collect();
    let field = parts.iter().find(|part| matches!(part, Column::Field(_)));
    let different = spaced.contains(['/', '&', '+', ',', ';', '|', '・', '／', '、']);
    field.or(parts.first()).copied().filter(|_| different)
}

/// `Adapted by`, `Utförda av`, `Aanpassing door`: who did what the words before the last say.
fn by_someone(text: &str) -> Option<Column> {
    const MOST_WORDS: usize = 5;
    let words = Vocabulary::known();
    let (before, agent) = text.rsplit_once(char::is_whitespace)?;
    if !words.is(ClauseRole::Agent, agent) || before.split_whitespace().count() >= MOST_WORDS {
        return None;
    }
    let agreed = before.split_whitespace().any(|word| words.is(LogWord::Agreed, word));
    Some(if agreed { Column::Reviewer } else { Column::Field(Field::Author) })
}

/// `Type of version`: a few words of which the last says it.
fn last_word(text: &str) -> Option<Column> {
    const MOST_WORDS: usize = 4;
    let mut found = Vocabulary::known().find::<words::Column>(text);
    let (range, last) = found.by_ref().last()?;
    let ends = range.end == text.len() && text.split_whitespace().count() <= MOST_WORDS;
    match last.meaning {
        words::Column::Date if ends => Some(Column::Field(Field::Date)),
        words::Column::Version if ends => Some(Column::Field(Field::Version)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grammar_says_what_no_word_list_holds() {
        let field = |field| Some(Column::Field(field));
        for (text, wanted) in [
            ("Utförda av", field(Field::Author)),
            ("Aanpassing door", field(Field::Author)),
            ("Endring utført av", field(Field::Author)),
            ("Reworked by", field(Field::Author)),
            ("Accepted by", Some(Column::Reviewer)),
            ("Wijziging/toevoeging", field(Field::Changes)),
            ("Autor / Responsável", field(Field::Author)),
            ("Tipo de versión", field(Field::Version)),
            ("Status", Some(Column::Other)),
            ("Reason", Some(Column::Remark)),
            ("Component", Some(Column::Part)),
            ("Modul", Some(Column::Part)),
            ("Role", Some(Column::Role)),
            ("Licence", None),
        ] {
            assert_eq!(column(text), wanted, "{text}");
        }
    }
}
