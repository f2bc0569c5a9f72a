//! What the benchmarks of whole commands print.

use std::time::Duration;

use super::measure::Cost;

/// Prints what something costs, in milliseconds: wall and CPU.
pub(crate) fn row(name: &str, cost: Cost) -> Cost {
    let ms = |time: Duration| format!("{:.1}", time.as_secs_f64() * 1000.0);
    println!("{name:<44}{:>9}{:>9}", ms(cost.wall), cost.cpu.map_or("-".to_owned(), ms));
    cost
}

/// How many times the other one is.
pub(crate) fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

/// Prints a ratio beside its limit; whether it holds.
pub(crate) fn budget(name: &str, ratio: f64, limit: f64) -> bool {
    let held = ratio <= limit;
    println!("{name:<44}{ratio:>9.2}{limit:>9.2}{}", if held { "" } else { "  OVER" });
    held
}
