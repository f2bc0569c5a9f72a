//! `new` and `fill`: the commands that write chapters.

use crate::terminal;
use crate::workbench;
use crate::workbench::home_of;
use crate::workbench::new;
use crate::workbench::new::{Listed, Request};
use load::Home;
use text::wording::{joined, plural};

use super::error::Result;
use super::exit::Exit;
use super::stdout_text;
use crate::cli::{FillArgs, NewArgs};

/// Writes a chapter, and tells where.
pub(super) fn new(args: &NewArgs) -> Result<Exit> {
    let home = args.book.clone().map_or_else(|| home_of(&args.path), Home::Book);
    let request = Request {
        template: &args.template,
        path: &args.path,
        params: &args.params,
        title: args.title.as_deref(),
    };
    let written = match &home {
        Home::Book(root) => new::write(root, &request)?,
        Home::Tree(root) => new::write_in_tree(root, &request)?,
    };
    let sections = plural(written.sections, "section", "sections");
    let file = &written.file;
    terminal::stderr_text(&format!(
        "{file}: written, {sections} of the template `{}`\n",
        args.template
    ));
    terminal::stderr_text(&match written.listed {
        Some(Listed { line: Some(line), summary }) => format!("{summary}: added `{line}`\n"),
        Some(Listed { summary, .. }) => format!("{summary}: lists it already\n"),
        None => format!("there is no book around it; `mdbook-archdoc check {file}` checks it\n"),
    });
    Ok(Exit::Clean)
}

/// Shows the diff on stdout, or makes the change.
pub(super) fn fill(args: &FillArgs) -> Result<Exit> {
    let home = args.book.clone().map_or_else(|| home_of(&args.path), Home::Book);
    let filled = workbench::fill::fill(&home, &args.path)?;
    let sections = plural(filled.sections, "section", "sections");
    let file = &filled.file;
    if filled.sections == 0 {
        let here =
            if filled.chapters.is_empty() { "no section" } else { "no section of this file" };
        terminal::stderr_text(&format!("{file}: {here} is missing\n"));
    } else if args.write {
        filled.write()?;
        terminal::stderr_text(&format!("{file}: {sections} added\n"));
    } else {
        stdout_text(&filled.diff())?;
        terminal::stderr_text(&format!("{file}: {sections} to add; `--write` adds them\n"));
    }
    if !filled.chapters.is_empty() {
        let chapters: Vec<String> =
            filled.chapters.iter().map(|chapter| format!("`{chapter}`")).collect();
        let missing = joined(&chapters);
        terminal::stderr_text(&format!("chapters that want files of their own: {missing}\n"));
    }
    Ok(Exit::Clean)
}
