//! Files that belong to a record and are none beside it: translations, versions, addenda.

use words::{Concept, Language, Vocabulary};

use super::name::Name;

/// What a file is to the record whose number it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// The same in another language: `0001-use-x.de.md`.
    Translation,
    /// A later or earlier text: `0001-use-x.v2.md`.
    Version,
    /// What was added: `0001-use-x-addendum2.md`.
    Addendum,
    /// `0001-use-x-annex1.md` beside `0001-use-x.md`; alone, `0002-store-attachments.md` decides on attachments.
    Annex,
}

impl Variant {
    /// What the end of a file's name, without its extension, says.
    pub(super) fn of(stem: &str) -> Option<Self> {
        let dotted = stem.rsplit_once('.').map(|(_, last)| last).filter(|last| !last.is_empty());
        let last =
            dotted.or_else(|| stem.rsplit(['-', '_']).next().filter(|last| *last != stem))?;
        let counted = |word: &str| {
            last.to_ascii_lowercase().strip_prefix(word).is_some_and(|rest| {
                let rest = rest.trim_start_matches(['-', '_']);
                rest.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        if dotted.is_some_and(is_language) {
            Some(Self::Translation)
        } else if last.len() > 1 && counted("v") {
            Some(Self::Version)
        } else if counted("addendum") || leads_as_addendum(stem) {
            Some(Self::Addendum)
        } else if is_appendix(last) {
            Some(Self::Annex)
        } else {
            None
        }
    }
}

/// `ADR-003-ADDENDUM-use-x`
fn leads_as_addendum(stem: &str) -> bool {
    let Name { id, slug, .. } = Name::of(stem);
    id.is_some()
        && slug.split(['-', '_']).next().is_some_and(|word| word.eq_ignore_ascii_case("addendum"))
}

/// `annex1`, `Anhang`
fn is_appendix(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| c.is_ascii_digit());
    Vocabulary::known().is(Concept::Appendix, word)
}

/// `de`, `pt-BR`, `zh_CN`
pub(super) fn is_language(tag: &str) -> bool {
    let (language, region) = tag.split_once(['-', '_']).unwrap_or((tag, "XX"));
    language.len() == 2 && (2..=4).contains(&region.len()) && Language::from_tag(tag).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_the_name_tells() {
        for (stem, wanted) in [
            ("0001-use-x.de", Some(Variant::Translation)),
            ("0001-use-x.pt-BR", Some(Variant::Translation)),
            ("0001-use-x.v2", Some(Variant::Version)),
            ("0001-use-x-v2", Some(Variant::Version)),
            ("0001-use-x-addendum2", Some(Variant::Addendum)),
            ("ADR-003-ADDENDUM-use-x", Some(Variant::Addendum)),
            ("0001-use-x-annex1", Some(Variant::Annex)),
            ("0001-use-x_Anhang", Some(Variant::Annex)),
            ("0001-use-x", None),
            ("0001-go-to-de", None),
            ("0001-use-v", None),
            ("v2", None),
        ] {
            assert_eq!(Variant::of(stem), wanted, "{stem}");
        }
    }
}
