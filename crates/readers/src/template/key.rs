//! Heading keys: what is left of a heading when everything that carries no identity is taken away.
//!
//! Measured on 88 real documents: numbers, emoji, emphasis, case, `&`, dashes, diacritics, trailing
//! parentheses and plural endings vary freely while the section stays the same.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use words::{Concept, Found, Placeholder, Reference, Vocabulary};

/// A normalised heading. Keys are equal when their words are.
#[derive(Clone, Debug)]
pub struct Key {
    /// The heading as it is written, without its number: languages have letters that the words lack.
    pub written: String,
    /// The words, joined by one space.
    pub text: String,
    /// The same without plural endings.
    pub stem: String,
    /// Characters of the words, counted once for the many comparisons of a search for typos.
    len: usize,
    /// Which letters occur, as bits, for the same reason.
    letters: u64,
}

impl Key {
    /// The key of a heading's plain text.
    pub fn new(heading: &str) -> Self {
        let written = unnumbered(heading);
        let folded = folded(written);
        // Digits that folding made plain are a number too.
        let text = words(if written == heading { without_number(&folded) } else { &folded });
        let stem = text.split(' ').map(singular).collect::<Vec<_>>().join(" ");
        let len = text.chars().count();
        let letters = text.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 64));
        Self { written: written.trim().to_owned(), text, stem, len, letters }
    }

    /// True for headings of nothing but signs and emoji.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether two keys have a word in common, endings aside.
    pub fn shares_word(&self, other: &Self) -> bool {
        let stem = |word: &str| word.chars().take(STEM).collect::<String>();
        let long = |word: &&str| word.chars().count() >= STEM;
        let words = |key: &'_ Self| key.text.split(' ').filter(long).map(stem).collect::<Vec<_>>();
        let theirs = words(other);
        words(self).iter().any(|word| theirs.contains(word))
    }

    /// True for one word, which may mean something else elsewhere: "Tools", "Scope".
    pub fn is_one_word(&self) -> bool {
        !self.text.contains(' ')
    }

    /// What is called so in any language: exactly, then as a plural or a singular.
    pub fn concepts(&self) -> (Vec<Found<Concept>>, Vec<Found<Concept>>) {
        let known = |text: &str| Vocabulary::known().meanings::<Concept>(text);
        let exact = known(&self.written);
        if !exact.is_empty() || self.text.is_empty() {
            return (exact, Vec::new());
        }
        let mut near = if self.stem == self.text { Vec::new() } else { known(&self.stem) };
        if near.is_empty() && self.text.is_ascii() && !self.text.ends_with('s') {
            near = known(&format!("{}s", self.text));
        }
        (exact, near)
    }

    /// Whether its words say what it is wherever it stands: several, or one as long as several.
    pub fn is_telling(&self) -> bool {
        !self.is_one_word() || is_long(&self.text)
    }

    /// The only known wording among its words, where that is half of them or more. Words for an
    /// overview, the context or the architecture say nothing more where another stands beside them.
    pub fn main_concept(&self) -> Option<Contained> {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let mut all = letters(&self.written);
        let mut found: Vec<_> = self.wordings().collect();
        if found.len() > 1 {
            found.retain(|(range, concept)| {
                let general = GENERAL.contains(concept);
                all -= if general { letters(&self.written[range.clone()]) } else { 0 };
                !general
            });
        }
        let [(range, concept)] = found.as_slice() else { return None };
        let wording = &self.written[range.clone()];
        let behind = &self.written[range.end..];
        let treated = only_treats(behind);
        // Without spaces the last word says what it is: 依存方向 is a direction.
        let head = !wording.chars().any(words::is_unspaced) || treated;
        let most =
            2 * letters(wording) >= all || treated && letters(&self.written[..range.start]) == 0;
        (head && most).then(|| {
            let key = Self::new(wording);
            let telling = key.is_telling() || letters(behind) > 0 && treated;
            Contained { concept: *concept, key, telling }
        })
    }

    /// The concepts whose wordings are among its words.
    pub fn mentioned(&self) -> Vec<Concept> {
        self.wordings().map(|(_, concept)| concept).collect()
    }

    fn wordings(&self) -> impl Iterator<Item = (std::ops::Range<usize>, Concept)> {
        let found = Vocabulary::known().find::<Concept>(&self.written);
        found
            .map(|(range, found)| (range, found.meaning))
            .filter(|(_, concept)| *concept != Concept::ArchitectureDocumentation)
    }

    /// Whether it is the heading to write for a concept, in one of the languages that have it.
    pub fn is_usual(&self, concept: Found<Concept>) -> bool {
        concept.languages.iter().any(|language| {
            let usual = Vocabulary::wording(concept.meaning, language);
            usual.is_some_and(|usual| words::folded(usual) == words::folded(&self.written))
        })
    }
}

