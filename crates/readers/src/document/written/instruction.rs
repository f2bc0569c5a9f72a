//! Whether a sentence instructs an author: "Describe the deployment", "This section will list the
//! tools".
//!
//! A verb alone says little. "Define the weights" may be what a component does, "List wagons" what an
//! operator does, "Describir la plataforma" the aim of a project. So verbs that may describe a system
//! as well count where the sentence speaks of what stands in the heading, or of a text, and below goals
//! only those count that can be nothing but spoken to somebody.

use words::{
    ClauseRole, Concept, Found, Grammar, Habit, Instruction, Language, Languages, Reference,
    Vocabulary,
};

use super::phrase;
use crate::template::key::Key;

/// What a sentence stands below.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Subject<'s> {
    /// The keys of its heading.
    pub(super) heading: &'s [Key],
    /// The label before it.
    pub(super) label: Option<&'s str>,
    /// It is an item of a list: nothing else shows whether its verb addresses the author or a system.
    pub(super) listed: bool,
    /// The section is about what is aimed at.
    pub(super) aims: bool,
}

impl Subject<'_> {
    /// Whether what stands there says what is aimed at, be it in the imperative: "Goals", "**Purpose:**".
    fn is_aim(&self) -> bool {
        let words = Vocabulary::known();
        let aims = |text: &str| AIMS.iter().any(|&aim| words.is(aim, text));
        let heading = || self.heading.iter().any(|key| words.find(&key.written).any(is_of_aims));
        self.aims || self.label.is_some_and(aims) || heading()
    }

    /// Whether a sentence has a word of the heading or the label, or speaks of what these stand for.
    pub(super) fn is_named_in(&self, sentence: &str) -> bool {
        let said = Key::new(sentence);
        let label = self.label.map(Key::new);
        let words = Vocabulary::known();
        let names = |key: &Key| {
            let same = |concept| {
                words.find::<Concept>(sentence).any(|(_, found)| found.meaning == concept)
            };
            key.shares_word(&said) || key.concepts().0.iter().any(|found| same(found.meaning))
        };
        self.heading.iter().chain(&label).any(names)
    }
}

/// What aims are called.
pub(super) const AIMS: [Concept; 3] = [Concept::Goals, Concept::Purpose, Concept::QualityGoals];

fn is_of_aims((_, found): (std::ops::Range<usize>, Found<Concept>)) -> bool {
    AIMS.contains(&found.meaning)
}

/// Whether a sentence is an instruction to an author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum IsInstruction {
    /// It is not.
    No,
    /// It may describe the system as well.
    Perhaps,
    /// It is.
    Surely,
}

/// Whether a sentence is an instruction to whoever writes below a heading.
pub(super) fn is_instruction(sentence: &str, subject: &Subject<'_>) -> IsInstruction {
    let words = Vocabulary::known();
    let sentence = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some(found) = words.at_start::<Instruction>(sentence) else {
        return if ends_with_verb(words, sentence) {
            IsInstruction::Surely
        } else {
            IsInstruction::No
        };
    };
    let (first, rest) = sentence.split_at(found.len);
    let behind = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let surely =
        |is: bool, otherwise: IsInstruction| if is { IsInstruction::Surely } else { otherwise };
    let named = || subject.is_named_in(sentence) || words.mentions(Reference::Here, rest).is_some();
    let asked = || words.starts(Instruction::Question, behind).is_some();
    match found.meaning {
        Instruction::Verb | Instruction::Supply if !is_imperative(words, sentence, found) => {
            IsInstruction::No
        }
        Instruction::Verb => {
            let form = VerbForm::of(first, found.languages);
            let is = !subject.is_aim()
                || form == VerbForm::Spoken
                || named()
                || form == VerbForm::Bare && asked();
            surely(is, IsInstruction::Perhaps)
        }
        Instruction::Supply => {
            let of_a_text = || {
                let shown = [Reference::Account, Reference::Figure];
                shown.into_iter().any(|text| words.mentions(text, rest).is_some())
            };
            let is = || named() || !subject.is_aim() && (asked() || of_a_text());
            surely(!subject.listed && is(), IsInstruction::Perhaps)
        }
        // "In this section, describe ...".
        Instruction::Opener => {
            let asks = asks(words, first) || starts_with_verb(words, behind);
            surely(asks || demands(words, behind), IsInstruction::No)
        }
        // "Briefly describe", "Add here ..."; but "to provide" states a purpose.
        Instruction::Question => {
            let is = starts_with_verb(words, behind) && !first.eq_ignore_ascii_case("to")
                || words.starts(Reference::Here, behind).is_some();
            surely(is, IsInstruction::No)
        }
    }
}

