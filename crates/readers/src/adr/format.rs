//! The styles of decision records and the sections each is made of.
//!
//! Nygard's (<https://cognitect.com/blog/2011/11/15/documenting-architecture-decisions>), MADR's
//! three generations (<https://adr.github.io/madr/>), the Cosmos template
//! (<https://github.com/cosmos/cosmos-sdk/blob/main/docs/architecture/adr-template.md>), decision
//! and rationale, RFCs (<https://github.com/rust-lang/rfcs/blob/master/0000-template.md>) and KEPs
//! (<https://github.com/kubernetes/enhancements/tree/master/keps/NNNN-kep-template>).

use words::fold;
use words::{Reference, Vocabulary};

/// A style of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Context, decision, consequences.
    Nygard,
    /// MADR with its metadata in bullets.
    Madr2,
    /// MADR with front matter.
    Madr3,
    /// MADR with decision makers and a confirmation.
    Madr4,
    /// Nygard's with a change log.
    Cosmos,
    /// Decision, rationale, perhaps an approach.
    DecisionRationale,
    /// Summary, motivation, drawbacks, alternatives.
    Rfc,
    /// Summary, motivation, goals, proposal, design details.
    Kep,
    /// None of these.
    Unknown,
}

impl Format {
    /// The word in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nygard => "nygard",
            Self::Madr2 => "madr2",
            Self::Madr3 => "madr3",
            Self::Madr4 => "madr4",
            Self::Cosmos => "cosmos",
            Self::DecisionRationale => "decision-rationale",
            Self::Rfc => "rfc",
            Self::Kep => "kep",
            Self::Unknown => "unknown",
        }
    }

    /// The sections a decided record of this style cannot do without.
    pub const fn required(self) -> &'static [Part] {
        match self {
            Self::Nygard | Self::Cosmos => &[Part::Context, Part::Decision, Part::Consequences],
            Self::Madr2 | Self::Madr3 | Self::Madr4 => {
                &[Part::Context, Part::Options, Part::Outcome]
            }
            Self::DecisionRationale => &[Part::Decision, Part::Rationale],
            Self::Rfc | Self::Kep | Self::Unknown => &[],
        }
    }
}

/// What a section is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The forces at play.
    Context,
    /// What was decided.
    Decision,
    /// What follows from it.
    Consequences,
    /// What matters for it.
    Drivers,
    /// What could have been decided.
    Options,
    /// MADR's decision.
    Outcome,
    /// The options, weighed.
    ProsAndCons,
    /// What else was considered.
    Alternatives,
    /// Why.
    Rationale,
    /// How it is carried out.
    Approach,
    /// How it is checked.
    Confirmation,
    /// An RFC's or KEP's beginning.
    Summary,
    /// Why an RFC or KEP exists.
    Motivation,
    /// A KEP's aims.
    Goals,
    /// A KEP's suggestion.
    Proposal,
    /// An RFC's price.
    Drawbacks,
}

