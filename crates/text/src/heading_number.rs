//! The number that a heading begins with: `5.2` of `5.2) Risk Assessment`.

/// A heading's number and what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingNumber<'a> {
    /// Digits with dots between them.
    pub number: &'a str,
    /// How it stands before the words.
    pub form: NumberForm,
    /// All that follows number and mark, white space included.
    pub rest: &'a str,
}

/// How a number stands before the words of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberForm {
    /// A mark ends it: `5.`, `5)`, `5:`, `5 –`.
    Marked,
    /// Only a space ends it: `5 Scope`. Years and amounts stand so as well.
    Bare,
    /// Nothing ends it, so that it may be part of a word: `3D Model`, `2.x`.
    Joined,
}

impl<'a> HeadingNumber<'a> {
    /// The number of a heading that begins with one.
    pub fn of(heading: &'a str) -> Option<Self> {
        let heading = heading.trim_start();
        if !heading.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let digits = heading.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let dotted = &heading[..heading.len() - digits.len()];
        let number = dotted.trim_end_matches('.');
        let closed = digits.trim_start_matches([')', ':']);
        let rest = behind_dash(closed).unwrap_or(closed);
        let form = if dotted.len() > number.len() || rest.len() < digits.len() {
            NumberForm::Marked
        } else if rest.is_empty() || rest.starts_with(char::is_whitespace) {
            NumberForm::Bare
        } else {
            NumberForm::Joined
        };
        Some(Self { number, form, rest })
    }

    /// It as a whole number; none of `5.2`, nor of `16:9 Displays`.
    pub fn whole(&self) -> Option<u32> {
        let goes_on = self.rest.starts_with(|c: char| c.is_ascii_digit());
        self.number.parse().ok().filter(|_| !goes_on)
    }

    /// Whether it counts what is inside the heading with another number: `1.` of `1.1`.
    pub fn is_above(&self, other: &Self) -> bool {
        let levels = |number: &'a str| number.split('.').map_while(|level| level.parse().ok());
        let (own, other): (Vec<u32>, Vec<u32>) =
            (levels(self.number).collect(), levels(other.number).collect());
        own.len() < other.len() && other.starts_with(&own)
    }

    /// Whether it may as well be a year, which belongs to the words: `2024 Outlook`.
    pub fn may_be_a_year(&self) -> bool {
        let year = self.number.parse().is_ok_and(|year: u32| (1900..2200).contains(&year));
        year && self.form == NumberForm::Bare
    }
}

/// What follows a dash between spaces: ` Scope` of ` – Scope`.
fn behind_dash(text: &str) -> Option<&str> {
    let rest = text.trim_start().strip_prefix(['-', '–', '—'])?;
    rest.starts_with(char::is_whitespace).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::{HeadingNumber, NumberForm};

    #[test]
    fn numbers_are_told_from_words_that_begin_with_one() {
        for (heading, number, form, rest) in [
            ("5.2 Risk Assessment", "5.2", NumberForm::Bare, " Risk Assessment"),
            (" 5. Scope", "5", NumberForm::Marked, " Scope"),
            ("5) Scope", "5", NumberForm::Marked, " Scope"),
            ("5.1: Scope", "5.1", NumberForm::Marked, " Scope"),
            ("5 – Scope", "5", NumberForm::Marked, " Scope"),
            ("5.Scope", "5", NumberForm::Marked, "Scope"),
            ("3D Model", "3", NumberForm::Joined, "D Model"),
            ("2024-03-05", "2024", NumberForm::Joined, "-03-05"),
            ("7", "7", NumberForm::Bare, ""),
        ] {
            let expected = Some(HeadingNumber { number, form, rest });
            assert_eq!(HeadingNumber::of(heading), expected, "{heading}");
        }
        assert_eq!(HeadingNumber::of(".NET Services"), None);
    }

    #[test]
    fn whole_numbers_only() {
        let whole = |heading| HeadingNumber::of(heading).and_then(|found| found.whole());
        assert_eq!(whole("9. Décisions"), Some(9));
        assert_eq!(whole("10) Quality"), Some(10));
        assert_eq!(whole("4 Strategy"), Some(4));
        assert_eq!(whole("1.2 Scope"), None);
        assert_eq!(whole("16:9 Displays"), None);
        assert_eq!(whole("Scope"), None);
    }

    #[test]
    fn a_chapters_number_is_above_those_of_its_sections() {
        let is_above = |chapter, section| {
            HeadingNumber::of(chapter)
                .zip(HeadingNumber::of(section))
                .is_some_and(|(chapter, section)| chapter.is_above(&section))
        };
        assert!(is_above("1. Goals", "1.1 Quality") && is_above("2.1 Yard", "2.01.3 Gate"));
        assert!(!is_above("1. Goals", "2.1 Quality") && !is_above("1. Goals", "11.1 Quality"));
        assert!(!is_above("1.1 Quality", "1.1 Quality") && !is_above("Goals", "1.1 Quality"));
    }

    #[test]
    fn a_year_belongs_to_the_words() {
        let is_year =
            |heading| HeadingNumber::of(heading).is_some_and(|found| found.may_be_a_year());
        assert!(is_year("2024 Outlook"));
        assert!(!is_year("2024. Outlook") && !is_year("12 Outlook") && !is_year("20.24 Outlook"));
    }
}
