//! Tables.

use super::*;

#[test]
fn columns_in_any_order_and_language() {
    for header in ["Version | Date | Author | Change", "Version | Datum | Autor | Änderungen"] {
        let text = format!(
            "# Dokumentenhistorie\n\n| {header} |\n|-|-|-|-|\n| 1.0 | 2020-01-31 | Ann | a \\| b |\n"
        );
        assert_eq!(entries(&text), ["2020-01-31 | 1.0 | Ann | a | b"], "{header}");
    }
    let text = "**Revision History:**\n\n| Change | Date | Rev |\n|-|-|-|\n| A | Mar 2020 | 2 |\n| more | | |\n";
    assert_eq!(entries(text), ["2020-03 | 2 | - | A<br>more"]);
}

#[test]
fn rows_that_a_template_left() {
    for row in ["* {date}: {changelog}", "- MM/DD/YYYY: First draft", "-"] {
        let logs = logs(&format!("## Changelog\n\n{row}\n"));
        assert_eq!((logs[0].entries.len(), logs[0].untouched.len()), (0, 1), "{row}");
    }
    let head = "## Change Log\n\n| Version | Date | Author | Changes |\n|-|-|-|-|\n";
    for row in
        ["| [TODO] | [TODO] | [TODO] | [TODO] |", "| | | | |", "| 1.0 | [DATE] | [NAME] | First |"]
    {
        let logs = logs(&format!("{head}{row}\n"));
        assert_eq!((logs[0].entries.len(), logs[0].untouched.len()), (0, 1), "{row}");
    }
    assert!(logs("## Changelog\n\nN/A\n")[0].empty);
    assert!(!logs("## Changelog\n\nSee [git](u).\n")[0].empty);
    assert!(!logs("## Changelog\n\n<div id=\"commits\"></div>\n")[0].empty, "a script fills it");
}

#[test]
fn a_day_within_the_brackets_of_a_template_is_written() {
    let text = "## Change Log\n\n| Date | Author | Changes | Version |\n|-|-|-|-|\n\
                | **[2024-03-05]** | [Ann Lee] | [First text] | 1 |\n| [DATE] | [NAME] | [CHANGE] | 2 |\n";
    assert_eq!(entries(text), ["2024-03-05 | 1 | - | \\[First text\\]"]);
    assert_eq!(logs(text)[0].untouched.len(), 1);
    let open = text.replace("Ann Lee", "author").replace("First text", "description");
    assert_eq!((entries(&open).len(), logs(&open)[0].untouched.len()), (0, 2));
}

#[test]
fn a_table_is_a_log_by_what_stands_in_it() {
    for (text, expected) in [
        // Nobody knows the headers: versions and dates rise together, and one column tells.
        (
            "# A\n\n## Bx\n\n| Qx | Qy | Qz |\n|---|---|---|\n| 1.0 | 2020-01-02 | First text |\n\
             | 1.1 | 2020-02-03 | Second text |\n",
            ["2020-01-02 | 1.0 | - | First text", "2020-02-03 | 1.1 | - | Second text"],
        ),
        // The caption stands in the header.
        (
            "| Endringslogg | | | |\n|---|---|---|---|\n| Versjon | Dato | Endring utført av | Endring |\n\
             | 2.0 | 2020-02-03 | Ann | Ny |\n| 1.0 | 2020-01-02 | Bo | Gammel |\n\n# A\n",
            ["2020-02-03 | 2.0 | Ann | Ny", "2020-01-02 | 1.0 | Bo | Gammel"],
        ),
        // Title and table stand in a quote.
        (
            "# A\n\n> ### Versiebeheer\n>\n> | Versie | Datum | Wijziging/toevoeging |\n\
             > |---|---|---|\n> | 0.1 | 2020-01-02 | Opzet |\n> | 0.2 | 2020-02-03 | Meer |\n",
            ["2020-01-02 | 0.1 | - | Opzet", "2020-02-03 | 0.2 | - | Meer"],
        ),
        // Reasons and remarks give way to what was changed.
        (
            "## 更新履歴\n\n| 版数 | 更新日 | 変更理由 | 更新内容 |\n|---|---|---|---|\n\
             | 1.0 | 2020-01-02 | 新規 | 作成した |\n| 1.1 | 2020-02-03 | 誤記 | 直した |\n",
            ["2020-01-02 | 1.0 | - | 作成した", "2020-02-03 | 1.1 | - | 直した"],
        ),
        // Indices count as versions, and "created" may ask for a day.
        (
            "# A\n\n## Suivi de la rédaction\n\n| Indice | Date | Modifications |\n|---|---|---|\n\
             | A | 2020-01-02 | Création |\n| B | 3/2-2020 | Ajouts |\n",
            ["2020-01-02 | A | - | Création", "2020-02-03 | B | - | Ajouts"],
        ),
        (
            "## 변경 이력\n\n| 버전 | 작성 | 내용 |\n|---|---|---|\n| 1.0 | 2020-01-02 | 최초 |\n\
             | 1.1 | 2020-02-03 | 수정 |\n",
            ["2020-01-02 | 1.0 | - | 최초", "2020-02-03 | 1.1 | - | 수정"],
        ),
    ] {
        assert_eq!(entries(text), expected, "{text}");
    }
}

#[test]
fn a_table_that_markdown_does_not_see_is_read_as_people_see_it() {
    let text = "## Versiehistorie\n\nVersie | Datum | Wijziging | Auteur\n---|---|---\n\
                0.1 | 2020-01-02 | Opzet | Jan\n0.2 | 2020-02-03 | Meer | Jan\n";
    assert_eq!(entries(text), ["2020-01-02 | 0.1 | Jan | Opzet", "2020-02-03 | 0.2 | Jan | Meer"]);
}

#[test]
fn tables_are_found_wherever_people_put_them() {
    let grid = "+-----+------------+---------+\n| Rev | Date | Changes |\n+=====+============+=========+\n| 1.0 | 2024-01-05 | First |\n+-----+------------+---------+\n| 1.1 | 2024-02-05 | Second |\n| | | part |\n+-----+------------+---------+\n";
    let listed = "- As follows:\n\n  | Rev | Date | Changes |\n  |---|---|---|\n  | 1.0 | 2024-01-05 | First |\n  | 1.1 | 2024-02-05 | Second part |\n";
    for table in [grid, listed] {
        let text = format!("# Doc\n\n## Revision history\n\n{table}");
        let expected = ["2024-01-05 | 1.0 | - | First", "2024-02-05 | 1.1 | - | Second part"];
        assert_eq!(entries(&text), expected, "{table}");
    }
}

#[test]
fn a_table_within_a_release_is_no_log() {
    let text = "# thing\n\n## 2.0.0\n\n### Major changes\n\n- Newer runtimes:\n\n  | | Node version |\n  |--|--|\n  \
                | CI | 22 |\n  | Images | 22 |\n\n## 1.0.0\n\n- First.\n";
    let found = read(&Document::parse(&Source::new("CHANGELOG.md", text)), None);
    let kinds: Vec<Kind> = found.iter().map(|log| log.kind).collect();
    assert_eq!(kinds, [Kind::KeepAChangelog]);
}

#[test]
fn a_closing_tag_breaks_a_cell_as_an_opening_one_does() {
    let log = "# A\n\n## Change log\n\n| Date | Changes |\n|---|---|\n| 2024-03-05 | </br>Less</br>More |\n";
    assert_eq!(entries(log), ["2024-03-05 | - | - | Less<br/>More"]);
}
