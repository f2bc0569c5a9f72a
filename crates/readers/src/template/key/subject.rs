//! What a heading is about, where only a part of its words says it.

use std::ops::Range;

use words::{Concept, Language, Reference, Vocabulary, is_alphanumeric};

use super::Key;

impl Key {
    /// The only known wording among its words, where that is half of them or more. Words for an
    /// overview, the context or the architecture say nothing more where another stands beside them.
    pub(crate) fn main_concept(&self) -> Option<Contained> {
        let letters = |text: &str| text.chars().filter(|&c| is_alphanumeric(c)).count();
        let mut all = letters(&self.written);
        // "Level 1: Network" is on the network.
        let counts = |range: &Range<usize>| {
            self.written[range.end..].starts_with([':', '：'])
                && Self::new(&self.written[range.clone()]).is_counted()
        };
        let mut found: Vec<_> = self.wordings().filter(|(range, _)| !counts(range)).collect();
        if found.len() > 1 {
            found.retain(|(range, _)| !leads_in_compound(&self.written, range));
        }
        if found.len() > 1 {
            found.retain(|(range, concept)| {
                let general = GENERAL.contains(concept);
                all -= if general { letters(&self.written[range.clone()]) } else { 0 };
                !general
            });
        }
        let (range, concept) = as_one(&self.written, &found)?;
        let wording = &self.written[range.clone()];
        let (before, behind) = (&self.written[..range.start], &self.written[range.end..]);
        // "Beschreibung der Komponenten" and "Komponentenbeschreibung" say no more than each other.
        let introduced = !before.is_empty() && only_introduces(before) && only_treats(behind);
        let treated = introduced || only_treats(behind);
        // Without spaces the last word says what it is: 依存方向 is a direction.
        let head = !wording.chars().any(words::is_unspaced) || treated || only_general(behind);
        let said = all - letters_of_compounds(before).min(all);
        let most = 2 * letters(wording) >= said || introduced || treated && letters(before) == 0;
        (head && most).then(|| {
            let key = Self::new(wording);
            let telling = key.is_telling() || letters(behind) > 0 && treated || introduced;
            Contained { concept, key, telling, alone: introduced }
        })
    }

    /// Its words without those at the end that say how the subject is treated: "Scalability" of
    /// "Scalability considerations".
    pub(crate) fn treated(&self) -> Option<Self> {
        let ends = self.written.match_indices(|c| !is_alphanumeric(c)).map(|(at, _)| at);
        let ends: Vec<usize> = ends.filter(|&at| only_treats(&self.written[at..])).collect();
        let &first = ends.first()?;
        // "Database schema" of "Database schema design", though a schema treats things as well.
        let known = |&at: &usize| {
            at == first || Vocabulary::known().whole::<Concept>(&self.written[..at]).is_some()
        };
        let at = ends.into_iter().rev().find(known)?;
        (at > 0).then(|| Self::new(&self.written[..at]))
    }

    /// Its words without those at either end that say how much of the subject is meant, or which state of it:
    /// "Component model" of "Current component model", "Sécurité" of "Sécurité globale".
    pub fn unqualified(&self) -> Option<Self> {
        let known = Vocabulary::known();
        let mut rest = self.written.as_str();
        while let Some(found) = known.starts(Reference::Qualifier, rest) {
            rest = rest[found.len..].trim_start_matches(|c| !is_alphanumeric(c));
        }
        // What English has at the end is a noun: "Logging system".
        let behind = |word: &str| {
            let found = known.meanings::<Reference>(word);
            let mut found = found.iter().filter(|found| found.meaning == Reference::Qualifier);
            found.any(|found| found.languages.iter().any(|language| language != Language::ENGLISH))
        };
        let stands = |word: &str| behind(word) || known.is(Reference::Standing, word);
        while let Some((before, _)) = rest.rsplit_once(' ').filter(|(_, word)| stands(word)) {
            rest = before;
        }
        (rest.len() < self.written.len() && !rest.is_empty()).then(|| Self::new(rest))
    }

