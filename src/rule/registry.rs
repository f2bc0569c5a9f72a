//! The one list of rules.

use super::Rule;

/// All rules, by group and then as a reader of the guide meets them.
pub static RULES: &[&Rule] = &[
    &super::missing_section::RULE,
    &super::untouched_section::RULE,
    &super::empty_section::RULE,
    &super::placeholder_text::RULE,
    &super::near_miss_heading::RULE,
    &super::prototype_heading::RULE,
    &super::duplicate_section::RULE,
    &super::section_order::RULE,
    &super::unfilled_field::RULE,
    &super::unknown_status::RULE,
    &super::final_on_proposed_decision::RULE,
    &super::mojibake::RULE,
    &super::broken_include::RULE,
    &super::malformed_directive::RULE,
    &super::misplaced_directive::RULE,
    &super::unknown_template::RULE,
    &super::adr_missing_status::RULE,
    &super::adr_unknown_status::RULE,
    &super::adr_missing_date::RULE,
    &super::adr_invalid_date::RULE,
    &super::adr_ambiguous_date::RULE,
    &super::adr_conflicting_metadata::RULE,
    &super::adr_duplicate_id::RULE,
    &super::adr_number_mismatch::RULE,
    &super::adr_missing_section::RULE,
    &super::adr_untouched_section::RULE,
    &super::adr_broken_link::RULE,
    &super::adr_one_way_supersession::RULE,
    &super::adr_supersession_cycle::RULE,
    &super::adr_superseded_but_accepted::RULE,
    &super::adr_not_in_summary::RULE,
    &super::adr_not_understood::RULE,
    &super::adr_review_overdue::RULE,
    &super::changelog_order::RULE,
    &super::changelog_duplicate_version::RULE,
    &super::changelog_version_order::RULE,
    &super::changelog_version_jump::RULE,
    &super::changelog_invalid_date::RULE,
    &super::changelog_ambiguous_date::RULE,
    &super::changelog_future_date::RULE,
    &super::changelog_missing_field::RULE,
    &super::changelog_untouched_row::RULE,
    &super::changelog_empty::RULE,
    &super::metadata_version_mismatch::RULE,
    &super::metadata_date_mismatch::RULE,
    &super::git_history_unavailable::RULE,
    &super::document_changed_without_entry::RULE,
    &super::invalid_template::RULE,
    &super::unknown_config::RULE,
    &super::malformed_suppression::RULE,
    &super::unused_suppression::RULE,
    &super::stale_baseline::RULE,
];

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}
