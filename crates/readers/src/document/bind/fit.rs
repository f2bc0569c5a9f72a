//! How well a heading fits a section: by its words, and by where it stands.
//!
//! There are no points: what fits is decided by named reasons, and of two that fit the better one is
//! the smaller in the order of the fields of [`Fit`].

use crate::template::Need;
use crate::template::key::{Contained, Key, bare, conjuncts, glossed};
use words::{Concept, Vocabulary};

use super::binding::Binding;
use super::depth::{is_buried, is_deep, is_nearer_elsewhere, is_of_another, needs_chapter};
use super::index::Candidate;
use super::node::{Node, NodeKind};
use super::own_title::{is_form_of_title, is_of_title};
use super::place::{
    Place, is_chapter, is_general, is_in_part, opens_the_document, place, repeats_subject,
};
use super::reason::Match;
use super::technologies;

/// How well a heading fits; the smaller, the better.
#[expect(clippy::struct_excessive_bools, reason = "named reasons, compared in this order")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    /// It stands alone where the section is one deep inside chapters that have no heading either.
    far: bool,
    /// Its words are not the section's own: another concept's, or only a part of them.
    loose: bool,
    /// Its words are not those that the section alone is called by, and it is a part of a part of the
    /// section above.
    unlike: bool,
    /// It stands where the section is not expected.
    away: bool,
    how: Match,
    place: Place,
    other_level: bool,
    one_word: bool,
}

impl Fit {
    /// Whether its words are those of a chapter, together with another or with how that is treated.
    pub(super) fn is_whole_chapter(self) -> bool {
        matches!(self.how, Match::Conjunct | Match::Treated)
    }

    /// Whether this one is more telling by its words, where its place is no worse.
    pub(super) fn is_clearly_better(self, than: Self) -> bool {
        if self.far != than.far {
            return than.far;
        }
        let title = self.how <= Match::Title && than.how > Match::Title && !self.one_word;
        let whole = self.how <= Match::Wording && than.how >= Match::Contained && !self.one_word;
        self.how < than.how && (title || whole || self.away <= than.away)
    }

    /// Whether it stands below a heading that served no section when this was found out.
    pub(super) fn is_below_own(self) -> bool {
        self.place == Place::Own
    }

    /// Whether it stands directly below the heading of the section above.
    pub(super) fn is_below(self) -> bool {
        self.place == Place::Below
    }

    /// Whether a heading with this fit is the section though one around it fits as well as `outer`:
    /// only where this one has the template's own words and that one not even a wording, or this one is
    /// called so and that one only mentions it.
    pub(super) fn stands_inside(self, outer: Self) -> bool {
        self.how == Match::Id
            || self.how.is_title() && outer.how > Match::Wording
            || self.how.names_it() && !outer.how.names_it() && !outer.is_whole_chapter()
    }
}

/// The fit of a candidate; none where its words do not suffice for its place.
pub(super) fn fit(binding: &Binding, candidate: Candidate) -> Option<Fit> {
    let Candidate { node, section, how, telling, whole, .. } = candidate;
    let place = place(binding, node, section);
    if is_out_of_place(binding, candidate, place) {
        return None;
    }
    let is_exact =
        || how.is_title() && is_telling(binding, node, section) && !is_in_part(binding, node);
    let suffices = how == Match::Id || suffices(binding, candidate, place);
    suffices.then(|| Fit {
        far: place == Place::Free && is_deep(binding, node, section),
        // A chapter that joins two is one of them before what another's part is called by.
        loose: how > Match::Wording
            && !((how == Match::Conjunct || how <= Match::Contained && telling)
                && place == Place::Top
                && binding.template.depth(section) == 0)
            || is_line_of_part(binding, node),
        unlike: place == Place::Below && !is_direct(binding, node) && !is_exact(),
        away: place >= Place::Free,
        how: if whole { Match::Wording } else { how },
        place,
        other_level: binding.tree.nodes[node].level != binding.template.sections[section].level,
        one_word: !telling,
    })
}

