//! What readers see in the tables of records, changes and documents.

use super::pages::{last, record};
use super::{NEW, OLD};

#[test]
fn numbers_are_the_teams_and_titles_keep_their_code() {
    let record = "# 0007. Keep `scan` tables {#scan}\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\ny\n";
    let index = "<<#archdoc adr-index>>\n";
    let page = last("html", &[], &[("adr/0007-scan.md", record), ("adr/README.md", index)]);
    assert!(page.contains("|0007 [Keep `scan` tables](0007-scan.md)|"), "{page}");
    assert!(page.contains("✓</span> accepted</span>"), "{page}");
    for renderer in ["markdown", "epub", "man"] {
        let text = last(renderer, &[], &[("adr/0007-scan.md", record), ("adr/README.md", index)]);
        assert!(text.contains("|`accepted`|") && !text.contains('<'), "{text}");
    }
}

#[test]
fn a_superseded_row_leads_to_its_successor() {
    let index =
        ("adr/README.md", "<<#archdoc adr-index group-by=\"status\" columns=\"title,status\">>\n");
    let chapters = [("adr/0001-a.md", OLD), ("adr/0002-use-a-log.md", NEW), index];
    let text = last("markdown", &[], &chapters);
    assert!(text.contains("|`superseded` by [ADR 0002](0002-use-a-log.md)|"), "{text}");
    assert!(text.contains("|**`accepted` (1)**||"), "{text}");
    assert_eq!(text.matches("|Decision|").count(), 1, "{text}");
}

#[test]
fn a_row_names_what_took_the_place_of_a_part() {
    let old = record(1, "Accepted, partly superseded by [2](0002-a.md)");
    let new = record(2, "Accepted");
    let page = |renderer: &str, directive: &str| {
        let index = format!("<<#archdoc adr-index{directive}>>\n");
        let records = [("adr/0001-a.md", &*old), ("adr/0002-a.md", &*new)];
        last(renderer, &[], &[records[0], records[1], ("adr/README.md", &index)])
    };
    let named = "superseded in part by [ADR 0002](0002-a.md)";
    let html = page("html", "");
    assert!(html.contains(&format!("accepted</span><br/><small>{named}</small>")), "{html}");
    for (directive, row) in [
        ("", format!("|`accepted` {named}|")),
        (" format=\"list\"", format!(" (`accepted`, {named})")),
        (" group-by=\"status\"", format!("[A](0001-a.md) {named}|")),
        (" columns=\"title\"", format!("[A](0001-a.md) {named}|")),
    ] {
        let text = page("markdown", directive);
        assert!(text.contains(&row) && text.matches(named).count() == 1, "{row}: {text}");
    }
}

#[test]
fn a_part_is_said_where_it_has_been_superseded_and_nothing_else_became_of_the_record() {
    let page = |old: &str, new: &str| {
        let old = record(1, &format!("{old}\n\nSuperseded in part by [2](0002-a.md)"));
        let new = record(2, new);
        let index = ("adr/README.md", "<<#archdoc adr-index>>\n");
        last("markdown", &[], &[("adr/0001-a.md", &old), ("adr/0002-a.md", &new), index])
    };
    assert!(page("Accepted", "Accepted").contains("in part by"));
    for (old, new) in [("Accepted", "Proposed"), ("Accepted", "Rejected"), ("Rejected", "Accepted")]
    {
        assert!(!page(old, new).contains("in part by"), "{}", page(old, new));
    }
}

#[test]
fn the_line_of_counts_counts_the_rows_below_it() {
    let statuses = ["Accepted", "Proposed", "Accepted", "Rejected"];
    let records: Vec<_> =
        (1..).zip(statuses).map(|(number, status)| record(number, status)).collect();
    let paths: Vec<_> = (1..=4).map(|number| format!("adr/{number:04}-a.md")).collect();
    let page = |directive: &str| {
        let records = paths.iter().zip(&records).map(|(path, text)| (&**path, &**text));
        let chapters: Vec<_> = records.chain([("adr/README.md", directive)]).collect();
        last("markdown", &[], &chapters)
    };
    let some = page("<<#archdoc adr-index limit=\"2\">>\n");
    assert!(some.starts_with("2 of 4 decision records: 1 `proposed`, 1 `accepted`\n"), "{some}");
    let all = page("<<#archdoc adr-index limit=\"4\">>\n");
    assert!(all.starts_with("4 decision records: 1 `proposed`, 2 `accepted`"), "{all}");
}

