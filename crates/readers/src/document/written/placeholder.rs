//! Words that stand where an author's own should: `[describe ...]`, `<Name>`, TODO, `YYYY-MM-DD`.
//!
//! In finished documents brackets are mostly something else: array indices, routes, globs, stamps,
//! diagram nodes. So code is never looked at, links are links, and a bracket inside a sentence
//! counts only when it reads like an instruction.

use text::markdown::inline::{Inlines, Run, RunKind};
use text::source::{Place, Span};

use words::{Instruction, Label, Placeholder, Reference, Vocabulary};

use super::LeftoverKind;
use super::dots::is_ellipsis;
use super::marks::{self, words};
use super::unit::{Unit, UnitKind};
use super::{brackets, todo};

/// What a piece of text is found to be.
pub(super) enum Doubt {
    /// The author's.
    None,
    /// The author's, with something left open inside.
    Some(LeftoverKind, Span),
    /// Nothing but a placeholder.
    All(LeftoverKind),
}

/// Judges a piece that is not the template's.
pub(super) fn judge(unit: &Unit<'_>) -> Doubt {
    match unit.kind {
        UnitKind::Code => code(unit.text().trim()),
        UnitKind::Html if marks::is_angled(unit.shown().trim()) => {
            Doubt::All(LeftoverKind::Placeholder)
        }
        UnitKind::Html | UnitKind::Header => Doubt::None,
        UnitKind::Row => row(unit),
        UnitKind::Unfilled => match row(unit) {
            Doubt::None => Doubt::Some(LeftoverKind::Value, unit.span),
            doubt => doubt,
        },
        UnitKind::Text => unit.inlines.first().map_or(Doubt::None, |text| line(text, unit)),
    }
}

/// Code is never searched; it is open where it holds nothing but one placeholder.
fn code(text: &str) -> Doubt {
    if todo::marked(text).is_some_and(|(start, _)| start == 0) {
        return Doubt::All(LeftoverKind::Todo);
    }
    if is_phrase(text) || marks::is_variable(text) {
        return Doubt::All(LeftoverKind::Placeholder);
    }
    Doubt::None
}

/// Whether code is one phrase in brackets, and no list of values: `["a", "b"]`, `[north, south]`.
fn is_phrase(text: &str) -> bool {
    let known = Vocabulary::known();
    let inside = text.trim_start_matches('[');
    let verbs = [Instruction::Verb, Instruction::Supply, Instruction::Question];
    let asks = || verbs.into_iter().any(|verb| known.starts(verb, inside).is_some());
    let one = brackets::is_bracketed(text) && text.matches('[').count() == 1 && words(text) > 2;
    one && !text.contains(['{', '"', '=']) && (!text.contains(',') || asks())
}

/// Whether code is a form that nobody filled in: names and values in brackets, one of which says that
/// it is an example; or a phrase in brackets over a list of bare topics.
fn is_form(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    let first = lines.peek().copied().unwrap_or_default();
    if is_phrase(first) {
        return lines
            .skip(1)
            .all(|line| line.starts_with(['-', '*']) && !line.contains([':', '=']));
    }
    let mut example = false;
    lines.all(|line| {
        example |= is_open_value(line);
        let value = line.split_once(':').map(|(_, value)| value.trim());
        value.is_some_and(|value| value.is_empty() || brackets::is_bracketed(value))
    }) && example
}

/// `Framework: [e.g. React, Vue]`, in code as in text.
fn is_open_value(line: &str) -> bool {
    let value = line.split_once(':').map_or(line, |(_, value)| value).trim();
    let inside = value.strip_prefix('[').and_then(|value| value.strip_suffix(']'));
    inside.is_some_and(|inside| Vocabulary::known().starts(Reference::Example, inside).is_some())
}

/// Whether some code is a form, and its lines that hold nothing but an example in brackets; in a form
/// those with any value in brackets.
pub(super) fn open_lines(unit: &Unit<'_>) -> (bool, Vec<Place>) {
    let text = unit.text();
    if unit.kind != UnitKind::Code || !text.contains('[') {
        return (false, Vec::new());
    }
    let form = is_form(text.trim());
    let bracketed = |line: &str| {
        brackets::is_bracketed(line.split_once(':').map_or(line, |(_, value)| value).trim())
    };
    let first = unit.source().line(unit.span.start);
    let lines = text.lines().enumerate();
    let open = lines.filter(|(_, line)| is_open_value(line) || form && bracketed(line));
    let place = |(at, _)| Place::new(unit.source(), unit.source().line_span(first + at));
    (form, open.map(place).collect())
}