/// A known wording that makes up most of a heading.
#[derive(Clone, Debug)]
pub struct Contained {
    /// What is called so.
    pub concept: Concept,
    /// The wording alone.
    pub key: Key,
    /// Whether it says what the heading is wherever that stands: several words, or what goes on with
    /// nothing but how the subject is treated ("Logging strategy").
    pub telling: bool,
}

/// Whether a text has no other words than those that say how a subject is treated: "strategy", 設計.
fn only_treats(text: &str) -> bool {
    let known = Vocabulary::known();
    let mut rest = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    while !rest.is_empty() {
        let Some(found) = known.starts(Reference::Treatment, rest) else { return false };
        rest = rest[found.len..].trim_start_matches(|c: char| !c.is_alphanumeric());
    }
    true
}

/// What any part of a document may tell of.
const GENERAL: [Concept; 3] = [Concept::Architecture, Concept::Overview, Concept::Context];

/// Letters that a shared word must have in common; endings vary with grammar.
const STEM: usize = 5;

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Key {}

/// Whether one word says as much as two: compounds, and scripts without spaces.
fn is_long(word: &str) -> bool {
    word.chars().count() > LONG_WORD || word.chars().any(words::is_unspaced)
}

/// Letters of the longest English word that names a section on its own ("authentication" has 14);
/// a longer one is a compound.
const LONG_WORD: usize = 14;

