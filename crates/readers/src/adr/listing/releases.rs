//! Lists of what a release brought, in a change log: they name records and are no index of them.

use crate::record_path;
use text::markdown::block::Heading;
use words::{LogWord, PathWord, Vocabulary};

/// Whether what is read stands below the heading of a release.
pub(super) struct Releases {
    /// Whether the file is called a change log.
    is_log: bool,
    /// The level of the release's heading.
    level: Option<u8>,
}

impl Releases {
    pub(super) fn of(path: &str) -> Self {
        let known = Vocabulary::known();
        let is_log = known.is(PathWord::ReleaseNotes, record_path::stem(path));
        Self { is_log, level: None }
    }

    /// Reads on below a heading.
    pub(super) fn enter(&mut self, heading: &Heading) {
        if self.level.is_none_or(|level| heading.level <= level) {
            let text = heading.text.plain();
            self.level = is_release(&text).then_some(heading.level);
        }
    }

    pub(super) const fn are_told(&self) -> bool {
        self.is_log && self.level.is_some()
    }
}

/// `[1.2.0] - 2026-05-22`, `v2.0`, `Unreleased`, `2024-03-05`
fn is_release(heading: &str) -> bool {
    let word = heading.trim_start_matches(|c: char| !c.is_alphanumeric());
    let version = word.strip_prefix(['v', 'V']).unwrap_or(word);
    version.starts_with(|c: char| c.is_ascii_digit())
        || Vocabulary::known().starts(LogWord::Unreleased, word).is_some()
}
