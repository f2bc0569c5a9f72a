//! The order of the house: no circle of modules inside a crate. The compiler keeps the order of the crates.
//!
//! The graph is read from the sources: paths that begin with `crate`, `super` or `self`, and those that
//! begin with a child module. Modules are compared with their siblings, each with all that lies below it;
//! what a folder's own `mod.rs` shares with its children is one subject and no circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A module by the parts of its path; the crate's root has none.
type Module = Vec<String>;

/// From a module to another, and the path in the source that leads there.
type Edge = (Module, Module, String);

fn sources(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The modules of a crate with their text, tests left out.
fn modules(src: &Path) -> BTreeMap<Module, String> {
    let mut files = Vec::new();
    sources(src, &mut files);
    let mut modules = BTreeMap::new();
    for file in files {
        let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let directory = file.parent().unwrap().strip_prefix(src).unwrap();
        let tests =
            matches!(&*stem, "tests" | "testing") || directory.iter().any(|part| part == "tests");
        if tests || stem == "main" {
            continue;
        }
        let mut module: Module =
            directory.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
        if !matches!(stem.as_str(), "mod" | "lib") {
            module.push(stem);
        }
        modules.insert(module, without_tests(&fs::read_to_string(file).unwrap()));
    }
    modules
}

fn without_tests(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// Every path of a source, groups in braces spelt out.
fn paths(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("::") {
        let head = text[..at].rfind(|c: char| !is_path(c)).map_or(0, |before| before + 1);
        let inside_longer = text[..head].ends_with("::") || text[head..at].contains("::");
        if head < at && !inside_longer {
            spell_out("", &text[head..], &mut found);
        }
    }
    found
}

fn is_path(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | ':')
}

/// The paths that begin at the start of a text; gives what follows them.
fn spell_out<'t>(prefix: &str, text: &'t str, found: &mut Vec<String>) -> &'t str {
    let text = text.trim_start();
    let end = text.find(|c: char| !is_path(c)).unwrap_or(text.len());
    let (own, mut rest) = text.split_at(end);
    let path = format!("{prefix}{own}");
    if !path.ends_with("::") || !rest.starts_with('{') {
        found.push(path);
        return rest;
    }
    rest = &rest[1..];
    loop {
        rest = spell_out(&path, rest, found);
        let next = rest.find([',', '}']).unwrap_or(rest.len());
        match rest[next..].strip_prefix(',') {
            Some(more) if !more.trim_start().starts_with('}') => rest = more,
            _ => return rest.find('}').map_or("", |close| &rest[close + 1..]),
        }
    }
}

/// The module of the crate that a path leads to.
fn target(path: &str, from: &Module, modules: &BTreeMap<Module, String>) -> Option<Module> {
    let parts: Vec<&str> = path.split("::").collect();
    let child = |name: &str| [from.as_slice(), &[name.to_owned()]].concat();
    let mut to: Module = match parts[0] {
        "crate" => Vec::new(),
        "self" => from.clone(),
        "super" => {
            let up = parts.iter().take_while(|part| **part == "super").count();
            from[..from.len().checked_sub(up)?].to_vec()
        }
        name if modules.contains_key(&child(name)) => child(name),
        _ => return None,
    };
    let rest = parts[1..].iter().skip_while(|part| **part == "super");
    for part in rest {
        to.push((*part).to_owned());
        if !modules.contains_key(&to) {
            to.pop();
            break;
        }
    }
    Some(to)
}

fn edges(modules: &BTreeMap<Module, String>) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (from, text) in modules {
        for path in paths(text) {
            if let Some(to) = target(&path, from, modules)
                && to != *from
            {
                edges.push((from.clone(), to, path));
            }
        }
    }
    edges
}