    /// The words that others describe, where these come first, without those for how much is meant: 数据流 of
    /// 一次请求的完整数据流.
    pub(crate) fn described(&self) -> Option<Self> {
        if !self.written.chars().any(words::is_unspaced) {
            return None;
        }
        let mut found = Vocabulary::known().find::<Reference>(&self.written);
        let ends = found.by_ref().filter(|(_, found)| found.meaning == Reference::Describes);
        let at = ends.last().map(|(range, _)| range.end)?;
        let plain = Self::new(&self.written[at..]);
        Some(plain.unqualified().unwrap_or(plain))
    }

    /// Its words but for the last, where that is another: "Performance" of "Performance optimization".
    pub(crate) fn without_last(&self) -> Option<Self> {
        let (before, _) = self.written.rsplit_once(' ')?;
        Some(Self::new(before)).filter(|key| !key.is_empty())
    }

    /// Whether it is a word and its number: `Level 1`.
    pub(crate) fn is_counted(&self) -> bool {
        let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        self.written.split_once(' ').is_some_and(|(_, rest)| number(rest))
    }

    /// Whether it names only what any part of a document may tell of.
    pub(crate) fn is_general(&self) -> bool {
        let (exact, _) = self.concepts();
        !exact.is_empty() && exact.iter().all(|found| GENERAL.contains(&found.meaning))
    }

    /// Whether it names an overview of the architecture, be it in one word: "Architekturüberblick".
    pub(crate) fn is_architecture_overview(&self) -> bool {
        let is = |text: &Self, concept| text.concepts().0.iter().any(|one| one.meaning == concept);
        let names_architecture = || {
            let inside = self.written.char_indices().map(|(at, _)| at).skip(FIRST_OF_COMPOUND);
            let mut parts = inside.flat_map(|at| {
                let (before, behind) = self.written.split_at(at);
                [before, behind].map(|part| part.trim_matches(|c| !is_alphanumeric(c)))
            });
            parts.any(|part| Vocabulary::known().is(Concept::Architecture, part))
        };
        is(self, Concept::Overview) && names_architecture()
    }

    /// What stands before and behind each place where it may come apart.
    pub(crate) fn halves(&self) -> impl Iterator<Item = Self> + '_ {
        let unspaced = self.written.chars().any(words::is_unspaced);
        let cuts = self.written.char_indices().skip(1);
        let cuts = cuts.filter(move |&(_, c)| unspaced || !is_alphanumeric(c));
        cuts.flat_map(|(at, _)| [&self.written[..at], &self.written[at..]]).map(Self::new)
    }

    /// The concepts whose wordings are among its words.
    pub fn mentioned(&self) -> Vec<Concept> {
        self.wordings().map(|(_, concept)| concept).collect()
    }

    fn wordings(&self) -> impl Iterator<Item = (Range<usize>, Concept)> {
        let found = Vocabulary::known().find::<Concept>(&self.written);
        found
            .map(|(range, found)| (range, found.meaning))
            .filter(|(_, concept)| *concept != Concept::ArchitectureDocumentation)
            .filter(|(range, _)| !ends_compound(&self.written, range))
    }
}

