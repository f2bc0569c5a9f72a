//! What one record says of another, and the edits after which it does.

use readers::adr::succession::{
    Apart, Beginning, Other, Relating, Succession, begin, relate, supersede,
};
use readers::adr::{Record, RelationKind, Status};
use text::edit::TextEdit;
use words::date::Date;

use super::shelf::Shelf;
use super::style::{Named, Style};
use super::superseded_by;

/// What records are told with.
#[derive(Clone, Copy)]
pub(super) struct EditContext<'a> {
    pub(super) shelf: &'a Shelf,
    pub(super) style: &'a Style<'a>,
    /// The day on which a status changes.
    pub(super) date: Date,
}

/// One record's side of a relation.
pub(super) struct RelationSide<'a> {
    context: EditContext<'a>,
    kind: RelationKind,
    /// The verb.
    words: String,
    link: String,
    /// What names the other in front matter.
    value: String,
    /// The key of the front matter for relations of the kind, where the team has one.
    key: Option<String>,
}

impl<'a> RelationSide<'a> {
    pub(super) fn new(
        context: EditContext<'a>,
        kind: RelationKind,
        words: String,
        other: Named<'_>,
    ) -> Self {
        let Named { link, number, path } = other;
        let (value, key) = (context.style.value(number, path, &link), context.style.key(kind));
        Self { context, kind, words, link, value, key }
    }

    /// The line for an author who has to write it.
    pub(super) fn line(&self) -> String {
        format!("{} {}", self.words, self.link)
    }

    /// What is to become of a record as it reads then; none where that has to be left to its author. With its first
    /// successor its status changes.
    pub(super) fn edits(&self, record: &Record) -> Option<Vec<TextEdit>> {
        let EditContext { shelf, style, date } = self.context;
        let other = Other { link: &self.link, value: &self.value, key: self.key.as_deref() };
        if self.kind != RelationKind::SupersededBy || superseded_by(record).is_some() {
            let heading = style.links(record);
            let told = Relating { kind: self.kind, words: &self.words, other, heading: &heading };
            return relate(record, told, &shelf.own);
        }
        let (line, word) = (self.line(), style.superseded(&shelf.own));
        let sign = style.sign(Status::Superseded);
        let apart = Some(Apart { word: &word, by: other });
        let behind = style.behind_status(date);
        let told =
            Succession { line: &line, apart, sign: &sign, date, behind: &behind, dated: false };
        supersede(record, told, &shelf.own)
            .or_else(|| self.context.begun(record, &line, Status::Superseded))
    }
}

impl EditContext<'_> {
    /// A status for a record that states none.
    pub(super) fn begun(
        &self,
        record: &Record,
        line: &str,
        status: Status,
    ) -> Option<Vec<TextEdit>> {
        let heading = self.style.status_heading(record);
        let told = Beginning { line, status, heading: &heading };
        begin(record, told, self.style.records(), &self.shelf.own)
    }
}
