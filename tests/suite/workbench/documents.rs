//! Templates, and documents over several chapters.

use super::*;

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
