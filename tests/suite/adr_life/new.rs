//! Records that are begun: where they go, and what they take over from those beside them.

use super::*;

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
