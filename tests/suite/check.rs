//! `check` in all its forms: formats, levels, scopes, suppressions, baselines, mends.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::cli::{Ran, archdoc, run};

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
    assert_eq!(code("", "Draft"), Some(0));
    assert_eq!(code("", "In review"), Some(0));
    assert_eq!(code("", "✅ Approved"), Some(1));
    assert_eq!(code("", "Gilt"), Some(0));
    assert_eq!(code("status-words.gilt = 'final'\n", "Gilt"), Some(1));
    let rules = |status: &str| found(bound("", &text(status)).path(), &["-A", "missing-section"]);
    assert_eq!(rules("Gilt"), ["unknown-status"]);
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
fn a_missing_section_is_waived_by_a_comment_anywhere_in_the_document() {
    let allow = "<!-- archdoc: allow missing-section(risks) reason=\"a library\" -->\n";
    let text = format!("# A\n\n<<>>\n\n## Goals\n\nWhy.\n\n{allow}");
    let book = bound("", &text);
    assert_eq!(found(book.path(), &[]), Vec::<String>::new());
    let ran = run(book.path(), &["coverage", "--format=json"]);
    let documents: Value = serde_json::from_str(&ran.stdout).unwrap();
    let states: Vec<&str> = documents[0]["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| section["state"].as_str().unwrap())
        .collect();
    assert_eq!(states.iter().filter(|state| **state == "waived").count(), 2, "{documents:#}");

    let one = text.replace("(risks)", "(risks.sources)");
    assert_eq!(found(bound("", &one).path(), &[]), ["missing-section(risks)"]);
    let unused = text.replace("(risks)", "(goals)");
    let rules = found(bound("", &unused).path(), &[]);
    assert!(rules.contains(&"unused-suppression".to_owned()), "{rules:?}");
    let example = text.replace(allow, &format!("```\n{allow}```\n\n`{}`\n", allow.trim()));
    assert_eq!(found(bound("", &example).path(), &[]).len(), 2);
}

#[test]
fn a_comment_reaches_a_section_a_block_or_a_line() {
    let allow = "<!-- archdoc: allow malformed-directive reason=\"shown\" -->";
    let bad = "<<#archdoc tempate=\"x\">>";
    let count = |text: String| {
        let book = book(&[("src/a.md", &text)]);
        let found = found(book.path(), &[]);
        let of = |rule: &str| found.iter().filter(|name| *name == rule).count();
        (of("malformed-directive"), of("unused-suppression"))
    };
    assert_eq!(count(format!("{bad}\n\n{bad}\n")), (2, 0));
    assert_eq!(count(format!("{allow}\n\n{bad}\n\n{bad}\n")), (1, 0));
    assert_eq!(
        count(format!("# A\n\n{allow}\n\n{bad}\n\n## B\n\n{bad}\n\n# C\n\n{bad}\n")),
        (1, 0)
    );
    assert_eq!(
        count(format!("{allow}\n\n# A\n\n{bad}\n\n## B\n\n{bad}\n\n# C\n\n{bad}\n")),
        (1, 0)
    );
    assert_eq!(count(format!("# A\n\n{bad}\n\n{allow}\n\n## B\n\nText.\n")), (1, 1));
}

#[test]
fn a_baseline_silences_what_it_knows_and_only_shrinks() {
    let text = "# A\n\n<<>>\n\n## Goals\n\nWhy.\n";
    let book = bound("", text);
    let before = found(book.path(), &[]).len();
    assert_eq!(before, 2);
    let ran = run(book.path(), &["check", "--write-baseline"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.stderr.contains("knows 2 findings in 2 entries\n"), "{}", ran.stderr);
    assert!(ran.stderr.contains("add `baseline = \"archdoc-baseline.toml\"`"), "{}", ran.stderr);
    assert_eq!(found(book.path(), &[]).len(), before, "not used yet");
    let option = ["--baseline", "archdoc-baseline.toml"];
    assert_eq!(found(book.path(), &option), Vec::<String>::new());

    let configured = format!("{TOML}baseline = \"archdoc-baseline.toml\"\n");
    fs::write(book.path().join("book.toml"), configured).unwrap();
    assert_eq!(found(book.path(), &["-D", "warnings"]), Vec::<String>::new());
    // Lines move, one finding goes, one comes.
    let changed =
        "# A\n\nNew.\n\n<<>>\n\n## Risks\n\nNone of note, we think.\n\n### Sources\n\nUs.\n";
    fs::write(book.path().join("src/a.md"), changed.replace("<<>>\n", DIRECTIVE)).unwrap();
    let mut rules = found(book.path(), &[]);
    rules.sort();
    assert_eq!(rules, ["missing-section(goals)", "stale-baseline", "stale-baseline"]);

    let ran = run(book.path(), &["check", "--write-baseline"]);
    assert!(ran.stderr.contains("0 findings in 0 entries, 2 fewer than before"), "{}", ran.stderr);
    assert_eq!(found(book.path(), &[]), ["missing-section(goals)"]);
    run(book.path(), &["check", "--write-baseline", "--accept-new"]);
    assert_eq!(found(book.path(), &[]), Vec::<String>::new());
}

#[test]
fn a_baseline_that_is_not_there_or_damaged_is_an_error() {
    let book = bound("baseline = 'known.toml'\n", "# A\n");
    let ran = run(book.path(), &["check"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.starts_with("error: the baseline `known.toml` does not exist\n"));
    assert!(ran.stderr.contains("--write-baseline"), "{}", ran.stderr);
    fs::write(book.path().join("known.toml"), "version = 1\n<<<<<<< ours\n").unwrap();
    let ran = run(book.path(), &["check"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("--> known.toml:2:9"), "{}", ran.stderr);
    let ran = run(book.path(), &["check", "--write-baseline"]);
    assert_eq!(ran.code, Some(2), "what is damaged is not written over");
}

#[test]
fn stale_entries_are_mended_too() {
    let line = "    { path = \"src/a.md\", rule = \"placeholder-text\", count = 1 },\n";
    let known = format!("version = 1\n\nfindings = [\n{line}]\n");
    let book = bound("baseline = 'known.toml'\n", "# A\n");
    fs::write(book.path().join("known.toml"), known).unwrap();
    let ran = run(book.path(), &["check", "--fix"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let known = fs::read_to_string(book.path().join("known.toml")).unwrap();
    assert_eq!(known, "version = 1\n\nfindings = [\n]\n");
}

const RECORD: &str = "# 1. One log\n\nDate: 2026-03-02\n\n## Status\n\nAccepted\n\n## Context\n\nScans.\n\n\
                      ## Decision\n\nOne log.\n\n## Consequences\n\nAll is derived.\n";

#[test]
fn unlisted_records_are_listed_and_headings_and_directives_respelt() {
    let text = "# A\r\n\r\n<<#archdoc template=\"doc\" missing=\"hide\">>\r\n\r\n## Gaols\r\n\r\nWhy.\r\n\r\n\
                ## Risks\r\n\r\nNone, for it is a library.\r\n\r\n### Sources\r\n\r\nUs.\r\n\r\n<<#archdoc adr-indx>>\r\n";
    let book = bound("", text);
    let adr = book.path().join("src/adr");
    fs::create_dir(&adr).unwrap();
    fs::write(adr.join("0001-one-log.md"), RECORD).unwrap();
    let two = RECORD.replace("# 1. One", "# 2. Two");
    fs::write(adr.join("0002-two logs.md"), two).unwrap();
    let summary = "# Summary\n\n- [A](a.md)\n- [One](adr/0001-one-log.md)\n\n[End](a.md)\n";
    fs::write(book.path().join("src/SUMMARY.md"), summary.replace("\n[End](a.md)\n", "")).unwrap();
    let ran = run(book.path(), &["check", "--fix"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let read = |file: &str| fs::read_to_string(book.path().join(file)).unwrap();
    let listed = "- [One](adr/0001-one-log.md)\n- [Two log](adr/0002-two%20logs.md)\n";
    assert!(read("src/SUMMARY.md").ends_with(listed), "{}", read("src/SUMMARY.md"));
    let mended = text.replace("Gaols", "Goals").replace("adr-indx", "adr-index");
    assert_eq!(read("src/a.md"), mended, "{}", ran.stderr);
    assert_eq!(found(book.path(), &[]), Vec::<String>::new());
}

const TYPOS: &str = "[preprocessor.archdoc]\nmising = \"nte\"\nrules.unknown-confg = \"wran\"\n";

#[test]
fn fix_goes_on_until_nothing_is_left() {
    let book = book(&[("book.toml", TYPOS), ("src/a.md", "# A\n")]);
    let dry = run(book.path(), &["check", "--fix", "--dry-run"]);
    assert!(dry.stdout.contains("-mising = \"nte\"\n"), "{}", dry.stdout);
    assert!(dry.stderr.contains("nothing was changed"), "{}", dry.stderr);
    let read = || fs::read_to_string(book.path().join("book.toml")).unwrap();
    assert_eq!(read(), TYPOS);

    let ran = run(book.path(), &["check", "--fix"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""), "{}", ran.stderr);
    let expected = "[preprocessor.archdoc]\nmissing = \"note\"\nrules.unknown-config = \"warn\"\n";
    assert_eq!(read(), expected);
    assert!(ran.stderr.starts_with("mended book.toml:2:1: [unknown-config] unknown key"));
    assert!(ran.stderr.contains("archdoc: 4 findings mended in 1 file\n"), "{}", ran.stderr);
    let again = run(book.path(), &["check", "--fix"]);
    assert_eq!((&*again.stdout, &*again.stderr), ("", ""));
}

#[test]
fn a_read_only_file_is_an_error_and_nothing_is_lost() {
    let book = book(&[("book.toml", TYPOS), ("src/a.md", "# A\n")]);
    let file = book.path().join("book.toml");
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    let ran = run(book.path(), &["check", "--fix"]);
    assert_eq!(ran.code, Some(2));
    let expected = "error: cannot mend `book.toml`: the file is read-only; nothing was changed\n";
    assert!(ran.stderr.starts_with(expected), "{}", ran.stderr);
    assert_eq!(fs::read_to_string(&file).unwrap(), TYPOS);
    assert_eq!(fs::read_dir(book.path()).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_book_is_read_and_never_written() {
    let book = book(&[("src/a.md", "# A\n"), ("src/SUMMARY.md", "- [A](a.md)\n- [B](b.md)\n")]);
    let elsewhere = tempfile::tempdir().unwrap();
    let text = "<!-- archdoc: allow placeholder-txt reason=\"x\" -->\n";
    fs::write(elsewhere.path().join("b.md"), text).unwrap();
    let link = book.path().join("src/b.md");
    std::os::unix::fs::symlink(elsewhere.path().join("b.md"), link).unwrap();
    let ran = run(book.path(), &["check", "--fix"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.contains("`src/b.md` lies outside of the book"), "{}", ran.stderr);
    assert_eq!(fs::read_to_string(elsewhere.path().join("b.md")).unwrap(), text);
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
