//! Chapters known by their number: where an author kept a template's numbering, a chapter of the
//! right number that shares a word with the section is that section, whatever else its title says. So
//! is one with a heading below it that may be the section: "7. Implementation", with "7.3
//! Deployment"; and one whose words nobody knows, between two chapters that keep their numbers.
//!
//! A number alone is no identity: documents leave chapters out and number on.

use std::sync::Arc;

use super::binding::{Binding, Hit};
use super::evidence::Evidence;
use super::index::Candidate;
use super::node::{Node, NodeKind};
use super::reason::Match;
use crate::template::Template;
use crate::template::key::Key;
use text::heading_number::HeadingNumber;
use words::{Language, Vocabulary};

/// Least number of chapters that must carry the template's numbers.
const WITNESSES: usize = 4;

/// A template's chapters that have a number, in its order, and which of those that a document has
/// carry it.
pub(in crate::document) struct Numbers {
    /// The section and its number.
    chapters: Vec<(usize, u32)>,
    /// Whether the chapter's heading carries its number; none where there is no heading.
    carried: Vec<Option<bool>>,
}

/// A chapter without a heading.
#[derive(Clone, Copy)]
pub(in crate::document) struct Missing {
    section: usize,
    number: u32,
    /// What stands around it shows that this is its place: the nearest chapters on both sides that have a heading carry
    /// their numbers.
    placed: bool,
}

impl Numbers {
    /// Those of some texts that are one document.
    pub(in crate::document) fn of(template: &Template, texts: &[&Binding]) -> Self {
        let chapters: Vec<(usize, u32)> = (0..template.sections.len())
            .filter_map(|section| Some((section, number(&template.sections[section].heading)?)))
            .filter(|&(section, _)| template.depth(section) == 0 && !template.is_title(section))
            .collect();
        let carries = |&(section, wanted): &(usize, u32)| {
            texts.iter().find_map(|text| {
                let hit = text.first(section)?;
                Some(number(&text.tree.nodes[hit.node].text) == Some(wanted))
            })
        };
        let carried = chapters.iter().map(carries).collect();
        Self { chapters, carried }
    }

    /// Whether most chapters that are there carry the template's own numbers.
    fn are_kept(&self) -> bool {
        let (same, other) =
            self.carried.iter().flatten().fold((0, 0), |(same, other), &carries| {
                if carries { (same + 1, other) } else { (same, other + 1) }
            });
        same >= WITNESSES && same > 2 * other
    }

    /// The chapters without a heading; none where the numbers are not the template's.
    pub(in crate::document) fn missing(&self) -> Vec<Missing> {
        if !self.are_kept() {
            return Vec::new();
        }
        let missing = (0..self.chapters.len()).filter(|&at| self.carried[at].is_none());
        let all = missing.map(|at| {
            let before = self.carried[..at].iter().rev().flatten().next();
            let behind = self.carried[at + 1..].iter().flatten().next();
            let (section, number) = self.chapters[at];
            // A document that leaves its last chapters out ends with a word of its own: "7. Conclusion".
            let is_last = at + 1 == self.chapters.len();
            let placed = before != Some(&false) && (is_last || behind == Some(&true));
            Missing { section, number, placed }
        });
        all.collect()
    }
}

/// One of several files has too few chapters to show how they are numbered.
pub(super) fn bind(binding: &mut Binding, evidence: &Evidence<'_>) {
    let template = Arc::clone(&binding.template);
    let numbers = Numbers::of(&template, &[binding]);
    if evidence.one_of_several || numbers.are_kept() {
        by_their_parts(binding, &numbers.chapters, evidence.candidates);
    }
    by_their_words(binding, &numbers);
    // What was bound by now shows more of the numbering.
    for missing in Numbers::of(&template, &[binding]).missing() {
        let is_one = |&node: &usize| {
            let part = |candidate: &Candidate| {
                let mut above = binding.tree.ancestors(candidate.node);
                candidate.section == missing.section && above.any(|above| above == node)
            };
            let placed = missing.placed || evidence.candidates.iter().any(part);
            binding.may_have_number(node, Missing { placed, ..missing })
        };
        if let Some(node) = (0..binding.tree.nodes.len()).find(is_one) {
            binding.bind(missing.section, node, Match::Number);
        }
    }
}

impl Binding {
    /// Binds the first heading to a chapter that the document lacks in all its files, where it has that
    /// one's number; false where it does not.
    pub(in crate::document) fn bind_numbered_file(&mut self, missing: Missing) -> bool {
        let first = self.tree.nodes.iter().position(|node| node.kind == NodeKind::Heading);
        let found = first.filter(|&node| self.may_have_number(node, missing));
        if let Some(node) = found {
            self.bind(missing.section, node, Match::Number);
        }
        found.is_some()
    }

    /// Whether a heading that serves nothing has a chapter's number, and either a word of its title or, in
    /// its place among the chapters, none that is known.
    fn may_have_number(&self, node: usize, missing: Missing) -> bool {
        let asked = &self.template.sections[missing.section];
        let heading = &self.tree.nodes[node];
        let usual = || {
            let concepts = asked.concepts.first().into_iter();
            let titles = concepts.flat_map(|&concept| {
                Language::all().filter_map(move |language| Vocabulary::wording(concept, language))
            });
            titles.map(Key::new)
        };
        let shares = |key: &Key| {
            asked.keys.iter().any(|other| key.shares_word(other))
                || usual().any(|other| key.shares_word(&other))
        };
        heading.kind == NodeKind::Heading
            && self.served(node).is_empty()
            && number(&heading.text) == Some(missing.number)
            && (heading.keys.first().is_some_and(shares)
                || missing.placed && self.is_among_chapters(node) && is_unknown(heading))
    }
}

