//! How the front matter of a directory's records names another record, for one more that does.

use readers::adr::{Id, Record, Relation};
use readers::record_path;
use text::link::file_name;
use text::markdown::front_matter::{self, Notation};

use super::relates::names;

/// The form of most references in the front matter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reference {
    form: ReferenceForm,
    /// Whether they stand in lists.
    listed: bool,
    /// Whether they stand in quotation marks.
    quoted: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ReferenceForm {
    /// `KEP-3`, `0003`: what stands before the number, and how many digits that has at least.
    Number { before: String, digits: usize },
    /// `0003-use-a-queue`
    Stem,
    /// `0003-use-a-queue.md`
    File,
    /// `"[3. Use a queue](0003-use-a-queue.md)"`
    Link,
}

impl Reference {
    /// The forms in a record's front matter. `all` are the records that it may name.
    pub(super) fn of_record<'r>(
        record: &'r Record,
        all: &'r [Record],
    ) -> impl Iterator<Item = Self> + 'r {
        let front = front_matter::span(record.source.text());
        let inside = record
            .relations
            .iter()
            .filter(move |relation| front.is_some_and(|front| front.contains(relation.span)));
        inside.filter_map(|relation| {
            let source = &record.source;
            let line = source.line_span(source.line(relation.span.start));
            let before = &source.text()[line.start..relation.span.start];
            let (form, listed) = (form_of(record, relation, all)?, is_in_list(before));
            Some(Self { form, listed, quoted: before.ends_with(['"', '\'']) })
        })
    }

    /// That of a relation on a line of the text, where no quotation marks count.
    pub(super) fn on_line(record: &Record, relation: &Relation, all: &[Record]) -> Option<Self> {
        let form = form_of(record, relation, all)?;
        Some(Self { form, listed: false, quoted: false })
    }

    /// That of the comment behind a key of the team's template: `: # e.g. "0005-use-a-queue.md"`.
    pub(super) fn of_example(behind_key: &str) -> Option<Self> {
        let comment = behind_key.strip_prefix(':')?.trim_start().strip_prefix('#')?;
        let word = comment.split_whitespace().find(|word| word.contains(".md"))?;
        let quoted = word.starts_with(['"', '\'']);
        Some(Self { form: ReferenceForm::File, listed: false, quoted })
    }

    /// A word and a number, or the file's name where records have no numbers, for a directory that shows no form.
    pub(super) fn usual(word: &str, digits: Option<usize>) -> Self {
        let form = match digits {
            Some(digits) => ReferenceForm::Number { before: format!("{word}-"), digits },
            None => ReferenceForm::Stem,
        };
        Self { form, listed: false, quoted: false }
    }

    /// A record in this form, as YAML; `link` is the one that text has.
    pub(super) fn write(&self, number: Option<u64>, path: &str, link: &str) -> String {
        let value = match &self.form {
            ReferenceForm::Link if link.contains(['"', '\\']) => file_name(path).to_owned(),
            _ => self.in_text(number, path, link),
        };
        let quoted = self.quoted || value == link;
        let value = if quoted { Notation::Yaml.quoted(&value, "") } else { value };
        if self.listed { format!("[{value}]") } else { value }
    }

    /// The same in a line of text.
    pub(super) fn in_text(&self, number: Option<u64>, path: &str, link: &str) -> String {
        match (&self.form, number) {
            (ReferenceForm::Number { before, digits }, Some(number)) => {
                format!("{before}{number:0digits$}")
            }
            (ReferenceForm::Stem, _) => record_path::stem(path).to_owned(),
            (ReferenceForm::Link, _) => link.to_owned(),
            _ => file_name(path).to_owned(),
        }
    }
}

fn form_of(record: &Record, relation: &Relation, all: &[Record]) -> Option<ReferenceForm> {
    let raw = record.source.slice(relation.span);
    let other = all.iter().find(|other| names(record, &relation.target, other));
    let path = other.map_or("", |other| other.path.as_str());
    if raw.contains("](") {
        return Some(ReferenceForm::Link);
    }
    if raw == file_name(path) {
        return Some(ReferenceForm::File);
    }
    if raw == record_path::stem(path) {
        return Some(ReferenceForm::Stem);
    }
    let Some(Id::Number(number)) = relation.target.id() else { return None };
    let before = raw.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &raw[before.len()..];
    (digits.parse() == Ok(number)).then_some(())?;
    let padded = if digits.starts_with('0') { digits.len() } else { 1 };
    Some(ReferenceForm::Number { before: before.to_owned(), digits: padded })
}

/// Whether what follows is an item of a list: `- `, `replaces: [`, `replaces = ["`, or a line without a key.
fn is_in_list(before: &str) -> bool {
    match before.split_once([':', '=']) {
        Some((_, value)) if !before.trim_start().starts_with('-') => {
            value.trim_start().starts_with('[')
        }
        _ => true,
    }
}
