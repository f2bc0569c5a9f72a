//! Files that cannot be read or written, and records that are found in several places.

use super::*;

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
        assert!(said.contains(&format!("are sections of `{file}`; write ADR-003 below")), "{said}");
        let ran = run(top.path(), &["check", "--format", "short"]);
        let other = |line: &&str| !line.contains("[adr-missing-section]");
        assert_eq!(ran.stdout.lines().find(other), None, "{}", ran.stdout);

        // What only its author can change is told with its line.
        write(&LOG.replace("Status: Accepted", "Status: Accepted <b>by</b> vote"));
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

#[test]
fn records_of_two_directories_are_told_of_each_other() {
    let top = three_of("Accepted");
    let other = top.path().join("docs/rfcs/decisions");
    fs::create_dir_all(&other).unwrap();
    fs::write(other.join("0002-d.md"), nygard(2, "Accepted")).unwrap();
    fs::write(other.join("0007-e.md"), nygard(7, "Accepted")).unwrap();
    let path = "docs/rfcs/decisions/0002-d.md";
    done(&top, &["supersede", "docs/adr/0001-tool.md", "--by", path]);
    let old = read(&top, "0001-tool.md");
    assert!(old.contains("Superseded by [2. Title 2](../rfcs/decisions/0002-d.md)"), "{old}");
    let new = fs::read_to_string(top.path().join(path)).unwrap();
    assert!(new.contains("Supersedes [1. Use tool 1](../../adr/0001-tool.md)"), "{new}");
    // What is in no directory that is read stays unknown, and a number of both is that of the record's own directory.
    fs::create_dir(top.path().join("notes")).unwrap();
    fs::write(top.path().join("notes/plan.md"), "# Plan\n\nText.\n").unwrap();
    refused(&top, &["supersede", "docs/adr/0002-tool.md", "--by", "notes/plan.md"]);
    done(&top, &["supersede", "docs/adr/0002-tool.md", "--by", "3"]);
    assert!(read(&top, "0002-tool.md").contains("Superseded by [3. Use tool 3](0003-tool.md)"));
    // One that only the other directory has may be a slip.
    let (here, there) = (read(&top, "0003-tool.md"), other.join("0007-e.md"));
    for asked in [&["supersede", "3", "--by", "7"][..], &["link", "3", "amends", "7"]] {
        let said = refused(&top, asked);
        assert!(said.contains('7'), "{said}");
        assert_eq!(read(&top, "0003-tool.md"), here);
        assert_eq!(fs::read_to_string(&there).unwrap(), nygard(7, "Accepted"));
    }
}
