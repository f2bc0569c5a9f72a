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
    let (letters, signature) = (lower.chars().count(), Signature::of(&lower));
    let near = candidates.into_iter().filter_map(|candidate| {
        let most = (candidate.chars().count() / 4).max(1);
        let candidate_lower = candidate.to_lowercase();
        // Each letter more or less is an edit: most words need no closer look.
        let alike = candidate_lower.chars().count().abs_diff(letters) <= most
            && signature.may_be_within(most, Signature::of(&candidate_lower));
        let distance = alike.then(|| letters_apart(&lower, &candidate_lower))?;
        (distance <= most).then_some((distance, candidate))
    });
    near.min().map(|(_, candidate)| candidate)
}

/// Which letters a word has, a bit for each; of those that share a bit, any.
///
/// It tells most words from another without a look at the order of their letters.
#[derive(Clone, Copy, Debug)]
pub struct Signature(u64);

impl Signature {
    /// Of a word in the case in which it is compared.
    pub fn of(word: &str) -> Self {
        Self(word.chars().fold(0, |signs, letter| signs | 1 << (u32::from(letter) % u64::BITS)))
    }

    /// Whether so many edits may make one word of the other: each takes one letter away at most, and brings one.
    pub const fn may_be_within(self, edits: usize, other: Self) -> bool {
        (self.0 ^ other.0).count_ones() as usize <= 2 * edits
    }
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
