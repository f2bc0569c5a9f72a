//! Sessions as an editor has them, over a connection in memory.

mod findings;
mod harness;
mod large;
mod life;
mod random;
mod reading;
mod writing;
