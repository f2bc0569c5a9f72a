//! What the client can.

use std::path::PathBuf;

use lsp_types::InitializeParams;

use crate::address;
use crate::position::Encoding;

/// What a client says of itself.
#[derive(Clone, Debug)]
pub(crate) struct Client {
    pub(crate) encoding: Encoding,
    pub(crate) folders: Vec<PathBuf>,
    /// It takes edits with the versions of the texts that they are for.
    pub(crate) versioned_edits: bool,
    /// It watches files that we name.
    pub(crate) watches: bool,
}

impl Client {
    pub(crate) fn of(params: &InitializeParams) -> Self {
        let capabilities = &params.capabilities;
        let offered = capabilities.general.as_ref();
        let offered = offered.and_then(|general| general.position_encodings.as_deref());
        let workspace = capabilities.workspace.as_ref();
        let edits = workspace.and_then(|workspace| workspace.workspace_edit.as_ref());
        let watched = workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
        Self {
            encoding: Encoding::of(offered),
            folders: folders(params),
            versioned_edits: edits.and_then(|edits| edits.document_changes).unwrap_or(false),
            watches: watched.and_then(|one| one.dynamic_registration).unwrap_or(false),
        }
    }
}

/// The workspace's folders; of an old client, the one that it has.
fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    let folders = params.workspace_folders.iter().flatten();
    let mut folders: Vec<PathBuf> =
        folders.filter_map(|folder| address::path(&folder.uri)).collect();
    if folders.is_empty() {
        #[expect(deprecated, reason = "clients without folders have nothing else")]
        let root = params.root_uri.as_ref();
        folders.extend(root.and_then(address::path));
    }
    folders
}
