//! How the versions of a log follow each other in time.

use std::collections::BTreeMap;

use super::version::{Step, Version};
use super::{Log, Subject, Text};

/// Two versions that follow each other otherwise than one would think.
#[derive(Clone, Copy, Debug)]
pub struct Odd<'l> {
    /// The version before, in time.
    pub before: &'l Text,
    /// The version that is odd.
    pub version: &'l Text,
    /// Why.
    pub step: Step,
}

/// One of the versions, from the oldest to the newest.
struct ReadVersion<'l> {
    text: &'l Text,
    version: Version,
}

/// The versions of a log that are out of order or leave one out, from the oldest to the newest entry.
/// One mistyped version is one of them.
///
/// Nothing for logs whose versions number something else, or whose direction is not known.
pub fn odd(log: &Log) -> Vec<Odd<'_>> {
    if !log.subject.versioned() || log.direction.is_none() {
        return Vec::new();
    }
    let of_parts = log.is_of_parts();
    let mut series: BTreeMap<Option<&str>, Vec<ReadVersion<'_>>> = BTreeMap::new();
    for (_, entry) in log.chronological() {
        let Some(text) = &entry.version else { continue };
        let part = entry.part.as_deref().filter(|_| of_parts);
        // Whose version it is where no part is named, nobody can tell.
        if of_parts && part.is_none() {
            continue;
        }
        let read = Version::read(&text.text).filter(|version| !version.is_qualified());
        if let Some(version) = read {
            series.entry(part).or_default().push(ReadVersion { text, version });
        }
    }
    series.values().flat_map(|told| odd_in(log, told)).collect()
}

/// The odd ones of one series.
fn odd_in<'l>(log: &Log, told: &[ReadVersion<'l>]) -> Vec<Odd<'l>> {
    let known = Known::of(told);
    let run = in_order(told, &known);
    let mut odd = Vec::new();
    for (at, own) in told.iter().enumerate() {
        let next = run.partition_point(|&kept| kept < at);
        let before = next.checked_sub(1).map(|before| run[before]);
        let kept = run.get(next) == Some(&at);
        let before = match (kept, before) {
            // What was left out between two that are in order is told already.
            (true, Some(before)) if before + 1 == at => Some(&told[before]),
            (true, _) => continue,
            // A line of releases is kept up beside a newer one.
            (false, _) if log.subject == Subject::Releases => continue,
            // What goes on from one that is told is told with it.
            (false, _)
                if at > 0
                    && run.binary_search(&(at - 1)).is_err()
                    && goes_on(&told[at - 1], own) =>
            {
                continue;
            }
            (false, before) => before.or_else(|| run.first().copied()).map(|at| &told[at]),
        };
        let Some(before) = before else { continue };
        let step = known.step(&before.version, &own.version);
        odd.push(Odd { before: before.text, version: own.text, step });
    }
    odd.retain(|odd| matches!(odd.step, Step::Jump | Step::Fall));
    odd
}

/// The numbers of all versions of a log, in their order.
struct Known<'l>(Vec<&'l [u64]>);

impl<'l> Known<'l> {
    fn of(told: &'l [ReadVersion<'_>]) -> Self {
        let mut numbers: Vec<&[u64]> = told.iter().map(|told| told.version.significant()).collect();
        numbers.sort_unstable();
        Self(numbers)
    }

    /// How a version follows another; none is left out where the one between stands elsewhere.
    fn step(&self, before: &Version, version: &Version) -> Step {
        let step = version.follows(before);
        let next = self.0.partition_point(|numbers| *numbers <= before.significant());
        let between = self.0.get(next).is_some_and(|numbers| *numbers < version.significant());
        if step == Step::Jump && between { Step::Next } else { step }
    }
}

fn goes_on(before: &ReadVersion<'_>, own: &ReadVersion<'_>) -> bool {
    matches!(own.version.step(&before.version), Step::Same | Step::Next)
}

/// The longest run of versions that never falls; of several, the one with the fewest jumps, then the
/// one that keeps what was written earlier.
fn in_order(told: &[ReadVersion<'_>], known: &Known<'_>) -> Vec<usize> {
    /// How far back the version before is looked for.
    const WINDOW: usize = 64;
    // For each version the best run that ends there: length, steps that are no jump, version before.
    let mut best: Vec<(usize, usize, Option<usize>)> = Vec::with_capacity(told.len());
    for (at, own) in told.iter().enumerate() {
        let mut own_best = (1, 0, None);
        for before in at.saturating_sub(WINDOW)..at {
            let step = known.step(&told[before].version, &own.version);
            if step == Step::Fall {
                continue;
            }
            let (length, plain, _) = best[before];
            let plain = plain + usize::from(step != Step::Jump);
            if (length + 1, plain) > (own_best.0, own_best.1) {
                own_best = (length + 1, plain, Some(before));
            }
        }
        best.push(own_best);
    }
    let mut run = Vec::new();
    let mut at = (0..told.len()).rev().max_by_key(|&at| (best[at].0, best[at].1));
    while let Some(last) = at {
        run.push(last);
        at = best[last].2;
    }
    run.reverse();
    run
}
