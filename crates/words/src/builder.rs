//! From forms to rows found by hash: used when the crate is built, and for a book's own words.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::form::{self, FormError, Frame, Habits};
use crate::index::{self, Entry, Index, Row};
use crate::letters::MOST_LETTERS;
use crate::meaning::Category;
use crate::table::{Sense, Table};

/// What a key can stand for.
#[derive(Clone, Debug)]
struct Reading {
    meaning: u8,
    sense: Sense,
    /// The key is the word itself, not one of its other spellings.
    exact: bool,
}

/// Collects words.
#[derive(Clone, Debug)]
pub(crate) struct Builder {
    keys: BTreeMap<(Category, String), Vec<Reading>>,
    frames: Vec<Frame<String>>,
}

/// A key that is two words of one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clash {
    /// The category.
    pub(crate) category: Category,
    /// The folded word.
    pub(crate) key: String,
    /// Its meanings, with the languages of each as bits.
    pub(crate) meanings: Vec<(u8, u64)>,
}

/// Words, ready to be found, with what they refer to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Built {
    /// All keys, in one text.
    pub(crate) pool: Pool,
    /// What keys stand for in each category, in the order of [`Category::ALL`].
    pub(crate) rows: Vec<Vec<Row>>,
    /// What they are found by, for each category.
    pub(crate) indices: Vec<index::Built>,
    /// The senses that rows refer to; the first is that of a book's own words.
    pub(crate) senses: Vec<Sense>,
    /// The frames that senses refer to; the first is [`Frame::Follows`].
    pub(crate) frames: Vec<Frame<String>>,
    /// How many keys no entry can hold; none of the known words, and a book would need millions of its own.
    pub(crate) left_out: usize,
}

impl Built {
    /// The words of a category.
    #[inline]
    pub(crate) fn table(&self, category: Category) -> Table<'_> {
        let at = category as usize;
        let rows = self.rows.get(at).map_or(&[][..], Vec::as_slice);
        let index = self.indices.get(at).unwrap_or(const { &index::Built::new() });
        let index::Built { entries, buckets, heads } = index;
        let index = Index { text: &self.pool.text, entries, buckets, heads };
        Table { index, rows, senses: &self.senses }
    }
}

impl Default for Builder {
    fn default() -> Self {
        Self { keys: BTreeMap::new(), frames: vec![Frame::Follows] }
    }
}

impl Builder {
    /// Adds the words of one form. Returns them as they are shown.
    pub(crate) fn add(
        &mut self,
        category: Category,
        meaning: u8,
        languages: u64,
        form: &str,
        habits: &Habits,
    ) -> Result<Vec<String>, FormError> {
        let mut shown = Vec::new();
        for word in form::expanded(form)? {
            let framed = if category == Category::RelationVerb {
                form::framed(&word)?
            } else {
                vec![(word, Frame::Follows)]
            };
            for (word, frame) in framed {
                let Some((key, derived)) = form::keys(&word, habits) else {
                    return Err(FormError { form: form.to_owned(), reason: "it has no letters" });
                };
                let longest = derived.iter().chain([&key]).map(String::len).max();
                if longest > Some(MOST_LETTERS) {
                    return Err(FormError { form: form.to_owned(), reason: "it is too long" });
                }
                if frame == Frame::Follows {
                    shown.push(word);
                }
                let frame = self.frame(frame);
                let mut put = |key, exact| {
                    let sense = Sense { frame, languages };
                    let reading = Reading { meaning, sense, exact };
                    self.keys.entry((category, key)).or_default().push(reading);
                };
                put(key, true);
                for key in derived {
                    put(key, false);
                }
            }
        }
        Ok(shown)
    }

    fn frame(&mut self, frame: Frame<String>) -> u16 {
        let known = self.frames.iter().position(|other| *other == frame);
        let index = known.unwrap_or_else(|| {
            self.frames.push(frame);
            self.frames.len() - 1
        });
        u16::try_from(index).unwrap_or(0)
    }

