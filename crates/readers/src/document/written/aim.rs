//! Infinitives that state an aim: under "Propósito", "Definir la arquitectura de la plataforma" is the
//! purpose, though an instruction to an author may begin so too.

use words::{Concept, Instruction, Language, Reference, Vocabulary};

use super::unit::Unit;

/// Whether a heading's own text is one sentence that begins with an infinitive and asks for no text.
pub(super) fn is_stated(units: &[Unit<'_>]) -> bool {
    let mut told = units.iter().filter(|unit| !unit.is_structure());
    let (first, second) = (told.next(), told.next());
    first.filter(|_| second.is_none()).is_some_and(|unit| is_aim(unit.text()))
}

/// Whether a passage begins so, and asks for nothing "here" and for no purpose, goal or scope.
fn is_aim(passage: &str) -> bool {
    let words = Vocabulary::known();
    let passage = passage.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some(found) = words.at_start::<Instruction>(passage) else { return false };
    let verb = passage[..found.len].split(' ').next().unwrap_or_default().to_lowercase();
    let infinitive = INFINITIVES.iter().any(|(tag, endings)| {
        Language::from_tag(tag).is_some_and(|language| found.languages.contains(language))
            && endings.iter().any(|ending| verb.ends_with(ending))
    });
    let of_a_text = |concept| matches!(concept, Concept::Purpose | Concept::Goals | Concept::Scope);
    infinitive
        && words.mentions(Reference::Here, passage).is_none()
        && !words.find::<Concept>(passage).any(|(_, found)| of_a_text(found.meaning))
}

/// How infinitives end in languages that tell authors with them what to write.
const INFINITIVES: [(&str, &[&str]); 4] =
    [("es", &["r"]), ("pt", &["r"]), ("fr", &["r", "re"]), ("it", &["re"])];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_infinitive_states_an_aim_unless_it_speaks_of_a_text() {
        assert!(is_aim("Definir las reglas de la báscula, con sus límites."));
        assert!(is_aim("Décrire les voies aux nouveaux aiguilleurs."));
        assert!(!is_aim("Describir el propósito del sistema."));
        assert!(!is_aim("Describir aquí las vías."));
        assert!(!is_aim("Describe the rails."));
    }
}
