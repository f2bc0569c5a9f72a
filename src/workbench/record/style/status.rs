//! Which word, with which sign and in which language, a directory's records have for a status.

use readers::adr::status::{self, at_start};
use readers::adr::succession::day_behind;
use readers::adr::{Origin, OwnWords, Record, Status};
use text::source::Span;
use text::wording::{capitalized, uncapitalized};
use words::Vocabulary;
use words::date::{self, Date};

use super::beside::bare;
use super::{RecordError, Style, commonest};

impl<'a> Style<'a> {
    /// A word as most records write it where they have it: the same word otherwise spelt, or their own for a
    /// status with its usual name or a word of another language. What nobody reads as a status is none.
    pub(in crate::workbench::record) fn status(
        &self,
        wanted: &str,
        own: &OwnWords,
    ) -> Result<(String, Status), RecordError> {
        let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
        let wanted = wanted.trim();
        let known = at_start(wanted, own).filter(|&(_, len)| len == wanted.len());
        let spelt = self.usual(|_, word| same(word, wanted));
        let Some((status, _)) = known else {
            // A word that the team uses and that means nothing to us.
            let used = |word: &String| (word.clone(), Status::Other);
            return spelt.as_ref().map(used).ok_or_else(|| unknown(wanted));
        };
        if let Some(spelt) = spelt {
            return Ok((spelt, status));
        }
        let is_name = same(wanted, status.name()) || same(wanted, &status.name().replace('-', " "));
        let is_foreign = self.is_foreign(wanted);
        let theirs = self.usual(|other, word| other == status && !self.is_foreign(word));
        let theirs = theirs.filter(|_| is_name || is_foreign);
        let translated = || {
            let meaning = words::Status::ALL.iter().find(|one| Status::from(**one) == status);
            let theirs = self.status_language;
            let theirs = theirs.filter(|language| is_foreign || language.tag() != "en");
            let word = Vocabulary::wording(*meaning.filter(|_| is_name || is_foreign)?, theirs?)?;
            Some(word.to_owned())
        };
        if let Some(theirs) = theirs {
            return Ok((theirs, status));
        }
        Ok((self.cased(&translated().unwrap_or_else(|| wanted.to_owned())), status))
    }

    /// The word alone for a record that another took the place of.
    pub(in crate::workbench::record) fn superseded(&self, own: &OwnWords) -> String {
        // A closed list: <https://github.com/kubernetes/enhancements/tree/master/keps>.
        const OF_KEPS: [&str; 2] = ["provisional", "implementable"];
        let is_kep =
            |_: Status, word: &str| OF_KEPS.iter().any(|known| word.eq_ignore_ascii_case(known));
        let name = if self.usual(is_kep).is_some() { "replaced" } else { "superseded" };
        let known = self.status(name, own);
        known.map_or_else(|_| capitalized(name), |(word, _)| word)
    }

    /// Whether a word is known, and no word of the language that the records have their statuses in.
    fn is_foreign(&self, word: &str) -> bool {
        let known = Vocabulary::known().whole::<words::Status>(word);
        known.zip(self.status_language).is_some_and(|(known, own)| !known.languages.contains(own))
    }

    /// A word with capitals as most records have them in theirs.
    fn cased(&self, word: &str) -> String {
        let words: Vec<&str> = self.words().collect();
        let most =
            |has: fn(&str) -> bool| words.iter().filter(|word| has(word)).count() * 2 > words.len();
        let is_upper = |word: &str| word.len() > 1 && !word.contains(char::is_lowercase);
        if most(is_upper) {
            word.to_uppercase()
        } else if most(|word| word.starts_with(char::is_lowercase)) {
            uncapitalized(word)
        } else {
            capitalized(word)
        }
    }

