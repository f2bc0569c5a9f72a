//! A status with the same in another language behind it: `已接受 (Accepted)`.

use text::source::{Source, Span};
use words::{Status, Vocabulary};

/// A status with the same in another language behind it, as the team writes it: `已接受 (Accepted)`. In code its marks
/// stay.
pub(super) fn with_gloss(source: &Source, word: Span) -> Span {
    let said = source.slice(word);
    let bare = said.strip_prefix('`').and_then(|said| said.strip_suffix('`'));
    if bare.is_some_and(|bare| !bare.contains('`')) {
        return Span::new(word.start + 1, word.end - 1);
    }
    gloss(source, word).map_or(word, |(gloss, _)| Span::new(word.start, gloss.end))
}

/// What stands in brackets behind a status and is the same status in another language, with the word in them.
pub fn gloss(source: &Source, stated: Span) -> Option<(Span, &str)> {
    let known = Vocabulary::known();
    let line = source.line_span(source.line(stated.start));
    let rest = source.text().get(stated.start..line.end)?;
    // In code both are the value: `已接受 (Accepted)`.
    let code = rest.len() - rest.trim_start_matches('`').len();
    let open = code + rest[code..].find('(')?;
    let close = open + rest[open..].find(')')?;
    let (word, inner) = (rest[code..open].trim_end(), &rest[open + 1..close]);
    let (own, other) = (known.whole::<Status>(word)?, known.whole::<Status>(inner)?);
    let shared = own.languages.iter().any(|language| other.languages.contains(language));
    let span = Span::new(stated.start + code + word.len(), stated.start + close + 1);
    (own.meaning == other.meaning && !shared).then_some((span, inner))
}
