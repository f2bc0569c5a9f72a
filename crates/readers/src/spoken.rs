//! Which language a page speaks: that of its own headings, else the one that is set.

use text::markdown::Document;
use words::{Concept, Language, Languages, LogTitle, Part, Vocabulary, Votes};

use crate::adr::record::Record;
use crate::analysis::Analysis;
use crate::document::Annotated;

/// The language of a chapter with directives.
pub fn of_chapter(analysis: &Analysis<'_>, chapter: &Annotated) -> Option<Language> {
    match &chapter.bound {
        Some(bound) => bound.language,
        None => of_headings(headings(&chapter.document), analysis.settings.language),
    }
}

/// The language of a record; `set` is the one of the settings. A title may have any words: its sections say more.
pub fn of_record(record: &Record, set: Option<Language>) -> Option<Language> {
    let sections = record.sections.iter().map(|section| section.title.as_str());
    of_titled(&record.shown_title(), sections, set)
}

fn of_titled<'a>(
    title: &str,
    sections: impl Iterator<Item = &'a str>,
    set: Option<Language>,
) -> Option<Language> {
    let sections = Spoken::of(sections);
    let known = sections.languages.iter().any(|languages| *languages != Languages::default());
    if known { sections } else { Spoken::of([title].into_iter()) }.most(set)
}

fn headings(document: &Document) -> impl Iterator<Item = String> {
    let sections = document.outline.sections.iter();
    sections.filter_map(|one| Some(document.blocks[one.block].heading()?.text.plain()))
}

/// The language that has most of the headings among its words for parts of documents, records and logs. Of several
/// it is the one whose letters they have, the one that is set, or English: words that these have too say nothing of
/// another.
fn of_headings(headings: impl Iterator<Item = String>, set: Option<Language>) -> Option<Language> {
    Spoken::of(headings).most(set)
}

/// What some headings are words of.
#[derive(Default)]
struct Spoken {
    /// Those of each heading.
    languages: Vec<Languages>,
    /// Those with whose letters one of them is written.
    written: Languages,
}

impl Spoken {
    fn of(headings: impl Iterator<Item = impl AsRef<str>>) -> Self {
        let mut spoken = Self::default();
        for heading in headings {
            spoken.languages.push(languages(heading.as_ref()));
            spoken.written = spoken.written.or(Languages::by_letters(heading.as_ref()));
        }
        spoken
    }

    fn most(self, set: Option<Language>) -> Option<Language> {
        let rank = |one| (self.written.contains(one), Some(one) == set, one == Language::ENGLISH);
        self.languages.into_iter().collect::<Votes>().winner(rank).or(set)
    }
}

fn languages(heading: &str) -> Languages {
    Vocabulary::languages_of::<Concept>(heading)
        .or(Vocabulary::languages_of::<Part>(heading))
        .or(Vocabulary::languages_of::<LogTitle>(heading))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_which_language_a_page_is_in() {
        let tag = |headings: &[&str], set: &str| {
            let headings = headings.iter().map(|&heading| heading.to_owned());
            of_headings(headings, Language::from_tag(set)).map_or("none", Language::tag)
        };
        assert_eq!(tag(&["1. Kafka", "Kontext", "Entscheidung", "Konsequenzen"], "en"), "de");
        assert_eq!(tag(&["Contexte", "Décision"], ""), "fr");
        assert_eq!(tag(&["Status", "Context", "Decision", "Consequences"], "de"), "en");
        assert_eq!(tag(&["Status"], "de"), "de", "a word of both");
        assert_eq!(tag(&["Status"], "en"), "en");
        assert_eq!(tag(&["決定", "ログを使う"], "en"), "ja", "others write the word so, too");
        assert_eq!(tag(&["Kafka"], "ja"), "ja");
        assert_eq!(tag(&["Kafka"], ""), "none");
    }

    #[test]
    fn the_title_of_a_record_says_it_where_its_sections_do_not() {
        let tag = |title: &str, sections: &[&str]| {
            of_titled(title, sections.iter().copied(), None).map_or("none", Language::tag)
        };
        assert_eq!(tag("Distribution", &["Context", "Decision", "Consequences"]), "en");
        assert_eq!(tag("Kontextabgrenzung", &["A", "B"]), "de");
    }
}