impl Part {
    /// The heading to write.
    pub const fn heading(self, format: Format) -> &'static str {
        let madr = matches!(format, Format::Madr2 | Format::Madr3 | Format::Madr4);
        match self {
            Self::Context if madr => "Context and Problem Statement",
            Self::Context => "Context",
            Self::Decision => "Decision",
            Self::Consequences => "Consequences",
            Self::Drivers => "Decision Drivers",
            Self::Options => "Considered Options",
            Self::Outcome => "Decision Outcome",
            Self::ProsAndCons => "Pros and Cons of the Options",
            Self::Alternatives => "Alternatives",
            Self::Rationale => "Rationale",
            Self::Approach => "Approach",
            Self::Confirmation => "Confirmation",
            Self::Summary => "Summary",
            Self::Motivation => "Motivation",
            Self::Goals => "Goals",
            Self::Proposal => "Proposal",
            Self::Drawbacks => "Drawbacks",
        }
    }

    /// What a heading is for; numbers, emoji, case and punctuation do not matter, nor what stands
    /// behind a sign or an article: `Decision - x`, `Context (2024)`, `Consequences of the move`.
    pub fn of(heading: &str) -> Option<Self> {
        let words = Vocabulary::known();
        let part = |text: &str| words.glossed::<words::Part>(text).map(|found| found.meaning);
        let head = || {
            let sign = |c: char| matches!(c, ':' | '：' | '(' | '（' | '–' | '—' | '/' | '&');
            let end = heading.find(" - ").into_iter().chain(heading.find(sign)).min()?;
            let head = heading[..end].trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
            part(head)
        };
        let named = || {
            let start = heading.find(char::is_alphabetic)?;
            let found = words.at_start::<words::Part>(&heading[start..])?;
            let rest = heading[start + found.len..].trim_start();
            let follows = words.starts(Reference::For, rest).is_some();
            follows.then_some(found.meaning)
        };
        part(heading).or_else(head).or_else(named).and_then(Self::of_word)
    }

    /// Whether it says what was decided.
    pub(crate) const fn is_decision(self) -> bool {
        matches!(self, Self::Decision | Self::Outcome)
    }

    /// Whether it tells what could have been decided.
    pub(super) const fn is_choice(self) -> bool {
        matches!(self, Self::Options | Self::ProsAndCons | Self::Alternatives)
    }

    /// Whether a heading is the name of a part and nothing else.
    pub(super) fn is(heading: &str) -> bool {
        Vocabulary::known().glossed::<words::Part>(heading).is_some()
    }

    /// What it is called in the words of all languages.
    pub const fn word(self) -> words::Part {
        match self {
            Self::Context => words::Part::Context,
            Self::Decision => words::Part::Decision,
            Self::Consequences => words::Part::Consequences,
            Self::Drivers => words::Part::Drivers,
            Self::Options => words::Part::Options,
            Self::Outcome => words::Part::Outcome,
            Self::ProsAndCons => words::Part::ProsAndCons,
            Self::Alternatives => words::Part::Alternatives,
            Self::Rationale => words::Part::Rationale,
            Self::Approach => words::Part::Approach,
            Self::Confirmation => words::Part::Confirmation,
            Self::Summary => words::Part::Summary,
            Self::Motivation => words::Part::Motivation,
            Self::Goals => words::Part::Goals,
            Self::Proposal => words::Part::Proposal,
            Self::Drawbacks => words::Part::Drawbacks,
        }
    }

    /// The parts in which styles differ; records have others.
    const fn of_word(part: words::Part) -> Option<Self> {
        Some(match part {
            words::Part::Context => Self::Context,
            words::Part::Decision => Self::Decision,
            words::Part::Consequences | words::Part::Positive | words::Part::Negative => {
                Self::Consequences
            }
            words::Part::Drivers => Self::Drivers,
            words::Part::Options => Self::Options,
            words::Part::Outcome => Self::Outcome,
            words::Part::ProsAndCons => Self::ProsAndCons,
            words::Part::Alternatives => Self::Alternatives,
            words::Part::Rationale => Self::Rationale,
            words::Part::Approach => Self::Approach,
            words::Part::Confirmation => Self::Confirmation,
            words::Part::Summary => Self::Summary,
            words::Part::Motivation => Self::Motivation,
            words::Part::Goals => Self::Goals,
            words::Part::Proposal => Self::Proposal,
            words::Part::Drawbacks => Self::Drawbacks,
            words::Part::Assumptions
            | words::Part::Constraints
            | words::Part::OpenQuestions
            | words::Part::MoreInformation
            | words::Part::Links => return None,
        })
    }
}

/// What the style is judged by, beside the sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Status, date or people in front matter.
    FrontMatter,
    /// The same in bullets.
    Bullets,
    /// MADR 4's `decision-makers`.
    DecisionMakers,
    /// A dated list of changes.
    ChangeLog,
}

/// The style of a record with these sections: titles, and what each is for.
pub(super) fn of(sections: &[(&str, Option<Part>)], signs: &[Sign]) -> Format {
    let has = |part| sections.iter().any(|(_, of)| *of == Some(part));
    let count = |parts: &[Part]| parts.iter().filter(|&&part| has(part)).count();
    let titled = |words| sections.iter().any(|(title, _)| fold::is_one_of(title, &[words]));
    if has(Part::Outcome) && count(&[Part::Context, Part::Options, Part::Drivers]) > 0 {
        let shows = |sign| signs.contains(&sign);
        return if shows(Sign::DecisionMakers) || titled("confirmation") {
            Format::Madr4
        } else if shows(Sign::Bullets) || titled("positiveconsequences") || titled("links") {
            Format::Madr2
        } else if shows(Sign::FrontMatter) || titled("validation") {
            Format::Madr3
        } else {
            Format::Madr4
        };
    }
    if has(Part::Motivation) && count(&[Part::Summary, Part::Drawbacks, Part::Proposal]) > 0 {
        return if has(Part::Proposal) && has(Part::Goals) { Format::Kep } else { Format::Rfc };
    }
    if count(&[Part::Context, Part::Decision, Part::Consequences]) >= 2 {
        return if signs.contains(&Sign::ChangeLog) { Format::Cosmos } else { Format::Nygard };
    }
    if has(Part::Decision) && has(Part::Rationale) {
        return Format::DecisionRationale;
    }
    Format::Unknown
}
