//! `new` and `fill`: the commands that write chapters.

use std::process::ExitCode;

use crate::terminal;
use crate::workbench;
use crate::workbench::book_of;
use crate::workbench::new;
use crate::workbench::new::Request;
use anyhow::Result;
use text::wording::plural;

use super::print;
use crate::cli::{FillArgs, NewArgs};

/// Writes a chapter, and tells where.
pub(super) fn new(args: &NewArgs) -> Result<ExitCode> {
    let root = args.book.clone().unwrap_or_else(|| book_of(&args.path));
    let request = Request {
        template: &args.template,
        path: &args.path,
        params: &args.params,
        title: args.title.as_deref(),
    };
    let written = new::write(&root, &request)?;
    let sections = plural(written.sections, "section", "sections");
    let (file, summary) = (&written.file, &written.summary);
    terminal::say(&format!("{file}: written, {sections} of the template `{}`\n", args.template));
    terminal::say(&match written.line {
        Some(line) => format!("{summary}: added `{line}`\n"),
        None => format!("{summary}: lists it already\n"),
    });
    Ok(ExitCode::SUCCESS)
}

/// Shows the diff on stdout, or makes the change.
pub(super) fn fill(args: &FillArgs) -> Result<ExitCode> {
    let root = args.book.clone().unwrap_or_else(|| book_of(&args.path));
    let filled = workbench::fill::fill(&root, &args.path)?;
    let sections = plural(filled.sections, "section", "sections");
    let file = &filled.file;
    if filled.sections == 0 {
        terminal::say(&format!("{file}: no section is missing\n"));
    } else if args.write {
        filled.write()?;
        terminal::say(&format!("{file}: {sections} added\n"));
    } else {
        print(&filled.diff())?;
        terminal::say(&format!("{file}: {sections} to add; `--write` adds them\n"));
    }
    Ok(ExitCode::SUCCESS)
}
