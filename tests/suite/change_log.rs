//! Change logs of books in real repositories. Each test makes its own and is skipped, visibly, where
//! there is no git.

use std::fs;
use std::path::Path;

use judge::level_settings::LevelSettings;
use judge::pipeline;
use load::load;
use readers::analysis::Analysis;
use readers::settings::env::Environment;
use show::expand::expand;
use tempfile::TempDir;

use crate::harness::files::write;
use crate::harness::git;

const DIRECTIVE: &str = "# A\n\n<<#archdoc change-log source=\"git\">>\n";

/// A book below `directory` of a new repository, committed on the first day.
fn book(directory: &str, chapter: &str) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let below = |path: &str| format!("{directory}{path}");
    write(root.path(), &below("book.toml"), "[preprocessor.archdoc]\n");
    write(root.path(), &below("src/SUMMARY.md"), "- [A](a.md)\n");
    write(root.path(), &below("src/a.md"), chapter);
    git::commit_all(root.path(), "2024-01-10", "Start");
    root
}

/// The text of the chapter as a build shows it, and the first lines of the findings.
fn shown(root: &Path) -> (String, Vec<String>) {
    let loaded = load(root, Environment::default()).unwrap();
    let analysis = Analysis::new(&loaded.book, &loaded.config.settings);
    let findings = pipeline::judge(&analysis, &LevelSettings::default(), None).findings;
    let text = loaded.book.chapters[0].source().text();
    let edits = expand(&analysis);
    let text = edits.first().map_or(text.to_owned(), |chapter| chapter.edits.apply(text));
    (text, findings.iter().map(|f| format!("{}: {}", f.rule, f.message)).collect())
}

fn table(rows: &[&str]) -> String {
    let head = "# A\n\n|Date|Author|Changes|\n|----|------|-------|\n";
    head.to_owned() + &rows.join("\n") + "\n"
}

#[test]
fn commits_are_rows_with_their_people_also_under_former_names() {
    if !git::is_here() {
        return;
    }
    let root = book("docs/", DIRECTIVE);
    let docs = root.path().join("docs");
    fs::rename(docs.join("src/a.md"), docs.join("src/b.md")).unwrap();
    write(&docs, "src/SUMMARY.md", "- [A](b.md)\n");
    write(root.path(), ".mailmap", "Ann Lee <ann@example.org>\n");
    let message = "Rename | {{#include x}} <b>\n\nCo-authored-by: Bob <bob@example.org>";
    git::commit_all(root.path(), "2024-02-01", message);
    write(root.path(), "other.md", "not of the book");
    git::commit_all(root.path(), "2024-03-01", "Elsewhere");
    let (text, findings) = shown(&docs);
    let rows = [
        "|2024-02-01|Ann Lee, Bob|Rename \\| &#123;&#123;#include x}} \\<b>|",
        "|2024-01-10|Ann Lee|Start|",
    ];
    assert_eq!((text, findings), (table(&rows), Vec::new()));
}

#[test]
fn what_people_wrote_comes_before_the_commit_of_the_same_change() {
    if !git::is_here() {
        return;
    }
    let log = "## History\n\n- 2024-01-10: First version\n- 2024-02-01: Fees for cards\n";
    let chapter = format!("# A\n\n<<#archdoc change-log source=\"table,git\">>\n\n{log}");
    let root = book("", &chapter);
    write(root.path(), "src/a.md", &format!("{chapter}- 2024-03-01: More\n"));
    git::commit_all(root.path(), "2024-02-07", "Add fees for cards");
    write(root.path(), "src/a.md", &format!("{chapter}- 2024-03-01: More\n\nText\n"));
    git::commit_all(root.path(), "2024-04-01", "Say it better");
    let (text, findings) = shown(root.path());
    let rows = [
        "|2024-04-01|Ann|Say it better|",
        "|2024-03-01|—|More|",
        "|2024-02-01|—|Fees for cards|",
        "|2024-01-10|—|First version|",
    ];
    assert_eq!(findings, Vec::<String>::new());
    assert!(text.starts_with(&table(&rows)), "{text}");
}

#[test]
fn a_commit_of_another_century_hides_no_older_one() {
    if !git::is_here() {
        return;
    }
    let root = book("", DIRECTIVE);
    for (day, message) in [("2099-01-01", "Ahead"), ("2024-03-01", "Now")] {
        write(root.path(), "src/a.md", &format!("{DIRECTIVE}\n{message}\n"));
        git::commit_all(root.path(), day, message);
    }
    let (text, _) = shown(root.path());
    for row in ["|2024-03-01|Ann|Now|", "|2099-01-01|Ann|Ahead|", "|2024-01-10|Ann|Start|"] {
        assert!(text.contains(row), "{row}: {text}");
    }
}

