//! What was meant for us and is read as text: `<<archdoc ...>>`, `<<# archdoc ...>>`, `<<#archdocs ...>>`,
//! and comments without their colon.
//!
//! A name alone proves nothing, for people write about the program: what follows it must be a directive's.

use text::source::Span;
use text::wording::nearest;

use super::{Kind, OPENING, arguments};
use crate::comments::{END, MARK, enclosed};

/// Our name, as it stands between the brackets.
const NAME: &str = "archdoc";

/// What most misspelt names have in common, whichever case they begin in.
pub(crate) const HINT: &str = "rchdoc";

/// The verb of a comment that allows a finding.
pub const ALLOW: &str = "allow";

/// Verbs with which other programs' comments do the same.
const SILENCING: [&str; 4] = ["disable", "ignore", "skip", "suppress"];

/// What a comment that lacks its colon was meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meant {
    /// `allow RULE`.
    Allow,
    /// A directive, or the end of a part.
    Directive,
}

/// Whether a text holds something that is nearly a directive; code and comments are not told apart.
pub(crate) fn is_in(text: &str) -> bool {
    openings(text).next().is_some() || comments(text).any(|(_, meant)| meant == Meant::Directive)
}

/// The misspelt openings of a text, each with the end of its directive.
pub(super) fn openings(text: &str) -> impl Iterator<Item = (Span, usize)> {
    text.match_indices("<<").filter_map(|(at, _)| opening(text, at))
}

fn opening(text: &str, start: usize) -> Option<(Span, usize)> {
    let blank = |c: char| c == ' ' || c == '\t';
    let inside = text[start..].strip_prefix("<<")?;
    let bare = inside.trim_start_matches(blank);
    let hashed = bare.strip_prefix('#');
    let named = hashed.unwrap_or(bare).trim_start_matches(blank);
    let len = named.find(|c: char| !is_name(c)).unwrap_or(named.len());
    let after = named[len..].chars().next().is_none_or(|c| c.is_whitespace() || c == '>');
    let end = text.len() - named.len() + len;
    let right = text[start..end] == *OPENING;
    if !after || right || text[..start].ends_with('\\') || nearest(&named[..len], [NAME]).is_none()
    {
        return None;
    }
    let close = arguments::end(text, end).ok()?;
    let key = first_word(&text[end..close - 2]);
    let asks = nearest(key, Kind::ALL.iter().map(|&(key, _)| key)).is_some();
    (asks || hashed.is_some() && key.is_empty()).then_some((Span::new(start, end), close))
}

/// The comments of a text that lack their colon: the name with the blanks up to it, and what was meant.
pub(crate) fn comments(text: &str) -> impl Iterator<Item = (Span, Meant)> {
    enclosed(text).filter_map(|whole| {
        let words = Span::new(whole.start + "<!--".len(), whole.end - "-->".len());
        comment(&text[words.range()]).map(|(name, meant)| (name.shifted(words.start), meant))
    })
}

/// The words between `<!--` and `-->`.
fn comment(words: &str) -> Option<(Span, Meant)> {
    let named = words.trim_start();
    let len = named.find(|c: char| !is_name(c)).unwrap_or(named.len());
    let bare = named[..len].strip_prefix("mdbook-").unwrap_or(&named[..len]);
    nearest(bare, [NAME])?;
    let rest = named[len..].trim_start();
    let rest = rest.strip_prefix([':', ',', ';', '=', '-', '–', '—']).map_or(rest, str::trim_start);
    let start = words.len() - named.len();
    let name = words[start..words.len() - rest.len()].trim_end();
    let meant = meant(rest.trim_end())?;
    (name != MARK).then(|| (Span::new(start, start + name.len()), meant))
}