/// Whether the verb at the beginning may be an imperative, and no part of a name, a statement or a goal with
/// a figure.
fn is_imperative(words: &Vocabulary, sentence: &str, found: Found<Instruction>) -> bool {
    let (first, rest) = sentence.split_at(found.len);
    let english = found.languages.contains(Language::ENGLISH);
    // "state/2024.json", "list-wagons"; "document version" within a sentence of another script.
    let whole = first.chars().any(words::is_unspaced)
        || rest.trim_start_matches([',', '.', ':']).chars().next().is_none_or(char::is_whitespace)
            && !rest.chars().any(words::is_unspaced);
    // "Document Uploads:" stands over a list of the author's.
    let caption = english
        && sentence.trim_end().ends_with(':')
        && rest.trim_start().starts_with(char::is_uppercase);
    whole
        && !caption
        && !is_statement(words, rest, found.languages)
        && !has_measure(words, sentence)
        && !phrase::names_text(sentence)
}

/// What a verb may be besides an imperative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum VerbForm {
    /// Nothing: "Describa", "Beschreiben Sie".
    Spoken,
    /// An infinitive, in which aims are stated: "Describir".
    Infinitive,
    /// The same word as the infinitive: "Describe".
    Bare,
}

impl VerbForm {
    fn of(verb: &str, languages: Languages) -> Self {
        if languages.any_has(Habit::BareImperative) {
            return Self::Bare;
        }
        let first = verb.split(' ').next().unwrap_or_default().to_lowercase();
        let mut endings = languages.iter().flat_map(|language| language.grammar().infinitives);
        let infinitive = endings.any(|ending| first.ends_with(ending));
        if infinitive { Self::Infinitive } else { Self::Spoken }
    }
}

/// Whether a verb stands at the beginning.
fn starts_with_verb(words: &Vocabulary, text: &str) -> bool {
    let verbs = [Instruction::Verb, Instruction::Supply];
    verbs.into_iter().any(|verb| words.starts(verb, text).is_some())
}

/// Whether what stands behind an opener asks for a text: "In this section, we must list ...".
fn demands(words: &Vocabulary, behind: &str) -> bool {
    // `we`, `the author`: so many words may say who is asked.
    const MOST_WORDS: usize = 2;
    words::word_starts(behind).take(MOST_WORDS + 1).any(|at| {
        let demand = words.starts(ClauseRole::Demand, &behind[at..]);
        demand.is_some_and(|demand| {
            words.at_start::<Instruction>(behind[at + demand.len..].trim_start()).is_some()
        })
    })
}

/// Whether an opener speaks of a text to come: "this section will list", "please describe". "This
/// section describes" and "in this section" may begin an author's own.
fn asks(words: &Vocabulary, opener: &str) -> bool {
    if words.mentions(Reference::Chapter, opener).is_none() {
        let verbs = [Instruction::Verb, Instruction::Supply];
        return verbs.into_iter().any(|verb| words.mentions(verb, opener).is_some());
    }
    let plans = [ClauseRole::Plan, ClauseRole::Possibility];
    plans.iter().any(|&plan| words.mentions(plan, opener).is_some())
}

/// Whether a verb makes a statement of a sentence whose first word is a noun as well: "List prices are
/// printed". Behind a relative or question word it belongs to a clause of the instruction.
fn is_statement(words: &Vocabulary, rest: &str, languages: Languages) -> bool {
    let has = |list: fn(&Grammar) -> &'static [&'static str], word: &str| {
        languages.iter().any(|language| list(language.grammar()).contains(&word))
    };
    for word in rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        let relative = has(|grammar| grammar.relatives, &word)
            || (word.starts_with('w') || word == "how") && words.is(Instruction::Question, &word);
        if relative {
            return false;
        }
        if has(|grammar| grammar.predicates, &word) {
            return true;
        }
    }
    false
}

/// Whether a sentence has a figure to be kept outside brackets: "Document 95 % of the interfaces" is a
/// goal, and "list 3 to 5 goals" asks for some.
fn has_measure(words: &Vocabulary, sentence: &str) -> bool {
    let outside = sentence.split('(').map(|part| part.split_once(')').map_or("", |(_, rest)| rest));
    let first = sentence.split('(').next().unwrap_or_default();
    std::iter::once(first).chain(outside.skip(1)).any(|part| {
        let bounds = |c: char| matches!(c, '≥' | '≤' | '<' | '>');
        let bounded = || {
            part.split(bounds)
                .skip(1)
                .any(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
        };
        let share = || {
            part.match_indices('%')
                .any(|(at, _)| part[..at].trim_end().ends_with(|c: char| c.is_ascii_digit()))
        };
        (bounded() || share()) && words.mentions(Reference::Example, part).is_none()
    })
}

/// Where the verb comes last.
fn ends_with_verb(words: &Vocabulary, sentence: &str) -> bool {
    let sentence = sentence.trim_end_matches(|c: char| !c.is_alphanumeric());
    // The longest of these forms are far shorter.
    let tail = sentence.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
    let tail = &sentence[tail..];
    tail.char_indices().any(|(at, _)| {
        words.starts(Instruction::Verb, &tail[at..]).is_some_and(|found| {
            found.len == tail.len() - at && found.languages.any_has(Habit::VerbLast)
        })
    })
}
