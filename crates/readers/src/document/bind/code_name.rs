//! Headings that are names of code: "`ledger`: what was weighed", "yard-core", "Weighing (`Yard.Weighing`)",
//! `server/api.ts`.

use std::collections::HashMap;

use super::binding::Binding;

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

/// Whether headings are names as only code has them, whatever follows them: "yard-core" beside "yard-cli",
/// "halls/ — where trains wait", "Domain (Yard.Domain)". For each, in their order.
pub(super) fn are_names_in_code(binding: &Binding, headings: &[usize]) -> Vec<bool> {
    let named: Vec<(&str, &str)> =
        headings.iter().map(|&node| name_and_rest(binding, node)).collect();
    let first = |name: &str| name.split_once('-').map(|(first, _)| first.to_owned());
    let mut families: HashMap<String, usize> = HashMap::new();
    for family in named.iter().filter_map(|(name, _)| first(name)) {
        *families.entry(family).or_default() += 1;
    }
    let of_several = |name: &str| {
        first(name).is_some_and(|family| families.get(&family).is_some_and(|&n| n > 1))
    };
    let glossed = |rest: &str| {
        let inside = rest.strip_prefix(['(', '（']).and_then(|rest| rest.split([')', '）']).next());
        inside.is_some_and(is_qualified)
    };
    let is_name = |(name, rest): &(&str, &str)| {
        is_alone(rest) && (is_in_code(name) || is_joined(name) && of_several(name)) || glossed(rest)
    };
    named.iter().map(is_name).collect()
}

/// The first word of a heading without its number, and what stands behind it.
fn name_and_rest(binding: &Binding, node: usize) -> (&str, &str) {
    let keys = &binding.tree.nodes[node].keys;
    let title = keys.first().map_or("", |key| key.written.as_str());
    let name = title.split([' ', '(', '（', '：']).next().unwrap_or_default();
    let (name, rest) = title.split_at(name.len());
    (name.trim_end_matches(':'), rest.trim_start())
}

/// Whether what follows a name only explains it.
fn is_alone(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['(', '（', ':', '：', '—', '–', '-', '→'])
}

/// Whether a word has what names of directories, source files and modules have.
fn is_in_code(word: &str) -> bool {
    let small = |c: char| c.is_ascii_lowercase() || matches!(c, '_' | '-' | '/');
    let path = word.contains('/') && !word.starts_with('/') && word.chars().all(small);
    path || names_source(word) || word.contains("::") && is_qualified(word)
}

/// Whether a word is of small letters with a hyphen between them, as names of packages are, and words: "in-memory".
fn is_joined(word: &str) -> bool {
    word.contains('-')
        && !word.starts_with('-')
        && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
}

/// Whether a word is a name inside another: "Yard.Domain", `yard::halls`.
fn is_qualified(word: &str) -> bool {
    let parts: Vec<&str> = word.split("::").flat_map(|part| part.split('.')).collect();
    let is_name = |part: &&str| {
        part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            && part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part.len() > 1
    };
    let capital = word.starts_with(|c: char| c.is_ascii_alphabetic())
        && parts.last().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_uppercase()));
    parts.len() > 1 && parts.iter().all(is_name) && (capital || word.contains("::"))
}

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
        for name in ["halls/", "packages/yard", "core::time", "gate.rs"] {
            assert!(is_in_code(name), "{name}");
        }
        let words = [
            "Core",
            "core",
            "in-memory",
            "GitHub",
            "Maven.Central",
            "ADR-0012",
            "Node.js",
            "v1.0.0",
            "2024-q1",
            "web-01.example.net",
            "/api/trains",
            "CI/CD",
            "i.e.",
            "README.md",
            "",
        ];
        for word in words {
            assert!(!is_in_code(word), "{word}");
        }
        assert!(is_qualified("Yard.Domain") && !is_qualified("blue/green") && !is_qualified("n.a"));
    }
}
