//! Words in brackets that stand for an author's: all of a text, or some within a sentence.

use text::markdown::inline::Run;
use words::{Instruction, Placeholder, Reference, Vocabulary};

use super::marks::words;

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

/// `[Verified]`, `[x]`, `[1]`: one word in brackets that says something or refers to something.
pub(super) fn is_stamp(text: &str) -> bool {
    let inside = text.trim_matches(['[', ']']);
    let says = Vocabulary::known().is(Placeholder::Stamp, inside);
    words(inside) < 2 && (says || inside.chars().count() < 2)
}

/// `[ann@yard.example]`: somebody's address, and not the shape of one: `[your.name@company.com]`.
pub(super) fn is_address(text: &str) -> bool {
    let inside = text.trim_matches(['[', ']', '<', '>']);
    let Some((name, host)) = inside.split_once('@') else { return false };
    let domain = host.rsplit_once('.').map_or(host, |(domain, _)| domain);
    let mut words = [name, domain].into_iter().flat_map(|part| part.split(['.', '-', '_', '+']));
    let is_shape = words.any(|word| Vocabulary::known().is(Reference::Mailbox, word));
    host.contains('.') && !inside.contains(char::is_whitespace) && !is_shape
}

/// `[Back] [Save] [Publish]`, `[Select All] [+]`: three and more, or two with a sign, are what a screen offers.
pub(super) fn are_buttons(text: &str) -> bool {
    let between = text.matches("] [").count();
    let is_sign = |inside: &str| !inside.is_empty() && !inside.contains(char::is_alphanumeric);
    let mut insides = text.split('[').skip(1).filter_map(|part| Some(part.split_once(']')?.0));
    let several = between > 1 || between == 1 && insides.any(|inside| is_sign(inside.trim()));
    several && text.matches('[').count() == between + 1
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

/// Whether a heading has words in brackets: `[Project Name] - Architecture`.
pub fn has_bracket_words(text: &str) -> bool {
    text.split_once('[')
        .filter(|(_, rest)| !rest.starts_with('['))
        .and_then(|(_, rest)| rest.split_once(']'))
        .is_some_and(|(inside, _)| inside.chars().filter(|c| c.is_alphabetic()).count() >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }

    #[test]
    fn addresses_and_buttons_are_values() {
        assert!(is_address("[ann@yard.example]") && !is_address("[name at yard]"));
        assert!(are_buttons("[Back] [Save as draft] [Publish]"));
        assert!(are_buttons("[Select All] [+]"));
        assert!(!are_buttons("[Name] [Role]") && !are_buttons("[a] and [b] [c]"));
    }
}
