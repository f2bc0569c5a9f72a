//! Inputs of decision records.

use super::input::Input;

fn file(number: usize) -> String {
    format!("adr/{number:04}-record-{number}.md")
}

fn record(number: usize, status: &str, context: &str) -> String {
    format!(
        "# {number}. Record {number}\n\nDate: 2024-03-05\n\n## Status\n\n{status}\n\n\
         ## Context\n\n{context}\n\n## Decision\n\nDone.\n\n## Consequences\n\nNone known.\n"
    )
}

pub(crate) fn broken_links(size: usize) -> Input {
    let context = |at| format!("See [it](0{at}-gone-{at}.md) and [that](../adr/gone-{at}.md).");
    Input::default().chapters(size, |at| (file(at), record(at, "Accepted", &context(at))))
}

pub(crate) fn links_in_a_record(size: usize) -> Input {
    let links = "[a](b.md) on a line\n".repeat(size);
    Input::default().with(file(1), record(1, &format!("Accepted\n\n{links}"), &links))
}

pub(crate) fn equal_headings(size: usize) -> Input {
    let same = "## Same\n\n".repeat(size);
    Input::chapter(format!("# Chapter\n\n{same}### ADR-001: Use X\n\nStatus: Accepted\n"))
}

pub(crate) fn unlisted(size: usize) -> Input {
    (1..=size).fold(
        Input::chapter("# Start\n").with(file(0), record(0, "Accepted", "Why.")),
        |input, at| input.unlisted(file(at), record(at, "Accepted", "Why.")),
    )
}

pub(crate) fn site_links(size: usize) -> Input {
    let status = |at| format!("Accepted\n\nRelated to [it](https://example.org/adr/other-{at}/)");
    Input::default().chapters(size, |at| (file(at), record(at, &status(at), "Why.")))
}

pub(crate) fn same_number(size: usize) -> Input {
    let file = |at| format!("adr/0001-record-{at}.md");
    Input::default().chapters(size, |at| (file(at), record(1, "Accepted", "Why.")))
}

/// Every second record supersedes the one before it, which does not say so.
pub(crate) fn one_way(size: usize) -> Input {
    let status = |at: usize| match at % 2 {
        0 => format!("Accepted\n\nSupersedes [ADR {0}]({0:04}-record-{0}.md)", at - 1),
        _ => "Accepted".to_owned(),
    };
    Input::default().chapters(size * 2, |at| (file(at), record(at, &status(at), "Why.")))
}

pub(crate) fn supersedes_many(size: usize) -> Input {
    let list = (2..size + 2).map(|at| format!("ADR-{at}")).collect::<Vec<_>>().join(", ");
    Input::default().with(file(1), record(1, &format!("Accepted\n\nSupersedes {list}"), "Why."))
}

pub(crate) fn links_in_a_status(size: usize) -> Input {
    let status = format!("Superseded by {}", "[a](b.md) ".repeat(size));
    Input::default().with(file(1), record(1, &status, "Why."))
}

pub(crate) fn sections(size: usize) -> Input {
    let section =
        |at| format!("### ADR-{at:04}: Use {at}\n\nStatus: Accepted\n\nWe [do](x.md).\n\n");
    let sections = (1..=size).map(section).collect::<String>();
    Input::chapter(format!("# Decisions\n\n## All\n\n{sections}"))
}
