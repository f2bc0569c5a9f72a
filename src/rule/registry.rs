//! The one list of rules.

use super::{
    Rule, changelog_ambiguous_date, changelog_duplicate_version, changelog_empty,
    changelog_future_date, changelog_invalid_date, changelog_missing_field, changelog_order,
    changelog_untouched_row, changelog_version_jump, changelog_version_order,
    document_changed_without_entry, git_history_unavailable, metadata_date_mismatch,
    metadata_version_mismatch, unknown_config,
};

/// All rules, by group and then as a reader of the guide meets them.
pub static RULES: &[&Rule] = &[
    &changelog_order::RULE,
    &changelog_duplicate_version::RULE,
    &changelog_version_order::RULE,
    &changelog_version_jump::RULE,
    &changelog_invalid_date::RULE,
    &changelog_ambiguous_date::RULE,
    &changelog_future_date::RULE,
    &changelog_missing_field::RULE,
    &changelog_untouched_row::RULE,
    &changelog_empty::RULE,
    &metadata_version_mismatch::RULE,
    &metadata_date_mismatch::RULE,
    &git_history_unavailable::RULE,
    &document_changed_without_entry::RULE,
    &unknown_config::RULE,
];

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}
