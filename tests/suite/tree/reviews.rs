//! Reviews.

use super::*;

#[test]
fn a_review_is_due_where_its_days_can_be_read() {
    let told = |head: &str| {
        let config = "as-of = \"2026-06-30\"\n\n[[documents]]\ntemplate = \"standard\"\npaths = [\"docs/a.md\"]\n\
                      review-every = \"1 year\"\n";
        let text = format!("# Architecture\n\n{head}\n\n## System Overview\n\nA shop.\n");
        let tree = tree(&[("archdoc.toml", config), ("docs/a.md", &text)]);
        short(tree.path(), &["docs"]).lines().filter(|line| line.contains("review-overdue")).count()
    };
    assert_eq!(told("**Date**: 2024-05-01"), 1);
    assert_eq!(told("**Review schedule**: every 3 years\n**Date**: 2024-05-01"), 0);
    assert_eq!(told("**Review schedule**: after each release\n**Date**: 2024-05-01"), 0);
    // A newer word that cannot be read is not passed over.
    assert_eq!(told("**Date**: 2024-05-01\n**Last updated**: see the history"), 0);
    assert_eq!(told("**Next review**: in autumn\n**Date**: 2024-05-01"), 0);
    let log = "**Date**: 2024-05-01\n\n## Change Log\n\n| Date | Author | Changes |\n|---|---|---|\n\
               | 2026-05-02 | A | More |\n| 2024-05-01 | A | First |";
    assert_eq!(told(log), 0);
}

