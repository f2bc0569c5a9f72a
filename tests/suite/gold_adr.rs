//! How well decision records of real projects are read: `tests/gold/adr/README.md` tells what is
//! compared. Floors, not equality: a better reader needs no change here. Nothing may be invented.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use readers::adr::name;
use serde_json::Value;

/// The fields with the least share of labels that must be met.
const FLOORS: [(&str, f64); 7] = [
    ("id", 0.98),
    ("title", 0.98),
    ("status", 0.98),
    ("date", 0.98),
    ("deciders", 0.95),
    ("supersedes", 0.95),
    ("superseded_by", 0.95),
];

#[derive(Default)]
struct Tally {
    right: u32,
    wrong: u32,
    missing: u32,
    invented: u32,
}

#[test]
fn real_decision_records_are_read_as_people_read_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/adr");
    let labels: Vec<Value> =
        serde_json::from_str(&fs::read_to_string(folder.join("labels.json")).unwrap()).unwrap();
    let listed = Command::new(env!("CARGO_BIN_EXE_mdbook-archdoc"))
        .args(["adr", "list", "--format", "json"])
        .arg(folder.join("files"))
        .output()
        .unwrap();
    let listed: Vec<Value> = serde_json::from_slice(&listed.stdout).unwrap();
    let read: BTreeMap<String, Value> =
        listed.into_iter().map(|record| (text(&record["path"]), record)).collect();
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut failures = Vec::new();
    for label in &labels {
        let path = format!("{}/{}", text(&label["repo"]), text(&label["path"]));
        let record = read.get(&path).unwrap_or(&Value::Null);
        for (field, _) in FLOORS {
            if label["ambiguous"].as_array().unwrap().iter().any(|name| name == field) {
                continue;
            }
            let verdict = compare(field, label, record, tallies.entry(field).or_default());
            failures.extend(verdict.map(|verdict| format!("{path}: {field} {verdict}")));
        }
    }
    print(&tallies, &failures);
    assert_eq!(read.len(), labels.len(), "records understood");
    for (field, floor) in FLOORS {
        let Tally { right, wrong, missing, invented } = tallies[field];
        assert_eq!(invented, 0, "{field} invented: {failures:#?}");
        let share = f64::from(right) / f64::from(right + wrong + missing);
        assert!(share >= floor, "{field}: {share:.3}, {failures:#?}");
    }
}

fn compare(field: &str, label: &Value, record: &Value, tally: &mut Tally) -> Option<String> {
    let wanted = values(field, &label[field]);
    let got = values(field, &record[field]);
    let other = label["alt"][field].as_array().into_iter().flatten();
    let fits = wanted == got
        || (!got.is_empty() && other.map(|alt| values(field, alt)).any(|alt| alt == got));
    let (count, verdict) = match (wanted.is_empty(), got.is_empty()) {
        _ if fits => (&mut tally.right, None),
        (true, _) => (&mut tally.invented, Some("invented")),
        (false, true) => (&mut tally.missing, Some("missing")),
        (false, false) => (&mut tally.wrong, Some("wrong")),
    };
    *count += 1;
    verdict.map(|verdict| format!("{verdict}: wanted {wanted:?}, got {got:?}"))
}

/// What a field says, for comparison; nothing for `null`, an empty list and an unknown status.
fn values(field: &str, value: &Value) -> BTreeSet<String> {
    let one = |value: &Value| {
        let text = text(value).split_whitespace().collect::<Vec<_>>().join(" ");
        match field {
            "id" | "supersedes" | "superseded_by" => {
                name::from_reference(&text).map_or(text, |id| id.to_string()).to_lowercase()
            }
            _ => text.to_lowercase(),
        }
    };
    let all: BTreeSet<String> = match value {
        Value::Array(list) => list.iter().map(one).collect(),
        Value::Null => BTreeSet::new(),
        value => BTreeSet::from([one(value)]),
    };
    all.into_iter()
        .filter(|text| !(text.is_empty() || field == "status" && text == "unknown"))
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn print(tallies: &BTreeMap<&str, Tally>, failures: &[String]) {
    println!("{:<16}{:>7}{:>7}{:>9}{:>10}", "", "right", "wrong", "missing", "invented");
    for (field, _) in FLOORS {
        let Tally { right, wrong, missing, invented } = tallies[field];
        println!("{field:<16}{right:>7}{wrong:>7}{missing:>9}{invented:>10}");
    }
    for failure in failures {
        println!("{failure}");
    }
}
