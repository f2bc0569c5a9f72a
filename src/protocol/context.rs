//! What mdBook says about the build.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use readers::online::Links;

use super::scripts::languages;

/// What mdBook says about the build: the first element of its message.
///
/// Of `book.toml`, which arrives as `config`, only what archdoc needs is kept: mdBook forwards unknown
/// tables and stray `MDBOOK_...` variables, and none of them may break a build.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Context {
    /// The directory of `book.toml`, as given to mdBook: possibly relative, never normalised.
    pub root: PathBuf,
    /// Name of the renderer that this run is for, as in `[output.<name>]`.
    pub renderer: String,
    /// The version of the calling mdBook.
    #[serde(default)]
    pub mdbook_version: MdbookVersion,
    #[serde(default)]
    config: Config,
}

impl Context {
    /// `book.src`, where it is set.
    pub(crate) fn src(&self) -> Option<&str> {
        self.config.book.as_ref()?.src.as_deref()
    }

    /// The language of the book's text, `book.language`.
    pub(crate) fn language(&self) -> Option<&str> {
        self.config.book.as_ref()?.language.as_deref()
    }

    /// The table `[preprocessor.archdoc]`, after mdBook applied `MDBOOK_PREPROCESSOR__ARCHDOC__...`.
    pub(crate) fn settings(&self) -> Option<&Value> {
        self.config.preprocessor.as_ref()?.get("archdoc")
    }

    /// The names of the preprocessors, and the languages of code for which scripts look that `[output.html]` adds to the pages.
    pub(crate) fn helpers(&self) -> Vec<String> {
        let preprocessors = self.config.preprocessor.iter().flat_map(BTreeMap::keys).cloned();
        let html = self.config.output.as_ref().map(|outputs| &outputs.html);
        let scripts = html.and_then(|html| html.get("additional-js")?.as_array());
        let scripts = scripts.into_iter().flatten().filter_map(Value::as_str);
        preprocessors.chain(languages(&self.root, scripts)).collect()
    }

    /// The configured renderers in the order in which mdBook runs them: `["html"]` when none is.
    pub(crate) fn outputs(&self) -> Vec<&str> {
        match &self.config.output {
            Some(Outputs { names, .. }) if !names.is_empty() => {
                names.iter().map(String::as_str).collect()
            }
            _ => vec!["html"],
        }
    }

    /// What `[output.html]` says of the repository.
    pub(crate) fn links(&self) -> Links {
        let html = self.config.output.as_ref().map(|outputs| &outputs.html);
        let url = |name: &str| html?.get(name)?.as_str().map(str::to_owned);
        Links { repository: url("git-repository-url"), edit: url("edit-url-template") }
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
struct Config {
    book: Option<BookTable>,
    preprocessor: Option<BTreeMap<String, Value>>,
    output: Option<Outputs>,
}

#[derive(Debug, Clone, Deserialize)]
struct BookTable {
    src: Option<String>,
    language: Option<String>,
}

/// The tables of outputs: their names in their order, which `serde_json::Map` would sort, and that of HTML.
#[derive(Debug, Clone, Default)]
struct Outputs {
    names: Vec<String>,
    html: Value,
}

impl<'de> Deserialize<'de> for Outputs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OutputsVisitor;
        impl<'de> Visitor<'de> for OutputsVisitor {
            type Value = Outputs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table of outputs")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Outputs, A::Error> {
                let mut outputs = Outputs::default();
                while let Some(name) = map.next_key::<String>()? {
                    if name == "html" {
                        outputs.html = map.next_value()?;
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                    outputs.names.push(name);
                }
                Ok(outputs)
            }
        }
        deserializer.deserialize_map(OutputsVisitor)
    }
}

/// mdBook's version as it names itself, such as `0.5.4`; it is only told, and never compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub(crate) struct MdbookVersion(String);

impl fmt::Display for MdbookVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "of unknown version" } else { &self.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context(json: &str) -> Context {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn the_least_context_has_mdbooks_defaults() {
        let context = context(r#"{"root":"books/a","renderer":"html"}"#);
        assert_eq!(context.src(), None);
        assert_eq!(context.outputs(), ["html"]);
        assert!(context.settings().is_none());
    }

    #[test]
    fn config_keeps_what_is_needed_and_survives_the_rest() {
        let context = context(
            r#"{"root":"/b","renderer":"epub","mdbook_version":"0.4.52","new":[1],"config":{
                "book":{"src":"docs","title":null},"version":"7","rust":null,
                "output":{"html":{"additional-js":["mermaid.min.js"]},"epub":{},"a":{}},
                "preprocessor":{"other":1,"archdoc":{"rules":{"x":"deny"}}}}}"#,
        );
        assert_eq!(context.src(), Some("docs"));
        assert_eq!(context.outputs(), ["html", "epub", "a"]);
        assert_eq!(context.settings().unwrap()["rules"]["x"], "deny");
        assert_eq!(context.helpers(), ["archdoc", "other"]);
    }
}
