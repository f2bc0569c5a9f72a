//! What a new record of a known form starts from, where a directory has none of its own.

use readers::adr::format::Format;
use readers::adr::{Part, Record};
use readers::settings::RecordForm;
use readers::template::builtin;
use text::word::Word;
use words::Language;

/// Its text, to be filled in.
pub(super) fn text(form: RecordForm) -> &'static str {
    builtin::record(form.word())
}

/// The one that most records of a directory are written in.
pub(super) fn usual(records: &[Record]) -> RecordForm {
    let madr =
        |record: &&Record| matches!(record.format, Format::Madr2 | Format::Madr3 | Format::Madr4);
    if records.iter().filter(madr).count() * 2 > records.len() {
        RecordForm::Madr
    } else {
        RecordForm::Nygard
    }
}

/// What it says of a section, for whoever fills it in; nothing in other languages than English.
pub(super) fn guidance(form: RecordForm, part: Part, language: Option<Language>) -> Option<String> {
    if language.is_some_and(|language| language.tag() != "en") {
        return None;
    }
    let mut lines = text(form).lines();
    lines.find(|line| {
        let title = line.trim_start_matches('#');
        title.len() < line.len() && Part::of(title.trim()) == Some(part)
    })?;
    let said = lines.find(|line| !line.is_empty())?;
    said.starts_with("<!--").then(|| said.to_owned())
}

/// Whether its status stands in front matter.
pub(super) fn is_yaml(form: RecordForm) -> bool {
    form != RecordForm::Nygard
}
