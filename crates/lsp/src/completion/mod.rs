//! What can be written at the cursor. The text counts as it is now; what there is to name comes from the last
//! look at the project.

mod cursor;
mod directive;
mod item;
mod record;
mod rule;
mod section;
mod status;

use lsp_types::{CompletionParams, CompletionResponse};

use crate::workspace::Workspace;

use cursor::Cursor;

/// What begins a word that can be completed, besides letters.
pub(crate) const TRIGGERS: [&str; 6] = ["#", "=", "\"", "(", ",", " "];

/// What fits there, the best first; none where nobody would look for anything of ours.
pub(crate) fn at(workspace: &Workspace, params: &CompletionParams) -> Option<CompletionResponse> {
    let at = &params.text_document_position;
    let here = workspace.here(&at.text_document.uri)?;
    let cursor = Cursor::new(here, at.position);
    let ours = || directive::items(&cursor).or_else(|| rule::items(&cursor));
    let authors = || {
        section::items(&cursor)
            .or_else(|| record::items(&cursor))
            .or_else(|| status::items(&cursor))
            .filter(|_| !cursor.is_in_code())
    };
    let found = ours().or_else(authors)?;
    let items = found.into_iter().enumerate();
    let items = items.map(|(rank, item)| item.written(&cursor, rank)).collect();
    Some(CompletionResponse::Array(items))
}
