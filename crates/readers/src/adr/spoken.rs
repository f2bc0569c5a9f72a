//! The language that records are written in.

use std::collections::BTreeMap;

use words::{Label, Language, Languages, Part, Vocabulary};

use super::record::Record;

/// The language of most headings and statuses whose words only some languages have; none where they do not
/// tell.
pub fn language<'r>(records: impl IntoIterator<Item = &'r Record>) -> Option<Language> {
    most(votes(records), Language::from_tag("en"))
}

/// The language of most records' words for a status: that of their text, `text`, where most have such words,
/// and another where teams fill in an English form in their own language, or leave English words in theirs.
pub fn language_of_statuses<'r>(
    records: impl IntoIterator<Item = &'r Record>,
    text: Option<Language>,
) -> Option<Language> {
    of_statuses(records, text, Language::from_tag("en"))
}

/// The language of one record's word for its status, which has its text in `text`; of several that the word may
/// be of, the usual one of those beside it.
pub fn language_of_status(
    record: &Record,
    text: Option<Language>,
    usual: Option<Language>,
) -> Option<Language> {
    of_statuses([record], text, usual.or_else(|| Language::from_tag("en")))
}

fn of_statuses<'r>(
    records: impl IntoIterator<Item = &'r Record>,
    text: Option<Language>,
    preferred: Option<Language>,
) -> Option<Language> {
    let words: Vec<Languages> = records.into_iter().filter_map(status_languages).collect();
    let is_shared = |word: &&Languages| text.is_none_or(|text| word.contains(text));
    if words.iter().filter(is_shared).count() * 2 >= words.len() {
        return text;
    }
    most(counted(words.into_iter().flat_map(Languages::iter)), preferred)
}

/// The languages that have the word of a record's status; none where no language has it.
fn status_languages(record: &Record) -> Option<Languages> {
    let status = record.status.as_ref()?;
    let word = Vocabulary::known().at_start::<words::Status>(record.source.slice(status.span))?;
    Some(word.languages)
}

/// The language of one record; of several that its words may be of, the usual one of those beside it.
pub fn language_of(record: &Record, usual: Option<Language>) -> Option<Language> {
    most(votes([record]), usual.or_else(|| Language::from_tag("en"))).or(usual)
}

fn votes<'r>(records: impl IntoIterator<Item = &'r Record>) -> BTreeMap<Language, usize> {
    let known = Vocabulary::known();
    let languages = |title: &str| {
        let part = known.glossed::<Part>(title).map(|found| found.languages);
        part.or_else(|| known.glossed::<Label>(title).map(|found| found.languages))
    };
    let words = records.into_iter().flat_map(|record| {
        let titles = record.sections.iter().map(|section| section.title.as_str());
        titles.filter_map(languages).chain(status_languages(record))
    });
    counted(words.flat_map(Languages::iter))
}

fn counted(languages: impl Iterator<Item = Language>) -> BTreeMap<Language, usize> {
    let mut votes = BTreeMap::new();
    languages.for_each(|language| *votes.entry(language).or_default() += 1);
    votes
}

/// Of several with as many votes the preferred one.
fn most(votes: BTreeMap<Language, usize>, preferred: Option<Language>) -> Option<Language> {
    votes
        .into_iter()
        .max_by_key(|&(language, votes)| (votes, Some(language) == preferred))
        .map(|(language, _)| language)
}
