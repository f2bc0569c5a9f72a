//! Words that stand where an author's own should: `[describe ...]`, `<Name>`, TODO, `YYYY-MM-DD`.
//!
//! In finished documents brackets are mostly something else: array indices, routes, globs, stamps,
//! diagram nodes. So code is never looked at, links are links, and a bracket inside a sentence
//! counts only when it reads like an instruction.

use text::markdown::field::split_label;
use text::markdown::inline::{Inlines, Run, RunKind};
use text::source::Span;

use super::LeftoverKind;
use super::unit::{Unit, UnitKind};

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
        UnitKind::Code => {
            let text = unit.text();
            let text = text.trim();
            let one = is_bracketed(text) && text.matches('[').count() == 1 && words(text) > 2;
            if one { Doubt::All(LeftoverKind::Placeholder) } else { Doubt::None }
        }
        UnitKind::Html if is_angled(unit.shown().trim()) => Doubt::All(LeftoverKind::Placeholder),
        UnitKind::Html | UnitKind::Header => Doubt::None,
        UnitKind::Row => row(&unit.inlines),
        UnitKind::Text => unit.inlines.first().map_or(Doubt::None, line),
    }
}

/// A row is open when every cell that is filled, but for the first, is.
fn row(cells: &[Inlines]) -> Doubt {
    let filled: Vec<&Inlines> = cells.iter().filter(|cell| !cell.is_blank()).collect();
    let open = |cell: &&Inlines| placeholder(cell).is_some();
    let all = filled.iter().all(open);
    let all_values = filled.len() > 1 && filled[1..].iter().all(open);
    if !filled.is_empty() && (all || all_values) {
        return Doubt::All(LeftoverKind::Placeholder);
    }
    Doubt::None
}

fn line(line: &Inlines) -> Doubt {
    if grid_row(&line.plain()) {
        return Doubt::All(LeftoverKind::Placeholder);
    }
    let value = split_label(line).map(|(_, _, value)| value);
    let text = value.as_ref().filter(|value| !value.is_blank()).unwrap_or(line);
    if let Some(kind) = placeholder(text).or_else(|| placeholder(line)) {
        return Doubt::All(kind);
    }
    if behind_code(line) {
        return Doubt::All(LeftoverKind::Placeholder);
    }
    inside(line)
}

/// A name in code and behind it nothing but brackets, one of them a phrase: "`name`: [what it is]".
fn behind_code(line: &Inlines) -> bool {
    let shown = |run: &&Run| run.kind != RunKind::Html && !run.text.trim().is_empty();
    let mut runs = line.runs.iter().filter(shown);
    if runs.next().is_none_or(|run| run.kind != RunKind::Code) {
        return false;
    }
    let rest: Vec<&Run> = runs.collect();
    if rest.iter().any(|run| run.kind == RunKind::Code || run.link.is_some()) {
        return false;
    }
    let rest: String = rest.iter().map(|run| run.text.as_str()).collect();
    let has_square = rest.contains('[');
    let rest = rest.replace('(', "[").replace(')', "]");
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ":-–|".contains(c));
    has_square && is_bracketed(rest) && rest.matches('[').count() + words(rest) >= 4
}

/// A bracketed instruction that ends with a colon: what it asks for is listed below it.
pub(super) fn introduces(unit: &Unit<'_>) -> bool {
    let text = unit.text();
    let text = text.trim();
    unit.kind == UnitKind::Text
        && !unit.is_listed()
        && is_bracketed(text)
        && (text.ends_with(":]") || text.ends_with("]:"))
}

/// A row of a grid table, which CommonMark takes for text, with nothing but placeholders in it.
fn grid_row(text: &str) -> bool {
    let text = text.trim();
    let Some(cells) = text.strip_prefix('|').and_then(|text| text.strip_suffix('|')) else {
        return false;
    };
    let cell = |cell: &str| cell.trim_matches([' ', '*', '_']).to_owned();
    let mut filled = cells.split('|').map(cell).filter(|cell| !cell.is_empty()).peekable();
    filled.peek().is_some() && filled.all(|cell| is_angled(&cell))
}

/// A placeholder with nothing beside it.
fn placeholder(text: &Inlines) -> Option<LeftoverKind> {
    if text.runs.iter().any(|run| run.kind == RunKind::Code || run.link.is_some()) {
        return None;
    }
    let plain = text.plain();
    if matches!(plain.trim(), "..." | "…" | "....") {
        return Some(LeftoverKind::Placeholder);
    }
    let plain = plain.trim().trim_end_matches(['.', ':', ',']).trim();
    let bare = plain.trim_matches(['*', '_', '(', ')', ' ']);
    let upper = bare.to_uppercase();
    let first = upper.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if matches!(first, "TODO" | "TBD" | "FIXME" | "TBC") && bare.starts_with(first) {
        return Some(LeftoverKind::Todo);
    }
    if is_date_mask(bare) {
        return Some(LeftoverKind::Placeholder);
    }
    let bracketed = is_bracketed(bare) || is_angled(bare);
    let speaks = bare.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    (bracketed && speaks && !is_stamp(bare)).then_some(LeftoverKind::Placeholder)
}

