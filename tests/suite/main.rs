//! All integration tests in one binary: it links once, and shares the harness.

mod cli;
mod golden;
mod harness;
mod protocol;
