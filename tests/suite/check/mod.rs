//! `check` in all its forms: here formats, levels and scopes.

mod fix;
mod known;

use std::fs;
use std::path::Path;

use serde_json::{Value, json as value};
use tempfile::TempDir;

use crate::harness::program::{Ran, archdoc, run};

/// A book of these files; SUMMARY.md lists the chapters unless it is one of them.
fn book(files: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = directory.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let chapters = files.iter().filter_map(|(name, _)| name.strip_prefix("src/"));
    let items: Vec<String> = chapters.map(|name| format!("- [{name}](<{name}>)\n")).collect();
    let summary = items.concat();
    write("book.toml", "[preprocessor.archdoc]\n");
    write("src/SUMMARY.md", &summary);
    for (name, text) in files {
        write(name, text);
    }
    directory
}

/// A document of a template of its own, so that these tests are about `check` and not about built-ins.
const TEMPLATE: &str = "# Doc\n\n## Goals {#goals .required}\n\nSay why.\n\n## Risks {#risks .required}\n\n\
                        Say what.\n\n### Sources {#risks.sources .required}\n\nSay where from.\n";
const TOML: &str = "[preprocessor.archdoc]\ntemplate-dir = \"templates\"\n";
const DIRECTIVE: &str = "<<#archdoc template=\"doc\" missing=\"hide\">>\n";

fn bound(toml: &str, text: &str) -> TempDir {
    book(&[
        ("book.toml", &format!("{TOML}{toml}")),
        ("templates/doc.md", TEMPLATE),
        ("src/a.md", &text.replace("<<>>\n", DIRECTIVE)),
    ])
}

fn json(directory: &Path, arguments: &[&str]) -> Vec<Value> {
    let ran = run(directory, &[&["check", "--format=json"], arguments].concat());
    serde_json::from_str(&ran.stdout).unwrap_or_else(|_| panic!("{}{}", ran.stdout, ran.stderr))
}

/// `rule` or `rule(section)` of each finding.
fn found(directory: &Path, arguments: &[&str]) -> Vec<String> {
    let name = |finding: &Value| match finding["section"].as_str() {
        Some(section) => format!("{}({section})", finding["rule"].as_str().unwrap()),
        None => finding["rule"].as_str().unwrap().to_owned(),
    };
    json(directory, arguments).iter().map(name).collect()
}

const TYPO: &str = "[preprocessor.archdoc]\nmising = \"note\"\n";

#[test]
fn every_format_goes_to_stdout_and_keeps_the_exit_code() {
    let book = book(&[("book.toml", TYPO), ("src/a.md", "# A\n")]);
    for format in ["short", "json", "github", "sarif", "gitlab", "junit"] {
        let ran = run(book.path(), &["check", "--format", format]);
        assert_eq!(ran.code, Some(0), "{format}");
        assert!(ran.stdout.contains("unknown-config"), "{format}: {}", ran.stdout);
        let told = if format == "short" { "archdoc: 1 warning\n" } else { "" };
        assert_eq!(ran.stderr, told, "{format}");
        let ran = run(book.path(), &["check", "--format", format, "-D", "warnings"]);
        assert_eq!(ran.code, Some(1), "{format}");
    }
    let ran = run(book.path(), &["check", "--format=short"]);
    let line = "book.toml:2:1: warning[unknown-config]: unknown key `mising` has no effect\n";
    assert_eq!(ran.stdout, line);
}

#[test]
fn what_cannot_be_read_is_told_in_every_format_for_programs() {
    let book = book(&[("book.toml", ""), ("src/a.md", "# A\n")]);
    fs::write(book.path().join("src/SUMMARY.md"), "- [A](a.md)\n- [B](b.md)\n").unwrap();
    for (format, told) in [
        ("json", "\"rule\": null"),
        ("github", "::error file=src/SUMMARY.md,line=2,"),
        ("sarif", "\"toolExecutionNotifications\""),
        ("gitlab", "\"check_name\": \"not-read\""),
        ("junit", "errors=\"1\""),
    ] {
        let ran = run(book.path(), &["check", "--format", format]);
        assert_eq!(ran.code, Some(2), "{format}");
        let message = "the chapter `src/b.md` is listed, but there is no such file";
        for words in [told, message] {
            assert!(ran.stdout.contains(words), "{format}: {}", ran.stdout);
        }
    }
}

