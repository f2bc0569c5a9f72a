//! Makes the tables of `words/*.toml` when the crate is built, so that nothing is parsed when a
//! program starts.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "shares its modules with the crate, which uses and exports the rest of them"
)]

#[path = "../src/builder.rs"]
mod builder;
#[path = "../src/form.rs"]
mod form;
mod generate;
mod grammar;
#[path = "../src/index.rs"]
mod index;
#[path = "../src/letters.rs"]
mod letters;
#[path = "../src/meaning/mod.rs"]
mod meaning;
mod page;
#[path = "../src/spelling.rs"]
mod spelling;
#[path = "../src/table.rs"]
mod table;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=words");
    let out = std::env::var_os("OUT_DIR").unwrap_or_default();
    let written =
        generate::read(Path::new("words")).and_then(|generated| generated.write(Path::new(&out)));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(mistakes) => {
            mistakes.lines().for_each(|mistake| println!("cargo::error={mistake}"));
            ExitCode::FAILURE
        }
    }
}
