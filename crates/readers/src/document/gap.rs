//! Where a missing section belongs, and which heading to write there.

use crate::document::bind::Binding;
use crate::document::bind::node::NodeKind;
use crate::template::{Need, TemplateSection, fill};
use text::source::Place;
use words::{Concept, Field, Language, Vocabulary};

use super::{Annotated, BoundDocument};

/// A section without a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Index of the section in the template.
    pub section: usize,
    /// Its words, as Markdown with the parameters' names: `Risks of {{project}}`.
    pub title: String,
    /// Its level, as the author's outline has it.
    pub level: u8,
    /// The node it follows; none at the top of the chapter.
    pub after: Option<usize>,
    /// Right after that node's own text, before its first sub-heading.
    pub inside: bool,
    /// The byte of the chapter where it goes.
    pub offset: usize,
}

impl Gap {
    /// The heading's words, with the values of the document's parameters.
    pub fn words(&self, document: &BoundDocument) -> String {
        fill(&self.title, &document.params)
    }

    /// The heading's line, without an id: `### Risk Assessment`.
    pub fn heading(&self, document: &BoundDocument) -> String {
        format!("{} {}", "#".repeat(usize::from(self.level)), self.words(document))
    }
}

/// All gaps of a document in the template's order: sections of any need, and containers none of
/// whose sections is there. A section whose very title stands over a chapter that serves nothing is none:
/// whoever wrote it there need not write it again. Further examples of a repeatable section are never missing.
pub(crate) fn gaps(document: &BoundDocument) -> Vec<Gap> {
    let binding = &document.binding;
    let shift = Shift::of(binding);
    let mut gaps: Vec<Gap> = Vec::new();
    // The last section so far that has a heading, and the last of its headings.
    let mut before = None;
    for (section, asked) in document.template().sections.iter().enumerate() {
        let earlier = before;
        let last = binding.hits[section].iter().map(|hit| hit.node).max();
        before = last.map(|node| (section, node)).or(before);
        let facts = &document.sections[section];
        let answered = facts.elsewhere
            || binding.is_titled(section)
            || (asked.need == Need::Container && binding.reached(section));
        if facts.state != crate::document::written::State::Missing || asked.copy || answered {
            continue;
        }
        // Below a heading that is to be written itself, however shallow the author's outline is.
        let parent = gaps.iter().rfind(|gap| Some(gap.section) == asked.parent);
        let level = match parent {
            Some(parent) if !binding.template.is_title(parent.section) => (parent.level + 1).min(6),
            _ => shift.level(binding, section),
        };
        let (after, inside) = predecessor(binding, section, level, earlier);
        let title = in_language(asked, document.language).unwrap_or_else(|| asked.heading.clone());
        let title = if shift.numbered { &*title } else { without_number(&title) };
        let title = if shift.signs { title } else { without_sign(title) };
        gaps.push(Gap {
            section,
            title: title.to_owned(),
            level,
            offset: offset(document, after, inside),
            after,
            inside,
        });
    }
    gaps.shrink_to_fit();
    gaps
}

/// The place that stands for a gap: the heading after which it belongs, or the directive.
pub fn place(chapter: &Annotated, document: &BoundDocument, gap: &Gap) -> Place {
    let tree = &document.binding.tree;
    // An included heading lies in another file, where nobody would write the section.
    match gap.after.filter(|&node| tree.nodes[node].document == 0) {
        Some(node) => tree.place(node),
        None => top(chapter, document),
    }
}

/// The node after which a section belongs, and whether it belongs right after that node's own text.
fn predecessor(
    binding: &Binding,
    section: usize,
    level: u8,
    before: Option<(usize, usize)>,
) -> (Option<usize>, bool) {
    let Some((earlier, node)) = before else { return (None, false) };
    if binding.template.is_within(section, earlier) {
        return (Some(node), true);
    }
    (Some(climbed(binding, section, node, level)), false)
}

