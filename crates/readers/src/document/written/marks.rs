//! The marks by which words are known to stand for others: `<…>`, `{{…}}`, masks of dates, lines to sign.

use words::{DateWord, Vocabulary};

/// `<Name of black box 1>` as text, which an author got by escaping it; also several of them, and
/// `<\Name>`, where the wrong mark was escaped.
pub(super) fn is_angled(text: &str) -> bool {
    let text = text.trim_end_matches('\\');
    let Some(inside) = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')) else {
        return false;
    };
    let tag = inside.starts_with(['/', '!']) || inside.ends_with('/') || inside.contains('=');
    let between = inside.split('>').skip(1).filter_map(|rest| rest.split('<').next());
    !tag && inside.contains(char::is_alphabetic)
        && between.into_iter().all(|gap| !gap.contains(char::is_alphanumeric))
}

/// `{{NAME}}`, `{{ project name }}`: what a generator should have filled in.
pub(super) fn is_variable(text: &str) -> bool {
    text.strip_prefix("{{").and_then(|text| text.strip_suffix("}}")).is_some_and(is_name)
}

/// `{PROJECT_NAME}`: the same between single braces, where one word may be a macro of some wiki.
pub(super) fn is_slot(text: &str) -> bool {
    let inside = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
    inside.is_some_and(|inside| {
        let several = inside.trim_matches(['_', ' ']).contains(['_', ' ']);
        let capital = inside.contains(char::is_uppercase) && !inside.contains(char::is_lowercase);
        several && capital && is_name(inside)
    })
}

fn is_name(inside: &str) -> bool {
    inside.contains(char::is_alphabetic) && inside.chars().all(is_of_name)
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || "_- ".contains(c)
}

/// `{{NAME}}` within other words; the capitals distinguish it from code.
pub(super) fn variable(text: &str) -> Option<(usize, usize)> {
    // Sooner seen than two of them.
    let first = text.find('{')?;
    text[first..].match_indices("{{").find_map(|(at, braces)| {
        let open = first + at;
        let start = open + braces.len();
        let close = start + text[start..].find(|c| !is_of_name(c))?;
        let inside = &text[start..close];
        let capital = is_name(inside) && !inside.contains(char::is_lowercase);
        (capital && text[close..].starts_with("}}")).then_some((open, close + 2))
    })
}

/// `YYYY-MM-DD`, `2024-07-XX`, `TT.MM.JJJJ`.
pub(super) fn is_date_mask(text: &str) -> bool {
    let masked = || text.contains("YYYY") || text.contains("XX");
    let shaped = text.len() <= 12
        && text.chars().all(|c| c.is_ascii_digit() || "YMDX-/.".contains(c))
        && text.contains(['-', '/', '.']);
    shaped && masked() || Vocabulary::known().is(DateWord::Mask, text)
}

/// A line to write or to sign on: underscores, or dots, in a row.
pub(super) fn blank(text: &str) -> Option<(usize, usize)> {
    // Dots that lead to a page's number stand in a table of contents.
    let leads = || text.trim_end().ends_with(|c: char| c.is_ascii_digit());
    row(text, "____").or_else(|| row(text, ".......").filter(|_| !leads()))
}

/// Where a mark is repeated; most texts do not have it so much as once.
fn row(text: &str, marks: &str) -> Option<(usize, usize)> {
    let mark = marks.chars().next()?;
    let starts = text.match_indices(mark).map(|(at, _)| at);
    let found = starts.into_iter().find(|&at| text[at..].starts_with(marks));
    found.map(|at| (at, at + marks.len()))
}

/// The same where a formatter escaped the underscores and broke them up with asterisks.
pub(super) fn is_blank(text: &str) -> bool {
    let marks = text.chars().filter(|c| !c.is_whitespace());
    let line = marks.clone().all(|c| "_*\\-".contains(c));
    line && text.matches('_').count() >= 3 && marks.count() >= 5
}

pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_generator_left() {
        assert!(is_variable("{{project name}}") && is_slot("{PROJECT_NAME}"));
        assert!(["{toc}", "{NOTE}", "{a: B}", "{顧客名}"].into_iter().all(|text| !is_slot(text)));
        assert_eq!(variable("of {{PROJECT_NAME}}."), Some((3, 19)));
        assert_eq!(variable("of {{ .Values.name }} and {{name}}"), None);
    }

    #[test]
    fn a_line_to_sign_on() {
        assert!(is_blank("***\\*\\*___****"));
        assert!(blank("Name: _____ Date: ____").is_some());
        assert!(blank("1.1 PURPOSE .............. 4").is_none());
        assert!(!is_blank("---") && blank("a__b").is_none());
    }
}
