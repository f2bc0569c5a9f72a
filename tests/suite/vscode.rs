//! The extension for Visual Studio Code repeats facts of the program; they are the program's.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use readers::comments::END;
use readers::directive::Kind;
use readers::suppression::ALLOW;
use serde_json::Value;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("editors/vscode").join(name)
}

fn text(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap()
}

fn manifest() -> Value {
    serde_json::from_str(&text("package.json")).unwrap()
}

/// The words between which a pattern of the grammar chooses: `(?:a|b)`.
fn choice(grammar: &Value, rule: &str) -> BTreeSet<String> {
    let pattern = grammar["repository"][rule]["match"].as_str().unwrap();
    let (_, words) = pattern.split_once("(?:").unwrap();
    let (words, _) = words.split_once(')').unwrap();
    words.split('|').map(str::to_owned).collect()
}

#[test]
fn it_starts_what_the_program_serves_with() {
    let settings = &manifest()["contributes"]["configuration"]["properties"];
    assert_eq!(settings["archdoc.path"]["default"], env!("CARGO_PKG_NAME"));
    let arguments = settings["archdoc.arguments"]["default"].as_array().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_mdbook-archdoc"));
    program.args(arguments.iter().map(|argument| argument.as_str().unwrap())).arg("--help");
    assert!(program.output().unwrap().status.success(), "{arguments:?}");
}

#[test]
fn its_settings_and_commands_are_those_that_its_code_knows() {
    let (manifest, code, readme) = (manifest(), text("src/extension.ts"), text("README.md"));
    let settings = manifest["contributes"]["configuration"]["properties"].as_object().unwrap();
    for (name, setting) in settings {
        let key = name.strip_prefix("archdoc.").unwrap();
        assert!(code.contains(&format!("(\"{key}\", {}", setting["default"])), "{name}");
        assert!(readme.contains(&format!("| `{name}` |")), "{name}");
        // A workspace of somebody else's must not choose what is run.
        assert_eq!(setting["scope"], "machine", "{name}");
    }
    assert_eq!(code.matches("settings.get<").count(), settings.len());
    for command in manifest["contributes"]["commands"].as_array().unwrap() {
        assert!(code.contains(&format!("registerCommand({}", command["command"])), "{command}");
        assert!(readme.contains(command["title"].as_str().unwrap()), "{command}");
    }
}

#[test]
fn its_grammar_knows_all_directives_and_verbs_of_comments() {
    let manifest = manifest();
    let contributed = &manifest["contributes"]["grammars"][0];
    let grammar: Value =
        serde_json::from_str(&text(contributed["path"].as_str().unwrap())).unwrap();
    assert_eq!(grammar["scopeName"], contributed["scopeName"]);
    let kinds = Kind::ALL.map(|(key, _)| key.to_owned());
    assert_eq!(choice(&grammar, "kind"), BTreeSet::from(kinds));
    assert_eq!(choice(&grammar, "verb"), BTreeSet::from([ALLOW, END].map(str::to_owned)));
}

#[test]
fn its_version_is_the_programs_and_its_lock_names_no_host() {
    let lock: Value = serde_json::from_str(&text("package-lock.json")).unwrap();
    for version in [&manifest()["version"], &lock["version"]] {
        assert_eq!(version, env!("CARGO_PKG_VERSION"));
    }
    let packages = lock["packages"].as_object().unwrap().values();
    let hosts = packages.filter_map(|package| package["resolved"].as_str());
    let other: Vec<&str> =
        hosts.filter(|host| !host.starts_with("https://registry.npmjs.org/")).collect();
    assert!(other.is_empty(), "{other:?}");
    assert!(text("README.md").contains(&format!("-{}.vsix", env!("CARGO_PKG_VERSION"))));
}
