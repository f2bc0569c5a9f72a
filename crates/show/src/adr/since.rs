//! What became of the records since a revision: a list, in the words that `changes` uses.

use readers::adr::change::{Change, Decision};
use readers::since::Since;
use text::compose::{Blocks, Inline};

use super::{Shown, is_below};
use crate::style::nothing;

/// The Markdown of the list; one line where there is nothing to list, or it is not known.
pub(super) fn markdown(revision: &str, since: Option<&Since>, shown: &Shown<'_>) -> Blocks {
    let Some(Ok(decisions)) = since.map(|since| &since.decisions) else {
        return nothing(&format!(
            "Which decisions have changed since {revision} is not known here."
        ));
    };
    let is_shown = |decision: &&Decision| {
        let here = shown.below.is_none_or(|below| is_below(&decision.in_book, below));
        !decision.belongs && here
    };
    let mut lines = decisions.iter().filter(is_shown).map(|decision| line(decision, shown));
    let Some(first) = lines.next() else {
        return nothing(&format!("No decision has changed since {revision}."));
    };
    Blocks::default().list(std::iter::once(first).chain(lines))
}

fn line(decision: &Decision, shown: &Shown<'_>) -> Inline {
    let named = decision.named();
    let entries = &shown.records.entries;
    let Some(index) = decision.entry else {
        return words(decision, Inline::text(&named), std::iter::empty());
    };
    let successors = shown.records.superseding(index).map(|edge| {
        let entry = &entries[edge.from];
        shown.link(entry, Inline::text(&entry.record.cited()))
    });
    words(decision, shown.link(&entries[index], Inline::text(&named)), successors)
}

/// `**New** (accepted): ADR 12, Use a log`
pub(super) fn words(
    decision: &Decision,
    shown: Inline,
    successors: impl Iterator<Item = Inline>,
) -> Inline {
    let status = decision.status.as_deref();
    let (word, rest) = match decision.change {
        Change::New => ("New", format!(" ({}): ", status.unwrap_or("no status"))),
        Change::Removed => ("Removed", ": ".to_owned()),
        Change::Status => {
            let was = decision.was.as_deref().unwrap_or("without a status");
            (status.unwrap_or("no status"), format!(" (was {was}): "))
        }
    };
    let line = Inline::text(word).strong().and(&rest).then(shown);
    let successors = Inline::joined(successors, ", ");
    if successors.is_blank() { line } else { line.and(", superseded by ").then(successors) }
}
