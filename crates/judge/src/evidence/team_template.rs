//! What a team's own template asks for: a file beside the records, or above them, that is called one.

use std::collections::HashSet;
use std::path::Path;

use crate::evidence::heading::Heading;
use readers::adr::{Collection, Record};
use readers::record_path;
use text::link;
use text::markdown::Document;
use text::markdown::block::Block;
use words::{Part, Reference, Vocabulary};

/// The templates of a book's records.
pub(crate) struct Templates<'a>(Vec<Template<'a>>);

struct Template<'a> {
    directory: &'a Path,
    /// Those of its sections: as written, in lower case, and what each announces.
    headings: Vec<(String, Heading)>,
}

impl<'a> Templates<'a> {
    pub(crate) fn of(records: &'a Collection) -> Self {
        let is_template = |stem| Vocabulary::known().mentions(Reference::Template, stem).is_some();
        let named =
            records.asides.iter().filter(|aside| is_template(record_path::stem(aside.path())));
        let read = named.map(|aside| {
            let document = Document::parse(aside);
            let mut headings = document.blocks.iter().filter_map(Block::heading).peekable();
            // Each record has a title of its own.
            let _title = headings.next_if(|heading| heading.level == 1);
            let texts = headings.map(|heading| heading.text.plain());
            Template {
                directory: Path::new(link::directory(aside.path())),
                headings: texts.map(|text| (text.to_lowercase(), Heading::of(&text))).collect(),
            }
        });
        Self(read.collect())
    }

    /// Whether a record is written in the form of a template beside or above it that has no section for any
    /// of these parts.
    pub(crate) fn leave_out(&self, record: &Record, parts: &[Part]) -> bool {
        let home = Path::new(link::directory(record.source.path()));
        let mut followed = self.0.iter().filter(|template| {
            home.starts_with(template.directory) && template.is_followed_by(record)
        });
        followed.any(|template| !template.asks(parts))
    }
}

impl Template<'_> {
    fn asks(&self, parts: &[Part]) -> bool {
        self.headings.iter().any(|(_, heading)| heading.mentions(parts))
    }

    /// Whether a record has most of its headings, or all of a few.
    fn is_followed_by(&self, record: &Record) -> bool {
        const FEWEST: usize = 3;
        const FEWEST_OF_ALL: usize = 2;
        let titles: HashSet<String> =
            record.sections.iter().map(|section| section.title.to_lowercase()).collect();
        let shared = self.headings.iter().filter(|(text, _)| titles.contains(text)).count();
        let all = self.headings.len();
        shared >= FEWEST && shared * 2 > all || shared >= FEWEST_OF_ALL && shared == all
    }
}
