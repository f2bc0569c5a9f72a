//! A status that stands alone, or leads a list, below a heading that is no label.

use text::markdown::block::{Block, BlockKind, List};
use text::markdown::field;
use text::markdown::inline::Inlines;
use words::{Label, Vocabulary};

use super::Collector;
use crate::adr::field::{field_of, is_state};
use crate::adr::format::Part;
use crate::adr::label::LabelKind;
use crate::adr::record::Origin;
use crate::adr::text::without_html;
use crate::adr::value::Labelled;

impl Collector<'_> {
    /// A list of nothing but labels at the end of the first section, the status among them and two more that are known; or
    /// all of it where the status comes first: others may be in words of the team.
    pub(super) fn head_list(&mut self, heading: &Inlines, body: &[Block]) {
        const FEWEST: usize = 3;
        let [before @ .., Block { kind: BlockKind::List(list), .. }] = body else { return };
        // "A card of an order has:"
        let announced = before.last().and_then(Block::paragraph);
        if announced.is_some_and(|text| text.plain().trim_end().ends_with([':', '：'])) {
            return;
        }
        let fields = || list.items.iter().map(|item| field_of(item.text()?));
        let keys: Vec<LabelKind> = fields().flatten().filter_map(|(key, ..)| key).collect();
        if fields().all(|field| field.is_some())
            && keys.len() >= FEWEST
            && keys.contains(&LabelKind::Status)
        {
            self.unsure(|unsure| unsure.items(list));
        } else if before.is_empty()
            && Part::of(&heading.plain()).is_none()
            && leads_with_a_state(list)
        {
            self.unsure(|unsure| unsure.items(list));
        }
    }
}

/// Whether all items of a list have labels, the first is a status that is known, and another one is known as well: the
/// fields of a message have a status too.
fn leads_with_a_state(list: &List) -> bool {
    let texts: Option<Vec<&Inlines>> = list.items.iter().map(|item| item.text()).collect();
    let Some([first, others @ ..]) = texts.as_deref() else { return false };
    let is_known = |text: &Inlines| field_of(text).is_some_and(|(key, ..)| key.is_some());
    let labelled = others.iter().all(|text| field::split_label(text).is_some());
    labelled && stated(first).is_some() && others.iter().any(|text| is_known(text))
}

/// `Status: Accepted` where that is all that stands below a heading that is the word for a status, or a question with it:
/// `What is the status of the proposal?`
pub(super) fn state(heading: &Inlines, body: &[Block]) -> Option<Labelled> {
    const MOST_WORDS: usize = 8;
    let [Block { kind: BlockKind::Paragraph(said), .. }] = body else { return None };
    let (title, known) = (heading.plain(), Vocabulary::known());
    let asks = || {
        title.trim_end().ends_with(['?', '？'])
            && title.split_whitespace().count() <= MOST_WORDS
            && known.mentions(Label::Status, &title).is_some()
    };
    stated(said).filter(|_| known.is(Label::Status, title.trim()) || asks())
}

/// A line that is a label for a status and a state.
fn stated(line: &Inlines) -> Option<Labelled> {
    let shown = without_html(line);
    let (key, label, value) = field_of(&shown)?;
    let is_one = key == Some(LabelKind::Status)
        && shown.lines().len() == 1
        && is_state(value.plain().trim());
    is_one.then(|| Labelled {
        key: LabelKind::Status,
        label,
        lines: vec![value],
        origin: Origin::Line,
    })
}

#[cfg(test)]
mod tests {
    use crate::adr::sample;

    fn status(text: &str) -> Option<String> {
        let text = format!("# Use X\n\n{text}\n\n## Decision\n\nD.\n");
        let record = sample::record("20240305-use-x.md", &text);
        record.status.map(|status| status.value.to_string())
    }

    #[test]
    fn a_status_may_stand_below_a_question_for_it() {
        for text in [
            "## What it is about\n\nT.\n\n## What is the status of the proposal?\n\nStatus: Accepted <!-- Draft | Accepted -->",
            "## How it works\n\nT.\n\n### In short\n\nT.\n\n### Status\n\nStatus: Accepted",
            "## The blueprint\n\n- Status: accepted\n- Masterminds: Ann\n- Deciders: Bo",
            "## Metadata\n\n- Status: Accepted&#x20;\n- Deciders: Ann",
        ] {
            assert_eq!(status(text).as_deref(), Some("accepted"), "{text}");
        }
    }

    #[test]
    fn options_and_things_have_states_of_their_own() {
        for text in [
            "## What it is about\n\nT.\n\n## Option 2\n\nStatus: Rejected",
            "## How it works\n\n### Status of step 2\n\nStatus: Accepted",
            "## How it works\n\n### Status now\n\nStatus: Draft\n\n### Status later\n\nStatus: Accepted",
            "## How it works\n\n### Status\n\nStatus: Accepted\n\nby the machine.",
            "## Context\n\n- Status: accepted\n- Colour: red",
            "## A card has\n\n- Colour: red\n- Status: accepted",
            "## A card\n\n- Status: accepted\n- and a colour",
            "## An answer\n\n- status: accepted\n- code: 202",
            "## How it works\n\nT.\n\n### Order status\n\nStatus: Accepted",
            "## How it works\n\nT.\n\n### Status of the old queue\n\nStatus: Accepted",
        ] {
            assert_eq!(status(text), None, "{text}");
        }
        let own = "Status: Draft\n\n## How it works\n\n### Status\n\nStatus: Accepted";
        assert_eq!(status(own).as_deref(), Some("draft"));
    }
}
