//! How well a heading fits a section: by its words, and by where it stands.
//!
//! There are no points: `veto` has the reasons that refuse a heading, `threshold` how telling its words must be in each
//! place, and of two headings that pass both the better one is the smaller in the order of the fields of [`Fit`].

use super::binding::Binding;
use super::depth::is_deep;
use super::index::Candidate;
use super::place::{Place, is_direct, is_in_part, is_line_of_part, place};
use super::reason::Match;
use super::threshold::{is_unmistakable, suffices};
use super::veto::is_refused;

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

/// The fit of a candidate; none where it is refused, or its words do not suffice for its place.
pub(super) fn fit(binding: &Binding, candidate: Candidate) -> Option<Fit> {
    let Candidate { node, section, how, telling, whole, .. } = candidate;
    let place = place(binding, node, section);
    if is_refused(binding, candidate, place) || !suffices(binding, candidate, place) {
        return None;
    }
    let is_exact =
        || how.is_title() && is_unmistakable(binding, node, section) && !is_in_part(binding, node);
    // A chapter that joins two is one of them before what another's part is called by.
    let is_chapter = (how == Match::Conjunct || how <= Match::Contained && telling)
        && place == Place::Top
        && binding.template.depth(section) == 0;
    Some(Fit {
        far: place == Place::Free && is_deep(binding, node, section),
        loose: how > Match::Wording && !is_chapter || is_line_of_part(binding, node),
        unlike: place == Place::Below && !is_direct(binding, node) && !is_exact(),
        away: place >= Place::Free,
        how: if whole { Match::Wording } else { how },
        place,
        other_level: binding.tree.nodes[node].level != binding.template.sections[section].level,
        one_word: !telling,
    })
}

#[cfg(test)]
mod tests;
