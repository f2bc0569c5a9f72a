//! Short answers that say: there is nothing to say here.

use words::Vocabulary;

/// What a section's only words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// "None": there are none.
    None,
    /// "Not applicable: reason".
    Reasoned,
    /// "N/A" and nothing else.
    Bare,
}

/// Longest such answer, in words; beyond it a text is a text.
const MAX_WORDS: usize = 30;

/// Fewer letters than these are no reason.
const MIN_REASON: usize = 5;

/// Reads a section's first own words.
pub(super) fn of(text: &str) -> Option<Answer> {
    let text = text.trim().trim_start_matches(['*', '_', '(', '[', '>', ' ']);
    if text.split_whitespace().count() > MAX_WORDS {
        return None;
    }
    let words = Vocabulary::known();
    let found = words.at_start::<words::Answer>(text)?;
    let rest = &text[found.len..];
    match found.meaning {
        words::Answer::NotApplicable => {
            let reason = rest.chars().filter(|c| c.is_alphanumeric()).count();
            Some(if reason >= MIN_REASON { Answer::Reasoned } else { Answer::Bare })
        }
        words::Answer::None => {
            let follows = rest.trim_start();
            let closes = follows.is_empty() || rest.starts_with(CLOSES);
            let so_far = || words.starts(words::Answer::SoFar, follows).is_some();
            (closes || so_far()).then_some(Answer::None)
        }
        words::Answer::SoFar => None,
    }
}

/// What may stand right behind an answer of one word.
const CLOSES: [char; 10] = ['.', ',', ';', ':', ')', ']', '*', '。', '、', '，'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_is_an_answer_and_a_bare_na_is_a_poor_one() {
        assert_eq!(of("None"), Some(Answer::None));
        assert_eq!(of("None noteworthy. See above."), Some(Answer::None));
        assert_eq!(of("Keine."), Some(Answer::None));
        assert_eq!(of("Not applicable: the library stores nothing"), Some(Answer::Reasoned));
        assert_eq!(of("Not provided as it would not help"), Some(Answer::Reasoned));
        assert_eq!(of("N/A"), Some(Answer::Bare));
        assert_eq!(of("None of the services keeps state"), None);
        assert_eq!(of("Nothing is stored on disk"), None);
        assert_eq!(of("No caching"), None);
    }
}
