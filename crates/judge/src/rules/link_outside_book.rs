//! `link-outside-book`: a text from outside the source directory leads to a file that the book cannot show.

use crate::finding::Finding;
use crate::level::{Level, Levels};
use crate::rule::{Group, Rule};
use readers::analysis::Analysis;

pub static RULE: Rule = Rule {
    name: "link-outside-book",
    group: Group::Document,
    levels: Levels::always(Level::Warn),
    summary: "A link of a text from outside the source directory leads to a file that is not in the book.",
    page: include_str!("../../pages/link-outside-book.md"),
};

pub(crate) fn check(analysis: &Analysis<'_>, findings: &mut Vec<Finding>) {
    let links = &analysis.book.links;
    let help = if links.repository.is_none() && links.edit.is_none() {
        "set `git-repository-url` under `[output.html]` of book.toml, at Gitea and Forgejo with \
         `/src/branch/BRANCH`: the link then leads to the code host; or move the file below the source directory"
    } else {
        "set `edit-url-template` under `[output.html]` of book.toml, with `/edit/BRANCH/` (Gitea and Forgejo: \
         `/_edit/BRANCH/`, Bitbucket: `/src/BRANCH/`) and the way to the book before `{path}`: the code host's \
         addresses are made from it"
    };
    findings.extend(analysis.relinked.lost.iter().map(|place| {
        let target = place.text();
        Finding::new(&RULE, place.clone(), format!("`{target}` leads out of the book"))
            .label("nothing is there for readers of the book")
            .note("the text is shown from outside the source directory, and mdBook copies no file from there")
            .help(help)
            .entry_of_directory("links lead out of the book", format!("`{target}`"))
    }));
}
