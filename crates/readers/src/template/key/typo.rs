//! Headings that are another one but for a slip of the keyboard, or for an ending.

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
/// One edit in a word of up to eight letters, two in a longer one; short words are never near. Another ending
/// makes another form or another word of it: "Scheduler" is no misspelt "Schedule". So does any letter of a
/// script that writes syllables or words with one.
pub(crate) fn is_typo(a: &Key, b: &Key) -> bool {
    let joined = |key: &Key| key.text.replace(' ', "");
    let edits = |a: &str, b: &str| word_edits(a, b).filter(|_| a == b || !differs_in_ending(a, b));
    near(a, b) && (within(a, b, edits) || a.len > SHORT && joined(a) == joined(b))
}

/// Whether two keys differ by nothing but the endings of longer words: "Históricos de versões".
pub(crate) fn is_form(a: &Key, b: &Key) -> bool {
    let edits = |a: &str, b: &str| word_edits(a, b).filter(|_| a == b || differs_in_ending(a, b));
    near(a, b) && within(a, b, edits)
}

/// Whether two keys have so many letters in common that they are worth a closer look.
fn near(a: &Key, b: &Key) -> bool {
    // An edit brings in one letter and takes out another.
    let strange = (a.letters ^ b.letters).count_ones() as usize > 2 * MOST_EDITS;
    !strange && a.len.abs_diff(b.len) <= MOST_EDITS && a.text != b.text
}

/// Whether few edits make the words of one key those of the other.
fn within(a: &Key, b: &Key, word: impl Fn(&str, &str) -> Option<usize>) -> bool {
    let mut edits = 0;
    let mut words = (a.text.split(' '), b.text.split(' '));
    loop {
        match (words.0.next(), words.1.next()) {
            (None, None) => return edits <= MOST_EDITS,
            (Some(a), Some(b)) => match word(a, b) {
                Some(more) => edits += more,
                None => return false,
            },
            _ => return false,
        }
    }
}

/// Letters of an ending.
const ENDING: usize = 2;

/// Whether words differ in their last letters, and not within those.
fn differs_in_ending(a: &str, b: &str) -> bool {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let longest = a.chars().count().max(b.chars().count());
    let within = a.chars().next_back() == b.chars().next_back();
    longest - same <= ENDING && !within && !is_swap(a, b)
}

/// Whether a word is written in letters that stand for more than a sound.
fn is_of_syllables(word: &str) -> bool {
    word.chars().any(|c| words::is_unspaced(c) || ('가'..='힣').contains(&c))
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
    if is_of_syllables(a) {
        return None;
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
        assert!(is_typo(&Key::new("Detaild design"), &Key::new("Detailed design")));
        assert!(!is_typo(&Key::new("Scheduler"), &Key::new("Schedule")));
        assert!(!is_typo(&Key::new("パフォーマンス監視"), &Key::new("パフォーマンス改善")));
        assert!(!is_typo(&Key::new("Решения"), &Key::new("Решение")));
    }

    #[test]
    fn forms_differ_in_their_endings() {
        let form = |a, b| is_form(&Key::new(a), &Key::new(b));
        assert!(form("Históricos de versões", "Histórico de versões"));
        assert!(form("Взаимодействия компонентов", "Взаимодействие компонентов"));
        assert!(!form("Histórico", "Histórico"));
        assert!(!form("Datos", "Dato"));
        assert!(!form("Glosary", "Glossary"));
    }
}
