//! From forms to sorted rows: used when the crate is built, and for a book's own words.

use std::collections::BTreeMap;

use crate::form::{self, FormError, Frame, Habits};
use crate::meaning::Category;
use crate::table::Row;

/// What a key can stand for.
#[derive(Clone, Debug)]
struct Sense {
    meaning: u8,
    frame: u16,
    languages: u64,
    /// The key is the word itself, not one of its other spellings.
    exact: bool,
}

/// Collects words.
#[derive(Clone, Debug)]
pub(crate) struct Builder {
    keys: BTreeMap<(Category, String), Vec<Sense>>,
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

/// Sorted rows with the text of their keys.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    /// All keys, one after the other.
    pub(crate) text: String,
    /// The rows of each category, in the order of [`Category::ALL`].
    pub(crate) rows: Vec<Vec<Row>>,
    /// The frames that rows refer to; the first is [`Frame::Follows`].
    pub(crate) frames: Vec<Frame<String>>,
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
            let framed = if category == Category::Relation {
                form::framed(&word)?
            } else {
                vec![(word, Frame::Follows)]
            };
            for (word, frame) in framed {
                let Some((key, derived)) = form::keys(&word, habits) else {
                    return Err(FormError { form: form.to_owned(), reason: "it has no letters" });
                };
                let longest = derived.iter().chain([&key]).map(String::len).max();
                if longest > Some(usize::from(u8::MAX)) {
                    return Err(FormError { form: form.to_owned(), reason: "it is too long" });
                }
                if frame == Frame::Follows {
                    shown.push(word);
                }
                let frame = self.frame(frame);
                let mut put = |key, exact| {
                    let sense = Sense { meaning, frame, languages, exact };
                    self.keys.entry((category, key)).or_default().push(sense);
                };
                put(key, true);
                derived.into_iter().for_each(|key| put(key, false));
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

    /// The rows, and the words that stand for two things.
    pub(crate) fn finish(self) -> (Rows, Vec<Clash>) {
        let mut built = Rows {
            text: String::new(),
            rows: vec![Vec::new(); Category::ALL.len()],
            frames: self.frames,
        };
        let mut clashes = Vec::new();
        let mut places: BTreeMap<String, u32> = BTreeMap::new();
        for ((category, key), senses) in self.keys {
            let (senses, clash) = settled(category, senses);
            if let Some(meanings) = clash {
                clashes.push(Clash { category, key: key.clone(), meanings });
            }
            let len = u8::try_from(key.len()).unwrap_or(0);
            let at = *places.entry(key).or_insert_with_key(|key| {
                let at = u32::try_from(built.text.len()).unwrap_or(0);
                built.text.push_str(key);
                at
            });
            let rows = senses.into_iter().map(|Sense { meaning, frame, languages, .. }| Row {
                at,
                len,
                meaning,
                frame,
                languages,
            });
            built.rows[category as usize].extend(rows);
        }
        (built, clashes)
    }
}

/// One sense for each meaning and frame of a key. Exact words drive out other spellings; what only
/// other spellings of several words have in common is none of them.
fn settled(category: Category, senses: Vec<Sense>) -> (Vec<Sense>, Option<Vec<(u8, u64)>>) {
    let mut settled: BTreeMap<(u16, u8), Sense> = BTreeMap::new();
    for sense in senses {
        let known = settled.entry((sense.frame, sense.meaning)).or_insert_with(|| sense.clone());
        known.languages |= sense.languages;
        known.exact |= sense.exact;
    }
    let mut kept = Vec::new();
    let mut clash = Vec::new();
    let frames: Vec<u16> = settled.keys().map(|key| key.0).collect();
    for (at, frame) in frames.iter().enumerate() {
        if frames[..at].contains(frame) {
            continue;
        }
        let of_frame = settled.values().filter(|sense| sense.frame == *frame);
        let exact: Vec<&Sense> = of_frame.clone().filter(|sense| sense.exact).collect();
        let all: Vec<&Sense> = if exact.is_empty() { of_frame.collect() } else { exact };
        if all.len() > 1 && !category.has_roles() {
            if all[0].exact {
                clash.extend(all.iter().map(|sense| (sense.meaning, sense.languages)));
                kept.push(all[0].clone());
            }
        } else {
            kept.extend(all.into_iter().cloned());
        }
    }
    (kept, (!clash.is_empty()).then_some(clash))
}
