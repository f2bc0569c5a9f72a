//! What the arguments of a directive take, for those who help to write one: the words that the readers know.

use text::word::Word;
use words::Stage;

use super::{Kind, adr, change_log};
use crate::adr::status::Status;
use crate::settings::{ChangeLogColumn, ChangeLogOrder, ChangeLogSource, Missing};

/// What can be written behind `key=`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// The name of a template.
    Template,
    /// The id of a section of the template.
    Section,
    /// The name of a kind of items.
    ItemKind,
    /// One of these words.
    One(Vec<&'static str>),
    /// Some of these words, with commas between them.
    Some(Vec<&'static str>),
    /// Anything else: a path, a number, a name.
    Free,
}

impl Kind {
    /// What one of its [arguments](Kind::arguments) takes.
    pub fn takes(self, argument: &str) -> ValueKind {
        match (self, argument) {
            (Self::Template, "template") => ValueKind::Template,
            (Self::Template, "part") => ValueKind::Section,
            (Self::Template, "missing") => ValueKind::One(Missing::all()),
            (Self::Template, "status") => ValueKind::One(Stage::all()),
            (Self::AdrIndex | Self::AdrGraph, "status") => ValueKind::Some(statuses()),
            (Self::AdrIndex, "columns") => ValueKind::Some(adr::Column::all()),
            (Self::AdrIndex, "sort") => ValueKind::One(adr::Column::all()),
            (Self::AdrIndex, "group-by") => ValueKind::One(adr::Grouping::all()),
            (Self::AdrIndex, "format") => ValueKind::One(adr::IndexForm::all()),
            (Self::AdrGraph, "format") => ValueKind::One(adr::Drawing::all()),
            (Self::ChangeLog, "source") => ValueKind::Some(ChangeLogSource::WORDS.to_vec()),
            (Self::ChangeLog, "scope") => ValueKind::One(change_log::Scope::all()),
            (Self::ChangeLog, "order") => ValueKind::One(ChangeLogOrder::all()),
            (Self::ChangeLog, "columns") => ValueKind::Some(ChangeLogColumn::all()),
            (Self::ChangeLog, "group-by") => ValueKind::One(change_log::Grouping::all()),
            (Self::Trace, "of") => ValueKind::ItemKind,
            _ => ValueKind::Free,
        }
    }
}

/// The words for statuses, and the one for records without.
fn statuses() -> Vec<&'static str> {
    Status::ALL.iter().map(|status| status.name()).chain(["unknown"]).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Mistake, MistakeKind, scan};
    use super::*;
    use crate::settings::ChangeLogSettings;
    use text::markdown::Document;
    use text::source::Source;

    fn mistakes(kind: Kind, argument: &str, value: &str) -> Vec<Mistake> {
        let first = if kind.needs_value() {
            format!("{}=\"x\"", kind.key())
        } else {
            kind.key().to_owned()
        };
        let text = format!("<<#archdoc {first} {argument}=\"{value}\">>\n");
        scan(&Document::parse(&Source::new("a.md", text)), &ChangeLogSettings::default()).mistakes
    }

    /// What is offered is read, and where words are offered the reader takes no others.
    #[test]
    fn the_readers_take_these_words_and_no_others() {
        let mut words_seen = 0;
        for (_, kind) in Kind::ALL {
            for argument in kind.arguments().iter().filter(|key| **key != kind.key()) {
                let (ValueKind::One(words) | ValueKind::Some(words)) = kind.takes(argument) else {
                    continue;
                };
                for word in &words {
                    let word = if word.ends_with(':') {
                        format!("{word}a.md")
                    } else {
                        (*word).to_owned()
                    };
                    let wrong = mistakes(kind, argument, &word);
                    assert!(wrong.is_empty(), "{argument}={word}: {wrong:?}");
                    words_seen += 1;
                }
                let junk = mistakes(kind, argument, "junk");
                // An author's own words for a stage are judged by a rule.
                let is_bad = matches!(
                    junk.first().map(|one| &one.kind),
                    Some(MistakeKind::BadValue { takes, .. })
                        if words.iter().all(|word| takes.contains(&format!("`{word}`")) || takes.contains(word))
                );
                assert!(
                    is_bad || (kind, *argument) == (Kind::Template, "status"),
                    "{argument}: {junk:?}"
                );
            }
        }
        assert!(words_seen > 40, "{words_seen}");
    }
}
