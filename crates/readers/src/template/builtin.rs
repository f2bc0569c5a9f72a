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

/// Fingerprints of the help text that documents of this template may still carry.
pub fn fingerprints(name: &str) -> Option<&'static Fingerprints> {
    static ARC42: OnceLock<Fingerprints> = OnceLock::new();
    let arc42 = || Fingerprints::parse(include_str!("../../templates/arc42.fingerprints"));
    (name == "arc42").then(|| ARC42.get_or_init(arc42))
}

/// A built-in template, read once per process.
pub fn find(name: &str) -> Option<Arc<Template>> {
    static READ: [OnceLock<Arc<Template>>; TEXTS.len()] = [const { OnceLock::new() }; TEXTS.len()];
    let index = TEXTS.iter().position(|(known, _)| *known == name)?;
    let template = READ[index].get_or_init(|| {
        let (name, text) = TEXTS[index];
        let source = Source::new(format!("<built-in template {name}>"), text);
        Arc::new(read(name, &source).0)
    });
    Some(Arc::clone(template))
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