/// Up from the predecessor's heading to the one whose end is the section's place: as far as no
/// heading of a section above the missing one is left behind.
fn climbed(binding: &Binding, section: usize, node: usize, level: u8) -> usize {
    let template = &binding.template;
    let holds = |node: usize| {
        binding
            .served(node)
            .iter()
            .any(|&above| template.is_title(above) || template.is_within(section, above))
    };
    let mut top = node;
    for above in binding.tree.ancestors(node) {
        // A wrapper around several chapters holds the new one too; a chapter of the author's own,
        // no higher than the new one, must not be split by it.
        let wraps = binding.served(above).is_empty() && binding.tree.nodes[above].level < level;
        if holds(above) || wraps {
            break;
        }
        top = above;
    }
    top
}

fn offset(document: &BoundDocument, after: Option<usize>, inside: bool) -> usize {
    let tree = &document.binding.tree;
    let headings = || tree.nodes.iter().filter(|node| node.kind == NodeKind::Heading);
    match after {
        Some(node) if inside => {
            let below = tree.child_headings(node).next();
            below.map_or(tree.nodes[node].end, |child| tree.nodes[child].anchor)
        }
        Some(node) => tree.nodes[node].end,
        None => match headings().next() {
            Some(first) => first.anchor,
            None => document.directive.as_ref().map_or_else(
                || tree.chapter().source.text().len(),
                |directive| directive.span.start,
            ),
        },
    }
}

/// How the author's outline differs from the template's: all levels shifted, numbers of its own or
/// none, no signs before the titles.
struct Shift {
    by: i32,
    numbered: bool,
    signs: bool,
}

impl Shift {
    fn of(binding: &Binding) -> Self {
        let template = &binding.template;
        let mut by = Vec::new();
        let (mut same, mut other, mut plain) = (0, 0, 0);
        let (mut signed, mut bare) = (0, 0);
        for (section, hits) in binding.hits.iter().enumerate() {
            if template.is_title(section) {
                continue;
            }
            for hit in hits {
                let node = &binding.tree.nodes[hit.node];
                if node.kind == NodeKind::Heading && template.sections[section].repeat.is_none() {
                    by.push(i32::from(node.level) - i32::from(template.sections[section].level));
                    let wanted = number(&template.sections[section].heading);
                    match number(&node.text) {
                        "" => plain += 1,
                        own if own == wanted => same += 1,
                        _ => other += 1,
                    }
                    if without_sign(&node.text) == node.text { bare += 1 } else { signed += 1 }
                }
            }
        }
        by.sort_unstable();
        let middle = by.get(by.len() / 2).copied().unwrap_or(0);
        Self { by: middle, numbered: same + other >= plain && same >= other, signs: signed >= bare }
    }

    fn level(&self, binding: &Binding, section: usize) -> u8 {
        let template = &binding.template;
        let own = template.sections[section].level;
        let parent = template.sections[section].parent.filter(|&p| !template.is_title(p));
        let below = parent.and_then(|parent| binding.first(parent));
        let level = match below {
            Some(hit) => i32::from(binding.tree.nodes[hit.node].level) + 1,
            None if template.is_title(section) => i32::from(own),
            None => i32::from(own) + self.by,
        };
        // Below a title nothing stands beside it.
        let lowest = match binding.hits.first().and_then(|hits| hits.first()) {
            Some(title) if template.is_title(0) && section > 0 => {
                i32::from(binding.tree.nodes[title.node].level) + 1
            }
            _ => 1,
        };
        u8::try_from(level.clamp(lowest.min(6), 6)).unwrap_or(own)
    }
}

/// Where a finding about a whole document points: its directive, or the top of its chapter.
pub fn top(chapter: &Annotated, document: &BoundDocument) -> Place {
    let source = &chapter.document.source;
    match &document.directive {
        Some(directive) => Place::new(source, directive.span),
        None => Place::new(source, source.line_span(1)),
    }
}

