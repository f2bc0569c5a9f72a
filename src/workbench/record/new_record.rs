//! The text of a new record, and what the records that it supersedes say of it.

use std::sync::Arc;

use readers::adr::blank;
use readers::adr::blank::{Filling, Misfit};
use readers::adr::naming;
use readers::adr::{Record, RelationKind, read, reread, skeleton};
use readers::settings::RecordForm;
use text::markdown::Document;
use text::markdown::front_matter::Notation;
use text::source::Source;
use text::word::Word;
use text::wording::{capitalized, uncapitalized};
use words::RelationVerb;
use words::wording_or_english;

use super::change::Change;
use super::form;
use super::said::{EditContext, RelationSide};
use super::style::{Named, link, link_to_file};
use super::{RecordError, by_hand, superseded_by};

/// What a new record's text is made from.
pub(super) enum Basis {
    /// One that was asked for.
    BuiltIn(RecordForm),
    /// The team's own template.
    Team(Arc<Source>),
    /// What most records have; where they show no form, the built-in one that is nearest to theirs.
    Usual(RecordForm),
}

/// A record that is not written yet.
pub(super) struct NewRecord<'a> {
    pub(super) context: EditContext<'a>,
    /// The records with whose files it will lie.
    pub(super) beside: &'a [Record],
    /// What it is counted as.
    pub(super) number: u64,
    /// The same with as many digits as the others have; none where records have no numbers.
    pub(super) digits: Option<String>,
    /// Its file, in the directory.
    pub(super) path: String,
    /// The words of its heading.
    pub(super) heading: String,
    pub(super) title: &'a str,
    /// What it supersedes.
    pub(super) older: &'a [&'a Record],
}

