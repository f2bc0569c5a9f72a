//! The marks by which words are known to stand for others: brackets, masks, capitals, lines to sign.

use text::markdown::inline::Run;
use words::{DateWord, Instruction, Placeholder, Reference, Vocabulary};

/// `[a]`, `[a] [b]`, `[a]/[b]`: nothing but brackets. Double ones are a macro, an include or a link of
/// some wiki.
pub(super) fn is_bracketed(text: &str) -> bool {
    if !text.starts_with('[') || text.starts_with("[[") {
        return false;
    }
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
    any && !outside
}

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

/// `{{NAME}}` within other words; the capitals tell it from code.
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

/// `[Verified]`, `[x]`, `[1]`: one word in brackets that says something or refers to something.
pub(super) fn is_stamp(text: &str) -> bool {
    let inside = text.trim_matches(['[', ']']);
    let says = Vocabulary::known().is(Placeholder::Stamp, inside);
    words(inside) < 2 && (says || inside.chars().count() < 2)
}

/// `[ann@yard.example]`: somebody's address, and not the shape of one: `[your.name@company.com]`.
pub(super) fn is_address(text: &str) -> bool {
    const SHAPES: [&str; 11] = [
        "name", "yourname", "your", "user", "username", "email", "mail", "owner", "company",
        "domain", "example",
    ];
    let inside = text.trim_matches(['[', ']', '<', '>']);
    let Some((name, host)) = inside.split_once('@') else { return false };
    let domain = host.rsplit_once('.').map_or(host, |(domain, _)| domain);
    let mut words = [name, domain].into_iter().flat_map(|part| part.split(['.', '-', '_', '+']));
    let is_shape = words.any(|word| SHAPES.iter().any(|shape| word.eq_ignore_ascii_case(shape)));
    host.contains('.') && !inside.contains(char::is_whitespace) && !is_shape
}

/// `[Back] [Save] [Publish]`: three and more are what a screen offers.
pub(super) fn are_buttons(text: &str) -> bool {
    text.matches("] [").count() > 1 && text.matches('[').count() == text.matches("] [").count() + 1
}

/// `YYYY-MM-DD`, `2024-07-XX`, `TT.MM.JJJJ`.
pub(super) fn is_date_mask(text: &str) -> bool {
    let masked = || text.contains("YYYY") || text.contains("XX");
    let shaped = text.len() <= 12
        && text.chars().all(|c| c.is_ascii_digit() || "YMDX-/.".contains(c))
        && text.contains(['-', '/', '.']);
    shaped && masked() || Vocabulary::known().is(DateWord::Mask, text)
}

/// The whole text says that something is to be done, or fills the space.
pub(super) fn is_open(text: &str) -> Option<Placeholder> {
    const LATIN: &str = "lorem ipsum";
    let known = Vocabulary::known().meanings::<Placeholder>(text);
    let is = |kind: &Placeholder| known.iter().any(|found| found.meaning == *kind);
    if let Some(kind) = [Placeholder::Todo, Placeholder::Filler].into_iter().find(is) {
        return Some(kind);
    }
    if todo(text).is_some_and(|(start, _)| start == 0) {
        return Some(Placeholder::Todo);
    }
    let start = text.get(..LATIN.len());
    let latin = start.is_some_and(|start| start.eq_ignore_ascii_case(LATIN));
    latin.then_some(Placeholder::Filler)
}

/// Whether an abbreviation is explained: "TBD" by "to be decided".
pub(super) fn is_spelt_out(short: &str, long: &str) -> bool {
    let initials: String = long.split_whitespace().filter_map(|word| word.chars().next()).collect();
    short.trim().chars().count() > 1 && short.trim().to_lowercase() == initials.to_lowercase()
}

/// TODO, TBD: a word in capitals, apart from others.
pub(super) fn todo(text: &str) -> Option<(usize, usize)> {
    let glue = |c: char| c.is_alphanumeric() || "_/-".contains(c);
    let mut from = 0;
    let capital = |from: usize| text.bytes().skip(from).position(|c| c.is_ascii_uppercase());
    while let Some(at) = capital(from).map(|at| from + at) {
        let rest = &text[at..];
        let len = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..len];
        let before = text[..at].chars().next_back();
        let after = rest[len..].chars().next();
        let apart = before.is_none_or(|c| !glue(c)) && after.is_none_or(|c| !glue(c));
        let capital = word.len() > 2 && word.chars().all(|c| c.is_ascii_uppercase());
        let known = Vocabulary::known();
        let todo = apart && capital && known.is(Placeholder::Todo, word);
        let todo = todo && !(word == "TODO" && is_in_name(&text[..at], &rest[len..]));
        // "contains TODO markers" tells of them.
        let next = rest[len..].strip_prefix(' ').unwrap_or_default();
        if todo && (at == 0 || known.starts(Placeholder::Mention, next).is_none()) {
            return Some((at, at + len));
        }
        from = at + len;
    }
    None
}

