//! The commands that write: what they write is right, and nothing of the author's is lost.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use readers::template::builtin;
use tempfile::TempDir;

pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

pub(crate) fn run(directory: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mdbook-archdoc"));
    command.args(arguments).current_dir(directory).stdin(Stdio::null());
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"] {
        command.env_remove(variable);
    }
    let output = command.output().unwrap();
    Ran {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

pub(crate) fn book(table: &str, files: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = directory.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("book.toml", &format!("[preprocessor.archdoc]\nbefore = ['links']\n{table}"));
    write("src/SUMMARY.md", "# Summary\n\n- [A](a.md)\n");
    write("src/a.md", "# A\n");
    for (path, text) in files {
        write(path, text);
    }
    directory
}

pub(crate) fn text(book: &TempDir, path: &str) -> String {
    fs::read_to_string(book.path().join(path)).unwrap()
}

pub(crate) fn states(book: &TempDir, path: &str) -> Vec<(String, String)> {
    let ran = run(book.path(), &["coverage", "--format", "json"]);
    let documents: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let document = documents.as_array().unwrap().iter().find(|one| one["path"] == path).unwrap();
    let sections = document["sections"].as_array().unwrap().iter();
    let word = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    sections.map(|section| (word(&section["id"]), word(&section["state"]))).collect()
}

#[test]
fn init_is_idempotent_and_says_what_it_changed() {
    let book = book("", &[("book.toml", "[book]\ntitle = 'A' # ours\n")]);
    let ran = run(book.path(), &["init"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""));
    for said in ["added `[preprocessor.archdoc]`", "added `before = [\"links\"]`"] {
        assert!(ran.stderr.contains(&format!("book.toml: {said}\n")), "{}", ran.stderr);
    }
    let toml = "[book]\ntitle = 'A' # ours\n\n[preprocessor.archdoc]\nbefore = [\"links\"]\n";
    assert_eq!(text(&book, "book.toml"), toml);
    let ran = run(&book.path().join("src"), &["init"]);
    assert!(
        ran.stderr.contains("book.toml: set up already, nothing to change\n"),
        "{}",
        ran.stderr
    );
    assert_eq!(text(&book, "book.toml"), toml);
    let ran = run(book.path(), &["init", "nowhere"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("cannot look at `nowhere`"), "{}", ran.stderr);
}

#[test]
fn init_writes_a_style_sheet_where_it_is_asked_for() {
    let book = book(
        "",
        &[("book.toml", "[book]\ntitle = 'A'\n\n[output.html]\nmathjax-support = true\n")],
    );
    let ran = run(book.path(), &["init", "--css"]);
    let named = "book.toml: added `archdoc.css` to `output.html.additional-css`\n";
    assert!(ran.stderr.contains(named), "{}", ran.stderr);
    assert!(ran.stderr.contains("archdoc.css: written; the pages are complete without it\n"));
    let toml = text(&book, "book.toml");
    assert!(
        toml.contains("mathjax-support = true\nadditional-css = [\"archdoc.css\"]\n"),
        "{toml}"
    );
    // The sheet speaks of what is on the pages.
    let sheet = text(&book, "archdoc.css");
    let classes = sheet.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let ours: BTreeSet<&str> = classes.filter(|word| word.starts_with("archdoc-")).collect();
    let known = ["adr-graph", "banner", "record", "status", "unwritten"];
    assert_eq!(
        ours,
        known.map(|name| format!("archdoc-{name}")).iter().map(String::as_str).collect()
    );

    fs::write(book.path().join("archdoc.css"), "p { color: red }\n").unwrap();
    let again = run(book.path(), &["init", "--css"]);
    assert!(again.stderr.contains("set up already"), "{}", again.stderr);
    assert_eq!(text(&book, "archdoc.css"), "p { color: red }\n");
    assert_eq!(text(&book, "book.toml"), toml);

    let epub = self::book("", &[("book.toml", "[book]\ntitle = 'A'\n\n[output.epub]\n")]);
    let ran = run(epub.path(), &["init", "--css"]);
    assert_eq!(ran.code, Some(2), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("only pages take a style sheet: leave `--css` out"),
        "{}",
        ran.stderr
    );
    assert!(!epub.path().join("archdoc.css").exists());
}

/// Sections whose text may stay as the template has it, and those above them.
fn kept(template: &str) -> Vec<String> {
    let template = builtin::find(template).unwrap();
    let sections = &template.sections;
    let keeps = |index: usize| {
        (0..sections.len()).any(|below| {
            sections[below].keep && (below == index || template.is_within(below, index))
        })
    };
    (0..sections.len())
        .filter(|&index| keeps(index))
        .map(|index| sections[index].id.clone())
        .collect()
}

#[test]
fn a_new_chapter_is_whole_and_untouched_for_every_template() {
    for template in builtin::names() {
        let book = book("", &[]);
        let ran = run(book.path(), &["new", template, "src/with space/new.md", "--title", "New"]);
        assert_eq!((ran.code, &*ran.stdout), (Some(0), ""), "{template}: {}", ran.stderr);
        let line = "- [New](with%20space/new.md)\n";
        assert_eq!(text(&book, "src/SUMMARY.md"), format!("# Summary\n\n- [A](a.md)\n{line}"));
        let kept = kept(template);
        let open: Vec<_> = states(&book, "src/with space/new.md")
            .into_iter()
            .filter(|(id, state)| !matches!(&**state, "untouched" | "empty") && id != "doc-title")
            .filter(|(id, _)| !kept.contains(id))
            .collect();
        assert!(open.is_empty(), "{template}: {open:?}");
        let checked = run(book.path(), &["check"]);
        assert_eq!(checked.code, Some(0), "{}", checked.stderr);
        let filled = run(book.path(), &["fill", "src/with space/new.md"]);
        assert_eq!((filled.code, &*filled.stdout), (Some(0), ""), "{template}: {}", filled.stderr);
    }
}

#[test]
fn new_says_which_command_writes_a_record() {
    let book = book("", &[]);
    for (name, path, command) in [
        (
            "nygard",
            "src/adr/0007-use-rust.md",
            "adr new \"use rust\" --dir src/adr --template nygard",
        ),
        ("MADR", "use-rust.md", "adr new \"use rust\" --template madr"),
        ("adr", "src/adr/use-rust.md", "adr new \"use rust\" --dir src/adr`"),
    ] {
        let ran = run(book.path(), &["new", name, path]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.stderr.contains(command), "{}", ran.stderr);
    }
    let nowhere = tempfile::tempdir().unwrap();
    let ran = run(nowhere.path(), &["new", "nygard", "docs/adr/x.md"]);
    assert!(
        ran.stderr.contains("adr new \"x\" --dir docs/adr --template nygard"),
        "{}",
        ran.stderr
    );
}

#[test]
fn new_fills_parameters_in_and_puts_them_into_the_directive() {
    let book = book("", &[]);
    let ran = run(
        book.path(),
        &["new", "standard", "src/atlas.md", "--param", "project=At\"las", "--title", "[Atlas]"],
    );
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let new = text(&book, "src/atlas.md");
    let top =
        "<<#archdoc template=\"standard\" project=\"At\\\"las\">>\n\n# [Atlas]\n\n<!-- guide: ";
    assert!(new.starts_with(top), "{new}");
    assert!(new.contains("\nAt\"las is [what kind of system]"), "{new}");
    assert!(text(&book, "src/SUMMARY.md").ends_with("- [\\[Atlas\\]](atlas.md)\n"));
}

#[test]
fn new_loses_nothing() {
    let book = book("", &[]);
    let before = text(&book, "src/SUMMARY.md");
    let cases: [(&[&str], &str); 8] = [
        (
            &["new", "standard", "src/a.md"],
            "`src/a.md` was not written, and nothing else was changed: it exists",
        ),
        (&["new", "standrad", "src/b.md"], "did you mean `standard`?"),
        (&["new", "standard", "b.md"], "not below the source directory"),
        (&["new", "standard", "src/../../b.md"], "not below the source directory"),
        (&["new", "standard", "src/b.txt"], "does not end in `.md`"),
        (
            &["new", "standard", "src/b.md", "--param", "x=1"],
            "no parameter `x`; it takes `project`",
        ),
        (&["new", "standard", "src/b.md", "--param", "x"], "key=value"),
        (&["new", "standard", "src/b.md", "--book", "nowhere"], "`nowhere` is not a directory"),
    ];
    for (arguments, said) in cases {
        let ran = run(book.path(), arguments);
        assert_eq!((ran.code, &*ran.stdout), (Some(2), ""), "{arguments:?}");
        assert!(ran.stderr.contains(said), "{arguments:?}: {}", ran.stderr);
    }
    assert_eq!(text(&book, "src/a.md"), "# A\n");
    assert_eq!(text(&book, "src/SUMMARY.md"), before);
    assert!(!book.path().join("src/b.md").exists());

    read_only(&book.path().join("src/SUMMARY.md"));
    let ran = run(book.path(), &["new", "standard", "src/b.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr
            .contains("SUMMARY.md` was not written, and nothing else was changed: it is read-only"),
        "{}",
        ran.stderr
    );
    assert!(!book.path().join("src/b.md").exists(), "half of it would be in nobody's way");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_book_leads_nowhere() {
    let elsewhere = tempfile::tempdir().unwrap();
    let book = book("", &[]);
    std::os::unix::fs::symlink(elsewhere.path(), book.path().join("src/out")).unwrap();
    let ran = run(book.path(), &["new", "standard", "src/out/b.md"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("not below the source directory"), "{}", ran.stderr);
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

fn read_only(path: &Path) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(path, permissions).unwrap();
}

const PARTLY: &str = "\u{feff}# Atlas\r\n\r\n<<#archdoc template=\"formal\">>\r\n\r\n\
    ## 1. Introduction\r\n\r\n### 1.2 Scope\r\n\r\nAll of it.\r\n\r\n## 10. Glossary\r\n\r\nWords.";

#[test]
fn fill_shows_then_writes_and_keeps_every_byte_of_the_author() {
    let book = book("", &[("src/a.md", PARTLY)]);
    let ran = run(book.path(), &["fill", "src/a.md"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stdout.starts_with("--- a/src/a.md\n+++ b/src/a.md\n@@ "), "{}", ran.stdout);
    assert!(!ran.stdout.lines().any(|line| line.starts_with('-') && !line.starts_with("---")));
    assert_eq!(text(&book, "src/a.md"), PARTLY, "only shown");

    let ran = run(book.path(), &["fill", "src/a.md", "--write"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), ""));
    let new = text(&book, "src/a.md");
    let mut kept = new.lines();
    assert!(PARTLY.lines().all(|line| kept.any(|other| other == line)), "{new}");
    assert!(!new.replace("\r\n", "").contains('\n'), "the file's own line ends");
    let checked = run(book.path(), &["check"]);
    assert!(!checked.stderr.contains("missing-section"), "{}", checked.stderr);
    let ran = run(book.path(), &["fill", "src/a.md", "--write"]);
    assert_eq!(ran.stderr, "src/a.md: no section is missing\n");
    assert_eq!(text(&book, "src/a.md"), new);
}

#[test]
fn filling_twice_is_filling_once() {
    for template in ["formal", "visual", "platform", "handbook", "standard", "arc42"] {
        for text in [
            "## Purpose\n\nText.\n",
            "## Purpose\n",
            "Text.\n",
            "# A\n\n### Goals\n",
            "- a\n  ```\n  x\n",
        ] {
            let directive = format!("<<#archdoc template=\"{template}\" project=\"A\">>\n\n");
            let book = book("", &[("src/a.md", &format!("{directive}# Atlas\n\n{text}"))]);
            let fill = || run(book.path(), &["fill", "src/a.md", "--write"]);
            assert_eq!(fill().code, Some(0));
            let once = self::text(&book, "src/a.md");
            assert_eq!(fill().stderr, "src/a.md: no section is missing\n", "{template} {text:?}");
            assert_eq!(self::text(&book, "src/a.md"), once);
        }
    }
}

#[test]
fn a_section_whose_heading_is_read_as_another_is_written_with_its_id() {
    let whole = "<<#archdoc template=\"handbook\">>\n\n# Atlas\n\n## API Layer\n\n### Authentication\n\nTokens.\n";
    let book = book("", &[("src/a.md", whole)]);
    let fill = || run(book.path(), &["fill", "src/a.md", "--write"]);
    let ran = fill();
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let once = text(&book, "src/a.md");
    let by_id: Vec<_> = once.lines().filter(|line| line.contains(" {#")).collect();
    // On the level of the section beside it.
    assert_eq!(by_id, ["### Resources {#api.endpoint-resource}"]);
    assert_eq!(fill().stderr, "src/a.md: no section is missing\n");
    assert_eq!(text(&book, "src/a.md"), once);
}

#[test]
fn fill_writes_nothing_into_code_or_comments_that_are_open() {
    let directive = "<<#archdoc template=\"formal\">>\n\n# Atlas\n\nText.\n\n";
    let (code, html) =
        ("close the block of code that begins on line 7", "close the code or HTML that is open");
    let ends = [
        ("```\ncode\n", Some(code)),
        ("```", Some(code)),
        ("~~~\n```\n", Some(code)),
        ("````md\n```\ncode\n```\n", Some(code)),
        ("```\ncode\n```\n", None),
        ("```mermaid\ngraph TD\n", Some(code)),
        ("<!-- open\n\nmore\n", Some(html)),
        ("<!-- closed -->\n", None),
        ("<!draft\n\n# more\n", Some(html)),
        ("<?open\n", Some(html)),
        ("<PRE>\n\nmore\n", Some(html)),
        ("<pre>closed</pre>\n", None),
        ("<div>\n", None),
    ];
    for (end, told) in ends {
        let whole = format!("{directive}{end}");
        let book = book("", &[("src/a.md", &whole)]);
        let ran = run(book.path(), &["fill", "src/a.md", "--write"]);
        assert_eq!(ran.code, Some(if told.is_some() { 2 } else { 0 }), "{end:?}: {}", ran.stderr);
        if let Some(told) = told {
            assert!(ran.stderr.contains(told), "{}", ran.stderr);
            assert_eq!(text(&book, "src/a.md"), whole);
        }
    }
    // A sample with a fence of its own would close the block.
    let whole = "<<#archdoc template=\"arc42\">>\n\n# Atlas\n\n## Introduction and Goals\n\n```mermaid\ngraph TD\n";
    let book = book("", &[("src/a.md", whole)]);
    assert_eq!(run(book.path(), &["fill", "src/a.md", "--write"]).code, Some(2));
    assert_eq!(text(&book, "src/a.md"), whole);
}

#[test]
fn fill_changes_no_chapter_that_it_may_not() {
    let book = book("", &[("src/a.md", "# A\n"), ("src/free.md", PARTLY)]);
    for (path, said) in [
        ("src/a.md", "is not bound to a template"),
        ("src/free.md", "`SUMMARY.md` does not list it"),
        ("src/none.md", "cannot be read"),
    ] {
        let ran = run(book.path(), &["fill", path, "--write"]);
        assert_eq!((ran.code, &*ran.stdout), (Some(2), ""), "{path}");
        assert!(ran.stderr.contains(said), "{path}: {}", ran.stderr);
        assert!(ran.stderr.matches("No such file").count() < 2, "said once: {}", ran.stderr);
    }
    fs::write(book.path().join("src/a.md"), PARTLY).unwrap();
    read_only(&book.path().join("src/a.md"));
    let ran = run(book.path(), &["fill", "src/a.md", "--write"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr
            .contains("`src/a.md` was not written, and nothing else was changed: it is read-only"),
        "{}",
        ran.stderr
    );
    assert_eq!(text(&book, "src/a.md"), PARTLY);
}

#[test]
fn templates_are_listed_shown_and_checked() {
    let own = "---\nname: payments\nversion: 1.0.0\ntitle: Payments\nextends: standard@1\n---\n\
               ## Cards {#cards after=overview}\n\n[card data]\n";
    let book = book("template-dir = 'templates'\n", &[("templates/payments.md", own)]);
    let listed = run(book.path(), &["templates", "list"]);
    assert!(listed.stdout.starts_with("payments      own: Payments, "), "{}", listed.stdout);
    for name in builtin::names().chain(["nygard", "madr", "madr-minimal"]) {
        assert!(listed.stdout.lines().any(|line| line.starts_with(name)), "{name}");
        let shown = run(book.path(), &["templates", "show", name]);
        assert_eq!((shown.code, &*shown.stderr), (Some(0), ""), "{name}");
        assert!(shown.stdout.contains("\n## "), "{name}");
    }
    let shown = run(book.path(), &["templates", "show", "payments"]);
    assert!(shown.stdout.contains("## Cards {#cards .required}\n\n[card data]\n\n## System Arch"));
    let shown = run(book.path(), &["templates", "show", "paymnts"]);
    assert_eq!(shown.code, Some(2));
    assert!(shown.stderr.contains("did you mean `payments`?"), "{}", shown.stderr);

    let checked = run(book.path(), &["templates", "check"]);
    assert_eq!((checked.code, &*checked.stderr), (Some(0), "archdoc: 0 mistakes in 1 template\n"));
    let wrong = own.replace("standard@1", "standard@2").replace("#cards", "#cards min=x");
    fs::write(book.path().join("templates/payments.md"), wrong).unwrap();
    for arguments in [&["templates", "check"][..], &["templates", "check", "templates"]] {
        let checked = run(book.path(), arguments);
        assert_eq!((checked.code, &*checked.stdout), (Some(1), ""));
        assert!(checked.stderr.contains("templates/payments.md:5:10"), "{}", checked.stderr);
        assert!(checked.stderr.contains("templates/payments.md:7:1"), "{}", checked.stderr);
    }
    let found = run(book.path(), &["check"]);
    assert_eq!(found.code, Some(1));
    assert!(found.stderr.contains("error[invalid-template]: `standard` has version 1.0.0"));
}

#[test]
fn a_derived_template_can_be_used_for_a_chapter() {
    let document = "# Shop\n\n## Goals\n\nSell.\n\n## Parts\n\n### Cart\n\n**Owner:** Ann\n";
    let book = book("template-dir = 'templates'\n", &[("shop design.md", document)]);
    let derived = run(book.path(), &["templates", "derive", "shop design.md"]);
    assert_eq!((derived.code, &*derived.stderr), (Some(0), ""));
    fs::create_dir(book.path().join("templates")).unwrap();
    fs::write(book.path().join("templates/shop-design.md"), derived.stdout).unwrap();
    let ran = run(book.path(), &["new", "shop-design", "src/new.md"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(ran.stderr.contains("`- [Shop](new.md)`"), "{}", ran.stderr);
    let states = states(&book, "src/new.md");
    let rest = states.iter().skip(1).all(|(_, state)| state == "untouched" || state == "empty");
    assert!(rest && states.len() == 4, "{states:?}");
}

const SERVICE: &str = "---\nname: service\nversion: 1.0.0\nparams: { team: { default: Red } }\n---\n\
    # [Service]\n\n## Purpose {#purpose}\n\n[why {{team}} has it]\n\n\
    ## Security {#security}\n\n[what protects it]\n\n### Keys {#security.keys}\n\n[keys]\n\n\
    ### Users {#security.users}\n\n[users]\n\n## Operation {#operation}\n\n[who] runs it for {{team}}\n\n\
    ## Costs {#costs}\n\n[what it costs]\n";

#[test]
fn one_document_over_several_chapters_is_asked_once() {
    let head = |part: &str| format!("<<#archdoc template=\"service\" doc=\"atlas\"{part}>>\n\n");
    let main = head(" status=\"final\"") + "# Atlas\n\n## Purpose\n\nDraws maps of parcels.\n";
    let security = head(" part=\"security\"")
        + "## Security\n\nAll traffic is signed.\n\n### Keys\n\nIn the vault.\n";
    let run_by = head("") + "## Operation\n\nThe platform team runs it.\n";
    let book = book(
        "strict = true\ntemplate-dir = 'templates'\n",
        &[
            ("templates/service.md", SERVICE),
            ("src/SUMMARY.md", "- [A](a.md)\n- [S](s.md)\n- [O](o.md)\n"),
            ("src/a.md", &main),
            ("src/s.md", &security),
            ("src/o.md", &run_by),
        ],
    );
    let ran = run(book.path(), &["check", "--format", "json"]);
    let findings: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let missing: Vec<_> = findings
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["rule"] == "missing-section")
        .map(|finding| {
            let word = |key: &str| finding[key].as_str().unwrap().to_owned();
            (word("path"), word("section"), word("level"))
        })
        .collect();
    let found =
        |path: &str, section: &str| (path.to_owned(), section.to_owned(), "deny".to_owned());
    assert_eq!(missing, [found("src/o.md", "costs"), found("src/s.md", "security.users")]);

    let ran = run(book.path(), &["coverage", "--format", "json"]);
    let documents: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(documents.as_array().unwrap().len(), 1);
    assert_eq!(
        (&documents[0]["document"], &documents[0]["status"]),
        (&"atlas".into(), &"final".into())
    );
    let rows = documents[0]["sections"].as_array().unwrap().iter();
    let row = |row: &serde_json::Value| {
        let word = |key: &str| row[key].as_str().unwrap_or("-").to_owned();
        format!("{} {} {}", word("id"), word("state"), word("path"))
    };
    assert_eq!(
        rows.map(row).collect::<Vec<_>>(),
        [
            "service written src/a.md",
            "purpose written src/a.md",
            "security written src/s.md",
            "security.keys written src/s.md",
            "security.users missing -",
            "operation written src/o.md",
            "costs missing -",
        ]
    );
    let ran = run(book.path(), &["check"]);
    assert!(ran.stderr.contains("5 of 7 sections written in 1 document;"), "{}", ran.stderr);

    for (path, added) in [("src/a.md", ""), ("src/s.md", "### Users"), ("src/o.md", "## Costs")] {
        let filled = run(book.path(), &["fill", path]);
        let headings: Vec<_> = filled
            .stdout
            .lines()
            .filter(|line| line.starts_with("+#"))
            .map(|line| &line[1..])
            .collect();
        assert_eq!(headings.join(" "), added, "{path}");
    }
}

#[test]
fn three_hundred_chapters_are_bound_without_directives() {
    let table = "strict = true\ntemplate-dir = 'templates'\n[[preprocessor.archdoc.documents]]\n\
                 paths = ['services/*.md']\ntemplate = 'service'\nstatus = 'final'\nparams = { team = 'Blue' }\n";
    let book = book(table, &[("templates/service.md", SERVICE)]);
    let line = |number| format!("- [S{number}](services/s{number}.md)\n");
    let summary: String = (0..300).map(line).collect();
    fs::create_dir(book.path().join("src/services")).unwrap();
    for number in 0..300 {
        let text = format!(
            "# S{number}\n\n## Purpose\n\nwhy Blue has it\n\n## Security\n\nSigned, {number}.\n"
        );
        fs::write(book.path().join(format!("src/services/s{number}.md")), text).unwrap();
    }
    fs::write(book.path().join("src/SUMMARY.md"), summary).unwrap();
    let ran = run(book.path(), &["coverage", "--format", "json"]);
    let documents: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let documents = documents.as_array().unwrap();
    assert_eq!(documents.len(), 300);
    assert!(documents.iter().all(|one| one["status"] == "final" && one["template"] == "service"));
    let ran = run(book.path(), &["check", "--format", "json"]);
    assert_eq!(ran.code, Some(1), "a final document lacks sections");
    let findings: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let of = |section: &str| {
        findings
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["section"] == section && one["level"] == "deny")
            .count()
    };
    assert_eq!(
        (of("operation"), of("costs"), of("security.keys")),
        (300, 300, 0),
        "merged into security"
    );
    let filled = run(book.path(), &["fill", "src/services/s7.md"]);
    let added = "+## Operation\n+\n+[who] runs it for Blue\n";
    assert!(filled.stdout.contains(added), "the parameter's value: {}", filled.stdout);
}

#[test]
fn instances_are_counted_over_all_chapters_of_a_document() {
    let template = "---\nversion: 1.0.0\n---\n## Options {#options .container}\n\n\
                    ### Option: [Name] {#option repeat=option min=3}\n\n[why]\n";
    let chapter = |name: &str| {
        let head = "<<#archdoc template=\"choice\" doc=\"choice\" status=\"final\">>";
        format!("{head}\n\n## Options\n\n### Option: {name}\n\nReads stay fast.\n")
    };
    let (one, two) = (chapter("One store"), chapter("Two stores"));
    let files = [
        ("templates/choice.md", template),
        ("src/SUMMARY.md", "- [A](a.md)\n- [B](b.md)\n"),
        ("src/a.md", one.as_str()),
        ("src/b.md", two.as_str()),
    ];
    let book = book("strict = true\ntemplate-dir = 'templates'\n", &files);
    let ran = run(book.path(), &["check"]);
    let said = "error[too-few-instances]: 2 of at least 3 option sections";
    assert_eq!(ran.stderr.matches(said).count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("src/a.md:5:1"), "{}", ran.stderr);
    fs::write(book.path().join("templates/choice.md"), template.replace("min=3", "min=2")).unwrap();
    let ran = run(book.path(), &["check"]);
    assert!(!ran.stderr.contains("too-few-instances"), "{}", ran.stderr);
}
