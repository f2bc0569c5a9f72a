//! What people are told of files that could not be read.

use load::{LoadError, Loaded};
use text::wording::plural;

use crate::terminal;

/// Tells people which files could not be read, and which were passed over.
pub(super) fn report_problems(loaded: &Loaded) {
    let human = terminal::human();
    let is_absent = |problem: &&LoadError| matches!(problem, LoadError::Absent { .. });
    let (absent, unread): (Vec<_>, Vec<_>) = loaded.passed_over.iter().partition(is_absent);
    if !unread.is_empty() {
        terminal::stderr_wrapped(&passed_over(&unread));
    }
    if !absent.is_empty() {
        terminal::stderr_wrapped(&made_elsewhere(&absent));
    }
    for problem in &loaded.problems {
        let help = problem.help();
        let text = human.error(&problem.to_string(), problem.place(), help.as_deref());
        terminal::stderr_styled(&text.breaks(2));
    }
}

/// `archdoc: passed over: `a.md` is not UTF-8: …`
fn passed_over(files: &[&LoadError]) -> String {
    const MOST: usize = 5;
    let told: Vec<String> = files.iter().take(MOST).map(ToString::to_string).collect();
    let more = match files.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!("\n         and {more} more"),
    };
    format!("archdoc: passed over: {}{more}\n", told.join("\n         "))
}

/// What is said of chapters that another step makes before the book is built.
fn made_elsewhere(files: &[&LoadError]) -> String {
    const MOST: usize = 3;
    let (one, many) = (
        "listed chapter is not in the repository: git ignores it, another step makes it",
        "listed chapters are not in the repository: git ignores them, another step makes them",
    );
    let names = files.iter().filter_map(|file| file.file()).take(MOST);
    let names: Vec<String> = names.map(|file| format!("`{file}`")).collect();
    let more = if files.len() > MOST { " and others" } else { "" };
    format!("archdoc: {} ({}{more})\n", plural(files.len(), one, many), names.join(", "))
}
