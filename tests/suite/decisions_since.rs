//! `decisions-since`: in a book and in a plain file, where git knows the revision and where it does not. Each test is
//! skipped, visibly, where there is no git.

use std::fs;
use std::path::Path;

use judge::level_settings::LevelSettings;
use judge::pipeline;
use judge::rules::git_history_unavailable;
use load::load;
use readers::analysis::Analysis;
use readers::settings::env::Environment;
use show::expand::expand;
use tempfile::TempDir;

use crate::harness::files::write;
use crate::harness::git;
use crate::harness::program::run;

fn record(root: &Path, number: usize, status: &str) {
    let text = format!(
        "# {number}. Use tool {number}\n\nDate: 2026-03-02\n\n## Status\n\n{status}\n\n## Context\n\nIt is \
         slow.\n\n## Decision\n\nA tool.\n\n## Consequences\n\nOne more.\n"
    );
    write(root, &format!("src/adr/000{number}-tool.md"), &text);
}

fn list(root: &Path, records: [usize; 3]) {
    let lines = records.map(|number| format!("- [{number}](adr/000{number}-tool.md)\n"));
    write(root, "src/SUMMARY.md", &format!("- [News](news.md)\n{}", lines.concat()));
}

/// A repository with a book of three records, of which some changed after the tag `v1.2`.
fn repository() -> Option<TempDir> {
    if !git::is_here() {
        return None;
    }
    let root = tempfile::tempdir().unwrap();
    let tree = root.path();
    write(tree, "book.toml", "[preprocessor.archdoc]\n");
    list(tree, [1, 2, 3]);
    write(tree, "src/news.md", "# News\n");
    record(tree, 1, "Accepted");
    record(tree, 2, "Proposed");
    record(tree, 3, "Accepted");
    git::commit_all(tree, "2026-03-10", "Decide");
    git::run(tree, "2026-03-10", &["tag", "v1.2"]);
    Some(root)
}

/// Two records change, one goes and one comes.
fn decide(tree: &Path) {
    record(tree, 1, "Superseded by [4](0004-tool.md)");
    record(tree, 2, "Accepted");
    record(tree, 4, "Accepted\n\nSupersedes [1](0001-tool.md)");
    fs::remove_file(tree.join("src/adr/0003-tool.md")).unwrap();
    list(tree, [1, 2, 4]);
}

/// The first chapter as a build shows it, and what is said of git.
fn shown(root: &Path) -> (String, Vec<String>) {
    let loaded = load(root, Environment::default()).unwrap();
    let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
    let mut findings = pipeline::judge(&analysis, &LevelSettings::default(), None).findings;
    findings.retain(|finding| *finding.rule == git_history_unavailable::RULE);
    let text = loaded.book.chapters[0].source().text();
    let edits = expand(&analysis);
    let own = edits.iter().find(|edits| edits.chapter == 0);
    let text = own.map_or(text.to_owned(), |chapter| chapter.edits.apply(text));
    (text, findings.iter().map(|finding| finding.message.clone()).collect())
}

#[test]
fn a_chapter_shows_what_changed_with_links() {
    let Some(root) = repository() else { return };
    let tree = root.path();
    for directive in ["decisions-since \"v1.2\"", "decisions-since=v1.2"] {
        write(tree, "src/news.md", &format!("# News\n\n<<#archdoc {directive}>>\n"));
        let calm = "# News\n\n*No decision has changed since v1.2.*\n";
        assert_eq!(shown(tree), (calm.to_owned(), Vec::new()));
    }
    decide(tree);
    let list = "# News\n\n\
        - **superseded** (was accepted): [ADR 1, Use tool 1](adr/0001-tool.md), superseded by [ADR 4](adr/0004-tool.md)\n\
        - **accepted** (was proposed): [ADR 2, Use tool 2](adr/0002-tool.md)\n\
        - **New** (accepted): [ADR 4, Use tool 4](adr/0004-tool.md)\n\
        - **Removed**: ADR 3, Use tool 3\n";
    assert_eq!(shown(tree), (list.to_owned(), Vec::new()));
    // What is compared with is where this branch left the other.
    git::commit_all(tree, "2026-03-12", "Decide anew");
    assert_eq!(shown(tree).0, list);
    let changes = run(tree, &["changes", "--since", "v1.2"]).stdout;
    assert!(changes.contains("- **accepted** (was proposed): [ADR 2, Use tool 2]"), "{changes}");
}

