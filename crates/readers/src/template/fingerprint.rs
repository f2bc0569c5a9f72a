//! Help texts that many documents still carry and that we may not copy: known by fingerprints.
//!
//! arc42's official help is CC BY-SA 4.0 (<https://github.com/arc42/arc42-template>); the other templates
//! were made from documents whose samples we reworded. What is kept of them is a 32-bit hash for each run of
//! five words: enough to know a passage again after it was wrapped, listed or partly deleted, and nothing that
//! could be read. `examples/fingerprints.rs` makes the file from the texts.

use std::collections::HashSet;

/// Words in one hash.
pub const RUN: usize = 5;

/// Share of a passage's runs that must be known.
const ENOUGH: f64 = 0.6;

/// The hashes of some texts.
#[derive(Debug, Default)]
pub struct Fingerprints {
    runs: HashSet<u32>,
}

impl Fingerprints {
    /// Reads the file: eight hexadecimal digits a line; other lines are comments.
    pub fn parse(file: &str) -> Self {
        let runs = file.lines().filter(|line| line.len() == 8);
        Self { runs: runs.filter_map(|line| u32::from_str_radix(line, 16).ok()).collect() }
    }

    /// Whether most of a passage is known. A passage of fewer words than a run is known as a whole
    /// or not at all.
    pub fn know(&self, passage: &str) -> bool {
        if self.runs.is_empty() {
            return false;
        }
        let lower = lower(passage);
        let words = words(&lower);
        let runs = runs(&words);
        let all = u32::try_from(runs.len()).unwrap_or(u32::MAX);
        let (mut known, mut left) = (0, all);
        // Of an author's own text the first runs show already that too few are left.
        for run in runs {
            known += u32::from(self.runs.contains(&hash(run)));
            left -= 1;
            if f64::from(known + left) < ENOUGH * f64::from(all) {
                return false;
            }
        }
        all > 0
    }
}

/// Whether a passage has as many words as a run; a shorter one says little about where it is from.
pub(crate) fn is_long(passage: &str) -> bool {
    let words = passage.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take(RUN).count() == RUN
}

/// The hashes of a passage's runs of words; of all its words where they are fewer.
pub fn hashes(passage: &str) -> Vec<u32> {
    runs(&words(&lower(passage))).map(hash).collect()
}

fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.to_lowercase() }
}

/// The bytes of each word.
fn words(text: &str) -> Vec<&[u8]> {
    if text.is_ascii() {
        let words = text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric());
        return words.filter(|word| !word.is_empty()).collect();
    }
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::as_bytes).collect()
}

fn runs<'w, 'a>(words: &'w [&'a [u8]]) -> std::slice::Windows<'w, &'a [u8]> {
    words.windows(RUN.min(words.len()).max(1))
}

/// FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>: the same on every machine, forever.
fn hash(words: &[&[u8]]) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    words.iter().fold(0x811c_9dc5, |hash, word| step(word.iter().copied().fold(hash, step), b' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_known_again_after_rewrapping() {
        let text = "Every constraint that narrows the freedom of the team in its decisions, \
                    whoever made it.";
        let hashes: Vec<String> = hashes(text).iter().map(|hash| format!("{hash:08x}")).collect();
        let known = Fingerprints::parse(&format!("# a comment\n{}", hashes.join("\n")));
        assert!(known.know("every constraint that *narrows*\nthe freedom of the team"));
        assert!(!known.know("Every night the matcher is stopped and the topic compacted."));
        assert!(!Fingerprints::default().know(text));
    }
}
