//! What is asked of items with ids: which are to be linked with which, and how ids are written.

use super::id_form::IdForm;
use super::places::KeyPath;

/// `trace` of the configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TraceSettings {
    /// The links that are asked for; none where nobody asks.
    pub chains: Option<Chains>,
    /// How the team writes its ids, beside the usual form.
    pub ids: Vec<IdForm>,
}

/// Which links are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chains {
    /// Those of `USUAL`, each as soon as half of its items have it.
    Usual,
    /// These.
    Named(Vec<Chain>),
}

/// Items of one kind that are each to be linked with another kind, whichever of the two says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The kind whose items are asked.
    pub from: String,
    /// The kind that each of them is to be linked with.
    pub to: String,
    /// Where the configuration says so; none for a usual one.
    pub at: Option<KeyPath>,
}

impl Chain {
    /// The links of `decision -> quality-goal` or of a longer row; none where it is none.
    pub fn read(written: &str, at: &KeyPath) -> Option<Vec<Self>> {
        let kinds: Vec<&str> = written.split("->").map(str::trim).collect();
        let fit = kinds.len() > 1 && kinds.iter().all(|kind| is_kind(kind));
        let chain = |pair: &[&str]| {
            let [from, to] = pair else { return None };
            Some(Self { from: (*from).to_owned(), to: (*to).to_owned(), at: Some(at.clone()) })
        };
        fit.then(|| kinds.windows(2).filter_map(chain).collect())
    }

    /// Those that everybody means.
    pub fn usual() -> Vec<Self> {
        let chain = |&(from, to): &(&str, &str)| Self {
            from: from.to_owned(),
            to: to.to_owned(),
            at: None,
        };
        USUAL.iter().map(chain).collect()
    }
}

/// The kind of decision records.
pub const DECISION: &str = "decision";

/// What arc42 asks for: its quality goals lead the strategy and become scenarios, and decisions serve them.
const USUAL: [(&str, &str); 3] = [
    ("quality-goal", "strategy"),
    ("quality-goal", "quality-scenario"),
    (DECISION, "quality-goal"),
];

/// Whether a word can be the name of a kind: `quality-goal`.
pub fn is_kind(word: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::files::Overlay;
    use crate::template::catalogue::Catalogue;

    #[test]
    fn a_template_of_ours_defines_what_is_usual() {
        let arc42 =
            Catalogue::new(Path::new("/nowhere"), None, &Overlay::default()).find("arc42").unwrap();
        let defined: Vec<&str> = arc42.kinds().collect();
        for chain in Chain::usual() {
            assert!(defined.contains(&chain.from.as_str()), "{}", chain.from);
            assert!(defined.contains(&chain.to.as_str()), "{}", chain.to);
        }
    }

    #[test]
    fn a_row_of_kinds_is_several_links() {
        let at = KeyPath::from(["trace"]);
        let pairs = |written| {
            let chains = Chain::read(written, &at)?;
            Some(chains.into_iter().map(|one| (one.from, one.to)).collect::<Vec<_>>())
        };
        let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(pairs("risk->decision"), Some(vec![pair("risk", "decision")]));
        assert_eq!(pairs("a -> b -> c"), Some(vec![pair("a", "b"), pair("b", "c")]));
        for wrong in ["risk", "risk ->", "-> x", "Quality goals -> x", ""] {
            assert_eq!(pairs(wrong), None, "{wrong}");
        }
    }
}
