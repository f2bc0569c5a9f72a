//! Chapters known by what stands below them: most of their parts are called services or components, or by names of
//! code, and the chapter's heading speaks of such or of the architecture. Teams and contracts have services as well.

use super::binding::Binding;
use super::code_name::{are_names_in_code, begins_with_code, names_source};
use super::concepts::COMPONENTS;
use super::node::{Node, NodeKind};
use super::numbered::number;
use super::place::is_general;
use super::said::Said;
use crate::template::key::Key;
use words::{Concept, MOST_LETTERS, Reference, Vocabulary, is_alphanumeric};

/// Such a chapter, for the section on the components, one of whose sections repeats per component.
pub(super) fn chapter(binding: &Binding, said: &[Said], section: usize) -> Option<usize> {
    let sections = &binding.template.sections;
    let repeats = |part: usize| {
        let part = &sections[part];
        part.repeat.is_some() && !part.copy && part.is_about(Concept::Component)
    };
    if !binding.template.children(Some(section)).any(repeats) {
        return None;
    }
    let lists =
        |&node: &usize| binding.layout.outside[node] && lists_components(binding, said, node);
    (0..binding.tree.nodes.len()).find(lists)
}

/// Whether a chapter that serves nothing, or the architecture as a whole, has a heading below for each of several
/// components.
fn lists_components(binding: &Binding, said: &[Said], node: usize) -> bool {
    let heading = &binding.tree.nodes[node];
    let speaks = said[node].speaks_of_components;
    // What is called the components elsewhere holds them all the same.
    let of_components =
        |section: usize| binding.template.sections[section].is_about(Concept::Components);
    let whole = |&section: &usize| {
        (is_general(binding, section) || of_components(section))
            && !binding.template.is_title(section)
    };
    if heading.kind != NodeKind::Heading
        || !binding.served(node).iter().all(whole)
        || !(speaks || is_on_code(heading))
        || !(describes_the_whole(binding, node)
            || names_kinds(heading) && describes_a_large_part(binding, node))
    {
        return false;
    }
    let below: Vec<usize> = binding.tree.child_headings(node).collect();
    if is_on_code(heading) && are_named_in_code(binding, &below) {
        return true;
    }
    let free = |&&child: &&usize| binding.served(child).is_empty();
    let by_name = lists_by_name(heading);
    let named = binding.served(node).iter().any(|&section| of_components(section));
    let counted = || counts_components(heading) && are_counted(binding, &below);
    let anything = named || counted();
    let kind = kind_of(binding, heading, &below);
    let listed = kind.is_some() && is_on_code(heading);
    let is_called = |child: usize| {
        let part = &binding.tree.nodes[child];
        anything
            || part.keys.iter().any(is_component)
            || names_source(&part.text)
            || by_name && begins_with_code(binding, child)
            || kind.as_deref().is_some_and(|kind| part.keys.iter().any(|key| is_of(key, kind)))
    };
    let called = below.iter().filter(free).filter(|&&child| is_called(child)).count();
    (listed || speaks) && called >= FEWEST && 2 * called > below.len()
}

/// Whether a heading is a chapter, or stands only below what describes the whole system: "Current architecture".
fn describes_the_whole(binding: &Binding, node: usize) -> bool {
    let general =
        |above: usize| binding.served(above).iter().any(|&section| is_general(binding, section));
    let mut above = binding.tree.ancestors(node);
    above.all(|above| binding.is_above_all(above) || general(above))
}

/// Whether a heading stands only below what is called an architecture: "Backend architecture".
fn describes_a_large_part(binding: &Binding, node: usize) -> bool {
    let wide = |one: &Concept| matches!(one, Concept::Architecture | Concept::Backend);
    let is_called = |above: usize| {
        let heading = &binding.tree.nodes[above];
        heading.keys.iter().any(|key| key.mentioned().iter().any(wide) || key.is_general())
    };
    let mut above = binding.tree.ancestors(node).filter(|&above| !binding.is_above_all(above));
    above.all(is_called)
}

/// Whether a heading is on components or services and nothing else, but for how they are treated: "Microservices
/// approach", 核心服务设计. "Component rules" are something else.
fn names_kinds(heading: &Node) -> bool {
    let is = |word: &str| is_kind(word) || Vocabulary::known().is(Concept::Architecture, word);
    heading.keys.iter().any(|key| {
        let plain = key.treated();
        let plain = &plain.as_ref().unwrap_or(key).written;
        let last = plain.rsplit(|c| !is_alphanumeric(c)).next().unwrap_or_default();
        is(last) || speaks_unspaced(key)
    })
}

/// Whether a key of a script without spaces has one of the words.
fn speaks_unspaced(key: &Key) -> bool {
    let kind = |one: &Concept| COMPONENTS.contains(one);
    key.written.chars().any(words::is_unspaced) && key.mentioned().iter().any(kind)
}

