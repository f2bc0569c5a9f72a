//! The mark that says "not written yet": it must be seen in every theme, on paper, and by
//! renderers that are not HTML.

use readers::book::Target;
use text::compose::{Alert, Blocks, Inline};

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `> [!NOTE]`, which mdBook 0.5 and later draw as a box.
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

/// A quoted block that begins with the mark. A document that is being written is no cause for alarm.
pub(crate) fn quoted(style: Style, mark: Inline, body: Blocks) -> Blocks {
    let alert = (style == Style::Alert).then_some(Alert::Note);
    Blocks::default().quote(alert, Blocks::of_paragraph(mark).then(body))
}

/// `**Not written yet** (...)`
pub(crate) fn not_written(reason: Inline) -> Inline {
    Inline::text("Not written yet").strong().and(" (").then(reason).and(")")
}

/// What is said where there is nothing to show.
pub(crate) fn nothing(said: &str) -> Blocks {
    Blocks::of_paragraph(Inline::text(said).emphasis())
}
