use pulldown_cmark::{Event, Parser, Tag};

use super::{Alignment, Blocks, Inline, Target};
use crate::dialect;

/// What a reader of the page sees, block by block, and where its links lead.
fn seen(markdown: &str) -> String {
    let mut seen = String::new();
    for event in Parser::new_ext(markdown, dialect::options()) {
        match event {
            Event::Text(text) | Event::Code(text) => seen.push_str(&text),
            Event::Html(html) | Event::InlineHtml(html) => seen.extend([format!("HTML({html})")]),
            Event::Start(Tag::Link { dest_url, .. }) => seen.extend([format!("({dest_url})")]),
            Event::Start(Tag::Heading { id, classes, attrs, .. }) => {
                seen.extend([format!("#{id:?}{classes:?}{attrs:?} ")]);
            }
            Event::End(end) if end != pulldown_cmark::TagEnd::Link => seen.push('¶'),
            _ => {}
        }
    }
    seen
}

const HOSTILE: &[&str] = &[
    "plain",
    "1. not a list",
    "- nor this",
    "# nor a heading",
    "> nor a quote",
    "a | b",
    "a \\| b",
    "a\\",
    "\\",
    "\\\\",
    "a\\|",
    "*a* _b_ ~~c~~ `d`",
    "`",
    "[a](javascript:alert(9))",
    "![a](b) [^1] [a]: b",
    "<script>alert(1)</script>",
    "Vec<T> & R&D &amp; &#123; &lt;",
    "x{{#include /etc/passwd}}{{{",
    "{#id .class}",
    "A {#id}",
    "A {#id} {",
    "===",
    "---",
    "***",
    ": a",
    "~~~",
    "    code",
    "\u{fdd0}\u{fdd1}\u{fdd2}",
    "https://example.org <https://example.org>",
    "!",
    "** a **",
    "\"quoted\"",
    "日本語 **",
];

#[test]
fn words_stay_words_wherever_they_stand() {
    for &hostile in HOSTILE {
        let shown = hostile.trim().replace(['\u{fdd0}', '\u{fdd1}', '\u{fdd2}'], "\u{fffd}");
        let text = || Inline::text(hostile.trim());
        let is = |blocks: Blocks, expected: &str| {
            let markdown = blocks.markdown();
            assert_eq!(seen(&markdown), expected, "{markdown}");
            assert!(!markdown.contains("{{"), "{markdown}");
        };
        is(Blocks::of_paragraph(text()), &format!("{shown}¶"));
        is(Blocks::of_paragraph(text().strong()), &format!("{shown}¶¶"));
        is(
            Blocks::of_paragraph(text().and(": ").then(text().emphasis())),
            &format!("{shown}: {shown}¶¶"),
        );
        is(Blocks::default().list([text(), text()]), &format!("{shown}¶{shown}¶¶"));
        is(
            Blocks::default().heading(2, text(), "a"),
            &format!("#Some(Borrowed(\"a\"))[][] {shown}¶"),
        );
        let inside = Blocks::of_paragraph(text());
        is(Blocks::default().quote(inside), &format!("{shown}¶¶"));
        let columns = [(text(), Alignment::None), (text(), Alignment::Right)];
        let table = Blocks::default().table(columns, [vec![text(), text().strong()]]);
        is(table, &format!("{shown}¶{shown}¶¶{shown}¶{shown}¶¶¶¶"));
        let link = text().link(&Target::file("a.md"));
        is(Blocks::of_paragraph(link), &format!("(a.md){shown}¶"));
    }
}

#[test]
fn code_is_code_also_in_a_cell() {
    for code in ["a", "a`b", "`", "``", "a|b", "a\\", "\\|", " a ", "<b>", "{{#include x}}", "a*b*"]
    {
        let columns =
            [(Inline::code(code), Alignment::None), (Inline::code(code), Alignment::None)];
        let markdown = Blocks::default().table(columns, []).markdown();
        let shown = seen(&markdown).replace("HTML(<code>)", "").replace("HTML(</code>)", "");
        assert_eq!(
            shown.replace(' ', ""),
            format!("{code}¶{code}¶¶¶").replace(' ', ""),
            "{markdown}"
        );
        assert!(!markdown.contains("{{"), "{markdown}");
    }
}

