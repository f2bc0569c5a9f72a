//! Keys, found by their letters alone.
//!
//! Texts and keys differ in their spaces (`change log`, `changelog`), so keys are found without them;
//! whether the spaces fit is for the caller. Beside the keys stands what they begin with, up to each
//! place where a word of a text may end: where that is not found, no key is so long.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::letters::{self, Letters};
use crate::spelling;

/// What a key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    /// The meaning's position in its category.
    pub(crate) meaning: u8,
    /// The position of its sense in the table's senses.
    pub(crate) sense: u16,
}

/// A key, or the beginning of longer ones: in eight bytes, since there are hundreds of thousands, and a program
/// that finds words all over its texts has all of them in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its first byte in the index's text, the low byte first.
    pub(crate) at: [u8; 3],
    /// Its bytes.
    pub(crate) len: u8,
    /// Some bits of the hash of its letters, to tell it from others in its bucket.
    pub(crate) check: u8,
    /// How many rows it has, and in [`GOES_ON`] whether longer keys begin with its letters.
    pub(crate) rows: u8,
    /// The first of its rows.
    pub(crate) row: u16,
}

/// The bit of [`Entry::rows`] that counts no row.
const GOES_ON: u8 = 1 << 7;

impl Entry {
    /// A key's entry; none where there are more words than its bytes can count.
    pub(crate) fn key(at: u32, len: u8, rows: Range<usize>) -> Option<Self> {
        let [low, middle, high, 0] = at.to_le_bytes() else { return None };
        let count = u8::try_from(rows.len()).ok().filter(|count| count & GOES_ON == 0)?;
        let row = u16::try_from(rows.start).ok()?;
        Some(Self { at: [low, middle, high], len, check: 0, rows: count, row })
    }

    /// The first bytes of a key, as long as `len`.
    const fn beginning(self, len: u8) -> Self {
        Self { len, rows: GOES_ON, ..self }
    }

    /// Its first byte in the index's text.
    const fn start(self) -> usize {
        let [low, middle, high] = self.at;
        u32::from_le_bytes([low, middle, high, 0]) as usize
    }

    /// Its bytes in the index's text.
    fn range(self) -> Range<usize> {
        self.start()..self.start() + usize::from(self.len)
    }

    /// Whether longer keys begin with its letters.
    pub(crate) const fn goes_on(self) -> bool {
        self.rows & GOES_ON != 0
    }

    /// Where its rows are; empty if it is no key.
    pub(crate) fn rows(self) -> Range<usize> {
        let first = usize::from(self.row);
        first..first + usize::from(self.rows & !GOES_ON)
    }
}

/// The entries of a category.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Index<'a> {
    /// All keys, in one text.
    pub(crate) text: &'a str,
    /// Bucket by bucket.
    pub(crate) entries: &'a [Entry],
    /// Where each bucket begins in them, and where the last one ends.
    pub(crate) buckets: &'a [u32],
    /// A bit for each hash of the beginning of a key.
    pub(crate) heads: &'a [u64],
}

/// What an index is made of, when it is built.
#[derive(Clone, Debug, Default)]
pub(crate) struct Built {
    pub(crate) entries: Vec<Entry>,
    pub(crate) buckets: Vec<u32>,
    pub(crate) heads: Vec<u64>,
}

impl Built {
    pub(crate) const fn new() -> Self {
        Self { entries: Vec::new(), buckets: Vec::new(), heads: Vec::new() }
    }
}

impl<'a> Index<'a> {
    /// The entries with these letters.
    pub(crate) fn with(self, letters: &Letters) -> impl Iterator<Item = Entry> {
        self.hashed(letters.hash()).filter(move |entry| letters.are(self.key(*entry)))
    }

    /// The entries whose letters may have this hash.
    fn hashed(self, hash: u32) -> impl Iterator<Item = Entry> {
        let check = check(hash);
        let bucket = bucket(hash, self.buckets.len().saturating_sub(1));
        let bound = |at: usize| self.buckets.get(at).map_or(0, |&start| start as usize);
        let entries = self.entries.get(bound(bucket)..bound(bucket + 1)).unwrap_or_default();
        entries.iter().copied().filter(move |entry| entry.check == check)
    }

    /// Whether a key may begin with these letters; mostly it is known that none does.
    pub(crate) fn may_begin(self, letters: &Letters) -> bool {
        letters.head().is_none_or(|head| self.may_have(head))
    }

