//! Items, lines and keys.

use super::*;

#[test]
fn an_item_in_every_shape() {
    for (item, expected) in [
        ("- 2020-01-31: Text", "2020-01-31 | - | - | Text"),
        ("* **2020-01-31**: Text", "2020-01-31 | - | - | Text"),
        ("- [x] 2020/01/31: Text", "2020-01-31 | - | - | Text"),
        ("- 31.1.2020: Text", "2020-01-31 | - | - | Text"),
        ("- 31-01-2020 Text", "2020-01-31 | - | - | Text"),
        ("- 1/31/20 - Text", "2020-01-31 | - | - | Text"),
        ("- Jan 31st, 2020: Text", "2020-01-31 | - | - | Text"),
        ("- 20200131 - Text", "2020-01-31 | - | - | Text"),
        ("- Text: 2020-01-31", "2020-01-31 | - | - | Text"),
        ("- [approved](u) (2020-01-31)", "2020-01-31 | - | - | [approved](u)"),
        ("- Merged on 2020-01-31, at last", "2020-01-31 | - | - | Merged on 2020-01-31, at last"),
        ("- Bare Metal - 7/2019", "2019-07 | - | - | Bare Metal"),
        ("- [Ann Lee] 2020-01-31: Text", "2020-01-31 | - | Ann Lee | Text"),
        ("- 2020-01-31: Text (@ann)", "2020-01-31 | - | @ann | Text"),
        ("- 2020-01-31: Proposed by @ann", "2020-01-31 | - | @ann | Proposed"),
        ("- v1.2 (2020-01-31): Text", "2020-01-31 | v1.2 | - | Text"),
        ("- 2020-01-31 (v1.2): Text", "2020-01-31 | v1.2 | - | Text"),
        ("- v1.18 - Text", "- | v1.18 | - | Text"),
        ("- **TBD**: Text", "- | - | - | Text"),
        ("- 03/04/2020: Text", "- | - | - | Text"),
        ("- 2020-31-31: Text", "- | - | - | Text"),
        ("\\- 2020-01-31: Text", "2020-01-31 | - | - | Text"),
        ("2020-01-31: Text\ngoes on", "2020-01-31 | - | - | Text goes on"),
        ("### 01/31/2020\n\n- One\n- Two", "2020-01-31 | - | - | • One<br>• Two"),
    ] {
        assert_eq!(entries(&format!("## Changelog\n\n{item}\n")), [expected], "{item}");
    }
}

#[test]
fn a_bold_line_with_words_heads_its_list() {
    let text = "## Changelog\n\n**2024-03-05 - Refunds**\n- One\n- Two\n\n**v2 (2024-01-31) — Cards**\n\n- Three\n";
    let wanted = [
        "2024-03-05 | - | - | **Refunds**<br>• One<br>• Two",
        "2024-01-31 | v2 | - | **Cards**<br>Three",
    ];
    assert_eq!(entries(text), wanted);
}

#[test]
fn what_stands_right_below_a_table_is_no_row() {
    let table = "## Change Log\n\n| Version | Date | Changes |\n|---|---|---|\n| 1.0 | 2024-03-05 | One |\n";
    let one = ["2024-03-05 | 1.0 | - | One"];
    for below in ["Updated 2024-04-01: text", "{% endtab %}", "| - | — | |"] {
        assert_eq!(entries(&format!("{table}{below}\n")), one, "{below}");
    }
    let more = format!("{table}| - | - | Two |\n");
    assert_eq!(entries(&more), ["2024-03-05 | 1.0 | - | One<br>Two"]);
}

#[test]
fn front_matter_and_releases() {
    let text =
        "---\nhistory:\n  - date: 2020-01-31\n    version: 1.0\n    changes: A *b*\n---\n# A\n";
    assert_eq!(entries(text), ["2020-01-31 | 1.0 | - | A \\*b\\*"]);
    let text =
        "# Changelog\n\n## [Unreleased]\n\n## [1.0.0] - 2020-01-31 [YANKED]\n\n### Added\n\n- A\n";
    assert_eq!(entries(text), ["- | Unreleased | - | -", "2020-01-31 | 1.0.0 | - | **Added:** A"]);
    assert_eq!(logs(text)[0].entries[1].release, crate::changelog::Release::Yanked);
    let text = "# Changelog\n\n## Yard 1.1.0 - 2020-02-01\n\n- A\n\n## Yard 1.0.0 - \\[REMOVED\\]\n\n- B\n";
    assert_eq!(logs(text)[0].entries[1].release, crate::changelog::Release::Yanked);
}

