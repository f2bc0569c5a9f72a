//! The page of a log: one, however many records are sections of it.

use crate::record_path;
use text::link;
use text::source::Place;

use super::record::Record;

/// What stands for a log as a whole.
#[derive(Clone, Debug)]
pub struct LogPage {
    /// Its heading, the title in its front matter, or the words of its file's name.
    pub title: String,
    /// Where it begins.
    pub head: Place,
}

impl LogPage {
    /// The log that a record is a section of; none of a record with a file of its own.
    pub fn of(record: &Record) -> Option<Self> {
        record.anchor.as_ref()?;
        let document = record.file();
        let sections = &document.outline.sections;
        let mut highest = sections.iter().filter(|section| section.level == 1);
        // One of several is the heading of a part.
        let only = highest.next().filter(|_| highest.next().is_none());
        let first = sections.first().filter(|first| first.level == 1).or(only);
        // What stands with the records on one level is one of them, or beside them.
        let own = first.filter(|first| {
            first.heading.start < record.span.start && record.span.end <= first.end
        });
        let heading = own.and_then(|own| document.blocks[own.block].heading());
        let words = heading.map(|heading| heading.text.plain()).filter(|words| !words.is_empty());
        let words = words.or_else(|| document.stated_title().map(str::to_owned));
        let line = || record.source.line_span(1);
        let head = record.place(own.map_or_else(line, |own| own.heading));
        Some(Self { title: words.unwrap_or_else(|| name(&record.path)), head })
    }
}

/// The words of a file's name, or of its directory's where it is the page of that.
fn name(path: &str) -> String {
    let directory = link::file_name(link::directory(path));
    let own = link::is_directory_page(path) && !directory.is_empty();
    let stem = if own { directory } else { record_path::stem(path) };
    stem.replace(['-', '_'], " ")
}

#[cfg(test)]
mod tests {
    use text::markdown::Document;
    use text::source::Source;

    use super::*;
    use crate::adr::sections;
    use crate::adr::status::OwnWords;

    fn title(path: &str, text: &str) -> String {
        let document = Document::parse(&Source::new(path, text));
        let records = sections::records(&document, path, &OwnWords::new());
        LogPage::of(&records[0]).unwrap().title
    }

    #[test]
    fn a_log_is_called_as_its_heading_or_its_file_is() {
        let records = "## ADR-1: Use a queue\n\nStatus: Accepted\n\n## ADR-2: Use a log\n\nStatus: Accepted\n";
        assert_eq!(title("docs/log.md", &format!("# The `gate`\n\n{records}")), "The gate");
        assert_eq!(title("docs/team_log.md", records), "team log");
        let below = format!("## Purpose\n\nIt is.\n\n# The gate\n\n{records}");
        assert_eq!(title("docs/team_log.md", &below), "The gate");
        let front = |heading: &str| format!("---\ntitle: Of the yard\n---\n\n{heading}{records}");
        assert_eq!(title("docs/team_log.md", &front("")), "Of the yard");
        assert_eq!(title("docs/team_log.md", &front("# The gate\n\n")), "The gate");
        assert_eq!(title("docs/gate-log/README.md", records), "gate log");
    }
}
