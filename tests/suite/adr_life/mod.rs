//! The life of decision records: each command beside the input that it refuses, and what no sequence of
//! them may do.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;

use crate::cli::{Ran, archdoc, run};

const SECTIONS: &str =
    "## Context\n\nScans.\n\n## Decision\n\nOne log.\n\n## Consequences\n\nMore.\n";

pub(crate) fn nygard(number: u64, status: &str) -> String {
    format!("# {number}. Title {number}\n\nDate: 2026-01-05\n\n## Status\n\n{status}\n\n{SECTIONS}")
}

/// A repository with records in `docs/adr`.
fn repository(records: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::create_dir(directory.path().join(".git")).unwrap();
    fs::create_dir_all(directory.path().join("docs/adr")).unwrap();
    for (name, text) in records {
        fs::write(directory.path().join("docs/adr").join(name), text).unwrap();
    }
    directory
}

/// Three records in Nygard's style.
fn three() -> TempDir {
    let texts = [1, 2, 3].map(|number| nygard(number, "Accepted"));
    repository(&[("0001-a.md", &texts[0]), ("0002-b.md", &texts[1]), ("0003-c.md", &texts[2])])
}

fn read(directory: &TempDir, name: &str) -> String {
    fs::read_to_string(directory.path().join("docs/adr").join(name)).unwrap()
}

#[track_caller]
pub(crate) fn done(directory: &TempDir, arguments: &[&str]) -> String {
    let ran = run(directory.path(), &[&["adr"], arguments].concat());
    assert_eq!(ran.code, Some(0), "{arguments:?}: {}", ran.stderr);
    ran.stdout
}

/// What a command says that changes nothing.
#[track_caller]
pub(crate) fn refused(directory: &TempDir, arguments: &[&str]) -> String {
    let before = texts(directory.path());
    let ran = run(directory.path(), &[&["adr"], arguments].concat());
    assert_eq!((ran.code, &*ran.stdout), (Some(2), ""), "{arguments:?}: {}", ran.stderr);
    assert_eq!(texts(directory.path()), before, "{arguments:?}");
    ran.stderr
}

fn texts(directory: &Path) -> Vec<(PathBuf, String)> {
    let mut open = vec![directory.to_owned()];
    let mut texts = Vec::new();
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(directory).unwrap().flatten() {
            if entry.path().is_dir() {
                open.push(entry.path());
            } else {
                texts.push((entry.path(), fs::read_to_string(entry.path()).unwrap()));
            }
        }
    }
    texts.sort();
    texts
}

