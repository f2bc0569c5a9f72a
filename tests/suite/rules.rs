//! Each rule's page is true: its name, its file, its place in the guide, and its examples.
//!
//! The examples under "Bad" and "Good" are books: a `toml` fence is `book.toml`, a `markdown` fence is
//! a chapter (`src/example.md`, or the path that follows: ```` ```markdown path=src/adr/0001-a.md ````).
//! Those under "What it does not report" stand in the place of the same files of "Bad".
//! `state=before` is what a change found, `state=target` what the branch has by now that it is to go into.
//! `committed=2024-06-02` commits a file to a repository on that day, with all that bears no day or an earlier one.
//! The first `text` fence under "Bad" shows the first line of the finding.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::harness;
use judge::change::{Change, Target};
use judge::level::Level;
use judge::pipeline;
use judge::registry::rules;
use judge::rule::{Group, Rule};
use load::config::Config;
use load::{Loaded, baseline, load};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};
use readers::analysis::Analysis;
use readers::changed_paths::ChangedPaths;
use readers::settings::env::Environment;
use tempfile::TempDir;

const HEADINGS: [&str; 5] = ["What it checks", "Why it matters", "Bad", "Good", "Configuration"];
/// Stands behind the first heading.
const SILENCE: &str = "What it does not report";

