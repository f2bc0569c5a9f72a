//! Spellings of one heading that mean the same.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use words::is_alphanumeric;

/// Lower case, no diacritics, German `ae`/`oe`/`ue` as the umlaut's base letter, plain dashes.
pub(super) fn folded(heading: &str) -> String {
    let lower = heading.to_lowercase();
    let mut folded = if lower.is_ascii() { lower } else { without_marks(&lower) };
    let mut before = ' ';
    folded.retain(|c| {
        let umlaut = c == 'e' && matches!(before, 'a' | 'o' | 'u');
        before = c;
        !umlaut
    });
    folded
}

fn without_marks(lower: &str) -> String {
    lower.replace('ß', "ss").nfkd().filter(|&c| !is_combining_mark(c)).collect()
}

/// Words of letters and digits; `&` is a word, an apostrophe joins.
pub(super) fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut space = false;
    let mut put = |piece: &str, space: &mut bool| {
        if *space && !words.is_empty() {
            words.push(' ');
        }
        *space = false;
        words.push_str(piece);
    };
    let mut buffer = [0; 4];
    for c in text.chars() {
        match c {
            '&' | '+' => {
                space = true;
                put("and", &mut space);
                space = true;
            }
            '\'' | '’' | '‘' => {}
            c if is_alphanumeric(c) => put(c.encode_utf8(&mut buffer), &mut space),
            _ => space = true,
        }
    }
    words
}

/// Words without the endings of English plurals.
pub(super) fn stem(words: &str) -> String {
    let mut stem = String::with_capacity(words.len());
    for (index, word) in words.split(' ').enumerate() {
        if index > 0 {
            stem.push(' ');
        }
        stem.push_str(singular(word));
    }
    stem
}

fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(stem) if stem.len() >= 3 && !stem.ends_with(['s', 'u', 'i']) => stem,
        _ => word,
    }
}