/// The edges of circles among the children of a module, worded so that one of them can be cut.
fn circles(parent: &Module, edges: &[Edge]) -> Vec<String> {
    let child = |module: &Module| {
        let inside = module.len() > parent.len() && module.starts_with(parent);
        inside.then(|| module[parent.len()].clone())
    };
    let mut graph: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (from, to, path) in edges {
        if let (Some(a), Some(b)) = (child(from), child(to))
            && a != b
        {
            let what = format!("{} says {path}", from.join("::"));
            graph.entry(a).or_default().entry(b).or_insert(what);
        }
    }
    let reaches = |from: &String, wanted: &String| {
        let mut open = vec![from];
        let mut seen = BTreeSet::new();
        while let Some(at) = open.pop() {
            for next in graph.get(at).into_iter().flat_map(BTreeMap::keys) {
                if next == wanted {
                    return true;
                }
                if seen.insert(next) {
                    open.push(next);
                }
            }
        }
        false
    };
    let all = graph.iter().flat_map(|(a, to)| to.iter().map(move |(b, what)| (a, b, what)));
    all.filter(|(a, b, _)| reaches(b, a))
        .map(|(a, b, what)| format!("{a} -> {b}: {what}"))
        .collect()
}

#[test]
fn no_modules_need_each_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut crates = vec![root.join("src")];
    let inner = fs::read_dir(root.join("crates")).unwrap();
    crates.extend(inner.map(|entry| entry.unwrap().path().join("src")));
    let mut found = Vec::new();
    for src in crates {
        let modules = modules(&src);
        let edges = edges(&modules);
        for parent in modules.keys() {
            for circle in circles(parent, &edges) {
                found.push(format!("{}: {circle}", src.strip_prefix(root).unwrap().display()));
            }
        }
    }
    assert!(found.is_empty(), "cut an edge of each circle:\n{}", found.join("\n"));
}

#[test]
fn the_graph_is_read_from_paths() {
    let text = "use crate::{a::{B, c::D}, e::F};\nfn f() { super::g::h(); }";
    let found = paths(text);
    for path in ["crate::a::B", "crate::a::c::D", "crate::e::F", "super::g::h"] {
        assert!(found.iter().any(|known| known == path), "{path} in {found:?}");
    }
    let modules: BTreeMap<Module, String> = [
        (vec![], String::new()),
        (vec!["a".to_owned()], "use crate::b::X;".to_owned()),
        (vec!["b".to_owned()], "use super::a;".to_owned()),
    ]
    .into();
    assert_eq!(circles(&vec![], &edges(&modules)).len(), 2);
}

/// Rules and what is shown are functions of what was read: an editor can ask them again and again.
#[test]
fn nothing_is_read_after_the_analysis() {
    const READING: [&str; 15] = [
        "today(",
        "own_words(",
        "std::fs",
        "fs::",
        "std::env",
        "std::process",
        ".exists()",
        ".is_file()",
        ".is_dir()",
        "canonicalize",
        "book.summary()",
        "Bounds::",
        "PathResolver",
        "code_paths(",
        "ChangedPaths::read",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for part in ["crates/judge/src", "crates/show/src"] {
        sources(&root.join(part), &mut files);
    }
    assert!(files.len() > 100, "{} files", files.len());
    for file in files {
        let text = without_tests(&fs::read_to_string(&file).unwrap());
        let reads = READING.iter().find(|reading| text.contains(**reading));
        assert_eq!(reads, None, "{} looks at more than the analysis", file.display());
    }
}

/// A file may hold thousands of records, and who parses it for each of them takes a thousand times as long.
#[test]
fn a_record_is_parsed_by_its_own_function_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    sources(&root.join("crates"), &mut files);
    for file in files.iter().filter(|file| !file.ends_with("readers/src/adr/record.rs")) {
        let text = without_tests(&fs::read_to_string(file).unwrap());
        assert_eq!(parses_a_source(&text), None, "{}: ask the record", file.display());
    }
    for parses in
        ["Document::parse(&record.source)", "Document::parse(\n    &entry.record.source,\n)"]
    {
        assert!(parses_a_source(parses).is_some(), "{parses}");
    }
    assert_eq!(parses_a_source("Document::parse(&source)"), None);
}

/// The source of something else that is parsed, such as that of a record.
fn parses_a_source(text: &str) -> Option<&str> {
    let mut calls = text.split("Document::parse(").skip(1);
    calls.find_map(|call| {
        let end = call.find([',', ')'])?;
        let parsed = call[..end].trim().strip_prefix('&')?;
        parsed.ends_with(".source").then_some(parsed)
    })
}
