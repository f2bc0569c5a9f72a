//! Headings that are another one but for a slip of the keyboard.

use super::Key;

/// The same letters, two neighbours of which changed places.
fn is_swap(a: &str, b: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    letters(a) == letters(b) && strsim::osa_distance(a, b) == 1
}

/// Whether two keys differ by no more than a small typo: word by word, or in where words part.
///
/// One edit in a word of up to eight letters, two in a longer one; short words are never near.
pub fn is_typo(a: &Key, b: &Key) -> bool {
    // An edit brings in one letter and takes out another.
    let strange = (a.letters ^ b.letters).count_ones() as usize > 2 * MOST_EDITS;
    if strange || a.len.abs_diff(b.len) > MOST_EDITS || a.text == b.text {
        return false;
    }
    let mut edits = 0;
    let mut words = (a.text.split(' '), b.text.split(' '));
    loop {
        match (words.0.next(), words.1.next()) {
            (None, None) => return edits <= MOST_EDITS,
            (Some(a), Some(b)) => match word_edits(a, b) {
                Some(more) => edits += more,
                None => break,
            },
            _ => break,
        }
    }
    let joined = |key: &Key| key.text.replace(' ', "");
    a.len > SHORT && joined(a) == joined(b)
}

/// Edits that a title may take.
const MOST_EDITS: usize = 2;

/// Letters of a word in which any edit makes another word, but for two that changed places.
const SHORT: usize = 5;

/// The edits between two words; none where these are more than a typo.
fn word_edits(a: &str, b: &str) -> Option<usize> {
    if a == b {
        return Some(0);
    }
    let letters = a.chars().count().min(b.chars().count());
    let allowed = match letters {
        0..=3 => return None,
        4..=SHORT => return is_swap(a, b).then_some(1),
        6..=8 => 1,
        _ => MOST_EDITS,
    };
    let far = a.len().abs_diff(b.len()) > 2 * allowed || a.chars().next() != b.chars().next();
    let edits = if far { return None } else { strsim::osa_distance(a, b) };
    (edits <= allowed).then_some(edits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typos_are_near_and_other_words_are_not() {
        assert!(is_typo(&Key::new("gloassary"), &Key::new("glossary")));
        assert!(is_typo(&Key::new("architecture desicions"), &Key::new("architecture decisions")));
        assert!(is_typo(&Key::new("gaols"), &Key::new("goals")));
        assert!(!is_typo(&Key::new("scope"), &Key::new("scale")));
        assert!(!is_typo(&Key::new("data model"), &Key::new("data flow")));
        assert!(is_typo(&Key::new("Baustein-Sicht"), &Key::new("Bausteinsicht")));
        assert!(!is_typo(&Key::new("Deployment Review"), &Key::new("Deployment View")));
    }
}