/// Whether no words but an id would make a candidate the section where it stands.
fn is_out_of_place(binding: &Binding, candidate: Candidate, place: Place) -> bool {
    let Candidate { node, section, how, beside_sibling, .. } = candidate;
    // A bold line is a sub-heading where its parent says so, a chapter where no heading is one.
    let is_chapter =
        || how <= Match::Conjunct && place < Place::Part && binding.is_bold_chapter(node);
    let is_heading = binding.tree.nodes[node].kind == NodeKind::Heading;
    // So is the log of the document, which is often added below its last chapter.
    let is_log = || {
        let concept = binding.template.sections[section].concepts.first();
        let heading = |below: &Node| below.kind == NodeKind::Heading;
        let above = binding.tree.nodes[node].parent;
        concept == Some(&Concept::ChangeLog)
            && how.is_title()
            && !binding.tree.nodes[node..].iter().any(heading)
            && above.is_none_or(|above| binding.is_among_chapters(above))
    };
    if !is_heading && place != Place::Below && !is_chapter() && !is_log() {
        return true;
    }
    // What a line says of one part of the system is no chapter.
    if binding.template.sections[section].need == Need::Container && is_line_of_part(binding, node)
    {
        return true;
    }
    // Nor is what a chapter says of its own subject: "Service design principles" below "Service layer".
    if how >= Match::Contained
        && place == Place::Own
        && binding.template.depth(section) == 0
        && binding.template.sections[section].need == Need::Container
        && repeats_subject(binding, node)
    {
        return true;
    }
    if how == Match::Conjunct && holds_section_above(binding, node, section)
        || is_of_another(binding, candidate, place)
    {
        return true;
    }
    let unsure = !how.is_title() && !beside_sibling;
    let outside = || {
        place >= Place::General && needs_chapter(binding, section)
            || place >= Place::Free && technologies::names_subject(binding, section)
    };
    // "Database" is a technology below the list alone, where the data have a section for it.
    let again = || place >= Place::Free && technologies::names_subject_again(binding, section);
    unsure && outside() || again()
}

/// Whether a candidate's words are enough for its place.
fn suffices(binding: &Binding, candidate: Candidate, place: Place) -> bool {
    let Candidate { node, section, how, telling, beside_sibling, .. } = candidate;
    let heading = &binding.tree.nodes[node];
    // "Tools" or "Scope" may be anything: one word needs a fitting place.
    let remarked = || !telling && is_word_with_remark(heading) && !binding.is_among_chapters(node);
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
        Place::Part => beside_sibling || how <= Match::Wording && telling,
        Place::Elsewhere => {
            how.is_title()
                && is_telling(binding, node, section)
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
    if (how.is_title() || wider) && !(one_word && far) {
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
    let part = how >= Match::Short && needs_chapter(binding, section);
    // "Project identity" speaks of authentication only where its chapter does.
    let says = || how <= Match::Conjunct || telling || is_mainly_about(binding, heading, section);
    how <= Match::Contained && !one_word && !part && says()
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

/// Whether the section above has its headings below this one: what joins a chapter with another and holds it is no
/// part of it.
fn holds_section_above(binding: &Binding, node: usize, section: usize) -> bool {
    binding.template.containing(section).is_some_and(|above| {
        let hits = &binding.hits[above];
        let inside = node + 1..binding.tree.nodes[node].subtree;
        !hits.is_empty() && hits.iter().all(|hit| inside.contains(&hit.node))
    })
}

/// Whether it is one word that is known, with a remark in brackets: "Models (`core/models`)".
pub(super) fn is_word_with_remark(heading: &Node) -> bool {
    bare(&heading.text).is_some_and(|key| !key.is_telling()) && glossed(&heading.text).is_none()
}

/// Whether it is a bold line of what the author says of something else, below a heading that serves nothing.
fn is_line_of_part(binding: &Binding, node: usize) -> bool {
    binding.tree.nodes[node].kind == NodeKind::Bold
        && !binding.is_bold_chapter(node)
        && binding.tree.nodes[node].parent.is_some()
        && !is_direct(binding, node)
}

/// Whether no other heading stands between it and the one of the section above.
fn is_direct(binding: &Binding, node: usize) -> bool {
    binding.tree.nodes[node].parent.is_some_and(|above| !binding.served(above).is_empty())
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

/// Whether it stands below another part of the same section: "Layers" below "Components".
fn is_below_sibling(binding: &Binding, node: usize, section: usize) -> bool {
    let parent = binding.template.sections[section].parent;
    let beside = |&above: &usize| binding.template.sections[above].parent == parent;
    let above = binding.bound_ancestor(node).map(|above| binding.served(above));
    binding.template.containing(section).is_some()
        && above.is_some_and(|above| above.iter().any(beside))
}

/// Several words, and no other section is called so.
fn is_telling(binding: &Binding, node: usize, section: usize) -> bool {
    let Some(key) = binding.tree.nodes[node].keys.first() else { return false };
    let sections = &binding.template.sections;
    let others = sections.iter().enumerate().filter(|&(index, _)| index != section);
    key.is_telling() && others.into_iter().all(|(_, other)| !other.keys.contains(key))
}

#[cfg(test)]
mod tests;
