//! What people are told to do next: true, and at the place where it is to be done.

use std::fs;

use crate::adr_life::{nygard, refused};
use crate::harness::files::tree;
use crate::harness::program::run;
use crate::workbench::book;

#[track_caller]
fn check(files: &[(&str, &str)], arguments: &[&str]) -> String {
    let ran = run(tree(files).path(), &[&["check"], arguments].concat());
    ran.stderr
}

#[test]
fn settings_that_mean_nothing_are_told_with_their_mend() {
    for (setting, told, mend) in [
        ("adr.paths = [\"\"]", "an empty path in `adr.paths`", "write a directory such as"),
        (
            "adr.paths = [\"/etc\"]",
            "`/etc` in `adr.paths` is an absolute path",
            "from `archdoc.toml`",
        ),
        ("[[documents]]\npaths = [\"a.md\"]", "`documents[1]` has no `template`", ""),
        ("[preprocessor.archdoc]\nmissing = \"note\"", "key `preprocessor`", "at the top level of"),
        ("adr.paths = [\"nope\"]", "no file fits `nope`", "the directory of `archdoc.toml`"),
    ] {
        let said = check(&[("a.md", "# A\n"), ("archdoc.toml", setting)], &[]);
        assert!(said.contains(told) && said.contains(mend), "{setting}: {said}");
        assert!(said.contains("--> archdoc.toml:"), "{setting}: {said}");
    }
    let directory = tree(&[("a.md", "# A\n"), ("archdoc.toml/b.md", "")]);
    let ran = run(directory.path(), &["check"]);
    let told = "error: `archdoc.toml` cannot be read: it is no regular file\n";
    assert_eq!((ran.code, &*ran.stderr), (Some(2), told));
    let ran = run(tree(&[("archdoc.toml", "missing = 3")]).path(), &["check"]);
    assert!(ran.stderr.starts_with("error: `missing`: expected"), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn a_directory_outside_of_the_repository_is_told_where_it_is_named() {
    let directory = tree(&[("in/a.md", "# A\n"), ("out/adr/0001-a.md", &nygard(1, "Accepted"))]);
    fs::rename(directory.path().join(".git"), directory.path().join("in/.git")).unwrap();
    let inside = directory.path().join("in");
    fs::write(inside.join("archdoc.toml"), "adr.paths = [\"../out/adr\"]\n").unwrap();
    let ran = run(&inside, &["check"]);
    let told = "`../out/adr` in `adr.paths` leads out of the repository";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    assert!(ran.stderr.contains("--> archdoc.toml:1:14") && !ran.stderr.contains("UTF-8"));
}

#[test]
fn an_index_of_paths_that_no_record_has_is_told() {
    let record = nygard(1, "Accepted");
    let index = |paths| format!("# A\n\n<<#archdoc adr-index paths=\"{paths}\">>\n");
    for (paths, told) in [("nope", true), ("adr", false)] {
        let files = [("src/a.md", &*index(paths)), ("src/adr/0001-a.md", &*record)];
        let ran = run(book("", &files).path(), &["check", "-A", "adr-not-in-summary"]);
        let says = ran.stderr.contains("warning[unmatched-path]: no file fits `nope`");
        assert_eq!(says, told, "{}", ran.stderr);
    }
}

#[test]
fn a_file_with_nothing_to_say_about_is_told_of_in_one_line() {
    let bound = "<!-- archdoc: template=\"nothing-else\" -->\n# A\n\n## One\n\nText of it.\n";
    let template = "# Title {#title .container}\n\n## One {#one .required}\n\n[...]\n";
    let record = nygard(1, "Accepted");
    let chapters =
        ["Introduction and Goals", "Constraints", "Context and Scope", "Solution Strategy"];
    let others = ["Building Block View", "Runtime View", "Deployment View", "Risks", "Glossary"];
    let chapters = chapters.iter().chain(&others).flat_map(|one| ["## ", one, "\n\nText.\n\n"]);
    let like = format!("# Yard\n\n{}", chapters.collect::<String>());
    let files = [
        ("x.md", "# X\n\nText.\n"),
        ("like.md", &like),
        ("bound.md", bound),
        ("t/nothing-else.md", template),
        ("archdoc.toml", "template-dir = \"t\"\n"),
        ("adr/0001-a.md", &record),
        ("adr/0002-b.md", &nygard(2, "Accepted")),
        ("adr/0003-c.md", &nygard(3, "Accepted")),
        ("adr/README.md", "# Decisions\n\n- [1](0001-a.md)\n- [2](0002-b.md)\n- [3](0003-c.md)\n"),
    ];
    let tree = tree(&files);
    for (file, kind) in [
        ("x.md", "x.md: not bound to a template, no decision record and no change log\n"),
        (
            "like.md",
            "like.md: not bound to a template, no decision record and no change log; `mdbook-archdoc suggest like.md`",
        ),
        ("bound.md", "bound.md: bound to the template `nothing-else`"),
        ("adr/0001-a.md", "adr/0001-a.md: a decision record"),
        ("adr/README.md", "adr/README.md: an index of 3 decision records"),
    ] {
        let ran = run(tree.path(), &["check", file]);
        assert!(ran.stderr.contains(&format!("archdoc: {kind}")), "{file}: {}", ran.stderr);
    }
    let found = run(tree.path(), &["check", "adr/0001-a.md", "--format", "json"]);
    assert!(!found.stderr.contains("a decision record"), "for programs nothing: {}", found.stderr);
}

#[test]
fn a_file_that_nobody_asked_about_stops_no_check_of_another() {
    let tree = tree(&[("docs/a.md", "# A\n"), ("docs/adr/0001-a.md", &nygard(1, "Accepted"))]);
    fs::write(tree.path().join("docs/adr/0002-b.md"), b"\xff").unwrap();
    assert_eq!(run(tree.path(), &["check", "docs/a.md"]).code, Some(0));
    let all = run(tree.path(), &["check"]);
    assert_eq!(all.code, Some(2));
    assert_eq!(all.stderr.matches("save").count(), 1, "told once: {}", all.stderr);
}

#[test]
fn a_file_that_is_no_text_and_that_nobody_counts_on_is_passed_over_aloud() {
    let tree = tree(&[("docs/adr/0001-a.md", &nygard(1, "Accepted"))]);
    fs::create_dir(tree.path().join("notes")).unwrap();
    fs::write(tree.path().join("notes/old.md"), b"# Gr\xfc\xdfe\n").unwrap();
    let all = run(tree.path(), &["check"]);
    let told =
        "archdoc: passed over: `notes/old.md` is not UTF-8: the byte at offset 4 is invalid\n";
    assert_eq!(all.code, Some(0), "{}", all.stderr);
    assert!(all.stderr.contains(told), "{}", all.stderr);
    assert_eq!(run(tree.path(), &["check", "notes/old.md"]).code, Some(2));
    let bound = "[[documents]]\npaths = [\"notes/**\"]\ntemplate = \"standard\"\n";
    fs::write(tree.path().join("archdoc.toml"), bound).unwrap();
    assert_eq!(run(tree.path(), &["check"]).code, Some(2));
}

#[test]
fn a_log_that_is_not_there_is_told_and_nothing_else() {
    let tree = tree(&[("latin.md", "")]);
    fs::write(tree.path().join("latin.md"), b"# Gr\xfc\xdfe\n").unwrap();
    let ran = run(tree.path(), &["changelog", "list", "nowhere.md"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(2), ""));
    assert!(ran.stderr.starts_with("error: `nowhere.md` cannot be read: "), "{}", ran.stderr);
    let ran = run(tree.path(), &["changelog", "list", "latin.md"]);
    assert!(ran.stderr.contains("help: save the file as UTF-8"), "{}", ran.stderr);
}

#[test]
fn a_group_is_explained_by_its_rules() {
    let ran = run(tree(&[]).path(), &["explain", "changelog"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.stdout.contains("\nchangelog-order") && !ran.stdout.contains("adr-broken-link"));
    assert!(ran.stdout.contains("rules.changelog = "), "{}", ran.stdout);
    let ran = run(tree(&[]).path(), &["explain", "changlog"]);
    assert!(
        ran.code == Some(2) && ran.stderr.contains("did you mean `changelog`?"),
        "{}",
        ran.stderr
    );
}

#[test]
fn commands_name_the_one_that_does_what_was_meant() {
    let texts = [1, 2, 3].map(|number| nygard(number, "Accepted"));
    let names = ["docs/adr/0001-a.md", "docs/adr/0002-b.md", "docs/adr/0003-c.md"];
    let files: Vec<(&str, &str)> =
        names.into_iter().zip(texts.iter().map(String::as_str)).collect();
    let tree = tree(&files);
    for words in [&["superseded", "by", "3"][..], &["superseded by ADR-0003"]] {
        let said = refused(&tree, &[&["status", "2"], words].concat());
        assert!(said.contains("`mdbook-archdoc adr supersede 2 --by 3`"), "{said}");
    }
    let ran = run(tree.path(), &["new", "madr", "docs/x.md"]);
    assert!(ran.code == Some(2) && ran.stderr.contains("--template madr"), "{}", ran.stderr);
    let ran = run(tree.path(), &["check", "--write-baseline"]);
    assert!(ran.stderr.contains("to archdoc.toml to use it"), "{}", ran.stderr);
    let ran = run(tree.path(), &["coverage"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), "no document is bound to a template\n"));
}

#[test]
fn dates_in_two_ways_are_settled_by_a_setting() {
    let text = |date: &str| nygard(1, "Accepted").replace("2026-01-05", date);
    let [one, two] = [text("04/09/2023"), text("05/09/2023").replace("1. T", "2. T")];
    let files = [("adr/0001-a.md", &*one), ("adr/0002-b.md", &two)];
    let said = check(&files, &[]);
    assert!(said.contains("2 dates can be read in two ways"), "{said}");
    assert!(
        said.contains("`dates = \"day-first\"` or `dates = \"month-first\"` in `archdoc.toml`")
    );
    for (order, date) in [("day-first", "2023-09-04"), ("month-first", "2023-04-09")] {
        let setting = format!("dates = \"{order}\"\n");
        let tree = tree(&[files[0], files[1], ("archdoc.toml", &setting)]);
        let ran = run(tree.path(), &["check"]);
        assert!(ran.stderr.contains("no findings"), "{}", ran.stderr);
        let listed = run(tree.path(), &["adr", "list"]);
        assert!(listed.stdout.contains(date), "{}", listed.stdout);
    }
}

#[test]
fn what_many_documents_lack_is_told_once() {
    let text = |number: usize| {
        format!(
            "<!-- archdoc: template=\"standard\" project=\"A\" -->\n# D{number}\n\n## Purpose\n\nText of it.\n"
        )
    };
    let texts: Vec<(String, String)> =
        (1..=5).map(|number| (format!("d{number}.md"), text(number))).collect();
    let files: Vec<(&str, &str)> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let said = check(&files, &[]);
    assert_eq!(said.matches("warning[missing-section]").count(), 1, "{said}");
    assert!(said.contains("14 sections are missing in each of 5 documents"), "{said}");
    assert!(said.contains("d1.md:4:1\n") && said.contains("d5.md:4\n"), "{said}");
    assert!(said.contains("; 70 warnings"), "nothing is left out of the count: {said}");
    let two = check(&files[..2], &[]);
    assert_eq!(two.matches("warning[missing-section]").count(), 2, "{two}");
}

#[test]
fn a_proposal_owes_nothing_yet() {
    let sections = "\n## Context\n\n{why}\n\n## Decision\n\n{what}\n";
    for (status, count) in [("Proposed", 0), ("Draft", 0), ("Accepted", 2)] {
        let record = format!("# 1. A\n\nDate: 2026-01-05\n\n## Status\n\n{status}\n{sections}");
        let ran = run(tree(&[("adr/0001-a.md", &record)]).path(), &["check", "--format", "short"]);
        let found = ran.stdout.matches("adr-untouched-section").count();
        assert_eq!(found, count, "{status}: {}", ran.stdout);
    }
}

#[test]
fn a_status_within_a_merge_is_told_at_its_first_marker() {
    let merge = "<<<<<<< HEAD\nAccepted\n=======\nRejected\n>>>>>>> main";
    let accepted = |n, name: &str| (format!("adr/{name}"), nygard(n, "Accepted"));
    let texts = [
        ("adr/0001-a.md".to_owned(), nygard(1, merge)),
        accepted(2, "0002-b.md"),
        accepted(3, "0003-c.md"),
    ];
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (&**name, &**text)).collect();
    let said = run(tree(&files).path(), &["check", "--format", "short"]).stdout;
    assert!(
        said.contains("adr/0001-a.md:7:1: ") && said.contains("a merge that is not settled"),
        "{said}"
    );
    assert!(!said.contains("conflicting") && !said.contains("states no status"), "{said}");
}

#[test]
fn a_choice_is_pointed_at_and_guidance_is_no_choice() {
    let guidance =
        "> It may be called \"deprecated\" or \"superseded\" once a later one takes its place.";
    let told = |status: &str| {
        let records = [("0001-a.md", status), ("0002-b.md", "Accepted"), ("0003-c.md", "Accepted")];
        let texts = (1..).zip(records).map(|(n, (name, status))| (name, nygard(n, status)));
        let texts: Vec<(String, String)> =
            texts.map(|(name, text)| (format!("adr/{name}"), text)).collect();
        let files: Vec<(&str, &str)> =
            texts.iter().map(|(name, text)| (&**name, &**text)).collect();
        run(tree(&files).path(), &["check", "--format", "short"]).stdout
    };
    let said = told(&format!("{guidance}\n\n{{Deprecated|Proposed|Accepted}}"));
    assert!(
        said.contains("adr/0001-a.md:9:1: ")
            && said.contains("lists several statuses and does not say which one holds"),
        "{said}"
    );
    let said = told(guidance);
    assert!(said.contains("adr/0001-a.md:7:3: ") && said.contains("states no status"), "{said}");
}

#[test]
fn missing_sections_are_listed_with_the_command_that_writes_them() {
    let atlas = "<!-- archdoc: template=\"standard\" -->\n# Atlas\n\n## Overview\n\nA map of the parcels.\n\n\
                 ## How we talk\n\nWe talk.\n\n## Who walks there\n\nAll.\n";
    let said = check(&[("docs/atlas.md", atlas)], &[]);
    assert!(said.contains("sections are missing"), "{said}");
    assert!(said.contains("`mdbook-archdoc fill docs/atlas.md --write` writes them"), "{said}");
    let left = "`How we talk` (line 8) and `Who walks there` (line 12) serve no section: if one is meant, give it";
    assert!(said.contains(left), "{said}");
    let coverage = run(tree(&[("docs/atlas.md", atlas)]).path(), &["coverage"]).stdout;
    assert!(
        coverage.contains(" recommended)"),
        "what no rule asks for is counted apart: {coverage}"
    );
}

#[test]
fn a_directory_of_documents_is_read_alike_by_check_and_list() {
    let record = nygard(1, "Accepted");
    let files = [
        ("docs/architecture/adr-001-a.md", &*record),
        ("docs/architecture/architecture.md", "# Architecture\n\nBoxes.\n"),
    ];
    let tree = tree(&files);
    for arguments in [&["check"][..], &["adr", "list", "docs/architecture"], &["adr", "list"]] {
        let said = run(tree.path(), arguments).stderr;
        assert!(
            said.contains("1 decision record read") && !said.contains("not understood"),
            "{said}"
        );
    }
}

#[test]
fn a_missing_section_is_asked_for_in_the_words_of_its_directory() {
    let record = |number: usize, last: &str| {
        format!(
            "# {number}. Usar la bomba {number}\n\n## Estado\n\nAceptado\n\n## 1. Contexto\n\nHace ruido.\n\n\
             ## 2. Decisión\n\nLa cambiamos.\n\n{last}"
        )
    };
    let last = "## 3. Consecuencias\n\nEs cara.\n";
    let texts: Vec<(String, String)> = (1..=6)
        .map(|number| {
            (
                format!("docs/adr/000{number}-a.md"),
                record(number, if number == 6 { "" } else { last }),
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (&**path, &**text)).collect();
    let said = check(&files, &[]);
    assert!(said.contains("ADR 6 has no section \"Consecuencias\""), "{said}");
    assert!(said.contains("add `## Consecuencias`"), "{said}");
}

#[test]
fn what_a_record_is_to_say_is_told_in_its_language() {
    let record = |number: u64, status: &str| {
        format!(
            "# {number}. Título {number}\n\n## Estado\n\n{status}\n\n## Contexto\n\nA.\n\n## Decisão\n\nB.\n\n\
             ## Consequências\n\nC.\n"
        )
    };
    let old = record(1, "Aceito");
    let new = record(2, "Aceito\n\nSubstitui [1. Título 1](0001-a.md)");
    let said = check(&[("docs/adr/0001-a.md", &old), ("docs/adr/0002-b.md", &new)], &[]);
    let told = "`Substituído por [ADR 2](0002-b.md)`";
    assert!(said.contains(told), "{said}");
}
