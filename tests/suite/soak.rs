//! Random books through the protocols of both mdBooks and the real binary.
//!
//! A book is put together from the blocks of all golden books, so that what was written for one case meets what was
//! written for any other. `ARCHDOC_SOAK=10000 cargo test --release --test suite soak` does it for ten thousand.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{self, files_below};

/// How many books, unless `ARCHDOC_SOAK` says it.
const SHORT: u32 = 24;

/// The key of a book's items, and a version of the mdBook that writes it so.
const MAJORS: [(&str, &str); 2] = [("items", "0.5.4"), ("sections", "0.4.52")];

/// A chapter: how deep it lies, whether anything is written yet, and its text.
type Page = (usize, bool, String);

#[test]
fn random_books_come_back_with_all_that_their_authors_wrote() {
    let cases = std::env::var("ARCHDOC_SOAK").ok().and_then(|count| count.parse().ok());
    let config = ProptestConfig {
        cases: cases.unwrap_or(SHORT),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let root = TempDir::new().unwrap();
    let book = (proptest::collection::vec(page(), 1..10), settings());
    let outcome = TestRunner::new(config).run(&book, |(pages, settings)| {
        let answers = MAJORS.map(|(list, version)| {
            let message = message(root.path(), version, list, &pages, &settings);
            (answer(&message.to_string()), message)
        });
        let mut texts = Vec::new();
        for ((list, _), (answer, message)) in MAJORS.into_iter().zip(answers) {
            let answer = answer.map_err(TestCaseError::fail)?;
            let Some(mut answer) = answer else { continue };
            let mut sent = message[1].clone();
            let (read, written) = (taken(&mut sent[list]), taken(&mut answer[list]));
            prop_assert_eq!(sent, answer, "only texts change");
            for (read, written) in read.iter().zip(&written) {
                let lost = lost(read, written);
                prop_assert!(lost.is_none(), "{:?} is lost from\n{}\nin\n{}", lost, read, written);
            }
            texts.push(written);
        }
        prop_assert!(texts.windows(2).all(|both| both[0] == both[1]), "the majors differ");
        prop_assert!(texts.len() != 1, "only one of the majors is answered");
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

fn page() -> impl Strategy<Value = Page> {
    let text = proptest::collection::vec(select(blocks()), 0..24);
    let text = (text, select(vec!["\n\n", "\n\n", "\r\n\r\n"]));
    (
        0..3_usize,
        prop::bool::weighted(0.95),
        text.prop_map(|(blocks, between)| blocks.join(between)),
    )
}

fn settings() -> impl Strategy<Value = Value> {
    select(vec![
        json!({}),
        json!({"missing": "note"}),
        json!({"adr-dir": "adr"}),
        json!({"language": "de", "missing": "skeleton"}),
        json!({"strict": true}),
    ])
}

/// The blocks of the chapters of all golden books. What a directive takes for itself is on one line, so that it is known
/// what may go.
fn blocks() -> Vec<String> {
    let files = files_below(&harness::books());
    let chapters = files.into_iter().filter(|(path, _)| {
        Path::new(path).extension().is_some_and(|extension| extension == "md")
            && !path.contains("expected/")
            && !path.ends_with("SUMMARY.md")
    });
    let texts = chapters.filter_map(|(_, bytes)| String::from_utf8(bytes).ok());
    let of_text = |text: String| -> Vec<String> {
        // Without its byte order mark, as mdBook sends it.
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        text.split("\n\n").map(|block| block.trim_matches('\n').to_owned()).collect()
    };
    let opens = |line: &str| line.matches("<<#").count() != line.matches(">>").count();
    // A log is shown where the author has it, in other words; what stands between two comments is ours.
    let replaces = |block: &str| {
        block.contains("archdoc change-log")
            || block.contains("<!-- archdoc:") && !block.contains("<!-- archdoc: allow")
    };
    let kept = |block: &String| !replaces(block) && !block.lines().any(opens);
    texts.flat_map(of_text).filter(kept).collect()
}

fn message(root: &Path, version: &str, list: &str, pages: &[Page], settings: &Value) -> Value {
    let mut items: Vec<Value> = vec![json!({"PartTitle": "Part"}), json!("Separator")];
    for (at, (depth, written, text)) in pages.iter().enumerate() {
        let file = if at % 3 == 2 { format!("adr/{at:04}-c.md") } else { format!("c{at}.md") };
        let path = written.then_some(file);
        let chapter = json!({"Chapter": {
            "name": format!("Chapter {at}"),
            "content": if *written { text.as_str() } else { "" },
            "number": [at + 1],
            "sub_items": [],
            "path": path,
            "source_path": path,
            "parent_names": [],
        }});
        let mut into = &mut items;
        for _ in 0..*depth {
            let last = into.last().is_some_and(|item| item["Chapter"].is_object());
            if !last {
                break;
            }
            let at = into.len() - 1;
            into = into[at]["Chapter"]["sub_items"].as_array_mut().unwrap();
        }
        into.push(chapter);
    }
    let config = json!({
        "book": {"title": "Soak", "src": "src", "authors": [], "language": "en"},
        "preprocessor": {"archdoc": settings},
        "output": {"html": {}},
    });
    let context =
        json!({"root": root, "config": config, "renderer": "html", "mdbook_version": version});
    json!([context, {(list): items, "__non_exhaustive": null}])
}

/// The answer; none where the program refuses the book with a finding. An error where it does anything else.
fn answer(message: &str) -> Result<Option<Value>, String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mdbook-archdoc"))
        .env("SOURCE_DATE_EPOCH", "1767225600")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // All of it is read before anything is said.
    child.stdin.take().unwrap().write_all(message.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    match output.status.code() {
        Some(0) => serde_json::from_slice(&output.stdout)
            .map(Some)
            .map_err(|error| format!("the answer is no JSON: {error}")),
        Some(1) if output.stdout.is_empty() && said.contains("error") => Ok(None),
        code => Err(format!("{code:?}: {said}")),
    }
}

/// Takes the texts of all chapters out, in the order of the book.
fn taken(items: &mut Value) -> Vec<String> {
    let mut texts = Vec::new();
    for item in items.as_array_mut().unwrap() {
        if let Some(chapter) = item.get_mut("Chapter") {
            texts.push(chapter["content"].take().as_str().unwrap().to_owned());
            texts.extend(taken(&mut chapter["sub_items"]));
        }
    }
    texts
}

/// The first line of an author that is not in the output, in the author's order. Lines with directives may go, and the
/// front matter of a record, which its page tells as it does the rest.
fn lost<'a>(read: &'a str, written: &str) -> Option<&'a str> {
    let mut rest = written.lines();
    let own = body(read).lines().filter(|line| !line.contains("<<#"));
    own.into_iter().find(|own| !rest.any(|line| line == *own))
}

/// A text behind its front matter, and the comments above that.
fn body(text: &str) -> &str {
    let comment = |text: &str| Some(text.strip_prefix("<!--")?.find("-->")? + "<!---->".len());
    let mut top = text.trim_start();
    while let Some(len) = comment(top) {
        top = top[len..].trim_start();
    }
    ["---", "+++"]
        .into_iter()
        .find_map(|mark| {
            let inside =
                top.strip_prefix(mark)?.trim_start_matches([' ', '\r']).strip_prefix('\n')?;
            let mut lines = inside.split_inclusive('\n');
            let mut len = 0;
            lines.find_map(|line| {
                len += line.len();
                (line.trim_end() == mark).then(|| &inside[len..])
            })
        })
        .unwrap_or(text)
}
