//! The configuration as a whole: tolerant reading, places, and what is not known.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;

use readers::settings::env::Environment;
use readers::settings::paths::PathSet;
use readers::settings::{ChangeLogSource, Missing, Unknown};

use super::*;
use judge::level::Level;
use text::source::Source;
use words::Stage;

fn read_with(toml: &str, variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let owned = variables.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
    let environment = Environment::new(owned);
    let table: toml::Table = toml.parse().expect("the test's own TOML");
    let mut config = serde_json::to_value(table).expect("TOML is JSON");
    environment.apply(&mut config);
    let places = Places::new(Some(Source::new("book.toml", toml)), environment);
    Config::read(config.pointer("/preprocessor/archdoc"), places)
}

fn read(toml: &str) -> Settings {
    read_with(toml, &[]).expect("good settings").settings
}

/// `line key word` of everything unknown.
fn unknown(settings: &Settings) -> Vec<String> {
    let line = |unknown: &Unknown| unknown.origin.place.start().line;
    let said = settings.unknown.iter().map(|u| format!("{} {} {}", line(u), u.key, u.word));
    said.collect()
}

#[test]
fn nothing_configured_is_the_defaults() {
    let settings = Config::read(None, Places::default()).expect("defaults").settings;
    assert_eq!(settings.missing, Missing::Skeleton);
    assert!(settings.resolve_includes && settings.unknown.is_empty());
}

#[test]
fn every_key_is_read() {
    let Config { settings, levels } = read_with(
        r#"
        [preprocessor.archdoc]
        command = "mdbook-archdoc"
        before = ["links"]
        missing = "note"
        template-dir = "templates"
        as-of = 2026-07-01
        resolve-includes = false
        [preprocessor.archdoc.rules]
        sections = "deny"
        config = { draft = "allow", final = "deny" }
        [preprocessor.archdoc.status-words]
        Freigegeben = "final"
        [preprocessor.archdoc.adr]
        paths = "docs/adr, docs/rfc"
        chapters = "nested"
        link-references = true
        banner = false
        statuses = { Agreed = "accepted" }
        [preprocessor.archdoc.change-log]
        order = "oldest"
        limit = 5
        columns = ["version", "date"]
        source = ["table", "file:CHANGELOG.md"]
        [[preprocessor.archdoc.documents]]
        paths = ["services/*.md"]
        template = "standard"
        status = "review"
        params = { project = "Atlas", year = 2026 }
        [[preprocessor.archdoc.overrides]]
        paths = ["old"]
        rules = { sections = "allow" }
        "#,
        &[],
    )
    .expect("good settings");
    assert!(settings.unknown.is_empty(), "{:?}", settings.unknown);
    assert_eq!(settings.missing, Missing::Note);
    assert_eq!(settings.as_of.map(|day| day.to_string()).as_deref(), Some("2026-07-01"));
    assert_eq!(levels.rules.0["config"].final_, Some(Level::Deny));
    assert_eq!(settings.status_words["freigegeben"], Stage::Final);
    let paths = settings.adr.paths.expect("paths");
    assert_eq!(paths.patterns(), ["docs/adr", "docs/rfc"]);
    assert_eq!(settings.adr.statuses["agreed"], "accepted");
    assert_eq!(settings.change_log.limit, Some(5));
    let file = ChangeLogSource::File("CHANGELOG.md".to_owned());
    assert_eq!(settings.change_log.source, [ChangeLogSource::Table, file]);
    assert_eq!(settings.documents[0].params["year"], "2026");
    assert_eq!(settings.documents[0].status, Some(Stage::Review));
    assert!(levels.overrides[0].paths.contains("old/a.md"));
}

#[test]
fn what_is_not_known_is_noted_with_its_line() {
    let settings = read(
        r#"[preprocessor.archdoc]
mising = "note"
missing = "noot"
adr.bnner = true
[preprocessor.archdoc.rules]
missing-sektion = "warn"
sections = "deny"
config = { draf = "warn", final = "allow" }
[[preprocessor.archdoc.documents]]
paths = ["a.md"]
[[preprocessor.archdoc.documents]]
pths = ["a.md"]
[preprocessor.archdoc.change-log]
columns = [
  "date",
  "athor",
]
"#,
    );
    assert_eq!(
        unknown(&settings),
        [
            "4 adr.bnner bnner",
            "12 documents[2].pths pths",
            "2 mising mising",
            "8 rules.config.draf draf",
            "6 rules.missing-sektion missing-sektion",
            "3 missing noot",
            "16 change-log.columns[2] athor",
            "9 documents[1] template",
            "11 documents[2] template",
            "11 documents[2] paths",
        ]
    );
}

#[test]
fn a_level_that_is_none_is_an_error_with_the_one_that_was_meant() {
    for (word, meant) in [
        ("error", Some("write `deny`")),
        ("Warning", Some("write `warn`")),
        ("off", Some("write `allow`")),
        ("denny", Some("write `deny`")),
        ("loud", None),
    ] {
        for levels in [format!("\"{word}\""), format!("{{ final = \"{word}\" }}")] {
            let toml = format!("[preprocessor.archdoc]\nrules.adr = {levels}\n");
            let error = read_with(&toml, &[]).expect_err(word);
            let expected =
                format!("expected `allow`, `warn` or `deny`, found the string \"{word}\"");
            assert!(error.to_string().ends_with(&expected), "{error}");
            assert_eq!(error.help().as_deref(), meant, "{word}");
        }
    }
}

#[test]
fn a_list_names_the_element_that_does_not_fit() {
    let toml = "[preprocessor.archdoc]\nadr.paths = [\"a\",\n  3]\n";
    let error = read_with(toml, &[]).expect_err("a number");
    let expected = "`preprocessor.archdoc.adr.paths[2]`: expected a string, found `3`";
    assert_eq!((&*error.to_string(), error.origin.place.start().line), (expected, 3));
}

