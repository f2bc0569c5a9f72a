//! What processes have cost, where the system tells.

use std::fs;
use std::time::Duration;

/// CPU time of all children that have ended, from `/proc/self/stat` (see proc(5): `cutime`, `cstime`).
pub(crate) fn of_children() -> Option<Duration> {
    spent(15)
}

/// The sum of two fields of `/proc/self/stat`, counted from 0: a user time and the system time behind it.
pub(crate) fn spent(user: usize) -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The second field, the program's name in parentheses, may hold spaces.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_ascii_whitespace().skip(user - 2).map(str::parse::<u64>);
    let ticks = fields.next()?.ok()? + fields.next()?.ok()?;
    // A tick is 1/100 s in everything that the kernel tells programs.
    Some(Duration::from_millis(ticks * 10))
}
