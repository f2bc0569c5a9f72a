//! The protocol against what real mdBooks sent (`wire/`, recorded) and against their own types.

use std::borrow::Cow;

use super::{Changes, Input, NewChapter, ProtocolError};
use text::edit::Edits;
use text::source::Source;

pub(crate) const V04: &str = include_str!("wire/dump-0.4.json");
pub(crate) const V05: &str = include_str!("wire/dump-0.5.json");

pub(crate) fn parse(message: &str) -> Input<'_> {
    Input::parse(message.as_bytes()).unwrap()
}

fn error(message: &str) -> ProtocolError {
    let error = Input::parse(message.as_bytes()).unwrap_err();
    assert!(!error.help().is_empty());
    error
}

/// `[context, book]` with a least context and this book.
pub(crate) fn message(book: &str) -> String {
    format!(r#"[{{"root":"/b","renderer":"html","mdbook_version":"0.5.4"}},{book}]"#)
}

fn chapter(name: &str, content: &str, sub_items: &str) -> String {
    format!(
        r#"{{"Chapter":{{"name":"{name}","content":"{content}","number":null,"sub_items":[{sub_items}],"path":"{name}.md","source_path":"{name}.md","parent_names":[]}}}}"#
    )
}

pub(crate) fn written(input: &Input<'_>, changes: Changes) -> String {
    String::from_utf8(input.write(changes).unwrap().into_bytes().into_owned()).unwrap()
}

/// Gives a chapter another text.
pub(crate) fn replace(changes: &mut Changes, chapter: usize, content: String) {
    changes.edit(chapter, Source::new("", content), Edits::default());
}

#[test]
fn an_unchanged_book_leaves_as_the_same_bytes() {
    for message in [V04, V05] {
        let input = parse(message);
        let book = &message
            [message.find(r#",{"sections""#).or(message.find(r#",{"items""#)).unwrap() + 1..];
        let book = book.trim_end().strip_suffix(']').unwrap();
        let answer = input.write(Changes::default()).unwrap().into_bytes();
        assert!(matches!(answer, Cow::Borrowed(out) if out == book.as_bytes()));
    }
    assert!(parse(V04).book().ends_with(r#","__non_exhaustive":null}"#));
}

#[test]
fn both_forms_give_the_same_chapters() {
    for message in [V04, V05] {
        let input = parse(message);
        assert_eq!(load::source_dir(input.context.src()), "src");
        assert_eq!(input.context.outputs(), ["html"]);
        let outline: Vec<String> = input
            .chapters
            .iter()
            .map(|chapter| {
                let number = chapter.number.as_deref().unwrap_or_default();
                let above = chapter.parent_names.len();
                assert_eq!((above, chapter.is_draft()), (chapter.depth, chapter.name == "Draft"));
                format!("{} {number:?} {}", chapter.name, chapter.path.as_deref().unwrap_or("-"))
            })
            .collect();
        assert_eq!(
            outline,
            [
                "Preface [] README.md",
                "Prefix Two [] prefix.md",
                "First code & em [1] first.md",
                "Nested [1, 1] nested/README.md",
                "Deep [1, 1, 1] nested/deep.md",
                "Draft [2] -",
                "CRLF [3] crlf.md",
                "BOM [4] bom.md",
                "Spaces [5] dir with spaces/sp ace.md",
                "Ünïcødé [6] unicode/größe-日本.md",
                "Suffix [] suffix.md",
            ]
        );
        let deep = &input.chapters[4];
        assert_eq!((deep.parent, input.chapters[3].parent), (Some(3), Some(2)));
        let content = |index: usize| input.chapters[index].content.decode().unwrap();
        assert_eq!(content(6), "# CRLF\r\n\r\nline one\r\nline two\r\n");
        assert_eq!(content(9), "# Größe 🎉 日本\n");
        assert!(content(0).contains("Hello \"quotes\" \\ back\\slash"));
        let bound: Vec<usize> = (0..input.chapters.len())
            .filter(|&index| input.chapters[index].content.may_contain("<<#archdoc"))
            .collect();
        assert_eq!(bound, [2]);
    }
}

#[test]
fn real_mdbook_types_read_what_was_changed() {
    for message in [V04, V05] {
        let input = parse(message);
        let mut changes = Changes::default();
        replace(&mut changes, 4, "\u{7}\"new\"\r\n\u{2028}🎉".to_owned());
        replace(&mut changes, 99, "nowhere".to_owned());
        let new = |name: &str| {
            NewChapter::new(name.to_owned(), format!("adr/{name}.md"), format!("# {name}\n"))
                .unwrap()
        };
        changes.add(3, new("second").number(vec![1, 1, 2]).child(new("below")));
        changes.add(3, new("third").source_path("adr/third.md".to_owned()));
        changes.add(4, new("first"));
        let out = written(&input, changes);

        // The same book as mdBook itself would have built it.
        if message == V05 {
            use mdbook_preprocessor::book::{Book, BookItem};
            let book: Book = serde_json::from_str(&out).unwrap();
            let names: Vec<(String, usize)> = book
                .iter()
                .filter_map(|item| match item {
                    BookItem::Chapter(chapter) => {
                        Some((chapter.name.clone(), chapter.parent_names.len()))
                    }
                    _ => None,
                })
                .collect();
            let expected = [("Deep", 2), ("first", 3), ("second", 2), ("below", 3), ("third", 2)];
            assert_eq!(names[4..9], expected.map(|(name, above)| (name.to_owned(), above)));
            let deep = book.chapters().find(|chapter| chapter.name == "Deep").unwrap();
            assert_eq!(deep.content, "\u{7}\"new\"\r\n\u{2028}🎉");
        } else {
            let book: mdbook04::book::Book = serde_json::from_str(&out).unwrap();
            assert_eq!(book.iter().count(), input.chapters.len() + 4 + 4);
        }

        // What was not touched has not moved a byte.
        let deep = input.chapters[4].content.as_json();
        let start = message.find(deep).unwrap() - message.find(input.book()).unwrap();
        assert!(out.starts_with(&input.book()[..start]));
        let tail = input.book().find(r#"{"Chapter":{"name":"Draft""#).unwrap();
        assert!(out.ends_with(&input.book()[tail..]));
    }
}

#[test]
fn what_is_not_known_survives() {
    let book = format!(
        r#" {{ "version": 3, "items" : [ "Separator", {{"PartTitle":"P"}}, {{"Gallery":[1,{{"x":null}}]}}, "New", {} ], "other": null }} "#,
        chapter("a", "A", "").replace(r#""number""#, r#""mood":[null],"number""#)
    );
    let message = message(&book);
    let input = parse(&message);
    assert_eq!(input.book(), book.trim());
    let mut changes = Changes::default();
    replace(&mut changes, 0, "B".to_owned());
    assert_eq!(written(&input, changes), book.trim().replace(r#":"A""#, r#":"B""#));
}

#[test]
fn fields_may_come_in_any_order_and_be_left_out() {
    let message = message(r#"{"items":[{"Chapter":{"sub_items":[ ],"content":"x","name":"n"}}]}"#);
    let input = parse(&message);
    let chapter = &input.chapters[0];
    assert!(chapter.is_draft() && chapter.number.is_none() && chapter.parent_names.is_empty());
    let mut changes = Changes::default();
    changes.add(0, NewChapter::new("m".to_owned(), "m.md".to_owned(), String::new()).unwrap());
    replace(&mut changes, 0, "y".to_owned());
    assert_eq!(
        written(&input, changes),
        r#"{"items":[{"Chapter":{"sub_items":[ {"Chapter":{"name":"m","content":"","number":null,"sub_items":[],"path":"m.md","source_path":null,"parent_names":["n"]}}],"content":"y","name":"n"}}]}"#
    );
}

#[test]
fn a_chapter_without_sub_items_is_read_but_gets_none() {
    let message = message(r#"{"items":[{"Chapter":{"content":"x","name":"n"}}]}"#);
    let input = parse(&message);
    let mut changes = Changes::default();
    changes.add(0, NewChapter::new("m".to_owned(), "m.md".to_owned(), String::new()).unwrap());
    assert!(
        matches!(input.write(changes), Err(ProtocolError::NoSubItems { chapter }) if chapter == "n")
    );
}

#[test]
fn a_path_that_leaves_the_book_is_refused() {
    for path in
        ["", "/etc/x.md", "../x.md", "a/../../x.md", "a\\..\\x.md", "C:/x.md", "\\x", "print.md"]
    {
        let new = NewChapter::new("n".to_owned(), path.to_owned(), String::new());
        assert!(matches!(new, Err(ProtocolError::ChapterPath { .. })), "{path}");
    }
    assert!(NewChapter::new("n".to_owned(), "a/b..c/größe.md".to_owned(), String::new()).is_ok());
}

#[test]
fn broken_input_is_an_error_that_says_what_broke() {
    assert!(matches!(error(""), ProtocolError::Empty));
    assert!(matches!(error(" \n"), ProtocolError::Empty));
    assert!(matches!(Input::parse(b"[\"\xff\"]"), Err(ProtocolError::NotUtf8 { offset: 2 })));
    assert!(matches!(error("# Markdown"), ProtocolError::NotJson(_)));
    for extra in [format!("{V05}]"), r#"[{},{"items":[]},3]"#.to_owned()] {
        assert!(matches!(error(&extra), ProtocolError::NotJson(_)));
    }
    for shape in ["{}", "[]", "[1]", "[{},{\"items\":[]}]", "null", "\"x\""] {
        assert!(matches!(error(shape), ProtocolError::Shape(_)), "{shape}: {}", error(shape));
    }
    assert!(matches!(
        error(&message(r#"{"items":[{"Chapter":{"content":"x"}}]}"#)),
        ProtocolError::Shape(_)
    ));
    let no_text = message(r#"{"items":[{"Chapter":{"name":"n","content":null,"sub_items":[]}}]}"#);
    assert_eq!(error(&no_text).to_string(), "the content of chapter \"n\" is not a string");
    assert_eq!(
        error(&message(r#"{"chapters":[]}"#)).to_string(),
        "the book from mdBook 0.5.4 has neither `items` nor `sections`"
    );
}

#[test]
fn every_cut_of_a_message_is_an_error() {
    for message in [V04, V05] {
        for cut in (1..message.trim_end().len()).filter(|&cut| message.is_char_boundary(cut)) {
            let error = error(&message[..cut]);
            // A number cut behind its point is, to the parser, no number.
            let in_number = message[..cut].ends_with("2.");
            assert!(
                in_number || matches!(error, ProtocolError::Truncated { .. }),
                "{cut}: {error}"
            );
        }
    }
}

#[test]
fn nesting_reaches_as_deep_as_mdbook_reads_and_no_deeper() {
    let nested = |depth: usize| {
        let level = chapter("n", "x", "*");
        let (before, after) = level.split_once('*').unwrap();
        format!(r#"{{"items":[{}{}]}}"#, before.repeat(depth), after.repeat(depth))
    };
    assert!(serde_json::from_str::<mdbook_preprocessor::book::Book>(&nested(41)).is_ok());
    assert!(serde_json::from_str::<mdbook_preprocessor::book::Book>(&nested(42)).is_err());
    let deepest = message(&nested(41));
    let input = parse(&deepest);
    assert_eq!(input.chapters.last().unwrap().depth, 40);
    let mut changes = Changes::default();
    changes.add(40, NewChapter::new("m".to_owned(), "m.md".to_owned(), String::new()).unwrap());
    assert!(written(&input, changes).contains(r#""path":"m.md""#));
    for depth in [42, 1000, 100_000] {
        assert!(matches!(error(&message(&nested(depth))), ProtocolError::TooDeep), "{depth}");
    }
    assert!(matches!(
        error(&"[".repeat(1_000_000)),
        ProtocolError::Truncated { .. } | ProtocolError::Shape(_)
    ));
}

#[test]
fn a_chapter_of_50_megabytes_passes() {
    let content = "x\\n".repeat(17_000_000);
    let message = message(&format!(r#"{{"items":[{}]}}"#, chapter("big", &content, "")));
    let input = parse(&message);
    assert_eq!(input.chapters[0].content.decode().unwrap().len(), 34_000_000);
    assert!(!input.chapters[0].content.may_contain("<<#archdoc"));
}
