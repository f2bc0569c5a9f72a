//! The report as a person sees it, without colours.

#![allow(clippy::needless_raw_string_hashes)] // as snapbox writes them

use proptest::prelude::*;
use snapbox::{assert_data_eq, str};

use super::*;
use text::source::{Source, Span};

fn place(source: &std::sync::Arc<Source>, needle: &str) -> Place {
    let start = source.text().find(needle).expect("the test's own needle");
    Place::new(source, Span::new(start, start + needle.len()))
}

fn render(width: usize, finding: &Finding) -> String {
    Human::new(width).plain().finding(finding).to_string()
}

#[test]
fn a_finding_in_full() {
    let source =
        Source::new("src/a.md", "# Atlas\n\n<<#archdoc template=\"formal\">>\n\n## Risks\n");
    let finding = Finding::new(
        &judge::rules::missing_section::RULE,
        place(&source, "## Risks"),
        "section `Goals` is missing",
    )
    .label("goes before this")
    .related(place(&source, "template=\"formal\""), "asked for here")
    .note("the template `formal` requires it")
    .help("write `## Goals`");
    assert_data_eq!(
        render(80, &finding),
        str![[r#"
warning[missing-section]: section `Goals` is missing
 --> src/a.md:5:1
  |
3 | <<#archdoc template="formal">>
  |            ----------------- asked for here
4 |
5 | ## Risks
  | ^^^^^^^^ goes before this
  |
  = note: the template `formal` requires it
  = help: write `## Goals`
"#]]
    );
}

#[test]
fn on_a_narrow_terminal_words_stay_whole_and_carets_long() {
    let source = Source::new("adr/2.md", "## Status\n\n{Deprecated|Proposed|Accepted}\n");
    let finding = Finding::new(
        &judge::rules::adr_missing_status::RULE,
        place(&source, "{Deprecated|Proposed|Accepted}"),
        "the status of ADR 2 is still a choice",
    )
    .label("several statuses, none marked")
    .help("leave the one that holds");
    assert_data_eq!(
        render(60, &finding),
        str![[r#"
warning[adr-missing-status]: the status of ADR 2 is still a
                             choice
 --> adr/2.md:3:1
  |
3 | {Deprecated|Proposed|Accepted}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = note: several statuses, none marked
  = help: leave the one that holds
"#]]
    );
}

#[test]
fn tabs_wide_characters_emoji_and_crlf_keep_the_caret_in_place() {
    let source = Source::new("src/a.md", "x\r\n\t| 設計 | 🏗️ é | wrong | y\r\nz\r\n");
    let finding =
        Finding::new(&judge::rules::adr_invalid_date::RULE, place(&source, "wrong"), "no date")
            .label("here");
    assert_data_eq!(
        render(80, &finding),
        str![[r#"
warning[adr-invalid-date]: no date
 --> src/a.md:2:16
  |
2 |     | 設計 | 🏗️ é | wrong | y
  |                    ^^^^^ here
"#]]
    );
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let text = format!("{} needle {}\n", "left ".repeat(80), "right ".repeat(80));
    let source = Source::new("src/a.md", text);
    let finding =
        Finding::new(&judge::rules::placeholder_text::RULE, place(&source, "needle"), "left open")
            .label("here");
    let shown = render(60, &finding);
    assert!(shown.lines().all(|line| line.chars().count() <= 60), "{shown}");
    assert_data_eq!(
        shown,
        str![[r#"
warning[placeholder-text]: left open
 --> src/a.md:1:402
  |
1 | ...ft left left left  needle right right right right ...
  |                       ^^^^^^ here
"#]]
    );
}

#[test]
fn a_whole_paragraph_is_underlined_in_its_first_line_only() {
    let source = Source::new("src/a.md", format!("{}\nsecond\n", "word ".repeat(200)));
    let all = Place::new(&source, Span::new(0, source.text().len()));
    let shown = render(
        60,
        &Finding::new(&judge::rules::placeholder_text::RULE, all, "left open").label("here"),
    );
    assert!(shown.lines().all(|line| line.chars().count() <= 60), "{shown}");
    assert_data_eq!(
        shown,
        str![[r#"
warning[placeholder-text]: left open
 --> src/a.md:1:1
  |
1 | word word word word word word word word word word wor...
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ here
"#]]
    );
}

#[test]
fn places_at_the_very_end_and_in_empty_files_are_shown() {
    for text in ["", "\n", "abc", "abc\n", "é", "\u{1b}[31m\r\n"] {
        let source = Source::new("src/a.md", text);
        for at in 0..=text.len() + 1 {
            let finding =
                Finding::new(&judge::rules::mojibake::RULE, Place::new(&source, Span::at(at)), "x")
                    .label("y");
            let shown = render(80, &finding);
            assert!(shown.contains("--> src/a.md:"), "{text:?} {at} {shown}");
            assert!(!shown.contains('\u{1b}'));
        }
    }
}

#[test]
fn another_file_is_shown_below() {
    let one = Source::new("src/adr/0001-a.md", "# One\n\nSuperseded by 2\n");
    let two = Source::new("src/adr/0002-b.md", "# Two\n");
    let finding = Finding::new(
        &judge::rules::adr_one_way_supersession::RULE,
        place(&one, "Superseded by 2"),
        "record 2 does not know of it",
    )
    .related(place(&two, "# Two"), "says nothing of record 1");
    assert_data_eq!(
        render(80, &finding),
        str![[r#"
warning[adr-one-way-supersession]: record 2 does not know of it
 --> src/adr/0001-a.md:3:1
  |
3 | Superseded by 2
  | ^^^^^^^^^^^^^^^
  |
 ::: src/adr/0002-b.md:1:1
  |
1 | # Two
  | ----- says nothing of record 1
"#]]
    );
}

#[test]
fn an_error_may_have_a_place_and_a_help() {
    let source = Source::new("book.toml", "[preprocessor.archdoc]\nmissing = 5\n");
    let human = Human::new(80).plain();
    let shown = human
        .error("expected a word", Some(&place(&source, "5")), Some("write `note`"))
        .to_string();
    assert_data_eq!(
        shown,
        str![[r#"
error: expected a word
 --> book.toml:2:11
  |
2 | missing = 5
  |           ^
  |
  = help: write `note`
"#]]
    );
    assert_data_eq!(
        human.error("no book here", None, Some("look up")).to_string(),
        str![[r#"
error: no book here
help: look up
"#]]
    );
}

#[test]
fn several_of_a_kind_are_one_list() {
    let source = Source::new("src/a.md", "<<#archdoc template=\"formal\">>\n");
    let missing = |(order, name): (usize, &&str)| {
        let place = place(&source, "template=\"formal\"");
        Finding::new(
            &judge::rules::missing_section::RULE,
            place,
            format!("section `{name}` is missing"),
        )
        .label("asked for here")
        .note(
            "the template `formal` requires them; without them nobody knows what is built, or why",
        )
        .entry("sections are missing", *name, order)
    };
    let findings: Vec<Finding> =
        ["Goals", "設計", "Risks"].iter().enumerate().map(missing).collect();
    assert_data_eq!(
        Human::new(60).plain().findings(&findings).to_string(),
        str![[r#"
warning[missing-section]: 3 sections are missing
 --> src/a.md:1:12
  |
1 | <<#archdoc template="formal">>
  |            ^^^^^^^^^^^^^^^^^ asked for here
  |
  = note: Goals
          設計
          Risks
  = note: the template `formal` requires them; without
          them nobody knows what is built, or why


"#]]
    );
}

#[test]
fn a_line_of_megabytes_is_named_and_not_shown() {
    let source = Source::new("src/a.md", "word ".repeat(1_000_000));
    let place = Place::new(&source, Span::new(4_000_000, 4_000_004));
    assert_data_eq!(
        render(80, &Finding::new(&judge::rules::mojibake::RULE, place, "long").note("very")),
        str![[r#"
warning[mojibake]: long
--> src/a.md:1:4000001
 = note: very
"#]]
    );
}

/// Text with what is hard for a terminal: wide, joined and zero-width characters, tabs, all line ends.
fn any_text() -> impl Strategy<Value = String> {
    "([a-z ]|\\PC|\t|\r|\n|\r\n|設|🏗️|👩‍👩‍👧|e\u{301}|\u{200b}|\u{202e}|\u{1b}|\u{0}){0,60}"
}

proptest! {
    #[test]
    fn no_text_makes_a_panic_or_steers_the_terminal(
        text in any_text(),
        words in any_text(),
        a in 0_usize..300,
        b in 0_usize..300,
        width in 0_usize..200,
    ) {
        let source = Source::new("src/a.md", text);
        let (a, b) = (a.min(b), a.max(b));
        let finding = Finding::new(&judge::rules::mojibake::RULE, Place::new(&source, Span::new(a, b)), words.clone())
            .label(words.clone())
            .related(Place::new(&source, Span::at(b)), words.clone())
            .note(words.clone())
            .help(words);
        let shown = render(width, &finding);
        prop_assert!(!shown.contains(['\u{1b}', '\u{0}', '\u{202e}']), "{shown:?}");
    }
}

#[test]
fn neither_a_path_nor_a_line_steers_the_terminal() {
    let source = Source::new("src/\u{1b}]0;x\u{7}\u{9b}.md", "a\u{9b}31m wrong ##vso[x]\n");
    let finding =
        Finding::new(&judge::rules::mojibake::RULE, place(&source, "wrong"), "a\n::error::b")
            .note("c\n::error::d")
            .help("e\n\n  ::warning::f ##[group]");
    assert_data_eq!(
        render(80, &finding),
        str![[r#"
warning[mojibake]: a ::error::b
 --> src/�]0;x��.md:1:7
  |
1 | a¿31m wrong ##vso(x]
  |       ^^^^^
  |
  = note: c
          : :error::d
  = help: e
          
            : :warning::f ##(group]
"#]]
    );
}

#[test]
fn a_build_shows_the_worst_and_counts_the_rest() {
    let findings: Vec<Finding> = (0..45)
        .map(|number| {
            let source = Source::new(format!("src/{}.md", number % 5), "text\n");
            let rule = &judge::rules::mojibake::RULE;
            let mut finding =
                Finding::new(rule, place(&source, "text"), format!("broken {number}"));
            finding.level = if number == 44 { Level::Deny } else { Level::Warn };
            finding
        })
        .collect();
    let human = Human::new(80).plain();
    let (shown, left_out) = human.worst(&findings);
    let shown = shown.to_string();
    assert_eq!(left_out, 5);
    assert!(shown.starts_with("error[mojibake]: broken 44\n"), "{shown}");
    assert_data_eq!(
        shown.split_once("5 more").expect("counts").1.to_owned(),
        str![[r#"
 findings; `mdbook-archdoc check` shows all:
  5 mojibake: src/0.md (1), src/1.md (1), src/2.md (1) and 2 more files


"#]]
    );
    let (all, left_out) = human.worst(&findings[..40]);
    assert_eq!((all.to_string(), left_out), (human.findings(&findings[..40]).to_string(), 0));
}

#[test]
fn many_places_in_other_files_are_a_list() {
    let record = |number: usize| Source::new(format!("src/adr/{number}.md"), "# One\n");
    let first = record(1);
    let finding = Finding::new(
        &judge::rules::adr_not_in_summary::RULE,
        place(&first, "# One"),
        "1 and 5 more are not listed",
    );
    let all = (2..7).fold(finding, |finding, number| {
        finding.related(place(&record(number), "# One"), "not listed, too")
    });
    assert_data_eq!(
        render(80, &all),
        str![[r#"
warning[adr-not-in-summary]: 1 and 5 more are not listed
 --> src/adr/1.md:1:1
  |
1 | # One
  | ^^^^^
  |
  = note: not listed, too:
          src/adr/2.md:1
          src/adr/3.md:1
          src/adr/4.md:1
          and 2 more (`check -v` lists them)
"#]]
    );
}

#[test]
fn rows_of_a_wide_table_are_shown_or_named() {
    let row = |number: usize| format!("| [ADR-{number:02}](a.md) | {} |\n", "Wide ".repeat(200));
    let source = Source::new("adr/README.md", (0..20).map(row).collect::<String>());
    let [near, far] = [1, 19].map(|number| place(&source, &format!("ADR-{number:02}")));
    let finding = Finding::new(
        &judge::rules::adr_index_drift::RULE,
        place(&source, "ADR-00"),
        "the index contradicts the records in 3 rows",
    );
    let shown = render(60, &finding.label("one").related(near, "two").related(far, "three"));
    let lines = ["^^^^^^ one", "------ two", "------ three", ":::"];
    assert!(lines.iter().all(|line| shown.contains(line)), "{shown}");
}
