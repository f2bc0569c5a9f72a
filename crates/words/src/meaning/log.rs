//! Words of change logs.

use super::meanings;

meanings! {
    /// How much a heading says of what stands below it.
    LogTitle {
        /// A log of changes, and nothing else.
        Strong = "strong",
        /// A log when its rows say so.
        Weak = "weak",
        /// A log or a plan.
        Plan = "plan",
        /// A plan of what is still to come: no log.
        Ahead = "ahead",
        /// Where people sign.
        Review = "review",
        /// The history of what a document proposes.
        Milestone = "milestone",
    }
}

meanings! {
    /// What a column of a log holds.
    Column {
        /// When.
        Date = "date",
        /// Which version.
        Version = "version",
        /// Who wrote it.
        Author = "author",
        /// Who signed.
        Reviewer = "reviewer",
        /// What.
        Changes = "changes",
        /// Why, of what kind, or a remark: says what, where no other column does.
        Remark = "remark",
        /// Which office a person has.
        Role = "role",
        /// Something else that logs tell: a status, the pages, a running number.
        Other = "other",
    }
}

meanings! {
    /// A heading inside a release. The first six are those of
    /// [Keep a Changelog](https://keepachangelog.com/en/1.1.0/); release tools write the others.
    Group {
        /// New.
        Added = "added",
        /// Different.
        Changed = "changed",
        /// Soon to be removed.
        Deprecated = "deprecated",
        /// Gone.
        Removed = "removed",
        /// Mended.
        Fixed = "fixed",
        /// About vulnerabilities.
        Security = "security",
        /// What users must act on.
        Breaking = "breaking",
        /// Faster.
        Performance = "performance",
        /// Of the product's own documentation.
        Documentation = "documentation",
    }
}

meanings! {
    /// What a word does in an entry. A word may do several.
    LogWord {
        /// Names the release that is still to come.
        Unreleased = "unreleased",
        /// Says that a release was taken back.
        Yanked = "yanked",
        /// Says that a row goes on with the one above.
        Continued = "continued",
        /// Stands before a version's number.
        Version = "version",
        /// Before "by NAME" it tells who wrote.
        Wrote = "wrote",
        /// Before "by NAME" it tells who only agreed.
        Agreed = "agreed",
        /// The only date that follows it is that of the entry.
        Happened = "happened",
        /// Marks a version that comes before the release.
        PreRelease = "pre-release",
        /// Says that nothing changed.
        NoChange = "no-change",
    }
}
