//! A book like a large real one, the same in every run.

use std::fmt::Write;
use std::path::Path;

use serde::Serialize;

/// What kind of book.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) chapters: usize,
    /// Size of a chapter's Markdown, about.
    pub(crate) bytes: usize,
    /// Whether every tenth chapter asks for a template.
    pub(crate) bound: bool,
}

/// The message of mdBook 0.5 for such a book, as one line.
pub(crate) fn message(root: &Path, shape: Shape) -> Vec<u8> {
    let mut words = Words(0x9e37_79b9_7f4a_7c15);
    let mut items: Vec<Item> = Vec::new();
    for index in 0..shape.chapters {
        let first_of_ten = index % 10 == 0;
        let mut content = String::new();
        if first_of_ten && shape.bound {
            content.push_str("<<#archdoc template=\"standard\">>\n\n");
        }
        markdown(&mut content, &mut words, index, shape.bytes);
        let path = format!("part-{}/chapter-{index}.md", index / 10);
        let top = u32::try_from(index / 10 + 1).unwrap_or(u32::MAX);
        let mut chapter = Chapter {
            name: format!("Chapter {index}"),
            content,
            number: vec![top],
            sub_items: Vec::new(),
            path: path.clone(),
            source_path: path,
            parent_names: Vec::new(),
        };
        match items.last_mut() {
            Some(Item::Chapter(parent)) if !first_of_ten => {
                chapter.number.push(u32::try_from(index % 10).unwrap_or(u32::MAX));
                chapter.parent_names.push(parent.name.clone());
                parent.sub_items.push(Item::Chapter(chapter));
            }
            _ => items.push(Item::Chapter(chapter)),
        }
    }
    let context = serde_json::json!({
        "root": root, "renderer": "html", "mdbook_version": "0.5.4",
        "config": {"book": {"title": "Benchmark"}, "output": {"html": {}},
            "preprocessor": {"archdoc": {"command": "mdbook-archdoc", "before": ["links"]}}},
    });
    serde_json::to_vec(&(context, Book { items })).expect("strings and numbers become JSON")
}

#[derive(Serialize)]
struct Book {
    items: Vec<Item>,
}

#[derive(Serialize)]
enum Item {
    Chapter(Chapter),
}

#[derive(Serialize)]
struct Chapter {
    name: String,
    content: String,
    number: Vec<u32>,
    sub_items: Vec<Item>,
    path: String,
    source_path: String,
    parent_names: Vec<String>,
}

/// Headings, paragraphs, lists, a table, code and what JSON must escape, in the mix of technical books.
fn markdown(out: &mut String, words: &mut Words, index: usize, bytes: usize) {
    let end = out.len() + bytes;
    let _ = write!(out, "# Chapter {index}\n\n");
    while out.len() < end {
        match words.next() % 8 {
            0 => {
                out.push_str("## ");
                words.line(out, 4);
                out.push('\n');
            }
            1 => {
                for _ in 0..4 {
                    out.push_str("- **Point:** ");
                    words.line(out, 9);
                }
                out.push('\n');
            }
            2 => {
                out.push_str("```rust\nfn main() {\n    println!(\"");
                words.line(out, 5);
                out.push_str("\");\n}\n```\n\n");
            }
            3 => {
                out.push_str("| Name | Meaning |\n|---|---|\n");
                for _ in 0..4 {
                    let name = words.next() % 1000;
                    let _ = write!(out, "| n{name} | ");
                    words.line(out, 6);
                }
                out.push('\n');
            }
            _ => {
                for _ in 0..5 {
                    words.line(out, 13);
                }
                out.push('\n');
            }
        }
    }
}

/// A stream of pseudo-random numbers and words (xorshift).
struct Words(u64);

impl Words {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn line(&mut self, out: &mut String, count: usize) {
        const WORDS: [&str; 16] = [
            "the",
            "service",
            "of",
            "\"quoted\"",
            "deployment",
            "größe",
            "interface",
            "a",
            "to",
            "[link](other.md)",
            "boundary",
            "`code`",
            "and",
            "decision",
            "scales",
            "with",
        ];
        for nth in 0..count {
            if nth > 0 {
                out.push(' ');
            }
            let index = usize::try_from(self.next() >> 60).unwrap_or_default();
            out.push_str(WORDS[index]);
        }
        out.push('\n');
    }
}
