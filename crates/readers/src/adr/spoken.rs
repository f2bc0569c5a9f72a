//! The language that records are written in.

use std::collections::BTreeMap;

use words::{Label, Language, Part, Vocabulary};

use super::record::Record;

/// The language of most headings and statuses whose words only some languages have; none where they do not
/// tell.
pub fn language<'r>(records: impl IntoIterator<Item = &'r Record>) -> Option<Language> {
    most(votes(records), Language::from_tag("en"))
}

/// The language of one record; of several that its words may be of, the usual one of those beside it.
pub fn language_of(record: &Record, usual: Option<Language>) -> Option<Language> {
    most(votes([record]), usual.or_else(|| Language::from_tag("en"))).or(usual)
}

fn votes<'r>(records: impl IntoIterator<Item = &'r Record>) -> BTreeMap<Language, usize> {
    let known = Vocabulary::known();
    let mut votes: BTreeMap<Language, usize> = BTreeMap::new();
    for record in records {
        let titles = record.sections.iter().map(|section| section.title.as_str());
        let headings = titles.filter_map(|title| {
            let part = known.glossed::<Part>(title).map(|found| found.languages);
            part.or_else(|| known.glossed::<Label>(title).map(|found| found.languages))
        });
        let status = record.status.as_ref().and_then(|status| {
            let word = known.at_start::<words::Status>(record.source.slice(status.span))?;
            Some(word.languages)
        });
        for language in headings.chain(status).flat_map(words::Languages::iter) {
            *votes.entry(language).or_default() += 1;
        }
    }
    votes
}

/// Of several with as many votes the preferred one.
fn most(votes: BTreeMap<Language, usize>, preferred: Option<Language>) -> Option<Language> {
    votes
        .into_iter()
        .max_by_key(|&(language, votes)| (votes, Some(language) == preferred))
        .map(|(language, _)| language)
}
