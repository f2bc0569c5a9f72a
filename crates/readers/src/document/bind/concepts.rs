//! Which concepts say little on their own. The lists overlap, and each answers another question.

use words::Concept;

/// What is on the whole system, so that any other section may be a part of it.
pub(super) const ON_THE_WHOLE: [Concept; 3] =
    [Concept::Overview, Concept::Summary, Concept::Architecture];

/// What the title of a document may be about, so that its words make no chapter of it.
pub(super) const OF_TITLES: [Concept; 4] =
    [Concept::Architecture, Concept::Overview, Concept::Summary, Concept::Introduction];

/// What the description of one component has as well as the whole document.
pub(super) const OF_COMPONENTS: [Concept; 6] = [
    Concept::Summary,
    Concept::Overview,
    Concept::Introduction,
    Concept::Architecture,
    Concept::Components,
    Concept::Interfaces,
];

/// What introduces a document, in one heading or in several.
pub(super) const INTRODUCTORY: [Concept; 8] = [
    Concept::Introduction,
    Concept::Purpose,
    Concept::Scope,
    Concept::Audience,
    Concept::Goals,
    Concept::NonGoals,
    Concept::Problem,
    Concept::BusinessContext,
];

/// What says nothing without its chapter, also among other words: "Tools", "Metrics".
pub(super) const OF_A_CHAPTER: [Concept; 10] = [
    Concept::Tools,
    Concept::Metrics,
    Concept::Events,
    Concept::Support,
    Concept::Resources,
    Concept::Purpose,
    Concept::Scope,
    Concept::Operation,
    Concept::Flow,
    Concept::ApiVersioning,
];

/// What each part of a system has: its use cases, its layers, what was made better in it.
pub(super) const OF_ANY_PART: [Concept; 3] =
    [Concept::FunctionalRequirements, Concept::Layers, Concept::Optimization];

/// What one word names in any text: "Features" of anything, "Terms" beside whatever it is.
pub(super) const OF_ANYTHING: [Concept; 12] = [
    Concept::FunctionalRequirements,
    Concept::Requirements,
    Concept::QualityScenarios,
    Concept::Concepts,
    Concept::Overview,
    Concept::Summary,
    Concept::Interfaces,
    Concept::Testing,
    Concept::OpenQuestions,
    Concept::Roadmap,
    Concept::References,
    Concept::Glossary,
];

/// What is on something that is not so yet, or not the system: risks are called by what they endanger.
pub(super) const ON_OTHER_THINGS: [Concept; 11] = [
    Concept::Future,
    Concept::Roadmap,
    Concept::PlannedImprovements,
    Concept::Risks,
    Concept::RiskAssessment,
    Concept::TechnicalDebt,
    Concept::Limitations,
    Concept::Decisions,
    Concept::Glossary,
    Concept::Testing,
    Concept::TechnologyStack,
];

/// What a list of technologies names by its use: "Monitoring" is a section there, and elsewhere a chapter.
pub(super) const USES_OF_TECHNOLOGY: [Concept; 4] =
    [Concept::Backend, Concept::Database, Concept::Infrastructure, Concept::Monitoring];

/// What a system has two of.
pub(super) const SIDES: [Concept; 2] = [Concept::Backend, Concept::Frontend];

/// What the parts of a system are called.
pub(super) const COMPONENTS: [Concept; 3] =
    [Concept::Component, Concept::Components, Concept::Service];

/// Things of which a document has a chapter of its own.
pub(super) const OF_MANY: [Concept; 2] = [Concept::Entity, Concept::Flow];
