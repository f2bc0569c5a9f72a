//! Large and hostile inputs give what small ones give: each of these once took minutes or gigabytes.
//! How cost grows is measured by `cargo bench --bench growth`.

use std::fmt::Write as _;

use judge::level_settings::LevelSettings;
use judge::pipeline::{self, Outcome};
use readers::analysis::Analysis;
use readers::book::{Book, Chapter};
use readers::document::written::State;
use readers::settings::Settings;
use show::expand::expand;

const BOUND: &str = "<<#archdoc template=\"formal\">>\n\n# Atlas\n\n";
const LOG: &str = "# Atlas\n\n<<#archdoc change-log>>\n\n## Change Log\n\n";

fn book(chapters: impl IntoIterator<Item = (String, String)>) -> Book<'static> {
    let chapter = |(path, text): (String, String)| Chapter::new(&path, "src", &path, text);
    let chapters = chapters.into_iter().map(chapter).collect();
    Book::new("/nowhere".into(), "src".to_owned(), chapters)
}

fn one(text: String) -> Book<'static> {
    book([("a.md".to_owned(), text)])
}

fn judged(book: &Book<'_>) -> Outcome {
    let settings = Settings::default();
    pipeline::judge(&Analysis::new(book, &settings), &LevelSettings::default(), None)
}

/// How many findings of a rule a book has.
fn found(book: &Book<'_>, rule: &str) -> usize {
    judged(book).findings.iter().filter(|finding| finding.rule.name == rule).count()
}

fn record(number: usize, status: &str, context: &str) -> String {
    format!(
        "# {number}. Record {number}\n\nDate: 2024-03-05\n\n## Status\n\n{status}\n\n\
         ## Context\n\n{context}\n\n## Decision\n\nDone.\n\n## Consequences\n\nNone known.\n"
    )
}

#[test]
fn headings_nested_deep_take_their_state_from_the_deepest() {
    let mut text = BOUND.to_owned();
    let mut number = "1.".to_owned();
    for depth in 1..=100 {
        let _infallible = writeln!(text, "## {number} Component {depth}: Name\n");
        number.push_str("1.");
    }
    text.push_str("We wrote about the name and about what it does for us.\n");
    let (book, settings) = (one(text), Settings::default());
    let analysis = Analysis::new(&book, &settings);
    let rows = analysis.coverage()[0].sections.iter();
    let components: Vec<_> = rows.filter(|row| row.heading.contains(": Name")).collect();
    // What stands inside an instance is part of it.
    assert!(!components.is_empty());
    assert!(components.iter().all(|row| row.state == State::Written), "{components:#?}");
}

#[test]
fn thousands_of_links_in_a_paragraph() {
    let links = "[a](b.md)\n".repeat(10_000);
    let text = format!("{BOUND}## Purpose\n\n{links}\n## Scope\n\n{links}TODO\n");
    assert_eq!(found(&one(text), "placeholder-text"), 1);
}

#[test]
fn braces_that_are_never_closed() {
    let braces = "{{".repeat(60_000);
    assert_eq!(found(&one(format!("{LOG}- 2099-01-01: {braces}\n")), "changelog-future-date"), 1);
    assert_eq!(
        found(&one(format!("{BOUND}{braces} {{{{#include b.md}}}}\n")), "broken-include"),
        1
    );
    assert_eq!(found(&one("{{#archdoc ".repeat(20_000)), "malformed-directive"), 1);
}

#[test]
fn directives_that_are_none() {
    let directives = "<<#archdoc adr-index>>\n".repeat(5_000);
    let html = format!("<div>\n{directives}</div>\n\n<!--\n{directives}-->\n");
    assert_eq!(found(&one(html), "misplaced-directive"), 5_000);
    let code = "Write `<<#archdoc adr-index>>` here\n".repeat(20_000);
    assert_eq!(found(&one(code), "misplaced-directive"), 0);
    let line = "Text <<#archdoc adr-index>> ".repeat(3_000);
    assert_eq!(found(&one(line), "misplaced-directive"), 3_000);
}