/// Whether a heading's words name nothing that a section of any template is about.
fn is_unknown(heading: &Node) -> bool {
    let known = |key: &Key| !(key.concepts().0.is_empty() && key.mentioned().is_empty());
    !heading.keys.iter().chain(&heading.conjuncts).any(known)
}

/// Binds the chapters below which a heading may be the section of their number.
fn by_their_parts(binding: &mut Binding, chapters: &[(usize, u32)], candidates: &[Candidate]) {
    for &(section, wanted) in chapters {
        let part = |candidate: &&Candidate| {
            candidate.section == section && candidate.how <= Match::Contained
        };
        let chapter = |candidate: &Candidate| {
            let mut above = binding.tree.ancestors(candidate.node);
            let top = above.find(|&above| binding.is_among_chapters(above))?;
            let same = number(&binding.tree.nodes[top].text) == Some(wanted);
            let inside = |node| binding.tree.ancestors(node).any(|above| above == top);
            let inner = binding.hits[section].iter().all(|hit| inside(hit.node));
            (same && inner && gives_way(binding, top)).then_some(top)
        };
        if let Some(node) = candidates.iter().filter(part).find_map(chapter) {
            let taken = binding.served(node).to_vec();
            taken.into_iter().chain([section]).for_each(|other| binding.release(other));
            binding.bind(section, node, Match::Number);
        }
    }
}

/// Binds the chapters that have a section's number and a word of its title, where only a part of another chapter was
/// taken for the section, by other words.
fn by_their_words(binding: &mut Binding, numbers: &Numbers) {
    if !numbers.are_kept() {
        return;
    }
    for &(section, wanted) in &numbers.chapters {
        let loose = |hit: &Hit| {
            let heading = &binding.tree.nodes[hit.node];
            !hit.how.is_title() && number(&heading.text).is_none()
        };
        let missing = Missing { section, number: wanted, placed: false };
        let is_part = !binding.hits[section].is_empty() && binding.hits[section].iter().all(loose);
        let mut nodes = 0..binding.tree.nodes.len();
        if is_part && let Some(node) = nodes.find(|&node| binding.may_have_number(node, missing)) {
            binding.release(section);
            binding.bind(section, node, Match::Number);
        }
    }
}

/// Whether a heading serves nothing, or a section by words that are not its title's: a number says
/// more, where what stands below agrees.
fn gives_way(binding: &Binding, node: usize) -> bool {
    let template = &binding.template;
    binding.served(node).iter().all(|&section| {
        let mut hits = binding.hits[section].iter();
        !template.is_title(section) && hits.all(|hit| hit.node == node && !hit.how.is_title())
    })
}

/// The whole number that a chapter's title begins with; none for `1.2`.
pub(super) fn number(title: &str) -> Option<u32> {
    HeadingNumber::of(title)?.whole()
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, bound_file, served};

    #[test]
    fn a_number_and_a_part_say_more_than_other_words() {
        let text =
            "# 7. Implementation of the halls\n\n## 7.3 Infrastructure and deployment\n\nA.\n";
        let binding = bound_file("arc42", text);
        let chapter = served(&binding, "7. Implementation of the halls");
        assert_eq!(chapter, ["arc42.deployment"]);
    }

    #[test]
    fn a_part_tells_the_chapter_of_its_number() {
        let headings = [
            "## 1. Introduction and Goals",
            "## 2. Constraints",
            "## 3. Context and Scope",
            "## 4. Solution Strategy",
            "## 7. Where the halls stand",
            "### Deployment of the north hall",
        ];
        let binding = bound("arc42", &headings);
        assert_eq!(served(&binding, "7. Where the halls stand"), ["arc42.deployment"]);
        assert!(served(&binding, "Deployment of the north hall").is_empty());
    }

    #[test]
    fn words_nobody_knows_are_the_chapter_whose_place_they_have() {
        let chapters = |sixth: &'static str, seventh: &'static str| {
            [
                "## 3. Context and Scope",
                "## 4. Solution Strategy",
                "## 5. Building Block View",
                sixth,
                seventh,
                "## 8. Crosscutting Concepts",
            ]
        };
        let unknown = "## 6. Qvb zrtlk";
        let binding = bound("arc42", &chapters(unknown, "## 7. Deployment View"));
        assert_eq!(served(&binding, "6. Qvb zrtlk"), ["arc42.runtime"]);
        // Numbered on, or about what another section is.
        let numbered_on = chapters(unknown, "## 9. Deployment View");
        assert!(served(&bound("arc42", &numbered_on), "6. Qvb zrtlk").is_empty());
        let known = chapters("## 6. Data model", "## 7. Deployment View");
        assert!(served(&bound("arc42", &known), "6. Data model").is_empty());
        let mut cut_short = chapters("## 6. Runtime View", "## 7. Qvb zrtlk").to_vec();
        cut_short.pop();
        assert!(served(&bound("arc42", &cut_short), "7. Qvb zrtlk").is_empty());
    }

    #[test]
    fn a_number_alone_says_nothing_where_others_differ() {
        let headings = ["## 3. Rules of the yard", "### 3.1 Loading", "### 3.3 Main components"];
        let binding = bound("formal", &headings);
        assert!(served(&binding, "3. Rules of the yard").is_empty());
    }
}
