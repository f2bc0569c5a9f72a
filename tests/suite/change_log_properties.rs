//! No text makes the readers of change logs panic, and every span they give lies on characters.

use proptest::prelude::*;
use readers::changelog;
use readers::changelog::version::Version;
use readers::changelog::{Log, rows};
use show::changelog::render;
use text::markdown::Document;
use text::source::{Source, Span};

/// Pieces that logs are made of, and pieces that upset readers.
const PIECES: &[&str] = &[
    "## Changelog\n\n",
    "# 4.2 Revision History\n",
    "**Change History**:\n\n",
    "### [1.2.0] - 2024-01-02\n",
    "## Unreleased\n",
    "- ",
    "* [x] ",
    "\\- ",
    "2024-01-02",
    "03/04/2024",
    "016-08-2018",
    "YYYY-MM-DD",
    "{date}",
    "Jan, 27",
    "7/2019",
    ": ",
    " - ",
    "(@ann)",
    "by Ann Lee",
    "[Ann] ",
    "v1.0",
    "1.22 w/",
    "TBD",
    "\n",
    "\n\n",
    "\r\n",
    "  ",
    "| Version | Date | Author | Changes |\n|---|---|---|---|\n",
    "| 1.0 | 2024-01-02 | Ann | x |\n",
    "| | | | more |\n",
    "| [TODO] | [DATE] | [NAME] | |\n",
    "`a|b`",
    "<br>",
    "<!-- x",
    "-->",
    "```\n",
    "[l](u)",
    "é",
    "日本",
    "\u{200b}",
    "---\nhistory:\n  - date: 2024-01-02\n    version: 1\n---\n",
    "&#123;",
    "\\|",
    "**",
    "_",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        9 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn spans(log: &Log) -> Vec<Span> {
    let mut spans = vec![log.place.span, log.body];
    spans.extend(log.heading.iter().map(|heading| heading.span));
    spans.extend(&log.untouched);
    for entry in &log.entries {
        spans.push(entry.span);
        spans.extend(entry.date.iter().map(|date| date.span));
        let texts = [&entry.version, &entry.author, &entry.changes];
        spans.extend(texts.into_iter().flatten().map(|text| text.span));
        spans.extend(entry.blanks.iter().map(|blank| blank.span));
    }
    spans
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_span_is_one_of_it(text in text()) {
        let source = Source::new("a.md", text);
        let document = Document::parse(&source);
        for log in changelog::read(&document, None) {
            for span in spans(&log) {
                prop_assert!(source.text().get(span.range()).is_some(), "{span:?} in {log:#?}");
            }
            let dated = log.entries.iter().filter_map(|entry| entry.date.as_ref());
            for date in dated {
                prop_assert!(!date.text.trim().is_empty());
            }
        }
        changelog::stated::read(&document, &[]);
    }

    #[test]
    fn a_row_stays_one_row(text in text()) {
        let document = Document::parse(&Source::new("a.md", text));
        for log in changelog::read(&document, None) {
            let rows = rows::of_log(&log, 0);
            let entries = rows.len();
            let table = render::table_of(&rows).markdown();
            prop_assert_eq!(table.lines().count(), entries + 2, "{}", table);
            let cells = |line: &str| line.replace("\\|", "").matches('|').count();
            for line in table.lines() {
                prop_assert_eq!(cells(line), 5, "{}", table);
            }
        }
    }

    #[test]
    fn steps_between_versions_agree_with_their_order(a in "v?[0-9]{1,3}(\\.[0-9x]{1,3}){0,3}(-rc[0-9])?", b in any::<String>()) {
        let Some(a) = Version::read(&a) else { return Ok(()) };
        prop_assert!(a.same(&a));
        if let Some(b) = Version::read(&b) {
            prop_assert_eq!(a.order(&b), b.order(&a).reverse());
        }
    }
}
