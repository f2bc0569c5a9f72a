//! Findings for people, in rustc's layout.

mod counts;
mod window;

use annotate_snippets::{AnnotationKind, Element, Group, Level as Title, Renderer};

use super::group::{Lists, grouped};
use super::styled::Styled;
use super::wrap::wrapped;
use judge::finding::{Finding, Related};
use judge::level::Level;
use judge::summary::Summary;
use text::printable::Printable;
use text::source::Place;
use window::Mark;

/// The width when the report does not go to a terminal (rustc's, too).
pub(crate) const DEFAULT_WIDTH: usize = 140;

/// Below this a terminal cannot show a source line with its label.
const MIN_WIDTH: usize = 40;

/// A build shows so many findings in full.
const MAX_BLOCKS: usize = 40;

/// More places in other files than these are a list.
const MAX_SHOWN: usize = 3;

/// How far a note is indented: line number, `= note: `, and some air.
const FOOTER_INDENT: usize = 14;

/// Renders findings with styles; whoever writes the text strips them where no terminal reads it.
#[derive(Debug)]
pub(crate) struct Human {
    renderer: Renderer,
    width: usize,
    lists: Lists,
}

impl Human {
    /// For a terminal of this width, in columns.
    pub(crate) fn new(width: usize) -> Self {
        let width = width.max(MIN_WIDTH);
        let renderer = Renderer::styled().hyperlink(false).term_width(width);
        Self { renderer, width, lists: Lists::Cut }
    }

    /// With lists of this length.
    #[must_use]
    pub(crate) fn lists(self, lists: Lists) -> Self {
        Self { lists, ..self }
    }

    /// Without any styles.
    #[must_use]
    #[cfg(test)]
    pub(crate) fn plain(self) -> Self {
        let renderer = Renderer::plain().term_width(self.width);
        Self { renderer, ..self }
    }

    /// All findings, those of a kind as one list, each followed by an empty line.
    pub(crate) fn findings(&self, findings: &[Finding]) -> Styled {
        let blocks = grouped(findings, self.lists);
        blocks
            .iter()
            .fold(Styled::default(), |all, block| all.then(&self.finding(&block.shown)).breaks(2))
    }

    /// Some of the findings, the denied ones first, then how many of the others there are; with their
    /// number. All of them where they are few.
    pub(crate) fn worst(&self, findings: &[Finding]) -> (Styled, usize) {
        let mut blocks = grouped(findings, self.lists);
        if blocks.len() <= MAX_BLOCKS {
            return (self.findings(findings), 0);
        }
        blocks.sort_by_key(|block| block.shown.level != Level::Deny);
        let rest = blocks.split_off(MAX_BLOCKS);
        let shown = blocks
            .iter()
            .fold(Styled::default(), |all, block| all.then(&self.finding(&block.shown)).breaks(2));
        let left: Vec<&Finding> = rest.into_iter().flat_map(|block| block.findings).collect();
        let counts = wrapped(&counts::told(&left), self.width);
        (shown.then(&Styled::plain(&Printable::of(&counts).into_string())).breaks(2), left.len())
    }

    /// One finding, without a line break at its end.
    pub(crate) fn finding(&self, finding: &Finding) -> Styled {
        let level = match finding.level {
            Level::Deny => Title::ERROR,
            Level::Warn | Level::Allow => Title::WARNING,
        };
        let word = if finding.level == Level::Deny { "error" } else { "warning" };
        let before = word.len() + "[]: ".len() + finding.rule.name.len();
        // Where a label leaves no room for what it is about, it is said below.
        let label = finding.label.as_deref();
        let below = label.filter(|label| !window::has_room(&finding.place, label, self.width));
        let mut group = level
            .primary_title(self.title(&finding.message, before))
            .id(finding.rule.name)
            .elements(self.places(finding, below.is_none()));
        let listed = self.listed(finding);
        let notes = finding.notes.iter().map(String::as_str);
        for note in below.into_iter().chain(listed.as_deref()).chain(notes) {
            group = group.element(Title::NOTE.message(self.footer(note)));
        }
        self.with_help(group, finding.help.as_deref())
    }