#[test]
fn paths_that_can_be_none_of_the_project_are_told_and_not_used() {
    let settings = read("[preprocessor.archdoc]\nadr.paths = [\"\", \"/etc\", \"adr\"]\n");
    assert_eq!(settings.adr.paths.as_ref().map(PathSet::patterns), Some(&["adr".to_owned()][..]));
    assert_eq!(unknown(&settings), ["2 adr.paths ", "2 adr.paths /etc"]);
    let settings = read("[preprocessor.archdoc]\nadr.paths = [\"/etc\"]\n");
    assert!(settings.adr.paths.is_none(), "the usual names count");
}

#[test]
fn the_environment_is_read_tolerantly_and_named() {
    let variables = [
        ("MDBOOK_PREPROCESSOR__ARCHDOC__RESOLVE_INCLUDES", "false"),
        ("MDBOOK_PREPROCESSOR__ARCHDOC__ADR__BANNER", "\"false\""),
        ("MDBOOK_PREPROCESSOR__ARCHDOC__CHANGE_LOG__LIMIT", "\"7\""),
        ("MDBOOK_PREPROCESSOR__ARCHDOC__TEMPLATE_DIR", r#""2026""#),
        ("MDBOOK_PREPROCESSOR__ARCHDOC__MISSIN", "note"),
    ];
    let settings = read_with("[preprocessor.archdoc]\n", &variables).expect("good settings");
    let settings = settings.settings;
    assert!(!settings.resolve_includes && !settings.adr.banner);
    assert_eq!(settings.change_log.limit, Some(7));
    assert_eq!(settings.template_dir.as_deref(), Some("2026"));
    let variable = settings.unknown[0].origin.variable.as_deref();
    assert_eq!(variable, Some("MDBOOK_PREPROCESSOR__ARCHDOC__MISSIN"));
    assert_eq!(unknown(&settings), ["1 missin missin"]);
}

#[test]
fn a_wrong_type_is_an_error_with_key_and_line() {
    let cases = [
        ("adr.banner = \"maybe\"", "adr.banner", "`true` or `false`, found the string \"maybe\""),
        ("adr = 5", "adr", "a table, found integer `5`"),
        ("documents = {}", "documents", "a list, found a table"),
        (
            "rules.a = 5",
            "rules.a",
            "a level (`allow`, `warn` or `deny`), or a table of levels by stage, found integer `5`",
        ),
        ("as-of = \"soon\"", "as-of", "a date such as `2026-01-31`, found `soon`"),
        ("change-log.limit = -1", "change-log.limit", "a whole number from 0, found `-1`"),
        ("missing = []", "missing", "one of `skeleton`, `note` or `hide`, found a list"),
    ];
    for (line, key, problem) in cases {
        let toml = format!("[preprocessor.archdoc]\n{line}\n");
        let error = read_with(&toml, &[]).expect_err(line);
        let expected = format!("`preprocessor.archdoc.{key}`: expected {problem}");
        assert_eq!(error.to_string(), expected);
        assert_eq!(error.origin.place.start().line, 2, "{line}");
    }
    assert!(read_with("preprocessor.archdoc = 5", &[]).is_err());
}

#[test]
fn the_guide_describes_every_key() {
    let guide = include_str!("../../../../docs/src/configuration.md");
    for key in keys::all() {
        assert!(
            guide.contains(&format!("`{key}`")) || guide.contains(&format!("archdoc.{key}]")),
            "{key}"
        );
    }
}

/// Any JSON, with our own keys often enough to be taken for settings.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z-]{0,8}|deny|draft|2026-01-31|\\PC{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 5, |inner| {
        let key = prop_oneof![select(keys::all()).prop_map(str::to_owned), "[a-z.\"-]{0,6}"];
        let table = btree_map(key, inner.clone(), 0..6);
        prop_oneof![
            vec(inner, 0..4).prop_map(Value::from),
            table.prop_map(|table| Value::Object(table.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_configuration_makes_a_panic(table in any_json(), toml in "\\PC{0,80}") {
        let written = format!("[preprocessor.archdoc]\n{toml}");
        let places = Places::new(Some(Source::new("book.toml", written)), Environment::default());
        match Config::read(Some(&table), places) {
            Ok(config) => for unknown in config.settings.unknown {
                prop_assert!(unknown.origin.place.start().line >= 1);
            },
            Err(error) => prop_assert!(error.to_string().contains("expected"), "{error}"),
        }
    }
}

/// What the rule `unknown-config` says of a configuration.
fn told(toml: &str, variables: &[(&str, &str)]) -> Vec<judge::finding::Finding> {
    let config = read_with(toml, variables).expect("good settings");
    config.settings.unknown.iter().map(judge::rules::unknown_config::finding).collect()
}

#[test]
fn a_misspelt_value_is_mended_in_its_quotes() {
    let found = told("[preprocessor.archdoc]\nmissing = 'nte'\n", &[]);
    assert_eq!(found[0].message, "unknown value `nte` for `missing` has no effect");
    assert_eq!(found[0].help.as_deref(), Some("did you mean `note`?"));
    assert_eq!(found[0].edits[0].text, "'note'");
    assert_eq!(found[0].edits[0].place.text(), "'nte'");
}

#[test]
fn a_key_from_the_environment_names_the_variable() {
    let found = told("", &[("MDBOOK_PREPROCESSOR__ARCHDOC__COLOUR", "red")]);
    assert_eq!(found[0].message, "unknown key `colour` has no effect");
    assert!(found[0].notes[0].contains("MDBOOK_PREPROCESSOR__ARCHDOC__COLOUR"));
    assert!(found[0].edits.is_empty());
}
