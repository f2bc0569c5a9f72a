//! Rules: each looks at what was read and words its findings.
//!
//! One file a rule, named as the rule, with one page `pages/<rule>.md`; [`crate::registry`] is the one list of
//! them. A rule neither edits nor sets levels, and reads no files: that comes before and after.

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
pub mod conflicting_metadata;
pub mod document_changed_without_entry;
pub mod duplicate_section;
pub mod empty_section;
pub mod final_on_proposed_decision;
pub mod git_history_unavailable;
pub mod invalid_template;
pub mod malformed_directive;
pub mod metadata_date_mismatch;
pub mod metadata_version_mismatch;
pub mod misplaced_directive;
pub mod missing_section;
pub mod mojibake;
pub mod near_miss_heading;
pub mod placeholder_text;
pub mod prototype_heading;
mod section;
pub mod section_order;
pub mod too_few_instances;
pub mod unfilled_field;
pub mod unknown_config;
pub mod unknown_status;
pub mod unknown_template;
pub mod untouched_section;
