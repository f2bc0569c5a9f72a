//! What commands write into front matter is read as it was meant, by strict readers too.

use std::fs;

use tempfile::TempDir;

use crate::adr_life::{done, nygard, refused};
use crate::team_form::records;
use crate::workbench::text;

/// Three records with this front matter, and `fourth` for a fourth.
fn fronted(front: impl Fn(u64) -> String, fourth: Option<&str>) -> TempDir {
    let body = "## Context\n\nA.\n\n## Decision\n\nB.\n";
    let record = |number: u64| format!("{}\n# Title {number}\n\n{body}", front(number));
    let mut files =
        vec![("0001-a.md", record(1)), ("0002-b.md", record(2)), ("0003-c.md", record(3))];
    let fourth = fourth.map(|front| format!("{front}\n# Title 4\n\n{body}"));
    files.extend(fourth.map(|text| ("0004-d.md", text)));
    records(&files)
}

/// The front matter of a record of TOML, whose values a strict reader reads.
fn toml(directory: &TempDir, name: &str) -> (String, toml_edit::DocumentMut) {
    let text = text(directory, &format!("docs/adr/{name}"));
    let front = text.split("+++\n").nth(1).unwrap_or_default().to_owned();
    let read = front.parse().unwrap_or_else(|error| panic!("{error}: {front}"));
    (front, read)
}

#[test]
fn front_matter_in_toml_stays_toml() {
    let record = |number: u64| {
        format!(
            "+++\ntitle = \"Title {number}\"\nstatus = \"accepted\" # one of three\ndate = 2026-01-0{number}\nowner = \"Ann\"\n\
             supersedes = \"\"\n+++\n\n## Context\n\nA.\n\n## Decision\n\nB.\n"
        )
    };
    let directory =
        records(&[("0001-a.md", record(1)), ("0002-b.md", record(2)), ("0003-c.md", record(3))]);
    done(&directory, &["status", "2", "deprecated"]);
    let old = text(&directory, "docs/adr/0002-b.md");
    assert!(old.contains("\nstatus = \"deprecated\" # one of three\n"), "{old}");
    let asked = ["new", "Use a \"log\"", "--date", "2026-02-03", "--supersedes", "1"];
    done(&directory, &asked);
    let new = text(&directory, "docs/adr/0004-use-a-log.md");
    let head = "+++\ntitle = \"Use a \\\"log\\\"\"\nstatus = \"accepted\" # one of three\ndate = 2026-02-03\nowner = \"\"\n\
                supersedes = \"ADR-0001\"\n+++\n\n## Context\n";
    assert!(new.starts_with(head), "{new}");
    let old = text(&directory, "docs/adr/0001-a.md");
    assert!(old.contains("\nstatus = \"superseded by [ADR-0004](0004-use-a-log.md)\" #"), "{old}");
}

#[test]
fn a_new_key_of_toml_stands_above_the_tables() {
    let table = "\n[taxonomies]\ntags = [\"a\"]\n+++\n";
    let front = |_| format!("+++\nstatus = \"accepted\"\nsuperseded-by = \"\"\n{table}");
    let without = format!("+++\nstatus = \"accepted\"\n{table}");
    let directory = fronted(front, Some(&without));
    done(&directory, &["supersede", "4", "--by", "1"]);
    let (front, read) = toml(&directory, "0004-d.md");
    assert_eq!(read["superseded-by"].as_str(), Some("ADR-0001"), "{front}");
    assert_eq!(read["taxonomies"].as_table().unwrap().len(), 1, "{front}");
}

#[test]
fn a_record_without_a_status_gets_the_key_of_the_others() {
    let table = "\n[extra]\nweight = 3\n+++\n";
    let directory = fronted(
        |number| format!("+++\nstatus = \"accepted\"\ndate = 2026-01-0{number}\n{table}"),
        Some(&format!("+++\ndate = 2026-01-04\n{table}")),
    );
    done(&directory, &["status", "4", "accepted"]);
    let (front, read) = toml(&directory, "0004-d.md");
    assert_eq!(read["status"].as_str(), Some("accepted"), "{front}");
    assert!(!text(&directory, "docs/adr/0004-d.md").contains("## Status"));
    let quoted = |number| format!("---\nstatus: \"accepted\"\ndate: 2026-01-0{number}\n---\n");
    let directory = fronted(quoted, Some("---\ndate: 2026-01-04\n---\n"));
    done(&directory, &["status", "4", "accepted"]);
    let new = text(&directory, "docs/adr/0004-d.md");
    assert!(new.starts_with("---\ndate: 2026-01-04\nstatus: \"accepted\"\n---\n"), "{new}");
}