#[test]
fn a_log_that_is_shown_hides_its_entries_and_nothing_else() {
    let kept = ["Prose between.", "![A picture](x.png)", "```text", "code", "> A quote.", "After."];
    let entries = ["- 2024-01-10: First version", "- 2024-02-01: Fees for cards"];
    let log = format!(
        "## History\n\n{}\n\n{}\n\n{}\n\n{}\n\n{}\n{}\n```\n\n{}\n\n## Next\n\n{}\n",
        entries[0], kept[0], kept[1], entries[1], kept[2], kept[3], kept[4], kept[5]
    );
    let root = tempfile::tempdir().unwrap();
    write(root.path(), "book.toml", "[preprocessor.archdoc]\n");
    write(root.path(), "src/SUMMARY.md", "- [A](a.md)\n");
    write(root.path(), "src/a.md", &format!("# A\n\n{log}\n<<#archdoc change-log>>\n"));
    let (text, _) = shown(root.path());
    for line in kept {
        assert_eq!(text.matches(line).count(), 1, "{line}: {text}");
    }
    let plain =
        format!("# A\n\n## History\n\n{}\n{}\n\n<<#archdoc change-log>>\n", entries[0], entries[1]);
    write(root.path(), "src/a.md", &plain);
    let (text, _) = shown(root.path());
    assert!(text.contains("|2024-02-01|Fees for cards|"), "{text}");
    assert!(!text.contains(entries[1]), "what is shown twice is said once: {text}");
}

#[test]
fn a_clone_without_its_history_shows_no_date() {
    if !git::is_here() {
        return;
    }
    let root = book("", DIRECTIVE);
    write(root.path(), "src/a.md", &format!("{DIRECTIVE}\nMore.\n"));
    git::commit_all(root.path(), "2024-02-01", "More");
    let clone = tempfile::tempdir().unwrap();
    let url = format!("file://{}", root.path().display());
    let arguments = ["clone", "-q", "--depth", "1", &url, "clone"];
    git::run(clone.path(), "2024-03-01", &arguments);
    let (text, findings) = shown(&clone.path().join("clone"));
    assert!(text.contains("*No changes are recorded.*") && !text.contains("2024"), "{text}");
    let expected = "git-history-unavailable: `git` gives no history: this is a shallow clone";
    assert_eq!(findings, [expected]);
}

#[test]
fn a_worktree_has_the_history_of_its_repository() {
    if !git::is_here() {
        return;
    }
    let root = book("", DIRECTIVE);
    let other = tempfile::tempdir().unwrap();
    let place = other.path().join("tree");
    let arguments = ["worktree", "add", "-q", "--detach", place.to_str().unwrap()];
    git::run(root.path(), "2024-03-01", &arguments);
    assert_eq!(shown(&place), (table(&["|2024-01-10|Ann|Start|"]), Vec::new()));
}

#[test]
fn what_is_not_committed_is_said() {
    if !git::is_here() {
        return;
    }
    let root = book("", DIRECTIVE);
    write(root.path(), "src/a.md", &DIRECTIVE.replace('\n', "\r\n"));
    let (_, findings) = shown(root.path());
    assert_eq!(findings, Vec::<String>::new(), "line breaks are converted by git");
    write(root.path(), "src/a.md", &format!("{DIRECTIVE}\nMore.\n"));
    let (_, findings) = shown(root.path());
    assert_eq!(findings, ["git-history-unavailable: `src/a.md` changed since the last commit"]);
    write(root.path(), "src/SUMMARY.md", "- [A](new.md)\n");
    write(root.path(), "src/new.md", DIRECTIVE);
    let (text, findings) = shown(root.path());
    assert!(text.contains("*No changes are recorded.*"));
    assert_eq!(findings, ["git-history-unavailable: git has no history of `src/new.md`"]);
}

#[test]
fn a_log_without_days_is_shown_where_a_directive_asks_for_it() {
    if !git::is_here() {
        return;
    }
    let bullets = "- First version\n- Added the yard\n";
    let own = format!("# A\n\n<<#archdoc change-log>>\n\n## Change log\n\n{bullets}");
    let of_file = "# A\n\n<<#archdoc change-log source=\"file:CHANGELOG.md\">>\n";
    for chapter in [own.as_str(), of_file] {
        let root = book("", chapter);
        for log in [bullets.to_owned(), format!("# Changelog\n\n{bullets}")] {
            write(root.path(), "CHANGELOG.md", &log);
            let (text, findings) = shown(root.path());
            assert!(text.contains("Added the yard"), "{text}");
            assert_eq!(findings, [] as [String; 0], "{chapter}");
        }
    }
}
