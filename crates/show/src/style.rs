//! The mark that says "not written yet": it must be seen in every theme, on paper, and by
//! renderers that are not HTML.

use readers::book::Target;
use readers::template::Need;

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `> [!WARNING]`, which mdBook 0.5 and later draw as a box.
    Alert,
    /// A plain block quote.
    Quote,
}

impl Style {
    /// What this build's renderer can show.
    pub fn for_target(target: Option<&Target>) -> Self {
        let alerts = target.is_some_and(|target| target.alerts && target.renderer == "html");
        if alerts { Self::Alert } else { Self::Quote }
    }
}

/// A quoted block that begins with the mark; `body` is Markdown.
pub(crate) fn quoted(style: Style, need: Need, mark: &str, body: &str) -> String {
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
