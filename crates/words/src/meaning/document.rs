//! Words in which documents and records state things about themselves.

use super::meanings;

meanings! {
    /// How far a document says it is.
    Stage {
        /// Being written.
        Draft = "draft",
        /// Being read by others.
        Review = "review",
        /// It counts.
        Final = "final",
    }
}

meanings! {
    /// What a label asks for. The finest distinctions are kept: a reader to which an approver is a
    /// decider maps both to one field.
    Label {
        /// How far it is.
        Status = "status",
        /// How far a change of a document is, that may have a state of its own.
        AmendmentStatus = "amendment-status",
        /// When; nothing is said of what happened then.
        Date = "date",
        /// When it was decided.
        Decided = "decided",
        /// When it was begun.
        Created = "created",
        /// When it was last changed.
        Updated = "updated",
        /// When somebody last looked at it and changed nothing.
        Reviewed = "reviewed",
        /// Of the document.
        Version = "version",
        /// Of the template it was made from.
        TemplateVersion = "template-version",
        /// Who decided.
        Deciders = "deciders",
        /// Who agreed to it.
        Approvers = "approvers",
        /// Who wrote it.
        Authors = "authors",
        /// Who keeps it up.
        Owner = "owner",
        /// Who read it critically.
        Reviewers = "reviewers",
        /// Whose opinion was asked.
        Consulted = "consulted",
        /// Who is to know.
        Informed = "informed",
        /// Keywords.
        Tags = "tags",
        /// Its own number or name.
        Id = "id",
        /// Its own title.
        Title = "title",
        /// The system it is about.
        Project = "project",
        /// When it is to be looked at again.
        ReviewBy = "review-by",
        /// How often it is to be looked at.
        ReviewSchedule = "review-schedule",
        /// The dated list of its changes.
        ChangeLog = "change-log",
        /// Who may read it.
        Classification = "classification",
        /// A heading above such labels.
        Metadata = "metadata",
    }
}

meanings! {
    /// What a label or a column tells of the thing that a section describes.
    Field {
        /// What it is called.
        Name = "name",
        /// What it is.
        Description = "description",
        /// What is said of it, whatever that is: the other column of `Field | Value`.
        Value = "value",
        /// What kind it is of.
        Type = "type",
        /// Where in the stack it stands.
        Layer = "layer",
        /// What it is built with.
        Technology = "technology",
        /// Why it was chosen.
        Justification = "justification",
        /// What it has to do.
        Responsibilities = "responsibilities",
        /// How it is built.
        Implementation = "implementation",
        /// How it is done.
        Method = "method",
        /// How it is talked to.
        Protocol = "protocol",
        /// Where it is.
        Location = "location",
        /// How often it happens.
        Frequency = "frequency",
        /// How long it is kept.
        Retention = "retention",
        /// How long it may be away.
        RecoveryTime = "recovery-time",
        /// How much of it may be lost.
        RecoveryPoint = "recovery-point",
        /// How it is encrypted where it is kept.
        EncryptionAtRest = "encryption-at-rest",
        /// How it is encrypted on its way.
        EncryptionInTransit = "encryption-in-transit",
        /// Where its secrets are kept.
        Secrets = "secrets",
        /// How long a session or what proves it is valid.
        TokenLifetime = "token-lifetime",
        /// How that is renewed.
        RefreshStrategy = "refresh-strategy",
        /// What is done with data that not everybody may see.
        SensitiveData = "sensitive-data",
        /// What is done when it fails.
        ErrorHandling = "error-handling",
        /// How often it may be called.
        RateLimits = "rate-limits",
        /// On what it runs.
        Hosting = "hosting",
        /// What is measured.
        Metric = "metric",
        /// The value that is wanted.
        Target = "target",
        /// The value that was measured.
        Current = "current",
        /// How bad it would be.
        Impact = "impact",
        /// How likely it is.
        Likelihood = "likelihood",
        /// What is done about it.
        Mitigation = "mitigation",
        /// How much it matters.
        Priority = "priority",
        /// What else is to be said.
        Remark = "remark",
        /// Where it comes from.
        Source = "source",
    }
}