/// All the keys one heading may be known by, the most literal first.
pub fn keys_of(heading: &str) -> Vec<Key> {
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
    push(&bare);
    for cut in CUTS {
        if let Some(title) = title_at(&bare, cut) {
            push(title);
        }
    }
    if let Some(before) = before_name(&bare) {
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
pub fn behind_name(heading: &str) -> Option<Key> {
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

/// What stands in brackets behind words that nobody knows: "Estructura (Building blocks)".
fn gloss(heading: &str) -> Option<&str> {
    let inside = heading.trim_end_matches([':', ' ']).strip_suffix([')', '）'])?;
    let (before, gloss) = inside.rsplit_once(['(', '（'])?;
    let known = Vocabulary::known().whole::<Concept>(before).is_some();
    (!known && !before.trim().is_empty() && !is_remark(before, gloss)).then_some(gloss)
}

/// Whether a word in brackets qualifies the words before it, and does not translate them: "Modèle de
/// menace (synthèse)". A translation is written as a heading is.
fn is_remark(before: &str, gloss: &str) -> bool {
    let plain = |text: &str| !text.chars().any(words::is_unspaced);
    let latin = |text: &str| text.chars().any(|c| c.is_ascii_alphabetic());
    let small = gloss.trim_start().starts_with(char::is_lowercase);
    small && plain(before) && latin(before) == latin(gloss)
}

/// The key of that: it says what the words before it mean.
pub fn glossed(heading: &str) -> Option<Key> {
    gloss(heading.trim()).map(Key::new)
}

/// The key without a remark in brackets at the end: "Caching (planned)".
pub fn bare(heading: &str) -> Key {
    Key::new(&without_parentheses(heading.trim()))
}

/// "Constraints for Atlas": what stands before the name of one thing.
fn before_name(heading: &str) -> Option<&str> {
    let (before, name) = heading.rsplit_once(' ')?;
    let (before, of) = before.rsplit_once(' ')?;
    let is_name =
        name.starts_with(char::is_uppercase) && Vocabulary::known().is(Reference::For, of);
    is_name.then_some(before)
}

/// The parts of "A & B", "A and B", "A / B" and "A, B": one heading may serve two sections.
pub fn conjuncts(heading: &str) -> Vec<Key> {
    let bare = without_parentheses(heading.trim());
    let title = CUTS.iter().find_map(|cut| title_at(&bare, cut)).unwrap_or(&bare);
    let mut parts: Vec<&str> = vec![unnumbered(title)];
    for separator in ["&", "/", ", ", "+"] {
        parts = parts.iter().flat_map(|part| part.split(separator)).collect();
    }
    let parts: Vec<&str> =
        parts.into_iter().flat_map(|part| Vocabulary::known().at_and(part)).collect();
    if parts.len() < 2 {
        return Vec::new();
    }
    parts.into_iter().map(Key::new).filter(|key| !key.is_empty()).collect()
}

/// Lower case, no diacritics, German `ae`/`oe`/`ue` as the umlaut's base letter, plain dashes.
fn folded(heading: &str) -> String {
    let lower = heading.to_lowercase().replace('ß', "ss");
    let plain: String = lower.nfkd().filter(|&c| !is_combining_mark(c)).collect();
    plain.replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

/// Words of letters and digits; `&` is a word, an apostrophe joins.
fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut space = false;
    let mut put = |piece: &str, space: &mut bool| {
        if *space && !words.is_empty() {
            words.push(' ');
        }
        *space = false;
        words.push_str(piece);
    };
    let mut buffer = [0; 4];
    for c in text.chars() {
        match c {
            '&' | '+' => {
                space = true;
                put("and", &mut space);
                space = true;
            }
            '\'' | '’' | '‘' => {}
            c if c.is_alphanumeric() => put(c.encode_utf8(&mut buffer), &mut space),
            _ => space = true,
        }
    }
    words
}

/// Without `1.`, `1.2`, `0)`, `A.`, `§3`, `Kapitel 6:`, `Appendix A:` and leading signs.
fn unnumbered(heading: &str) -> &str {
    let text = without_signs(heading);
    let text = without_ordinal(text).unwrap_or(text);
    without_number(numbered_word(text).map_or(text, |(_, title)| title))
}

/// What follows `第三章`, `第十二部分：`, `제2장`.
fn without_ordinal(text: &str) -> Option<&str> {
    let number = text.strip_prefix(['第', '제'])?.trim_start();
    let is_digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(c);
    let word = number.trim_start_matches(is_digit).trim_start();
    let found = Vocabulary::known().starts(Reference::Chapter, word)?;
    let signs = |c: char| c.is_whitespace() || matches!(c, ':' | '：' | '、' | '．' | '.' | '-');
    let title = word[found.len..].trim_start_matches(signs);
    (word.len() < number.len() && !title.is_empty()).then_some(title)
}

/// The word for a chapter that a heading begins with, and what follows its number.
fn numbered_word(heading: &str) -> Option<(&str, &str)> {
    let text = without_signs(heading);
    let word = Vocabulary::known().starts(Reference::Chapter, text)?;
    let (word, rest) = text.split_at(word.len);
    Some((word, numbered(rest.strip_prefix(' ')?)?))
}

/// Without leading signs, emoji and their short names: `:rocket: Deployment`.
fn without_signs(heading: &str) -> &str {
    let text = heading.trim_start();
    let name = text.strip_prefix(':').and_then(|rest| rest.split_once(": "));
    let is_name = |name: &str| {
        !name.is_empty()
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+'))
    };
    let text = name.filter(|(name, _)| is_name(name)).map_or(text, |(_, rest)| rest);
    text.trim_start_matches(|c: char| !c.is_alphanumeric())
}

fn without_number(text: &str) -> &str {
    let found = without_digits(text).or_else(|| without_letter(text));
    found.or_else(|| without_numeral(text)).unwrap_or(text)
}

/// What follows `一、` or `十二．`.
fn without_numeral(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let title = rest.strip_prefix(['、', '．', '.'])?;
    (rest.len() < text.len() && !title.trim().is_empty()).then_some(title)
}

/// What follows `1.`, `1.2`, `3)` or a bare `4 `.
fn without_digits(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = &text[..text.len() - rest.len()];
    if !number.starts_with(|c: char| c.is_ascii_digit()) || rest.trim().is_empty() {
        return None;
    }
    let closed = rest.strip_prefix([')', ':', ']']).unwrap_or(rest);
    let first = closed.chars().next()?;
    let separated = number.ends_with('.')
        || closed.len() < rest.len()
        || first.is_whitespace()
        || (is_dash(first) && closed[first.len_utf8()..].starts_with(' '))
        || (first.is_alphabetic() && !first.is_ascii());
    separated.then_some(closed)
}

/// What follows `A.`, `b)` or `IV.`.
fn without_letter(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let number = &text[..text.len() - rest.len()];
    let roman = number.len() <= LONGEST_ROMAN
        && number.bytes().all(|b| matches!(b.to_ascii_lowercase(), b'i' | b'v' | b'x'));
    let rest = rest.strip_prefix(['.', ')']).filter(|_| number.len() == 1 || roman)?;
    (!number.is_empty() && rest.starts_with(' ') && !rest.trim().is_empty()).then_some(rest)
}

/// Letters of XVIII: more chapters are not counted so.
const LONGEST_ROMAN: usize = 5;

/// What follows the number or letter of "chapter 6: ...".
fn numbered(text: &str) -> Option<&str> {
    let word_end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let (number, rest) = text.split_at(word_end);
    let counts = number.chars().all(|c| c.is_ascii_digit()) || number.chars().count() == 1;
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    (counts && !number.is_empty() && !rest.is_empty()).then_some(rest)
}

fn is_number(text: &str) -> bool {
    let folded = folded(text);
    let last = folded.rsplit(' ').next().unwrap_or_default();
    !last.is_empty() && last.chars().all(|c| c.is_ascii_digit() || c == '.')
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '\u{2011}')
}

/// Without a trailing "(...)".
fn without_parentheses(text: &str) -> String {
    let text = text.trim_end_matches([':', ' ']);
    match text.rfind(['(', '（']) {
        Some(open) if open > 0 && text.ends_with([')', '）']) => {
            text[..open].trim_end().to_owned()
        }
        _ => text.to_owned(),
    }
}

/// Without the ending of an English plural.
fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(stem) if stem.len() >= 3 && !stem.ends_with(['s', 'u', 'i']) => stem,
        _ => word,
    }
}

