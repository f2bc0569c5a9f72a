//! What holds for the reader of decision records on any text at all.

use proptest::prelude::*;
use readers::adr::{OwnWords, Reading, Record, read};
use text::markdown::Document;
use text::source::{Source, Span};
use words::date;

/// Pieces of which records are made, and pieces that get in their way.
const PIECES: [&str; 44] = [
    "# ",
    "## ",
    "### ",
    "---\n",
    "status: ",
    "date: ",
    "title: |\n  ",
    "deciders: [",
    "]",
    "{",
    "}",
    "Status",
    "\n\n",
    "\n",
    "* ",
    "- [x] ",
    "> ",
    "|",
    "\n|---|---|\n",
    "**",
    "~~",
    ": ",
    "Accepted",
    "superseded by ",
    "Supersedes ",
    "proposed | rejected",
    "[ADR 5](0005-x.md)",
    "ADR-0007",
    "#12. ",
    "2024-03-05",
    "04/09/2023",
    "2023-15-12",
    "YYYY-MM-DD",
    "5 mars 2024",
    "2024年3月5日",
    "状态",
    "被 ADR 3 取代",
    "Größe",
    "\u{feff}",
    "\r\n",
    "<!--",
    "-->",
    "`",
    "\\",
];

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,4}",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn any_path() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "0001-use-x.md",
        "adr/adr-012.md",
        "2024-05-06-use-x/README.md",
        "x.md",
        "é.md",
        "TEAM-ADR-7.md",
    ])
    .prop_map(str::to_owned)
}

fn record(text: &str, path: &str) -> Option<Box<Record>> {
    let document = Document::parse(&Source::new(path, text));
    match read(&document, path, &OwnWords::new()) {
        Reading::Record(record) => Some(record),
        Reading::Log(_) | Reading::Aside(_) | Reading::NotUnderstood => None,
    }
}

/// Whether all letters of `words` stand in the source, in their order: markup may lie between them.
fn states(source: &str, words: &str) -> bool {
    let mut source = source.chars();
    folded(words).chars().all(|wanted| source.any(|c| c == wanted))
}

/// Letters and digits in lower case.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 400 } else { 4000 }))]

    #[test]
    fn spans_fit_the_text(text in any_text(), path in any_path()) {
        if let Some(record) = record(&text, &path) {
            let fits = |span: Span| text.get(span.range()).is_some();
            prop_assert!(record.ids.iter().all(|id| fits(id.span)));
            prop_assert!(record.states.iter().all(|state| fits(state.span)));
            prop_assert!(record.dates.iter().all(|date| fits(date.span)));
            prop_assert!(record.people.iter().all(|(_, name)| fits(name.span)));
            prop_assert!(record.tags.iter().all(|tag| fits(tag.span)));
            prop_assert!(record.relations.iter().all(|relation| fits(relation.span)));
            prop_assert!(record.date.iter().all(|date| fits(date.span)));
            prop_assert!(record.sections.iter().all(|s| fits(s.heading) && fits(s.body)));
            prop_assert!(fits(record.heading) && fits(record.span));
        }
    }

    #[test]
    fn nothing_is_invented(text in any_text(), path in any_path()) {
        if let Some(record) = record(&text, &path) {
            let source = folded(&path) + &folded(&text);
            if let Some(title) = &record.title {
                prop_assert!(states(&source, &title.value), "title {:?}", title.value);
            }
            for (_, name) in &record.people {
                prop_assert!(states(&source, &name.value), "name {:?}", name.value);
            }
            if let Some(date) = &record.date {
                let year = date.value.year.to_string();
                prop_assert!(source.contains(&year), "date {}", date.value);
            }
            if let Some(raw) = record.status.as_ref().and(record.status_raw.as_ref()) {
                for line in raw.split(" / ") {
                    prop_assert!(states(&source, line), "status {raw:?}");
                }
            }
        }
    }

    #[test]
    fn dates_stand_where_they_are_found(text in any_text()) {
        let mut last = 0;
        for found in date::find(&text) {
            prop_assert!(found.span.start >= last && found.span.end > found.span.start);
            prop_assert!(text.get(found.span.clone()).is_some());
            last = found.span.end;
        }
    }

    #[test]
    fn an_iso_date_is_that_date(year in 1900_i16..2200, month in 1_u8..=12, day in 1_u8..=28) {
        let wanted = date::Date::from_day(year, month, day).unwrap();
        let found = date::first(&format!("on {wanted}, at last")).unwrap();
        prop_assert_eq!(found.reading.exact(), Some(wanted));
    }
}

/// Deep, long and unfinished texts end. How long they take is for `cargo bench --bench growth`.
#[test]
fn hostile_texts_are_no_trap() {
    for text in [
        "> ".repeat(5_000) + "Status: accepted",
        "- ".repeat(5_000),
        format!("# X\n\n## Status\n\n{}", "superseded by [".repeat(5_000)),
        format!("# X\n\n## Status\n\n{}", "proposed | ".repeat(5_000)),
        format!("---\nstatus: {}\n---\n# X\n", "[".repeat(5_000)),
        format!("# X\n\nDate: {}\n", "2024-".repeat(20_000)),
        format!("# X\n\n## Changelog\n\n{}", "* 2024-03-05 a\n".repeat(5_000)),
        format!("# {}", "ADR-".repeat(20_000)),
        format!("# X\n\n## Status\n\nSuperseded by {}", "ADR 1 and ".repeat(5_000)),
    ] {
        record(&text, "0001-x.md");
    }
}
