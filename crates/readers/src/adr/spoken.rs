//! The language that records are written in.

use std::collections::BTreeMap;

use words::{Label, Language, Part, Vocabulary};

use super::record::Record;

/// The language of most headings and statuses whose words only some languages have; none where they do not
/// tell.
pub fn language<'r>(records: impl IntoIterator<Item = &'r Record>) -> Option<Language> {
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
    let english = Language::from_tag("en");
    votes
        .into_iter()
        .max_by_key(|&(language, votes)| (votes, Some(language) == english))
        .map(|(language, _)| language)
}
