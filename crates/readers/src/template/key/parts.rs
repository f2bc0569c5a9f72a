//! The parts of a heading that may be its name: what stands before a remark, behind a name, in brackets.

use words::{Concept, MOST_LETTERS, Placeholder, Reference, Vocabulary};

use super::Key;
use super::fold::folded;
use super::number::{numbered_word, unnumbered};

/// All the keys one heading may be known by, the most literal first.
pub(crate) fn keys_of(heading: &str) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    let whole = heading.trim();
    let bare = without_parentheses(whole);
    let mut push = |text: &str| {
        let key = Key::new(text);
        if !key.is_empty() && !keys.contains(&key) {
            keys.push(key);
        }
    };
    push(whole);
    if bare != whole {
        push(bare);
    }
    for cut in CUTS {
        if let Some(title) = title_at(bare, cut) {
            push(title);
            // "Distribution (deployment view) – variant A": both may have brackets.
            push(without_parentheses(title));
        }
    }
    if let Some(before) = before_name(bare) {
        push(before);
    }
    if let Some(gloss) = gloss(whole) {
        push(gloss);
    }
    // "Appendix B: Deployment phases" is an appendix.
    if let Some((word, _)) = numbered_word(whole)
        && Vocabulary::known().whole::<Concept>(word).is_some()
    {
        push(word);
    }
    keys
}

/// What stands between a title and a remark on it.
const CUTS: [&str; 5] = [": ", "：", " – ", " — ", " - "];

/// The title of a heading that one of the marks parts; the remark comes second, an aside first.
fn title_at<'h>(heading: &'h str, cut: &str) -> Option<&'h str> {
    let (before, after) = heading.split_once(cut)?;
    Some(if is_aside(before) { after } else { before })
}

/// The key of what stands behind a name: "Ferry – Deployment view", "Ferry: Deployment view".
pub(crate) fn behind_name(heading: &str) -> Option<Key> {
    let bare = without_parentheses(heading.trim());
    let cuts = [": ", "：", " – ", " — ", " - ", " | ", " / "];
    let (_, after) = cuts.iter().find_map(|cut| bare.split_once(cut))?;
    Some(Key::new(after)).filter(|key| !key.is_empty())
}

/// Whether what stands before a dash or colon is no title: "Kapitel 7 – Verteilungssicht",
/// "TODO - Data flow", "arc42 – Runtime view".
fn is_aside(before: &str) -> bool {
    let known = Vocabulary::known();
    is_number(before)
        || known.is(Placeholder::Todo, before)
        || known.is(Concept::ArchitectureDocumentation, before)
}

