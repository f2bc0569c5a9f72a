//! What a heading says by itself, without any text below it.

use crate::document::bind::node::Tree;
use crate::template::key::Key;
use words::{Label, Part as RecordPart, Reference, Vocabulary};

use super::brackets::has_bracket_words;

/// Whether a heading without text is none, or says itself what there is to say: a line below a picture, set in
/// a small heading's type, "Status: accepted", "Decision: Kafka" of a record inside the document.
pub(super) fn is_caption(tree: &Tree, node: usize) -> bool {
    let heading = &tree.nodes[node];
    if states(&heading.text) || decides(&heading.text) {
        return true;
    }
    let deep = heading.parent.is_some_and(|above| heading.level > tree.nodes[above].level + 1);
    let labelled = heading
        .text
        .split_once(": ")
        .is_some_and(|(label, value)| !label.trim().is_empty() && !value.trim().is_empty());
    deep && heading.level > 3 || labelled && heading.level > 4
}

/// The fewest words behind a heading's colon that say something.
const SAYING: usize = 5;

/// Whether a heading gives a known label a value, or says a sentence behind its subject: "SWR over Query: chosen
/// for its simpler interface".
pub(super) fn states(heading: &str) -> bool {
    heading.split_once(": ").is_some_and(|(label, value)| {
        let told = value.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
        let known = Vocabulary::known().whole::<Label>(Key::new(label).written.as_str()).is_some();
        let words = told.count();
        !has_bracket_words(value) && (words >= SAYING || known && words > 0)
    })
}

/// Whether a heading says behind its colon what was decided.
fn decides(heading: &str) -> bool {
    heading.split_once(": ").is_some_and(|(label, value)| {
        let label = Key::new(label).written;
        Vocabulary::known().is(RecordPart::Decision, &label)
            && !has_bracket_words(value)
            && value.contains(char::is_alphanumeric)
    })
}

/// A title that is still that of a template: `arc42 Template Documentation`.
pub(super) fn names_a_template(heading: &str) -> bool {
    let words = Vocabulary::known();
    let found = words.mentions(Reference::Template, heading);
    found.is_some_and(|(range, _)| {
        // "Threat model" is about a model, which is a template in other languages.
        if words.is(Reference::Treatment, &heading[range.clone()]) {
            return false;
        }
        let rest = heading[range.end..].trim().to_lowercase();
        rest.is_empty() || rest.starts_with("document") || rest.starts_with("dokument")
    })
}

/// A title such as "Module Documentation Template".
pub(super) fn is_template(heading: &str) -> bool {
    let last = heading.split_whitespace().next_back();
    let words = Vocabulary::known();
    // "Domain model" is about a model, which is a template in other languages.
    let named =
        |last: &str| words.is(Reference::Template, last) && !words.is(Reference::Treatment, last);
    last.is_some_and(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_about_a_model_is_no_templates() {
        assert!(names_a_template("arc42 Template Documentation"));
        assert!(names_a_template("Architektur-Template"));
        assert!(!names_a_template("14. Threat model"));
        assert!(!names_a_template("The domain model"));
    }

    #[test]
    fn a_heading_may_say_all_there_is_to_say() {
        assert!(states("Status: ✅ Accepted"));
        assert!(states("SWR over Query: chosen for its much simpler interface"));
        assert!(!states("Component: Loader"));
        assert!(!states("Status: ✅"));
        assert!(!states("Decision 1: [name of the decision that was made]"));
        assert!(!states("Deployment view"));
    }

    #[test]
    fn a_heading_may_say_what_was_decided() {
        assert!(decides("Decision: NoSQL"));
        assert!(!decides("Decision: [what was decided]"));
        assert!(!decides("Decision 1: NoSQL"));
        assert!(!decides("Loader: NoSQL"));
    }

    #[test]
    fn a_title_may_call_the_document_a_template() {
        assert!(is_template("Module Documentation Template"));
        assert!(is_template("Architecture template"));
        // A template in other languages, and what the system works with in English.
        assert!(!is_template("Domain Model"));
        assert!(!is_template("Modèle de données"));
        assert!(!is_template("Templates of the yard"));
    }
}