#[test]
fn a_state_that_cannot_be_had_is_said_once_and_calmly() {
    let Some(root) = repository() else { return };
    let tree = root.path();
    write(tree, "src/news.md", "# News\n\n<<#archdoc decisions-since \"v9\">>\n");
    let calm = "# News\n\n*Which decisions have changed since v9 is not known here.*\n";
    let told = "the decisions cannot be compared: there is no commit `v9` in this clone".to_owned();
    assert_eq!(shown(tree), (calm.to_owned(), vec![told]));
    // No argument is an option of git's.
    write(tree, "src/news.md", "# News\n\n<<#archdoc decisions-since \"--all\">>\n");
    assert_eq!(shown(tree).1.len(), 1);
    git::commit_all(tree, "2026-03-12", "Tell");

    let clone = tempfile::tempdir().unwrap();
    let url = format!("file://{}", tree.display());
    git::run(clone.path(), "2026-03-13", &["clone", "-q", "--depth", "1", &url, "clone"]);
    let clone = clone.path().join("clone");
    write(&clone, "src/news.md", "# News\n\n<<#archdoc decisions-since \"v1.2\">>\n");
    let (text, told) = shown(&clone);
    assert!(text.contains("since v1.2 is not known here"), "{text}");
    assert_eq!(told, ["the decisions cannot be compared: there is no commit `v1.2` in this clone"]);

    fs::remove_dir_all(tree.join(".git")).unwrap();
    let told = "the decisions cannot be compared: the book is in no git repository";
    assert_eq!(shown(tree).1, [told]);
}

#[test]
fn a_book_that_is_younger_than_the_revision_is_not_compared() {
    let Some(root) = repository() else { return };
    let tree = root.path();
    write(tree, "guide/book.toml", "[preprocessor.archdoc]\n");
    write(tree, "guide/src/SUMMARY.md", "- [News](news.md)\n- [1](adr/0001-tool.md)\n");
    write(tree, "guide/src/news.md", "<<#archdoc decisions-since \"v1.2\">>\n");
    record(&tree.join("guide"), 1, "Accepted");
    let (text, told) = shown(&tree.join("guide"));
    assert_eq!(text, "- **New** (accepted): [ADR 1, Use tool 1](adr/0001-tool.md)\n");
    assert_eq!(told, Vec::<String>::new());
    // Its directory was there, and was no book.
    write(tree, "notes.md", "Notes.\n");
    git::run(tree, "2026-03-12", &["rm", "-q", "--cached", "book.toml", "src/SUMMARY.md"]);
    git::run(tree, "2026-03-12", &["commit", "-q", "-m", "No book"]);
    write(tree, "src/news.md", "<<#archdoc decisions-since HEAD>>\n");
    let told = "the decisions cannot be compared: there was no book at `HEAD`";
    assert_eq!(shown(tree).1, [told]);
}

#[test]
fn a_part_of_a_plain_file_is_filled_and_kept() {
    let Some(root) = repository() else { return };
    let tree = root.path();
    decide(tree);
    let part = |revision: &str| {
        format!(
            "# News\n\n<!-- archdoc: decisions-since \"{revision}\" -->\n<!-- archdoc: end -->\n"
        )
    };
    write(tree, "NEWS.md", &part("v1.2"));
    let ran = run(tree, &["render", "NEWS.md"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let filled = fs::read_to_string(tree.join("NEWS.md")).unwrap();
    let line = "- **accepted** (was proposed): [ADR 2, Use tool 2](src/adr/0002-tool.md)\n";
    assert!(filled.contains(line), "{filled}");
    assert_eq!(run(tree, &["render", "--check", "NEWS.md"]).code, Some(0));
    // What cannot be compared leaves what was filled.
    let kept = filled.replace("v1.2", "v9");
    write(tree, "NEWS.md", &kept);
    let ran = run(tree, &["render", "NEWS.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("there is no commit `v9` in this clone"), "{}", ran.stderr);
    assert_eq!(fs::read_to_string(tree.join("NEWS.md")).unwrap(), kept);
}
