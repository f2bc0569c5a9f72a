//! What an edit does as the team's own records do it: numbers, headings, signs, lines for what took a record's place.

use super::*;

const BODY: &str = "## Context\n\nA.\n\n## Decision\n\nB.\n";

fn status_of(directory: &TempDir, file: &str) -> String {
    let text = text(directory, &format!("docs/adr/{file}"));
    let line = text.lines().find(|line| line.contains("Status")).unwrap_or_default();
    line.to_owned()
}

#[test]
fn an_answer_in_emphasis_is_replaced_with_its_marks() {
    let record = |number: u64, by: &str| {
        format!(
            "# {number}. Title {number}\n\n- **Status:** Accepted\n- **Superseded by:** {by}\n\n{BODY}"
        )
    };
    let directory =
        records(&[("0001-a.md", record(1, "_n/a_")), ("0002-b.md", record(2, "_n/a_"))]);
    done(&directory, &["supersede", "1", "--by", "2"]);
    let old = text(&directory, "docs/adr/0001-a.md");
    assert!(old.contains("- **Superseded by:** [") && !old.contains('_'), "{old}");
}

#[test]
fn a_link_or_a_quotation_around_a_status_is_not_torn() {
    for status in ["[Accepted](0002-b.md)", "\"Accepted\"", "(Accepted"] {
        let record = |number: u64, status: &str| {
            format!("# {number}. Title {number}\n\n- Status: {status}\n\n{BODY}")
        };
        let directory =
            records(&[("0001-a.md", record(1, status)), ("0002-b.md", record(2, "Accepted"))]);
        run(directory.path(), &["adr", "status", "1", "deprecated"]);
        let line = status_of(&directory, "0001-a.md");
        let torn = ["(was Accepted]", "(was Accepted\"", "(was (Accepted"];
        assert!(torn.iter().all(|torn| !line.contains(torn)), "{line}");
    }
}