#[test]
fn what_another_step_makes_is_one_note() {
    let book = book(&[("book.toml", ""), ("src/a.md", "# A\n"), (".gitignore", "src/made/\n")]);
    let summary = "- [A](a.md)\n- [B](made/b.md)\n- [C](made/c.md)\n";
    fs::write(book.path().join("src/SUMMARY.md"), summary).unwrap();
    // Nothing ignores it without a repository.
    assert_eq!(run(book.path(), &["check"]).code, Some(2));
    fs::create_dir(book.path().join(".git")).unwrap();
    let told = || {
        let ran = run(book.path(), &["check"]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let note = "archdoc: 2 listed chapters are not in the repository: git ignores them, another step \
                makes them (`src/made/b.md`, `src/made/c.md`)";
    assert!(told().contains(note), "{}", told());
    let summary = format!("{summary}- [D](made/d.md)\n- [E](made/e.md)\n");
    fs::write(book.path().join("src/SUMMARY.md"), summary).unwrap();
    let names = "(`src/made/b.md`, `src/made/c.md`, `src/made/d.md` and others)";
    assert!(told().contains(names), "{}", told());
}

#[test]
fn paths_are_those_that_the_reader_can_open() {
    let book = book(&[("book.toml", TYPO), ("src/a.md", "# A\n")]);
    let outside = book.path().parent().unwrap();
    let name = book.path().file_name().unwrap().to_str().unwrap();
    let path = |format: &str| {
        let ran = run(outside, &["check", name, "--format", format]);
        ran.stdout.lines().find(|line| line.contains("book.toml")).unwrap().trim().to_owned()
    };
    assert!(path("short").starts_with(&format!("{name}/book.toml:2:1: ")));
    assert!(path("json").contains("\"book.toml\""));
    assert!(path("github").contains("file=book.toml,"));
    fs::create_dir(book.path().join(".git")).unwrap();
    fs::create_dir(book.path().join("docs")).unwrap();
    for part in ["book.toml", "src"] {
        fs::rename(book.path().join(part), book.path().join("docs").join(part)).unwrap();
    }
    let ran = run(book.path(), &["check", "docs", "--format=github"]);
    assert!(ran.stdout.starts_with("::warning file=docs/book.toml,"), "{}", ran.stdout);
    let ran = run(&book.path().join("docs"), &["check", "--format=gitlab"]);
    assert!(ran.stdout.contains("\"docs/book.toml\""), "{}", ran.stdout);
}

#[test]
fn json_has_the_mend_and_the_page() {
    let book = book(&[("book.toml", TYPO), ("src/a.md", "# A\n")]);
    let found = &json(book.path(), &[])[0];
    let edit = serde_json::json!([{
        "path": "book.toml", "line": 2, "column": 1, "end_line": 2, "end_column": 7,
        "text": "missing",
    }]);
    assert_eq!(found["edits"], edit);
    assert_eq!(found["docs"], "rules/unknown-config.html");
}

/// What the published schema of SARIF 2.1.0 and its specification ask of the parts that we write.
#[test]
fn sarif_is_what_code_scanning_reads() {
    let book = bound("mising = 'note'\n", "# 設計 [x]\n\n<<>>\n");
    let ran = run(book.path(), &["check", "--format=sarif"]);
    let log: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let driver = &run["tool"]["driver"];
    assert_eq!(
        (&driver["name"], &driver["version"]),
        (&value!("mdbook-archdoc"), &value!(env!("CARGO_PKG_VERSION")))
    );
    // An address is given once there is one to give.
    let site = driver.get("informationUri").and_then(Value::as_str);
    assert_eq!(site.unwrap_or_default(), env!("CARGO_PKG_HOMEPAGE"));
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(!rule[text]["text"].as_str().unwrap().is_empty(), "{rule}");
        }
        assert!(rule["help"]["markdown"].as_str().unwrap().starts_with("# "), "{rule}");
        assert!(rule["name"].as_str().unwrap().chars().all(char::is_alphanumeric));
        let level = rule["defaultConfiguration"]["level"].as_str().unwrap();
        assert!(["none", "note", "warning", "error"].contains(&level));
    }
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 3, "{results:#?}");
    for result in results {
        let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[rule]["id"], result["ruleId"]);
        assert!(["warning", "error"].contains(&result["level"].as_str().unwrap()));
        let prints = result["partialFingerprints"].as_object().unwrap();
        assert!(prints.values().all(|print| print.as_str().unwrap().len() == 16));
        let location = &result["locations"][0]["physicalLocation"];
        let base = location["artifactLocation"]["uriBaseId"].as_str().unwrap();
        assert!(run["originalUriBaseIds"].get(base).is_some());
        let uri = location["artifactLocation"]["uri"].as_str().unwrap();
        assert!(!uri.starts_with('/') && !uri.contains(':'), "{uri}");
        let region = &location["region"];
        for key in ["startLine", "startColumn", "endLine", "endColumn"] {
            assert!(region[key].as_u64().unwrap() >= 1);
        }
    }
    let fix = results.iter().find(|result| result["ruleId"] == "unknown-config").unwrap();
    let replacement = &fix["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "missing");
}

