//! What the history of a large book costs: 5,000 commits, 2,000 chapters, one change log of all of
//! them from their own logs and from git. `cargo bench --bench change_log`.
//!
//! Git must be started once, and this process itself must take at most half of the CPU time that git takes, which
//! no tool can spare.

mod support {
    pub(crate) mod budget;
    pub(crate) mod cpu;
}

use std::error::Error;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use judge::level_settings::LevelSettings;
use judge::pipeline;
use load::load;
use readers::analysis::Analysis;
use readers::settings::env::Environment;
use show::expand::expand;
use support::budget::{budget, ratio};
use support::cpu;

const CHAPTERS: usize = 2_000;
const COMMITS: usize = 5_000;
/// The variable that tells the inner process where the book is.
const INNER: &str = "ARCHDOC_BENCH_BOOK";
/// The file with a line for each start of git.
const STARTS: &str = "starts";
/// This process's own times in `/proc/self/stat`: `utime` and `stime`.
const OWN: usize = 13;
/// Of git's CPU time.
const MOST: f64 = 0.5;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    if let Some(root) = std::env::var_os(INNER) {
        return measure(Path::new(&root));
    }
    let folder = tempfile::TempDir::new()?;
    let root = folder.path();
    write_book(root)?;
    write_repository(root)?;
    // A process cannot change its own environment safely, so it starts itself in the new one.
    let path = counting_path(root)?;
    let status =
        Command::new(std::env::current_exe()?).env("PATH", path).env(INNER, root).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn measure(root: &Path) -> Result<ExitCode, Box<dyn Error>> {
    let loaded = load(root, Environment::default())?;
    let (clock, cpu, of_git) = (Instant::now(), cpu::spent(OWN), cpu::of_children());
    let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
    let findings = pipeline::judge(&analysis, &LevelSettings::default(), None).findings.len();
    let edits = expand(&analysis);
    let wall = clock.elapsed();
    let spent = |after: Option<Duration>, before| after?.checked_sub(before?);
    let own = spent(cpu::spent(OWN), cpu).unwrap_or(wall);
    let of_git = spent(cpu::of_children(), of_git).unwrap_or(wall);

    let all = loaded.book.chapters[0].source().text();
    let shown: usize = edits.iter().map(|chapter| chapter.edits.apply(all).lines().count()).sum();
    println!("{COMMITS} commits, {CHAPTERS} chapters, {findings} findings, {shown} lines shown");
    println!("wall {} ms, own CPU {own:?}, git's {of_git:?}", wall.as_millis());
    let starts = fs::read_to_string(root.join(STARTS)).ok().map(|notes| notes.lines().count());
    println!("git was started {starts:?} times");
    let good = budget("own CPU / git's CPU", ratio(own, of_git), MOST);
    Ok(if good && starts.is_none_or(|starts| starts == 1) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn write_book(root: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(root.join("src"))?;
    fs::write(root.join("book.toml"), "")?;
    let mut summary = "- [All](all.md)\n".to_owned();
    fs::write(root.join("src/all.md"), all())?;
    for chapter in 0..CHAPTERS {
        writeln!(summary, "- [Chapter {chapter}](c{chapter}.md)")?;
        fs::write(root.join(format!("src/c{chapter}.md")), text(chapter, CHAPTERS + chapter))?;
    }
    fs::write(root.join("src/SUMMARY.md"), summary)?;
    Ok(())
}

fn all() -> &'static str {
    "# All\n\n<<#archdoc change-log scope=\"book\" source=\"table,git\">>\n"
}

/// A chapter as a commit left it.
fn text(chapter: usize, commit: usize) -> String {
    let filling = "Words that are neither long nor short fill the page. ".repeat(40);
    format!(
        "# Chapter {chapter}\n\n{filling}\n\n## Change Log\n\n\
         | Version | Date | Author | Changes |\n|---|---|---|---|\n\
         | 1.0 | 2020-01-01 | Ann | First version |\n| 1.1 | 2020-02-02 | Ann | Change {commit} |\n"
    )
}

/// Writes the history with one `git fast-import`.
fn write_repository(root: &Path) -> Result<(), Box<dyn Error>> {
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.args(arguments).current_dir(root).stdout(Stdio::null());
        git
    };
    git(&["-c", "init.defaultBranch=main", "init", "-q"]).status()?;
    let mut import = git(&["fast-import", "--quiet"]).stdin(Stdio::piped()).spawn()?;
    let mut stream = String::new();
    for commit in 0..COMMITS {
        let time = 1_577_836_800 + commit * 3_600;
        write!(stream, "commit refs/heads/main\ncommitter Ann <ann@example.org> {time} +0000\n")?;
        let message = format!("Change {commit} of the documentation");
        writeln!(stream, "data {}\n{message}", message.len())?;
        let chapter = commit % CHAPTERS;
        let files = [
            ("all.md".to_owned(), all().to_owned()),
            (format!("c{chapter}.md"), text(chapter, commit)),
        ];
        // The chapter of the whole is part of the first commit only.
        for (name, content) in files.iter().skip(usize::from(commit > 0)) {
            writeln!(stream, "M 100644 inline src/{name}\ndata {}\n{content}", content.len())?;
        }
    }
    import.stdin.take().ok_or("no stdin")?.write_all(stream.as_bytes())?;
    if import.wait()?.success() { Ok(()) } else { Err("git fast-import failed".into()) }
}

/// A search path on which a `git` comes first that notes each start.
#[cfg(unix)]
fn counting_path(root: &Path) -> Result<OsString, Box<dyn Error>> {
    use std::os::unix::fs::PermissionsExt;
    let real = Command::new("sh").args(["-c", "command -v git"]).output()?;
    let (real, notes) = (String::from_utf8(real.stdout)?, root.join(STARTS));
    let (real, notes) = (real.trim(), notes.display());
    let script = format!("#!/bin/sh\necho start >> '{notes}'\nexec '{real}' \"$@\"\n");
    let bin = root.join("bin");
    fs::create_dir_all(&bin)?;
    fs::write(bin.join("git"), script)?;
    fs::set_permissions(bin.join("git"), fs::Permissions::from_mode(0o755))?;
    let path = std::env::var_os("PATH").unwrap_or_default();
    Ok(std::env::join_paths(std::iter::once(bin).chain(std::env::split_paths(&path)))?)
}

/// The path as it is: starts are not counted here.
#[cfg(not(unix))]
fn counting_path(_root: &Path) -> Result<OsString, Box<dyn Error>> {
    Ok(std::env::var_os("PATH").unwrap_or_default())
}
