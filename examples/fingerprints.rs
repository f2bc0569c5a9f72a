//! Makes a file of fingerprints from texts that may not be copied themselves:
//!
//! ```text
//! cargo run --example fingerprints -- FILE... > templates/arc42.fingerprints
//! ```
//!
//! The files are `AsciiDoc` or Markdown; markup, headings and conditions are left out. For arc42 they
//! are the chapters of <https://github.com/arc42/arc42-template>, in all its versions.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use readers::template::fingerprint::hashes;

fn main() -> Result<()> {
    let mut all = BTreeSet::new();
    for path in std::env::args_os().skip(1) {
        let text = std::fs::read(&path).with_context(|| format!("{}", path.display()))?;
        for passage in passages(&String::from_utf8_lossy(&text)) {
            all.extend(hashes(&passage));
        }
    }
    println!("# Made by examples/fingerprints.rs; see src/written/fingerprint.rs.");
    for hash in all {
        println!("{hash:08x}");
    }
    Ok(())
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
