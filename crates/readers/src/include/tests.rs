use super::*;

#[test]
fn parts_of_a_file() {
    let source =
        Source::new("a.md", "one\ntwo <!-- ANCHOR: x -->\nthree\n<!-- ANCHOR_END: x -->\n");
    let part = |part| selected(&source, part).map(|span| source.slice(span).to_owned());
    assert_eq!(part(Some("2")).unwrap(), "two <!-- ANCHOR: x -->");
    assert_eq!(part(Some("3:")).unwrap(), "three\n<!-- ANCHOR_END: x -->\n");
    assert_eq!(part(Some(":1")).unwrap(), "one");
    assert_eq!(part(Some("x")).unwrap(), "three\n");
    assert_eq!(part(Some("y")), None);
}

#[test]
fn paths_stand_in_mdbooks_own_directives() {
    let text =
        "{{#include a.md:x}} \\{{#include b.md}} {{ #playground c.rs editable}} {{#title d}}";
    let found: Vec<&str> = paths(text).map(|span| &text[span.range()]).collect();
    assert_eq!(found, ["a.md", "c.rs"]);
}

#[test]
fn files_that_include_several_each_come_to_an_end() {
    let directory = tempfile::tempdir().unwrap();
    let file = |level| directory.path().join(format!("{level}.md"));
    for level in 0..9 {
        let next = format!("{{{{#include {}.md}}}}\n\n", level + 1).repeat(9);
        std::fs::write(file(level), next).unwrap();
    }
    std::fs::write(file(9), "## A\n").unwrap();
    let text = std::fs::read_to_string(file(0)).unwrap();
    let chapter = Arc::new(Document::parse(&Source::new("0.md", text)));
    let mut includes = Includes::new(directory.path(), &Overlay::default(), "0.md");
    let tree = crate::document::bind::node::Tree::new(chapter, &mut includes);
    let told: Vec<_> = tree.broken.iter().map(|broken| broken.reason).collect();
    assert_eq!(told, [Reason::TooMany]);
    assert_eq!(tree.documents.len(), 1_001);
}

#[test]
fn includes_are_found_where_mdbook_finds_them() {
    let found: Vec<_> =
        find("{{#include a.md}} {{ #include b.md:x }} \\{{#include c.md}} {{#title T}}")
            .map(|(_, target)| target)
            .collect();
    assert_eq!(found, ["a.md", "b.md:x"]);
    let many = "{{#include ".repeat(9) + "}}{{#include a.md}}";
    assert_eq!(find(&many).count(), 2, "what stands inside of one is no other");
}
