//! Text of a template's author that is known by its shape.

use text::source::Span;

use super::guidance::{self, Ground, Passage};
use super::unit::{Unit, UnitKind};

/// Whether a heading's own text is an aside to its author: all of it is in italics, and some of it
/// instructs.
pub(super) fn is_aside(units: &[Unit<'_>]) -> bool {
    let mut told = units.iter().filter(|unit| !unit.is_structure()).peekable();
    let mut instructs = false;
    told.peek().is_some()
        && told.all(|unit| {
            instructs |= is_instruction(unit);
            unit.is_emphasized() || unit.empty_label().is_some()
        })
        && instructs
}

/// Whether a passage in italics begins with an instruction, or with words about its section.
fn is_instruction(unit: &Unit<'_>) -> bool {
    let passage = || unit.passage_text();
    unit.is_emphasized()
        && (guidance::begins(&passage())
            || guidance::begins(unit.text())
            || guidance::speaks_of_section(&passage()))
}

/// Whether a heading's own text does nothing but instruct, or, where such phrases count (`named`), only
/// names what belongs there.
pub(super) fn is_guidance(units: &[Unit<'_>], named: bool, ground: Ground<'_>) -> bool {
    let mut passages: Vec<Passage> = Vec::new();
    let mut last: Option<Span> = None;
    for unit in units {
        if unit.kind != UnitKind::Text || unit.links().any(|link| link.image) {
            return false;
        }
        let (text, listed) = (unit.value_text().into_owned(), unit.is_listed());
        let label = unit.label().map(str::to_owned);
        let plain = named && !unit.has_code() && unit.links().next().is_none();
        match passages.last_mut() {
            Some(passage) if last == Some(unit.passage()) && label.is_none() => {
                passage.text.push(' ');
                passage.text.push_str(&text);
                passage.plain &= plain;
            }
            _ => passages.push(Passage { text, label, listed, plain }),
        }
        last = Some(unit.passage());
    }
    guidance::is_all(&passages, ground)
}

/// Longest phrase that names what belongs in a place.
const MAX_PHRASE: usize = 14;

/// Whether a heading's own text only names what belongs there: phrases without a figure, a link or
/// code. In a document that calls itself a template that is all it says.
pub(super) fn is_outline(units: &[Unit<'_>]) -> bool {
    let phrase = |text: &str| {
        text.split_whitespace().count() <= MAX_PHRASE
            && !text.contains(". ")
            && !text.contains(|c: char| c.is_ascii_digit())
    };
    let mut told = units.iter().filter(|unit| !unit.is_structure()).peekable();
    told.peek().is_some()
        && told.all(|unit| {
            let plain = unit.links().next().is_none() && !unit.has_code();
            unit.kind == UnitKind::Text && plain && phrase(&unit.passage_text())
        })
}

/// arc42's help ends with the address of its chapter; so do translations that nobody has seen.
const ARC42_HELP: &str = "docs.arc42.org/section-";

/// The most words beside a link that refers to the help.
const MAX_REFERRING: usize = 8;

/// The most words of the help in its shortest form, with room for translations.
const MAX_HELP: usize = 90;

/// Whether a heading's own text is arc42's help, shown by its address on a line of its own: nothing
/// but running text stands above it, and no other link.
pub(super) fn is_linked(units: &[Unit<'_>]) -> bool {
    let address = |unit: &Unit<'_>| {
        let mut links = unit.links();
        let linked =
            unit.text().contains(ARC42_HELP) || links.any(|link| link.target.contains(ARC42_HELP));
        linked && unit.text().split_whitespace().count() <= MAX_REFERRING
    };
    let plain = |unit: &Unit<'_>| {
        unit.is_structure()
            || unit.kind == UnitKind::Text
                && (address(unit) || unit.links().next().is_none() && !unit.has_code())
    };
    let words = units.iter().flat_map(|unit| unit.text().split_whitespace());
    units.iter().any(address) && words.count() <= MAX_HELP && units.iter().all(plain)
}
