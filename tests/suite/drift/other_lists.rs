//! Lists that are no index of the records in them, and rows that name a record without a link.

use super::*;

const FOUR: [&str; 4] = ["Accepted"; 4];

#[test]
fn a_row_that_names_its_record_without_a_link_is_a_row_of_it() {
    let head = "# ADRs\n\n| ADR | Topic |\n|---|---|\n";
    let linked = rows("| ADR-000N | [Use tool N](000N-tool-N.md) |\n", &[2, 3, 4]);
    for row in ["| ADR-0001 | Use tool 1 |\n", "| 1 | Use tool 1 |\n"] {
        let index = format!("{head}{row}{linked}");
        assert_eq!(told(tree(&FOUR, &index).path()), Vec::<String>::new(), "{row}");
        assert_eq!(mended(4, &index), index);
    }
    let items = rows("- [Use tool N](000N-tool-N.md)\n", &[2, 3, 4]);
    let listed = format!("# ADRs\n\n- ADR-0001: Use tool 1\n{items}");
    assert_eq!(told(tree(&FOUR, &listed).path()), Vec::<String>::new());
    // A row of another record, or of a record that another column names, is none of it.
    for row in ["| ADR-0007 | Use tool 1 |\n", "| Tools | after ADR-1 |\n", "| Tools | 1 |\n"] {
        let index = format!("{head}{row}{linked}");
        assert_eq!(told(tree(&FOUR, &index).path()).len(), 1, "{row}");
    }
}

#[test]
fn what_a_release_brought_is_no_index() {
    let tree = tree(&["Accepted"; 5], "# ADRs\n");
    let items = rows("- [ADR-000N](docs/adr/000N-tool-N.md)\n", &[1, 2, 3, 4]);
    let log = |heading: &str| format!("# Changes\n\n## {heading}\n\n### Added\n\n{items}");
    let told = |name: &str, text: &str| {
        fs::write(tree.path().join(name), text).unwrap();
        let told = told(tree.path());
        fs::remove_file(tree.path().join(name)).unwrap();
        told.len()
    };
    assert_eq!(told("CHANGELOG.md", &log("[1.2.0] - 2026-05-22")), 0);
    assert_eq!(told("CHANGELOG.md", &log("Unreleased")), 0);
    assert_eq!(told("DECISIONS.md", &log("Decisions").replace("### Added\n\n", "")), 1);
}

#[test]
fn a_table_of_subjects_is_no_index() {
    let several = "| Storage | [0001](0001-tool-1.md), [0002](0002-tool-2.md) |\n\
                   | Transport | [0001](0001-tool-1.md) §3, [0003](0003-tool-3.md) |\n\
                   | Tests | [0003](0003-tool-3.md) |\n";
    let table = format!("# ADRs\n\n## By subject\n\n| Subject | ADRs |\n|---|---|\n{several}");
    assert_eq!(told(tree(&FOUR, &table).path()), Vec::<String>::new());
    // One that states how far they are is one of records, whatever else their cells name.
    let index = "# ADRs\n\n| Title | ADR | Status |\n|---|---|---|\n\
                 | Use tool 1 | [1](0001-tool-1.md), see [2](0002-tool-2.md) | Rejected |\n\
                 | Use tool 2 | [2](0002-tool-2.md), see [3](0003-tool-3.md) | Accepted |\n\
                 | Use tool 3 | [3](0003-tool-3.md) | Accepted |\n\
                 | Use tool 4 | [4](0004-tool-4.md) | Accepted |\n";
    assert_eq!(told(tree(&FOUR, index).path()).len(), 1);
    // One that has other records in a column of its own is one.
    let rows = rows(
        "| [000N](000N-tool-N.md) | [0001](0001-tool-1.md), [0002](0002-tool-2.md) |\n",
        &[1, 2, 3],
    );
    let index = format!("# ADRs\n\n| ADR | See also |\n|---|---|\n{rows}");
    assert_eq!(told(tree(&FOUR, &index).path()).len(), 1);
}
