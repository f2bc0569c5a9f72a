//! What the largest books and repositories cost: `cargo bench --bench scale`, some minutes and 2 GB of disk. It needs
//! git.
//!
//! Nothing is judged here: how cost grows is what `growth` holds. A row has the CPU time of the whole program, its
//! peak memory, and how large the page is that all was written to.

mod support {
    pub(crate) mod cpu;
    pub(crate) mod generate;
    pub(crate) mod history;
    pub(crate) mod measure;
}

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use support::generate::{self, Shape};
use support::history::{self, Size};
use support::measure::{self, row};

const CHAPTERS: Shape = Shape { chapters: 20_000, bytes: 10_000, bound: true };
const RECORDS: usize = 20_000;
const ENTRIES: usize = 100_000;
const HISTORY: Size = Size { records: 2_000, files: 20_000, commits: 100_000, chapters: 100 };

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::TempDir::new()?;
    let root = folder.path();
    println!("{:<44}{:>9}{:>9}", "", "wall ms", "CPU ms");

    let chapters = write(root, "chapters", &generate::message(root, CHAPTERS))?;
    build("20,000 chapters, a tenth of them bound", &chapters)?;

    let decisions = "# Decisions\n\n<<#archdoc adr-index>>\n\n<<#archdoc adr-graph>>\n".to_owned();
    let records = (1..=RECORDS).map(|at| (format!("adr/{at:05}-use-{at}.md"), record(at)));
    let records = std::iter::once(("index.md".to_owned(), decisions)).chain(records);
    let records = write(root, "records", &message(root, records))?;
    build("20,000 records with index and graph", &records)?;

    let entries = (0..ENTRIES).rev().map(|at| format!("- {}: change {at}\n", day(at)));
    let log = format!("# Log\n\n<<#archdoc change-log>>\n\n## Change Log\n\n{}", text(entries));
    let log = std::iter::once(("log.md".to_owned(), log));
    let log = write(root, "log", &message(root, log))?;
    build("100,000 entries of a change log", &log)?;

    let repository = root.join("repository");
    history::generate(&repository, HISTORY)?;
    let nothing = write(root, "nothing", b"")?;
    let mut check = archdoc();
    check.args(["check", "--format", "json"]).current_dir(&repository);
    cost("check, 100,000 commits and 2,000 records", &mut check, &nothing)?;
    println!();
    Ok(())
}

fn archdoc() -> Command {
    Command::new(env!("CARGO_BIN_EXE_mdbook-archdoc"))
}

fn write(root: &Path, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    let path = root.join(format!("{name}.json"));
    fs::write(&path, bytes)?;
    Ok(path)
}

/// A build, and the size of its first page.
fn build(name: &str, message: &Path) -> Result<(), Box<dyn Error>> {
    cost(name, &mut archdoc(), message)?;
    let answer: Value = serde_json::from_slice(&measure::answer(&mut archdoc(), message)?)?;
    let page = answer["items"][0]["Chapter"]["content"].as_str().map_or(0, str::len);
    println!("; page {} kB of Markdown", page / 1000);
    Ok(())
}

fn cost(name: &str, program: &mut Command, message: &Path) -> Result<(), Box<dyn Error>> {
    let seconds = row(name, measure::cost(program, message, 1)?).time().as_secs_f64();
    let read = fs::metadata(message)?.len() / 1_000_000;
    let peak = measure::peak_memory(program, message)?.unwrap_or_default() / 1_000_000;
    print!("  {seconds:.1} s, {read} MB on stdin, {peak} MB of memory");
    Ok(())
}

fn text(parts: impl Iterator<Item = String>) -> String {
    parts.collect()
}

fn day(at: usize) -> String {
    format!("{}-{:02}-{:02}", 1950 + at / 1344, at / 112 % 12 + 1, at / 4 % 28 + 1)
}

/// Every fifth record is superseded by the next.
fn record(number: usize) -> String {
    let link = |other: usize| format!("[ADR {other}]({other:05}-use-{other}.md)");
    let status = match number % 5 {
        0 if number < RECORDS => format!("Superseded by {}", link(number + 1)),
        1 if number > 1 => format!("Accepted\n\nSupersedes {}", link(number - 1)),
        _ => "Accepted".to_owned(),
    };
    let why = "The service keeps what it reads and tells the others of each change. ".repeat(10);
    format!(
        "# {number}. Use tool {number}\n\nDate: {}\n\n## Status\n\n{status}\n\n## Context\n\n{why}\n\n\
         ## Decision\n\n{why}\n\n## Consequences\n\n{why}\n",
        day(number)
    )
}

/// What mdBook 0.5 sends of some chapters.
fn message(root: &Path, chapters: impl Iterator<Item = (String, String)>) -> Vec<u8> {
    let items: Vec<Value> = (1..)
        .zip(chapters)
        .map(|(number, (path, content))| {
            json!({"Chapter": {
                "name": path, "content": content, "number": [number], "sub_items": [],
                "path": path, "source_path": path, "parent_names": [],
            }})
        })
        .collect();
    let context = json!({
        "root": root, "renderer": "html", "mdbook_version": "0.5.4",
        "config": {"book": {"title": "Scale"}, "output": {"html": {}},
            "preprocessor": {"archdoc": {"before": ["links"]}}},
    });
    json!([context, {"items": items}]).to_string().into_bytes()
}
