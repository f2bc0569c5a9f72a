//! Links of records and documents that lead nowhere, and what is left alone.

use std::fs;
use std::path::Path;

use crate::harness::files::tree;
use crate::harness::files::write;
use crate::harness::git;
use crate::harness::program::run;
use tempfile::TempDir;

fn told(tree: &Path) -> Vec<String> {
    let ran = run(tree, &["check", "--format", "short"]);
    let lines = ran.stdout.lines().filter(|line| line.contains("broken-link]"));
    lines.map(str::to_owned).collect()
}

fn record(links: &str) -> String {
    format!(
        "# 1. Use a queue\n\nDate: 2026-03-01\n\n## Status\n\nAccepted\n\n## Context\n\nIt is slow.\n\n\
         ## Decision\n\nA queue.\n\n## Consequences\n\n{links}\n"
    )
}

#[test]
fn a_file_that_moved_is_mended_and_what_may_be_meant_is_told() {
    let links = "See [the worker](../src/worker.rs), [parts-of-it.md](img/parts-of-it.md#x) and\n\
                 [the limits](guide.md#limits-of-the-queu \"Limits\").";
    let tree = tree(&[
        ("docs/adr/0001-use-a-queue.md", &record(links)),
        ("docs/adr/guide.md", "# Guide\n\n## Limits of the queue\n\nTen.\n"),
        ("docs/img/parts-of-it.md", "# Parts\n\n## X\n"),
        ("app/src/worker.rs", "fn main() {}\n"),
    ]);
    let at = "docs/adr/0001-use-a-queue.md";
    assert_eq!(
        told(tree.path()),
        [
            format!("{at}:19:5: warning[adr-broken-link]: `../src/worker.rs` does not exist"),
            format!("{at}:19:37: warning[adr-broken-link]: `img/parts-of-it.md#x` does not exist"),
            format!(
                "{at}:20:1: warning[adr-broken-link]: `guide.md` has no heading `#limits-of-the-queu`"
            ),
        ]
    );
    run(tree.path(), &["check", "--fix"]);
    // A short name may be any file's, and a heading is meant by its words.
    let mended = links.replace("(img/parts", "(../img/parts");
    assert_eq!(fs::read_to_string(tree.path().join(at)).unwrap(), record(&mended));
    let json = run(tree.path(), &["check", "--format", "json"]).stdout;
    assert!(
        json.contains("if that is meant, write `../../app/src/worker.rs`; else take the link out")
    );
    assert!(json.contains("if that is meant, write `guide.md#limits-of-the-queue`"));
}

#[test]
fn links_to_one_place_are_one_block_with_its_lines() {
    let links = "See [a](#gone), [the b](#away)\nand [c](lost.md).\n";
    let tree = tree(&[
        ("docs/adr/0001-use-a-queue.md", &record(links)),
        ("docs/adr/0002-use-a-log.md", &record("Also [d](lost.md).").replace("# 1.", "# 2.")),
    ]);
    assert_eq!(told(tree.path()).len(), 4, "a program reads each of them");
    let shown = run(tree.path(), &["check"]).stderr;
    for told in [
        "2 links to headings that this text does not have\n",
        "[a](#gone)\n",
        "[the b](#away)\n",
        "2 links to `lost.md`, which does not exist\n",
        "0001-use-a-queue.md:20: [c](lost.md)\n",
        "0002-use-a-log.md:19: [d](lost.md)\n",
    ] {
        assert!(shown.contains(told), "{told}: {shown}");
    }
    assert_eq!(shown.matches("[adr-broken-link]").count(), 2, "{shown}");
}

#[test]
fn what_may_lead_somewhere_is_left_alone() {
    let links = "[a](/docs/site/route) [b](../../../other/repository.md) [c](../gen/api.md)\n\
                 [d](../made.md) [e](../sub/module/readme.md) [f](/img/x.png) [g](#context)\n\
                 [h](guide.md#any-thing) [i](mailto:ann@example.org) <ann@example.org>\n\
                 [j](static/x.png) [k]({{site}}/a.md) [l](0005-xxx.md) `[m](n.md)`";
    let tree = tree(&[
        ("docs/adr/0001-use-a-queue.md", &record(links)),
        ("docs/adr/guide.md", "# Guide\n\n{{#include more.md}}\n"),
        ("docs/.gitignore", "made.md\n"),
        ("static/x.png", ""),
        ("docs/static/img/x.png", ""),
    ]);
    fs::create_dir_all(tree.path().join("docs/sub/module")).unwrap();
    assert_eq!(told(tree.path()), Vec::<String>::new());
}

