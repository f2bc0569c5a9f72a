//! Records as a table for people and as JSON for programs.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use crate::report::record_json::JsonRecord;
use readers::adr::directory::Directory;
use readers::adr::record::Record;

/// One JSON array with a line break at its end.
pub fn json(records: &[Record]) -> String {
    let records: Vec<JsonRecord<'_>> = records.iter().map(JsonRecord::from).collect();
    // Strings, numbers and lists only: there is nothing that JSON could not hold.
    serde_json::to_string_pretty(&records).unwrap_or_default() + "\n"
}

/// One line a record: id, status, date, title, path.
pub fn table(records: &[Record]) -> String {
    let rows: Vec<[String; 5]> = records.iter().map(row).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2), width(3)];
    let mut table = String::new();
    for row in &rows {
        for (cell, width) in row.iter().zip(widths) {
            let gap = width - cell.width() + 2;
            let _infallible = write!(table, "{cell}{:gap$}", "");
        }
        table.push_str(&row[4]);
        table.push('\n');
    }
    table
}

fn row(record: &Record) -> [String; 5] {
    let json = JsonRecord::from(record);
    let stated = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    let title = json.title.map(|title| shortened(title, LONGEST_TITLE));
    [stated(json.id), json.status.to_owned(), stated(json.date), stated(title), json.path]
}

/// Beyond it, a title pushes the path off the screen.
const LONGEST_TITLE: usize = 60;

fn shortened(title: &str, longest: usize) -> String {
    if title.chars().count() <= longest {
        return title.to_owned();
    }
    let kept: String = title.chars().take(longest - 1).collect();
    format!("{}…", kept.trim_end())
}

/// How many records there are, and each file that is none, with the reason.
pub fn left_out(directory: &Directory) -> String {
    let mut text = String::new();
    for (path, aside) in &directory.asides {
        let _infallible = writeln!(text, "left out: {path}: {}", aside.words());
    }
    for (path, why) in &directory.not_understood {
        let _infallible = writeln!(text, "not understood: {path}: {why}");
    }
    let (read, not) = (directory.records.len(), directory.not_understood.len());
    let records = if read == 1 { "record" } else { "records" };
    let _infallible = writeln!(text, "{read} decision {records} read, {not} not understood");
    text
}