#[test]
fn front_matter_says_when_a_document_is_reviewed() {
    let told = |front: &str, head: &str| {
        let config = "as-of = \"2026-06-30\"\n\n[[documents]]\ntemplate = \"standard\"\npaths = [\"docs/a.md\"]\n";
        let text = format!(
            "---\n{front}\n---\n# Architecture\n\n{head}\n\n## System Overview\n\nA shop.\n"
        );
        let tree = tree(&[("archdoc.toml", config), ("docs/a.md", &text)]);
        let found = short(tree.path(), &["docs"]);
        let late = found.lines().filter(|line| line.contains("review-overdue"));
        late.map(|line| line.split("]: ").nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(told("review-by: 2026-03-31", "Text."), ["`review-by` has passed"]);
    assert_eq!(told("extra:\n  nextReview: 2026-03-31", "Text."), ["`nextReview` has passed"]);
    assert_eq!(told("review_by: 2026-09-30", "**Next review**: 2026-03-31"), [""; 0]);
    let yearly = "**Review schedule**: yearly\n**Last updated**: 2024-05-01";
    assert_eq!(told("title: Shop", yearly).len(), 1);
    assert_eq!(told("last-reviewed: 2026-05-01", yearly), [""; 0]);
    assert_eq!(told("lastmod: 2026-05-01T10:00:00+02:00", yearly), [""; 0]);
    assert_eq!(told("last-reviewed: 2024-05-01\nreview-schedule: yearly", "Text.").len(), 1);
    assert_eq!(told("review-by: after the launch", yearly), [""; 0]);
    for newer in [
        "date: 2020-01-01\nlast_update:\n  date: 2026-05-01\n  author: Ann",
        "date: 2020-01-01\nlast_modified_at: 2026-05-01",
        "date: 2020-01-01\nreviews:\n  - date: 2024-05-01\n  - date: 2026-05-01",
        "date: 2020-01-01\nlooked-at: 2026-05-01",
    ] {
        assert_eq!(told(newer, yearly), [""; 0], "{newer}");
    }
    assert_eq!(told("last_update:\n  date: 2024-01-01", yearly).len(), 1);
    // A review of a day that has passed may be the last one, from which the next is counted.
    for label in ["review", "review-date", "reviewDate", "Überprüfungsdatum"] {
        assert_eq!(told(&format!("{label}: 2026-03-31"), "Text."), [""; 0], "{label}");
        assert_eq!(told(&format!("{label}: 2026-05-01"), yearly), [""; 0], "{label}");
        assert_eq!(told(&format!("{label}: 2026-09-30"), yearly), [""; 0], "{label}");
        assert_eq!(told(&format!("{label}: 2025-05-01"), yearly).len(), 1, "{label}");
    }
    assert_eq!(told("title: Shop", "**Review date**: 2026-03-31"), [""; 0]);
    // When a page leaves the site, nobody is asked to review it.
    assert_eq!(told("expiryDate: 2026-03-31", "Text."), [""; 0]);
    assert_eq!(told("expires: 2027-03-31", yearly).len(), 1);
}

#[test]
fn the_chapters_of_one_document_are_reviewed_each_by_its_own_date() {
    let config = "as-of = \"2026-06-30\"\n\n[[documents]]\ntemplate = \"standard\"\npaths = [\"docs/*.md\"]\n\
                  doc = \"atlas\"\nreview-every = \"1 year\"\n";
    let seen = |first: &str, second: &str| {
        let chapter =
            |head: &str, title: &str| format!("# {title}\n\n{head}\n\n## Overview\n\nX.\n");
        let tree = tree(&[
            ("archdoc.toml", config),
            ("docs/a.md", &chapter(first, "Atlas")),
            ("docs/b.md", &chapter(second, "The rest")),
        ]);
        let found = short(tree.path(), &["docs"]);
        let late = found.lines().filter(|line| line.contains("review-overdue"));
        let late: Vec<String> = late.map(|line| line[..9].to_owned()).collect();
        let covered = run(tree.path(), &["coverage", "--format", "json"]).stdout;
        let covered: serde_json::Value = serde_json::from_str(&covered).unwrap();
        (late, covered[0]["next_review"].as_str().unwrap_or_default().to_owned())
    };
    let late = |file: &str| vec![format!("docs/{file}")];
    let both = seen("**Next review**: 2026-09-30", "**Next review**: 2026-03-31");
    assert_eq!(both, (late("b.md"), "2026-03-31".to_owned()));
    // What the document says in one chapter wins over the configuration in the others.
    let one = seen("**Next review**: 2026-09-30", "**Date**: 2024-05-01");
    assert_eq!(one, (Vec::new(), "2026-09-30".to_owned()));
    let none = seen("Text.", "**Date**: 2024-05-01");
    assert_eq!(none, (late("b.md"), "2025-05-01".to_owned()));
}

#[test]
fn arguments_that_are_documented_are_no_placeholders() {
    let config = "[[documents]]\ntemplate = \"standard\"\npaths = [\"docs/a.md\"]\n";
    let rows = "| Argument | Meaning |\n|---|---|\n| \\<file\\> | What is read |\n";
    let text = format!("# Atlas\n\n## Overview\n\nThe tool.\n\n{rows}");
    let tree = tree(&[("archdoc.toml", config), ("docs/a.md", &text)]);
    let found = short(tree.path(), &["docs"]);
    assert!(found.contains("missing-section") && !found.contains("placeholder-text"), "{found}");
}

#[test]
fn each_book_that_is_named_is_checked_as_a_whole() {
    let chapter = "# Start\n\n<<#archdoc template=\"standard\">>\n";
    let books = ["api", "web"].map(|name| {
        let file = |path: &str| format!("books/{name}/{path}");
        [
            (file("book.toml"), "[preprocessor.archdoc]\n"),
            (file("src/SUMMARY.md"), "- [Start](start.md)\n"),
            (file("src/start.md"), chapter),
        ]
    });
    let files: Vec<(&str, &str)> =
        books.iter().flatten().map(|(path, text)| (&**path, *text)).collect();
    let tree = tree(&files);
    let found = short(tree.path(), &["books/api", "books/web"]);
    for book in ["api", "web"] {
        let start = format!("books/{book}/src/start.md:1:1: warning[missing-section]");
        assert!(found.contains(&start), "{found}");
    }
    // What is not found from here is looked for in the first of them.
    let found = short(tree.path(), &["books/api", "start.md"]);
    assert!(found.contains("books/api/src/start.md"), "{found}");
}