/// The same letters, two neighbours of which changed places.
fn is_swap(a: &str, b: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    letters(a) == letters(b) && strsim::osa_distance(a, b) == 1
}

/// Whether two keys differ by no more than a small typo: word by word, or in where words part.
///
/// One edit in a word of up to eight letters, two in a longer one; short words are never near.
pub fn is_typo(a: &Key, b: &Key) -> bool {
    // An edit brings in one letter and takes out another.
    let strange = (a.letters ^ b.letters).count_ones() as usize > 2 * MOST_EDITS;
    if strange || a.len.abs_diff(b.len) > MOST_EDITS || a.text == b.text {
        return false;
    }
    let mut edits = 0;
    let mut words = (a.text.split(' '), b.text.split(' '));
    loop {
        match (words.0.next(), words.1.next()) {
            (None, None) => return edits <= MOST_EDITS,
            (Some(a), Some(b)) => match word_edits(a, b) {
                Some(more) => edits += more,
                None => break,
            },
            _ => break,
        }
    }
    let joined = |key: &Key| key.text.replace(' ', "");
    a.len > SHORT && joined(a) == joined(b)
}

/// Edits that a title may take.
const MOST_EDITS: usize = 2;

/// Letters of a word in which any edit makes another word, but for two that changed places.
const SHORT: usize = 5;

