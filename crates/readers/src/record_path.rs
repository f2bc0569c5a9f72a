//! What a path says of a decision record: the name it is called by, and the directory it is one of.

use text::link::{directory, file_name, names_directory_page};

/// The name that identifies a record: the directory's for `0012-use-x/README.md`, and for `0012-use-x/use-x.md`, which
/// repeats it without its number.
pub fn stem(path: &str) -> &str {
    if has_own_directory(path) { file_name(directory(path)) } else { text::link::stem(path) }
}

/// The directory that a record is one of: of `adr/0012-use-x/README.md` that is `adr`, as of `adr/0012-use-x.md`.
pub fn home(path: &str) -> &str {
    let around = directory(path);
    if has_own_directory(path) { directory(around) } else { around }
}

/// Whether a record's directory is its own, and is what it is called by.
pub fn has_own_directory(path: &str) -> bool {
    let (around, stem) = (directory(path), text::link::stem(path));
    names_directory_page(stem) || around.ends_with(stem) && is_counted(file_name(around), stem)
}

/// Whether a name is another behind a number: `0012-use-x` and `use-x`.
fn is_counted(name: &str, other: &str) -> bool {
    let number = name.strip_suffix(other).and_then(|head| head.strip_suffix(['-', '_']));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_called_by_its_file_or_by_its_directory() {
        assert_eq!(stem("adr/0012-use-x/README.md"), "0012-use-x");
        assert_eq!(stem("adr/12-use-x/use-x.md"), "12-use-x");
        assert_eq!(stem("adr/12-use-x/notes.md"), "notes");
        for path in ["adr/12-use-x/README.md", "adr/12-use-x/use-x.md", "adr/0012-use-x.md"] {
            assert_eq!(home(path), "adr", "{path}");
        }
        assert_eq!(home("adr/12-use-x/notes.md"), "adr/12-use-x");
    }
}
