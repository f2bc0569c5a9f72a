//! Paths with forward slashes, as they stand in links and findings.

/// The last part of a path or URL, without fragment, query and trailing slash.
pub(crate) fn file_name(path: &str) -> &str {
    let path = path.split(['#', '?']).next().unwrap_or_default().trim_end_matches('/');
    path.rsplit('/').next().unwrap_or(path)
}

/// The directory part, without the slash; empty when there is none.
pub(crate) fn directory(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(directory, _)| directory)
}

/// The file name without a Markdown or HTML extension.
pub(crate) fn stem(path: &str) -> &str {
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
pub(crate) fn is_directory_page(path: &str) -> bool {
    let stem = stem(path);
    ["readme", "index", "_index"].iter().any(|name| stem.eq_ignore_ascii_case(name))
}

/// The name that identifies a record: the directory's for `0012-use-x/README.md`.
pub(crate) fn record_stem(path: &str) -> &str {
    if is_directory_page(path) { file_name(directory(path)) } else { stem(path) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_records() {
        assert_eq!(record_stem("adr/0012-use-x/README.md"), "0012-use-x");
        assert_eq!(stem("/adr/0012.MD#x"), "0012");
    }
}