fn meant(words: &str) -> Option<Meant> {
    let key = first_word(words);
    let rest = words[key.len()..].trim_start();
    let argument = |text: &str| {
        let key = first_word(text);
        !key.is_empty() && text[key.len()..].starts_with('=')
    };
    if key == ALLOW || SILENCING.contains(&key) {
        // The names of most rules are of several words; one of a single word stands alone.
        let rule = rest.split(|c: char| c.is_whitespace() || c == ',').next().unwrap_or_default();
        let alone = !rest.is_empty() && first_word(rest).len() == rest.len();
        return (alone && key == ALLOW || rule.contains('-') || rest.contains("reason="))
            .then_some(Meant::Allow);
    }
    let known = Kind::ALL.iter().any(|&(kind, _)| kind == key);
    let asks = match rest {
        "" => key == END || Kind::of(key).is_some_and(|kind| !kind.needs_value()),
        rest => {
            let names_code = key == Kind::Describes.key() && rest.contains(['/', '*']);
            let names_revision = key == Kind::DecisionsSince.key() && rest.starts_with(['"', '\'']);
            known && (argument(words) || argument(rest) || names_code || names_revision)
        }
    };
    asks.then_some(Meant::Directive)
}

/// The first word of a text: a directive's key, up to its `=`.
fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    &text[..text.find(|c: char| !is_name(c)).unwrap_or(text.len())]
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(text: &str) -> Vec<&str> {
        openings(text).map(|(span, _)| &text[span.range()]).collect()
    }

    #[test]
    fn a_directive_that_is_spelt_nearly_is_known_by_what_it_asks() {
        assert_eq!(opened("<<archdoc template=\"x\">>"), ["<<archdoc"]);
        assert_eq!(opened("<<# archdoc adr-index>>"), ["<<# archdoc"]);
        assert_eq!(opened("<<#archdocs adr-indx>>"), ["<<#archdocs"]);
        assert_eq!(opened("<< #Archdoc\ncoverage>>"), ["<< #Archdoc"]);
        assert_eq!(opened("<<#arcdoc>>"), ["<<#arcdoc"]);
    }

    #[test]
    fn words_about_us_are_no_directives() {
        for text in [
            "<<#archdoc template=\"x\">>",
            "the stereotype <<archdoc>>",
            "std::cout << archdoc << \"template\";",
            "\\<<archdoc template=a>>",
            "<<archdoc template=a\n\n>>",
            "<<#arch template=a>>",
        ] {
            assert_eq!(opened(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_comment_lacks_its_colon() {
        let found = |text: &str| -> Vec<(String, Meant)> {
            comments(text).map(|(span, meant)| (text[span.range()].to_owned(), meant)).collect()
        };
        let one = |name: &str, meant| vec![(name.to_owned(), meant)];
        let allow = "<!-- archdoc allow empty-section reason=\"x\" -->";
        assert_eq!(found(allow), one("archdoc", Meant::Allow));
        assert_eq!(found("<!-- archdoc allow mojibake -->"), one("archdoc", Meant::Allow));
        let allowing = |name: &str| found(&format!("<!-- {name} allow empty-section -->"));
        for name in ["archdoc,", "archdoc -", "mdbook-archdoc:", "mdbook-archdoc"] {
            assert_eq!(allowing(name), one(name, Meant::Allow));
        }
        let silencing = "<!-- archdoc ignore empty-section -->";
        assert_eq!(found(silencing), one("archdoc", Meant::Allow));
        assert_eq!(found("<!--archdoc : template='a'-->"), one("archdoc :", Meant::Directive));
        assert_eq!(
            found("<!-- archdoc adr-index sort=\"id\" -->"),
            one("archdoc", Meant::Directive)
        );
        let since = "<!-- archdoc decisions-since 'v1' -->";
        assert_eq!(found(since), one("archdoc", Meant::Directive));
        assert_eq!(found("<!-- archdoc end -->"), one("archdoc", Meant::Directive));
        assert_eq!(found("<!-- archdoc describes src/** -->"), one("archdoc", Meant::Directive));
        for text in [
            "<!-- archdoc: template=\"a\" -->",
            "<!-- archdoc: allow empty-section -->",
            "<!-- archdoc reads this chapter, too -->",
            "<!-- archdoc allow lists come later -->",
            "<!-- archdoc ignores empty-section -->",
            "<!-- archdoc skip this -->",
            "<!-- archdoc - a tool -->",
            "<!-- archdoc coverage stands below -->",
            "<!-- archdoc describes what it reads -->",
            "<!-- archdoc decisions-since then -->",
            "<!-- archdoc template -->",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
