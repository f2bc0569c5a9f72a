//! Changes of files as editors make them.

use std::collections::HashMap;
use std::path::PathBuf;

use lsp_types::{
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit,
    Uri, WorkspaceEdit,
};
use text::source::Place;

use crate::places::Places;

/// A place of a project and what is to stand there.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) place: Place,
    pub(crate) text: String,
}

/// All of some changes, in the texts as they are now; none where one of the places was written over.
pub(crate) fn all(places: &mut Places<'_>, changes: &[Change]) -> Option<WorkspaceEdit> {
    let (workspace, project) = (places.workspace, places.project);
    let mut files: Vec<(PathBuf, Vec<TextEdit>)> = Vec::new();
    for change in changes {
        let path = project.path(change.place.source.path());
        let range = places.unchanged(&change.place)?;
        let edit = TextEdit::new(range, change.text.clone());
        match files.iter_mut().find(|(known, _)| *known == path) {
            Some((_, edits)) => edits.push(edit),
            None => files.push((path, vec![edit])),
        }
    }
    let named = files.into_iter().map(|(path, edits)| {
        let version = workspace.buffer_at(&path).map(|buffer| buffer.version);
        Some((workspace.uri(&path)?, version, edits))
    });
    Some(written(named.collect::<Option<Vec<_>>>()?, workspace.versioned_edits))
}

type Edited = (Uri, Option<i32>, Vec<TextEdit>);

/// With the texts' versions, where the client takes them: it then makes no change in another state.
fn written(files: Vec<Edited>, versioned: bool) -> WorkspaceEdit {
    if !versioned {
        #[expect(clippy::mutable_key_type, reason = "the protocol's type; nothing in it changes")]
        let changes: HashMap<Uri, Vec<TextEdit>> =
            files.into_iter().map(|(uri, _, edits)| (uri, edits)).collect();
        return WorkspaceEdit::new(changes);
    }
    let edit = |(uri, version, edits): Edited| TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version },
        edits: edits.into_iter().map(OneOf::Left).collect(),
    };
    let document_changes = DocumentChanges::Edits(files.into_iter().map(edit).collect());
    WorkspaceEdit { document_changes: Some(document_changes), ..WorkspaceEdit::default() }
}
