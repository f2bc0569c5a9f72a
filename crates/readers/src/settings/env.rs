//! mdBook's `MDBOOK_...` environment variables, which override `book.toml`.
//!
//! In a build mdBook has applied them before it sends the configuration; then they only tell where a
//! value came from. `check` applies them itself, by mdBook 0.5's rule: the prefix goes, `__` separates
//! keys, `_` becomes `-`, all in lower case, and the value is JSON or else a string.

use serde_json::{Map, Value};

/// The tables that mdBook lets the environment override.
const TABLES: [&str; 5] = ["book", "build", "rust", "output", "preprocessor"];

/// A name with more keys sets nothing that anybody reads.
const MAX_KEYS: usize = 16;

/// The variables that override the configuration, in the order of their names.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    variables: Vec<Variable>,
}

#[derive(Clone, Debug)]
struct Variable {
    name: String,
    keys: Vec<String>,
    value: String,
}

impl Environment {
    /// The variables of this process. One that is not Unicode is left out.
    pub fn of_process() -> Self {
        let unicode = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        };
        Self::new(std::env::vars_os().filter_map(unicode))
    }

    /// Of these names and values those that override a configuration.
    pub fn new(variables: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut variables: Vec<Variable> = variables
            .into_iter()
            .filter_map(|(name, value)| {
                let keys = keys(&name)?;
                Some(Variable { name, keys, value })
            })
            .collect();
        variables.sort_by(|a, b| a.name.cmp(&b.name));
        Self { variables }
    }

    /// The variable that sets the value at `path` or a table around it.
    pub fn setting(&self, path: &[&str]) -> Option<&str> {
        let sets = |variable: &&Variable| {
            variable.keys.len() <= path.len() && variable.keys.iter().zip(path).all(|(a, b)| a == b)
        };
        let found = self.variables.iter().rev().find(sets)?;
        Some(&found.name)
    }

    /// Whether a variable sets a table or anything in it.
    pub(crate) fn sets_within(&self, path: &[&str]) -> bool {
        let mut keys = self.variables.iter().map(|variable| &variable.keys);
        keys.any(|keys| path.iter().zip(keys).all(|(a, b)| a == b))
    }

    /// Overrides a configuration, as mdBook does: a value replaces what stood at its key.
    pub fn apply(&self, config: &mut Value) {
        for variable in &self.variables {
            let value = serde_json::from_str(&variable.value)
                .unwrap_or_else(|_| Value::String(variable.value.clone()));
            insert(config, &variable.keys, value);
        }
    }
}

/// `MDBOOK_PREPROCESSOR__ARCHDOC__AS_OF` as `preprocessor`, `archdoc`, `as-of`.
fn keys(name: &str) -> Option<Vec<String>> {
    let dotted = name.strip_prefix("MDBOOK_")?.to_lowercase().replace("__", ".").replace('_', "-");
    let keys: Vec<String> = dotted.split('.').map(str::to_owned).collect();
    (TABLES.contains(&keys[0].as_str()) && keys.len() <= MAX_KEYS).then_some(keys)
}

/// Puts a value at a path and makes the tables on the way; what is in the way goes.
fn insert(target: &mut Value, keys: &[String], value: Value) {
    let Some((key, rest)) = keys.split_first() else {
        *target = value;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    if let Value::Object(table) = target {
        insert(table.entry(key).or_insert(Value::Null), rest, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn environment<const N: usize>(variables: [(&str, &str); N]) -> Environment {
        Environment::new(variables.map(|(name, value)| (name.to_owned(), value.to_owned())))
    }

    #[test]
    fn variables_override_as_in_mdbook() {
        let environment = environment([
            ("MDBOOK_PREPROCESSOR__ARCHDOC__RULES__EMPTY_SECTION", "deny"),
            ("MDBOOK_PREPROCESSOR__ARCHDOC__ADR", r#"{"banner": false}"#),
            ("MDBOOK_preprocessor__archdoc__adr__chapters", "nested"),
            ("MDBOOK_BOOK__SRC", "text"),
            ("MDBOOK_VERSION", "0.5"),
            ("HOME", "/"),
        ]);
        let mut config = json!({"book": {"src": "src"}, "preprocessor": {"archdoc": {"adr": 5}}});
        environment.apply(&mut config);
        let expected = json!({
            "book": {"src": "text"},
            "preprocessor": {"archdoc": {
                "adr": {"banner": false, "chapters": "nested"},
                "rules": {"empty-section": "deny"},
            }},
        });
        assert_eq!(config, expected);
    }

    #[test]
    fn a_table_from_the_environment_sets_all_keys_in_it() {
        let environment = environment([("MDBOOK_PREPROCESSOR__ARCHDOC__ADR", "{}")]);
        assert!(environment.setting(&["preprocessor", "archdoc", "adr", "banner"]).is_some());
        assert!(environment.setting(&["preprocessor", "archdoc"]).is_none());
    }
}
