//! Marks around a status and behind it.

use super::*;

#[test]
fn marks_around_a_status_are_closed_in_a_new_record() {
    let directory = headed(|day| format!("* Status: **accepted** \n* Date: 2026-01-0{day}"));
    done(&directory, &["new", "Use a log", "--date", "2026-02-03"]);
    let new = text(&directory, "docs/adr/0004-use-a-log.md");
    assert!(new.contains("\n* Status: **proposed** \n* Date: 2026-02-03\n"), "{new}");
}

#[test]
fn a_line_in_italics_is_closed_in_other_records_and_in_what_they_are_asked_for() {
    let italic = |day| format!("_Status: Accepted_  \n_Date: 2026-01-0{day}_");
    let directory = headed(italic);
    let bare = "# Title 4\n\n## Context\n\nA.\n\n## Decision\n\nB.\n";
    fs::write(directory.path().join("docs/adr/0004-d.md"), bare).unwrap();
    let said = run(directory.path(), &["check"]).stderr;
    assert!(said.contains("`_Date: 2024-03-05_`") && said.contains("`_Status: ..._`"), "{said}");
    done(&directory, &["status", "4", "accepted"]);
    let old = text(&directory, "docs/adr/0004-d.md");
    assert!(old.starts_with("# Title 4\n\n_Status: Accepted_  \n\n## Context\n"), "{old}");
    done(&directory, &["new", "Use a log", "--date", "2026-02-03", "--supersedes", "1"]);
    let new = text(&directory, "docs/adr/0005-use-a-log.md");
    let by = "_Supersedes: [ADR-0001](0001-a.md)_";
    let head = format!("\n_Status: Accepted_  \n{by}  \n_Date: 2026-02-03_\n");
    assert!(new.contains(&head), "{new}");
    let old = text(&directory, "docs/adr/0001-a.md");
    let by = "_Status: Superseded by [ADR-0005](0005-use-a-log.md)_  \n_Date: 2026-01-01_\n";
    assert!(old.contains(by), "{old}");
}

#[test]
fn marks_that_end_before_the_line_does_are_in_no_line_of_another_record() {
    let directory = headed(|day| format!("**Status: accepted** by all\n\nDate: 2026-01-0{day}"));
    let bare = "# Title 4\n\n## Context\n\nA.\n\n## Decision\n\nB.\n";
    fs::write(directory.path().join("docs/adr/0004-d.md"), bare).unwrap();
    done(&directory, &["status", "4", "accepted"]);
    let old = text(&directory, "docs/adr/0004-d.md");
    assert!(old.contains("## Status\n\n") && !old.contains("**"), "{old}");
}

#[test]
fn what_stands_behind_a_status_on_its_line_is_kept_and_the_status_is_changed() {
    let line = |day| format!("**Status:** accepted · **Owner:** Ann · **Date:** 2026-01-0{day}");
    let directory = headed(line);
    done(&directory, &["status", "2", "deprecated"]);
    let old = text(&directory, "docs/adr/0002-b.md");
    assert!(
        old.contains("**Status:** deprecated · **Owner:** Ann · **Date:** 2026-01-02\n"),
        "{old}"
    );
    done(&directory, &["new", "Use a log", "--date", "2026-02-03", "--supersedes", "1"]);
    let old = text(&directory, "docs/adr/0001-a.md");
    let by = "superseded by [ADR-0004](0004-use-a-log.md)";
    assert!(old.contains(&format!("**Status:** {by} · **Owner:** Ann · **Date:**")), "{old}");
    let new = text(&directory, "docs/adr/0004-use-a-log.md");
    let head = "**Status:** accepted · **Owner:** · **Date:** 2026-02-03 · **Supersedes:** [";
    assert!(new.contains(head), "{new}");
}

#[test]
fn nothing_is_written_where_the_older_record_cannot_be_told() {
    let directory = headed(|_| "* Status: accepted | until May".to_owned());
    let said = refused(&directory, &["new", "Use a log", "--supersedes", "1"]);
    assert!(said.contains("0001-a.md:3") && said.contains("nothing was changed"), "{said}");
    assert!(!directory.path().join("docs/adr/0004-use-a-log.md").exists());
}

#[test]
fn a_ticked_box_is_left_to_the_author() {
    let boxes = "## Status\n\n- [ ] Proposed\n- [x] **Accepted**\n\n- **Date:** 2024-03-05\n";
    let record = format!("# 1. Use a queue\n\n{boxes}\n## Context\n\nA.\n\n## Decision\n\nB.\n");
    let directory = records(&[("0001-use-a-queue.md", record.clone())]);
    for asked in [&["status", "1", "deprecated"][..], &["new", "Use a log", "--supersedes", "1"]] {
        let said = refused(&directory, asked);
        assert!(said.contains("nothing was changed"), "{said}");
        assert_eq!(text(&directory, "docs/adr/0001-use-a-queue.md"), record);
    }
}
