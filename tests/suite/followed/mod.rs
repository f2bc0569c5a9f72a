//! The guide and README are true: their commands are run in their order, and what they show is what is printed.
//!
//! In a `console` fence each line with `$ ` is run by a shell, and what follows up to the next is all that it prints; in an
//! `sh` fence each line is run, and what it prints is not shown. A fence with `path=` is written to that file; in a `diff`
//! the lines with `-` become those with `+`. `ARCHDOC_BLESS=1 cargo test followed` rewrites what commands print.
#![cfg(unix)]

mod desk;
mod fences;

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::{self, git};
use desk::Desk;
use fences::{Block, Fenced};

/// Commands of `sh` blocks that are not run, by how they begin, and why.
const NOT_RUN: [(&str, &str); 5] = [
    ("cargo ", "builds this repository, as `.ci/run` does, or takes packages from the network"),
    ("ARCHDOC_", "runs our own tests"),
    ("npm ", "takes packages from the network"),
    ("code ", "needs Visual Studio Code"),
    ("cd ", "leads to what is not run"),
];

/// Where a reader of a page begins.
#[derive(Clone, Copy, PartialEq)]
enum Begin {
    Empty,
    /// Once more at each heading.
    EmptyEach,
    /// In a copy of `examples/atlas`.
    Atlas,
}

impl Begin {
    fn of(page: &str) -> Self {
        match page {
            "docs/src/tutorial.md"
            | "docs/src/getting-started.md"
            | "docs/src/commands/index.md" => Self::Empty,
            "docs/src/recipes.md" => Self::EmptyEach,
            _ => Self::Atlas,
        }
    }

    fn desk(self) -> Desk {
        if self == Self::Atlas { Desk::atlas() } else { Desk::empty() }
    }
}

/// A page as it ought to be.
fn follow(page: &str, begin: Begin) -> String {
    let mut desk = begin.desk();
    let mut followed = String::new();
    let (blocks, rest) = fences::fenced(page);
    for Fenced { before, info, text } in blocks {
        if begin == Begin::EmptyEach && before.contains("\n## ") {
            desk = begin.desk();
        }
        let mut text = text.to_owned();
        match Block::of(info) {
            Block::Console => text = replay(&mut desk, &text),
            Block::Shell => {
                let skipped =
                    |line: &&str| !NOT_RUN.iter().any(|(begin, _)| line.starts_with(begin));
                for line in text.lines().filter(skipped) {
                    desk.run(line);
                }
            }
            Block::File(path) => desk.write(path, &text),
            Block::Change(path) => desk.change(path, &text),
            Block::Text => {}
        }
        followed.push_str(before);
        followed.push_str(&text);
    }
    followed + rest
}

/// A console as it is, for the one that is shown.
fn replay(desk: &mut Desk, shown: &str) -> String {
    let commands = fences::commands(shown).into_iter();
    commands.fold(String::new(), |played, (command, _)| {
        format!("{played}$ {command}\n{}", desk.run(command))
    })
}

/// The pages below a directory of the checkout.
fn pages(directory: &str) -> Vec<String> {
    let files = harness::files_below(&root().join(directory)).into_keys();
    let pages = files.filter(|file| Path::new(file).extension().is_some_and(|it| it == "md"));
    pages.map(|page| format!("{directory}/{page}")).collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Holds a page against what following it shows.
fn hold(name: &str) {
    if !git::is_here() {
        return;
    }
    let page = fs::read_to_string(root().join(name)).unwrap();
    if !["`console\n", "`sh\n"].iter().any(|fence| page.contains(fence)) {
        return;
    }
    let followed = follow(&page, Begin::of(name));
    if std::env::var_os("ARCHDOC_BLESS").is_some_and(|value| value == "1") {
        fs::write(root().join(name), followed).unwrap();
        return;
    }
    assert!(page == followed, "ARCHDOC_BLESS=1 cargo test followed rewrites {name}:\n{followed}");
}

#[test]
fn the_tutorial_prints_what_it_shows() {
    hold("docs/src/tutorial.md");
}

#[test]
fn each_recipe_prints_what_it_shows() {
    hold("docs/src/recipes.md");
}

#[test]
fn each_command_prints_what_its_page_shows() {
    for page in pages("docs/src/commands") {
        hold(&page);
    }
}

#[test]
fn all_other_pages_print_what_they_show() {
    let mut others = pages("docs/src");
    others.push("README.md".to_owned());
    let elsewhere = ["docs/src/tutorial.md", "docs/src/recipes.md"];
    others.retain(|page| !elsewhere.contains(&&**page) && !page.starts_with("docs/src/commands/"));
    for page in others {
        hold(&page);
    }
}

#[test]
fn no_other_kind_of_block_holds_commands_and_what_is_not_run_is_there() {
    let mut begun = Vec::new();
    for page in pages("docs/src").into_iter().chain(["README.md".to_owned()]) {
        let text = fs::read_to_string(root().join(&page)).unwrap();
        for other in ["bash", "shell", "zsh", "terminal", "text\n$ "] {
            assert!(!text.contains(&format!("```{other}")), "{page} has a block of {other}");
        }
        let (blocks, _) = fences::fenced(&text);
        let shells = blocks.into_iter().filter(|block| block.info == "sh");
        begun.extend(shells.flat_map(|block| block.text.lines().map(str::to_owned)));
    }
    for (begin, why) in NOT_RUN {
        assert!(
            begun.iter().any(|line| line.starts_with(begin)),
            "nothing is there that {why}: {begin}"
        );
    }
}