/// A section's heading in another language than the template's, with the template's number: none
/// where there is no wording, or the template speaks that language.
fn in_language(section: &TemplateSection, language: Option<Language>) -> Option<String> {
    let (language, &concept) = (language?, section.concepts.first()?);
    let heading = &section.heading;
    let words = &heading[heading.find(|c: char| c.is_alphabetic() || c == '{' || c == '[')?..];
    let number = &heading[..heading.len() - words.len()];
    if Some(language) == Language::from_tag("en") {
        return None;
    }
    let wording = |words: &str| {
        let spoken = Vocabulary::languages_of::<Concept>(words).contains(language);
        Vocabulary::wording(concept, language).filter(|_| !spoken)
    };
    if let Some(rest) = words.strip_prefix("{{") {
        // `{{project}} Architecture` is about what the parameter names.
        let (param, words) = rest.split_once("}}")?;
        return Some(format!("{number}{{{{{param}}}}}: {}", wording(words.trim())?));
    }
    if section.repeat.is_some() {
        return prototype(words, concept, language).map(|words| format!("{number}{words}"));
    }
    if let Some(at) = words.find(": {{") {
        return Some(format!("{number}{}{}", wording(&words[..at])?, &words[at..]));
    }
    let is_name = words.contains(['{', '[']);
    let wording = wording(words).filter(|_| !is_name)?;
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

/// The number that a title begins with, without marks at its end: `5.2`.
fn number(title: &str) -> &str {
    let title = without_sign(title.trim_start());
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    title[..title.len() - rest.len()].trim_end_matches('.')
}

/// `📋 Executive Summary` as `Executive Summary`.
fn without_sign(title: &str) -> &str {
    let own = |c: char| c.is_alphanumeric() || c.is_ascii();
    let rest = title.trim_start_matches(|c: char| !own(c)).trim_start();
    if rest.len() < title.len() && !rest.is_empty() { rest } else { title }
}

/// `5.2 Risk Assessment` as `Risk Assessment`.
fn without_number(title: &str) -> &str {
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let rest = if rest.len() < title.len() { rest.strip_prefix(')').unwrap_or(rest) } else { rest };
    let rest = rest.trim_start();
    if rest.is_empty() { title } else { rest }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::{Book, Chapter};
    use crate::settings::Settings;
    use crate::template::catalogue::Catalogue;

    /// Each gap as its heading and the text that it follows.
    fn gaps_in(template: &str, text: &str) -> Vec<(String, String)> {
        let chapter = Chapter::new("A", "src", "a.md", text.to_owned());
        let book = Book::new("/nowhere".into(), "src".to_owned(), vec![chapter]);
        let read = super::super::read(&book, &Settings::default(), &Catalogue::default());
        let document = read[0].bound.as_ref().expect("bound");
        assert_eq!(document.template().name, template);
        let after = |gap: &Gap| {
            let before = text[..gap.offset].trim_end();
            before.lines().next_back().unwrap_or_default().to_owned()
        };
        document.gaps.iter().map(|gap| (gap.heading(document), after(gap))).collect()
    }

    fn follows<'g>(gaps: &'g [(String, String)], heading: &str) -> &'g str {
        let found = gaps.iter().find(|(gap, _)| gap == heading);
        &found.unwrap_or_else(|| panic!("{heading} is no gap: {gaps:#?}")).1
    }

    #[test]
    fn a_chapter_goes_after_the_whole_chapter_before_it() {
        let gaps = gaps_in(
            "formal",
            "# Atlas\n\n## 1. Introduction\n\n### 1.1 Purpose\n\nWhy.\n\n#### Details\n\nMore.\n\n\
             ## 10. Glossary\n\nWords.\n\n<<#archdoc template=\"formal\">>\n",
        );
        assert_eq!(follows(&gaps, "### 1.2 Scope"), "More.");
        assert_eq!(follows(&gaps, "## 2. Architectural Overview"), "More.");
        assert_eq!(follows(&gaps, "### 2.1 High-Level Architecture"), "More.");
    }

    #[test]
    fn letters_tell_a_language_from_its_neighbours_in_all_files() {
        let text = |headings: &str| {
            format!(
                "# Yard\n\n{headings}\n\nText.\n\n<<#archdoc template=\"standard\" doc=\"d\">>\n"
            )
        };
        let headings = ["## Komponenty", "## Przepływ danych (Dataflow)"];
        let chapters = headings.iter().zip(["a.md", "b.md"]);
        let chapters = chapters.map(|(one, file)| Chapter::new("A", "src", file, text(one)));
        let book = Book::new("/nowhere".into(), "src".to_owned(), chapters.collect());
        let read = super::super::read(&book, &Settings::default(), &Catalogue::default());
        let spoken = read.iter().map(|one| one.bound.as_ref().and_then(|one| one.language));
        assert!(spoken.into_iter().all(|one| one == Language::from_tag("pl")));
    }

    #[test]
    fn numbers_and_signs_are_written_where_the_author_has_them() {
        let gaps = gaps_in(
            "formal",
            "# Atlas\n\n## 1. Scope of all\n\n## 2. Security Architecture\n\nA.\n\n## 3. Glossary\n\nB.\n\n\
             <<#archdoc template=\"formal\">>\n",
        );
        assert!(gaps.iter().any(|(heading, _)| heading == "## Integration Points"), "{gaps:#?}");
        let signs = |text: &str| {
            let text = format!("# Atlas\n\n{text}\n\n<<#archdoc template=\"handbook\">>\n");
            let gaps = gaps_in("handbook", &text);
            let found = gaps.into_iter().map(|gap| gap.0).find(|gap| gap.contains("Executive"));
            found.expect("the summary is missing")
        };
        assert_eq!(signs("## Security Architecture\n\nA."), "## Executive Summary");
        assert_eq!(signs("## 🔐 Security Architecture\n\nA."), "## 📋 Executive Summary");
    }

    #[test]
    fn a_first_child_goes_before_its_siblings() {
        let gaps = gaps_in(
            "formal",
            "## Introduction\n\nIntro.\n\n### Scope\n\nAll.\n\n<<#archdoc template=\"formal\">>\n",
        );
        assert_eq!(follows(&gaps, "### Purpose"), "Intro.");
    }

    #[test]
    fn a_shifted_outline_stays_shifted() {
        let gaps = gaps_in(
            "arc42",
            "# Introduction and Goals\n\nA\n\n# Constraints\n\nB\n\n# Glossary\n\nC\n\n\
             <<#archdoc template=\"arc42\">>\n",
        );
        assert_eq!(follows(&gaps, "# Context and Scope"), "B");
    }

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
    fn every_section_of_a_built_in_template_can_be_written_in_24_languages() {
        let extra = ["ar", "fa", "he"];
        let mut english = Vec::new();
        for name in crate::template::builtin::names() {
            let template = crate::template::builtin::find(name).unwrap();
            for section in template.sections.iter().filter(|section| !section.copy) {
                let languages = Language::all().filter(|language| {
                    !extra.contains(&language.tag()) && Some(*language) != Language::from_tag("en")
                });
                let lacks = languages.filter(|language| {
                    let words =
                        &section.heading[section.heading.find(char::is_alphabetic).unwrap_or(0)..];
                    !Vocabulary::languages_of::<Concept>(words).contains(*language)
                        && in_language(section, Some(*language)).is_none()
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

    #[test]
    fn a_fresh_chapter_is_filled_where_its_directive_stands() {
        let gaps = gaps_in("arc42", "Before.\n\n<<#archdoc template=\"arc42\">>\n\nAfter.\n");
        assert!(gaps.iter().all(|(_, before)| before == "Before."), "{gaps:#?}");
    }
}
