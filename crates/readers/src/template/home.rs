//! Which items a section is the home of: `defines=quality-goal`, or `defines=debt:technical-debt,risk`, where the parts
//! that are called technical debt hold debts, and the rest risks.

use std::fmt;

use text::source::Span;
use words::Concept;

use super::Problem;
use super::problem::concept_named;
use crate::settings::is_kind;

/// A kind of items that a section holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// What they are: `quality-goal`.
    pub kind: String,
    /// What the parts of the section are called that hold them; none for all of it.
    pub concept: Option<Concept>,
}

impl fmt::Display for Home {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.concept {
            Some(concept) => write!(f, "{}:{}", self.kind, concept.name()),
            None => f.write_str(&self.kind),
        }
    }
}

/// The kinds that an attribute names.
pub(super) fn homes(value: &str, problems: &mut Vec<Problem>, span: Span) -> Vec<Home> {
    let mut homes = Vec::new();
    for part in value.split(',').filter(|part| !part.is_empty()) {
        let (kind, called) =
            part.split_once(':').map_or((part, None), |(kind, it)| (kind, Some(it)));
        if !is_kind(kind) {
            let message = format!("`{kind}` is no kind of items: write one such as `quality-goal`");
            problems.push(Problem { span, message });
            continue;
        }
        let concept = called.map(|name| concept_named(name, problems, span));
        if concept != Some(None) {
            homes.push(Home { kind: kind.to_owned(), concept: concept.flatten() });
        }
    }
    homes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> (Vec<String>, Vec<String>) {
        let mut problems = Vec::new();
        let homes = homes(value, &mut problems, Span::new(0, value.len()));
        let homes = homes.iter().map(ToString::to_string).collect();
        (homes, problems.into_iter().map(|problem| problem.message).collect())
    }

    #[test]
    fn homes_are_read_as_they_are_written() {
        let value = "debt:technical-debt,risk";
        assert_eq!(read(value), (vec!["debt:technical-debt".into(), "risk".into()], Vec::new()));
    }

    #[test]
    fn what_is_no_home_is_told_and_the_rest_counts() {
        let (homes, told) = read("Quality Goal,risk,debt:technical-dept");
        assert_eq!(homes, ["risk"]);
        assert_eq!(
            told,
            [
                "`Quality Goal` is no kind of items: write one such as `quality-goal`",
                "there is no concept `technical-dept`; did you mean `technical-debt`?",
            ]
        );
    }
}