#[test]
fn dead_links_of_many_records() {
    let context = |at| format!("See [it](0{at}-gone-{at}.md).");
    let file = |at| format!("adr/{at:04}-record-{at}.md");
    let records = (1..=1_000).map(|at| (file(at), record(at, "Accepted", &context(at))));
    assert_eq!(found(&book(records), "adr-broken-link"), 1_000);
}

#[test]
fn many_records_of_one_number() {
    let file = |at| format!("adr/0001-record-{at}.md");
    let records = (1..=1_000).map(|at| (file(at), record(1, "Accepted", "Why.")));
    assert_eq!(found(&book(records), "adr-duplicate-id"), 999);
}

#[test]
fn a_record_that_supersedes_thousands() {
    let list = (2..6_000).map(|at| format!("ADR-{at}, adr-{at}")).collect::<Vec<_>>().join(", ");
    let text = record(1, &format!("Accepted\n\nSupersedes {list}"), "Why.");
    let (book, settings) = (book([("adr/0001-a.md".to_owned(), text)]), Settings::default());
    let analysis = Analysis::new(&book, &settings);
    assert_eq!(analysis.records.entries[0].record.relations.len(), 5_998);
}

#[test]
fn suppressions_in_many_chapters() {
    let text = format!(
        "{BOUND}<!-- archdoc: allow missing-section reason=\"elsewhere\" -->\n\nTODO: write\n"
    );
    let chapters = (0..300).map(|at| (format!("c{at}.md"), text.clone()));
    assert_eq!(found(&book(chapters), "unused-suppression"), 0);
}

#[test]
fn tables_of_coverage_are_cut_and_say_so() {
    let text = format!("{BOUND}Text.\n\n<<#archdoc coverage>>\n");
    let shown = |count| {
        let book = book((0..count).map(|at| (format!("c{at}.md"), text.clone())));
        let settings = Settings::default();
        let analysis = Analysis::new(&book, &settings);
        let edits = expand(&analysis);
        let all = edits
            .iter()
            .map(|edits| edits.edits.apply(book.chapters[edits.chapter].source().text()));
        all.collect::<String>()
    };
    let (few, many) = (shown(100), shown(400));
    assert!(!few.contains("documents more"));
    assert_eq!(few.matches("|formal|").count(), 100 * 100);
    assert_eq!(many.matches("|formal|").count(), 400 * 50);
    assert_eq!(many.matches("And 350 documents more: the tables of this book").count(), 400);
}

#[test]
fn a_long_end_of_a_log_that_is_out_of_order_is_one_finding_with_its_neighbours() {
    let date = |at: usize| if at < 2_000 { 1_000 + at } else { at - 2_000 };
    let day = |at: usize| format!("{}-{:02}-{:02}", 1950 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
    let entries = (0..3_000).map(|at| format!("- {}: change {at}\n", day(date(at))));
    let outcome = judged(&one(LOG.to_owned() + &entries.collect::<String>()));
    let strays = outcome.findings.iter().filter(|finding| finding.rule.name == "changelog-order");
    let strays: Vec<_> = strays.collect();
    assert_eq!(strays.len(), 1);
    assert!(strays[0].message.contains("and the 999 entries after it"), "{}", strays[0].message);
    assert!(strays.iter().all(|stray| !stray.related.is_empty()));
}

#[test]
fn sections_that_are_records() {
    let section = |at| format!("### ADR-{at:04}: Use {at}\n\nStatus: Accepted\n\n[It](x.md).\n\n");
    let text = format!("# All\n\n## Decisions\n\n{}", (1..=3_000).map(section).collect::<String>());
    let (book, settings) = (one(text), Settings::default());
    let records = Analysis::new(&book, &settings).records;
    assert_eq!(records.entries.len(), 3_000);
    assert!(records.entries.iter().all(|entry| entry.links.len() == 1));
}
