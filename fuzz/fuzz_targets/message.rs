//! mdBook's message around any chapter: the answer is an error or JSON, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|chapter: &str| {
    let content = chapter.replace('\\', "\\\\").replace('"', "\\\"");
    let content: String = content
        .chars()
        .map(|c| if c < ' ' { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() })
        .collect();
    let message = format!(
        r#"[{{"root":"/nowhere","renderer":"html","mdbook_version":"0.5.4"}},{{"items":[{{"Chapter":{{"name":"a","content":"{content}","number":null,"sub_items":[],"path":"a.md","source_path":"a.md","parent_names":[]}}}}]}}]"#
    );
    if let Ok(book) = mdbook_archdoc::preprocess(message.as_bytes()) {
        assert!(std::str::from_utf8(&book).is_ok_and(|text| text.starts_with('{')));
    }
});
