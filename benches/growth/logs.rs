//! Inputs of change logs.

use super::input::Input;

/// A log is read in chapters that concern us.
const LOG: &str = "# Atlas\n\n<<#archdoc change-log>>\n\n## Change Log\n\n";

fn day(at: usize) -> String {
    format!("{}-{:02}-{:02}", 1950 + at / 336, at / 28 % 12 + 1, at % 28 + 1)
}

pub(crate) fn open_braces(size: usize) -> Input {
    Input::chapter(format!("{LOG}- 2024-01-01: {}\n", "{{".repeat(size)))
}

/// The first half rises, the second falls before its beginning: as many strays side by side.
pub(crate) fn unsorted(size: usize) -> Input {
    let date = |at: usize| day(if at <= size / 2 { size / 2 + at } else { size - at });
    let entries = (0..size).map(|at| format!("- {}: change {at}\n", date(at)));
    Input::chapter(LOG.to_owned() + &entries.collect::<String>())
}

pub(crate) fn hard_breaks(size: usize) -> Input {
    Input::chapter(format!("{LOG}- 2024-01-01: change{}\n", "\\\n".repeat(size)))
}

pub(crate) fn entries_in_a_paragraph(size: usize) -> Input {
    let entries = (0..size).map(|at| format!("{}: change {at}\n", day(at)));
    Input::chapter(LOG.to_owned() + &entries.collect::<String>())
}

pub(crate) fn releases(size: usize) -> Input {
    // Two a day: none of them lies ahead.
    let release = |at| format!("## [1.{at}.0] - {}\n\n### Added\n\n- Change {at}\n\n", day(at / 2));
    let releases = (0..size).rev().map(release).collect::<String>();
    Input::chapter(format!("# Changelog\n\n<<#archdoc change-log>>\n\n{releases}"))
}
