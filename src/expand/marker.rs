//! The mark that says "not written yet": it must be seen in every theme, on paper, and by
//! renderers that are not HTML.

use crate::template::Need;

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `> [!WARNING]`, which mdBook 0.5 and later draw as a box.
    Alert,
    /// A plain block quote.
    Quote,
}

/// A quoted block that begins with the mark; `body` is Markdown.
pub(super) fn quoted(style: Style, need: Need, mark: &str, body: &str) -> String {
    let mut lines = Vec::new();
    if style == Style::Alert {
        let kind = if need == Need::Required { "WARNING" } else { "NOTE" };
        lines.push(format!("> [!{kind}]"));
    }
    lines.push(format!("> {mark}"));
    if !body.is_empty() {
        lines.push(">".to_owned());
        lines.extend(body.lines().map(|line| format!("> {line}").trim_end().to_owned()));
    }
    lines.join("\n")
}
