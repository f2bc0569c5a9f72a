//! Whether the entries of a log are about different parts, each with versions of its own. A column may as well say where
//! a change of the whole was made: then all versions together are one series.

use std::collections::BTreeMap;

use super::entry::{Entry, Release};
use super::run::Slope;
use super::version::{Step, Version};

/// A version, and the part that it is said to be of.
pub(super) type WrittenVersion = (String, Version);

/// Whether the versions of a log run by its parts and not together. A jump alone does not tell: one may be left out.
pub(super) fn are_apart(entries: &[Entry]) -> bool {
    let mut parts = entries.iter().filter_map(|entry| entry.part.as_deref());
    let several = parts.next().is_some_and(|first| parts.any(|part| part != first));
    if !several {
        return false;
    }
    let out = entries.iter().filter(|entry| entry.release != Release::Unreleased);
    let told = out.filter_map(|entry| {
        let version = Version::read(&entry.version.as_ref()?.text)?;
        Some((entry.part.clone()?, version))
    });
    mended(&told.collect::<Vec<_>>()) > 0
}

/// How many versions come again or fall where all are one series; none unless fewer steps are odd by parts.
pub(super) fn mended(told: &[WrittenVersion]) -> usize {
    let whole: Vec<&Version> = told.iter().map(|(_, version)| version).collect();
    let mut parts: BTreeMap<&str, Vec<&Version>> = BTreeMap::new();
    for (part, version) in told {
        parts.entry(part).or_default().push(version);
    }
    let either = [Slope::Rising, Slope::Falling].map(|slope| {
        let together = odd_steps(&whole, slope);
        let by_parts: usize = parts.values().map(|own| odd_steps(own, slope).all).sum();
        let by_parts = by_parts + late_starts(&whole, parts.values(), slope);
        (together.all + by_parts, by_parts, together)
    });
    let [rising, falling] = either;
    let (_, by_parts, together) = if falling.0 < rising.0 { falling } else { rising };
    if parts.len() > 1 && by_parts < together.all { together.backward } else { 0 }
}

/// Of how many parts the first version is none that anything begins with, though the log has none before it that may
/// be left out: a slip in one series looks like that.
fn late_starts<'v>(
    whole: &[&'v Version],
    parts: impl Iterator<Item = &'v Vec<&'v Version>>,
    slope: Slope,
) -> usize {
    let first = |versions: &[&'v Version]| -> Option<&'v Version> {
        match slope {
            Slope::Rising => versions.first().copied(),
            Slope::Falling => versions.last().copied(),
        }
    };
    let oldest = first(whole);
    let begins = |version: &&Version| {
        version.is_a_first() || oldest.is_some_and(|oldest| std::ptr::eq(oldest, *version))
    };
    parts.filter_map(|own| first(own)).filter(|version| !begins(version)).count()
}

/// Steps from one version to the next that are not plain.
struct OddSteps {
    all: usize,
    /// Those that do not go up.
    backward: usize,
}

fn odd_steps(versions: &[&Version], slope: Slope) -> OddSteps {
    let mut odd = OddSteps { all: 0, backward: 0 };
    for pair in versions.windows(2) {
        let (before, version) = match slope {
            Slope::Rising => (pair[0], pair[1]),
            Slope::Falling => (pair[1], pair[0]),
        };
        let step = version.follows(before);
        odd.all += usize::from(step != Step::Next);
        odd.backward += usize::from(matches!(step, Step::Same | Step::Fall));
    }
    odd
}
