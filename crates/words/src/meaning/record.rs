//! Words of decision records.

use super::meanings;

meanings! {
    /// How far a decision is.
    ///
    /// The states are those of [Nygard](https://cognitect.com/blog/2011/11/15/documenting-architecture-decisions),
    /// [MADR](https://adr.github.io/madr/) and
    /// [KEP](https://github.com/kubernetes/enhancements/blob/master/keps/sig-architecture/0000-kep-process/README.md).
    Status {
        /// Being written.
        Draft = "draft",
        /// Up for discussion.
        Proposed = "proposed",
        /// It counts.
        Accepted = "accepted",
        /// It counts, and it is done.
        Implemented = "implemented",
        /// Decided against.
        Rejected = "rejected",
        /// Taken back by whoever proposed it.
        Withdrawn = "withdrawn",
        /// Put off.
        OnHold = "on-hold",
        /// No longer recommended.
        Deprecated = "deprecated",
        /// Another record took its place.
        Superseded = "superseded",
    }
}

impl Status {
    /// Not decided yet: what a record in this state may still lack.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Proposed | Self::OnHold)
    }
}

meanings! {
    /// What a section of a record is for.
    Part {
        /// The forces at play.
        Context = "context",
        /// What was decided.
        Decision = "decision",
        /// What follows from it.
        Consequences = "consequences",
        /// MADR's sub-section of good consequences.
        Positive = "positive",
        /// MADR's sub-section of bad consequences.
        Negative = "negative",
        /// What matters for the decision.
        Drivers = "drivers",
        /// What could have been decided.
        Options = "options",
        /// MADR's decision.
        Outcome = "outcome",
        /// The options, weighed.
        ProsAndCons = "pros-and-cons",
        /// What else was considered.
        Alternatives = "alternatives",
        /// Why.
        Rationale = "rationale",
        /// How it is carried out.
        Approach = "approach",
        /// How it is checked.
        Confirmation = "confirmation",
        /// The beginning of an RFC or a KEP.
        Summary = "summary",
        /// Why an RFC or KEP exists.
        Motivation = "motivation",
        /// A KEP's aims.
        Goals = "goals",
        /// A KEP's suggestion.
        Proposal = "proposal",
        /// An RFC's price.
        Drawbacks = "drawbacks",
        /// What is taken for granted.
        Assumptions = "assumptions",
        /// What could not be chosen.
        Constraints = "constraints",
        /// What is still to be settled.
        OpenQuestions = "open-questions",
        /// Notes beside the decision.
        MoreInformation = "more-information",
        /// Where else to read.
        Links = "links",
    }
}
