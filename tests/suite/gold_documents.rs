//! How well sections of real documents are bound and judged: `tests/gold/documents/README.md` tells
//! what is compared. Floors, not equality: a better binder needs no change here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use judge::level_settings::LevelSettings;
use judge::pipeline;
use readers::analysis::Analysis;
use readers::book::{Book, Chapter};
use readers::settings::Settings;
use serde_json::Value;

use crate::harness::count::Count;

/// Least share of present sections that are bound at the right line, and of bindings that are right.
const BOUND: f64 = 0.95;
const BOUND_PRECISION: f64 = 0.97;
/// Least precision and recall of "written" and "unwritten", where the heading is there.
const STATES: f64 = 0.95;
/// Most false alarms for each finished document.
const FALSE_ALARMS: f64 = 0.1;

/// Rules that say: this is not the author's text.
const PLACEHOLDER_RULES: [&str; 5] = [
    "placeholder-text",
    "unfilled-field",
    "untouched-section",
    "empty-section",
    "prototype-heading",
];

#[test]
fn real_documents_are_bound_and_judged_as_people_do() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/documents");
    let labels = fs::read_to_string(folder.join("labels.json")).unwrap();
    let labels: Vec<Value> = serde_json::from_str(&labels).unwrap();
    let mut tally = Tally::default();
    for label in &labels {
        compare(&folder, label, &mut tally);
    }
    tally.print();
    assert!(tally.bound.recall() >= BOUND && tally.bound.precision() >= BOUND_PRECISION);
    for count in [&tally.written, &tally.unwritten] {
        assert!(count.recall() >= STATES && count.precision() >= STATES);
    }
    let finished = f64::from(tally.finished.max(1));
    assert!(f64::from(tally.alarms) / finished <= FALSE_ALARMS);
}

#[derive(Default)]
struct Tally {
    bound: Count,
    written: Count,
    unwritten: Count,
    finished: u32,
    alarms: u32,
    /// What is wrong, for whoever mends it.
    wrong: Vec<String>,
}

impl Tally {
    fn print(&self) {
        for line in &self.wrong {
            println!("{line}");
        }
        println!("{:22}{:>10}{:>8}{:>6}", "", "precision", "recall", "gold");
        let rows =
            [("bound", &self.bound), ("written", &self.written), ("unwritten", &self.unwritten)];
        for (name, count) in rows {
            let (precision, recall) = (count.precision(), count.recall());
            println!("{name:22}{precision:>10.3}{recall:>8.3}{:>6}", count.wanted);
        }
        println!("{} false alarms in {} finished documents", self.alarms, self.finished);
    }
}

fn compare(folder: &Path, label: &Value, tally: &mut Tally) {
    let path = label["path"].as_str().unwrap();
    let template = label["template"].as_str().unwrap();
    let text = fs::read_to_string(folder.join(path)).unwrap();
    // At the end, so that the labels' lines stay right.
    let text = format!("{}\n\n<<#archdoc template=\"{template}\">>\n", text.trim_end_matches('\n'));
    let chapter = Chapter::new("Document", "", path, text);
    let root = folder.to_owned();
    let book = Book::new(root, String::new(), vec![chapter]);
    let settings = Settings::default();
    let analysis = Analysis::new(&book, &settings);
    let coverage = analysis.coverage();
    let rows = &coverage.first().unwrap_or_else(|| panic!("{path} is not bound")).sections;
    for section in label["sections"].as_array().unwrap() {
        let id = section["id"].as_str().unwrap();
        let found: Vec<_> = rows.iter().filter(|row| row.id == id).collect();
        let lines: BTreeSet<u64> =
            found.iter().filter_map(|row| row.line).map(|line| line as u64).collect();
        let states: Vec<&str> = found.iter().map(|row| row.state.name()).collect();
        score(section, &lines, &states, tally, &format!("{path} {id}"));
    }
    if label["doc_state"] == "finished" {
        alarms(label, &analysis, tally, path);
    }
}

fn score(section: &Value, lines: &BTreeSet<u64>, states: &[&str], tally: &mut Tally, name: &str) {
    let state = section["state"].as_str().unwrap();
    let container = section["need"] == "container";
    if section["doubtful"] == true || container || state.starts_with("merged-into:") {
        return;
    }
    let wanted = lines_of(section);
    let right = wanted.intersection(lines).next().is_some();
    let present = state != "absent";
    tally.bound.wanted += u32::from(present);
    tally.bound.found += u32::from(!lines.is_empty());
    tally.bound.right += u32::from(right);
    if present != right || (!present && !lines.is_empty()) {
        tally.wrong.push(format!("{name}: {state} at {wanted:?}, bound at {lines:?}"));
    }
    let answered = states.iter().any(|state| matches!(*state, "not-applicable" | "merged"));
    if !present || answered {
        return;
    }
    let written = !states.is_empty() && states.iter().all(|state| *state == "written");
    let should = state == "present-written";
    for (count, is, found) in
        [(&mut tally.written, should, written), (&mut tally.unwritten, !should, !written)]
    {
        count.wanted += u32::from(is);
        count.found += u32::from(found);
        count.right += u32::from(is && found);
    }
    if should != written {
        tally.wrong.push(format!("{name}: {state}, found {states:?}"));
    }
}

fn lines_of(section: &Value) -> BTreeSet<u64> {
    let all = section["lines"].as_array().map(|lines| lines.iter().filter_map(Value::as_u64));
    all.map_or_else(|| section["line"].as_u64().into_iter().collect(), Iterator::collect)
}

fn alarms(label: &Value, analysis: &Analysis<'_>, tally: &mut Tally, path: &str) {
    let true_ones: BTreeSet<u64> = label["placeholder_lines"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_u64)
        .collect();
    tally.finished += 1;
    for finding in pipeline::judge(analysis, &LevelSettings::default(), None).findings {
        let line = finding.place.start().line as u64;
        if PLACEHOLDER_RULES.contains(&finding.rule.name) && !true_ones.contains(&line) {
            tally.alarms += 1;
            tally.wrong.push(format!("{path}:{line}: {}: {}", finding.rule, finding.message));
        }
    }
}
