//! Sentences that instruct an author: "Describe the deployment", "This section will list
//! the tools".
//!
//! Measured on 570 written sections, a text in which every sentence begins so was never an author's, as
//! long as one of them can only address whoever writes. Where some sentences begin so and others do
//! not, it is a text: steps for an operator begin with verbs too.

use words::{Instruction, Reference, Vocabulary};

use super::instruction::{IsInstruction, Subject, is_instruction};
use super::phrase;
use crate::template::key::Key;

/// Longer than this, a text is a text.
const MAX_SENTENCES: usize = 4;
/// The most items of a list of instructions.
const MAX_ITEMS: usize = 8;

const ARROWS: [char; 2] = ['→', '⇒'];

/// What a text stands below.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ground<'g> {
    /// The keys of its heading.
    pub(super) heading: &'g [Key],
    /// The section is about what is aimed at.
    pub(super) aims: bool,
}

/// A paragraph, a line with a label, or an item.
#[derive(Clone, Debug, Default)]
pub(super) struct Passage {
    pub(super) text: String,
    pub(super) label: Option<String>,
    pub(super) listed: bool,
    /// Neither code nor a link is in it, and it introduces nothing.
    pub(super) plain: bool,
}

/// Whether a body of running text does nothing but instruct; code, tables and pictures are for the
/// caller to exclude.
pub(super) fn is_all(passages: &[Passage], ground: Ground<'_>) -> bool {
    let items = passages.iter().filter(|passage| passage.listed).count();
    let mut outside = 0;
    let mut sure = false;
    let mut listing = false;
    for passage in passages {
        // What an instruction with a colon asks for is listed below it; an arrow says how things are.
        if passage.listed && listing {
            if passage.text.contains(ARROWS) {
                return false;
            }
            continue;
        }
        if is_named_help(&passage.text) {
            sure = true;
            continue;
        }
        let Ground { heading, aims } = ground;
        let Passage { listed, .. } = *passage;
        let subject = Subject { heading, label: passage.label.as_deref(), listed, aims };
        for sentence in sentences(&passage.text) {
            outside += usize::from(!passage.listed);
            let names = || !passage.listed && passage.plain && phrase::is_one(sentence);
            let found = is_instruction(sentence, &subject);
            if found == IsInstruction::No && !names() {
                return false;
            }
            // "- **Comments:** Explain the belts" is a rule for those who build it.
            let is_rule = passage.listed && passage.label.is_some();
            sure |= found != IsInstruction::Perhaps && !is_rule;
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
    sentences(passage)
        .first()
        .is_some_and(|first| is_instruction(first, &Subject::default()) > IsInstruction::No)
}

/// Whether a passage begins with words about the section that it stands in.
pub(super) fn speaks_of_section(passage: &str) -> bool {
    let passage = passage.trim_start_matches(|c: char| !c.is_alphanumeric());
    Vocabulary::known().starts(Instruction::Opener, passage).is_some()
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

    fn passage(text: &str, listed: bool) -> Passage {
        Passage { text: text.to_owned(), listed, plain: true, label: None }
    }

    fn paragraph(text: &str) -> bool {
        is_all(&[passage(text, false)], Ground::default())
    }

    #[test]
    fn what_arrows_lead_from_is_no_instruction() {
        let lead_in = passage("Describe the integration with these:", false);
        let told = ["Plugins → via the bus.", "Terminal → via commands."];
        let items = told.map(|text| passage(text, true));
        assert!(!is_all(&[&[lead_in.clone()][..], &items].concat(), Ground::default()));
        let asked = ["the plugins", "the terminal"].map(|text| passage(text, true));
        assert!(is_all(&[&[lead_in][..], &asked].concat(), Ground::default()));
    }

    /// Whether a paragraph instructs below a heading.
    fn below(heading: &str, text: &str) -> bool {
        let heading = [Key::new(heading)];
        is_all(&[passage(text, false)], Ground { heading: &heading, aims: false })
    }

    fn listed(texts: &[&str]) -> bool {
        let items: Vec<Passage> = texts.iter().map(|text| passage(text, true)).collect();
        is_all(&items, Ground::default())
    }

    #[test]
    fn every_sentence_instructs() {
        assert!(paragraph("Briefly describe what this is for and who asked for it."));
        assert!(paragraph("Describe the layers (e.g. the UI). Explain how they interact."));
        assert!(paragraph("Define which parts are covered; list what is not."));
        assert!(below("Parts", "Define the parts that are covered."));
        assert!(paragraph("This section will list the languages."));
        assert!(paragraph("Please describe the languages."));
        assert!(paragraph("In this section we should list the halls."));
        assert!(paragraph("Nesta seção, é necessário listar as vias."));
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
        assert!(below("Goals", "List the goals (e.g. 99.9 % of the time)."));
        assert!(!paragraph("Describe the flow. Orders arrive by mail."));
        assert!(!paragraph("This section describes the hall, which has two doors."));
        assert!(!paragraph("In this section all belts are named after rivers."));
        assert!(!paragraph("In this section the yard must be described as a graph."));
        assert!(!paragraph("In this chapter we have to deal with rails: the hall lists them."));
        assert!(!paragraph("Use PostgreSQL for reports."));
        assert!(!paragraph("To provide one picture for both shifts."));
        assert!(!paragraph(""));
    }

    #[test]
    fn a_list_belongs_to_the_instruction_above_it() {
        let both =
            |text| is_all(&[passage(text, false), passage("the goals", true)], Ground::default());
        assert!(both("Describe:"));
        assert!(!both("Describe."));
    }

    #[test]
    fn a_list_of_what_the_system_is_to_have_is_the_authors() {
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

    #[test]
    fn a_verb_that_may_be_said_of_a_system_needs_more() {
        for own in [
            "Define the weights of the wagons.",
            "Identify slow wagons and report them.",
            "Introduce a cache between the halls.",
            "Provide every driver with one screen.",
            "Document service, which keeps the papers of each wagon.",
            "State of each wagon, kept in memory.",
            "De esta manera se garantiza la continuidad de las vías.",
            "De sleutels worden elke maand vernieuwd.",
            "Introduce el peso y consulta los resultados.",
            "Indique les poids aux agents.",
            "Riporta i pesi alla sala nord.",
            "Insere os pesos no banco de dados.",
            "Beschreibt die Wagen der Anlage.",
            "図1にシステム構成を示します。",
            "本書はシステムの構成を説明する。",
            "이 문서는 결제 시스템의 구조를 설명한다.",
        ] {
            assert!(!paragraph(own), "{own}");
        }
        assert!(paragraph("Provide a high-level diagram of the halls."));
        assert!(below("Weights", "Define the weights of the wagons."));
        assert!(below("Reglas", "Definir las reglas de la báscula."));
        // One that speaks to somebody is enough.
        assert!(paragraph("Explain the deployment. List all environments."));
    }

    #[test]
    fn aims_are_stated_as_instructions_are() {
        assert!(!below("Purpose", "Describe the yard to those who build it."));
        assert!(!below("4.1 Objetivos", "Describir cómo se estructura la báscula."));
        assert!(!below("Objectifs", "Décrire les voies aux nouveaux aiguilleurs."));
        assert!(below("Objetivos", "Describir los objetivos del sistema."));
        assert!(below("Purpose", "Describe the purpose of this document."));
        assert!(below("Goals", "Describe what the yard should achieve."));
        assert!(below("Objetivos", "Describa lo que debe lograr el sistema."));
        let labelled = |label: &str, text: &str| {
            let label = Some(label.to_owned());
            is_all(&[Passage { label, ..passage(text, false) }], Ground::default())
        };
        assert!(!labelled("Purpose", "Explain the weights to the drivers"));
        assert!(labelled("Notes", "Explain the weights to the drivers"));
    }

    #[test]
    fn rules_with_a_name_are_the_authors() {
        let label = Some("Comments".to_owned());
        let rule = Passage { label, ..passage("Explain all belts", true) };
        assert!(!is_all(&[rule], Ground::default()));
    }

    #[test]
    fn a_verb_is_a_word_of_its_own() {
        assert!(!paragraph("describe/2024.json"));
        assert!(!paragraph("describe-wagons is a command."));
        assert!(!below("Uploads", "Document Uploads:"));
        assert!(!below("バージョン", "document version を取得する。"));
    }
}
