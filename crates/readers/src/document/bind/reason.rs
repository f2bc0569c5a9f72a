//! Why a heading may be a section.

/// Why a heading was taken for a section, the strongest reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// Its `{#id}` is the section's.
    Id,
    /// The template's own words.
    Title,
    /// The usual heading for the section's concept in a language.
    Translation,
    /// Another wording that the template names.
    Alias,
    /// A wording of the section's concept, in any language.
    Wording,
    /// The same words but for plural endings.
    Stem,
    /// A wording of another concept that the section also stands for.
    Wider,
    /// The usual heading for such a concept: one word mostly.
    WiderTitle,
    /// A wording of such a concept but for plural endings.
    WiderStem,
    /// The words before a colon, a dash or a parenthesis.
    Short,
    /// One of the subjects that it joins.
    Conjunct,
    /// A wording of the section's concept, and nothing but how the subject is treated: "Description of
    /// the architecture".
    Treated,
    /// The template's own words make up most of it.
    ContainedTitle,
    /// A wording of the section's concept makes up most of it, and it says nothing else known.
    Contained,
    /// A wording of the section's concept, and then whose it is or what for: "Data flow of one request".
    Begun,
    /// It mentions the section's concept, and none of those beside it.
    Mentioned,
    /// The template's number, and a word in common.
    Number,
    /// One of the things a section repeats per.
    Instance,
    /// It is the document's own heading.
    DocumentTitle,
    /// A small typo away.
    NearMiss,
}

impl Match {
    /// Whether the whole heading names the section, and not a part of it.
    pub(crate) fn names_it(self) -> bool {
        self <= Self::WiderStem
    }

    /// Whether its words are those of a concept that the section only stands for as well.
    pub(super) fn is_wider(self) -> bool {
        matches!(self, Self::Wider | Self::WiderTitle | Self::WiderStem)
    }

    /// Whether only the endings of its words are others.
    pub(super) fn is_inflected(self) -> bool {
        matches!(self, Self::Stem | Self::WiderStem)
    }

    /// Whether the heading is the template's own, in whichever language.
    pub(super) fn is_title(self) -> bool {
        self <= Self::Translation
    }
}
