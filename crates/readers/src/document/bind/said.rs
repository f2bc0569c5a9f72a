//! What the words of a heading say by themselves, whatever the template: found out once for all templates.

use crate::template::key::{Contained, Key, bare, glossed};
use words::{Concept, Found, Language, Reference, Vocabulary};

use super::concepts::COMPONENTS;
use super::node::{Node, Tree};

/// What is known of a heading before anybody asks which section it is.
#[derive(Debug)]
pub(crate) struct Said {
    /// Without a remark in brackets at its end.
    pub(super) bare: Option<Key>,
    /// What stands in these brackets and translates the rest.
    pub(super) gloss: Option<Key>,
    /// The known wording that makes up most of it.
    pub(super) main: Option<Contained>,
    /// The concepts among its words.
    pub(super) mentioned: Vec<Concept>,
    /// Without the words that say how its subject is treated.
    pub(super) treated: Option<Key>,
    /// Without the words that say how much of its subject is meant.
    pub(super) unqualified: Option<Key>,
    /// The title that it begins with, and what is called so.
    pub(super) begun: Option<(Key, Concept)>,
    /// Behind the words that describe it.
    pub(super) described: Option<Key>,
    /// It names an overview of the architecture.
    pub(super) is_architecture_overview: bool,
    /// It has a word for components, services or the architecture, in the plural or not.
    pub(super) speaks_of_components: bool,
}

impl Said {
    /// What each heading of a text says.
    pub(crate) fn of_all(tree: &Tree) -> Vec<Self> {
        tree.nodes.iter().map(Self::of).collect()
    }

    /// What one heading says.
    pub(super) fn of(heading: &Node) -> Self {
        let key = heading.keys.first();
        let several =
            key.filter(|key| !key.is_one_word() || key.written.chars().any(words::is_unspaced));
        Self {
            bare: bare(&heading.text),
            gloss: glossed(&heading.text),
            main: heading.keys.iter().find_map(Key::main_concept),
            mentioned: key.map(Key::mentioned).unwrap_or_default(),
            treated: several.and_then(Key::treated),
            unqualified: several.and_then(Key::unqualified),
            begun: key.and_then(begun),
            described: key.and_then(Key::described),
            is_architecture_overview: key.is_some_and(Key::is_architecture_overview),
            speaks_of_components: speaks_of_components(heading),
        }
    }
}

/// The usual title that a heading begins with, whatever follows: "Laufzeitsicht Anfrage bis Antwort". Where English is
/// written the last noun says what it is.
fn begun(key: &Key) -> Option<(Key, Concept)> {
    let known = Vocabulary::known();
    let begun = known.at_start::<Concept>(&key.written)?;
    let (title, behind) = key.written.split_at(begun.len);
    if behind.is_empty() || title.chars().any(words::is_unspaced) {
        return None;
    }
    let leads_on = || known.starts(Reference::For, behind.trim_start()).is_some();
    let english = begun.languages.contains(Language::ENGLISH);
    let long = title.chars().count() >= COMPOUND;
    let title = Key::new(title);
    let usual = || title.is_usual(begun) && (!english || leads_on());
    let own = || !title.is_one_word() && leads_on();
    ((long || title.is_telling()) && (usual() || own())).then_some((title, begun.meaning))
}

/// Letters of the shortest compound that titles a chapter on its own: "Laufzeitsicht".
const COMPOUND: usize = 12;

fn speaks_of_components(heading: &Node) -> bool {
    let is = |(_, found): (_, Found<Concept>)| {
        COMPONENTS.contains(&found.meaning) || found.meaning == Concept::Architecture
    };
    let speaks = |text: &str| Vocabulary::known().find::<Concept>(text).any(is);
    speaks(&heading.text) || heading.keys.first().is_some_and(|key| speaks(&key.stem))
}
