//! Makes a file of fingerprints from texts that may not be copied themselves:
//!
//! ```text
//! cargo run --example fingerprints -- FILE... > crates/readers/templates/arc42.fingerprints
//! ```
//!
//! Of files in `AsciiDoc`, markup, headings and conditions are left out; for arc42 they are the chapters
//! of <https://github.com/arc42/arc42-template>, in all its versions and languages, and the words of its
//! overview, <https://arc42.org/overview> and <https://arc42.de/overview>. A file `*.md` is read as the
//! readers of documents read it.

use std::collections::BTreeSet;
use std::path::Path;

use readers::template::fingerprint::hashes;
use std::error::Error;
use text::markdown::Document;
use text::markdown::block::{Block, BlockKind};
use text::markdown::inline::Inlines;
use text::source::Source;

fn main() -> Result<(), Box<dyn Error>> {
    let mut all = BTreeSet::new();
    for path in std::env::args_os().skip(1) {
        let text = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let text = String::from_utf8_lossy(&text);
        let markdown = Path::new(&path).extension().is_some_and(|extension| extension == "md");
        let found = if markdown { passages_of_markdown(&text) } else { passages(&text) };
        all.extend(found.iter().flat_map(|passage| hashes(passage)));
    }
    println!("# Made by examples/fingerprints.rs; see crates/readers/src/template/fingerprint.rs.");
    for hash in all {
        println!("{hash:08x}");
    }
    Ok(())
}

fn passages_of_markdown(text: &str) -> Vec<String> {
    let document = Document::parse(&Source::new("", text));
    let mut found = Vec::new();
    collect(&document.blocks, &mut found);
    found
}

fn collect(blocks: &[Block], found: &mut Vec<String>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(text) => {
                found.push(text.plain());
                found.extend(text.lines().iter().map(Inlines::plain));
            }
            BlockKind::List(list) => {
                list.items.iter().for_each(|item| collect(&item.blocks, found));
            }
            BlockKind::Table(table) => {
                for row in &table.rows {
                    found
                        .push(row.cells.iter().map(Inlines::plain).collect::<Vec<_>>().join(" | "));
                }
            }
            BlockKind::Code(code) => found.push(code.text.clone()),
            BlockKind::Quote(blocks) => collect(blocks, found),
            _ => {}
        }
    }
}

/// Paragraphs and list items, one string each, without markup.
fn passages(text: &str) -> Vec<String> {
    let mut passages = vec![String::new()];
    for line in text.lines() {
        let line = line.trim();
        let begins = line.starts_with(['*', '-', '.', '|']);
        let markup =
            ["ifdef", "ifndef", "endif", "[", "****", "|===", "image:", ":", "=", "#", "//"];
        if line.is_empty() || begins || markup.iter().any(|mark| line.starts_with(mark)) {
            passages.push(String::new());
        }
        if let (true, Some((_, alt))) = (line.starts_with("image:"), line.split_once('[')) {
            passages.push(
                alt.split(['"', ',', ']'])
                    .find(|alt| !alt.is_empty())
                    .unwrap_or_default()
                    .to_owned(),
            );
            passages.push(String::new());
        }
        if markup.iter().any(|mark| line.starts_with(mark)) {
            continue;
        }
        if let Some(passage) = passages.last_mut() {
            passage.push_str(&without_urls(line));
            passage.push(' ');
        }
        // `.Title` and `Term::` stand alone.
        if line.starts_with('.') || line.ends_with("::") {
            passages.push(String::new());
        }
    }
    passages
}

/// `https://...[text]` and `<<id,text>>` as their text.
fn without_urls(line: &str) -> String {
    let words = line.split(' ').map(|word| {
        let url = word.find("http").filter(|_| word.contains("://"));
        match (url, word.find('[')) {
            (Some(_), Some(open)) => &word[open..],
            (Some(start), None) => &word[..start],
            (None, _) => word,
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
