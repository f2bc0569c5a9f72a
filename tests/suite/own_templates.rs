//! Templates of a team's own: made from documents, and used as they are.

use std::fs;

use readers::template::builtin;
use tempfile::TempDir;

use crate::harness::program::run;
use crate::workbench::{book, states, text};

/// What `new` writes for a built-in template, without the directive; with its guidance and without.
fn skeletons(template: &str) -> [String; 2] {
    let book = book("", &[]);
    let ran = run(book.path(), &["new", template, "src/new.md"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let chapter = text(&book, "src/new.md");
    let (_, skeleton) = chapter.split_once("\n\n").unwrap();
    [skeleton.to_owned(), comments_out(skeleton)]
}

fn comments_out(text: &str) -> String {
    let parts = text.split("<!--").enumerate();
    let parts = parts.map(|(index, part)| match part.split_once("-->") {
        Some((_, after)) if index > 0 => after,
        _ => part,
    });
    parts.collect()
}

/// A book whose chapter is a document, bound to one template of its own.
fn bound(document: &str, template: &str) -> TempDir {
    let chapter = format!("{document}\n\n<<#archdoc template=\"house\">>\n");
    let files = [("src/a.md", &*chapter), ("templates/house.md", template)];
    book("template-dir = 'templates'", &files)
}

/// Checks that each heading of a document is a section, and that nobody has begun any.
fn is_untouched(book: &TempDir, document: &str, what: &str) {
    let checked = run(book.path(), &["templates", "check"]);
    assert_eq!(checked.code, Some(0), "{what}: {}", checked.stderr);
    let states = states(book, "src/a.md");
    let begun: Vec<_> =
        states.iter().filter(|(_, state)| !matches!(&**state, "untouched" | "empty")).collect();
    assert!(begun.is_empty(), "{what}: {begun:?}");
    let mut fenced = false;
    let headings = document.lines().filter(|line| {
        fenced ^= line.starts_with("```");
        !fenced && line.starts_with('#')
    });
    assert_eq!(states.len(), headings.count(), "{what}");
}

#[test]
fn a_template_without_sections_is_told_and_stops_nothing() {
    for template in ["", "---\nname: house\n---\n", "text\n"] {
        let ran = run(bound("# A\n\nText.", template).path(), &["check"]);
        assert_eq!(ran.code, Some(1), "{}", ran.stderr);
        assert!(ran.stderr.contains("needs at least one heading"), "{}", ran.stderr);
    }
}

#[test]
fn a_derived_template_binds_its_source_with_everything_untouched() {
    for name in builtin::names() {
        for (index, skeleton) in skeletons(name).into_iter().enumerate() {
            let source = tempfile::tempdir().unwrap();
            fs::write(source.path().join("house.md"), &skeleton).unwrap();
            let derived = run(source.path(), &["templates", "derive", "house.md"]);
            assert_eq!(derived.code, Some(0), "{}", derived.stderr);
            let book = bound(&skeleton, &derived.stdout);
            is_untouched(&book, &skeleton, &format!("{name}, form {index}"));
        }
    }
}

#[test]
fn a_file_without_attributes_is_a_template_and_a_copy_of_it_is_untouched() {
    for name in builtin::names() {
        for (index, skeleton) in skeletons(name).into_iter().enumerate() {
            is_untouched(&bound(&skeleton, &skeleton), &skeleton, &format!("{name}, form {index}"));
        }
    }
}

#[test]
fn absent_columns_and_fields_are_told_and_a_mistake_in_the_template_is_an_error() {
    let template = "---\nname: house\nversion: 1.0.0\nextends: standard@1\n---\n\
        ## Risks {#risks columns=required}\n\n| Risk | Owner | Mitigation |\n|--|--|--|\n| [r] | [o] | [m] |\n\n\
        ## Contact {#contact .recomended fields=required}\n\n- **Team:** [name]\n- **Channel:** [where]\n";
    let document = "# Atlas\n\n## Risiken\n\n| Risiko | Maßnahme |\n|--|--|\n| Ausfall | zweite Zone |\n\n\
        ## Contact\n\n- **Team:** Blue\n";
    let book = bound(document, template);
    let ran = run(book.path(), &["check", "-W", "missing-field", "--format", "short"]);
    assert_eq!(ran.code, Some(1), "{}{}", ran.stdout, ran.stderr);
    for line in [
        "src/a.md:5:1: warning[missing-field]: this table has no column `Owner`",
        "src/a.md:11:5: warning[missing-field]: `Contact` has no field `Channel`",
        "templates/house.md:12:22: error[invalid-template]: `.recomended` means nothing here; did you mean `.recommended`?",
    ] {
        assert!(ran.stdout.contains(line), "{line}\n{}", ran.stdout);
    }
}

#[test]
fn a_field_that_holds_what_the_directive_gives_is_filled() {
    let template = "---\nname: house\nversion: 1.0.0\nparams: { team: { required: true } }\n---\n\
        ## Contact {#contact}\n\n- **Team:** {{team}}\n- **Channel:** [where]\n";
    let document = "# Atlas\n\n## Contact\n\n- **Team:** Blue\n- **Channel:** the room on the second floor\n\n\
        <<#archdoc template=\"house\" team=\"Blue\">>\n";
    let files = [("src/a.md", document), ("templates/house.md", template)];
    let book = book("template-dir = 'templates'", &files);
    let ran = run(book.path(), &["check", "--format", "short"]);
    assert_eq!(ran.stdout, "", "{}", ran.stderr);
}

#[test]
fn templates_of_a_tree_are_listed_and_checked_as_those_of_a_book() {
    let tree = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| fs::write(tree.path().join(path), text).unwrap();
    fs::create_dir(tree.path().join(".git")).unwrap();
    fs::create_dir(tree.path().join("own")).unwrap();
    write("archdoc.toml", "template-dir = 'own'\n");
    write("own/team.md", "## Risks {#risks .requird}\n\nWhat may happen.\n");
    let listed = run(tree.path(), &["templates", "list"]);
    assert!(listed.stdout.lines().any(|line| line.starts_with("team")), "{}", listed.stdout);
    let checked = run(tree.path(), &["templates", "check"]);
    assert_eq!(checked.code, Some(1), "{}", checked.stderr);
    assert!(checked.stderr.contains("own/team.md:1:18"), "{}", checked.stderr);
    write("own/team.md", "## Risks {#risks .required}\n\nWhat may happen.\n");
    let checked = run(tree.path(), &["templates", "check"]);
    let told = "archdoc: 0 mistakes in 1 template\n";
    assert_eq!((checked.code, &*checked.stderr), (Some(0), told));
}
