//! What makes a log certain enough to be accused.
//!
//! A table of dates may be a schedule, a register or a form to sign; a list of versions may quote the
//! log of something else. Reading takes them for logs, so that they can be shown; a finding needs more.

use words::date::Reading;
use words::{PathWord, Reference, Vocabulary};

use super::entry::Entry;
use super::{Kind, Log, Subject, version};
use crate::adr::is_for_agents;
use crate::path_word;
use text::link;

/// Whether most entries of a log say when, or which version. Who signs, signs no log.
pub(super) fn is_kept(log: &Log) -> bool {
    let keyed = log.entries.iter().filter(|entry| has_certain_date_or_version(entry)).count();
    log.subject != Subject::Reviews && (log.kind == Kind::Prose || keyed * 2 >= log.entries.len())
}

/// Whether a log may be one where nobody asked for it: bullets that say neither when nor which version list what is new
/// in something, also below a title of a log.
pub(super) fn says_when(log: &Log) -> bool {
    log.entries.is_empty() || log.entries.iter().any(Entry::has_date_or_version)
}

/// Whether it says when or which version in a way that plans and registers do not.
fn has_certain_date_or_version(entry: &Entry) -> bool {
    // `2021` and `Q3 2021` say when; `Week 1` and `Today` do in a plan.
    let year =
        |text: &str| text.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
    let dated = entry.date.as_ref().is_some_and(|date| {
        !matches!(date.when, None | Some(Reading::Placeholder)) || year(&date.text)
    });
    dated || entry.version.as_ref().is_some_and(|text| version::looks_like_one(&text.text))
}

/// Whether a file is a template, or a copy that was put aside: `docs/templates/prd.md`,
/// `design-template.md`, `log.bak.md`; or what programs that write are told (<https://agents.md>).
pub(super) fn is_spare(path: &str) -> bool {
    let known = Vocabulary::known();
    let template = |word: &str| {
        known.is(Reference::Template, word)
            || known.is(Reference::Template, word.trim_end_matches('s'))
    };
    is_for_agents(link::stem(link::file_name(path)))
        || path_word::of(path).any(|word| template(word) || path_word::says(PathWord::Backup, word))
}

#[cfg(test)]
mod tests {
    use super::is_spare;

    #[test]
    fn templates_and_copies_are_spare() {
        for path in [
            "docs/templates/prd.md",
            "design-template.md",
            "plantilla.md",
            "log.bak.md",
            "AGENTS.md",
        ] {
            assert!(is_spare(path), "{path}");
        }
        for path in ["docs/prd.md", "docs/contemplate.md", "src/orders/README.md"] {
            assert!(!is_spare(path), "{path}");
        }
    }
}
