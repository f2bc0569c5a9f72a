//! The first record of a directory, which says that decisions are recorded.

use std::path::{Path, PathBuf};

use readers::adr::naming;
use readers::files::markdown_files;
use readers::settings::RecordForm;
use text::wording::plural;
use words::Language;
use words::date::Date;

use super::RecordError;
use super::change::Change;
use super::form;
use super::place::Places;
use super::shelf::Shelf;
use crate::workbench::WorkbenchError;

/// The title of the first record.
const TITLE: &str = "Record architecture decisions";

/// The whole record in other languages, by their tags.
const TRANSLATED: [(&str, &str); 6] = [
    ("de", include_str!("de.md")),
    ("es", include_str!("es.md")),
    ("fr", include_str!("fr.md")),
    ("it", include_str!("it.md")),
    ("nl", include_str!("nl.md")),
    ("pt", include_str!("pt.md")),
];

/// What its sections say, by their headings in the templates.
const SAID: [(&str, &str); 5] = [
    (
        "Context",
        "Whoever joins later finds what was built, and not why. Decisions that shape the architecture are\nlost in talks, tickets and heads.",
    ),
    (
        "Context and Problem Statement",
        "Whoever joins later finds what was built, and not why. Where do we keep the decisions that shape the\narchitecture?",
    ),
    (
        "Decision",
        "We will write a short record for each of them: what we decided, in which situation, and what follows.\nThe records are kept beside what they are about, and are reviewed as it is.",
    ),
    (
        "Considered Options",
        "- Records of decisions beside the documentation\n- Minutes and tickets",
    ),
    (
        "Consequences",
        "A record is not rewritten when a decision changes: a new one takes its place, and the old one says so.",
    ),
];

/// The outcome, which MADR begins with the chosen option.
const OUTCOME: (&str, &str) = (
    "Decision Outcome",
    "Chosen option: \"Records of decisions beside the documentation\", because they are read where they apply\nand change in the same review.",
);

/// Plans the first record of a directory: the one that was named, or where records are expected. Gives the
/// directory and the record, which is in the language that is configured where it has no style of its own.
///
/// # Errors
/// There are records already, or Markdown files that would lie beside it.
pub(crate) fn first(
    places: &Places,
    named: Option<&Path>,
    form: Option<RecordForm>,
    date: Date,
) -> Result<(PathBuf, Change), WorkbenchError> {
    for directory in &places.directories {
        if let Some(begun) = begun(directory, places)? {
            return Err(RecordError::Begun(begun).into());
        }
    }
    let directory = named.map_or_else(|| places.first.clone(), Path::to_owned);
    let language = places.settings.language.map(Language::tag);
    let translated = TRANSLATED.iter().find(|(tag, _)| Some(*tag) == language);
    let text = match (translated, form) {
        (Some((_, text)), None) => text.replace("{{date}}", &date.to_string()),
        _ => text(form.unwrap_or(RecordForm::Nygard), date),
    };
    let title = text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or(TITLE);
    let slug = naming::slug(title.trim_start_matches("1. "));
    Ok((directory, Change { path: format!("0001-{slug}.md"), old: None, text }))
}

/// What a directory holds already, in words.
fn begun(directory: &Path, places: &Places) -> Result<Option<String>, WorkbenchError> {
    let shelf = Shelf::read(directory, &places.own_words())?;
    let shown = directory.display();
    let here = shelf.here();
    if let (Some(first), Some(last)) = (here.first(), here.last()) {
        let records = plural(here.len(), "record", "records");
        let span = if here.len() > 1 {
            format!("{} to {}", first.path, last.path)
        } else {
            first.path.clone()
        };
        return Ok(Some(format!(
            "`{shown}` holds {records} already ({span}); `mdbook-archdoc adr new TITLE` writes the next one"
        )));
    }
    let files = markdown_files(directory)
        .map_err(|source| WorkbenchError::Read { path: directory.to_owned(), source })?
        .files;
    Ok(files.first().map(|(name, _)| {
        let files = plural(files.len(), "Markdown file", "Markdown files");
        format!(
            "`{shown}` holds {files} that are no records (`{name}`); `mdbook-archdoc adr new TITLE --dir {shown}` writes one beside them"
        )
    }))
}

/// The form with what is to be said in place of its guidance.
fn text(form: RecordForm, date: Date) -> String {
    let yaml = form::is_yaml(form);
    let text = form::text(form)
        .replace("{{date}}", &date.to_string())
        .replace("{{status}}", if yaml { "accepted" } else { "Accepted" })
        .replace("{{heading}}", &if yaml { TITLE.to_owned() } else { format!("1. {TITLE}") });
    let mut out = String::new();
    let mut said = None;
    for line in text.split_inclusive('\n') {
        if let Some(heading) = line.strip_prefix('#') {
            let heading = heading.trim_start_matches('#').trim();
            said = SAID
                .iter()
                .chain([&OUTCOME])
                .find(|(known, _)| *known == heading)
                .map(|(_, said)| said);
        }
        match said {
            Some(words) if line.starts_with("<!--") => {
                out.push_str(words);
                out.push('\n');
            }
            _ => out.push_str(line),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use readers::adr::{OwnWords, Status, read, spoken};
    use text::markdown::Document;
    use text::source::Source;

    #[test]
    fn every_language_reads_as_an_accepted_record() {
        for (tag, text) in TRANSLATED {
            let text = text.replace("{{date}}", "2026-01-02");
            let path = "0001-x.md";
            let reading = read(&Document::parse(&Source::new(path, text)), path, &OwnWords::new());
            let record = reading.record().unwrap_or_else(|| panic!("{tag}: no record"));
            assert_eq!(record.status(), Some(Status::Accepted), "{tag}");
            let date = record.date.as_ref().map(|date| date.value.to_string());
            assert_eq!(date.as_deref(), Some("2026-01-02"), "{tag}");
            assert!(record.sections.iter().filter(|one| one.part.is_some()).count() >= 3, "{tag}");
            let language = spoken::language([&record]).map(Language::tag);
            assert_eq!(language, Some(tag));
        }
    }
}
