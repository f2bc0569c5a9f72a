//! What stands beside the word of a status: a sign, the same in another language, and what the old one said.

use std::collections::BTreeSet;

use readers::adr::status::at_start;
use readers::adr::succession::{Former, gloss, sign};
use readers::adr::{Origin, OwnWords, Record, Status};
use text::source::Span;
use text::wording::capitalized;
use words::{Language, Phrase, Phrases, Vocabulary};

use super::{Style, commonest};

impl Style<'_> {
    /// What most of the records with a status have before that word. Words of the team's own that mean nothing to us may
    /// have one each.
    pub(in crate::workbench::record) fn sign(&self, wanted: Status, word: &str) -> String {
        let has = |record: &&Record| {
            record.status.as_ref().is_some_and(|status| {
                let said = bare(record.source.slice(status.span));
                status.value == wanted
                    && (wanted != Status::Other || said.to_lowercase() == word.to_lowercase())
            })
        };
        commonest(self.records.iter().filter(has).map(sign)).unwrap_or_default().to_owned()
    }

    /// Whether the statuses have signs that tell them apart, and no record shows which one a status has. Of a few with the
    /// same sign nobody knows whether it tells anything; a log has a form of its own.
    pub(in crate::workbench::record) fn lacks_sign(
        &self,
        record: &Record,
        wanted: Status,
        word: &str,
    ) -> bool {
        const FEW: usize = 3;
        let stated = self.records.iter().filter(|record| record.status.is_some());
        let signs: BTreeSet<&str> = stated.clone().map(sign).collect();
        let in_log = record.anchor.is_some() && stated.count() >= FEW;
        let all = !signs.contains("") && (signs.len() > 1 || in_log);
        all && !sign(record).is_empty() && self.sign(wanted, word).is_empty()
    }

    /// A word with the same in English behind it, where most records have that: `已接受 (Accepted)`.
    pub(in crate::workbench::record) fn glossed(&self, word: String, status: Status) -> String {
        let stated = self.records.iter().filter_map(|record| {
            let stated = record.status.as_ref()?;
            let gloss = gloss(&record.source, stated.span)
                .map(|(span, inner)| (record.source.slice(span), inner));
            Some((stated.value, gloss))
        });
        let stated: Vec<_> = stated.collect();
        let glosses: Vec<_> =
            stated.iter().filter_map(|(value, gloss)| Some((*value, (*gloss)?))).collect();
        if glosses.len() * 2 <= stated.len() {
            return word;
        }
        let same = glosses.iter().filter(|(value, _)| *value == status);
        if let Some(gloss) = commonest(same.map(|(_, (whole, _))| *whole)) {
            return format!("{word}{gloss}");
        }
        let known = Vocabulary::known();
        let is_english = |inner: &str| {
            let found = known.whole::<words::Status>(inner);
            found.is_some_and(|found| found.languages.contains(Language::ENGLISH))
        };
        let meaning = words::Status::ALL.iter().find(|one| Status::from(**one) == status);
        let english = meaning.and_then(|one| Vocabulary::wording(*one, Language::ENGLISH));
        let all_english = glosses.iter().all(|(_, (_, inner))| is_english(inner));
        match (english.filter(|_| all_english), glosses.first()) {
            (Some(english), Some((_, (whole, inner)))) => {
                let small = inner.starts_with(char::is_lowercase);
                let english = if small { english.to_owned() } else { capitalized(english) };
                format!("{word}{}", whole.replace(inner, &english))
            }
            _ => word,
        }
    }

    /// What becomes of an old status that says more than its word: as records show it, else the new one tells it.
    pub(in crate::workbench::record) fn former(
        &self,
        record: &Record,
        own: &OwnWords,
    ) -> Former<'static> {
        let language = self.states_in(record);
        let phrases = Phrases::of(language);
        let known = language.is_none() || phrases.language() == language;
        if self.strikes() || !known {
            return Former::Struck;
        }
        let was = phrases.get(Phrase::Was);
        let tells = |record: &Record| states_told(record, own) > 1;
        if self.records.iter().any(tells) { Former::Above(was) } else { Former::Told(was) }
    }

    /// Whether records keep an old status, struck out.
    pub(super) fn strikes(&self) -> bool {
        let strikes = |record: &Record| {
            let status = record.status.as_ref().map_or(0, |status| status.span.start);
            record.source.slice(record.source.line_span(record.source.line(status))).contains("~~")
        };
        self.records.iter().any(strikes)
    }
}

/// A word without the sign and the marks around it.
pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// How many paragraphs of the section of a record's status begin with one.
fn states_told(record: &Record, own: &OwnWords) -> usize {
    let Some(status) = record.status.as_ref().filter(|one| one.origin == Origin::Section) else {
        return 0;
    };
    let mut bodies = record.sections.iter().rev().map(|section| section.body);
    let body = bodies.find(|body| body.contains(status.span)).unwrap_or(Span::default());
    let text = record.source.slice(body).replace('\r', "");
    let begins = |paragraph: &&str| {
        let bare = paragraph.trim_start_matches(|c: char| !c.is_alphanumeric());
        at_start(bare, own).is_some()
    };
    text.split("\n\n").filter(begins).count()
}
