//! Headings that are names of code: "`ledger`: what was weighed", "yard-core", "Weighing (`yard.weighing`)",
//! `server/api.ts`.

use super::Binding;
use crate::template::key::Key;

/// Whether a heading begins with a name in code: "`ledger`: what was weighed". A call or a path of an interface
/// is no name of a part.
pub(super) fn begins_with_code(binding: &Binding, node: usize) -> bool {
    let place = binding.tree.place(node);
    let title = place.text().trim_start_matches(['#', ' ']);
    let name = title.strip_prefix('`').and_then(|rest| rest.split_once('`')).map(|(name, _)| name);
    name.is_some_and(|name| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')))
}

/// Whether a heading names a part by its source file: `server/api.ts`, `Panel.vue — all panels`. What ends in
/// `.js` without a directory may be a product.
pub(super) fn names_source(heading: &str) -> bool {
    heading.split_whitespace().any(|word| {
        let ending = word.rsplit_once('.').map_or("", |(_, ending)| ending);
        SOURCES.contains(&ending) || ending == "js" && word.contains('/')
    })
}

/// Whether a heading is a name as only code has it, or a name with such a one in brackets, whatever is said of it
/// behind: "yard-core", "halls/ — where trains wait", "Domain (Yard.Domain)".
pub(super) fn is_name_in_code(binding: &Binding, node: usize) -> bool {
    let heading = &binding.tree.nodes[node];
    let title = heading.keys.first().map_or("", |key: &Key| key.written.as_str());
    let name = title.split([' ', '(', '（', ':', '：']).next().unwrap_or_default();
    let rest = title[name.len()..].trim_start();
    let alone = rest.is_empty() || rest.starts_with(['(', '（', ':', '：', '—', '–', '-', '→']);
    let glossed = || {
        let inside =
            heading.text.rsplit(['(', '（']).next().filter(|inside| *inside != heading.text);
        inside.is_some_and(|inside| is_in_code(inside.trim_end().trim_end_matches([')', '）'])))
    };
    alone && (is_in_code(name) || is_plain(name)) || glossed()
}

/// Whether a word has what names of code have and others lack: a dot, a stroke, an underscore, a hyphen between small
/// letters, a capital between them. What begins with a stroke is a path of an interface.
fn is_in_code(word: &str) -> bool {
    let of_names =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '/' | '@' | ':' | '*');
    let small = word.chars().any(|c| c.is_ascii_lowercase());
    let product = !word.contains('/')
        && word.rsplit_once('.').is_some_and(|(_, ending)| PRODUCTS.contains(&ending));
    let joined = word.contains(['.', '_', '/']) && !product
        || word.contains("::")
        || word.contains('-') && is_small(word);
    !word.starts_with('/') && small && word.chars().all(of_names) && (joined || is_camel_case(word))
}

/// Whether a word is of several that begin with a capital each: `TrainLoader`, but no `PostgreSQL`.
fn is_camel_case(word: &str) -> bool {
    let capitals = word.chars().filter(char::is_ascii_uppercase).count();
    let pairs = word.chars().zip(word.chars().skip(1));
    let begun = pairs.filter(|(c, next)| c.is_ascii_uppercase() && next.is_ascii_lowercase());
    word.chars().all(char::is_alphanumeric)
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && capitals > 1
        && begun.count() == capitals
}

/// Whether a word is written small where a heading begins with a capital: "core".
fn is_plain(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
}

fn is_small(word: &str) -> bool {
    !word.chars().any(|c| c.is_ascii_uppercase())
}

/// Endings of names of products: "Node.js", "draw.io".
const PRODUCTS: [&str; 5] = ["js", "io", "ai", "com", "org"];

/// Endings of source files.
const SOURCES: [&str; 24] = [
    "c", "cc", "cpp", "cs", "ex", "go", "h", "hpp", "java", "jsx", "kt", "mjs", "php", "py", "rb",
    "rs", "scala", "sh", "sql", "svelte", "swift", "ts", "tsx", "vue",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_code_have_what_words_lack() {
        for name in
            ["yard-core", "halls/", "core::time", "train_loader", "yard.weighing", "TrainLoader"]
        {
            assert!(is_in_code(name), "{name}");
        }
        for word in [
            "Core",
            "Graph-Datenbank",
            "PostgreSQL",
            "ADR-0012",
            "OAuth2",
            "/api/trains",
            "CI/CD",
            "",
        ] {
            assert!(!is_in_code(word), "{word}");
        }
    }
}
