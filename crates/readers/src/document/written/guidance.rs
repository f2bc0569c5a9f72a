//! Sentences that tell an author what to write: "Describe the deployment", "This section will list
//! the tools".
//!
//! Measured on 570 written sections, a text in which every sentence begins so was never an author's.
//! Where some sentences do and others do not, it is a text: steps for an operator begin with verbs
//! too. So do plans for the system ("Include basic monitoring"): a list of those alone is no guidance.

use words::{Clause, Instruction, Language, Languages, Reference, Vocabulary};

use super::phrase;

/// Longer than this, a text is a text.
const MAX_SENTENCES: usize = 4;
/// As many items may a list of instructions have.
const MAX_ITEMS: usize = 8;

/// A paragraph or an item.
pub(super) struct Passage {
    pub(super) text: String,
    pub(super) listed: bool,
    /// Neither code nor a link is in it, and it introduces nothing.
    pub(super) plain: bool,
}

/// Whether a body of running text does nothing but instruct; code, tables and pictures are for the
/// caller to exclude.
pub(super) fn is_all(passages: &[Passage]) -> bool {
    let items = passages.iter().filter(|passage| passage.listed).count();
    let mut outside = 0;
    let mut sure = false;
    let mut listing = false;
    for passage in passages {
        // What an instruction with a colon asks for is listed below it.
        if passage.listed && listing {
            continue;
        }
        if is_named_help(&passage.text) {
            sure = true;
            continue;
        }
        for sentence in sentences(&passage.text) {
            outside += usize::from(!passage.listed);
            let names = || !passage.listed && passage.plain && phrase::is_one(sentence);
            if !instructs(sentence) && !names() {
                return false;
            }
            sure |= !passage.listed || !supplies(sentence);
        }
        listing = !passage.listed && passage.text.trim_end().ends_with([':', '：']);
    }
    sure && items <= MAX_ITEMS && outside <= MAX_SENTENCES
}

/// `Template: A brief description of ...`: it says itself whose text it is.
fn is_named_help(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let named = Vocabulary::known().starts(Reference::Template, text);
    named.is_some_and(|found| text[found.len..].trim_start().starts_with([':', '：']))
}

/// Whether a passage begins with an instruction, whatever else it says: an example, a promise.
pub(super) fn begins(passage: &str) -> bool {
    sentences(passage).first().is_some_and(|first| instructs(first))
}

/// Whether a passage begins with words about the section that it stands in.
pub(super) fn speaks_of_section(passage: &str) -> bool {
    let passage = passage.trim_start_matches(|c: char| !c.is_alphanumeric());
    Vocabulary::known().starts(Instruction::Opener, passage).is_some()
}

/// Whether a sentence asks for something to be put in, be it into the text or into the system.
fn supplies(sentence: &str) -> bool {
    let sentence = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    let found = Vocabulary::known().at_start::<Instruction>(sentence);
    found.is_some_and(|found| found.meaning == Instruction::Supply)
}

/// Whether a verb stands at the beginning.
fn starts_with_verb(words: &Vocabulary, text: &str) -> bool {
    let verbs = [Instruction::Verb, Instruction::Supply];
    verbs.into_iter().any(|verb| words.starts(verb, text).is_some())
}

fn instructs(sentence: &str) -> bool {
    let words = Vocabulary::known();
    let sentence = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some(found) = words.at_start::<Instruction>(sentence) else {
        return ends_with_verb(words, sentence);
    };
    let (first, rest) = sentence.split_at(found.len);
    let behind = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    match found.meaning {
        Instruction::Verb | Instruction::Supply => {
            !is_statement(words, rest)
                && !has_measure(words, sentence)
                && !phrase::names_text(sentence)
        }
        // "In this section, describe ...".
        Instruction::Opener => asks(words, first) || starts_with_verb(words, behind),
        // "Briefly describe", "Add here ..."; but "to provide" states a purpose.
        Instruction::Question => {
            starts_with_verb(words, behind) && !first.eq_ignore_ascii_case("to")
                || words.starts(Reference::Here, behind).is_some()
        }
    }
}

/// Whether an opener speaks of a text to come: "this section will list", "please describe". "This
/// section describes" and "in this section" may begin an author's own.
fn asks(words: &Vocabulary, opener: &str) -> bool {
    if words.mentions(Reference::Chapter, opener).is_none() {
        let verbs = [Instruction::Verb, Instruction::Supply];
        return verbs.into_iter().any(|verb| words.mentions(verb, opener).is_some());
    }
    let plans = [Clause::Plan, Clause::Possibility];
    plans.iter().any(|&plan| words.mentions(plan, opener).is_some())
}

/// Verbs of English that make a statement of a sentence whose first word is a noun as well: "List
/// prices are printed". Behind a relative or question word they belong to a clause of the
/// instruction.
const PREDICATES: [&str; 8] = ["is", "are", "was", "were", "has", "have", "can", "must"];
const RELATIVES: [&str; 4] = ["that", "who", "if", "whether"];

