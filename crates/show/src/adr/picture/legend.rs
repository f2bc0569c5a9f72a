//! What the signs of a picture mean: those that occur in it.

use std::collections::BTreeSet;

use readers::adr::relation::RelationKind;
use text::html::Html;
use words::Phrase;

use super::line;
use crate::says::Says;
use crate::style::{self, Hue};

/// The length and height of a sample.
const LENGTH: usize = 34;
const HEIGHT: usize = 14;

/// The legend of lines with their words; `gone`: whether a record is not in force.
pub(super) fn of(lines: &BTreeSet<(RelationKind, &str)>, gone: bool, says: Says) -> Html {
    let lines = lines.iter().map(|&(kind, words)| said(sample(kind), words));
    let gone = gone.then(|| {
        let frame =
            Html::leaf("span", &[("style", &style::frame(Hue::Grey, true, (LENGTH, HEIGHT)))], "");
        labelled(frame, says.get(Phrase::NotInForce))
    });
    Html::group("div", &[("style", &style::LEGEND)], lines.chain(gone))
}

fn sample(kind: RelationKind) -> Vec<Html> {
    let middle = HEIGHT / 2;
    line::drawn(kind, &format!("M0 {middle}H{LENGTH}"), &line::tip(LENGTH, middle)).collect()
}

fn said(sample: Vec<Html>, words: &str) -> Html {
    let drawing = line::drawing((LENGTH, &HEIGHT.to_string()), style::SAMPLE, sample);
    labelled(drawing, words)
}

fn labelled(sample: Html, words: &str) -> Html {
    Html::joined("span", &[("style", &style::SAID)], [sample, Html::leaf("span", &[], words)])
}
