//! `render`: what directives show in a book, written into plain files between two comments.

use std::path::Path;

use anyhow::Context;
use judge::finding::Finding;
use judge::pipeline;
use judge::rule::Group;
use judge::rules::{git_history_unavailable, unknown_template, unmatched_path};
use judge::suppress::malformed_suppression;
use load::{Home, Loaded};
use readers::analysis::Analysis;
use readers::book::Output;
use readers::comments::{END, MARK};
use readers::directive::adr::Drawing;
use readers::directive::{Ask, Directive, OPENING, Part};
use readers::document::{Annotated, of_chapter};
use readers::files;
use readers::settings::env::Environment;
use show::expand;
use similar::TextDiff;
use text::edit::{Edits, TextEdit, as_block};
use text::source::Span;
use text::wording::plural;

use super::error::{CommandError, Result, refused, unseen};
use super::exit::Exit;
use super::stdout_text;
use super::subject::home_of;
use crate::cli::RenderArgs;
use crate::terminal;
use crate::workbench::named_in_diff;
use crate::write;

/// Fills the parts of each file, or tells with code 1 which are stale.
pub(super) fn run(args: &RenderArgs) -> Result<Exit> {
    let mut homes: Vec<(Home, Loaded)> = Vec::new();
    let mut stale = false;
    for file in &args.files {
        let home = home_of(file)?;
        let at = if let Some(at) = homes.iter().position(|(known, _)| *known == home) {
            at
        } else {
            let loaded = read(&home)?;
            homes.push((home, loaded));
            homes.len() - 1
        };
        stale |= one(file, &homes[at].1, args.check)?;
    }
    Ok(if stale { Exit::Found } else { Exit::Clean })
}

fn read(home: &Home) -> Result<Loaded> {
    let mut loaded = home.load(&[], Environment::of_process())?;
    loaded.book.output = Output::Files;
    Ok(loaded)
}

/// One file; whether it is stale and was left so.
fn one(file: &Path, loaded: &Loaded, check: bool) -> Result<bool> {
    let name = file.display();
    let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
    let index = chapter(file, loaded)?;
    let told = mistakes(loaded, &analysis, loaded.book.chapters[index].file());
    terminal::stderr_styled(&terminal::human().findings(&told));
    // A path that no file fits makes a part that can be filled, if only with less.
    if told.iter().any(|finding| *finding.rule != unmatched_path::RULE) {
        return Err(refused(format!("`{name}` was not filled: mend what is told above first")));
    }
    let chapter = of_chapter(&analysis.annotated, index);
    let Some(chapter) = chapter.filter(|chapter| !chapter.scan.parts.is_empty()) else {
        return Err(no_part(file, loaded.book.chapters[index].source().text()));
    };
    let old = chapter.document.source.text();
    let (new, filled) = filled(&analysis, chapter);
    if filled == 0 {
        terminal::stderr_text(&format!("{name}: up to date\n"));
        return Ok(false);
    }
    if check {
        let shown = named_in_diff(file);
        let (from, to) = (format!("a/{shown}"), format!("b/{shown}"));
        let diff = TextDiff::from_lines(old, new.as_str());
        stdout_text(&diff.unified_diff().context_radius(3).header(&from, &to).to_string())?;
        let parts = plural(filled, "part is", "parts are");
        terminal::stderr_text(&format!(
            "{name}: {parts} stale; mend with `mdbook-archdoc render {name}`\n"
        ));
        return Ok(true);
    }
    write::replace(file, old, &new)?;
    terminal::stderr_text(&format!("{name}: {} filled\n", plural(filled, "part", "parts")));
    Ok(false)
}

/// The file's place among those that were read; or why it is none of them.
fn chapter(file: &Path, loaded: &Loaded) -> Result<usize> {
    let name = file.display();
    if file.is_dir() {
        return Err(refused(format!(
            "`{name}` is a directory; name the Markdown files in it that are to be filled"
        )));
    }
    if !files::is_markdown(&file.to_string_lossy()) {
        return Err(refused(format!(
            "`{name}` is no Markdown file: its name does not end in `.md`"
        )));
    }
    if let Err(unreadable) = files::source(file, &file.to_string_lossy()) {
        let human = terminal::human();
        let (place, help) = (Some(&unreadable.place), unreadable.help());
        terminal::stderr_styled(&human.error(&unreadable.told(), place, help).breaks(2));
        return Err(refused(format!("`{name}` was not filled")));
    }
    let real = file.canonicalize().with_context(|| unseen(file))?;
    let book = &loaded.book;
    let mut chapters = book.chapters.iter();
    let is_file = |path: &str| book.on_disk(path).canonicalize().is_ok_and(|path| path == real);
    let index = chapters.position(|chapter| is_file(chapter.file()));
    index.ok_or_else(|| match &*book.src {
        "" => refused(format!("`{name}` is ignored by git, or hidden, and was not looked at")),
        src => refused(format!(
            "`{name}` lies among the chapters of a book and `SUMMARY.md` does not list it; list it, or \
             fill a file outside of `{src}`"
        )),
    })
}

