//! The life of a session: initialised once, then asked and told until it is shut down.

use std::io;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender};
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{Exit, Notification as _};
use lsp_types::request::{Initialize, Request as _, Shutdown};
use lsp_types::{InitializeParams, InitializeResult, ServerInfo};
use readers::settings::env::Environment;

use crate::capabilities::offered;
use crate::client::Client;
use crate::requests;
use crate::session::Session;

/// How a session came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// `shutdown`, then `exit`.
    Orderly,
    /// `exit` alone, or the client is gone.
    Abrupt,
}

/// Serves one client until it goes. Books are looked at when it has said nothing for a `pause`: [`PAUSE`](crate::PAUSE)
/// where somebody types.
///
/// # Errors
/// The system has no thread to look at books with.
pub fn serve(
    connection: &Connection,
    environment: Environment,
    pause: Duration,
) -> io::Result<Ending> {
    let Some((id, params)) = first(connection) else { return Ok(Ending::Abrupt) };
    let client = Client::of(&params);
    let result = InitializeResult {
        capabilities: offered(client.encoding),
        server_info: Some(ServerInfo {
            name: "mdbook-archdoc".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
    };
    let mut session = Session::start(client, environment, connection.sender.clone(), pause)?;
    say(&connection.sender, requests::answered(id, result));
    Ok(run(&mut session, &connection.receiver, &connection.sender))
}

/// Waits for the request that begins a session; all others are too early. None where none comes.
fn first(connection: &Connection) -> Option<(RequestId, InitializeParams)> {
    loop {
        match connection.receiver.recv().ok()? {
            Message::Request(Request { id, method, params }) => {
                let reply = if method == Initialize::METHOD {
                    match serde_json::from_value(params) {
                        Ok(params) => return Some((id, params)),
                        Err(error) => {
                            requests::refused(id, ErrorCode::InvalidParams, error.to_string())
                        }
                    }
                } else {
                    let early = "the session is not initialised".to_owned();
                    requests::refused(id, ErrorCode::ServerNotInitialized, early)
                };
                say(&connection.sender, reply);
            }
            Message::Notification(Notification { method, .. }) if method == Exit::METHOD => {
                return None;
            }
            Message::Notification(_) | Message::Response(_) => {}
        }
    }
}

fn run(session: &mut Session, messages: &Receiver<Message>, sender: &Sender<Message>) -> Ending {
    loop {
        crossbeam_channel::select! {
            recv(messages) -> message => match message {
                Ok(Message::Request(request)) if request.method == Shutdown::METHOD => {
                    say(sender, requests::answered(request.id, ()));
                    return last(messages, sender);
                }
                Ok(Message::Request(request)) => session.asked(request),
                Ok(Message::Notification(told)) if told.method == Exit::METHOD => {
                    return Ending::Abrupt;
                }
                Ok(Message::Notification(told)) => session.told(told),
                Ok(Message::Response(_)) => {}
                Err(_gone) => return Ending::Abrupt,
            },
            recv(session.reports()) -> report => match report {
                Ok(report) => session.update(report),
                Err(_gone) => return Ending::Abrupt,
            },
        }
    }
}

/// After `shutdown` there is nothing but `exit`.
fn last(messages: &Receiver<Message>, sender: &Sender<Message>) -> Ending {
    for message in messages {
        match message {
            Message::Request(request) => {
                let late = "the session is shut down".to_owned();
                say(sender, requests::refused(request.id, ErrorCode::InvalidRequest, late));
            }
            Message::Notification(told) if told.method == Exit::METHOD => return Ending::Orderly,
            Message::Notification(_) | Message::Response(_) => {}
        }
    }
    Ending::Abrupt
}

fn say(sender: &Sender<Message>, response: Response) {
    // To a client that is gone there is nothing to say; the next message is never read.
    let _gone = sender.send(response.into());
}
