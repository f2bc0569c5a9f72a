//! The code that a text describes.

use super::*;

#[test]
fn paths_of_code_that_count_from_the_configuration_are_told_with_what_is_missing() {
    if !git::is_here() {
        return;
    }
    let root = tempfile::tempdir().unwrap();
    write(root.path(), "svc/docs/a.md", "# A\n\nText.\n");
    write(root.path(), "svc/app/pay.rs", "fn pay() {}\n");
    let entry = "[[documents]]\npaths = [\"docs\"]\ndescribes = [\"app/**\", \"nowhere/**\"]\n";
    write(root.path(), "svc/archdoc.toml", entry);
    git::commit_all(root.path(), "2025-01-10", "Begin");
    let service = root.path().join("svc");
    let json = run(&service, &["check", "--format", "json"]).stdout;
    assert!(json.contains("did you mean `svc/app/**`?"), "{json}");
    assert!(json.contains("it counts from the top of the repository"), "{json}");
    assert!(!json.contains("the directory of `archdoc.toml`"), "{json}");
}

#[test]
fn whoever_looked_says_when() {
    if !git::is_here() {
        return;
    }
    let root = repository(TEXT);
    change(root.path(), 8);
    assert_eq!(told(root.path()), [STALE]);
    let reviewed = |day: &str| TEXT.replace("/** -->", &format!("/** reviewed={day} -->"));
    write(root.path(), "docs/shop.md", &reviewed("2025-02-12"));
    assert_eq!(told(root.path()), [STALE]);
    write(root.path(), "docs/shop.md", &reviewed("2025-07-01"));
    assert_eq!(told(root.path()), [""; 0]);
    write(root.path(), "docs/shop.md", &reviewed("soon"));
    let message = "docs/shop.md:7:45: error[malformed-directive]: `soon` is no value of `reviewed`";
    assert_eq!(told(root.path()), [STALE, message]);
    write(root.path(), "docs/shop.md", &TEXT.replace(" app/pay/**", ""));
    let message = "docs/shop.md:7:15: error[malformed-directive]: `describes` has no value";
    assert_eq!(told(root.path()), [message]);
}

#[test]
fn code_is_followed_and_a_move_is_no_change() {
    if !git::is_here() {
        return;
    }
    let root = repository(&TEXT.replace("app/pay/**", "app/payments/*.rs"));
    change(root.path(), 3);
    fs::create_dir(root.path().join("app/payments")).unwrap();
    fs::rename(root.path().join("app/pay/card.rs"), root.path().join("app/payments/card.rs"))
        .unwrap();
    git::commit_all(root.path(), "2025-06-01", "Move");
    write(root.path(), "app/payments/card.rs", "fn charge() { 3; 4; }\n");
    git::commit_all(root.path(), "2025-06-02", "Change 4");
    assert_eq!(told(root.path()), [""; 0]);
    // To take code away is to change it.
    write(root.path(), "app/payments/fee.rs", "fn fee() {}\n");
    fs::remove_file(root.path().join("app/payments/card.rs")).unwrap();
    git::commit_all(root.path(), "2025-06-03", "Fees");
    assert_eq!(told(root.path()), [STALE]);
}

#[test]
fn code_that_is_not_there_is_told_with_the_name_that_git_gave_it() {
    if !git::is_here() {
        return;
    }
    let root = repository(&TEXT.replace("app/pay/**", "app/pay/card.rs, /app/pay/"));
    assert_eq!(told(root.path()), [""; 0]);
    fs::rename(root.path().join("app/pay/card.rs"), root.path().join("app/money.rs")).unwrap();
    git::commit_all(root.path(), "2025-01-11", "Move");
    let at = "docs/shop.md:7:25: warning[unmatched-path]: no file fits";
    assert_eq!(told(root.path()), [format!("{at} `app/pay/card.rs`"), format!("{at} `app/pay`")]);
    let json = run(root.path(), &["check", "--format", "json"]).stdout;
    assert!(json.contains("did you mean `app/money.rs`?"), "{json}");
    // Alone it is mended.
    write(root.path(), "docs/shop.md", &TEXT.replace("app/pay/**", "app/pay/card.rs"));
    run(root.path(), &["check", "--fix"]);
    let mended = fs::read_to_string(root.path().join("docs/shop.md")).unwrap();
    assert_eq!(mended, TEXT.replace("app/pay/**", "app/money.rs"));
}

