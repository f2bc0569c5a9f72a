//! The name that git gives a file's content: SHA-1 of `blob <length>\0<content>`
//! (<https://git-scm.com/book/en/v2/Git-Internals-Git-Objects>). Used to compare, not to trust.

use sha1_smol::Sha1;

/// Digits of a name.
pub(super) const HEX: usize = 40;

/// The name of a content.
pub(super) fn name(content: &[u8]) -> String {
    let mut sha1 = Sha1::from(format!("blob {}\0", content.len()));
    sha1.update(content);
    sha1.digest().to_string()
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn as_git_hash_object_says() {
        assert_eq!(name(b""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assert_eq!(name(b"hello\n"), "ce013625030ba8dba906f756967f9e9ca394464a");
        assert_eq!(name(&[b'a'; 1000]), "a50be72b20f0e3f078d252e8e56b11b4bec67509");
    }
}
