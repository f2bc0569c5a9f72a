//! How well change logs of real documents are read: `tests/gold/changelog/README.md` tells what is
//! compared. Floors, not equality: a better reader needs no change here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use judge::level_settings::LevelSettings;
use judge::pipeline;
use judge::rule::Group;
use readers::analysis::Analysis;
use readers::book::{Book, Chapter};
use readers::changelog::{ChangeLogs, Entry};
use readers::settings::Settings;
use serde_json::Value;

use crate::harness::count::Count;

/// Least share of what must be found, and of what is reported that must be right.
const ENTRIES: f64 = 0.97;
const FIELDS: f64 = 0.97;
const FAULTS: f64 = 0.9;

#[test]
fn real_change_logs_are_read_as_people_read_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/changelog");
    let labels = fs::read_to_string(folder.join("labels.json")).unwrap();
    let labels: Value = serde_json::from_str(&labels).unwrap();
    let mut tally = Tally::default();
    for label in labels["documents"].as_array().unwrap() {
        compare(&folder.join("files"), label, &mut tally);
    }
    tally.print();
    let entries = &tally.counts["entries"];
    assert!(entries.precision() >= ENTRIES && entries.recall() >= ENTRIES);
    for field in ["date", "version", "author"] {
        assert!(tally.counts[field].recall() >= FIELDS, "{field}");
    }
    assert_eq!(tally.invented, Vec::<String>::new());
    let faults = &tally.counts["faults"];
    assert!(faults.precision() >= FAULTS && faults.recall() >= FAULTS);
}

#[derive(Default)]
struct Tally {
    counts: BTreeMap<String, Count>,
    invented: Vec<String>,
}

impl Tally {
    fn count(&mut self, name: &str) -> &mut Count {
        self.counts.entry(name.to_owned()).or_default()
    }

    fn print(&self) {
        println!(
            "{:<34}{:>7}{:>7}{:>7}{:>11}{:>8}",
            "", "wanted", "found", "right", "precision", "recall"
        );
        for (name, count) in &self.counts {
            let Count { wanted, found, right } = count;
            let (precision, recall) = (100.0 * count.precision(), 100.0 * count.recall());
            println!("{name:<34}{wanted:>7}{found:>7}{right:>7}{precision:>10.1}%{recall:>7.1}%");
        }
    }
}

fn compare(files: &Path, label: &Value, tally: &mut Tally) {
    let path = format!("{}/{}", text(&label["repo"]), text(&label["path"]));
    let content = fs::read_to_string(files.join(&path)).unwrap();
    let chapter = Chapter::new(&path, "", &path, content);
    let book = Book::new(PathBuf::new(), String::new(), vec![chapter]);
    let as_of = text(&label["snapshot_date"]).parse().unwrap();
    let settings = Settings { as_of: Some(as_of), ..Settings::default() };
    let mut analysis = Analysis::new(&book, &settings);
    let documents = book.chapters.iter().map(|chapter| &**chapter.document());
    analysis.change_logs = ChangeLogs::read(documents, &settings);
    analysis.change_logs.ask_for(|_| true);

    let source = book.chapters[0].source();
    let logs = analysis.change_logs.histories.iter().flat_map(|history| &history.logs);
    let read: BTreeMap<u64, &Entry> = logs
        .flat_map(|log| &log.entries)
        .map(|entry| (source.line(entry.span.start) as u64, entry))
        .collect();
    compare_entries(&path, label, &read, tally);
    let outcome = pipeline::judge(&analysis, &LevelSettings::default(), None);
    let findings = outcome.findings.iter();
    let found = findings
        .filter(|finding| finding.rule.group == Group::Changelog)
        .map(|f| (f.rule.to_string(), f.place.start().line as u64))
        .collect();
    compare_faults(label, found, tally);
}

fn compare_entries(path: &str, label: &Value, read: &BTreeMap<u64, &Entry>, tally: &mut Tally) {
    let labelled = label["entries"].as_array().unwrap();
    let wanted: BTreeMap<u64, &Value> =
        labelled.iter().map(|entry| (entry["line"].as_u64().unwrap(), entry)).collect();
    let is_optional = |line: &u64| wanted.get(line).is_some_and(|entry| entry["optional"] == true);
    for line in read.keys().filter(|line| !is_optional(line)) {
        tally.count("entries").found += 1;
        tally.count("entries").right += u32::from(wanted.contains_key(line));
    }
    for (line, entry) in wanted.iter().filter(|(line, _)| !is_optional(line)) {
        tally.count("entries").wanted += 1;
        let Some(own) = read.get(line) else { continue };
        let date = own.on().map(|date| date.to_string());
        let version = own.version.as_ref().map(|version| bare_version(&version.text));
        let author = own.author.as_ref().map(|author| words(&author.text));
        for (field, value) in [("date", date), ("version", version), ("author", author)] {
            let right = alternatives(entry, field);
            if value.is_some() && right == [None] {
                tally.invented.push(format!("{path}:{line} {field} {value:?}"));
            }
            let count = tally.count(field);
            count.wanted += 1;
            count.found += 1;
            count.right += u32::from(right.contains(&value));
        }
    }
}

/// The readings of a field that are right.
fn alternatives(entry: &Value, field: &str) -> Vec<Option<String>> {
    let more = entry[format!("{field}_alternatives")].as_array().cloned().unwrap_or_default();
    let all = std::iter::once(entry[field].clone()).chain(more);
    let comparable = |text: &str| match field {
        "version" => bare_version(text),
        "author" => words(text),
        _ => text.to_owned(),
    };
    all.map(|value| value.as_str().map(comparable)).collect()
}

fn bare_version(text: &str) -> String {
    text.to_lowercase().trim_matches(['[', ']']).trim_start_matches('v').to_owned()
}

/// The names, whatever stands between them.
fn words(text: &str) -> String {
    let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.')));
    let words: BTreeSet<String> = words.filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    words.into_iter().filter(|word| word != "and").collect::<Vec<_>>().join(" ")
}

fn compare_faults(label: &Value, found: BTreeSet<(String, u64)>, tally: &mut Tally) {
    let faults = |key: &str| {
        let faults = label[key].as_array().cloned().unwrap_or_default();
        let named = |fault: &Value| (rule(text(&fault["kind"])), fault["line"].as_u64().unwrap());
        faults.iter().map(|fault| (named(fault), fault.clone())).collect::<BTreeMap<_, _>>()
    };
    let tolerated = faults("tolerated");
    let wanted = faults("faults");
    let mut left = found;
    for ((rule, line), fault) in wanted.iter().filter(|(key, _)| !tolerated.contains_key(key)) {
        let also = fault["also"].as_array().cloned().unwrap_or_default();
        let lines = std::iter::once(*line).chain(also.iter().filter_map(Value::as_u64));
        let hit = lines.map(|line| (rule.clone(), line)).find(|key| left.contains(key));
        for name in ["faults", rule] {
            let count = tally.count(name);
            count.wanted += 1;
            count.found += u32::from(hit.is_some());
            count.right += u32::from(hit.is_some());
        }
        hit.map(|key| left.remove(&key));
    }
    for (rule, line) in left {
        if !tolerated.contains_key(&(rule.clone(), line)) {
            tally.count("faults").found += 1;
            tally.count(&rule).found += 1;
        }
    }
}

fn rule(kind: &str) -> String {
    let prefix = if kind.starts_with("metadata-") { "" } else { "changelog-" };
    format!("{prefix}{kind}")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
