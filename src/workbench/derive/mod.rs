//! `templates derive`: a template from a document that somebody wrote, or from another tool's template.

mod guide;
mod outline;
mod people;
mod strip;

use std::path::Path;

use readers::document::written::{State, state_of};
use readers::template::{Demand, Need, Param, Template, read, sample, write};
use text::markdown::Document;
use text::source::Source;

use super::{WorkbenchError, read_text};

/// The template's Markdown: the document's headings with ids, what it says of how to write each section, and
/// the form of its text. What an author wrote becomes `[...]`.
///
/// # Errors
/// The file cannot be read as text.
pub(crate) fn derive(path: &Path) -> Result<String, WorkbenchError> {
    let text = read_text(path)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name: String = stem
        .chars()
        .map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .collect();
    Ok(write::markdown(&of_text(&name, &text)))
}

fn of_text(name: &str, text: &str) -> Template {
    let source = Source::new(name, text);
    let document = Document::parse(&source);
    let (mut template, _) = read(name, &source);
    // What the document's own front matter says is about the document.
    name.clone_into(&mut template.name);
    template.version = semver::Version::new(1, 0, 0);
    (template.title, template.description) = (String::new(), String::new());
    template.params.clear();
    let form = SourceForm::of(&template);
    let parents: Vec<Option<usize>> = template.sections.iter().map(|s| s.parent).collect();
    for (index, section) in template.sections.iter_mut().enumerate() {
        let is_parent = parents.contains(&Some(index));
        let notes = guide::notes(&document, index);
        let (prose, sample) = match form {
            SourceForm::Template => guide::split(&people::opened(&section.sample)),
            SourceForm::Document => strip::sample(&section.sample),
        };
        section.guide = guide::joined(section.guide.take(), notes, prose);
        section.sample = sample;
        if section.sample.is_empty() && is_parent {
            section.need = Need::Container;
        } else if section.sample.is_empty() && section.guide.is_none() {
            section.sample = format!("[{}]", section.heading.trim());
        }
        let has_columns = sample::tables(&section.sample).iter().any(|table| {
            table.iter().filter(|column| column.contains(char::is_alphabetic)).count() > 1
        });
        if has_columns && !section.demands.contains(&Demand::Columns) {
            section.demands.push(Demand::Columns);
        }
    }
    outline::drop_unnamed(&mut template);
    outline::make_telling(&mut template);
    template.params = params(&template);
    template
}

/// What a file is that a template is made from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SourceForm {
    /// A template of another tool, or one that nobody has begun to fill: its text says what to write.
    Template,
    /// An author's: its text is about one system.
    Document,
}

impl SourceForm {
    /// A document has written sections. Code shows neither: a sample diagram looks like a real one.
    fn of(template: &Template) -> Self {
        let (mut open, mut written) = (0, 0);
        for section in &template.sections {
            let text = strip::without_code(&section.sample);
            match state_of(&text) {
                _ if text.trim().is_empty() => {}
                State::Empty | State::Untouched => open += 1,
                _ => written += 1,
            }
        }
        if open > 0 && open >= 2 * written { Self::Template } else { Self::Document }
    }
}

/// Parameters for `{{name}}`, which would be told as unknown otherwise.
fn params(template: &Template) -> Vec<Param> {
    let mut params: Vec<Param> = Vec::new();
    let texts = template.sections.iter().flat_map(|section| {
        [Some(&section.heading), Some(&section.sample), section.guide.as_ref()]
    });
    for text in texts.flatten() {
        for part in text.split("{{").skip(1) {
            let Some((name, _)) = part.split_once("}}") else { continue };
            let name = name.trim();
            let is_name = name.starts_with(char::is_alphabetic)
                && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
            if is_name && params.iter().all(|param| param.name != name) {
                let default = Some(format!("[{name}]"));
                params.push(Param { name: name.to_owned(), required: false, default });
            }
        }
    }
    params
}

#[cfg(test)]
mod tests;