/// A row is open when every cell that is filled, but for the first, is.
fn row(unit: &Unit<'_>) -> Doubt {
    let filled: Vec<&Inlines> = unit.cells().filter(|cell| !cell.is_blank()).collect();
    let open = |cell: &&Inlines| placeholder(cell, &cell.plain()).is_some();
    let all = filled.iter().all(open);
    let all_values = filled.len() > 1 && filled[1..].iter().all(open);
    if !filled.is_empty() && (all || all_values) {
        let spelt_out = matches!(*filled, [short, long]
            if todo::is_spelt_out(&short.plain(), &long.plain()));
        return if spelt_out { Doubt::None } else { Doubt::All(LeftoverKind::Placeholder) };
    }
    let is_angled = |cell: &&&Inlines| {
        let words = cell.links.is_empty() && cell.runs().all(|run| run.kind != RunKind::Code);
        let plain = cell.plain();
        let plain = plain.trim_matches(['*', '_', ' ']);
        words && (marks::is_angled(plain) || plain == "<>")
    };
    if let Some(cell) = filled.iter().skip(1).find(is_angled) {
        return Doubt::Some(LeftoverKind::Placeholder, cell.span);
    }
    filled
        .into_iter()
        .map(inside)
        .find(|doubt| !matches!(doubt, Doubt::None))
        .unwrap_or(Doubt::None)
}

fn line(line: &Inlines, unit: &Unit<'_>) -> Doubt {
    if grid_row(unit.text()) {
        return Doubt::All(LeftoverKind::Placeholder);
    }
    let stated =
        || unit.label().is_some_and(|label| Vocabulary::known().whole::<Label>(label).is_some());
    if unit.value().is_some_and(|value| is_tag(value, stated)) {
        return Doubt::All(LeftoverKind::Placeholder);
    }
    let value = unit.value().filter(|value| !value.is_blank());
    let value = value.and_then(|value| placeholder(value, &value.plain()));
    if let Some(kind) = value.or_else(|| placeholder(line, unit.text())) {
        return Doubt::All(kind);
    }
    if todo::is_announced(&line.plain()) {
        return Doubt::All(LeftoverKind::Todo);
    }
    // A list may name what some program fills in.
    let slot = |text: &Inlines| marks::is_slot(text.plain().trim());
    if !unit.is_listed() && (slot(line) || unit.value().is_some_and(slot)) {
        return Doubt::All(LeftoverKind::Placeholder);
    }
    if behind_code(line) {
        return Doubt::All(LeftoverKind::Placeholder);
    }
    inside(line)
}

/// A name in code and behind it nothing but brackets, one of them a phrase: "`name`: [what it is]".
fn behind_code(line: &Inlines) -> bool {
    let shown = |run: &Run<'_>| run.kind != RunKind::Html && !run.text.trim().is_empty();
    let mut runs = line.runs().filter(shown);
    if runs.next().is_none_or(|run| run.kind != RunKind::Code) {
        return false;
    }
    if runs.clone().any(|run| run.kind == RunKind::Code || run.link.is_some()) {
        return false;
    }
    let rest: String = runs.map(|run| run.text).collect();
    // `genres[]` is a list of them.
    let has_square = rest.replace("[]", "").contains('[');
    let rest = rest.replace('(', "[").replace(')', "]");
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ":-–|".contains(c));
    has_square && brackets::is_bracketed(rest) && rest.matches('[').count() + words(rest) >= 4
}

/// A bracketed instruction that ends with a colon: what it asks for is listed below it.
pub(super) fn introduces(unit: &Unit<'_>) -> bool {
    let text = unit.text().trim();
    let label = || unit.empty_label().filter(|_| unit.text().trim_end().ends_with([':', '：']));
    let fills = |label: String| {
        let known = Vocabulary::known();
        let last = known.starts(Placeholder::Filler, &label);
        last.is_some_and(|found| known.is(Placeholder::Filler, &label[..found.len]))
    };
    let bracketed = brackets::is_bracketed(text) && (text.ends_with(":]") || text.ends_with("]:"));
    unit.kind == UnitKind::Text && !unit.is_listed() && (bracketed || label().is_some_and(fills))
}

/// A row of a grid table, which CommonMark takes for text, with nothing but placeholders in it.
fn grid_row(text: &str) -> bool {
    let text = text.trim();
    let Some(cells) = text.strip_prefix('|').and_then(|text| text.strip_suffix('|')) else {
        return false;
    };
    let cell = |cell: &str| cell.trim_matches([' ', '*', '_']).to_owned();
    let mut filled = cells.split('|').map(cell).filter(|cell| !cell.is_empty()).peekable();
    filled.peek().is_some() && filled.all(|cell| marks::is_angled(&cell))
}

