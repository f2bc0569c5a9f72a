//! Words in names of files and directories.

use super::meanings;

meanings! {
    /// What a word in the name of a file or a directory says of what lies there.
    PathWord {
        /// It is a copy from before a change: `bak`.
        Backup = "backup",
        /// It is no longer what counts: `old`, `archive`.
        Kept = "kept",
        /// It is there to be copied or tested with: `example`, `testdata`.
        Sample = "sample",
        /// It is what was proposed.
        Proposal = "proposal",
        /// The same for a part of a product.
        Enhancement = "enhancement",
        /// How it is to be built.
        Design = "design",
        /// What exactly is to be built.
        Specification = "specification",
        /// What a product has to do.
        Requirements = "requirements",
        /// What is new in a release.
        ReleaseNotes = "release-notes",
    }
}

impl PathWord {
    /// The kinds of text that a decision is written in, the one first that it is cited by: they are declared in this
    /// order as well.
    pub const KINDS: [Self; 5] =
        [Self::Proposal, Self::Enhancement, Self::Design, Self::Specification, Self::Requirements];
}
