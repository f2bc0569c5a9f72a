//! The letters of a text, folded, with what stands between them put aside.

use crate::spelling::{self, Letter};

/// Whether a space may stand before a letter of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spacing {
    /// The text has none: a key may have one.
    Joined,
    /// The text has one: so does the key.
    Kept,
    /// The text has one: a key may have none.
    Loose,
}

/// No known word or phrase has more letters.
pub const MOST_LETTERS: usize = u8::MAX as usize;

/// More bytes than a key can have.
const MOST: usize = MOST_LETTERS + 1;

/// As many bytes tell nearly every text from the words of a category.
pub(crate) const HEAD: usize = 4;

/// A place in a text at which the letters read so far tell of the keys that it may begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Behind [`HEAD`] letters with this hash.
    Head(u32),
    /// Behind a word, where all letters have this hash.
    Word(u32),
    /// Before a letter that is not ASCII, of which bytes alone do not tell enough.
    Unknown,
}

/// The stops of a text that is read up to the length of the longest key, whatever stands between its letters.
pub(crate) fn stops(text: &str) -> impl Iterator<Item = Stop> + '_ {
    let (mut hash, mut read) = (BASIS, 0);
    let (mut at, mut inside) = (0, false);
    std::iter::from_fn(move || {
        while at <= text.len() && read < MOST {
            let byte = text.as_bytes().get(at).copied().unwrap_or_default();
            if !byte.is_ascii() {
                match text[at..].chars().next() {
                    Some(sign) if !spelling::is_of_a_word(sign) => at += sign.len_utf8(),
                    _ => {
                        at = text.len() + 1;
                        return Some(Stop::Unknown);
                    }
                }
            } else if let Some(letter) = plain(byte) {
                // What stands behind the letters of a head may be a mark of the last one, so it is looked at first.
                (hash, read, inside, at) = (hash_on(hash, letter), read + 1, true, at + 1);
                let marked = text.as_bytes().get(at).is_some_and(|next| !next.is_ascii());
                if read == HEAD && !marked {
                    return Some(Stop::Head(hash));
                }
                continue;
            } else {
                at += 1;
            }
            if std::mem::take(&mut inside) {
                return Some(Stop::Word(hash));
            }
        }
        None
    })
}

/// Letters that were read.
#[derive(Debug)]
pub(crate) struct Letters {
    bytes: [u8; MOST],
    spacing: [Spacing; MOST],
    len: usize,
    hash: u32,
    head: Option<u32>,
    /// Whether a space is [`Spacing::Kept`].
    kept: bool,
}

impl Letters {
    pub(crate) const fn new() -> Self {
        let (bytes, spacing) = ([0; MOST], [Spacing::Joined; MOST]);
        Self { bytes, spacing, len: 0, hash: BASIS, head: None, kept: false }
    }

    /// Reads the letters that a text begins with, as many as surely belong to one word. Their bytes
    /// in the text; none where it begins with no letter, or where no key is so long.
    pub(crate) fn read(
        &mut self,
        text: &str,
        spacing: Spacing,
        spell: impl Fn(Letter) -> Letter,
    ) -> Option<usize> {
        *self.spacing.get_mut(self.len)? = spacing;
        self.kept |= spacing == Spacing::Kept;
        let bytes = text.as_bytes();
        let mut read = 0;
        // A mark may belong to a letter before it.
        while let Some(letter) = bytes.get(read).copied().and_then(plain)
            && bytes.get(read + 1).is_none_or(u8::is_ascii)
        {
            self.push(letter)?;
            read += 1;
        }
        if read > 0 {
            return Some(read);
        }
        let (letter, len) = spelling::first_letter(text)?;
        spell(letter).as_bytes().iter().try_for_each(|byte| self.push(*byte))?;
        Some(len)
    }

    fn push(&mut self, letter: u8) -> Option<()> {
        *self.bytes.get_mut(self.len)? = letter;
        self.hash = hash_on(self.hash, letter);
        self.len += 1;
        if self.len == HEAD {
            self.head = Some(self.hash);
        }
        Some(())
    }

    /// The hash of the first [`HEAD`] bytes, where there are so many.
    pub(crate) const fn head(&self) -> Option<u32> {
        self.head
    }

    /// The same for all spellings with these letters.
    pub(crate) const fn hash(&self) -> u32 {
        self.hash
    }

    /// Whether a key has just these letters.
    pub(crate) fn are(&self, key: &[u8]) -> bool {
        let mut read = self.bytes[..self.len].iter();
        key.iter().filter(|byte| **byte != b' ').all(|byte| read.next() == Some(byte))
            && read.as_slice().is_empty()
    }

    /// Whether a key with these letters has its spaces where the text lets it.
    pub(crate) fn fit(&self, key: &[u8]) -> bool {
        let fits = |(spaced, text): (bool, &Spacing)| spaced || *text != Spacing::Kept;
        !self.kept || spaces(key).zip(&self.spacing).all(fits)
    }

    /// For each byte of a key with these letters, whether a space before it is missing or too much.
    pub(crate) fn misfits<'k>(&'k self, key: &'k [u8]) -> impl Iterator<Item = bool> + 'k {
        spaces(key).zip(&self.spacing).map(|(spaced, text)| spaced != (*text != Spacing::Joined))
    }
}

/// The ASCII letter or digit, in lower case.
pub(crate) fn plain(byte: u8) -> Option<u8> {
    match PLAIN[byte as usize] {
        0 => None,
        letter => Some(letter),
    }
}

static PLAIN: [u8; 256] = {
    let mut plain = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            plain[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    plain
};

/// For each byte of a letter, whether a space stands before it.
fn spaces(key: &[u8]) -> impl Iterator<Item = bool> + '_ {
    let before = std::iter::once(0).chain(key.iter().copied());
    key.iter().zip(before).filter(|(byte, _)| **byte != b' ').map(|(_, before)| before == b' ')
}

/// The bytes of a key's letters.
pub(crate) fn of_key(key: &str) -> impl Iterator<Item = u8> + '_ {
    key.bytes().filter(|byte| *byte != b' ')
}

/// [FNV-1a](https://datatracker.ietf.org/doc/html/draft-eastlake-fnv) of letters.
pub(crate) fn hash(letters: impl IntoIterator<Item = u8>) -> u32 {
    letters.into_iter().fold(BASIS, hash_on)
}

/// The hash of no letters.
pub(crate) const BASIS: u32 = 0x811c_9dc5;

/// The hash with one letter more.
pub(crate) const fn hash_on(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}