/// The edits between two words; none where these are more than a typo.
fn word_edits(a: &str, b: &str) -> Option<usize> {
    if a == b {
        return Some(0);
    }
    let letters = a.chars().count().min(b.chars().count());
    let allowed = match letters {
        0..=3 => return None,
        4..=SHORT => return is_swap(a, b).then_some(1),
        6..=8 => 1,
        _ => MOST_EDITS,
    };
    let far = a.len().abs_diff(b.len()) > 2 * allowed || a.chars().next() != b.chars().next();
    let edits = if far { return None } else { strsim::osa_distance(a, b) };
    (edits <= allowed).then_some(edits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoration_is_no_identity() {
        for heading in [
            "Security Considerations",
            "5. Security considerations",
            "5.1 **Security** Considerations:",
            "🔒 Security Considerations",
            "0) SECURITY CONSIDERATIONS",
            "A. Security Considerations",
            "§3 Security Considerations",
            "IV. Security considerations",
            ":lock: Security Considerations",
            "Chapter 6: Security Considerations",
        ] {
            let plain = heading.replace('*', "");
            assert_eq!(Key::new(&plain).text, "security considerations", "{heading}");
        }
        assert_eq!(Key::new("Einführung und Ziele"), Key::new("Einfuehrung und Ziele"));
        assert_eq!(Key::new("Monitoring & Logging"), Key::new("Monitoring and Logging"));
        assert_eq!(Key::new("Non\u{2011}Goals"), Key::new("Non-Goals"));
        assert_eq!(Key::new("Data Models").stem, Key::new("Data Model").stem);
        assert_eq!(Key::new("12-factor App").text, "12 factor app");
        assert_eq!(Key::new("3D Model").text, "3d model");
        assert_eq!(Key::new("1. 文档信息").text, "文档信息");
        assert_eq!(Key::new("二、技术栈").text, "技术栈");
        assert_eq!(Key::new("一览").text, "一览");
    }

    #[test]
    fn a_heading_has_shorter_keys_too() {
        let texts = |heading| keys_of(heading).into_iter().map(|key| key.text).collect::<Vec<_>>();
        assert_eq!(texts("Caching (planned)"), ["caching planned", "caching"]);
        assert_eq!(texts("Component: Loader"), ["component loader", "component"]);
        assert_eq!(texts("Limits for Atlas"), ["limits for atlas", "limits"]);
        assert_eq!(texts("Limits for each tenant"), ["limits for each tenant"]);
        assert_eq!(texts("Kapitel 7 – Verteilungssicht"), ["verteilungssicht"]);
        assert_eq!(texts("TODO - Data flow").last().map(String::as_str), Some("data flow"));
    }

    #[test]
    fn endings_do_not_matter() {
        let share = |a, b| Key::new(a).shares_word(&Key::new(b));
        assert!(share("Décisions", "Décision d'architecture"));
        assert!(share("Scénarios de qualité", "Exigences de qualité"));
        assert!(!share("Annexe", "Glossaire"));
    }

    #[test]
    fn a_heading_may_be_known_by_its_main_words() {
        let main = |heading| Key::new(heading).main_concept().map(|found| found.concept);
        assert_eq!(main("Rental Data Models"), Some(Concept::DataModel));
        assert_eq!(main("Datenschutz-Architektur"), Some(Concept::DataProtection));
        assert_eq!(main("Security of data flows"), None);
        assert_eq!(main("Data flow of the nightly import from the office"), None);
        assert_eq!(main("第十二章：缓存策略"), Some(Concept::Caching));
        assert_eq!(main("数据与链路约束"), None);
        assert_eq!(main("依存方向"), None);
    }

    #[test]
    fn a_word_in_brackets_translates_or_qualifies() {
        let gloss = |heading| glossed(heading).map(|key| key.written);
        assert_eq!(gloss("Estructura (Building blocks)").as_deref(), Some("Building blocks"));
        assert_eq!(gloss("組み立て (building blocks)").as_deref(), Some("building blocks"));
        assert_eq!(gloss("Modèle de menace (synthèse)"), None);
    }

    #[test]
    fn conjunctions_come_apart() {
        let texts: Vec<_> =
            conjuncts("4. Performance & Scalability").into_iter().map(|key| key.text).collect();
        assert_eq!(texts, ["performance", "scalability"]);
        assert!(conjuncts("Branding").is_empty());
        assert!(conjuncts("View of the scenes – packages and layers").is_empty());
    }

    #[test]
    fn typos_are_near_and_other_words_are_not() {
        assert!(is_typo(&Key::new("gloassary"), &Key::new("glossary")));
        assert!(is_typo(&Key::new("architecture desicions"), &Key::new("architecture decisions")));
        assert!(is_typo(&Key::new("gaols"), &Key::new("goals")));
        assert!(!is_typo(&Key::new("scope"), &Key::new("scale")));
        assert!(!is_typo(&Key::new("data model"), &Key::new("data flow")));
        assert!(is_typo(&Key::new("Baustein-Sicht"), &Key::new("Bausteinsicht")));
        assert!(!is_typo(&Key::new("Deployment Review"), &Key::new("Deployment View")));
    }
}
