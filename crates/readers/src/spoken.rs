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
    let sections: Vec<String> =
        record.sections.iter().map(|section| section.title.clone()).collect();
    of_titled(record.shown_title(), sections, set)
}

fn of_titled(title: String, sections: Vec<String>, set: Option<Language>) -> Option<Language> {
    let known = sections.iter().any(|section| languages(section) != Languages::default());
    of_headings(if known { sections } else { vec![title] }.into_iter(), set)
}

fn headings(document: &Document) -> impl Iterator<Item = String> {
    let sections = document.outline.sections.iter();
    sections.filter_map(|one| Some(document.blocks[one.block].heading()?.text.plain()))
}

/// The language that has most of the headings among its words for parts of documents, records and logs. Of several
/// it is the one whose letters they have, the one that is set, or English: words that these have too say nothing of
/// another.
fn of_headings(headings: impl Iterator<Item = String>, set: Option<Language>) -> Option<Language> {
    let (mut spoken, mut written) = (Vec::new(), Languages::default());
    for heading in headings {
        spoken.push(languages(&heading));
        written = written.or(Languages::by_letters(&heading));
    }
    let rank = |one| (written.contains(one), Some(one) == set, one == Language::ENGLISH);
    spoken.into_iter().collect::<Votes>().winner(rank).or(set)
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
            let sections = sections.iter().map(|&section| section.to_owned()).collect();
            of_titled(title.to_owned(), sections, None).map_or("none", Language::tag)
        };
        assert_eq!(tag("Distribution", &["Context", "Decision", "Consequences"]), "en");
        assert_eq!(tag("Kontextabgrenzung", &["A", "B"]), "de");
    }
}