/// A placeholder with nothing beside it; `plain` is the text without markup.
fn placeholder(text: &Inlines, plain: &str) -> Option<LeftoverKind> {
    let plain = plain.trim();
    // A link whose text an author was to replace: `[\<Decision\>](0001.md)`.
    let linked = text.runs().any(|run| run.link.is_some());
    if linked && marks::is_angled(plain) {
        return Some(LeftoverKind::Placeholder);
    }
    if linked || text.runs().any(|run| run.kind == RunKind::Code) {
        return None;
    }
    if is_ellipsis(plain) || marks::is_blank(plain) {
        return Some(LeftoverKind::Placeholder);
    }
    if is_note(text, plain) {
        return Some(LeftoverKind::Todo);
    }
    let plain = plain.trim_end_matches(['.', ':', ',']).trim();
    let bare = plain.trim_matches(['*', '_', '(', ')', ' ']);
    match todo::is_open(bare) {
        Some(Placeholder::Todo) => return Some(LeftoverKind::Todo),
        Some(_) => return Some(LeftoverKind::Placeholder),
        None => {}
    }
    if marks::is_date_mask(bare) || marks::is_variable(bare) {
        return Some(LeftoverKind::Placeholder);
    }
    if bare == "<>" {
        return Some(LeftoverKind::Placeholder);
    }
    let bracketed = brackets::is_bracketed(bare) || marks::is_angled(bare);
    let speaks = || bare.chars().filter(|c| c.is_alphabetic()).nth(1).is_some();
    let value =
        || brackets::is_stamp(bare) || brackets::is_address(bare) || brackets::are_buttons(bare);
    (bracketed && speaks() && !value()).then_some(LeftoverKind::Placeholder)
}

/// A note in italics that begins with what is to be done: "*To be filled in. Add a picture.*",
/// "*Placeholder: the halls of the yard*".
fn is_note(text: &Inlines, plain: &str) -> bool {
    let shown = |run: &Run<'_>| run.kind != RunKind::Html && !run.text.trim().is_empty();
    let ends = [". ", ": ", " — ", " – ", " - "].iter().filter_map(|mark| plain.find(mark));
    text.runs().filter(shown).all(|run| run.emphasis)
        && ends
            .min()
            .is_some_and(|end| todo::is_open(plain[..end].trim_matches(['*', '_'])).is_some())
}

/// A tag that no browser knows, for a label's value: "Decided on: <date>"; also in code, where the label
/// states something of the document (`stated`): elsewhere it shows how something is spelt.
fn is_tag(value: &Inlines, stated: impl Fn() -> bool) -> bool {
    let says = |run: &Run<'_>| run.text.contains(char::is_alphanumeric);
    let mut runs = value.runs().filter(says);
    let one = runs.next().filter(|_| runs.next().is_none());
    one.is_some_and(|run| {
        let name = run.text.trim_matches(['<', '>']);
        let coded = || run.kind == RunKind::Code && marks::is_angled(run.text) && stated();
        (run.kind == RunKind::Html || coded()) && Vocabulary::known().is(Placeholder::Noun, name)
    })
}

/// Something left open within a sentence.
fn inside(line: &Inlines) -> Doubt {
    let mut before = "";
    let mut runs = line.runs();
    while let Some(run) = runs.next() {
        // `https://<your-host>`: an address to be filled in, which Markdown takes for a tag; with a
        // domain behind it, a pattern that addresses follow.
        let pattern = || runs.clone().next().is_some_and(|next| next.text.starts_with('.'));
        if run.kind == RunKind::Html && before.ends_with("://") && !pattern() {
            return Doubt::Some(LeftoverKind::Placeholder, run.span);
        }
        before = run.text;
        if run.kind != RunKind::Text || run.link.is_some() {
            continue;
        }
        let text = run.text;
        let range = brackets::choice(&run).or_else(|| brackets::instruction(text));
        let range = range.or_else(|| marks::variable(text));
        let left = range.or_else(|| marks::blank(text)).map(|at| (at, LeftoverKind::Placeholder));
        let left = left.or_else(|| todo::marked(text).map(|at| (at, LeftoverKind::Todo)));
        if let Some((range, kind)) = left {
            // Escapes make the bytes longer than what they say.
            let exact = run.text.len() == run.span.len();
            let part = Span::new(run.span.start + range.0, run.span.start + range.1);
            return Doubt::Some(kind, if exact { part } else { run.span });
        }
    }
    Doubt::None
}
