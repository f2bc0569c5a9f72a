//! How cost grows with the hostile and the merely large: each row is an input that once took far more
//! than twice as long when it was twice as long. `cargo bench --bench growth`, or with names of rows:
//! `cargo bench --bench growth -- unlisted-records`.
//!
//! Each input is written at four sizes, each twice the one before. By CPU time of the whole program,
//! less what an empty book costs, a doubling may cost [`MOST_PER_DOUBLING`] times as much.

mod documents;
mod input;
mod logs;
mod records;
#[path = "../support"]
mod support {
    pub(crate) mod cpu;
}

use std::error::Error;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use input::Input;
use support::cpu;

/// 2.1 for what is linear or `n log n`, and the noise of a busy machine.
const MOST_PER_DOUBLING: f64 = 2.3;
const DOUBLINGS: u32 = 3;
/// CPU time that is measured at each size; the clock of children ticks in hundredths of a second.
const ENOUGH: Duration = Duration::from_millis(400);
/// A run that takes longer is ended, and its row is over.
const LONGEST: Duration = Duration::from_secs(60);

/// What the program is asked to do with the book.
#[derive(Clone, Copy)]
enum Task {
    Check,
    Fix,
    Build,
}

/// A name, what is done, the smallest size, and the input of a size.
type Row = (&'static str, Task, usize, fn(usize) -> Input);

const ROWS: &[Row] = &[
    ("nested-headings", Task::Check, 800, documents::nested_headings),
    ("flat-headings", Task::Check, 1_000, documents::flat_headings),
    ("broken-links", Task::Check, 500, records::broken_links),
    ("links-in-a-paragraph", Task::Check, 1_000, documents::links_in_a_paragraph),
    ("links-in-a-record", Task::Check, 1_000, records::links_in_a_record),
    ("braces-on-a-line", Task::Check, 1_500, documents::braces_on_a_line),
    ("open-braces-in-a-chapter", Task::Check, 16_000, documents::open_braces),
    ("open-braces-in-a-log", Task::Check, 4_000, logs::open_braces),
    ("open-variables", Task::Check, 5_000, documents::open_variables),
    ("findings-on-a-line", Task::Check, 500, documents::findings_on_a_line),
    ("template-of-equal-headings", Task::Check, 500, documents::template_of_equal_headings),
    ("equal-headings", Task::Check, 2_000, records::equal_headings),
    ("unlisted-records", Task::Check, 250, records::unlisted),
    ("unlisted-records-in-a-build", Task::Build, 250, records::unlisted),
    ("records", Task::Check, 250, records::many),
    ("linked-records", Task::Check, 250, records::linked),
    ("graph", Task::Build, 250, records::graph),
    ("site-links", Task::Check, 1_000, records::site_links),
    ("same-number", Task::Check, 1_000, records::same_number),
    ("fix-one-way", Task::Fix, 250, records::one_way),
    ("coverage-in-all-chapters", Task::Build, 100, documents::coverage_in_all_chapters),
    ("suppressions", Task::Check, 250, documents::suppressions),
    ("unsorted-log", Task::Check, 1_000, logs::unsorted),
    ("hard-breaks", Task::Check, 8_000, logs::hard_breaks),
    ("entries-in-a-paragraph", Task::Check, 1_500, logs::entries_in_a_paragraph),
    ("releases", Task::Check, 2_000, logs::releases),
    ("supersedes-many", Task::Check, 1_500, records::supersedes_many),
    ("links-in-a-status", Task::Check, 2_500, records::links_in_a_status),
    ("directives-in-html", Task::Check, 2_000, documents::directives_in_html),
    ("directives-in-a-list", Task::Check, 2_000, documents::directives_in_a_list),
    ("directives-in-a-table", Task::Check, 2_000, documents::directives_in_a_table),
    ("directives-in-code", Task::Check, 2_000, documents::directives_in_code),
    ("record-sections", Task::Check, 1_000, records::sections),
    ("brace-groups", Task::Check, 1_000, documents::brace_groups),
];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let named: Vec<String> =
        std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let wanted = |row: &&Row| named.is_empty() || named.iter().any(|name| name == row.0);
    let mut good = true;
    for row in ROWS.iter().filter(wanted) {
        good &= measure(row)?;
    }
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints a row; whether it stays within the limit.
fn measure(&(name, task, smallest, input): &Row) -> Result<bool, Box<dyn Error>> {
    print!("{name:<30}");
    let empty = cost(task, &Input::default())?.unwrap_or_default();
    let mut costs = Vec::new();
    for doubling in 0..=DOUBLINGS {
        let Some(cost) = cost(task, &input(smallest << doubling))? else {
            println!("  over {LONGEST:?} at {}", smallest << doubling);
            return Ok(false);
        };
        print!("{:>10.1} ms", cost.as_secs_f64() * 1000.0);
        costs.push(cost.saturating_sub(empty).as_secs_f64().max(0.0001));
    }
    let growth = (costs[costs.len() - 1] / costs[1]).powf(1.0 / f64::from(DOUBLINGS - 1));
    let good = growth <= MOST_PER_DOUBLING;
    println!("  {growth:>6.2} times{}", if good { "" } else { "  OVER" });
    Ok(good)
}

/// CPU time of one run, the mean of as many as are enough; none where it takes too long.
fn cost(task: Task, input: &Input) -> Result<Option<Duration>, Box<dyn Error>> {
    let folder = tempfile::TempDir::new()?;
    input.write(folder.path())?;
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

/// False where the program had to be ended.
fn run(task: Task, root: &Path) -> Result<bool, Box<dyn Error>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mdbook-archdoc"));
    command.env("SOURCE_DATE_EPOCH", "1735689600").stdout(Stdio::null()).stderr(Stdio::null());
    match task {
        Task::Check => command.arg("check").arg(root),
        Task::Fix => command.args(["check", "--fix"]).arg(root),
        Task::Build => command.stdin(fs::File::open(root.join(input::MESSAGE))?),
    };
    let mut child = command.spawn()?;
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
    match status.code() {
        // Findings are what most of these inputs are about.
        Some(0 | 1) => Ok(true),
        _ => Err(io::Error::other(format!("the program failed: {status}")).into()),
    }
}
