//! How the records of a directory head their sections, so that a missing one is asked for in their words.

use std::cmp::Reverse;
use std::collections::HashMap;

use readers::adr::{Collection, Part, Record};
use text::heading_number::{HeadingNumber, NumberForm};

/// A heading without its number, and its level.
type Heading<'a> = (&'a str, u8);

/// How often the records of a directory give a part each of its headings.
#[derive(Debug)]
pub(crate) struct UsualHeadings<'a>(HashMap<(&'a str, Part), HashMap<Heading<'a>, usize>>);

impl<'a> UsualHeadings<'a> {
    pub(crate) fn of(records: &'a Collection) -> Self {
        let mut counts: HashMap<_, HashMap<Heading<'a>, usize>> = HashMap::new();
        for record in records.entries.iter().map(|entry| &entry.record) {
            let deepest = own_level(record);
            for section in record.sections.iter().filter(|section| section.level <= deepest) {
                if let Some(part) = section.part {
                    let heading = (unnumbered(&section.title), section.level);
                    let of_part = counts.entry((record.shelf(), part)).or_default();
                    *of_part.entry(heading).or_default() += 1;
                }
            }
        }
        Self(counts)
    }

    /// What most records beside one call a part; none where no two of them agree.
    pub(crate) fn beside(&self, record: &'a Record, part: Part) -> Option<Heading<'a>> {
        let of_part = self.0.get(&(record.shelf(), part))?;
        let (&heading, &count) =
            of_part.iter().max_by_key(|&(&heading, &count)| (count, Reverse(heading)))?;
        (count > 1 && !heading.0.is_empty()).then_some(heading)
    }
}

/// The level below which a heading is none of the record's own parts but of an option's: one below the highest of them.
pub(crate) fn own_level(record: &Record) -> u8 {
    let parts = record.sections.iter().filter(|section| section.part.is_some());
    parts.map(|section| section.level).min().map_or(u8::MAX, |highest| highest.saturating_add(1))
}

fn unnumbered(title: &str) -> &str {
    let number = HeadingNumber::of(title)
        .filter(|found| found.form != NumberForm::Joined && !found.may_be_a_year());
    number.map_or(title, |found| found.rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::unnumbered;

    #[test]
    fn a_number_that_is_no_sections_stays() {
        assert_eq!(unnumbered("3. Decision"), "Decision");
        assert_eq!(unnumbered("3.1 Decision"), "Decision");
        assert_eq!(unnumbered("2024 Outlook"), "2024 Outlook");
        assert_eq!(unnumbered("3D Model"), "3D Model");
    }
}