#[test]
fn labels_below_a_title_are_no_entries() {
    let text = "# A\n\n## Revision\n\nVersion: 2.0\nDate: 2020-01-02\nApproved by: Ann\n";
    assert_eq!(entries(text), [""; 0]);
}

#[test]
fn what_is_still_to_come_has_no_date_and_lacks_none() {
    let text = "## Changelog\n\n| Version | Date | Change |\n|---|---|---|\n\
                | 1.0 | 2020-01-02 | Text |\n| 1.1 | (upcoming) | More |\n";
    assert_eq!(entries(text), ["2020-01-02 | 1.0 | - | Text", "- | 1.1 | - | More"]);
    let last = logs(text).pop().and_then(|mut log| log.entries.pop());
    assert!(last.is_some_and(|entry| entry.blanks.is_empty()));
}

#[test]
fn a_name_beside_the_date_in_brackets_is_the_authors() {
    let told = |line: &str| {
        entries(&format!("# A\n\n## Change log\n\n{line}\n- 1.1 (2024-02-05): Less\n")).remove(0)
    };
    assert_eq!(
        told("- 1.2 (2024-03-05, Ann): Payments added"),
        "2024-03-05 | 1.2 | Ann | Payments added"
    );
    assert_eq!(
        told("- 2024-03-05 (Ann Lee): Payments added"),
        "2024-03-05 | - | - | (Ann Lee): Payments added"
    );
    // No other bracket is torn.
    for remark in ["with the pilot", "Draft", "First release"] {
        let line = format!("- 1.2 (2024-03-05, {remark}): Payments added");
        let changes = format!("(2024-03-05, {remark}): Payments added");
        assert_eq!(told(&line), format!("2024-03-05 | 1.2 | - | {changes}"));
    }
}

#[test]
fn a_line_that_is_indented_goes_on_with_its_item() {
    let text = "# Frame\n\n## Changelog\n\n- **2024-06-09** — Scales, weighed\n  again.\n- **2024-06-08** — Carried **E1** on — **settled\n  \
                2024-06-09 (later); see above.** The rest stays.\n- **2024-05-23** — Begun.\n";
    let days = entries(text).into_iter().map(|entry| entry[..10].to_owned());
    assert_eq!(days.collect::<Vec<_>>(), ["2024-06-09", "2024-06-08", "2024-05-23"]);
    let bare = "## Changelog\n\n- 2024-06-09: Two\n2024-06-08: One\n";
    assert_eq!(entries(bare).len(), 2, "a bullet was forgotten");
    let keyed = "## Changelog\n\n- 2024-06-09: Two\n  2024-06-08: One\n";
    assert_eq!(entries(keyed).len(), 2, "it has a key of its own");
    for end in ["  ", "\\", "<br>"] {
        let broken = format!("## Changelog\n\n- 2024-06-09: Two{end}\n  2024-06-08: One\n");
        assert_eq!(entries(&broken).len(), 2, "{end:?} ends a line");
    }
}

#[test]
fn a_remark_may_stand_behind_a_version() {
    let text = "## Revision history\n\n- **V1.2**: first.\n- **V1.3** (second look): more.\n- **V1.4** (not) yet\n";
    let expected = ["- | V1.2 | - | first.", "- | V1.3 | - | (second look): more."];
    assert_eq!(entries(text)[..2], expected);
    let other = "## Revision history\n\n- **3.11** (Python): raised\n- 8.0 (JDK): raised\n";
    assert!(entries(other).iter().all(|entry| entry.starts_with("- | - ")));
}

#[test]
fn lines_that_each_begin_with_a_day_are_entries() {
    let text = "# V\n\n## Revision history\n\n2024-03-05 labels\n2024-02-05 first\n";
    assert_eq!(entries(text), ["2024-03-05 | - | - | labels", "2024-02-05 | - | - | first"]);
    let wrapped = "# V\n\n## Revision history\n\n2024-03-05 labels on\nall drawers\n";
    assert_eq!(entries(wrapped).len(), 1);
}
