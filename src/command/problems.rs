//! What people are told of files that could not be read.

use load::{LoadError, Loaded};

use crate::terminal;

/// Tells people which files could not be read, and which were passed over.
pub(super) fn report_problems(loaded: &Loaded) {
    let human = terminal::human();
    if !loaded.passed_over.is_empty() {
        terminal::stderr_wrapped(&passed_over(&loaded.passed_over));
    }
    for problem in &loaded.problems {
        let help = problem.help();
        let text = human.error(&problem.to_string(), problem.place(), help.as_deref());
        terminal::stderr_styled(&text.breaks(2));
    }
}

/// `archdoc: passed over: `a.md` is not UTF-8: …`
fn passed_over(files: &[LoadError]) -> String {
    const MOST: usize = 5;
    let told: Vec<String> = files.iter().take(MOST).map(ToString::to_string).collect();
    let more = match files.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!("\n         and {more} more"),
    };
    format!("archdoc: passed over: {}{more}\n", told.join("\n         "))
}
