//! Where that stands which words lead to.

use lsp_types::{GotoDefinitionResponse, TextDocumentPositionParams};

use crate::places::Places;
use crate::target;
use crate::workspace::Workspace;

/// The record or heading behind a link, the record that is named, the file of a template.
pub(crate) fn find(
    workspace: &Workspace,
    at: &TextDocumentPositionParams,
) -> Option<GotoDefinitionResponse> {
    let here = workspace.here(&at.text_document.uri)?;
    let reference = target::at(here.snapshot, here.name, here.offset(at.position)?)?;
    let place = reference.target.place(here.snapshot)?;
    Places::new(workspace, here.project).location(&place).map(GotoDefinitionResponse::Scalar)
}
