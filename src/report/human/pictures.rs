//! The report as a terminal shows it, kept as pictures: `tests/terminal/*.svg`.
//!
//! Look at them in a browser; `ARCHDOC_BLESS=1 cargo test pictures` draws them anew.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::Human;
use anstyle_svg::Term;
use judge::finding::Finding;
use judge::level::Level;
use judge::summary::Summary;
use text::source::{Place, Source, Span};
use unicode_width::UnicodeWidthStr;

fn place(source: &Arc<Source>, needle: &str) -> Place {
    let start = source.text().find(needle).unwrap();
    Place::new(source, Span::new(start, start + needle.len()))
}

/// Wide characters, emoji, tabs, both line ends, a long line, a list, a second file, a denied one.
/// Made by hand, so that these pictures change when the report does, and not when a rule does.
fn findings() -> Vec<Finding> {
    let toml = Source::new("book.toml", "[preprocessor.archdoc]\n\tmising = \"note\" # 設定\n");
    let typo = Finding::new(
        &judge::rules::unknown_config::RULE,
        place(&toml, "mising"),
        "unknown key `mising` has no effect",
    )
    .help("did you mean `missing`?");

    let long = "荷物 📦 is a parcel as the carrier counts it, ".repeat(4);
    let text = format!(
        "# Tracker 📦\r\n\r\n<<#archdoc template=\"arc42\">>\r\n\r\n## Goals\r\n\r\n| 荷物 📦 | e\u{301} | [name] |\r\n\r\n\
         {long} ask [whom] {long}\r\n"
    );
    let chapter = Source::new("src/追跡.md", text);
    let missing = ["Context and Scope", "決定 (Decisions)", "Risks ⚠️"].into_iter().enumerate();
    let missing =
        missing.map(|(order, name)| {
            let message = format!("section `{name}` is missing");
            Finding::new(&judge::rules::missing_section::RULE, place(&chapter, "## Goals"), message)
            .label("they belong after this section")
            .note("the template `arc42` requires them: without a context nobody can tell what the \
                   tracker does itself and what it leaves to carriers and recipients")
            .help("`mdbook-archdoc fill src/追跡.md` writes their headings and guidance")
            .entry("sections are missing", name, order)
        });
    let placeholder = |needle: &str| {
        let message = format!("`{needle}` looks like a placeholder");
        let mut finding =
            Finding::new(&judge::rules::placeholder_text::RULE, place(&chapter, needle), message);
        finding.level = Level::Deny;
        finding.label("left from the template?")
    };
    let placeholders = [placeholder("[name]"), placeholder("[whom]")];

    let record = Source::new("src/adr/0002-two.md", "# 2. Two logs\n\nSuperseded by ADR 3\n");
    let other = Source::new("src/adr/0003-one.md", "# 3. One log\n\n## Status\n\nAccepted\n");
    let one_way = Finding::new(
        &judge::rules::adr_one_way_supersession::RULE,
        place(&record, "Superseded by ADR 3"),
        "ADR 3 does not say that it supersedes ADR 2",
    )
    .label("stated here only")
    .related(place(&record, "# 2. Two logs"), "this record")
    .related(place(&other, "Accepted"), "its status")
    .note("whoever reads the other record is not led here");
    [typo].into_iter().chain(missing).chain(placeholders).chain([one_way]).collect()
}

/// The report in the colours of a terminal of this width.
fn report(width: usize) -> String {
    let summary =
        Summary { documents: 1, sections: 12, written: 9, records: 2, ..Summary::default() };
    let findings = findings();
    let human = Human::new(width);
    human.findings(&findings).then(&human.closing(&summary.count(&findings))).to_string()
}

fn check(name: &str, drawn: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/terminal").join(name);
    if std::env::var_os("ARCHDOC_BLESS").is_some_and(|value| value == "1") {
        fs::write(&file, drawn).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == drawn, "{name} is drawn otherwise now; ARCHDOC_BLESS=1 keeps the new one");
}

#[test]
fn pictures_of_narrow_and_wide_terminals() {
    check("narrow.svg", &Term::new().render_svg(&report(60)));
    check("wide.svg", &Term::new().render_svg(&report(120)));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for width in [60, 80, 120] {
        let text = anstream::adapter::strip_str(&report(width)).to_string();
        // Paths, titles and what stands in backticks are there to be copied and stay whole.
        let snippet = |line: &&str| {
            line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').starts_with('|')
        };
        for line in text.lines().filter(snippet) {
            assert!(line.width() <= width, "{width}: {line}");
        }
    }
}
