//! How telling a heading's words must be in each place. "Tools" or "Scope" may be anything: one word needs a fitting
//! place.

use super::binding::Binding;
use super::depth::{is_buried, is_deep, is_nearer_elsewhere, needs_chapter};
use super::index::Candidate;
use super::node::Node;
use super::own_title::{is_form_of_title, is_of_title};
use super::place::{Place, is_chapter, is_general, opens_the_document};
use super::reason::Match;
use super::technologies;
use crate::template::key::{Contained, Key, bare, conjuncts, glossed};
use words::{Concept, Vocabulary};

/// Whether a candidate's words are enough for its place.
pub(super) fn suffices(binding: &Binding, candidate: Candidate, place: Place) -> bool {
    let Candidate { node, section, how, telling, beside_sibling, .. } = candidate;
    if how == Match::Id {
        return true;
    }
    let heading = &binding.tree.nodes[node];
    let is_part = || !telling && !binding.is_among_chapters(node);
    let remarked = || is_word_with_remark(heading) && (is_page(heading) || is_part());
    let one_word = || !heading.keys.first().is_some_and(Key::is_telling) || remarked();
    match place {
        Place::Below => true,
        Place::Within | Place::Top => how <= Match::Begun,
        Place::Free => beside_sibling || suffices_anywhere(binding, candidate, one_word()),
        Place::Gathered if how.names_it() => true,
        Place::General if how.is_title() && opens_the_document(binding, node, section) => true,
        Place::Own if is_buried(binding, node, section) => how.is_title() && telling,
        Place::Beside if is_chapter_of_its_own(binding, candidate, one_word()) => true,
        Place::Gathered | Place::General | Place::Beside | Place::Own => {
            // One long word is not of a section deep inside chapters that are not there.
            let deep = || is_one_word(heading) && is_deep(binding, node, section);
            // "Migrations" of one part are no migration of the system.
            let other = || is_one_word(heading) && how.is_inflected();
            let names = how <= Match::Contained && how != Match::Short && telling;
            beside_sibling || names && !deep() && !other()
        }
        Place::Part => {
            let names = how <= Match::Wording
                || how == Match::Wider && !names_chapter(binding, node, section);
            beside_sibling || names && telling
        }
        Place::Elsewhere => {
            how.is_title()
                && is_unmistakable(binding, node, section)
                && !technologies::claim(binding, node, section)
                || (how.names_it() || how <= Match::Contained && telling)
                    && is_below_sibling(binding, node, section)
        }
    }
}

/// Whether a candidate's words are enough where nothing around it says what it belongs to.
fn suffices_anywhere(binding: &Binding, candidate: Candidate, one_word: bool) -> bool {
    let Candidate { node, section, how, telling, .. } = candidate;
    let heading = &binding.tree.nodes[node];
    let wider = how == Match::WiderTitle && !is_general(binding, section);
    let far = is_deep(binding, node, section);
    let vague = one_word && (far || is_on_any_tools(binding, node, section));
    if (how.is_title() || wider) && !vague {
        return true;
    }
    if far && is_nearer_elsewhere(binding, section) {
        return false;
    }
    // "Integrations" of "Integration Points", as a chapter of the document.
    let key = heading.keys.first();
    let asked = &binding.template.sections[section];
    let own = || key.is_some_and(|key| is_of_title(asked, key));
    // "Интеграции" differs from the usual title by its ending alone.
    let inflected = || key.is_some_and(|key| is_form_of_title(asked, key));
    let names = || how <= Match::Wording && (own() || inflected());
    if (how == Match::Begun || names())
        && !far
        && !needs_chapter(binding, section)
        && is_chapter(binding, node)
    {
        return true;
    }
    let part = needs_chapter(binding, section)
        && (how >= Match::Short || technologies::are_other_tools(binding, section));
    // "Project identity" speaks of authentication only where its chapter does.
    let says = || how <= Match::Conjunct || telling || is_mainly_about(binding, heading, section);
    how <= Match::Contained && !one_word && !part && says()
}

/// Whether a chapter is called by the one word for tools: those on the command line of a project are none of its
/// monitoring.
fn is_on_any_tools(binding: &Binding, node: usize, section: usize) -> bool {
    binding.template.sections[section].is_about(Concept::Tools) && is_chapter(binding, node)
}

