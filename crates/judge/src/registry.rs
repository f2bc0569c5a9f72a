//! The one list of rules.

use crate::check::Check::{
    self, Book, Change, Chapter, Document, DocumentOfBook, History, Log, LogAndBook, Nothing,
    Record,
};
use crate::level_settings::LevelSettings;
use crate::rule::{Group, Rule};
use readers::settings::GitSettings;

use crate::baseline::stale_baseline;
use crate::rules::{
    accepted_changed, adr_ambiguous_date, adr_broken_link, adr_conflicting_metadata,
    adr_duplicate_id, adr_empty_index, adr_file_name, adr_forbidden_status, adr_index_drift,
    adr_invalid_date, adr_missing_date, adr_missing_field, adr_missing_section, adr_missing_status,
    adr_not_in_summary, adr_not_understood, adr_number_gap, adr_number_mismatch, adr_number_taken,
    adr_one_way_supersession, adr_review_overdue, adr_superseded_but_accepted,
    adr_supersession_cycle, adr_unknown_status, adr_unknown_target, adr_untouched_section,
    broken_include, broken_link, changelog_ambiguous_date, changelog_duplicate_version,
    changelog_empty, changelog_future_date, changelog_invalid_date, changelog_missing_field,
    changelog_order, changelog_untouched_row, changelog_version_jump, changelog_version_order,
    conflicting_metadata, dead_path, document_changed_without_entry, duplicate_item,
    duplicate_section, empty_section, final_on_proposed_decision, git_history_unavailable,
    invalid_template, link_outside_book, malformed_directive, metadata_date_mismatch,
    metadata_version_mismatch, misplaced_directive, missing_field, missing_preprocessor,
    missing_section, mojibake, near_miss_heading, open_checklist, placeholder_text,
    prototype_heading, review_overdue, section_order, stale_section, too_few_instances,
    unclosed_fence, unfilled_field, unknown_config, unknown_item, unknown_status, unknown_template,
    unmatched_path, untouched_section, untraced_item,
};
use crate::suppress::{malformed_suppression, unused_suppression};

