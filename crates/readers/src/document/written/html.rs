//! What raw HTML shows.

use text::raw_html::{Piece, pieces, tags, unescaped};

/// HTML that shows something: text or a picture outside comments, styles and scripts.
pub(super) fn says_something(html: &str) -> bool {
    let mut rest = html.to_owned();
    for (open, close) in [("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>")] {
        while let Some(start) = rest.find(open) {
            let end = rest[start..].find(close).map_or(rest.len(), |at| start + at + close.len());
            rest.replace_range(start..end, "");
        }
    }
    let pictures = ["img", "svg", "object", "iframe", "video"];
    !text(&rest).is_empty() || tags(&rest, 0).any(|tag| pictures.iter().any(|name| tag.opens(name)))
}

/// The text between tags, and the `alt` of pictures. A table's head says as little as that of a Markdown table.
pub(super) fn text(html: &str) -> String {
    let mut text = String::new();
    let mut in_head = false;
    for piece in pieces(html, 0) {
        match piece {
            Piece::Tag(tag) => {
                in_head = tag.opens("th") || in_head && !tag.ends("th");
                text.push(' ');
                if let Some(alt) = tag.attribute("alt").filter(|_| !in_head && tag.opens("img")) {
                    text.push_str(alt.value);
                }
            }
            Piece::Words(words, _) if !in_head => text.push_str(words),
            Piece::Words(..) => {}
        }
    }
    unescaped(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}
