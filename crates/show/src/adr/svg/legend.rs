//! What the signs of a picture mean: those that occur in it.

use std::collections::BTreeSet;

use readers::adr::relation::RelationKind;
use text::html::Html;
use unicode_width::UnicodeWidthStr;
use words::Phrase;

use super::{LETTER, MARGIN, WIDTH, line};
use crate::says::Says;

/// The length of a sample, and the room beside it.
const SAMPLE: usize = 34;
const BESIDE: usize = 8;
const LINE: usize = 22;

/// The legend and its height, of lines with their words; `gone`: whether a record is not in force.
pub(super) fn of(
    (lines, gone): (&BTreeSet<(RelationKind, &str)>, bool),
    says: Says,
) -> (Vec<Html>, usize) {
    let (mut x, mut y) = (MARGIN, 16);
    let mut place = |words: &str| {
        let width = SAMPLE + BESIDE + words.width() * LETTER + 2 * BESIDE;
        if x > MARGIN && x + width > WIDTH {
            (x, y) = (MARGIN, y + LINE);
        }
        let at = (x, y);
        x += width;
        at
    };
    let mut legend = Vec::new();
    for &(kind, words) in lines {
        let (x, y) = place(words);
        let end = x + SAMPLE;
        let stroke = line::stroke(kind, &format!("M{x} {y}H{end}"));
        let head = format!("M{} {}L{end} {y}L{0} {}", end - 7, y - 4, y + 4);
        let head = (kind != RelationKind::Related).then(|| line::head(kind, &head));
        legend.push(line::together([stroke].into_iter().chain(head)));
        legend.push(said(words, x, y));
    }
    if gone {
        let words = says.get(Phrase::NotInForce);
        let (x, y) = place(words);
        let (height, upper) = (14, y - 7);
        let frame = [
            ("x", &x as _),
            ("y", &upper as _),
            ("width", &SAMPLE as _),
            ("height", &height as _),
            ("rx", &3 as _),
            ("fill", &"none" as _),
            ("stroke", &"currentColor" as _),
            ("stroke-dasharray", &"4 3" as _),
        ];
        legend.push(Html::leaf("rect", &frame, ""));
        legend.push(said(words, x, y));
    }
    (legend, y + LINE / 2 + MARGIN)
}

fn said(words: &str, x: usize, y: usize) -> Html {
    let (x, y) = (x + SAMPLE + BESIDE, y + 5);
    Html::leaf("text", &[("x", &x), ("y", &y)], words)
}
