//! A section's heading in the document's language.

use words::{Concept, Field, Language, Vocabulary};

use crate::template::TemplateSection;

/// A section's heading in the usual words of another language than the template's, with the
/// template's number: none where there is no wording, or the template speaks that language.
///
/// That a language also knows the English words (Swedish "Deploymentprocess") does not make them
/// the ones to write.
pub(super) fn in_language(section: &TemplateSection, language: Option<Language>) -> Option<String> {
    let (language, &concept) = (language?, section.concepts.first()?);
    let heading = &section.heading;
    let words = &heading[heading.find(|c: char| c.is_alphabetic() || c == '{' || c == '[')?..];
    let number = &heading[..heading.len() - words.len()];
    if language == Language::ENGLISH {
        return None;
    }
    let wording = || Vocabulary::wording(concept, language);
    if let Some(rest) = words.strip_prefix("{{") {
        // `{{project}} Architecture` is about what the parameter names.
        let (param, _) = rest.split_once("}}")?;
        return Some(format!("{number}{{{{{param}}}}}: {}", wording()?));
    }
    if section.repeat.is_some() {
        return prototype(words, concept, language).map(|words| format!("{number}{words}"));
    }
    if let Some(at) = words.find(": {{") {
        return Some(format!("{number}{}{}", wording()?, &words[at..]));
    }
    let is_name = words.contains(['{', '[']);
    let wording = wording().filter(|_| !is_name)?;
    Some(format!("{number}{wording}"))
}

/// `Component 1: [Name]` in another language; none where its word is not that for the concept.
fn prototype(words: &str, concept: Concept, language: Language) -> Option<String> {
    let end = words.find(|c: char| c.is_ascii_digit() || matches!(c, ':' | '('));
    let (kind, rest) = words.split_at(end.unwrap_or(words.len()));
    let bare = kind.trim_end();
    let is_kind = |words: &str| Vocabulary::known().is(concept, words);
    let wording = Vocabulary::wording(concept, language)?;
    if let Some(kind) = bare.strip_suffix(" Name").filter(|kind| rest.is_empty() && is_kind(kind)) {
        let name = named(": [Name]", language);
        return (!kind.is_empty()).then(|| format!("{}{name}", nameless(wording, language)));
    }
    let gap = &kind[bare.len()..];
    let name = named(rest, language);
    is_kind(bare).then(|| format!("{}{gap}{name}", nameless(wording, language)))
}

/// Some languages say "name of a component" where English says "component".
fn nameless(wording: &str, language: Language) -> &str {
    let name = Vocabulary::wording(Field::Name, language).unwrap_or_default();
    let kind = wording.strip_suffix(name).map(str::trim_end);
    kind.filter(|kind| !kind.is_empty()).unwrap_or(wording)
}

/// What follows the kind, with the language's word in place of `[Component Name]`.
fn named(rest: &str, language: Language) -> String {
    let inside =
        rest.rsplit_once('[').and_then(|(before, last)| Some((before, last.strip_suffix(']')?)));
    match (inside, Vocabulary::wording(Field::Name, language)) {
        (Some((before, inside)), Some(name)) if inside.split(' ').any(|word| word == "Name") => {
            format!("{before}[{name}]")
        }
        _ => rest.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prototypes_and_titles_are_written_in_the_documents_language() {
        let written = |template: &str, id: &str, tag: &str| {
            let template = crate::template::builtin::find(template).unwrap();
            let section = template.sections.iter().find(|section| section.id == id).unwrap();
            in_language(section, Language::from_tag(tag))
        };
        let is = |template, id, tag, wanted: &str| {
            assert_eq!(
                written(template, id, tag).as_deref(),
                Some(wanted),
                "{template} {id} {tag}"
            );
        };
        is("standard", "components.component", "de", "Komponente 1: [Name]");
        is("handbook", "data.entity", "es", "Entidad 1: [Nombre]");
        is("platform", "components.component", "zh-Hans", "组件: [名称]");
        is("formal", "doc-title", "de", "{{project}}: Architekturdokumentation");
        assert_eq!(written("standard", "components.component", "en"), None);
        is("platform", "roadmap.next", "de", "Phase 3-4");
    }

    /// An abbreviation is no word of any language.
    const ENGLISH: [&str; 1] = ["standard decisions.adr"];

    #[test]
    fn an_english_word_that_a_language_also_knows_is_not_written_in_it() {
        let template = crate::template::builtin::find("standard").unwrap();
        let mut sections = template.sections.iter();
        let process = sections.find(|section| section.heading.contains("Deployment Process"));
        let written = in_language(process.unwrap(), Language::from_tag("sv")).unwrap();
        assert!(written.ends_with("Driftsättningsprocess"), "{written}");
    }

    #[test]
    fn every_section_of_a_built_in_template_is_written_in_the_usual_words_of_24_languages() {
        let extra = ["ar", "bg", "ca", "fa", "he", "hr", "id", "sl", "sr", "sr-Latn", "vi"];
        let mut english = Vec::new();
        for name in crate::template::builtin::names() {
            let template = crate::template::builtin::find(name).unwrap();
            for section in template.sections.iter().filter(|section| !section.copy) {
                let languages = Language::all().filter(|language| {
                    !extra.contains(&language.tag()) && *language != Language::ENGLISH
                });
                let lacks = languages.filter(|language| {
                    let written = in_language(section, Some(*language));
                    let usual = section.concepts.first();
                    let usual = usual.and_then(|it| Vocabulary::wording(*it, *language));
                    let is_usual = |written: &str| usual.is_some_and(|it| written.contains(it));
                    let is_prototype = section.repeat.is_some();
                    !written.is_some_and(|written| is_prototype || is_usual(&written))
                });
                let lacks: Vec<&str> = lacks.map(Language::tag).collect();
                let id = format!("{name} {}", section.id);
                if !lacks.is_empty() && !ENGLISH.contains(&&*id) {
                    english.push(format!("{id} `{}`: {}", section.heading, lacks.join(" ")));
                }
            }
        }
        assert!(english.is_empty(), "{english:#?}");
    }
}
