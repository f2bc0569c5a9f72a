//! What stands below a picture and is about that.

use text::markdown::inline::Inlines;
use text::source::Span;

/// What paragraphs say, without lines in italics, or behind the star of a footnote, right below a picture.
pub(super) fn left_out(paragraphs: Vec<Inlines>) -> Vec<Inlines> {
    paragraphs.into_iter().map(uncaptioned).collect()
}

fn uncaptioned(text: Inlines) -> Inlines {
    if !begins_with_a_picture(&text) {
        return text;
    }
    let lines = text.lines();
    let caption = lines.iter().position(is_slanted);
    match caption.and_then(|at| lines.get(at.checked_sub(1)?)) {
        Some(last) => text.clip(Span::new(text.span.start, last.span.end)),
        None => text,
    }
}

fn begins_with_a_picture(text: &Inlines) -> bool {
    let first = text.runs().next().and_then(|run| text.links.get(run.link?));
    first.is_some_and(|link| link.image)
}

fn is_slanted(line: &Inlines) -> bool {
    let first = line.runs().find(|run| !run.text.trim().is_empty());
    first.is_some_and(|run| run.emphasis && !run.strong || run.text.starts_with(['*', '_']))
}

#[cfg(test)]
mod tests {
    use crate::adr::sample;

    fn status(text: &str) -> Option<String> {
        let record = sample::record("0001-a.md", &format!("# 1. A\n\n{text}\n"));
        record.status.map(|status| status.value.to_string())
    }

    #[test]
    fn a_caption_is_no_status() {
        for caption in ["*not implemented yet", "*Rejected by nobody*", "_Accepted_"] {
            let text = format!(
                "## Current state\n\n![The parts](parts.svg)\n{caption}\n\nThe parts talk to each other by a queue, and each has a store of its own."
            );
            assert_eq!(status(&text), None, "{caption}");
        }
        let said = |text: &str| status(&format!("## Status\n\n{text}"));
        assert_eq!(said("![Stamp](stamp.svg)\n\n*Accepted*").as_deref(), Some("accepted"));
        assert_eq!(said("![Stamp](stamp.svg)\n**Accepted**").as_deref(), Some("accepted"));
    }

    #[test]
    fn a_section_of_a_part_is_about_the_subject() {
        let below = "# Decision\n\nD.\n\n## Current state\n\nAccepted by most.\n";
        assert_eq!(status(below), None);
        assert_eq!(status("# Notes\n\n## Status\n\nAccepted\n").as_deref(), Some("accepted"));
    }
}
