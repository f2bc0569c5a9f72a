//! What an editor offers to do about a finding.

mod allow;
mod mend;
mod section;

use lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionParams, Range,
};

use crate::diagnostics;
use crate::edits::{self, Change};
use crate::places::Places;
use crate::workspace::{Here, Workspace};

/// Something that can be done: what it is called, and what it changes.
struct Offer {
    title: String,
    changes: Vec<Change>,
    /// Whether it mends what is wrong, and does not only quieten it.
    mends: bool,
}

/// For more findings of a range nobody looks for a comment in a list; each costs a look at the text with it.
const MOST_ALLOWED: usize = 12;

/// All that can be done about the findings of a range, the best first for each.
pub(crate) fn offered(
    workspace: &Workspace,
    params: &CodeActionParams,
) -> Option<Vec<CodeActionOrCommand>> {
    if !wants_fixes(&params.context) {
        return None;
    }
    let here = workspace.here(&params.text_document.uri)?;
    let mut places = Places::new(workspace, here.project);
    let mut writer = diagnostics::Writer::new(here.project, workspace.encoding);
    let mut actions = Vec::new();
    let mut allowed = 0;
    for finding in here.snapshot.findings_in(here.name) {
        let place = here.range(finding.place.span);
        if !place.is_some_and(|place| overlap(place, params.range)) {
            continue;
        }
        let offers =
            mend::offer(finding).into_iter().chain(section::offers(here.snapshot, finding)).chain(
                (allowed < MOST_ALLOWED).then(|| allow::offer(here.snapshot, finding)).flatten(),
            );
        allowed += 1;
        for offer in offers {
            let Some(edit) = edits::all(&mut places, &offer.changes) else { continue };
            let diagnostic = writer.finding(finding);
            actions.push(CodeActionOrCommand::CodeAction(CodeAction {
                title: offer.title,
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(vec![moved(&here, diagnostic, finding.place.span)]),
                edit: Some(edit),
                is_preferred: offer.mends.then_some(true),
                ..CodeAction::default()
            }));
        }
    }
    Some(actions)
}

fn wants_fixes(context: &CodeActionContext) -> bool {
    let fixes =
        |kind: &CodeActionKind| kind.as_str().is_empty() || *kind == CodeActionKind::QUICKFIX;
    context.only.as_ref().is_none_or(|only| only.iter().any(fixes))
}

/// Whether two ranges have a place in common, be it the end of both.
fn overlap(a: Range, b: Range) -> bool {
    a.start <= b.end && b.start <= a.end
}

/// A diagnostic where its finding lies now.
fn moved(
    here: &Here<'_>,
    mut diagnostic: lsp_types::Diagnostic,
    place: text::source::Span,
) -> lsp_types::Diagnostic {
    diagnostic.range = here.range(place).unwrap_or(diagnostic.range);
    diagnostic
}