#[test]
fn fingerprints_survive_lines_that_come_and_go() {
    let prints = |text: &str| {
        let book = bound("", text);
        let ran = run(book.path(), &["check", "--format=sarif"]);
        let log: Value = serde_json::from_str(&ran.stdout).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        results.into_iter().map(|result| result["partialFingerprints"].clone()).collect::<Vec<_>>()
    };
    let before = prints("# A\n\n<<>>\n\n## Goals\n\nWhy.\n");
    assert!(!before.is_empty());
    assert_eq!(before, prints("# A\n\nNew.\n\n<<>>\n\nMore.\n\n## Goals\n\nWhy.\n"));
}

#[test]
fn levels_of_the_command_line_beat_those_of_the_book() {
    let book = book(&[("book.toml", TYPO), ("src/a.md", "# A\n")]);
    let code = |arguments: &[&str]| run(book.path(), &[&["check"], arguments].concat()).code;
    assert_eq!(code(&["-D", "unknown-config"]), Some(1));
    assert_eq!(code(&["-D", "config", "-W", "unknown-config"]), Some(0));
    assert_eq!(code(&["-W", "unknown-config", "-D", "config"]), Some(1));
    assert_eq!(code(&["-D", "warnings", "-A", "unknown-config"]), Some(0));
    let ran = run(book.path(), &["check", "-D", "unknown-confg"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(2), ""));
    assert!(ran.stderr.contains("did you mean `unknown-config`?"), "{}", ran.stderr);
}

#[test]
fn a_stage_can_be_assumed() {
    let toml = "rules.missing-section = { draft = 'allow', final = 'deny' }\n";
    let book = bound(toml, "# A\n\n<<>>\n\n## Goals\n\nWhy.\n");
    assert_eq!(run(book.path(), &["check"]).code, Some(0));
    assert_eq!(run(book.path(), &["check", "--status", "final"]).code, Some(1));
    assert_eq!(run(book.path(), &["check", "--status", "finished"]).code, Some(2));
}

#[test]
fn what_a_draft_may_lack_a_final_document_may_not() {
    let text = |status: &str| format!("# A\n\n**Status:** {status}\n\n<<>>\n\n## Goals\n\nWhy.\n");
    let code = |toml: &str, status: &str| run(bound(toml, &text(status)).path(), &["check"]).code;
    let strict = "strict = true\n";
    assert_eq!(code("", "✅ Approved"), Some(0), "nothing is denied without configuration");
    assert_eq!(code(strict, "Draft"), Some(0));
    assert_eq!(code(strict, "In review"), Some(0));
    assert_eq!(code(strict, "✅ Approved"), Some(1));
    assert_eq!(code(strict, "Gilt"), Some(0));
    assert_eq!(code("strict = true\nstatus-words.gilt = 'final'\n", "Gilt"), Some(1));
    let rules = |status: &str| found(bound("", &text(status)).path(), &["-A", "missing-section"]);
    assert!(rules("Design phase").is_empty(), "words about the work are no stage");
    assert_eq!(rules("Aproved"), ["unknown-status"]);
    assert_eq!(rules("Draft / Final"), ["unknown-status"]);
    assert_eq!(rules("Approved"), Vec::<String>::new());
}

#[test]
fn paths_narrow_what_is_reported() {
    let book = book(&[
        ("book.toml", TYPO),
        ("src/a b.md", "<<#archdoc tempate=\"x\">>\n"),
        ("src/sub/c.md", "<<#archdoc tempate=\"x\">>\n"),
    ]);
    let paths = |arguments: &[&str]| {
        let found = json(book.path(), arguments);
        found.iter().map(|finding| finding["path"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(paths(&["."]), ["book.toml", "src/a b.md", "src/sub/c.md"]);
    assert_eq!(paths(&[".", "src/a b.md"]), ["src/a b.md"]);
    assert_eq!(paths(&[".", "sub"]), ["src/sub/c.md"]);
    assert_eq!(paths(&[".", "src", "book.toml"]).len(), 3);
    let ran = run(book.path(), &["check", ".", "src/nothing.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("src/nothing.md"), "{}", ran.stderr);
}

#[test]
fn today_can_be_set() {
    let book = book(&[("src/a.md", "# A\n")]);
    assert_eq!(run(book.path(), &["check", "--as-of", "2026-01-31"]).code, Some(0));
    assert_eq!(run(book.path(), &["check", "--as-of", "yesterday"]).code, Some(2));
}

#[test]
fn completions_are_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = archdoc(Path::new("."), &["completions", shell]).output();
        let ran = Ran::from(output.unwrap());
        assert_eq!((ran.code, &*ran.stderr), (Some(0), ""), "{shell}");
        assert!(ran.stdout.contains("write-baseline"), "{shell}");
    }
}