fn is_statement(words: &Vocabulary, rest: &str) -> bool {
    for word in rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        let relative = RELATIVES.contains(&word.as_str())
            || (word.starts_with('w') || word == "how") && words.is(Instruction::Question, &word);
        if relative {
            return false;
        }
        if PREDICATES.contains(&word.as_str()) {
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

/// In Japanese, Korean and Turkish the verb comes last.
fn ends_with_verb(words: &Vocabulary, sentence: &str) -> bool {
    let sentence = sentence.trim_end_matches(|c: char| !c.is_alphanumeric());
    // The longest of these forms are far shorter.
    let tail = sentence.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
    let tail = &sentence[tail..];
    tail.char_indices().any(|(at, _)| {
        words
            .starts(Instruction::Verb, &tail[at..])
            .is_some_and(|found| found.len == tail.len() - at && is_verb_final(found.languages))
    })
}

fn is_verb_final(languages: Languages) -> bool {
    ["ja", "ko", "tr"]
        .iter()
        .filter_map(|tag| Language::from_tag(tag))
        .any(|language| languages.contains(language))
}

/// Cut behind full stops and semicolons; an abbreviation ends nothing.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        let rest = text[next..].trim_start();
        let apart = rest.is_empty() || text[next..].starts_with(char::is_whitespace);
        let ends = match c {
            '。' | '！' | '？' | '；' => true,
            ';' => apart,
            '.' | '!' | '?' => {
                apart && !rest.starts_with(char::is_lowercase) && !is_short(text, at)
            }
            _ => false,
        };
        if ends {
            found.push(&text[start..next]);
            start = next;
        }
    }
    found.push(&text[start..]);
    found.retain(|sentence| sentence.contains(char::is_alphanumeric));
    found
}

/// Whether the word before a full stop is a letter: `e.g.`, `z. B.`
fn is_short(text: &str, stop: usize) -> bool {
    let word = text[..stop].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.chars().count() == 1 && word.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> bool {
        is_all(&[Passage { text: text.to_owned(), listed: false, plain: true }])
    }

    #[test]
    fn every_sentence_instructs() {
        assert!(paragraph("Briefly describe what this is for and who asked for it."));
        assert!(paragraph("Describe the layers (e.g. the UI). Explain how they interact."));
        assert!(paragraph("Define which parts are covered; list what is not."));
        assert!(paragraph("This section will list the languages."));
        assert!(paragraph("Please describe the languages."));
        assert!(paragraph("Beschreiben Sie die Schichten."));
        assert!(!paragraph("To keep the picture readable, only the main parts are shown here."));
        assert!(!paragraph("How the keys are rotated is out of scope here."));
        assert!(paragraph("Adicione aqui a imagem do diagrama."));
        assert!(paragraph("W tej sekcji zdefiniuj warstwy."));
        assert!(paragraph("システムの目的を記述してください。"));
        assert!(paragraph("시스템의 목적을 설명하세요."));
    }

    #[test]
    fn a_text_of_the_author_is_left_alone() {
        assert!(!paragraph("Describe the scanner in the ticket, stop the belt; it restarts."));
        assert!(!paragraph("List prices are printed in the hall."));
        assert!(!paragraph("Documentar el 95 % de las interfaces."));
        assert!(!paragraph("Document all halls in < 5 days."));
        assert!(paragraph("List the goals (e.g. 99.9 % of the time)."));
        assert!(!paragraph("Describe the flow. Orders arrive by mail."));
        assert!(!paragraph("This section describes the hall, which has two doors."));
        assert!(!paragraph("In this section all belts are named after rivers."));
        assert!(!paragraph("Use PostgreSQL for reports."));
        assert!(!paragraph("To provide one picture for both shifts."));
        assert!(!paragraph(""));
    }

    #[test]
    fn a_list_belongs_to_the_instruction_above_it() {
        let passage = |text: &str, listed| Passage { text: text.to_owned(), listed, plain: true };
        assert!(is_all(&[passage("Describe:", false), passage("the goals", true)]));
        assert!(!is_all(&[passage("Describe.", false), passage("the goals", true)]));
    }

    #[test]
    fn a_list_of_what_the_system_is_to_have_is_the_authors() {
        let listed = |texts: &[&str]| {
            let passage =
                |text: &&str| Passage { text: (*text).to_owned(), listed: true, plain: true };
            is_all(&texts.iter().map(passage).collect::<Vec<_>>())
        };
        assert!(!listed(&["Include a second scale for the north hall."]));
        assert!(listed(&["Describe the halls.", "Include a picture of each."]));
        assert!(paragraph("Include a picture of the halls."));
        // Nouns that are written as verbs are.
        assert!(!listed(&["resume des voies de la gare"]));
        assert!(listed(&["Resuma las vías."]));
        // Advice to whoever runs the system.
        assert!(!paragraph("Beachten Sie, dass die Waage neu startet."));
        assert!(!paragraph("Använd PostgreSQL för rapporter."));
        assert!(paragraph("Incluir cualquier diagrama de las vías."));
    }
}
