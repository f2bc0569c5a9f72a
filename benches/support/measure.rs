//! Runs a preprocessor and takes its time.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::cpu;

/// Other work on the machine only ever adds to CPU time, so the best of a few batches counts.
const BATCHES: u32 = 3;

/// One program's cost for one message.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// Median wall time from start to end.
    pub(crate) wall: Duration,
    /// CPU time of a run, user and system, in the best batch; `None` where the system does not say.
    pub(crate) cpu: Option<Duration>,
}

impl Cost {
    /// CPU time if it is known: it is the steadier of the two.
    pub(crate) fn time(self) -> Duration {
        self.cpu.unwrap_or(self.wall)
    }
}

/// Prints what something costs, in milliseconds: wall and CPU.
pub(crate) fn row(name: &str, cost: Cost) -> Cost {
    let ms = |time: Duration| format!("{:.1}", time.as_secs_f64() * 1000.0);
    println!("{name:<44}{:>9}{:>9}", ms(cost.wall), cost.cpu.map_or("-".to_owned(), ms));
    cost
}

/// Feeds `message` to `program` many times: as often as `runs` says in each batch.
pub(crate) fn cost(program: &mut Command, message: &Path, runs: u32) -> io::Result<Cost> {
    for _ in 0..BATCHES {
        run(program, message)?;
    }
    let mut walls = Vec::new();
    let mut cpus = Vec::new();
    for _ in 0..BATCHES {
        let before = cpu::of_children();
        for _ in 0..runs {
            let start = Instant::now();
            run(program, message)?;
            walls.push(start.elapsed());
        }
        // The counter ticks coarsely but loses nothing: the error of a whole batch is one tick.
        let spent =
            cpu::of_children().zip(before).and_then(|(after, before)| after.checked_sub(before));
        cpus.extend(spent.map(|cpu| cpu / runs));
    }
    walls.sort_unstable();
    Ok(Cost { wall: walls[walls.len() / 2], cpu: cpus.into_iter().min() })
}

/// What `program` returns for `message`.
pub(crate) fn answer(program: &mut Command, message: &Path) -> io::Result<Vec<u8>> {
    let mut child = start(program, message, Stdio::piped())?;
    let mut answer = Vec::new();
    child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?.read_to_end(&mut answer)?;
    finish(child)?;
    Ok(answer)
}

/// The same without the answer: what a pipe costs is the machine's affair, and grows faster than the book
/// as soon as that no longer fits into its caches.
fn run(program: &mut Command, message: &Path) -> io::Result<()> {
    finish(start(program, message, Stdio::null())?)
}

fn start(program: &mut Command, message: &Path, stdout: Stdio) -> io::Result<Child> {
    let stdin = File::open(message)?;
    program.stdin(stdin).stdout(stdout).stderr(Stdio::null()).spawn()
}

fn finish(mut child: Child) -> io::Result<()> {
    let status = child.wait()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("failed: {status}"))) }
}

/// Peak resident memory of `program`, in bytes, on Linux.
pub(crate) fn peak_memory(program: &mut Command, message: &Path) -> io::Result<Option<u64>> {
    let mut child = start(program, message, Stdio::piped())?;
    // It writes once, at the end. While nobody reads on, it waits there with all that it needed.
    let mut stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
    stdout.read_exact(&mut [0])?;
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    io::copy(&mut stdout, &mut io::sink())?;
    finish(child)?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes =
        line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    Ok(kibibytes.map(|kibibytes| kibibytes * 1024))
}
