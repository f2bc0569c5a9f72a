//! What a template itself says in a section, for telling the author's text from it.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use super::instruction::AIMS;
use crate::document::demanded::Demanded;
use crate::template::builtin::{self, Derived, Known};
use crate::template::fingerprint::is_long;
use crate::template::{Template, TemplateSection, fill};
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::field::fields;
use text::markdown::inline::Inlines;
use text::source::Source;
use words::Concept;

/// The texts of templates that were asked for: three hundred chapters of one template share them.
#[derive(Debug, Default)]
pub struct TemplateTexts {
    known: HashMap<TextKey, Arc<[TemplateText]>>,
}

/// A template's name and the parameters that fill it.
type TextKey = (String, Vec<(String, String)>);

impl TemplateTexts {
    /// One text for each section of the template.
    pub fn of(
        &mut self,
        template: &Arc<Template>,
        params: &[(String, String)],
    ) -> Arc<[TemplateText]> {
        static BUILT_IN: Derived<[TemplateText]> = Derived::new();
        let make = || made(template, params);
        let key = (template.name.clone(), params.to_vec());
        let texts = self.known.entry(key).or_insert_with(|| {
            if template.are_defaults(params) { BUILT_IN.of(template, make) } else { make() }
        });
        Arc::clone(texts)
    }
}

fn made(template: &Template, params: &[(String, String)]) -> Arc<[TemplateText]> {
    let sections = template.sections.iter();
    let mut texts: Vec<_> = sections.map(|section| TemplateText::of(section, params)).collect();
    let whole = Arc::new(Whole::of(&template.name, &texts));
    for text in &mut texts {
        text.whole = Arc::clone(&whole);
    }
    texts.into()
}

/// The words of one section of a template.
#[derive(Debug, Default)]
pub struct TemplateText {
    lines: HashSet<String>,
    labels: HashSet<String>,
    fields: HashSet<String>,
    demanded: Demanded,
    /// The honest answer may be what some text is: "An overview of the services".
    of_a_text: bool,
    /// What is aimed at is asked for.
    of_aims: bool,
    whole: Arc<Whole>,
}

/// What the template says anywhere.
#[derive(Debug, Default)]
struct Whole {
    /// Its longer lines: text that an author moved is still the template's.
    lines: HashSet<String>,
    /// The help and the samples that came with it elsewhere.
    known: Option<&'static Known>,
}

/// What concerns a document or a system as a whole.
const OF_A_TEXT: [Concept; 5] =
    [Concept::Introduction, Concept::Purpose, Concept::Scope, Concept::Overview, Concept::Summary];

/// Shorter lines than this may be an author's own in another section.
const MOVED_WORDS: usize = 5;

impl Whole {
    fn of(template: &str, texts: &[TemplateText]) -> Self {
        let lines = texts.iter().flat_map(|text| &text.lines);
        let long = lines.filter(|line| line.split(' ').count() >= MOVED_WORDS);
        Self { lines: long.cloned().collect(), known: builtin::known(template) }
    }
}

impl TemplateText {
    /// Sample and guidance, with and without the parameters' values.
    fn of(section: &TemplateSection, params: &[(String, String)]) -> Self {
        let of_a_text = section.concepts.iter().any(|concept| OF_A_TEXT.contains(concept));
        let of_aims = section.concepts.first().is_some_and(|concept| AIMS.contains(concept));
        let demanded = Demanded::of(section);
        let mut text = Self { demanded, of_a_text, of_aims, ..Self::default() };
        text.add(&section.sample);
        let filled = fill(&section.sample, params);
        if filled != section.sample {
            text.add(&filled);
            text.forget_given(&section.sample);
        }
        if let Some(guide) = &section.guide {
            text.add(guide);
            text.lines.insert(normal(&guide.replace('\n', " ")));
        }
        text
    }

    /// What a directive gives a parameter is no sample: a field that holds it is filled.
    fn forget_given(&mut self, sample: &str) {
        let document = Document::parse(&Source::new("", sample));
        for field in fields(&document.blocks) {
            if field.value.plain().contains("{{") {
                self.fields.remove(&normal(&field.label));
            }
        }
    }

