//! `adr init`: a first record, and the setting with which it is found where its directory has no usual name.

use std::fmt::Write as _;

use super::super::stdout_text;
use super::day_or_today;
use crate::cli::{AdrInit, AdrTemplate};
use crate::command::error::Result;
use crate::terminal;
use crate::workbench::init;
use crate::workbench::record::{self, Places, setting};
use crate::write;

/// Writes the first record of a directory.
pub(super) fn run(args: &AdrInit) -> Result<()> {
    let around = Places::find(None)?.or_checked()?;
    let places = Places::find(args.directory.as_deref())?.or_checked()?;
    let date = day_or_today(args.date);
    let style = args.template.map(AdrTemplate::form);
    let (directory, first) = record::first(&places, args.directory.as_deref(), style, date)?;
    let setting = setting::needed(&around, &directory)?;
    let mut told = String::new();
    for (other, held) in &setting.beside {
        let _infallible = writeln!(told, "`{}` holds {held} already", other.display());
    }
    if args.dry_run {
        stdout_text(&first.diff(&directory))?;
        if let Some((file, paths)) = &setting.add {
            let (file, paths) = (file.path.display(), setting::listed(paths));
            let _infallible = writeln!(told, "{file}: `adr.paths` would get {paths}");
        }
        terminal::stderr_text(&(told + "nothing was written\n"));
        return Ok(());
    }
    let file = directory.join(&first.path);
    let file = file.strip_prefix(".").unwrap_or(&file);
    write::create(file, &first.text)?;
    stdout_text(&format!("wrote {}\n", file.display()))?;
    if let Some((file, paths)) = &setting.add {
        for change in init::records(&file.path, file.is_book, paths)? {
            let _infallible = writeln!(told, "{}: {change}", file.path.display());
        }
    }
    let dir = if setting.asks_for_dir() {
        format!(" --dir {}", directory.display())
    } else {
        String::new()
    };
    terminal::stderr_text(&told);
    terminal::stderr_text(&format!(
        "next: `mdbook-archdoc adr new{dir}` with the title of a decision\n"
    ));
    Ok(())
}
