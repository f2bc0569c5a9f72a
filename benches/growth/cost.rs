//! What a run of the program costs.

use std::error::Error;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::input::{self, Input};
use crate::support::cpu;

/// CPU time that is measured at each size; the clock of children ticks in hundredths of a second.
const ENOUGH: Duration = Duration::from_millis(300);
/// A run that takes longer is ended, and its row is over.
pub(crate) const LONGEST: Duration = Duration::from_secs(60);

const PROGRAM: &str = env!("CARGO_BIN_EXE_mdbook-archdoc");

/// What the program is asked to do with the book.
#[derive(Clone, Copy)]
pub(crate) enum Task {
    Check,
    /// Of what a commit does not have.
    Since,
    Fix,
    Build,
}

/// What cost is told in.
#[derive(Clone, Copy)]
pub(crate) enum Meter {
    /// Milliseconds of CPU time.
    Time,
    /// Millions of instructions.
    Instructions,
}

/// What is paid at each size, time beyond that of an empty book; none where one takes too long.
pub(crate) fn costs(
    (task, meter): (Task, Meter),
    sizes: &[usize],
    input: impl Fn(usize) -> Input,
) -> Result<Option<Vec<f64>>, Box<dyn Error>> {
    // A tick of the clock, in milliseconds: less is not told apart.
    const LEAST: f64 = 10.0;
    let mut costs = Vec::new();
    if matches!(meter, Meter::Instructions) {
        for &size in sizes {
            costs.push(instructions(task, &input(size))?);
        }
        return Ok(Some(costs));
    }
    let empty = time(task, &Input::default())?.unwrap_or_default();
    for &size in sizes {
        let Some(time) = time(task, &input(size))? else { return Ok(None) };
        costs.push((time.saturating_sub(empty).as_secs_f64() * 1000.0).max(LEAST));
    }
    Ok(Some(costs))
}

/// Millions of instructions of one run.
fn instructions(task: Task, input: &Input) -> Result<f64, Box<dyn Error>> {
    let folder = tempfile::TempDir::new()?;
    write(task, input, folder.path())?;
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
    let output = ask(valgrind.arg(PROGRAM), task, folder.path())?.output()?;
    succeeded(output.status)?;
    let said = String::from_utf8_lossy(&output.stderr);
    let count = said.lines().find_map(|line| line.split_once("refs:")).ok_or("no count")?.1;
    Ok(count.trim().replace(',', "").parse::<f64>()? / 1e6)
}

/// CPU time of one run, the mean of as many as are enough; none where it takes too long.
fn time(task: Task, input: &Input) -> Result<Option<Duration>, Box<dyn Error>> {
    let folder = tempfile::TempDir::new()?;
    write(task, input, folder.path())?;
    let (clock, before) = (Instant::now(), cpu::of_children());
    let mut runs = 0;
    loop {
        if runs > 0 && matches!(task, Task::Fix) {
            input.write(folder.path())?;
        }
        if !run(task, folder.path())? {
            return Ok(None);
        }
        runs += 1;
        let spent = cpu::of_children().zip(before).and_then(|(now, then)| now.checked_sub(then));
        let spent = spent.unwrap_or(clock.elapsed());
        if spent >= ENOUGH || clock.elapsed() >= 4 * ENOUGH {
            return Ok(Some(spent / runs));
        }
    }
}

fn write(task: Task, input: &Input, root: &Path) -> io::Result<()> {
    if matches!(task, Task::Since) { input.commit(root) } else { input.write(root) }
}

/// Asks a program to do it.
fn ask<'c>(command: &'c mut Command, task: Task, root: &Path) -> io::Result<&'c mut Command> {
    command.env("SOURCE_DATE_EPOCH", "1735689600").stdout(Stdio::null());
    Ok(match task {
        Task::Check => command.arg("check").arg(root),
        Task::Since => command.args(["check", "--since", "HEAD"]).arg(root),
        Task::Fix => command.args(["check", "--fix"]).arg(root),
        Task::Build => command.stdin(fs::File::open(root.join(input::MESSAGE))?),
    })
}

/// False where the program had to be ended.
fn run(task: Task, root: &Path) -> Result<bool, Box<dyn Error>> {
    let mut command = Command::new(PROGRAM);
    // glibc asks the system anew for each block beyond 32 MiB, and the program pays for its pages: a step at that
    // size, which is no growth.
    command.env("MALLOC_MMAP_THRESHOLD_", (1_u64 << 32).to_string());
    let mut child = ask(&mut command, task, root)?.stderr(Stdio::null()).spawn()?;
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if started.elapsed() > LONGEST {
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        thread::sleep(Duration::from_millis(1));
    };
    succeeded(status).map(|()| true)
}

/// Findings are what most of these inputs are about.
fn succeeded(status: ExitStatus) -> Result<(), Box<dyn Error>> {
    match status.code() {
        Some(0 | 1) => Ok(()),
        _ => Err(io::Error::other(format!("the program failed: {status}")).into()),
    }
}
