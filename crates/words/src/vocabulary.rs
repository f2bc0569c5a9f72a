//! Looking words up.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use crate::builder::Built;
use crate::form::Frame;
use crate::index::Row;
use crate::known;
use crate::language::{Language, Languages};
use crate::meaning::{Category, ClauseRole, Meaning};
use crate::own_words::OwnWords;
use crate::relation::{self, Stated};
use crate::spelling::word_starts;
use crate::table::{Sense, Table};

/// The known words, and a book's own beside them, which come first.
///
/// ```
/// use mdbook_archdoc_words::{Label, Status, Vocabulary};
///
/// let words = Vocabulary::known();
/// let status = words.at_start::<Status>("Accepted (lazy consensus)").unwrap();
/// assert_eq!((status.meaning, status.len), (Status::Accepted, 8));
/// let label = words.whole::<Label>("3. Letzte Änderung:").unwrap();
/// assert_eq!(label.meaning, Label::Updated);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Nearly no book has any.
    own: Option<Box<Built>>,
}

/// A word that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<M> {
    /// What it stands for.
    pub meaning: M,
    /// The languages that have it; none for a book's own word.
    pub languages: Languages,
    /// Bytes of the text that it covers, from the text's beginning.
    pub len: usize,
}

static KNOWN: Vocabulary = Vocabulary { own: None };

impl Vocabulary {
    /// The words of the language files.
    pub fn known() -> &'static Self {
        &KNOWN
    }

    /// The same with a book's own words.
    pub fn with(own: OwnWords) -> Self {
        Self { own: Some(Box::new(own.0.finish().0)) }
    }

    /// The book's own words, which come before the known ones.
    #[inline]
    fn own(&self, category: Category) -> Option<Table<'_>> {
        self.own.as_ref().map(|own| own.table(category))
    }

    /// What the first table has that has anything. Nearly every look-up leaves a table at once: getting there must cost
    /// less than that, in other crates as well.
    #[inline]
    fn first<T>(&self, category: Category, look: impl Fn(Table<'_>) -> Option<T>) -> Option<T> {
        self.own(category).and_then(&look).or_else(|| look(known::table(category)))
    }

    /// What a whole text stands for: a label, a heading, a cell. Case, spaces, punctuation, signs and
    /// numbers before it do not matter.
    ///
    /// Of a word with several roles it is the first; ask for one with [`Self::is`].
    pub fn whole<M: Meaning>(&self, text: &str) -> Option<Found<M>> {
        self.first(M::CATEGORY, |table| {
            let mut whole: Option<Found<M>> = None;
            table.whole(text, |rows| {
                let row = rows.iter().find(|row| table.sense(**row).frame == 0);
                let Some(found) = row.and_then(|row| found(table, *row, text.len())) else {
                    return;
                };
                match &mut whole {
                    None => whole = Some(found),
                    // Languages differ in where they put spaces.
                    Some(whole) if whole.meaning == found.meaning => {
                        whole.languages = whole.languages.or(found.languages);
                    }
                    Some(_) => {}
                }
            });
            whole
        })
    }

    /// Everything that a whole text may stand for, each once, the first role first.
    pub fn meanings<M: Meaning>(&self, text: &str) -> Vec<Found<M>> {
        let mut all: Vec<Found<M>> = Vec::new();
        for table in self.own(M::CATEGORY).into_iter().chain([known::table(M::CATEGORY)]) {
            table.whole(text, |rows| {
                for row in rows.iter().filter(|row| table.sense(**row).frame == 0) {
                    let Some(found) = found::<M>(table, *row, text.len()) else { continue };
                    match all.iter_mut().find(|known| known.meaning == found.meaning) {
                        Some(known) => known.languages = known.languages.or(found.languages),
                        None => all.push(found),
                    }
                }
            });
        }
        all
    }

    /// Whether a whole text may stand for this.
    pub fn is<M: Meaning>(&self, meaning: M, text: &str) -> bool {
        self.is_any_of(&[meaning], text)
    }

    /// Whether a whole text may stand for one of these.
    pub fn is_any_of<M: Meaning>(&self, meanings: &[M], text: &str) -> bool {
        let is_meant = |row: &Row| meanings.iter().any(|meaning| meaning.index() == row.meaning);
        let meant = |table: Table<'_>| {
            let mut any = false;
            table.whole(text, |rows| any |= rows.iter().any(is_meant));
            any.then_some(())
        };
        self.first(M::CATEGORY, meant).is_some()
    }

    /// The longest word that a text begins with; it ends where a word ends. The book's own come
    /// first.
    pub fn at_start<M: Meaning>(&self, text: &str) -> Option<Found<M>> {
        self.first(M::CATEGORY, |table| longest(table, text, |_| true))
    }

    /// The longest word with this meaning that a text begins with.
    ///
    /// Short words mean different things in different languages. Where a role hangs on one, hold
    /// its languages against those of the words around it.
    pub fn starts<M: Meaning>(&self, meaning: M, text: &str) -> Option<Found<M>> {
        let means = |row: Row| row.meaning == meaning.index();
        let known = longest::<M>(known::table(M::CATEGORY), text, means);
        let own = self.own(M::CATEGORY).and_then(|table| longest::<M>(table, text, means));
        own.filter(|own| known.is_none_or(|known| own.len > known.len)).or(known)
    }

    /// Every word in a text, from left to right, each the longest at its place; none inside another.
    pub fn find<'a, M: Meaning>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (Range<usize>, Found<M>)> + 'a {
        let mut end = 0;
        word_starts(text).filter_map(move |at| {
            let found = (at >= end).then(|| self.at_start::<M>(&text[at..])).flatten()?;
            end = at + found.len;
            Some((at..end, found))
        })
    }

    /// Whether a known word may stand in a text, with whatever between its parts: false alarms are possible, misses
    /// are not. Nearly all texts have none, and this asks once a word.
    pub fn may_mention<M: Meaning>(&self, text: &str) -> bool {
        self.first(M::CATEGORY, |table| table.may_be_in(text).then_some(())).is_some()
    }

    /// The first word with this meaning in a text, and where it stands.
    pub fn mentions<M: Meaning>(&self, meaning: M, text: &str) -> Option<(Range<usize>, Found<M>)> {
        word_starts(text).find_map(|at| {
            let found = self.starts(meaning, &text[at..])?;
            Some((at..at + found.len, found))
        })
    }

    /// The parts of a text around the words for "and"; the whole text where it has none.
    pub fn at_and<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut parts = Vec::new();
        let mut from = 0;
        let mut starts = word_starts(text).skip(1).peekable();
        while let (Some(at), Some(&end)) = (starts.next(), starts.peek()) {
            let word = text[at..end].trim();
            // "a" is an article where English is written.
            if word != "a" && (self.is(ClauseRole::And, word) || joins(word)) {
                parts.push(&text[from..at]);
                from = end;
            }
        }
        parts.push(&text[from..]);
        parts
    }

    /// Every relation that a text states with a verb, from left to right.
    ///
    /// Where a clause ends, and whether it is denied, is for the caller: pass one clause.
    pub fn relations<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Stated> + 'a {
        let mut end = 0;
        word_starts(text).filter_map(move |at| {
            let stated = (at >= end).then(|| self.relation_at(text, at)).flatten()?;
            end = stated.end();
            Some(stated)
        })
    }

    /// The relation whose verb a text begins with.
    pub fn relation_at_start(&self, text: &str) -> Option<Stated> {
        self.relation_at(text, 0)
    }

    fn relation_at(&self, text: &str, at: usize) -> Option<Stated> {
        let own = self.own.as_ref().and_then(|own| {
            let frame = |sense: Sense| {
                own.frames.get(usize::from(sense.frame)).map_or(Frame::Follows, Frame::as_str)
            };
            relation::at(own.table(Category::RelationVerb), frame, text, at)
        });
        own.or_else(|| relation::at(known::table(Category::RelationVerb), known::frame, text, at))
    }

    /// The word to write for a meaning: headings, labels.
    pub fn wording<M: Meaning>(meaning: M, language: Language) -> Option<&'static str> {
        Self::wordings(meaning, language).next()
    }

    /// All words of a language for a meaning, the one to write first.
    pub fn wordings<M: Meaning>(
        meaning: M,
        language: Language,
    ) -> impl Iterator<Item = &'static str> {
        let wanted = (meaning.index(), language.0);
        let all = known::shown_words(M::CATEGORY);
        let from = all.partition_point(|word| (word.meaning, word.language) < wanted);
        let of_meaning = all[from..].iter();
        of_meaning
            .take_while(move |word| (word.meaning, word.language) == wanted)
            .map(|word| word.word())
    }

    /// All known words of a category, to look for the one that was meant.
    pub fn words<M: Meaning>() -> impl Iterator<Item = (M, Language, &'static str)> {
        known::shown_words(M::CATEGORY).iter().filter_map(|word| {
            let meaning = M::ALL.get(usize::from(word.meaning)).copied()?;
            Some((meaning, Language(word.language), word.word()))
        })
    }

    /// The languages in which a text is a word of a category, whatever it means there: for not taking
    /// one language's word for a typo of another's.
    pub fn languages_of<M: Meaning>(text: &str) -> Languages {
        let table = known::table(M::CATEGORY);
        let mut languages = 0;
        table.whole(text, |rows| {
            languages |= rows.iter().fold(0, |all, row| all | table.sense(*row).languages);
        });
        Languages(languages)
    }
}

