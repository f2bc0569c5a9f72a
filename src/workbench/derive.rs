//! `templates derive`: a template from a document that somebody wrote.

use std::path::Path;

use readers::directive::OPENING;
use readers::template::{Template, read, write};
use text::markdown::block::{Block, BlockKind};
use text::markdown::field::fields;
use text::markdown::inline::Inlines;
use text::source::Source;

use super::{WorkbenchError, read_text};

/// The template's Markdown: the document's headings with ids, its text as `[...]` to be replaced.
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
    let (mut template, _) = read(name, &source);
    // What the document's own front matter says is about the document.
    name.clone_into(&mut template.name);
    template.version = semver::Version::new(1, 0, 0);
    (template.title, template.description) = (String::new(), String::new());
    template.params.clear();
    let parents: Vec<Option<usize>> = template.sections.iter().map(|s| s.parent).collect();
    for (index, section) in template.sections.iter_mut().enumerate() {
        let heading = section.heading.trim().to_owned();
        section.sample = sample(&section.sample, parents.contains(&Some(index)), &heading);
        if section.sample.is_empty() && parents.contains(&Some(index)) {
            section.need = readers::template::Need::Container;
        }
    }
    template
}

/// What an author is to replace: labels and tables' headers stay, everything else becomes `[...]`.
fn sample(text: &str, is_parent: bool, heading: &str) -> String {
    let document = text::markdown::Document::parse(&Source::new("", text));
    let kinds: Vec<String> = document.blocks.iter().filter_map(block).collect();
    if kinds.is_empty() && !is_parent {
        return format!("[{heading}]");
    }
    let mut parts: Vec<String> = Vec::new();
    for part in kinds {
        if parts.last() != Some(&part) {
            parts.push(part);
        }
    }
    parts.join("\n\n")
}

fn block(block: &Block) -> Option<String> {
    let labels = fields(std::slice::from_ref(block));
    if !labels.is_empty() && !matches!(block.kind, BlockKind::Table(_)) {
        let line = |label: &str| format!("- **{label}:** [...]");
        let lines: Vec<String> = labels.iter().map(|field| line(field.label.trim())).collect();
        return Some(lines.join("\n"));
    }
    match &block.kind {
        BlockKind::Table(table) => {
            let cells: Vec<String> = table.header.cells.iter().map(Inlines::plain).collect();
            let row = |text: &str| format!("|{}", format!(" {text} |").repeat(cells.len()));
            let header = format!("| {} |", cells.join(" | "));
            Some(format!("{header}\n{}\n{}", row("---"), row("[...]")))
        }
        BlockKind::List(_) => Some("- [...]".to_owned()),
        BlockKind::Html | BlockKind::Heading(_) => None,
        BlockKind::Paragraph(text) if text.plain().starts_with(OPENING) => None,
        BlockKind::Code(code) => Some(format!("```{}\n[...]\n```", code.info)),
        _ => Some("[...]".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_labels_stay_and_text_goes() {
        let text = "---\nauthor: Ann\n---\n# Atlas\n\n<<#archdoc template=\"formal\">>\n\n## Goals\n\nFast.\n\nGood.\n\n### Owner\n\n\
                    **Team:** Blue\n\n## Parts\n\n### One\n\n| Name | Use |\n|--|--|\n| a | b |\n";
        let template = write::markdown(&of_text("atlas", text));
        let expected = "---\nname: atlas\nversion: 1.0.0\n---\n# Atlas {#atlas .container}\n\n\
            ## Goals {#goals .required}\n\n[...]\n\n### Owner {#goals.owner .required}\n\n\
            - **Team:** [...]\n\n## Parts {#parts .container}\n\n### One {#parts.one .required}\n\n\
            | Name | Use |\n| --- | --- |\n| [...] | [...] |\n";
        assert_eq!(template, expected);
    }
}