/// Whether words in capitals stand on both sides: "GRUPO TODO EN UNO" is a name, in whose language the
/// word means "all".
fn is_in_name(before: &str, after: &str) -> bool {
    let capital = |word: Option<&str>| {
        word.is_some_and(|word| word.len() > 1 && word.chars().all(char::is_uppercase))
    };
    before.ends_with(' ')
        && capital(before.split_whitespace().next_back())
        && after.starts_with(' ')
        && capital(after.split_whitespace().next())
}

/// Nouns in brackets are a template's from this many on; fewer may be a reference or a remark.
const MIN_NOUNS: usize = 3;

/// A bracket of several words within a sentence that asks for others: "[describe the flow]", "[name
/// of the module]".
pub(super) fn instruction(text: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    while let Some(open) = text[at..].find('[').map(|open| at + open) {
        if text[open..].starts_with("[[") {
            at = text[open..].find("]]").map(|close| open + close)? + 2;
            continue;
        }
        let close = text[open..].find(']').map(|close| open + close)?;
        let inside = &text[open + 1..close];
        let glued = text[..open].ends_with(|c: char| c.is_alphanumeric() || "/.$=(\"'".contains(c))
            || text[close + 1..].starts_with(['(', '[', ':']);
        if !glued && asks(inside) {
            return Some((open, close + 1));
        }
        at = close;
    }
    None
}

/// A choice that nobody made: the bold words `[modular/distributed/of one piece]`.
pub(super) fn choice(run: &Run<'_>) -> Option<(usize, usize)> {
    let text = run.text.trim();
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'))?;
    let plain = |c: char| c.is_alphabetic() || " /-".contains(c);
    let offers = inside.contains('/') && inside.chars().all(plain) && !inside.starts_with('/');
    (run.strong && offers).then_some((0, run.text.len()))
}

fn asks(inside: &str) -> bool {
    let known = Vocabulary::known();
    if known.starts(Reference::Example, inside).is_some() && words(inside) >= 2 {
        return true;
    }
    let demands = |meaning| known.starts::<Instruction>(meaning, inside).is_some();
    let words = words(inside);
    let plain = |c: char| c.is_alphabetic() || c.is_whitespace() || "-,/'’&".contains(c);
    let verbs = [Instruction::Verb, Instruction::Supply, Instruction::Question];
    words >= 2 && verbs.into_iter().any(demands) || words >= MIN_NOUNS && inside.chars().all(plain)
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

/// Whether a heading has words in brackets: `[Project Name] - Architecture`.
pub fn has_bracket_words(text: &str) -> bool {
    text.split_once('[')
        .filter(|(_, rest)| !rest.starts_with('['))
        .and_then(|(_, rest)| rest.split_once(']'))
        .is_some_and(|(inside, _)| inside.chars().filter(|c| c.is_alphabetic()).count() >= 3)
}

pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_todo_is_a_word_in_capitals() {
        assert_eq!(todo("within TBD seconds"), Some((7, 10)));
        assert_eq!(todo("Proposed. TODO."), Some((10, 14)));
        assert_eq!(todo("the todo list, TODO_LIST, TODO-App, a/TODO"), None);
        assert_eq!(todo("HTTP, API and TODOS"), None);
        assert_eq!(todo("The pipeline has TODO markers for load tests."), None);
        assert_eq!(todo("TODO comments are to be written"), Some((0, 4)));
        assert_eq!(todo("GRUPO TODO EN UNO"), None);
        assert_eq!(todo("TODO ADD A PICTURE"), Some((0, 4)));
    }

    #[test]
    fn what_a_generator_left() {
        assert!(is_variable("{{project name}}") && is_slot("{PROJECT_NAME}"));
        assert!(["{toc}", "{NOTE}", "{a: B}", "{顧客名}"].into_iter().all(|text| !is_slot(text)));
    }

    #[test]
    fn brackets_that_ask() {
        assert!(instruction("guided by [the principles of the module].").is_some());
        assert!(instruction("grows by [describe how]").is_some());
        assert!(instruction("see [RFC 9110], [Smith et al. 2020] and a[index of row]").is_none());
        assert!(instruction("[the old guide](a.md)").is_none());
        assert!(
            instruction("[[the name of a page]] and [[setvar key=\"title\" value=\"a b\"]]")
                .is_none()
        );
        assert!(instruction("runs on [e.g. Linux]").is_some());
        assert!(!is_bracketed("[[_TOC_]]") && !has_bracket_words("[[$title]]"));
        assert_eq!(variable("of {{PROJECT_NAME}}."), Some((3, 19)));
        assert_eq!(variable("of {{ .Values.name }} and {{name}}"), None);
    }

    #[test]
    fn addresses_and_buttons_are_values() {
        assert!(is_address("[ann@yard.example]") && !is_address("[name at yard]"));
        assert!(are_buttons("[Back] [Save as draft] [Publish]"));
        assert!(!are_buttons("[Name] [Role]") && !are_buttons("[a] and [b] [c]"));
    }

    #[test]
    fn a_line_to_sign_on() {
        assert!(is_blank("***\\*\\*___****"));
        assert!(blank("Name: _____ Date: ____").is_some());
        assert!(blank("1.1 PURPOSE .............. 4").is_none());
        assert!(!is_blank("---") && blank("a__b").is_none());
    }
}