#[test]
fn init_begins_where_there_is_nothing() {
    let directory = tempfile::tempdir().unwrap();
    fs::create_dir(directory.path().join(".git")).unwrap();
    let shown = done(&directory, &["init", "--dry-run"]);
    assert!(shown.contains("+++ b/docs/adr/0001-record-architecture-decisions.md"), "{shown}");
    assert!(!directory.path().join("docs").exists());
    let told = done(&directory, &["init", "--date", "2026-01-02"]);
    assert_eq!(told, "wrote docs/adr/0001-record-architecture-decisions.md\n");
    assert_eq!(texts(directory.path()).len(), 1);
    let ran = run(directory.path(), &["check", "-D", "warnings"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let said = refused(&directory, &["init"]);
    assert!(said.contains("`docs/adr` holds 1 record already (0001-record"), "{said}");

    let notes = repository(&[("notes.md", "Some notes.\n")]);
    let said = refused(&notes, &["init", "docs/adr"]);
    assert!(said.contains("holds 1 Markdown file that are no records (`notes.md`)"), "{said}");

    let madr = tempfile::tempdir().unwrap();
    done(&madr, &["init", "decisions", "--template", "madr-minimal"]);
    let ran = run(madr.path(), &["check", "-D", "warnings", "decisions"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
}

#[test]
fn a_title_needs_no_quotes_and_is_given_once() {
    let directory = three();
    let shown = done(&directory, &["new", "Use", "a", "log", "--dry-run", "--supersedes", "2"]);
    assert!(shown.contains("+# 4. Use a log\n") && shown.contains("-Accepted\n"), "{shown}");
    assert_eq!(texts(directory.path()).len(), 3);
    done(&directory, &["new", "Use", "a", "log"]);
    let said = refused(&directory, &["new", "Use a Log"]);
    assert!(said.contains("`docs/adr/0004-use-a-log.md` has this title and counts"), "{said}");
    done(&directory, &["new", "Use a Log", "--force"]);
    done(&directory, &["new", "Title 2", "--supersedes", "2"]);
    refused(&directory, &["new", "!?"]);
    refused(&directory, &["new", "A stream", "--supersedes", "2"]);
    done(&directory, &["new", "A stream", "--supersedes", "2", "--also"]);
    let status = "Superseded by [6. Title 2](0006-title-2.md), [7. A stream](0007-a-stream.md)\n";
    assert!(read(&directory, "0002-b.md").contains(status), "{}", read(&directory, "0002-b.md"));
}

#[test]
fn a_new_record_follows_the_template_of_its_directory() {
    let template = "# ADR-NNN: [title]\r\n\r\n* Status: [proposed | accepted]\r\n* Datum: [TT.MM.JJJJ]\r\n* Ticket:\r\n\r\n## Kontext\r\n\r\n[Warum?]\r\n\r\n## Entscheidung\r\n\r\n[Was?]\r\n\r\n## Konsequenzen\r\n\r\n[Und?]\r\n";
    let old = "# ADR-001: Alt\n\n* Status: akzeptiert\n* Datum: 24.12.2025\n\n## Kontext\n\nA.\n\n## Entscheidung\n\nB.\n\n## Konsequenzen\n\nC.\n";
    let directory = repository(&[("adr-001-alt.md", old), ("adr-template.md", template)]);
    done(&directory, &["new", "Ein", "Protokoll", "--date", "2026-03-02"]);
    let head = "# ADR-002: Ein Protokoll\r\n\r\n* Status: vorgeschlagen\r\n* Datum: 02.03.2026\r\n* Ticket:\r\n";
    let new = read(&directory, "adr-002-ein-protokoll.md");
    assert!(new.starts_with(head) && new.ends_with("[Und?]\r\n"), "{new}");
    done(&directory, &["new", "Ein", "Strom", "--supersedes", "1"]);
    let new = read(&directory, "adr-003-ein-strom.md");
    assert!(new.contains("* Ersetzt: [ADR-001: Alt](adr-001-alt.md)\r\n"), "{new}");
    let ran = run(directory.path(), &["check", "-D", "warnings", "-A", "adr-untouched-section"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);

    fs::write(directory.path().join("docs/adr/adr-template.md"), "Copy an older one.\n").unwrap();
    let said = refused(&directory, &["new", "Noch", "eins"]);
    assert!(said.contains("the template `docs/adr/adr-template.md` does not read as"), "{said}");
    done(&directory, &["new", "Noch", "eins", "--template", "nygard"]);
}

#[test]
fn a_new_record_without_a_template_is_made_as_those_beside_it() {
    for (old, new) in [
        (
            format!(
                "---\nstatus: accepted\ndate: 05.03.2024\nowner: Ann\n---\n\n# Old\n\n{SECTIONS}"
            ),
            "---\nstatus: proposed\ndate: 02.01.2026\nowner:\n---\n\n# Use a log\n\n## Context\n",
        ),
        (
            format!(
                "# ADR 1 - Old\n\n| Status | ✅ Accepted |\n|---|---|\n| Date | 2024-03-05 |\n\n{SECTIONS}"
            ),
            "# ADR 2 - Use a log\n\n| Status | Proposed |\n|---|---|\n| Date | 2026-01-02 |\n\n## Context\n",
        ),
    ] {
        let directory = repository(&[("0001-old.md", &old)]);
        done(&directory, &["new", "Use", "a", "log", "--date", "2026-01-02"]);
        let made = read(&directory, "0002-use-a-log.md");
        assert!(made.starts_with(new), "{made}");
        assert!(!made.contains("Scans."), "{made}");
        let ran = run(directory.path(), &["check", "-D", "warnings"]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    }
}

#[test]
fn a_title_in_the_front_matter_is_followed() {
    let record = |number: u64| {
        format!(
            "---\nslug: {number}\ntitle: |\n  {number}. Title {number}\nauthors: [ann]\n---\n\n## Status\n\nAccepted\n\n{SECTIONS}"
        )
    };
    let texts = [1, 2, 3].map(record);
    let names = ["2026-01-05_001-a.md", "2026-01-06_002-b.md", "2026-01-07_003-c.md"];
    let files: Vec<(&str, &str)> =
        names.into_iter().zip(texts.iter().map(String::as_str)).collect();
    let directory = repository(&files);
    done(&directory, &["new", "Use a log", "--date", "2026-01-08"]);
    let new = read(&directory, "2026-01-08_004-use-a-log.md");
    let head = "---\nslug: 4\ntitle: \"4. Use a log\"\nauthors:\n---\n\n## Status\n\nProposed\n\n## Context\n";
    assert!(new.starts_with(head), "{new}");
}

#[test]
fn a_status_is_written_as_the_team_writes_it() {
    let directory = three();
    let diff = done(&directory, &["status", "2", "rejected"]);
    assert!(diff.starts_with("--- a/docs/adr/0002-b.md\n+++ b/docs/adr/0002-b.md\n"), "{diff}");
    assert!(diff.contains("-Accepted\n+Rejected\n"), "{diff}");
    assert_eq!(read(&directory, "0002-b.md"), nygard(2, "Rejected"));
    assert_eq!(done(&directory, &["status", "2", "rejected"]), "");
    done(&directory, &["status", "0003-c.md", "on", "hold", "--dry-run"]);
    assert_eq!(read(&directory, "0003-c.md"), nygard(3, "Accepted"));
    let said = refused(&directory, &["status", "3", "acepted"]);
    assert!(said.contains("do you mean `accepted`?"), "{said}");
    let said = refused(&directory, &["status", "3", "greenlit"]);
    assert!(said.contains("adr.statuses"), "{said}");
    let said = refused(&directory, &["status", "3", "superseded"]);
    assert!(said.contains("adr supersede 3 --by"), "{said}");
    let said = refused(&directory, &["status", "9", "accepted"]);
    assert!(said.contains("there is no record 9 in `"), "{said}");
    assert!(said.contains("`mdbook-archdoc adr list` shows which there are"), "{said}");
    let said = refused(&directory, &["status", "3", "accepted", "--dir", "nowhere"]);
    assert!(said.contains("there is no `nowhere`"), "{said}");
    let config = "[adr]\nstatuses = { greenlit = \"accepted\" }\n";
    fs::write(directory.path().join("archdoc.toml"), config).unwrap();
    done(&directory, &["status", "2", "greenlit"]);
    assert_eq!(read(&directory, "0002-b.md"), nygard(2, "Greenlit"));
}

#[test]
fn signs_histories_and_languages_are_kept() {
    let signed =
        |word: &str| format!("# Title\n\n**Status:** {word}  \n**Date:** 2026-01-05\n\n{SECTIONS}");
    let german = |word: &str| {
        format!("# Titel\n\n## Status\n\n{word}\n\n## Kontext\n\nA.\n\n## Entscheidung\n\nB.\n")
    };
    let history = nygard(4, "- 2026-01-05: proposed\n- 2026-02-05: in review");
    let directory = repository(&[
        ("0001-a.md", &signed("✅ Accepted")),
        ("0002-b.md", &signed("⌛️ Proposed")),
        ("0003-c.md", &signed("✅ Accepted")),
        ("0004-d.md", &history),
    ]);
    done(&directory, &["status", "2", "accepted"]);
    assert_eq!(read(&directory, "0002-b.md"), signed("✅ Accepted"));
    done(&directory, &["status", "4", "accepted", "--date", "2026-03-01"]);
    let grown = "- 2026-02-05: in review\n- 2026-03-01: accepted\n";
    assert!(read(&directory, "0004-d.md").contains(grown), "{}", read(&directory, "0004-d.md"));

    let directory = repository(&[
        ("0001-a.md", &german("Akzeptiert")),
        ("0002-b.md", &german("Vorgeschlagen")),
        ("0003-c.md", &german("Akzeptiert")),
    ]);
    done(&directory, &["status", "2", "accepted"]);
    assert_eq!(read(&directory, "0002-b.md"), german("Akzeptiert"));
    done(&directory, &["supersede", "1", "--by", "3"]);
    assert!(read(&directory, "0001-a.md").contains("\nErsetzt durch ["));
    assert!(read(&directory, "0003-c.md").contains("\nErsetzt ["));
}

#[test]
fn a_day_behind_the_status_is_renewed_with_it() {
    let dated = |number: u64, status: &str| {
        format!("# {number}. Title {number}\n\n**Status:** {status}\n\n{SECTIONS}")
    };
    let texts = [1, 2, 3].map(|number| dated(number, &format!("Accepted, 2026-01-0{number}")));
    let directory =
        repository(&[("0001-a.md", &texts[0]), ("0002-b.md", &texts[1]), ("0003-c.md", &texts[2])]);
    done(&directory, &["status", "2", "deprecated", "--date", "2026-02-05"]);
    assert_eq!(read(&directory, "0002-b.md"), dated(2, "Deprecated, 2026-02-05"));
    done(&directory, &["supersede", "1", "--by", "3", "--date", "2026-02-06"]);
    let superseded = "Superseded by [3. Title 3](0003-c.md), 2026-02-06";
    assert_eq!(read(&directory, "0001-a.md"), dated(1, superseded));
    let listed = done(&directory, &["list"]);
    assert!(listed.contains("superseded  2026-02-06"), "{listed}");
}

#[test]
fn both_sides_of_a_supersession_speak_the_language_of_the_status() {
    let korean = |number: u64| {
        format!(
            "# {number}. 대기열 {number}\n\n## 상태 (Status)\n\nAccepted\n\n## 배경 (Context)\n\n주문이 몰리면 응답이 늦어진다.\n\n\
             ## 결정 (Decision)\n\n주문을 대기열에 넣고 나중에 처리한다.\n"
        )
    };
    let russian = |number: u64| {
        format!(
            "# {number}. Очередь {number}\n\n## Status\n\nAccepted\n\n## Context\n\nЗаказы приходят слишком быстро.\n\n\
             ## Decision\n\nМы храним заказы в очереди.\n"
        )
    };
    for text in [&korean as &dyn Fn(u64) -> String, &russian] {
        let directory = repository(&[
            ("0001-a.md", &text(1)),
            ("0002-b.md", &text(2)),
            ("0003-c.md", &text(3)),
        ]);
        done(&directory, &["supersede", "1", "--by", "3"]);
        let (older, newer) = (read(&directory, "0001-a.md"), read(&directory, "0003-c.md"));
        assert!(older.contains("\n\nSuperseded by ["), "{older}");
        assert!(newer.contains("\n\nSupersedes ["), "{newer}");
    }
}

#[test]
fn a_supersession_is_told_in_the_fields_that_others_have_for_it() {
    let record = |number: u64, fields: &str| {
        format!(
            "---\nstatus: {fields}\ndate: 2026-01-05\n---\n\n# {number}. Title {number}\n\n{SECTIONS}"
        )
    };
    let older = record(2, "superseded\nsuperseded_by: 0003-c");
    let texts = [1, 3, 4].map(|number| record(number, "accepted"));
    let directory = repository(&[
        ("0001-a.md", &texts[0]),
        ("0002-b.md", &older),
        ("0003-c.md", &texts[1]),
        ("0004-d.md", &texts[2]),
    ]);
    done(&directory, &["supersede", "1", "--by", "4"]);
    let (older, newer) = (read(&directory, "0001-a.md"), read(&directory, "0004-d.md"));
    assert!(older.starts_with("---\nstatus: superseded\n"), "{older}");
    assert!(older.contains("\nsuperseded_by: 0004-d\n---\n"), "{older}");
    assert!(newer.contains("\nsupersedes: 0001-a\n---\n"), "{newer}");
}

#[test]
fn both_records_of_a_supersession_are_told() {
    let directory = three();
    done(&directory, &["supersede", "1", "--by", "2"]);
    assert_eq!(read(&directory, "0001-a.md"), nygard(1, "Superseded by [2. Title 2](0002-b.md)"));
    assert_eq!(
        read(&directory, "0002-b.md"),
        nygard(2, "Accepted\n\nSupersedes [1. Title 1](0001-a.md)")
    );
    assert_eq!(done(&directory, &["supersede", "1", "--by", "2"]), "");
    let said = refused(&directory, &["supersede", "1", "--by", "3"]);
    let told = "superseded already, by ADR 2 (`docs/adr/0001-a.md:7`)";
    assert!(said.contains(told) && said.contains("--also"), "{said}");
    let said = refused(&directory, &["status", "1", "accepted"]);
    assert!(said.contains("ADR 1 is superseded, by ADR 2"), "{said}");
    assert!(said.contains("`docs/adr/0001-a.md:7` says so"), "{said}");
    refused(&directory, &["supersede", "2", "--by", "1"]);
    done(&directory, &["status", "2", "rejected"]);
    let said = refused(&directory, &["supersede", "3", "--by", "2"]);
    let told = "ADR 2 is rejected (`docs/adr/0002-b.md:7`) and takes no other record's place";
    assert!(said.contains(told), "{said}");
    done(&directory, &["status", "2", "accepted"]);
    refused(&directory, &["supersede", "2", "--by", "2"]);
    done(&directory, &["supersede", "1", "--by", "3", "--also"]);
    let both = "Superseded by [2. Title 2](0002-b.md), [3. Title 3](0003-c.md)";
    assert_eq!(read(&directory, "0001-a.md"), nygard(1, both));
    let ran = run(directory.path(), &["check", "-D", "warnings"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
}

#[test]
fn what_cannot_be_read_back_is_left_to_the_author() {
    let wrapped = format!("# 1. A\n\n* Status: Accepted *by* vote\n\n{SECTIONS}");
    let directory = repository(&[("0001-a.md", &wrapped), ("0002-b.md", &nygard(2, "Accepted"))]);
    let said = refused(&directory, &["supersede", "1", "--by", "2"]);
    let line = "write there yourself: Superseded by [2. Title 2](0002-b.md); nothing was changed";
    assert!(said.contains("`docs/adr/0001-a.md:3`") && said.contains(line), "{said}");
}

#[test]
fn relations_are_told_as_the_directory_tells_them() {
    let directory = three();
    done(&directory, &["link", "3", "amends", "1"]);
    let amended = |by: &str| nygard(1, &format!("Accepted\n\nAmended by {by}"));
    assert_eq!(read(&directory, "0001-a.md"), amended("[3. Title 3](0003-c.md)"));
    let amends = nygard(3, "Accepted\n\nAmends [1. Title 1](0001-a.md)");
    assert_eq!(read(&directory, "0003-c.md"), amends);
    assert_eq!(done(&directory, &["link", "1", "amended-by", "3"]), "");
    done(&directory, &["link", "1", "amended-by", "2"]);
    let both = "[3. Title 3](0003-c.md), [2. Title 2](0002-b.md)";
    assert_eq!(read(&directory, "0001-a.md"), amended(both));
    refused(&directory, &["link", "1", "amends", "1"]);
    refused(&directory, &["link", "1", "amends", "9"]);
    let ran = run(directory.path(), &["adr", "link", "1", "likes", "2"]);
    assert_eq!(ran.code, Some(2));

    let one_sided = nygard(2, "Accepted\n\nExtends [1. Title 1](0001-a.md)");
    let texts = [nygard(1, "Accepted"), nygard(3, "Accepted")];
    let files = [("0001-a.md", &*texts[0]), ("0002-b.md", &one_sided), ("0003-c.md", &texts[1])];
    let directory = repository(&files);
    done(&directory, &["link", "3", "extends", "1"]);
    assert_eq!(read(&directory, "0001-a.md"), texts[0], "no record says so here");
}

#[test]
fn records_of_one_number_are_told_apart_by_path() {
    let text = nygard(1, "Accepted");
    let directory = repository(&[("0001-a.md", &text), ("0001-b.md", &text)]);
    let said = refused(&directory, &["status", "1", "rejected"]);
    assert!(said.contains("`docs/adr/0001-a.md` and `docs/adr/0001-b.md`"), "{said}");
    done(&directory, &["status", "docs/adr/0001-b.md", "rejected"]);
    assert_eq!(read(&directory, "0001-b.md"), nygard(1, "Rejected"));
    assert_eq!(read(&directory, "0001-a.md"), text);
}

#[test]
fn the_directory_is_the_one_that_is_configured() {
    let around = tempfile::tempdir().unwrap();
    let root = around.path().join("repository");
    for at in [".git", "log/book", "deep/er", "docs/adr", "../elsewhere"] {
        fs::create_dir_all(root.join(at)).unwrap();
    }
    let text = nygard(1, "Accepted");
    fs::write(root.join("log/book/0001-a.md"), &text).unwrap();
    let shown = |from: &str| {
        let ran = run(&root.join(from), &["adr", "show", "1", "--path"]);
        (ran.code, ran.stdout)
    };
    assert_eq!(shown("deep/er").0, Some(2));
    fs::write(root.join(".adr-dir"), "log/book\n").unwrap();
    assert_eq!(shown("deep/er"), (Some(0), "../../log/book/0001-a.md\n".to_owned()));
    fs::remove_file(root.join(".adr-dir")).unwrap();
    fs::write(root.join("archdoc.toml"), "[adr]\npaths = [\"log/book\"]\n").unwrap();
    assert_eq!(shown(""), (Some(0), "log/book/0001-a.md\n".to_owned()));
    assert_eq!(run(&root, &["adr", "show", "1"]).stdout, text);
    let listed = run(&root, &["adr", "list"]).stdout;
    assert!(listed.contains("log/book/0001-a.md"), "{listed}");
    fs::write(root.join("archdoc.toml"), "[adr]\npaths = [\"../elsewhere\"]\n").unwrap();
    assert_eq!(shown("").0, Some(2), "it lies outside of the repository");
}

#[cfg(unix)]
#[test]
fn the_editor_is_split_as_a_shell_splits_it_and_no_more() {
    let directory = three();
    let edit = |variables: &[(&str, &str)]| -> Ran {
        let mut command = archdoc(directory.path(), &["adr", "edit", "2"]);
        command.env_remove("VISUAL").env_remove("EDITOR");
        command.envs(variables.iter().copied());
        command.output().unwrap().into()
    };
    let ran = edit(&[("EDITOR", "printf '%s|' 'a b' $(date) '; rm x'"), ("VISUAL", " ")]);
    assert_eq!(ran.stdout, "a b|$(date)|; rm x|./docs/adr/0002-b.md|");
    assert_eq!(edit(&[("EDITOR", "false"), ("VISUAL", "true")]).code, Some(0));
    for (variables, told) in [
        (&[][..], "neither VISUAL nor EDITOR names an editor"),
        (&[("EDITOR", "false")], "the editor `false` ended with"),
        (&[("EDITOR", "'open")], "is no command"),
        (&[("EDITOR", "no-such-editor-here")], "cannot be started"),
    ] {
        let ran = edit(variables);
        assert!(ran.code == Some(2) && ran.stderr.contains(told), "{variables:?}: {}", ran.stderr);
    }
}

/// The styles of a record: where its status stands.
fn styled(number: u64, style: usize) -> String {
    let title = format!("Title {number}");
    match style {
        0 => nygard(number, "Accepted"),
        1 => format!(
            "---\nstatus: accepted # one of three\ndate: 2026-01-05\n---\n\n# {title}\n\n{SECTIONS}"
        ),
        2 => format!(
            "# {title}\n\n* Status: accepted\n* Date: 2026-01-05\n\n{SECTIONS}\n## Links\n\n* A page\n"
        ),
        3 => format!(
            "# {title}\n\n| Status | ✅ Accepted |\n|---|---|\n| Date | 2026-01-05 |\n\n{SECTIONS}"
        ),
        4 => nygard(number, "- 2026-01-05: proposed\n- 2026-02-05: accepted"),
        5 => nygard(number, "Accepted by the board;\nthe night shift was against it.")
            .replace('\n', "\r\n"),
        6 => format!(
            "# Titre {number}\n\n* Statut : accepté\n* Date : 2026-01-05\n* Décideurs : Ann\n\n## Contexte\n\n\
             Lent.\n\n## Décision\n\nUn journal.\n\n## Conséquences\n\nPlus.\n"
        )
        .replace('\n', "\r\n"),
        7 => format!(
            "# ADR-{number}: {title}\n\n| Status | Date | Deciders |\n|---|---|---|\n| Accepted | 2026-01-05 | Ann |\n\n\
             {SECTIONS}"
        ),
        8 => format!(
            "# {number}. 題 {number}\n\n- ステータス: 承認済み\n- 日付: 2026-01-05\n\n## コンテキスト\n\n遅い。\n\n\
             ## 決定\n\nログ。\n\n## 結果\n\n増える。\n"
        ),
        9 => format!(
            "# {number}. {title}\n\n**Status:** Accepted  \n**Date:** 2026-01-05  \n**Deciders:** Ann\n\n{SECTIONS}"
        ),
        10 => format!(
            "---\nestado: \"aceptada\"\nfecha: 2026-01-05\n---\n\n# {title}\n\n## Contexto\n\nLento.\n\n\
             ## Decisión\n\nUn registro.\n\n## Consecuencias\n\nMás.\n"
        )
        .replace('\n', "\r\n"),
        _ => format!(
            "# {number}. {title}\n\nDatum: 05.01.2026\n\n## Status\n\nAkzeptiert\n\n## Kontext\n\nEs ist langsam.\n\n\
             ## Entscheidung\n\nEin Log.\n\n## Konsequenzen\n\nMehr.\n\n## Änderungen\n\n- 05.01.2026: begonnen\n"
        ),
    }
}

/// Findings by rule; what is still to be written in a new record is not at issue.
fn findings(directory: &Path) -> Vec<String> {
    let ran = run(directory, &["check", "--format", "short"]);
    let lines = ran.stdout.lines().filter(|line| !line.contains("[adr-untouched-section]"));
    lines.map(str::to_owned).collect()
}

/// A command with an editor.
fn edited_by(directory: &Path, editor: &str, arguments: &[&str]) -> Ran {
    let mut command = archdoc(directory, arguments);
    command.env("EDITOR", editor).env_remove("VISUAL");
    command.output().unwrap().into()
}

fn any_command() -> impl Strategy<Value = Vec<String>> {
    let number = || (1..5_u64).prop_map(|number| number.to_string());
    let status = proptest::sample::select(vec!["accepted", "rejected", "deprecated", "on hold"]);
    let relation =
        proptest::sample::select(vec!["amends", "extended-by", "relates-to", "depends-on"]);
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
    prop_oneof![
        (number(), status).prop_map(move |(n, status)| words(&["status", &n, status])),
        (number(), number(), any::<bool>()).prop_map(move |(n, m, also)| {
            let also = if also { &["--also"][..] } else { &[] };
            words(&[&["supersede", &n, "--by", &m], also].concat())
        }),
        (number(), relation, number()).prop_map(move |(n, kind, m)| words(&["link", &n, kind, &m])),
        number().prop_map(move |n| words(&["new", "Another", "--force", "--supersedes", &n])),
        proptest::sample::select(vec!["nygard", "madr", "madr-minimal"])
            .prop_map(move |style| words(&["new", "One", "more", "--force", "--template", style])),
        Just(words(&["new", "The", "next", "--force"])),
        Just(words(&["init"])),
        number().prop_map(move |n| words(&["edit", &n])),
        number().prop_map(move |n| words(&["show", &n])),
    ]
}

/// Runs commands one after the other. Each is refused and changes nothing, or every line that was there still is, or
/// was shown as one that goes; and what `check` finds at the end it found before.
fn nothing_is_lost(directory: &TempDir, commands: &[Vec<String>]) -> Result<(), TestCaseError> {
    let before = findings(directory.path());
    for command in commands {
        let command: Vec<&str> = command.iter().map(String::as_str).collect();
        // Of the records that were there, and of those that were written since.
        let untouched = texts(directory.path());
        let ran = edited_by(directory.path(), "true", &[&["adr"], &*command].concat());
        if ran.code != Some(0) {
            prop_assert_eq!(ran.code, Some(2));
            prop_assert_eq!(texts(directory.path()), untouched);
            continue;
        }
        for (file, old) in &untouched {
            let new = fs::read_to_string(file).unwrap();
            for line in old.lines() {
                let there = new.lines().any(|other| other == line);
                let told = ran.stdout.lines().any(|other| other.strip_prefix('-') == Some(line));
                prop_assert!(there || told, "{line:?} of {file:?} after {command:?}:\n{new}");
            }
            prop_assert_eq!(old.contains("\r\n"), new.contains("\r\n"));
            prop_assert!(!old.contains("\r\n") || !new.replace("\r\n", "").contains('\n'));
        }
    }
    for finding in findings(directory.path()) {
        prop_assert!(before.contains(&finding), "{finding}\nafter {commands:?}");
    }
    Ok(())
}

/// A record as a section of a log.
fn logged(number: u64, style: usize) -> String {
    let status = match style {
        0 => "Status: Accepted\nDate: 2026-01-05\n",
        1 => "* Status: accepted\n* Date: 2026-01-05\n",
        2 => "| Status | Accepted |\n|---|---|\n| Date | 2026-01-05 |\n",
        _ => "Date: 2026-01-05\n\n### Status\n\nAccepted by the board.\n",
    };
    format!("## ADR-{number:03}: Title {number}\n\n{status}\n{}", SECTIONS.replace("## ", "### "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_lost_unseen_and_no_fault_is_made(
        styles in proptest::collection::vec(0..12_usize, 3),
        commands in proptest::collection::vec(any_command(), 1..6),
    ) {
        let records: Vec<(String, String)> = styles.iter().zip(1..).map(|(style, number)| {
            (format!("{number:04}-title-{number}.md"), styled(number, *style))
        }).collect();
        let files: Vec<(&str, &str)> =
            records.iter().map(|(name, text)| (&**name, &**text)).collect();
        nothing_is_lost(&repository(&files), &commands)?;
    }

    #[test]
    fn nor_is_any_in_a_log(
        styles in proptest::collection::vec(0..4_usize, 3),
        windows in any::<bool>(),
        commands in proptest::collection::vec(any_command(), 1..6),
    ) {
        let records = styles.iter().zip(1..).map(|(style, number)| logged(number, *style));
        let log = format!("# Log\n\n{}\n---\n\nThe end.\n", records.collect::<Vec<_>>().join("\n"));
        let log = if windows { log.replace('\n', "\r\n") } else { log };
        nothing_is_lost(&repository(&[("log.md", &log)]), &commands)?;
    }
}

/// A directory with three accepted records in English.
fn three_of(status: &str) -> TempDir {
    let top = tempfile::tempdir().unwrap();
    let records = top.path().join("docs/adr");
    fs::create_dir_all(&records).unwrap();
    fs::create_dir(top.path().join(".git")).unwrap();
    for number in 1..4 {
        let status = if number == 3 { "Proposed" } else { status };
        let text = format!(
            "# {number}. Use tool {number}\n\nDate: 2026-03-0{number}\n\n## Status\n\n{status}\n\n\
             ## Context\n\nIt is slow.\n\n## Decision\n\nA tool.\n\n## Consequences\n\nOne more.\n"
        );
        fs::write(records.join(format!("000{number}-tool.md")), text).unwrap();
    }
    top
}

#[test]
fn a_status_is_written_in_the_language_of_the_directory() {
    for word in ["Akzeptiert", "accepté", "accepted"] {
        for others in ["Accepted", "Proposed"] {
            let top = three_of(others);
            let ran = run(top.path(), &["adr", "status", "3", word]);
            assert_eq!(ran.code, Some(0), "{}", ran.stderr);
            assert!(ran.stdout.contains("\n+Accepted\n"), "{word}, {others}: {}", ran.stdout);
        }
    }
    // A word that the directory has itself stays.
    let top = three_of("Akzeptiert");
    let ran = run(top.path(), &["adr", "status", "3", "akzeptiert"]);
    assert!(ran.stdout.contains("\n+Akzeptiert\n"), "{}", ran.stdout);
}

#[test]
fn a_template_that_cannot_be_read_is_told() {
    let top = three_of("Accepted");
    let template = top.path().join("docs/adr/template.md");
    fs::write(&template, b"# Title\n\n## Stat\xff\n").unwrap();
    let ran = run(top.path(), &["adr", "new", "Use", "a", "queue"]);
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
    let told = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("`docs/adr/template.md` is not UTF-8; mend it, or choose"), "{told}");
    assert!(!top.path().join("docs/adr/0004-use-a-queue.md").exists());
    let ran = run(top.path(), &["adr", "new", "Use", "a", "queue", "--template", "nygard"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
}

/// A process whose files may not grow meets what one meets on a full disk: the system takes no more.
#[test]
#[cfg(unix)]
fn what_cannot_be_written_leaves_the_old_file_and_nothing_else() {
    let top = three_of("Accepted");
    let record = top.path().join("docs/adr/0003-tool.md");
    let before = fs::read_to_string(&record).unwrap();
    let names = || fs::read_dir(record.parent().unwrap()).unwrap().count();
    let files = names();
    for command in ["adr status 3 accepted", "adr new Use a queue"] {
        let limited = format!("trap '' XFSZ; ulimit -f 0; exec \"$0\" {command}");
        let ran = std::process::Command::new("sh")
            .args(["-c", &limited, env!("CARGO_BIN_EXE_mdbook-archdoc")])
            .current_dir(top.path())
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&ran.stderr);
        assert_eq!(ran.status.code(), Some(2), "{told}");
        assert!(told.contains("was not written, and nothing else was changed"), "{told}");
        assert_eq!((fs::read_to_string(&record).unwrap(), names()), (before.clone(), files));
    }
}

const LOG: &str = "# Decisions\n\n## ADR-001: One log\n\nStatus: Accepted\nDate: 2026-01-05\n\n\
    ### Context\n\nScans.\n\n### Decision\n\nOne.\n\n## ADR-002: A queue\n\nStatus: Proposed\n\
    Date: 2026-02-05\n\n### Context\n\nLoad.\n\n### Decision\n\nA queue.\n\n## Notes\n\nStatus: fine\n";

#[test]
fn a_record_that_is_a_section_is_found_shown_and_changed_there_alone() {
    for (file, others) in [("docs/decisions.md", None), ("docs/adr/log.md", Some("docs/adr"))] {
        let top = tempfile::tempdir().unwrap();
        fs::create_dir(top.path().join(".git")).unwrap();
        fs::create_dir_all(top.path().join(others.unwrap_or("docs"))).unwrap();
        let write = |text: &str| fs::write(top.path().join(file), text).unwrap();
        let text = || fs::read_to_string(top.path().join(file)).unwrap();
        write(LOG);
        let (from, to) = (LOG.find("## ADR-002").unwrap(), LOG.find("\n## Notes").unwrap());
        assert_eq!(done(&top, &["show", "2"]), LOG[from..to]);
        assert_eq!(done(&top, &["show", "2", "--path"]), format!("{file}\n"));
        assert_eq!(done(&top, &["show", &format!("{file}#adr-002-a-queue")]), LOG[from..to]);

        done(&top, &["status", "2", "accepted"]);
        assert_eq!(text(), LOG.replace("Proposed", "Accepted"));
        let accepted = text();
        let diff = done(&top, &["supersede", "1", "--by", "2"]);
        assert_eq!(diff.matches(&format!("+++ b/{file}\n")).count(), 1, "{diff}");
        let new = accepted.replacen(
            "Status: Accepted",
            "Status: Superseded by [ADR-002: A queue](#adr-002-a-queue)",
            1,
        );
        let new = new.replacen(
            "Status: Accepted\n",
            "Status: Accepted\nSupersedes: [ADR-001: One log](#adr-001-one-log)\n",
            1,
        );
        assert_eq!(text(), new);
        let said = refused(&top, &["status", "1", "accepted"]);
        assert!(said.contains(&format!("`{file}:5` says so")), "{said}");

        // A file is no single record, and a number that is nowhere is told with the places that were looked at.
        let said = refused(&top, &["status", file, "accepted"]);
        let one = format!("`{file}` holds 2 records; name one by its number, or as `adr list`");
        assert!(said.contains(&one), "{said}");
        let said = refused(&top, &["show", "9"]);
        assert!(
            said.contains(&format!("there is no record 9 in `{}`", others.unwrap_or(file))),
            "{said}"
        );
        let said = refused(&top, &["new", "A stream"]);
        assert!(said.contains(&format!("are sections of `{file}`; write ADR 3 below")), "{said}");
        let ran = run(top.path(), &["check", "--format", "short"]);
        let other = |line: &&str| !line.contains("[adr-missing-section]");
        assert_eq!(ran.stdout.lines().find(other), None, "{}", ran.stdout);

        // What only its author can change is told with its line.
        write(&LOG.replace("Status: Accepted", "Status: Accepted *by* vote"));
        let said = refused(&top, &["supersede", "1", "--by", "2"]);
        assert!(said.contains(&format!("no change of `{file}:5` reads back")), "{said}");
    }
}

#[test]
fn a_number_that_two_directories_have_is_told_with_both_unless_one_is_chosen() {
    let top = three();
    fs::create_dir_all(top.path().join("tool/docs/adr")).unwrap();
    fs::write(top.path().join("tool/docs/adr/0002-z.md"), nygard(2, "Proposed")).unwrap();
    let said = refused(&top, &["status", "2", "rejected"]);
    assert!(said.contains("`docs/adr/0002-b.md` and `tool/docs/adr/0002-z.md`"), "{said}");
    done(&top, &["status", "2", "rejected", "--dir", "tool/docs/adr"]);
    done(&top, &["status", "docs/adr/0002-b.md", "deprecated"]);
    let ran = run(&top.path().join("tool/docs/adr"), &["adr", "status", "2", "accepted"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(read(&top, "0002-b.md"), nygard(2, "Deprecated"));
}
