//! Ratios against what they may be.

use std::time::Duration;

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
