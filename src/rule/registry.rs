//! The one list of rules.

use super::{Rule, unknown_config};

/// All rules, by group and then as a reader of the guide meets them.
pub static RULES: &[&Rule] = &[&unknown_config::RULE];

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}
