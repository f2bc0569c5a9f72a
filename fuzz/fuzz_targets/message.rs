//! mdBook's message around any book, through the protocol of either major version: the answer is an error or the book
//! in which nothing but text has changed, and the book that was answered is answered as it is.
//!
//! An input that begins with a byte above 127 is such a message itself, whatever it says. Of any other the first byte
//! chooses the version and the rest is the texts, parted by the record separator (U+001E).
#![no_main]

use libfuzzer_sys::fuzz_target;
use mdbook_archdoc::preprocess;
use mdbook_archdoc_fuzz::{FILES, texts};
use serde_json::{Value, json};

/// The items of a book, in the words of one major version.
struct Major {
    list: &'static str,
    version: &'static str,
}

const MAJORS: [Major; 2] =
    [Major { list: "items", version: "0.5.4" }, Major { list: "sections", version: "0.4.52" }];

fn chapter(file: &str, text: &str) -> Value {
    json!({"Chapter": {"name": file, "content": text, "number": null, "sub_items": [], "path": file,
        "source_path": file, "parent_names": []}})
}

fn answered(major: &Major, book: &Value) -> Option<Value> {
    let context = json!({"root": "/nowhere", "renderer": "html", "mdbook_version": major.version});
    let message = json!([context, book]).to_string();
    let answer = preprocess(message.as_bytes()).ok()?;
    Some(serde_json::from_slice(&answer).expect("the answer is JSON"))
}

/// The texts of the received chapters are taken out; those that we added go.
fn frame(major: &Major, mut book: Value) -> Value {
    let chapters = book[major.list].as_array_mut().expect("a list");
    for chapter in chapters {
        assert!(chapter["Chapter"]["content"].take().is_string());
        chapter["Chapter"]["sub_items"].as_array_mut().expect("a list").clear();
    }
    book
}

fuzz_target!(|input: &[u8]| {
    let Some((&choice, rest)) = input.split_first() else { return };
    if choice > 127 {
        // What is passed on as it came is no better than it came.
        let sound = serde_json::from_slice::<Value>(rest).is_ok();
        if let Ok(answer) = preprocess(rest)
            && sound
        {
            serde_json::from_slice::<Value>(&answer).expect("the answer is JSON");
        }
        return;
    }
    let Ok(rest) = std::str::from_utf8(rest) else { return };
    let major = &MAJORS[usize::from(choice) % MAJORS.len()];
    let chapters: Vec<Value> =
        FILES.iter().zip(texts(rest)).map(|(file, text)| chapter(file, &text)).collect();
    let book = json!({(major.list): chapters, "__non_exhaustive": null});
    let Some(answer) = answered(major, &book) else { return };
    assert_eq!(frame(major, answer.clone()), frame(major, book));
    // What is not understood stays, and may be understood then; below a front matter that was taken away may stand
    // what looks like another.
    let list = answer[major.list].as_array().expect("a list");
    let text =
        |chapter: &Value| chapter["Chapter"]["content"].as_str().unwrap_or_default().to_owned();
    let bared = list.iter().any(|chapter| text(chapter).trim_start().starts_with(['-', '+']));
    if !bared && !answer.to_string().contains("archdoc") {
        let again = answered(major, &answer).expect("what was answered can be sent");
        assert_eq!(again, answer);
    }
});
