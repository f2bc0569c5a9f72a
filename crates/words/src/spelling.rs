//! What the spellings of one word have in common.
//!
//! Case, full-width letters and composed or decomposed accents never matter. Spellings without
//! diacritics are a second, weaker form: "würde" and "wurde" are two words, so the weaker form
//! counts only where the exact one says nothing.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Scripts that are written without spaces between words, or with endings glued to them: kana,
/// ideographs, Hangul, Thai, Lao, Burmese, Khmer.
pub const fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{3040}'..='\u{30ff}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7af}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{0e00}'..='\u{0eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// A letter or digit of a word that goes on; an ideograph begins its own.
#[inline]
pub fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { is_alphanumeric(c) && !is_unspaced(c) }
}

/// As [`char::is_alphanumeric`], which looks through tables for whatever is not ASCII: for the scripts that most texts
/// are written in, a few comparisons say the same.
#[inline]
pub fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{c0}'..='\u{24f}' => !matches!(c, '×' | '÷'),
        '\u{400}'..='\u{481}'
        | '\u{48a}'..='\u{52f}'
        | '\u{1100}'..='\u{11ff}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' => true,
        // Dashes and quotes, arrows, lines that draw boxes, brackets of ideographs, pictures.
        '\u{2010}'..='\u{205e}'
        | '\u{2190}'..='\u{245f}'
        | '\u{2500}'..='\u{2775}'
        | '\u{3008}'..='\u{3020}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{1f300}'..='\u{1faff}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// What stands for a space between the words of a phrase: `in-review`, `mise à jour`, `d’archi`.
/// `&` and `+` stand for "and", which phrases are also known without.
pub(crate) const fn is_gap(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '-'
            | '_'
            | '\''
            | '’'
            | '‘'
            | '·'
            | '・'
            | '&'
            | '+'
            | '\u{a0}'
            | '\u{ad}'
            | '\u{2010}'
            | '\u{2011}'
            | '\u{202f}'
            | '\u{3000}'
    )
}

/// The first letter of a text with the marks that belong to it, folded; and its bytes.
///
/// None where the text does not begin with a letter or digit. A folded letter may be several.
pub(crate) fn first_letter(text: &str) -> Option<(Letter, usize)> {
    let (&byte, after) = text.as_bytes().split_first()?;
    if byte.is_ascii() && after.first().is_none_or(u8::is_ascii) {
        return byte.is_ascii_alphanumeric().then(|| (Letter::ascii(byte), 1));
    }
    let first = text.chars().next()?;
    if !is_alphanumeric(first) {
        return None;
    }
    let rest = &text[first.len_utf8()..];
    let marks = rest.len() - rest.trim_start_matches(is_mark).len();
    let len = first.len_utf8() + marks;
    let mut letter = Letter::default();
    if marks == 0 && is_folded(first) {
        letter.push(first);
        return Some((letter, len));
    }
    let fold = |c: char| {
        c.to_lowercase().for_each(|c| letter.push(if c == 'ς' { 'σ' } else { c }));
    };
    match is_nfkc_quick(text[..len].chars()) {
        IsNormalized::Yes => text[..len].chars().for_each(fold),
        _ => text[..len].nfkc().for_each(fold),
    }
    Some((letter, len))
}

/// Whether a letter is known to be folded where no mark follows it: most of those that are not ASCII.
const fn is_folded(c: char) -> bool {
    matches!(
        c,
        'ß'..='ö'
            | 'ø'..='ÿ'
            | 'а'..='џ'
            | '\u{3041}'..='\u{3096}'
            | '\u{30a1}'..='\u{30fa}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
    )
}

/// Whether a character is a letter or digit, or belongs to the one before it.
pub(crate) fn is_of_a_word(c: char) -> bool {
    is_alphanumeric(c) || is_mark(c)
}

/// Whether a character belongs to the letter before it: accents, parts of a Hangul syllable.
fn is_mark(c: char) -> bool {
    match c {
        // Most texts have nothing else.
        '\0'..='\u{2ff}'
        | '\u{370}'..='\u{482}'
        | '\u{48a}'..='\u{590}'
        | '\u{2000}'..='\u{206f}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' => false,
        '\u{1160}'..='\u{11ff}' => true,
        _ => canonical_combining_class(c) != 0,
    }
}

/// One letter, folded: mostly one character.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Letter {
    bytes: [u8; 24],
    len: u8,
}

impl Letter {
    fn ascii(byte: u8) -> Self {
        let mut letter = Self { len: 1, ..Self::default() };
        letter.bytes[0] = byte.to_ascii_lowercase();
        letter
    }

    fn push(&mut self, c: char) {
        let start = usize::from(self.len);
        // A letter with more marks than fit is no letter of a word that anybody knows.
        if let Some(room) = self.bytes.get_mut(start..start + c.len_utf8()) {
            c.encode_utf8(room);
            self.len += u8::try_from(c.len_utf8()).unwrap_or(0);
        }
    }

