//! The one list of rules.

use readers::analysis::Analysis;

use crate::finding::Finding;
use crate::rule::{Group, Rule};

use crate::baseline::stale_baseline;
use crate::rules::{
    adr_ambiguous_date, adr_broken_link, adr_conflicting_metadata, adr_duplicate_id,
    adr_invalid_date, adr_missing_date, adr_missing_section, adr_missing_status,
    adr_not_in_summary, adr_not_understood, adr_number_mismatch, adr_one_way_supersession,
    adr_review_overdue, adr_superseded_but_accepted, adr_supersession_cycle, adr_unknown_status,
    adr_untouched_section, broken_include, changelog_ambiguous_date, changelog_duplicate_version,
    changelog_empty, changelog_future_date, changelog_invalid_date, changelog_missing_field,
    changelog_order, changelog_untouched_row, changelog_version_jump, changelog_version_order,
    document_changed_without_entry, duplicate_section, empty_section, final_on_proposed_decision,
    git_history_unavailable, invalid_template, malformed_directive, metadata_date_mismatch,
    metadata_version_mismatch, misplaced_directive, missing_section, mojibake, near_miss_heading,
    placeholder_text, prototype_heading, section_order, too_few_instances, unfilled_field,
    unknown_config, unknown_status, unknown_template, untouched_section,
};
use crate::suppress::{malformed_suppression, unused_suppression};

/// Looks at what was read, and reports.
pub type Check = fn(&Analysis<'_>, &mut Vec<Finding>);

/// All rules with what they look at, by group and then as a reader of the guide meets them.
///
/// A rule without a check is applied where its subject is: see [`crate::suppress`] and [`crate::baseline`].
static RULES: &[(&Rule, Option<Check>)] = &[
    (&missing_section::RULE, Some(missing_section::check)),
    (&untouched_section::RULE, Some(untouched_section::check)),
    (&empty_section::RULE, Some(empty_section::check)),
    (&placeholder_text::RULE, Some(placeholder_text::check)),
    (&near_miss_heading::RULE, Some(near_miss_heading::check)),
    (&prototype_heading::RULE, Some(prototype_heading::check)),
    (&duplicate_section::RULE, Some(duplicate_section::check)),
    (&too_few_instances::RULE, Some(too_few_instances::check)),
    (&section_order::RULE, Some(section_order::check)),
    (&unfilled_field::RULE, Some(unfilled_field::check)),
    (&unknown_status::RULE, Some(unknown_status::check)),
    (&final_on_proposed_decision::RULE, Some(final_on_proposed_decision::check)),
    (&mojibake::RULE, Some(mojibake::check)),
    (&broken_include::RULE, Some(broken_include::check)),
    (&malformed_directive::RULE, Some(malformed_directive::check)),
    (&misplaced_directive::RULE, Some(misplaced_directive::check)),
    (&unknown_template::RULE, Some(unknown_template::check)),
    (&adr_missing_status::RULE, Some(adr_missing_status::check)),
    (&adr_unknown_status::RULE, Some(adr_unknown_status::check)),
    (&adr_missing_date::RULE, Some(adr_missing_date::check)),
    (&adr_invalid_date::RULE, Some(adr_invalid_date::check)),
    (&adr_ambiguous_date::RULE, Some(adr_ambiguous_date::check)),
    (&adr_conflicting_metadata::RULE, Some(adr_conflicting_metadata::check)),
    (&adr_duplicate_id::RULE, Some(adr_duplicate_id::check)),
    (&adr_number_mismatch::RULE, Some(adr_number_mismatch::check)),
    (&adr_missing_section::RULE, Some(adr_missing_section::check)),
    (&adr_untouched_section::RULE, Some(adr_untouched_section::check)),
    (&adr_broken_link::RULE, Some(adr_broken_link::check)),
    (&adr_one_way_supersession::RULE, Some(adr_one_way_supersession::check)),
    (&adr_supersession_cycle::RULE, Some(adr_supersession_cycle::check)),
    (&adr_superseded_but_accepted::RULE, Some(adr_superseded_but_accepted::check)),
    (&adr_not_in_summary::RULE, Some(adr_not_in_summary::check)),
    (&adr_not_understood::RULE, Some(adr_not_understood::check)),
    (&adr_review_overdue::RULE, Some(adr_review_overdue::check)),
    (&changelog_order::RULE, Some(changelog_order::check)),
    (&changelog_duplicate_version::RULE, Some(changelog_duplicate_version::check)),
    (&changelog_version_order::RULE, Some(changelog_version_order::check)),
    (&changelog_version_jump::RULE, Some(changelog_version_jump::check)),
    (&changelog_invalid_date::RULE, Some(changelog_invalid_date::check)),
    (&changelog_ambiguous_date::RULE, Some(changelog_ambiguous_date::check)),
    (&changelog_future_date::RULE, Some(changelog_future_date::check)),
    (&changelog_missing_field::RULE, Some(changelog_missing_field::check)),
    (&changelog_untouched_row::RULE, Some(changelog_untouched_row::check)),
    (&changelog_empty::RULE, Some(changelog_empty::check)),
    (&metadata_version_mismatch::RULE, Some(metadata_version_mismatch::check)),
    (&metadata_date_mismatch::RULE, Some(metadata_date_mismatch::check)),
    (&git_history_unavailable::RULE, Some(git_history_unavailable::check)),
    (&document_changed_without_entry::RULE, Some(document_changed_without_entry::check)),
    (&invalid_template::RULE, Some(invalid_template::check)),
    (&unknown_config::RULE, Some(unknown_config::check)),
    (&malformed_suppression::RULE, Some(malformed_suppression::check)),
    (&unused_suppression::RULE, None),
    (&stale_baseline::RULE, None),
];

/// All rules.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().map(|&(rule, _)| rule)
}

/// What looks at a book.
pub(crate) fn checks() -> impl Iterator<Item = Check> {
    RULES.iter().filter_map(|&(_, check)| check)
}

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.name == name)
}

/// The names that can be given a level: those of all rules, then those of the groups.
pub fn names() -> impl Iterator<Item = &'static str> {
    rules().map(|rule| rule.name).chain(Group::ALL.iter().map(|group| group.name()))
}
