//! The least that a preprocessor can do: check that the message is JSON, and return the book in it.

use std::error::Error;
use std::io::{self, Read, Write};

use serde_json::value::RawValue;

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let mut message = Vec::new();
    io::stdin().lock().read_to_end(&mut message)?;
    let (_context, book): (&RawValue, &RawValue) = serde_json::from_slice(&message)?;
    io::stdout().lock().write_all(book.get().as_bytes())?;
    Ok(())
}
