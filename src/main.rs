//! The program: arguments in, exit code out. The only place that exits.

use std::process::ExitCode;

fn main() -> ExitCode {
    mdbook_archdoc::main()
}