    /// Whether a key may begin with the word that a text begins with. It is asked of nearly every word, and the answer
    /// is no for most of them.
    pub(crate) fn may_begin_with(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let (mut hash, mut read) = (letters::BASIS, 0);
        while let Some(letter) = bytes.get(read).copied().and_then(letters::plain) {
            (hash, read) = (letters::hash_on(hash, letter), read + 1);
            if read == letters::HEAD && is_plain_behind(bytes, read) && !self.may_have(hash) {
                return false;
            }
        }
        read == 0 || !is_plain_behind(bytes, read) || self.hashed(hash).next().is_some()
    }

    /// Whether a key may be the whole of a text, whatever stands between its letters.
    pub(crate) fn may_be_all_of(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let (mut hash, mut read) = (letters::BASIS, 0);
        for (at, &byte) in bytes.iter().enumerate() {
            let Some(letter) = letters::plain(byte) else {
                if byte.is_ascii() {
                    continue;
                }
                return true;
            };
            (hash, read) = (letters::hash_on(hash, letter), read + 1);
            if read > letters::MOST_LETTERS {
                return false;
            }
            if read == letters::HEAD && is_plain_behind(bytes, at + 1) && !self.may_have(hash) {
                return false;
            }
        }
        read == 0 || self.may_be(hash)
    }

    /// Whether letters with this hash may be those of a key.
    pub(crate) fn may_be(self, hash: u32) -> bool {
        self.hashed(hash).any(|entry| !entry.rows().is_empty())
    }

    /// Whether a key may begin with the letters that have this hash.
    pub(crate) fn may_have(self, head: u32) -> bool {
        let (word, bit) = head_bit(head, self.heads.len());
        self.heads.get(word).is_some_and(|heads| heads & bit != 0)
    }

    /// The bytes of an entry.
    pub(crate) fn key(self, entry: Entry) -> &'a [u8] {
        self.text.as_bytes().get(entry.range()).unwrap_or_default()
    }
}

/// Whether no mark can belong to the letter before a place.
fn is_plain_behind(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_none_or(u8::is_ascii)
}

/// The bucket of a hash; their number is a power of two.
const fn bucket(hash: u32, buckets: usize) -> usize {
    hash as usize & buckets.wrapping_sub(1)
}

/// Bits of a hash that are not those of its bucket.
const fn check(hash: u32) -> u8 {
    (hash >> 24) as u8
}

/// The word and the bit in it that stand for the hash of a beginning.
const fn head_bit(head: u32, words: usize) -> (usize, u64) {
    (bucket(head, words), 1 << (head >> 26))
}

/// The index of some keys of a text.
pub(crate) fn built(text: &str, keys: &[Entry]) -> Built {
    const IN_A_BUCKET: usize = 2;
    /// One bit in sixteen or fewer is set.
    const BITS_A_KEY: usize = 16;
    let mut alike: BTreeMap<Vec<u8>, Vec<Entry>> = BTreeMap::new();
    let spelt = |entry: Entry| &text[entry.range()];
    for &key in keys {
        alike.entry(letters::of_key(spelt(key)).collect()).or_default().push(key);
    }
    for &key in keys {
        for len in word_ends(spelt(key)) {
            let beginning = key.beginning(len);
            let same = alike.entry(letters::of_key(spelt(beginning)).collect()).or_default();
            if same.is_empty() {
                same.push(beginning);
            }
            for entry in same {
                entry.rows |= GOES_ON;
            }
        }
    }
    let count = (alike.len() / IN_A_BUCKET).next_power_of_two();
    let mut buckets = vec![Vec::new(); count];
    for (letters, entries) in alike {
        let hash = letters::hash(letters);
        let checked = entries.into_iter().map(|entry| Entry { check: check(hash), ..entry });
        buckets[bucket(hash, count)].extend(checked);
    }
    let mut built = Built {
        buckets: vec![0],
        heads: vec![0; (keys.len() * BITS_A_KEY / 64).next_power_of_two()],
        ..Built::default()
    };
    for bucket in buckets {
        built.entries.extend(bucket);
        built.buckets.push(u32::try_from(built.entries.len()).unwrap_or(0));
    }
    for &key in keys {
        let head: Vec<u8> = letters::of_key(spelt(key)).take(letters::HEAD).collect();
        let (word, bit) = head_bit(letters::hash(head), built.heads.len());
        built.heads[word] |= bit;
    }
    built
}

/// The bytes after which a word of a text may end that goes on like this key.
fn word_ends(key: &str) -> impl Iterator<Item = u8> {
    let pairs = key.char_indices().zip(key.chars().skip(1));
    pairs.filter_map(|((at, c), next)| {
        let ends = next == ' ' || spelling::is_unspaced(c) || spelling::is_unspaced(next);
        let len = u8::try_from(at + c.len_utf8()).ok()?;
        (ends && c != ' ').then_some(len)
    })
}
