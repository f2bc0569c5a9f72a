//! The guide's tables of what counts as what are true: each row is given to the program.
//!
//! `ARCHDOC_BLESS=1 cargo test how_it_reads` writes the last column.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::harness::files::write;
use crate::harness::program::run;

/// What a reader answers to an example.
type Reader = fn(&Path, &str) -> String;

const TABLES: [(&str, Reader); 7] = [
    ("Status", status),
    ("Date", date),
    ("Number and title", number_and_title),
    ("Relations", relations),
    ("Headings", heading),
    ("The text of a section", state),
    ("Entries of a change log", entries),
];

/// What a command prints as JSON.
fn json(root: &Path, arguments: &[&str]) -> Value {
    let ran = run(root, &[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&ran.stdout).unwrap_or_else(|_| panic!("{arguments:?}: {}", ran.stderr))
}

/// Values that are stated, one after the other.
fn joined<'v>(values: impl IntoIterator<Item = &'v Value>) -> String {
    let stated: Vec<&str> = values.into_iter().filter_map(Value::as_str).collect();
    if stated.is_empty() { "—".to_owned() } else { stated.join(" · ") }
}

/// The record in a file among records.
fn record(root: &Path, name: &str, text: &str) -> Value {
    let text = format!("{text}\n\n## Context\n\nScans.\n\n## Decision\n\nOne log.\n");
    let path = format!("docs/adr/{name}");
    write(root, &path, &text);
    let records = json(root, &["adr", "list"]);
    records.as_array().unwrap().iter().find(|record| record["path"] == path).unwrap().clone()
}

fn status(root: &Path, example: &str) -> String {
    let record = record(root, "0007-use-x.md", &format!("# 7. Use X\n\n{example}"));
    joined([&record["status"]])
}

fn date(root: &Path, example: &str) -> String {
    let record = record(root, "0007-use-x.md", &format!("# 7. Use X\n\n{example}"));
    joined([&record["date"]])
}

fn number_and_title(root: &Path, example: &str) -> String {
    let (name, heading) = example.split_once(": ").unwrap();
    let record = record(root, name, &format!("{heading}\n\n## Status\n\nAccepted"));
    joined([&record["id"], &record["title"]])
}

fn relations(root: &Path, example: &str) -> String {
    for (name, title) in
        [("0003-use-a-queue.md", "3. Use a queue"), ("0012-use-a-log.md", "12. Use a log")]
    {
        record(root, name, &format!("# {title}\n\n## Status\n\nAccepted"));
    }
    let text = format!("# 7. Use X\n\n## Status\n\nAccepted\n\n{example}");
    let record = record(root, "0007-use-x.md", &text);
    let relations = record.as_object().unwrap().iter().filter(|(_, value)| value.is_array());
    let told = relations.flat_map(|(kind, others)| {
        let others = others.as_array().unwrap().iter();
        others.map(move |other| Value::from(format!("{kind} {}", other.as_str().unwrap())))
    });
    joined(&told.collect::<Vec<_>>())
}

fn bound(root: &Path, template: &str, text: &str) -> Vec<Value> {
    let text = format!("<!-- archdoc: template=\"{template}\" -->\n# Parcel Tracker\n\n{text}\n");
    write(root, "architecture.md", &text);
    json(root, &["coverage"])[0]["sections"].as_array().unwrap().clone()
}

fn heading(root: &Path, example: &str) -> String {
    let sections = bound(root, "arc42", &format!("{example}\n\nParcels are scanned at each door."));
    let served: Vec<&Value> = sections.iter().filter(|one| one["line"] == 4).collect();
    joined(served.into_iter().map(|one| &one["id"]))
}

fn state(root: &Path, example: &str) -> String {
    let sections = bound(root, "standard", &format!("## Overview\n\n{example}"));
    let overview = sections.iter().find(|one| one["line"] == 4).unwrap();
    joined([&overview["state"]])
}

fn entries(root: &Path, example: &str) -> String {
    write(root, "a.md", &format!("{example}\n"));
    let logs = json(root, &["changelog", "list", "a.md"]);
    let entry = &logs[0]["entries"][0];
    joined(["date", "version", "author", "changes"].map(|key| &entry[key]))
}

/// The example of a row, as a text.
fn example(row: &str) -> Option<String> {
    let (code, _) = row.strip_prefix("| `")?.split_once("` | ")?;
    Some(code.replace('⏎', "\n").replace("\\|", "|"))
}

#[test]
fn every_row_of_the_page_is_what_the_program_reads() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/src/how-it-reads.md");
    let page = fs::read_to_string(&file).unwrap();
    let (mut reader, mut asked, mut read) = (None, 0, String::new());
    for line in page.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            let table = TABLES.into_iter().find(|(name, _)| *name == heading);
            reader = Some(table.unwrap_or_else(|| panic!("nobody reads {heading:?}")).1);
        }
        let row = (reader, line.find("` | "), example(line));
        if let (Some(reader), Some(end), Some(example)) = row {
            let root = tempfile::tempdir().unwrap();
            fs::create_dir(root.path().join(".git")).unwrap();
            let answer = reader(root.path(), &example);
            read = read + &line[..end + 3] + " " + &answer + " |\n";
            asked += 1;
        } else {
            assert!(!line.starts_with("| `"), "nobody reads the row {line}");
            read = read + line + "\n";
        }
    }
    assert!(asked > 60, "{asked} rows");
    if std::env::var_os("ARCHDOC_BLESS").is_some_and(|value| value == "1") {
        fs::write(file, read).unwrap();
        return;
    }
    assert!(page == read, "ARCHDOC_BLESS=1 cargo test how_it_reads writes what is read:\n{read}");
}
