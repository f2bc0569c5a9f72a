//! A section as an author gets it to fill in: guidance in a comment, then the sample.

use readers::template::{TemplateSection, fill};

/// The Markdown of a section under a given heading line. Comments are not text: an unedited section
/// stays one that nobody has touched.
pub(super) fn for_editing(
    section: &TemplateSection,
    heading: &str,
    params: &[(String, String)],
) -> String {
    let mut markdown = heading.to_owned();
    if let Some(guide) = section.guide.as_deref().filter(|guide| !guide.is_empty()) {
        markdown.push_str("\n\n<!-- guide: ");
        markdown.push_str(&fill(guide, params));
        markdown.push_str(" -->");
    }
    if !section.sample.is_empty() {
        markdown.push_str("\n\n");
        markdown.push_str(&fill(&section.sample, params));
    }
    markdown
}