    /// For each built-in template its longer lines, and the passages that came with it elsewhere.
    pub(super) fn of_built_in() -> &'static [Self] {
        static ALL: OnceLock<Vec<TemplateText>> = OnceLock::new();
        ALL.get_or_init(|| {
            let templates = builtin::names().filter_map(builtin::find);
            let whole = templates.filter_map(|template| {
                let texts = TemplateTexts::default().of(&template, &[]);
                texts.first().map(|text| Arc::clone(&text.whole))
            });
            whole.map(|whole| Self { whole, ..Self::default() }).collect()
        })
    }

    fn add(&mut self, markdown: &str) {
        self.lines.extend(markdown.lines().map(normal).filter(|line| !line.is_empty()));
        let document = Document::parse(&Source::new("", markdown));
        self.blocks(&document.blocks);
        let html = document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Html));
        self.lines.extend(html.map(|block| normal(document.slice(block.span))));
        for field in fields(&document.blocks) {
            let label = normal(&field.label);
            if !field.value.is_blank() && !may_be_meant(&field.value.plain()) {
                self.fields.insert(label.clone());
            }
            self.labels.insert(label);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(text) => {
                    self.lines.extend(text.lines().iter().map(|line| normal(&line.plain())));
                }
                BlockKind::List(list) => {
                    list.items.iter().for_each(|item| self.blocks(&item.blocks));
                }
                BlockKind::Table(table) => {
                    for row in &table.rows {
                        let cells: Vec<_> = row.cells.iter().map(Inlines::plain).collect();
                        self.lines.insert(normal(&cells.join(" | ")));
                    }
                }
                BlockKind::Code(code) => _ = self.lines.insert(normal(&code.text)),
                BlockKind::Quote(blocks) => self.blocks(blocks),
                _ => {}
            }
        }
    }

    /// Whether an author may say with a phrase what a text is: of a purpose or a scope that is the answer.
    pub(super) fn is_of_a_text(&self) -> bool {
        self.of_a_text
    }

    /// Whether what is aimed at is asked for.
    pub(super) fn is_of_aims(&self) -> bool {
        self.of_aims
    }

    /// The columns and labels that an author's own text must have.
    pub fn demanded(&self) -> &Demanded {
        &self.demanded
    }

    /// Whether this is one of the template's lines, cells or code blocks.
    pub(super) fn has_line(&self, line: &str) -> bool {
        if self.lines.is_empty() && self.whole.lines.is_empty() {
            return false;
        }
        let line = normal(line);
        self.lines.contains(&line) || self.whole.lines.contains(&line)
    }

    /// Whether passages that came with the template elsewhere are known at all.
    pub(super) fn knows_passages(&self) -> bool {
        self.whole.known.is_some()
    }

    /// Whether this is a passage of what came with the template elsewhere.
    pub(super) fn has_passage(&self, passage: &str) -> bool {
        let known = self.whole.known;
        known.is_some_and(|known| known.explains || is_long(passage)) && self.may_have(passage)
    }

    /// The same for a passage of any length. An author may use a sample's few words as well, so they
    /// prove nothing where other words stand beside them.
    pub(super) fn may_have(&self, passage: &str) -> bool {
        self.whole.known.is_some_and(|known| known.fingerprints.know(passage))
    }

    /// Whether such passages explain what to write; they may be samples of it as well.
    pub(super) fn passages_explain(&self) -> bool {
        self.whole.known.is_some_and(|known| known.explains)
    }

    /// Whether the template has this label, with or without a value.
    pub(super) fn has_label(&self, label: &str) -> bool {
        self.labels.contains(&normal(label))
    }

    /// Whether the template has this label with a sample value.
    pub(super) fn is_field(&self, label: &str) -> bool {
        self.fields.contains(&normal(label))
    }
}

/// Whether a sample may be an author's own value as well: a version is 1.0 once.
fn may_be_meant(sample: &str) -> bool {
    let version = sample.trim().trim_start_matches('v');
    version.starts_with(|c: char| c.is_ascii_digit())
        && version.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Words only: case, marks and white space do not make a text the author's.
fn normal(line: &str) -> String {
    let mut normal = String::with_capacity(line.len());
    let is_mark = |c: char| matches!(c, '*' | '_' | '`' | '#' | '>' | '|' | '\\');
    for word in line.split(|c: char| c.is_whitespace() || is_mark(c)) {
        let word = word.trim_matches(['-', '+', '.', ',', ';', '"', '“', '”']);
        if !word.is_empty() {
            if !normal.is_empty() {
                normal.push(' ');
            }
            push_lower(&mut normal, word);
        }
    }
    normal
}

fn push_lower(text: &mut String, word: &str) {
    if word.is_ascii() {
        let start = text.len();
        text.push_str(word);
        text[start..].make_ascii_lowercase();
    } else {
        text.extend(word.chars().flat_map(char::to_lowercase));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_that_has_an_aim_among_others_is_not_about_it() {
        let of_aims = |template: &str, id: &str| {
            let template = builtin::find(template).expect("a built-in template");
            let section = template.sections.iter().find(|section| section.id == id);
            let section = section.unwrap_or_else(|| panic!("no section {id}"));
            TemplateText::of(section, &[]).is_of_aims()
        };
        assert!(of_aims("formal", "introduction.purpose"));
        assert!(!of_aims("standard", "overview"));
    }
}