    /// The folded letter.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }

    /// The folded letter.
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    /// The same without diacritics.
    pub(crate) fn plain(&self) -> Self {
        if is_all_plain(self.as_str()) {
            return *self;
        }
        let mut plain = Self::default();
        push_plain(self.as_str(), |c| plain.push(c));
        plain
    }
}

/// Whether a text is known to have no diacritics, so that it has no plainer spelling.
pub(crate) fn is_all_plain(text: &str) -> bool {
    text.is_ascii() || text.chars().all(is_plain)
}

/// Whether a letter is known to have no diacritics: most of those of Cyrillic, kana, ideographs and Hangul.
const fn is_plain(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{7f}'
            | 'а'..='и'
            | 'к'..='я'
            | '\u{3041}'..='\u{3096}'
            | '\u{30a1}'..='\u{30fa}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
    )
}

/// The words of a text, folded, with one space between them. What is neither letter nor digit
/// separates words.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    let mut gap = false;
    while let Some(c) = rest.chars().next() {
        let Some((letter, len)) = first_letter(rest) else {
            gap = true;
            rest = &rest[c.len_utf8()..];
            continue;
        };
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        folded.push_str(letter.as_str());
        rest = &rest[len..];
    }
    folded
}

/// A folded text without diacritics and with plain letters for those that many keyboards lack.
pub fn plain(folded: &str) -> String {
    let mut plain = String::with_capacity(folded.len());
    push_plain(folded, |c| plain.push(c));
    plain
}

fn push_plain(folded: &str, mut push: impl FnMut(char)) {
    if folded.is_ascii() {
        folded.chars().for_each(push);
        return;
    }
    for c in folded.nfd().filter(|&c| !is_diacritic(c)).nfc() {
        match letters_for(c) {
            Some(letters) => letters.chars().for_each(&mut push),
            None => push(c),
        }
    }
}

/// Marks that people leave out: accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic.
/// Marks of kana and of the scripts of India make other letters.
const fn is_diacritic(c: char) -> bool {
    matches!(
        c,
        '\u{0300}'..='\u{036f}'
            | '\u{0591}'..='\u{05c7}'
            | '\u{064b}'..='\u{065f}'
            | '\u{0670}'
            | '\u{0640}'
    )
}

const fn letters_for(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ي' | 'ى' => "ی",
        'ك' => "ک",
        _ => return None,
    })
}

/// The offsets at which a word of the text begins; every ideograph begins one.
#[inline]
pub fn word_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut at = 0;
    let mut inside = false;
    std::iter::from_fn(move || {
        while let Some(byte) = text.as_bytes().get(at) {
            let start = at;
            let (begins, letter) = if byte.is_ascii() {
                at += 1;
                (byte.is_ascii_alphanumeric(), byte.is_ascii_alphanumeric())
            } else {
                let c = text[at..].chars().next()?;
                at += c.len_utf8();
                (is_alphanumeric(c), is_letter(c))
            };
            let goes_on = std::mem::replace(&mut inside, letter) && letter;
            if begins && !goes_on {
                return Some(start);
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_ways_say_what_the_tables_say() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
            let mark = matches!(c, '\u{1160}'..='\u{11ff}') || canonical_combining_class(c) != 0;
            assert_eq!(is_mark(c), mark, "{c:?}");
            assert!(!is_plain(c) || plain(&c.to_string()).chars().eq([c]), "{c:?}");
            let folded = || {
                c.to_lowercase().nfkc().eq([c])
                    && is_nfkc_quick([c].into_iter()) == IsNormalized::Yes
            };
            assert!(!is_folded(c) || folded(), "{c:?}");
        }
    }

    #[test]
    fn spellings_fold_to_one() {
        for (text, wanted) in [
            ("In-Review", "in review"),
            ("TL;DR", "tl dr"),
            ("ＡＤＲ", "adr"),
            ("De\u{301}cision", "décision"),
            ("ΚΑΤΆΣΤΑΣΗΣ", "κατάστασησ"),
            ("ｽﾃｰﾀｽ", "ステータス"),
            ("\u{1109}\u{1161}\u{11bc}\u{1110}\u{1162}", "상태"),
            ("📋 Vue d’ensemble:", "vue d ensemble"),
        ] {
            assert_eq!(folded(text), wanted, "{text}");
            assert_eq!(folded(wanted), wanted, "{text}");
        }
    }

    #[test]
    fn plain_letters_are_those_of_any_keyboard() {
        for (text, wanted) in [
            ("änderungsübersicht", "anderungsubersicht"),
            ("größe", "grosse"),
            ("zmieniają łódź", "zmieniaja lodz"),
            ("onaylandı", "onaylandi"),
            ("κατάσταση", "κατασταση"),
            ("ещё", "еще"),
            ("ガイド", "ガイド"),
            ("상태", "상태"),
            ("أ", "ا"),
        ] {
            assert_eq!(plain(&folded(text)), wanted, "{text}");
        }
    }
}
