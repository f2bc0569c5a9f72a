//! The guide has a page for each command and each directive, with all that they take, and leads to it.

use std::fs;
use std::path::Path;

use clap::Command;
use readers::directive::Kind;

fn guide(page: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/src").join(page);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The commands that do something, each with the words that start it.
fn leaves<'c>(command: &'c Command, words: &str, found: &mut Vec<(&'c Command, String)>) {
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
        let words = format!("{words} {}", inner.get_name());
        if inner.has_subcommands() {
            leaves(inner, &words, found);
        } else {
            found.push((inner, words));
        }
    }
}

/// What stands there is run by `followed`, so that it cannot be old.
#[test]
fn every_command_shows_its_help_on_a_page_that_is_listed() {
    let (line, summary) = (mdbook_archdoc::command_line(), guide("SUMMARY.md"));
    let mut commands = Vec::new();
    leaves(&line, "mdbook-archdoc", &mut commands);
    assert!(commands.len() > 20, "{}", commands.len());
    for (command, words) in commands {
        let own = words.split(' ').skip(1).collect::<Vec<_>>().join("-");
        let group = words.split(' ').nth(1).unwrap_or_default();
        let pages = [own.as_str(), group].map(|name| format!("commands/{name}.md"));
        let listed = pages.into_iter().find(|page| summary.contains(&format!("]({page})")));
        let page = guide(&listed.unwrap_or_else(|| panic!("{words} has no page")));
        assert!(page.contains(&format!("\n$ {words} --help\n")), "{words}");
        for option in command.get_arguments().filter_map(|argument| argument.get_long()) {
            assert!(page.contains(&format!("--{option}")), "{words} --{option}");
        }
        assert!(
            page.to_lowercase().contains("code 0") || group == "adr",
            "{words} ends with which code?"
        );
    }
}

#[test]
fn every_directive_has_a_page_that_is_listed_and_tells_its_arguments() {
    let (summary, index) = (guide("SUMMARY.md"), guide("directives/index.md"));
    for (key, kind) in Kind::ALL {
        let page = guide(&format!("directives/{key}.md"));
        assert!(summary.contains(&format!("](directives/{key}.md)")), "{key}");
        assert!(index.contains(&format!("[{key}]({key}.md)")), "{key}");
        for argument in kind.arguments() {
            let told = format!("`{argument}`");
            assert!(page.contains(&told) || *argument == key, "{key} takes {argument}");
        }
    }
}