#[test]
fn a_status_in_a_table_is_left_to_the_author_of_a_record_without_one() {
    let directory = fronted(
        |number| format!("+++\ndate = 2026-01-0{number}\n[extra]\nstatus = \"accepted\"\n+++\n"),
        Some("+++\ndate = 2026-01-04\n+++\n"),
    );
    let old = text(&directory, "docs/adr/0004-d.md");
    refused(&directory, &["status", "4", "accepted"]);
    assert_eq!(text(&directory, "docs/adr/0004-d.md"), old);
    done(&directory, &["new", "Use a log", "--date", "2026-02-03"]);
    let (front, read) = toml(&directory, "0005-use-a-log.md");
    assert_eq!(read["extra"]["status"].as_str(), Some("proposed"), "{front}");
    assert!(!read.contains_key("status"), "{front}");
}

#[test]
fn values_of_toml_keep_their_types() {
    let front = |number: u64| {
        let older = if number == 3 { "[\n  \"ADR-0002\",\n]" } else { "[]" };
        format!("+++\nid = {number}\nstatus = \"accepted\"\nsupersedes = {older}\n+++\n")
    };
    let directory = fronted(front, None);
    done(&directory, &["new", "Use a log", "--supersedes", "1"]);
    let (new, read) = toml(&directory, "0004-use-a-log.md");
    assert_eq!(read["id"].as_integer(), Some(4), "{new}");
    let first = |read: &toml_edit::DocumentMut, at: usize| {
        read["supersedes"].get(at).and_then(|value| value.as_str().map(str::to_owned))
    };
    assert_eq!(first(&read, 0).as_deref(), Some("ADR-0001"), "{new}");
    done(&directory, &["supersede", "1", "--by", "3", "--also"]);
    let (old, read) = toml(&directory, "0003-c.md");
    let both = [first(&read, 0), first(&read, 1)];
    assert_eq!(both.map(Option::unwrap_or_default), ["ADR-0002", "ADR-0001"], "{old}");
}

#[test]
fn a_built_in_form_is_yaml_whatever_the_teams_status_is() {
    let sign = |number| nygard(number, ":bulb: Proposed");
    for template in ["madr", "madr-minimal"] {
        let directory = records(&[("0001-a.md", sign(1)), ("0002-b.md", sign(2))]);
        done(&directory, &["new", "Use a log", "--template", template]);
        let new = text(&directory, "docs/adr/0003-use-a-log.md");
        assert!(new.contains("\nstatus: \":bulb: proposed\"\n"), "{new}");
        let listed = done(&directory, &["list"]);
        assert!(listed.lines().any(|line| line.starts_with("3 ") && line.contains("proposed")));
    }
}

#[test]
fn quotation_marks_of_a_template_stay() {
    let template = "---\nid: \"0000\"\nstatus: ':bulb: proposed'\n---\n\n# 0000. Title\n\n## Context\n\n## Decision\n";
    let directory = records(&[("0001-a.md", nygard(1, ":bulb: Proposed"))]);
    fs::write(directory.path().join("docs/adr/0000-template.md"), template).unwrap();
    done(&directory, &["new", "Use a log"]);
    let new = text(&directory, "docs/adr/0002-use-a-log.md");
    assert!(new.starts_with("---\nid: \"0002\"\nstatus: ':bulb: proposed'\n---\n"), "{new}");
}

#[test]
fn a_template_that_begins_with_a_part_keeps_it_and_names_are_the_files() {
    let body = "\n# Context\n\nA.\n\n# Decision\n\nB.\n";
    let record = |name: &str| {
        let keys = "status: accepted\ndate: 2026-01-01\nsupersedes: -\nsuperseded-by: -";
        format!("---\nid: {name}\ntitle: {name}\n{keys}\n---\n{body}")
    };
    let open = "---\nid: YYYY-MM-DD-<short-name>\ntitle: <short title>\nstatus: <proposed | accepted>\ndate: YYYY-MM-DD\n\
                supersedes: <id of the old one | ->\nsuperseded-by: <id of the next | ->\n---\n";
    let names = ["2026-01-01-use-a", "2026-02-01-use-b", "2026-03-01-use-c"];
    let files = names.map(|name| (format!("{name}.md"), record(name)));
    let mut files: Vec<(&str, String)> =
        files.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    files.push(("_template.md", format!("{open}{body}")));
    let directory = records(&files);
    done(&directory, &["new", "Use a log", "--date", "2026-04-01", "--supersedes", names[0]]);
    let new = text(&directory, "docs/adr/2026-04-01-use-a-log.md");
    let head = "---\nid: 2026-04-01-use-a-log\ntitle: Use a log\nstatus: accepted\ndate: 2026-04-01\n\
                supersedes: 2026-01-01-use-a\nsuperseded-by:\n---\n\n# Context\n";
    assert!(new.starts_with(head), "{new}");
    let old = text(&directory, "docs/adr/2026-01-01-use-a.md");
    assert!(old.contains("\nsuperseded-by: 2026-04-01-use-a-log\n"), "{old}");
}
