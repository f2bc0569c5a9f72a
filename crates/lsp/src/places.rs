//! Where places of a project lie now. Each text is compared with the one that was read, and its lines are counted,
//! once for all places of an answer: there may be thousands in one paragraph.

use std::collections::HashMap;
use std::sync::Arc;

use lsp_types::{Location, Range};
use text::source::{Place, Source, Span};

use crate::buffer::Buffer;
use crate::position::Lines;
use crate::project::Project;
use crate::shift::TextShift;
use crate::workspace::Workspace;

pub(crate) struct Places<'w> {
    pub(crate) workspace: &'w Workspace,
    pub(crate) project: &'w Project,
    texts: HashMap<*const Source, Text<'w>>,
}

/// A text as it was read, and as it is.
struct Text<'w> {
    /// Held, so that no other source comes to lie where it lies.
    _read: Arc<Source>,
    now: Now<'w>,
}

enum Now<'w> {
    Open(&'w Buffer, TextShift),
    Closed(Lines),
}

impl<'w> Places<'w> {
    pub(crate) fn new(workspace: &'w Workspace, project: &'w Project) -> Self {
        Self { workspace, project, texts: HashMap::new() }
    }

    /// Where a place lies, for an edit: none where anything of it was changed.
    pub(crate) fn unchanged(&mut self, place: &Place) -> Option<Range> {
        self.moved(place, TextShift::unchanged)
    }

    /// Where a place lies; none where it was written over.
    pub(crate) fn range(&mut self, place: &Place) -> Option<Range> {
        self.moved(place, TextShift::forward)
    }

    /// The same with the file's address; the file's beginning for a place that was written over.
    pub(crate) fn location(&mut self, place: &Place) -> Option<Location> {
        let path = self.project.path(place.source.path());
        let range = self.range(place).unwrap_or_default();
        Some(Location::new(self.workspace.uri(&path)?, range))
    }

    fn moved(&mut self, place: &Place, way: fn(TextShift, Span) -> Option<Span>) -> Option<Range> {
        let (workspace, project) = (self.workspace, self.project);
        let source = &place.source;
        let text = self.texts.entry(Arc::as_ptr(source)).or_insert_with(|| {
            let now = match workspace.buffer_at(&project.path(source.path())) {
                Some(open) => Now::Open(open, TextShift::between(source.text(), open.text())),
                None => Now::Closed(Lines::of(source.text(), workspace.encoding)),
            };
            Text { _read: Arc::clone(source), now }
        });
        match &text.now {
            Now::Open(open, shift) => way(*shift, place.span).map(|span| open.range(span)),
            Now::Closed(lines) => Some(lines.range(source.text(), place.span)),
        }
    }
}
