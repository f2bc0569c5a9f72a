//! Columns and labels that a template demands of a section, and that the author's table or list does
//! not have.
//!
//! A table of another kind, a section in prose or in other words owes nothing: whether it says the
//! same cannot be known. So something is absent only where most of what is demanded is there, and where
//! every other name is known to be something else.

mod given;
mod name;

use crate::document::bind::Binding;
use crate::template::{Demand, TemplateSection, sample};
use text::source::Place;

pub use name::Name;

use given::Given;

/// What a section of a template demands.
#[derive(Debug, Default)]
pub struct Demanded {
    tables: Vec<Vec<Name>>,
    fields: Vec<Name>,
}

/// What one table, or the labels below one heading, lack.
#[derive(Clone, Debug)]
pub struct Absent {
    /// What it is that lacks them.
    pub demand: Demand,
    /// The table's header, or the line of the last label that was demanded and is there.
    pub place: Place,
    /// The names that are not there, as the template has them.
    pub names: Vec<Name>,
}

impl Demanded {
    /// What a section demands; nothing for most.
    pub(super) fn of(section: &TemplateSection) -> Self {
        // A sample's open place is no name.
        let named = |text: &&String| text.contains(char::is_alphabetic);
        let names =
            |texts: Vec<String>| texts.iter().filter(named).map(|text| Name::new(text)).collect();
        let mut demanded = Self::default();
        for demand in &section.demands {
            match demand {
                Demand::Columns => {
                    let tables = sample::tables(&section.sample).into_iter();
                    demanded.tables = tables.map(names).collect();
                }
                Demand::Fields => demanded.fields = names(sample::labels(&section.sample)),
            }
        }
        demanded
    }

    fn is_empty(&self) -> bool {
        self.tables.is_empty() && self.fields.is_empty()
    }
}

/// What the text below a heading lacks.
pub(super) fn absent(binding: &Binding, node: usize, demanded: &Demanded) -> Vec<Absent> {
    if demanded.is_empty() {
        return Vec::new();
    }
    let given = Given::of(binding, node);
    let mut found = Vec::new();
    for table in &demanded.tables {
        let fits = given.tables.iter().map(|(names, place)| (Fit::of(table, names), place));
        let best = fits.max_by_key(|(fit, _)| fit.matched.len());
        let Some((fit, place)) = best.filter(|(fit, _)| fit.is_table(table.len())) else {
            continue;
        };
        found.extend(fit.absent(Demand::Columns, table, place));
    }
    let mut fit = Fit::of(&demanded.fields, &given.labels);
    // What a section is called it says itself.
    let own = Name::new(&binding.tree.nodes[node].text);
    fit.missing.retain(|&index| !own.answers(&demanded.fields[index]));
    if fit.is_list(demanded.fields.len(), given.own) {
        let last = fit.matched.iter().filter(|&&label| label < given.own).max();
        let last = last.map(|&label| &given.places[label]);
        found.extend(last.and_then(|place| fit.absent(Demand::Fields, &demanded.fields, place)));
    }
    found
}

/// Demanded names held against given ones.
struct Fit {
    /// The given names that are demanded ones.
    matched: Vec<usize>,
    /// The demanded names that are not given.
    missing: Vec<usize>,
    /// Whether all other given names are known to be something else.
    rest_is_known: bool,
}

impl Fit {
    fn of(demanded: &[Name], given: &[Name]) -> Self {
        let mut taken = vec![false; given.len()];
        let mut matched = Vec::new();
        let mut missing: Vec<usize> = Vec::new();
        for (index, name) in demanded.iter().enumerate() {
            match (0..given.len()).find(|&place| !taken[place] && name.is(&given[place])) {
                Some(place) => {
                    taken[place] = true;
                    matched.push(place);
                }
                None => missing.push(index),
            }
        }
        missing.retain(|&index| {
            let name = &demanded[index];
            // One of the author's may answer for two.
            if given.iter().any(|given| given.answers(name)) {
                return false;
            }
            let near = (0..given.len()).find(|&at| !taken[at] && name.may_be(&given[at]));
            near.is_none_or(|place| {
                taken[place] = true;
                false
            })
        });
        let rest_is_known = given.iter().zip(&taken).all(|(name, taken)| *taken || name.is_known());
        Self { matched, missing, rest_is_known }
    }

    /// Whether a table is of the demanded kind.
    fn is_table(&self, demanded: usize) -> bool {
        !self.matched.is_empty() && (self.rest_is_known || 2 * self.matched.len() >= demanded)
    }

    /// Whether labels are of the demanded kind; the first `own` stand in the heading's own text.
    fn is_list(&self, demanded: usize, own: usize) -> bool {
        let matched = self.matched.iter().filter(|&&label| label < own).count();
        2 * matched >= demanded && matched > 0
    }

    fn absent(self, demand: Demand, demanded: &[Name], place: &Place) -> Option<Absent> {
        let names: Vec<Name> = self.missing.iter().map(|&index| demanded[index].clone()).collect();
        (self.rest_is_known && !names.is_empty()).then(|| Absent {
            demand,
            place: place.clone(),
            names,
        })
    }
}

#[cfg(test)]
mod tests;
