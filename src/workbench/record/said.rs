//! What one record says of another, and the edits after which it does.

use readers::adr::succession::{
    Apart, Beginning, Other, Precedent, Relating, Succession, begin, relate, supersede,
};
use readers::adr::{Origin, Record, RelationKind, Status};
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
    /// The form that the team has for them elsewhere, and the other as it is named there.
    like: Option<(Precedent, String)>,
}

impl<'a> RelationSide<'a> {
    pub(super) fn new(
        context: EditContext<'a>,
        kind: RelationKind,
        words: String,
        other: Named<'_>,
    ) -> Self {
        let Named { link, number, path } = other;
        let style = context.style;
        let (value, key) = (style.value(kind, number, path, &link), style.key(kind));
        let like = style.precedent(kind).map(|like| {
            let named = match like {
                Precedent::Line { .. } => style.value_on_line(kind, number, path, &link),
                _ => value.clone(),
            };
            (like, named)
        });
        Self { context, kind, words, link, value, key, like }
    }

    /// The line for an author who has to write it.
    pub(super) fn line(&self) -> String {
        format!("{} {}", self.words, self.link)
    }

    /// The line as the status of a record: in front matter the other is named as others name theirs there.
    fn status_line(&self, record: &Record) -> String {
        let in_front =
            record.status.as_ref().is_some_and(|status| status.origin == Origin::FrontMatter);
        if in_front && self.context.style.names_plainly() {
            let value = self.value.trim_matches(['[', ']', '"', '\'']);
            return format!("{} {value}", self.words);
        }
        self.line()
    }

    /// What is to become of a record as it reads then; none where that has to be left to its author. With its first
    /// successor its status changes.
    pub(super) fn edits(&self, record: &Record) -> Option<Vec<TextEdit>> {
        let EditContext { shelf, style, date } = self.context;
        let like = self.like.as_ref().map(|(like, named)| (like, named.as_str()));
        let other = Other { link: &self.link, value: &self.value, key: self.key.as_deref(), like };
        if self.kind != RelationKind::SupersededBy || superseded_by(record).is_some() {
            let heading = style.links(record);
            let told = Relating { kind: self.kind, words: &self.words, other, heading: &heading };
            return relate(record, told, &shelf.own);
        }
        let (line, word) = (self.status_line(record), style.superseded(&shelf.own));
        if style.lacks_sign(record, Status::Superseded, &word) {
            return None;
        }
        let sign = style.sign(Status::Superseded, &word);
        let apart = Some(Apart { word: &word, by: other });
        let behind = style.behind_status(date);
        let told = Succession {
            line: &line,
            apart,
            sign: &sign,
            date,
            behind: &behind,
            dated: false,
            former: style.former(record, &shelf.own),
        };
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