/// Whether the words that make up most of a heading are those of the section's own concept, or the usual ones of a
/// concept that the section's heading names, and not of one that it stands for as well: "JWT authentication" of
/// "Authentication & Authorization", but no "Project identity".
fn is_mainly_about(binding: &Binding, heading: &Node, section: usize) -> bool {
    let Some(Contained { concept, key, .. }) = heading.keys.iter().find_map(Key::main_concept)
    else {
        return false;
    };
    let section = &binding.template.sections[section];
    let known = Vocabulary::known();
    let is_usual = || known.whole(&key.written).is_some_and(|found| key.is_usual(found));
    let names = || conjuncts(&section.heading).iter().any(|part| known.is(concept, &part.written));
    section.is_about(concept) || is_usual() && names()
}

/// Whether a heading is one known word with a remark in brackets: "Models (`core/models`)".
pub(super) fn is_word_with_remark(heading: &Node) -> bool {
    bare(&heading.text).is_some_and(|key| !key.is_telling()) && glossed(&heading.text).is_none()
}

/// Whether a heading names a page by its path: "Login (`/login`)".
fn is_page(heading: &Node) -> bool {
    heading
        .text
        .split_once(['(', '（'])
        .is_some_and(|(_, remark)| remark.trim_start().starts_with('/'))
}

/// Whether a heading is called as the section's chapter may be: "Security layer" of "Security measures".
fn names_chapter(binding: &Binding, node: usize, section: usize) -> bool {
    let sections = &binding.template.sections;
    let chapter = binding.template.containing(section);
    let concept = chapter.and_then(|chapter| sections[chapter].concepts.first());
    let keys = &binding.tree.nodes[node].keys;
    concept.is_some_and(|&concept| keys.iter().any(|key| key.names_any(&[concept])))
}

fn is_one_word(heading: &Node) -> bool {
    heading.keys.first().is_some_and(Key::is_one_word)
}

/// Whether a chapter has the very title of a section whose own chapter stands elsewhere.
fn is_chapter_of_its_own(binding: &Binding, candidate: Candidate, one_word: bool) -> bool {
    let Candidate { node, section, how, .. } = candidate;
    how.is_title()
        && !(one_word && is_deep(binding, node, section))
        && !needs_chapter(binding, section)
        && binding.is_among_chapters(node)
}

/// Whether a heading stands below another part of the same section: "Layers" below "Components".
fn is_below_sibling(binding: &Binding, node: usize, section: usize) -> bool {
    let parent = binding.template.sections[section].parent;
    let beside = |&above: &usize| binding.template.sections[above].parent == parent;
    let above = binding.bound_ancestor(node).map(|above| binding.served(above));
    binding.template.containing(section).is_some()
        && above.is_some_and(|above| above.iter().any(beside))
}

/// Whether a heading has several words, and no other section is called so.
pub(super) fn is_unmistakable(binding: &Binding, node: usize, section: usize) -> bool {
    let Some(key) = binding.tree.nodes[node].keys.first() else { return false };
    let sections = &binding.template.sections;
    let others = sections.iter().enumerate().filter(|&(index, _)| index != section);
    key.is_telling() && others.into_iter().all(|(_, other)| !other.keys.contains(key))
}

#[cfg(test)]
mod tests {
    use crate::document::bind::testing::{bound, served};

    #[test]
    fn a_page_that_is_called_by_one_word_is_no_section() {
        let headings = ["## 1. Home (`/home`)", "## 2. Login (`/login`)"];
        assert!(served(&bound("standard", &headings), "2. Login (/login)").is_empty());
        let told = ["## 1. Halls", "## 2. API endpoints (`/api/v1`)"];
        assert!(!served(&bound("handbook", &told), "2. API endpoints (/api/v1)").is_empty());
    }

    #[test]
    fn tools_as_a_chapter_are_none_of_the_monitoring() {
        let alone = ["## Halls", "## Tools"];
        assert!(served(&bound("standard", &alone), "Tools").is_empty());
        let below = ["## Monitoring", "### Tools"];
        assert_eq!(served(&bound("standard", &below), "Tools"), ["monitoring.tools"]);
    }
}