fn is_number(text: &str) -> bool {
    let folded = folded(text);
    let last = folded.rsplit(' ').next().unwrap_or_default();
    !last.is_empty() && last.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// What stands in brackets behind words that nobody knows: "Estructura (Building blocks)".
fn gloss(heading: &str) -> Option<&str> {
    let inside = heading.trim_end_matches([':', ' ']).strip_suffix([')', '）'])?;
    let (before, gloss) = inside.rsplit_once(['(', '（'])?;
    let known = Vocabulary::known().whole::<Concept>(before).is_some();
    (!known && !before.trim().is_empty() && !is_remark(before, gloss)).then_some(gloss)
}

/// Whether what stands in brackets qualifies the words before it, and does not translate them: "Modèle de
/// menace (synthèse)", 選定の根拠（要約）. A translation is written as a heading is, and says more than that
/// something is a summary.
fn is_remark(before: &str, gloss: &str) -> bool {
    // "(4 phases)" counts, and says not what is counted before it.
    let counts = gloss.trim_start().starts_with(|c: char| c.is_ascii_digit());
    if counts || Vocabulary::known().is(Concept::Summary, gloss) {
        return true;
    }
    let plain = |text: &str| !text.chars().any(words::is_unspaced);
    let latin = |text: &str| text.chars().any(|c| c.is_ascii_alphabetic());
    let small = gloss.trim_start().starts_with(char::is_lowercase);
    small && plain(before) && latin(before) == latin(gloss)
}

/// The key of that: it says what the words before it mean.
pub fn glossed(heading: &str) -> Option<Key> {
    gloss(heading.trim()).map(Key::new)
}

/// The key without a remark in brackets at the end, where there is one: "Caching (planned)".
pub fn bare(heading: &str) -> Option<Key> {
    let whole = heading.trim();
    let bare = without_parentheses(whole);
    (bare != whole).then(|| Key::new(bare))
}

/// "Constraints for Atlas": what stands before the name of one thing.
fn before_name(heading: &str) -> Option<&str> {
    let (before, name) = heading.rsplit_once(' ')?;
    let (before, of) = before.rsplit_once(' ')?;
    let is_name =
        name.starts_with(char::is_uppercase) && Vocabulary::known().is(Reference::For, of);
    is_name.then_some(before)
}

/// The parts of "A & B", "A and B", "A / B", "A, B" and "A・B": one heading may serve two sections.
pub(crate) fn conjuncts(heading: &str) -> Vec<Key> {
    let bare = without_parentheses(heading.trim());
    let title = CUTS.iter().find_map(|cut| title_at(bare, cut)).unwrap_or(bare);
    let mut parts: Vec<&str> = vec![unnumbered(title)];
    if is_path(parts[0]) {
        return Vec::new();
    }
    for separator in ["&", "/", ", ", "+", "・", "、"] {
        parts = parts.iter().flat_map(|part| part.split(separator)).collect();
    }
    let parts: Vec<&str> =
        parts.into_iter().flat_map(|part| Vocabulary::known().at_and(part)).collect();
    if parts.len() < 2 {
        return Vec::new();
    }
    let mut keys = Vec::with_capacity(parts.len());
    for (at, part) in parts.iter().enumerate() {
        let part = without_parentheses(part);
        let completed = match (part.trim_end().strip_suffix('-'), parts.get(at + 1)) {
            (Some(word), Some(next)) => completed(word, next),
            _ => Some(part.to_owned()),
        };
        keys.extend(completed.map(|part| Key::new(&part)).filter(|key| !key.is_empty()));
    }
    keys
}

/// Whether it is a path of directories and no subjects: `apps/api`.
fn is_path(title: &str) -> bool {
    let in_path = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "/._-@".contains(c);
    title.contains('/') && title.trim().chars().all(in_path)
}

/// The word whose end stands in the next one: "Datenfluss" of "Daten- und Kontrollfluss"; none where it is no word
/// that is known.
fn completed(word: &str, next: &str) -> Option<String> {
    let room = MOST_LETTERS.checked_sub(word.chars().count())?;
    let next = next.trim();
    let last = next.rsplit(' ').next()?;
    let ends: Vec<usize> = last.char_indices().rev().take(room).map(|(at, _)| at).collect();
    // A word is no end of itself.
    let ends = ends.into_iter().rev().filter(|at| next.len() - last.len() + at > 0);
    let mut words = ends.map(|at| format!("{word}{}", &last[at..]));
    words.find(|word| Vocabulary::known().whole::<Concept>(word).is_some())
}

/// Without a trailing "(...)".
fn without_parentheses(text: &str) -> &str {
    let text = text.trim_end_matches([':', ' ']);
    match text.rfind(['(', '（']) {
        Some(open) if open > 0 && text.ends_with([')', '）']) => text[..open].trim_end(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_has_shorter_keys_too() {
        let texts = |heading| keys_of(heading).into_iter().map(|key| key.text).collect::<Vec<_>>();
        assert_eq!(texts("Caching (planned)"), ["caching planned", "caching"]);
        assert_eq!(texts("Component: Loader"), ["component loader", "component"]);
        let variant = texts("Caching (of halls) – variant A");
        assert!(variant.contains(&"caching".to_owned()), "{variant:?}");
        assert_eq!(texts("Limits for Atlas"), ["limits for atlas", "limits"]);
        assert_eq!(texts("Limits for each tenant"), ["limits for each tenant"]);
        assert_eq!(texts("Kapitel 7 – Verteilungssicht"), ["verteilungssicht"]);
        assert_eq!(texts("L5 — Monitoring").first().map(String::as_str), Some("monitoring"));
        assert_eq!(texts("S3: Storage").first().map(String::as_str), Some("storage"));
        assert_eq!(texts("S3 storage").first().map(String::as_str), Some("s3 storage"));
        assert_eq!(texts("TODO - Data flow").last().map(String::as_str), Some("data flow"));
    }

    #[test]
    fn a_word_in_brackets_translates_or_qualifies() {
        let gloss = |heading| glossed(heading).map(|key| key.written);
        assert_eq!(gloss("Estructura (Building blocks)").as_deref(), Some("Building blocks"));
        assert_eq!(gloss("組み立て (building blocks)").as_deref(), Some("building blocks"));
        assert_eq!(gloss("Modèle de menace (synthèse)"), None);
        assert_eq!(gloss("選定の根拠（要約）"), None);
    }

    #[test]
    fn conjunctions_come_apart() {
        let texts: Vec<_> =
            conjuncts("4. Performance & Scalability").into_iter().map(|key| key.text).collect();
        assert_eq!(texts, ["performance", "scalability"]);
        let remarks: Vec<_> =
            conjuncts("Deployment (own host) & Rollout").into_iter().map(|key| key.text).collect();
        assert_eq!(remarks, ["deployment", "rollout"]);
        let dots: Vec<_> = conjuncts("デプロイ・運用").into_iter().map(|key| key.text).collect();
        assert_eq!(dots.len(), 2);
        let half = |heading: &str| conjuncts(heading).into_iter().map(|key| key.text).next();
        assert_eq!(half("Daten- und Kontrollfluss").as_deref(), Some("datenfluss"));
        assert_eq!(half("Daten- und ganzer Kontrollfluss").as_deref(), Some("datenfluss"));
        let long = format!("Daten- und {}fluss", "x".repeat(2 * MOST_LETTERS));
        assert_eq!(half(&long).as_deref(), Some("datenfluss"));
        assert_eq!(
            half(&format!("{}- und Fluss", "x".repeat(MOST_LETTERS + 1))).as_deref(),
            Some("fluss")
        );
        let vietnamese = conjuncts("Tech stack và thư viện").into_iter().map(|key| key.text);
        assert_eq!(vietnamese.len(), 2);
        assert!(conjuncts("Branding").is_empty());
        assert!(conjuncts("apps/api").is_empty());
        assert_eq!(conjuncts("Weighing/Shunting").len(), 2);
        assert!(conjuncts("View of the scenes – packages and layers").is_empty());
    }
}
