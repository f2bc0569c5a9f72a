//! What we say on pages.

use super::{RelationKind, meanings};

meanings! {
    /// A phrase of `[page]`: a label or a sentence, with `{1}` and `{2}` where values go and `**` around what is
    /// strong.
    #[allow(missing_docs, reason = "the English phrases say what each is")]
    Phrase {
        NotWritten = "not-written",
        PartlyWritten = "partly-written",
        LeftOpen = "left-open",
        RequiredBy = "required-by",
        RecommendedBy = "recommended-by",
        OptionalIn = "optional-in",
        AskedBy = "asked-by",
        MayRepeat = "may-repeat",
        OnceForEach = "once-for-each",
        MarkedRecommended = "marked-recommended",
        GoodExample = "good-example",
        WhatBelongs = "what-belongs",
        MoreBelongs = "more-belongs",
        DiagramCode = "diagram-code",
        Required = "required",
        Recommended = "recommended",
        Partial = "partial",
        Untouched = "untouched",
        Empty = "empty",
        Missing = "missing",
        CountOfState = "count-of-state",
        OfThemRecommended = "of-them-recommended",
        Document = "document",
        Written = "written",
        Open = "open",
        Progress = "progress",
        Template = "template",
        DoneOf = "done-of",
        ReviewBy = "review-by",
        ReviewWasDue = "review-was-due",
        NoDocuments = "no-documents",
        MoreDocumentsOne = "more-documents-one",
        MoreDocuments = "more-documents",
        StageDraft = "stage-draft",
        StageReview = "stage-review",
        StageFinal = "stage-final",
        Draft = "draft",
        Proposed = "proposed",
        Accepted = "accepted",
        Implemented = "implemented",
        Rejected = "rejected",
        Withdrawn = "withdrawn",
        OnHold = "on-hold",
        Deprecated = "deprecated",
        Superseded = "superseded",
        Other = "other",
        Unknown = "unknown",
        RecordsOne = "records-one",
        Records = "records",
        NoRecords = "no-records",
        Decision = "decision",
        People = "people",
        By = "by",
        NoDate = "no-date",
        Dated = "dated",
        DecidedBy = "decided-by",
        DecidersAre = "deciders-are",
        WrittenBy = "written-by",
        ConsultedAre = "consulted-are",
        InformedAre = "informed-are",
        TagsAre = "tags-are",
        ReviewTitle = "review-title",
        IsSupersededBy = "is-superseded-by",
        IsSupersededInPartBy = "is-superseded-in-part-by",
        IsSuperseded = "is-superseded",
        NamesNewer = "names-newer",
        NamedByNewer = "named-by-newer",
        IsDeprecated = "is-deprecated",
        WasRejected = "was-rejected",
        WasWithdrawn = "was-withdrawn",
        InPart = "in-part",
        WouldSupersede = "would-supersede",
        WouldSupersedeInPart = "would-supersede-in-part",
        WhichIs = "which-is",
        ADraft = "a-draft",
        And = "and",
        NoRelations = "no-relations",
        AsList = "as-list",
        OnlyInListOne = "only-in-list-one",
        OnlyInList = "only-in-list",
        MoreRelationsOne = "more-relations-one",
        MoreRelations = "more-relations",
        GraphLabel = "graph-label",
        GraphDescription = "graph-description",
        NotInForce = "not-in-force",
        NoChanges = "no-changes",
        NoVersion = "no-version",
        Yanked = "yanked",
        SinceUnknown = "since-unknown",
        SinceNone = "since-none",
        New = "new",
        Removed = "removed",
        NoStatus = "no-status",
        Was = "was",
        WasWithout = "was-without",
        NoItems = "no-items",
    }
}

meanings! {
    /// Whether a record has done to another what it says.
    Outcome {
        /// It has.
        Holds = "holds",
        /// Nobody has decided on it yet.
        Open = "open",
        /// It was turned down.
        Dropped = "dropped",
    }
}

impl Phrase {
    /// Its place among all phrases of a language.
    pub(crate) const fn place(self) -> usize {
        self as usize
    }
}

impl RelationKind {
    /// The place of a phrase for it among all phrases of a language.
    pub(crate) const fn place(self, outcome: Outcome) -> usize {
        Phrase::ALL.len() + self as usize * Outcome::ALL.len() + outcome as usize
    }
}