/// All rules with what they look at, by group and then as a reader of the guide meets them.
///
/// What looks at nothing here is applied where its subject is: see [`crate::suppress`] and
/// [`crate::baseline`].
static RULES: &[(&Rule, Check)] = &[
    (&missing_section::RULE, DocumentOfBook(missing_section::check)),
    (&untouched_section::RULE, Document(untouched_section::check)),
    (&empty_section::RULE, Document(empty_section::check)),
    (&placeholder_text::RULE, Document(placeholder_text::check)),
    (&near_miss_heading::RULE, Document(near_miss_heading::check)),
    (&prototype_heading::RULE, Document(prototype_heading::check)),
    (&duplicate_section::RULE, Document(duplicate_section::check)),
    (&too_few_instances::RULE, DocumentOfBook(too_few_instances::check)),
    (&section_order::RULE, Document(section_order::check)),
    (&unfilled_field::RULE, Document(unfilled_field::check)),
    (&missing_field::RULE, Document(missing_field::check)),
    (&conflicting_metadata::RULE, DocumentOfBook(conflicting_metadata::check)),
    (&unknown_status::RULE, Document(unknown_status::check)),
    (&review_overdue::RULE, DocumentOfBook(review_overdue::check)),
    (&stale_section::RULE, Book(stale_section::check)),
    (&open_checklist::RULE, Document(open_checklist::check)),
    (&untraced_item::RULE, Book(untraced_item::check)),
    (&unknown_item::RULE, Book(unknown_item::check)),
    (&duplicate_item::RULE, Book(duplicate_item::check)),
    (&final_on_proposed_decision::RULE, Book(final_on_proposed_decision::check)),
    (&mojibake::RULE, Document(mojibake::check)),
    (&unclosed_fence::RULE, Document(unclosed_fence::check)),
    (&broken_include::RULE, Document(broken_include::check)),
    (&broken_link::RULE, Book(broken_link::check)),
    (&dead_path::RULE, Change(dead_path::check)),
    (&link_outside_book::RULE, Book(link_outside_book::check)),
    (&malformed_directive::RULE, Chapter(malformed_directive::check)),
    (&misplaced_directive::RULE, Book(misplaced_directive::check)),
    (&unmatched_path::RULE, Chapter(unmatched_path::check)),
    (&unknown_template::RULE, Chapter(unknown_template::check)),
    (&adr_missing_status::RULE, Book(adr_missing_status::check)),
    (&adr_unknown_status::RULE, Book(adr_unknown_status::check)),
    (&adr_forbidden_status::RULE, Record(adr_forbidden_status::check)),
    (&adr_missing_date::RULE, Book(adr_missing_date::check)),
    (&adr_invalid_date::RULE, Record(adr_invalid_date::check)),
    (&adr_ambiguous_date::RULE, Book(adr_ambiguous_date::check)),
    (&adr_conflicting_metadata::RULE, Book(adr_conflicting_metadata::check)),
    (&adr_duplicate_id::RULE, Book(adr_duplicate_id::check)),
    (&adr_number_mismatch::RULE, Book(adr_number_mismatch::check)),
    (&adr_number_taken::RULE, Change(adr_number_taken::check)),
    (&adr_number_gap::RULE, Book(adr_number_gap::check)),
    (&adr_file_name::RULE, Record(adr_file_name::check)),
    (&adr_missing_section::RULE, Book(adr_missing_section::check)),
    (&adr_missing_field::RULE, Record(adr_missing_field::check)),
    (&adr_untouched_section::RULE, Record(adr_untouched_section::check)),
    (&adr_unknown_target::RULE, Book(adr_unknown_target::check)),
    (&adr_broken_link::RULE, Book(adr_broken_link::check)),
    (&adr_one_way_supersession::RULE, Book(adr_one_way_supersession::check)),
    (&adr_supersession_cycle::RULE, Book(adr_supersession_cycle::check)),
    (&adr_superseded_but_accepted::RULE, Record(adr_superseded_but_accepted::check)),
    (&adr_not_in_summary::RULE, Book(adr_not_in_summary::check)),
    (&adr_not_understood::RULE, Book(adr_not_understood::check)),
    (&adr_index_drift::RULE, Book(adr_index_drift::check)),
    (&adr_empty_index::RULE, Chapter(adr_empty_index::check)),
    (&adr_review_overdue::RULE, Record(adr_review_overdue::check)),
    (&accepted_changed::RULE, Change(accepted_changed::check)),
    (&changelog_order::RULE, Log(changelog_order::check)),
    (&changelog_duplicate_version::RULE, Log(changelog_duplicate_version::check)),
    (&changelog_version_order::RULE, Log(changelog_version_order::check)),
    (&changelog_version_jump::RULE, Log(changelog_version_jump::check)),
    (&changelog_invalid_date::RULE, Log(changelog_invalid_date::check)),
    (&changelog_ambiguous_date::RULE, Log(changelog_ambiguous_date::check)),
    (&changelog_future_date::RULE, Log(changelog_future_date::check)),
    (&changelog_missing_field::RULE, Log(changelog_missing_field::check)),
    (&changelog_untouched_row::RULE, Log(changelog_untouched_row::check)),
    (&changelog_empty::RULE, LogAndBook(changelog_empty::check, changelog_empty::check_directives)),
    (&metadata_version_mismatch::RULE, History(metadata_version_mismatch::check)),
    (&metadata_date_mismatch::RULE, History(metadata_date_mismatch::check)),
    (&git_history_unavailable::RULE, Book(git_history_unavailable::check)),
    (&document_changed_without_entry::RULE, Book(document_changed_without_entry::check)),
    (&invalid_template::RULE, Book(invalid_template::check)),
    (&missing_preprocessor::RULE, Book(missing_preprocessor::check)),
    (&unknown_config::RULE, Book(unknown_config::check)),
    (&malformed_suppression::RULE, Book(malformed_suppression::check)),
    (&unused_suppression::RULE, Nothing),
    (&stale_baseline::RULE, Nothing),
];

/// What a rule takes from git's history.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// When chapters changed.
    Chapters,
    /// When the code changed that a text describes.
    Code,
    /// What files are called now to which links lead.
    Renames,
    /// Why there is none.
    Absence,
}

/// The rules that look at git's history.
static ON_HISTORY: &[(&Rule, Takes)] = &[
    (&stale_section::RULE, Takes::Code),
    (&broken_link::RULE, Takes::Renames),
    (&adr_broken_link::RULE, Takes::Renames),
    (&git_history_unavailable::RULE, Takes::Absence),
    (&document_changed_without_entry::RULE, Takes::Chapters),
];

/// What the rules that may be reported want to know of git's history.
pub fn asked_of_git(levels: &LevelSettings) -> GitSettings {
    let asked =
        |what| ON_HISTORY.iter().any(|(rule, takes)| *takes == what && levels.may_report(rule));
    GitSettings {
        chapters: asked(Takes::Chapters),
        code: asked(Takes::Code),
        renames: asked(Takes::Renames),
    }
}

/// Whether a rule finds nothing without git's history; a new name for a file is only a help.
pub fn rests_on_history(rule: &Rule) -> bool {
    let mut all = ON_HISTORY.iter();
    all.any(|(known, takes)| known.name == rule.name && *takes != Takes::Renames)
}

/// All rules.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().map(|&(rule, _)| rule)
}

/// What the rules look at.
pub(crate) fn checks() -> impl Iterator<Item = &'static Check> {
    RULES.iter().map(|(_, check)| check)
}

/// Whether a rule looks at what a change did, so that it says nothing of one state.
pub(crate) fn needs_change(name: &str) -> bool {
    RULES.iter().any(|(rule, check)| rule.name == name && matches!(check, Change(_)))
}

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.name == name)
}

/// The names that can be given a level: those of all rules, then those of the groups.
pub fn names() -> impl Iterator<Item = &'static str> {
    rules().map(|rule| rule.name).chain(Group::ALL.iter().map(|group| group.name()))
}
