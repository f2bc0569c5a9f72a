//! What a rule looks at. The runner loops, so that a rule words one finding and no more.

use readers::adr::collection::Entry;
use readers::analysis::Analysis;
use readers::changelog::{ChangeLogs, History, Log};
use readers::document::{Annotated, BoundDocument};
use words::date::Date;

use crate::change::Change;
use crate::finding::Finding;

type LookAtLog = fn(&History, &Log, Date, &mut Vec<Finding>);

/// A rule's function, by its subject.
#[derive(Clone, Copy)]
pub(crate) enum Check {
    /// All of the book at once.
    Book(fn(&Analysis<'_>, &mut Vec<Finding>)),
    /// A chapter with directives or a template.
    Chapter(fn(&Analysis<'_>, &Annotated, &mut Vec<Finding>)),
    /// A chapter that is bound to a template.
    Document(fn(&BoundDocument, &mut Vec<Finding>)),
    /// The same with what stands around it.
    DocumentOfBook(fn(&Analysis<'_>, &Annotated, &BoundDocument, &mut Vec<Finding>)),
    /// A decision record.
    Record(fn(&Analysis<'_>, &Entry, &mut Vec<Finding>)),
    /// A document with change logs.
    History(fn(&History, &mut Vec<Finding>)),
    /// A change log of a document, with the day that counts as today.
    Log(LookAtLog),
    /// A change log of a document; then all of the book at once.
    LogAndBook(LookAtLog, fn(&Analysis<'_>, &mut Vec<Finding>)),
    /// Two states of a book; a single one has nothing for it.
    Change(fn(&Change<'_>, &mut Vec<Finding>)),
    /// Nothing: what it reports is known elsewhere.
    Nothing,
}

impl Check {
    /// Looks at every subject of its kind.
    pub(crate) fn run(self, analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
        match self {
            Self::Book(look) => look(analysis, findings),
            Self::Chapter(look) => {
                analysis.annotated.iter().for_each(|chapter| look(analysis, chapter, findings));
            }
            Self::Document(look) => {
                analysis.bound().for_each(|(_, document)| look(document, findings));
            }
            Self::DocumentOfBook(look) => {
                for (chapter, document) in analysis.bound() {
                    look(analysis, chapter, document, findings);
                }
            }
            Self::Record(look) => {
                analysis.records.entries.iter().for_each(|entry| look(analysis, entry, findings));
            }
            Self::History(_) | Self::Log(_) => self.run_on_logs(&analysis.change_logs, findings),
            Self::LogAndBook(_, look) => {
                self.run_on_logs(&analysis.change_logs, findings);
                look(analysis, findings);
            }
            Self::Change(_) | Self::Nothing => {}
        }
    }

    /// Looks at what a change did.
    pub(crate) fn run_on_change(self, change: &Change<'_>, findings: &mut Vec<Finding>) {
        if let Self::Change(look) = self {
            look(change, findings);
        }
    }

    /// Looks at change logs, which need no book around them.
    pub(crate) fn run_on_logs(self, logs: &ChangeLogs, findings: &mut Vec<Finding>) {
        for history in &logs.histories {
            match self {
                Self::History(look) => look(history, findings),
                Self::Log(look) | Self::LogAndBook(look, _) => {
                    history.judged().for_each(|log| look(history, log, logs.today, findings));
                }
                _ => return,
            }
        }
    }
}
