//! Where the page of a section is.

use std::collections::{HashMap, HashSet};

use readers::analysis::Analysis;
use readers::document::Annotated;
use readers::document::coverage::{DocumentCoverage, SectionCoverage};
use readers::settings::Missing;
use text::markdown::anchor;

use crate::missing::missing;

/// The headings of the chapters that are bound, with their ids.
pub(super) struct Places<'a> {
    analysis: &'a Analysis<'a>,
    by_file: HashMap<&'a str, &'a Annotated>,
    /// Of a file, the ids of its headings by their lines.
    ids: HashMap<&'a str, HashMap<usize, String>>,
}

impl<'a> Places<'a> {
    pub(super) fn of(analysis: &'a Analysis<'a>) -> Self {
        let book = analysis.book;
        let bound = analysis.annotated.iter().filter(|chapter| chapter.bound.is_some());
        let by_file =
            bound.map(|chapter| (book.chapters[chapter.chapter].file(), chapter)).collect();
        Self { analysis, by_file, ids: HashMap::new() }
    }

    /// The path of a section's chapter and its heading's id; none where no page shows it.
    pub(super) fn of_section(
        &mut self,
        document: &'a DocumentCoverage,
        section: &'a SectionCoverage,
    ) -> Option<(&'a str, String)> {
        let file: &'a str = section.path.as_deref().unwrap_or(&document.path);
        let chapter = *self.by_file.get(file)?;
        let id = match section.line {
            Some(line) => self.ids_of(file, chapter).get(&line)?.clone(),
            None => self.shown_id(document, section, chapter)?,
        };
        Some((&self.analysis.book.chapters[chapter.chapter].path, id))
    }

    fn ids_of(&mut self, file: &'a str, chapter: &'a Annotated) -> &HashMap<usize, String> {
        self.ids.entry(file).or_insert_with(|| {
            let document = &chapter.document;
            let lines = document.outline.sections.iter().map(|one| one.heading.start);
            let lines = lines.map(|start| document.source.line(start));
            lines.zip(anchor::ids(document)).collect()
        })
    }

    /// The id of a missing section where its skeleton is shown; a document of several chapters may show it in
    /// any of them.
    fn shown_id(
        &self,
        document: &DocumentCoverage,
        section: &SectionCoverage,
        chapter: &Annotated,
    ) -> Option<String> {
        let files: HashSet<&str> =
            document.sections.iter().filter_map(|section| section.path.as_deref()).collect();
        let bound = chapter.bound.as_ref().filter(|bound| !bound.shared)?;
        let alone = files.iter().all(|&file| file == document.path);
        let shown = missing(self.analysis, bound) == Missing::Skeleton;
        (alone && shown).then(|| section.id.replace('.', "-"))
    }
}