    /// The words, and those that stand for two things.
    pub(crate) fn finish(self) -> (Built, Vec<Clash>) {
        let mut built = Built {
            rows: Vec::new(),
            indices: Vec::new(),
            frames: self.frames,
            senses: vec![Sense::default()],
            pool: Pool::default(),
            left_out: 0,
        };
        // Backwards, so that a key that another one begins with finds it in the text.
        for (_, key) in self.keys.keys().rev() {
            built.pool.place(key);
        }
        let mut clashes = Vec::new();
        let mut keys = vec![Vec::new(); Category::ALL.len()];
        let mut rows = vec![Runs::default(); Category::ALL.len()];
        let mut senses = BTreeMap::new();
        for ((category, key), readings) in self.keys {
            let (readings, clash) = settled(category, readings);
            let (at, len) = built.pool.place(&key);
            let run = readings.iter().map(|Reading { meaning, sense, .. }| {
                let sense = *senses.entry(*sense).or_insert_with(|| {
                    built.senses.push(*sense);
                    u16::try_from(built.senses.len() - 1).unwrap_or(0)
                });
                Row { meaning: *meaning, sense }
            });
            let run = rows[category as usize].place(run.collect());
            match Entry::key(at, len, run) {
                Some(entry) => keys[category as usize].push(entry),
                None => built.left_out += 1,
            }
            if let Some(meanings) = clash {
                clashes.push(Clash { category, key, meanings });
            }
        }
        built.rows = rows.into_iter().map(|runs| runs.rows).collect();
        built.indices = keys.iter().map(|keys| index::built(&built.pool.text, keys)).collect();
        (built, clashes)
    }
}

/// What keys stand for, each run of rows once: thousands of keys stand for the same.
#[derive(Clone, Debug, Default)]
struct Runs {
    rows: Vec<Row>,
    places: BTreeMap<Vec<Row>, usize>,
}

impl Runs {
    /// Where a run stands in the rows.
    fn place(&mut self, run: Vec<Row>) -> Range<usize> {
        let len = run.len();
        let at = *self.places.entry(run).or_insert_with_key(|run| {
            self.rows.extend(run);
            self.rows.len() - len
        });
        at..at + len
    }
}

/// Many words in one text, each once; one that begins the word placed just before it takes no room.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pool {
    pub(crate) text: String,
    /// Where the last word stands.
    last: usize,
    places: BTreeMap<String, u32>,
}

impl Pool {
    /// Where a word stands in the text, and its bytes.
    pub(crate) fn place(&mut self, word: &str) -> (u32, u8) {
        let len = u8::try_from(word.len()).unwrap_or(0);
        if let Some(&at) = self.places.get(word) {
            return (at, len);
        }
        if !self.text[self.last..].starts_with(word) {
            self.last = self.text.len();
            self.text.push_str(word);
        }
        let at = u32::try_from(self.last).unwrap_or(0);
        self.places.insert(word.to_owned(), at);
        (at, len)
    }
}

/// One reading for each meaning and frame of a key. Exact words drive out other spellings; what only
/// other spellings of several words have in common is none of them.
fn settled(category: Category, readings: Vec<Reading>) -> (Vec<Reading>, Option<Vec<(u8, u64)>>) {
    let mut settled: BTreeMap<u16, BTreeMap<u8, Reading>> = BTreeMap::new();
    for reading in readings {
        let of_frame = settled.entry(reading.sense.frame).or_default();
        let known = of_frame.entry(reading.meaning).or_insert_with(|| reading.clone());
        known.sense.languages |= reading.sense.languages;
        known.exact |= reading.exact;
    }
    let mut kept = Vec::new();
    let mut clash = Vec::new();
    for of_frame in settled.into_values() {
        let any_exact = of_frame.values().any(|reading| reading.exact);
        let mut all: Vec<Reading> =
            of_frame.into_values().filter(|reading| reading.exact == any_exact).collect();
        if all.len() > 1 && !category.has_roles() {
            if any_exact {
                clash.extend(all.iter().map(|one| (one.meaning, one.sense.languages)));
            }
            all.truncate(usize::from(any_exact));
        }
        kept.extend(all);
    }
    kept.sort_by_key(|reading| (reading.meaning, reading.sense));
    (kept, (!clash.is_empty()).then_some(clash))
}
