//! Items below a heading for relations that say in bold what they are to the record: `**Conforms to [ADR-3](…):** …`.

use text::markdown::inline::Inlines;
use text::source::Span;
use words::{Reference, Vocabulary};

use crate::adr::relation::RelationKind;

/// What an item says of the record that it names.
pub(super) enum Said {
    /// What its heading says.
    AsHeaded,
    /// Something else, of the rest of the item.
    Other(RelationKind, Inlines),
}

/// Reads an item below a heading for relations of a kind.
pub(super) fn said(item: &Inlines, headed: RelationKind) -> Said {
    let Some(link) = item.links.iter().find(|link| !link.image) else { return Said::AsHeaded };
    let before = item.clip(Span::new(item.span.start, link.span.start.max(item.span.start)));
    let in_bold = |text: &Inlines| text.runs().all(|run| run.strong || run.text.trim().is_empty());
    let text = before.plain();
    let verb = text.trim();
    let known = Vocabulary::known();
    let is_kind = known.starts(Reference::Record, verb).is_some();
    if verb.is_empty() || is_kind || !in_bold(&before) || !in_bold(&item.clip(link.span)) {
        return Said::AsHeaded;
    }
    match known.relation_at_start(verb).map(|stated| RelationKind::from(stated.relation)) {
        Some(kind) if kind == headed => Said::AsHeaded,
        Some(kind) => Said::Other(kind, item.clip(Span::new(link.span.start, item.span.end))),
        // `**Durch [ADR-3](…)**`, `**1. [ADR-3](…)**`: what is no verb that is known takes nothing back.
        None => Said::AsHeaded,
    }
}

#[cfg(test)]
mod tests {
    use crate::adr::RelationKind::{self, AmendedBy, Amends, Related, Supersedes};
    use crate::adr::sample;

    #[test]
    fn an_item_with_a_verb_of_its_own_says_what_that_says() {
        let related = |items: &str| {
            let text = format!(
                "# 9. Use X\n\n## Status\n\nAccepted\n\n## Decision\n\nX.\n\n## Amendments\n\n{items}\n"
            );
            let record = sample::record("0009-use-x.md", &text);
            let number = |one: &crate::adr::Relation| one.target.id().and_then(|id| id.number());
            record.relations.iter().filter_map(|one| Some((one.kind, number(one)?))).collect::<Vec<(
                RelationKind,
                u64,
            )>>(
            )
        };
        let items = "- **Conforms to [ADR-1](0001-a.md):** as it is.\n- **Amended by [ADR-2](0002-b.md):** more.\n\
                     - **Supersedes [ADR-3](0003-c.md):** all.\n";
        assert_eq!(related(items), [(Related, 1), (Supersedes, 3), (AmendedBy, 2)]);
        for item in [
            "- [ADR-1](0001-a.md): as it is",
            "- **[ADR-1](0001-a.md):** as it is",
            "- **ADR [1](0001-a.md):** as it is",
            "- See [ADR-1](0001-a.md)",
            "- **→ [ADR-1](0001-a.md)**",
            "- **Durch [ADR-1](0001-a.md)**",
            "- **New: [ADR-1](0001-a.md)**",
            "- **2024-03-05 [ADR-1](0001-a.md)**",
            "- **1. [ADR-1](0001-a.md)**",
            "- **✅ [ADR-1](0001-a.md)** the queue",
            "- **Use C — [ADR-1](0001-a.md)**",
        ] {
            assert_eq!(related(item), [(AmendedBy, 1)], "{item}");
        }
        assert!(!related("- **Conforms to [ADR-1](0001-a.md)**").contains(&(Amends, 1)));
    }
}