#[test]
fn a_number_and_a_word_are_a_hint_and_no_edit() {
    let links = "See [the disk](0002-use-a-disk.md).";
    let tree = tree(&[
        ("docs/adr/0001-use-a-queue.md", &record(links)),
        ("docs/adr/0002-buy-a-disk.md", &record("One.").replace("1. Use a queue", "2. Buy a disk")),
    ]);
    let ran = run(tree.path(), &["check", "--format", "json"]);
    assert!(
        ran.stdout.contains("if that is meant, write `0002-buy-a-disk.md`; else take the link out")
    );
    run(tree.path(), &["check", "--fix"]);
    let text = fs::read_to_string(tree.path().join("docs/adr/0001-use-a-queue.md")).unwrap();
    assert_eq!(text, record(links));
}

#[test]
fn a_book_alone_may_be_a_part_of_something() {
    let book = tempfile::tempdir().unwrap();
    let chapter = "# Atlas\n\n## System Overview\n\nSee [the parts](01-parts.md), [the plan](plan.png) and \
                   [below](#nowhere).\n\n<<#archdoc template=\"standard\">>\n";
    fs::create_dir(book.path().join("src")).unwrap();
    fs::write(book.path().join("book.toml"), "[preprocessor.archdoc]\nbefore = [\"links\"]\n")
        .unwrap();
    fs::write(book.path().join("src/SUMMARY.md"), "- [Atlas](atlas.md)\n").unwrap();
    fs::write(book.path().join("src/atlas.md"), chapter).unwrap();
    let at = "src/atlas.md:5:56: warning[broken-link]: this text has no heading `#nowhere`";
    assert_eq!(told(book.path()), [at]);
}

/// A document in a repository of its own, with links, and what is committed with it.
fn linking(links: &str, others: &[(&str, &str)]) -> TempDir {
    let tree = tempfile::tempdir().unwrap();
    write(
        tree.path(),
        "archdoc.toml",
        "[[documents]]\npaths = [\"a.md\"]\ntemplate = \"standard\"\n",
    );
    write(tree.path(), "a.md", &format!("# A\n\n## Overview\n\n{links}\n"));
    for (path, text) in others {
        write(tree.path(), path, text);
    }
    git::commit_all(tree.path(), "2026-03-01", "Begin");
    tree
}

/// The links of the document once they are mended.
fn mended(tree: &Path) -> String {
    run(tree, &["check", "--fix"]);
    let text = fs::read_to_string(tree.join("a.md")).unwrap();
    text.trim_start_matches("# A\n\n## Overview\n\n").trim_end().to_owned()
}

#[test]
fn a_record_of_the_same_template_is_another_decision() {
    if !git::is_here() {
        return;
    }
    let boilerplate =
        "What becomes easier or more difficult, and which risks it brings.\n".repeat(40);
    let of = |title: &str| format!("# {title}\n\n{boilerplate}");
    let links = "[k](adr/0001-use-kafka.md)";
    let tree = linking(links, &[("adr/0001-use-kafka.md", &of("1. Use Kafka"))]);
    fs::remove_file(tree.path().join("adr/0001-use-kafka.md")).unwrap();
    write(tree.path(), "adr/0002-use-mysql.md", &of("2. Use MySQL"));
    git::commit_all(tree.path(), "2026-03-02", "A database");
    assert_eq!(mended(tree.path()), links);
    let json = run(tree.path(), &["check", "--format", "json"]).stdout;
    assert!(json.contains("if that is meant, write `adr/0002-use-mysql.md`"), "{json}");
}

