//! Files on disk: found below a directory, and read where that comes to an end.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Longer files are not read: no text of a book comes near it, and a machine's memory ends.
const MAX_BYTES: u32 = 64 * 1024 * 1024;

/// The bytes of a regular file.
///
/// # Errors
/// It is no regular file (a pipe would wait for a writer, a device need not end), is longer than
/// 64 MiB, or cannot be read.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let told = |kind, problem: &str| Err(io::Error::new(kind, problem));
    let found = fs::metadata(path)?;
    if !found.is_file() {
        return told(io::ErrorKind::InvalidInput, "it is no regular file");
    }
    let limit = u64::from(MAX_BYTES);
    let mut bytes = Vec::new();
    if found.len() <= limit {
        File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    }
    // Some files are longer than the system says.
    if found.len() > limit || bytes.len() > MAX_BYTES as usize {
        return told(io::ErrorKind::FileTooLarge, "it is longer than 64 MiB");
    }
    Ok(bytes)
}

/// The same as text.
///
/// # Errors
/// As for [`read`], and where it is not UTF-8.
pub fn read_text(path: &Path) -> io::Result<String> {
    let not_text = |_| io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8");
    String::from_utf8(read(path)?).map_err(not_text)
}

/// Directories that hold no text of the project.
const SKIPPED: [&str; 3] = ["node_modules", "target", "vendor"];

/// The Markdown files below a directory with their names relative to it, sorted. Symbolic links to
/// directories are not followed: they may lead back up.
pub fn markdown_files(root: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    let mut open = vec![(root.to_owned(), String::new())];
    while let Some((directory, prefix)) = open.pop() {
        for entry in fs::read_dir(directory)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type()?.is_dir() {
                if !name.starts_with('.') && !SKIPPED.contains(&name.as_str()) {
                    open.push((entry.path(), format!("{prefix}{name}/")));
                }
            } else if is_markdown(&name) {
                files.push((format!("{prefix}{name}"), entry.path()));
            }
        }
    }
    files.sort();
    Ok(files)
}

fn is_markdown(name: &str) -> bool {
    let extension = Path::new(name).extension().unwrap_or_default();
    extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_regular_files_of_some_size_are_read() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.md");
        fs::write(&path, "text").unwrap();
        assert_eq!(read_text(&path).unwrap(), "text");
        let why = |path: &Path| read_text(path).unwrap_err().to_string();
        File::create(&path).unwrap().set_len(1 << 30).unwrap();
        assert_eq!(why(&path), "it is longer than 64 MiB");
        assert_eq!(why(directory.path()), "it is no regular file");
        fs::write(&path, b"\xff").unwrap();
        assert_eq!(why(&path), "it is not UTF-8");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_waits_for_a_pipe_or_a_device() {
        let directory = tempfile::tempdir().unwrap();
        let pipe = directory.path().join("pipe.md");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        for path in [Some(Path::new("/dev/zero")), made.is_ok().then_some(&*pipe)] {
            let error = path.map(|path| read(path).unwrap_err().to_string());
            assert!(error.is_none_or(|error| error == "it is no regular file"));
        }
    }
}
