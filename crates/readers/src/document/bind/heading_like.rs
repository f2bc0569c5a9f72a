//! What authors write in place of a Markdown heading.

use text::markdown::inline::{Inlines, Run, RunKind};
use text::raw_html::{Piece, pieces, unescaped};

/// Level and title of `<h2 align="center">Title</h2>` with nothing beside it.
pub(super) fn html_heading(html: &str) -> Option<(u8, String)> {
    let html = html.trim();
    let mut pieces = pieces(html, 0);
    let Piece::Tag(opening) = pieces.next()? else { return None };
    let level = level(opening.name).filter(|_| !opening.closes)?;
    let mut title = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words, _) => title.push_str(words),
            Piece::Tag(tag) if tag.ends(opening.name) => {
                let title = unescaped(&title).split_whitespace().collect::<Vec<_>>().join(" ");
                let alone = tag.span.end == html.len();
                return (alone && !title.is_empty()).then_some((level, title));
            }
            Piece::Tag(_) => {}
        }
    }
    None
}

/// The level of a heading's tag: 2 of `h2`.
fn level(tag: &str) -> Option<u8> {
    let digit = tag.strip_prefix(['h', 'H'])?.parse().ok();
    digit.filter(|level| (1..=6).contains(level))
}

/// Whether a heading shows nothing but pictures: a row of badges, and no title.
pub(in crate::document) fn is_badges(text: &Inlines) -> bool {
    let image = |run: &Run<'_>| run.link.is_some_and(|link| text.links[link].image);
    let words =
        |run: &Run<'_>| !run.text.trim().is_empty() && run.kind != RunKind::Html && !image(run);
    let html = |run: &Run<'_>| run.kind == RunKind::Html && run.text.contains("<img");
    !text.runs().any(|run| words(&run))
        && (text.links.iter().any(|link| link.image) || text.runs().any(|run| html(&run)))
}

/// The text of a paragraph that is one bold line, without its colon.
pub(super) fn bold_line(text: &Inlines) -> Option<String> {
    let mut bold = false;
    for run in text.runs() {
        match run.kind {
            RunKind::SoftBreak | RunKind::HardBreak | RunKind::Footnote => return None,
            _ if run.strong => bold = true,
            RunKind::Html => {}
            _ if run.text.trim().trim_end_matches(':').is_empty() => {}
            _ => return None,
        }
    }
    let plain = text.plain();
    let title = plain.trim_end_matches(':').trim();
    (bold && (2..=80).contains(&title.len())).then(|| title.to_owned())
}

/// Level and title of a line such as `##Title` that CommonMark takes for text.
pub(super) fn almost_heading(text: &str) -> Option<(u8, String)> {
    let line = text.trim();
    let title = line.trim_start_matches('#');
    let hashes = line.len() - title.len();
    let first = title.chars().next()?;
    let one_line = !line.contains('\n');
    let glued = first.is_alphabetic() && hashes > 1;
    let odd_space = first == '\u{a0}' && hashes > 0;
    let too_deep = hashes > 6 && first == ' ';
    let level = u8::try_from(hashes).unwrap_or(6).min(6);
    (one_line && (glued || odd_space || too_deep) && hashes < 10)
        .then(|| (level, title.trim_matches(['#', ' ', '\u{a0}']).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::html_heading;
    use crate::document::bind::testing::{bound_text, served};

    #[test]
    fn a_heading_in_html_has_its_words_alone() {
        let title = |html| html_heading(html).map(|(level, title)| format!("{level} {title}"));
        let centred = "<H2 align=\"center\">\n  The <b>yard</b>\n</H2>\n";
        assert_eq!(title(centred).as_deref(), Some("2 The yard"));
        assert_eq!(title("<h3>a < b</h3>").as_deref(), Some("3 a < b"));
        for other in ["<h2></h2>", "<h2>The yard", "<h2>A</h2> text", "<h7>A</h7>", "<hr>", "A"] {
            assert_eq!(title(other), None, "{other}");
        }
    }

    #[test]
    fn an_entity_in_a_heading_is_its_sign() {
        let binding =
            bound_text("standard", "# Atlas\n\n<h2>Security &amp; Performance</h2>\n\nText.\n");
        assert_eq!(served(&binding, "Security & Performance"), ["security", "performance"]);
    }
}
