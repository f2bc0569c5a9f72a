//! What decision records cost: 1,300 of them in several styles, read from disk by `adr list`, and
//! read, judged, indexed and drawn in a book. `cargo bench --bench adr`.
//!
//! Twice as many records may take at most 2.3 times as long: what is linear, and the noise of a busy machine.

mod support {
    pub(crate) mod budget;
    pub(crate) mod cpu;
}

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use judge::level_settings::LevelSettings;
use judge::pipeline;
use load::load;
use readers::analysis::Analysis;
use readers::settings::env::Environment;
use show::expand::expand;
use support::budget::{budget, ratio};
use support::cpu;

/// As many as were surveyed; then so many that the clock's ticks do not matter.
const SIZES: [usize; 3] = [1_300, 5_200, 10_400];
const MOST_PER_DOUBLING: f64 = 2.3;
const RUNS: u32 = 5;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut costs = Vec::new();
    for records in SIZES {
        let folder = tempfile::TempDir::new()?;
        write_book(folder.path(), records)?;
        let list = list(folder.path())?;
        let book = book(folder.path())?;
        println!("{records} records: adr list {list:?}, whole book {book:?}");
        costs.push((list, book));
    }
    let [_, (list, book), (twice_list, twice_book)] = costs[..] else {
        return Err("three sizes".into());
    };
    let growth = [ratio(twice_list, list), ratio(twice_book, book)];
    let [list, book] =
        ["adr list", "whole book"].map(|name| format!("{name}, twice as many records"));
    let good =
        budget(&list, growth[0], MOST_PER_DOUBLING) & budget(&book, growth[1], MOST_PER_DOUBLING);
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The best of some runs of the program, by CPU time where the system tells.
fn list(root: &Path) -> Result<Duration, Box<dyn Error>> {
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let (clock, before) = (Instant::now(), cpu::of_children());
        let mut command = Command::new(env!("CARGO_BIN_EXE_mdbook-archdoc"));
        command.args(["adr", "list"]).arg(root.join("src/adr"));
        command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        let cpu = cpu::of_children().zip(before).and_then(|(now, then)| now.checked_sub(then));
        best = best.min(cpu.unwrap_or(clock.elapsed()));
    }
    Ok(best)
}

fn book(root: &Path) -> Result<Duration, Box<dyn Error>> {
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let loaded = load(root, Environment::default())?;
        let clock = Instant::now();
        let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
        let findings = pipeline::judge(&analysis, &LevelSettings::default(), None).findings.len();
        let edits = expand(&analysis).len();
        best = best.min(clock.elapsed());
        if edits == 0 || findings == usize::MAX {
            return Err("nothing was shown".into());
        }
    }
    Ok(best)
}

fn write_book(root: &Path, records: usize) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(root.join("src/adr"))?;
    fs::write(root.join("book.toml"), "")?;
    let index = "# Decisions\n\n<<#archdoc adr-index>>\n\n<<#archdoc adr-graph>>\n";
    fs::write(root.join("src/index.md"), index)?;
    let mut summary = "- [Decisions](index.md)\n".to_owned();
    for number in 1..=records {
        writeln!(summary, "- [Record {number}](adr/{number:04}-record.md)")?;
        fs::write(root.join(format!("src/adr/{number:04}-record.md")), record(number))?;
    }
    fs::write(root.join("src/SUMMARY.md"), summary)?;
    Ok(())
}

/// Nygard's style and MADR's by turns; every twentieth record supersedes the one before it.
fn record(number: usize) -> String {
    let filling = "Words that are neither long nor short fill the page, `code` too. ".repeat(30);
    let day = number % 28 + 1;
    let before = number - 1;
    let status = match number % 20 {
        0 => format!("Accepted\n\nSupersedes [ADR {before}]({before:04}-record.md)"),
        19 => format!("Superseded by [ADR {0}]({0:04}-record.md)", number + 1),
        _ => "Accepted (by vote)".to_owned(),
    };
    if number % 20 < 10 {
        format!(
            "# {number}. Record {number}\n\nDate: 2024-03-{day:02}\n\n## Status\n\n{status}\n\n\
             ## Context\n\n{filling}\n\n## Decision\n\n{filling}\n\n## Consequences\n\n{filling}\n"
        )
    } else {
        format!(
            "# Record {number}\n\n* Status: {}\n* Date: 2024-03-{day:02}\n* Deciders: Ann, Bo\n\n\
             ## Context and Problem Statement\n\n{filling}\n\n## Considered Options\n\n* A\n* B\n\n\
             ## Decision Outcome\n\n{filling}\n",
            status.replace("\n\n", "; ")
        )
    }
}