#[test]
fn a_page_has_two_columns_where_nobody_asks_for_others() {
    let with = |renderer: &str, rows: usize, index: &str| {
        let record = |number: usize| {
            let tags = if number < 2 { "tags: [storage]\n" } else { "" };
            let text = format!(
                "---\nstatus: accepted\ndate: 2024-03-05\n{tags}---\n{}",
                record(number, "Accepted")
            );
            (format!("adr/{number:04}-a.md"), text)
        };
        let records: Vec<_> = (1..=rows).map(record).collect();
        let records = records.iter().map(|(path, text)| (&**path, &**text));
        let chapters: Vec<_> = records.chain([("adr/README.md", index)]).collect();
        last(renderer, &[], &chapters)
    };
    let index = "<<#archdoc adr-index>>\n";
    let page = with("html", 4, index);
    for part in [
        ">Decision · Tags</span>|<span",
        ">Status · Date</span>|\n",
        "|0001 [A](0001-a.md)<br/><small>storage</small>|",
        "</span><br/><small><span style=\"white-space: nowrap\">2024-03-05</span></small>|\n|0002",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let groups = with("html", 4, "<<#archdoc adr-index group-by=\"status\">>\n");
    assert!(groups.contains(">Date</span>|\n") && !groups.contains(">Status"), "{groups}");
    let asked = with("html", 4, "<<#archdoc adr-index columns=\"title,tags\">>\n");
    assert!(asked.contains("Decision</span>|") && asked.contains("|[A](0001-a.md)|storage|"));
    // Elsewhere a column that few rows fill takes no room.
    let text = |rows| with("markdown", rows, index);
    assert!(text(3).contains("|ADR|Decision|Status|Date|Tags|"), "{}", text(3));
    assert!(text(4).contains("|ADR|Decision|Status|Date|\n"), "{}", text(4));
    let list = with("html", 4, "<<#archdoc adr-index format=\"list\">>\n");
    assert!(list.contains(", storage)"), "{list}");
}

#[test]
fn dates_of_names_are_no_numbers() {
    let index = ("adr/README.md", "<<#archdoc adr-index columns=\"id\">>\n");
    let six = record(6, "Accepted").replace("# 6. A", "# A");
    let ten = record(10, "Accepted").replace("# 10. A", "# B");
    let three = record(3, "Accepted").replace("# 3. A", "# ADR-003b: C");
    let chapters = [
        ("adr/2021-06-10_006-a.md", &*six),
        ("adr/2021-10-23_010-b.md", &*ten),
        ("adr/2024-03-05-c.md", &*three),
        index,
    ];
    let page = last("markdown", &[], &chapters);
    for number in ["|006|", "|010|", "|003b|"] {
        assert!(page.contains(number), "{page}");
    }
}

#[test]
fn a_long_word_is_broken_and_many_columns_have_small_letters() {
    let name = "ScanSignatureVerificationFilter";
    let long = record(1, "Accepted").replace("# 1. A", &format!("# 1. Drop `{name}`"));
    let short = record(2, "Accepted");
    let page = |columns: &str| {
        let index = format!("<<#archdoc adr-index columns=\"{columns}\">>\n");
        let chapters =
            [("adr/0001-a.md", &*long), ("adr/0002-a.md", &*short), ("adr/README.md", &index)];
        (last("html", &[], &chapters), last("markdown", &[], &chapters))
    };
    let (four, text) = page("id,title,status,date");
    let broken =
        format!("|<div style=\"overflow-wrap: anywhere\">[Drop `{name}`](0001-a.md)</div>|");
    assert!(four.contains(&broken) && four.contains("|[A](0002-a.md)|"), "{four}");
    assert!(!four.contains("0.875em") && !text.contains('<'), "{text}");
    let (five, text) = page("id,title,status,date,tags");
    assert!(five.contains("; font-size: 0.875em\">[A](0002-a.md)</div>|"), "{five}");
    assert!(
        five.contains("; font-size: 0.875em\">Decision</span>|") && !text.contains('<'),
        "{five}"
    );
}

#[test]
fn coverage_names_what_is_open_and_leads_there() {
    let bound = "<<#archdoc template=\"standard\" project=\"Atlas\">>\n\n# Atlas\n\n## Overview\n\nText.\n\n## Risks\n\nTBD\n";
    let chapters = [("docs/a.md", bound), ("b.md", "<<#archdoc coverage>>\n")];
    let page = last("html", &[], &chapters);
    assert!(page.contains("<details><summary>"), "{page}");
    assert!(page.contains("(docs/a.md#"), "{page}");
    assert_eq!(page.lines().filter(|line| line.starts_with('|')).count(), 3, "{page}");
    let text = last("markdown", &[], &chapters);
    assert!(text.contains("|Document|Written|Open|Progress|") && !text.contains('<'), "{text}");
}

#[test]
fn coverage_names_what_is_missing_in_the_documents_language() {
    let bound = "<<#archdoc template=\"arc42\">>\n\n# Atlas\n\n## Einführung und Ziele\n\nText.\n\n## Randbedingungen\n\nText.\n";
    let page = last("html", &[], &[("a.md", bound), ("b.md", "<<#archdoc coverage>>\n")]);
    assert!(page.contains("Lösungsstrategie") && !page.contains("Solution Strategy"), "{page}");
}

#[test]
fn coverage_tells_a_review_that_is_overdue_from_one_to_come() {
    let page = |renderer: &str, due: &str| {
        let bound = format!(
            "<<#archdoc template=\"standard\">>\n\n# Atlas\n\n**Next review**: {due}\n\n## Overview\n\nText.\n"
        );
        last(renderer, &[], &[("a.md", &bound), ("b.md", "<<#archdoc coverage>>\n")])
    };
    let (late, text) = (page("html", "2024-01-01"), page("markdown", "2024-01-01"));
    assert!(late.contains("`standard` · review was due by 2024-01-01"), "{late}");
    assert!(text.contains("|review was due by 2024-01-01|"), "{text}");
    let (open, text) = (page("html", "2099-01-01"), page("markdown", "2099-01-01"));
    assert!(open.contains("`standard` · review by 2099-01-01"), "{open}");
    assert!(text.contains("|2099-01-01|"), "{text}");
}

#[test]
fn coverage_counts_what_is_open_where_the_names_would_be_too_many() {
    let table = "<<#archdoc coverage>>\n\n".repeat(2_000);
    let bound =
        "<<#archdoc template=\"standard\" project=\"Atlas\">>\n\n# Atlas\n\n## Overview\n\nText.\n";
    let page = last("html", &[], &[("a.md", bound), ("b.md", &table)]);
    assert!(!page.contains("<details") && page.contains(" missing"), "{}", &page[..500]);
}

#[test]
fn a_change_log_by_months_is_one_table() {
    let log = "# A\n\n<<#archdoc change-log group-by=\"month\">>\n\n## Changelog\n\n### [1.1.0](https://example.org/1.1.0) - 2024-03-05\n\n- B\n\n### 1.0.0 - 2024-02-01\n\n- A\n";
    let page = last("markdown", &[], &[("a.md", log)]);
    assert_eq!(page.matches("|Date|").count(), 1, "{page}");
    assert!(page.contains("|**2024-03**|") && page.contains("|**2024-02**|"), "{page}");
    assert!(page.contains("|[1.1.0](https://example.org/1.1.0)|"), "{page}");
}

#[test]
fn a_version_keeps_its_link_wherever_it_stands() {
    let link = "[1.9](https://example.org/1.9)";
    let table =
        format!("| Version | Date | Change |\n|---|---|---|\n| {link} | 2024-03-05 | Queue |\n");
    for log in [table, format!("- {link} (2024-03-05): Queue\n")] {
        let page = |arguments: &str| {
            let text =
                format!("# A\n\n<<#archdoc change-log{arguments}>>\n\n## Changelog\n\n{log}");
            let page = last("markdown", &[], &[("a.md", &text)]);
            page.split("## Changelog").next().unwrap_or_default().to_owned()
        };
        assert!(page("").contains(&format!("|{link}|")), "{}", page(""));
        let group = page(" group-by=\"version\"");
        assert!(group.contains(&format!("|**{link}**|")), "{group}");
    }
}

#[test]
fn a_change_keeps_its_words_and_not_their_tags() {
    let log = "# A\n\n<<#archdoc change-log>>\n\n## Changelog\n\n| Date | Change |\n|---|---|\n\
               | 2024-03-05 | A <b>bold</b> <kbd>Ctrl</kbd> |\n| 2024-03-04 | A list, Vec<T> |\n\
               | 2024-03-03 | A map, Map<S> of it |\n";
    let page = last("markdown", &[], &[("a.md", log)]);
    assert!(page.contains("|2024-03-05|A bold Ctrl|"), "{page}");
    assert!(page.contains("|2024-03-04|A list, Vec\\<T>|"), "{page}");
    assert!(page.contains("|2024-03-03|A map, Map\\<S> of it|"), "{page}");
}

#[test]
fn a_page_shows_a_change_and_its_author_beside_day_and_version() {
    let log = "\n| Date | Version | Author | Changes |\n|---|---|---|---|\n| 2024-03-05 | 1.1 | Ann | Queue |\n\
               | 2024-02-01 | | | Log |\n";
    let page = |renderer: &str, arguments: &str| {
        let text = format!("# A\n\n<<#archdoc change-log{arguments}>>\n\n## Changelog\n{log}");
        last(renderer, &[], &[("a.md", &text)])
    };
    let book = page("html", " scope=\"book\"");
    assert!(book.contains(">Document · Changes · Author</span>|"), "{book}");
    assert!(book.contains("</span><br/>1.1|[A](a.md)<br/>Queue<br/><small>Ann</small>|"), "{book}");
    assert!(book.contains("2024-02-01</span>|[A](a.md)<br/>Log|"), "{book}");
    let asked = page("html", " columns=\"date,author,changes\"");
    assert!(asked.contains("2024-02-01</span>|—|Log|"), "{asked}");
    let text = page("markdown", "");
    assert!(text.contains("|Date|Version|Author|Changes|") && !text.contains('<'), "{text}");
}
