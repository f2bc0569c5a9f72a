//! An editor that saves a file which a command is about to change: what was saved last is in it in the end, unless it
//! was saved in the instant between the last look and the exchange, which no system makes one step.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use super::{chance, commands, rounds};
use crate::harness::files_below;

/// Of so many saves one may meet that instant, on a busy machine.
const SAVES: usize = 50;

#[test]
fn what_an_editor_saves_meanwhile_is_not_lost() {
    let (mut saves, mut lost) = (0, Vec::new());
    for case in commands::ALL {
        let (before, after) = (case.before(), case.after());
        let (mut saved_over, mut refused) = (0, 0);
        for round in 0..rounds() {
            for (path, old) in before.iter().filter(|(path, text)| after[*path] != **text) {
                let is_text =
                    Path::new(path).extension().is_some_and(|extension| extension == "md");
                let saved = if is_text { "\nSaved meanwhile.\n" } else { "\n# Saved meanwhile.\n" };
                let text = [old, saved.as_bytes()].concat();
                let tree = case.tree();
                let mut child = case.start(tree.path());
                sleep(Duration::from_micros(chance(round, 40_000)));
                save(&tree.path().join(path), &text, round);
                saved_over += 1;
                refused += u64::from(!child.wait().unwrap().success());
                let now = files_below(tree.path());
                let now = String::from_utf8_lossy(&now[path]);
                saves += 1;
                if !now.contains(saved.trim()) {
                    lost.push(format!("{case}: {path} is\n{now}"));
                }
            }
        }
        println!("{case}: refused {refused} of {saved_over} times");
    }
    println!("lost {} of {saves}", lost.len());
    assert!(lost.len() * SAVES <= saves.max(SAVES), "{}", lost.join("\n"));
}

/// As one half of all editors does, or the other.
fn save(path: &Path, text: &[u8], round: u64) {
    if round.is_multiple_of(2) {
        fs::write(path, text).unwrap();
    } else {
        let beside = path.with_extension("swp");
        fs::write(&beside, text).unwrap();
        fs::rename(beside, path).unwrap();
    }
}
