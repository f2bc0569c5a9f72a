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

/// Records in directories of their own, of a repository, each with a link to one that lost its directory's number.
pub(crate) fn same_name_dead_links(size: usize) -> Input {
    let file = |at| format!("adr/OPS-{at:05}-topic-{at}/design.md");
    let context = |at| format!("See [it](../topic-{at}/design.md).");
    Input::default()
        .unlisted("../.git/HEAD", "ref: refs/heads/main\n")
        .chapters(size, |at| (file(at), record(at, "Accepted", &context(at))))
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

/// A directory with an index that tells another status of every second record.
pub(crate) fn many(size: usize) -> Input {
    let status = |at: usize| if at.is_multiple_of(2) { "Accepted" } else { "Rejected" };
    indexed(size, |at| record(at, status(at), "Why."))
}

/// The same where each record names one that is not there as its successor, and links to the next.
pub(crate) fn linked(size: usize) -> Input {
    let status = |at| format!("Superseded by [ADR {0}](0{0}-gone-{0}.md)", at + 10_000);
    let context = |at| format!("See [ADR {0}]({0:04}-record-{0}.md).", at + 1);
    indexed(size, |at| record(at, &status(at), &context(at)))
}

/// Records that supersede and amend others near and far, and a graph of them.
pub(crate) fn graph(size: usize) -> Input {
    let status = |at: usize| match at {
        0..8 => "Accepted".to_owned(),
        _ => format!(
            "Accepted\n\nSupersedes ADR-{}\n\nAmends ADR-{}",
            at - 3,
            at * 7 % at.min(97) + 1
        ),
    };
    Input::default()
        .with("adr/README.md", "# Decisions\n\n<<#archdoc adr-graph>>\n")
        .chapters(size, |at| (file(at), record(at, &status(at), "Why.")))
}

/// Every third row of the index leads to a file that is not there.
fn indexed(size: usize, text: impl Fn(usize) -> String) -> Input {
    let row = |at: usize| {
        let name = if at.is_multiple_of(3) { "gone" } else { "record" };
        format!("| [{at}]({at:04}-{name}-{at}.md) | Record {at} | Accepted |\n")
    };
    let rows = (1..=size).map(row).collect::<String>();
    let index = format!("# Decisions\n\n| No. | Title | Status |\n|---|---|---|\n{rows}");
    Input::default().with("adr/README.md", index).chapters(size, |at| (file(at), text(at)))
}

/// A chapter whose sections are records with these words below their headings.
fn log(size: usize, words: impl Fn(usize) -> String) -> String {
    let section = |at| format!("## ADR-{at:04}: Use {at}\n\n{}\n\n", words(at));
    format!("# Decisions\n\n{}", (1..=size).map(section).collect::<String>())
}

/// A log of accepted records, all of which were reworded.
pub(crate) fn log_since(size: usize) -> Input {
    let log = |verb: &str| log(size, |_| format!("Status: Accepted\n\nRiders {verb} parcels."));
    Input::chapter(log("carry")).earlier(Input::chapter(log("sell")))
}

pub(crate) fn log_required_fields(size: usize) -> Input {
    let fields =
        "[[preprocessor.archdoc.adr.conventions]]\nrequired-fields = [\"date\", \"area\"]\n";
    Input::chapter(log(size, |_| "Status: Accepted\n\nRiders carry parcels.".to_owned()))
        .configured(fields)
}

pub(crate) fn log_trace(size: usize) -> Input {
    let words = |at| format!("Status: Accepted\n\nAs ADR-{} has it.", at % size + 1);
    Input::chapter(log(size, words)).configured("[preprocessor.archdoc]\ntrace = true\n")
}

/// Every second record says that the next one supersedes it, which says nothing.
pub(crate) fn log_one_way(size: usize) -> Input {
    let words = |at: usize| match at % 2 {
        1 => format!("Status: Superseded by ADR-{:04}\n\nRiders carry parcels.", at + 1),
        _ => "Status: Accepted\n\nRiders carry bags.".to_owned(),
    };
    Input::chapter(log(size, words))
}

pub(crate) fn sections(size: usize) -> Input {
    let section =
        |at| format!("### ADR-{at:04}: Use {at}\n\nStatus: Accepted\n\nWe [do](x.md).\n\n");
    let sections = (1..=size).map(section).collect::<String>();
    Input::chapter(format!("# Decisions\n\n## All\n\n{sections}"))
}
