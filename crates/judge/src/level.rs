//! How much a finding weighs, and how that may differ with the stage of a document.

use std::fmt;

use text::words;
use words::Stage;

/// How much a finding weighs, as in Cargo's `[lints]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not reported.
    Allow,
    /// Reported; the build goes on.
    Warn,
    /// Reported; the build fails after everything was reported.
    Deny,
}

impl Level {
    /// The word of the configuration and of JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

words!(Level { "allow" => Allow, "warn" => Warn, "deny" => Deny });

/// A value for each stage of a document's life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByStage<T> {
    /// While it is being written; also where nothing is stated.
    pub draft: T,
    /// While it is being reviewed.
    pub review: T,
    /// Once it counts.
    pub final_: T,
}

impl<T: Copy> ByStage<T> {
    /// The same at every stage.
    pub const fn always(value: T) -> Self {
        Self { draft: value, review: value, final_: value }
    }

    /// That of one stage.
    pub const fn at(self, stage: Stage) -> T {
        match stage {
            Stage::Draft => self.draft,
            Stage::Review => self.review,
            Stage::Final => self.final_,
        }
    }
}

/// Levels as configured: a stage that is not named keeps what it had.
pub type StageLevels = ByStage<Option<Level>>;

/// The levels of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels {
    /// At each stage.
    pub stages: ByStage<Level>,
    /// Once a document counts, where the book is strict.
    pub strict: Level,
}

impl Levels {
    /// The same level at every stage.
    pub const fn always(level: Level) -> Self {
        Self::by_stage(level, level, level)
    }

    /// A level for each stage, in a strict book too.
    pub(crate) const fn by_stage(draft: Level, review: Level, final_: Level) -> Self {
        Self { stages: ByStage { draft, review, final_ }, strict: final_ }
    }

    /// For what an author still owes: a draft may lack it, a strict book denies it to a final
    /// document.
    pub const fn owed(draft: Level, review: Level) -> Self {
        let stages = ByStage { draft, review, final_: Level::Warn };
        Self { stages, strict: Level::Deny }
    }
}
