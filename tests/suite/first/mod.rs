//! The first minutes: `init`, `suggest`, and `check` where there is nothing to check.

mod check;
mod init;
mod suggest;

use crate::harness::files::{tree as repository, write};
use crate::harness::program::run;
use std::fs;
use tempfile::TempDir;

fn text(root: &TempDir, path: &str) -> String {
    fs::read_to_string(root.path().join(path)).unwrap()
}

/// A record with a number.
fn record(number: usize) -> String {
    format!(
        "# {number}. One log\n\nDate: 2026-03-0{number}\n\n## Status\n\nAccepted\n\n## Context\n\nScans.\n\n\
         ## Decision\n\nOne log.\n\n## Consequences\n\nAll is derived.\n"
    )
}

/// Files `DIRECTORY/0001-log.md` to `0004-log.md`.
fn records(root: &TempDir, directory: &str) {
    for number in 1..5 {
        write(root.path(), &format!("{directory}/000{number}-log.md"), &record(number));
    }
}

const ARC42: &str = "# Ferry\n\n## Introduction and Goals\n\nWhy.\n\n## Constraints\n\nRules.\n\n\
    ## Context and Scope\n\nAround it.\n\n## Solution Strategy\n\nHow.\n\n## Building Block View\n\nParts.\n\n\
    ## Deployment View\n\nWhere.\n";

const README: &str = "# Ferry\n\n## Overview\n\nIt sails.\n\n## Installation\n\nRun it.\n\n## Usage\n\nSail.\n\n\
    ## Architecture\n\nSee docs.\n\n## Testing\n\nTests.\n\n## Contributing\n\nDo.\n\n## License\n\nMIT.\n";