impl NewRecord<'_> {
    /// The changes after which the older records say that this one, called `reference`, takes their place.
    ///
    /// # Errors
    /// Another has done so before and is not to be joined (`also`), or only an author can tell the record.
    pub(super) fn supersession_edits(
        &self,
        reference: &str,
        also: bool,
    ) -> Result<Vec<Change>, RecordError> {
        let EditContext { shelf, style, .. } = self.context;
        let kind = RelationKind::SupersededBy;
        let (mut changes, mut left) = (Vec::new(), Vec::new());
        for older in self.older.iter().copied() {
            if let Some((by, span)) = superseded_by(older).filter(|_| !also) {
                let (name, at) = (older.name(), shelf.at(older, span));
                return Err(RecordError::Superseded { name, by, at });
            }
            let link = link_to_file(reference, &older.path, &self.path);
            let new = Named { link, number: Some(self.number), path: &self.path };
            let said = RelationSide::new(self.context, kind, style.relation(kind, older), new);
            let edits = |record: &Record| said.edits(record);
            if Change::add(&mut changes, older, &shelf.own, edits).is_none() {
                left.push((older, said.line()));
            }
        }
        if left.is_empty() { Ok(changes) } else { Err(by_hand(shelf, style, left)) }
    }

    /// Its whole text.
    ///
    /// # Errors
    /// The team's template does not read as the record once it is filled in.
    pub(super) fn text(&self, basis: Basis) -> Result<String, RecordError> {
        match basis {
            Basis::BuiltIn(form) => self.built_in(form),
            Basis::Team(template) => self.filled(&template),
            Basis::Usual(nearest) => {
                let language = self.context.style.language();
                let guidance = |part| form::guidance(nearest, part, language);
                let made = skeleton::of(self.beside, self.number, guidance);
                let made = made.and_then(|made| self.filled(&made).ok());
                let made = made.filter(|text| self.is_read_from(text));
                made.map_or_else(|| self.built_in(nearest), Ok)
            }
        }
    }

    /// The state that it begins in.
    fn status(&self) -> String {
        let EditContext { shelf, style, .. } = self.context;
        let wanted = if self.older.is_empty() { "proposed" } else { "accepted" };
        style.new_status(wanted, &shelf.own)
    }

    /// A template, with what the new record supersedes.
    fn filled(&self, template: &Arc<Source>) -> Result<String, RecordError> {
        let EditContext { shelf, style, date } = self.context;
        let status = style.before_status(date) + &self.status() + &style.after_status(date);
        let filling = Filling {
            path: &self.path,
            number: self.digits.as_deref(),
            title: self.title,
            heading: (!self.beside.is_empty()).then_some(&*self.heading),
            is_headed_so: naming::has_headings_in_front(self.beside),
            status: &status,
            date: &style.date(date),
        };
        let unusable = |problem: &str| RecordError::Template {
            path: shelf.directory.join(template.path()),
            problem: problem.to_owned(),
        };
        let mut record = blank::fill(template, filling, &shelf.own)
            .map_err(|misfit| unusable(&misfit.to_string()))?;
        if let Some(text) = self.without_how_to(record.source.text()) {
            record = reread(&record, text, &shelf.own).unwrap_or(record);
        }
        let kind = RelationKind::Supersedes;
        let words = style.relation(kind, &record);
        for older in self.older {
            let edits =
                RelationSide::new(self.context, kind, words.clone(), style.named(&record, older))
                    .edits(&record)
                    .ok_or_else(|| unusable("has no place to say which record is superseded"))?;
            let text = Change::of(&record, edits).text;
            record = reread(&record, &text, &shelf.own).unwrap_or(record);
        }
        Ok(record.source.text().to_owned())
    }

    /// The text below a comment at its top that tells how the template is used: several records were made without it.
    fn without_how_to<'t>(&self, text: &'t str) -> Option<&'t str> {
        const FEWEST: usize = 2;
        let is_comment = |text: &str| text.trim_start().starts_with("<!--");
        let mut beside = self.beside.iter().map(|record| record.source.text());
        let kept = self.beside.len() < FEWEST || beside.any(is_comment);
        let (_, below) = text.split_once("-->").filter(|_| is_comment(text) && !kept)?;
        Some(below.trim_start())
    }

    /// Whether a text that was made like the ones beside it reads as this record: its title, and a status where one
    /// of them states any.
    fn is_read_from(&self, text: &str) -> bool {
        let stated = self.beside.iter().any(|record| record.status.is_some());
        let document = Document::parse(&Source::new(&*self.path, text));
        read(&document, &self.path, &self.context.shelf.own).record().is_some_and(|record| {
            let same_title = naming::same_title(&record.shown_title(), self.title);
            same_title && record.status.is_some() >= stated
        })
    }

    /// A built-in form, filled in: its capitals, and the team's words.
    fn built_in(&self, form: RecordForm) -> Result<String, RecordError> {
        let EditContext { style, date, .. } = self.context;
        let links = self.older.iter().map(|older| link(&older.name(), &self.path, older));
        let links: Vec<String> = links.collect();
        let supersedes = wording_or_english(RelationVerb::Supersedes, style.language());
        let status = match (form::is_yaml(form), links.is_empty()) {
            (true, true) => Notation::Yaml.scalar(&self.status().to_lowercase(), ""),
            (true, false) => {
                let (status, verb) = (self.status().to_lowercase(), uncapitalized(&supersedes));
                Notation::Yaml.quoted(&format!("{status}; {verb} {}", links.join(", ")), "")
            }
            (false, _) => {
                let lines = links.iter().map(|link| format!("\n\n{supersedes} {link}"));
                let dated = style.after_status(date);
                capitalized(&self.status()) + &dated + &lines.collect::<String>()
            }
        };
        // The title comes last: it may hold anything.
        let text = form::text(form)
            .replace("{{date}}", &style.date(date))
            .replace("{{status}}", &status)
            .replace("{{heading}}", &self.heading);
        let unreadable = |misfit: Misfit| RecordError::Template {
            path: form.word().into(),
            problem: misfit.to_string(),
        };
        let misfit = blank::unread(&Document::parse(&Source::new(&*self.path, text.as_str())));
        misfit.map(unreadable).map_or(Ok(text), Err)
    }
}