    /// The words that the records have for their status.
    fn words(&self) -> impl Iterator<Item = &'a str> {
        let word = |record: &'a Record| {
            let status = record.status.as_ref()?;
            Some(record.source.slice(status.span)).filter(|word| !word.is_empty())
        };
        self.records.iter().filter_map(word)
    }

    /// The status of a new record, with the team's sign for it.
    pub(in crate::workbench::record) fn new_status(&self, name: &str, own: &OwnWords) -> String {
        let is_proposed = name == Status::Proposed.name();
        let name = if is_proposed && self.begins_as_draft() { Status::Draft.name() } else { name };
        let known = self.status(name, own);
        let (word, status) = known.unwrap_or_else(|_| (capitalized(name), Status::Proposed));
        let sign = self.sign(status, &word);
        let mark = self.mark();
        let word = self.glossed(word, status);
        let word = format!("{mark}{word}{mark}");
        if sign.is_empty() { word } else { format!("{sign} {word}") }
    }

    /// The mark that most records have around a status that is a section's one word: `**Accepted**`. Elsewhere the form
    /// keeps it.
    fn mark(&self) -> &'static str {
        const MARKS: [&str; 5] = ["**", "__", "*", "_", "`"];
        let around = self.records.iter().filter_map(|record| {
            let status = record.status.as_ref().filter(|one| one.origin == Origin::Section)?;
            let source = &record.source;
            let line = source.slice(source.line_span(source.line(status.span.start))).trim();
            let word = source.slice(status.span);
            MARKS.into_iter().find(|mark| line == format!("{mark}{word}{mark}"))
        });
        let all: Vec<&str> = around.collect();
        let most = all.len() * 2 > self.records.len();
        commonest(all.into_iter()).filter(|_| most).unwrap_or_default()
    }

    /// A day before a status, where most records have one there: `2024-03-15 `.
    pub(in crate::workbench::record) fn before_status(&self, day: Date) -> String {
        let dated = |record: &&Record| {
            let Some(status) = &record.status else { return false };
            let line = record.source.line_span(record.source.line(status.span.start));
            let before = &record.source.text()[line.start..status.span.start];
            let date = date::whole(before.trim()).and_then(date::Reading::exact);
            date.is_some_and(|date| before == format!("{date} "))
        };
        let count = self.records.iter().filter(dated).count();
        if count * 2 > self.records.len() { format!("{day} ") } else { String::new() }
    }

    /// A day behind a status, where most records have theirs there and nowhere else: `Accepted (2024-03-15)`.
    pub(in crate::workbench::record) fn after_status(&self, day: Date) -> String {
        let around = self.records.iter().filter_map(|record| {
            let (status, date) = (record.status.as_ref()?, record.date.as_ref()?);
            let source = &record.source;
            let line = source.line_span(source.line(status.span.start));
            let behind = source.text().get(status.span.end..line.end)?;
            let behind = behind.trim_start_matches(['*', '_', '`']).split('|').next()?;
            let (before, found, after) = day_behind(behind.trim_end())?;
            let own = date.span == status.span && found.reading.exact() == Some(date.value);
            own.then(|| (before.to_owned(), after.trim_end_matches('.').to_owned()))
        });
        let forms: Vec<(String, String)> = around.collect();
        let most = forms.len() * 2 > self.records.len();
        let form = commonest(forms.into_iter()).filter(|_| most);
        form.map_or_else(String::new, |(before, after)| {
            format!("{before}{}{after}", self.date(day))
        })
    }

    /// The same for the new status of a record that had another; nothing where the records keep that, struck out.
    pub(in crate::workbench::record) fn behind_status(&self, day: Date) -> String {
        if self.strikes() { String::new() } else { self.after_status(day) }
    }

    /// Whether the records that nobody has decided on are drafts, and not proposals; the template's own word says more than
    /// they do.
    fn begins_as_draft(&self) -> bool {
        const SHOWN_BY: usize = 2;
        if let Some(first @ (Status::Draft | Status::Proposed)) = self.first_status {
            return first == Status::Draft;
        }
        let count = |wanted: Status| {
            let is_it = |record: &&Record| {
                record.status.as_ref().is_some_and(|status| status.value == wanted)
            };
            self.records.iter().filter(is_it).count()
        };
        let drafts = count(Status::Draft);
        let shown = drafts >= SHOWN_BY || drafts * 2 > self.records.len();
        shown && drafts > count(Status::Proposed)
    }

    /// The commonest of the words that records have for their status.
    fn usual(&self, wanted: impl Fn(Status, &str) -> bool) -> Option<String> {
        let words = self.records.iter().filter_map(|record| {
            // What follows from a part that was changed has no word.
            let status = record.status.as_ref().filter(|one| one.origin != Origin::Implied)?;
            let word = match status.value {
                Status::Other => bare(record.status_raw.as_deref()?),
                _ => {
                    Some(record.source.slice(status.span)).filter(|_| leads(record, status.span))?
                }
            };
            // `Retired by`, as a status has it before its successor, says too little alone.
            let stated = Vocabulary::known().relation_at_start(word);
            let is_open = stated.is_some_and(|stated| stated.end() == word.len());
            (!is_open && wanted(status.value, word)).then_some(word)
        });
        commonest(words).map(str::to_owned)
    }
}

/// Whether nothing but a label, a sign or a day stands before a status in its line. In the middle of a sentence a word
/// is told and not chosen: `deprecated, it no longer applies`.
fn leads(record: &Record, status: Span) -> bool {
    let line = record.source.line_span(record.source.line(status.start));
    let before = record.source.text().get(line.start..status.start).unwrap_or_default();
    let value = before.rsplit([':', '：', '|', '>']).next().unwrap_or_default();
    !value.contains(char::is_alphabetic)
}

fn unknown(word: &str) -> RecordError {
    let near =
        status::nearest(word).map(|(near, _)| format!(": do you mean `{}`?", near.to_lowercase()));
    let own = || {
        format!(
            "; if it is one of your own, say in archdoc.toml or book.toml what it means: `adr.statuses.\"{}\" = \"...\"`",
            word.to_lowercase()
        )
    };
    RecordError::Word { word: word.to_owned(), hint: near.unwrap_or_else(own) }
}
