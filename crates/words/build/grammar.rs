//! The grammar of a language file, as code.

use std::fmt::Write as _;

use crate::meaning::Habit;

/// The table that holds it.
pub(crate) const TABLE: &str = "grammar";

/// The value of a `Grammar` with what the file says.
pub(crate) fn code(table: &toml::Table, wrong: &mut impl FnMut(String)) -> String {
    let mut fields = String::new();
    let grammar = table.get(TABLE).and_then(toml::Value::as_table);
    for (key, value) in grammar.into_iter().flatten() {
        let words = crate::generate::strings(Some(value));
        match key.as_str() {
            "habits" => {
                let habits: Option<Vec<Habit>> =
                    words.iter().map(|name| Habit::from_name(name)).collect();
                let Some(habits) = habits else {
                    wrong(format!("`{TABLE}.habits` has a name that is no habit"));
                    continue;
                };
                let paths = habits.iter().map(|habit| format!("Habit::{habit:?},"));
                let _infallible = write!(fields, "habits: &[{}],", paths.collect::<String>());
            }
            "infinitives" | "predicates" | "relatives" | "joins" | "joints" | "attributives"
            | "ranges"
                if !words.is_empty() =>
            {
                let _infallible = write!(fields, "{key}: &{words:?},");
            }
            _ => wrong(format!("`{TABLE}.{key}` is nothing that is read")),
        }
    }
    format!("Grammar {{ {fields} ..Grammar::NONE }}")
}
