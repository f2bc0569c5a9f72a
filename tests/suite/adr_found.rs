//! Which files are taken for records: by the names of directories and repositories, by what stands in them, and which
//! are only copies.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::adr_life::{done, nygard, refused};
use crate::harness::files::tree;
use crate::harness::program::run;
use crate::workbench::text;

/// Files in directories beside each other, some of which are repositories.
fn beside(files: &[(&str, String)], repositories: &[&str]) -> TempDir {
    let above = tempfile::tempdir().unwrap();
    for repository in repositories {
        fs::create_dir_all(above.path().join(repository).join(".git")).unwrap();
    }
    for (path, text) in files {
        let path = above.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    above
}

/// The paths of the records that `adr list` shows in a directory.
fn listed(directory: &Path) -> Vec<String> {
    let ran = run(directory, &["adr", "list", "--format", "json"]);
    let all: Vec<serde_json::Value> = serde_json::from_str(&ran.stdout).unwrap();
    all.iter().map(|record| record["path"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_repository_that_is_called_a_directory_of_records_is_not_left() {
    let numbered = |n: u64| nygard(n, "Accepted");
    let files = [
        ("decisions/0001-a.md", numbered(1)),
        ("decisions/SECURITY.md", "# Security\n\nWrite to us.\n".to_owned()),
        ("decisions/docs/notes.md", "# Notes\n\nText.\n".to_owned()),
        ("other/keps/0001-t.md", numbered(1)),
        ("other/keps/0002-t.md", numbered(2)),
        ("other/keps/0003-t.md", numbered(3)),
    ];
    let above = beside(&files, &["decisions", "other"]);
    let own = above.path().join("decisions");
    let said = run(&own, &["init"]).stderr + &run(&own, &["suggest"]).stdout;
    assert!(!said.contains("kep") && !said.contains(".."), "{said}");
    assert!(!above.path().join("archdoc.toml").exists());
    assert_eq!(listed(&own), ["0001-a.md"]);
    let ran = run(&own, &["check"]);
    assert!(ran.stderr.ends_with("1 decision record read; no findings\n"), "{}", ran.stderr);
    assert_eq!(run(&own, &["adr", "new", "Use a log"]).stdout, "wrote 0002-use-a-log.md\n");
    // Its records may lie in a directory of their own.
    fs::create_dir_all(own.join("docs/adr")).unwrap();
    fs::rename(own.join("0001-a.md"), own.join("docs/adr/0001-a.md")).unwrap();
    fs::remove_file(own.join("0002-use-a-log.md")).unwrap();
    let new = run(&own, &["adr", "new", "Use a log"]).stdout;
    assert_eq!(new, "wrote docs/adr/0002-use-a-log.md\n");
}

#[test]
fn a_book_above_a_repository_is_not_its_own() {
    let files = [
        ("book.toml", "[book]\ntitle = \"Above\"\n".to_owned()),
        ("src/SUMMARY.md", "# Summary\n\n- [A](a.md)\n".to_owned()),
        ("src/a.md", "# A\n".to_owned()),
        ("src/adr/0001-above.md", nygard(1, "Accepted")),
        ("src/own/docs/adr/0001-a.md", nygard(1, "Accepted")),
    ];
    let above = beside(&files, &["src/own"]);
    let own = above.path().join("src/own");
    assert_eq!(listed(&own), ["docs/adr/0001-a.md"]);
    assert_eq!(
        run(&own, &["adr", "new", "Use a log"]).stdout,
        "wrote docs/adr/0002-use-a-log.md\n"
    );
    let summary = fs::read_to_string(above.path().join("src/SUMMARY.md")).unwrap();
    assert_eq!(summary, files[1].1);
}

#[test]
fn without_a_repository_nothing_above_the_current_directory_is_read() {
    let files = [
        ("adr/core/0001-a.md", nygard(1, "Accepted")),
        ("adr/use-a-log.md", nygard(2, "Accepted").replace("# 2. ", "# ")),
        ("secret/adr/0001-b.md", nygard(1, "Accepted")),
    ];
    let above = beside(&files, &[]);
    assert_eq!(listed(&above.path().join("adr")), ["core/0001-a.md", "use-a-log.md"]);
    run(&above.path().join("adr"), &["init"]);
    assert!(!above.path().join("archdoc.toml").exists());
    assert_eq!(listed(above.path()).len(), 3, "from there all of them are below");
}

#[test]
fn the_next_record_lies_where_check_reads_the_others() {
    for directory in ["docs/source/adr", "docs/01_Design/adr", "backend/docs/adr", "services/a/adr"]
    {
        let record = nygard(1, "Accepted");
        let file = format!("{directory}/0001-a.md");
        let chapter = "# Frontend\n\n## ADR-7: Use a shell\n\nStatus: Accepted\n\nOne shell.\n";
        let found = tree(&[(&file, &record), ("docs/01_Design/frontend.md", chapter)]);
        let new = done(&found, &["new", "Use a log"]);
        assert_eq!(new, format!("wrote {directory}/0002-use-a-log.md\n"));
        let said = refused(&found, &["init"]);
        assert!(said.contains(&format!("`{directory}` holds 2 records already")), "{said}");
    }
    let record = nygard(1, "Accepted");
    let several = tree(&[("a/adr/0001-a.md", &record), ("b/adr/0001-b.md", &record)]);
    let said = refused(&several, &["new", "Use a log"]);
    assert!(said.contains("in `a/adr` and `b/adr`; name one of them with `--dir`"), "{said}");
    // Sections are a log where no record has a file.
    let log = tree(&[("docs/frontend.md", "# F\n\n## ADR-7: Use a shell\n\nStatus: Accepted\n")]);
    assert!(refused(&log, &["new", "Use a log"]).contains("sections of `docs/frontend.md`"));
}

const PROPOSAL: &str = "---\ntitle: x\nauthors:\n  - Ann\ncreation-date: 2026-01-27\nreplaces:\n---\n\n\
                        # Use X\n\n## Summary\n\nWe use X.\n\n## Motivation\n\nIt is slow.\n\n\
                        ## Proposal\n\nX.\n";

#[test]
fn proposals_with_a_directory_each_are_offered_and_read_when_asked_for() {
    let page = |n: u32| format!("enhancements/OPS-{n}-use-x/README.md");
    let paths: Vec<String> = [101, 102, 103, 41].map(page).to_vec();
    let mut files: Vec<(&str, &str)> = paths.iter().map(|path| (&**path, PROPOSAL)).collect();
    files.push(("enhancements/README.md", "# Enhancements\n\nHow to write one.\n"));
    files.push(("enhancements/OPS-104-use-y/design.md", PROPOSAL));
    files.push(("enhancements/OPS-104-use-y/prd.md", "# Wants\n\nWhat we want.\n"));
    files.push(("enhancements/OPS-105-empty/notes.md", "# Notes\n\nText.\n"));
    let found = tree(&files);
    let ran = run(found.path(), &["check"]);
    assert!(ran.stderr.contains("enhancements: 5 decision records"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("records read"), "{}", ran.stderr);
    run(found.path(), &["init"]);
    assert_eq!(text(&found, "archdoc.toml"), "adr.paths = [\"enhancements\"]\n");
    let ran = run(found.path(), &["adr", "list"]);
    let numbers: Vec<&str> =
        ran.stdout.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let all = ["OPS-41", "OPS-101", "OPS-102", "OPS-103", "OPS-104"];
    assert!(all.iter().all(|number| numbers.contains(number)), "{}", ran.stdout);
    let ran = run(found.path(), &["check", "--format", "short"]);
    assert!(!ran.stdout.contains("holds no decision record"), "{}", ran.stdout);
    // Pages of a site have authors and dates as well.
    let post = PROPOSAL.replace("creation-date", "date").replace("replaces:", "tags: [x]");
    let posts: Vec<(&str, &str)> = paths.iter().map(|path| (&**path, &*post)).collect();
    let ran = run(tree(&posts).path(), &["suggest"]);
    assert_eq!(ran.stdout, "");
}

#[test]
fn pages_that_have_an_owner_and_others_they_are_related_to_are_no_proposals() {
    let page = "---\ntitle: x\nowner: Ann\nstatus: active\nrelated: [y.md]\n---\n\n# X\n\n## Summary\n\nX.\n";
    let named = |n: u32| format!("guides/area-{n}/README.md");
    let paths: Vec<String> = [1, 2, 3, 4].map(named).to_vec();
    let pages: Vec<(&str, &str)> = paths.iter().map(|path| (&**path, page)).collect();
    let ran = run(tree(&pages).path(), &["suggest"]);
    assert_eq!(ran.stdout, "");
    // Nor are those that lie several in a directory.
    let paths: Vec<String> =
        paths.iter().flat_map(|path| [path.clone(), path.replace("README", "more")]).collect();
    let pages: Vec<(&str, &str)> = paths.iter().map(|path| (&**path, PROPOSAL)).collect();
    let ran = run(tree(&pages).path(), &["suggest"]);
    assert_eq!(ran.stdout, "");
}

#[test]
fn the_template_of_a_series_and_a_page_with_a_status_are_told_apart() {
    let template = "# EP-XXX: [Title of it]\n\n**Status**: Draft\n\n## Context\n\nWhy?\n";
    let page = "# Lamps\n\n**Status**: Proposed\n\n## Motivation\n\nIt is dark.\n\n## Proposal\n\nLamps.\n";
    let [a, b, c] = [1, 2, 3].map(|n| nygard(n, "Accepted"));
    let found = tree(&[
        ("archdoc.toml", "adr.paths = [\"areas\"]\n"),
        ("areas/EP-001-a.md", &a),
        ("areas/EP-002-b.md", &b),
        ("areas/EP-003-c.md", &c),
        ("areas/EP-TEMPLATE.md", template),
        ("areas/lamps/README.md", page),
        ("areas/README.md", "# Proposals\n\n**Status**: all are here\n"),
    ]);
    let own =
        ["areas/EP-001-a.md", "areas/EP-002-b.md", "areas/EP-003-c.md", "areas/lamps/README.md"];
    assert_eq!(listed(found.path()), own);
}

#[test]
fn a_directory_that_was_named_and_holds_no_record_is_told() {
    let settings = "adr.paths = [\"rfcs\"]\n";
    let notes = "# Notes\n\nText.\n";
    let empty = tree(&[("archdoc.toml", settings), ("rfcs/a/notes.md", notes)]);
    let told = run(empty.path(), &["check", "--format", "short"]).stdout;
    assert!(told.contains("`rfcs/a` holds no decision record"), "{told}");
    let record = nygard(1, "Accepted");
    let begun =
        [("archdoc.toml", settings), ("rfcs/a/notes.md", notes), ("rfcs/b/0001-a.md", &record)];
    assert_eq!(run(tree(&begun).path(), &["check", "--format", "short"]).stdout, "");
}

#[test]
fn a_name_that_says_nothing_mends_no_link() {
    let linking = |link: &str| {
        let linking = nygard(3, "Accepted") + "\nSee [it](" + link + ").\n";
        let settings = "adr.paths = [\"areas\"]\n";
        let record = nygard(1, "Accepted");
        let named = tree(&[
            ("archdoc.toml", settings),
            ("areas/OPS-101-storage-tiers/design.md", &record),
            ("areas/OPS-102-metering/design.md", &record),
            ("areas/OPS-103-harbour-lamps/plan.md", &record),
            ("areas/OPS-104-gates/design.md", &linking),
        ]);
        run(named.path(), &["check", "--fix"]);
        text(&named, "areas/OPS-104-gates/design.md")
            .rsplit_once("[it](")
            .map(|(_, rest)| rest.trim_end().trim_end_matches(").").to_owned())
            .unwrap()
    };
    assert_eq!(linking("/areas/metering/design.md"), "../OPS-102-metering/design.md");
    for other in ["/areas/invoices/design.md", "../OPS-7/design.md", "/areas/invoices/plan.md"] {
        assert_eq!(linking(other), other);
    }
}

#[test]
fn a_chapter_that_tells_the_records_again_stays_a_chapter() {
    let record = |n: u32, title: &str| {
        format!(
            "# {n}. {title}\n\nDate: 2026-01-05\n\n## Status\n\nAccepted\n\n## Context\n\nC.\n\n\
                 ## Decision\n\nD.\n\n## Consequences\n\nE.\n"
        )
    };
    let titles = ["A queue for parcels", "Signed harbour manifests", "One gateway for partners"];
    let records: Vec<(String, String)> = (1..)
        .zip(titles)
        .map(|(n, title)| (format!("docs/structure/adrs/000{n}-x.md"), record(n, title)))
        .collect();
    let told =
        |(n, title): (u32, &str)| format!("## ADR-00{n} – {title}\n\n- **Status:** accepted\n\n");
    let sections = (1..).zip(titles).map(told).collect::<Vec<_>>().concat();
    let chapters = [
        "Introduction and Goals",
        "Architecture Constraints",
        "Context and Scope",
        "Solution Strategy",
        "Building Block View",
        "Runtime View",
        "Deployment View",
        "Crosscutting Concepts",
        "Architecture Decisions",
        "Quality Requirements",
        "Risks and Technical Debt",
        "Glossary",
    ];
    let texts: Vec<(String, String)> = (1..)
        .zip(chapters)
        .map(|(n, title): (u32, _)| {
            let text = if n == 9 { &*sections } else { "Text of it.\n" };
            (format!("docs/arc42/{n:02}.md"), format!("# {n}. {title}\n\n{text}"))
        })
        .collect();
    let all = records.iter().chain(&texts);
    let files: Vec<(&str, &str)> = all.map(|(path, text)| (&**path, &**text)).collect();
    let found = tree(&files);
    assert_eq!(listed(found.path()).len(), 3);
    let said = run(found.path(), &["suggest"]).stdout;
    assert!(said.contains("arc42  12 of 12 headings"), "{said}");
}

#[test]
fn frozen_versions_and_what_announces_a_record_are_no_records() {
    let record = nygard(1, "Accepted");
    let notes = "# Release\n\n### ADR 1 - Topic 1 (0.1.0)\n\nNew in this release.\n";
    let found = tree(&[
        ("docs/adr/0001-topic-1.md", &record),
        ("versioned_docs/version-1.0/adr/0001-topic-1.md", &record),
        ("tests/fixtures/adr/0001-topic-1.md", &record),
        ("blog/release-notes-2026-3.md", notes),
    ]);
    assert_eq!(listed(found.path()), ["docs/adr/0001-topic-1.md"]);
    let ran = run(found.path(), &["check", "--format", "short"]);
    assert_eq!(ran.stdout, "");
}