/// Whether some language has a word for "and" that is written exactly so.
fn joins(word: &str) -> bool {
    static JOINS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        Language::all().flat_map(|language| language.grammar().joins).copied().collect()
    });
    JOINS.contains(&word)
}

fn found<M: Meaning>(table: Table<'_>, row: Row, len: usize) -> Option<Found<M>> {
    let meaning = M::ALL.get(usize::from(row.meaning)).copied()?;
    Some(Found { meaning, languages: Languages(table.sense(row).languages), len })
}

fn longest<M: Meaning>(
    table: Table<'_>,
    text: &str,
    wanted: impl Fn(Row) -> bool,
) -> Option<Found<M>> {
    let mut best: Option<Found<M>> = None;
    table.along(text, |hit| {
        let row = hit.rows.iter().find(|row| table.sense(**row).frame == 0 && wanted(**row));
        if best.is_none_or(|best| hit.len > best.len)
            && let Some(found) = row.and_then(|row| found(table, *row, hit.len))
        {
            best = Some(found);
        }
    });
    best
}

/// The notation of a language's first word for a meaning, or the English one, or the meaning's own
/// name.
pub fn wording_or_english<M: Meaning>(meaning: M, language: Option<Language>) -> Cow<'static, str> {
    let languages = language.into_iter().chain([Language::ENGLISH]);
    let mut words = languages.filter_map(|language| Vocabulary::wording(meaning, language));
    Cow::Borrowed(words.next().unwrap_or_else(|| meaning.name()))
}
