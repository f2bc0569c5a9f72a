//! Short answers that say: there is nothing to say here.

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

const NONE: [&str; 14] = [
    "none", "nothing", "keine", "keiner", "nichts", "aucun", "aucune", "neant", "ninguno",
    "ninguna", "nenhum", "nenhuma", "无", "なし",
];

const NOT_APPLICABLE: [&str; 10] = [
    "not applicable",
    "n/a",
    "not provided",
    "not relevant",
    "nicht zutreffend",
    "entfällt",
    "sans objet",
    "no aplica",
    "não se aplica",
    "不适用",
];

/// Longest such answer, in words; beyond it a text is a text.
const MAX_WORDS: usize = 30;

/// Reads a section's first own words.
pub(super) fn of(text: &str) -> Option<Answer> {
    let text = text.trim().trim_start_matches(['*', '_', '(', '[', '>', ' ']);
    if text.split_whitespace().count() > MAX_WORDS {
        return None;
    }
    let lower = text.to_lowercase();
    if let Some(rest) = NOT_APPLICABLE.iter().find_map(|words| lower.strip_prefix(words)) {
        if rest.starts_with(char::is_alphanumeric) {
            return None;
        }
        let reason = rest.chars().filter(|c| c.is_alphanumeric()).count();
        return Some(if reason >= 5 { Answer::Reasoned } else { Answer::Bare });
    }
    let first = lower.split(|c: char| !c.is_alphanumeric()).next()?;
    let rest = &lower[first.len()..];
    let closes =
        rest.trim_start().is_empty() || rest.starts_with(['.', ',', ';', ':', ')', ']', '*']);
    let noteworthy = [" noteworthy", " known", " so far", " at the moment", " yet", " at present"];
    let follows = noteworthy.iter().any(|words| rest.starts_with(words));
    (NONE.contains(&first) && (closes || follows)).then_some(Answer::None)
}

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
    }
}
