//! What is reported: a finding names a rule, a place, a reason and a fix.

use std::borrow::Cow;
use std::sync::Arc;

use text::source::Place;
use text::wording::one_line;

use crate::level::Level;
use crate::rule::Rule;

/// A change of one file that fixes a finding: `span` becomes `text`.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The file and what is replaced there; an empty span inserts.
    pub place: Place,
    /// What stands there afterwards.
    pub text: String,
}

/// A second place that matters to a finding.
#[derive(Clone, Debug)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is to be seen there.
    pub label: String,
}

/// How a finding reads in a list of its kind, where a chapter has several.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What they have in common, as it follows their number: `sections are missing`.
    pub plural: Cow<'static, str>,
    /// What sets this one apart: a section's heading.
    pub name: String,
    /// A further note on it, as long as the list is that of one document.
    pub aside: Option<String>,
    /// The fix of all, one text for all of them.
    pub help: Option<Arc<str>>,
    /// The note below the list, in the same way.
    pub note: Option<Arc<str>>,
    /// Its place in the list; the findings' own order need not be that of their places.
    pub order: usize,
    /// Whether those of all files of a directory are one list, because they have one cause.
    pub across: bool,
}

/// One thing that is wrong, at one place.
///
/// Built with [`Finding::new`], which demands the rule, the place and the message; everything else
/// is added by the methods that return `Self`.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// Set from the configuration once all findings are known; rules leave the default.
    pub level: Level,
    /// The primary place.
    pub place: Place,
    /// What is wrong, in one line that starts in lower case and ends without a full stop.
    pub message: String,
    /// What stands at the primary place, in two or three words (shown beside the caret).
    pub label: Option<Cow<'static, str>>,
    /// Other places that matter.
    pub related: Vec<Related>,
    /// Why it matters here.
    pub notes: Vec<String>,
    /// The edit that fixes it, in words.
    pub help: Option<String>,
    /// The same as data, where a program can apply it without losing text.
    pub edits: Vec<Edit>,
    /// The template section it is about, by id.
    pub section: Option<String>,
    /// The document it is about (a key of levels by status), where it is about one.
    pub document: Option<String>,
    /// How it reads in a list; none for a finding that stands alone.
    pub entry: Option<Entry>,
}

impl Finding {
    /// A finding at its place.
    pub fn new(rule: &'static Rule, place: Place, message: impl Into<String>) -> Self {
        Self {
            rule,
            level: Level::Warn,
            place,
            message: one_line(&message.into()),
            label: None,
            related: Vec::new(),
            notes: Vec::new(),
            help: None,
            edits: Vec::new(),
            section: None,
            document: None,
            entry: None,
        }
    }

    /// Words beside the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<Cow<'static, str>>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// One more reason.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        // Most have one.
        self.notes.reserve_exact(1);
        self.notes.push(note.into());
        self
    }

    /// The fix, in words.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Another place that matters.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push(Related { place, label: label.into() });
        self
    }

    /// The fix, as data.
    #[must_use]
    pub fn edit(mut self, place: Place, text: impl Into<String>) -> Self {
        self.edits.push(Edit { place, text: text.into() });
        self
    }

    /// The template section it is about.
    #[must_use]
    pub fn section(mut self, id: impl Into<String>) -> Self {
        self.section = Some(id.into());
        self
    }

    /// The document it is about.
    #[must_use]
    pub fn document(mut self, name: impl Into<String>) -> Self {
        self.document = Some(name.into());
        self
    }

    /// Several of this kind in a chapter are listed in one diagnostic for people: after their number
    /// comes `plural`, then each `name` by its `order`.
    #[must_use]
    pub fn entry(
        mut self,
        plural: impl Into<Cow<'static, str>>,
        name: impl Into<String>,
        order: usize,
    ) -> Self {
        let (plural, name) = (plural.into(), name.into());
        let (aside, help, note) = (None, None, None);
        self.entry = Some(Entry { plural, name, aside, help, note, order, across: false });
        self
    }

    /// The same for what has one cause in a directory: a habit, or the lack of a setting.
    #[must_use]
    pub fn entry_of_directory(
        mut self,
        plural: impl Into<Cow<'static, str>>,
        name: impl Into<String>,
    ) -> Self {
        let (plural, name) = (plural.into(), name.into());
        let (aside, help, note) = (None, None, None);
        self.entry = Some(Entry { plural, name, aside, help, note, order: 0, across: true });
        self
    }

    /// The fix of all that are listed in one diagnostic.
    #[must_use]
    pub(crate) fn help_for_all(mut self, help: impl Into<Arc<str>>) -> Self {
        if let Some(entry) = &mut self.entry {
            entry.help = Some(help.into());
        }
        self
    }

    /// The note on all that are listed in one diagnostic.
    #[must_use]
    pub(crate) fn note_for_all(mut self, note: impl Into<Arc<str>>) -> Self {
        if let Some(entry) = &mut self.entry {
            entry.note = Some(note.into());
        }
        self
    }

    /// What a list says of it besides its name, as long as it is that of one document.
    #[must_use]
    pub fn aside(mut self, aside: impl Into<String>) -> Self {
        if let Some(entry) = &mut self.entry {
            entry.aside = Some(aside.into());
        }
        self
    }

    /// The message with its notes and its help, for readers that show no snippet.
    pub fn full_text(&self) -> String {
        let notes = self.notes.iter().map(|note| format!("note: {note}"));
        let help = self.help.iter().map(|help| format!("help: {help}"));
        let rest: Vec<String> = notes.chain(help).collect();
        if rest.is_empty() {
            return self.message.clone();
        }
        format!("{}\n\n{}", self.message, rest.join("\n"))
    }
}

/// Orders findings as an author reads: by file, then by place, then by rule.
pub fn sort(findings: &mut [Finding]) {
    // By keys of their own: there may be thousands, and a sort that moves them holds them twice.
    findings.sort_by_cached_key(|finding| {
        let Place { source, span } = &finding.place;
        (source.path().to_owned(), *span, finding.rule.name)
    });
}
