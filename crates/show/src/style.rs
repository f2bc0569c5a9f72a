//! The mark that says "not written yet": it must be seen in every theme, on paper, and by
//! renderers that are not HTML.

use std::fmt::Display;

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

/// Whether a page of HTML is made; a file that nothing renders is read as it is.
pub(crate) fn is_page(target: Option<&Target>) -> bool {
    target.is_some_and(|target| target.renderer == "html" && !target.is_plain())
}

/// A day in a cell, which a page does not break.
pub(crate) fn day(date: &impl Display, page: bool) -> Inline {
    let day = Inline::text(&date.to_string());
    if page { day.unbroken() } else { day }
}

/// What is said where there is nothing to show.
pub(crate) fn nothing(said: &str) -> Blocks {
    Blocks::of_paragraph(Inline::text(said).emphasis())
}
