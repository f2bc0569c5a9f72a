//! Which items are linked with which.

use std::collections::{BTreeSet, HashMap};

use super::gather::Gathered;
use super::{Link, Linked, Links, Spot};
use crate::settings::Chain;

/// The links of each chain. With `always` all of its items are asked for them; else only where half of those that can have
/// one do: what a book does nowhere, or seldom, is not a fault in one place.
pub(super) fn links(found: &Gathered<'_>, chains: &[Chain], always: bool) -> Vec<Links> {
    let names = Names::of(found);
    let of_chain = |chain: &Chain| {
        let having = found.with_items(&chain.to);
        let items = found.items.iter().enumerate().filter(|(_, item)| item.kind == chain.from);
        let mut items: Vec<Linked> = items
            .map(|(index, item)| {
                let with = names.with(found, index, &chain.to);
                let lacks = with.is_empty() && found.can_link(item, &chain.to, &having);
                Linked { item: index, with, lacks }
            })
            .collect();
        let linked = items.iter().filter(|linked| !linked.with.is_empty()).count();
        let lacking = items.iter().filter(|linked| linked.lacks).count();
        if !always && linked < lacking {
            for linked in &mut items {
                linked.lacks = false;
            }
        }
        Links { chain: chain.clone(), items }
    };
    chains.iter().map(of_chain).collect()
}

/// Who names whom.
struct Names<'f> {
    /// Of an item, those that name it and those that it names.
    items: HashMap<usize, BTreeSet<usize>>,
    /// Where a section of a kind names an item first.
    texts: HashMap<(usize, &'f str), &'f Spot>,
}

impl<'f> Names<'f> {
    fn of(found: &'f Gathered<'_>) -> Self {
        let mut names = Self { items: HashMap::new(), texts: HashMap::new() };
        for said in &found.said {
            for item in found.meant(said) {
                for owner in found.owned.of(&said.spot.place).filter(|&owner| owner != item) {
                    names.items.entry(item).or_default().insert(owner);
                    names.items.entry(owner).or_default().insert(item);
                }
                if let Some(kind) = said.kind {
                    names.texts.entry((item, kind)).or_insert(&said.spot);
                }
            }
        }
        names
    }

    /// All of a kind that an item is linked with; the text that names it where no item does.
    fn with(&self, found: &Gathered<'_>, item: usize, kind: &str) -> Vec<Link> {
        let id = &found.items[item].id;
        let linked = self.items.get(&item).into_iter().flatten();
        // A row of another section that begins with the id speaks of this item, and is none of its own.
        let of_kind = linked.filter(|&&other| {
            let other = &found.items[other];
            other.kind == kind && !other.id.eq_ignore_ascii_case(id)
        });
        let items: Vec<Link> = of_kind.map(|&other| Link::Item(other)).collect();
        let text = || self.texts.get(&(item, kind)).map(|&spot| Link::Text(spot.clone()));
        if items.is_empty() { text().into_iter().collect() } else { items }
    }
}
