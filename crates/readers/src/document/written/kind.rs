//! Headings that say of what kind the next ones are: "Components" right before "Loader", on the same level.

use crate::document::bind::Binding;
use crate::document::bind::node::NodeKind;
use words::Concept;

/// What holds several things of one kind, each of which may have a heading of its own.
const KINDS: [Concept; 12] = [
    Concept::Components,
    Concept::BuildingBlocks,
    Concept::Layers,
    Concept::Flows,
    Concept::Runtime,
    Concept::Endpoints,
    Concept::Interfaces,
    Concept::ExternalSystems,
    Concept::DataModel,
    Concept::Decisions,
    Concept::QualityScenarios,
    Concept::FailureScenarios,
];

/// Whether nothing stands below a heading that names a kind, and what follows on its level serves no section and has
/// something below: authors mean the one to hold the others.
pub(super) fn names_next(binding: &Binding, node: usize) -> bool {
    let nodes = &binding.tree.nodes;
    let (heading, next) = (&nodes[node], nodes[node].subtree);
    let names_kind = || {
        let key = heading.keys.first();
        key.is_some_and(|key| key.concepts().0.iter().any(|found| KINDS.contains(&found.meaning)))
    };
    let is_one = || {
        nodes.get(next).is_some_and(|after| {
            after.kind == NodeKind::Heading
                && after.level == heading.level
                && binding.served(next).is_empty()
                && !(after.body.is_empty() && after.subtree == next + 1)
        })
    };
    heading.body.is_empty() && next == node + 1 && names_kind() && is_one()
}
