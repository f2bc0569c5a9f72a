//! Words for sentences that people read: counts, lists, and the nearest of some names.

/// A count with its noun.
pub fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A text without line breaks: what stands in lines, in one.
pub fn one_line(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\n', '\r'], " ")
}

/// Words for a sentence: `` `a`, `b` or `c` ``.
pub fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

/// `a`, `a and b`, `a, b and c`
pub fn joined(parts: &[String]) -> String {
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => parts.concat(),
    }
}

/// The nearest of `candidates` to a misspelt `word`, for "did you mean".
///
/// Near means one edit for short words and one edit per four letters for longer ones; nothing is
/// better than a far-fetched guess.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    let letters = lower.chars().count();
    let near = candidates.into_iter().filter_map(|candidate| {
        let most = (candidate.chars().count() / 4).max(1);
        let candidate_lower = candidate.to_lowercase();
        // Each letter more or less is an edit: most words need no closer look.
        let alike = candidate_lower.chars().count().abs_diff(letters) <= most;
        let distance = alike.then(|| letters_apart(&lower, &candidate_lower))?;
        (distance <= most).then_some((distance, candidate))
    });
    near.min().map(|(_, candidate)| candidate)
}

/// How many letters make one word of the other: put in, left out, exchanged, or in another order.
pub fn letters_apart(one: &str, other: &str) -> usize {
    strsim::osa_distance(one, other)
}

/// With a capital at its beginning, unless there is one somewhere: `gRPC` has its own case.
pub fn capitalized(words: &str) -> String {
    let mut rest = words.chars();
    match rest.next() {
        Some(first) if !words.contains(char::is_uppercase) => {
            first.to_uppercase().chain(rest).collect()
        }
        _ => words.to_owned(),
    }
}

/// With a small letter at its beginning, unless it goes on with a capital: `GA` has its own case.
pub fn uncapitalized(words: &str) -> String {
    let mut rest = words.chars();
    match rest.next() {
        Some(first) if !rest.clone().next().is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(rest).collect()
        }
        _ => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_typo_is_near_and_a_guess_is_not() {
        assert_eq!(nearest("templte", ["template", "adr-index"]), Some("template"));
        assert_eq!(nearest("status", ["template", "adr-index"]), None);
    }
}