#[test]
fn templates_and_the_configuration_say_it_too_and_the_text_has_the_word() {
    if !git::is_here() {
        return;
    }
    let plain = TEXT.replace("<!-- archdoc: describes app/pay/** -->\n\n", "");
    let root = repository(&plain);
    let template = "---\nname: shop\nversion: 1.0.0\n---\n# Shop\n\n## Payments {#pay describes=app/pay/**,app/x.rs}\n\n## Stock\n";
    write(root.path(), "templates/shop.md", template);
    let entry =
        "template-dir = \"templates\"\n[[documents]]\npaths = [\"docs\"]\ntemplate = \"shop\"\n";
    write(root.path(), "archdoc.toml", entry);
    change(root.path(), 8);
    let absent = "docs/shop.md:5:1: warning[unmatched-path]: no file fits `app/x.rs`";
    let told_of_pay = [STALE, absent];
    assert_eq!(told(root.path()), told_of_pay);
    let own = plain.replace(
        "## Payments\n",
        "## Payments\n<!-- archdoc: describes app/pay/** reviewed=2025-12-01 -->\n",
    );
    write(root.path(), "docs/shop.md", &own);
    assert_eq!(told(root.path()), [""; 0]);
    write(root.path(), "docs/shop.md", &plain);
    write(
        root.path(),
        "archdoc.toml",
        "[[documents]]\npaths = [\"docs\"]\ndescribes = \"app/**\"\n",
    );
    let whole = "docs/shop.md:1:1: warning[stale-section]: this text is older than the code that it describes";
    assert_eq!(told(root.path()), [whole]);
    let level = "[stale]\ndays = 400\n[[documents]]\npaths = [\"docs\"]\ndescribes = \"app/**\"\n";
    write(root.path(), "archdoc.toml", level);
    assert_eq!(told(root.path()), [""; 0]);
    let unknown = "[[documents]]\npaths = [\"docs\"]\ndescribes = \"ap/**\"\n[stale]\nday = 4\n";
    write(root.path(), "archdoc.toml", unknown);
    let text = run(root.path(), &["check", "--format", "short"]).stdout;
    assert!(text.contains("no file fits `ap/**` in `documents[1].describes`"), "{text}");
    assert!(text.contains("unknown key `stale.day`"), "{text}");
}

#[test]
fn a_history_that_is_not_whole_is_told_once_and_never_believed() {
    if !git::is_here() {
        return;
    }
    let root = repository(&format!("{TEXT}<!-- archdoc: describes app -->\n"));
    change(root.path(), 8);
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", root.path().display());
    let arguments = ["clone", "-q", "--depth", "3", from.as_str(), "."];
    git::run(clone.path(), "2026-01-01", &arguments);
    let at = "docs/shop.md:7:25: warning[git-history-unavailable]: texts cannot be held against their code";
    assert_eq!(told(clone.path()), [format!("{at}: this is a shallow clone")]);
    write(clone.path(), "archdoc.toml", "[rules]\nstale-section = \"allow\"\n");
    assert_eq!(told(clone.path()), [""; 0]);
    let plain = tempfile::tempdir().unwrap();
    write(plain.path(), "docs/shop.md", TEXT);
    write(plain.path(), "archdoc.toml", "");
    assert_eq!(told(plain.path()), [format!("{at}: the book is in no git repository")]);
    git::run(plain.path(), "2026-01-01", &["init", "-q", "--bare", "."]);
    let bare = "the git repository that the book lies in is bare: it checks out no files";
    assert_eq!(told(plain.path()), [format!("{at}: {bare}")]);
    let refused = run(plain.path(), &["check", "--since", "HEAD"]).stderr;
    assert!(refused.contains("the git repository here is bare"), "{refused}");
}

#[test]
fn what_a_change_did_not_touch_is_older_than_it() {
    if !git::is_here() {
        return;
    }
    let root = repository(TEXT);
    change(root.path(), 8);
    let since = |path: &Path, what: &[&str]| {
        let arguments = [&["check", "--format", "short"], what].concat();
        run(path, &arguments).stdout
    };
    assert_eq!(since(root.path(), &["--since", "HEAD~1"]), "");
    write(root.path(), "docs/shop.md", &TEXT.replace("Counted", "Weighed"));
    git::run(root.path(), "2026-01-01", &["add", "-A"]);
    // A copy of what is staged has no history, and nobody is told so.
    assert_eq!(since(root.path(), &["--staged"]), "");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn our_own_chapters_about_git_are_found_by_its_code() {
    if !git::is_here() {
        return;
    }
    let root = tempfile::tempdir().unwrap();
    let ours = Path::new(env!("CARGO_MANIFEST_DIR"));
    copy(&ours.join("example-book/src"), &root.path().join("example-book/src"));
    write(root.path(), "example-book/book.toml", "[book]\ntitle = \"X\"\n[preprocessor.archdoc]\n");
    let code = "crates/readers/src/git/command.rs";
    assert!(ours.join(code).exists());
    for month in 1..=6 {
        write(root.path(), code, &format!("// {month}\n"));
        git::commit_all(root.path(), &format!("2025-{month:02}-01"), "Start git otherwise");
    }
    let told = told(&root.path().join("example-book"));
    for (file, title) in
        [("architecture.md", "Readers"), ("decisions/0008-call-git.md", "Decision")]
    {
        let found = told.iter().any(|line| {
            line.starts_with(&format!("src/{file}:"))
                && line.contains(&format!("`{title}` is older"))
        });
        assert!(found, "{file}: {told:#?}");
    }
}
