//! Adds up what a section's pieces are.

use text::source::{Place, Span};

use super::answer::{self, Answer};
use super::guidance::Ground;
use super::placeholder::{self, Doubt};
use super::unit::{Unit, UnitKind};
use super::{Assessment, Leftover, LeftoverKind, State, TemplateText, help};
use crate::template::key::Key;

/// Fewer own words than these, amid help text, are a note to oneself.
const NOTE_WORDS: usize = 12;

#[derive(Default)]
pub(super) struct Tally {
    /// The document calls itself a template.
    drafted: bool,
    /// Pieces that the author wrote.
    own: usize,
    /// Pieces of the template, placeholders, bare labels.
    foreign: usize,
    /// Pieces of the help that comes with the template elsewhere.
    help: usize,
    /// Labels with nothing behind them.
    labels: usize,
    /// Words of the author's, counted as far as they are few.
    own_words: usize,
    pub(super) leftovers: Vec<Leftover>,
    answer: Option<Answer>,
}

impl Tally {
    /// For a document that calls itself a template, or does not.
    pub(super) fn new(drafted: bool) -> Self {
        Self { drafted, ..Self::default() }
    }

    /// Counts the pieces of one heading's own text; `alone`: no heading stands below it, so
    /// that they introduce nothing, `heading` what that is known by.
    pub(super) fn body(
        &mut self,
        units: &[Unit<'_>],
        text: &TemplateText,
        heading: &[Key],
        alone: bool,
    ) {
        let named = alone && !text.is_of_a_text();
        let ground = Ground { heading, aims: text.is_of_aims() };
        let asks = help::is_guidance(units, named, ground) || help::is_aside(units);
        if asks || self.drafted && help::is_outline(units) {
            self.guides(units);
            return;
        }
        if help::is_linked(units) {
            self.foreign += units.len();
            self.help += units.len();
            return;
        }
        self.pieces(units, text);
    }

    /// Counts pieces one by one.
    fn pieces(&mut self, units: &[Unit<'_>], text: &TemplateText) {
        let judge = |unit: &Unit<'_>| {
            if unit.is_structure() { Doubt::None } else { placeholder::judge(unit) }
        };
        let doubts: Vec<Doubt> = units.iter().map(judge).collect();
        let sample = is_sample(units, &doubts, text);
        let mut instructed = false;
        let mut passage = Passage::default();
        for (index, (unit, doubt)) in units.iter().zip(doubts).enumerate() {
            let helps = passage.came_with(text, unit);
            // Fields of the template's own are looked at, also where all is sample.
            let sampled = sample && unit.empty_label().is_none() && !text.has_line(unit.text());
            let field = || unit.label().is_some_and(|label| text.is_field(label));
            if (helps && !field() || sampled) && !unit.is_structure() {
                self.foreign += 1;
                self.help += usize::from(text.passages_explain());
                // What is left of it beside an author's text is told by its line.
                if let Doubt::All(kind) = doubt {
                    self.leftovers.push(Leftover { place: unit.place(), kind });
                }
                continue;
            }
            // The list below "[Describe these:]" or "Placeholder:" belongs to the instruction.
            if instructed && unit.is_listed() {
                self.foreign += 1;
                continue;
            }
            instructed = placeholder::introduces(unit);
            let (form, open) = placeholder::open_lines(unit);
            if !open.is_empty() {
                self.leave(form, open);
            } else if !unit.is_structure() {
                self.add(unit, doubt, units.get(index + 1), text);
            }
        }
    }

    /// Counts pieces that instruct the author.
    pub(super) fn guides(&mut self, units: &[Unit<'_>]) {
        for unit in units.iter().filter(|unit| !unit.is_structure()) {
            self.foreign += 1;
            let kind = LeftoverKind::Guidance;
            self.leftovers.push(Leftover { place: unit.place(), kind });
        }
    }

    /// Counts a heading that says itself what there is to say.
    pub(super) fn says(&mut self) {
        self.own += 1;
    }

    /// Whether there is something of the template's and nothing of the author's.
    pub(super) fn is_open(&self) -> bool {
        self.own == 0 && self.foreign > self.labels
    }

    /// Adds what a part below has.
    pub(super) fn absorb(&mut self, part: Self) {
        if self.own == 0 {
            self.answer = part.answer;
        }
        self.own += part.own;
        self.foreign += part.foreign;
        self.help += part.help;
        self.labels += part.labels;
        self.own_words += part.own_words;
        self.leftovers.extend(part.leftovers);
    }

    /// Counts code some lines of which stand for others, all of them in a form.
    fn leave(&mut self, form: bool, lines: Vec<Place>) {
        *if form { &mut self.foreign } else { &mut self.own } += 1;
        let kind = LeftoverKind::Placeholder;
        self.leftovers
            .extend(lines.into_iter().map(|place| Leftover { place, kind: kind.clone() }));
    }

    /// Counts a piece that nothing beside it explains.
    fn add(
        &mut self,
        unit: &Unit<'_>,
        doubt: Doubt,
        next: Option<&Unit<'_>>,
        template: &TemplateText,
    ) {
        let is_label = |label: &String| {
            unit.kind == UnitKind::Text
                && (!unit.goes_on_in_bold(next) || template.has_label(label))
        };
        let stands_for_text = matches!(doubt, Doubt::All(_));
        match unit.empty_label().filter(is_label) {
            Some(label) if !stands_for_text => self.add_label(unit, label, next, template),
            _ if template.has_line(unit.text()) => {
                self.foreign += 1;
                if let Some(label) = unit.label().filter(|label| template.is_field(label)) {
                    let kind = LeftoverKind::Sample(label.to_owned());
                    self.leftovers.push(Leftover { place: unit.place(), kind });
                }
            }
            _ => self.add_words(unit, doubt),
        }
    }

    /// Counts a label with nothing behind it.
    fn add_label(
        &mut self,
        unit: &Unit<'_>,
        label: String,
        next: Option<&Unit<'_>>,
        template: &TemplateText,
    ) {
        self.foreign += 1;
        self.labels += 1;
        let bare = next.is_none_or(|next| unit.is_bare_before(next));
        let introduces = || next.is_some_and(|next| next.follows(unit));
        if bare && unit.is_item() || !introduces() && template.has_label(&label) {
            let kind = LeftoverKind::Label(label);
            self.leftovers.push(Leftover { place: unit.place(), kind });
        }
    }

    /// Counts words that are none of the template's.
    fn add_words(&mut self, unit: &Unit<'_>, doubt: Doubt) {
        match doubt {
            Doubt::All(kind) => {
                self.foreign += 1;
                self.leftovers.push(Leftover { place: unit.place(), kind });
            }
            Doubt::Some(kind, span) => {
                self.own += 1;
                let place = Place::new(unit.source(), span);
                self.leftovers.push(Leftover { place, kind });
            }
            Doubt::None => {
                self.own += 1;
                if self.own_words < NOTE_WORDS {
                    self.own_words += unit.text().split_whitespace().take(NOTE_WORDS).count();
                }
                if self.own == 1 {
                    self.answer = answer::of(unit.text());
                }
            }
        }
    }

    pub(super) fn assessment(self) -> Assessment {
        let Self { own, foreign, help, own_words, leftovers, answer, .. } = self;
        let alone = own == 1 && foreign == 0;
        let state = match answer {
            Some(Answer::None | Answer::Reasoned) if own <= 2 => State::NotApplicable,
            Some(Answer::Bare) if alone => State::Empty,
            _ if own > 0 && leftovers.iter().any(|left| left.kind.is_text()) => State::Partial,
            // Notes that an author dropped into the help are no text yet.
            _ if own > 0 && help > 0 && own_words < NOTE_WORDS => State::Partial,
            _ if own > 0 => State::Written,
            _ if foreign > 0 => State::Untouched,
            _ => State::Empty,
        };
        let bare = alone && answer == Some(Answer::Bare);
        Assessment { state, leftovers, bare }
    }
}

/// The passage that the last piece is of, and whether the template has it.
#[derive(Default)]
struct Passage(Option<(Span, bool)>);

impl Passage {
    /// Whether the passage of the next piece came with the template. A whole passage is judged with its first line.
    fn came_with(&mut self, template: &TemplateText, unit: &Unit<'_>) -> bool {
        let known = match self.0 {
            Some((span, known)) if span == unit.passage() => {
                known || template.has_passage(&unit.shown())
            }
            _ => in_either(unit, template, TemplateText::has_passage),
        };
        self.0 = Some((unit.passage(), known));
        known
    }
}

/// Whether every piece, however short, came with the template.
fn is_sample(units: &[Unit<'_>], doubts: &[Doubt], text: &TemplateText) -> bool {
    let mut sampled = false;
    let pieces = units.iter().zip(doubts);
    let known = pieces.filter(|(unit, _)| !unit.is_structure()).all(|(unit, doubt)| {
        let sample = in_either(unit, text, TemplateText::may_have);
        sampled |= sample;
        sample || unit.empty_label().is_some() || matches!(doubt, Doubt::All(_))
    });
    known && sampled
}

/// Whether a template has the passage that a piece is of, or the piece alone.
fn in_either(
    unit: &Unit<'_>,
    template: &TemplateText,
    has: impl Fn(&TemplateText, &str) -> bool,
) -> bool {
    if !template.knows_passages() {
        return false;
    }
    let (passage, own) = (unit.passage_text(), unit.shown());
    has(template, &passage) || own != passage && has(template, &own)
}

impl LeftoverKind {
    /// Anything but fields, which need not be filled for a section to count.
    pub const fn is_text(&self) -> bool {
        !matches!(self, Self::Label(_) | Self::Sample(_))
    }
}
