//! The ratios of the guide's page on performance are those of the project's own architecture.

use std::fs;
use std::path::Path;

#[test]
fn the_guide_has_the_figures_of_the_architecture() {
    let text =
        |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let architecture = text("example-book/src/architecture.md");
    let page = text("docs/src/performance.md");
    let is_row = |line: &&str| line.starts_with('|');
    let table = page.lines().skip_while(|line| !is_row(line)).take_while(is_row);
    let rows = table.skip(2);
    let cells = rows.filter_map(|row| row.trim_end_matches(" |").rsplit_once("| "));
    let told: Vec<&str> = cells.flat_map(|(_, cell)| cell.split(", ")).collect();
    assert!(told.len() > 5, "{told:?}");
    for figure in told {
        assert!(architecture.contains(figure), "{figure} is not in the architecture");
    }
}
