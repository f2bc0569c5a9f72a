//! Rules: each looks at the analysed book and words its findings.
//!
//! One file a rule, named as the rule, with one page `docs/src/rules/<rule>.md`; [`registry`] is the
//! one list of them. A rule neither edits nor sets levels: that comes after all have spoken.

pub mod adr_ambiguous_date;
pub mod adr_broken_link;
pub mod adr_conflicting_metadata;
pub mod adr_duplicate_id;
pub mod adr_invalid_date;
pub mod adr_missing_date;
pub mod adr_missing_section;
pub mod adr_missing_status;
pub mod adr_not_in_summary;
pub mod adr_not_understood;
pub mod adr_number_mismatch;
pub mod adr_one_way_supersession;
pub mod adr_review_overdue;
pub mod adr_superseded_but_accepted;
pub mod adr_supersession_cycle;
pub mod adr_unknown_status;
pub mod adr_untouched_section;
pub mod broken_include;
pub mod changelog_ambiguous_date;
pub mod changelog_duplicate_version;
pub mod changelog_empty;
pub mod changelog_future_date;
pub mod changelog_invalid_date;
pub mod changelog_missing_field;
pub mod changelog_order;
pub mod changelog_untouched_row;
pub mod changelog_version_jump;
pub mod changelog_version_order;
pub mod document_changed_without_entry;
pub mod duplicate_section;
pub mod empty_section;
pub mod final_on_proposed_decision;
pub mod git_history_unavailable;
pub mod invalid_template;
pub mod levels;
pub mod malformed_directive;
pub mod malformed_suppression;
pub mod metadata_date_mismatch;
pub mod metadata_version_mismatch;
pub mod misplaced_directive;
pub mod missing_section;
pub mod mojibake;
pub mod near_miss_heading;
pub mod placeholder_text;
pub mod prototype_heading;
pub mod registry;
pub mod section_order;
pub mod stale_baseline;
pub mod too_few_instances;
pub mod unfilled_field;
pub mod unknown_config;
pub mod unknown_status;
pub mod unknown_template;
pub mod untouched_section;
pub mod unused_suppression;

use crate::analysis::Analysis;
use crate::diagnostic::{Finding, Level};

/// What a rule is about; the configuration can set the level of a whole group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Sections of a document that is bound to a template.
    Sections,
    /// A document as a whole: status, metadata, encoding.
    Document,
    /// The directives themselves.
    Directives,
    /// Decision records.
    Adr,
    /// Change logs and the metadata they must agree with.
    Changelog,
    /// `book.toml`, templates, suppressions and baselines.
    Config,
}

impl Group {
    /// All groups, in the order of the guide.
    pub const ALL: [Self; 6] = [
        Self::Sections,
        Self::Document,
        Self::Directives,
        Self::Adr,
        Self::Changelog,
        Self::Config,
    ];

    /// The name in the configuration and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sections => "sections",
            Self::Document => "document",
            Self::Directives => "directives",
            Self::Adr => "adr",
            Self::Changelog => "changelog",
            Self::Config => "config",
        }
    }
}

/// A level for each stage of a document's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels {
    /// While it is being written; also where nothing is stated.
    pub draft: Level,
    /// While it is being reviewed.
    pub review: Level,
    /// Once it counts.
    pub final_: Level,
}

impl Levels {
    /// The same level at every stage.
    pub const fn always(level: Level) -> Self {
        Self { draft: level, review: level, final_: level }
    }
}

/// A named check with its page.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case; reads as "allow <name>".
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// The levels when nothing is configured.
    pub levels: Levels,
    /// One sentence for lists and SARIF.
    pub summary: &'static str,
    /// The page, as Markdown.
    pub page: &'static str,
    /// Looks and reports.
    pub check: fn(&Analysis<'_>, &mut Vec<Finding>),
}

impl Rule {
    /// The address of the rule's page; its path in the guide, for a build that knows of no web site.
    pub fn address(&self) -> String {
        let site = env!("CARGO_PKG_HOMEPAGE").trim_end_matches('/');
        crate::book::join(site, &format!("rules/{}.html", self.name))
    }
}
