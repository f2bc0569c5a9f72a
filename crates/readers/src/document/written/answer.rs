//! Short answers that say: there is nothing to say here.

use words::{ClauseRole, Vocabulary};

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
            if is_short_word(&text[..found.len]) || !(ends_here(rest) || says_why(rest)) {
                return None;
            }
            let reason = rest.chars().filter(|c| c.is_alphanumeric()).count();
            Some(if reason >= MIN_REASON { Answer::Reasoned } else { Answer::Bare })
        }
        words::Answer::None => {
            let so_far = || words.starts(words::Answer::SoFar, rest.trim_start()).is_some();
            (ends_here(rest) || so_far()).then_some(Answer::None)
        }
        words::Answer::SoFar | words::Answer::Because => None,
    }
}

/// Whether the letters of an abbreviation are a word here: "So" is no "S. O.".
fn is_short_word(answer: &str) -> bool {
    const LONGEST: usize = 2;
    let letters = answer.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters && answer.len() <= LONGEST && answer.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// Whether the clause is over behind an answer.
fn ends_here(rest: &str) -> bool {
    let follows = rest.trim_start();
    follows.is_empty() || rest.starts_with(CLOSES) || follows.starts_with(SETS_OFF)
}

/// Whether what follows an answer says where, when or why it holds; else the answer may be a part of what is said:
/// "Not required fields are lost".
fn says_why(rest: &str) -> bool {
    const ROLES: [ClauseRole; 5] = [
        ClauseRole::Condition,
        ClauseRole::Time,
        ClauseRole::Purpose,
        ClauseRole::Agent,
        ClauseRole::Except,
    ];
    const ANSWERS: [words::Answer; 2] = [words::Answer::Because, words::Answer::SoFar];
    let follows = rest.trim_start();
    let words = Vocabulary::known();
    // Scripts without spaces go on at once.
    let is_apart = follows.len() < rest.len() || !is_spaced(follows);
    is_apart
        && (ROLES.iter().any(|&role| words.starts(role, follows).is_some())
            || ANSWERS.iter().any(|&answer| words.starts(answer, follows).is_some()))
}

/// Whether a text is in a script that parts its words.
fn is_spaced(text: &str) -> bool {
    const FIRST_OF_CJK: char = '\u{2E80}';
    text.chars().next().is_some_and(|first| first < FIRST_OF_CJK)
}

/// What sets an answer off from its reason.
const SETS_OFF: [char; 9] = ['-', '–', '—', '(', '（', '/', '→', '|', '='];

/// What may stand right behind an answer of one word.
const CLOSES: [char; 17] =
    ['.', ',', ';', ':', ')', ']', '*', '!', '?', '…', '。', '、', '，', '：', '；', '！', '）'];

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
        assert_eq!(of("Not relevant (the library stores nothing)"), Some(Answer::Reasoned));
        assert_eq!(of("不适用"), Some(Answer::Bare));
        assert_eq!(of("Not applicable!"), Some(Answer::Bare));
        for text in [
            "Not applicable → see the handbook of operations",
            "N/A / it is a library",
            "Not applicable under this contract",
            "Entfällt bei einer Bibliothek",
            "Entfällt mangels Bedarf",
            "Sans objet dans ce projet",
            "No aplica dentro de este contrato",
            "Não se aplica neste projeto",
            "Non applicabile nel progetto della gru",
            "Niet van toepassing binnen dit project",
            "不适用于本项目的范围",
            "Не относится к этому проекту",
        ] {
            assert_eq!(of(text), Some(Answer::Reasoned), "{text}");
        }
    }

    #[test]
    fn a_sentence_that_begins_like_an_answer_is_none() {
        for text in [
            "So the second keeper learns it this winter.",
            "Só um guardião conserta o leitor.",
            "So bleibt die Karte gleich.",
            "NZ servers are far away.",
            "Not required fields are lost on import.",
            "无关紧要的日志太多。",
            "不要な複製が増える。",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