/// `[a]`, `[a] [b]`, `[a]/[b]`: nothing but brackets.
fn is_bracketed(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut outside = false;
    let mut any = false;
    for c in text.chars() {
        match c {
            '[' => {
                depth += 1;
                any = true;
            }
            ']' => depth = depth.saturating_sub(1),
            c if depth == 0 && c.is_alphanumeric() => outside = true,
            _ => {}
        }
    }
    any && !outside && text.starts_with('[')
}

/// `<Name of black box 1>` as text, which an author got by escaping it; also several of them.
fn is_angled(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')) else {
        return false;
    };
    let tag = inside.starts_with(['/', '!']) || inside.ends_with('/') || inside.contains('=');
    let between = inside.split('>').skip(1).filter_map(|rest| rest.split('<').next());
    !tag && inside.contains(char::is_alphabetic)
        && between.into_iter().all(|gap| !gap.contains(char::is_alphanumeric))
}

/// `[Verified]`, `[x]`, `[1]`: one word in brackets that says something or refers to something.
fn is_stamp(text: &str) -> bool {
    let inside = text.trim_matches(['[', ']']);
    let single = words(inside) < 2;
    let done = ["verified", "done", "approved", "ok", "yes", "no", "optional", "wip", "new"];
    single && (done.contains(&inside.to_lowercase().as_str()) || inside.chars().count() < 2)
}

/// `YYYY-MM-DD`, `2024-07-XX`, `MM/DD/YYYY`.
fn is_date_mask(text: &str) -> bool {
    let masked = text.contains("YYYY") || text.contains("XX");
    masked
        && text.len() <= 12
        && text.chars().all(|c| c.is_ascii_digit() || "YMDX-/.".contains(c))
        && text.contains(['-', '/', '.'])
}

/// Something left open within a sentence.
fn inside(line: &Inlines) -> Doubt {
    for run in &line.runs {
        if run.kind != RunKind::Text || run.link.is_some() || run.text.len() != run.span.len() {
            continue;
        }
        if let Some((range, kind)) = instruction(&run.text).or_else(|| todo(&run.text)) {
            let span = Span::new(run.span.start + range.0, run.span.start + range.1);
            return Doubt::Some(kind, span);
        }
    }
    Doubt::None
}

/// A bracket of several words that reads like an instruction: "[describe the flow]".
fn instruction(text: &str) -> Option<((usize, usize), LeftoverKind)> {
    let mut at = 0;
    while let Some(open) = text[at..].find('[').map(|open| at + open) {
        let close = text[open..].find(']').map(|close| open + close)?;
        let inside = &text[open + 1..close];
        let glued = text[..open].ends_with(|c: char| c.is_alphanumeric() || "/.$=(\"'".contains(c));
        let first = inside.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let demands = INSTRUCTIONS.contains(&first.to_lowercase().as_str());
        if !glued && demands && words(inside) >= 2 {
            return Some(((open, close + 1), LeftoverKind::Placeholder));
        }
        at = close;
    }
    None
}

/// Verbs that templates begin a bracket with.
const INSTRUCTIONS: [&str; 34] = [
    "add",
    "briefly",
    "choose",
    "define",
    "describe",
    "detail",
    "document",
    "enter",
    "explain",
    "fill",
    "give",
    "how",
    "identify",
    "include",
    "insert",
    "list",
    "name",
    "note",
    "outline",
    "provide",
    "replace",
    "see",
    "specify",
    "state",
    "summarize",
    "summarise",
    "tbd",
    "to",
    "todo",
    "what",
    "where",
    "which",
    "why",
    "your",
];

/// "TODO: ..." or "TBD" as a word in capitals.
fn todo(text: &str) -> Option<((usize, usize), LeftoverKind)> {
    ["TODO", "TBD", "FIXME"].iter().find_map(|word| {
        let at = text.find(word)?;
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let apart =
            |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '/');
        let marks = after.is_none_or(|c| ":)].-".contains(c) || c.is_whitespace());
        let opens = after == Some(':') || text[at + word.len()..].trim().is_empty();
        (apart(before) && marks && opens).then_some(((at, at + word.len()), LeftoverKind::Todo))
    })
}

/// Whether a heading has words in brackets: `[Project Name] - Architecture`.
pub fn has_bracket_words(text: &str) -> bool {
    text.split_once('[')
        .and_then(|(_, rest)| rest.split_once(']'))
        .is_some_and(|(inside, _)| inside.chars().filter(|c| c.is_alphabetic()).count() >= 3)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
