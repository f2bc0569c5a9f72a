//! The manifests: every dependency is used and has its reason, one MSRV, exact versions between our crates.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn manifest(directory: &Path) -> Table {
    fs::read_to_string(directory.join("Cargo.toml")).unwrap().parse().unwrap()
}

/// The root package and the crates below it.
fn packages() -> Vec<PathBuf> {
    let inner = fs::read_dir(root().join("crates")).unwrap().map(|entry| entry.unwrap().path());
    std::iter::once(root().to_owned()).chain(inner).collect()
}

fn names(manifest: &Table, table: &str) -> Vec<String> {
    manifest
        .get(table)
        .and_then(Value::as_table)
        .into_iter()
        .flat_map(Table::keys)
        .cloned()
        .collect()
}

/// All Rust text below some folders of a package.
fn code(package: &Path, folders: &[&str]) -> String {
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| package.join(folder)).collect();
    let mut code = String::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            code.push_str(&fs::read_to_string(path).unwrap());
        }
    }
    code
}

fn is_used(crate_name: &str, code: &str) -> bool {
    let path = format!("{}::", crate_name.replace('-', "_"));
    code.match_indices(&path).any(|(at, _)| {
        !code[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':'))
            || code[..at].ends_with("use ::")
    }) || code.contains(&format!("use {} as ", crate_name.replace('-', "_")))
}

#[test]
fn every_dependency_is_used() {
    let mut unused = Vec::new();
    for package in packages() {
        let manifest = manifest(&package);
        for (table, folders) in [
            ("dependencies", &["src"][..]),
            ("build-dependencies", &["build", "src"]),
            ("dev-dependencies", &["src", "tests", "benches", "examples"]),
        ] {
            let code = code(&package, folders);
            let names = names(&manifest, table).into_iter().filter(|name| !is_used(name, &code));
            unused.extend(names.map(|name| format!("{}: {table}: {name}", package.display())));
        }
    }
    assert!(unused.is_empty(), "unused: {unused:#?}");
}

#[test]
fn every_dependency_has_its_reason() {
    let record =
        fs::read_to_string(root().join("example-book/src/decisions/0007-dependencies.md")).unwrap();
    let reasons: BTreeSet<&str> = record
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(" | ").next())
        .flat_map(|names| names.split(", "))
        .collect();
    let ours = ["text", "words", "readers", "judge", "show", "load", "lsp"];
    let mut without = BTreeSet::new();
    for package in packages() {
        let manifest = manifest(&package);
        for name in names(&manifest, "dependencies")
            .into_iter()
            .chain(names(&manifest, "build-dependencies"))
        {
            if !ours.contains(&name.as_str()) && !reasons.contains(name.as_str()) {
                without.insert(name);
            }
        }
    }
    assert!(without.is_empty(), "no reason in decision 7: {without:?}");
}

#[test]
fn all_crates_have_one_version_one_msrv_and_the_same_lints() {
    let workspace = manifest(root());
    let version = workspace["workspace"]["package"]["version"].as_str().unwrap();
    for (name, dependency) in workspace["workspace"]["dependencies"].as_table().unwrap() {
        if dependency.get("path").is_some() {
            let wanted = format!("={version}");
            assert_eq!(dependency["version"].as_str(), Some(&*wanted), "{name}");
            let package = dependency["package"].as_str().unwrap();
            assert_eq!(package, format!("mdbook-archdoc-{name}"));
        }
    }
    for package in packages() {
        let manifest = manifest(&package);
        for key in ["version", "edition", "rust-version", "license"] {
            assert_eq!(manifest["package"][key]["workspace"], Value::Boolean(true), "{key}");
        }
        assert_eq!(manifest["lints"]["workspace"], Value::Boolean(true), "{}", package.display());
    }
}
