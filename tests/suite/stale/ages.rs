//! How old a text is.

use super::*;

#[test]
fn a_section_is_named_once_its_code_has_changed_often_and_long_after_it() {
    if !git::is_here() {
        return;
    }
    let root = repository(TEXT);
    change(root.path(), 4);
    assert_eq!(told(root.path()), [""; 0]);
    change(root.path(), 6);
    // Changes elsewhere in the file do not make the section younger; blanks and where it stands are none.
    let (head, rest) = TEXT.split_once("## Payments").unwrap();
    let (section, other) = rest.split_once("## Stock").unwrap();
    let moved = format!(
        "{head}## Stock{other} More.\n\n## Payments{}",
        section.replace("charged ", "charged\n")
    );
    write(root.path(), "docs/shop.md", &moved);
    git::commit_all(root.path(), "2025-08-01", "Move");
    assert_eq!(told(root.path()), [STALE.replace(":5:", ":10:")]);
    let json = run(root.path(), &["check", "--format", "json"]).stdout;
    assert!(
        json.contains("since then 10 commits changed `app/pay/**`, up to 182 days later"),
        "{json}"
    );
    assert!(json.contains("Change 6\\\" by Ann"), "{json}");
    // What somebody is at is left alone, and what was rewritten is new.
    write(root.path(), "docs/shop.md", &moved.replace("at once", "later"));
    assert_eq!(told(root.path()), [""; 0]);
    git::commit_all(root.path(), "2025-08-02", "Rewrite");
    assert_eq!(told(root.path()), [""; 0]);
}

#[test]
fn old_words_that_are_taken_up_again_are_somebodys_work() {
    if !git::is_here() {
        return;
    }
    let root = repository(TEXT);
    write(root.path(), "docs/shop.md", &TEXT.replace("at once", "later"));
    git::commit_all(root.path(), "2025-01-12", "Rewrite");
    change(root.path(), 8);
    assert_eq!(told(root.path()), [STALE]);
    write(root.path(), "docs/shop.md", TEXT);
    assert_eq!(told(root.path()), [""; 0]);
}

#[test]
fn a_text_in_a_repository_below_counts_from_there() {
    if !git::is_here() {
        return;
    }
    let root = tempfile::tempdir().unwrap();
    write(root.path(), "README.md", "# Shop\n");
    git::commit_all(root.path(), "2025-01-10", "Begin");
    let below = root.path().join("parts/till");
    write(&below, "docs/shop.md", TEXT);
    change(&below, 8);
    assert_eq!(told(root.path()), [""; 0]);
    fs::remove_dir_all(below.join(".git")).unwrap();
    let absent = "parts/till/docs/shop.md:7:25: warning[unmatched-path]: no file fits `app/pay/**`";
    assert_eq!(told(root.path()), [absent]);
}

#[test]
fn a_text_that_was_cut_is_as_young_as_the_cut() {
    if !git::is_here() {
        return;
    }
    let long = TEXT.replace("at once.", "at once. Refunds go back.");
    let root = repository(&long);
    change(root.path(), 8);
    assert_eq!(told(root.path()), [STALE]);
    write(root.path(), "docs/shop.md", TEXT);
    git::commit_all(root.path(), "2025-10-01", "No refunds");
    assert_eq!(told(root.path()), [""; 0]);
    // A file as a whole, too.
    let plain = "# Shop\n\nA shop.\n";
    let root = repository(&format!("{plain}\nRefunds go back.\n"));
    let entry = "[[documents]]\npaths = [\"docs\"]\ndescribes = \"app/**\"\n";
    write(root.path(), "archdoc.toml", entry);
    change(root.path(), 8);
    assert_eq!(told(root.path()).len(), 1);
    write(root.path(), "docs/shop.md", plain);
    git::commit_all(root.path(), "2025-10-01", "No refunds");
    assert_eq!(told(root.path()), [""; 0]);
}

#[test]
fn a_text_that_includes_others_has_their_history_as_well() {
    if !git::is_here() {
        return;
    }
    for include in ["{{#include pay.md}}", "```rust\n{{#rustdoc_include ../app/pay/card.rs}}\n```"]
    {
        let root =
            repository(&TEXT.replace("Cards are charged", &format!("{include}\n\nCards are")));
        write(root.path(), "docs/pay.md", "Paid.\n");
        change(root.path(), 8);
        assert_eq!(told(root.path()), [""; 0], "{include}");
    }
}
