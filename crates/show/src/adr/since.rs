//! What became of the records since a revision: a list, in the words that `changes` uses.

use readers::adr::change::{Change, Decision};
use readers::adr::relation::RelationKind;
use readers::adr::status::Status;
use readers::since::Since;
use text::compose::{Blocks, Inline};
use text::link;
use words::{Outcome, Phrase};

use super::Shown;
use crate::says::Says;
use crate::style::nothing;

/// The Markdown of the list; one line where there is nothing to list, or it is not known.
pub(super) fn markdown(revision: &str, since: Option<&Since>, shown: &Shown<'_>) -> Blocks {
    let Some(Ok(decisions)) = since.map(|since| &since.decisions) else {
        return nothing(&shown.says.with(Phrase::SinceUnknown, &[revision]));
    };
    let is_shown = |decision: &&Decision| {
        let here = shown.below.is_none_or(|below| link::is_below(&decision.in_book, below));
        !decision.belongs && here
    };
    let mut lines = decisions.iter().filter(is_shown).map(|decision| line(decision, shown));
    let Some(first) = lines.next() else {
        return nothing(&shown.says.with(Phrase::SinceNone, &[revision]));
    };
    Blocks::default().list(std::iter::once(first).chain(lines))
}

fn line(decision: &Decision, shown: &Shown<'_>) -> Inline {
    let named = decision.named();
    let entries = &shown.records.entries;
    let Some(index) = decision.entry else {
        return words(decision, Inline::text(&named), std::iter::empty(), shown.says);
    };
    let successors = shown.records.successors(index).into_iter().map(|newer| {
        let entry = &entries[newer];
        shown.link(entry, Inline::text(&entry.record.cited()))
    });
    words(decision, shown.link(&entries[index], Inline::text(&named)), successors, shown.says)
}

/// `**New** (accepted): ADR 12, Use a log`
pub(super) fn words(
    decision: &Decision,
    shown: Inline,
    successors: impl Iterator<Item = Inline>,
    says: Says,
) -> Inline {
    let named = |status: &str| match Status::from_name(status) {
        Some(status) => says.status(Some(status)).to_owned(),
        None => status.to_owned(),
    };
    let status =
        decision.status.as_deref().map_or_else(|| says.get(Phrase::NoStatus).to_owned(), named);
    let (word, rest) = match decision.change {
        Change::New => (says.get(Phrase::New), format!(" ({status}): ")),
        Change::Removed => (says.get(Phrase::Removed), ": ".to_owned()),
        Change::Status => {
            let was = decision.was.as_deref().map(named);
            let was = was.map(|was| says.with(Phrase::Was, &[&was]));
            let was = was.unwrap_or_else(|| says.get(Phrase::WasWithout).to_owned());
            (status.as_str(), format!(" ({was}): "))
        }
    };
    let line = Inline::text(word).strong().and(&rest).then(shown);
    let successors = Inline::joined(successors, ", ");
    if successors.is_blank() {
        return line;
    }
    let by = says.relation(RelationKind::SupersededBy, Outcome::Holds);
    line.and(&format!(", {by} ")).then(successors)
}