/// Whether a text of a script without spaces ends with one of the words.
fn ends_unspaced(text: &str, is: impl Fn(&str) -> bool) -> bool {
    let inside = text.char_indices().rev().map(|(at, _)| at).filter(|&at| at > 0);
    let mut ends = inside.take(MOST_LETTERS).map(|at| &text[at..]);
    text.ends_with(words::is_unspaced) && ends.any(is)
}

/// Whether headings that serve nothing are names of code, all of a few or most of several.
fn are_named_in_code(binding: &Binding, headings: &[usize]) -> bool {
    let free: Vec<usize> =
        headings.iter().copied().filter(|&node| binding.served(node).is_empty()).collect();
    let names = are_names_in_code(binding, &free).into_iter().filter(|is_name| *is_name).count();
    let most = names >= FEWEST && 4 * names >= 3 * headings.len();
    most || names >= FEWEST_NAMES && names == headings.len()
}

/// Whether a heading is on what code comes apart into, first of all: "Crate structure", "Layers and limits", but no
/// "Cache layers" and no "Packages we use".
pub(super) fn is_on_code(heading: &Node) -> bool {
    let known = Vocabulary::known();
    let is = |key: &Key| {
        let plain = key.unqualified();
        let plain = plain.as_ref().unwrap_or(key);
        let untreated = plain.treated();
        [Some(plain), untreated.as_ref()]
            .into_iter()
            .flatten()
            .any(|key| known.is(Reference::PartOfCode, &key.written))
    };
    heading.keys.first().is_some_and(is) || heading.conjuncts.first().is_some_and(is)
}

/// The fewest of a kind that make a series.
const FEWEST: usize = 3;

/// The fewest that make one where all have names of code.
const FEWEST_NAMES: usize = 2;

/// Whether the last of several words is the one for a component: "Order service". In the first place it may
/// describe another word: "Service outage".
fn is_component(key: &Key) -> bool {
    let known = Vocabulary::known();
    let is = |word: &str| known.is(Concept::Component, word) || known.is(Concept::Service, word);
    ends_unspaced(&key.written, is)
        || key.written.rsplit_once(' ').is_some_and(|(_, last)| is(last))
}

/// Whether a heading says that it counts components or services: "Three-service architecture".
fn counts_components(heading: &Node) -> bool {
    architecture_of(&heading.text).is_some_and(is_kind)
}

/// The word before the one for the architecture, at the end of a heading: "service" of "Three-service architecture".
fn architecture_of(heading: &str) -> Option<&str> {
    let known = Vocabulary::known();
    let mut words = heading.rsplit(|c| !is_alphanumeric(c)).filter(|word| !word.is_empty());
    let of_architecture = known.is(Concept::Architecture, words.next()?);
    words.find(|word| !known.is(Reference::Qualifier, word)).filter(|_| of_architecture)
}

/// Whether headings are numbered from 1 without a gap, and none of them is called as any chapter may be.
fn are_counted(binding: &Binding, headings: &[usize]) -> bool {
    let counted = headings.iter().zip(1..).all(|(&node, at)| {
        let heading = &binding.tree.nodes[node];
        let says_more = heading.keys.iter().any(|key| !key.concepts().0.is_empty());
        number(&heading.text) == Some(at) && !says_more
    });
    counted && headings.len() >= FEWEST
}

/// The word that the parts' headings end with and the chapter's has as well: "agent" of "Three-agent architecture"
/// over "Loader agent: the carrier" and "Scale agent", "layer" of "Layers" over "View layer" and "Data layer".
fn kind_of(binding: &Binding, heading: &Node, below: &[usize]) -> Option<String> {
    let first = binding.tree.nodes[*below.first()?].keys.last()?;
    let kind = first.stem.rsplit_once(' ')?.1.to_owned();
    let of_architecture =
        || architecture_of(&heading.text).is_some_and(|word| Key::new(word).stem == kind);
    let last = |key: &Key| key.stem.rsplit(' ').next() == Some(kind.as_str());
    let plural = || is_on_code(heading) && heading.keys.first().is_some_and(last);
    (of_architecture() || plural()).then_some(kind)
}

fn is_of(key: &Key, kind: &str) -> bool {
    key.stem.rsplit_once(' ').is_some_and(|(_, last)| last == kind)
}

/// Whether the last word of a heading is one for components or services: "Core library modules". "Service
/// configuration" is of something else.
fn lists_by_name(heading: &Node) -> bool {
    let mut last = heading.keys.iter().filter_map(|key| key.written.rsplit(' ').next());
    last.any(is_kind)
}

/// Whether a word is one for components or services.
fn is_kind(word: &str) -> bool {
    COMPONENTS.into_iter().any(|kind| Vocabulary::known().is(kind, word))
}

#[cfg(test)]
mod tests;
