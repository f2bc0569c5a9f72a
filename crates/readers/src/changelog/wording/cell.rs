//! Cells that say nothing, and what a template left in them.

use words::{Answer, LogWord, Placeholder, Vocabulary};

/// What stands in a cell that was left open: nothing, `-`, `TBD`, `n/a`.
pub(in super::super) fn is_blank(text: &str) -> bool {
    let text = text.trim();
    says_nothing(text) || Vocabulary::known().is(Placeholder::Todo, text)
}

fn says_nothing(text: &str) -> bool {
    let marks = text.chars().all(|c| !c.is_alphanumeric() && !matches!(c, '{' | '<' | '['));
    let letters = ["na", "xx", "xxx"].iter().any(|letters| text.eq_ignore_ascii_case(letters));
    marks || letters || denies(text)
}

/// `n/a`, `none`
fn denies(text: &str) -> bool {
    Vocabulary::known().is_any_of(&[Answer::NotApplicable, Answer::None], text)
}

/// What says that there is nothing to say: `-`, `n/a`, `none`, a ditto mark. What is empty or `TBD` is still open.
pub(in super::super) fn is_answer(text: &str) -> bool {
    let text = text.trim();
    let ditto =
        matches!(text, "\"" | "''" | "“" | "”" | "„" | "″" | "〃" | "-\"-" | "—\"—" | "–\"–");
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '−' | '/');
    let dash = text.contains(dash) && text.chars().all(|c| dash(c) || matches!(c, '.' | '\\'));
    ditto || dash || denies(text) || text.eq_ignore_ascii_case("na")
}

/// A tag of a site generator, and nothing else: `{% endtab %}`.
pub(in super::super) fn is_tag(text: &str) -> bool {
    let text = text.trim();
    text.starts_with("{%") && text.ends_with("%}")
}

/// What a template left to be replaced: `[NAME]`, `{author}`, `<date>`, `{{ meta.author }}`, `TODO`,
/// `X.Y.Z`, or the name of the field itself.
pub(in super::super) fn is_placeholder(text: &str) -> bool {
    const NAMED: [Placeholder; 3] = [Placeholder::Noun, Placeholder::Filler, Placeholder::Todo];
    let text = text.trim().trim_matches('*').trim();
    let pairs = [("[", "]"), ("{", "}"), ("<", ">"), ("&lt;", "&gt;"), ("$", "$")];
    let fenced = pairs.iter().any(|(open, close)| {
        text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).is_some_and(|inner| {
            !inner.is_empty() && !inner.contains(close) && !inner.starts_with(['@', '#'])
        })
    });
    let variable =
        text.starts_with("{{") && text.ends_with("}}") && text.matches("{{").count() == 1;
    let named = Vocabulary::known().is_any_of(&NAMED, text);
    fenced || variable || named || says_nothing(text) || is_mask(text)
}

/// `X.Y`, `vX.Y.Z`, `n.n`: letters in place of numbers.
fn is_mask(text: &str) -> bool {
    let bare = text.trim_start_matches(['v', 'V']);
    let mut parts = bare.split('.');
    let blank = |part: &str| {
        let masks = part.chars().all(|c| matches!(c.to_ascii_lowercase(), 'x' | 'y' | 'z' | 'n'));
        !part.is_empty() && part.len() <= 4 && masks
    };
    bare.contains('.') && parts.all(blank)
}

/// A row that says it goes on with the one above: `(cont.)`.
pub(in super::super) fn is_continued(text: &str) -> bool {
    super::says(LogWord::Continued, text)
}

/// What stands in the place of a date that is still to come: `(upcoming)`.
pub(in super::super) fn is_to_come(text: &str) -> bool {
    let bare = text.trim().trim_matches(['(', ')', '[', ']', '*', '（', '）']);
    super::says(LogWord::Unreleased, bare)
}

/// Says that there is no change to tell of: `Nothing has changed since 2024`.
pub(in super::super) fn is_no_change(text: &str) -> bool {
    Vocabulary::known().starts(LogWord::NoChange, text.trim()).is_some()
}
