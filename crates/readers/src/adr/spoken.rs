//! The language that records are written in.

use words::{Label, Language, Languages, Part, Vocabulary, Votes};

use super::record::Record;

/// The language of most headings and statuses whose words only some languages have; none where they do not
/// tell.
pub fn language<'r>(records: impl IntoIterator<Item = &'r Record>) -> Option<Language> {
    votes(records).winner(|one| one == Language::ENGLISH)
}

/// The language of most records' words for a status: that of their text, `text`, where most have such words,
/// and another where teams fill in an English form in their own language, or leave English words in theirs.
pub fn language_of_statuses<'r>(
    records: impl IntoIterator<Item = &'r Record>,
    text: Option<Language>,
) -> Option<Language> {
    of_statuses(records, text, Language::ENGLISH)
}

/// The language of one record's word for its status, which has its text in `text`; of several that the word may
/// be of, the usual one of those beside it.
pub fn language_of_status(
    record: &Record,
    text: Option<Language>,
    usual: Option<Language>,
) -> Option<Language> {
    of_statuses([record], text, usual.unwrap_or(Language::ENGLISH))
}

fn of_statuses<'r>(
    records: impl IntoIterator<Item = &'r Record>,
    text: Option<Language>,
    preferred: Language,
) -> Option<Language> {
    let words: Vec<Languages> = records.into_iter().filter_map(status_languages).collect();
    let is_shared = |word: &&Languages| text.is_none_or(|text| word.contains(text));
    if words.iter().filter(is_shared).count() * 2 >= words.len() {
        return text;
    }
    words.into_iter().collect::<Votes>().winner(|one| one == preferred)
}

/// The languages that have the word of a record's status; none where no language has it.
fn status_languages(record: &Record) -> Option<Languages> {
    let status = record.status.as_ref()?;
    let word = Vocabulary::known().at_start::<words::Status>(record.source.slice(status.span))?;
    Some(word.languages)
}

/// The language of one record; of several that its words may be of, the usual one of those beside it.
pub fn language_of(record: &Record, usual: Option<Language>) -> Option<Language> {
    let preferred = usual.unwrap_or(Language::ENGLISH);
    votes([record]).winner(|one| one == preferred).or(usual)
}

fn votes<'r>(records: impl IntoIterator<Item = &'r Record>) -> Votes {
    let known = Vocabulary::known();
    let languages = |title: &str| {
        let part = known.glossed::<Part>(title).map(|found| found.languages);
        part.or_else(|| known.glossed::<Label>(title).map(|found| found.languages))
    };
    let words = records.into_iter().flat_map(|record| {
        let titles = record.sections.iter().map(|section| section.title.as_str());
        titles.filter_map(languages).chain(status_languages(record))
    });
    words.collect()
}