/// Whether a wording leads in a compound that only describes what follows: "event-to-incident data flow",
/// "event-driven data flow". What German joins is a subject: "Security-Konzept".
fn leads_in_compound(heading: &str, wording: &Range<usize>) -> bool {
    let parts = |c: char| !(is_alphanumeric(c) || c == '-');
    let Some(behind) = heading[wording.end..].strip_prefix('-') else { return false };
    let rest = behind.split(parts).next().unwrap_or_default();
    let before = heading[..wording.start].rsplit(parts).next().unwrap_or_default();
    let long = rest.contains('-') || before.contains('-');
    long || rest.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether a wording is only the last of three words or more that hyphens join and others follow:
/// "Epic-to-architecture mapping".
fn ends_compound(heading: &str, wording: &Range<usize>) -> bool {
    // A look at the whole of a long heading for each of its words would never end.
    if !heading[..wording.start].ends_with('-') {
        return false;
    }
    let before = heading[..wording.start].rsplit(char::is_whitespace).next().unwrap_or_default();
    let followed = heading[wording.end..].contains(is_alphanumeric);
    followed && before.matches('-').count() > 1
}

/// Letters of the words with hyphens in a text: what stands before a wording describes it.
fn letters_of_compounds(text: &str) -> usize {
    let compounds = text.split_whitespace().filter(|word| word.trim_matches('-').contains('-'));
    compounds.map(|word| word.chars().filter(|&c| is_alphanumeric(c)).count()).sum()
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
    /// Whether nothing else stands in the heading but what introduces it: "Description of the layers".
    pub alone: bool,
}

/// The only wording that was found in a text, or all of it where they say the same twice:
/// "Verteilungssicht Deployment".
fn as_one(text: &str, found: &[(Range<usize>, Concept)]) -> Option<(Range<usize>, Concept)> {
    let [(first, concept), rest @ ..] = found else { return None };
    let Some((last, _)) = rest.last() else { return Some((first.clone(), *concept)) };
    let same = rest.iter().all(|(_, other)| other == concept);
    let ends = std::iter::once(0).chain(found.iter().map(|(range, _)| range.end));
    let starts = found.iter().map(|(range, _)| range.start).chain([text.len()]);
    let between = |(end, start): (usize, usize)| text[end..start].contains(is_alphanumeric);
    (same && !ends.zip(starts).any(between)).then_some((first.start..last.end, *concept))
}

/// Whether a text is nothing but one of the words that any part of a document may have: アーキテクチャ.
fn only_general(text: &str) -> bool {
    let known = Vocabulary::known();
    !text.trim().is_empty() && GENERAL.iter().any(|&concept| known.is(concept, text))
}

/// Whether a text has no other words than those that say how a subject is treated: "strategy", 設計.
fn only_treats(text: &str) -> bool {
    let known = Vocabulary::known();
    let mut rest = text.trim_start_matches(|c| !is_alphanumeric(c));
    while !rest.is_empty() {
        let Some(found) = known.starts(Reference::Treatment, rest) else { return false };
        rest = rest[found.len..].trim_start_matches(|c| !is_alphanumeric(c));
    }
    true
}

/// Whether a text has no other words than those and what leads on from them: "descrição dos", "description
/// of the".
fn only_introduces(text: &str) -> bool {
    let known = Vocabulary::known();
    let text = text.trim_end();
    let leads_on = |text: &str| {
        let (of, article) = text.split_once(' ').unwrap_or((text, ""));
        known.is(Reference::For, text)
            || known.is(Reference::For, of)
                && article.chars().count() <= ARTICLE
                && article.chars().all(char::is_alphabetic)
    };
    let mut ends = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    ends.any(|at| leads_on(text[at..].trim()) && only_treats(&text[..at]))
}

/// Letters of the shortest word that a compound begins with.
const FIRST_OF_COMPOUND: usize = 2;

/// Letters of an article.
const ARTICLE: usize = 3;

/// What any part of a document may tell of.
const GENERAL: [Concept; 4] =
    [Concept::Architecture, Concept::Overview, Concept::Context, Concept::Summary];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_treated_is_known_by_its_longest_words() {
        let treated = |heading| Key::new(heading).treated().map(|key| key.text);
        assert_eq!(treated("Database schema design").as_deref(), Some("database schema"));
        assert_eq!(treated("Scalability considerations").as_deref(), Some("scalability"));
        assert_eq!(treated("Yard"), None);
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
        assert_eq!(main("Roadmap Highlights"), Some(Concept::Roadmap));
        assert_eq!(main("Descrição dos componentes"), Some(Concept::Components));
        assert_eq!(main("Descripción de la seguridad"), Some(Concept::Security));
        assert_eq!(main("기술 스택 요약"), Some(Concept::TechnologyStack));
        assert_eq!(main("Verteilungssicht Deployment"), Some(Concept::Deployment));
        assert_eq!(main("Yard RBAC roles"), None);
        assert_eq!(main("Epic-to-architecture mapping"), None);
        assert_eq!(main("Yard-to-hall data flow"), Some(Concept::DataFlow));
        assert_eq!(main("セキュリティアーキテクチャ図"), None);
        assert_eq!(main("監視アーキテクチャ"), Some(Concept::Monitoring));
    }
}