#[test]
fn a_path_that_was_given_to_another_file_is_not_where_one_was_moved() {
    if !git::is_here() {
        return;
    }
    let links = "[q](old-queue.md)";
    let tree = linking(links, &[("old-queue.md", "A queue.\n")]);
    fs::rename(tree.path().join("old-queue.md"), tree.path().join("notes-2.md")).unwrap();
    git::commit_all(tree.path(), "2026-03-02", "Move");
    fs::remove_file(tree.path().join("notes-2.md")).unwrap();
    git::commit_all(tree.path(), "2026-03-03", "Drop");
    write(tree.path(), "notes-2.md", "Something else.\n");
    git::commit_all(tree.path(), "2026-03-04", "Notes");
    assert_eq!(mended(tree.path()), links);
}

#[test]
fn a_name_is_written_as_a_target_of_a_link() {
    if !git::is_here() {
        return;
    }
    let others = [
        ("one.md", "One.\n"),
        ("two.md", "Two.\n"),
        ("three.md", "Three.\n"),
        ("four.md", "Four.\n"),
    ];
    let links = "[1](one.md) [2](two.md) [3](three.md#x) [4](<four.md>)";
    let tree = linking(links, &others);
    for (from, to) in [
        ("one.md", "one two.md"),
        ("two.md", "two%20x.md"),
        ("three.md", "three#x.md"),
        ("four.md", "four(x).md"),
    ] {
        fs::rename(tree.path().join(from), tree.path().join(to)).unwrap();
    }
    git::commit_all(tree.path(), "2026-03-02", "Move");
    let json = run(tree.path(), &["check", "--format", "json"]).stdout;
    for shown in ["<one two.md>", "two%2520x.md", "three%23x.md#x", "<four(x).md>"] {
        assert!(json.contains(&format!("write `{shown}`")), "{shown}: {json}");
    }
    let expected = "[1](<one two.md>) [2](two%2520x.md) [3](three%23x.md#x) [4](<four(x).md>)";
    assert_eq!(mended(tree.path()), expected);
    let left = told(tree.path());
    assert!(left.iter().all(|line| line.contains("no heading")), "{left:?}");
}

