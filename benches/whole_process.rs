//! The whole process against two no-ops, on a book of 2,000 chapters and 17 MB: `cargo bench`.
//!
//! A preprocessor's price is mostly that of reading and writing the book, so ratios within one run say more
//! than milliseconds. The two programs in `reference/` are part of this one, which starts itself to run
//! them: all three are built with the same profile.

mod reference {
    pub(crate) mod official;
    pub(crate) mod raw_echo;
}
mod support {
    pub(crate) mod budget;
    pub(crate) mod cpu;
    pub(crate) mod generate;
    pub(crate) mod measure;
}

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use support::budget::{budget, ratio};
use support::generate::{self, Shape};
use support::measure::{self, Cost, row};

const LARGE: Shape = Shape { chapters: 2_000, bytes: 8_000, bound: false };
/// In each batch.
const RUNS: u32 = 30;

const BOUND: Shape = Shape { bound: true, ..LARGE };

fn main() -> Result<ExitCode, Box<dyn Error>> {
    match std::env::args().nth(1).as_deref() {
        Some("official") => reference::official::main().map(|()| ExitCode::SUCCESS),
        Some("raw-echo") => reference::raw_echo::main().map(|()| ExitCode::SUCCESS),
        _ => compare(),
    }
}

fn compare() -> Result<ExitCode, Box<dyn Error>> {
    let books = Books(tempfile::TempDir::new()?);
    let myself = std::env::current_exe()?;
    let mut official = Command::new(&myself);
    official.arg("official");
    let mut raw_echo = Command::new(&myself);
    raw_echo.arg("raw-echo");
    let mut archdoc = Command::new(env!("CARGO_BIN_EXE_mdbook-archdoc"));

    let large = books.write(LARGE)?;
    let bound = books.write(BOUND)?;
    if measure::answer(&mut archdoc, &large)? != measure::answer(&mut raw_echo, &large)? {
        return Err("a book without directives did not leave as the same bytes".into());
    }
    if measure::answer(&mut archdoc, &bound)? == measure::answer(&mut raw_echo, &bound)? {
        println!("No template was expanded: what follows about bound chapters means nothing.");
    }
    let size = fs::metadata(&large)?.len();

    println!("{} chapters, {} kB on stdin", LARGE.chapters, size / 1000);
    println!("{:<44}{:>9}{:>9}", "", "wall ms", "CPU ms");
    let official = row("official no-op", measure::cost(&mut official, &large, RUNS)?);
    let raw_echo = row("raw echo", measure::cost(&mut raw_echo, &large, RUNS)?);
    let idle = row("archdoc, no directive", measure::cost(&mut archdoc, &large, RUNS)?);
    let busy =
        row("archdoc, every tenth chapter bound", measure::cost(&mut archdoc, &bound, RUNS)?);
    // Doubling ends at the large book: a larger one no longer fits into the caches of many a machine.
    let mut smaller = |chapters, bytes| -> Result<Cost, Box<dyn Error>> {
        let message = books.write(Shape { chapters, bytes, bound: true })?;
        let name = format!("  with {chapters} chapters of {bytes} bytes");
        Ok(row(&name, measure::cost(&mut archdoc, &message, RUNS)?))
    };
    let quarter = smaller(500, 8_000)?;
    let half = smaller(1_000, 8_000)?;
    let half_as_long = smaller(2_000, 4_000)?;

    println!("\n{:<44}{:>9}{:>9}", "", "ratio", "at most");
    let mut held = budget("no directive / raw echo, wall", ratio(idle.wall, raw_echo.wall), 1.35);
    held &= budget("bound / official no-op, wall", ratio(busy.wall, official.wall), 0.35);
    held &= budget("bound / official no-op, CPU", ratio(busy.time(), official.time()), 0.35);
    held &= budget("500 to 1,000 chapters, CPU", ratio(half.time(), quarter.time()), 2.1);
    held &= budget("1,000 to 2,000 chapters, CPU", ratio(busy.time(), half.time()), 2.1);
    held &= budget("chapters twice as long, CPU", ratio(busy.time(), half_as_long.time()), 2.1);
    for (name, message) in [("no directive", &large), ("bound", &bound)] {
        if let Some(peak) = measure::peak_memory(&mut archdoc, message)? {
            let peak = Duration::from_secs(peak);
            let name = format!("{name}, peak memory / stdin");
            held &= budget(&name, ratio(peak, Duration::from_secs(size)), 3.0);
        }
    }
    Ok(if held { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The messages, and the directory that they name as the book's.
struct Books(tempfile::TempDir);

impl Books {
    fn write(&self, shape: Shape) -> std::io::Result<PathBuf> {
        let name = format!("{}-{}-{}.json", shape.chapters, shape.bytes, shape.bound);
        let path = self.0.path().join(name);
        let root: &Path = self.0.path();
        fs::write(&path, generate::message(root, shape))?;
        Ok(path)
    }
}
