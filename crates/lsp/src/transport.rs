//! Messages over two streams, as the base protocol frames them
//! (<https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol>).
//!
//! What is no message is passed over; a length that no message has ends the session, for what follows it
//! cannot be told apart from its content.

use std::io::{self, BufRead, Read as _, Write};
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use lsp_server::{Connection, Message};

/// No text of a book comes near it.
const LONGEST: usize = 256 * 1024 * 1024;

/// A header is a few words.
const LONGEST_HEADER: u64 = 4096;

/// So many messages wait for the client at most. Whoever has more to say waits too: what is found in a large book is
/// not held a third time. What the client says is read all the while, so that neither waits for the other for ever.
const UNREAD: usize = 16;

/// The thread that writes; it ends when nobody has anything to say any more.
#[derive(Debug)]
pub struct Writer(JoinHandle<io::Result<()>>);

impl Writer {
    /// Waits until all is written.
    ///
    /// # Errors
    /// The client has closed its end.
    pub fn finish(self) -> io::Result<()> {
        self.0.join().unwrap_or(Ok(()))
    }
}

/// A connection over this process's own streams.
///
/// # Errors
/// The system has no threads for it.
pub fn stdio() -> io::Result<(Connection, Writer)> {
    let (to_server, receiver) = unbounded();
    let (sender, from_server) = bounded(UNREAD);
    // Nobody waits for the reader: it may wait for a client that is gone.
    let _reader = thread::Builder::new()
        .name("archdoc-read".to_owned())
        .spawn(move || read_all(&mut io::stdin().lock(), &to_server))?;
    let writer = thread::Builder::new()
        .name("archdoc-write".to_owned())
        .spawn(move || write_all(&mut io::stdout().lock(), &from_server))?;
    Ok((Connection { sender, receiver }, Writer(writer)))
}

fn read_all(input: &mut impl BufRead, to_server: &Sender<Message>) {
    // A stream that breaks off ends the session, as one that is closed does.
    while let Ok(Some(body)) = body(input) {
        let Ok(message) = serde_json::from_slice(&body) else { continue };
        if to_server.send(message).is_err() {
            return;
        }
    }
}

fn write_all(output: &mut impl Write, from_server: &Receiver<Message>) -> io::Result<()> {
    from_server.iter().try_for_each(|message| message.write(output))
}

/// The next message's content; none at the end of the stream.
fn body(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        let read = (&mut *input).take(LONGEST_HEADER).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(None);
        }
        let line = line.trim_ascii();
        if line.is_empty() {
            let Some(length) = length.take() else { continue };
            return content(input, length).map(Some);
        }
        length = content_length(line).or(length);
    }
}

fn content_length(header: &[u8]) -> Option<usize> {
    let (name, value) = str::from_utf8(header).ok()?.split_once(':')?;
    let ours = name.trim().eq_ignore_ascii_case("content-length");
    // One that is no number is longer than any message.
    ours.then(|| value.trim().parse().unwrap_or(usize::MAX))
}

fn content(input: &mut impl BufRead, length: usize) -> io::Result<Vec<u8>> {
    if length > LONGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut content = Vec::new();
    let limit = u64::try_from(length).unwrap_or(u64::MAX);
    input.take(limit).read_to_end(&mut content)?;
    if content.len() < length { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(content) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(stream: &[u8]) -> Vec<Message> {
        let (sender, receiver) = unbounded();
        read_all(&mut &*stream, &sender);
        drop(sender);
        receiver.iter().collect()
    }

    fn framed(content: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{content}", content.len())
    }

    #[test]
    fn what_is_no_message_is_passed_over() {
        let exit = framed(r#"{"jsonrpc":"2.0","method":"exit"}"#);
        let stream = [
            &framed("no JSON"),
            "Content-Type: x\r\n\r\n",
            "noise\r\n",
            &framed(r#"{"jsonrpc":"2.0"}"#),
            &exit,
            &exit.replace("Content", "Accept: y\r\nCONTENT"),
            "Content-Length: 99999999999999999999\r\n\r\n",
            &exit,
        ];
        assert_eq!(read(stream.concat().as_bytes()).len(), 2);
        assert!(read(b"Content-Length: 10\r\n\r\n{").is_empty());
    }

    proptest! {
        #[test]
        fn no_stream_is_too_much(stream in prop::collection::vec(any::<u8>(), 0..400)) {
            read(&stream);
            let with_header = [b"Content-Length: 5\r\n\r\n".to_vec(), stream].concat();
            read(&with_header);
        }
    }
}