/// What a file lacks; with what looks as if it were that.
fn no_part(file: &Path, text: &str) -> CommandError {
    let name = file.display();
    let instead = if text.contains(MARK) {
        " (comments in code are examples)"
    } else if text.contains(OPENING) {
        " (what stands in `<<` and `>>` is for books)"
    } else {
        ""
    };
    refused(format!(
        "`{name}` has no part to fill{instead}: write `<!-- {MARK} adr-index -->` where it begins and \
         `<!-- {MARK} {END} -->` where it ends, each on a line of its own"
    ))
}

/// What is wrong with the comments and directives of a file.
fn mistakes(loaded: &Loaded, analysis: &Analysis<'_>, file: &str) -> Vec<Finding> {
    let asks = |finding: &Finding| {
        // A template that is not there is none of a part's.
        let directive = finding.rule.group == Group::Directives;
        directive && *finding.rule != unknown_template::RULE
            || *finding.rule == malformed_suppression::RULE
    };
    let chapters =
        analysis.annotated.iter().filter(|chapter| chapter.document.source.path() == file);
    let parts: Vec<Span> = chapters
        .flat_map(|chapter| chapter.scan.parts.iter().map(|part| part.directive.span))
        .collect();
    // What was filled where git could be asked is better than what is known without it.
    let lacks_git = |finding: &Finding| {
        *finding.rule == git_history_unavailable::RULE
            && parts.iter().any(|part| part.contains(finding.place.span))
    };
    let mut findings = pipeline::judge(analysis, &loaded.config.levels, None).findings;
    findings.retain(|finding| {
        (asks(finding) || lacks_git(finding)) && finding.place.source.path() == file
    });
    findings
}

/// The file's text with all parts as they must be, and how many of them were not.
fn filled(analysis: &Analysis<'_>, chapter: &Annotated) -> (String, usize) {
    let text = chapter.document.source.text();
    let mut edits = Edits::default();
    let mut count = 0;
    for Part { directive, inside } in &chapter.scan.parts {
        let Some(blocks) = expand::blocks(analysis, chapter, &for_files(directive)) else {
            continue;
        };
        let block = as_block(text, *inside, &blocks.markdown());
        if !says_the_same(&text[inside.range()], &block) {
            edits.push(TextEdit::replace(*inside, block));
            count += 1;
        }
    }
    (edits.apply(text), count)
}

/// A picture as text: what code hosts draw in a Markdown file is Mermaid.
fn for_files(directive: &Directive) -> Directive {
    let mut directive = directive.clone();
    if let Ask::AdrGraph(graph) = &mut directive.asks
        && graph.drawing == Drawing::Svg
    {
        graph.drawing = Drawing::Mermaid;
    }
    directive
}

/// Whether two texts differ in blanks, and in the length of the lines below a table's head, at most:
/// formatters align tables.
fn says_the_same(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let apart = text.replace('|', " | ");
        let is_rule = |word: &str| word.contains('-') && word.chars().all(|c| "-:".contains(c));
        let shown = |word: &str| match word {
            rule if is_rule(rule) => rule.replace('-', "") + "-",
            word => word.to_owned(),
        };
        apart.split_whitespace().map(shown).collect()
    };
    words(a) == words(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formatter_may_align_a_table() {
        let ours = "|ID|Title|\n|--|:-:|\n|1|[A](a.md)|\n";
        let aligned = "\n\n| ID | Title     |\n| -- | :-------: |\n| 1  | [A](a.md) |\n\n";
        assert!(says_the_same(ours, aligned));
        assert!(!says_the_same(ours, &aligned.replace("a.md", "b.md")));
    }
}
