//! How cost grows with the hostile and the merely large. By CPU time of the whole program, less what an
//! empty book costs, a doubling may cost [`MOST_PER_DOUBLING`] times as much.
//!
//! * `cargo bench --bench growth`: books of many files, and inputs that once took far more than twice as
//!   long when they were twice as long. With names only those rows: `-- unlisted-records`.
//! * `cargo bench --bench growth -- all`: beside these every pattern of text in every kind of file, from
//!   256 KiB to 4 MiB, about an hour. `-- all 16MiB` goes to another size, a power of two, from a
//!   sixteenth of it. `-- record/links` is one row, `-- record` those of records.
//! * `-- counted`: in instructions, which valgrind counts, of small inputs. A text that outgrows the processor's
//!   caches takes more time for each byte; this tells such a row from one that does too much.

mod cost;
mod documents;
mod input;
mod logs;
mod records;
mod repeated;
#[path = "../support"]
mod support {
    pub(crate) mod cpu;
}

use std::error::Error;
use std::process::ExitCode;

use cost::{LONGEST, Meter, Task, costs};
use input::Input;
use repeated::{HOSTS, PATTERNS};

/// What is linear or `n log n` stays below.
const MOST_PER_DOUBLING: f64 = 2.1;
const DOUBLINGS: u32 = 4;
/// Doublings of what is counted, which takes fifty times as long.
const COUNTED_DOUBLINGS: u32 = 2;
/// A name, what is done, the smallest size, and the input of a size.
type Row = (&'static str, Task, usize, fn(usize) -> Input);

const ROWS: &[Row] = &[
    ("nested-headings", Task::Check, 800, documents::nested_headings),
    ("flat-headings", Task::Check, 1_000, documents::flat_headings),
    ("headings-without-spaces", Task::Check, 4_000, documents::headings_without_spaces),
    ("broken-links", Task::Check, 500, records::broken_links),
    ("same-name-dead-links", Task::Check, 300, records::same_name_dead_links),
    ("links-in-a-paragraph", Task::Check, 16_000, documents::links_in_a_paragraph),
    ("links-in-a-record", Task::Check, 1_000, records::links_in_a_record),
    ("braces-on-a-line", Task::Check, 48_000, documents::braces_on_a_line),
    ("open-braces-in-a-chapter", Task::Check, 128_000, documents::open_braces),
    ("open-braces-in-a-log", Task::Check, 64_000, logs::open_braces),
    ("open-variables", Task::Check, 80_000, documents::open_variables),
    ("findings-on-a-line", Task::Check, 500, documents::findings_on_a_line),
    ("template-of-equal-headings", Task::Check, 4_000, documents::template_of_equal_headings),
    ("equal-headings", Task::Check, 16_000, records::equal_headings),
    ("unlisted-records", Task::Check, 500, records::unlisted),
    ("unlisted-records-in-a-build", Task::Build, 250, records::unlisted),
    ("records", Task::Check, 250, records::many),
    ("linked-records", Task::Check, 500, records::linked),
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
    ("log-since", Task::Since, 250, records::log_since),
    ("log-required-fields", Task::Check, 250, records::log_required_fields),
    ("log-trace", Task::Check, 250, records::log_trace),
    ("log-one-way", Task::Check, 250, records::log_one_way),
    ("brace-groups", Task::Check, 1_000, documents::brace_groups),
];

/// What is asked for on the command line.
struct Wanted {
    names: Vec<String>,
    meter: Meter,
    /// Bytes of the largest repeated text.
    largest: usize,
}

impl Wanted {
    fn read() -> Result<Self, Box<dyn Error>> {
        let mut wanted = Self { names: Vec::new(), meter: Meter::Time, largest: 4 << 20 };
        for word in std::env::args().skip(1).filter(|word| !word.starts_with('-')) {
            match word.strip_suffix("MiB") {
                Some(number) => wanted.largest = number.parse::<usize>()? << 20,
                None if word == "counted" => {
                    wanted.meter = Meter::Instructions;
                    wanted.largest = 256 << 10;
                }
                None => wanted.names.push(word),
            }
        }
        Ok(wanted)
    }

    fn has(&self, name: &str) -> bool {
        let host = name.split('/').next();
        let is_named = |wanted: &String| wanted == name || host == Some(wanted) || wanted == "all";
        // The patterns are many, and asked for by name.
        self.names.is_empty() && !name.contains('/') || self.names.iter().any(is_named)
    }
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let wanted = Wanted::read()?;
    let mut good = true;
    let meter = wanted.meter;
    let doublings = match meter {
        Meter::Time => DOUBLINGS,
        Meter::Instructions => COUNTED_DOUBLINGS,
    };
    for &(name, task, smallest, input) in ROWS.iter().filter(|row| wanted.has(row.0)) {
        let sizes: Vec<usize> = (0..=doublings).map(|doubling| smallest << doubling).collect();
        good &= measure(name, (task, meter), &sizes, input)?;
    }
    // Twice as far from one to the next: there are many of them.
    let sizes: Vec<usize> =
        (0..=DOUBLINGS / 2).rev().map(|at| wanted.largest >> (2 * at)).collect();
    for host in HOSTS {
        for pattern in PATTERNS {
            let name = format!("{}/{}", host.name, pattern.name);
            if wanted.has(&name) {
                let book = |size| host.book(&pattern.text(size));
                good &= measure(&name, (host.task, meter), &sizes, book)?;
            }
        }
    }
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints a row; whether it stays within the limit.
fn measure(
    name: &str,
    (task, meter): (Task, Meter),
    sizes: &[usize],
    input: impl Fn(usize) -> Input,
) -> Result<bool, Box<dyn Error>> {
    print!("{name:<45}");
    let mut growth = f64::INFINITY;
    // What is over its limit is measured once more: a busy machine may have been in its way. A count is a count.
    let (rounds, unit) = match meter {
        Meter::Time => (2, "ms"),
        Meter::Instructions => (1, "M instructions"),
    };
    for _ in 0..rounds {
        let Some(costs) = costs((task, meter), sizes, &input)? else {
            println!("  over {LONGEST:?}");
            return Ok(false);
        };
        for cost in &costs {
            print!("{cost:>9.1}");
        }
        growth = growth.min(match meter {
            Meter::Time => per_doubling(sizes, &costs),
            Meter::Instructions => per_doubling_of_counts(sizes, &costs),
        });
        if growth <= MOST_PER_DOUBLING {
            break;
        }
    }
    let good = growth <= MOST_PER_DOUBLING;
    println!(" {unit} {growth:>6.2} times{}", if good { "" } else { "  OVER" });
    Ok(good)
}

/// How many times as much a doubling costs. The smallest size is left out: it pays for what is done once.
fn per_doubling(sizes: &[usize], costs: &[f64]) -> f64 {
    let last = sizes.len() - 1;
    let doublings = (sizes[last] / sizes[1]).ilog2();
    (costs[last] / costs[1]).powf(1.0 / f64::from(doublings))
}

/// The same of what differs by nothing but the size: what is added over the last step against the step before, so that
/// what is paid once counts in neither.
fn per_doubling_of_counts(sizes: &[usize], counts: &[f64]) -> f64 {
    let [.., first, second, third] = counts else { return f64::INFINITY };
    let doublings = (sizes[sizes.len() - 1] / sizes[sizes.len() - 2]).ilog2();
    ((third - second) / (second - first)).powf(1.0 / f64::from(doublings))
}
