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
        /// When; nothing is said of what happened then.
        Date = "date",
        /// When it was decided.
        Decided = "decided",
        /// When it was begun.
        Created = "created",
        /// When it was last changed.
        Updated = "updated",
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