#[test]
fn directories_with_one_series_have_one_next_number_and_others_their_own() {
    let record =
        |number: u64| format!("# ADR 00{number}: Title {number}\n\nStatus: Accepted\n\n{BODY}");
    let made = |numbers: [&[u64]; 2]| {
        let mut files =
            vec![("archdoc.toml".to_owned(), "adr.paths = [\"ops\", \"net\"]\n".to_owned())];
        for (home, numbers) in ["ops", "net"].into_iter().zip(numbers) {
            let texts =
                numbers.iter().map(|number| (format!("{home}/00{number}-t.md"), record(*number)));
            files.extend(texts);
        }
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let directory = tree(&files);
        done(&directory, &["new", "Use a log", "--dir", "ops"]);
        let mut names: Vec<String> = fs::read_dir(directory.path().join("ops"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.contains("log"))
            .collect();
        names.pop().unwrap_or_default()
    };
    assert_eq!(made([&[1, 3, 6], &[2, 4, 5, 7]]), "008-use-a-log.md");
    assert_eq!(made([&[1, 2, 3], &[1, 2, 3, 4, 5]]), "004-use-a-log.md");
}

#[test]
fn a_record_among_those_without_numbers_has_none() {
    let record = |title: &str| format!("# ADR: {title}\n\n**Status**: Accepted\n\n{BODY}");
    let directory = records(&[
        ("use-a-pump.md", record("Use a pump")),
        ("use-a-valve.md", record("Use a valve")),
        ("use-a-pipe.md", record("Use a pipe")),
    ]);
    done(&directory, &["new", "Use a log"]);
    let new = text(&directory, "docs/adr/use-a-log.md");
    assert!(new.starts_with("# ADR: Use a log\n"), "{new}");
}

#[test]
fn headings_of_one_record_stay_there() {
    let record = |number: u64, options: &str, why: &str| {
        format!(
            "# ADR-00{number}: Title {number}\n\n- **Status:** Accepted\n\n## 1. Context — {why}\n\nA.\n\n\
             ## 2. Scope {number}\n\nOf yard {number}.\n\n\
             ## 3. Considered Options\n\n{options}\n## 4. Decision\n\nB.\n"
        )
    };
    let options = |names: [&str; 2]| {
        let one = |(at, name): (usize, &&str)| format!("### Option {}: {name}\n\nC.\n\n", at + 1);
        names.iter().enumerate().map(one).collect::<String>()
    };
    let directory = records(&[
        ("ADR-001-a.md", record(1, &options(["Pumps", "Valves"]), "the pumps are late")),
        ("ADR-002-b.md", record(2, &options(["Pipes", "Hoses"]), "two leaks")),
        ("ADR-003-c.md", record(3, &options(["Tanks", "Wells"]), "a dry summer")),
    ]);
    done(&directory, &["new", "Use a log"]);
    let new = text(&directory, "docs/adr/ADR-004-use-a-log.md");
    let headings: Vec<&str> = new.lines().filter(|line| line.starts_with("##")).collect();
    assert_eq!(headings, ["## 1. Context", "## 2. Considered Options", "## 3. Decision"], "{new}");
}

#[test]
fn a_status_has_the_same_in_english_behind_it_where_the_others_have() {
    let record = |number: u64| {
        format!(
            "# ADR-00{number}: 甲{number}\n\n**狀態 (Status):** `已接受 (Accepted)`\n\n## 背景\n\n甲。\n\n## 決策\n\n乙。\n"
        )
    };
    let directory = records(&[
        ("ADR-001-a.md", record(1)),
        ("ADR-002-b.md", record(2)),
        ("ADR-003-c.md", record(3)),
    ]);
    done(&directory, &["status", "2", "deprecated"]);
    assert_eq!(status_of(&directory, "ADR-002-b.md"), "**狀態 (Status):** `已棄用 (Deprecated)`");
    done(&directory, &["new", "Use a log"]);
    assert_eq!(
        status_of(&directory, "ADR-004-use-a-log.md"),
        "**狀態 (Status):** `提議中 (Proposed)`"
    );
}

#[test]
fn a_log_whose_statuses_have_signs_gets_none_that_nobody_knows() {
    let section = |number: u64, status: &str| {
        format!(
            "## ADR {number}: Title {number}\n\n| Name | Title {number} |\n|---|---|\n| Current status | {status} |\n\
             | Decision | B. |\n\n| Who | Action | Status | Date |\n|---|---|---|---|\n\
             | Ann | Decision | {status} | 2024-03-05 |\n\n"
        )
    };
    let all = |last: &str| {
        let first = [1, 2, 3].map(|number| section(number, "🟩 **ACCEPTED**")).concat();
        format!("# Decisions\n\n{first}{}", section(4, last))
    };
    let directory = tree(&[("docs/adr.md", &all("🟩 **ACCEPTED**"))]);
    let told = refused(&directory, &["status", "2", "deprecated"]);
    assert!(told.contains("docs/adr.md:18") && told.contains("have signs"), "{told}");
    assert_eq!(text(&directory, "docs/adr.md"), all("🟩 **ACCEPTED**"));
    // Another entry shows which one it is.
    let directory = tree(&[("docs/adr.md", &all("🟥 **DEPRECATED**"))]);
    done(&directory, &["status", "2", "deprecated"]);
    let log = text(&directory, "docs/adr.md");
    let changed = all("🟥 **DEPRECATED**").lines().zip(log.lines()).filter(|(a, b)| a != b).count();
    assert_eq!(changed, 1, "the row of those who signed stays: {log}");
    assert!(
        log.contains("| Name | Title 2 |\n|---|---|\n| Current status | 🟥 **DEPRECATED** |"),
        "{log}"
    );
}

#[test]
fn what_took_a_records_place_stands_on_a_line_as_others_have_it() {
    let record = |number: u64, status: &str| {
        format!(
            "# 000{number}. Title {number}\n\nstatus: {status}\n\n## Context\n\nA.\n\n## Decision\n\nB.\n\n## References\n\n- A book\n"
        )
    };
    let directory = records(&[
        ("0001-pumps.md", record(1, "superseded\nsuperseded_by: 0002-valves")),
        ("0002-valves.md", record(2, "accepted\n\nsupersedes: 0001-pumps")),
        ("0003-pipes.md", record(3, "accepted")),
        ("0004-hoses.md", record(4, "accepted")),
    ]);
    done(&directory, &["supersede", "3", "--by", "4"]);
    let old = text(&directory, "docs/adr/0003-pipes.md");
    assert_eq!(old, record(3, "superseded\nsuperseded_by: 0004-hoses"));
    // Not among the references.
    let new = text(&directory, "docs/adr/0004-hoses.md");
    assert_eq!(new, record(4, "accepted\n\nsupersedes: 0003-pipes"));
}

#[test]
fn a_line_for_what_took_a_records_place_parts_no_line_of_the_author() {
    let record =
        |number: u64, head: &str| format!("# {number}. Title {number}\n\n{head}\n\n{BODY}");
    let usual = "- Status: Superseded\n- Date: 2024-03-05\n- Superseded by: ADR-9";
    for head in [
        "- Status: Accepted\n- Date: 2024-03-05\n  (by Ann)\n- Owner: Ann",
        "- Status: Accepted\n- Date: 2024-03-05\n  - in May\n- Owner: Ann",
        "- Status: Accepted\n- Date: 2024-03-05\nby the board",
        "1. Status: Accepted\n2. Date: 2024-03-05\n3. Owner: Ann",
    ] {
        let directory = records(&[
            ("0001-a.md", record(1, usual)),
            ("0002-b.md", record(2, usual)),
            ("0007-c.md", record(7, head)),
            ("0009-d.md", record(9, "- Status: Accepted\n- Date: 2024-03-06")),
        ]);
        run(directory.path(), &["adr", "supersede", "7", "--by", "9"]);
        let old = text(&directory, "docs/adr/0007-c.md");
        let behind = head.split_once("2024-03-05").unwrap().1;
        assert!(old.contains(&format!("2024-03-05{behind}")), "{old}");
    }
}

#[test]
fn a_list_of_relations_gets_one_more_and_the_status_names_the_successor_as_others_do() {
    let record = |number: u64, status: &str, relations: &str| {
        format!("---\nstatus: {status}\n{relations}---\n\n# Title {number}\n\n{BODY}")
    };
    let item = |kind: &str, number: u64| format!("  - type: {kind}\n    target: ADR-000{number}\n");
    let list = |items: &str| format!("relations:\n{items}");
    let directory = records(&[
        ("0001-a.md", record(1, "superseded by ADR-0002", &list(&item("superseded-by", 2)))),
        ("0002-b.md", record(2, "accepted", &list(&item("supersedes", 1)))),
        ("0003-c.md", record(3, "accepted", "")),
        ("0004-d.md", record(4, "accepted", &list(&item("amends", 2)))),
    ]);
    done(&directory, &["supersede", "3", "--by", "4"]);
    let old = text(&directory, "docs/adr/0003-c.md");
    assert_eq!(old, record(3, "superseded by ADR-0004", &list(&item("superseded-by", 4))));
    let new = text(&directory, "docs/adr/0004-d.md");
    let both = item("amends", 2) + &item("supersedes", 3);
    assert_eq!(new, record(4, "accepted", &list(&both)));
}

#[test]
fn the_example_of_a_template_shows_how_a_key_names_a_record() {
    let record = |number: u64, keys: &str| {
        format!("---\nstatus: accepted\n{keys}---\n\n# Title {number}\n\n{BODY}")
    };
    let template = "---\nstatus: proposed\nsuperseded-by: # e.g. \"0005-use-a-pump.md\"\n---\n\n# [title]\n\n## Context\n\n[why]\n\n## Decision\n\n[what]\n";
    let directory = records(&[
        ("0001-a.md", record(1, "")),
        ("0002-b.md", record(2, "")),
        ("template.md", template.to_owned()),
    ]);
    done(&directory, &["supersede", "1", "--by", "2"]);
    let old = text(&directory, "docs/adr/0001-a.md");
    assert!(old.contains("\nstatus: superseded\nsuperseded-by: \"0002-b.md\"\n---\n"), "{old}");
}

#[test]
fn the_title_of_the_front_matter_has_its_number_where_the_others_have() {
    let record = |number: u64| {
        format!(
            "---\ntitle: \"ADR 000{number}: Title {number}\"\n---\n\n# ADR 000{number}: Title {number}\n\n## Status\n\nAccepted\n\n{BODY}"
        )
    };
    let directory =
        records(&[("0001-a.md", record(1)), ("0002-b.md", record(2)), ("0003-c.md", record(3))]);
    done(&directory, &["new", "Use a log"]);
    let new = text(&directory, "docs/adr/0004-use-a-log.md");
    let head = "---\ntitle: \"ADR 0004: Use a log\"\n---\n\n# ADR 0004: Use a log\n";
    assert!(new.starts_with(head), "{new}");
}

#[test]
fn a_log_that_is_named_for_a_directory_is_told_with_its_next_entry() {
    let log = "# Decisions\n\n## D-001: Use a pump\n\n**Status:** Accepted\n\n**Decision:** We do.\n\n\
               ## D-002: Use a valve\n\n**Status:** Accepted\n\n**Decision:** We do.\n";
    let directory = tree(&[("docs/decision-log.md", log), ("docs/notes.md", "# Notes\n\nA.\n")]);
    let told = refused(&directory, &["new", "Use a log", "--dir", "docs/decision-log.md"]);
    assert!(
        told.contains("sections of `docs/decision-log.md`; write D-003 below the others"),
        "{told}"
    );
    let told = refused(&directory, &["new", "Use a log", "--dir", "docs/notes.md"]);
    assert!(told.contains("`docs/notes.md` is a file"), "{told}");
    assert_eq!(text(&directory, "docs/decision-log.md"), log);
}

#[test]
fn how_a_template_is_used_is_said_in_the_template_where_records_do_not_repeat_it() {
    let record = |above: &str, number: u64| {
        format!("{above}# {number}. Title {number}\n\n## Status\n\nAccepted\n\n{BODY}")
    };
    let made = |above: &str| {
        let template = "<!--\n1. Copy this file.\n-->\n\n# NUMBER. TITLE\n\n## Status\n\nProposed\n\n## Context\n\n<!-- Why? -->\n\n## Decision\n\n<!-- What? -->\n";
        let directory = records(&[
            ("0001-a.md", record(above, 1)),
            ("0002-b.md", record(above, 2)),
            ("template.md", template.to_owned()),
        ]);
        done(&directory, &["new", "Use a log"]);
        text(&directory, "docs/adr/0003-use-a-log.md")
    };
    let new = made("");
    assert!(new.starts_with("# 3. Use a log\n") && new.contains("<!-- Why? -->"), "{new}");
    assert!(
        made("<!-- Licence: MIT -->\n\n").starts_with("<!--\n1. Copy"),
        "a note that records keep stays"
    );
}