    /// What stops a command: `error: ...`, with its place if there is one.
    pub(crate) fn error(&self, message: &str, place: Option<&Place>, help: Option<&str>) -> Styled {
        let title = self.title(message, "error: ".len());
        let group = Group::with_title(Title::ERROR.primary_title(title));
        let Some(place) = place else {
            let help = help.map(|help| {
                let title = Title::HELP.secondary_title(Printable::of(help).into_string());
                self.render(Group::with_title(title))
            });
            let error = self.render(group);
            return match help {
                Some(help) => error.breaks(1).then(&help),
                None => error,
            };
        };
        let caret = Mark { kind: AnnotationKind::Primary, span: place.span, label: "" };
        self.with_help(group.element(window::element(&place.source, &[caret], self.width)), help)
    }

    fn with_help(&self, mut group: Group<'_>, help: Option<&str>) -> Styled {
        if let Some(help) = help {
            group = group.element(Title::HELP.message(self.footer(help)));
        }
        self.render(group)
    }

    fn render(&self, group: Group<'_>) -> Styled {
        Styled::rendered(self.renderer.render(&[group]))
    }

    /// The words of a headline, behind so many columns. Where no narrow terminal shows it, it is one line that
    /// can be searched for.
    fn title(&self, message: &str, before: usize) -> String {
        let line = Printable::line(message);
        if self.width >= DEFAULT_WIDTH {
            return line.into_string();
        }
        let room = self.width.saturating_sub(before).max(MIN_WIDTH / 2);
        wrapped(line.as_str(), room)
    }

    /// A note or help that stands under a snippet.
    fn footer(&self, text: &str) -> String {
        Printable::of(&wrapped(text, self.width - FOOTER_INDENT)).into_string()
    }

    /// Places in other files, where they are too many to be shown each.
    fn listed(&self, finding: &Finding) -> Option<String> {
        let far = finding.related.iter().filter(|one| !is_near(&finding.place, &one.place));
        let far: Vec<&Related> = far.collect();
        let label = &far.get(MAX_SHOWN)?.label;
        let same = far.iter().all(|one| one.label == *label);
        let place = |one: &&Related| {
            let at = format!("{}:{}", one.place.source.path(), one.place.start().line);
            if same { at } else { format!("{at}: {}", one.label) }
        };
        let places = self.lists.shown(far.iter().map(place).collect(), MAX_SHOWN);
        Some(if same { format!("{label}:\n{places}") } else { places })
    }

    /// The finding's own file first, with all places in it; then each other file.
    fn places<'a>(&self, finding: &'a Finding, with_label: bool) -> Vec<Element<'a>> {
        let primary = &finding.place;
        let (near, far): (Vec<_>, Vec<_>) =
            finding.related.iter().partition(|related| is_near(primary, &related.place));
        let far = if far.len() > MAX_SHOWN { Vec::new() } else { far };
        let mut marks = vec![Mark {
            kind: AnnotationKind::Primary,
            span: primary.span,
            label: finding.label.as_deref().filter(|_| with_label).unwrap_or_default(),
        }];
        marks.extend(near.into_iter().map(context));
        let first = window::element(&primary.source, &marks, self.width);
        let others = far
            .into_iter()
            .map(|related| window::element(&related.place.source, &[context(related)], self.width));
        std::iter::once(first).chain(others).collect()
    }
}

fn context(related: &Related) -> Mark<'_> {
    Mark { kind: AnnotationKind::Context, span: related.place.span, label: &related.label }
}

/// At most this many lines lie between places that are shown in one snippet.
const NEAR: usize = 200;

/// Whether both are shown in one snippet: others may stand as far on the other side.
fn is_near(primary: &Place, other: &Place) -> bool {
    primary.source.path() == other.source.path()
        && primary.start().line.abs_diff(other.start().line) <= NEAR
        && primary.span.cover(other.span).len() <= window::MAX_BYTES / 2
}

impl Human {
    /// The closing line, broken at the terminal's edge; empty when there is nothing to say.
    pub(crate) fn closing(&self, summary: &Summary) -> Styled {
        let line = closing_line(summary).map(|line| wrapped(&line, self.width));
        Styled::plain(&line.unwrap_or_default())
    }
}

/// The closing line; none when there is nothing to say.
pub(crate) fn closing_line(summary: &Summary) -> Option<String> {
    (!summary.is_empty()).then(|| format!("archdoc: {summary}\n"))
}

#[cfg(test)]
mod pictures;
#[cfg(test)]
mod tests;
