//! Files by the addresses that editors have for them: `file:///home/me/book/src/a%20b.md`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use lsp_types::Uri;
use percent_encoding::percent_decode_str;

const SCHEME: &str = "file://";

/// The file that an address means; none for what lies on no disk.
pub(crate) fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix(SCHEME)?;
    // An empty host and `localhost` are this machine.
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    let encoded = rest.split(['?', '#']).next().unwrap_or_default();
    let decoded = percent_decode_str(encoded).decode_utf8().ok()?;
    let path = without_slash_before_drive(&decoded);
    (decoded.starts_with('/') && !decoded.contains('\0')).then(|| PathBuf::from(path))
}

/// `c:/book` of `/c:/book`: on Windows the slash only begins the address's path.
fn without_slash_before_drive(path: &str) -> &str {
    let drive = |path: &str| {
        let mut begin = path.chars();
        begin.next().is_some_and(|c| c.is_ascii_alphabetic()) && begin.next() == Some(':')
    };
    path.strip_prefix('/').filter(|rest| cfg!(windows) && drive(rest)).unwrap_or(path)
}

/// The address of a file by its absolute path; none where the path is no text.
pub(crate) fn uri(path: &Path) -> Option<Uri> {
    let path = path.to_str()?.replace('\\', "/");
    let mut address = SCHEME.to_owned();
    if !path.starts_with('/') {
        address.push('/');
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _infallible = write!(address, "%{byte:02X}");
        }
    }
    address.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_its_file_and_back() {
        for file in ["/home/me/a b/ä#1?.md", "/x/100%.md", "/x/a+b&c.md"] {
            let uri = uri(Path::new(file)).unwrap();
            assert_eq!(path(&uri), Some(PathBuf::from(file)), "{}", uri.as_str());
        }
        let given = |text: &str| path(&text.parse::<Uri>().unwrap());
        assert_eq!(given("file://localhost/a.md"), Some(PathBuf::from("/a.md")));
        assert_eq!(given("untitled:Untitled-1"), None);
        assert_eq!(given("file:///a%00b.md"), None);
        assert_eq!(given("file:///a%FF.md"), None);
    }
}
