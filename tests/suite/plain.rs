//! What renderers other than mdBook's own make of our chapters: books for readers of EPUB and PDF get XHTML.

use std::fs;

use pulldown_cmark::{Options, Parser, html};

use crate::harness::{BOTH, Book};

/// Books with all that we put on pages.
const CASES: [&str; 9] = [
    "adr",
    "bound-fresh",
    "bound-note",
    "bound-partly",
    "change-log",
    "coverage",
    "languages",
    "trace",
    "unwritten",
];

#[test]
fn other_renderers_get_what_is_read_without_a_style() {
    let mut seen = 0;
    for case in CASES {
        let book = Book::of_case(case);
        for mdbook in BOTH {
            for renderer in ["epub", "markdown"] {
                let built = book.markdown(mdbook, renderer);
                let without_us = book.markdown_without_us(mdbook, renderer);
                assert_eq!(built.failure, None, "{case}: {}", built.stderr);
                let changed = built
                    .files
                    .iter()
                    .filter(|(path, text)| without_us.files.get(*path) != Some(text));
                for (path, text) in changed {
                    let page = xhtml(std::str::from_utf8(text).unwrap());
                    for never in [
                        "<style",
                        "<svg",
                        "<script",
                        "style=\"white",
                        "<details",
                        "archdoc-",
                        "viewbox",
                    ] {
                        assert!(
                            !page.contains(never),
                            "{case}/{path} for {renderer} has {never}: {page}"
                        );
                    }
                    // An author's own tags are the author's.
                    let source = fs::read_to_string(book.root().join("src").join(path));
                    let sound = source.is_ok_and(|source| well_formed(&xhtml(&source)).is_ok());
                    if let Err(wrong) =
                        well_formed(&page).or_else(|wrong| if sound { Err(wrong) } else { Ok(()) })
                    {
                        panic!("{case}/{path} for {renderer}: {wrong} in {page}");
                    }
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 60, "{seen} chapters are ours");
}

/// As mdbook-epub and its kind make it.
fn xhtml(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut page = String::new();
    html::push_html(&mut page, Parser::new_ext(markdown, options));
    page
}

/// What XML wants of a page: each element is closed in its turn, and no sign is left alone.
fn well_formed(page: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find(['<', '&']) {
        rest = &rest[at..];
        if let Some(entity) = rest.strip_prefix('&') {
            let known = ["amp;", "lt;", "gt;", "quot;", "apos;", "#"];
            if !known.iter().any(|name| entity.starts_with(name)) {
                return Err(format!("&{}", entity.chars().take(10).collect::<String>()));
            }
            rest = entity;
            continue;
        }
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").ok_or("a comment without an end")?.1;
            continue;
        }
        let (tag, behind) = rest[1..].split_once('>').ok_or("a tag without an end")?;
        rest = behind;
        let name = tag.trim_matches('/').split_ascii_whitespace().next().unwrap_or_default();
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}>"));
            }
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    open.pop().map_or(Ok(()), |left| Err(format!("<{left}> that nothing closes")))
}

#[test]
fn what_is_not_well_formed_is_found() {
    for wrong in ["<p>a<br>b</p>", "<p>a", "</p>", "a & b", "a&nbsp;b", "<b><i></b></i>", "<!-- a"]
    {
        assert!(well_formed(wrong).is_err(), "{wrong}");
    }
    assert_eq!(well_formed("<p>a<br/>b &amp; <img src=\"x\" /></p>"), Ok(()));
}