fn checkout() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names of the files in a directory, without their ending.
fn stems(directory: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(checkout().join(directory)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn every_rule_has_its_file_its_page_and_its_place_in_the_guide() {
    let names: BTreeSet<String> = rules().map(|rule| rule.name.to_owned()).collect();
    assert_eq!(names.len(), rules().count(), "two rules of one name");

    let homes = ["rules", "suppress", "baseline"].map(|home| format!("crates/judge/src/{home}"));
    let files = homes.iter().flat_map(|home| stems(home));
    let mut files: BTreeSet<String> = files.map(|stem| stem.replace('_', "-")).collect();
    for shared in ["mod", "file", "tests"] {
        files.remove(shared);
    }
    assert_eq!(files, names, "the rules' files against the registry");

    assert_eq!(stems("crates/judge/pages"), names, "crates/judge/pages/*.md against the registry");
    for name in &names {
        let chapter = format!("docs/src/rules/{name}.md");
        let text = fs::read_to_string(checkout().join(&chapter)).unwrap();
        let include = format!("{{{{#include ../../../crates/judge/pages/{name}.md}}}}\n");
        assert_eq!(text, include, "{chapter} shows the page");
    }

    let summary = fs::read_to_string(checkout().join("docs/src/SUMMARY.md")).unwrap();
    for name in &names {
        assert!(summary.contains(&format!("(rules/{name}.md)")), "SUMMARY.md lacks {name}");
    }
}

#[test]
fn every_page_has_the_same_form() {
    for rule in rules() {
        let page = Page::read(rule.page);
        assert_eq!(page.title, rule.name);
        let silent = page.headings.iter().position(|heading| heading == SILENCE);
        // Pages of other groups get theirs one by one.
        let told = rule.group == Group::Adr || silent.is_some();
        let expected = told.then_some(1);
        assert_eq!(silent, expected, "{}: {SILENCE}", rule.name);
        let headings: Vec<&String> = page.headings.iter().filter(|one| *one != SILENCE).collect();
        assert_eq!(headings, HEADINGS, "{}", rule.name);
        let summary = rule.page.lines().nth(2).unwrap_or_default();
        assert!(summary.ends_with('.'), "{}: the third line is the summary", rule.name);
        assert!(rule.summary.ends_with('.'), "{}", rule.name);
    }
}

#[test]
fn the_examples_are_true() {
    let failures: String = rules().map(check_examples).collect();
    assert!(failures.is_empty(), "{failures}");
}

fn check_examples(rule: &Rule) -> String {
    let page = Page::read(rule.page);
    let mut failures = String::new();
    if page.fences.iter().any(|fence| fence.committed.is_some()) && !harness::git::is_here() {
        return failures;
    }
    let shown = page.fences.iter().find(|fence| fence.under == "Bad" && fence.language == "text");
    let shown = shown.map(|fence| fence.text.trim_end()).unwrap_or_default();
    let bad = first_lines(rule, &page, "Bad");
    if bad.first().map(String::as_str) != Some(shown) {
        let _ = writeln!(failures, "{}: bad shows {shown:?}, gives {bad:#?}", rule.name);
    }
    for under in ["Good", SILENCE] {
        let found = first_lines(rule, &page, under);
        if page.shows(under) && !found.is_empty() {
            let _ = writeln!(failures, "{}: {under:?} gives {found:#?}", rule.name);
        }
    }
    failures
}

/// What the rule finds in the book under a heading: the first line of each finding.
fn first_lines(rule: &Rule, page: &Page, under: &str) -> Vec<String> {
    let book = |state: Option<&str>| {
        let (directory, loaded) = laid_out(rule, page, under, state)?;
        assert!(loaded.problems.is_empty(), "{}: {:?}", rule.name, loaded.problems);
        Some((directory, loaded))
    };
    let Some((_now, now)) = book(None) else { return Vec::new() };
    let Config { settings, levels } = &now.config;
    let baseline = baseline(&now.book.root, settings).unwrap();
    let analysis = Analysis::new(&now.book, settings);
    let mut findings = pipeline::judge(&analysis, levels, baseline.as_ref()).findings;
    if let Some((_before, before)) = book(Some("before")) {
        let target = book(Some("target"));
        let target = target.as_ref().map(|(_, it)| Analysis::new(&it.book, &it.config.settings));
        let target = target.as_ref().map(|analysis| Target { name: "main", analysis });
        let before = Analysis::new(&before.book, &before.config.settings);
        let paths = ChangedPaths::read(&before, &analysis, &str::to_owned);
        let change = Change::new(&before, &analysis, paths, target);
        findings.extend(pipeline::judge_change(&change, levels));
    }
    let of_rule = findings.iter().filter(|finding| finding.rule.name == rule.name);
    of_rule
        .map(|finding| {
            let level = if finding.level == Level::Deny { "error" } else { "warning" };
            format!("{level}[{}]: {}", finding.rule, finding.message)
        })
        .collect()
}

/// The example under a heading as a book on disk, in one of its states; none where it has no such state.
fn laid_out(
    rule: &Rule,
    page: &Page,
    under: &str,
    state: Option<&str>,
) -> Option<(TempDir, Loaded)> {
    let fences = page.book(under);
    let fences = || fences.iter().copied();
    if state.is_some() && !fences().any(|fence| fence.state.as_deref() == state) {
        return None;
    }
    let directory = tempfile::tempdir().unwrap();
    let of_state = |fence: &&Fence| fence.language == "toml" || fence.state.as_deref() == state;
    let files: Vec<&Fence> =
        fences().filter(of_state).filter(|fence| fence.language != "text").collect();
    let mut summary = String::new();
    for path in files.iter().filter(|fence| fence.language == "markdown").map(|one| one.file()) {
        if let Some(chapter) = path.strip_prefix("src/").filter(|one| !summary.contains(one)) {
            let _ = writeln!(summary, "- [{chapter}]({chapter})");
        }
    }
    fs::create_dir_all(directory.path().join("src")).unwrap();
    fs::write(directory.path().join("src/SUMMARY.md"), summary).unwrap();
    // What bears no day comes with the first commit.
    let days: BTreeSet<Option<&str>> =
        files.iter().map(|fence| fence.committed.as_deref()).collect();
    for day in days {
        for fence in files.iter().filter(|fence| fence.committed.as_deref() == day) {
            let file = directory.path().join(fence.file());
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, &fence.text).unwrap();
        }
        if let Some(day) = day {
            harness::git::commit_all(directory.path(), day, "Split card data off");
        }
    }
    let loaded = load(directory.path(), Environment::default());
    Some((directory, loaded.unwrap_or_else(|error| panic!("{}: {error}", rule.name))))
}

/// A rule's page, as far as it is checked.
#[derive(Default)]
struct Page {
    title: String,
    headings: Vec<String>,
    fences: Vec<Fence>,
}

/// A fenced code block.
struct Fence {
    under: String,
    language: String,
    path: Option<String>,
    /// `before` a change, or on its `target`, the branch that it is to go into; none for what is now.
    state: Option<String>,
    /// The day on which it was committed to a repository.
    committed: Option<String>,
    text: String,
}

impl Fence {
    /// The file that it is, in the book's directory.
    fn file(&self) -> &str {
        match (&*self.language, &self.path) {
            (_, Some(path)) => path,
            ("toml", None) => "book.toml",
            _ => "src/example.md",
        }
    }
}

impl Page {
    fn shows(&self, under: &str) -> bool {
        self.fences.iter().any(|fence| fence.under == under)
    }

    /// The files of the example under a heading.
    fn book(&self, under: &str) -> Vec<&Fence> {
        let fences = self.fences.iter();
        let own: Vec<&Fence> = fences.clone().filter(|fence| fence.under == under).collect();
        if under != SILENCE {
            return own;
        }
        let place = |fence: &Fence| (fence.file().to_owned(), fence.state.clone());
        let kept = fences.filter(|fence| {
            fence.under == "Bad" && own.iter().all(|one| place(one) != place(fence))
        });
        kept.chain(own.iter().copied()).collect()
    }

    fn read(text: &str) -> Self {
        let mut page = Self::default();
        let mut heading = None;
        let mut in_fence = false;
        for event in Parser::new(text) {
            match event {
                Event::Start(Tag::Heading { level, .. }) => heading = Some((level, String::new())),
                Event::End(TagEnd::Heading(_)) => page.close(heading.take().unwrap()),
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    let under = page.headings.last().cloned().unwrap_or_default();
                    let mut words = info.split(' ');
                    let language = words.next().unwrap_or_default().to_owned();
                    let value = |key: &str| {
                        words.clone().find_map(|word| word.strip_prefix(key)).map(str::to_owned)
                    };
                    let (path, committed) = (value("path="), value("committed="));
                    let state = value("state=");
                    let text = String::new();
                    page.fences.push(Fence { under, language, path, state, committed, text });
                    in_fence = true;
                }
                Event::End(TagEnd::CodeBlock) => in_fence = false,
                Event::Text(text) | Event::Code(text) => {
                    match (&mut heading, page.fences.last_mut()) {
                        (Some((_, heading)), _) => heading.push_str(&text),
                        (None, Some(fence)) if in_fence => fence.text.push_str(&text),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        page
    }

    fn close(&mut self, (level, text): (HeadingLevel, String)) {
        match level {
            HeadingLevel::H1 => self.title = text,
            HeadingLevel::H2 => self.headings.push(text),
            _ => {}
        }
    }
}
