//! Which code the book's own scripts take for more than code.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// How mdBook marks code with its language.
const CLASS: &str = "language-";

/// The languages of code that scripts name, by their paths below `root`: what draws diagrams has to find them. The library
/// alone finds none; it draws what a preprocessor marked.
pub(super) fn languages<'p>(root: &Path, scripts: impl Iterator<Item = &'p str>) -> Vec<String> {
    let texts = scripts.filter_map(|path| fs::read_to_string(root.join(path)).ok());
    let languages: BTreeSet<String> = texts.flat_map(|text| named(&text)).collect();
    languages.into_iter().collect()
}

fn named(script: &str) -> BTreeSet<String> {
    let behind = script.match_indices(CLASS).map(|(at, class)| &script[at + class.len()..]);
    let words = behind.map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        rest[..end].to_owned()
    });
    words.filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_that_looks_for_code_names_its_language() {
        let root = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(root.path().join(name), text).unwrap();
        write("mermaid-init.js", "mermaid.initialize({startOnLoad: true});");
        assert!(languages(root.path(), ["mermaid-init.js", "none.js"].into_iter()).is_empty());
        write("own.js", "all('code.language-mermaid, .language-d2'); x = 'language-' + y;");
        assert_eq!(languages(root.path(), ["own.js"].into_iter()), ["d2", "mermaid"]);
    }
}
