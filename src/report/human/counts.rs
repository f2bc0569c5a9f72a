//! Findings that are not shown: how many of which rule, and in which files.

use std::collections::BTreeMap;

use judge::finding::Finding;
use text::wording::plural;

/// So many files of a rule are named.
const MAX_FILES: usize = 3;

/// A line a rule, those with most findings first.
pub(super) fn told(findings: &[&Finding]) -> String {
    let mut rules: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for finding in findings {
        let files = rules.entry(finding.rule.name).or_default();
        *files.entry(finding.place.source.path()).or_default() += 1;
    }
    let mut lines: Vec<(usize, String)> = rules
        .into_iter()
        .map(|(rule, files)| {
            let all = files.values().sum();
            (all, format!("  {all} {rule}: {}", in_files(files.into_iter().collect())))
        })
        .collect();
    lines.sort_by_key(|&(all, _)| std::cmp::Reverse(all));
    let more = plural(findings.len(), "more finding", "more findings");
    let lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
    format!("{more}; `mdbook-archdoc check` shows all:\n{}", lines.join("\n"))
}

/// `src/a.md (12), src/b.md (3) and 7 more files`
fn in_files(mut files: Vec<(&str, usize)>) -> String {
    files.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let hidden = files.len().saturating_sub(MAX_FILES);
    let shown = files.iter().take(MAX_FILES).map(|(file, count)| format!("{file} ({count})"));
    let shown = shown.collect::<Vec<_>>().join(", ");
    match hidden {
        0 => shown,
        _ => format!("{shown} and {}", plural(hidden, "more file", "more files")),
    }
}
