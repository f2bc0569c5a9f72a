//! What an old status said, beside the new one.

/// What becomes of an old status that says more than its word.
#[derive(Clone, Copy, Debug)]
pub enum Former<'a> {
    /// It is struck out before the new one, as records of the team have it.
    Struck,
    /// It stays above the new one where it is a paragraph, as records of the team tell their history; behind a label it is
    /// told.
    Above(&'a str),
    /// The new one tells it in brackets, in these words: `was {1}`.
    Told(&'a str),
}

impl Former<'_> {
    /// The new status with the old one on its line.
    pub(super) fn on_one_line(self, old: &str, new: &str) -> String {
        match self {
            Self::Struck => format!("~~{old}~~ {new}"),
            Self::Above(phrase) | Self::Told(phrase) => {
                format!("{new} ({})", phrase.replace("{1}", old))
            }
        }
    }

    /// Whether marks of the old status would cross what is put around it.
    pub(super) fn crosses(self, old: &str) -> bool {
        let is_odd = |mark: char| old.matches(mark).count() % 2 == 1;
        let is_open =
            |(open, close): (char, char)| old.matches(open).count() != old.matches(close).count();
        if [('[', ']'), ('(', ')'), ('（', '）')].into_iter().any(is_open) || is_odd('"') {
            return true;
        }
        match self {
            Self::Struck => old.contains(['*', '_', '~', '`', '<']),
            Self::Above(_) | Self::Told(_) => {
                old.contains(['~', '<']) || ['*', '_', '`'].into_iter().any(is_odd)
            }
        }
    }
}
