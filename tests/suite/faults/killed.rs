//! Killed at any moment.

use std::fs;
use std::path::Path;
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use super::{Case, Files, chance, commands, is_passing, rounds, whole};
use crate::harness::files_below;

/// What happened in all rounds of a command.
#[derive(Debug, Default)]
struct Figures {
    untouched: u64,
    between: u64,
    done: u64,
    passing_left: u64,
}

#[test]
fn each_file_is_old_or_new_and_the_next_run_removes_what_was_left() {
    for case in commands::ALL {
        let (before, after) = (case.before(), case.after());
        let mut figures = Figures::default();
        for round in 0..rounds() {
            let tree = case.tree();
            let mut child = case.start(tree.path());
            wait(&mut child, tree.path(), round);
            let _may_have_ended = child.kill();
            child.wait().unwrap();
            let now = files_below(tree.path());
            whole(case, &now, (&before, &after));
            figures.count(&now, &before, &after);
            recovers(case, tree.path(), &after);
        }
        println!("{case}: {figures:?}");
    }
}

impl Figures {
    fn count(&mut self, now: &Files, before: &Files, after: &Files) {
        let mut own = now.clone();
        own.retain(|path, _| !is_passing(path));
        self.passing_left += u64::from(own.len() < now.len());
        match () {
            () if own == *before => self.untouched += 1,
            () if own == *after => self.done += 1,
            () => self.between += 1,
        }
    }
}

/// Up to the moment of the fault: by the clock, or from when the first new text lies beside its file.
fn wait(child: &mut Child, tree: &Path, round: u64) {
    if round.is_multiple_of(2) {
        return sleep(Duration::from_micros(chance(round, 40_000)));
    }
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(10) && child.try_wait().unwrap().is_none() {
        if files_below(tree).keys().any(|path| is_passing(path)) {
            return sleep(Duration::from_micros(chance(round, 12_000)));
        }
    }
}

/// The command, run again later where the author has gone back, does all and leaves nothing beside.
fn recovers(case: &Case, tree: &Path, after: &Files) {
    case.restore(tree);
    for path in files_below(tree).into_keys().filter(|path| is_passing(path)) {
        let file = fs::File::options().write(true).open(tree.join(path)).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(3600)).unwrap();
    }
    let output = case.command(tree).output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "{case}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let now = files_below(tree);
    assert_eq!(now.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "{case}");
    assert!(now == *after, "{case}");
}