#[test]
fn what_git_moved_is_followed() {
    if !git::is_here() {
        return;
    }
    let tree = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| write(tree.path(), path, text);
    let moved = |from: &str, to: &str| {
        write(to, &fs::read_to_string(tree.path().join(from)).unwrap());
        fs::remove_file(tree.path().join(from)).unwrap();
    };
    let links = "[a](../src/worker.rs#L3), [b](0002-use-a-disk.md), [c](0003-use-a-bus.md), [d](../gone.rs).";
    let at = "docs/adr/0001-use-a-queue.md";
    write(at, &record(links));
    write(
        "docs/adr/0002-use-a-disk.md",
        &record("A disk is cheap.\n").replace("1. Use a queue", "2. Use a disk"),
    );
    write(
        "docs/adr/0003-use-a-bus.md",
        &record("A bus.\n").replace("1. Use a queue", "3. Use a bus"),
    );
    write("docs/src/worker.rs", "fn work() { one(); two(); three(); }\n");
    write("docs/src/other.rs", "other\n");
    write("docs/gone.rs", "gone\n");
    git::commit_all(tree.path(), "2026-03-01", "Begin");
    moved("docs/src/worker.rs", "app/threads.rs");
    fs::remove_file(tree.path().join("docs/gone.rs")).unwrap();
    // The number is another record's by now, and of the bus little is left.
    moved("docs/adr/0002-use-a-disk.md", "docs/adr/0005-keep-it-local.md");
    write(
        "docs/adr/0002-buy-a-disk.md",
        &record("Two.\n").replace("1. Use a queue", "2. Buy a disk"),
    );
    fs::remove_file(tree.path().join("docs/adr/0003-use-a-bus.md")).unwrap();
    let other =
        "A stream, a log of all that came, and whoever wants it reads it again and again.\n"
            .repeat(3);
    write("docs/adr/0006-stream.md", &record(&other).replace("1. Use a queue", "6. Stream"));
    git::commit_all(tree.path(), "2026-03-02", "Move");
    moved("app/threads.rs", "app/threads/mod.rs");
    git::commit_all(tree.path(), "2026-03-03", "Move again");
    let json = run(tree.path(), &["check", "--format", "json"]).stdout;
    assert!(json.contains("write `../../app/threads/mod.rs#L3`"), "{json}");
    assert!(json.contains("write `0005-keep-it-local.md`"), "{json}");
    run(tree.path(), &["check", "--fix"]);
    let mended = links
        .replace("../src/worker.rs", "../../app/threads/mod.rs")
        .replace("0002-use-a-disk.md", "0005-keep-it-local.md");
    assert_eq!(fs::read_to_string(tree.path().join(at)).unwrap(), record(&mended));
    let left = told(tree.path());
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn a_text_of_another_kind_is_not_mended_to_a_record_and_none_to_itself() {
    let link = "[design](../design/009-use-a-queue.md) and [one](../design/008-use-a-log.md)";
    let tree = tree(&[
        ("docs/adr/0047-use-a-queue.md", &record(link).replace("# 1.", "# 47.")),
        ("docs/adr/0048-use-a-log.md", &record("No link.").replace("# 1.", "# 48.")),
    ]);
    let before = fs::read_to_string(tree.path().join("docs/adr/0047-use-a-queue.md")).unwrap();
    run(tree.path(), &["check", "--fix"]);
    assert_eq!(
        fs::read_to_string(tree.path().join("docs/adr/0047-use-a-queue.md")).unwrap(),
        before
    );
    let told = run(tree.path(), &["check"]).stderr;
    assert!(told.contains("if that is meant, write `0048-use-a-log.md`"), "{told}");
    assert!(!told.contains("write `0047-use-a-queue.md`"), "{told}");
}

#[test]
fn an_entry_that_sums_a_record_up_is_none_and_its_links_are_looked_at() {
    let entry = "# Design\n\n### ADR-1: Queues\n\nFile: [ADR-1](adr/0001-use-a-queue.md)\n\n**Decision:** a queue.\n";
    let tree =
        tree(&[("docs/adr/0001-use-a-queue.md", &record("More.")), ("docs/a/design.md", entry)]);
    let listed = run(tree.path(), &["adr", "list"]);
    assert_eq!(listed.stdout.lines().count(), 1, "{}", listed.stdout);
    assert_eq!(
        told(tree.path()),
        [
            "docs/a/design.md:5:7: warning[adr-broken-link]: `adr/0001-use-a-queue.md` does not exist"
        ]
    );
}

#[test]
fn a_number_with_fewer_zeros_and_an_address_without_its_scheme_are_understood() {
    let link = "[five](adr-5.md), [code](www.atlas-queues.de) and [none](queue.org.md)";
    let of = |number: u32, links: &str| record(links).replace("# 1.", &format!("# ADR-{number}:"));
    let tree =
        tree(&[("docs/adr/adr-05.md", &of(5, "Fast.")), ("docs/adr/adr-06.md", &of(6, link))]);
    let help = run(tree.path(), &["check"]).stderr;
    assert!(help.contains("write `adr-05.md`"), "{help}");
    assert!(help.contains("write `https://www.atlas-queues.de`"), "{help}");
    run(tree.path(), &["check", "--fix"]);
    let text = fs::read_to_string(tree.path().join("docs/adr/adr-06.md")).unwrap();
    assert!(text.contains("[five](adr-05.md), [code](www.atlas-queues.de)"), "{text}");
}

#[test]
fn a_number_of_another_kind_of_record_is_no_misspelt_link() {
    let of = |number: u32, links: &str| record(links).replace("# 1.", &format!("# ADR-{number}:"));
    for link in ["rfc-5.md", "decision-5.md", "5.md"] {
        let linking = of(6, &format!("[five]({link})"));
        let files = [("docs/adr/adr-05.md", &of(5, "Fast.")), ("docs/adr/adr-06.md", &linking)];
        let tree = tree(&files.map(|(path, text)| (path, text.as_str())));
        let told = run(tree.path(), &["check", "--fix"]).stderr;
        assert!(told.contains(&format!("`{link}` does not exist")), "{told}");
        let text = fs::read_to_string(tree.path().join("docs/adr/adr-06.md")).unwrap();
        assert_eq!(text, linking, "{link}");
    }
}
