//! From a request to its answer. What nobody knows, or cannot be read, is refused; nothing else fails.

use lsp_server::{ErrorCode, Request, RequestId, Response, ResponseError};
use lsp_types::request::{
    CodeActionRequest, CodeLensRequest, Completion, DocumentSymbolRequest, GotoDefinition,
    HoverRequest, References, Request as Kind,
};
use serde::Serialize;

use crate::workspace::Workspace;
use crate::{actions, completion, definition, hover, lens, references, symbols};

/// Answers from what was seen at the last look, and from the open texts.
pub(crate) fn answer(workspace: &Workspace, request: Request) -> Response {
    match request.method.as_str() {
        CodeActionRequest::METHOD => {
            on::<CodeActionRequest>(request, |params| actions::offered(workspace, &params))
        }
        CodeLensRequest::METHOD => {
            on::<CodeLensRequest>(request, |params| lens::of(workspace, &params.text_document.uri))
        }
        Completion::METHOD => {
            on::<Completion>(request, |params| completion::at(workspace, &params))
        }
        DocumentSymbolRequest::METHOD => on::<DocumentSymbolRequest>(request, |params| {
            symbols::of(workspace, &params.text_document.uri)
        }),
        GotoDefinition::METHOD => on::<GotoDefinition>(request, |params| {
            definition::find(workspace, &params.text_document_position_params)
        }),
        HoverRequest::METHOD => on::<HoverRequest>(request, |params| {
            hover::about(workspace, &params.text_document_position_params)
        }),
        References::METHOD => {
            on::<References>(request, |params| references::find(workspace, &params))
        }
        _ => {
            let unknown = format!("there is no request `{}`", request.method);
            refused(request.id, ErrorCode::MethodNotFound, unknown)
        }
    }
}

fn on<R: Kind>(request: Request, answer: impl FnOnce(R::Params) -> R::Result) -> Response {
    match serde_json::from_value(request.params) {
        Ok(params) => answered(request.id, answer(params)),
        Err(error) => refused(request.id, ErrorCode::InvalidParams, error.to_string()),
    }
}

/// A good answer.
pub(crate) fn answered(id: RequestId, result: impl Serialize) -> Response {
    match serde_json::to_value(result) {
        Ok(result) => Response { id, response_result: Ok(result) },
        Err(error) => refused(id, ErrorCode::InternalError, error.to_string()),
    }
}

/// None.
pub(crate) fn refused(id: RequestId, code: ErrorCode, message: String) -> Response {
    let error = ResponseError { code: code as i32, message, data: None };
    Response { id, response_result: Err(error) }
}
