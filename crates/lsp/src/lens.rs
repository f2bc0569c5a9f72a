//! How much of a document is written, above its text.

use lsp_types::{CodeLens, Command, Uri};
use readers::document::coverage::Progress;
use readers::document::gap;

use crate::workspace::Workspace;

/// `12 of 19 sections written`
pub(crate) fn of(workspace: &Workspace, uri: &Uri) -> Option<Vec<CodeLens>> {
    let here = workspace.here(uri)?;
    let Some((annotated, bound)) = here.snapshot.bound(here.name) else { return Some(Vec::new()) };
    let Progress { written, asked } = here.snapshot.written.get(&bound.name)?;
    let range = here.range(gap::top(annotated, bound).span)?;
    // Nothing is to be done when somebody clicks on it.
    let command =
        Command::new(format!("{written} of {asked} sections written"), String::new(), None);
    Some(vec![CodeLens { range, command: Some(command), data: None }])
}
