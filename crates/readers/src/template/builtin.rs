//! The templates that come with the program, read by the same code as a team's own.

use std::sync::{Arc, OnceLock};

use crate::template::fingerprint::Fingerprints;
use text::source::Source;

use super::{Template, read};

macro_rules! builtin {
    ($($name:literal),*) => {
        [$(($name, include_str!(concat!("../../templates/", $name, ".md")))),*]
    };
}

const TEXTS: [(&str, &str); 6] =
    builtin!["formal", "visual", "platform", "handbook", "standard", "arc42"];

/// What decision records start from, by name. They have no sections to ask for: `adr new` fills
/// them in.
pub const RECORDS: [(&str, &str); 3] = [
    ("nygard", include_str!("../../templates/adr/nygard.md")),
    ("madr", include_str!("../../templates/adr/madr.md")),
    ("madr-minimal", include_str!("../../templates/adr/madr-minimal.md")),
];

/// The Markdown that a new decision record starts from; empty for a name that is none of [`RECORDS`].
pub fn record(name: &str) -> &'static str {
    RECORDS.iter().find(|(known, _)| *known == name).map_or("", |&(_, text)| text)
}

/// The names, in the order they are listed.
pub fn names() -> impl Iterator<Item = &'static str> + use<> {
    TEXTS.iter().map(|&(name, _)| name)
}

/// The Markdown of a built-in template.
pub fn text(name: &str) -> Option<&'static str> {
    TEXTS.iter().find(|(known, _)| *known == name).map(|&(_, text)| text)
}

/// Texts that documents of a template may still carry and that are not in it.
#[derive(Debug)]
pub struct Known {
    /// Their passages.
    pub fingerprints: Fingerprints,
    /// Whether they explain what to write; others are samples as well.
    pub explains: bool,
}

/// The documents that a built-in template was made from, as far as we know them.
pub fn known(name: &str) -> Option<&'static Known> {
    macro_rules! known {
        ($($name:literal: $explains:literal),*) => {
            match name {
                $($name => {
                    static KNOWN: OnceLock<Known> = OnceLock::new();
                    let file = include_str!(concat!("../../templates/", $name, ".fingerprints"));
                    Some(KNOWN.get_or_init(|| Known {
                        fingerprints: Fingerprints::parse(file),
                        explains: $explains,
                    }))
                })*
                _ => None,
            }
        };
    }
    known!("arc42": true, "formal": false, "visual": false, "platform": false,
        "handbook": false, "standard": false)
}

fn position(name: &str) -> Option<usize> {
    TEXTS.iter().position(|(known, _)| *known == name)
}

/// A built-in template, read once per process.
pub fn find(name: &str) -> Option<Arc<Template>> {
    static READ: [OnceLock<Arc<Template>>; TEXTS.len()] = [const { OnceLock::new() }; TEXTS.len()];
    let index = position(name)?;
    let template = READ[index].get_or_init(|| {
        let (name, text) = TEXTS[index];
        let source = Source::new(format!("<built-in template {name}>"), text);
        Arc::new(read(name, &source).0)
    });
    Some(Arc::clone(template))
}

/// What is made of a template to read its chapters with. Of a built-in one it is made once per process: an editor has
/// the same book read after each key.
#[derive(Debug)]
pub(crate) struct Derived<T: ?Sized>([OnceLock<Arc<T>>; TEXTS.len()]);

impl<T: ?Sized> Derived<T> {
    pub(crate) const fn new() -> Self {
        Self([const { OnceLock::new() }; TEXTS.len()])
    }

    /// A book's own template may have the name of a built-in one, and is not that.
    pub(crate) fn of(&self, template: &Arc<Template>, make: impl FnOnce() -> Arc<T>) -> Arc<T> {
        let known = find(&template.name).is_some_and(|known| Arc::ptr_eq(&known, template));
        match position(&template.name).filter(|_| known) {
            Some(index) => Arc::clone(self.0[index].get_or_init(make)),
            None => make(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_of_a_built_in_template_is_made_once_and_of_its_namesake_anew() {
        static SECTIONS: Derived<usize> = Derived::new();
        let sections =
            |template: &Arc<Template>| *SECTIONS.of(template, || Arc::new(template.sections.len()));
        let formal = find("formal").expect("a built-in template");
        let (own, _) = read("formal", &Source::new("formal.md", "## One {#one}\n"));
        for _ in 0..2 {
            assert_eq!(sections(&formal), formal.sections.len());
            assert_eq!(sections(&Arc::new(own.clone())), 1);
        }
    }

    #[test]
    fn every_built_in_template_reads_without_a_problem() {
        for (name, text) in TEXTS {
            let (template, problems) = read(name, &Source::new("t.md", text));
            assert!(problems.is_empty(), "{name}: {problems:?}");
            assert_eq!(template.name, name);
            assert!(template.sections.len() > 10, "{name}");
            assert!(template.sections.iter().all(|section| section.id.len() > 2), "{name}");
        }
    }

    #[test]
    fn a_built_in_template_asks_for_what_its_outline_asks_for_or_says_why_not() {
        for (name, _) in TEXTS {
            let template = find(name).unwrap();
            let asked = template.sections.iter().map(|one| (one.id.as_str(), one.need.name()));
            let file = format!("{}/templates/{name}.needs", env!("CARGO_MANIFEST_DIR"));
            let file = std::fs::read_to_string(file).unwrap();
            let rows = file.lines().filter(|line| !line.starts_with('#'));
            let rows: Vec<_> = rows.map(|row| wanted(row).expect(row)).collect();
            assert_eq!(asked.collect::<Vec<_>>(), rows, "{name}");
        }
    }

    /// The section of a row and what the template should ask of it; none without a reason for the difference.
    fn wanted(row: &str) -> Option<(&str, &str)> {
        let (outline, instead) = row.split_once(" -> ").unwrap_or((row, ""));
        let (id, need) = outline.split_once(' ')?;
        if instead.is_empty() {
            return Some((id, need));
        }
        let (ours, why) = instead.split_once(": ")?;
        (ours != need && why.contains(' ')).then_some((id, ours))
    }
}
