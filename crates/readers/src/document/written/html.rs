//! What raw HTML shows.

/// HTML that shows something: text or a picture outside comments, styles and scripts.
pub(super) fn says_something(html: &str) -> bool {
    let mut rest = html.to_owned();
    for (open, close) in [("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>")] {
        while let Some(start) = rest.find(open) {
            let end = rest[start..].find(close).map_or(rest.len(), |at| start + at + close.len());
            rest.replace_range(start..end, "");
        }
    }
    if !self::text(&rest).is_empty() {
        return true;
    }
    let pictures = ["<img", "<svg", "<object", "<iframe", "<video"];
    pictures.iter().any(|tag| rest.contains(tag))
}

/// The text between tags, and the `alt` of pictures.
pub(super) fn text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        text.push(' ');
        // A table's head says as little as that of a Markdown table.
        let head = rest[open..].starts_with("<th>") || rest[open..].starts_with("<th ");
        let end = if head { "</th>" } else { ">" };
        let close = rest[open..].find(end).map_or(rest.len(), |close| open + close + end.len());
        if let Some((_, alt)) = rest[open..close].split_once("alt=\"") {
            text.push_str(alt.split('"').next().unwrap_or_default());
        }
        rest = &rest[close..];
    }
    text.push_str(rest);
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
