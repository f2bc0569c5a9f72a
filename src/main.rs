//! Arguments in, exit code out.

mod cli;
mod command;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version go to stdout with code 0, mistakes to stderr with code 2; where nobody
            // reads them there is nothing more to do.
            let _unread = error.print();
            return ExitCode::from(if error.use_stderr() { command::FAILED } else { 0 });
        }
    };
    command::run(cli).unwrap_or_else(|error| {
        command::report_error(&error);
        ExitCode::from(command::FAILED)
    })
}
