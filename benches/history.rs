//! What `check` costs beside `adr list`, in a repository of 2,000 records, 5,000 commits and 20,000 linked files:
//! `cargo bench --bench history`. It needs git.
//!
//! Ratios within one run say more than milliseconds. What git itself takes grows faster than the repository (each
//! of twice as many commits is compared in directories twice as large): growth is measured without it. This
//! program is also the `git` that tells how often it is started and how long it takes.

mod support {
    pub(crate) mod budget;
    pub(crate) mod cpu;
    pub(crate) mod history;
    pub(crate) mod measure;
}

use std::error::Error;
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use support::budget::{budget, ratio};
use support::cpu;
use support::history::{self, Size};
use support::measure::{self, Cost, row};

const WHOLE: Size = Size { records: 2_000, files: 20_000, commits: 5_000, chapters: 100 };
const HALF: Size = Size { records: 1_000, files: 10_000, commits: 2_500, chapters: 50 };

/// The file that gets a line with each start of git, its CPU time in milliseconds, and the `PATH` that leads to the
/// real one.
const COUNT: &str = "ARCHDOC_BENCH_COUNT";
const REAL_PATH: &str = "ARCHDOC_BENCH_PATH";

/// In each batch: a check takes its time.
const RUNS: u32 = 2;

const MEGABYTE: u64 = 1_000_000;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    match std::env::var_os(COUNT) {
        Some(count) => as_git(Path::new(&count)),
        None => compare(),
    }
}

/// Lets the real git do what was asked for, and notes what it took.
fn as_git(count: &Path) -> Result<ExitCode, Box<dyn Error>> {
    let mut git = Command::new("git");
    git.args(std::env::args_os().skip(1)).env_remove(COUNT);
    if let Some(path) = std::env::var_os(REAL_PATH) {
        git.env("PATH", path);
    }
    let code = git.status()?.code().and_then(|code| u8::try_from(code).ok());
    let spent = cpu::of_children().unwrap_or_default().as_millis();
    writeln!(OpenOptions::new().create(true).append(true).open(count)?, "{spent}")?;
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

fn compare() -> Result<ExitCode, Box<dyn Error>> {
    let directory = tempfile::TempDir::new()?;
    let (whole, half) = (directory.path().join("whole"), directory.path().join("half"));
    history::generate(&whole, WHOLE)?;
    history::generate(&half, HALF)?;

    println!("{:<44}{:>9}{:>9}", "", "wall ms", "CPU ms");
    let nothing = directory.path().join("nothing");
    fs::write(&nothing, "")?;
    let run = |name: &str, root: &Path, arguments: &[&str]| -> Result<Cost, Box<dyn Error>> {
        Ok(row(name, measure::cost(&mut archdoc(root, arguments), &nothing, RUNS)?))
    };
    let list = run("adr list", &whole, &["adr", "list"])?;
    let check = run("check", &whole, CHECK)?;
    let check_half = run("check, half of everything", &half, CHECK)?;

    println!("\n{:<44}{:>9}{:>9}", "", "ratio", "at most");
    let mut held = budget("check / adr list, CPU", ratio(check.time(), list.time()), 10.0);
    let [git, git_half] = [starts_of_git(&whole, &nothing)?, starts_of_git(&half, &nothing)?];
    let own = |cost: Cost, git: &[Duration]| cost.time().saturating_sub(git.iter().sum());
    let growth = ratio(own(check, &git), own(check_half, &git_half));
    held &= budget("half to whole, CPU without git's", growth, 2.1);
    if let Some(peak) = measure::peak_memory(&mut archdoc(&whole, CHECK), &nothing)? {
        let (peak, most) = (Duration::from_secs(peak), Duration::from_secs(200 * MEGABYTE));
        held &= budget("peak memory / 200 MB", ratio(peak, most), 1.0);
    }
    let starts = u32::try_from(git.len())?;
    held &= budget("git was started", f64::from(starts), 3.0);
    Ok(if held { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

const CHECK: &[&str] = &["check", "--format", "json"];

fn archdoc(root: &Path, arguments: &[&str]) -> Command {
    let mut archdoc = Command::new(env!("CARGO_BIN_EXE_mdbook-archdoc"));
    archdoc.args(arguments).current_dir(root);
    archdoc
}

/// The CPU time of each start of git in a check.
fn starts_of_git(root: &Path, nothing: &Path) -> Result<Vec<Duration>, Box<dyn Error>> {
    let directory = tempfile::TempDir::new()?;
    let name = format!("git{}", std::env::consts::EXE_SUFFIX);
    fs::copy(std::env::current_exe()?, directory.path().join(name))?;
    let real = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(directory.path().to_owned()).chain(std::env::split_paths(&real));
    let path: OsString = std::env::join_paths(paths)?;
    let count = directory.path().join("count");
    let mut check = archdoc(root, CHECK);
    check.env("PATH", path).env(REAL_PATH, real).env(COUNT, &count);
    let answer = measure::answer(&mut check, nothing)?;
    let told = String::from_utf8_lossy(&answer);
    if !told.contains("stale-section") || !told.contains("git moved the file") {
        return Err("the check did not look at the history".into());
    }
    let notes = fs::read_to_string(count)?;
    notes.lines().map(|note| Ok(Duration::from_millis(note.parse()?))).collect()
}