#[test]
fn braces_of_mdbook_are_no_directive() {
    assert_eq!(Inline::text("{{#include x}} {a}").markdown(), "&#123;&#123;#include x}} {a}");
    assert_eq!(Inline::code("{{x}}").markdown(), "<code>&#123;&#123;x}}</code>");
    assert_eq!(Target::file("{{#include x}}.md").as_str(), "%7B%7B%23include x%7D%7D.md");
    assert_eq!(Target::written("{{x}}").as_str(), "%7B%7Bx}}");
}

#[test]
fn braces_at_the_end_of_a_heading_are_no_attributes() {
    let heading = Blocks::default().heading(2, Inline::text("A {.b}"), "").markdown();
    assert_eq!(heading, "## A &#123;.b}");
}

#[test]
fn a_backslash_leaves_a_cells_border_alone() {
    let cell = |text| vec![Inline::text(text), Inline::text("b")];
    let columns = ["A", "B"].map(|head| (Inline::text(head), Alignment::None));
    let table = Blocks::default().table(columns, [cell("a\\")]).markdown();
    assert_eq!(table, "|A|B|\n|-|-|\n|a&#92;|b|");
}

#[test]
fn a_file_name_is_a_path_and_nothing_else() {
    let target = |path| Target::file(path).as_str().to_owned();
    assert_eq!(target("javascript:alert(9);.md"), "./javascript:alert(9);.md");
    assert_eq!(target("../a:b/c.md"), "../a:b/c.md");
    assert_eq!(target("a#b?c%41.md"), "a%23b%3Fc%2541.md");
    assert_eq!(target("ä b.md"), "ä b.md");
    assert_eq!(Target::file("a.md").at("x y").as_str(), "a.md#x y");
    assert_eq!(Target::here("é").as_str(), "#é");
    assert_eq!(Target::file("ä b.md").url(), "ä%20b.md");
    let link = Inline::text("a").link(&Target::file("a b.md"));
    assert_eq!(link.markdown(), "[a](<a b.md>)");
    let link = Inline::text("a").link(&Target::file("a(b.md"));
    assert_eq!(link.markdown(), "[a](<a(b.md>)");
}

#[test]
fn what_stands_in_brackets_is_no_link_to_a_definition_of_the_page() {
    assert_eq!(Inline::text("Use [x] & y_z").markdown(), "Use \\[x\\] &amp; y_z");
    assert_eq!(Inline::text("Use x & y_z").markdown(), "Use x & y_z");
}

#[test]
fn authors_markdown_stays_as_it_is() {
    let author = "- **Owner:** [who?]\n- x\n\n```\n# {{code}}\n```\n";
    let inside = Blocks::of_paragraph(Inline::text("Open").strong()).author(author);
    let quote = Blocks::default().author("A *b*").quote(inside);
    assert_eq!(
        quote.markdown(),
        "A *b*\n\n>\n> **Open**\n>\n> - **Owner:** [who?]\n> - x\n>\n> ```\n> # {{code}}\n> ```"
    );
}

#[test]
fn a_line_is_read_whatever_it_begins_with() {
    for line in ["- a **b**", "**b** c", "1. [x](y#z) `c`", "# a ![i](j) ~~k~~ <br> l", "a"] {
        let markdown = Inline::parsed(line).markdown();
        assert_eq!(Inline::parsed(&markdown).markdown(), markdown, "{line}");
    }
    assert_eq!(Inline::parsed("a <b>c</b> <br/> d").markdown(), "a \\<b>c\\</b> <br/> d");
    assert_eq!(Inline::parsed("2. [a](b)").plain(), "2. a");
    assert!(Inline::parsed("").is_blank());
}

#[test]
fn marks_stay_also_beside_words_that_are_escaped() {
    for &hostile in HOSTILE {
        let marked = Inline::parsed("**Fix** [a](b)").and(" ").and("").and(hostile.trim());
        let columns = [(Inline::text("A"), Alignment::None)];
        let table = Blocks::default().table(columns, [vec![marked.clone()]]);
        for markdown in [table.markdown(), Blocks::of_paragraph(marked).markdown()] {
            assert!(markdown.contains("**Fix** [a](b) "), "{markdown}");
        }
    }
}
