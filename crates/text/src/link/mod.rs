//! Paths with forward slashes, as they stand in links and findings.

pub mod chapter;

use std::path::Path;

use memchr::{memchr2, memrchr};

/// A path of the file system with forward slashes. What is not Unicode in it is replaced.
pub fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    // Elsewhere a name may hold a backslash.
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

/// The last part of a path or URL, without fragment, query and trailing slash.
pub fn file_name(path: &str) -> &str {
    let end = memchr2(b'#', b'?', path.as_bytes()).unwrap_or(path.len());
    let path = path[..end].trim_end_matches('/');
    last_slash(path).map_or(path, |slash| &path[slash + 1..])
}

/// The directory part, without the slash; empty when there is none.
pub fn directory(path: &str) -> &str {
    last_slash(path).map_or("", |slash| &path[..slash])
}

/// Whether a file lies in a directory or below it.
pub fn is_below(path: &str, directory: &str) -> bool {
    let rest = path.strip_prefix(directory);
    directory.is_empty() || rest.is_some_and(|rest| rest.starts_with('/'))
}

/// As `rfind`, at a fraction of its cost for so short a text: every record and every link is asked for its parts.
fn last_slash(path: &str) -> Option<usize> {
    memrchr(b'/', path.as_bytes())
}

/// The file name without a Markdown or HTML extension.
pub fn stem(path: &str) -> &str {
    let name = file_name(path);
    [".md", ".markdown", ".html", ".htm", ".adoc"]
        .iter()
        .find_map(|extension| {
            let at = name.len().checked_sub(extension.len())?;
            let tail = name.get(at..)?;
            tail.eq_ignore_ascii_case(extension).then(|| &name[..at])
        })
        .unwrap_or(name)
}

/// Whether a file stands for the directory it lies in.
pub fn is_directory_page(path: &str) -> bool {
    names_directory_page(stem(path))
}

/// Whether a [`stem`] is the name of such a file.
pub fn names_directory_page(stem: &str) -> bool {
    ["readme", "index", "_index"].iter().any(|name| stem.eq_ignore_ascii_case(name))
}

/// The file whose name mdBook gives to a chapter's page: it renders `README.md` as `index.html`, and
/// makes `.html` of the `.md` in links and of nothing else.
pub fn page(path: &str) -> String {
    let name = file_name(path);
    let readme = stem(path).eq_ignore_ascii_case("readme");
    if readme { format!("{}index.md", &path[..path.len() - name.len()]) } else { path.to_owned() }
}

/// `a/b` with forward slashes; `b` alone for an empty or `.` directory.
pub fn join(directory: &str, file: &str) -> String {
    match directory.trim_end_matches('/') {
        "" | "." => file.to_owned(),
        directory => format!("{directory}/{file}"),
    }
}

/// A relative path seen from a directory, with `.` and `..` resolved; none when it leaves the root.
pub fn resolve(directory: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    let base = if relative.starts_with('/') { "" } else { directory };
    for part in base.split('/').chain(relative.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A path without `.`, and without `..` where the words alone say what that leaves; leading ones stay.
pub fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let root = if path.starts_with('/') { "/" } else { "" };
    format!("{root}{}", parts.join("/"))
}

/// The way from a directory to a file.
pub fn relative(directory: &str, file: &str) -> String {
    let from: Vec<&str> = directory.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = file.split('/').collect();
    let common = from.iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", from.len() - common);
    up.chain(to[common..].iter().copied()).collect::<Vec<_>>().join("/")
}

/// The way from a directory to another; empty where they are one.
pub fn relative_directory(from: &str, to: &str) -> String {
    // Any file in it leads there.
    directory(&relative(from, &join(to, "."))).to_owned()
}

/// `%20` and the like, decoded; text that is no valid encoding stays as it is.
pub fn decoded(target: &str) -> String {
    let decoded = percent_encoding::percent_decode_str(target).decode_utf8();
    decoded.map_or_else(|_| target.to_owned(), std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_leads_to_another() {
        assert_eq!(relative_directory("r/book/src", "r"), "../..");
        assert_eq!(relative_directory("r/book/src", "r/docs"), "../../docs");
        assert_eq!(relative_directory("r", "r/book"), "book");
        assert_eq!(relative_directory("a/b", ""), "../..");
        assert_eq!(relative_directory("r", "r"), "");
    }

    #[test]
    fn paths_are_followed_and_made() {
        assert_eq!(resolve("adr/old", "../0001-a.md").as_deref(), Some("adr/0001-a.md"));
        assert_eq!(resolve("adr", "../../x.md"), None);
        assert_eq!(normal("book/src/../../../docs/./a.md"), "../docs/a.md");
        assert_eq!(normal("/a/../../b/"), "/../b");
        assert_eq!(relative("guide", "adr/0001-a.md"), "../adr/0001-a.md");
        assert_eq!(relative("adr", "adr/0001-a.md"), "0001-a.md");
        assert_eq!(relative("", "adr/0001-a.md"), "adr/0001-a.md");
        assert_eq!(stem("/adr/0012.MD#x"), "0012");
        assert_eq!(decoded("a%20%C3%A9%zz"), "a é%zz");
    }
}
